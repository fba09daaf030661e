"""What one picture says of the texels: which of them it sees, how well, and their colours."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from .atlas import Atlas
from .camera import Camera
from .mesh import Floats, Indices, Mesh
from .raster import Doubles, depth_buffer, sample
from .sharpen import SLANT

_POWER = 4  # of the cosine in the weight
_CUT = math.cos(math.radians(80))
_FLOOR = 0.2  # of the cosine, where the bias' slope stops growing
_BIAS = 5e-4  # of the mesh's radius
_ERODE = 0.5  # pixels beside those at an outline
_FEATHER = 4.0  # pixels from there over which the weight grows to the full
_STEEP = 6.0  # depth over a pixel, in pixels: more than the cut's slope is an outline
_LOW = 3  # the mip level that counts as the low band: 8 pixels


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """`index` (V,) are the texels of the atlas it paints, ascending; 1:1 with it `weight` (V,)
    with the camera's, `quality` (V,) without, both above 0, `colour` and `low` (V, 3) in 0..1,
    the picture and its low band. `pixel` (V, 3) is the picture's nearest pixel and `gap` (V,)
    the texels from there along the surface: infinite where it is seen too squarely to matter,
    or the pixel does not count."""

    index: Indices
    weight: Floats
    quality: Floats
    colour: Floats
    low: Floats
    pixel: Floats
    gap: Floats


def look(
    mesh: Mesh,
    atlas: Atlas,
    camera: Camera,
    image: Floats,
    mask: NDArray[np.bool_] | None,
    radius: float,
) -> View:
    """`image` (H, W, 3) in 0..1 of the camera's size; `mask` (H, W) is where it counts."""
    depth = depth_buffer(mesh, camera)
    cosine = (atlas.normal * camera.towards(atlas.position)).sum(axis=1)
    index = np.nonzero(cosine > _CUT)[0]
    x, y, z = camera.project(atlas.position[index]).T
    inside = (x >= 0) & (y >= 0) & (x < camera.width) & (y < camera.height)
    index, x, y, z = index[inside], x[inside], y[inside], z[inside]
    cosine = cosine[index].astype(np.float64)
    at = y.astype(np.int64) * camera.width + x.astype(np.int64)

    pixel = 1 / camera.focal if camera.fov is None else z / camera.focal
    shown = np.maximum(cosine, _FLOOR)
    slope = np.sqrt(1 - shown * shown) / shown
    visible = z <= depth.ravel()[at] + _BIAS * radius + slope * pixel
    usable = _usable(depth, camera, radius)
    if mask is not None:
        usable &= mask
    distance = _distance(usable)
    edge = distance.ravel()[at]
    good = visible & (edge > _ERODE)
    index, x, y, edge, cosine = index[good], x[good], y[good], edge[good], cosine[good]
    pixel = np.broadcast_to(pixel, good.shape)[good]

    ramp = np.clip((edge - _ERODE) / _FEATHER, 0, 1)
    quality = np.maximum(cosine * ramp * ramp * (3 - 2 * ramp), 1e-4)
    weight = camera.weight * np.maximum(cosine**_POWER * quality / cosine, 1e-6)
    footprint = atlas.extent[index] / pixel
    levels = _pyramid(image, usable, max(_LOW, _levels(footprint)))
    slanted = np.nonzero((cosine < SLANT) & usable[y.astype(np.int64), x.astype(np.int64)])[0]
    gap = np.full(len(index), np.inf, np.float32)
    gap[slanted] = _to_pixel(atlas, camera, index[slanted], x[slanted], y[slanted])
    return View(
        index=index,
        weight=weight.astype(np.float32),
        quality=quality.astype(np.float32),
        colour=_at_level(levels, x, y, footprint),
        low=_sampled(levels[_LOW], x / 2**_LOW, y / 2**_LOW),
        pixel=image[y.astype(np.int64), x.astype(np.int64)],
        gap=gap,
    )


