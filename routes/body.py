"""Reading what a caller sends, against its limit while it arrives."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from dataclasses import dataclass
from typing import TypeVar

from aiohttp import BodyPartReader, web
from pydantic import BaseModel, ValidationError

from ..forge.store.blobs import Blobs, Staged
from .problem import Problem, field_problem, misfit

JSON_LIMIT = 1 << 20  # bytes
JSON_WITH_IMAGES_LIMIT = 70 << 20

_CHUNK = 1 << 18  # bytes handed to a thread at once; smaller ones cost more in hand-over

Body = TypeVar("Body", bound=BaseModel)


async def read_json(request: web.Request, model: type[Body], limit: int = JSON_LIMIT) -> Body:
    """Raises Problem 413 or 422."""
    declared = request.content_length
    if declared is not None and declared > limit:
        raise _too_large(limit)
    data = bytearray()
    async for chunk in request.content.iter_any():
        data += chunk
        if len(data) > limit:
            raise _too_large(limit)
    try:
        # Only a body with a picture is long enough to hold up the loop.
        if len(data) > JSON_LIMIT:
            return await asyncio.to_thread(model.model_validate_json, bytes(data))
        return model.model_validate_json(bytes(data))
    except ValidationError as error:
        raise misfit(error, "body") from error


def read_query(request: web.Request, model: type[Body]) -> Body:
    """Raises Problem 422."""
    try:
        return model.model_validate(dict(request.query))
    except ValidationError as error:
        raise misfit(error, "query") from error


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that has arrived whole. Whoever gets it adopts or discards `staged`."""

    staged: Staged
    sha256: str
    filename: str


async def receive_file(request: web.Request, field: str, blobs: Blobs, limit: int) -> Upload:
    """The file of a multipart field. Nothing is kept of one that is refused or breaks off.

    Raises Problem 413 above `limit` bytes, 422 where there is no such field, and
    StorageFullError.
    """
    declared = request.content_length
    if declared is not None and declared > limit + 64_000:  # the other parts and the frame
        raise _too_large(limit)
    if request.content_type != "multipart/form-data":
        raise field_problem("Field required", "body", field, kind="missing")
    try:
        reader = await request.multipart()
        while (part := await reader.next()) is not None:
            if isinstance(part, BodyPartReader) and part.name == field and part.filename:
                return await _receive(part, blobs, limit)
    except ValueError as error:  # aiohttp: no boundary, a broken part
        raise field_problem(f"Broken multipart body: {error}", "body", field) from error
    raise field_problem("Field required", "body", field, kind="missing")


async def _receive(part: BodyPartReader, blobs: Blobs, limit: int) -> Upload:
    staged = await asyncio.to_thread(blobs.stage)
    try:
        pending = bytearray()
        received = 0
        while chunk := await part.read_chunk(_CHUNK):
            received += len(chunk)
            if received > limit:
                raise _too_large(limit)
            pending += chunk
            if len(pending) >= _CHUNK:
                await asyncio.to_thread(staged.write, bytes(pending))
                pending.clear()
        if not part.at_eof():
            raise ConnectionResetError("the client left in the middle of an upload")
        if pending:
            await asyncio.to_thread(staged.write, bytes(pending))
        sha256 = await asyncio.to_thread(staged.finish)
        return Upload(staged, sha256, safe_filename(part.filename or ""))
    except BaseException:
        staged.discard()
        raise


def _too_large(limit: int) -> Problem:
    return Problem(413, f"Too large: at most {limit >> 20} MB")


def safe_filename(name: str) -> str:
    """The last part of a name, of any system, fit to be stored and sent in a header."""
    last = re.split(r"[\\/]", name)[-1]
    kept = "".join(
        character for character in last if unicodedata.category(character)[0] != "C"
    ).strip(" .")
    return kept[:200] or "upload"
