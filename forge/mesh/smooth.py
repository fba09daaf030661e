"""Smoothing that does not shrink (Taubin 1995)."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from .mesh import directed_edges

Points: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]

_INWARDS, _OUTWARDS = 0.5, -0.53


def neighbours(faces: Indices, count: int) -> csr_matrix:
    """(N, N) rows sum to 1: the mean of the vertices around each; empty for one without."""
    edges = directed_edges(faces)
    both = np.concatenate([edges, edges[:, ::-1]])
    ones = np.ones(len(both))
    linked = csr_matrix((ones, (both[:, 0], both[:, 1])), (count, count))
    linked.data[:] = 1.0
    sums = np.asarray(linked.sum(axis=1)).ravel()
    linked.data /= np.repeat(sums, np.diff(linked.indptr))
    return linked


def taubin(
    points: Points, faces: Indices, *, rounds: int = 10, held: NDArray[np.bool_] | None = None
) -> Points:
    """(N, 3) smoothed `rounds` times without losing volume; `held` (N,) stay where they are."""
    mean = neighbours(faces, len(points))
    free = np.ones(len(points), bool) if held is None else ~held
    free &= np.diff(mean.indptr) > 0
    points = points.copy()
    for _ in range(rounds):
        for step in (_INWARDS, _OUTWARDS):
            points[free] += step * (mean @ points - points)[free]
    return points
