"""A rasteriser of triangles in numpy: which face each pixel sees, and pictures made from that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from .camera import Camera
from .mesh import Floats, Indices, Mesh, normalised, vertex_normals

Doubles: TypeAlias = NDArray[np.float64]
What: TypeAlias = Literal["colour", "normal", "position", "depth", "mask", "shaded"]

_CHUNK = 4_000_000  # pixels of candidates held at once
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
        out = values[corners[:, 0]] * weights[:, :1]
        out += values[corners[:, 1]] * weights[:, 1:2]
        out += values[corners[:, 2]] * weights[:, 2:]
        return out.astype(np.float32, copy=False)


def rasterise(mesh: Mesh, camera: Camera) -> Buffers:
    """Both sides of every face, the nearest in front, one sample at each pixel's centre."""
    local, xy, key, source = _on_screen(mesh, camera)
    face_id, _, _ = scan(xy, key, camera.width, camera.height)
    seen = face_id >= 0
    rows, columns = np.nonzero(seen)
    if source is not None:
        face_id[seen] = source[face_id[seen]]
    triangles = local[face_id[seen]]
    plane = np.stack(
        [
            (columns + 0.5 - camera.width / 2) / camera.focal,
            (camera.height / 2 - rows - 0.5) / camera.focal,
        ],
        axis=1,
    )
    if camera.fov is None:
        weights = barycentrics(triangles[..., :2], plane)
    else:
        # Volumes over the ray, which need no division by a corner's depth.
        ray = np.concatenate([plane, np.ones((len(plane), 1))], axis=1)
        a, b, c = triangles.swapaxes(0, 1)
        volumes = [(np.cross(p, q) * ray).sum(axis=1) for p, q in ((b, c), (c, a), (a, b))]
        weights = _shares(np.stack(volumes, axis=1))
    bary = np.zeros((*face_id.shape, 3), np.float32)
    bary[seen] = weights
    far = np.full(face_id.shape, np.inf, np.float32)
    far[seen] = (weights * triangles[..., 2]).sum(axis=1)
    return Buffers(face_id, bary, far)


def depth_buffer(mesh: Mesh, camera: Camera) -> Doubles:
    """(H, W) as `rasterise` has it, and no more: infinite where nothing is."""
    _, xy, key, _ = _on_screen(mesh, camera)
    _, _, nearest = scan(xy, key, camera.width, camera.height)
    if camera.fov is None:
        return nearest
    depth = np.full(nearest.shape, np.inf)
    np.divide(-1, nearest, out=depth, where=np.isfinite(nearest))
    return depth


def _on_screen(mesh: Mesh, camera: Camera) -> tuple[Doubles, Doubles, Doubles, Indices | None]:
    """The corners in the camera's space; what is left of them before it in pixels, the key
    that is linear over the picture, and which faces those are where they are not all."""
    local = (mesh.corners - camera.eye) @ camera.basis.T
    source: Indices | None = None
    shown = local
    if camera.fov is not None:
        distance = float(np.linalg.norm(np.subtract(camera.target, camera.eye)))
        near = _NEAR * distance
        if float(local[..., 2].min(initial=np.inf)) < near:
            shown, source = _clipped(local, near)
    depth = shown[..., 2]
    scale = camera.focal if camera.fov is None else camera.focal / depth
    xy = np.empty((*depth.shape, 2))
    xy[..., 0] = camera.width / 2 + shown[..., 0] * scale
    xy[..., 1] = camera.height / 2 - shown[..., 1] * scale
    # What is linear over the picture is the depth itself or, in perspective, its inverse.
    return local, xy, depth if camera.fov is None else -1 / depth, source


