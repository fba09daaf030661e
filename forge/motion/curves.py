"""Timing: easing, waves that come round, springs that follow, blinks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

BLINK = (0.42, 0.0, 0.30, 0.78)
"""How far the lids are open in the frames of a blink: they fall faster than they rise."""
_STEPS = 6  # of a spring within a frame
_ROUNDS = 6  # until a spring in a loop has forgotten how it began


def ease(t: float) -> float:
    """0 to 1, slow at both ends."""
    t = min(1.0, max(0.0, t))
    return t * t * t * (t * (6 * t - 15) + 10)


def eased(values: Floats, low: float, high: float) -> Floats:
    """0 at `low`, 1 at `high`, slow at both ends; `low` may be the greater."""
    t = np.clip((values - low) / (high - low), 0.0, 1.0)
    result: Floats = t * t * (3 - 2 * t)
    return result


def wave(turns: Floats) -> Floats:
    """The sine of so many turns, by sums and products alone: the same on every machine."""
    t = (turns - np.floor(turns + 0.5)) * 2.0  # -1..1
    bow = 4 * t * (1 - np.abs(t))
    result: Floats = bow * (0.775 + 0.225 * np.abs(bow))
    return result


def turn(t: float) -> float:
    """The sine of `t` turns."""
    return math.sin(2 * math.pi * t)


def keyed(keys: Sequence[tuple[float, float]], t: float) -> float:
    """A value at `t` from (time, value) keys in order, eased from each to the next."""
    if t <= keys[0][0]:
        return keys[0][1]
    for (t0, a), (t1, b) in pairwise(keys):
        if t <= t1:
            return a + (b - a) * ease((t - t0) / (t1 - t0))
    return keys[-1][1]


def followed(
    drive: Sequence[float], fps: float, *, hertz: float, damping: float, loops: bool
) -> list[float]:
    """What hangs on a spring does while its root goes where `drive` says, one value a frame.

    `hertz` is how fast it swings by itself, `damping` 1 is no swing at all. In a loop the
    last frame leads to the first.
    """
    stiff = (2 * math.pi * hertz) ** 2
    drag = 2 * damping * 2 * math.pi * hertz
    step = 1 / (fps * _STEPS)
    at, speed = drive[0], 0.0
    count = len(drive)
    result = [0.0] * count
    for _ in range(_ROUNDS if loops else 1):
        for index in range(count):
            result[index] = at
            after = drive[(index + 1) % count] if loops or index + 1 < count else drive[index]
            for part in range(_STEPS):
                goal = drive[index] + (after - drive[index]) * (part + 1) / _STEPS
                speed += (stiff * (goal - at) - drag * speed) * step
                at += speed * step
    return result


def blinks(count: int, starts: Iterable[int], *, loops: bool) -> list[float]:
    """How far the lids are open in each of `count` frames."""
    lids = [1.0] * count
    for start in starts:
        for index, level in enumerate(BLINK):
            at = start + index
            if loops:
                at %= count
            if 0 <= at < count:
                lids[at] = min(lids[at], level)
    return lids
