"""The inside of a mesh as a grid of small cubes, and ways through it.

Distances through the inside are what a skeleton and a skin are found by: a hand beside a thigh
is near in space and far along the body. The grid needs no watertight mesh; loose, open and
overlapping pieces are what generated characters are made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from .mesh import Mesh, MeshError, components, face_normals, topology

Doubles: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]
Cells: TypeAlias = NDArray[np.int64]

RESOLUTION = 128
MOST_CELLS = 150_000
"""A bulky body (a ball, a cube) is given larger cells, for the ways through it take time."""

_MARGIN = 2
_MOST_SAMPLES = 30_000_000
_CHUNK = 4_000_000
_ENCLOSED_SIDES = 5
_WHOLE = np.ones((3, 3, 3), bool)

OFFSETS: NDArray[np.int64] = np.array(
    [
        (x, y, z)
        for x in (-1, 0, 1)
        for y in (-1, 0, 1)
        for z in (-1, 0, 1)
        if (x, y, z) != (0, 0, 0)
    ]
)
"""(26, 3): a cell's neighbours."""


@dataclass(frozen=True, slots=True, eq=False)
class Voxels:
    """Cubes of the side `pitch`; `origin` is the centre of the first one.

    `solid` (X, Y, Z) bool, with an empty margin. `depth` (X, Y, Z) float32 is how far a solid
    cell's centre lies from the nearest empty one's, in the mesh's units; 0 outside.
    `notes` say what had to be guessed.
    """

    solid: Mask
    depth: NDArray[np.float32]
    origin: Doubles
    pitch: float
    notes: tuple[str, ...] = ()

    def centres(self, cells: Cells) -> Doubles:
        """(..., 3) cell numbers to the points in their middles."""
        return np.asarray(np.add(self.origin, np.multiply(cells, self.pitch)), dtype=np.float64)

    def cells(self, points: Doubles) -> Cells:
        """(..., 3) points to the cells they are in; the grid's edge for those outside."""
        at = np.rint((points - self.origin) / self.pitch).astype(np.int64)
        return np.asarray(np.clip(at, 0, np.array(self.solid.shape) - 1), np.int64)

    def depths(self, points: Doubles) -> Doubles:
        """(P,) the depth at each point."""
        x, y, z = np.moveaxis(self.cells(points), -1, 0)
        return np.asarray(self.depth[x, y, z], np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Solid cells joined to their solid neighbours, 26 of them at most.

    `cells` (P, 3) where they are in the grid. `number` (X, Y, Z) int32 which of them a place
    is, -1 where it is empty. `lengths` (P, P) sparse, symmetric, in the mesh's units.
    """

    cells: Cells
    number: NDArray[np.int32]
    lengths: csr_matrix


def voxelised(mesh: Mesh, resolution: int = RESOLUTION, *, most: int = MOST_CELLS) -> Voxels:
    """The cells that the mesh's surface goes through and those that it encloses.

    `resolution` cells lie along the longest side of the bounding box, fewer where more than
    `most` of them were solid. Cells at the surface whose middle is outside are dropped again
    where something solid is next to them, so that a gap of one cell keeps limbs apart.
    Where an open mesh encloses nothing, a cell counts as inside when the surface lies on five
    of its six sides. `mesh` must be clean (`mesh.cleaned`). Raises MeshError without extent.
    """
    voxels = _filled(mesh, resolution)
    count = int(np.count_nonzero(voxels.solid))
    if count > most:
        voxels = _filled(mesh, max(8, int(resolution * (most / count) ** (1 / 3))))
    return voxels


def _filled(mesh: Mesh, resolution: int) -> Voxels:
    if not len(mesh.faces):
        raise MeshError("the mesh has no faces")
    low, high = mesh.bounds()
    extent = float((high - low).max())
    if not 0 < extent < np.inf:
        raise MeshError("the mesh has no extent")
    pitch = extent / resolution
    shape = tuple(int(n) + 2 * _MARGIN + 1 for n in np.ceil((high - low) / pitch))
    origin = low - _MARGIN * pitch
    surface, outside = _surface(mesh, origin, pitch, shape)
    solid = ndimage.binary_fill_holes(surface)
    if components(mesh).max() > 0:
        # Where pieces overlap, their surfaces go on within the body and bound nothing there.
        outside &= ndimage.binary_dilation(~solid, _WHOLE)
    notes: tuple[str, ...] = ()
    if np.count_nonzero(solid) < 2 * np.count_nonzero(surface) and topology(mesh).boundary_edges:
        inside = ndimage.binary_opening(_enclosed(surface) & ~surface) & ~solid
        if np.count_nonzero(inside) > 0.02 * np.count_nonzero(solid):
            solid |= inside
            notes = ("the mesh is open: what is inside was told by what surrounds it",)
    return Voxels(*_trimmed(solid, outside, pitch), origin, pitch, notes)


def _trimmed(solid: Mask, outside: Mask, pitch: float) -> tuple[Mask, NDArray[np.float32]]:
    """Without the surface cells whose middle is outside, thin parts excepted; with depths."""
    core = solid & ~outside
    if np.count_nonzero(core) > 0.3 * np.count_nonzero(solid):
        solid = core | (solid & ~ndimage.binary_dilation(core, _WHOLE))
    depth = ndimage.distance_transform_edt(solid, sampling=pitch)
    return solid, depth.astype(np.float32)


def _enclosed(surface: Mask) -> Mask:
    """Cells with the surface on at least five of their six sides."""
    sides = np.zeros(surface.shape, np.uint8)
    for axis in range(3):
        sides += np.logical_or.accumulate(surface, axis=axis)
        flipped = np.flip(surface, axis)
        sides += np.flip(np.logical_or.accumulate(flipped, axis=axis), axis)
    return sides >= _ENCLOSED_SIDES


def _surface(
    mesh: Mesh, origin: Doubles, pitch: float, shape: tuple[int, ...]
) -> tuple[Mask, Mask]:
    """Cells that the surface goes through, and those of them whose middles are outside.

    Outside is told by the faces' orientation.
    """
    size = int(np.prod(shape))
    hit = np.zeros(size, bool)
    side = np.zeros(size)
    centred = mesh.corners - mesh.corners.mean(axis=(0, 1))
    volume = (centred[:, 0] * np.cross(centred[:, 1], centred[:, 2])).sum()
    for points, normals in _samples(mesh, pitch / 2):
        place = (points - origin) / pitch
        cell = np.rint(place).astype(np.int64)
        flat = np.ravel_multi_index((cell[:, 0], cell[:, 1], cell[:, 2]), shape, mode="clip")
        hit[flat] = True
        side += np.bincount(flat, ((cell - place) * normals).sum(axis=1), size)
    outside = hit & (side < 0 if volume < 0 else side > 0)
    return hit.reshape(shape), outside.reshape(shape)


def _samples(mesh: Mesh, spacing: float) -> Iterator[tuple[Doubles, Doubles]]:
    """Points over every face at most `spacing` apart, with the faces' normals, in portions."""
    corners = mesh.corners
    normals = face_normals(mesh).astype(np.float64)
    edges = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(axis=1)
    parts = np.maximum(1, np.ceil(edges / spacing)).astype(np.int64)
    # Heaps of huge faces lie over each other many times: fewer points still meet every cell.
    wanted = float(((parts + 1) * (parts + 2) / 2).sum())
    if wanted > _MOST_SAMPLES:
        parts = np.maximum(1, parts * (_MOST_SAMPLES / wanted) ** 0.5).astype(np.int64)
    # Steps of a fifth keep the number of different lattices small.
    ladder = np.unique(np.ceil(1.2 ** np.arange(60)).astype(np.int64))
    parts = ladder[np.searchsorted(ladder, parts)]
    for part in np.unique(parts):
        first, second = np.meshgrid(np.arange(part + 1), np.arange(part + 1), indexing="ij")
        within = first + second <= part
        a, b = first[within] / part, second[within] / part
        lattice = np.stack([1 - a - b, a, b], axis=1)
        chosen = np.flatnonzero(parts == part)
        for group in np.array_split(chosen, max(1, len(chosen) * len(lattice) // _CHUNK)):
            points = np.einsum("sk,fkd->fsd", lattice, corners[group])
            yield points.reshape(-1, 3), np.repeat(normals[group], len(lattice), axis=0)


def connected(solid: Mask) -> tuple[NDArray[np.int32], int]:
    """The number of the piece each cell (or pixel) belongs to, from 1, and how many there are."""
    labels, count = ndimage.label(solid, np.ones((3,) * solid.ndim, bool))
    return np.asarray(labels, np.int32), int(count)


def largest(solid: Mask) -> Mask:
    """The largest piece alone."""
    labels, count = connected(solid)
    if count <= 1:
        return solid
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return np.asarray(labels == int(sizes.argmax()))


def graph_of(solid: Mask, pitch: float) -> Graph:
    """`solid` must have an empty margin, as that of `Voxels` has."""
    cells = np.argwhere(solid)
    number = np.full(solid.shape, -1, np.int32)
    flat_number = number.reshape(-1)
    flat = np.flatnonzero(solid)
    flat_number[flat] = np.arange(len(flat))
    _, rows, columns = solid.shape
    steps = (OFFSETS[:, 0] * rows + OFFSETS[:, 1]) * columns + OFFSETS[:, 2]
    neighbours = flat_number[flat[:, None] + steps]
    present = neighbours >= 0
    starts = np.concatenate([[0], np.cumsum(present.sum(axis=1))])
    lengths = np.broadcast_to(np.linalg.norm(OFFSETS, axis=1) * pitch, present.shape)
    count = len(flat)
    matrix = csr_matrix((lengths[present], neighbours[present], starts), shape=(count, count))
    return Graph(cells, number, matrix)


def ways(
    lengths: Any, sources: Cells, *, together: bool = False, limit: float = np.inf
) -> tuple[Doubles, NDArray[np.int32]]:
    """Shortest ways from `sources` (S,) to every node, and the node before each on them.

    (S, P) both, or (P,) from the nearest source where they are taken `together`. Infinite
    beyond `limit`; the node before is negative where there is none.
    """
    shortest: Any = dijkstra  # its overloads know no flag that is only a bool
    found = shortest(
        lengths, indices=sources, min_only=together, limit=limit, return_predecessors=True
    )
    return found[0], found[1]


def nearest_solid(solid: Mask) -> NDArray[np.int32]:
    """(3, X, Y, Z): the nearest solid cell to every cell."""
    return np.asarray(
        ndimage.distance_transform_edt(~solid, return_distances=False, return_indices=True)
    )
