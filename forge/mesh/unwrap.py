"""Texture coordinates: large charts seen from six sides, the front's and back's first.

A chart is a connected part projected along one axis, so that a picture from the front keeps
its detail in one piece. What lies behind another part of the same chart is cut off it.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from .mesh import Mesh, MeshError, cleaned, directed_edges, normalised, vertex_normals, weld_map
from .packing import MANY, PackingError, covered, packed

Points: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]

_SIDES = np.array([[0, 0, 1], [0, 0, -1], [1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0]], np.float64)
_RIGHT = np.array([[1, 0, 0], [-1, 0, 0], [0, 0, -1], [0, 0, 1], [1, 0, 0], [1, 0, 0]], np.float64)
_DOWN = np.array(
    [[0, -1, 0], [0, -1, 0], [0, -1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], np.float64
)
_FAVOUR = np.array([1.9, 1.9, 1.0, 1.0, 0.9, 0.9])
_SMOOTHING = 4  # rounds over the neighbouring faces, before sides are chosen
_STEEP = 0.12  # the least cosine between a face and its chart's side, where there is a choice
_SMALL = 0.004  # of the surface: such charts join a neighbour that can take them
_MERGES = 6
_LAYERS = 6
_FULL = 0.47  # of the atlas; below it long charts are cut, as often as _CUTS
_CUTS = 4
_LONG = 0.6  # of the longest
_SLICES = 48
_PROBE = 1024  # pixels to the mesh's diagonal, on which a chart must not lie over itself


def unwrap(mesh: Mesh, *, size: int = 1024, padding: int = 4) -> Mesh:
    """The mesh with new UVs: in 0..1, no two faces on the same texel, seam vertices doubled.

    For a texture of `size` texels, with `padding` of them between charts. Faces keep their
    order; faces that could not be drawn are dropped (see `cleaned`). Normals are those of the
    whole, colours stay, a texture made for other UVs goes. Raises MeshError where no face can
    be used, ValueError for a size or padding out of range, and PackingError (a ValueError)
    where the pieces are too many for the atlas.
    """
    if not 64 <= size <= 16384 or not 0 <= padding <= size // 16:
        raise ValueError("size must be within 64..16384 and padding at most a 16th of it")
    mesh, _ = cleaned(mesh)
    low, high = mesh.bounds()
    diagonal = float(np.linalg.norm(high - low))
    if diagonal <= 0:
        raise MeshError("the mesh has no extent")
    points = (mesh.vertices.astype(np.float64) - low) / diagonal
    group = weld_map(mesh.vertices)
    faces = group[mesh.faces]
    corners = points[mesh.faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(cross, axis=1) / 2
    normal = normalised(cross)
    pairs = _pairs(faces)
    side = _sides(normal, area, pairs)
    chart = _merged(side, normal, area, pairs)
    chart = _layered(chart, side, corners, pairs)
    upright = _projected(corners, side)
    flat = _upright(upright, chart, side, area)
    uv = packed(flat, chart, size=size, padding=padding)
    best, fill = chart, float(_area(uv).sum())
    for _ in range(_CUTS):
        if fill >= _FULL or chart.max() + 1 >= MANY:
            break
        # The longest charts are what the rest of the atlas stays empty for.
        chart = _cut(flat, chart, pairs)
        flat = _upright(upright, chart, side, area)
        try:
            uv = packed(flat, chart, size=size, padding=padding, beyond=fill)
        except PackingError:
            continue
        best, fill = chart, float(_area(uv).sum())
    return _with_uvs(mesh, group, best, uv)


def _area(flat: Points) -> Points:
    a, b = flat[:, 1] - flat[:, 0], flat[:, 2] - flat[:, 0]
    out: Points = np.abs(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]) / 2
    return out


def _cut(flat: Points, chart: Indices, pairs: Indices) -> Indices:
    """The longest charts cut across, where they are narrowest about the middle."""
    count = int(chart.max()) + 1
    low, high = np.full((count, 2), np.inf), np.full((count, 2), -np.inf)
    for corner in range(3):
        np.minimum.at(low, chart, flat[:, corner])
        np.maximum.at(high, chart, flat[:, corner])
    extent = high - low
    long = extent.max(axis=1)
    axis = extent.argmax(axis=1)
    middle = flat.mean(axis=1)
    half = np.zeros(len(chart), np.int64)
    area = _area(flat)
    for number in np.flatnonzero(long >= _LONG * long.max()):
        here = np.flatnonzero(chart == number)
        if len(here) < 2:
            continue
        along = (middle[here, axis[number]] - low[number, axis[number]]) / long[number]
        width = np.histogram(along, _SLICES, (0, 1), weights=area[here])[0]
        width = np.convolve(np.pad(width, 1, mode="edge"), np.ones(3), "valid")
        first, last = int(0.36 * _SLICES), int(0.64 * _SLICES)
        at = first + int(width[first:last].argmin()) + 0.5
        half[here] = along > at / _SLICES
    return _charts(2 * chart + half, pairs)


def _pairs(faces: Indices) -> Indices:
    """(P, 2) faces that share an edge with just one other."""
    edges = np.sort(directed_edges(faces), axis=1)
    keys = edges[:, 0] * (int(faces.max()) + 1) + edges[:, 1]
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    same = keys[1:] == keys[:-1]
    single = same.copy()
    single[1:] &= ~same[:-1]
    single[:-1] &= ~same[1:]
    at = np.flatnonzero(single)
    owner = order % len(faces)
    return np.stack([owner[at], owner[at + 1]], axis=1)


def _sides(normal: Points, area: Points, pairs: Indices) -> Indices:
    """(M,) which of the six sides each face is seen from."""
    count = len(normal)
    both = np.concatenate([pairs, pairs[:, ::-1]])
    near = csr_matrix((area[both[:, 1]], (both[:, 0], both[:, 1])), (count, count))
    smooth = normal * area[:, None]
    weight = area.copy()
    for _ in range(_SMOOTHING):
        smooth = normalised(smooth / np.maximum(weight, 1e-300)[:, None]) * area[:, None]
        total = near @ (smooth / np.maximum(area, 1e-300)[:, None])
        smooth = smooth + total
    score = normalised(smooth) @ _SIDES.T * _FAVOUR
    facing = normal @ _SIDES.T
    score = np.where(facing > _STEEP, score, -9 + facing)
    side: Indices = score.argmax(axis=1)
    return side


def _charts(label: Indices, pairs: Indices) -> Indices:
    """(M,) numbers of connected parts of one label."""
    same = pairs[label[pairs[:, 0]] == label[pairs[:, 1]]]
    count = len(label)
    graph = csr_matrix((np.ones(len(same), np.int8), (same[:, 0], same[:, 1])), (count, count))
    return connected_components(graph, False)[1].astype(np.int64)


def _merged(side: Indices, normal: Points, area: Points, pairs: Indices) -> Indices:
    """Charts after the small ones have gone over to a neighbour; `side` is changed with them."""
    facing = normal @ _SIDES.T
    for _ in range(_MERGES):
        chart = _charts(side, pairs)
        count = int(chart.max()) + 1
        size = np.bincount(chart, area, count)
        small = size < _SMALL * area.sum()
        # The worst face of each chart, seen from each side.
        worst = np.full((count, len(_SIDES)), 1.0)
        np.minimum.at(worst, chart, facing)
        across = pairs[chart[pairs[:, 0]] != chart[pairs[:, 1]]]
        across = np.concatenate([across, across[:, ::-1]])
        here, there = chart[across[:, 0]], chart[across[:, 1]]
        target = side[across[:, 1]]
        able = small[here] & (size[there] > size[here]) & (worst[here, target] > _STEEP)
        if not able.any():
            break
        votes = np.bincount(here[able] * 6 + target[able], minlength=count * 6).reshape(count, 6)
        moved = votes.max(axis=1) > 0
        side[:] = np.where(moved[chart], votes.argmax(axis=1)[chart], side)
    return _charts(side, pairs)


def _projected(corners: Points, side: Indices) -> Points:
    """(M, 3, 2) x to the right and y down, as seen from each face's side."""
    x = np.einsum("mkc,mc->mk", corners, _RIGHT[side])
    y = np.einsum("mkc,mc->mk", corners, _DOWN[side])
    return np.stack([x, y], axis=-1)


