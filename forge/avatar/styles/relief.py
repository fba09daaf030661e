"""Gives flat drawings volume: the figure is taken for round, and lit from one side.

Computed at a quarter of the size, in finer steps than a byte has, so that round forms
show no terraces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from .planes import (
    Plane,
    enlarged,
    kuwahara,
    padded_edges,
    reduced,
    shifted,
    slopes,
    smooth,
    steepness,
    thickest,
    window_sums,
)

_LEVEL = 2  # the quarter
_CALM = 12  # steps of brightness over two pixels that a backdrop's own shading stays below
Heights = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Relief:
    """Slopes to the `right` and `down`, up to about 255, and how deep in a `crease` between
    parts, 0..255, all at a quarter of the picture's size; `body` is 255 where the figure is,
    fading out into what is behind."""

    right: Heights
    down: Heights
    crease: Heights
    body: Plane
    shape: tuple[int, ...]

    @property
    def mask(self) -> Plane:
        """(H, W), 255 on the figure."""
        return enlarged(self.body, _LEVEL, self.shape)

    def lit(self, bright: int, dark: int) -> Plane:
        """Factors around 128 for `planes.scaled`, (H, W), for a light at the upper left: up to
        about 128 + `bright` where the form leans to it, 128 - `dark` where it leans away."""
        facing = (self.right * 5 + self.down * 3) >> 2
        light = np.where(facing < 0, facing * dark, facing * bright) >> 8
        return self.full(128 + np.clip(light, -dark, bright))

    def sky(self, amount: int) -> Plane:
        """Factors up to 128: between parts less light comes in from all round."""
        return self.full(128 - np.minimum((self.crease * amount) >> 8, 70))

    def mirror(self, lean: int, width: int) -> Plane:
        """(H, W), 255 where the surface leans to the upper left by `lean` of its slopes."""
        away = np.abs(self.right - lean) + np.abs(self.down - lean // 2)
        return self.full(np.clip(255 - away * 255 // width, 0, 255))

    def full(self, values: npt.NDArray[Any]) -> Plane:
        return enlarged(smooth(values.astype(np.uint8), 1), _LEVEL, self.shape)


def relief(colour: Plane, alpha: Plane) -> Relief:
    """High in the middle of the figure and of each of its limbs, with a soft step where one
    part lies over another; small features make none."""
    patches = kuwahara(reduced(colour, _LEVEL), 2)
    steep = steepness(patches).astype(np.int32)
    body = reduced(alpha, _LEVEL)
    body = np.where(_backdrop(steep, body), 0, body).astype(np.uint8)
    within = smooth(body, 2) > 250
    edge = np.where(within, np.clip(steep * 2 - 60, 0, 255), 0).astype(np.uint8)
    # Light comes from the upper left: what lies over something darkens the other side of it.
    crease = _blurred(shifted(thickest(edge), 1, 1), 2) + _blurred(edge, 3)
    round_ = body.astype(np.int32) * 16
    heights = _fine(round_, 2) * 2 + _fine(round_, 3) * 6 + _fine(_fine(round_, 4), 3) * 12
    heights -= _blurred(edge, 2) * 8 + _blurred(edge, 3) * 10
    right, down = slopes(heights >> 3)
    soft = smooth(body, 1)
    near = soft.astype(np.int32)
    # What lies behind is not part of the form.
    return Relief(
        np.clip((right * near) >> 9, -255, 255),
        np.clip((down * near) >> 9, -255, 255),
        (crease * near) >> 8,
        soft,
        alpha.shape,
    )


def _backdrop(steep: Heights, body: Plane) -> npt.NDArray[np.bool_]:
    """The calm area that reaches the upper corners: what is behind the figure, if anything."""
    behind = np.zeros(steep.shape, np.bool_)
    if body[0, 0] < 255 or body[0, -1] < 255:
        return behind  # the figure is cut out already
    labels, _ = ndimage.label(steep < _CALM)
    for corner in {int(labels[0, 0]), int(labels[0, -1])} - {0}:
        behind |= labels == corner
    # Islands in it are its own pattern, not part of the figure.
    labels, count = ndimage.label(~behind)
    if count:
        areas = np.bincount(labels.ravel())
        areas[0] = 0
        behind |= areas[labels] * 4 < areas.max()
    return behind


def _blurred(plane: Plane, level: int) -> Heights:
    """Mean over 2**level pixels, twice, in 0..255."""
    return _fine(plane.astype(np.int32), level)


def _fine(values: Heights, level: int) -> Heights:
    half = 1 << (level - 1)
    once = window_sums(padded_edges(values, half - 1, half), level) >> (2 * level)
    twice: Heights = window_sums(padded_edges(once, half, half - 1), level) >> (2 * level)
    return twice
