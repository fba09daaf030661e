"""Marching tetrahedra: the surface where a field on a lattice is zero, closed and manifold.

Each cube is cut into the six tetrahedra around its diagonal (Kuhn 1960), which meet face to
face in the whole lattice; a tetrahedron has no ambiguous case (Doi and Koide 1991).
"""

from __future__ import annotations

from itertools import permutations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]

_CLAMP = 0.02  # of an edge: no vertex nearer to a lattice point, which would make slivers


def _kuhn() -> tuple[tuple[tuple[int, int, int], ...], ...]:
    """Six tetrahedra of the unit cube, each with a positive orientation."""
    out = []
    for order in permutations(range(3)):
        corner = [0, 0, 0]
        path = [(0, 0, 0)]
        for axis in order:
            corner[axis] = 1
            path.append((corner[0], corner[1], corner[2]))
        edges = np.array(path[1:]) - np.array(path[0])
        if np.linalg.det(edges) < 0:
            path[1], path[2] = path[2], path[1]
        out.append(tuple(path))
    return tuple(out)


_TETRAHEDRA = _kuhn()

# For each set of inner corners the triangles, each corner an edge (inner, outer) of the
# tetrahedron; turned so that the normal points from the inside out.
_ONE = {0: (1, 2, 3), 1: (0, 3, 2), 2: (0, 1, 3), 3: (0, 2, 1)}
_TWO = {(0, 1): (2, 3), (0, 2): (3, 1), (0, 3): (1, 2), (1, 2): (0, 3), (1, 3): (2, 0),
        (2, 3): (0, 1)}  # fmt: skip


def _cases() -> dict[int, tuple[tuple[tuple[int, int], ...], ...]]:
    cases: dict[int, tuple[tuple[tuple[int, int], ...], ...]] = {}
    for inner, (a, b, c) in _ONE.items():
        cases[1 << inner] = (((inner, a), (inner, b), (inner, c)),)
        cases[15 ^ (1 << inner)] = (((inner, a), (inner, c), (inner, b)),)
    for (i, j), (a, b) in _TWO.items():
        cases[(1 << i) | (1 << j)] = (
            ((i, a), (i, b), (j, b)),
            ((i, a), (j, b), (j, a)),
        )
    return cases


_CASES = _cases()


def march(field: NDArray[np.float32]) -> tuple[Points, Indices]:
    """The surface around where `field` (X, Y, Z) is above 0.

    Returns vertices (N, 3) in lattice steps, (0, 0, 0) at the first value, and faces (M, 3)
    counterclockwise seen from where the field is lower. Closed where the field is not above 0
    on the lattice's border; open there otherwise.
    """
    inside = field > 0
    shape = field.shape
    strides = np.array([shape[1] * shape[2], shape[2], 1], np.int64)
    cells = _crossed(inside)
    base = cells @ strides
    flat, within = field.ravel(), inside.ravel()
    starts: list[Indices] = []
    ends: list[Indices] = []
    for tetrahedron in _TETRAHEDRA:
        corners = np.stack([base + int(np.dot(corner, strides)) for corner in tetrahedron])
        signs = within[corners]
        code = signs[0] + 2 * signs[1] + 4 * signs[2] + 8 * signs[3]
        for case, triangles in _CASES.items():
            here = corners[:, code == case]
            if not here.shape[1]:
                continue
            for triangle in triangles:
                starts.append(np.stack([here[edge[0]] for edge in triangle], axis=1))
                ends.append(np.stack([here[edge[1]] for edge in triangle], axis=1))
    if not starts:
        return np.zeros((0, 3)), np.zeros((0, 3), np.int64)
    start, end = np.concatenate(starts).ravel(), np.concatenate(ends).ravel()
    low, high = np.minimum(start, end), np.maximum(start, end)
    _, first, corner_of = np.unique(low * flat.size + high, return_index=True, return_inverse=True)
    low, high = low[first], high[first]
    before = flat[low].astype(np.float64)
    t = np.clip(before / (before - flat[high]), _CLAMP, 1 - _CLAMP)
    from_ = np.stack(np.unravel_index(low, shape), axis=1).astype(np.float64)
    to = np.stack(np.unravel_index(high, shape), axis=1).astype(np.float64)
    return from_ + t[:, None] * (to - from_), corner_of.reshape(-1, 3).astype(np.int64)


def _crossed(inside: NDArray[np.bool_]) -> Indices:
    """(C, 3) the first corners of the cubes that the surface runs through."""
    some = np.zeros(tuple(n - 1 for n in inside.shape), bool)
    every = np.ones_like(some)
    x, y, z = some.shape
    for i in (0, 1):
        for j in (0, 1):
            for k in (0, 1):
                corner = inside[i : i + x, j : j + y, k : k + z]
                some |= corner
                every &= corner
    return np.argwhere(some & ~every)
