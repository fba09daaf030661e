"""Gives flat drawings volume: each large patch of colour is taken for a cushion and lit.

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
    """`heights` in 0..4095 and their slopes to the `right` and `down`, all at a quarter of
    the picture's size; `body` is 255 where the figure is, fading out into what is behind."""

    heights: Heights
    right: Heights
    down: Heights
    body: Plane
    shape: tuple[int, ...]

    @property
    def mask(self) -> Plane:
        """(H, W), 255 on the figure."""
        return enlarged(self.body, _LEVEL, self.shape)

    def lit(self, strength: int) -> Plane:
        """Factors around 128 for `planes.scaled`, (H, W), for a light at the upper left."""
        facing = ((self.right + self.down) * strength) >> 7
        # Turned away it darkens twice as fast as it brightens when turned to the light.
        light = np.where(facing < 0, np.maximum(facing, -46), np.minimum(facing // 2, 40))
        return self.full(128 + light)

    def sky(self, amount: int) -> Plane:
        """Factors up to 128: low ground, between parts, gets less light from all round."""
        low = np.maximum(0, 2200 - self.heights)
        return self.full(128 - np.minimum((low * amount) >> 11, 70))

    def mirror(self, lean: int, width: int) -> Plane:
        """(H, W), 255 where the surface leans to the upper left by `lean` of its slopes."""
        away = np.abs(self.right - lean) + np.abs(self.down - lean)
        spot = np.clip(255 - away * 255 // width, 0, 255)
        return self.full(np.where(self.heights > 1500, spot, 0))

    def full(self, values: npt.NDArray[Any]) -> Plane:
        return enlarged(smooth(values.astype(np.uint8), 1), _LEVEL, self.shape)


def relief(colour: Plane, alpha: Plane) -> Relief:
    """High in the middle of patches, low along their edges; small features make none."""
    patches = kuwahara(reduced(colour, _LEVEL), 3)
    steep = steepness(patches).astype(np.int32)
    body = reduced(alpha, _LEVEL)
    body = np.where(_backdrop(steep, body), 0, body).astype(np.uint8)
    edge = np.where(body > 0, np.clip(steep * 2 - 60, 0, 255), 0)
    rim = np.minimum(steepness(body).astype(np.int32) * 2, 255)
    edges = thickest(np.maximum(edge, rim).astype(np.uint8))
    low = _blurred(edges, 2) * 2 + _blurred(edges, 3) * 3 + _blurred(edges, 4) * 3
    high = np.maximum(0, 2047 - low * 3 // 2)
    heights = _fine(high, 2)
    heights += (_blurred(body, 4) + _blurred(smooth(body, 4), 4)) * 4
    heights = np.minimum(heights, 4095)
    right, down = slopes(heights)
    soft = smooth(body, 1)
    near = soft.astype(np.int32)
    # What lies behind is not part of the form.
    return Relief(
        np.where(body > 0, heights, 4095),
        (right * near) >> 8,
        (down * near) >> 8,
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
