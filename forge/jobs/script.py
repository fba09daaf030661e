"""What a job of several graphs does next.

Each graph is a job of its own with that one as its parent, so it is queued, cancelled,
recovered and kept as every job is. What comes next is told from the parts that are stored and
nothing else: after a restart the same question brings the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from .job import Job, NewJob


@dataclass(frozen=True, slots=True)
class Ending:
    """`error` is None where all went well."""

    error: str | None = None


class Script(Protocol):
    def length(self, job: Job) -> int:
        """How many parts there are if none goes wrong."""

    async def next(self, job: Job, done: Sequence[Job]) -> NewJob | Ending:
        """The next part, when those before have ended, in whatever way but cancelled."""
