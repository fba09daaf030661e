"""Uploaded files: found by content, counted by their uses, deleted softly or for good."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Literal

from sqlalchemy import delete, event, exists, func, select
from sqlalchemy.orm import Session

from .blobs import Blobs, Staged
from .database import Database
from .errors import NotFoundError
from .schema import FileRow, OutputRow, ReferenceRow


@dataclass(frozen=True, slots=True)
class StoredFile:
    id: str
    owner: str
    sha256: str
    filename: str
    mime_type: str
    size: int
    width: int
    height: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Deletion:
    kind: Literal["hard", "soft"]
    references: int  # when it was called


class FileStore:
    def __init__(
        self, database: Database, blobs: Blobs, now: Callable[[], datetime] | None = None
    ) -> None:
        self._database = database
        self._blobs = blobs
        self._now = now or (lambda: datetime.now(timezone.utc))

    async def keep(
        self,
        staged: Staged,
        sha256: str,
        *,
        owner: str,
        filename: str,
        mime_type: str,
        width: int,
        height: int,
    ) -> tuple[StoredFile, bool]:
        """Keep a finished staged file; also tells whether this owner had the bytes already.

        Raises StorageFullError.
        """

        def work(session: Session) -> tuple[StoredFile, bool]:
            now = self._now()
            row = session.scalar(
                select(FileRow).where(FileRow.owner == owner, FileRow.sha256 == sha256)
            )
            known = row is not None
            if row is None:
                row = FileRow(
                    id=str(uuid.uuid4()),
                    owner=owner,
                    sha256=sha256,
                    filename=filename,
                    mime_type=mime_type,
                    size=staged.size,
                    width=width,
                    height=height,
                    created_at=now,
                )
                session.add(row)
            row.deleted_at = None
            row.last_accessed = now
            session.flush()
            self._blobs.adopt(staged.path, sha256)
            return stored(row), known

        kept = await self._database.run(work)
        if not kept[1]:
            await asyncio.to_thread(self._blobs.flush, sha256)
        return kept

    async def by_hash(self, owner: str, sha256: str) -> StoredFile | None:
        def work(session: Session) -> StoredFile | None:
            row = session.scalar(
                select(FileRow).where(
                    FileRow.owner == owner,
                    FileRow.sha256 == sha256.lower(),
                    FileRow.deleted_at.is_(None),
                )
            )
            # Bytes that are lost are not here: the caller uploads them again.
            there = row is not None and self._blobs.path(row.sha256).is_file()
            return stored(row) if row is not None and there else None

        return await self._database.run(work)

    async def get(self, owner: str, file_id: str) -> StoredFile:
        """Raises NotFoundError. Counts as a use against the daily clean-up."""

        def work(session: Session) -> StoredFile:
            row = live_file(session, owner, file_id)
            row.last_accessed = self._now()
            return stored(row)

        return await self._database.run(work)

    async def delete(self, owner: str, file_id: str, *, force: bool = False) -> Deletion:
        """Raises NotFoundError."""

        def work(session: Session) -> Deletion:
            row = live_file(session, owner, file_id)
            references = session.scalar(
                select(func.count()).select_from(ReferenceRow).where(ReferenceRow.file == row.id)
            )
            assert references is not None
            if references and not force:
                row.deleted_at = self._now()
                return Deletion("soft", references)
            remove_file(session, row, self._blobs)
            return Deletion("hard", references)

        return await self._database.run(work)

    async def remove_unused(self, older_than: timedelta) -> int:
        """Delete files that no job uses and nobody asked for since; returns how many."""

        def work(session: Session) -> int:
            rows = session.scalars(
                select(FileRow).where(
                    FileRow.last_accessed < self._now() - older_than,
                    ~exists().where(ReferenceRow.file == FileRow.id),
                )
            ).all()
            for row in rows:
                remove_file(session, row, self._blobs)
            return len(rows)

        return await self._database.run(work)


def live_file(session: Session, owner: str, file_id: str) -> FileRow:
    """Raises NotFoundError for an unknown, a deleted and another owner's file alike."""
    row = session.get(FileRow, file_id)
    if row is None or row.owner != owner or row.deleted_at is not None:
        raise NotFoundError(file_id)
    return row


def remove_file(session: Session, row: FileRow, blobs: Blobs) -> None:
    session.delete(row)
    session.flush()
    drop_if_unused(session, row.sha256, blobs)


def wanted_blobs(session: Session) -> set[str]:
    return {*session.scalars(select(FileRow.sha256)), *session.scalars(select(OutputRow.sha256))}


def drop_if_unused(session: Session, sha256: str, blobs: Blobs) -> None:
    """Remove the bytes once this transaction is through, if no row names them by then."""
    used = session.scalar(
        select(
            exists().where(FileRow.sha256 == sha256) | exists().where(OutputRow.sha256 == sha256)
        )
    )
    if not used:
        event.listen(session, "after_commit", lambda _: blobs.drop(sha256), once=True)


def release_references(session: Session, job_number: int, blobs: Blobs) -> None:
    """Forget what a job used; a softly deleted file goes with its last reference."""
    files = session.scalars(
        select(FileRow)
        .join(ReferenceRow, ReferenceRow.file == FileRow.id)
        .where(ReferenceRow.job == job_number)
    ).all()
    session.execute(delete(ReferenceRow).where(ReferenceRow.job == job_number))
    for row in {file.id: file for file in files}.values():
        still_used = session.scalar(select(exists().where(ReferenceRow.file == row.id)))
        if row.deleted_at is not None and not still_used:
            remove_file(session, row, blobs)


def stored(row: FileRow) -> StoredFile:
    return StoredFile(
        id=row.id,
        owner=row.owner,
        sha256=row.sha256,
        filename=row.filename,
        mime_type=row.mime_type,
        size=row.size,
        width=row.width,
        height=row.height,
        created_at=row.created_at,
    )
