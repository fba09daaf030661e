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
    if kind == "horse" and (found := _of_long_face(mask, top, bottom)):
        return found
    return _of_ball(mask, int(top), tall)


def _of_ball(mask: Mask, top: int, tall: int) -> Head:
    """The largest ball in the outline that reaches up to its top, and down to a neck if there
    is one about there."""
    room = ndimage.distance_transform_edt(np.pad(mask, 1)[:, 1:-1])[1:-1]
    # What the photograph cuts goes on beyond its edge.
    rows = np.arange(len(mask))[:, None]
    fitting = np.where((rows < top + 0.42 * tall) & (rows - room < top + 0.12 * tall), room, 0.0)
    row, column = np.unravel_index(int(fitting.argmax()), fitting.shape)
    radius = max(4.0, float(fitting[row, column]))
    widths = np.array([_run_at(each, int(column)) for each in mask[top : top + tall]], np.float64)
    eased = ndimage.gaussian_filter1d(widths, max(1.0, tall / 40))
    height = float(row) + 0.95 * radius - top
    first, last = round(0.75 * height), min(len(eased) - 2, round(1.35 * height))
    if last > first + 2:
        neck = first + int(eased[first:last].argmin())
        if eased[neck] < _NECK * float(eased[:first].max()) and first < neck < last - 1:
            height = float(neck)
    return Head(float(column) + 0.5, top + height, 2.05 * radius, max(height, 1.2 * radius))


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


def _of_long_face(mask: Mask, top: int, bottom: int) -> Head | None:
    """Of a horse from the side: down to where the muzzle reaches farthest, if it does."""
    tall = bottom - top
    rows = range(top, top + max(4, round(0.85 * tall)))
    lefts = np.array([np.flatnonzero(mask[row])[0] for row in rows if mask[row].any()])
    rights = np.array([np.flatnonzero(mask[row])[-1] for row in rows if mask[row].any()])
    best: tuple[float, int] | None = None
    for edge in (-lefts, rights):
        tip = int(edge.argmax())
        recess = float(edge[tip] - edge[tip:].min())
        if tip > 0.3 * len(edge) and recess > 0.1 * tall and (best is None or recess > best[0]):
            best = recess, tip
    if best is None:
        return None
    tip = min(len(lefts) - 1, best[1] + round(0.05 * tall))
    left, right = float(lefts[: tip + 1].min()), float(rights[: tip + 1].max())
    height = float(tip)
    return Head(0.5 * (left + right), top + height, 0.62 * height, height)


def _span(row: NDArray[np.bool_], x: float) -> tuple[float, float]:
    """From where to where a row is the animal's, around a place."""
    gaps = np.flatnonzero(~row)
    before, after = gaps[gaps < x], gaps[gaps > x]
    left = float(before[-1] + 1) if len(before) else 0.0
    return left, float(after[0]) if len(after) else float(len(row))


def _run_at(row: NDArray[np.bool_], column: int) -> int:
    """How many pixels of a row around a column are the animal's without a gap."""
    if not row[column]:
        return 0
    left, right = _span(row, float(column))
    return round(right - left)
