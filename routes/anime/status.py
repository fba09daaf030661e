"""How the anime API stands: health, its phases, and what an administrator may know."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timezone

from aiohttp import web

from ...forge.host.gpu import GpuMemory
from ...forge.jobs.job import UNFINISHED
from ...forge.store.jobs import Tally
from ..access import Caller
from ..product import Product
from ..replies import reply
from .schemas import (
    AdminStats,
    ComfyComponent,
    Components,
    GpuComponent,
    GpuMemoryObject,
    Health,
    JobsComponent,
    PhaseDescription,
    Phases,
    StorageComponent,
)
from .viewing import API, user_name

_SERVICE = "secured-anime-production"
_VERSION = "3.0.0-bulletproof"
_FEATURES = (
    "Real-time job status tracking",
    "WebSocket progress updates",
    "Structured file organization",
    "GPU resource management",
    "Character consistency checking",
    "Error handling and recovery",
    "Performance optimization (15 steps)",
)
_PHASES = (
    PhaseDescription(
        id=1,
        name="CHARACTER_SHEET",
        description="Static character reference",
        engine="IPAdapter",
        output="8-pose sheet",
    ),
    PhaseDescription(
        id=2,
        name="ANIMATION_LOOP",
        description="Short loops",
        engine="AnimateDiff",
        output="2-second loops",
    ),
    PhaseDescription(
        id=3,
        name="FULL_VIDEO",
        description="Complete videos",
        engine="SVD",
        output="5-second videos",
    ),
)
"""All of these as documented: clients compare them."""


class Status:
    def __init__(self, product: Product) -> None:
        self._product = product

    async def health(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        product = self._product
        reason = product.unavailable
        queue = product.host.queue()
        device = await asyncio.to_thread(product.host.device)
        ours = [] if reason else await self._ours()
        works = reason is None
        return reply(
            Health(
                status="healthy" if works else "unhealthy",
                service=_SERVICE,
                version=_VERSION,
                timestamp=datetime.now(timezone.utc).isoformat().replace("+00:00", "Z"),
                components=Components(
                    comfyui=ComfyComponent(
                        status="healthy" if works else "unavailable",
                        queue_running=queue.running,
                        queue_pending=queue.pending,
                    ),
                    gpu=GpuComponent(
                        available=not device.startswith(("cpu", "unknown")),
                        active_generation=queue.running > 0,
                    ),
                    jobs=JobsComponent(
                        active_count=_count(each for each in ours if each.state in UNFINISHED),
                        total_tracked=_count(ours),
                    ),
                    storage=StorageComponent(status="healthy" if works else "unavailable"),
                ),
                bulletproof_features=list(_FEATURES),
                error=reason,
            )
        )

    async def phases(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return reply(
            Phases(
                phases=list(_PHASES),
                workflow="Phase 1 to Phase 2 to Phase 3",
                quality_gates="80% quality required per phase",
            )
        )

    async def admin_stats(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        host = self._product.host
        ours = await self._ours()
        queue = host.queue()
        by_user: Counter[str] = Counter()
        by_status: Counter[str] = Counter()
        by_type: Counter[str] = Counter()
        for each in ours:
            by_user[user_name(each.owner)] += each.jobs
            by_status[each.state] += each.jobs
            by_type[each.kind] += each.jobs
        measured = self._product.runner.pace.measured
        return reply(
            AdminStats(
                total_jobs=_count(ours),
                active_jobs=_count(each for each in ours if each.state in UNFINISHED),
                gpu_memory=_megabytes(await asyncio.to_thread(host.gpu_memory)),
                users=len(by_user),
                jobs_by_user=by_user,
                jobs_by_status=by_status,
                jobs_by_type=by_type,
                device=await asyncio.to_thread(host.device),
                queue_running=queue.running,
                queue_pending=queue.pending,
                average_seconds={
                    recipe: round(each.seconds / each.jobs, 2) for recipe, each in measured.items()
                },
            )
        )

    async def _ours(self) -> list[Tally]:
        return [each for each in await self._product.jobs.census() if each.api == API]


def _count(tallies: Iterable[Tally]) -> int:
    return sum(each.jobs for each in tallies)


def _megabytes(memory: GpuMemory | None) -> GpuMemoryObject | None:
    if memory is None:
        return None
    return GpuMemoryObject(total=memory.total >> 20, used=memory.used >> 20, free=memory.free >> 20)
