"""Portrait sessions kept: a photograph, what was made of it, and when it was last used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session as Transaction

from .blobs import Blobs
from .database import Database
from .errors import NotFoundError
from .files import StoredFile, remove_file, stored
from .schema import FileRow, PortraitSessionRow

LIFE = timedelta(hours=24)
"""How long a session lasts after its last use."""


@dataclass(frozen=True, slots=True)
class PortraitSession:
    id: str
    owner: str
    photograph: StoredFile
    inputs: Mapping[str, str]  # node id to text, as the latest portrait had them
    jobs: tuple[str, ...]  # ids, the latest last
    created_at: datetime
    used_at: datetime


@dataclass(frozen=True, slots=True)
class Expired:
    """A session that is over; its jobs and its photograph are still there."""

    id: str
    jobs: tuple[str, ...]


class ExpiredError(NotFoundError):
    """The session is over: it was not used for so long."""

    def __init__(self, expired: Expired) -> None:
        super().__init__(expired.id)
        self.expired = expired


def owner_of_photograph(session_id: str) -> str:
    """No key can have this name: the photograph is the session's alone, and ends with it."""
    return f"portrait:{session_id}"


class SessionStore:
    def __init__(
        self, database: Database, blobs: Blobs, now: Callable[[], datetime] | None = None
    ) -> None:
        self._database = database
        self._blobs = blobs
        self._now = now or (lambda: datetime.now(timezone.utc))

    async def add(self, session_id: str, owner: str, photograph: StoredFile) -> PortraitSession:
        def work(transaction: Transaction) -> PortraitSession:
            now = self._now()
            row = PortraitSessionRow(
                id=session_id,
                owner=owner,
                file=photograph.id,
                inputs={},
                jobs=[],
                created_at=now,
                used_at=now,
            )
            transaction.add(row)
            return _session(row, photograph)

        return await self._database.run(work)

    async def use(self, session_id: str, owner: str) -> PortraitSession:
        """The session, which lasts on from now.

        Raises NotFoundError, for another owner's too, and ExpiredError.
        """

        def work(transaction: Transaction) -> PortraitSession:
            row = transaction.get(PortraitSessionRow, session_id)
            if row is None or row.owner != owner:
                raise NotFoundError(session_id)
            now = self._now()
            if row.used_at < now - LIFE:
                raise ExpiredError(_expired(row))
            file = transaction.get(FileRow, row.file)
            if file is None:
                raise NotFoundError(session_id)
            row.used_at = file.last_accessed = now
            return _session(row, stored(file))

        return await self._database.run(work)

    async def began(self, session_id: str, job_id: str, inputs: Mapping[str, str]) -> None:
        """Note the job that makes its latest portrait, and with which inputs.

        Raises NotFoundError.
        """

        def work(transaction: Transaction) -> None:
            row = transaction.get(PortraitSessionRow, session_id)
            if row is None:
                raise NotFoundError(session_id)
            if job_id not in row.jobs:
                row.jobs = [*row.jobs, job_id]
                row.inputs = dict(inputs)
            row.used_at = self._now()

        await self._database.run(work)

    async def expired(self) -> tuple[Expired, ...]:
        """The sessions that are over and not removed yet, the oldest first."""

        def work(transaction: Transaction) -> tuple[Expired, ...]:
            rows = transaction.scalars(
                select(PortraitSessionRow)
                .where(PortraitSessionRow.used_at < self._now() - LIFE)
                .order_by(PortraitSessionRow.used_at)
            ).all()
            return tuple(map(_expired, rows))

        return await self._database.run(work)

    async def prolong(self, session_id: str) -> None:
        """Let it last on from now, also where it is over already."""

        def work(transaction: Transaction) -> None:
            row = transaction.get(PortraitSessionRow, session_id)
            if row is not None:
                row.used_at = self._now()

        await self._database.run(work)

    async def remove(self, session_id: str) -> None:
        """Forget a session, with its photograph."""

        def work(transaction: Transaction) -> None:
            row = transaction.get(PortraitSessionRow, session_id)
            if row is None:
                return
            file = transaction.get(FileRow, row.file)
            transaction.delete(row)
            if file is not None:
                remove_file(transaction, file, self._blobs)

        await self._database.run(work)


def _session(row: PortraitSessionRow, photograph: StoredFile) -> PortraitSession:
    return PortraitSession(
        id=row.id,
        owner=row.owner,
        photograph=photograph,
        inputs=row.inputs,
        jobs=tuple(row.jobs),
        created_at=row.created_at,
        used_at=row.used_at,
    )


def _expired(row: PortraitSessionRow) -> Expired:
    return Expired(row.id, tuple(row.jobs))
