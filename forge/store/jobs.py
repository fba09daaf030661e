"""Jobs kept: each method is one transaction, so a job is never seen half changed."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ..jobs.job import CANCELLED, UNFINISHED, Job, NewJob, Output, State
from .blobs import Blobs
from .database import Database
from .errors import NotFoundError
from .files import drop_if_unused, live_file, release_references, wanted_blobs
from .schema import JobRow, OutputRow, ReferenceRow, StoreRow

logger = logging.getLogger(__name__)

MOST_INTERRUPTIONS = 2
"""A job that was running when the server died is run again this often."""


class MissingFileError(NotFoundError):
    """A file that a new job wants to use is not there."""

    def __init__(self, role: str, file_id: str) -> None:
        super().__init__(file_id)
        self.role = role
        self.file_id = file_id


@dataclass(frozen=True, slots=True)
class Page:
    total: int
    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many jobs there are of one kind, parts of others not counted."""

    api: str
    kind: str
    owner: str
    state: State
    jobs: int


class JobStore:
    def __init__(
        self, database: Database, blobs: Blobs, now: Callable[[], datetime] | None = None
    ) -> None:
        self._database = database
        self._blobs = blobs
        self._now = now or (lambda: datetime.now(timezone.utc))

    async def by_key(self, owner: str, api: str, idempotency_key: str) -> Job | None:
        """The job that was made with this idempotency key."""

        def work(session: Session) -> Job | None:
            row = _by_key(session, owner, api, idempotency_key)
            return None if row is None else _job(session, row)

        return await self._database.run(work)

    async def add(self, new: NewJob) -> tuple[Job, bool]:
        """Keep a new job and count its files; also tells whether it is new.

        A repeated idempotency key gives the first job back. Raises MissingFileError, in
        which case nothing is kept or counted, NotFoundError for a part of a job that is over or
        gone, and StorageFullError.
        """

        def work(session: Session) -> tuple[Job, bool]:
            if new.idempotency_key is not None:
                first = _by_key(session, new.owner, new.api, new.idempotency_key)
                if first is not None:
                    return _job(session, first), False
            if new.parent is not None and _unfinished(session, new.parent) is None:
                raise NotFoundError(new.parent)
            now = self._now()
            row = JobRow(
                id=str(uuid.uuid4()),
                api=new.api,
                kind=new.kind,
                owner=new.owner,
                state="queued",
                request=dict(new.request),
                graph=dict(new.graph),
                engine=new.engine,
                recipe=new.recipe,
                seed=str(new.seed),
                warnings=list(new.warnings),
                prompt_id=str(uuid.uuid4()),
                interruptions=0,
                idempotency_key=new.idempotency_key,
                parent=new.parent,
                created_at=now,
            )
            session.add(row)
            session.flush()
            for role, file_id in new.files.items():
                try:
                    file = live_file(session, new.owner, file_id)
                except NotFoundError as error:
                    raise MissingFileError(role, file_id) from error
                file.last_accessed = now
                session.add(ReferenceRow(job=row.number, role=role, file=file_id))
            return _snapshot(row, ()), True

        return await self._database.run(work)

    async def get(self, job_id: str, owner: str | None, api: str | None = None) -> Job:
        """`owner` and `api` None mean any. Raises NotFoundError."""

        def work(session: Session) -> Job:
            return _job(session, _row(session, job_id, owner, api))

        return await self._database.run(work)

    async def page(
        self,
        *,
        owner: str | None,
        api: str | None,
        states: Sequence[State] | None,
        limit: int,
        offset: int,
    ) -> Page:
        """Newest first, without the parts of jobs; `total` counts what the filter lets through."""
        where: list[ColumnElement[bool]] = [JobRow.parent.is_(None)]
        if owner is not None:
            where.append(JobRow.owner == owner)
        if api is not None:
            where.append(JobRow.api == api)
        if states is not None:
            where.append(JobRow.state.in_(states))

        def work(session: Session) -> Page:
            total = session.scalar(select(func.count()).select_from(JobRow).where(*where)) or 0
            rows = session.scalars(
                select(JobRow)
                .where(*where)
                .order_by(JobRow.number.desc())
                .limit(limit)
                .offset(offset)
            ).all()
            made = _outputs(session, [row.number for row in rows])
            return Page(total, tuple(_snapshot(row, made[row.number]) for row in rows))

        return await self._database.run(work)

    async def parts(self, parents: Sequence[str]) -> Mapping[str, tuple[Job, ...]]:
        """The parts of each of these jobs, oldest first."""

        def work(session: Session) -> Mapping[str, tuple[Job, ...]]:
            found: defaultdict[str, tuple[Job, ...]] = defaultdict(tuple)
            rows = _parts(session, parents)
            made = _outputs(session, [row.number for row in rows])
            for row in rows:
                found[str(row.parent)] += (_snapshot(row, made[row.number]),)
            return found

        return await self._database.run(work)

    async def census(self) -> tuple[Tally, ...]:
        columns = (JobRow.api, JobRow.kind, JobRow.owner, JobRow.state)

        def work(session: Session) -> tuple[Tally, ...]:
            rows = session.execute(
                select(*columns, func.count()).where(JobRow.parent.is_(None)).group_by(*columns)
            )
            return tuple(
                Tally(api, kind, owner, state, jobs)  # type: ignore[arg-type] # as in _snapshot
                for api, kind, owner, state, jobs in rows
            )

        return await self._database.run(work)

    async def latest_durations(self, limit: int) -> Sequence[tuple[str, float]]:
        """Recipe and seconds of the jobs that completed last, oldest first."""

        def work(session: Session) -> Sequence[tuple[str, float]]:
            rows = session.execute(
                select(JobRow.recipe, JobRow.started_at, JobRow.completed_at)
                .where(JobRow.state == "completed")
                .order_by(JobRow.number.desc())
                .limit(limit)
            ).all()
            return [
                (recipe, (end - start).total_seconds())
                for recipe, start, end in reversed(rows)
                if start is not None and end is not None
            ]

        return await self._database.run(work)

    async def started(self, job_id: str) -> None:
        """A job that has started before a restart keeps that time where `recover` has left it."""

        def work(session: Session) -> None:
            row = _unfinished(session, job_id)
            if row is not None:
                row.state = "processing"
                row.started_at = row.started_at or self._now()

        await self._database.run(work)

    async def completed(
        self, job_id: str, made: Sequence[tuple[Output, Path]], warnings: Sequence[str]
    ) -> Job | None:
        """Adopt the staged files and end the job, or neither; None where it was deleted."""

        def work(session: Session) -> Job | None:
            row = _unfinished(session, job_id)
            if row is None:
                return None
            for output, _ in made:
                session.add(
                    OutputRow(
                        job=row.number,
                        role=output.role,
                        filename=output.filename,
                        mime_type=output.mime_type,
                        sha256=output.sha256,
                        size=output.size,
                        width=output.width,
                        height=output.height,
                    )
                )
            row.state = "completed"
            row.warnings = list(dict.fromkeys([*row.warnings, *warnings]))
            row.completed_at = self._now()
            session.flush()
            for output, staged in made:
                self._blobs.adopt(staged, output.sha256)
            return _job(session, row)

        job = await self._database.run(work)
        if job is not None:
            await asyncio.to_thread(self._flush, job.outputs)
        return job

    def _flush(self, outputs: Sequence[Output]) -> None:
        for output in outputs:
            self._blobs.flush(output.sha256)

    async def failed(self, job_id: str, error: str, node_id: str | None = None) -> None:
        await self._change(
            job_id, state="failed", error=error, error_node=node_id, completed_at=self._now()
        )

    async def cancelled(self, job_id: str) -> None:
        await self._change(job_id, state="cancelled", error=CANCELLED, completed_at=self._now())

    async def _change(self, job_id: str, **values: object) -> None:
        def work(session: Session) -> None:
            row = _unfinished(session, job_id)
            if row is not None:
                for name, value in values.items():
                    setattr(row, name, value)

        await self._database.run(work)

    async def delete(self, job_id: str, owner: str | None, api: str | None = None) -> Job:
        """Remove a job with its parts, outputs and references; returns what it was.

        Raises NotFoundError.
        """

        def remove(session: Session, row: JobRow) -> Job:
            job = _job(session, row)
            release_references(session, row.number, self._blobs)
            session.delete(row)
            session.flush()
            for output in job.outputs:
                drop_if_unused(session, output.sha256, self._blobs)
            return job

        def work(session: Session) -> Job:
            row = _row(session, job_id, owner, api)
            for part in _parts(session, [job_id]):
                remove(session, part)
            return remove(session, row)

        return await self._database.run(work)

    async def recover(self, of_parts: Collection[str] = ()) -> tuple[Job, ...]:
        """The jobs to run again after a start, oldest first; ends those interrupted too often.

        `of_parts` are the kinds of jobs that are several graphs: these are interrupted as often
        as one of their parts. Also sweeps staged leftovers and bytes that no row names. Before
        serving only.
        """

        def work(session: Session) -> tuple[Job, ...]:
            again = []
            for row in session.scalars(
                select(JobRow).where(JobRow.state.in_(UNFINISHED)).order_by(JobRow.number)
            ):
                if row.state == "processing" and row.kind not in of_parts:
                    row.interruptions += 1
                if row.interruptions > MOST_INTERRUPTIONS:
                    row.state = "failed"
                    row.error = "interrupted"
                    row.completed_at = self._now()
                    continue
                row.state = "queued"
                row.prompt_id = str(uuid.uuid4())  # hosts refuse an id they have seen
                if row.kind not in of_parts:  # of which a part is run again from its start
                    row.started_at = None
                again.append(_job(session, row))
            self._blobs.clear_staging()
            if self._blobs.belongs_to(_identity(session)):
                self._blobs.sweep(wanted_blobs(session))
            else:
                logger.warning("AvatarForge: the stored files belong to another database; kept")
            return tuple(again)

        return await self._database.run(work)


