"""3D cartoon: smooth plastic volumes, soft shade, dark where parts meet, a highlight where
the lamp is mirrored, a rim of light; no line."""

from __future__ import annotations

import numpy as np

from .planes import (
    Plane,
    curve,
    kuwahara,
    luma,
    mixed,
    saturated,
    scaled,
    screened,
    slopes,
    smooth,
    steepness,
    wide,
)
from .relief import relief
from .scene import Scene
from .skin import scattered, skin_in

# Room above the lights, so that white cloth is still modelled.
_HEADROOM = ((0, 0), (160, 160), (255, 234))


def render(colour: Plane, scene: Scene) -> tuple[Plane, Plane]:
    form = relief(colour, scene.body)
    # Small wrinkles go, edges and fine features stay as crisp as they were drawn.
    keep = np.clip(steepness(luma(colour)).astype(np.int16) * 4 - 40, 0, 255).astype(np.uint8)
    keep = np.maximum(keep, scene.fine)
    picture = mixed(kuwahara(colour, 1 + scene.zoom), colour, keep)
    picture = saturated(picture, luma(picture), 82)
    behind, picture = picture, curve(*_HEADROOM)[picture]
    lit = scene.spared(form.lit(36).astype(np.int16) - 128, 190) + 128
    picture = scaled(picture, lit.astype(np.uint8))
    dim = 128 - scene.spared(128 - form.sky(64), 180)
    picture = scaled(scaled(picture, dim), scene.facing(44))
    picture = scattered(picture, behind, skin_in(colour))
    # Light goes a little way into skin and plastic: shade is never grey, but warm.
    shade = curve((0, 0), (50, 40), (110, 34), (200, 0), (255, 0))[luma(picture)]
    warm = np.array([150, 62, 48], np.uint8)[:, np.newaxis, np.newaxis]
    picture = mixed(picture, warm, (shade >> 1).astype(np.uint8))
    # The lamp, mirrored where the surface leans just so; skin shines less.
    shiny = curve((0, 60), (90, 130), (255, 150))[luma(picture)].astype(np.uint16)
    gloss = ((form.mirror(150, 230).astype(np.uint16) * shiny) >> 8).astype(np.uint8)
    picture = screened(picture, scene.spared(gloss, 200))
    # A cool rim of light from behind, on the right, within the figure.
    edge = smooth(scene.body, 1 + scene.zoom)
    away = np.clip(-slopes(edge)[0] * 2, 0, 84).astype(np.uint16)
    away = (away * scene.body.astype(np.uint16)) >> 8
    rim = np.stack([away * 3 >> 2, away * 7 >> 3, away]).astype(np.uint8)
    picture = screened(picture, rim)
    picture = mixed(picture, saturated(colour, luma(colour), 74), scene.eyes - (scene.eyes >> 2))
    picture = mixed(behind, picture, scene.opaque_body if scene.apart else form.mask)
    glow = wide(curve((0, 0), (180, 0), (255, 80))[picture], 3)
    return screened(picture, (glow >> 1).astype(np.uint8)), scene.alpha
