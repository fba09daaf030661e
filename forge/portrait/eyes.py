"""Two eyes and a nose in the picture of an animal's head, without any model.

Eyes are round: edges around one all point at its middle (fast radial symmetry; Loy and
Zelinsky 2003). A pair is two round dark spots of one size on one level, each the mirror of the
other, with a nose below.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

Plane: TypeAlias = NDArray[np.float64]

_LOOKED_AT = 256  # pixels to the longer side
_RADII = (2, 3, 4, 5, 6, 8, 10, 13, 16, 20)  # pixels
_EACH = 14  # spots of one radius
_MOST = 110  # spots of all
_ENOUGH = 4.4  # the score of a pair that is believed
_APART = 5.6  # between the eyes, in their radii, as they usually are
_NOSE = 0.7  # below the eyes, in the distance between them
_SPAN = (0.2, 0.7)  # between the eyes, in the animal's width on their level
_USUAL_SPAN = 0.43


@dataclass(frozen=True, slots=True)
class Eyes:
    """In pixels of the photograph; `left` is the one on the picture's left side."""

    left: tuple[float, float]
    right: tuple[float, float]
    radius: float
    score: float

    @property
    def apart(self) -> float:
        return math.dist(self.left, self.right)

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left[0] + self.right[0]) / 2, (self.left[1] + self.right[1]) / 2

    @property
    def roll(self) -> float:
        """Of the line through both, in radians; 0 is level."""
        return math.atan2(self.right[1] - self.left[1], self.right[0] - self.left[0])

    def across_and_down(self, columns: Plane, rows: Plane) -> tuple[Plane, Plane]:
        """Places in the photograph as the head has them: from between the eyes along their
        line and down from it, in distances between them."""
        x, y = (columns - self.middle[0]) / self.apart, (rows - self.middle[1]) / self.apart
        cosine, sine = math.cos(self.roll), math.sin(self.roll)
        return x * cosine + y * sine, y * cosine - x * sine


@dataclass(frozen=True, slots=True)
class _Spot:
    roundness: float
    radius: int
    x: int
    y: int
    darkness: float  # below its surroundings, of 255
    closed: float  # how much lighter a ring around it is, nearly all the way


def find_eyes(photograph: NDArray[np.uint8], likely: NDArray[np.float32]) -> Eyes | None:
    """In a picture (H, W, 3); `likely`, of any size, is where the animal may be, 0..1.

    None where no pair is round, dark and even enough.
    """
    high, wide = photograph.shape[:2]
    scale = _LOOKED_AT / max(high, wide)
    size = max(16, round(wide * scale)), max(16, round(high * scale))
    small = np.asarray(Image.fromarray(photograph).resize(size, Image.Resampling.BOX))
    light = small.astype(np.float64) @ np.array([0.299, 0.587, 0.114])
    zoom = (light.shape[0] / likely.shape[0], light.shape[1] / likely.shape[1])
    inside = ndimage.zoom(likely, zoom, order=1, grid_mode=True, mode="nearest")
    spots = _spots(light)
    best: tuple[float, _Spot, _Spot] | None = None
    for one, other in combinations(spots, 2):
        left, right = (one, other) if one.x <= other.x else (other, one)
        score = _score(left, right, spots, light, inside)
        if score is not None and (best is None or score > best[0]):
            best = score, left, right
    if best is None or best[0] < _ENOUGH:
        return None
    score, left, right = best
    return Eyes(
        ((left.x + 0.5) / scale, (left.y + 0.5) / scale),
        ((right.x + 0.5) / scale, (right.y + 0.5) / scale),
        math.sqrt(left.radius * right.radius) / scale,
        score,
    )


def _spots(light: Plane) -> Sequence[_Spot]:
    """The roundest dark ones of every size, the roundest first."""
    eased = ndimage.gaussian_filter(light, 0.8)
    right, down = ndimage.sobel(eased, 1) / 8, ndimage.sobel(eased, 0) / 8
    steep = np.hypot(right, down)
    edge = steep > 2.0
    rows, columns = np.nonzero(edge)
    across, along = right[edge] / steep[edge], down[edge] / steep[edge]
    weight = np.minimum(steep[edge], 10.0) / 10.0
    high, wide = light.shape
    found = []
    for radius in _RADII:
        x = np.rint(columns - radius * across).astype(np.intp)
        y = np.rint(rows - radius * along).astype(np.intp)
        kept = (x >= 0) & (x < wide) & (y >= 0) & (y < high)
        votes = np.bincount(y[kept] * wide + x[kept], weight[kept], high * wide)
        blur = 0.3 * radius + 0.7
        round_ = ndimage.gaussian_filter(votes.reshape(high, wide), blur) * blur * blur / radius
        peak = round_ == ndimage.maximum_filter(round_, 2 * radius + 1)
        here = ndimage.gaussian_filter(light, radius * 0.5)
        around = ndimage.gaussian_filter(light, radius * 2.2)
        peaks = np.argwhere(peak)
        order = np.argsort(-round_[peak], kind="stable")[:_EACH]
        for row, column in peaks[order].tolist():
            dark = float(around[row, column] - here[row, column])
            closed = _ringed(eased, here, column, row, radius)
            found.append(_Spot(float(round_[row, column]), radius, column, row, dark, closed))
    found.sort(key=lambda spot: -spot.roundness)
    return found[:_MOST]


