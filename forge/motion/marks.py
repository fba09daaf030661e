"""From a measure to a mark."""

from __future__ import annotations

THRESHOLD = 0.8
"""Where a measure passes."""


def mark(value: float, none: float, enough: float, full: float) -> float:
    """0 at `none`, 0.8 at `enough`, 1 at `full`; the three rise or fall."""
    if enough < none:
        value, none, enough, full = -value, -none, -enough, -full
    if value <= none:
        return 0.0
    if value < enough:
        return THRESHOLD * (value - none) / (enough - none)
    if value >= full:
        return 1.0
    return THRESHOLD + (1 - THRESHOLD) * (value - enough) / (full - enough)
