"""How well pictures hold together, measured: of one person on a sheet, of a loop, of a video.

Every part is 0..1 with its pass mark at 0.8. A part below it is the score; else the score is
their geometric mean. The measures look at pictures alone, drawn or not.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from .identity import likeness
from .marks import THRESHOLD, mark

Picture: TypeAlias = npt.NDArray[np.uint8]
Floats: TypeAlias = npt.NDArray[np.float64]

_SMALL = 160  # pixels: the side at which frames are compared


@dataclass(frozen=True, slots=True)
class Quality:
    parts: Mapping[str, float]

    @property
    def score(self) -> float:
        values = list(self.parts.values())
        worst = min(values)
        if worst < THRESHOLD:
            return round(worst, 4)
        return round(math.exp(math.fsum(map(math.log, values)) / len(values)), 4)

    @property
    def passed(self) -> bool:
        return self.score >= THRESHOLD

    def document(self) -> str:
        parts = {name: round(value, 4) for name, value in self.parts.items()}
        return json.dumps({"score": self.score, "threshold": THRESHOLD, "parts": parts})


def judge_loop(pictures: Sequence[Picture], *, loops: bool = True, cuts: bool = False) -> Quality:
    """(H, W, 3 or more) uint8 each. `loops`: the first comes after the last. `cuts`: the
    camera may change, so that a few steps may be as large as they like.

    ValueError for fewer than three pictures or different sizes.
    """
    if len(pictures) < 3:
        raise ValueError("A video is judged by at least three pictures")
    small = np.stack(list(_seen_small(pictures)))
    steps = np.abs(np.diff(small, axis=0)).mean(axis=(1, 2, 3))
    around = float(np.abs(small[0] - small[-1]).mean())
    parts = {}
    usual = float(np.median(steps))
    if loops:
        # where much is moving at the seam, the step over it may be as large as those beside it
        beside = float(np.mean([*steps[:2], *steps[-2:]]))
        parts["closure"] = mark(around / max(usual, beside, 1e-6), 3.0, 1.25, 0.95)
    parts["motion"] = mark(float(np.mean(steps)), 0.00005, 0.0006, 0.002)
    parts["smoothness"] = _smoothness(steps, cuts)
    parts["steadiness"] = _steadiness(small, cuts)
    some = range(0, len(pictures), max(1, len(pictures) // 8))
    parts["sharpness"] = min(sharpness(pictures[index]) for index in some)
    parts["exposure"] = min(exposure(picture) for picture in small)
    return Quality(parts)


def _seen_small(pictures: Sequence[Picture]) -> Iterator[Floats]:
    """Each is looked at once, and let go: a film is large. ValueError for different sizes."""
    size = None
    for picture in pictures:
        if picture.shape[:2] != (size or picture.shape[:2]):
            raise ValueError("The pictures of a video must be of one size")
        size = picture.shape[:2]
        yield _small(picture, _SMALL)


def _smoothness(steps: Floats, cuts: bool) -> float:
    usual = float(np.median(steps))
    ordered = np.sort(steps)
    most = float(ordered[-4] if cuts and len(ordered) > 4 else ordered[-1])
    return mark(most / max(usual, 2e-4), 10.0, 4.5, 2.5)


def _steadiness(small: Floats, cuts: bool) -> float:
    light = small.mean(axis=(1, 2, 3))
    bends = np.abs(light[2:] - 2 * light[1:-1] + light[:-2])
    if cuts and len(bends) > 10:
        bends = np.sort(bends)[:-8]
    return mark(float(bends.mean()), 0.020, 0.006, 0.0015)


def sharpness(picture: Picture) -> float:
    grey = _grey(picture)
    fine = np.abs(grey[1:-1, 1:-1] * 4 - grey[:-2, 1:-1] - grey[2:, 1:-1]
                  - grey[1:-1, :-2] - grey[1:-1, 2:])  # fmt: skip
    return mark(float(np.quantile(fine, 0.99)), 0.015, 0.10, 0.35)


def exposure(picture: npt.NDArray[np.uint8] | Floats) -> float:
    grey = _grey(picture)
    middle, spread = float(grey.mean()), float(grey.std())
    dark = mark(middle, 0.01, 0.07, 0.2)
    bright = mark(middle, 0.995, 0.94, 0.85)
    return min(dark, bright, mark(spread, 0.01, 0.05, 0.12))


def judge_sheet(pictures: Sequence[Picture], masks: Sequence[Picture] | None = None) -> Quality:
    """Pictures of one person, and where that is in them if it is known; see `identity`."""
    if len(pictures) < 2:
        raise ValueError("A sheet is judged by at least two pictures")
    return Quality(
        {
            **likeness(pictures, masks),
            "sharpness": min(sharpness(picture) for picture in pictures),
            "exposure": min(exposure(picture) for picture in pictures),
        }
    )


def _grey(picture: npt.NDArray[np.uint8] | Floats) -> Floats:
    values = picture[..., :3].astype(np.float64)
    if picture.dtype == np.uint8:
        values /= 255.0
    result: Floats = values @ np.array([0.299, 0.587, 0.114])
    return result


def _small(picture: Picture, side: int) -> Floats:
    """(side, side, 3) in 0..1: means of areas."""
    height, width = picture.shape[:2]
    rows = np.linspace(0, height, min(side, height) + 1).astype(int)[:-1]
    columns = np.linspace(0, width, min(side, width) + 1).astype(int)[:-1]
    sums = np.add.reduceat(picture[..., :3].astype(np.float64), rows, axis=0)
    sums = np.add.reduceat(sums, columns, axis=1)
    counts = np.outer(np.diff([*rows, height]), np.diff([*columns, width]))
    result: Floats = sums / counts[..., np.newaxis] / 255.0
    return result