def _ringed(light: Plane, blurred: Plane, x: int, y: int, radius: int) -> float:
    turn = np.arange(16) * (2 * math.pi / 16)
    rows, columns = y + 1.6 * radius * np.sin(turn), x + 1.6 * radius * np.cos(turn)
    ring = ndimage.map_coordinates(light, [rows, columns], order=1, mode="nearest")
    return float(np.sort(ring)[3] - blurred[y, x])


def _score(
    left: _Spot, right: _Spot, spots: Sequence[_Spot], light: Plane, inside: NDArray[np.floating]
) -> float | None:
    radius = math.sqrt(left.radius * right.radius)
    apart = math.hypot(right.x - left.x, right.y - left.y)
    roll = math.atan2(right.y - left.y, right.x - left.x)
    uneven = max(left.radius, right.radius) > 1.7 * min(left.radius, right.radius)
    if uneven or apart < 10 or not 3.2 * radius < apart < 13 * radius or abs(roll) > 0.5:
        return None
    if min(inside[left.y, left.x], inside[right.y, right.x]) < 0.25:
        return None
    middle = (left.x + right.x) / 2, (left.y + right.y) / 2
    width = _width_at(inside, middle)
    if not _SPAN[0] * width < apart < _SPAN[1] * width:
        return None
    rows = np.flatnonzero((inside > 0.5).any(axis=1))
    depth = (middle[1] - rows[0]) / max(1, rows[-1] - rows[0]) if len(rows) else 0.5
    darkness = min(left.darkness, right.darkness)
    score = 0.6 * min(left.roundness, right.roundness, 4.0)
    score += 1.2 * max(0.0, _mirrored(light, middle, apart, roll))
    score += 1.6 * max(_nose(spot, middle, apart, roll, radius) for spot in spots)
    score += min(0.6, max(-0.5, darkness / 25)) - 0.6 * abs(roll)
    score += 0.5 * math.log(apart / 40) - 1.5 * math.log(apart / radius / _APART) ** 2
    score += min(0.4, max(-0.8, min(left.closed, right.closed) / 25))
    score -= 6 * (apart / width - _USUAL_SPAN) ** 2
    return float(score - 1.5 * max(0.0, depth - 0.5))


def _width_at(inside: NDArray[np.floating], place: tuple[float, float]) -> float:
    """Of the animal on the level of a place, in pixels."""
    row = inside[round(place[1])] > 0.4
    gaps = np.flatnonzero(~row)
    x = place[0]
    left = max((gap for gap in gaps.tolist() if gap < x), default=-1)
    right = min((gap for gap in gaps.tolist() if gap > x), default=len(row))
    return float(right - left - 1)


def _mirrored(light: Plane, middle: tuple[float, float], apart: float, roll: float) -> float:
    """How alike both sides of the face are, -1..1."""
    u, v = np.meshgrid(np.linspace(0, 1, 13), np.linspace(-0.5, 1.3, 19))
    cosine, sine = math.cos(roll), math.sin(roll)
    sides = []
    for side in (1, -1):
        x = middle[0] + apart * (side * u * cosine - v * sine)
        y = middle[1] + apart * (side * u * sine + v * cosine)
        seen = ndimage.map_coordinates(light, [y, x], order=1, mode="nearest")
        sides.append(seen - seen.mean())
    one, other = sides
    size = math.sqrt(float((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / size if size > 1e-6 else 0.0


def _nose(
    spot: _Spot, middle: tuple[float, float], apart: float, roll: float, radius: float
) -> float:
    """How well a spot does for a nose, 0..1."""
    x, y = (spot.x - middle[0]) / apart, (spot.y - middle[1]) / apart
    cosine, sine = math.cos(roll), math.sin(roll)
    aside, below = x * cosine + y * sine, y * cosine - x * sine
    if abs(aside) > 0.32 or not 0.35 < below < 1.35:
        return 0.0
    if not 0.5 * radius < spot.radius < 2.4 * radius or spot.darkness < 4:
        return 0.0
    fitting = (1 - 1.5 * abs(aside)) * math.exp(-(((below - _NOSE) / 0.3) ** 2))
    return min(spot.roundness / 2, 1.0) * fitting
