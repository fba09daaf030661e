"""Sessions over HTTP: a photograph comes, portraits of it are made, their state is told."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from weakref import WeakValueDictionary

from aiohttp import web

from ...forge.images import ImageError, ImageFacts, inspect
from ...forge.jobs.job import Job, NewJob
from ...forge.moderation.minors import MESSAGE
from ...forge.moderation.text import moderate_text
from ...forge.recipes.cookbook import Choice, RecipeError
from ...forge.recipes.request import GenerationRequest, effective_seed
from ...forge.recipes.workflow import UnknownInputError, Workflow
from ...forge.store.errors import NotFoundError
from ...forge.store.sessions import PortraitSession, owner_of_photograph
from ..access import Caller
from ..avatarforge.generations import idempotency_key
from ..body import read_json
from ..problem import Problem
from ..product import Product
from ..replies import reply
from ..uploads import Upload, discard_soon
from .images import photograph_url
from .listeners import PREFIX, Listeners
from .problems import bad_request
from .progress import status_of
from .schemas import (
    API,
    AspectRatio,
    NodeObject,
    PortraitRequest,
    Started,
    Status,
    Uploaded,
    UserInputObject,
    WorkflowInfo,
)

UPLOAD_LIMIT = 20 << 20  # bytes
SIZE = (832, 1216)  # pixels, where the workflow leaves them open

_SMALLEST_SIDE = 64  # pixels
_LARGEST_SIDE = 8192
_DECODERS = 2  # at once


class Portraits:
    def __init__(self, product: Product, listeners: Listeners) -> None:
        self._product = product
        self._listeners = listeners
        self._decoding = asyncio.Semaphore(_DECODERS)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def upload(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        try:
            upload = await self._product.intake.receive_file(request, "image", UPLOAD_LIMIT)
        except Problem as problem:
            if problem.status == 422:
                raise Problem(400, "No image file provided") from problem
            raise
        session_id = str(uuid.uuid4())
        try:
            facts = await self._facts(upload)
            photograph, _ = await self._product.files.keep(
                upload.staged,
                upload.sha256,
                owner=owner_of_photograph(session_id),
                filename=upload.filename,
                mime_type=facts.mime_type,
                width=facts.width,
                height=facts.height,
            )
        except BaseException:
            discard_soon(upload.staged)
            raise
        session = await self._product.session_store.add(session_id, caller.owner, photograph)
        return reply(Uploaded(session_id=session.id, image_url=photograph_url(session)))

    async def _facts(self, upload: Upload) -> ImageFacts:
        try:
            async with self._decoding:
                return await asyncio.to_thread(
                    inspect, upload.staged.path, smallest=_SMALLEST_SIDE, largest=_LARGEST_SIDE
                )
        except ImageError as error:
            raise Problem(400, str(error)) from error

    async def generate(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return await self._start(request, caller, again=False)

    async def regenerate(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return await self._start(request, caller, again=True)

    async def _start(
        self, request: web.Request, caller: Caller, *, again: bool
    ) -> web.StreamResponse:
        key = idempotency_key(request)
        try:
            body = await read_json(request, PortraitRequest)
        except Problem as problem:
            raise bad_request(problem) from problem
        # One at a time in a session: the second finds that a portrait is being made.
        lock = self._locks.setdefault(body.session_id, asyncio.Lock())
        async with lock:
            try:
                session = await self._product.sessions.use(body.session_id, caller.owner)
                latest = await self._latest(session)
            except NotFoundError as error:
                raise Problem(400, "Invalid or expired session ID") from error
            kind = "regenerate" if again else "generate"
            if key is not None:
                first = await self._product.runner.retried(caller.owner, API, key)
                if first is not None:
                    return _started(_same(first, session, kind), session)
            if again and latest is None:
                raise Problem(400, "Nothing was generated yet; call /api/generate first")
            if latest is not None and not latest.finished:
                raise Problem(
                    409,
                    "A portrait of this session is being made already",
                    headers={"X-Job-Id": latest.id},
                )
            given = await asyncio.to_thread(_moderated, body.user_inputs or {})
            job = await self._make(session, kind, given, key)
        return _started(job, session)

    async def _make(
        self, session: PortraitSession, kind: str, given: Mapping[str, str], key: str | None
    ) -> Job:
        choice = await self._choice()
        seed = effective_seed(None)
        workflow = self._filled(choice, session, seed)
        known = {each.node_id for each in workflow.user_inputs()}
        kept: Mapping[str, str] = session.inputs if kind == "regenerate" else {}
        # A node may have gone from the workflow since; what is given now must be there.
        inputs = {node_id: text for node_id, text in kept.items() if node_id in known}
        inputs |= given
        try:
            workflow = workflow.with_inputs(inputs)
        except UnknownInputError as error:
            raise Problem(400, f"userInputs: {error}") from error
        if kind == "regenerate":
            workflow = workflow.reseeded(seed)
        job = await self._product.runner.submit(
            NewJob(
                api=API,
                kind=kind,
                owner=session.owner,
                request={
                    "session": session.id,
                    "photograph": session.photograph.filename,
                    "userInputs": inputs,
                },
                graph=workflow.graph,
                engine=choice.recipe.engine,
                recipe=choice.recipe.name,
                seed=seed,
                warnings=choice.warnings,
                idempotency_key=key,
            )
        )
        await self._product.session_store.began(session.id, job.id, inputs)
        self._listeners.began(session.id, job)
        return job

    async def status(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        try:
            session = await self._product.sessions.use(
                request.match_info["session_id"], caller.owner
            )
            job = await self._latest(session)
        except NotFoundError as error:
            raise Problem(404, "Session not found") from error
        if job is None:
            total = len((await self._workflow()).graph)
            return reply(
                Status(
                    session_id=session.id,
                    status="uploaded",
                    progress=0,
                    current_node=None,
                    current_node_info=None,
                    message="Image uploaded",
                    result_image=None,
                    start_time=session.created_at,
                    end_time=None,
                    executed_nodes_count=0,
                    total_nodes=total,
                )
            )
        glimpse = None if job.finished else self._product.runner.glimpse(job.id)
        return reply(status_of(session.id, job, glimpse), job_id=job.id)

    async def _latest(self, session: PortraitSession) -> Job | None:
        if not session.jobs:
            return None
        runner = self._product.runner
        job = await runner.get(session.jobs[-1], session.owner, API)
        if not job.finished and runner.glimpse(job.id) is None:
            # It has ended in the meantime.
            job = await runner.get(job.id, session.owner, API)
        return job

    async def workflow_info(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        choice = await self._choice()
        workflow = self._filled(choice, None, 0)
        width, height = workflow.size(*SIZE)
        return reply(
            WorkflowInfo(
                total_nodes=len(workflow.graph),
                aspect_ratio=AspectRatio(width=width, height=height),
                user_inputs=[
                    UserInputObject(
                        node_id=each.node_id,
                        title=each.title,
                        description=each.description,
                        default_value=each.default,
                    )
                    for each in workflow.user_inputs()
                ],
                node_types=[
                    NodeObject(id=each.id, type=each.type, title=each.title)
                    for each in workflow.nodes()
                ],
                node_count=len(workflow.graph),
                node_type_counts=dict(workflow.types()),
                execution_order_length=workflow.order_length(),
                recipe=choice.recipe.name,
            )
        )

    async def _workflow(self) -> Workflow:
        return self._filled(await self._choice(), None, 0)

    async def _choice(self) -> Choice:
        try:
            return await self._product.cookbook.choose(
                "pet-portrait", "auto", None, frozenset({"reference"})
            )
        except RecipeError as error:
            raise Problem(500, f"Workflow data not loaded: {error}") from error

    def _filled(self, choice: Choice, session: PortraitSession | None, seed: int) -> Workflow:
        """The workflow as it runs for this session, with the size and words that its file has."""
        of_file = Workflow(choice.recipe.graph)
        width, height = of_file.size(*SIZE)
        wanted = GenerationRequest(
            prompt=of_file.prompt(),
            seed=seed,
            width=width,
            height=height,
            policy="pet",
            reference_image=None if session is None else session.photograph.sha256,
        )
        return Workflow(choice.chosen.fill(wanted))


def _same(first: Job, session: PortraitSession, kind: str) -> Job:
    """The job of an earlier request, if that was this one."""
    if first.kind != kind or first.request.get("session") != session.id:
        raise Problem(400, "This Idempotency-Key was used for another request")
    return first


def _started(job: Job, session: PortraitSession) -> web.Response:
    begun = "regeneration" if job.kind == "regenerate" else "generation"
    return reply(
        Started(
            session_id=session.id,
            prompt_id=job.prompt_id,
            message=f"Portrait {begun} started",
            ws_endpoint=f"/ws?clientId={PREFIX}{session.id}",
            total_nodes=len(job.graph),
            seed=job.seed,
        ),
        job_id=job.id,
    )


def _moderated(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts without explicit words. Raises Problem 400 for what is refused everywhere."""
    # Read together: each may be harmless alone.
    if moderate_text("\n".join(texts.values()), route="pet").decision == "blocked":
        raise Problem(400, MESSAGE)
    reworded = {}
    for node_id, text in texts.items():
        verdict = moderate_text(text, route="pet")
        if verdict.decision == "blocked":
            raise Problem(400, MESSAGE)
        reworded[node_id] = verdict.text
    return reworded
