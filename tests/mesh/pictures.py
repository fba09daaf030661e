"""Albedos known everywhere in space, and true pictures of a mesh that wears one.

The pictures are made by a test of each ray against triangles (Moeller and Trumbore 1997), in
double precision, so that they owe nothing to the rasteriser under test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from avatarforge.forge.mesh.camera import Camera
from avatarforge.forge.mesh.mesh import Mesh
from numpy.typing import NDArray

Doubles: TypeAlias = NDArray[np.float64]
Albedo: TypeAlias = Callable[[Doubles], Doubles]  # (P, 3) metres to (P, 3) sRGB in 0..1

_TILE = 8
_CHUNK = 12_000  # pairs of a tile and a triangle


@dataclass(frozen=True)
class Seen:
    """`face` (H, W) int64, -1 where none; `point` (H, W, 3), NaN where none."""

    face: NDArray[np.int64]
    point: Doubles

    @property
    def mask(self) -> NDArray[np.bool_]:
        return self.face >= 0


def trig(points: Doubles) -> Doubles:
    """Smooth, about two waves over a person's height."""
    x, y, z = points.T
    return np.stack(
        [
            0.5 + 0.35 * np.sin(7.0 * y + 3.0 * x),
            0.5 + 0.35 * np.sin(6.0 * x - 5.0 * z + 1.0),
            0.5 + 0.35 * np.cos(5.0 * y + 8.0 * z),
        ],
        axis=1,
    )


def checker(cells: int, height: float = 1.7) -> Albedo:
    """Cubes of two colours, so many over the height."""

    def colour(points: Doubles) -> Doubles:
        # Off the symmetry planes, where a rounded coordinate would decide.
        odd = np.floor(points * (cells / height) + 0.137).sum(axis=1) % 2
        return np.where(odd[:, None] > 0, (0.82, 0.55, 0.30), (0.22, 0.38, 0.66))

    return colour


def noise(waves: int = 48, finest: float = 0.06, seed: int = 7) -> Albedo:
    """Random plane waves, none shorter than `finest` metres."""
    rng = np.random.default_rng(seed)
    direction = rng.normal(size=(waves, 3))
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    length = np.exp(rng.uniform(np.log(finest), np.log(1.0), waves))
    vectors = direction * (2 * np.pi / length)[:, None]
    phases, amounts = rng.uniform(0, 2 * np.pi, (3, waves)), rng.normal(size=(3, waves))
    amounts *= 0.16 / np.sqrt((amounts**2).sum(axis=1, keepdims=True) / 2)

    def colour(points: Doubles) -> Doubles:
        angle = points @ vectors.T
        bands = [(np.cos(angle + p) * a).sum(axis=1) for p, a in zip(phases, amounts, strict=True)]
        return np.clip(0.5 + np.stack(bands, axis=1), 0.03, 0.97)

    return colour


