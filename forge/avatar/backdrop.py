"""The plain backdrop: a soft gradient with light behind the person.

In a drawing it is SVG; in a picture it is painted here, because a rasteriser takes longer
for two gradients of the whole size than for the person, and shows bands.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_MIDDLE = 0.55  # of the height, where the middle colour stands
CENTRE = (0.5, 0.42)  # of the light, in shares of width and height
REACH = 0.62  # of the light, in shares of the shorter side
FADING = ((0.0, 0.6), (0.45, 0.42), (1.0, 0.0))
"""The light's opacity from its centre (0) to its reach (1)."""

_STEPS = 16  # of a level: what dithering tells apart
_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.int32)


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Colours as "#rrggbb"."""

    top: str
    middle: str
    bottom: str
    light: str | None  # None: no light

    @property
    def stops(self) -> list[tuple[float, str]]:
        return [(0, self.top), (_MIDDLE, self.middle), (1, self.bottom)]

    def picture(self, width: int, height: int) -> npt.NDArray[np.uint8]:
        """(H, W, 4) uint8, opaque. Integers and square roots only: the same everywhere."""
        rows = np.empty((height, 1, 3), np.int32)
        shares = (2 * np.arange(height, dtype=np.int64) + 1) * 5000 // height  # of 10,000
        at = [round(place * 10_000) for place, _ in self.stops]
        for channel in range(3):
            levels = [_steps(colour)[channel] for _, colour in self.stops]
            rows[:, 0, channel] = _between(shares, at, levels)
        picture = np.broadcast_to(rows, (height, width, 3))
        if self.light is not None:
            opacity = _light(width, height)[..., np.newaxis]
            light = np.asarray(_steps(self.light), np.int32)
            picture = (picture * (1024 - opacity) + light * opacity) >> 10
        threshold = np.tile(_BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width]
        result = np.full((height, width, 4), 255, np.uint8)
        dithered = (picture + threshold[..., np.newaxis]) // _STEPS
        result[..., :3] = np.minimum(dithered, 255)
        return result


def _light(width: int, height: int) -> npt.NDArray[np.int32]:
    """Opacity in 0..1024."""
    x = np.arange(width) + 0.5 - CENTRE[0] * width
    y = np.arange(height) + 0.5 - CENTRE[1] * height
    away = np.sqrt(y[:, np.newaxis] ** 2 + x**2) / (REACH * min(width, height))
    shares = (np.minimum(away, 1.0) * 10_000).astype(np.int64)
    at = [round(place * 10_000) for place, _ in FADING]
    return _between(shares, at, [round(opacity * 1024) for _, opacity in FADING])


def _between(
    shares: npt.NDArray[np.int64], at: list[int], levels: list[int]
) -> npt.NDArray[np.int32]:
    """`levels` stand at the three places `at`; in between they change evenly."""
    first = levels[0] + (levels[1] - levels[0]) * shares // (at[1] - at[0])
    second = levels[1] + (levels[2] - levels[1]) * (shares - at[1]) // (at[2] - at[1])
    return np.where(shares < at[1], first, second).astype(np.int32)


def _steps(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) * _STEPS for at in (1, 3, 5))
    return red, green, blue
