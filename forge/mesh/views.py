"""Pictures of a character's front and back where only one picture is there to take them from.

The back is a guess that says so: the front mirrored, the face covered by what is around it,
and without fine detail.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage
from skimage.color import rgb2lab

from ..avatar.selfie.faces import Box, find_faces
from .camera import Camera, CameraRig
from .mesh import Mesh, MeshError

Picture: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]
Plane: TypeAlias = NDArray[np.float32]

BACK_WEIGHT = 0.5  # beside the front, which is no guess

_MADE_OF_FRONT = (
    "the back is synthetic: made of the front, mirrored, without the face and fine detail"
)
_NO_FACE = "no face was found in the picture, so none was taken off the back"
OF_THE_BACK = (_MADE_OF_FRONT, _NO_FACE)
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
INK = 0.004  # of the longer side: how wide a drawing's outlines are taken to be
_SOFT = 0.006  # of the picture's longer side: the back's blur
_SOFTER = 0.014  # where no face could be covered
_OTHER_SHAPE = 0.1  # of the width: so far apart, picture and mesh do not lie on each other


@dataclass(frozen=True, slots=True, eq=False)
class Views:
    """1:1 `images` (K, H, W, 3) uint8 sRGB on white, `masks` (K, H, W) bool, where they show
    the character's surface, and `cameras`. `notes` say what is a guess."""

    images: Picture
    masks: Mask
    cameras: CameraRig
    notes: tuple[str, ...]


def front_and_back(picture: Picture, mask: Mask, camera: Camera, *, size: int) -> Views:
    """The picture (H, W, 3) uint8 of the front, `camera`'s, and the back made of it.

    `mask` (H, W) bool is the character. The views get a longer side of `size` pixels. Raises
    ValueError for shapes that do not fit, and for a perspective camera, whose picture the
    back's cannot be.
    """
    if picture.shape != (*mask.shape, 3) or picture.dtype != np.uint8:
        raise ValueError(f"picture {picture.shape} and mask {mask.shape} do not fit")
    if camera.fov is not None:
        raise ValueError("the front's camera must be orthographic for a back to be made of it")
    if not mask.any():
        raise ValueError("the mask is empty: the picture shows no character")
    if not 64 <= size <= 4096:
        raise ValueError(f"the views' size must be 64 to 4096, not {size}")
    front, shown = _resized(spread(picture, mask), mask, size)
    back, notes = _back(front, shown)
    high, wide = shown.shape
    taken = replace(camera, width=wide, height=high)
    x, y, z = (2 * at - own for at, own in zip(camera.target, camera.eye, strict=True))
    behind = replace(taken, eye=(x, y, z), weight=camera.weight * BACK_WEIGHT)
    whole = np.stack([shown, shown[:, ::-1]])
    images = np.where(whole[..., None], np.stack([front, back[:, ::-1]]), 255)
    inner = without_rim(shown, INK * size)
    masks = np.stack([inner, inner[:, ::-1]])
    return Views(images.astype(np.uint8), masks, (taken, behind), notes)


def front_camera(mesh: Mesh, mask: Mask) -> tuple[Camera, tuple[str, ...]]:
    """The orthographic camera for which the mesh's box lies on the mask's, and notes.

    For a mesh that came without the picture's own camera. Raises MeshError for a mesh without
    vertices and ValueError for an empty mask.
    """
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        raise ValueError("the mask is empty: the picture shows no character")
    low, high = mesh.bounds()
    extent = high - low
    tall, wide = rows[-1] + 1 - rows[0], columns[-1] + 1 - columns[0]
    if not extent[1] > 0:
        raise MeshError("the mesh has no height that the picture could be laid on")
    unit = float(extent[1]) / tall  # of the world, to a pixel
    notes: tuple[str, ...] = ()
    if abs(wide * unit - extent[0]) > _OTHER_SHAPE * extent[0]:
        notes = ("the mesh is of another width than the picture: the front may not lie well",)
    height, width = mask.shape
    middle = (low + high) / 2
    x = float(middle[0]) + (width / 2 - (columns[0] + wide / 2)) * unit
    y = float(middle[1]) - (height / 2 - (rows[0] + tall / 2)) * unit
    distance = 2 * float(np.linalg.norm(extent))
    camera = Camera(
        eye=(x, y, float(middle[2]) + distance),
        target=(x, y, float(middle[2])),
        ortho_scale=height * unit,
        width=width,
        height=height,
    )
    return camera, notes


def spread(picture: Picture, mask: Mask) -> Picture:
    """The nearest of the character's colours on the ground, so that none of it mixes in."""
    # The outermost pixel is half ground already.
    inner = ndimage.binary_erosion(mask, border_value=1)
    if not inner.any():
        inner = mask
    nearest = ndimage.distance_transform_edt(~inner, return_distances=False, return_indices=True)
    colours: Picture = picture[tuple(nearest)]
    return colours


def without_rim(mask: Mask, width: float) -> Mask:
    """Without the outline, which drawn in ink would run down the flanks; what is thin stays."""
    depth = ndimage.distance_transform_edt(np.pad(mask, 1))[1:-1, 1:-1]
    thick = ndimage.maximum_filter(depth, 2 * math.ceil(width) + 1)
    inner: Mask = depth > np.minimum(width, thick / 2)
    return inner


def _resized(picture: Picture, mask: Mask, size: int) -> tuple[Picture, Mask]:
    high, wide = mask.shape
    scale = size / max(high, wide)
    new = max(1, round(wide * scale)), max(1, round(high * scale))
    if new == (wide, high):
        return picture, mask
    filter_ = Image.Resampling.LANCZOS if scale < 1 else Image.Resampling.BICUBIC
    alpha = Image.fromarray(mask.astype(np.uint8) * 255)
    return (
        np.asarray(Image.fromarray(picture).resize(new, filter_)),
        np.asarray(alpha.resize(new, Image.Resampling.BILINEAR)) > 127,
    )


def _back(front: Picture, mask: Mask) -> tuple[Picture, tuple[str, ...]]:
    """As the front is seen, not yet mirrored."""
    notes: tuple[str, ...] = (_MADE_OF_FRONT,)
    face = _face(front, mask)
    longer = max(mask.shape)
    colours = front.astype(np.float32)
    if face is None:
        notes += (_NO_FACE,)
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
    row, column = np.ogrid[area]
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
