"""Choices that a seed makes, each apart from every other."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def draw(seed: int, path: str) -> float:
    """A number in [0, 1) that depends on nothing but the two."""
    digest = hashlib.sha256(f"{seed}:{path}".encode()).digest()
    return int.from_bytes(digest[:7], "big") / 2**56


def pick(seed: int, path: str, options: Mapping[str, int]) -> str:
    """One of the names, in proportion to their weights."""
    rest = draw(seed, path) * sum(options.values())
    for name, weight in options.items():
        rest -= weight
        if rest < 0:
            return name
    return name
