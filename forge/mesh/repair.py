"""Meshes as models leave them, made fit for unwrapping, baking and skinning.

A polygonised field has crumbs beside the body, faces that look inside, edges of more than two
faces, and far more triangles than anybody wants.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .decimate import decimate
from .mesh import Indices, Mesh, MeshError, cleaned, components, topology, welded

Pieces = Literal["largest", "large", "all"]

_CRUMB = 0.01
"""Of the area of the largest piece: what is smaller is no part of a body."""
_SPONGE = 500  # holes through a body: no clothes have so many, noise has thousands
_FEWEST = 12  # faces that enclose something with a shape


@dataclass(frozen=True, slots=True, eq=False)
class Repaired:
    """A welded mesh without UVs, and what was done to it."""

    mesh: Mesh
    notes: tuple[str, ...]


def repaired(mesh: Mesh, *, pieces: Pieces = "large", faces: int = 40_000) -> Repaired:
    """The mesh welded, without crumbs, every piece facing outwards, at most about `faces`.

    `pieces` are those that stay: the one with the largest surface, all but crumbs (below a
    hundredth of that surface), or every one. Edges of more than two faces stay as they are,
    and the notes count them. Raises MeshError where nothing is left that has a shape, or
    noise, and ValueError for `faces` below 64.
    """
    if faces < 64:
        raise ValueError(f"{faces} faces cannot show a body; at least 64 are needed")
    if not len(mesh.faces):
        raise MeshError("the mesh has no faces: nothing was found in the picture to make it of")
    mesh, dropped = cleaned(mesh)
    notes = list(dropped)
    mesh, _ = welded(mesh)
    mesh = _without_crumbs(mesh, pieces, notes)
    if len(mesh.faces) < _FEWEST:
        raise MeshError(f"the mesh has {len(mesh.faces)} faces only, which enclose nothing")
    low, high = mesh.bounds()
    if not (high - low > 1e-3 * (high - low).max()).all():
        raise MeshError("the mesh is flat: it has no volume")
    mesh = _outward(mesh, notes)
    found = topology(mesh)
    holes = found.components - found.euler // 2
    if holes > _SPONGE:
        raise MeshError(
            f"the mesh is a sponge, with {holes} holes through it: the model made no body of "
            "the picture"
        )
    mesh = decimate(mesh, faces)
    found = topology(mesh)
    if found.nonmanifold_edges:
        notes.append(f"{found.nonmanifold_edges} edges of the mesh belong to more than two faces")
    if found.boundary_edges:
        notes.append(f"the mesh is open: {found.boundary_edges} edges belong to one face only")
    return Repaired(mesh, tuple(notes))


def _without_crumbs(mesh: Mesh, pieces: Pieces, notes: list[str]) -> Mesh:
    piece = components(mesh)
    count = int(piece.max()) + 1
    if pieces == "all" or count == 1:
        return mesh
    corners = mesh.corners
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.bincount(piece, np.linalg.norm(cross, axis=1) / 2, count)
    kept = np.arange(count) == area.argmax() if pieces == "largest" else area >= _CRUMB * area.max()
    gone = count - int(kept.sum())
    if not gone:
        return mesh
    notes.append(f"{gone} of {count} loose pieces of the mesh were left out")
    left, _ = cleaned(Mesh(mesh.vertices, mesh.faces[kept[piece]], colours=mesh.colours))
    return left


def _outward(mesh: Mesh, notes: list[str]) -> Mesh:
    """Neighbours turned alike, the most of each patch deciding; then all of it to the outside.

    A patch is what hangs together by edges of two faces.
    """
    turned = _unlike_their_patch(mesh.faces)
    if turned.any():
        notes.append(f"{int(turned.sum())} faces of the mesh looked inside: turned")
    faces = np.where(turned[:, None], mesh.faces[:, ::-1], mesh.faces)
    points = mesh.vertices.astype(np.float64)
    points -= points.mean(axis=0)
    a, b, c = points[faces].transpose(1, 0, 2)
    if float((a * np.cross(b, c)).sum()) < 0:
        faces = faces[:, ::-1]
        notes.append("the mesh was inside out: turned")
    return Mesh(mesh.vertices, faces, colours=mesh.colours)


def _unlike_their_patch(faces: Indices) -> NDArray[np.bool_]:
    """(M,) which faces would have to be turned for their patch to be of one sense.

    Each face is there twice, as it is and turned; an edge ties the two faces in the senses
    that fit. What comes to hang together with a face's first twin is of one sense with it. A
    patch that is its own other side (a Moebius strip) stays as it is.
    """
    count = len(faces)
    starts = faces.ravel()
    ends = np.roll(faces, -1, axis=1).ravel()
    owner = np.repeat(np.arange(count), 3)
    key = np.minimum(starts, ends) * (int(faces.max()) + 1) + np.maximum(starts, ends)
    order = np.argsort(key, kind="stable")
    ranked = key[order]
    first = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]])
    pairs = first[np.diff(np.r_[first, len(ranked)]) == 2]
    one, other = order[pairs], order[pairs + 1]
    f, g = owner[one], owner[other]
    alike = starts[one] == ends[other]  # run through in opposite senses, as it should be
    g_as_is, g_turned = np.where(alike, g, g + count), np.where(alike, g + count, g)
    rows, columns = np.r_[f, f + count], np.r_[g_as_is, g_turned]
    ties = coo_matrix((np.ones(len(rows), np.int8), (rows, columns)), (2 * count, 2 * count))
    _, sense = connected_components(ties, directed=False)
    as_is, turned = sense[:count], sense[count:]
    # Both senses of a patch are there; the one that more faces have as they are stands.
    votes = np.bincount(as_is, minlength=int(sense.max()) + 1)
    against: NDArray[np.bool_] = (as_is != turned) & (
        (votes[as_is] < votes[turned]) | ((votes[as_is] == votes[turned]) & (as_is > turned))
    )
    return against
