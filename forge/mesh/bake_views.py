"""What one picture says of the texels: which of them it sees, how well, and their colours."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .atlas import Atlas
from .camera import Camera
from .device import NUMPY, Array, Device, pieces
from .mesh import Floats, Indices, Mesh
from .raster import depth_buffer, sample, to_camera, towards
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
    device: Device = NUMPY,
) -> View:
    """`image` (H, W, 3) in 0..1 of the camera's size; `mask` (H, W) is where it counts."""
    picture = _picture(mesh, camera, image, mask, radius, device)
    parts = [
        _looked(atlas, part, picture, device) for part in pieces(len(atlas.texel), device.points)
    ]
    return View(*(np.concatenate(each) for each in zip(*parts, strict=True)))


@dataclass(slots=True, eq=False)
class _Picture:
    """A picture on the device, ready to be read: `depth` (H, W) float64 of the surface seen,
    `usable` (H, W) bool, `distance` (H, W) float32 pixels to one that is not, `levels` as
    `_halved` makes them of the colours times how much of the pixel is usable, and that, so that
    what is not usable does not bleed in. `bias` in world units."""

    camera: Camera
    image: Array
    depth: Array
    usable: Array
    distance: Array
    levels: list[Array]
    bias: float

    def deepen(self, footprint: Array, device: Device) -> None:
        """More levels, until they hold the largest footprint."""
        largest = float(device.xp.amax(footprint)) if len(footprint) else 1.0
        deepest = max(_LOW, math.ceil(math.log2(max(largest, 1.0))))
        while len(self.levels) <= deepest:
            self.levels.append(_halved(self.levels[-1], device))


def _picture(
    mesh: Mesh,
    camera: Camera,
    image: Floats,
    mask: NDArray[np.bool_] | None,
    radius: float,
    device: Device,
) -> _Picture:
    depth = depth_buffer(mesh, camera, device)
    bias = _BIAS * radius
    usable = _usable(depth, camera, bias, device)
    if mask is not None:
        usable &= device.array(mask)
    colours = device.array(image)
    share = device.cast(usable, "float32")[..., None]
    level = device.xp.concatenate([colours * share, share], axis=2)
    distance = device.distance(usable, _ERODE + _FEATHER)
    return _Picture(camera, colours, depth, usable, distance, [level], bias)


def _looked(
    atlas: Atlas, part: slice, picture: _Picture, device: Device
) -> tuple[NDArray[Any], ...]:
    """The fields of a View, of a part of the texels."""
    xp, camera = device.xp, picture.camera
    position = device.array(atlas.position[part], "float64")
    normal = device.array(atlas.normal[part], "float64")
    cosine = (normal * towards(position, camera, device)).sum(axis=1)
    index = xp.where(cosine > _CUT)[0]
    local = to_camera(position[index], camera, device)
    z = local[:, 2]
    pixel = _pixel(z, camera, device)
    x = camera.width / 2 + device.ratio(local[:, 0], pixel)
    y = camera.height / 2 - device.ratio(local[:, 1], pixel)
    inside = (pixel > 0) & (x >= 0) & (y >= 0) & (x < camera.width) & (y < camera.height)
    index, x, y, z, pixel = (values[inside] for values in (index, x, y, z, pixel))
    cosine = cosine[index]
    at = device.cast(y, "int64") * camera.width + device.cast(x, "int64")

    shown = xp.clip(cosine, _FLOOR, None)
    slope = xp.sqrt(1 - shown * shown) / shown
    visible = z <= picture.depth.reshape(-1)[at] + picture.bias + slope * pixel
    edge = picture.distance.reshape(-1)[at]
    good = visible & (edge > _ERODE)
    index, x, y, at, edge, cosine, pixel = (
        values[good] for values in (index, x, y, at, edge, cosine, pixel)
    )

    ramp = xp.clip((edge - _ERODE) / _FEATHER, 0, 1)
    quality = xp.clip(cosine * ramp * ramp * (3 - 2 * ramp), 1e-4, None)
    weight = camera.weight * xp.clip(cosine**_POWER * quality / cosine, 1e-6, None)
    extent = device.array(atlas.extent[part])[index]
    footprint = extent / pixel
    picture.deepen(footprint, device)
    slanted = xp.where((cosine < SLANT) & picture.usable.reshape(-1)[at])[0]
    gap = device.full(len(index), math.inf, "float32")
    there = index[slanted]
    away = _to_pixel(position[there], normal[there], camera, x[slanted], y[slanted], device)
    away = away / xp.clip(extent[slanted], 1e-12, None)
    gap[slanted] = device.cast(away, "float32")
    found = (
        index + part.start,
        device.cast(weight, "float32"),
        device.cast(quality, "float32"),
        _at_level(picture.levels, x, y, footprint, device),
        _sampled(picture.levels[_LOW], x / 2**_LOW, y / 2**_LOW, device),
        picture.image.reshape(-1, 3)[at],
        gap,
    )
    return tuple(device.host(each) for each in found)