def _identity(session: Session) -> str:
    row = session.scalar(select(StoreRow))
    if row is None:
        row = StoreRow(id=str(uuid.uuid4()))
        session.add(row)
    return row.id


def _row(session: Session, job_id: str, owner: str | None, api: str | None) -> JobRow:
    row = session.scalar(select(JobRow).where(JobRow.id == job_id))
    if row is None or owner not in (None, row.owner) or api not in (None, row.api):
        raise NotFoundError(job_id)
    return row


def _parts(session: Session, parents: Sequence[str]) -> Sequence[JobRow]:
    return session.scalars(
        select(JobRow).where(JobRow.parent.in_(parents)).order_by(JobRow.number)
    ).all()


def _by_key(session: Session, owner: str, api: str, key: str) -> JobRow | None:
    return session.scalar(
        select(JobRow).where(
            JobRow.owner == owner, JobRow.api == api, JobRow.idempotency_key == key
        )
    )


def _unfinished(session: Session, job_id: str) -> JobRow | None:
    row = session.scalar(select(JobRow).where(JobRow.id == job_id))
    return row if row is not None and row.state in UNFINISHED else None


def _job(session: Session, row: JobRow) -> Job:
    return _snapshot(row, _outputs(session, [row.number])[row.number])


def _outputs(session: Session, jobs: Sequence[int]) -> Mapping[int, tuple[Output, ...]]:
    made: defaultdict[int, tuple[Output, ...]] = defaultdict(tuple)
    for row in session.scalars(
        select(OutputRow).where(OutputRow.job.in_(jobs)).order_by(OutputRow.number)
    ):
        made[row.job] += (
            Output(
                role=row.role,
                filename=row.filename,
                mime_type=row.mime_type,
                sha256=row.sha256,
                size=row.size,
                width=row.width,
                height=row.height,
            ),
        )
    return made


def _snapshot(row: JobRow, outputs: tuple[Output, ...]) -> Job:
    return Job(
        id=row.id,
        api=row.api,
        kind=row.kind,
        owner=row.owner,
        state=row.state,  # type: ignore[arg-type] # only written as a State
        request=row.request,
        graph=row.graph,
        engine=row.engine,
        recipe=row.recipe,
        seed=int(row.seed),
        warnings=tuple(row.warnings),
        error=row.error,
        error_node=row.error_node,
        prompt_id=row.prompt_id,
        interruptions=row.interruptions,
        created_at=row.created_at,
        started_at=row.started_at,
        completed_at=row.completed_at,
        outputs=outputs,
        parent=row.parent,
        progress=100.0 if row.state == "completed" else 0.0,
    )
