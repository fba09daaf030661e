"""Fills what no picture shows, over the surface and not over the texture's charts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from scipy.sparse import coo_matrix, csr_matrix, diags_array
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import cg, spsolve
from scipy.spatial import cKDTree

from .atlas import Atlas
from .mesh import Floats, Mesh, weld_map
from .raster import Doubles

_DIRECT = 20_000  # unknowns that are solved for at once
_FEATHER = 4.0  # texels over which the fill takes over from the paint beside it


def fill(mesh: Mesh, atlas: Atlas, colours: Floats, painted: NDArray[np.bool_]) -> Floats:
    """(P, 3) `colours` with those that are not `painted` (P,) filled in.

    The fill is harmonic over the mesh's welded vertices (a cotangent Laplacian, Pinkall and
    Polthier 1993), held at those the paint reaches; a piece without any takes what is nearest
    in space. At least one texel must be painted.
    """
    missing = np.nonzero(~painted)[0]
    if not len(missing):
        return colours
    filled = colours.copy()
    vertices = _vertex_colours(mesh, atlas, colours, painted)
    at = mesh.faces[atlas.face[missing]]
    weights = np.clip(atlas.bary[missing], 0, 1)
    weights = weights / weights.sum(axis=1, keepdims=True)
    smooth = sum(vertices[at[:, i]] * weights[:, i : i + 1] for i in range(3))

    # The vertices know less detail than the texels: the last paint fades into them.
    distance, nearest = _nearest_painted(atlas, painted)
    beside = nearest[missing]
    gap = np.linalg.norm(atlas.position[missing] - atlas.position[beside], axis=1)
    close = gap < 2 * (distance[missing] + 1) * atlas.extent[missing]
    part = np.clip(1 - (distance[missing] - 1) / _FEATHER, 0, 1) * close
    part = (part * part * (3 - 2 * part)).astype(np.float32)[:, None]
    filled[missing] = smooth + part * (colours[beside] - smooth)
    return filled


def gutters(atlas: Atlas, colours: Floats) -> Floats:
    """(T, T, 3): everything between the charts takes the nearest texel's colour, so that no
    mip level draws anything else in."""
    inside = np.zeros((atlas.size, atlas.size), bool)
    inside.ravel()[atlas.texel] = True
    full = np.zeros((atlas.size * atlas.size, 3), np.float32)
    full[atlas.texel] = colours
    if inside.all():
        return full.reshape(atlas.size, atlas.size, 3)
    rows, columns = distance_transform_edt(~inside, return_distances=False, return_indices=True)
    outside = ~inside.ravel()
    full[outside] = full[(rows * atlas.size + columns).ravel()[outside]]
    return full.reshape(atlas.size, atlas.size, 3)


def _nearest_painted(atlas: Atlas, painted: NDArray[np.bool_]) -> tuple[Floats, NDArray[np.int64]]:
    """(P,) texels to the nearest painted one, and which of the P that is."""
    empty = np.ones((atlas.size, atlas.size), bool)
    empty.ravel()[atlas.texel[painted]] = False
    distance, (rows, columns) = distance_transform_edt(empty, return_indices=True)
    number = np.full(atlas.size * atlas.size, -1, np.int64)
    number[atlas.texel] = np.arange(len(atlas.texel))
    flat = (rows * atlas.size + columns).ravel()[atlas.texel]
    return distance.ravel()[atlas.texel].astype(np.float32), number[flat]


def _vertex_colours(
    mesh: Mesh, atlas: Atlas, colours: Floats, painted: NDArray[np.bool_]
) -> Floats:
    """(N, 3): of the paint where there is some, harmonic elsewhere."""
    assert mesh.uvs is not None
    number = np.full(atlas.size * atlas.size, -1, np.int64)
    number[atlas.texel[painted]] = np.nonzero(painted)[0]
    cell = np.clip((mesh.uvs * atlas.size).astype(np.int64), 0, atlas.size - 1)
    reached = number[cell[:, 1] * atlas.size + cell[:, 0]]
    known_copies = reached >= 0

    group = weld_map(mesh.vertices)
    count = int(group.max()) + 1
    copies = np.bincount(group[known_copies], minlength=count)
    known = copies > 0
    values = np.zeros((count, 3))
    for channel in range(3):
        paint = colours[reached[known_copies], channel]
        values[:, channel] = np.bincount(group[known_copies], paint, count)
    values[known] /= copies[known, None]
    points = np.zeros((count, 3))
    points[group] = mesh.vertices
    if not known.any():
        # Not one vertex, yet some texel within a face: take the nearest in space.
        _, nearest = cKDTree(atlas.position[painted]).query(points)
        values = colours[painted][nearest].astype(np.float64)
    elif not known.all():
        values = _harmonic(points, group[mesh.faces], values, known)
    return values[group].astype(np.float32)


def _harmonic(
    points: Doubles, faces: NDArray[np.int64], values: Doubles, known: NDArray[np.bool_]
) -> Doubles:
    weights = _cotangents(points, faces)
    _, piece = connected_components(weights, False)
    anchored = np.zeros(int(piece.max()) + 1, bool)
    anchored[piece[known]] = True
    values = values.copy()
    unknown = np.nonzero(~known)[0]
    _, nearest = cKDTree(points[known]).query(points[unknown])
    values[unknown] = values[known][nearest]

    free = np.nonzero(~known & anchored[piece])[0]
    if not len(free):
        return values
    rows = csr_matrix(weights[free])
    degree = np.asarray(rows.sum(axis=1)).ravel()
    matrix = csr_matrix(diags_array(degree) - rows[:, free])
    target = rows[:, np.nonzero(known)[0]] @ values[known]
    if len(free) <= _DIRECT:
        solved = spsolve(matrix.tocsc(), target, permc_spec="MMD_AT_PLUS_A")
        values[free] = solved.reshape(len(free), 3)
        return values
    inverse = diags_array(1 / degree)
    for channel in range(3):
        # Short of the last digits the nearest paint it began with is mixed in: no matter.
        values[free, channel], _ = cg(
            matrix, target[:, channel], x0=values[free, channel], rtol=1e-3, maxiter=300, M=inverse
        )
    return values


def _cotangents(points: Doubles, faces: NDArray[np.int64]) -> csr_matrix:
    """(N, N) symmetric, all above 0: obtuse corners would else make a fill overshoot."""
    corners = points[faces]
    starts, ends, amounts = [], [], []
    for corner in range(3):
        one = corners[:, (corner + 1) % 3] - corners[:, corner]
        other = corners[:, (corner + 2) % 3] - corners[:, corner]
        sine = np.linalg.norm(np.cross(one, other), axis=1)
        cotangent = (one * other).sum(axis=1) / np.maximum(sine, 1e-20)
        starts.append(faces[:, (corner + 1) % 3])
        ends.append(faces[:, (corner + 2) % 3])
        amounts.append(np.clip(cotangent / 2, 0.0, 50.0) + 0.01)
    start, end, amount = map(np.concatenate, (starts, ends, amounts))
    apart = start != end
    start, end, amount = start[apart], end[apart], amount[apart]
    both = np.concatenate([start, end]), np.concatenate([end, start])
    return coo_matrix((np.concatenate([amount, amount]), both), (len(points), len(points))).tocsr()
