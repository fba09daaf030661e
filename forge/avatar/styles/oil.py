"""Oil painting: strokes that follow the form, broad behind the figure, small on the face,
thick paint with ridges, canvas beneath."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from .planes import (
    Plane,
    clipped,
    clouds,
    curve,
    enlarged,
    hashed,
    kuwahara,
    kuwahara_wide,
    luma,
    mixed,
    reduced,
    restored,
    saturated,
    scaled,
    slopes,
    smooth,
    steepness,
    warped,
    wide,
)
from .scene import Scene

_TILE = 256  # side of a texture in pixels
_BROAD, _MEDIUM, _SMALL = range(3)
# of each brush in a picture of 512: width of a stroke's track and half its length, in pixels;
# how far it drags paint along, in 1/16 pixel; how much it shows as light and dark, in 1/16
_BRUSHES = ((9, 20, 96, 9), (5, 11, 40, 8), (2, 5, 10, 3))
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


def render(colour: Plane, scene: Scene) -> tuple[Plane, Plane]:
    height, width = scene.shape
    fine, broad = kuwahara(colour, scene.window), kuwahara_wide(colour, scene.window)
    # A painter takes the small brush for the face and the big one for the rest.
    busy = wide(curve((0, 0), (10, 0), (44, 255), (255, 255))[steepness(luma(fine))], 2, 1)
    base = restored(mixed(broad, fine, np.maximum(busy, 40)), colour)
    base = mixed(base, mixed(fine, colour, scene.eyes | np.uint8(150)), scene.fine)
    direction = _directions(luma(base), scene)
    brush = (
        np.where(scene.body > 128, _MEDIUM, _BROAD)
        if scene.apart
        else np.full(scene.shape, _MEDIUM)
    )
    brush = np.where((busy > 120) | (scene.fine > 100), _SMALL, brush).astype(np.uint8)
    place = _place(direction, brush, scene)
    stroke = _strokes(scene.marks(8))[place].astype(np.int16) - 128
    # Paint is dragged along the stroke.
    table = np.asarray(_BRUSHES, np.int32)
    along = (stroke * (table[:, 2] * scene.side // 512)[brush]) >> 7
    turn = np.asarray(_ANGLES, np.int32)
    painted = warped(
        base,
        (along * turn[:, 0][direction] + 2048) >> 12,
        (along * turn[:, 1][direction] + 2048) >> 12,
    )
    painted = saturated(painted, luma(painted), 80)
    if scene.apart:
        # The figure is set off from what is behind it.
        turning = np.minimum(255 - smooth(scene.body, 2 + scene.zoom), scene.opaque_body)
        painted = scaled(painted, (128 - (turning >> 3)).astype(np.uint8))
    painted = curve((0, 14), (60, 56), (190, 202), (255, 248))[painted]
    painted = _glazed(painted, scene)
    # Each load of the brush is a little lighter or darker, warmer or cooler than the last, and
    # leaves ridges that a light from the upper left shows.
    shown = table[:, 3][brush].astype(np.int16)
    body = curve((0, 90), (60, 128), (170, 128), (255, 72))[luma(painted)].astype(np.int16)
    load = (((stroke * shown) >> 4) * body) >> 9
    right, down = slopes(stroke)
    ridge = (np.clip(right + down, -160, 160) * shown) >> 7
    toned = painted.astype(np.int16)
    toned += load + ridge + _canvas(height, width)
    toned[0] += load >> 2
    toned[2] -= load >> 2
    return clipped(toned), scene.alpha


def _glazed(painted: Plane, scene: Scene) -> Plane:
    """Darks warmed with umber, and behind the figure warm and cool paint beside each other."""
    light = luma(painted)
    umber = np.array([70, 40, 22], np.uint8)[:, np.newaxis, np.newaxis]
    shade = curve((0, 70), (70, 46), (150, 0), (255, 0))[light]
    painted = mixed(painted, umber, scene.spared(shade, 160))
    if not scene.apart or scene.cut_out:
        return painted
    height, width = scene.shape
    level = min(7, 6 + scene.zoom)
    turn = clouds(height, width, level, scene.seed + 45).astype(np.int16) - 128
    tone = clouds(height, width, level - 1, scene.seed + 46).astype(np.int16) - 128
    behind = painted.astype(np.int16)
    behind += (tone >> 3) - 10
    behind[0] += turn >> 2
    behind[2] -= turn >> 2
    return mixed(clipped(behind), painted, scene.body)


def _place(
    direction: npt.NDArray[np.uint8], brush: npt.NDArray[np.uint8], scene: Scene
) -> npt.NDArray[np.int32]:
    """Indices into `_strokes`; the seed decides where in the tile the picture begins."""
    height, width = scene.shape
    start = (scene.seed * 0x9E3779B1) & 0xFFFFFFFF
    rows = np.arange(height, dtype=np.int32) + ((start >> 8) & (_TILE - 1))
    columns = np.arange(width, dtype=np.int32) + ((start >> 20) & (_TILE - 1))
    place = (brush.astype(np.int32) * len(_ANGLES) + direction) * (_TILE * _TILE)
    place += ((rows & (_TILE - 1)) * _TILE)[:, np.newaxis]
    place += (columns & (_TILE - 1))[np.newaxis, :]
    return place


def _directions(light: Plane, scene: Scene) -> npt.NDArray[np.uint8]:
    """Which of the eight angles runs along the edges near each pixel; told at half the size."""
    right, down = slopes(smooth(reduced(light, 1), 1 + scene.zoom))
    x, y = right.astype(np.int32), down.astype(np.int32)
    # Doubled angle of the slope; averaging it does not cancel opposite slopes out.
    cosine, sine = x * x - y * y, 2 * x * y
    # Where nothing gives a direction the strokes still sweep over the picture.
    height, width = x.shape
    level = min(7, 5 + scene.zoom)
    sweep = clouds(height, width, level, scene.seed + 41).astype(np.int32) - 128
    cross = clouds(height, width, level, scene.seed + 42).astype(np.int32) - 96
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


@lru_cache(maxsize=4)
def _strokes(unit: int) -> Plane:
    """Flat (3 * 8 * 256 * 256), `unit` pixels being 8 in a picture of 512: for each brush and
    angle white noise dragged along it; tiles seamlessly."""
    textures = np.empty((len(_BRUSHES), len(_ANGLES), _TILE, _TILE), np.uint8)
    for number, (track, length, _, _) in enumerate(_BRUSHES):
        noise = _grain(max(1, track * unit // 8), number)
        reach = max(2, length * unit // 8)
        # As many samples as the eye needs; further ones cost and change nothing.
        step = max(1, reach // 8)
        places = range(-reach, reach + 1, step)
        for angle, (cosine, sine) in enumerate(_ANGLES):
            total = np.zeros((_TILE, _TILE), np.int32)
            for at in places:
                total += np.roll(noise, ((at * sine) // 256, (at * cosine) // 256), (0, 1))
            # Averages cluster around the middle: spread them out again.
            contrast = (total // len(places) - 128) * 3 + 128
            textures[number, angle] = np.clip(contrast, 0, 255)
    textures.setflags(write=False)
    return textures.reshape(-1)


def _grain(track: int, number: int) -> npt.NDArray[np.int32]:
    """White noise with lumps of `track` pixels (a power of two near it), tiling."""
    level = track.bit_length() - 1
    noise = hashed(_TILE >> level, _TILE >> level, 22 + number)
    if level == 0:
        return noise.astype(np.int32)
    ringed = np.pad(noise, 1, mode="wrap")
    size = 1 << level
    grown = enlarged(ringed, level, tuple(side * size for side in ringed.shape))
    return grown[size:-size, size:-size].astype(np.int32)


def _canvas(height: int, width: int) -> npt.NDArray[np.int16]:
    """A plain weave of four pixels: threads over and under each other."""
    thread = np.array([-3, 1, 2, 0], np.int16)
    x, y = np.arange(width), np.arange(height)
    warp, weft = thread[x & 3][np.newaxis, :], thread[y & 3][:, np.newaxis]
    over = ((x >> 2)[np.newaxis, :] + (y >> 2)[:, np.newaxis]) & 1
    result: npt.NDArray[np.int16] = np.where(over == 0, warp, weft).astype(np.int16)
    return result
