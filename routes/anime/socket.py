"""`WS /ws/job/{job_id}` and `/ws/progress/{job_id}`: how a job stands, whenever that changes."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from aiohttp import web

from ..access import Caller
from ..following import follow
from ..problem import Problem
from ..product import Product
from .viewing import Viewing


class JobSocket:
    def __init__(self, product: Product, viewing: Viewing) -> None:
        self._product = product
        self._viewing = viewing

    async def serve(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        job_id = request.match_info["job_id"]
        told: dict[str, Any] = {}

        async def tell(socket: web.WebSocketResponse) -> bool:
            try:
                job = await self._viewing.job(job_id, caller)
            except Problem as problem:
                unknown = {"job_id": job_id, "status": "not_found", "error": problem.detail}
                await socket.send_json({**unknown, "timestamp": _now()})
                return True
            shown = (await self._viewing.one(job)).model_dump(mode="json")
            # The estimate moves by itself; alone it is no news.
            news = {**shown, "estimated_remaining": None}
            if news != told:
                told.clear()
                told.update(news)
                await socket.send_json({**shown, "timestamp": _now()})
            return job.finished

        return await follow(request, self._product.runner, job_id, tell)


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
