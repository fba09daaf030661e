"""Portrait sessions kept: used, over, removed."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from avatarforge.forge.store.blobs import Blobs
from avatarforge.forge.store.database import Database, sqlite_url
from avatarforge.forge.store.errors import NotFoundError
from avatarforge.forge.store.files import FileStore
from avatarforge.forge.store.sessions import (
    LIFE,
    ExpiredError,
    PortraitSession,
    SessionStore,
    owner_of_photograph,
)

A_MOMENT = timedelta(milliseconds=1)


class Shelf:
    def __init__(self, database: Database, folder: Path) -> None:
        self.now = datetime.now(timezone.utc)
        self.blobs = Blobs(folder)
        self.files = FileStore(database, self.blobs, lambda: self.now)
        self.sessions = SessionStore(database, self.blobs, lambda: self.now)

    async def add(self, owner: str = "", data: bytes = b"a photograph") -> PortraitSession:
        session_id = str(uuid.uuid4())
        staged = self.blobs.stage()
        staged.write(data)
        photograph, known = await self.files.keep(
            staged,
            staged.finish(),
            owner=owner_of_photograph(session_id),
            filename="a.png",
            mime_type="image/png",
            width=1,
            height=1,
        )
        assert not known, "a session's photograph is its own, whatever the bytes"
        return await self.sessions.add(session_id, owner, photograph)

    def keeps(self, session: PortraitSession) -> bool:
        return self.blobs.path(session.photograph.sha256).is_file()


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelf]:
    database = Database(sqlite_url(tmp_path / "a.sqlite3"))
    await database.open()
    yield Shelf(database, tmp_path)
    await database.close()


async def test_a_use_prolongs_it(shelf: Shelf) -> None:
    made = await shelf.add()
    for _ in range(3):
        shelf.now += LIFE
        found = await shelf.sessions.use(made.id, "")
        assert (found.photograph.id, found.used_at) == (made.photograph.id, shelf.now)
        assert await shelf.files.remove_unused(LIFE) == 0, "its photograph is in use"
    assert found.created_at == made.created_at


async def test_it_is_over_after_a_day(shelf: Shelf) -> None:
    first = await shelf.add()
    await shelf.sessions.began(first.id, "job 1", {"229": "cat"})
    shelf.now += LIFE + A_MOMENT
    second = await shelf.add()
    with pytest.raises(ExpiredError) as caught:
        await shelf.sessions.use(first.id, "")
    (expired,) = await shelf.sessions.expired()
    assert expired == caught.value.expired
    assert (expired.id, expired.jobs) == (first.id, ("job 1",))
    await shelf.sessions.remove(first.id)
    assert shelf.keeps(second), "the same bytes, of another session"
    await shelf.sessions.remove(second.id)
    assert not shelf.keeps(second)
    await shelf.sessions.remove(second.id)
    for gone in (first, second):
        with pytest.raises(NotFoundError):
            await shelf.sessions.use(gone.id, "")
        with pytest.raises(NotFoundError):
            await shelf.sessions.began(gone.id, "job 2", {})


async def test_one_that_is_over_can_be_prolonged(shelf: Shelf) -> None:
    made = await shelf.add()
    shelf.now += LIFE * 2
    await shelf.sessions.prolong(made.id)
    assert await shelf.sessions.expired() == ()
    assert (await shelf.sessions.use(made.id, "")).id == made.id


async def test_its_owners_alone(shelf: Shelf) -> None:
    anns = await shelf.add("ann")
    for owner in ("", "bob", owner_of_photograph(anns.id)):
        with pytest.raises(NotFoundError):
            await shelf.sessions.use(anns.id, owner)
    for owner in ("", "ann", "bob"):
        with pytest.raises(NotFoundError):
            await shelf.files.get(owner, anns.photograph.id)  # by the avatar API
    shelf.now += LIFE * 2
    with pytest.raises(NotFoundError) as caught:
        await shelf.sessions.use(anns.id, "bob")
    assert not isinstance(caught.value, ExpiredError), "a stranger does not hear that it was there"


async def test_the_latest_inputs_and_all_jobs(shelf: Shelf) -> None:
    made = await shelf.add()
    await shelf.sessions.began(made.id, "1", {"229": "cat"})
    await shelf.sessions.began(made.id, "2", {"229": "bird"})
    found = await shelf.sessions.use(made.id, "")
    assert (found.jobs, dict(found.inputs)) == (("1", "2"), {"229": "bird"})
    # A retried request brings the same job again.
    await shelf.sessions.began(made.id, "2", {})
    found = await shelf.sessions.use(made.id, "")
    assert (found.jobs, dict(found.inputs)) == (("1", "2"), {"229": "bird"})
