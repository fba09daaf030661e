"""Takes jobs to the host and brings back what they made.

The database is the truth about a job; the host's queue is only where it runs. A job is
accepted once it is stored, so a client never waits for the graph to be validated, and
after a restart the same path runs again whatever was not finished.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..host.port import (
    Event,
    Failed,
    Finished,
    Host,
    Interrupted,
    InvalidGraphError,
    NodeFinished,
    NodeOutput,
    Started,
)
from ..store.blobs import Blobs
from ..store.errors import NotFoundError, StorageFullError
from ..store.jobs import JobStore, Page
from . import delivery
from .job import Job, NewJob, Output, State
from .pace import Pace
from .progress import Progress
from .remaining import Floor, Remaining
from .script import Ending, Script

logger = logging.getLogger(__name__)


_REMEMBERED = 200  # jobs of earlier servers, for the pace


class OverloadedError(Exception):
    """Too many jobs are waiting already."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How an unfinished job stands: what runs, and what is done already."""

    percent: float  # 0..100
    node_id: str | None  # that runs
    done: frozenset[str]  # node ids
    made: tuple[Output, ...]  # delivered, in the staging folder until the job ends
    started: bool


@dataclass(slots=True)
class _Live:
    """A job between acceptance and its end."""

    prompt_id: str
    recipe: str
    progress: Progress
    parts: int = 0  # of a job of several graphs
    parts_done: int = 0
    part: _Live | None = None  # that runs, or has just ended
    part_id: str | None = None
    events: asyncio.Queue[Event] = field(default_factory=asyncio.Queue)
    cancelled: bool = False
    submitted: bool = False
    started: bool = False
    made: tuple[Output, ...] = ()
    remaining: Remaining = field(default_factory=Remaining)
    told: Floor = field(default_factory=Floor)  # of what remains, in seconds
    watchers: set[Callable[[], None]] = field(default_factory=set)
    task: asyncio.Task[None] | None = None

    @property
    def percent(self) -> float:
        if not self.parts:
            return self.progress.percent
        part = 0.0 if self.part is None else self.part.percent
        return min(99.0, (100.0 * self.parts_done + part) / self.parts)

    def glimpse(self) -> Glimpse:
        progress = self.progress
        return Glimpse(self.percent, progress.running, progress.done, self.made, self.started)

    def tell(self) -> None:
        for watcher in tuple(self.watchers):
            watcher()


