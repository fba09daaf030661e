"""Jobs that are parts of another one: listed with it, removed with it, recovered beside it."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from avatarforge.forge.jobs.job import Job, NewJob, Output
from avatarforge.forge.store.errors import NotFoundError

from .test_files import Store, open_store


async def add(store: Store, kind: str, parent: str | None = None, recipe: str = "r") -> Job:
    new = NewJob(
        api="anime",
        kind=kind,
        owner="ann",
        request={},
        graph={},
        engine="drawn",
        recipe=recipe,
        seed=1,
        parent=parent,
    )
    job, is_new = await store.jobs.add(new)
    assert is_new
    return job


async def complete(store: Store, job: Job, data: bytes) -> str:
    """Returns the SHA-256 of what it made."""
    staging = store.blobs.job_staging(job.id)
    staging.mkdir(parents=True)
    (staging / "a.png").write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    output = Output(
        role="output",
        filename="a.png",
        mime_type="image/png",
        sha256=digest,
        size=len(data),
        width=1,
        height=1,
    )
    await store.jobs.completed(job.id, [(output, staging / "a.png")], [])
    return digest


async def test_parts_are_listed_with_their_job_alone(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        whole, other = await add(store, "production"), await add(store, "image")
        first = await add(store, "sheet", whole.id)
        second = await add(store, "loop", whole.id)
        page = await store.jobs.page(owner="ann", api="anime", states=None, limit=10, offset=0)
        assert (page.total, [job.id for job in page.jobs]) == (2, [other.id, whole.id])
        parts = await store.jobs.parts([whole.id, other.id])
        assert [part.id for part in parts[whole.id]] == [first.id, second.id]
        assert other.id not in parts
        assert (await store.jobs.get(first.id, "ann")).parent == whole.id
        counted = {(tally.kind, tally.state): tally.jobs for tally in await store.jobs.census()}
        assert counted == {("production", "queued"): 1, ("image", "queued"): 1}


async def test_parts_go_with_their_job(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        whole = await add(store, "production")
        part = await add(store, "sheet", whole.id)
        digest = await complete(store, part, b"a picture")
        assert store.blobs.path(digest).is_file()
        await store.jobs.delete(whole.id, "ann")
        assert not store.blobs.path(digest).exists()
        with pytest.raises(NotFoundError):
            await store.jobs.get(part.id, None)


async def test_what_is_over_gets_no_more_parts(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        whole = await add(store, "production")
        await store.jobs.cancelled(whole.id)
        for parent in (whole.id, "nobody"):
            with pytest.raises(NotFoundError):
                await add(store, "sheet", parent)


async def test_a_job_of_parts_is_interrupted_as_often_as_they_are(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        whole = await add(store, "production")
        part = await add(store, "sheet", whole.id)
        for _ in range(3):
            await store.jobs.started(whole.id)
            await store.jobs.started(part.id)
            again = await store.jobs.recover({"production"})
        assert [job.id for job in again] == [whole.id]
        assert (await store.jobs.get(part.id, None)).error == "interrupted"


async def test_a_job_of_parts_keeps_its_start_when_the_server_restarts(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        whole, other = await add(store, "production"), await add(store, "image")
        first = store.now
        for job in (whole, other):
            await store.jobs.started(job.id)
        store.now += timedelta(hours=1)
        await store.jobs.recover({"production"})
        for job in (whole, other):
            await store.jobs.started(job.id)
        assert (await store.jobs.get(whole.id, None)).started_at == first
        again = await store.jobs.get(other.id, None)
        assert again.started_at == store.now, "run again from its start"


async def test_the_latest_durations(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        for seconds in (1, 2, 3):
            job = await add(store, "image", recipe=f"takes-{seconds}")
            await store.jobs.started(job.id)
            store.now += timedelta(seconds=seconds)
            await complete(store, job, b"%d" % seconds)
        await add(store, "image")
        assert await store.jobs.latest_durations(2) == [("takes-2", 2.0), ("takes-3", 3.0)]
