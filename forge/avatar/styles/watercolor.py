"""Watercolour: thin pigment on rough paper. Washes bleed, dry darker along their edges,
gather in the paper's pits and let the white through."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .planes import (
    Plane,
    clipped,
    clouds,
    curve,
    hashed,
    kuwahara,
    kuwahara_wide,
    luma,
    mixed,
    restored,
    saturated,
    slopes,
    smooth,
    steepness,
    thickest,
    warped,
    wide,
)

_PAPER = (250, 246, 236)


def render(colour: Plane, alpha: Plane, seed: int) -> tuple[Plane, Plane]:
    height, width = alpha.shape
    # Wet edges wander.
    wander_x = clouds(height, width, 4, seed + 31).astype(np.int16) - 128
    wander_y = clouds(height, width, 4, seed + 32).astype(np.int16) - 128
    fine, broad = kuwahara(colour, 2), kuwahara_wide(colour, 2)
    busy = wide(curve((0, 0), (10, 0), (44, 255), (255, 255))[steepness(luma(fine))], 2, 1)
    wet = warped(restored(mixed(broad, fine, busy), colour), wander_x >> 5, wander_y >> 5)
    # Pigment bleeds out of its shape here and there.
    bleeding = curve((0, 0), (140, 0), (190, 190), (255, 230))[clouds(height, width, 6, seed + 34)]
    calm = ((255 - busy).astype(np.uint16) * bleeding >> 8).astype(np.uint8)
    wash = mixed(wet, wide(wet, 2, 1), calm)
    wash = saturated(wash, luma(wash), 104)
    # Thin paint: the paper shines through, most in the lights.
    thin = curve((0, 26), (60, 50), (150, 56), (255, 20))[luma(wash)]
    paper = np.array(_PAPER, np.uint8)[:, np.newaxis, np.newaxis]
    wash = mixed(wash, paper, thin)
    # How much pigment lies there, around 128: pools and back-runs, edges, pits.
    pools = (clouds(height, width, 7, seed + 35).astype(np.int16) - 128) // 3
    pools += (clouds(height, width, 5, seed + 36).astype(np.int16) - 128) // 5
    edges = thickest(steepness(wet))
    rim = np.clip(edges.astype(np.int16) - smooth(edges, 3) // 2, 0, 110)
    silhouette = np.clip(255 - smooth(alpha, 2).astype(np.int16), 0, 120)
    tooth = _paper_tooth(height, width, seed)
    pigment = pools + rim * 5 // 8 + silhouette // 2 + (tooth >> 2)
    # Beer's law in small steps: more pigment takes away in proportion to what it absorbs.
    absorbed = (255 - wash).astype(np.int16)
    stain = wash.astype(np.int16) - ((absorbed * np.clip(pigment, -100, 127)) >> 7)
    # The paper's own relief, lit from the upper left.
    relief = slopes(clipped(tooth + 128))
    return clipped(stain + ((relief[0] + relief[1]) >> 4)), alpha


def _paper_tooth(height: int, width: int, seed: int) -> npt.NDArray[np.int16]:
    """Cold-pressed paper, around 0: lumps of a few pixels and fibres of one."""
    lumps = clouds(height, width, 2, seed + 37).astype(np.int16) - 128
    broad = clouds(height, width, 3, seed + 38).astype(np.int16) - 128
    fibre = hashed(height, width, seed + 39).astype(np.int16) - 128
    result: npt.NDArray[np.int16] = (lumps >> 1) + (broad >> 2) + (fibre >> 3)
    return result
