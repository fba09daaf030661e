"""The avatar API's generations: one avatar, one view, or all four with their sheet."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, get_args

from aiohttp import web

from ...forge.avatar.features import VIEWS, View
from ...forge.avatar.framing import AVATAR_SIZE, VIEW_SIZES, framing_of
from ...forge.jobs.job import Job, NewJob, Output, State
from ...forge.moderation.avoided import asks_by_avoiding
from ...forge.moderation.minors import MESSAGE, refused_field
from ...forge.moderation.text import moderate_text
from ...forge.recipes.cookbook import RecipeError
from ...forge.recipes.recipe import Picture, Task
from ...forge.recipes.request import GenerationRequest, effective_seed
from ...forge.store.errors import NotFoundError
from ...forge.store.files import StoredFile
from ...forge.store.jobs import MissingFileError
from ..access import Caller
from ..body import JSON_WITH_IMAGES_LIMIT, read_json, read_query
from ..problem import Problem, field_problem
from ..product import Product
from ..replies import reply
from ..sending import send_blob
from .files import Files
from .schemas import (
    AvatarRequest,
    AvatarResponse,
    Dimensions,
    GenerationDeletion,
    GenerationList,
    ListQuery,
    OutputFile,
    PoseQuery,
)

API = "avatarforge"

_EVERYDAY = "everyday clothes"  # instead of explicit ones
_LONGEST_KEY = 255  # characters of an Idempotency-Key


class Generations:
    def __init__(self, product: Product, files: Files) -> None:
        self._product = product
        self._files = files

    async def avatar(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return await self._generate(request, caller, "avatar", None, AVATAR_SIZE)

    async def pose(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        view = view_of(read_query(request, PoseQuery).pose)
        return await self._generate(request, caller, "pose", view, VIEW_SIZES[view])

    async def all_poses(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        # 0 lets every view have its own size.
        return await self._generate(request, caller, "poses", None, (0, 0))

    async def _generate(
        self,
        request: web.Request,
        caller: Caller,
        task: Task,
        view: View | None,
        size: tuple[int, int],
    ) -> web.StreamResponse:
        key = idempotency_key(request)
        body = await read_json(request, AvatarRequest, JSON_WITH_IMAGES_LIMIT)
        if key is not None:
            first = await self._product.runner.retried(caller.owner, API, key)
            if first is not None:
                return reply(_generation(first), job_id=first.id)
        await asyncio.to_thread(_check, body)
        try:
            choice = await self._product.cookbook.choose(
                task, body.engine, body.recipe, _pictures_of(body)
            )
        except RecipeError as error:
            where = "engine" if body.recipe is None else "recipe"
            raise field_problem(str(error), "body", where) from error
        warnings = list(choice.warnings)
        pose = await self._picture(body, "pose", caller, warnings)
        reference = await self._picture(body, "reference", caller, warnings)
        prompt, clothing = _reworded(body, warnings)
        wanted = GenerationRequest(
            prompt=prompt,
            negative=body.negative_prompt or "",
            clothing=clothing,
            style=body.style or "",
            realism=body.realism,
            features=body.features or {},
            view=view or "front",
            framing=framing_of(body.prompt) if task == "avatar" else "figure",
            seed=effective_seed(body.seed),
            width=body.width or size[0],
            height=body.height or size[1],
            steps=body.steps,
            cfg=body.cfg,
            pose_image=None if pose is None else pose.sha256,
            reference_image=None if reference is None else reference.sha256,
        )
        used = {"pose": pose, "reference": reference}
        try:
            job = await self._product.runner.submit(
                NewJob(
                    api=API,
                    kind="all" if task == "poses" else view or "avatar",
                    owner=caller.owner,
                    request=body.model_dump(exclude={"pose_image", "reference_image"}),
                    graph=choice.chosen.fill(wanted),
                    engine=choice.recipe.engine,
                    recipe=choice.recipe.name,
                    seed=wanted.seed,
                    files={role: file.id for role, file in used.items() if file is not None},
                    warnings=tuple(warnings),
                    idempotency_key=key,
                )
            )
        except MissingFileError as error:
            raise _missing_file(error.role, error.file_id) from error
        return reply(_generation(job), job_id=job.id)

    async def _picture(
        self, body: AvatarRequest, role: str, caller: Caller, warnings: list[str]
    ) -> StoredFile | None:
        file_id: str | None = getattr(body, f"{role}_file_id")
        inline: str | None = getattr(body, f"{role}_image")
        if file_id is None:
            if inline is None:
                return None
            return await self._files.keep_inline(inline, caller.owner, f"{role}_image")
        if inline is not None:
            warnings.append(f"{role}_image was not used: {role}_file_id was given too")
        try:
            return await self._product.files.get(caller.owner, file_id)
        except NotFoundError as error:
            raise _missing_file(role, file_id) from error

    async def get(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        job = await self._job(request, caller)
        return reply(_generation(job, with_graph=True), job_id=job.id)

    async def list(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        query = read_query(request, ListQuery)
        page = await self._product.runner.page(
            owner=caller.owner,
            api=API,
            states=None if query.status is None else _states(query.status),
            limit=query.limit,
            offset=query.offset,
        )
        return reply(
            GenerationList(
                total=page.total,
                generations=[_generation(job) for job in page.jobs],
                limit=query.limit,
                offset=query.offset,
            )
        )

    async def delete(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        generation_id = request.match_info["generation_id"]
        try:
            await self._product.runner.delete(generation_id, caller.owner, API)
        except NotFoundError as error:
            raise Problem(404, "Generation not found") from error
        return reply(
            GenerationDeletion(message="Generation deleted", generation_id=generation_id),
            job_id=generation_id,
        )

    async def output(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        # Of any API: profiles and chats have their pictures here too.
        job = await self._job(request, caller, None)
        for output in job.outputs:
            if output.filename == request.match_info["filename"]:
                return await send_blob(
                    request,
                    self._product.blobs.path(output.sha256),
                    sha256=output.sha256,
                    mime_type=output.mime_type,
                    filename=output.filename,
                    extra_headers={"X-Job-Id": job.id},
                )
        raise Problem(404, "File not found")

    async def _job(self, request: web.Request, caller: Caller, api: str | None = API) -> Job:
        try:
            return await self._product.runner.get(
                request.match_info["generation_id"], caller.owner, api
            )
        except NotFoundError as error:
            raise Problem(404, "Generation not found") from error


def view_of(name: str) -> View:
    for view in VIEWS:
        if view == name:
            return view
    raise Problem(400, f"Invalid pose: {name[:100]}. Must be one of: front, back, side, quarter")


def _pictures_of(body: AvatarRequest) -> frozenset[Picture]:
    came: dict[Picture, bool] = {
        "pose": bool(body.pose_file_id or body.pose_image),
        "reference": bool(body.reference_file_id or body.reference_image),
    }
    return frozenset(picture for picture, here in came.items() if here)


def _check(body: AvatarRequest) -> None:
    _check_policy(body)
    check_features(body.features)


def check_features(features: Mapping[str, Any] | None) -> None:
    """Raises Problem 422."""
    if not features:
        return
    from ...forge.avatar.coding import FieldError, from_fields

    try:
        from_fields(features)
    except FieldError as error:
        raise field_problem(str(error), "body", "features") from error


def _check_policy(body: AvatarRequest) -> None:
    said = {"prompt": body.prompt, "clothing": body.clothing, "style": body.style}
    check_policy(said, body.negative_prompt, body.features)


def check_policy(
    said: Mapping[str, str | None], avoided: str | None, features: Mapping[str, Any] | None
) -> None:
    """What is refused on every route. `said` are a body's fields with words, by name.

    Raises Problem 422 that names the field at fault.
    """
    field = refused_field(said, features)
    if field is None and avoided:
        texts = [text for text in said.values() if text]
        field = "negative_prompt" if asks_by_avoiding(avoided, texts, features) else None
    if field is not None:
        raise field_problem(MESSAGE, "body", field, kind="policy_blocked")


def _reworded(body: AvatarRequest, warnings: list[str]) -> tuple[str, str]:
    """The prompt and the clothing without explicit words."""
    prompt = moderate_text(body.prompt, route="avatar")
    clothing = moderate_text(body.clothing or "", route="avatar")
    for name, verdict in (("prompt", prompt), ("clothing", clothing)):
        if verdict.decision == "blocked":
            raise field_problem(MESSAGE, "body", name, kind="policy_blocked")
    if "rewritten" in (prompt.decision, clothing.decision):
        warnings.append("Explicit words were replaced")
    is_bare = clothing.decision == "rewritten"
    return prompt.text, _EVERYDAY if is_bare else clothing.text


def idempotency_key(request: web.Request) -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is not None and not (0 < len(key) <= _LONGEST_KEY and key.isascii()):
        raise Problem(400, f"Idempotency-Key has 1 to {_LONGEST_KEY} ASCII characters")
    return key


def _missing_file(role: str, file_id: str) -> Problem:
    return Problem(404, f"{role.capitalize()} file not found: {file_id[:100]}")


def _states(status: str) -> tuple[State, ...]:
    # The documented API has no word for a cancelled job: its clients wait for "failed".
    if status == "failed":
        return ("failed", "cancelled")
    return tuple(state for state in get_args(State) if state == status)


def _generation(job: Job, *, with_graph: bool = False) -> AvatarResponse:
    status = "failed" if job.state == "cancelled" else job.state
    svgs = {output.role: output for output in job.outputs if output.mime_type == "image/svg+xml"}
    pictures = [
        output
        for output in job.outputs
        if output.mime_type.startswith("image/") and output.mime_type != "image/svg+xml"
    ]
    sheet = next((output for output in pictures if output.role == "sheet"), None)
    return AvatarResponse(
        generation_id=job.id,
        status=status,
        message=_message(job, status),
        progress=round(job.progress, 1),
        pose_type=None if job.kind == "avatar" else job.kind,
        workflow={node: dict(value) for node, value in job.graph.items()} if with_graph else None,
        output_files=[
            _output_file(job, output, svgs.get(output.role))
            for output in pictures
            if output.role != "sheet"
        ]
        if job.state == "completed"
        else None,
        sheet=None if sheet is None else _output_file(job, sheet, None),
        seed=job.seed,
        engine=job.engine,
        recipe=job.recipe,
        warnings=list(job.warnings),
        created_at=job.created_at,
        started_at=job.started_at,
        completed_at=job.completed_at,
        error=job.error,
        comfyui_prompt_id=job.prompt_id,
    )


def _message(job: Job, status: str) -> str:
    if job.kind == "all" and job.state in ("queued", "processing"):
        return "Generating all poses (front, back, side, quarter)"
    if job.kind == "all":
        return f"Generation {status} for all poses"
    if job.kind == "avatar":
        return f"Generation {status}"
    return f"Generation {status} for pose: {job.kind}"


def _output_file(job: Job, output: Output, svg: Output | None) -> OutputFile:
    view = output.role if output.role in VIEWS else None
    return OutputFile(
        filename=output.filename,
        url=_url(job, output),
        pose_type=view or (job.kind if job.kind in VIEWS else None),
        size=output.size,
        dimensions=Dimensions(width=output.width or 0, height=output.height or 0),
        svg_url=None if svg is None else _url(job, svg),
    )


def _url(job: Job, output: Output) -> str:
    return f"/outputs/{job.id}/{output.filename}"
