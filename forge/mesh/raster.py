"""A rasteriser of triangles: which face each pixel sees, and pictures made from that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from .camera import Camera
from .device import NUMPY, Array, Device, pieces
from .mesh import Floats, Indices, Mesh, vertex_normals
from .scan import Scan

Doubles: TypeAlias = NDArray[np.float64]
What: TypeAlias = Literal["colour", "normal", "position", "depth", "mask", "shaded"]

_NEAR = 1e-3  # of the distance to the target: nearer is cut away by a perspective camera
_PLAIN = 0.8  # the grey of a mesh without colours
_AMBIENT = 0.35


@dataclass(frozen=True, slots=True, eq=False)
class Buffers:
    """What each pixel sees.

    `face_id` (H, W) int32, -1 where nothing is. `bary` (H, W, 3) float32, perspective-correct
    weights of the face's corners, 0 where nothing is. `depth` (H, W) float32 along the view in
    world units, infinite where nothing is.
    """

    face_id: NDArray[np.int32]
    bary: Floats
    depth: Floats

    @property
    def mask(self) -> NDArray[np.bool_]:
        """(H, W)"""
        return self.face_id >= 0

    def interpolate(self, faces: Indices, values: NDArray[np.floating]) -> Floats:
        """(N, C) values at the vertices to (P, C) at the pixels of the mask, in its order."""
        seen = self.mask
        corners = faces[self.face_id[seen]]
        weights = self.bary[seen]
        out: Floats = _between(values, corners, weights).astype(np.float32, copy=False)
        return out


def rasterise(mesh: Mesh, camera: Camera, device: Device = NUMPY) -> Buffers:
    """Both sides of every face, the nearest in front, one sample at each pixel's centre.

    Of faces at the same depth the first is seen, but for those that the near plane of a
    perspective camera cuts. `device` is where it is worked out; the faces found are the same.
    """
    face_id = np.full(camera.height * camera.width, -1, np.int32)
    bary = np.zeros((len(face_id), 3), np.float32)
    far = np.full(len(face_id), np.inf, np.float32)
    for at, *values in _seen(mesh, camera, device):
        here = device.host(at)
        for target, each in zip((face_id, bary, far), values, strict=True):
            target[here] = device.host(each)
    sides = camera.height, camera.width
    return Buffers(face_id.reshape(sides), bary.reshape(*sides, 3), far.reshape(sides))


def _seen(
    mesh: Mesh, camera: Camera, device: Device
) -> Iterator[tuple[Array, Array, Array, Array]]:
    """Of the pixels that see anything, in pieces: (P,) their places row by row, (P,) the face,
    (P, 3) its corners' weights and (P,) the depth, as Buffers has them but in float64."""
    xp = device.xp
    scan = Scan(camera.width, camera.height, device)
    local = to_camera(device.array(mesh.vertices, "float64"), camera, device)
    faces = device.array(mesh.faces)
    sources = []
    count = 0
    for corners, source in _before(local, faces, camera, device):
        scan.draw(*_on_screen(corners, camera, device), count)
        sources.append(source)
        count += len(source)
    seen = xp.where(scan.found >= 0)[0]
    face = xp.concatenate(sources)[device.cast(scan.found[seen], "int64")]
    for part in pieces(len(seen), device.points):
        triangles = local[faces[face[part]]]
        weights = _weights(triangles, seen[part], camera, device)
        yield seen[part], face[part], weights, (weights * triangles[..., 2]).sum(axis=1)


def depth_buffer(mesh: Mesh, camera: Camera, device: Device = NUMPY) -> Array:
    """(H, W) float64 on the device, as `rasterise` has it: infinite where nothing is."""
    scan = Scan(camera.width, camera.height, device)
    local = to_camera(device.array(mesh.vertices, "float64"), camera, device)
    for corners, _ in _before(local, device.array(mesh.faces), camera, device):
        scan.draw(*_on_screen(corners, camera, device))
    nearest = scan.nearest.reshape(camera.height, camera.width)
    if camera.fov is None:
        return nearest
    empty = scan.found.reshape(nearest.shape) < 0
    return device.xp.where(empty, nearest, device.ratio(-1.0, nearest))


