"""Files that callers send: streamed against their limit, whole or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import BodyPartReader, web
from aiohttp.http import HttpProcessingError

from ..forge.store.blobs import Blobs, Staged
from .body import safe_filename, too_large
from .problem import Problem, field_problem

_MOST_PARTS = 100
_FRAME = 1 << 20  # bytes of a body beside its file: the other parts and the boundaries
# What aiohttp raises for a body without its boundary, and for damaged parts and headers.
_BROKEN = (ValueError, RuntimeError, HttpProcessingError)
_CHUNK = 1 << 18  # bytes taken from the socket's buffer at once
_BATCH = 4 << 20  # bytes handed to a thread at once; most pictures arrive as one batch


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that has arrived whole. Whoever gets it keeps or discards `staged`."""

    staged: Staged
    sha256: str
    filename: str


class Intake:
    """Where all uploads of a server come in.

    Taking a piece off a connection costs the event loop a good part of a millisecond. With
    many uploads at once these add up, so they take turns: one piece a round of the loop.
    While an upload waits for its turn its sender is held up by TCP.
    """

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._turn = asyncio.Lock()

    async def receive_file(self, request: web.Request, field: str, limit: int) -> Upload:
        """The file of a multipart field; nothing is kept of one that is refused or breaks off.

        Raises Problem 413 above `limit` bytes, 422 where there is no such field,
        StorageFullError, and ConnectionError where the client leaves.
        """
        declared = request.content_length
        if declared is not None and declared > limit + _FRAME:
            raise too_large(limit)
        if request.content_type != "multipart/form-data":
            raise field_problem("Field required", "body", field, kind="missing")
        try:
            part = await _find_part(request, field)
            return await self._receive(part, limit)
        except _BROKEN as error:
            raise field_problem("The multipart body is broken", "body", field) from error

    async def receive_form(
        self, request: web.Request, field: str, limit: int
    ) -> tuple[Upload | None, Mapping[str, str]]:
        """The file of a multipart form, and its other fields as text; each field's last value.

        Raises Problem 413 above `limit` bytes and 400 for a form that cannot be read,
        StorageFullError, and ConnectionError where the client leaves.
        """
        declared = request.content_length
        if declared is not None and declared > limit + _FRAME:
            raise too_large(limit)
        if request.content_type != "multipart/form-data":
            raise Problem(400, "A multipart form is wanted")
        upload: Upload | None = None
        fields: dict[str, str] = {}
        room = _FRAME
        try:
            reader = await request.multipart()
            while (part := await reader.next()) is not None:
                if not isinstance(part, BodyPartReader):
                    break
                if part.name == field and upload is None:
                    upload = await self._receive(part, limit)
                    continue
                value = bytearray()
                while chunk := await part.read_chunk(_CHUNK):
                    value += chunk
                    room -= len(chunk)
                    if room < 0:
                        raise too_large(_FRAME)
                fields[part.name or ""] = value.decode()
                if len(fields) > _MOST_PARTS:
                    raise Problem(400, f"More than {_MOST_PARTS} fields")
        except BaseException as error:
            if upload is not None:
                discard_soon(upload.staged)
            if isinstance(error, _BROKEN):
                raise Problem(400, "The multipart body is broken") from error
            raise
        return upload, fields

    async def _receive(self, part: BodyPartReader, limit: int) -> Upload:
        staged: Staged | None = None
        try:
            batch: list[bytes] = []
            received = batched = 0
            while chunk := await part.read_chunk(_CHUNK):
                received += len(chunk)
                if received > limit:
                    raise too_large(limit)
                batch.append(chunk)
                if received - batched >= _BATCH:
                    staged = await asyncio.to_thread(_append, staged, batch, self._blobs)
                    batch, batched = [], received
                async with self._turn:
                    await asyncio.sleep(0)
            if not part.at_eof():
                raise ConnectionResetError("the client left in the middle of an upload")
            staged = await asyncio.to_thread(_append, staged, batch, self._blobs, last=True)
            return Upload(staged, staged.sha256, safe_filename(part.filename or ""))
        except BaseException:
            if staged is not None:
                discard_soon(staged)
            raise


async def _find_part(request: web.Request, field: str) -> BodyPartReader:
    """Raises Problem 413 and 422, and what `_BROKEN` names."""
    reader = await request.multipart()
    passed = parts = 0
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader):
            break  # multipart within multipart: no form sends that
        if part.name == field and part.filename:
            return part
        parts += 1
        while chunk := await part.read_chunk(_CHUNK):
            passed += len(chunk)
            if passed > _FRAME:
                raise too_large(_FRAME)
        if parts > _MOST_PARTS:
            raise field_problem(f"More than {_MOST_PARTS} other fields", "body", field)
    raise field_problem("Field required", "body", field, kind="missing")


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
