"""`WS /ws/{job_id}`: a job's events, as they happen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

from aiohttp import web

from ...forge.store.errors import NotFoundError
from ..access import Caller
from ..following import follow
from ..product import Product
from .jobs import API, Characters, download_url
from .schemas import JobStatus


class JobSocket:
    def __init__(self, product: Product, characters: Characters) -> None:
        self._product = product
        self._characters = characters

    async def serve(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        job_id = request.match_info["job_id"]
        told = _Told()

        async def tell(socket: web.WebSocketResponse) -> bool:
            return await self._tell(socket, job_id, caller, told)

        return await follow(request, self._product.runner, job_id, tell)

    async def _tell(
        self, socket: web.WebSocketResponse, job_id: str, caller: Caller, told: _Told
    ) -> bool:
        runner = self._product.runner
        try:
            job = await runner.get(job_id, caller.owner, API)
        except NotFoundError:
            await socket.send_json(_event("error", job_id, {"error": "Job not found"}))
            return True
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
        return job.finished


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
