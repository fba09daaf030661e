"""The texture's texels as points on the mesh."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .mesh import Floats, Indices, Mesh, MeshError, normalised, vertex_normals
from .raster import Doubles, barycentrics
from .scan import Scan

_OUTSIDE = 1e-3  # how far UVs may lie outside 0..1, which is rounding
_WILD = 4.0  # weights that far outside a needle say nothing of where it is


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """Every texel that belongs to a chart, P of them, row by row.

    `texel` (P,) is row * size + column, `face` (P,) and `bary` (P, 3) float32 where on the
    mesh its centre is, `position` and `normal` (P, 3) float32, `extent` (P,) float32 its side
    in world units. `inner` (P,) is False for the rim of one texel beyond the triangles, which
    bilinear sampling reads too. `overlap` is the part of the inner texels that several
    triangles claim.
    """

    size: int
    texel: Indices
    face: Indices
    bary: Floats
    position: Floats
    normal: Floats
    extent: Floats
    inner: NDArray[np.bool_]
    overlap: float

    def full(self, values: NDArray[np.generic], fill: float) -> NDArray[np.generic]:
        """(P, ...) laid out as (T, T, ...)."""
        out = np.full((self.size * self.size, *values.shape[1:]), fill, values.dtype)
        out[self.texel] = values
        return out.reshape(self.size, self.size, *values.shape[1:])


def check_uvs(mesh: Mesh) -> Floats:
    """The mesh's UVs within 0..1. Raises MeshError where there are none or they tile."""
    if mesh.uvs is None:
        raise MeshError("the mesh has no texture coordinates: unwrap it first")
    used = mesh.uvs[mesh.faces]
    low, high = float(used.min(initial=0.0)), float(used.max(initial=1.0))
    if not (low >= -_OUTSIDE and high <= 1 + _OUTSIDE):
        raise MeshError(
            f"texture coordinates reach from {low:.3g} to {high:.3g}; a texture can be baked "
            "only within 0..1: unwrap the mesh"
        )
    return np.clip(mesh.uvs, 0, 1)


def lay_out(mesh: Mesh, size: int) -> Atlas:
    """The texels of a (size, size) texture. Raises MeshError where no texel is covered."""
    corners = check_uvs(mesh).astype(np.float64)[mesh.faces] * size
    scan = Scan(size, size)
    scan.draw(corners, None)
    face_id, claims = scan.found.reshape(size, size), scan.claims
    inner = face_id >= 0
    if not inner.any():
        raise MeshError(f"no texel of {size} x {size} is covered: the charts are too small")
    overlap = float((claims > 1).sum() / inner.sum())
    rim = _rim(face_id)
    both = _with_slivers(np.where(inner, face_id, rim), corners, size)
    texel = np.nonzero(both.ravel() >= 0)[0]
    face = both.ravel()[texel].astype(np.int64)
    centre = np.stack([texel % size + 0.5, texel // size + 0.5], axis=1)
    weights = barycentrics(corners[face], centre)
    wild = np.abs(weights).max(axis=1) > _WILD
    weights[wild] = np.clip(weights[wild], 0, 1)
    weights /= weights.sum(axis=1, keepdims=True)

    bary = weights.astype(np.float32)
    at = mesh.faces[face]
    normals = vertex_normals(mesh)
    position, normal = (
        sum(values[at[:, i]] * bary[:, i : i + 1] for i in range(3))
        for values in (mesh.vertices, normals)
    )
    points = mesh.corners
    cross = np.cross(points[:, 1] - points[:, 0], points[:, 2] - points[:, 0])
    edge = corners[:, 1:] - corners[:, :1]
    flat = np.abs(edge[:, 0, 0] * edge[:, 1, 1] - edge[:, 0, 1] * edge[:, 1, 0])
    world = np.linalg.norm(cross, axis=1)
    extent = np.sqrt(np.divide(world, flat, out=np.zeros_like(world), where=flat > 0))
    return Atlas(
        size=size,
        texel=texel,
        face=face,
        bary=bary,
        position=np.asarray(position, np.float32),
        normal=normalised(np.asarray(normal, np.float64)).astype(np.float32),
        extent=extent[face].astype(np.float32),
        inner=inner.ravel()[texel],
        overlap=overlap,
    )


def _rim(face_id: NDArray[np.int32]) -> NDArray[np.int32]:
    """(T, T) the face of a covered neighbour where the texel itself is not covered, else -1."""
    padded = np.pad(face_id, 1, constant_values=-1)
    size = face_id.shape[0]
    rim = np.full_like(face_id, -1)
    steps = [(0, 1), (1, 0), (1, 2), (2, 1), (0, 0), (0, 2), (2, 0), (2, 2)]
    for down, right in steps:  # those across an edge first
        beside = padded[down : down + size, right : right + size]
        rim = np.where((rim < 0) & (face_id < 0), beside, rim)
    return rim


def _with_slivers(both: NDArray[np.int32], corners: Doubles, size: int) -> NDArray[np.int32]:
    """A face that covers no texel's centre gets the one it lies in where that is free, so that
    no chart is too narrow to have a colour."""
    missed = np.ones(len(corners), bool)
    missed[both[both >= 0]] = False
    face = np.nonzero(missed)[0]
    middle = np.minimum(corners[face].mean(axis=1).astype(np.int64), size - 1)
    at = middle[:, 1] * size + middle[:, 0]
    free = both.ravel()[at] < 0
    out = both.ravel().copy()
    out[at[free]] = face[free]
    return out.reshape(both.shape)
