"""The back of a character that only its front is known of.

The front, the face covered by what is around it, and without fine detail. Where there is no
human face it is an animal's, known by its eyes, or what is small on the upper part: eyes and
mouths are small beside what they are in, and a median does not see them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage
from skimage.color import rgb2lab

from ..avatar.selfie.faces import Box, find_faces
from ..portrait.eyes import Eyes, find_eyes

Picture: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]
Plane: TypeAlias = NDArray[np.float32]

_MADE_OF_FRONT = (
    "the back is synthetic: made of the front, mirrored, without the face and fine detail"
)
_BY_EYES = "no human face was found in the picture: around two eyes the back's head was smoothed"
_NO_FACE = (
    "no face was found in the picture: what is small on the upper part was smoothed off the back, "
    "and a face that is large or like the ground may still be seen on it"
)
OF_THE_BACK = (_MADE_OF_FRONT, _BY_EYES, _NO_FACE)
"""What is said of a back that was made of the front."""

_LOOKED_AT = 640  # pixels to the longer side, in which the face is looked for
_UPPER = 0.55  # of the figure, from the top: where a face may be
# In sides of the face's box, from its middle:
_WIDE, _HIGH = 0.5, 0.6  # the ellipse that is covered whatever is in it
_HEAD = 0.95  # to each side, where ears and hair may be
_CHIN = 0.6  # below it there is a neck, which a back has too
_RIM = 0.04
_SKIN = 14.0  # dE from the skin's colour, below which a pixel of the head is skin as well
_BALD = 0.05  # of the head: with less hair there is none
_HAIR = 16.0  # dE over which hair's own colours spread
_SOFT = 0.006  # of the picture's longer side: the back's blur
_SOFTER = 0.014  # where no face could be covered
# In distances between an animal's eyes: its face's half width and height, and how far below
_FACE = (1.35, 1.3, 0.3)
_BETWEEN = 0.42  # of the head's width: how far apart unknown eyes may be
_HEADS = 2.0  # of that width from the top there may be features
_LOWER = 0.15  # of the figure, at least
_MEDIAN = 0.55  # of the distance between the eyes: the radius that medians are taken over
_MEDIANS = 2  # of the same: what the first leaves of a large eye
_MEDIAN_AT = 24.0  # pixels between the eyes, at which they are taken


def made_of_front(front: Picture, mask: Mask) -> tuple[Picture, tuple[str, ...]]:
    """(H, W, 3) uint8 as the front is seen, not yet mirrored, and notes of what was done.

    `front` (H, W, 3) uint8 has the character's colours beyond its outline too; `mask` (H, W)
    bool is the character.
    """
    notes: tuple[str, ...] = (_MADE_OF_FRONT,)
    face = _face(front, mask)
    longer = max(mask.shape)
    colours = front.astype(np.float32)
    eyes = None if face is not None else find_eyes(front, mask.astype(np.float32))
    if eyes is not None:
        notes += (_BY_EYES,)
        colours = _without_features(colours, _head_of(eyes, mask), eyes.apart)
        soft = _SOFTER * longer
    elif face is None:
        notes += (_NO_FACE,)
        colours = _without_features(colours, *_upper(mask))
        soft = _SOFTER * longer
    else:
        colours = _covered(colours, mask, face)
        soft = _SOFT * longer
    return np.rint(np.clip(_blurred(colours, mask, soft), 0, 255)).astype(np.uint8), notes


def _face(picture: Picture, mask: Mask) -> Box | None:
    """The largest face in the upper part of the character, in the picture's pixels."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    tall, wide = int(rows[-1]) + 1 - top, int(columns[-1]) + 1 - left
    bottom = top + (max(1, round(_UPPER * tall)) if tall > wide else tall)
    part = np.s_[top:bottom, left : left + wide]
    crop = np.where(mask[part][..., None], picture[part], 255).astype(np.uint8)
    scale = _LOOKED_AT / max(crop.shape[:2])
    small = Image.fromarray(np.ascontiguousarray(crop))
    new = max(1, round(small.width * scale)), max(1, round(small.height * scale))
    found = find_faces(np.asarray(small.resize(new, Image.Resampling.BICUBIC)))
    boxes = [
        replace(box, x=box.x / scale + left, y=box.y / scale + top, side=box.side / scale)
        for box in found
    ]
    inside = [
        box
        for box in boxes
        if 0 <= box.y < mask.shape[0]
        and 0 <= box.x < mask.shape[1]
        and mask[int(box.y), int(box.x)]
    ]
    return max(inside, key=lambda box: box.side, default=None)


