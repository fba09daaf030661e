"""The avatar API's files: uploaded once, found by content, deleted softly while in use."""

from __future__ import annotations

import asyncio
import base64
import binascii
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from aiohttp import web

from ...forge.images import ImageError, inspect
from ...forge.store.blobs import Staged
from ...forge.store.errors import NotFoundError
from ...forge.store.files import StoredFile
from ..access import Caller
from ..body import read_query
from ..problem import Problem, field_problem
from ..product import Product
from ..replies import reply
from ..sending import send_blob
from ..uploads import discard_soon
from .schemas import (
    Cleanup,
    CleanupQuery,
    DeleteQuery,
    Dimensions,
    FileDeletion,
    FileUpload,
    HashLookup,
)

UPLOAD_LIMIT = 50 << 20  # bytes
SMALLEST_SIDE = 64  # pixels
LARGEST_SIDE = 4096

_DECODERS = 4  # at once: each may hold a 4096 x 4096 picture in memory
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_DATA_URI = re.compile(r"data:image/[a-z0-9.+-]+;base64,", re.IGNORECASE)


@contextmanager
def missing_file_named() -> Iterator[None]:
    try:
        yield
    except NotFoundError as error:
        raise Problem(404, "File not found") from error


class Files:
    def __init__(self, product: Product) -> None:
        self._product = product
        self._decoding = asyncio.Semaphore(_DECODERS)

    async def upload(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        upload = await self._product.intake.receive_file(request, "file", UPLOAD_LIMIT)
        try:
            file, known = await self._keep(
                upload.staged, upload.sha256, caller.owner, upload.filename
            )
        except ImageError as error:
            raise Problem(400, str(error)) from error
        return reply(_uploaded(file, known))

    async def _keep(
        self, staged: Staged, sha256: str, owner: str, filename: str
    ) -> tuple[StoredFile, bool]:
        """Takes `staged` over. Raises ImageError and StorageFullError."""
        try:
            async with self._decoding:
                facts = await asyncio.to_thread(
                    inspect, staged.path, smallest=SMALLEST_SIDE, largest=LARGEST_SIDE
                )
            return await self._product.files.keep(
                staged,
                sha256,
                owner=owner,
                filename=filename,
                mime_type=facts.mime_type,
                width=facts.width,
                height=facts.height,
            )
        except BaseException:
            discard_soon(staged)
            raise

    async def keep_inline(self, encoded: str, owner: str, field: str) -> StoredFile:
        """A picture that stands in a JSON body, kept as if it had been uploaded.

        Raises Problem 422 and StorageFullError.
        """
        staged, sha256 = await asyncio.to_thread(self._stage_inline, encoded, field)
        try:
            file, _ = await self._keep(staged, sha256, owner, field)
        except ImageError as error:
            raise field_problem(str(error), "body", field) from error
        return file

    async def keep_or_find(self, given: str, owner: str, field: str) -> StoredFile:
        """As `keep_inline`, or the uploaded file of that id. Raises Problem 422 and 404."""
        try:
            file_id = str(uuid.UUID(given))
        except ValueError:
            return await self.keep_inline(given, owner, field)
        with missing_file_named():
            return await self._product.files.get(owner, file_id)

    def _stage_inline(self, encoded: str, field: str) -> tuple[Staged, str]:
        try:
            data = base64.b64decode(_DATA_URI.sub("", encoded, count=1).strip(), validate=True)
        except (binascii.Error, ValueError) as error:
            raise field_problem(
                "Not base64. Paths and URLs are not read; upload the file and give its id",
                "body",
                field,
            ) from error
        if len(data) > UPLOAD_LIMIT:
            raise field_problem(f"Too large: at most {UPLOAD_LIMIT >> 20} MB", "body", field)
        staged = self._product.blobs.stage()
        try:
            staged.write(data)
            return staged, staged.finish()
        except BaseException:
            staged.discard()
            raise

    async def look_up(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        content_hash = request.match_info["content_hash"]
        if not _SHA256.fullmatch(content_hash):
            raise Problem(400, "A content hash has 64 hexadecimal digits")
        file = await self._product.files.by_hash(caller.owner, content_hash)
        if file is None:
            return reply(HashLookup(exists=False, file_id=None, message="File not found"))
        return reply(
            HashLookup(exists=True, file_id=file.id, message=f"File exists: {file.filename}")
        )

    async def download(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        with missing_file_named():
            file = await self._product.files.get(caller.owner, request.match_info["file_id"])
        return await send_blob(
            request,
            self._product.blobs.path(file.sha256),
            sha256=file.sha256,
            mime_type=file.mime_type,
            filename=file.filename,
        )

    async def delete(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        query = read_query(request, DeleteQuery)
        file_id = request.match_info["file_id"]
        with missing_file_named():
            deletion = await self._product.files.delete(caller.owner, file_id, force=query.force)
        return reply(
            FileDeletion(
                message="File deleted successfully",
                file_id=file_id,
                deleted=deletion.kind,
                references=deletion.references,
            )
        )

    async def clean_up(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        days = read_query(request, CleanupQuery).days
        removed = await self._product.files.remove_unused(timedelta(days=days))
        return reply(
            Cleanup(
                files_deleted=removed,
                cleanup_days=days,
                message=f"Deleted {removed} files that were unused for {days} days",
            )
        )


def _uploaded(file: StoredFile, known: bool) -> FileUpload:
    return FileUpload(
        file_id=file.id,
        filename=file.filename,
        content_hash=file.sha256,
        size=file.size,
        mime_type=file.mime_type,
        dimensions=Dimensions(width=file.width, height=file.height),
        url=f"/files/{file.id}",
        is_duplicate=known,
        created_at=file.created_at,
    )