def scan(
    corners: Doubles, key: Doubles | None, width: int, height: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], Doubles]:
    """Scan conversion of (M, 3, 2) corners in pixels: the triangle at each pixel's centre.

    `key` (M, 3), linear over the picture, decides: the lowest is seen, of equal ones the first
    triangle. Returns (H, W) int32, -1 where none is; (H, W) int32 how many triangles cover each
    pixel; and (H, W) the lowest key, infinite where none is (or no key). Triangles that share
    an edge neither overlap nor leave a gap there.
    """
    found = np.full(height * width, -1, np.int32)
    claims = np.zeros(height * width, np.int32)
    nearest = np.full(height * width, np.inf)
    triangle, row, start, count = _spans(corners, width, height)
    if key is not None:
        slope_x, slope_y, offset = _planes(corners, key)
        # At the first pixel's centre; further ones add the slope.
        first = slope_x[triangle] * (start + 0.5) + slope_y[triangle] * (row + 0.5)
        first += offset[triangle]
    ends = np.cumsum(count)
    begin = 0
    while begin < len(count):
        done = int(ends[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, done + _CHUNK, side="right")))
        part = slice(begin, end)
        spans = np.repeat(np.arange(begin, end), count[part])
        step = np.arange(len(spans)) - np.repeat(ends[part] - count[part] - done, count[part])
        pixel = (row[spans] * width + start[spans]) + step
        which = triangle[spans]
        claims += np.bincount(pixel, minlength=len(claims)).astype(np.int32)
        if key is None:
            free = found[pixel] < 0
            found[pixel[free][::-1]] = which[free][::-1]
        else:
            value = first[spans] + slope_x[which] * step
            before = nearest[pixel]
            better = value < before
            pixel, which, value = pixel[better], which[better], value[better]
            np.minimum.at(nearest, pixel, value)
            won = value == nearest[pixel]
            found[pixel[won][::-1]] = which[won][::-1]
        begin = end
    sides = height, width
    return found.reshape(sides), claims.reshape(sides), nearest.reshape(sides)


def _spans(corners: Doubles, width: int, height: int) -> tuple[Indices, Indices, Indices, Indices]:
    """Triangle, row, first column and number of pixels of each run of covered pixels."""
    order = np.argsort(corners[..., 1], axis=1, kind="stable")
    ranked = np.take_along_axis(corners, order[..., None], axis=1)
    finite = np.asarray(np.isfinite(ranked).all(axis=(1, 2)))
    ranked = np.where(finite[:, None, None], ranked, 0.0)
    x, y = ranked[..., 0], ranked[..., 1]
    top = np.clip(np.ceil(y[:, 0] - 0.5), 0, height).astype(np.int64)
    bottom = np.clip(np.ceil(y[:, 2] - 0.5), 0, height).astype(np.int64)
    tall = np.maximum(bottom - top, 0)
    tall[(x.max(axis=1) < 0) | (x.min(axis=1) > width)] = 0
    triangle = np.repeat(np.arange(len(corners)), tall)
    row = top[triangle] + np.arange(len(triangle)) - np.repeat(np.cumsum(tall) - tall, tall)
    middle = row + 0.5
    # An edge is always followed from its upper end, so both its triangles get the same column.
    slope = []
    for upper, other in ((0, 2), (0, 1), (1, 2)):
        rise = y[:, other] - y[:, upper]
        run = x[:, other] - x[:, upper]
        slope.append(np.divide(run, rise, out=np.zeros_like(run), where=rise > 0))
    long = x[triangle, 0] + (middle - y[triangle, 0]) * slope[0][triangle]
    lower = middle >= y[triangle, 1]
    corner = lower.astype(np.int64)
    short = x[triangle, corner] + (middle - y[triangle, corner]) * np.where(
        lower, slope[2][triangle], slope[1][triangle]
    )
    left, right = np.minimum(long, short), np.maximum(long, short)
    start = np.clip(np.ceil(left - 0.5), 0, width)
    end = np.clip(np.ceil(right - 0.5), 0, width)
    some = end > start
    start_at = start[some].astype(np.int64)
    return triangle[some], row[some], start_at, end[some].astype(np.int64) - start_at


