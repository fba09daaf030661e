"""Where a picture lies on a mesh that was made of it, but came without its camera."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from .camera import Camera
from .mesh import Mesh
from .raster import render
from .views import front_camera

Mask: TypeAlias = NDArray[np.bool_]
Grey: TypeAlias = NDArray[np.float32]

DOUBTFUL = 0.8
"""Of the overlap (intersection over union): below it the picture lies badly."""

_COARSE = 192  # pixels to the longer side, in which the place is looked for
_MARGIN = 1.5  # what is rendered, to what the picture shows
_STEPS = (0.04, 0.02, 0.01, 0.005, 0.0025)  # of the picture, and of the scale
_TRIES = 40  # moves a step


@dataclass(frozen=True, slots=True)
class Registration:
    """`camera` takes the picture of the mesh that lies best on the mask.

    `overlap` is the intersection of mask and silhouette over their union, `start` what it was
    with the two boxes laid on each other, both in 0..1; `scale` and `shift` (right, down, as
    parts of the picture's height) are what was changed since.
    """

    camera: Camera
    overlap: float
    start: float
    scale: float
    shift: tuple[float, float]
    notes: tuple[str, ...]


def registered(mesh: Mesh, mask: Mask) -> Registration:
    """The orthographic camera in front of a mesh (facing +z) for a picture's mask (H, W) bool.

    The boxes of the two are laid on each other, then scale and place are moved for the largest
    overlap. Raises MeshError for a mesh without height, ValueError for an empty mask.
    """
    camera, _ = front_camera(mesh, mask)
    height = mask.shape[0]
    wanted = _small(mask)
    ratio = wanted.shape[0] / height
    # Orthographic, so that a camera moved or scaled sees the same silhouette moved or scaled.
    seen = _silhouette(mesh, camera, wanted.shape)
    place = np.array([0.0, 0.0, 0.0])  # right, down, log of the scale
    start = best = _overlap(seen, wanted, place)
    for step in _STEPS:
        for _ in range(_TRIES):
            tried = [place + step * move for move in _MOVES]
            found = [_overlap(seen, wanted, each) for each in tried]
            at = int(np.argmax(found))
            if found[at] <= best + 1e-6:
                break
            best, place = found[at], tried[at]
    right, down, log_scale = (float(value) for value in place)
    scale = float(np.exp(log_scale))
    assert camera.ortho_scale is not None
    view = camera.ortho_scale / scale  # world units to the picture's height
    x, y, z = camera.eye
    moved = x - right * view, y + down * view
    camera = replace(
        camera,
        eye=(*moved, z),
        target=(*moved, camera.target[2]),
        ortho_scale=view,
    )
    exact = render(mesh, _resized(camera, ratio), what="mask") > 0.5
    overlap = _iou(exact, wanted > 0.5)
    notes: tuple[str, ...] = ()
    if overlap < DOUBTFUL:
        notes = (
            f"the picture lies badly on the mesh (their outlines overlap by {overlap:.0%}): "
            "the texture may slip",
        )
    return Registration(camera, overlap, start, scale, (right, down), notes)


_MOVES = np.array(
    [
        *((x, y, 0) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0)),
        (0, 0, 1),
        (0, 0, -1),
        # The figure's foot or its head stays where it is.
        *((0, y, s) for y in (-0.5, 0.5) for s in (-1, 1)),
    ],
    np.float64,
)


def laid_on(made: Mask, wanted: Mask) -> tuple[NDArray[np.float64], float]:
    """How a picture's mask is brought onto another (H, W), and their overlap then.

    The first value is (scale, row, column): pixel p of the wanted picture is at
    (p - (row, column)) / scale of the made one. Raises ValueError where a mask is empty.
    """
    first, second = _box(made), _box(wanted)
    scale = float(np.sqrt(np.prod(second[1] - second[0]) / np.prod(first[1] - first[0])))
    middle = (second[0] + second[1]) / 2 - scale * (first[0] + first[1]) / 2
    small = _small(wanted)
    ratio = small.shape[0] / wanted.shape[0]
    source = made.astype(np.float32)
    place = np.array([*middle / wanted.shape[0], np.log(scale)])

    def overlap(at: NDArray[np.float64]) -> float:
        return _iou(warped(source, _transform(at, wanted.shape[0], ratio), small.shape) > 0.5,
                    small > 0.5)  # fmt: skip

    best = overlap(place)
    for step in _STEPS[1:]:
        for _ in range(_TRIES):
            tried = [place + step * move for move in _MOVES]
            found = [overlap(each) for each in tried]
            at = int(np.argmax(found))
            if found[at] <= best + 1e-6:
                break
            best, place = found[at], tried[at]
    return _transform(place, wanted.shape[0], 1.0), best


def _transform(place: NDArray[np.float64], height: int, ratio: float) -> NDArray[np.float64]:
    row, column, log_scale = place
    return np.array([np.exp(log_scale), row * height, column * height]) * ratio


def warped(image: Grey, transform: NDArray[np.float64], shape: tuple[int, ...]) -> Grey:
    """An image (H, W) by (scale, row, column) of `laid_on`, in `shape`; 0 beside it."""
    scale, row, column = transform
    # Pixel centres are at halves.
    offset = [(0.5 - at) / scale - 0.5 for at in (row, column)]
    source = image
    if scale < 0.7:  # else pixels between were passed over
        source = ndimage.gaussian_filter(image, 0.4 / scale)
    out: Grey = ndimage.affine_transform(
        source, [1 / scale, 1 / scale], offset, shape, order=1, mode="constant"
    )
    return out


def _small(mask: Mask) -> Grey:
    high, wide = mask.shape
    scale = min(1.0, _COARSE / max(high, wide))
    size = max(1, round(wide * scale)), max(1, round(high * scale))
    picture = Image.fromarray(mask.astype(np.uint8) * 255).resize(size, Image.Resampling.BOX)
    return (np.asarray(picture) / 255).astype(np.float32)


def _silhouette(mesh: Mesh, camera: Camera, shape: tuple[int, ...]) -> Grey:
    """With a margin all around, at the pixels of the small picture."""
    assert camera.ortho_scale is not None
    high, wide = (round(_MARGIN * side) for side in shape)
    view = camera.ortho_scale * high / shape[0]
    wider = replace(camera, ortho_scale=view, width=wide, height=high)
    return render(mesh, wider, what="mask", supersample=2)


def _overlap(seen: Grey, wanted: Grey, place: NDArray[np.float64]) -> float:
    right, down, log_scale = place
    scale = float(np.exp(log_scale))
    high, wide = wanted.shape
    middle = np.array(seen.shape) / 2
    row = high / 2 + down * high - scale * middle[0]
    column = wide / 2 + right * high - scale * middle[1]
    moved = warped(seen, np.array([scale, row, column]), wanted.shape)
    shared = float(np.minimum(moved, wanted).sum())
    beyond = float(seen.sum()) * scale * scale - float(moved.sum())  # outside the picture
    return shared / max(float(np.maximum(moved, wanted).sum()) + max(beyond, 0.0), 1e-9)


def _iou(one: Mask, other: Mask) -> float:
    return float((one & other).sum() / max(int((one | other).sum()), 1))


def _resized(camera: Camera, ratio: float) -> Camera:
    width, height = round(camera.width * ratio), round(camera.height * ratio)
    return replace(camera, width=max(1, width), height=max(1, height))


def _box(mask: Mask) -> NDArray[np.float64]:
    """Its first and its last corner (row, column)."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        raise ValueError("the mask is empty")
    return np.array([[rows[0], columns[0]], [rows[-1] + 1, columns[-1] + 1]], np.float64)
