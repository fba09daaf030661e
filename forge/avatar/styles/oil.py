"""Oil painting: strokes that follow the form, thick paint with ridges, canvas beneath."""

from __future__ import annotations

from functools import lru_cache

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
    reduced,
    restored,
    saturated,
    slopes,
    smooth,
    steepness,
    warped,
    wide,
)

_TILE = 256  # side of a bristle texture in pixels
_REACH = 9  # half a bristle mark's length in pixels
# cosine and sine of k * 22.5 degrees, in 1/256
_ANGLES = (
    (256, 0),
    (237, 98),
    (181, 181),
    (98, 237),
    (0, 256),
    (-98, 237),
    (-181, 181),
    (-237, 98),
)


def render(colour: Plane, alpha: Plane, seed: int) -> tuple[Plane, Plane]:
    height, width = alpha.shape
    fine, broad = kuwahara(colour, 2), kuwahara_wide(colour, 2)
    # A painter takes the small brush for the face and the big one for the rest.
    busy = wide(curve((0, 0), (10, 0), (44, 255), (255, 255))[steepness(luma(fine))], 2, 1)
    base = restored(mixed(broad, fine, np.maximum(busy, 40)), colour)
    direction = _directions(luma(base))
    # The brush drags paint along: dabs are taken from a little further down the stroke.
    dab = clouds(height, width, 3, seed + 21).astype(np.int16) - 128
    along = (dab * (255 - busy).astype(np.int16) >> 12) + (dab >> 6)
    drag = np.asarray(_ANGLES, np.int16)
    painted = warped(
        base,
        (along * drag[:, 0][direction]) >> 8,
        (along * drag[:, 1][direction]) >> 8,
    )
    painted = saturated(painted, luma(painted), 82)
    painted = curve((0, 14), (60, 56), (190, 200), (255, 250))[painted]
    # Bristles leave ridges; a light from the upper left shows them.
    row = (np.arange(height, dtype=np.int32) & (_TILE - 1)) * _TILE
    column = np.arange(width, dtype=np.int32) & (_TILE - 1)
    place = direction.astype(np.int32) * (_TILE * _TILE)
    place += row[:, np.newaxis]
    place += column[np.newaxis, :]
    bristle = _bristles(seed)[place]
    right, down = slopes(bristle)
    thick = curve((0, 12), (90, 20), (255, 24))[luma(painted)].astype(np.int16)
    ridge = ((right + down) * thick) >> 7
    streak = (bristle.astype(np.int16) - 128) >> 2
    ridge = (ridge * (320 - busy.astype(np.int16))) >> 8
    weave = _canvas(height, width)
    # Warm in the light strokes, cool in the dark ones, as pigments on one brush are.
    toned = painted.astype(np.int16)
    toned += ridge + (streak >> 1) + weave
    toned[0] += streak >> 3
    toned[2] -= streak >> 3
    return clipped(toned), alpha


def _directions(light: Plane) -> npt.NDArray[np.uint8]:
    """Which of the eight angles runs along the edges near each pixel; told at half the size."""
    right, down = slopes(smooth(reduced(light, 1), 1))
    x, y = right.astype(np.int32), down.astype(np.int32)
    # Doubled angle of the slope; averaging it does not cancel opposite slopes out.
    cosine, sine = x * x - y * y, 2 * x * y
    # Where nothing gives a direction the strokes still sweep over the picture.
    height, width = x.shape
    sweep = clouds(height, width, 6, 41).astype(np.int32) - 128
    cross = clouds(height, width, 6, 42).astype(np.int32) - 128
    cosine = _spread(cosine) * 8 + sweep
    sine = _spread(sine) * 8 + cross
    # The tangent is the slope turned by 90 degrees: the doubled angle by 180.
    cosine, sine = -cosine, -sine
    # Doubled angles in sectors of 45 degrees: tan(22.5 degrees) is about 106/256.
    flat = np.abs(sine) * 256 < np.abs(cosine) * 106
    steep = np.abs(cosine) * 256 < np.abs(sine) * 106
    sector = np.where(sine >= 0, np.where(cosine >= 0, 1, 3), np.where(cosine >= 0, 7, 5))
    sector = np.where(flat, np.where(cosine >= 0, 0, 4), sector)
    sector = np.where(steep, np.where(sine >= 0, 2, 6), sector).astype(np.uint8)
    rows, columns = light.shape
    return sector.repeat(2, axis=0).repeat(2, axis=1)[:rows, :columns]


def _spread(values: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """Averaged over about 30 pixels, computed at a quarter of the size."""
    offset = np.clip(values // 16, -127, 127) + 128
    return wide(offset.astype(np.uint8), 2).astype(np.int32) - 128


@lru_cache(maxsize=8)
def _bristles(seed: int) -> Plane:
    """Flat (8 * 256 * 256): for each angle white noise dragged along it; tiles seamlessly."""
    noise = hashed(_TILE, _TILE, seed + 22).astype(np.int32)
    textures = np.empty((len(_ANGLES), _TILE, _TILE), np.uint8)
    for number, (cosine, sine) in enumerate(_ANGLES):
        total = np.zeros_like(noise)
        for step in range(-_REACH, _REACH + 1):
            total += np.roll(noise, ((step * sine) // 256, (step * cosine) // 256), (0, 1))
        # Averages of 19 cluster around the middle: spread them out again.
        contrast = (total // (2 * _REACH + 1) - 128) * 3 + 128
        textures[number] = np.clip(contrast, 0, 255)
    textures.setflags(write=False)
    return textures.reshape(-1)


def _canvas(height: int, width: int) -> npt.NDArray[np.int16]:
    """A plain weave of four pixels: threads over and under each other."""
    thread = np.array([-5, 2, 3, 0], np.int16)
    x, y = np.arange(width), np.arange(height)
    warp, weft = thread[x & 3][np.newaxis, :], thread[y & 3][:, np.newaxis]
    over = ((x >> 2)[np.newaxis, :] + (y >> 2)[:, np.newaxis]) & 1
    result: npt.NDArray[np.int16] = np.where(over == 0, warp, weft).astype(np.int16)
    return result
