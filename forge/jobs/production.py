"""An anime production: a character's sheet, a loop of it and a video, each held to a quality.

The graph of each phase measures what it has made and says so in a text with the role
"quality"; under the threshold the production stops.
"""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from ..recipes.cookbook import Cookbook, RecipeError
from ..recipes.recipe import Picture, Task
from ..recipes.request import Engine, GenerationRequest
from ..store.blobs import Blobs
from .job import Job, NewJob, Output
from .script import Ending

KIND = "production"
THRESHOLD = 0.8
"""The least quality of a phase, 0..1, for the next to begin."""

PhaseId = Literal[1, 2, 3]

_LONGEST_QUALITY = 64 << 10  # bytes


@dataclass(frozen=True, slots=True)
class Phase:
    id: PhaseId
    name: str
    task: Task
    seconds: int  # of film; 0 for pictures


PHASES: tuple[Phase, ...] = (
    Phase(1, "CHARACTER_SHEET", "character-sheet", 0),
    Phase(2, "ANIMATION_LOOP", "animation-loop", 2),
    Phase(3, "FULL_VIDEO", "full-video", 5),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a production's job keeps of the request, beside its seed."""

    prompt: str
    phases: Sequence[PhaseId]  # ascending
    width: int  # pixels
    height: int
    fps: int
    negative: str = ""
    style: str = ""
    features: Mapping[str, Any] = field(default_factory=dict)
    steps: int | None = None
    cfg: float | None = None
    engine: Engine = "auto"
    reference: str | None = None  # SHA-256 of the caller's picture of the character

    @classmethod
    def of(cls, job: Job) -> Plan:
        names = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in job.request.items() if name in names})

    def in_order(self) -> tuple[Phase, ...]:
        return tuple(phase for phase in PHASES if phase.id in self.phases)


class QualityError(ValueError):
    """The graph of a phase did not say how good its work is."""


@dataclass(frozen=True, slots=True)
class Quality:
    score: float  # 0..1
    parts: Mapping[str, Any]

    @property
    def passes(self) -> bool:
        return self.score >= THRESHOLD


def read_quality(job: Job, blobs: Blobs) -> Quality:
    """Reads a file. Raises QualityError."""
    text = next((each for each in job.outputs if each.role == "quality"), None)
    if text is None:
        raise QualityError("its graph measured no quality: no Text Result has the role 'quality'")
    if text.size > _LONGEST_QUALITY:
        raise QualityError("its quality is no short text")
    try:
        told = json.loads(blobs.path(text.sha256).read_bytes())
        score, parts = told["score"], told.get("parts", {})
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise QualityError('its quality is not written as {"score": ..., "parts": ...}') from error
    if not _is_number(score) or not 0 <= score <= 1:
        raise QualityError("its quality is no score from 0 to 1")
    if not isinstance(parts, dict):
        raise QualityError("the parts of its quality are no object")
    return Quality(float(score), parts)


def main_output(outputs: Sequence[Output]) -> Output | None:
    """What a caller came for: the sheet, the film, or the picture."""
    for role in ("sheet", "output"):
        for output in outputs:
            if output.role == role:
                return output
    seen = ("video/", "image/")
    return next(
        (each for kind in seen for each in outputs if each.mime_type.startswith(kind)), None
    )


class Production:
    """The script of a production."""

    def __init__(self, cookbook: Cookbook, blobs: Blobs) -> None:
        self._cookbook = cookbook
        self._blobs = blobs

    def length(self, job: Job) -> int:
        return len(Plan.of(job).phases)

    async def next(self, job: Job, done: Sequence[Job]) -> NewJob | Ending:
        plan = Plan.of(job)
        phases = plan.in_order()
        if done:
            stopped = await self._gate(phases[len(done) - 1], done[-1])
            if stopped is not None:
                return Ending(stopped)
        if len(done) == len(phases):
            return Ending()
        phase = phases[len(done)]
        try:
            return await self._begin(job, plan, phase, _front(done) or plan.reference)
        except RecipeError as error:
            return Ending(f"{phase.name}: {error}")

    async def _gate(self, phase: Phase, part: Job) -> str | None:
        """Why the production ends with this phase, if it does."""
        if part.state != "completed":
            return f"{phase.name}: {part.error}"
        try:
            quality = await asyncio.to_thread(read_quality, part, self._blobs)
        except QualityError as error:
            return f"Stopped after phase {phase.id}, {phase.name}: {error}"
        if quality.passes:
            return None
        return (
            f"Stopped after phase {phase.id}, {phase.name}: its quality is "
            f"{_rounded_down(quality.score)}, under {THRESHOLD}{_weakest(quality.parts)}"
        )

    async def _begin(self, job: Job, plan: Plan, phase: Phase, reference: str | None) -> NewJob:
        """`reference` is the SHA-256 of the character's picture. Raises RecipeError."""
        pictures: frozenset[Picture] = frozenset({"reference"} if reference else ())
        choice = await self._cookbook.choose(phase.task, plan.engine, None, pictures)
        wanted = GenerationRequest(
            prompt=plan.prompt,
            negative=plan.negative,
            style=plan.style,
            features=plan.features,
            seed=job.seed,
            width=plan.width,
            height=plan.height,
            steps=plan.steps,
            cfg=plan.cfg,
            frames=phase.seconds * plan.fps or None,
            fps=plan.fps if phase.seconds else None,
            policy="anime",
            reference_image=reference,
        )
        return NewJob(
            api=job.api,
            kind=phase.task,
            owner=job.owner,
            request={**job.request, "phase": phase.id},
            graph=choice.chosen.fill(wanted),
            engine=choice.recipe.engine,
            recipe=choice.recipe.name,
            seed=job.seed,
            warnings=choice.warnings,
        )


def _front(done: Sequence[Job]) -> str | None:
    """The character as its sheet shows it from the front, by its SHA-256."""
    fronts = (output for part in done for output in part.outputs if output.role == "front")
    return next((output.sha256 for output in fronts), None)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _rounded_down(score: float) -> str:
    """So that 0.7999 does not read as the threshold."""
    return f"{math.floor(score * 100) / 100:.2f}"


def _weakest(parts: Mapping[str, Any]) -> str:
    numbers = {name: value for name, value in parts.items() if _is_number(value)}
    if not numbers:
        return ""
    name = min(numbers, key=lambda each: float(numbers[each]))
    return f" (weakest: {name}, {numbers[name]:.2f})"
