"""Anime: clean flat tones with a crisp edge between light and shade, thin coloured line,
light that spills over the screen from above."""

from __future__ import annotations

import numpy as np

from .planes import (
    Plane,
    curve,
    kuwahara,
    luma,
    mixed,
    ramp,
    saturated,
    scaled,
    screened,
    smooth,
    steepness,
    wide,
)
from .scene import Scene

# Tones pull together around four levels, with short steep steps between them.
_TONES = ((0, 6), (38, 22), (52, 58), (98, 78), (114, 134), (168, 158), (184, 212), (255, 255))


def render(colour: Plane, scene: Scene) -> tuple[Plane, Plane]:
    height, _ = scene.shape
    flat = kuwahara(colour, 2 + scene.zoom)
    light = luma(flat)
    # A cel is flat where it is calm; where it is busy (eyes, hair, line) it stays as drawn.
    detail = np.minimum(steepness(light).astype(np.uint16) * 4, 255).astype(np.uint8)
    picture = mixed(flat, colour, np.maximum(detail, scene.fine))
    toned = curve(*_TONES)[luma(picture)].astype(np.int16)
    lift = (toned - luma(picture).astype(np.int16)) // 2
    # A face keeps its own tone: stepping it would blotch it.
    picture = np.clip(picture.astype(np.int16) + scene.spared(lift, 224), 0, 255).astype(np.uint8)
    picture = saturated(picture, luma(picture), 80)
    # Line: what is darker than its surroundings becomes darker still.
    around, here = smooth(light, 2).astype(np.int16), luma(colour).astype(np.int16)
    ink = np.clip((around - here - 10) * 3, 0, 150).astype(np.uint8)
    picture = scaled(picture, (128 - (ink >> 1)).astype(np.uint8))
    # Shade cools towards violet.
    shade = curve((0, 90), (90, 40), (150, 0), (255, 0))[luma(picture)]
    tint = np.array([74, 62, 138], np.uint8)[:, np.newaxis, np.newaxis]
    picture = mixed(picture, tint, scene.spared(shade >> 1, 170))
    # The highlights glow, and the light comes from above.
    glow = wide(curve((0, 0), (150, 0), (255, 150))[picture], 3)
    picture = screened(picture, (glow >> 1).astype(np.uint8))
    sky = np.stack([ramp(height, 34, 0), ramp(height, 30, 2), ramp(height, 22, 16)])
    return screened(picture, sky[:, :, np.newaxis]), scene.alpha
