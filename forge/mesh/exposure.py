"""Levels the exposure of pictures that show the same surface.

A gain for each picture and channel, from the medians of the log-ratios of what two pictures
both see, and least squares over all pairs (the gain compensation of Brown and Lowe 2007, with
medians for their means, so that what one of the two shows wrongly does not count).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .bake_views import View
from .raster import Doubles, to_linear, to_srgb

_SHARED = 200  # texels two pictures must both show
_LOWEST, _HIGHEST = 0.05, 0.97  # values outside are noise or clipped
_LIMIT = 3.0  # times: a gain beyond it is no exposure


@dataclass(frozen=True, slots=True, eq=False)
class Levelling:
    """`gains` (K, 3), what each picture is multiplied by, in linear light where `linear`, else
    in sRGB. `before` and `after`: the mean absolute log-ratio of the pairs' medians."""

    gains: Doubles
    linear: bool
    pairs: int
    before: float
    after: float

    def apply(self, colours: NDArray[np.float32], view: int) -> NDArray[np.float32]:
        gain = self.gains[view].astype(np.float32)
        levelled = to_srgb(to_linear(colours) * gain) if self.linear else colours * gain
        return np.asarray(levelled)

    def to_mapping(self) -> dict[str, Any]:
        return {
            "gains": self.gains.round(4).tolist(),
            "space": "linear" if self.linear else "srgb",
            "pairs": self.pairs,
            "before": round(self.before, 5),
            "after": round(self.after, 5),
        }


def level_exposure(views: Sequence[View], count: int) -> Levelling:
    """Gains that bring the views to the first one's exposure, or the gains of 1 where no two
    of them share enough. `count` is the number of texels.

    A camera's error is a factor in light, a generated picture's often one in sRGB: what
    explains the pairs better is taken.
    """
    found = [_solved(views, count, linear) for linear in (False, True)]
    srgb, linear_ = found
    # Logs are about 2.2 times as large in light.
    return linear_[0] if linear_[1] / 2.2 < 0.9 * srgb[1] else srgb[0]


def _solved(views: Sequence[View], count: int, linear: bool) -> tuple[Levelling, float]:
    """The levelling, and the mean spread of the ratios about their medians."""
    number = len(views)
    where = np.full(count, -1, np.int64)
    rows: list[tuple[int, int, float]] = []
    medians: list[Doubles] = []
    spreads: list[float] = []
    for first in range(number):
        where[:] = -1
        where[views[first].index] = np.arange(len(views[first].index))
        for second in range(first + 1, number):
            here = where[views[second].index]
            there = np.nonzero(here >= 0)[0]
            pair = _ratios(views[first], here[there], views[second], there, linear)
            if pair is None:
                continue
            median, spread, shared = pair
            rows.append((first, second, shared))
            medians.append(median)
            spreads.append(spread)
    logs = _least_squares(number, rows, medians)
    bound = np.log(_LIMIT)
    logs = np.clip(logs, -bound, bound)
    left = [median - (logs[j] - logs[i]) for (i, j, _), median in zip(rows, medians, strict=True)]
    levelling = Levelling(
        gains=np.exp(logs),
        linear=linear,
        pairs=len(rows),
        before=float(np.abs(medians).mean()) if rows else 0.0,
        after=float(np.abs(left).mean()) if rows else 0.0,
    )
    return levelling, float(np.mean(spreads)) if spreads else 0.0


def _ratios(
    one: View, here: NDArray[np.int64], other: View, there: NDArray[np.int64], linear: bool
) -> tuple[Doubles, float, int] | None:
    """(3,) median log of one's colour over the other's, their spread, how many were shared."""
    sure = np.minimum(one.quality[here], other.quality[there])
    here, there = here[sure > 0.1], there[sure > 0.1]
    if len(here) > 20_000:
        step = len(here) // 10_000
        here, there = here[::step], there[::step]
    a, b = one.colour[here], other.colour[there]
    good = (np.minimum(a, b) > _LOWEST) & (np.maximum(a, b) < _HIGHEST)
    # A channel that is clipped says nothing; the others of the texel still do.
    shared = int(good.sum(axis=0).min()) if len(good) else 0
    if shared < _SHARED:
        return None
    if linear:
        a, b = to_linear(a), to_linear(b)
    ratio = np.log(np.where(good, a, 1)) - np.log(np.where(good, b, 1))
    median = np.array([np.median(ratio[good[:, c], c]) for c in range(3)])
    spread = [np.median(np.abs(ratio[good[:, c], c] - median[c])) for c in range(3)]
    return median, float(np.mean(spread)), shared


def _least_squares(
    number: int, rows: Sequence[tuple[int, int, float]], medians: Sequence[Doubles]
) -> Doubles:
    """(K, 3) logs of the gains; 0 for the first, and for pictures tied to no other."""
    weights = np.sqrt([shared for _, _, shared in rows])
    matrix = np.zeros((len(rows) + number, number))
    target = np.zeros((len(rows) + number, 3))
    for row, ((i, j, _), median) in enumerate(zip(rows, medians, strict=True)):
        matrix[row, i], matrix[row, j] = -weights[row], weights[row]
        target[row] = weights[row] * median
    # The first is held; the others only where nothing else holds them.
    held = max(float(weights.max(initial=1.0)), 1.0)
    matrix[len(rows) + np.arange(number), np.arange(number)] = 1e-4 * held
    matrix[len(rows), 0] = 1e3 * held
    return np.asarray(np.linalg.lstsq(matrix, target, rcond=None)[0])
