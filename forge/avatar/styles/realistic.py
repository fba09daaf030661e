"""Realistic: a portrait photograph. Soft modelling from one large light, skin that is never
one colour, fine texture, a film's tone curve, grain, a little glow and fall-off."""

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
    wide,
)
from .relief import relief
from .scene import Scene
from .skin import scattered, skin_in

_FILM = ((0, 8), (24, 18), (64, 54), (128, 130), (192, 200), (232, 234), (255, 248))


def render(colour: Plane, scene: Scene) -> tuple[Plane, Plane]:
    height, width = scene.shape
    form = relief(colour, scene.body)
    # Room above the lights for the modelling.
    picture = curve((0, 0), (170, 168), (255, 238))[colour]
    lit = scene.spared(form.lit(22).astype(np.int16) - 128, 200) + 128
    modelled = scaled(picture, lit.astype(np.uint8))
    dim = 128 - scene.spared(128 - form.sky(30), 170)
    modelled = scaled(scaled(modelled, dim), scene.facing(36))
    # Light that enters skin and cloth comes out warmer where it fades.
    fading = curve((0, 0), (40, 26), (110, 60), (190, 14), (230, 0), (255, 0))[luma(modelled)]
    blood = np.array([168, 74, 52], np.uint8)[:, np.newaxis, np.newaxis]
    skin = skin_in(colour)
    modelled = scattered(modelled, colour, skin)
    modelled = mixed(modelled, blood, ((fading.astype(np.uint16) * skin) >> 8).astype(np.uint8))
    # What shines: a soft highlight where the form leans to the light.
    shine = ((form.mirror(120, 210).astype(np.uint16) * luma(modelled)) >> 10).astype(np.uint8)
    modelled = screened(modelled, scene.spared(shine, 200))
    # Eyes and fine marks keep their own light.
    modelled = mixed(modelled, picture, (scene.eyes >> 1).astype(np.uint8))
    picture = mixed(colour, modelled, scene.opaque_body if scene.apart else form.mask)
    light = luma(picture)
    # Skin and cloth are never one colour: fine lumps in brightness, broad ones in warmth.
    fine = clouds(height, width, 1 + scene.zoom, scene.seed + 11).astype(np.int16) - 128
    broad = clouds(height, width, 4 + scene.zoom, scene.seed + 12).astype(np.int16) - 128
    grain = hashed(height, width, scene.seed + 13).astype(np.int16) - 128
    middle = curve((0, 20), (70, 104), (170, 110), (255, 20))[light].astype(np.int16)
    texture = ((fine * middle) >> 12) + ((grain * middle) >> 12)
    flush = ((broad >> 1) * (skin >> 1).astype(np.int16)) >> 9
    tinted = picture.astype(np.int16)
    tinted += texture
    tinted[0] += flush
    tinted[2] -= flush
    tinted[1] -= flush >> 2
    picture = clipped(tinted)
    picture = saturated(picture, luma(picture), 62)
    glow = wide(curve((0, 0), (150, 0), (255, 80))[picture], 3)
    picture = screened(picture, (glow >> 1).astype(np.uint8))
    picture = curve(*_FILM)[picture]
    # Film: cool shadows, warm lights.
    cast = luma(picture).astype(np.int16) - 110
    graded = picture.astype(np.int16)
    graded[0] += cast >> 4
    graded[2] -= cast >> 4
    picture = clipped(graded)
    if scene.cut_out:
        return picture, scene.alpha  # cut out: there is no lens around it
    return scaled(picture, _vignette(height, width)), scene.alpha


def _vignette(height: int, width: int) -> Plane:
    y = (np.arange(height, dtype=np.int64) * 2 - height + 1) * 256 // height
    x = (np.arange(width, dtype=np.int64) * 2 - width + 1) * 256 // width
    away = (x * x)[np.newaxis, :] + (y * y)[:, np.newaxis]  # up to 2 * 65536
    result: Plane = (130 - np.minimum(40, away * 34 // 131072)).astype(np.uint8)
    return result
