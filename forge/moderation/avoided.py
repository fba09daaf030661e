"""Negative prompts, which may well name what nobody wants to see: "nsfw, nude, child"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .minors import is_refused
from .text import moderate_text


def asks_by_avoiding(
    avoided: str, said: Sequence[str] = (), features: Mapping[str, Any] | None = None
) -> bool:
    """Whether a negative prompt is of tier 1, by itself or beside what else the request says.

    Each of its items is read for itself, and clothes that are to be avoided are read as words
    for having none.
    """
    for item in avoided.split(","):
        if len(item.split()) > 1 and is_refused([item]):
            return True
        without = f"without {item.strip()}"
        undresses = moderate_text(without, route="anime").tier == 2
        undresses = undresses and moderate_text(item, route="anime").tier == 0
        if undresses and is_refused([*said, without], features):
            return True
    return False
