"""The seams between charts: how far the two sides differ, and a levelling of that."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .atlas import Atlas
from .mesh import Floats, Mesh, directed_edges, weld_map
from .raster import Doubles, sample

_REACH = 6.0  # texels inward over which a difference is spread
_UNSEEN = 3 / 255  # a difference below is not seen, and is mostly the texels' own grain


@dataclass(frozen=True, slots=True, eq=False)
class Seams:
    """Points along the edges where charts part: (S, 2) UVs on either side of them."""

    one: Doubles
    other: Doubles

    def difference(self, texture: Floats) -> Floats:
        """(S, 3) the other side's colour less the one's."""
        height, width = texture.shape[:2]
        sides = [sample(texture, uv[:, 0] * width, uv[:, 1] * height) for uv in
                 (self.other, self.one)]  # fmt: skip
        return np.asarray(sides[0] - sides[1])

    def error(self, texture: Floats) -> float:
        """The mean absolute difference, in the texture's own unit; 0 with no seams."""
        return float(np.abs(self.difference(texture)).mean()) if len(self.one) else 0.0


def find_seams(mesh: Mesh, size: int) -> Seams:
    """A point for each texel of `size` along every edge whose two faces differ in UVs there."""
    assert mesh.uvs is not None
    edges = directed_edges(mesh.faces)
    place = weld_map(mesh.vertices)[edges]
    swap = place[:, 0] > place[:, 1]
    edges = np.where(swap[:, None], edges[:, ::-1], edges)
    place = np.sort(place, axis=1)
    key = place[:, 0] * (int(place.max(initial=0)) + 1) + place[:, 1]
    order = np.argsort(key, kind="stable")
    key = key[order]
    same = key[1:] == key[:-1]
    # Two faces, not more: at an edge of three there is no other side.
    lone = same & ~np.append(False, same[:-1]) & ~np.append(same[1:], False)
    one, other = edges[order[:-1][lone]], edges[order[1:][lone]]
    uvs = mesh.uvs.astype(np.float64)
    apart = (np.abs(uvs[one] - uvs[other]) > 0.5 / size).any(axis=(1, 2))
    one_uv, other_uv = uvs[one[apart]], uvs[other[apart]]
    long = np.maximum(
        np.linalg.norm(one_uv[:, 1] - one_uv[:, 0], axis=1),
        np.linalg.norm(other_uv[:, 1] - other_uv[:, 0], axis=1),
    )
    count = np.clip(np.ceil(long * size), 1, 4 * size).astype(np.int64)
    edge = np.repeat(np.arange(len(count)), count)
    step = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    t = ((step + 0.5) / count[edge])[:, None]
    return Seams(*(uv[edge, 0] + (uv[edge, 1] - uv[edge, 0]) * t for uv in (one_uv, other_uv)))


def level_seams(mesh: Mesh, atlas: Atlas, colours: Floats, seams: Seams, texture: Floats) -> Floats:
    """(P, 3) `colours` with both sides of each seam at their mean there, fading inward.

    `texture` (T, T, 3) is the same colours laid out.
    """
    if not len(seams.one):
        return colours
    size = atlas.size
    chart = _chart_of_texels(mesh, atlas)
    difference = seams.difference(texture)
    seen = np.maximum(np.abs(difference) - _UNSEEN, 0)
    half = np.sign(difference) * seen / 2
    cells, offsets = [], []
    for uv, sign in ((seams.one, 1.0), (seams.other, -1.0)):
        cell = np.clip((uv * size).astype(np.int64), 0, size - 1)
        cells.append(cell[:, 1] * size + cell[:, 0])
        offsets.append(half * sign)
    at, offset = np.concatenate(cells), np.concatenate(offsets)
    inside = chart.ravel()[at] >= 0
    at, offset = at[inside], offset[inside]
    number = np.bincount(at, minlength=size * size)
    seeds = number > 0
    sums = [np.bincount(at, offset[:, c], size * size) for c in range(3)]
    total = np.stack(sums, axis=1).astype(np.float64)
    total[seeds] /= number[seeds, None]
    distance, (rows, columns) = distance_transform_edt(
        ~seeds.reshape(size, size), return_indices=True
    )
    source = (rows * size + columns).ravel()[atlas.texel]
    own = chart.ravel()[source] == chart.ravel()[atlas.texel]
    fade = np.clip(1 - distance.ravel()[atlas.texel] / _REACH, 0, 1) * own
    return np.asarray(colours + total[source] * fade[:, None], np.float32)


def _chart_of_texels(mesh: Mesh, atlas: Atlas) -> NDArray[np.int64]:
    """(T, T) the number of the chart, -1 where none is."""
    count = len(mesh.vertices)
    start, end = mesh.faces[:, [0, 1]].ravel(), mesh.faces[:, [1, 2]].ravel()
    graph = coo_matrix((np.ones(len(start), np.int8), (start, end)), (count, count))
    _, label = connected_components(graph, False)
    out = np.full(atlas.size * atlas.size, -1, np.int64)
    out[atlas.texel] = label[mesh.faces[atlas.face, 0]]
    return out.reshape(atlas.size, atlas.size)