class Runner:
    def __init__(self, host: Host, store: JobStore, blobs: Blobs, *, most_waiting: int) -> None:
        self._host = host
        self._store = store
        self._blobs = blobs
        self._most_waiting = most_waiting
        self._live: dict[str, _Live] = {}
        self._entering = 0  # jobs that are being stored
        self._ended = asyncio.Condition()
        self._scripts: dict[str, Script] = {}
        self.pace = Pace()

    def direct(self, kind: str, script: Script) -> None:
        """Jobs of this kind are several graphs, in the order of the script. Before `start`."""
        self._scripts[kind] = script

    async def start(self) -> None:
        """Run again what an earlier server left unfinished."""
        self.pace.learn(await self._store.latest_durations(_REMEMBERED))
        for job in await self._store.recover(self._scripts):
            self._begin(job)

    async def stop(self) -> None:
        """Let go of the jobs in hand; they are recovered at the next start."""
        tasks = [live.task for live in self._live.values() if live.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def submit(self, new: NewJob) -> Job:
        """Store a job and send it on its way; a retried request gets its first job.

        Raises OverloadedError, MissingFileError and StorageFullError.
        """
        # The parts of a job have been let in with it.
        waiting = len(self._live) + self._entering
        if waiting >= self._most_waiting and new.parent is None:
            raise OverloadedError(f"{waiting} jobs are waiting already")
        self._entering += 1
        try:
            job, is_new = await self._store.add(new)
        finally:
            self._entering -= 1
        if is_new:
            self._begin(job)
            return job
        return self._with_progress(job)

    async def retried(self, owner: str, api: str, idempotency_key: str) -> Job | None:
        """The job of an earlier request with this key."""
        job = await self._store.by_key(owner, api, idempotency_key)
        return None if job is None else self._with_progress(job)

    async def get(self, job_id: str, owner: str | None, api: str | None = None) -> Job:
        """Raises NotFoundError."""
        return self._with_progress(await self._store.get(job_id, owner, api))

    async def ended(self, job_id: str, owner: str | None, api: str | None = None) -> Job:
        """The job once it is over. Raises NotFoundError, also where it is deleted meanwhile."""
        async with self._ended:
            await self._ended.wait_for(lambda: job_id not in self._live)
        return await self._store.get(job_id, owner, api)

    async def parts(self, job_ids: Sequence[str]) -> Mapping[str, tuple[Job, ...]]:
        """The parts that each of these jobs has begun, oldest first."""
        found = await self._store.parts(job_ids)
        return {
            job_id: tuple(self._with_progress(part) for part in found.get(job_id, ()))
            for job_id in job_ids
        }

    def expected_s(self, recipes: Sequence[str], unmeasured: float) -> float:
        """Seconds until a new job with these graphs would be done, from the measured pace."""
        ahead = sum(
            self.pace.usual(live.recipe, unmeasured) * (1 - live.percent / 100)
            for live in self._live.values()
            if not live.parts
        )
        return ahead + sum(self.pace.usual(recipe, unmeasured) for recipe in recipes)

    def remaining_s(self, job_id: str, unmeasured: float) -> float:
        """Seconds that a job will take from now on, its turn in the queue aside; 0 where it is
        over. Never more than it was at an earlier look. `unmeasured` is what a graph takes whose
        recipe has not run here yet."""
        live = self._live.get(job_id)
        if live is None:
            return 0.0
        usual = [self.pace.usual(each, unmeasured) for each in live.recipe.split(", ")]
        if not live.parts:
            return live.told.lower(live.remaining.seconds(live.percent, sum(usual)))
        # Of the parts, those that are done are nothing any more.
        now, later = usual[live.parts_done : live.parts_done + 1], usual[live.parts_done + 1 :]
        if live.part is not None:
            now = [live.part.remaining.seconds(live.part.percent, sum(now))]
        return live.told.lower(sum(now) + sum(later))

    def glimpse(self, job_id: str) -> Glimpse | None:
        """How the job stands now; None where it is over or unknown."""
        live = self._live.get(job_id)
        return None if live is None else live.glimpse()

    def staged(self, job_id: str, output: Output) -> Path:
        """Where a file lies that an unfinished job has delivered; gone when it ends."""
        return self._blobs.job_staging(job_id) / output.filename

    @contextmanager
    def watching(self, job_id: str, tell: Callable[[], None]) -> Iterator[bool]:
        """Has `tell` called on the event loop whenever the job moves, and when it ends.

        False where it is over already. `tell` must neither wait nor raise.
        """
        live = self._live.get(job_id)
        if live is None:
            yield False
            return
        live.watchers.add(tell)
        try:
            yield True
        finally:
            live.watchers.discard(tell)

    async def page(
        self,
        *,
        owner: str | None,
        api: str | None,
        states: tuple[State, ...] | None,
        limit: int,
        offset: int,
    ) -> Page:
        page = await self._store.page(
            owner=owner, api=api, states=states, limit=limit, offset=offset
        )
        return Page(page.total, tuple(self._with_progress(job) for job in page.jobs))

    async def cancel(self, job_id: str, owner: str | None, api: str | None = None) -> Job:
        """Stop a job, waiting or running; a finished one stays as it is.

        Returns once it has ended. Raises NotFoundError.
        """
        job = await self._store.get(job_id, owner, api)
        await self._stop_live(job_id)
        async with self._ended:
            await self._ended.wait_for(lambda: job_id not in self._live)
        return await self._store.get(job.id, owner, api)

    async def delete(self, job_id: str, owner: str | None, api: str | None = None) -> Job:
        """Remove a job and what it made, stopping it first. Raises NotFoundError."""
        job = await self._store.delete(job_id, owner, api)
        await self._stop_live(job_id)
        return job

    async def _stop_live(self, job_id: str) -> None:
        live = self._live.get(job_id)
        if live is None:
            return
        live.cancelled = True
        if live.part_id is not None:
            await self._stop_live(live.part_id)
        # Before submission the flag is enough: it is looked at right after.
        if live.submitted:
            await self._host.cancel(live.prompt_id)

    def _with_progress(self, job: Job) -> Job:
        live = self._live.get(job.id)
        if live is None or job.finished:
            return job
        return replace(job, progress=live.percent)

    def _begin(self, job: Job) -> None:
        live = _Live(job.prompt_id, job.recipe, Progress(job.graph))
        if job.kind in self._scripts:
            live.parts = self._scripts[job.kind].length(job)
        self._live[job.id] = live
        live.task = asyncio.create_task(self._run(job, live), name=f"avatarforge-job-{job.id}")

    async def _run(self, job: Job, live: _Live) -> None:
        try:
            if job.kind in self._scripts:
                await self._carry_out_parts(job, live, self._scripts[job.kind])
            else:
                await self._carry_out(job, live)
        except StorageFullError as error:
            await self._end_failed(job, str(error))
        except Exception:
            # The last line of defence: a job always ends, and the log says why.
            logger.exception("AvatarForge: job %s ended by an error of our own", job.id)
            await self._end_failed(job, "internal error; the server's log has the details")
        finally:
            await asyncio.to_thread(self._blobs.clear_job_staging, job.id)
            async with self._ended:
                self._live.pop(job.id, None)
                self._ended.notify_all()
            live.tell()

    async def _end_failed(self, job: Job, message: str) -> None:
        try:
            await self._store.failed(job.id, message)
        except StorageFullError:
            # Not even this can be written; the job is unfinished and runs at the next start.
            logger.exception("AvatarForge: job %s failed (%s), unrecorded", job.id, message)

    async def _carry_out_parts(self, job: Job, live: _Live, script: Script) -> None:
        try:
            while True:
                live.tell()
                parts = (await self._store.parts([job.id])).get(job.id, ())
                live.parts_done, live.part = sum(part.finished for part in parts), None
                if parts and not parts[-1].finished:  # since before a restart
                    await self._follow(job, parts[-1], live)
                elif live.cancelled or any(part.state == "cancelled" for part in parts):
                    await self._store.cancelled(job.id)
                    return
                else:
                    step = await script.next(job, parts)
                    if isinstance(step, Ending):
                        await self._end(job, step)
                        return
                    part = await self.submit(replace(step, parent=job.id))
                    await self._follow(job, part, live)
        except NotFoundError:
            # Of a job that has been deleted itself this changes nothing.
            await self._store.failed(job.id, "something that it needs has been deleted")

    async def _follow(self, job: Job, part: Job, live: _Live) -> None:
        """Wait for a part to end.

        Raises NotFoundError where it is deleted, StorageFullError where its end could not be
        recorded.
        """
        live.part, live.part_id = self._live.get(part.id), part.id
        moved = asyncio.Event()

        def tell() -> None:
            moved.set()
            live.tell()

        try:
            with self.watching(part.id, tell):
                if live.cancelled:
                    await self._stop_live(part.id)
                while part.id in self._live:
                    if self._live[part.id].started:
                        await self._note_start(job, live)
                    await moved.wait()
                    moved.clear()
            ended = await self._store.get(part.id, part.owner)
            if not ended.finished:
                raise StorageFullError("no room left to store this")
            if ended.started_at is not None:
                await self._note_start(job, live)
        finally:
            live.part_id = None

    async def _note_start(self, job: Job, live: _Live) -> None:
        """A job has started when the first of its parts has, were it before a restart."""
        if not live.started:
            live.started = True
            await self._store.started(job.id)

    async def _end(self, job: Job, ending: Ending) -> None:
        if ending.error is None:
            await self._store.completed(job.id, [], [])
        else:
            await self._store.failed(job.id, ending.error)

    async def _carry_out(self, job: Job, live: _Live) -> None:
        try:
            await self._host.submit(
                live.prompt_id,
                job.graph,
                live.events.put_nowait,
                extra_pnginfo={delivery.JOB_KEY: {"job": job.id}},
            )
        except InvalidGraphError as error:
            await self._store.failed(job.id, without_paths(str(error)))
            return
        live.submitted = True
        if live.cancelled:
            await self._host.cancel(live.prompt_id)
        while True:
            event = await live.events.get()
            live.progress.see(event)
            match event:
                case Started():
                    live.remaining.begin()
                    await self._store.started(job.id)
                    live.started = True
                case NodeFinished(output=output) if delivery.OUTPUTS_KEY in output:
                    live.made += await self._delivered(job, output)
                case Finished(outputs=outputs):
                    self.pace.note(job.recipe, live.remaining.gone)
                    await self._deliver(job, outputs)
                    return
                case Failed(message=message, node_type=node_type, node_id=node_id):
                    told = without_paths(message)
                    whole = f"{node_type}: {told}" if node_type else told
                    await self._store.failed(job.id, whole, node_id)
                    return
                case Interrupted():
                    await self._store.cancelled(job.id)
                    return
            live.tell()

    async def _delivered(self, job: Job, output: NodeOutput) -> tuple[Output, ...]:
        """What one node has left; what is wrong with it comes to light at the end."""
        staging = self._blobs.job_staging(job.id)
        try:
            return tuple(await asyncio.to_thread(delivery.read, {"": output}, staging))
        except delivery.DeliveryError:
            return ()

    async def _deliver(self, job: Job, outputs: Mapping[str, NodeOutput]) -> None:
        staging = self._blobs.job_staging(job.id)
        try:
            made = await asyncio.to_thread(delivery.read, outputs, staging)
        except delivery.DeliveryError as error:
            await self._store.failed(job.id, str(error))
            return
        if not made:
            await self._store.failed(job.id, "the graph made nothing: no AvatarForge Result ran")
            return
        await self._store.completed(
            job.id,
            [(output, staging / output.filename) for output in made],
            delivery.read_warnings(outputs),
        )


_PATH = re.compile(r"(?<![\w:/\\])(?:[A-Za-z]:)?(?:[\\/][^\s\\/:'\"]+)+[\\/]([^\s\\/:'\"]+)")


def without_paths(message: str) -> str:
    """A node's message with the server's paths shortened to their last part."""
    return _PATH.sub(r"\1", message)