def _planes(corners: Doubles, key: Doubles) -> tuple[Doubles, Doubles, Doubles]:
    """(M,) slopes and offset: key = slope_x * x + slope_y * y + offset."""
    edge = corners[:, 1:] - corners[:, :1]
    rise = key[:, 1:] - key[:, :1]
    area = edge[:, 0, 0] * edge[:, 1, 1] - edge[:, 0, 1] * edge[:, 1, 0]
    inverse = np.divide(1.0, area, out=np.zeros_like(area), where=area != 0)
    slope_x = (rise[:, 0] * edge[:, 1, 1] - rise[:, 1] * edge[:, 0, 1]) * inverse
    slope_y = (rise[:, 1] * edge[:, 0, 0] - rise[:, 0] * edge[:, 1, 0]) * inverse
    return slope_x, slope_y, key[:, 0] - slope_x * corners[:, 0, 0] - slope_y * corners[:, 0, 1]


def barycentrics(corners: Doubles, points: Doubles) -> Doubles:
    """(P, 3) weights of (P, 3, 2) corners at (P, 2) points, outside the triangle too."""
    a, b, c = corners.swapaxes(0, 1)

    def area(p: Doubles, q: Doubles, r: Doubles) -> Doubles:
        u, v = q - p, r - p
        return np.asarray(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0])

    return _shares(np.stack([area(points, b, c), area(a, points, c), area(a, b, points)], axis=1))


def _shares(areas: Doubles) -> Doubles:
    whole = areas.sum(axis=1, keepdims=True)
    out = np.full_like(areas, 1 / 3)
    np.divide(areas, whole, out=out, where=whole != 0)
    return out


def _clipped(local: Doubles, near: float) -> tuple[Doubles, Indices]:
    """Triangles in camera space cut at the depth `near`, and the face each is of."""
    ahead = local[..., 2] >= near
    number = ahead.sum(axis=1)
    pieces, sources = [local[number == 3]], [np.nonzero(number == 3)[0]]
    for lone in (True, False):
        # One corner on its side, which is turned to the front of the three.
        at = np.nonzero(number == (1 if lone else 2))[0]
        if not len(at):
            continue
        first = (ahead[at] == lone).argmax(axis=1)
        turned = np.take_along_axis(
            local[at], ((first[:, None] + np.arange(3)) % 3)[..., None], axis=1
        )
        a, b, c = turned.swapaxes(0, 1)
        ab = a + (b - a) * ((near - a[:, 2]) / (b[:, 2] - a[:, 2]))[:, None]
        ac = a + (c - a) * ((near - a[:, 2]) / (c[:, 2] - a[:, 2]))[:, None]
        cut = [(a, ab, ac)] if lone else [(ab, b, c), (ab, c, ac)]
        pieces += [np.stack(each, axis=1) for each in cut]
        sources += [at] * len(cut)
    return np.concatenate(pieces), np.concatenate(sources)


def sample(image: Floats, x: NDArray[np.floating], y: NDArray[np.floating]) -> Floats:
    """(P, C) bilinear from (H, W, C) at pixels whose centres are at + 0.5; the rim repeats."""
    height, width = image.shape[:2]
    x = np.clip(x - 0.5, 0, width - 1)
    y = np.clip(y - 0.5, 0, height - 1)
    left, above = x.astype(np.int64), y.astype(np.int64)
    right, below = np.minimum(left + 1, width - 1), np.minimum(above + 1, height - 1)
    across = (x - left).astype(np.float32)[:, None]
    down = (y - above).astype(np.float32)[:, None]
    flat = image.reshape(height * width, -1)
    upper = flat[above * width + left] * (1 - across)
    upper += flat[above * width + right] * across
    lower = flat[below * width + left] * (1 - across)
    lower += flat[below * width + right] * across
    upper *= 1 - down
    lower *= down
    upper += lower
    return np.asarray(upper, np.float32)