def _layered(chart: Indices, side: Indices, corners: Points, pairs: Indices) -> Indices:
    """Charts that lie nowhere over themselves: what is behind becomes a chart of its own."""
    flat = _projected(corners, side) * _PROBE
    depth = np.einsum("mkc,mc->m", corners, _SIDES[side])
    low = flat.min(axis=(0, 1))
    flat = flat - low + 1
    layer = np.zeros(len(side), np.int64)
    which, row, column = covered(flat)
    width = int(flat[..., 0].max()) + 3
    texel = row * width + column
    for _ in range(_LAYERS):
        place = chart[which] * (int(texel.max(initial=0)) + 1) + texel
        order = np.lexsort((-depth[which], place))
        again = place[order][1:] == place[order][:-1]
        behind = which[order][1:][again]
        if not len(behind):
            return chart
        layer[np.unique(behind)] += 1
        chart = _charts(chart * (int(layer.max()) + 1) + layer, pairs)
    return chart


def _upright(flat: Points, chart: Indices, side: Indices, area: Points) -> Points:
    """Charts of the flanks turned to lie along an axis; front and back stay as seen."""
    count = int(chart.max()) + 1
    turned = side >= 2
    if not turned.any():
        return flat
    middle = flat.mean(axis=1)
    weight = np.maximum(np.bincount(chart, area, count), 1e-300)

    def mean(values: Points) -> Points:
        out: Points = np.bincount(chart, values * area, count) / weight
        return out

    x, y = middle[:, 0] - mean(middle[:, 0])[chart], middle[:, 1] - mean(middle[:, 1])[chart]
    angle = 0.5 * np.arctan2(2 * mean(x * y), mean(x * x) - mean(y * y))
    angle = np.where(turned, angle[chart], 0)[:, None]
    cos, sin = np.cos(angle), np.sin(angle)
    return np.stack(
        [cos * flat[..., 0] + sin * flat[..., 1], cos * flat[..., 1] - sin * flat[..., 0]], axis=-1
    )


def _with_uvs(mesh: Mesh, group: Indices, chart: Indices, uv: Points) -> Mesh:
    """Every vertex once for each chart it is in."""
    corner_group = group[mesh.faces].ravel()
    keys = np.repeat(chart, 3) * (int(group.max()) + 1) + corner_group
    _, first, number = np.unique(keys, return_index=True, return_inverse=True)
    source = mesh.faces.ravel()[first]
    # A copy lies exactly where the vertex lay, so that welding brings the whole back.
    return Mesh(
        vertices=mesh.vertices[source],
        faces=number.reshape(-1, 3),
        uvs=np.clip(uv.reshape(-1, 2)[first], 0, 1).astype(np.float32),
        normals=(mesh.normals if mesh.normals is not None else vertex_normals(mesh))[source],
        colours=None if mesh.colours is None else mesh.colours[source],
    )
