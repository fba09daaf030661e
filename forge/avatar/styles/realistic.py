"""Realistic: a portrait photograph. Soft modelling from one large light, a film's tone
curve, skin-fine texture, grain, a little glow and fall-off."""

from __future__ import annotations

import numpy as np

from .planes import (
    Plane,
    clipped,
    clouds,
    curve,
    hashed,
    luma,
    mixed,
    saturated,
    scaled,
    screened,
    smooth,
    steepness,
    wide,
)
from .relief import relief

_FILM = ((0, 10), (24, 22), (64, 56), (128, 130), (192, 198), (232, 232), (255, 246))


def render(colour: Plane, alpha: Plane, seed: int) -> tuple[Plane, Plane]:
    height, width = alpha.shape
    # Hard edges between tones melt; the strongest edges stay sharp.
    soft = smooth(colour, 1)
    edge = np.minimum(steepness(luma(colour)).astype(np.uint16) * 2, 255).astype(np.uint8)
    picture = mixed(soft, colour, np.maximum(edge, 40))
    behind, picture = picture, curve((0, 0), (170, 168), (255, 226))[picture]
    form = relief(colour, alpha)
    picture = mixed(behind, scaled(scaled(picture, form.lit(22)), form.sky(24)), form.mask)
    light = luma(picture)
    # Skin and cloth are never one colour: fine lumps in brightness, broad ones in warmth.
    fine = clouds(height, width, 1, seed + 11).astype(np.int16) - 128
    broad = clouds(height, width, 5, seed + 12).astype(np.int16) - 128
    grain = hashed(height, width, seed + 13).astype(np.int16) - 128
    middle = curve((0, 20), (70, 120), (170, 120), (255, 20))[light].astype(np.int16)
    # The products stay within 16 bits: 128 * 120.
    texture = ((fine * middle) >> 12) + ((grain * middle) >> 12)
    warmth = broad >> 5
    tinted = picture.astype(np.int16)
    tinted += texture
    tinted[0] += warmth
    tinted[2] -= warmth
    picture = clipped(tinted)
    picture = saturated(picture, luma(picture), 58)
    glow = wide(curve((0, 0), (140, 0), (255, 110))[picture], 3)
    picture = screened(picture, (glow >> 1).astype(np.uint8))
    picture = curve(*_FILM)[picture]
    # Film: cool shadows, warm lights.
    cast = luma(picture).astype(np.int16) - 110
    graded = picture.astype(np.int16)
    graded[0] += cast >> 4
    graded[2] -= cast >> 4
    return scaled(clipped(graded), _vignette(height, width)), alpha


def _vignette(height: int, width: int) -> Plane:
    y = (np.arange(height, dtype=np.int64) * 2 - height + 1) * 256 // height
    x = (np.arange(width, dtype=np.int64) * 2 - width + 1) * 256 // width
    away = (x * x)[np.newaxis, :] + (y * y)[:, np.newaxis]  # up to 2 * 65536
    result: Plane = (130 - np.minimum(40, away * 34 // 131072)).astype(np.uint8)
    return result
