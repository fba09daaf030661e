"""What is refused, rewritten or let through, a route at a time.

Tier 1 (sexual content with minors, sexual violence, bestiality) has no place here: it is
refused on every route, and no setting changes that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

Route = Literal[
    "avatar", "profile", "1to1", "shorts", "scenes", "private", "general", "anime", "pet"
]
ROUTES: tuple[Route, ...] = get_args(Route)

Decision = Literal["allowed", "blocked", "rewritten"]


@dataclass(frozen=True, slots=True)
class Policy:
    explicit: Decision  # what becomes of words of tier 2
    checks_image: bool = True  # whether the finished picture is looked at, and covered


_REWRITTEN = Policy("rewritten")
_BLOCKED = Policy("blocked")

POLICIES: Mapping[Route, Policy] = MappingProxyType(
    {
        "avatar": _REWRITTEN,
        "profile": _BLOCKED,
        "1to1": Policy("allowed", checks_image=False),
        "shorts": _REWRITTEN,
        "scenes": _REWRITTEN,
        "private": _BLOCKED,
        "general": _REWRITTEN,
        "anime": _REWRITTEN,
        "pet": _REWRITTEN,
    }
)
