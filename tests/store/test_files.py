"""Files, their references and their bytes, under any order of uploads, jobs and deletions."""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from avatarforge.forge.jobs.job import NewJob
from avatarforge.forge.store.blobs import Blobs
from avatarforge.forge.store.database import Database, sqlite_url
from avatarforge.forge.store.errors import NotFoundError
from avatarforge.forge.store.files import FileStore
from avatarforge.forge.store.jobs import JobStore, MissingFileError
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text


@dataclass
class Store:
    database: Database
    blobs: Blobs
    now: datetime = field(default_factory=lambda: datetime.now(timezone.utc))

    def __post_init__(self) -> None:
        self.files = FileStore(self.database, self.blobs, lambda: self.now)
        self.jobs = JobStore(self.database, self.blobs, lambda: self.now)

    async def upload(self, content: int, owner: str = "") -> str:
        data = f"content {content}".encode()
        staged = self.blobs.stage()
        staged.write(data)
        file, _ = await self.files.keep(
            staged,
            staged.finish(),
            owner=owner,
            filename="a.png",
            mime_type="image/png",
            width=1,
            height=1,
        )
        staged.discard()
        return file.id

    async def job(self, *files: str) -> str:
        job, _ = await self.jobs.add(
            NewJob(
                api="avatarforge",
                kind="avatar",
                owner="",
                request={},
                graph={},
                engine="drawn",
                recipe="drawn-avatar",
                seed=2**64 - 1,
                files={f"role{index}": file for index, file in enumerate(files)},
            )
        )
        assert job.seed == 2**64 - 1
        return job.id

    def bytes_kept(self) -> set[str]:
        return {path.name for path in self.blobs._all()}

    async def check(self) -> None:
        """What must hold at any time, whatever happened."""

        def rows(session: object) -> tuple[set[str], int, int]:
            run = session.execute  # type: ignore[attr-defined]
            wanted = set(run(text("SELECT sha256 FROM files")).scalars())
            dead = run(
                text(
                    "SELECT count(*) FROM files WHERE deleted_at IS NOT NULL "
                    "AND id NOT IN (SELECT file FROM job_files)"
                )
            ).scalar()
            dangling = run(
                text("SELECT count(*) FROM job_files WHERE job NOT IN (SELECT number FROM jobs)")
            ).scalar()
            return wanted, dead, dangling

        wanted, dead, dangling = await self.database.run(rows)
        assert self.bytes_kept() == wanted
        assert dead == 0, "a softly deleted file outlived its last reference"
        assert dangling == 0


@asynccontextmanager
async def open_store(folder: Path) -> AsyncIterator[Store]:
    database = Database(sqlite_url(folder / "test.sqlite3"))
    await database.open()
    try:
        yield Store(database, Blobs(folder))
    finally:
        await database.close()


Step = tuple[str, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["upload", "upload", "job", "job", "delete", "force", "end"]),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=40,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_concurrent_uploads_jobs_and_deletions_keep_what_is_used(steps: list[Step]) -> None:
    async def scenario(folder: Path) -> None:
        async with open_store(folder) as store:
            ids: dict[int, str] = {}
            jobs: list[str] = []

            async def upload(content: int, _: int) -> None:
                ids[content] = await store.upload(content)

            async def job(one: int, other: int) -> None:
                files = {ids[content] for content in (one, other) if content in ids}
                with suppress(MissingFileError):  # another step may have deleted it
                    jobs.append(await store.job(*sorted(files)))

            async def delete(content: int, _: int, force: bool = False) -> None:
                with suppress(NotFoundError):
                    await store.files.delete("", ids.get(content, "none"), force=force)

            async def end(which: int, _: int) -> None:
                if jobs:
                    await store.jobs.delete(jobs.pop(which % len(jobs)), "")

            actions: dict[str, Callable[[int, int], Awaitable[None]]] = {
                "upload": upload,
                "job": job,
                "delete": delete,
                "force": lambda one, other: delete(one, other, force=True),
                "end": end,
            }
            for start in range(0, len(steps), 8):
                batch = steps[start : start + 8]
                await asyncio.gather(*(actions[name](one, other) for name, one, other in batch))
                await store.check()
            for job_id in list(jobs):
                await store.jobs.delete(job_id, "")
            await store.check()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(scenario(Path(folder)))


async def test_owners_share_bytes_and_nothing_else(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        mine, theirs = await store.upload(1, "me"), await store.upload(1, "them")
        assert mine != theirs
        assert len(store.bytes_kept()) == 1
        with pytest.raises(NotFoundError):
            await store.files.get("me", theirs)
        await store.files.delete("me", mine, force=True)
        assert len(store.bytes_kept()) == 1
        await store.files.delete("them", theirs)
        assert store.bytes_kept() == set()


async def test_a_job_with_a_missing_file_counts_nothing(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        there = await store.upload(1)
        with pytest.raises(MissingFileError) as caught:
            await store.job(there, "missing")
        assert caught.value.file_id == "missing"
        assert (await store.files.delete("", there)).references == 0


async def test_unused_files_go_after_their_time(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        old, used = await store.upload(1), await store.upload(2)
        await store.job(used)
        store.now += timedelta(days=31)
        fresh = await store.upload(3)
        assert await store.files.remove_unused(timedelta(days=30)) == 1
        for kept in (used, fresh):
            await store.files.get("", kept)
        with pytest.raises(NotFoundError):
            await store.files.get("", old)


async def test_a_start_sweeps_what_no_row_names(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await store.jobs.recover()  # as every start does
        await store.upload(1)
        orphan = hashlib.sha256(b"orphan").hexdigest()
        path = store.blobs.path(orphan)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"orphan")
        left = store.blobs.stage()
        left.write(b"half a fi")
        await store.jobs.recover()
        assert orphan not in store.bytes_kept()
        assert len(store.bytes_kept()) == 1
        assert not left.path.exists()


async def test_a_job_is_run_again_twice_and_then_ended(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        waiting, running = await store.job(), await store.job()
        prompts = set()
        for _ in range(2):
            await store.jobs.started(running)
            again = await store.jobs.recover()
            assert [job.id for job in again] == [waiting, running]
            prompts.add(again[1].prompt_id)
        assert len(prompts) == 2, "an executor must never see a prompt id twice"
        await store.jobs.started(running)
        assert [job.id for job in await store.jobs.recover()] == [waiting]
        ended = await store.jobs.get(running, "")
        assert (ended.state, ended.error) == ("failed", "interrupted")
