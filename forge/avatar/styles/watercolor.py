"""Watercolour: thin pigment on rough paper. Washes bleed, dry darker along their edges,
gather in the paper's pits and let the white through; the backdrop's wash ends before the
sheet does."""

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
from .scene import Scene

_PAPER = (251, 247, 238)


def render(colour: Plane, scene: Scene) -> tuple[Plane, Plane]:
    height, width = scene.shape
    seed, zoom = scene.seed, scene.zoom
    face = scene.fine
    # Wet edges wander, but a painter dries the paper before the face.
    loose = (255 - face).astype(np.int32) * scene.marks(12, 4)
    wander_x = clouds(height, width, 4 + zoom, seed + 31).astype(np.int32) - 128
    wander_y = clouds(height, width, 4 + zoom, seed + 32).astype(np.int32) - 128
    fine, broad = kuwahara(colour, 1 + zoom), kuwahara_wide(colour, min(2, scene.window))
    busy = wide(curve((0, 0), (10, 0), (44, 255), (255, 255))[steepness(luma(fine))], 2, 1)
    base = restored(mixed(broad, fine, np.maximum(busy, face)), colour)
    base = mixed(base, colour, face)
    wet = warped(base, (wander_x * loose) >> 17, (wander_y * loose) >> 17)
    # Pigment bleeds out of its shape here and there.
    bleeding = curve((0, 0), (140, 0), (190, 190), (255, 230))[clouds(height, width, 6, seed + 34)]
    calm = ((255 - busy).astype(np.uint16) * bleeding >> 8).astype(np.uint8)
    wash = mixed(wet, wide(wet, 2, 1), np.minimum(calm, 255 - face))
    wash = saturated(wash, luma(wash), 100)
    # Thin paint: the paper shines through, most in the half tones.
    thin = curve((0, 12), (60, 34), (150, 52), (255, 20))[luma(wash)]
    paper = np.array(_PAPER, np.uint8)[:, np.newaxis, np.newaxis]
    wash = mixed(wash, paper, thin)
    if scene.apart and not scene.cut_out:
        bare = np.minimum(_bare(height, width, seed), 255 - scene.body)
        wash = mixed(wash, paper, bare)
    # How much pigment lies there, around 128: pools and back-runs, edges, pits.
    pools = (clouds(height, width, min(7, 6 + zoom), seed + 35).astype(np.int16) - 128) // 3
    pools += (clouds(height, width, 5, seed + 36).astype(np.int16) - 128) // 5
    # Dark paint is thick, and does not granulate so.
    flow = curve((0, 90), (70, 140), (140, 255), (255, 255))[luma(wash)].astype(np.int16)
    flow = scene.spared(flow, 150)
    pools = (pools * flow) >> 8
    edges = thickest(steepness(wash))
    rim = np.clip(edges.astype(np.int16) - smooth(edges, 3) // 2, 0, 110)
    rim = scene.spared(rim, 190)
    tooth = _paper_tooth(height, width, seed)
    pigment = pools + rim * 6 // 8 + ((tooth * flow) >> 10)
    if scene.cut_out:
        silhouette = np.clip(255 - smooth(scene.alpha, 2).astype(np.int16), 0, 120)
        pigment += silhouette // 2
    # Beer's law in small steps: more pigment takes away in proportion to what it absorbs.
    absorbed = (255 - wash).astype(np.int16)
    stain = wash.astype(np.int16) - ((absorbed * np.clip(pigment, -100, 127)) >> 7)
    # The paper's own relief, lit from the upper left.
    relief = slopes(clipped(tooth + 128))
    return clipped(stain + ((relief[0] + relief[1]) >> 4)), scene.alpha


def _bare(height: int, width: int, seed: int) -> Plane:
    """255 where the wash does not reach: towards the sheet's edges, along a wandering line."""
    y = np.abs(np.arange(height, dtype=np.int32) * 2 - height + 1) * 256 // height
    x = np.abs(np.arange(width, dtype=np.int32) * 2 - width + 1) * 256 // width
    away = (x * x)[np.newaxis, :] + (y * y * 4 // 5)[:, np.newaxis]  # 65536 at the side
    ragged = clouds(height, width, 6, seed + 40).astype(np.int32) - 128
    ragged += (clouds(height, width, 4, seed + 41).astype(np.int32) - 128) >> 1
    return clipped((away - 47000 + ragged * 110) // 20)


def _paper_tooth(height: int, width: int, seed: int) -> npt.NDArray[np.int16]:
    """Cold-pressed paper, around 0: lumps of a few pixels and fibres of one."""
    lumps = clouds(height, width, 2, seed + 37).astype(np.int16) - 128
    broad = clouds(height, width, 3, seed + 38).astype(np.int16) - 128
    fibre = hashed(height, width, seed + 39).astype(np.int16) - 128
    result: npt.NDArray[np.int16] = (lumps >> 1) + (broad >> 2) + (fibre >> 3)
    return result
