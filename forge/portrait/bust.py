"""The animal's head at the portrait's scale: cut out, upright, and made whole where the
photograph's frame cut it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from .pet import PetKind
from .sitter import Sitter

Picture: TypeAlias = NDArray[np.uint8]
Plane: TypeAlias = NDArray[np.floating]

WIDTH: Mapping[PetKind, float] = {
    "dog": 0.47, "cat": 0.485, "bird": 0.41, "rabbit": 0.39, "horse": 0.36, "other": 0.45
}  # fmt: skip
"""Of a head from cheek to cheek, in the portrait's width (at 832x1216)."""

_ASIDE, _ABOVE, _BELOW = 1.3, 2.3, 0.7  # what is looked at round the chin, in head widths
_STRETCH = 0.11  # how far beyond the photograph it is mirrored, in head widths
_UPRIGHT = 0.75  # of its tilt is taken back
_MOST_TILT = 0.45  # radians
_CLEAN = 0.012  # of the head's width: how far inside the edge its colours are its own


@dataclass(frozen=True, slots=True, eq=False)
class Bust:
    """`colour` (H, W, 3) uint8, right up to the edge and beyond; `alpha` (H, W) float32."""

    colour: Picture
    alpha: Plane


def bust_of(sitter: Sitter, chin: tuple[float, float], width: float, size: tuple[int, int]) -> Bust:
    """In a picture of (H, W) = size, the chin at (x, y) and the head `width` pixels wide."""
    head = sitter.head
    scale = width / head.width
    box = (
        head.x - _ASIDE * head.width, head.y - _ABOVE * head.width,
        head.x + _ASIDE * head.width, head.y + _BELOW * head.width,
    )  # fmt: skip
    colour, matte, seen = _scaled(sitter, box, scale)
    alpha: Plane = matte.astype(np.float32) / 255
    place = _ASIDE * width, _ABOVE * width  # of the chin in this cut-out
    alpha, colour = _completed(alpha, colour, seen, sitter.kind, place, width, head.height * scale)
    turn = max(-_MOST_TILT, min(_MOST_TILT, head.roll)) * _UPRIGHT
    colour, alpha = _placed(colour, alpha, place, turn, chin, size)
    alpha *= _window(chin, width, size, sitter.kind, sitter.eyes is not None)
    alpha = _head_alone(alpha, chin, width)
    colour = _own_colours(colour, alpha, width)
    return Bust(colour, np.maximum(alpha, _neck(chin, width, size)))


def _scaled(
    sitter: Sitter, box: tuple[float, float, float, float], scale: float
) -> tuple[Picture, Picture, tuple[int, int, int, int]]:
    """What is in a box of the photograph at another scale, its edge drawn out to what is
    beyond it; and left, top, right and bottom of the part that is really there."""
    high, wide = sitter.matte.shape
    left, top = max(0, math.floor(box[0])), max(0, math.floor(box[1]))
    right, bottom = min(wide, math.ceil(box[2])), min(high, math.ceil(box[3]))
    # A head that an outline puts beyond the photograph is looked for at its edge.
    left, top = min(left, wide - 2), min(top, high - 2)
    right, bottom = max(right, left + 2), max(bottom, top + 2)
    part = slice(top, bottom), slice(left, right)
    size = max(2, round((right - left) * scale)), max(2, round((bottom - top) * scale))
    filter_ = Image.Resampling.LANCZOS if scale < 1 else Image.Resampling.BICUBIC
    colour = np.asarray(Image.fromarray(sitter.photograph[part]).resize(size, filter_))
    matte = np.asarray(Image.fromarray(sitter.matte[part]).resize(size, Image.Resampling.BICUBIC))
    across = math.ceil((box[2] - box[0]) * scale)
    down = math.ceil((box[3] - box[1]) * scale)
    start = round((left - box[0]) * scale), round((top - box[1]) * scale)
    stretch = _STRETCH * sitter.head.width * scale
    rows = _drawn_out(down, start[1], size[1], stretch)
    columns = _drawn_out(across, start[0], size[0], stretch)
    picked = np.ix_(rows, columns)
    shown = colour[picked]
    # Whiskers and chins are not to come twice.
    low = start[1] + size[1]
    if low < down:
        blur = (0.03 * sitter.head.width * scale,) * 2
        shown[low:] = ndimage.gaussian_filter(shown[low:], (*blur, 0), mode="nearest")
    seen = start[0], start[1], start[0] + size[0], start[1] + size[1]
    return shown, matte[picked], seen


