"""`WS /ws/{job_id}`: a job's events, as they happen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

from aiohttp import web

from ...forge.store.errors import NotFoundError
from ..access import Caller
from ..problem import Problem
from ..product import Product
from .jobs import API, Characters, download_url
from .schemas import JobStatus

_HEARTBEAT_S = 30.0


class JobSocket:
    def __init__(self, product: Product, characters: Characters) -> None:
        self._product = product
        self._characters = characters

    async def serve(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT_S)
        if not socket.can_prepare(request):
            raise Problem(400, "This path wants a WebSocket handshake")
        await socket.prepare(request)
        job_id = request.match_info["job_id"]
        reading = asyncio.ensure_future(_read_until_closed(socket))
        try:
            await self._tell(socket, job_id, caller, reading)
        except ConnectionError:
            pass  # the listener has left
        finally:
            reading.cancel()
            await socket.close()
        return socket

    async def _tell(
        self,
        socket: web.WebSocketResponse,
        job_id: str,
        caller: Caller,
        reading: asyncio.Future[Any],
    ) -> None:
        moved = asyncio.Event()
        told = _Told()
        runner = self._product.runner
        with runner.watching(job_id, moved.set):
            while True:
                moved.clear()
                try:
                    job = await runner.get(job_id, caller.owner, API)
                except NotFoundError:
                    await socket.send_json(_event("error", job_id, {"error": "Job not found"}))
                    return
                shown = self._characters.shown(job)
                glimpse = runner.glimpse(job_id)
                made = job.outputs if glimpse is None else glimpse.made
                previews = [
                    (each.filename, download_url(job, each))
                    for each in made
                    if each.mime_type.startswith(("image/", "video/"))
                ]
                for kind, more in told.news(shown, previews):
                    data = shown.model_dump(exclude_none=True) | more
                    await socket.send_json(_event(kind, job_id, data))
                if job.finished:
                    return
                waiting: asyncio.Future[Any] = asyncio.ensure_future(moved.wait())
                await asyncio.wait({waiting, reading}, return_when=asyncio.FIRST_COMPLETED)
                waiting.cancel()
                if reading.done():
                    return


class _Told:
    """What one listener has heard already."""

    def __init__(self) -> None:
        self._stages: set[str] = set()
        self._previews: set[str] = set()
        self._state: tuple[Any, ...] | None = None

    def news(
        self, shown: JobStatus, previews: list[tuple[str, str]]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        for stage in shown.stages:
            if stage.status == "completed" and stage.name not in self._stages:
                self._stages.add(stage.name)
                yield "stage_completed", {"stage": stage.name}
        for filename, url in previews:
            if filename not in self._previews:
                self._previews.add(filename)
                yield "preview_ready", {"url": url}
        if shown.status == "completed":
            yield "job_completed", {}
        elif shown.status == "failed":
            yield "error", {"error": shown.error}
        else:
            state = (shown.status, shown.progress, shown.current_stage)
            if state != self._state:
                self._state = state
                yield "progress_update", {}


def _event(kind: str, job_id: str, data: dict[str, Any]) -> dict[str, Any]:
    now = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"type": kind, "job_id": job_id, "timestamp": now, "data": data}


async def _read_until_closed(socket: web.WebSocketResponse) -> None:
    """What a client sends means nothing; reading hears it leave."""
    async for _ in socket:
        pass
