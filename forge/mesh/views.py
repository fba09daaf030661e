"""Pictures of a character's front and back where only one picture is there to take them from.

The back is a guess that says so (see `back`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from .back import made_of_front
from .camera import Camera, CameraRig
from .mesh import Mesh, MeshError

Picture: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]

BACK_WEIGHT = 0.5  # beside the front, which is no guess

INK = 0.004  # of the longer side: how wide a drawing's outlines are taken to be
_PRESSED = 3.0  # times as wide may an outline be in places
_DARKER = 20.0  # of 255, than what is further in
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
    back, notes = made_of_front(front, shown)
    high, wide = shown.shape
    taken = replace(camera, width=wide, height=high)
    x, y, z = (2 * at - own for at, own in zip(camera.target, camera.eye, strict=True))
    behind = replace(taken, eye=(x, y, z), weight=camera.weight * BACK_WEIGHT)
    whole = np.stack([shown, shown[:, ::-1]])
    images = np.where(whole[..., None], np.stack([front, back[:, ::-1]]), 255)
    inner = without_ink(front, shown, without_rim(shown, INK * size), INK * size)
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


def without_ink(picture: Picture, mask: Mask, inner: Mask, width: float) -> Mask:
    """`inner` without the pixels near the outline of `mask` (H, W) that are much darker than
    what is further in: ink, where the hand that drew it pressed harder than `width`."""
    depth = ndimage.distance_transform_edt(np.pad(mask, 1))[1:-1, 1:-1]
    band = inner & (depth < _PRESSED * width)
    light = picture.astype(np.float32) @ np.array([0.299, 0.587, 0.114], np.float32)
    further = mask & (depth >= _PRESSED * width)
    if not further.any():
        return inner
    away, nearest = ndimage.distance_transform_edt(~further, return_indices=True)
    # What is thin has nothing further in; there the next limb's is no measure.
    band &= away < _PRESSED * width
    eased = ndimage.median_filter(light, 2 * math.ceil(width) + 1)
    without: Mask = inner & ~(band & (light < eased[tuple(nearest)] - _DARKER))
    return without


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
