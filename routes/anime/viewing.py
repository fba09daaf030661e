"""Jobs as the anime API's callers see them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Literal

from ...forge.jobs.job import Job, Output
from ...forge.jobs.production import (
    KIND,
    PHASES,
    THRESHOLD,
    Phase,
    Plan,
    Quality,
    QualityError,
    main_output,
    read_quality,
)
from ...forge.store.blobs import Blobs
from ...forge.store.errors import NotFoundError
from ..access import Caller
from ..problem import Problem
from ..product import Product
from .schemas import JobObject, Kind, PhaseObject, QualityObject, Status

API = "anime"
PREFIX = "/api/anime"

_UNMEASURED_S = 20.0


class Viewing:
    def __init__(self, product: Product) -> None:
        self._product = product

    async def job(self, job_id: str, caller: Caller) -> Job:
        """Raises Problem 404, for another owner's too."""
        try:
            return await self._product.runner.get(job_id, caller.owner, API)
        except NotFoundError as error:
            raise Problem(404, "Job not found") from error

    async def one(self, job: Job) -> JobObject:
        return (await self.several([job]))[0]

    async def several(self, jobs: Sequence[Job]) -> list[JobObject]:
        parts = await self._parts(jobs)
        ended = [part for each in parts.values() for part in each if part.state == "completed"]
        qualities = await asyncio.to_thread(_qualities, ended, self._product.blobs) if ended else {}
        return [self._shown(job, parts.get(job.id, ()), qualities) for job in jobs]

    async def main(self, jobs: Sequence[Job]) -> Mapping[str, tuple[Job, Output]]:
        """What callers came for, and the job that made it: of a production, a phase."""
        parts = await self._parts(jobs)
        found = {}
        for job in jobs:
            for each in (*parts.get(job.id, ()), job):
                output = main_output(each.outputs)
                if output is not None:
                    found[job.id] = each, output
        return found

    async def _parts(self, jobs: Sequence[Job]) -> Mapping[str, Sequence[Job]]:
        productions = [job.id for job in jobs if job.kind == KIND]
        return await self._product.runner.parts(productions) if productions else {}

    def _shown(self, job: Job, parts: Sequence[Job], qualities: Mapping[str, Quality]) -> JobObject:
        request = job.request
        is_video = job.kind == "video"
        made = [part for part in (*parts, job) if _urls(part)]
        main = _main_url(made[-1]) if made else None
        warnings = dict.fromkeys(
            [*job.warnings, *(line for part in parts for line in part.warnings)]
        )
        return JobObject(
            id=job.id,
            job_id=job.id,
            type=kind_of(job),
            prompt=request.get("prompt", ""),
            status=shown_status(job),
            progress=round(job.progress, 1),
            user=user_name(job.owner),
            created_at=job.created_at.timestamp(),
            estimated_remaining=0
            if job.finished
            else max(1, round(self._product.runner.remaining_s(job.id, _UNMEASURED_S))),
            output_path=main,
            output_url=main,
            outputs=_urls(made[-1]) if made else {},
            error=job.error,
            seed=job.seed,
            engine=job.engine,
            recipe=job.recipe,
            width=request.get("width"),
            height=request.get("height"),
            frames=request["frames"] if is_video else None,
            fps=request["fps"] if is_video else None,
            duration=request["frames"] / request["fps"] if is_video else None,
            warnings=list(warnings),
            comfyui_prompt_id=job.prompt_id,
            phases=_phases(job, parts, qualities) if job.kind == KIND else None,
            character_name=request.get("character_name") or None,
        )


def kind_of(job: Job) -> Kind:
    if job.kind == KIND:
        return "production"
    film = {phase.task for phase in PHASES if phase.seconds}
    return "video" if job.kind == "video" or job.kind in film else "image"


def shown_status(job: Job) -> Status:
    # This API knows no cancelled jobs: its clients wait for "failed".
    return "failed" if job.state == "cancelled" else job.state


def user_name(owner: str) -> str:
    return owner or "anonymous"


def output_url(job: Job, output: Output) -> str:
    return f"{PREFIX}/outputs/{job.id}/{output.filename}"


def _main_url(job: Job) -> str | None:
    output = main_output(job.outputs)
    return None if output is None else output_url(job, output)


def _urls(job: Job) -> dict[str, str]:
    return {
        output.role: output_url(job, output)
        for output in job.outputs
        if output.mime_type.startswith(("image/", "video/"))
    }


def _qualities(parts: Sequence[Job], blobs: Blobs) -> dict[str, Quality]:
    """By the id of the part; what is not to be read has ended its production, which says so."""
    found = {}
    for part in parts:
        try:
            found[part.id] = read_quality(part, blobs)
        except (QualityError, FileNotFoundError):
            continue
    return found


def _phases(job: Job, parts: Sequence[Job], qualities: Mapping[str, Quality]) -> list[PhaseObject]:
    phases = Plan.of(job).in_order()
    begun = [
        _phase(job, phase, part, qualities.get(part.id))
        for phase, part in zip(phases, parts, strict=False)
    ]
    return [*begun, *(_phase(job, phase, None, None) for phase in phases[len(parts) :])]


def _phase(job: Job, phase: Phase, part: Job | None, quality: Quality | None) -> PhaseObject:
    if part is None:
        return PhaseObject(
            id=phase.id,
            name=phase.name,
            status="pending",
            progress=0,
            output_url=None,
            outputs={},
            quality=None,
            engine=None,
            recipe=None,
            error=None,
        )
    status = _phase_status(part, quality)
    return PhaseObject(
        id=phase.id,
        name=phase.name,
        status=status,
        progress=round(part.progress, 1),
        output_url=_main_url(part),
        outputs=_urls(part),
        quality=None
        if quality is None
        else QualityObject(score=quality.score, threshold=THRESHOLD, parts=dict(quality.parts)),
        engine=part.engine,
        recipe=part.recipe,
        error=part.error or (job.error if status == "failed" else None),
    )


def _phase_status(
    part: Job, quality: Quality | None
) -> Literal["pending", "processing", "completed", "failed"]:
    if part.state == "completed":
        return "completed" if quality is not None and quality.passes else "failed"
    return "failed" if part.finished else "processing"
