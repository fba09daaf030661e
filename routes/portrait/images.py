"""`GET /api/images/{filename}`: a session's photograph, and the portraits of it."""

from __future__ import annotations

import re

from aiohttp import web

from ...forge.jobs.job import Job, Output
from ...forge.store.errors import NotFoundError
from ...forge.store.sessions import PortraitSession
from ..access import Caller
from ..body import read_query
from ..problem import Problem
from ..product import Product
from ..sending import send_blob
from .problems import bad_request
from .schemas import API, ImageQuery

_TYPES = ("input", "output")
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_PHOTOGRAPH = re.compile(rf"pet-({_UUID})\.(?:png|jpg|webp)")
_PORTRAIT = re.compile(rf"portrait-({_UUID})\.(?:png|jpg|webp)")
_SEPARATOR = re.compile(r"[\\/]")


def photograph_url(session: PortraitSession) -> str:
    return f"/api/images/{_photograph_name(session)}?type=input&subfolder="


def result_url(job: Job) -> str | None:
    """None where the job made no picture."""
    output = _result(job)
    if output is None:
        return None
    return f"/api/images/{_portrait_name(job, output)}?type=output&subfolder="


def _photograph_name(session: PortraitSession) -> str:
    return f"pet-{session.id}.{_SUFFIXES[session.photograph.mime_type]}"


def _portrait_name(job: Job, output: Output) -> str:
    return f"portrait-{job.id}.{_SUFFIXES[output.mime_type]}"


def _result(job: Job) -> Output | None:
    """The picture of the Result with the role "output", else the first there is."""
    pictures = [each for each in job.outputs if each.mime_type in _SUFFIXES]
    named = [each for each in pictures if each.role == "output"]
    return next(iter([*named, *pictures]), None)


class Images:
    def __init__(self, product: Product) -> None:
        self._product = product

    async def get(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        filename = request.match_info["filename"]
        try:
            query = read_query(request, ImageQuery)
        except Problem as problem:
            raise bad_request(problem) from problem
        if query.type not in _TYPES:
            raise Problem(400, f"Unknown image type: {query.type[:50]}. It is input or output")
        if _leaves(filename) or _leaves(query.subfolder):
            raise Problem(400, "The path leaves its folder")
        try:
            if query.subfolder:
                raise NotFoundError(query.subfolder)
            if query.type == "input":
                return await self._photograph(request, caller, filename)
            return await self._portrait(request, caller, filename)
        except NotFoundError as error:
            raise Problem(404, "Image not found") from error

    async def _photograph(
        self, request: web.Request, caller: Caller, filename: str
    ) -> web.StreamResponse:
        named = _PHOTOGRAPH.fullmatch(filename)
        if named is None:
            raise NotFoundError(filename)
        session = await self._product.sessions.use(named[1], caller.owner)
        if filename != _photograph_name(session):
            raise NotFoundError(filename)
        return await send_blob(
            request,
            self._product.blobs.path(session.photograph.sha256),
            sha256=session.photograph.sha256,
            mime_type=session.photograph.mime_type,
            filename=filename,
        )

    async def _portrait(
        self, request: web.Request, caller: Caller, filename: str
    ) -> web.StreamResponse:
        named = _PORTRAIT.fullmatch(filename)
        if named is None:
            raise NotFoundError(filename)
        job = await self._product.runner.get(named[1], caller.owner, API)
        await self._product.sessions.use(str(job.request["session"]), caller.owner)
        output = _result(job)
        if output is None or filename != _portrait_name(job, output):
            raise NotFoundError(filename)
        return await send_blob(
            request,
            self._product.blobs.path(output.sha256),
            sha256=output.sha256,
            mime_type=output.mime_type,
            filename=filename,
            extra_headers={"X-Job-Id": job.id},
        )


def _leaves(path: str) -> bool:
    """Whether it would name something elsewhere, on any system."""
    parts = _SEPARATOR.split(path)
    is_absolute = len(parts) > 1 and (not parts[0] or ":" in parts[0])
    return is_absolute or ".." in parts or "\0" in path
