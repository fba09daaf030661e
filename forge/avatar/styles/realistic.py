"""Realistic: a portrait in a studio, between painting and photograph. Soft light from one side
that follows the form, dark where parts meet, natural colours, a mottled backdrop out of
focus, a film's tone curve and grain."""

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
    shifted,
    softened,
    wide,
)
from .relief import relief
from .scene import Scene
from .skin import scattered, skin_in

_FILM = ((0, 10), (24, 20), (64, 56), (128, 130), (192, 202), (232, 236), (255, 248))


def render(colour: Plane, scene: Scene) -> tuple[Plane, Plane]:
    picture = _modelled(colour, scene) if scene.apart else _clear(colour)
    if scene.apart and not scene.cut_out and not scene.place:
        picture = mixed(_studio(colour, scene), picture, scene.body)
    skin = skin_in(colour)
    picture = saturated(picture, luma(picture), 55)
    height, width = scene.shape
    # Skin and cloth are never one colour: fine lumps and grain in brightness, broad ones in
    # the warmth of skin.
    fine = clouds(height, width, 1 + scene.zoom, scene.seed + 11).astype(np.int16) - 128
    grain = hashed(height, width, scene.seed + 13).astype(np.int16) - 128
    middle = curve((0, 36), (70, 118), (170, 120), (255, 40))[luma(picture)].astype(np.int16)
    tinted = picture.astype(np.int16)
    tinted += ((fine + grain) * middle) >> 12
    if scene.apart:
        broad = clouds(height, width, 4 + scene.zoom, scene.seed + 12).astype(np.int16) - 128
        flush = ((broad >> 1) * (skin >> 2).astype(np.int16)) >> 10
        tinted[0] += flush
        tinted[2] -= flush
    picture = clipped(tinted)
    glow = wide(curve((0, 0), (170, 0), (255, 60))[picture], 3)
    picture = curve(*_FILM)[screened(picture, (glow >> 1).astype(np.uint8))]
    # Film: cool shadows, warm lights.
    cast = luma(picture).astype(np.int16) - 110
    graded = picture.astype(np.int16)
    graded[0] += cast >> 4
    graded[2] -= cast >> 4
    picture = clipped(graded)
    if scene.cut_out:
        return picture, scene.alpha  # cut out: there is no lens around it
    return scaled(picture, _vignette(height, width)), scene.alpha


def _modelled(colour: Plane, scene: Scene) -> Plane:
    """A drawn figure: its hard tones run into each other, and light falls on its form."""
    form = relief(colour, scene.body)
    eased = mixed(softened(colour, 2 + scene.zoom, 9), colour, scene.fine // np.uint8(2))
    before = curve((0, 6), (170, 166), (255, 232))[eased]
    picture = scaled(
        before, (scene.spared(form.lit(30, 56).astype(np.int16) - 128, 150) + 128).astype(np.uint8)
    )
    dim = 128 - scene.spared(128 - form.sky(64), 150)
    picture = scaled(scaled(picture, dim.astype(np.uint8)), scene.facing(40))
    # What light loses in skin it does not lose in red.
    skin = skin_in(colour)
    picture = scattered(picture, before, skin)
    # Lights are warm and what they do not reach is cool.
    turned = luma(picture).astype(np.int16) - luma(before)
    turned = (turned * (255 - skin)) >> 8
    toned = picture.astype(np.int16)
    toned[0] += turned >> 4
    toned[2] -= turned >> 3
    picture = clipped(toned)
    return mixed(picture, before, (scene.eyes >> 1).astype(np.uint8))


def _clear(colour: Plane) -> Plane:
    """A photograph has its light already: it gains some local contrast."""
    light = luma(colour)
    local = (light.astype(np.int16) - wide(light, 2)) >> 2
    return clipped(colour + np.clip(local, -20, 20))


def _studio(colour: Plane, scene: Scene) -> Plane:
    """Behind the figure a painted canvas, lit in the middle, with the figure's soft shadow."""
    height, width = scene.shape
    grey = saturated(colour, luma(colour), 40)
    mottled = clouds(height, width, 6 + min(1, scene.zoom), scene.seed + 15).astype(np.int32) - 128
    mottled += (clouds(height, width, 5, scene.seed + 16).astype(np.int32) - 128) >> 1
    y = (np.arange(height, dtype=np.int32) * 2 - height) * 256 // height + 50
    x = (np.arange(width, dtype=np.int32) * 2 - width) * 256 // width
    away = np.minimum((x * x)[np.newaxis, :] + (y * y)[:, np.newaxis], 110000)
    light = 130 - away * 50 // 110000 + (mottled >> 4)
    step = scene.marks(20)
    cast = shifted(wide(scene.body, 2, 3), step // 2, step)
    light -= cast.astype(np.int32) >> 3
    return scaled(grey, np.clip(light, 0, 255).astype(np.uint8))


def _vignette(height: int, width: int) -> Plane:
    y = (np.arange(height, dtype=np.int64) * 2 - height + 1) * 256 // height
    x = (np.arange(width, dtype=np.int64) * 2 - width + 1) * 256 // width
    away = (x * x)[np.newaxis, :] + (y * y)[:, np.newaxis]  # up to 2 * 65536
    result: Plane = (130 - np.minimum(40, away * 34 // 131072)).astype(np.uint8)
    return result
