"""The plain backdrop: a studio wall with a disc or bands of light, and a floor.

In a drawing it is SVG; in a picture it is painted here, because a rasteriser takes longer
for gradients of the whole size than for the person, and shows bands. Every point has a
height on one ramp of colours, from shade over the wall's colour to light; heights add up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

Shape: TypeAlias = Literal["disc", "bands", "plain"]
Stops: TypeAlias = tuple[tuple[float, int], ...]
Steps: TypeAlias = npt.NDArray[np.int32]

FULL = 4096  # the ramp: 0 is shade, half of it the wall's colour, FULL light
WALL: Stops = ((0.0, 1640), (0.55, 2100), (1.0, 2240))
"""From the top (0) to the floor or the lower edge (1)."""
FLOOR: Stops = ((0.0, 1180), (0.4, 1520), (1.0, 1780))
"""From the wall to the lower edge."""
SPOT: dict[Shape, Stops] = {
    "disc": ((0.0, 900), (0.6, 800), (0.972, 740), (1.028, 60), (1.6, -180), (2.6, -620)),
    "bands": ((0.0, 820), (0.5, 560), (1.1, 40), (1.8, -320), (2.6, -620)),
    "plain": ((0.0, 700), (0.6, 460), (1.4, 0), (2.6, -420)),
}
"""What is added by the distance from the spot's centre, in its radii."""
BANDS: Stops = (
    (0.0, 0), (0.17, 0), (0.20, 300), (0.33, 300), (0.36, 0), (0.42, 0), (0.44, 220), (0.50, 220),
    (0.52, 0), (1.0, 0),
)  # fmt: skip
"""What is added along the diagonal from the upper left (0) to the lower right (1)."""
RADIUS = 0.385  # of the spot, in shares of the shorter side
POOL: Stops = ((0.0, 900), (0.5, 480), (1.0, 0))
"""Light on the floor, by the distance from its middle, in half widths of the picture."""
_FLAT = 5  # how much flatter than wide the light on the floor is
_SOFT = 0.011  # of the height: the curve between wall and floor
_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.int32)
_DITHER = 4  # heights that a step of the pattern adds: one level of a channel takes about 60
_FINE = 2048  # entries of a table by distance


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Colours as "#rrggbb"; `floor` is where it begins, in shares of the height."""

    dark: str
    middle: str
    light: str
    shape: Shape = "plain"
    centre: float = 0.42  # of the spot, in shares of the height
    floor: float | None = None

    def tone(self, height: int) -> str:
        """The ramp's colour at a height."""
        table = _ramp(self.dark, self.middle, self.light)
        return "#" + bytes(table[max(0, min(FULL - 1, height)), :3]).hex()

    def picture(self, width: int, height: int) -> npt.NDArray[np.uint8]:
        """(H, W, 4) uint8, opaque. Integers throughout: the same everywhere."""
        floor = height if self.floor is None else round(self.floor * height)
        rows = _along(WALL, (2 * np.arange(height) + 1) * 5000 // max(1, floor))
        radius = max(1, round(RADIUS * min(width, height)))
        spot = _around(SPOT[self.shape], 2.6)
        heights = (
            rows[:, np.newaxis]
            + spot[_distance(width, height, height * self.centre, radius, 2.6, 1)]
        )
        if self.shape == "bands":
            diagonal = np.arange(height)[:, np.newaxis] * 5 + np.arange(width) * 9
            heights += _BANDED[diagonal * (_FINE - 1) // (height * 5 + width * 9)]
        if floor < height:
            _lay_floor(heights, floor)
        tiles = np.tile(_BAYER * _DITHER, (height // 4 + 1, width // 4 + 1))
        heights += tiles[:height, :width]
        np.clip(heights, 0, FULL - 1, out=heights)
        packed = _ramp(self.dark, self.middle, self.light).view(np.uint32)[:, 0]
        painted: npt.NDArray[np.uint8] = packed[heights].view(np.uint8)
        return painted.reshape(height, width, 4)


def _lay_floor(heights: Steps, floor: int) -> None:
    tall, width = heights.shape
    soft = max(1, round(_SOFT * tall))
    first = max(0, floor - soft)
    count = tall - first
    rows = _along(FLOOR, (2 * np.arange(count) + 1) * 5000 // count)
    pool = _around(POOL, 1.0)[_distance(width, count, count * 0.42, max(1, width // 2), 1.0, _FLAT)]
    ground = rows[:, np.newaxis] + pool
    share = np.minimum((np.arange(count) + 1) * 256 // (2 * soft), 256).astype(np.int32)
    wall = heights[first:]
    wall += ((ground - wall) * share[:, np.newaxis]) >> 8


def _distance(
    width: int, height: int, middle: float, radius: int, reach: float, flat: int
) -> npt.NDArray[np.int32]:
    """(H, W), the place of each point's squared distance in a table of `_around`."""
    x = 2 * np.arange(width, dtype=np.int64) + 1 - width
    y = (2 * np.arange(height, dtype=np.int64) + 1 - round(2 * middle)) * flat
    most = int((2 * radius * reach) ** 2)
    far = _FINE * 64
    across = np.minimum(x * x * (_FINE - 1) * 64 // most, far).astype(np.int32)
    down = np.minimum(y * y * (_FINE - 1) * 64 // most, far).astype(np.int32)
    places = (across + down[:, np.newaxis]) >> 6
    within: Steps = np.minimum(places, _FINE - 1, out=places)
    return within


@lru_cache(maxsize=8)
def _around(stops: Stops, reach: float) -> Steps:
    """Heights by squared distance, evenly from 0 to `reach` squared."""
    whole = round(reach * 10_000)
    shares = [math.isqrt(whole * whole * k // (_FINE - 1)) for k in range(_FINE)]
    return _along(stops, np.asarray(shares, np.int64))


def _along(stops: Stops, shares: npt.NDArray[np.int64]) -> Steps:
    """Heights at places in ten thousandths; even between the stops, flat beyond them."""
    found = np.full(shares.shape, stops[-1][1], np.int64)
    for (a, low), (b, high) in reversed(list(pairwise(stops))):
        start, end = round(a * 10_000), round(b * 10_000)
        between = low + (high - low) * (shares - start) // (end - start)
        found = np.where(shares < end, between, found)
    before = round(stops[0][0] * 10_000)
    heights: Steps = np.where(shares < before, stops[0][1], found).astype(np.int32)
    return heights


_BANDED = _along(BANDS, np.arange(_FINE, dtype=np.int64) * 10_000 // (_FINE - 1))


@lru_cache(maxsize=8)
def _ramp(dark: str, middle: str, light: str) -> npt.NDArray[np.uint8]:
    """(FULL, 4) uint8."""
    places = np.arange(FULL, dtype=np.int64)
    table = np.full((FULL, 4), 255, np.uint8)
    for channel in range(3):
        low, mid, high = (int(c[1 + 2 * channel : 3 + 2 * channel], 16)
                          for c in (dark, middle, light))  # fmt: skip
        half = FULL // 2
        lower = low * half + (mid - low) * places
        upper = mid * half + (high - mid) * (places - half)
        table[:, channel] = np.where(places < half, lower, upper) // half
    return table
