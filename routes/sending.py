"""Sending stored bytes: entity tags, conditional and range requests (RFC 9110)."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from aiohttp import hdrs, web

from .problem import Problem
from .table import REQUEST_ID

_CHUNK = 1 << 18  # bytes


async def send_blob(
    request: web.Request,
    path: Path,
    *,
    sha256: str,
    mime_type: str,
    filename: str,
    disposition: Literal["inline", "attachment"] = "inline",
    extra_headers: Mapping[str, str] | None = None,
) -> web.StreamResponse:
    """The bytes, a part of them, or 304. Raises Problem 404 where they are gone."""
    tag = f'"{sha256}"'
    headers = {
        hdrs.ETAG: tag,
        hdrs.CACHE_CONTROL: "private, no-cache",
        hdrs.ACCEPT_RANGES: "bytes",
        hdrs.CONTENT_DISPOSITION: _content_disposition(disposition, filename),
        "X-Content-Type-Options": "nosniff",
        "X-Request-Id": request[REQUEST_ID],
        **(extra_headers or {}),
    }
    try:
        file = await asyncio.to_thread(path.open, "rb")
    except FileNotFoundError as error:
        raise Problem(404, "File not found") from error
    try:
        if _matches(request.headers.get(hdrs.IF_NONE_MATCH), tag):
            return web.Response(status=304, headers=headers)
        size = (await asyncio.to_thread(path.stat)).st_size
        start, stop = _wanted_range(request, size, tag)
        if (start, stop) != (0, size):
            headers[hdrs.CONTENT_RANGE] = f"bytes {start}-{stop - 1}/{size}"
        response = web.StreamResponse(
            status=206 if hdrs.CONTENT_RANGE in headers else 200, headers=headers
        )
        response.content_type = mime_type
        response.content_length = stop - start
        await asyncio.to_thread(file.seek, start)
        await response.prepare(request)
        left = stop - start
        while left and request.method != hdrs.METH_HEAD:
            chunk = await asyncio.to_thread(file.read, min(_CHUNK, left))
            if not chunk:
                raise ConnectionResetError("the file shrank while it was sent")
            await response.write(chunk)
            left -= len(chunk)
        await response.write_eof()
        return response
    finally:
        file.close()


def _matches(condition: str | None, tag: str) -> bool:
    if condition is None:
        return False
    tags = [item.strip().removeprefix("W/") for item in condition.split(",")]
    return "*" in tags or tag in tags


def _wanted_range(request: web.Request, size: int, tag: str) -> tuple[int, int]:
    """Start and stop; the whole for none, for several ranges, and for another version's."""
    condition = request.headers.get(hdrs.IF_RANGE)
    if condition is not None and condition != tag:
        return 0, size
    try:
        wanted = request.http_range
    except ValueError:
        return 0, size
    if wanted.start is None and wanted.stop is None:
        return 0, size
    start, stop, _ = wanted.indices(size)
    if start >= stop:
        raise Problem(
            416, f"The file has {size} bytes", headers={hdrs.CONTENT_RANGE: f"bytes */{size}"}
        )
    return start, stop


_UNQUOTABLE = str.maketrans({'"': "_", "\\": "_", "?": "_"})


def _content_disposition(disposition: str, filename: str) -> str:
    """RFC 6266: the name itself for those who read it, an ASCII one for the others."""
    plain = filename.encode("ascii", "replace").decode().translate(_UNQUOTABLE)
    return f"{disposition}; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"
