"""Oil laid on stroke by stroke: along the forms, broad on the ground, finer on the costume,
finest on the face; thick enough to catch the light, on canvas, under a warm varnish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from ..avatar.styles.planes import clouds, hashed, kuwahara, kuwahara_wide
from .soft import soft

Picture: TypeAlias = NDArray[np.uint8]
Plane: TypeAlias = NDArray[np.floating]

_GREY = np.array([0.299, 0.587, 0.114], np.float32)
_SAMPLES = 6  # to each side along a stroke


@dataclass(frozen=True, slots=True)
class _Brush:
    """In pixels of a picture 832 wide, and shares of 1."""

    track: int  # log2 of a bristle track's width
    half: float  # of a stroke's length
    drag: float  # how far paint is dragged along
    load: float  # how much lighter and darker one stroke is than the next
    ridge: float


_GROUND = _Brush(2, 30.0, 15.0, 0.085, 0.14)
_COSTUME = _Brush(1, 14.0, 4.5, 0.055, 0.11)
_FACE = _Brush(1, 7.0, 1.4, 0.022, 0.045)


def painted(
    picture: Picture, seed: int, figure: Plane | None = None, face: Plane | None = None
) -> Picture:
    """(H, W, 3) uint8; `figure` and `face` (H, W) in 0..1."""
    high, wide = picture.shape[:2]
    unit = min(high / 1216, wide / 832)
    none = np.zeros((high, wide), np.float32)
    whole = np.ones((high, wide), np.float32)
    if face is not None:
        # Hairs over the edge are the face's, not the ground's.
        face = soft(ndimage.maximum_filter(face, max(1, round(11 * unit))), 4 * unit)
    else:
        face = none
    figure = whole if figure is None else soft(figure, 5 * unit)
    figure = np.maximum(figure, face)
    shares = (np.clip(1 - figure, 0, 1), np.clip(figure - face, 0, 1), face)
    base = _simplified(picture, shares)
    right, down = _along(base, shares, seed, unit)
    length = _mixed(shares, _GROUND.half, _COSTUME.half, _FACE.half) * unit
    colour, bristles = _swept(base, right, down, length, shares, seed, unit)
    drag = _mixed(shares, _GROUND.drag, _COSTUME.drag, _FACE.drag) * unit * bristles
    colour = _taken(colour, right * drag, down * drag)
    return _thick(colour, bristles, shares, unit)


def _mixed(shares: tuple[Plane, Plane, Plane], ground: float, costume: float, face: float) -> Plane:
    out: Plane = shares[0] * ground + shares[1] * costume + shares[2] * face
    return out


def _simplified(picture: Picture, shares: tuple[Plane, Plane, Plane]) -> Plane:
    """Small detail run together, but hardly on the face."""
    planes = np.ascontiguousarray(picture.transpose(2, 0, 1))
    broad = kuwahara_wide(planes, 3).transpose(1, 2, 0).astype(np.float32)
    fine = kuwahara(planes, 2).transpose(1, 2, 0).astype(np.float32)
    own = picture.astype(np.float32)
    ground, costume, face = (share[..., None] for share in shares)
    kept = ground * broad + costume * (0.6 * fine + 0.4 * own) + face * (0.3 * fine + 0.7 * own)
    return (kept / 255).astype(np.float32)


def _along(
    base: Plane, shares: tuple[Plane, Plane, Plane], seed: int, unit: float
) -> tuple[Plane, Plane]:
    """The direction of the strokes: along edges, and a slow sweep where there are none."""
    high, wide = base.shape[:2]
    light = ndimage.gaussian_filter(base @ _GREY, 1.2 * unit)[::2, ::2]
    x, y = ndimage.sobel(light, 1), ndimage.sobel(light, 0)
    blur = 5.0 * unit
    xx, yy, xy = (soft(part, blur) for part in (x * x, y * y, x * y))
    cosine, sine = _full(yy - xx, high, wide), _full(-2 * xy, high, wide)
    level = max(3, min(7, round(7 + np.log2(max(unit, 0.1)))))
    turn = clouds(high, wide, level, seed + 11).astype(np.float32) / 255
    # Over the ground the arm swings from the upper right to the lower left, more or less.
    angle = np.pi * (1.35 + 0.9 * (turn - 0.5))
    weight = _mixed(shares, 8e-4, 2e-4, 4e-5)
    cosine += weight * np.cos(angle).astype(np.float32)
    sine += weight * np.sin(angle).astype(np.float32)
    half = np.arctan2(sine, cosine) / 2
    return np.cos(half).astype(np.float32), np.sin(half).astype(np.float32)


def _full(small: Plane, high: int, wide: int) -> Plane:
    return np.repeat(np.repeat(small, 2, axis=0), 2, axis=1)[:high, :wide]


def _swept(
    base: Plane,
    right: Plane,
    down: Plane,
    length: Plane,
    shares: tuple[Plane, Plane, Plane],
    seed: int,
    unit: float,
) -> tuple[Plane, Plane]:
    """Colours and bristle tracks averaged along the strokes; tracks in -1..1."""
    high, wide = base.shape[:2]
    noise = np.zeros((high, wide), np.float32)
    for share, brush in zip(shares, (_GROUND, _COSTUME, _FACE), strict=True):
        level = max(0, round(brush.track + np.log2(max(unit, 0.25))))
        grain = _tracks(high, wide, level, seed)
        noise += share * grain
    colour = np.zeros_like(base)
    tracks = np.zeros((high, wide), np.float32)
    total = 0.0
    rows, columns = np.indices((high, wide), np.float32)
    for step in range(-_SAMPLES, _SAMPLES + 1):
        place = step / _SAMPLES
        weight = float(np.exp(-2.0 * place * place))
        index = _index(rows + down * (length * place), columns + right * (length * place))
        tracks += weight * noise.reshape(-1)[index]
        near = _index(
            rows + down * (length * place * 0.4), columns + right * (length * place * 0.4)
        )
        colour += weight * base.reshape(-1, 3)[near]
        total += weight
    tracks = tracks / total * 2.6
    return colour / np.float32(total), np.clip(tracks, -1, 1)


def _tracks(high: int, wide: int, level: int, seed: int) -> Plane:
    noise = clouds(high, wide, level, seed + 3) if level else hashed(high, wide, seed + 3)
    return (noise.astype(np.float32) - 127.5) / 127.5


def _index(rows: Plane, columns: Plane) -> NDArray[np.int32]:
    high, wide = rows.shape
    y = np.clip(rows + 0.5, 0, high - 1).astype(np.int32)
    x = np.clip(columns + 0.5, 0, wide - 1).astype(np.int32)
    out: NDArray[np.int32] = y * np.int32(wide) + x
    return out


def _taken(colour: Plane, right: Plane, down: Plane) -> Plane:
    rows, columns = np.indices(right.shape, np.float32)
    return colour.reshape(-1, 3)[_index(rows + down, columns + right)]


def _thick(
    colour: Plane, bristles: Plane, shares: tuple[Plane, Plane, Plane], unit: float
) -> Picture:
    """Each load of the brush lighter or darker, warmer or cooler; ridges in a light from the
    upper left; the weave of the canvas where paint is thin."""
    high, wide = bristles.shape
    grey = colour @ _GREY
    load = bristles * _mixed(shares, _GROUND.load, _COSTUME.load, _FACE.load)
    load *= 0.35 + 0.9 * grey
    slope_y, slope_x = np.gradient(bristles)
    ridge = (slope_x + slope_y) * _mixed(shares, _GROUND.ridge, _COSTUME.ridge, _FACE.ridge)
    ridge *= 0.3 + 0.7 * grey
    weave = _weave(high, wide, max(1, round(2 * unit))) * (0.013 * (1 - 0.5 * shares[2]))
    toned = colour + (load + np.clip(ridge, -0.09, 0.09) + weave)[..., None]
    toned[..., 0] += load * 0.22
    toned[..., 2] -= load * 0.22
    out: Picture = np.clip(toned * 255 + 0.5, 0, 255).astype(np.uint8)
    return out


def _weave(high: int, wide: int, thread: int) -> Plane:
    """Threads over and under each other, -1..1."""
    wave = np.array([-1.0, 0.35, 1.0, 0.35], np.float32)
    rows, columns = np.arange(high) // thread, np.arange(wide) // thread
    over = ((columns // 4)[None, :] + (rows // 4)[:, None]) & 1
    out: Plane = np.where(over == 0, wave[columns & 3][None, :], wave[rows & 3][:, None])
    return out
