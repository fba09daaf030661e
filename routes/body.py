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

_CHUNK = 1 << 18  # bytes taken from the socket's buffer at once
_BATCH = 4 << 20  # bytes handed to a thread at once; most pictures arrive as one batch

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
    """A file that has arrived whole. Whoever gets it keeps or discards `staged`."""

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
    staged: Staged | None = None
    try:
        batch: list[bytes] = []
        received = batched = 0
        while chunk := await part.read_chunk(_CHUNK):
            received += len(chunk)
            if received > limit:
                raise _too_large(limit)
            batch.append(chunk)
            if received - batched >= _BATCH:
                staged = await asyncio.to_thread(_append, staged, batch, blobs)
                batch, batched = [], received
        if not part.at_eof():
            raise ConnectionResetError("the client left in the middle of an upload")
        staged = await asyncio.to_thread(_append, staged, batch, blobs, last=True)
        return Upload(staged, staged.sha256, safe_filename(part.filename or ""))
    except BaseException:
        if staged is not None:
            discard_soon(staged)
        raise


def discard_soon(staged: Staged) -> None:
    """In a thread: removing a large file takes its time. Fit for a task that is cancelled."""
    asyncio.get_running_loop().run_in_executor(None, staged.discard)


def _append(
    staged: Staged | None, batch: list[bytes], blobs: Blobs, *, last: bool = False
) -> Staged:
    """Opens the file with the first batch, and flushes it after the last."""
    into = blobs.stage() if staged is None else staged
    try:
        for chunk in batch:
            into.write(chunk)
        if last:
            into.finish()
    except BaseException:
        into.discard()
        raise
    return into


def _too_large(limit: int) -> Problem:
    return Problem(413, f"Too large: at most {limit >> 20} MB")


def safe_filename(name: str) -> str:
    """The last part of a name, of any system, fit to be stored and sent in a header."""
    last = re.split(r"[\\/]", name)[-1]
    kept = "".join(
        character for character in last if unicodedata.category(character)[0] != "C"
    ).strip(" .")
    return kept[:200] or "upload"
