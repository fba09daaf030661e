"""Where an animal's head is: from its eyes, else from its outline."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .eyes import Eyes
from .pet import PetKind

Mask: TypeAlias = NDArray[np.bool_]

# Below the line of the eyes to the chin, in distances between the eyes.
_CHIN: Mapping[PetKind, float] = {
    "dog": 1.35, "cat": 1.15, "bird": 1.0, "rabbit": 1.3, "horse": 2.2, "other": 1.2
}  # fmt: skip
_WIDTHS = (1.9, 2.9)  # of a head, in distances between the eyes
_LYING = 1.2  # an outline wider than so many heights is of an animal seen from its side
_NECK = 0.86  # of the head's width: a narrower place below it is the neck


@dataclass(frozen=True, slots=True)
class Head:
    """In pixels of the photograph: (x, y) is the middle of the chin, `width` from cheek to
    cheek, `height` from chin to crown without ears. `roll` is in radians, clockwise."""

    x: float
    y: float
    width: float
    height: float
    roll: float = 0.0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom; with room for ears."""
        half = 0.62 * self.width
        return self.x - half, self.y - 1.3 * self.height, self.x + half, self.y


def head_from_eyes(eyes: Eyes, kind: PetKind, mask: Mask) -> Head:
    """`mask` (H, W) bool at the photograph's size."""
    apart, roll = eyes.apart, eyes.roll
    x, y = eyes.middle
    down = (-math.sin(roll), math.cos(roll))
    spans = []
    for below in np.linspace(-0.1, 0.6, 8):
        row = round(y + below * apart * down[1])
        middle = x + below * apart * down[0]
        if 0 <= row < len(mask):
            left, right = _span(mask[row], middle)
            spans.append((max(left, middle - 1.6 * apart), min(right, middle + 1.6 * apart)))
    left, right = np.median(np.array(spans), axis=0) if spans else (x - apart, x + apart)
    width = min(_WIDTHS[1] * apart, max(_WIDTHS[0] * apart, float(right - left)))
    aside = min(0.3 * apart, max(-0.3 * apart, float(left + right) / 2 - x))
    chin = _CHIN[kind] * apart
    return Head(x + chin * down[0] + aside, y + chin * down[1], width, chin + 0.85 * apart, roll)


def head_from_outline(mask: Mask, kind: PetKind) -> Head:
    """The upper end of an animal that stands or sits, the higher end of one seen from its
    side; the whole of what is cut by the picture all round."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    tall, wide = int(bottom - top), int(right - left)
    cut = left == 0 and right == mask.shape[1]
    if wide > _LYING * tall and not cut:
        return _of_side_view(mask, kind)
    widths = np.array([_widest_run(mask[row])[0] for row in range(top, bottom)], np.float64)
    eased = ndimage.gaussian_filter1d(widths, max(1.0, tall / 40))
    chin = _chin_row(eased, tall)
    spread = float(np.quantile(eased[: chin + 1], 0.62))
    if spread < 4:
        spread = float(max(wide, 4))
    height = float(max(chin, 0.6 * spread))
    middles = [_widest_run(mask[row])[1] for row in range(top, top + chin + 1)]
    x = float(np.median(middles))
    return Head(x, float(top) + height, spread, height)


def _chin_row(widths: NDArray[np.float64], tall: int) -> int:
    """Rows below the top: where the outline is narrow below something wide, at most."""
    most = max(4, round(0.7 * tall))
    for row in range(max(3, tall // 8), most):
        so_far = float(widths[:row].max())
        if widths[row] < _NECK * so_far and widths[row] <= widths[row : row + tall // 12].min():
            return row
    # No neck to be seen: a head is about as tall as it is wide.
    broad = float(np.quantile(widths[: max(4, tall // 2)], 0.7))
    return int(min(max(0.45 * tall, 4), max(1.05 * broad, 0.3 * tall), len(widths) - 1))


def _of_side_view(mask: Mask, kind: PetKind) -> Head:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    tall, wide = rows[-1] + 1 - rows[0], columns[-1] + 1 - columns[0]
    # A tail is thin: it is left out of the question which end is higher.
    solid = ndimage.binary_opening(mask, iterations=max(1, round(0.05 * tall)))
    solid = solid if solid.any() else mask
    reach = max(1, wide // 3)
    ends = {
        -1: solid[:, columns[0] : columns[0] + reach],
        1: solid[:, columns[-1] + 1 - reach : columns[-1] + 1],
    }
    tops = {
        side: int(np.flatnonzero(end.any(axis=1))[0]) if end.any() else mask.shape[0]
        for side, end in ends.items()
    }
    side = min(tops, key=lambda each: (tops[each], -each))
    size = float((0.5 if kind == "horse" else 0.42) * tall)
    end = ends[side]
    upper = np.flatnonzero(end[tops[side] : tops[side] + max(1, round(0.7 * size))].any(axis=0))
    start = columns[0] if side < 0 else columns[-1] + 1 - reach
    tip = start + (upper[0] if side < 0 else upper[-1] + 1) if len(upper) else start
    return Head(float(tip - side * 0.5 * size), tops[side] + size, size, size)


def _span(row: NDArray[np.bool_], x: float) -> tuple[float, float]:
    """From where to where a row is the animal's, around a place."""
    gaps = np.flatnonzero(~row)
    before, after = gaps[gaps < x], gaps[gaps > x]
    left = float(before[-1] + 1) if len(before) else 0.0
    return left, float(after[0]) if len(after) else float(len(row))


def _widest_run(row: NDArray[np.bool_]) -> tuple[int, float]:
    """How many pixels of a row are the animal's without a gap, and their middle."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(np.int8), [0]])))
    if not len(edges):
        return 0, len(row) / 2
    starts, ends = edges[::2], edges[1::2]
    best = int((ends - starts).argmax())
    return int(ends[best] - starts[best]), float(starts[best] + ends[best]) / 2