def render(
    mesh: Mesh, camera: Camera, *, what: What = "colour", background: float = 0.0,
    supersample: int = 1,
) -> Floats:  # fmt: skip
    """A picture of the mesh, float32 in 0..1: (H, W, 3), for depth and mask (H, W).

    "colour" is sRGB without light, from the texture, else the vertex colours, else grey.
    "shaded" is that under a light at the camera. "normal" is the world's x, y, z from -1..1.
    "position" is the world's x, y, z between the mesh's bounds. "depth" is 1 at the nearest
    and falls to 0.1 at the farthest point seen. Where nothing is seen colour and shaded have
    `background`, the others 0. `supersample` squared samples make a pixel.
    """
    if supersample > 1:
        sides = camera.height, camera.width
        large = replace(camera, width=sides[1] * supersample, height=sides[0] * supersample)
        fine = render(mesh, large, what=what, background=background)
        blocks = fine.reshape(sides[0], supersample, sides[1], supersample, -1)
        mean: Floats = blocks.mean(axis=(1, 3)).astype(np.float32)
        return mean if fine.ndim == 3 else mean[..., 0]
    buffers = rasterise(mesh, camera)
    seen = buffers.mask
    if what == "mask":
        return seen.astype(np.float32)
    if what == "depth":
        far = np.zeros(seen.shape, np.float32)
        if seen.any():
            depth = buffers.depth[seen]
            near, last = float(depth.min()), float(depth.max())
            far[seen] = 1 - 0.9 * (depth - near) / max(last - near, 1e-9)
        return far
    empty = background if what in ("colour", "shaded") else 0.0
    out = np.full((*seen.shape, 3), empty, np.float32)
    if not seen.any():
        return out
    if what == "normal":
        out[seen] = _normals(mesh, buffers) * 0.5 + 0.5
    elif what == "position":
        low, high = mesh.bounds()
        place = buffers.interpolate(mesh.faces, mesh.vertices)
        out[seen] = (place - low) / np.maximum(high - low, 1e-9)
    elif what in ("colour", "shaded"):
        colours = _colours(mesh, buffers)
        if what == "shaded":
            place = buffers.interpolate(mesh.faces, mesh.vertices)
            facing = np.abs((_normals(mesh, buffers) * camera.towards(place)).sum(axis=1))
            light = _AMBIENT + (1 - _AMBIENT) * facing
            lit = to_linear(colours) * light.astype(np.float32)[:, None]
            colours = to_srgb(lit.astype(np.float32))
        out[seen] = colours
    else:
        raise ValueError(f"there is no picture of {what!r}")
    return np.clip(out, 0, 1)


def _normals(mesh: Mesh, buffers: Buffers) -> Doubles:
    normals = vertex_normals(mesh) if mesh.normals is None else mesh.normals
    return normalised(buffers.interpolate(mesh.faces, normals).astype(np.float64))


def _colours(mesh: Mesh, buffers: Buffers) -> Floats:
    """(P, 3) sRGB at the pixels of the mask."""
    if mesh.texture is not None and mesh.uvs is not None:
        uvs = buffers.interpolate(mesh.faces, mesh.uvs)
        height, width = mesh.texture.shape[:2]
        texture = (mesh.texture / 255).astype(np.float32)
        return sample(texture, uvs[:, 0] * width, uvs[:, 1] * height)
    if mesh.colours is not None:
        return to_srgb(buffers.interpolate(mesh.faces, mesh.colours))
    return np.full((int(buffers.mask.sum()), 3), _PLAIN, np.float32)


def to_linear(colours: Floats) -> Floats:
    """sRGB in 0..1 to linear light (IEC 61966-2-1)."""
    bent = ((np.maximum(colours, 0) + 0.055) / 1.055) ** 2.4
    return np.where(colours <= 0.04045, colours / 12.92, bent).astype(np.float32)


def to_srgb(light: Floats) -> Floats:
    """Linear light in 0..1 to sRGB (IEC 61966-2-1)."""
    bent = 1.055 * np.maximum(light, 0) ** (1 / 2.4) - 0.055
    return np.where(light <= 0.0031308, light * 12.92, bent).astype(np.float32)
