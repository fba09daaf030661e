"""What is asked for, as jobs: one picture or film, or a whole production."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from ...forge.jobs.job import Job, NewJob
from ...forge.jobs.production import KIND as PRODUCTION
from ...forge.jobs.production import PHASES, Phase
from ...forge.moderation.text import moderate_text
from ...forge.recipes.cookbook import Choice, RecipeError
from ...forge.recipes.recipe import Picture, Task
from ...forge.recipes.request import Engine, GenerationRequest, effective_seed
from ...forge.store.files import StoredFile
from ...forge.store.jobs import MissingFileError
from ..access import Caller
from ..avatarforge.files import Files
from ..avatarforge.generations import check_features, check_policy, idempotency_key
from ..body import JSON_WITH_IMAGES_LIMIT, read_json
from ..problem import Problem, field_problem
from ..product import Product
from ..replies import reply
from .schemas import Accepted, GenerateRequest, OrchestrateRequest, OrchestrationAccepted
from .viewing import API, kind_of, shown_status, user_name

_SEED_BITS = 31  # what the API takes
_UNMEASURED_S: Mapping[str, float] = {"image": 3, "video": 30, PRODUCTION: 20}
_MODES: Mapping[str | None, tuple[int, int | None]] = {
    "draft": (512, 8),
    "standard": (768, 15),
    None: (1024, None),
}
"""Side in pixels and steps."""


class Generating:
    def __init__(self, product: Product) -> None:
        self._product = product
        self._files = Files(product)

    async def generate(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return await self._generate(request, caller)

    async def generate_video(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return await self._generate(request, caller, is_video=True)

    async def _generate(
        self, request: web.Request, caller: Caller, *, is_video: bool = False
    ) -> web.StreamResponse:
        key = idempotency_key(request)
        body = await read_json(request, GenerateRequest)
        is_video = is_video or body.type == "video"
        kind = "video" if is_video else "image"
        first = await self._retried(caller, key, kind)
        if first is not None:
            return reply(self._accepted(first), job_id=first.id)
        words = await asyncio.to_thread(_admitted, body)
        task: Task = "anime-video" if is_video else "anime-image"
        choice = await self._choose(task, body.engine, body.recipe)
        said = body.model_fields_set
        wanted = GenerationRequest(
            prompt=words.prompt,
            negative=body.negative_prompt,
            style=words.style,
            features=body.features or {},
            seed=effective_seed(body.seed, _SEED_BITS),
            width=body.width,
            height=body.height,
            steps=body.steps,
            cfg=body.cfg,
            frames=body.frames if is_video or "frames" in said else None,
            fps=body.fps if is_video or "fps" in said else None,
            policy="anime",
        )
        job = await self._product.runner.submit(
            NewJob(
                api=API,
                kind=kind,
                owner=caller.owner,
                request={**body.model_dump(), "type": kind},
                graph=choice.chosen.fill(wanted),
                engine=choice.recipe.engine,
                recipe=choice.recipe.name,
                seed=wanted.seed,
                warnings=(*choice.warnings, *words.warnings),
                idempotency_key=key,
            )
        )
        return reply(self._accepted(_same_kind(job, kind)), job_id=job.id)

    async def orchestrate(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        key = idempotency_key(request)
        body = await read_json(request, OrchestrateRequest, JSON_WITH_IMAGES_LIMIT)
        first = await self._retried(caller, key, PRODUCTION)
        if first is not None:
            return reply(self._orchestrating(first), job_id=first.id)
        words = await asyncio.to_thread(_admitted, body)
        phases = [phase for phase in PHASES if phase.id in body.phases]
        # Better refused now than found out when the phases before have run.
        shown = body.input_image or body.reference_images
        pictures: frozenset[Picture] = frozenset({"reference"} if shown else ())
        choices = [await self._choose(phase.task, body.engine, None, pictures) for phase in phases]
        side, steps = _MODES[body.mode]
        reference = await self._reference(body, caller)
        job = await self._submit(
            NewJob(
                api=API,
                kind=PRODUCTION,
                owner=caller.owner,
                request={
                    **body.model_dump(exclude={"input_image", "reference_images"}),
                    "prompt": words.prompt,
                    "style": words.style,
                    "negative": body.negative_prompt,
                    "features": body.features or {},
                    "phases": [phase.id for phase in phases],
                    "width": body.width or side,
                    "height": body.height or side,
                    "steps": body.steps or steps,
                    "reference": None if reference is None else reference.sha256,
                },
                graph={},
                engine=", ".join(dict.fromkeys(choice.recipe.engine for choice in choices)),
                recipe=", ".join(choice.recipe.name for choice in choices),
                seed=effective_seed(body.seed, _SEED_BITS),
                files={} if reference is None else {"reference": reference.id},
                warnings=(*words.warnings, *_unused(body, phases)),
                idempotency_key=key,
            )
        )
        return reply(self._orchestrating(_same_kind(job, PRODUCTION)), job_id=job.id)

    async def _retried(self, caller: Caller, key: str | None, kind: str) -> Job | None:
        if key is None:
            return None
        first = await self._product.runner.retried(caller.owner, API, key)
        return None if first is None else _same_kind(first, kind)

    async def _submit(self, new: NewJob) -> Job:
        try:
            return await self._product.runner.submit(new)
        except MissingFileError as error:  # deleted since it was looked up
            raise Problem(404, "File not found") from error

    async def _reference(self, body: OrchestrateRequest, caller: Caller) -> StoredFile | None:
        """The character's picture, kept for as long as the production is. Raises Problem."""
        if body.input_image is not None:
            return await self._files.keep_or_find(body.input_image, caller.owner, "input_image")
        for image in body.reference_images[:1]:
            return await self._files.keep_or_find(image, caller.owner, "reference_images")
        return None

    async def _choose(
        self,
        task: Task,
        engine: Engine,
        recipe: str | None,
        pictures: frozenset[Picture] = frozenset(),
    ) -> Choice:
        try:
            return await self._product.cookbook.choose(task, engine, recipe, pictures)
        except RecipeError as error:
            where = "engine" if recipe is None else "recipe"
            raise field_problem(str(error), "body", where) from error

    def _accepted(self, job: Job) -> Accepted:
        return Accepted(**self._noted(job, [job.recipe]), message=_message(job))

    def _orchestrating(self, job: Job) -> OrchestrationAccepted:
        return OrchestrationAccepted(
            **self._noted(job, job.recipe.split(", ")),
            message=_message(job),
            success=True,
            prompt_id=job.prompt_id,
            phases=job.request["phases"],
        )

    def _noted(self, job: Job, recipes: Sequence[str]) -> dict[str, Any]:
        expected = self._product.runner.expected_s(recipes, _UNMEASURED_S[job.kind])
        return {
            "job_id": job.id,
            "status": shown_status(job),
            "estimated_time": 0 if job.finished else max(1, math.ceil(expected)),
            "type": kind_of(job),
            "seed": job.seed,
            "engine": job.engine,
            "recipe": job.recipe,
            "warnings": list(job.warnings),
        }


