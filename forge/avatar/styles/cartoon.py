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

# Room above the lights, so that white cloth is still modelled.
_HEADROOM = ((0, 0), (160, 158), (255, 214))


def render(colour: Plane, alpha: Plane, seed: int) -> tuple[Plane, Plane]:
    del seed
    clean = smooth(kuwahara(colour, 2), 1)
    form = relief(colour, alpha)
    # Fine features stay as crisp as they are, all else is smooth as moulded plastic.
    keep = np.clip(steepness(luma(colour)).astype(np.int16) * 3 - 60, 0, 255).astype(np.uint8)
    picture = mixed(clean, colour, smooth(keep, 1))
    picture = saturated(picture, luma(picture), 80)
    behind, picture = picture, curve(*_HEADROOM)[picture]
    picture = scaled(scaled(picture, form.lit(44)), form.sky(64))
    # Light goes a little way into skin and plastic: shade is never grey, but warm.
    shade = curve((0, 0), (50, 40), (110, 34), (200, 0), (255, 0))[luma(picture)]
    warm = np.array([150, 62, 48], np.uint8)[:, np.newaxis, np.newaxis]
    picture = mixed(picture, warm, (shade >> 1).astype(np.uint8))
    # The lamp, mirrored where the surface leans just so.
    shiny = curve((0, 60), (90, 130), (255, 190))[luma(picture)].astype(np.uint16)
    gloss = ((form.mirror(150, 230).astype(np.uint16) * shiny) >> 8).astype(np.uint8)
    picture = mixed(behind, screened(picture, gloss), form.mask)
    # A cool rim of light from behind, on the right.
    away = np.clip(-slopes(smooth(alpha, 2))[0] * 3, 0, 110)
    rim = np.stack([away * 3 >> 2, away * 7 >> 3, away]).astype(np.uint8)
    picture = screened(picture, rim)
    glow = wide(curve((0, 0), (170, 0), (255, 100))[picture], 3)
    return screened(picture, (glow >> 1).astype(np.uint8)), alpha