def to_camera(points: Array, camera: Camera, device: Device) -> Array:
    """(..., 3) world points, float64, in the camera's space: right, up and forward.

    Sums of products and no matrix product, so that the same point has the same place whatever
    it stands beside, on any device.
    """
    x, y, z = (points[..., axis] - camera.eye[axis] for axis in range(3))
    rows = camera.basis.tolist()
    return device.xp.stack([x * a + y * b + z * c for a, b, c in rows], axis=-1)


def towards(points: Array, camera: Camera, device: Device) -> Array:
    """(P, 3) float64 unit vectors from the points to the camera; zero from where it stands."""
    xp = device.xp
    if camera.fov is None:
        return xp.broadcast_to(device.array(-camera.basis[2]), points.shape)
    away = xp.stack([camera.eye[axis] - points[:, axis] for axis in range(3)], axis=1)
    return _normalised(away, device)


def _normalised(vectors: Array, device: Device) -> Array:
    square = (vectors * vectors).sum(axis=-1)
    return device.ratio(vectors, device.xp.sqrt(square)[:, None])


def _before(
    local: Array, faces: Array, camera: Camera, device: Device
) -> Iterator[tuple[Array, Array]]:
    """Blocks of (M, 3, 3) triangles in the camera's space, and which face each is or is of:
    what is left of the faces before the camera."""
    near = _NEAR * float(np.linalg.norm(np.subtract(camera.target, camera.eye)))
    for part in pieces(len(faces), device.faces):
        corners = local[faces[part]]
        source = device.array(np.arange(part.start, part.stop))
        if camera.fov is not None and bool((corners[..., 2] < near).any()):
            corners, place = _clipped(corners, near, device)
            source = source[place]
        yield corners, source


def _on_screen(corners: Array, camera: Camera, device: Device) -> tuple[Array, Array]:
    """(M, 3, 2) in pixels, and the (M, 3) key that is linear over the picture: the depth or, in
    perspective, its inverse."""
    depth = corners[..., 2]
    scale = camera.focal if camera.fov is None else device.ratio(camera.focal, depth)
    x = camera.width / 2 + corners[..., 0] * scale
    y = camera.height / 2 - corners[..., 1] * scale
    key = depth if camera.fov is None else device.ratio(-1.0, depth)
    return device.xp.stack([x, y], axis=-1), key


def _weights(triangles: Array, pixel: Array, camera: Camera, device: Device) -> Array:
    """(P, 3) weights of the corners of (P, 3, 3) triangles at the centres of the pixels."""
    xp = device.xp
    row, column = (
        device.cast(each, "float64") for each in (pixel // camera.width, pixel % camera.width)
    )
    x = (column + 0.5 - camera.width / 2) / camera.focal
    y = (camera.height / 2 - row - 0.5) / camera.focal
    if camera.fov is None:
        return barycentrics(triangles[..., :2], xp.stack([x, y], axis=1), device)
    # Volumes over the ray, which need no division by a corner's depth.
    a, b, c = triangles[:, 0], triangles[:, 1], triangles[:, 2]
    volumes = [
        (p[:, 1] * q[:, 2] - p[:, 2] * q[:, 1]) * x
        + (p[:, 2] * q[:, 0] - p[:, 0] * q[:, 2]) * y
        + (p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0])
        for p, q in ((b, c), (c, a), (a, b))
    ]
    return _parts(xp.stack(volumes, axis=1), device)


