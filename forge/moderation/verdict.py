"""What moderation found, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .policy import Decision

Tier = Literal[0, 1, 2]
"""0: nothing. 1: sexual content with minors, sexual violence, bestiality. 2: explicit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    tier: Tier
    decision: Decision
    matched: tuple[str, ...] = ()  # as the caller wrote them, each once
    score: float  # 0..1
    threshold: float  # a score from here on has a tier
    model: str  # what found it
    text: str  # what to go on with, the text itself or rewritten; empty where blocked

    def to_mapping(self) -> dict[str, Any]:
        return {
            "tier": self.tier,
            "decision": self.decision,
            "matched": list(self.matched),
            "score": self.score,
            "threshold": self.threshold,
            "model": self.model,
            "text": self.text,
        }