def _drawn_out(count: int, start: int, size: int, stretch: float) -> NDArray[np.intp]:
    """Which of `size` lines each of `count` shows, if the first is at `start`: beyond both ends
    mirrored ones, ever slower, so that nothing far from the end comes twice."""
    place = np.arange(count) - start
    before = stretch * (1 - np.exp(np.minimum(place, 0) / stretch))
    after = stretch * (1 - np.exp(-np.maximum(place - size + 1, 0) / stretch))
    shown = np.where(place < 0, before, np.where(place >= size, size - 1 - after, place))
    return np.clip(np.rint(shown), 0, size - 1).astype(np.intp)


def _completed(
    alpha: Plane,
    colour: Picture,
    seen: tuple[int, int, int, int],
    kind: PetKind,
    chin: tuple[float, float],
    width: float,
    height: float,
) -> tuple[Plane, Picture]:
    """With a crown, ears and cheeks where the photograph ends too soon."""
    left, top, right, bottom = seen
    high, wide = alpha.shape
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    middle = chin[0], chin[1] - 0.5 * height
    away = np.hypot((x - middle[0]) / (0.54 * width), (y - middle[1]) / (0.6 * height))
    round_ = np.clip((1 - away) * 0.5 * width / 3, 0, 1)
    whole = alpha.copy()
    beside = (x < left) | (x >= right)
    whole[beside] = np.minimum(alpha, round_)[beside]
    if bottom < high:
        whole[bottom:] = alpha[min(bottom, high) - 1]
    span = _cut(alpha[top], chin[0], width) if 0 < top < high else None
    if span is None:
        return whole, colour
    half, centre = (span[1] - span[0]) / 2, (span[0] + span[1]) / 2
    rise = max(0.09 * width + 0.2 * half, top - (chin[1] - height))
    dome = rise * np.clip(1 - np.abs((x - centre) / half) ** 1.9, 0, 1)
    whole[:top] = np.clip((dome - (top - y)) / 3 + 0.5, 0, 1)[:top]
    fur = colour[top : top + round(0.2 * width)][:, round(span[0]) : round(span[1])]
    shade = np.median(fur.reshape(-1, 3), axis=0) if fur.size else np.full(3, 120.0)
    for side in (-1, 1) if kind in _EARS else ():
        ear = _EARS[kind]
        outer = max(half, ear.apart * width)
        foot = centre + side * (outer - ear.half * width)
        shape, inner = _ear(x, y, top, foot, ear, side, width)
        whole = np.maximum(whole, shape)
        skin = np.clip(0.55 * shade + 0.45 * np.array(ear.skin), 0, 255)
        share = (inner * 0.8)[..., None]
        colour = (colour * (1 - share) + skin * share).astype(np.uint8)
    return whole.astype(np.float32), colour


def _cut(row: Plane, x: float, width: float) -> tuple[float, float] | None:
    """From where to where the photograph's upper edge cuts the head."""
    columns = np.flatnonzero(row > 0.5)
    columns = columns[np.abs(columns - x) < 0.8 * width]
    if len(columns) < 0.12 * width:
        return None
    return float(columns[0]), float(columns[-1] + 1)


@dataclass(frozen=True, slots=True)
class _Ear:
    """In head widths: how far its outer side is from the middle, half its foot, its height,
    how far the tip leans outwards. `skin` is the colour inside."""

    apart: float
    half: float
    tall: float
    lean: float
    skin: tuple[float, float, float]


_EARS: Mapping[PetKind, _Ear] = {
    "cat": _Ear(0.47, 0.175, 0.36, 0.1, (176, 112, 96)),
    "rabbit": _Ear(0.34, 0.13, 0.95, 0.06, (186, 136, 122)),
    "horse": _Ear(0.3, 0.1, 0.36, 0.03, (70, 50, 42)),
}


def _ear(
    x: Plane, y: Plane, top: float, foot: float, ear: _Ear, side: int, width: float
) -> tuple[Plane, Plane]:
    """Pointed, its sides a little bowed, its foot in the head; and the hollow in it."""
    up = (top - y) / (ear.tall * width)
    middle = foot + side * ear.lean * width * np.maximum(up, -0.3)
    reach = ear.half * width * np.clip(1 - np.maximum(up, 0) ** 1.5, 0, 1)
    reach = reach * np.clip((up + 0.55) / 0.3, 0, 1)
    shape = np.clip((reach - np.abs(x - middle)) / 3 + 0.5, 0, 1) * (reach > 0.5)
    hollow = np.abs(x - middle - side * -0.06 * ear.half * width) / np.maximum(0.66 * reach, 1)
    deep = np.clip((1 - hollow) * 3, 0, 1) * np.clip((up + 0.35) * 4, 0, 1)
    return shape, deep * np.clip((0.86 - up) * 5, 0, 1) * shape