def _message(job: Job) -> str:
    what = "Production" if job.kind == PRODUCTION else "Generation"
    return f"{what} started for {user_name(job.owner)}"


@dataclass(frozen=True, slots=True)
class _Admitted:
    """Words without explicit ones, and the warnings for it."""

    prompt: str
    style: str
    warnings: tuple[str, ...]


def _admitted(body: GenerateRequest | OrchestrateRequest) -> _Admitted:
    """Takes time in proportion to the words. Raises Problem 422."""
    check_features(body.features)
    said = {"prompt": body.prompt, "style": body.style}
    if isinstance(body, OrchestrateRequest):
        said["character_name"] = body.character_name
    check_policy(said, body.negative_prompt, body.features)
    prompt = moderate_text(body.prompt, route="anime")
    style = moderate_text(body.style, route="anime")
    reworded = "rewritten" in (prompt.decision, style.decision)
    warnings = ("Explicit words were replaced",) if reworded else ()
    return _Admitted(prompt.text, style.text, warnings)


def _unused(body: OrchestrateRequest, phases: Sequence[Phase]) -> Iterator[str]:
    """What no graph makes anything of, in words."""
    lasting = {phase.name: phase.seconds * body.fps for phase in phases if phase.seconds}
    if body.frames is not None and body.frames not in lasting.values():
        told = " and ".join(f"{name} {frames}" for name, frames in lasting.items())
        settled = f"at {body.fps} fps {told}" if told else "no phase asked for is a film"
        yield f"frames was not used: {settled}"
    unused = len(body.reference_images) - (body.input_image is None)
    if unused > 0:
        which = "input_image" if body.input_image is not None else "the first of them"
        yield f"{unused} of reference_images not used: a production has one reference, {which}"
    if body.denoise is not None:
        yield "denoise was not used: each recipe has its own"
    if not body.auto_advance:
        yield "auto_advance was not used: the phases run one after another; see phases"


def _same_kind(job: Job, kind: str) -> Job:
    """Raises Problem 422."""
    if job.kind != kind:
        message = "This Idempotency-Key was used for a request of another kind"
        raise field_problem(message, "header", "Idempotency-Key")
    return job
