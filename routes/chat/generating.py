"""One picture while the caller waits: admission, job, and what it made."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from ...forge.jobs.job import Job, NewJob, Output
from ...forge.recipes.cookbook import Choice, RecipeError
from ...forge.recipes.recipe import Picture, Task
from ...forge.recipes.request import Engine, GenerationRequest, effective_seed
from ..access import Caller
from ..avatarforge.generations import idempotency_key
from ..problem import Problem
from ..product import Product
from .problems import ChatProblem, bad_input
from .queues import QUEUES, AdmissionQueue, QueueName

API = "chat"

_LOOK_S = 0.25  # how often it is looked whether the caller is still there


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    task: Task
    kind: str
    engine: Engine = "auto"
    recipe: str | None = None
    seed: int | None = None
    noted: Mapping[str, Any]  # what the job remembers of the request
    generation: Mapping[str, Any]  # fields of GenerationRequest but the seed


@dataclass(frozen=True, slots=True)
class Made:
    job: Job
    picture: bytes
    texts: Mapping[str, str]  # by role

    @property
    def headers(self) -> Mapping[str, str]:
        return {
            "X-Job-Id": self.job.id,
            "X-Seed": str(self.job.seed),
            "X-Engine": self.job.engine,
            "X-Recipe": self.job.recipe,
        }


class Generating:
    def __init__(self, product: Product) -> None:
        self._product = product
        self._queues = {name: AdmissionQueue() for name in QUEUES}
        self._waiting: Counter[str] = Counter()  # callers by job

    def place(self, queue: QueueName) -> AbstractContextManager[None]:
        """Raises ChatProblem 429."""
        return self._queues[queue].place()

    async def make(self, request: web.Request, caller: Caller, wanted: Wanted) -> Made:
        """Raises ChatProblem, Problem, and ConnectionError where the caller has left; the job
        is then cancelled, unless somebody else waits for it."""
        ended = await self._ended(request, await self._submit(request, caller, wanted))
        picture = next(
            (each for each in ended.outputs if each.mime_type.startswith("image/")), None
        )
        if picture is None:
            raise Problem(500, "The recipe made no picture")
        data = await asyncio.to_thread(self._read, picture)
        return Made(ended, data, await asyncio.to_thread(self._texts, ended.outputs))

    async def choose(
        self,
        task: Task,
        engine: Engine = "auto",
        recipe: str | None = None,
        pictures: frozenset[Picture] = frozenset(),
    ) -> Choice:
        """Raises ChatProblem 422."""
        try:
            return await self._product.cookbook.choose(task, engine, recipe, pictures)
        except RecipeError as error:
            raise bad_input(str(error), "recipe" if recipe else "engine") from error

    async def tell(
        self, request: web.Request, caller: Caller, wanted: Wanted, choice: Choice
    ) -> Mapping[str, str]:
        """The texts, by role, that this recipe makes on the way to the picture that was asked
        for. Raises what `make` does."""
        job = await self._put(caller, wanted, choice, key=None)
        ended = await self._ended(request, job)
        return await asyncio.to_thread(self._texts, ended.outputs)

    async def _submit(self, request: web.Request, caller: Caller, wanted: Wanted) -> Job:
        key = idempotency_key(request)
        runner = self._product.runner
        if key is not None:
            first = await runner.retried(caller.owner, API, key)
            if first is not None:
                return _same_kind(first, wanted)
        choice = await self.choose(wanted.task, wanted.engine, wanted.recipe)
        return _same_kind(await self._put(caller, wanted, choice, key), wanted)

    async def _put(self, caller: Caller, wanted: Wanted, choice: Choice, key: str | None) -> Job:
        seed = effective_seed(wanted.seed)
        filled = GenerationRequest(seed=seed, **wanted.generation)
        return await self._product.runner.submit(
            NewJob(
                api=API,
                kind=wanted.kind,
                owner=caller.owner,
                request=wanted.noted,
                graph=choice.chosen.fill(filled),
                engine=choice.recipe.engine,
                recipe=choice.recipe.name,
                seed=seed,
                warnings=choice.warnings,
                idempotency_key=key,
            )
        )

    async def _ended(self, request: web.Request, job: Job) -> Job:
        """Raises Problem where it did not come to a good end, and ConnectionError."""
        self._waiting[job.id] += 1
        try:
            ended = await self._end(request, job)
        finally:
            self._waiting[job.id] -= 1
            if not self._waiting[job.id]:
                del self._waiting[job.id]
        if ended.state != "completed":
            # What went wrong is in the job, for its owner; the message has no paths.
            raise Problem(500, f"Generation {ended.state}: {ended.error}")
        return ended

    async def _end(self, request: web.Request, job: Job) -> Job:
        runner = self._product.runner
        ending = asyncio.ensure_future(runner.ended(job.id, job.owner, API))
        try:
            while not ending.done():
                await asyncio.wait({ending}, timeout=_LOOK_S)
                if not ending.done() and _has_left(request):
                    raise ConnectionResetError("the caller has left")
            return ending.result()
        except BaseException:
            ending.cancel()
            if self._waiting[job.id] == 1:
                # Not awaited: this request may be ending with the server itself.
                self._product.in_background(runner.cancel(job.id, job.owner, API))
            raise

    def _read(self, output: Output) -> bytes:
        return self._product.blobs.path(output.sha256).read_bytes()

    def _texts(self, outputs: Sequence[Output]) -> Mapping[str, str]:
        texts = (each for each in outputs if each.mime_type == "text/plain")
        return {each.role: self._read(each).decode() for each in texts}


def _same_kind(job: Job, wanted: Wanted) -> Job:
    """A route's picture never leaves by another: each has its own size and policy.

    Raises ChatProblem 422.
    """
    if job.kind != wanted.kind:
        message = "This Idempotency-Key was used for a request of another kind"
        error = {"loc": ["header", "Idempotency-Key"], "msg": message}
        raise ChatProblem(422, "BAD_INPUT", message, {"errors": [error]})
    return job


def _has_left(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()