def _covered(colours: Plane, mask: Mask, face: Box) -> Plane:
    """Face, ears and forehead under the hair's colours, or under skin where there is no hair."""
    reach = round(2 * face.side)
    area = np.s_[
        max(0, int(face.y) - reach) : int(face.y) + reach,
        max(0, int(face.x) - reach) : int(face.x) + reach,
    ]
    local, inside = colours[area], mask[area]
    row, column = np.ogrid[: mask.shape[0], : mask.shape[1]]
    row, column = row[area[0]], column[:, area[1]]
    x, y = (column + 0.5 - face.x) / face.side, (row + 0.5 - face.y) / face.side
    head = inside & (np.abs(x) < _HEAD) & (y > -1.4 * _HEAD) & (y < _CHIN)
    middle = inside & (np.hypot(x / _WIDE, (y - 0.03) / _HIGH) < 1)
    core = middle & (np.abs(x) < 0.3) & (np.abs(y) < 0.25)
    if not core.any():
        return colours
    skin = np.median(local[core], axis=0)
    tones = rgb2lab(local / 255)
    like = np.linalg.norm(tones - rgb2lab(skin[None, None] / 255), axis=-1) < _SKIN
    hair = head & ~middle & ~like & (y < 0.25)
    cover = np.broadcast_to(skin, local.shape).astype(np.float32)
    if hair.sum() > _BALD * head.sum():
        # Outlines and what shines count for less.
        off = np.linalg.norm(tones - np.median(tones[hair], axis=0), axis=-1) / _HAIR
        cover = _diffused(local, np.where(hair, np.exp(-off * off) + 1e-3, 0), face.side)
    hidden = ndimage.binary_dilation(
        middle | (head & like), iterations=max(1, int(_RIM * face.side))
    )
    share = ndimage.gaussian_filter(hidden.astype(np.float32), _RIM * face.side)[..., None]
    out = colours.copy()
    out[area] = local + share * (cover - local)
    return out


def _head_of(eyes: Eyes, mask: Mask) -> Plane:
    """(H, W) in 0..1: 1 where an animal's face is."""
    row, column = np.mgrid[: mask.shape[0], : mask.shape[1]] + 0.5
    across, down = eyes.across_and_down(column, row)
    away = np.hypot(across / _FACE[0], (down - _FACE[2]) / _FACE[1])
    return np.asarray(np.clip((1 - away) * 5, 0, 1), np.float32)


def _upper(mask: Mask) -> tuple[Plane, float]:
    """(H, W) in 0..1: 1 where a figure's head may be; and how far apart its eyes may be."""
    rows = np.flatnonzero(mask.any(axis=1))
    top, tall = int(rows[0]), len(rows)
    across = float(np.median(mask[top : top + max(1, tall // 5)].sum(axis=1)))
    share = float(np.clip(_HEADS * across / tall, _LOWER, _UPPER))
    down = (np.arange(mask.shape[0]) + 0.5 - top) / tall
    part = np.clip((share - down) * 15, 0, 1).astype(np.float32)
    return np.broadcast_to(part[:, None], mask.shape), _BETWEEN * across


def _without_features(colours: Plane, where: Plane, apart: float) -> Plane:
    """Medians over somewhat less than the eyes are `apart`; `where` in 0..1."""
    scale = min(1.0, _MEDIAN_AT / apart)
    high, wide = where.shape
    small = max(1, round(wide * scale)), max(1, round(high * scale))
    shrunk = np.stack(
        [
            np.asarray(Image.fromarray(colours[..., at]).resize(small, Image.Resampling.BOX))
            for at in range(3)
        ],
        axis=-1,
    )
    radius = max(1, round(_MEDIAN * apart * scale))
    y, x = np.ogrid[-radius : radius + 1, -radius : radius + 1]
    disc = x * x + y * y <= radius * radius
    for _ in range(_MEDIANS):
        for at in range(3):
            shrunk[..., at] = ndimage.median_filter(shrunk[..., at], footprint=disc)
    out = colours.copy()
    for at in range(3):
        plane = Image.fromarray(np.ascontiguousarray(shrunk[..., at]))
        smooth = np.asarray(plane.resize((wide, high), Image.Resampling.BICUBIC))
        out[..., at] += where * (smooth - out[..., at])
    return out


def _diffused(colours: Plane, weight: NDArray[np.floating], side: float) -> Plane:
    """Near where there is weight the colours there, far from it the mean of all sides."""
    total = np.full(weight.shape, 1e-12)
    out = np.zeros(colours.shape)
    out += total[..., None] * np.average(colours.reshape(-1, 3), axis=0, weights=weight.ravel())
    for spread, part in ((0.06, 1.0), (0.25, 0.05), (0.8, 0.01)):
        total += part * ndimage.gaussian_filter(weight, spread * side, truncate=3)
        for channel in range(3):
            out[..., channel] += part * ndimage.gaussian_filter(
                weight * colours[..., channel], spread * side, truncate=3
            )
    mixed: Plane = (out / total[..., None]).astype(np.float32)
    return mixed


def _blurred(colours: Plane, mask: Mask, sigma: float) -> Plane:
    """Of what is inside the mask only."""
    weight = ndimage.gaussian_filter(mask.astype(np.float32), sigma, truncate=3)
    out = np.empty_like(colours)
    for channel in range(3):
        blurred = ndimage.gaussian_filter(
            np.where(mask, colours[..., channel], 0).astype(np.float32), sigma, truncate=3
        )
        out[..., channel] = blurred / np.maximum(weight, 1e-4)
    return np.where(weight[..., None] > 1e-3, out, colours).astype(np.float32)