def _to_pixel(
    position: Array, normal: Array, camera: Camera, x: Array, y: Array, device: Device
) -> Array:
    """World units along the surface from each texel's centre to that of the pixel it is in."""
    xp = device.xp
    right, up, forward = (device.array(each) for each in camera.basis)
    across = (xp.floor(x) + 0.5 - camera.width / 2) / camera.focal
    upward = (camera.height / 2 - xp.floor(y) - 0.5) / camera.focal
    plane = across[:, None] * right + upward[:, None] * up
    start = device.array(np.asarray(camera.eye))
    if camera.fov is None:
        start, ray = start + plane, xp.broadcast_to(forward, plane.shape)
    else:
        ray = plane + forward
    to_plane = ((position - start) * normal).sum(axis=1)
    to_plane = to_plane / xp.clip((ray * normal).sum(axis=1), None, -1e-6)
    apart = start + ray * to_plane[:, None] - position
    return xp.sqrt((apart * apart).sum(axis=1))


def _pixel(depth: Array, camera: Camera, device: Device) -> Array:
    """How wide a pixel is at that depth, in world units."""
    if camera.fov is None:
        return device.xp.full_like(depth, 1 / camera.focal)
    return depth / camera.focal


def _usable(depth: Array, camera: Camera, bias: float, device: Device) -> Array:
    """(H, W): a surface is seen, and its depth does not jump to the next pixel's.

    Pixels at an outline hold a mixture with what is behind, on either side of it.
    """
    xp = device.xp
    seen = xp.isfinite(depth)
    near = xp.where(seen, depth, 0.0)
    pixel = _pixel(near, camera, device)
    limit = _STEEP * pixel + 4 * bias
    usable = seen & True
    for axis in (0, 1):
        ahead, behind = [slice(None)] * 2, [slice(None)] * 2
        ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
        one, other = tuple(ahead), tuple(behind)
        step = (xp.abs(near[one] - near[other]) > limit[other]) | (seen[one] ^ seen[other])
        usable[one] &= ~step
        usable[other] &= ~step
    return usable


def _sampled(level: Array, x: Array, y: Array, device: Device) -> Array:
    """(P, 3); each point must lie in a pixel that is usable at least in part."""
    found = sample(level, x, y, device)
    return found[:, :3] / device.xp.clip(found[:, 3:], 1e-6, None)


def _halved(image: Array, device: Device) -> Array:
    """The mean of 2 x 2; an odd last row or column is repeated."""
    if image.shape[0] % 2:
        image = device.xp.concatenate([image, image[-1:]], axis=0)
    if image.shape[1] % 2:
        image = device.xp.concatenate([image, image[:, -1:]], axis=1)
    half = image[0::2, 0::2] + image[0::2, 1::2]
    half += image[1::2, 0::2]
    half += image[1::2, 1::2]
    half *= 0.25
    return half


def _at_level(levels: list[Array], x: Array, y: Array, footprint: Array, device: Device) -> Array:
    """Trilinear: a texel that covers several pixels gets their mean."""
    xp = device.xp
    level = xp.log2(xp.clip(footprint, 1.0, None))
    lower = device.cast(level, "int64")
    out = device.full(3 * len(x), 0.0, "float32").reshape(-1, 3)
    for number in range(len(levels)):
        there = xp.where(lower == number)[0]
        if not len(there):
            continue
        px, py, scale = x[there], y[there], float(2**number)
        colours = _sampled(levels[number], px / scale, py / scale, device)
        part = device.cast(level[there] - number, "float32")[:, None]
        if number + 1 < len(levels) and bool((part > 0).any()):
            further = _sampled(levels[number + 1], px / scale / 2, py / scale / 2, device)
            colours += part * (further - colours)
        out[there] = colours
    return out
