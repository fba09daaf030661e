"""Sizes that a family of models draws well at, for whatever size was asked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizing:
    """`least` and `most` are pixels of one picture, `strip` those of a row of several.

    Below, a model crops heads and melts faces; above, it repeats itself.
    """

    least: int
    most: int
    strip: int
    multiple: int  # of both sides


_K = 1024

SIZINGS: Mapping[str, Sizing] = {
    "SD 1.5": Sizing(256 * _K, 400 * _K, 1600 * _K, 64),
    "SDXL": Sizing(960 * _K, 1100 * _K, 1600 * _K, 64),
    "Z-Image": Sizing(900 * _K, 1600 * _K, 2048 * _K, 16),
    "Flux": Sizing(768 * _K, 1600 * _K, 2048 * _K, 16),
    "Flux 2": Sizing(900 * _K, 2048 * _K, 3072 * _K, 16),
    "Qwen-Image": Sizing(1000 * _K, 1800 * _K, 2400 * _K, 16),
    "Wan": Sizing(256 * _K, 400 * _K, 400 * _K, 16),
    "SVD": Sizing(400 * _K, 600 * _K, 600 * _K, 64),
}
"""By the names that the Fit Size node offers."""

_MOST_SLANTED = 4.0  # longer side to shorter one; no model has seen more


def fit(width: int, height: int, sizing: Sizing, columns: int = 1) -> tuple[int, int]:
    """Width and height in pixels, multiples of `sizing.multiple`, for a picture of about the
    proportions asked for, one of `columns` side by side."""
    ratio = min(max(width / height, 1 / _MOST_SLANTED), _MOST_SLANTED)
    most = min(sizing.most, sizing.strip // columns)
    pixels = min(max(width * height, min(sizing.least, most)), most)
    step = sizing.multiple
    tall = math.sqrt(pixels / ratio)
    best = (step, step)
    off = math.inf
    for high in _around(tall, step):
        for wide in _around(high * ratio, step):
            if wide * high > most * 1.02:
                continue
            slant = abs(math.log(wide / high / ratio))
            miss = slant + 0.25 * abs(math.log(wide * high / pixels))
            if miss < off:
                best, off = (wide, high), miss
    return best


def _around(length: float, step: int) -> tuple[int, ...]:
    below = max(step, math.floor(length / step) * step)
    return (below, below + step) if below > step else (step, 2 * step)
