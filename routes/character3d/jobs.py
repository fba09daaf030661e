"""Characters as jobs: posted, watched, fetched, removed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from aiohttp import web

from ...forge.images import ImageError, ImageFacts, inspect
from ...forge.jobs.job import UNFINISHED, Job, NewJob, Output
from ...forge.jobs.runner import Glimpse
from ...forge.moderation.avoided import asks_by_avoiding
from ...forge.moderation.text import moderate_text
from ...forge.recipes.availability import Availability
from ...forge.recipes.character import CharacterWish
from ...forge.recipes.cookbook import RecipeError
from ...forge.recipes.families import Family
from ...forge.recipes.request import effective_seed
from ...forge.store.errors import NotFoundError
from ...forge.store.files import StoredFile
from ..access import Caller
from ..avatarforge.generations import idempotency_key
from ..problem import Problem
from ..product import Product
from ..replies import reply
from ..sending import send_blob
from ..uploads import Upload, discard_soon
from .form import DEFAULT_MODEL, CharacterForm, read_form
from .limits import UNFINISHED as MOST_UNFINISHED
from .limits import Limits, too_many_unfinished
from .problems import CharacterProblem, invalid, no_job
from .schemas import Accepted, JobStatus, Models, Removed, Results, StageObject
from .stages import current, stages, without_rigging

API = "character3d"
UPLOAD_LIMIT = 10 << 20  # bytes

_SMALLEST_SIDE = 64  # pixels
_LARGEST_SIDE = 8192
_DECODERS = 2  # at once
_FIRST_GUESS_S = {"drawn": (20, 40), "diffusion": (120, 180), "custom": (20, 180)}
"""By the engine, before anything is known: at best, and usually."""
_DIFFUSION: tuple[Family, ...] = (
    *("sd15", "sdxl", "z-image", "flux1", "flux2", "qwen-image", "qwen-image-edit"),
)


class Characters:
    def __init__(self, product: Product) -> None:
        self._product = product
        self._limits = Limits()
        self._decoding = asyncio.Semaphore(_DECODERS)

    async def create(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        who = caller.owner or f"@{request.remote}"
        self._limits.count_post(who)
        key = idempotency_key(request)
        upload, fields = await self._product.intake.receive_form(request, "image", UPLOAD_LIMIT)
        try:
            if upload is None:
                raise invalid("image", None, ["PNG", "JPEG"], "The field 'image' is missing")
            facts = await self._facts(upload)
            form = read_form(fields, (await self._models()).diffusion_models)
            _check_policy(form)
        except BaseException:
            if upload is not None:
                discard_soon(upload.staged)
            raise
        if key is not None:
            first = await self._product.runner.retried(caller.owner, API, key)
            if first is not None:
                discard_soon(upload.staged)
                return _accepted(first)
        try:
            self._limits.job_begins(who)
        except CharacterProblem:
            discard_soon(upload.staged)
            raise
        try:
            file = await self._kept(upload, facts, caller)
            job = await self._submit(form, file, caller, key)
        except BaseException:
            self._limits.job_ended(who)
            raise
        self._product.in_background(self._count_its_end(job, who))
        return _accepted(job)

    async def _facts(self, upload: Upload) -> ImageFacts:
        head = await asyncio.to_thread(_head, upload)
        if not head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
            raise CharacterProblem(
                415,
                "UNSUPPORTED_FORMAT",
                "Only PNG and JPEG images are supported",
                {"allowed": ["PNG", "JPEG"]},
            )
        try:
            async with self._decoding:
                return await asyncio.to_thread(
                    inspect, upload.staged.path, smallest=_SMALLEST_SIDE, largest=_LARGEST_SIDE
                )
        except ImageError as error:
            raise invalid("image", upload.filename, ["PNG", "JPEG"], str(error)) from error

    async def _kept(self, upload: Upload, facts: ImageFacts, caller: Caller) -> StoredFile:
        try:
            file, _ = await self._product.files.keep(
                upload.staged,
                upload.sha256,
                owner=caller.owner,
                filename=upload.filename,
                mime_type=facts.mime_type,
                width=facts.width,
                height=facts.height,
            )
        except BaseException:
            discard_soon(upload.staged)
            raise
        return file

    async def _submit(
        self, form: CharacterForm, file: StoredFile, caller: Caller, key: str | None
    ) -> Job:
        unfinished = await self._product.runner.page(
            owner=caller.owner, api=API, states=UNFINISHED, limit=1, offset=0
        )
        if caller.owner and unfinished.total >= MOST_UNFINISHED:
            raise too_many_unfinished()
        try:
            choice = await self._product.cookbook.choose(
                "character", "auto", None, model=form.model_name
            )
        except RecipeError as error:
            raise CharacterProblem(503, "SERVER_BUSY", str(error)) from error
        warnings = (*choice.warnings, *_of_models(choice.chosen, form))
        seed = effective_seed(form.seed)
        wish = CharacterWish(
            image=file.sha256,
            prompt=form.prompt,
            negative=form.negative_prompt,
            seed=seed,
            image_size=form.image_size,
            mesh_input_size=form.mesh_input_size,
            outline_size=form.outline_size,
            steps=form.steps,
            guidance_scale=form.guidance_scale,
            cfg_scale=form.cfg_scale,
            model_name=form.model_name,
            pose_type=form.pose_type,
        )
        graph = choice.chosen.fill(wish)
        return await self._product.runner.submit(
            NewJob(
                api=API,
                kind="character",
                owner=caller.owner,
                request={**asdict(form), "image": file.filename},
                graph=graph if form.enable_rigging else without_rigging(graph),
                engine=choice.recipe.engine,
                recipe=choice.recipe.name,
                seed=seed,
                files={"image": file.id},
                warnings=warnings,
                idempotency_key=key,
            )
        )

    async def _count_its_end(self, job: Job, who: str) -> None:
        try:
            await self._product.runner.ended(job.id, job.owner, API)
        except NotFoundError:
            pass  # deleted, which ends it as well
        finally:
            self._limits.job_ended(who)

    async def status(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        job = await self.job(request.match_info["job_id"], caller)
        return reply_without_nulls(self.shown(job), job.id)

    async def job(self, job_id: str, caller: Caller) -> Job:
        """Raises CharacterProblem 404."""
        try:
            return await self._product.runner.get(job_id, caller.owner, API)
        except NotFoundError as error:
            raise no_job() from error

    def shown(self, job: Job) -> JobStatus:
        glimpse = None if job.finished else self._product.runner.glimpse(job.id)
        found = stages(job, glimpse)
        status = _status(job, glimpse)
        made = job.outputs if glimpse is None else glimpse.made
        shown = JobStatus(
            status=status,
            job_id=job.id,
            progress=100 if job.state == "completed" else int(job.progress),
            stages=[StageObject(name=stage.name, status=stage.status) for stage in found],
            downloads={each.role: download_url(job, each) for each in made},
            seed=job.seed,
            engine=job.engine,
            recipe=job.recipe,
            warnings=list(job.warnings),
        )
        if status in ("accepted", "processing"):
            shown.current_stage = current(found)
            unmeasured = _FIRST_GUESS_S[job.engine][0]
            left = self._product.runner.remaining_s(job.id, unmeasured)
            shown.estimated_remaining = f"{max(1, round(left))} seconds"
        if status == "completed":
            shown.results = _results(job)
            shown.processing_time = f"{_took_s(job)} seconds"
        if status == "failed":
            failed = next((stage.name for stage in found if stage.status == "failed"), None)
            shown.failed_stage = failed
            shown.error = _failure(job, failed)
            shown.error_details = job.error
        return shown

    async def download(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        job = await self.job(request.match_info["job_id"], caller)
        return await self._send(request, job, request.match_info["filename"])

    async def output(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        job_id, _, filename = request.match_info["path"].partition("/")
        try:
            job = await self.job(job_id, caller)
        except CharacterProblem as error:
            raise _no_file() from error
        return await self._send(request, job, filename)

    async def _send(self, request: web.Request, job: Job, filename: str) -> web.StreamResponse:
        glimpse = None if job.finished else self._product.runner.glimpse(job.id)
        for output in job.outputs if glimpse is None else glimpse.made:
            if output.filename != filename:
                continue
            if glimpse is None:
                path = self._product.blobs.path(output.sha256)
            else:
                path = self._product.runner.staged(job.id, output)
            return await send_blob(
                request,
                path,
                sha256=output.sha256,
                mime_type="application/octet-stream",
                filename=output.filename,
                disposition="attachment",
                extra_headers={"X-Job-Id": job.id},
            )
        raise _no_file()

    async def delete(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        job = await self.job(request.match_info["job_id"], caller)
        runner = self._product.runner
        try:
            if job.finished:
                await runner.delete(job.id, caller.owner, API)
                return reply(Removed(status="deleted", job_id=job.id), job_id=job.id)
            await runner.cancel(job.id, caller.owner, API)
        except NotFoundError as error:
            raise no_job() from error
        return reply(Removed(status="cancelled", job_id=job.id), job_id=job.id)

    async def models(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return reply(await self._models())

    async def _models(self) -> Models:
        installed = await self._product.cookbook.installed()
        diffusion = [
            each.name
            for folder in ("checkpoints", "diffusion_models")
            for each in installed.get(folder, ())
            if each.model is not None and each.model.family in _DIFFUSION
        ]
        solid = [
            each.name
            for folder in ("checkpoints", "diffusion_models")
            for each in installed.get(folder, ())
            if each.model is not None and each.model.family == "hunyuan3d-2"
        ]
        return Models(**{"diffusion_models": diffusion, "3d_models": solid})


def reply_without_nulls(status: JobStatus, job_id: str) -> web.Response:
    return web.Response(
        text=status.model_dump_json(exclude_none=True),
        content_type="application/json",
        headers={"X-Job-Id": job_id},
    )


def download_url(job: Job, output: Output) -> str:
    return f"/job/{job.id}/download/{output.filename}"


def _accepted(job: Job) -> web.Response:
    least, most = _FIRST_GUESS_S[job.engine]
    estimate = f"{least}-{most} seconds"
    return reply(Accepted(job_id=job.id, estimated_time=estimate), status=202, job_id=job.id)


def _head(upload: Upload) -> bytes:
    with upload.staged.path.open("rb") as file:
        return file.read(8)


def _check_policy(form: CharacterForm) -> None:
    if asks_by_avoiding(form.negative_prompt, [form.prompt]):
        raise CharacterProblem(
            400,
            "POLICY_BLOCKED",
            "The negative prompt violates the policy",
            {"parameter": "negative_prompt"},
        )
    verdict = moderate_text(form.prompt, route="avatar")
    if verdict.decision == "blocked":
        raise CharacterProblem(
            400,
            "POLICY_BLOCKED",
            "The prompt violates the policy",
            {"parameter": "prompt", "matched_keywords": list(verdict.matched)},
        )


def _of_models(chosen: Availability, form: CharacterForm) -> Iterator[str]:
    """Which model was taken where another was named."""
    if chosen.takes(form.model_name):
        return
    used = chosen.model_of("views_model")
    if used is not None:
        yield f"{form.model_name} was not used for the views: {used} was"
    elif form.model_name != DEFAULT_MODEL:
        yield f"{form.model_name} was not used: no recipe here makes views with it"


def _status(job: Job, glimpse: Glimpse | None) -> Any:
    if job.state in ("failed", "cancelled"):
        return "failed"
    if job.state == "completed":
        return "completed"
    return "processing" if glimpse is not None and glimpse.started else "accepted"


def _results(job: Job) -> Results:
    by_role: Mapping[str, Output] = {each.role: each for each in job.outputs}

    def path(role: str) -> str | None:
        output = by_role.get(role)
        return None if output is None else f"/output/{job.id}/{output.filename}"

    previews = [each for each in job.outputs if each.role.startswith("preview")]
    return Results(
        raw_mesh=path("raw_mesh"),
        textured_mesh=path("textured_mesh"),
        rigged_character=path("rigged_character"),
        preview_images=[f"/output/{job.id}/{each.filename}" for each in previews],
    )


_FAILURES = {
    "preprocessing": "Preprocessing failed",
    "mesh_generation": "Mesh generation failed",
    "generating_multiview_texture": "Multiview texture generation failed",
    "texture_baking": "Texture baking failed",
    "rigging": "Rigging failed",
}


def _failure(job: Job, stage: str | None) -> str:
    if job.state == "cancelled":
        return "cancelled"
    return _FAILURES.get(stage or "", "Character generation failed")


def _took_s(job: Job) -> int:
    if job.started_at is None or job.completed_at is None:
        return 0
    return max(1, round((job.completed_at - job.started_at).total_seconds()))


def _no_file() -> Problem:
    return CharacterProblem(404, "FILE_NOT_FOUND", "File not found")
