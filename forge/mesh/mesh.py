"""A triangle mesh: y up, faces +z, right-handed, metres unless said otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

Floats: TypeAlias = NDArray[np.float32]
Indices: TypeAlias = NDArray[np.int64]

_FLAT = 1e-16  # of the squared diagonal: what rounding in float32 makes of a needle's area


class MeshError(ValueError):
    """A mesh that cannot be used; the message says why."""


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Triangles over vertices; every array is converted to its type on the way in.

    `vertices` (N, 3) float32. `faces` (M, 3) int64, counterclockwise seen from outside.
    `uvs` (N, 2) float32 as glTF's: v points down, the texel row is v * H; a vertex on a seam
    is there once for each chart. `normals` (N, 3) float32. `colours` (N, 3) float32, linear.
    `texture` (H, W, 3) uint8, sRGB. Raises MeshError for arrays of other shapes; values are
    not looked at (`cleaned` does).
    """

    vertices: Floats
    faces: Indices
    uvs: Floats | None = None
    normals: Floats | None = None
    colours: Floats | None = None
    texture: NDArray[np.uint8] | None = None

    def __post_init__(self) -> None:
        count = len(self.vertices)
        for name, width in (("vertices", 3), ("uvs", 2), ("normals", 3), ("colours", 3)):
            given = getattr(self, name)
            if given is None:
                continue
            array = np.ascontiguousarray(given, np.float32)
            if array.shape != (count, width):
                raise MeshError(f"{name} have the shape {array.shape}, {(count, width)} is needed")
            object.__setattr__(self, name, array)
        faces = np.asarray(self.faces)
        if faces.ndim != 2 or faces.shape[1] != 3:
            raise MeshError(f"faces have the shape {faces.shape}, (M, 3) is needed")
        if faces.dtype.kind == "f" and not np.isfinite(faces).all():
            raise MeshError("faces hold indices that are no numbers")
        object.__setattr__(self, "faces", np.ascontiguousarray(faces, np.int64))
        texture = self.texture
        if texture is not None and (
            texture.ndim != 3 or texture.shape[2] != 3 or texture.dtype != np.uint8
        ):
            raise MeshError(f"the texture is {texture.dtype} {texture.shape}, not uint8 (H, W, 3)")

    @property
    def corners(self) -> NDArray[np.float64]:
        """(M, 3, 3): the three points of each face."""
        return self.vertices.astype(np.float64)[self.faces]

    def bounds(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The lowest and the highest corner, (3,) each. Raises MeshError with no vertices."""
        if not len(self.vertices):
            raise MeshError("the mesh has no vertices")
        points = self.vertices.astype(np.float64)
        return points.min(axis=0), points.max(axis=0)


@dataclass(frozen=True, slots=True)
class Topology:
    """How the faces hang together once equal positions are one vertex.

    `boundary_edges` belong to one face, `nonmanifold_edges` to more than two;
    `duplicated_edges` are directed edges that several faces run through in the same sense.
    `euler` is V - E + F of what faces use. `volume` is signed, cubic metres, and means
    something only where `closed`.
    """

    boundary_edges: int
    nonmanifold_edges: int
    duplicated_edges: int
    components: int
    euler: int
    volume: float

    @property
    def closed(self) -> bool:
        return not (self.boundary_edges or self.nonmanifold_edges or self.duplicated_edges)


def cleaned(mesh: Mesh) -> tuple[Mesh, tuple[str, ...]]:
    """The mesh without what cannot be drawn, and a sentence for each kind of thing dropped.

    Dropped are faces with an index out of range, with a vertex that is not finite, or with no
    area; then the vertices no face uses. UVs or normals with values that are not finite are
    dropped as a whole. Raises MeshError where no face is left.
    """
    notes: list[str] = []
    count = len(mesh.vertices)
    faces = mesh.faces
    if not len(faces):
        raise MeshError("the mesh has no faces")

    def keep(good: NDArray[np.bool_], reason: str) -> None:
        nonlocal faces
        bad = int(len(good) - np.count_nonzero(good))
        if bad:
            notes.append(f"{bad} of {len(mesh.faces)} faces dropped: {reason}")
            faces = faces[good]

    keep(np.asarray(((faces >= 0) & (faces < count)).all(axis=1)), "an index is out of range")
    finite = np.asarray(np.isfinite(mesh.vertices).all(axis=1))
    keep(np.asarray(finite[faces].all(axis=1)), "a vertex is not a number")
    if len(faces):
        used = mesh.vertices[faces].astype(np.float64)
        low, high = used.min(axis=(0, 1)), used.max(axis=(0, 1))
        cross = np.cross(used[:, 1] - used[:, 0], used[:, 2] - used[:, 0])
        area = np.linalg.norm(cross, axis=1) / 2
        keep(area > _FLAT * float(((high - low) ** 2).sum()), "no area")
    if not len(faces):
        raise MeshError("no face is left of the mesh: " + "; ".join(notes))

    uvs, normals, colours = mesh.uvs, mesh.normals, mesh.colours
    needed = np.zeros(count, bool)
    needed[faces] = True
    if uvs is not None and not np.isfinite(uvs[needed]).all():
        notes.append("the texture coordinates dropped: some are not numbers")
        uvs = None
    if normals is not None and not np.isfinite(normals[needed]).all():
        notes.append("the normals dropped: some are not numbers")
        normals = None
    if colours is not None and not np.isfinite(colours[needed]).all():
        notes.append("vertex colours that are not numbers made black")
        colours = np.nan_to_num(colours, nan=0.0, posinf=0.0, neginf=0.0)
    unused = count - int(np.count_nonzero(needed))
    if not notes and not unused:
        return mesh, ()
    if unused:
        notes.append(f"{unused} of {count} vertices dropped: no face uses them")
    index = np.cumsum(needed) - 1
    return (
        Mesh(
            vertices=mesh.vertices[needed],
            faces=index[faces],
            uvs=None if uvs is None else uvs[needed],
            normals=None if normals is None else normals[needed],
            colours=None if colours is None else colours[needed],
            texture=mesh.texture if uvs is not None else None,
        ),
        tuple(notes),
    )


def welded(mesh: Mesh) -> tuple[Mesh, Indices]:
    """Vertices at exactly the same position made one; (N,) says which one each became.

    Faces stay in their order and number. Colours are averaged; UVs, normals and texture,
    which may differ between the copies, are left out.
    """
    group = weld_map(mesh.vertices)
    count = int(group.max()) + 1 if len(group) else 0
    vertices = np.empty((count, 3), np.float32)
    vertices[group] = mesh.vertices
    colours = None
    if mesh.colours is not None:
        copies = np.bincount(group, minlength=count)[:, None]
        sums = [np.bincount(group, mesh.colours[:, i], count) for i in range(3)]
        colours = (np.stack(sums, axis=1) / copies).astype(np.float32)
    return Mesh(vertices, group[mesh.faces], colours=colours), group


def weld_map(points: Floats) -> Indices:
    """(N,) the number of each position among the distinct ones, in order of appearance."""
    if not len(points):
        return np.zeros(0, np.int64)
    keys = points + np.float32(0)  # -0.0 and 0.0 are one place
    order = np.lexsort((keys[:, 2], keys[:, 1], keys[:, 0]))
    ranked = keys[order]
    new = np.empty(len(order), bool)
    new[0] = True
    new[1:] = (ranked[1:] != ranked[:-1]).any(axis=1)
    # lexsort is stable, so the first of each run is the copy that appears first.
    run = np.cumsum(new) - 1
    first = order[new]
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first))
    group = np.empty(len(order), np.int64)
    group[order] = rank[run]
    return group


def face_normals(mesh: Mesh) -> Floats:
    """(M, 3) of length 1; zero where a face has no area."""
    points = mesh.corners
    cross = np.cross(points[:, 1] - points[:, 0], points[:, 2] - points[:, 0])
    return normalised(cross).astype(np.float32)


def vertex_normals(mesh: Mesh) -> Floats:
    """(N, 3) of length 1, weighted by the corners' angles, shared by the copies at a seam.

    Zero at a vertex that no face with an area uses. Angle weights do not depend on how a
    flat part is cut into triangles (Thuermer and Wuethrich 1998).
    """
    points = mesh.corners
    flat = np.cross(points[:, 1] - points[:, 0], points[:, 2] - points[:, 0])
    normals = normalised(flat)
    group = weld_map(mesh.vertices)
    count = int(group.max()) + 1 if len(group) else 0
    sums = np.zeros((count, 3))
    for corner in range(3):
        here = points[:, corner]
        ahead = normalised(points[:, (corner + 1) % 3] - here)
        behind = normalised(points[:, (corner + 2) % 3] - here)
        angle = np.arccos(np.clip((ahead * behind).sum(axis=1), -1.0, 1.0))
        at = group[mesh.faces[:, corner]]
        for axis in range(3):
            sums[:, axis] += np.bincount(at, normals[:, axis] * angle, count)
    return normalised(sums)[group].astype(np.float32)


def normalised(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    """(..., 3) of length 1; zero stays zero."""
    length = np.sqrt((vectors * vectors).sum(axis=-1, keepdims=True))
    out = np.zeros_like(vectors)
    np.divide(vectors, length, out=out, where=length > 0)
    return out


def components(mesh: Mesh) -> Indices:
    """(M,) the number of the piece each face belongs to; pieces meet at equal positions.

    0 is the piece with the most faces.
    """
    group = weld_map(mesh.vertices)
    faces = group[mesh.faces]
    count = int(group.max()) + 1 if len(group) else 0
    ones = np.ones(2 * len(faces), np.int8)
    start, end = faces[:, [0, 1]].ravel(), faces[:, [1, 2]].ravel()
    _, labels = connected_components(coo_matrix((ones, (start, end)), (count, count)), False)
    of_face = labels[faces[:, 0]]
    _, number, sizes = np.unique(of_face, return_inverse=True, return_counts=True)
    rank = np.empty(len(sizes), np.int64)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    return rank[number]


def directed_edges(faces: Indices) -> Indices:
    """(3M, 2) in the order first to second, second to third, third to first of all faces."""
    return np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])


def topology(mesh: Mesh) -> Topology:
    """Counted on the welded mesh; indices must be in range (see `cleaned`)."""
    joined_up, _ = welded(mesh)
    faces = joined_up.faces
    if not len(faces):
        return Topology(0, 0, 0, 0, 0, 0.0)
    edges = directed_edges(faces)
    count = len(joined_up.vertices)
    _, directed = np.unique(edges[:, 0] * count + edges[:, 1], return_counts=True)
    undirected = np.sort(edges, axis=1)
    _, shared = np.unique(undirected[:, 0] * count + undirected[:, 1], return_counts=True)
    points = joined_up.corners
    points = points - points.mean(axis=(0, 1))
    volume = (points[:, 0] * np.cross(points[:, 1], points[:, 2])).sum() / 6
    return Topology(
        boundary_edges=int((shared == 1).sum()),
        nonmanifold_edges=int((shared > 2).sum()),
        duplicated_edges=int((directed > 1).sum()),
        components=int(components(mesh).max()) + 1,
        euler=len(np.unique(faces)) - len(shared) + len(faces),
        volume=float(volume),
    )


def joined(meshes: Sequence[Mesh]) -> Mesh:
    """One mesh of several, in their order. An attribute is kept where all of them have it."""
    if not meshes:
        raise MeshError("there is no mesh to join")
    offsets = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes)])
    whole = Mesh(
        np.concatenate([mesh.vertices for mesh in meshes]),
        np.concatenate([mesh.faces + at for mesh, at in zip(meshes, offsets, strict=False)]),
    )
    for name in ("uvs", "normals", "colours"):
        parts = [getattr(mesh, name) for mesh in meshes]
        if all(part is not None for part in parts):
            whole = replace(whole, **{name: np.concatenate(parts)})
    return whole