def _to_pixel(atlas: Atlas, camera: Camera, index: Indices, x: Doubles, y: Doubles) -> Doubles:
    """Texels along the surface from each texel's centre to that of the pixel it is seen in."""
    right, up, forward = camera.basis
    across = (np.floor(x) + 0.5 - camera.width / 2) / camera.focal
    upward = (camera.height / 2 - np.floor(y) - 0.5) / camera.focal
    plane = across[:, None] * right + upward[:, None] * up
    start: Doubles = np.asarray(camera.eye) + (plane if camera.fov is None else 0.0)
    ray = np.broadcast_to(forward, plane.shape) if camera.fov is None else plane + forward
    normal = atlas.normal[index].astype(np.float64)
    to_plane = ((atlas.position[index] - start) * normal).sum(axis=1)
    to_plane /= np.minimum((ray * normal).sum(axis=1), -1e-6)
    there = start + ray * to_plane[:, None]
    away = np.linalg.norm(there - atlas.position[index], axis=1)
    return np.asarray(away / np.maximum(atlas.extent[index], 1e-12))


def _usable(depth: Doubles, camera: Camera, radius: float) -> NDArray[np.bool_]:
    """(H, W): a surface is seen, and its depth does not jump to the next pixel's.

    Pixels at an outline hold a mixture with what is behind, on either side of it.
    """
    seen = np.isfinite(depth)
    near = np.where(seen, depth, 0.0)
    pixel = 1 / camera.focal if camera.fov is None else near / camera.focal
    limit = np.broadcast_to(_STEEP * pixel + 4 * _BIAS * radius, depth.shape)
    jump = np.zeros(depth.shape, bool)
    for axis in (0, 1):
        ahead, behind = [slice(None)] * 2, [slice(None)] * 2
        ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
        one, other = tuple(ahead), tuple(behind)
        step = (np.abs(near[one] - near[other]) > limit[other]) | (seen[one] ^ seen[other])
        jump[one] |= step
        jump[other] |= step
    return seen & ~jump


def _distance(usable: NDArray[np.bool_]) -> Floats:
    """(H, W) pixels to the nearest one that is not usable; the picture's rim is no outline."""
    out = np.zeros(usable.shape, np.float32)
    rows, columns = np.nonzero(usable.any(axis=1))[0], np.nonzero(usable.any(axis=0))[0]
    if not len(rows):
        return out
    if usable.all():
        out[:] = np.inf
        return out
    box = (
        slice(max(int(rows[0]) - 1, 0), int(rows[-1]) + 2),
        slice(max(int(columns[0]) - 1, 0), int(columns[-1]) + 2),
    )
    out[box] = distance_transform_edt(usable[box])
    return out


def _levels(footprint: Doubles) -> int:
    largest = float(footprint.max(initial=1.0))
    return max(0, math.ceil(math.log2(max(largest, 1.0))))


def _pyramid(image: Floats, usable: NDArray[np.bool_], deepest: int) -> list[Floats]:
    """(H, W, 4), each half the one before: colours times how much of the pixel is usable, and
    that, so that what is not usable does not bleed in."""
    levels = [np.empty((*usable.shape, 4), np.float32)]
    np.multiply(image, usable[..., None], out=levels[0][..., :3])
    levels[0][..., 3] = usable
    while len(levels) <= deepest:
        levels.append(_halved(levels[-1]))
    return levels


def _sampled(level: Floats, x: Doubles, y: Doubles) -> Floats:
    """(P, 3); each point must lie in a pixel that is usable at least in part."""
    found = sample(level, x, y)
    return np.asarray(found[:, :3] / np.maximum(found[:, 3:], 1e-6), np.float32)


def _halved(image: Floats) -> Floats:
    """The mean of 2 x 2; an odd last row or column is repeated."""
    height, width = image.shape[:2]
    if height % 2 or width % 2:
        image = np.pad(image, [(0, height % 2), (0, width % 2), (0, 0)], mode="edge")
    half = image[0::2, 0::2] + image[0::2, 1::2]
    half += image[1::2, 0::2]
    half += image[1::2, 1::2]
    half *= 0.25
    return half


def _at_level(levels: list[Floats], x: Doubles, y: Doubles, footprint: Doubles) -> Floats:
    """Trilinear: a texel that covers several pixels gets their mean."""
    level = np.log2(np.maximum(footprint, 1.0))
    lower = np.minimum(level.astype(np.int64), len(levels) - 1)
    out = np.empty((len(x), 3), np.float32)
    for number in np.unique(lower):
        there = np.nonzero(lower == number)[0]
        px, py, scale = x[there], y[there], float(2**number)
        colours = _sampled(levels[number], px / scale, py / scale)
        part = (level[there] - number).astype(np.float32)[:, None]
        if number + 1 < len(levels) and float(part.max(initial=0.0)) > 0:
            further = _sampled(levels[number + 1], px / scale / 2, py / scale / 2)
            colours += part * (further - colours)
        out[there] = colours
    return out