def picture(
    mesh: Mesh, camera: Camera, albedo: Albedo, *, background: float = 0.0
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """(H, W, 3) uint8 and the silhouette (H, W), one ray through each pixel's centre."""
    seen = trace(mesh, camera)
    colours = np.full((*seen.face.shape, 3), background)
    colours[seen.mask] = albedo(seen.point[seen.mask])
    return np.round(colours * 255).astype(np.uint8), seen.mask


def trace(mesh: Mesh, camera: Camera) -> Seen:
    """What each pixel's ray meets first, from either side; all of the mesh in front of the eye."""
    origins, directions = camera.rays()
    height, width = camera.height, camera.width
    rows, columns = -(-height // _TILE), -(-width // _TILE)
    padded = [(0, rows * _TILE - height), (0, columns * _TILE - width), (0, 0)]
    origins, directions = (
        np.pad(each, padded, mode="edge")
        .reshape(rows, _TILE, columns, _TILE, 3)
        .swapaxes(1, 2)
        .reshape(rows * columns, _TILE * _TILE, 3)
        for each in (origins, directions)
    )
    tile, face = _pairs(camera.project(mesh.corners)[..., :2], rows, columns)
    nearest = np.full(rows * columns * _TILE * _TILE, np.inf)
    first = np.full(len(nearest), -1, np.int64)
    corners = mesh.corners
    for start in range(0, len(tile), _CHUNK):
        t, f = tile[start : start + _CHUNK], face[start : start + _CHUNK]
        distance = _meet(origins[t], directions[t], corners[f])
        pair, ray = np.nonzero(np.isfinite(distance))
        at, how_far = t[pair] * _TILE * _TILE + ray, distance[pair, ray]
        order = np.argsort(-how_far, kind="stable")  # of one pixel the nearest is written last
        at, how_far, which = at[order], how_far[order], f[pair][order]
        closer = how_far < nearest[at]
        nearest[at[closer]] = how_far[closer]
        first[at[closer]] = which[closer]
    points = origins.reshape(-1, 3) + np.where(first >= 0, nearest, np.nan)[:, None] * (
        directions.reshape(-1, 3)
    )

    def laid_out(flat: NDArray[np.float64], depth: int) -> NDArray[np.float64]:
        tiles = flat.reshape(rows, columns, _TILE, _TILE, depth).swapaxes(1, 2)
        return tiles.reshape(rows * _TILE, columns * _TILE, depth)[:height, :width]

    return Seen(laid_out(first.astype(np.float64), 1)[..., 0].astype(np.int64), laid_out(points, 3))


def unhidden(
    mesh: Mesh, points: Doubles, towards: Doubles, beyond: float = 2e-3
) -> NDArray[np.bool_]:
    """(P,) whether rays from the points (P, 3) to an eye far away, in the direction `towards`
    (3,), meet nothing of the mesh, but for what is nearer than `beyond` metres."""
    across = np.cross(towards, (0.1, 1.0, 0.2))
    across /= np.linalg.norm(across)
    frame = np.stack([across, np.cross(towards, across), towards], axis=1)
    corners, starts = mesh.corners.astype(np.float64) @ frame, points @ frame
    low, high = corners[..., 1].min(axis=1), corners[..., 1].max(axis=1)
    out = np.ones(len(points), bool)
    order = np.argsort(starts[:, 1])
    for first in range(0, len(points), 256):
        which = order[first : first + 256]
        rays = starts[which]
        near = corners[(low <= rays[-1, 1]) & (high >= rays[0, 1])]
        one, other = near[:, 1] - near[:, 0], near[:, 2] - near[:, 0]
        area = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
        near, one, other, area = (each[np.abs(area) > 1e-14] for each in (near, one, other, area))
        x, y = (rays[:, None, axis] - near[:, 0, axis] for axis in (0, 1))
        u = (x * other[:, 1] - y * other[:, 0]) / area
        v = (one[:, 0] * y - one[:, 1] * x) / area
        depth = near[:, 0, 2] + u * one[:, 2] + v * other[:, 2]
        meets = (u >= 0) & (v >= 0) & (u + v <= 1) & (depth > rays[:, None, 2] + beyond)
        out[which] = ~meets.any(axis=1)
    return out


def _pairs(
    corners: Doubles, rows: int, columns: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which triangles may be seen in which tile."""
    low = np.floor(corners.min(axis=1) / _TILE - 0.01).astype(np.int64)
    high = np.floor(corners.max(axis=1) / _TILE + 0.01).astype(np.int64)
    low, high = np.maximum(low, 0), np.minimum(high, [columns - 1, rows - 1])
    extent = np.maximum(high - low + 1, 0)
    count = extent[:, 0] * extent[:, 1]
    face = np.repeat(np.arange(len(corners)), count)
    step = np.arange(len(face)) - np.repeat(np.cumsum(count) - count, count)
    wide = np.maximum(extent[face, 0], 1)
    tile = (low[face, 1] + step // wide) * columns + low[face, 0] + step % wide
    return tile, face


def _meet(origins: Doubles, directions: Doubles, corners: Doubles) -> Doubles:
    """(pairs, rays) distances, infinite where the ray misses."""
    one = (corners[:, 1] - corners[:, 0])[:, None]
    other = (corners[:, 2] - corners[:, 0])[:, None]
    p = np.cross(directions, other)
    det = (one * p).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        inverse = 1 / det
        away = origins - corners[:, None, 0]
        u = (away * p).sum(axis=-1) * inverse
        q = np.cross(away, one)
        v = (directions * q).sum(axis=-1) * inverse
        distance = (other * q).sum(axis=-1) * inverse
        hit = (u >= -1e-9) & (v >= -1e-9) & (u + v <= 1 + 1e-9) & (distance > 0)
    return np.where(hit, distance, np.inf)
