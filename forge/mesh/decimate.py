"""Fewer triangles: edges collapsed where the shape changes least, many at once.

Quadric errors (Garland and Heckbert 1997). In each round the cheapest edges that do not touch
one another are collapsed together, so that a round is a handful of array operations.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from .mesh import Mesh, MeshError, cleaned, directed_edges, welded

Points: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

_ROUNDS = 80
_BORDER = 30.0  # how much more an open border's run counts than the surface
_EVEN = 1e-3  # of an edge's square: prefers short edges where the surface is flat
_TURN = 0.25  # the least cosine between a face before and after a collapse
_SLIVER = 0.02  # the least quality a face may be brought to, 1 is equilateral
_PASSES = 5
_SHARE = 0.34  # of the edges, the cheapest, that a round chooses from
_SLOW = 0.01  # collapses to a face, below which a round chooses from more
_IDLE = 8  # such rounds before it is given up
_CROWDED = 10  # the most edges a vertex should get
_REFUSED = 4.0  # what a refused vertex's edges cost more in the next round


def decimate(mesh: Mesh, faces: int) -> Mesh:
    """At most about `faces` triangles, at least 4, of the same shape.

    What is closed and manifold stays so, with the same number of holes through it; open
    borders stay in place; edges of more than two faces are left alone. Equal positions are
    one vertex afterwards, so UVs, normals and texture are gone; colours are kept. Where no
    edge can go any more without a fold the result has more faces than asked for. Raises
    MeshError for a mesh without a usable face and ValueError for `faces` below 4.
    """
    if faces < 4:
        raise ValueError(f"a mesh of {faces} faces encloses nothing; at least 4 are needed")
    mesh, _ = cleaned(mesh)
    if len(mesh.faces) <= faces:
        return mesh
    mesh, _ = welded(mesh)
    low, high = mesh.bounds()
    scale = float(np.linalg.norm(high - low))
    if scale <= 0:
        raise MeshError("the mesh has no extent")
    points = (mesh.vertices.astype(np.float64) - low) / scale
    points, corners, parents = collapsed(points, _distinct(mesh.faces), faces)
    colours = None
    if mesh.colours is not None:
        count = np.bincount(parents, minlength=len(points))[:, None]
        sums = [np.bincount(parents, mesh.colours[:, i], len(points)) for i in range(3)]
        colours = (np.stack(sums, axis=1) / np.maximum(count, 1)).astype(np.float32)
    points, corners, used = compact(points, corners)
    return Mesh(
        (points * scale + low).astype(np.float32),
        corners,
        colours=None if colours is None else colours[used],
    )


def compact(points: Points, faces: Indices) -> tuple[Points, Indices, Indices]:
    """Without the points no face uses; the last value says which points those kept were."""
    used = np.unique(faces)
    index = np.zeros(len(points), np.int64)
    index[used] = np.arange(len(used))
    return points[used], index[faces], used


def collapsed(points: Points, faces: Indices, target: int) -> tuple[Points, Indices, Indices]:
    """Rounds of collapses on welded arrays, until `target` faces are left or nothing moves.

    Border vertices only ever merge with their neighbours along the border. Returns points,
    faces and (N,) which point each became.
    """
    points = points.copy()
    parents = np.arange(len(points))
    quadrics = _quadrics(points, faces)
    refused = np.zeros(len(points))
    share, idle = _SHARE, 0
    for _ in range(_ROUNDS):
        excess = len(faces) - target
        if excess <= 0:
            break
        edges, uses = _edges(faces)
        good = _collapsible(edges, uses, faces, len(points))
        edges, on_border = edges[good], uses[good] == 1
        if not len(edges):
            break
        cost, place = _costs(points, quadrics, edges)
        degree = np.bincount(faces.ravel(), minlength=len(points))
        crowd = np.maximum(degree[edges].sum(axis=1) - 4 - _CROWDED, 0)
        cost = cost * (1 + _REFUSED * refused[edges].sum(axis=1) + crowd**2)
        chosen = _apart(edges, cost, faces, len(points), max(excess, int(share * len(cost))))
        edges, place, cost, on_border = (
            edges[chosen],
            place[chosen],
            cost[chosen],
            on_border[chosen],
        )
        folds = _folds(points, faces, edges, place)
        refused *= 0.8
        refused[edges[folds].ravel()] += 1
        going = np.flatnonzero(~folds)
        if len(going) < max(_SLOW * len(faces), 1):
            if share >= 1:
                idle += 1
                if idle > _IDLE:
                    break
            share = min(2 * share, 1.0)
        going = going[np.argsort(cost[going], kind="stable")]
        going = going[np.cumsum(2 - on_border[going]) <= max(excess, 2)]
        if not len(going):
            continue
        edges, place = edges[going], place[going]
        keep, drop = edges[:, 0], edges[:, 1]
        points[keep] = place
        quadrics[keep] += quadrics[drop]
        into = np.arange(len(points))
        into[drop] = keep
        parents = into[parents]
        faces = into[faces]
        faces = faces[_proper(faces)]
    return points, faces, parents


def _proper(faces: Indices) -> Flags:
    a, b, c = faces.T
    proper: Flags = (a != b) & (b != c) & (c != a)
    return proper


def _distinct(faces: Indices) -> Indices:
    faces = faces[_proper(faces)]
    _, first = np.unique(np.sort(faces, axis=1), axis=0, return_index=True)
    return faces[np.sort(first)]


def _edges(faces: Indices) -> tuple[Indices, Indices]:
    """(E, 2) undirected edges, and how many faces each belongs to."""
    both = np.sort(directed_edges(faces), axis=1)
    count = int(faces.max()) + 1
    keys, uses = np.unique(both[:, 0] * count + both[:, 1], return_counts=True)
    return np.stack([keys // count, keys % count], axis=1), uses


def _quadrics(points: Points, faces: Indices) -> Points:
    """(N, 10): the upper half of each vertex's 4x4 quadric, weighted by area."""
    corners = points[faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(cross, axis=1)
    normal = cross / np.maximum(length, 1e-300)[:, None]
    out = np.zeros((len(points), 10))
    _add_planes(out, faces, normal, corners[:, 0], length / 6)
    # Along an open border a plane that stands on the face keeps the border where it is.
    edges = directed_edges(faces)
    owner = np.tile(np.arange(len(faces)), 3)
    count = len(points)
    keys = np.sort(edges, axis=1) @ np.array([count, 1])
    _, first, uses = np.unique(keys, return_index=True, return_counts=True)
    border = first[uses == 1]
    if len(border):
        edge = edges[border]
        along = points[edge[:, 1]] - points[edge[:, 0]]
        wall = np.cross(along, normal[owner[border]])
        size = np.linalg.norm(wall, axis=1)
        wall /= np.maximum(size, 1e-300)[:, None]
        _add_planes(out, edge, wall, points[edge[:, 0]], _BORDER * size**2 / 2)
    return out


def _add_planes(
    quadrics: Points, users: Indices, normal: Points, through: Points, weight: Points
) -> None:
    plane = np.concatenate([normal, -(normal * through).sum(axis=1, keepdims=True)], axis=1)
    rows, columns = np.triu_indices(4)
    terms = plane[:, rows] * plane[:, columns] * weight[:, None]
    for corner in range(users.shape[1]):
        for term in range(10):
            quadrics[:, term] += np.bincount(users[:, corner], terms[:, term], len(quadrics))


def _costs(points: Points, quadrics: Points, edges: Indices) -> tuple[Points, Points]:
    """(E,) the error and (E, 3) the best place of each collapse."""
    first, second = points[edges[:, 0]], points[edges[:, 1]]
    middle = (first + second) / 2
    length = ((first - second) ** 2).sum(axis=1)
    q = quadrics[edges[:, 0]] + quadrics[edges[:, 1]]
    matrix = q[:, [0, 1, 2, 1, 4, 5, 2, 5, 7]].reshape(-1, 3, 3)
    vector = q[:, [3, 6, 8]]
    # A small pull to the middle: on a plane, and along a crease, any place is as good.
    trace = (q[:, 0] + q[:, 4] + q[:, 7])[:, None, None]
    pull = trace * 1e-3 + 1e-300
    step = np.linalg.solve(
        matrix + pull * np.eye(3), -(np.einsum("nij,nj->ni", matrix, middle) + vector)[..., None]
    )[..., 0]
    # Never further off than the edge is long.
    reach = np.sqrt(length / np.maximum((step**2).sum(axis=1), 1e-300))
    place = middle + step * np.minimum(reach, 1)[:, None]
    error = (
        np.einsum("ni,nij,nj->n", place, matrix, place) + 2 * (vector * place).sum(axis=1) + q[:, 9]
    )
    return np.maximum(error, 0) + _EVEN * trace[:, 0, 0] * length, place


def _collapsible(edges: Indices, uses: Indices, faces: Indices, count: int) -> Flags:
    """The link condition: the ends share just the far corners of the edge's own faces."""
    border = np.zeros(count, bool)
    border[edges[uses == 1].ravel()] = True
    odd = np.zeros(count, bool)
    odd[edges[uses > 2].ravel()] = True
    ends = border[edges]
    good = (uses <= 2) & ~odd[edges].any(axis=1)
    good &= np.where(uses == 1, True, ~ends.any(axis=1))
    # On the border of one triangle's width nothing may go.
    ones = np.ones(2 * len(edges), np.int32)
    both = np.concatenate([edges, edges[:, ::-1]])
    near = csr_matrix((ones, (both[:, 0], both[:, 1])), (count, count))
    tried = np.flatnonzero(good)
    shared = near[edges[tried, 0]].multiply(near[edges[tried, 1]]).sum(axis=1)
    good[tried] = np.asarray(shared).ravel() == uses[tried]
    # The last tetrahedron, and any vertex of three faces, would fold flat.
    degree = np.bincount(faces.ravel(), minlength=count)
    few = (degree <= 3) & ~border
    # The far corners lose a face each.
    a, b, c = faces.T
    keys = edges[:, 0] * count + edges[:, 1]
    bad = np.zeros(len(edges), bool)
    for start, end, far in ((a, b, c), (b, c, a), (c, a, b)):
        slim = few[far]
        key = np.minimum(start, end)[slim] * count + np.maximum(start, end)[slim]
        bad[np.searchsorted(keys, key)] = True
    allowed: Flags = good & ~bad
    return allowed


def _apart(edges: Indices, cost: Points, faces: Indices, count: int, most: int) -> Indices:
    """The edges to collapse together: none touches another's faces."""
    limit = min(len(cost), most) - 1
    tried = np.flatnonzero(cost <= np.partition(cost, limit)[limit])
    # Among edges of about the same cost the order is shuffled (always alike), or chains of
    # neighbours, each a little cheaper than the next, would go one at a time.
    grade = np.floor(np.log2(np.maximum(cost[tried], 1e-300)))
    tried = tried[np.lexsort((np.random.default_rng(0).random(len(tried)), grade))]
    ends = edges[tried]
    taken = np.zeros(count, bool)  # vertices of the faces that change already
    chosen: list[Indices] = []
    for _ in range(_PASSES):
        rank = np.arange(len(tried))
        least = np.full(count, len(tried), np.int64)
        for end in (0, 1):
            np.minimum.at(least, ends[:, end], rank)
        around = _over_faces(np.minimum, least, faces)
        alone = (around[ends] == rank[:, None]).all(axis=1)
        chosen.append(tried[alone])
        own = np.zeros(count, bool)
        own[ends[alone].ravel()] = True
        taken |= _over_faces(np.maximum, own, faces)
        # An edge whose ends touch no changed face does not change one that did.
        free = ~(taken[ends].any(axis=1))
        tried, ends = tried[free], ends[free]
        if not len(tried):
            break
    return np.concatenate(chosen)


def _over_faces(pick: np.ufunc, values: NDArray[Any], faces: Indices) -> NDArray[Any]:
    """For each vertex the least or greatest of the values around it and its own."""
    of_face = pick.reduce(values[faces], axis=1)
    out = values.copy()
    for corner in range(3):
        pick.at(out, faces[:, corner], of_face)
    return out


def _folds(points: Points, faces: Indices, edges: Indices, place: Points) -> Flags:
    """Which collapses would turn a face over or make it a needle."""
    number = np.full(len(points), -1, np.int64)
    number[edges[:, 0]] = number[edges[:, 1]] = np.arange(len(edges))
    which = number[faces]
    touched = ((which >= 0).sum(axis=1)) == 1
    faces, which = faces[touched], which[touched]
    before = points[faces]
    after = np.where((which >= 0)[..., None], place[np.maximum(which, 0)], before)
    old = np.cross(before[:, 1] - before[:, 0], before[:, 2] - before[:, 0])
    new = np.cross(after[:, 1] - after[:, 0], after[:, 2] - after[:, 0])
    old_size, new_size = np.linalg.norm(old, axis=1), np.linalg.norm(new, axis=1)
    turned = (old * new).sum(axis=1) < _TURN * old_size * new_size
    needle = _quality(after, new_size) < np.minimum(_SLIVER, 0.5 * _quality(before, old_size))
    out = np.zeros(len(edges), bool)
    out[which.max(axis=1)[turned | needle | (new_size <= 0)]] = True
    return out


def _quality(corners: Points, doubled_area: Points) -> Points:
    sides = ((corners - np.roll(corners, 1, axis=1)) ** 2).sum(axis=(1, 2))
    quality: Points = 2 * np.sqrt(3) * doubled_area / np.maximum(sides, 1e-300)
    return quality