def _placed(
    colour: Picture,
    alpha: Plane,
    place: tuple[float, float],
    turn: float,
    chin: tuple[float, float],
    size: tuple[int, int],
) -> tuple[Picture, Plane]:
    """Turned back by `turn` radians around the chin, which goes to its place."""
    high, wide = size
    cosine, sine = math.cos(turn), math.sin(turn)
    # What PIL wants is where each pixel of the result comes from.
    matrix = (
        cosine, -sine, place[0] - cosine * chin[0] + sine * chin[1],
        sine, cosine, place[1] - sine * chin[0] - cosine * chin[1],
    )  # fmt: skip
    method, filter_ = Image.Transform.AFFINE, Image.Resampling.BICUBIC
    edge = Image.fromarray((alpha * 255).astype(np.uint8))
    moved = edge.transform((wide, high), method, matrix, filter_)
    turned = Image.fromarray(colour).transform((wide, high), method, matrix, filter_)
    shown: Plane = np.asarray(moved).astype(np.float32) / 255
    return np.asarray(turned), shown


def _window(
    chin: tuple[float, float], width: float, size: tuple[int, int], kind: PetKind, sure: bool
) -> Plane:
    """What may belong to the head: its cheeks and ears, and the neck below the chin."""
    y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    across, down = np.abs(x - chin[0]) / width, (y - chin[1]) / width
    # Without eyes it is not so sure what is head and what is back.
    broad = 0.8 if sure or kind == "horse" else 0.58
    tall = 2.0 if kind == "rabbit" else 1.4
    # Above there is room for ears; cheeks are as wide as was measured; a neck is narrow.
    cheek = 0.75 if kind == "horse" else (0.545 if sure else 0.5)
    reach = broad - (broad - cheek) * _eased((down + 0.8) / 0.3)
    reach = reach - (cheek - 0.38) * _eased((down + 0.38) / 0.44)
    reach = np.minimum(reach, broad - 0.3 * _eased((-down - tall) / 0.3))
    sides = np.clip((reach - across) * width / 14, 0, 1)
    out: Plane = sides * np.clip((0.26 - down) * 8, 0, 1)
    return out


def _neck(chin: tuple[float, float], width: float, size: tuple[int, int]) -> Plane:
    """What joins a head to its collar, wherever the photograph has the neck."""
    y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    across, down = np.abs(x - chin[0]) / width, (y - chin[1]) / width
    reach = 0.25 + 0.12 * _eased((down + 0.2) / 0.4)
    sides = np.clip((reach - across) * width / 10, 0, 1)
    out: Plane = sides * np.clip((down + 0.3) * 12, 0, 1) * np.clip((0.26 - down) * 8, 0, 1)
    return out


def _eased(share: Plane) -> Plane:
    share = np.clip(share, 0, 1)
    out: Plane = share * share * (3 - 2 * share)
    return out


def _head_alone(alpha: Plane, chin: tuple[float, float], width: float) -> Plane:
    """Without what else of the animal the window shows."""
    thin = max(1, round(0.02 * width))
    solid = ndimage.binary_opening(alpha > 0.4, iterations=thin)
    labels, count = ndimage.label(solid)
    if count < 1:
        return alpha
    high, wide = alpha.shape
    y, x = np.ogrid[:high, :wide]
    near = np.hypot(x - chin[0], y - chin[1] + 0.45 * width) < 0.4 * width
    sizes = np.bincount(labels[near], minlength=count + 1)
    sizes[0] = 0
    kept = ndimage.binary_dilation(labels == int(sizes.argmax()), iterations=2 * thin)
    kept |= y < chin[1] - 0.85 * width  # tips of ears are thin
    out: Plane = np.where(kept, alpha, 0).astype(np.float32)
    return out


def _own_colours(colour: Picture, alpha: Plane, width: float) -> Picture:
    """Colours from inside drawn out over the edge, where the old ground is mixed in."""
    reach = max(1, round(_CLEAN * width))
    inside = ndimage.binary_erosion(alpha > 0.9, iterations=reach)
    if not inside.any():
        return colour
    nearest = ndimage.distance_transform_edt(~inside, return_distances=False, return_indices=True)
    filled = colour[tuple(nearest)]
    # Drawn out, they stand in rows like a comb.
    soft = ndimage.gaussian_filter(filled.astype(np.float32), (2.5, 2.5, 0))
    share = ndimage.gaussian_filter(inside.astype(np.float32), 1.5)[..., None]
    return np.clip(colour * share + soft * (1 - share), 0, 255).astype(np.uint8)