def barycentrics(corners: Array, points: Array, device: Device = NUMPY) -> Array:
    """(P, 3) weights of (P, 3, 2) corners at (P, 2) points, outside the triangle too."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]

    def area(p: Array, q: Array, r: Array) -> Array:
        u, v = q - p, r - p
        return u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]

    areas = [area(points, b, c), area(a, points, c), area(a, b, points)]
    return _parts(device.xp.stack(areas, axis=1), device)


def _parts(areas: Array, device: Device) -> Array:
    whole = areas[:, :1] + areas[:, 1:2] + areas[:, 2:]
    return device.xp.where(whole != 0, device.ratio(areas, whole), 1 / 3)


def _clipped(local: Array, near: float, device: Device) -> tuple[Array, Array]:
    """Triangles in camera space cut at the depth `near`, and the place of what each is of."""
    xp = device.xp
    ahead = local[..., 2] >= near
    number = ahead.sum(axis=1)
    whole = xp.where(number == 3)[0]
    blocks, sources = [local[whole]], [whole]
    for lone in (True, False):
        # One corner on its side, which is turned to the front of the three.
        at = xp.where(number == (1 if lone else 2))[0]
        one = ahead[at] == lone
        first = device.cast(one[:, 1], "int64") + 2 * device.cast(one[:, 2], "int64")
        a, b, c = (local[at, (first + turn) % 3] for turn in range(3))
        ab = a + (b - a) * ((near - a[:, 2]) / (b[:, 2] - a[:, 2]))[:, None]
        ac = a + (c - a) * ((near - a[:, 2]) / (c[:, 2] - a[:, 2]))[:, None]
        cut = [(a, ab, ac)] if lone else [(ab, b, c), (ab, c, ac)]
        blocks += [xp.stack(each, axis=1) for each in cut]
        sources += [at] * len(cut)
    return xp.concatenate(blocks), xp.concatenate(sources)


def sample(image: Array, x: Array, y: Array, device: Device = NUMPY) -> Array:
    """(P, C) bilinear from (H, W, C) at pixels whose centres are at + 0.5; the rim repeats.

    Float32, all of it the device's.
    """
    xp = device.xp
    height, width = image.shape[:2]
    x = xp.clip(x - 0.5, 0, width - 1)
    y = xp.clip(y - 0.5, 0, height - 1)
    left, above = device.cast(x, "int64"), device.cast(y, "int64")
    right, below = xp.clip(left + 1, None, width - 1), xp.clip(above + 1, None, height - 1)
    across = device.cast(x - left, "float32")[:, None]
    down = device.cast(y - above, "float32")[:, None]
    flat = image.reshape(height * width, -1)
    upper = flat[above * width + left] * (1 - across)
    upper += flat[above * width + right] * across
    lower = flat[below * width + left] * (1 - across)
    lower += flat[below * width + right] * across
    upper *= 1 - down
    lower *= down
    upper += lower
    return device.cast(upper, "float32")


def render(
    mesh: Mesh, camera: Camera, *, what: What = "colour", background: float = 0.0,
    supersample: int = 1, device: Device = NUMPY,
) -> Floats:  # fmt: skip
    """A picture of the mesh, float32 in 0..1: (H, W, 3), for depth and mask (H, W).

    "colour" is sRGB without light, from the texture, else the vertex colours, else grey.
    "shaded" is that under a light at the camera. "normal" is the world's x, y, z from -1..1.
    "position" is the world's x, y, z between the mesh's bounds. "depth" is 1 at the nearest
    and falls to 0.1 at the farthest point seen. Where nothing is seen colour and shaded have
    `background`, the others 0. `supersample` squared samples make a pixel. `device` is where
    it is worked out.
    """
    if what not in get_args(What):
        raise ValueError(f"there is no picture of {what!r}")
    fine = replace(camera, width=camera.width * supersample, height=camera.height * supersample)
    picture = _rendered(mesh, fine, what, background, device)
    if supersample > 1:
        picture = picture.reshape(camera.height, supersample, camera.width, supersample, -1)
        picture = device.cast(picture.mean(axis=(1, 3)), "float32")
    shown: Floats = device.host(picture)
    return shown[..., 0] if what in ("depth", "mask") else shown


def _rendered(mesh: Mesh, camera: Camera, what: What, background: float, device: Device) -> Array:
    """(H, W, C) float32 on the device."""
    xp = device.xp
    channels = 1 if what in ("depth", "mask") else 3
    empty = background if what in ("colour", "shaded") else 0.0
    out = device.full(camera.height * camera.width * channels, empty, "float32")
    out = out.reshape(-1, channels)
    painter = _Painter(mesh, camera, device)
    places = []
    for at, face, weights, depth in _seen(mesh, camera, device):
        if what == "mask":
            out[at] = 1.0
        elif what == "depth":
            places.append(at)
            out[at] = device.cast(depth, "float32")[:, None]
        else:
            values = painter.values(what, painter.corners(face), device.cast(weights, "float32"))
            out[at] = device.cast(values, "float32")
    at = xp.concatenate(places) if places else ()
    if len(at):
        deep = out[at]
        near, last = float(xp.amin(deep)), float(xp.amax(deep))
        out[at] = 1 - 0.9 * (deep - near) / max(last - near, 1e-9)
    return xp.clip(out, 0, 1).reshape(camera.height, camera.width, channels)


class _Painter:
    """What is to be seen at places on a mesh, which are weights of three corners."""

    def __init__(self, mesh: Mesh, camera: Camera, device: Device) -> None:
        self.mesh, self.camera, self.device = mesh, camera, device
        self.faces = device.array(mesh.faces)
        self._held: dict[str, Array] = {}

    def corners(self, face: Array) -> Array:
        return self.faces[face]

    def values(self, what: What, corners: Array, weights: Array) -> Array:
        """(P, 3)"""
        device, mesh = self.device, self.mesh
        if what == "normal":
            return self.normals(corners, weights) * 0.5 + 0.5
        if what == "position":
            low, high = mesh.bounds()
            place = self.between("vertices", corners, weights)
            return (place - device.array(low)) / device.array(np.maximum(high - low, 1e-9))
        colours = self.colours(corners, weights)
        if what == "colour":
            return colours
        place = device.cast(self.between("vertices", corners, weights), "float64")
        facing = self.normals(corners, weights) * towards(place, self.camera, device)
        light = _AMBIENT + (1 - _AMBIENT) * device.xp.abs(facing.sum(axis=1))
        lit = to_linear(colours, device) * device.cast(light, "float32")[:, None]
        return to_srgb(lit, device)

    def between(self, name: str, corners: Array, weights: Array) -> Array:
        """(P, C) float32 of the vertices' values of that name."""
        if name not in self._held:
            values = getattr(self.mesh, name)
            if values is None:
                values = vertex_normals(self.mesh)
            self._held[name] = self.device.array(values)
        return _between(self._held[name], corners, weights)

    def normals(self, corners: Array, weights: Array) -> Array:
        found = self.between("normals", corners, weights)
        return _normalised(self.device.cast(found, "float64"), self.device)

    def colours(self, corners: Array, weights: Array) -> Array:
        """(P, 3) sRGB"""
        device, texture = self.device, self.mesh.texture
        if texture is not None and self.mesh.uvs is not None:
            uvs = self.between("uvs", corners, weights)
            height, width = texture.shape[:2]
            if "texture" not in self._held:
                self._held["texture"] = device.array((texture / 255).astype(np.float32))
            x, y = uvs[:, 0] * width, uvs[:, 1] * height
            return sample(self._held["texture"], x, y, device)
        if self.mesh.colours is not None:
            return to_srgb(self.between("colours", corners, weights), device)
        return device.full(3 * len(corners), _PLAIN, "float32").reshape(-1, 3)


def _between(values: Array, corners: Array, weights: Array) -> Array:
    """(N, C) at the vertices to (P, C) at (P, 3) weights of (P, 3) vertices."""
    out = values[corners[:, 0]] * weights[:, :1]
    out += values[corners[:, 1]] * weights[:, 1:2]
    out += values[corners[:, 2]] * weights[:, 2:]
    return out


def to_linear(colours: Array, device: Device = NUMPY) -> Array:
    """sRGB in 0..1 to linear light (IEC 61966-2-1), float32."""
    xp = device.xp
    bent = ((xp.clip(colours, 0, None) + 0.055) / 1.055) ** 2.4
    return device.cast(xp.where(colours <= 0.04045, colours / 12.92, bent), "float32")


def to_srgb(light: Array, device: Device = NUMPY) -> Array:
    """Linear light in 0..1 to sRGB (IEC 61966-2-1), float32."""
    xp = device.xp
    bent = 1.055 * xp.clip(light, 0, None) ** (1 / 2.4) - 0.055
    return device.cast(xp.where(light <= 0.0031308, light * 12.92, bent), "float32")
