"""Cutting polygons of any number of corners into triangles."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def triangles(
    points: NDArray[np.float64], corners: NDArray[np.int64], sizes: NDArray[np.int64]
) -> NDArray[np.int64]:
    """(T, 3) places in `corners`, each polygon's triangles in its order and winding.

    `points` (P, 3), `corners` (C,) names a point for each corner of the polygons one after
    another, `sizes` (F,) how many corners each has, 3 or more. A convex polygon becomes a fan
    about its first corner; another is cut ear by ear.
    """
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    before = np.concatenate([[0], np.cumsum(sizes - 2)[:-1]]).astype(np.int64)
    result = np.empty((int((sizes - 2).sum()), 3), np.int64)
    for size in np.unique(sizes):
        of_size = np.flatnonzero(sizes == size)
        places = starts[of_size, None] + np.arange(size)
        rows = before[of_size, None] + np.arange(size - 2)
        steps = np.arange(1, size - 1)
        fan = np.stack([np.zeros_like(steps), steps, steps + 1], axis=1)
        result[rows] = places[:, fan]
        if size == 3:
            continue
        shapes = points[corners[places]]
        for each in np.flatnonzero(~_convex(shapes)):
            result[rows[each]] = places[each][_ears(shapes[each])]
    return result


def _normals(shapes: NDArray[np.float64]) -> NDArray[np.float64]:
    """(Q, 3) of (Q, K, 3): Newell's, which also a polygon that is not flat has."""
    return np.asarray(np.cross(shapes, np.roll(shapes, -1, axis=1)).sum(axis=1))


def _convex(shapes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(Q,) whether no corner of a polygon turns the other way."""
    around = shapes - shapes.mean(axis=1, keepdims=True)
    ahead = np.roll(around, -1, axis=1) - around
    turn = np.cross(np.roll(ahead, 1, axis=1), ahead)
    agrees = (turn * _normals(around)[:, None]).sum(axis=2)
    slack = 1e-9 * np.abs(agrees).max(axis=1, keepdims=True)
    return np.asarray((agrees >= -slack).all(axis=1))


def _ears(shape: NDArray[np.float64]) -> NDArray[np.int64]:
    """(K - 2, 3) of (K, 3), seen along its normal (Meisters 1975)."""
    flat = _flat(shape)
    left = list(range(len(shape)))
    cut = []
    while len(left) > 3:
        for at in range(len(left)):
            a, b, c = left[at - 1], left[at], left[(at + 1) % len(left)]
            if _is_ear(flat, a, b, c, left):
                break
        else:  # a polygon that crosses itself has corners that are no ears
            at, (a, b, c) = 1, (left[0], left[1], left[2])
        cut.append((a, b, c))
        del left[at]
    return np.array([*cut, tuple(left)], np.int64)


def _flat(shape: NDArray[np.float64]) -> NDArray[np.float64]:
    """(K, 2), counterclockwise."""
    around = shape - shape.mean(axis=0)
    normal = _normals(around[None])[0]
    drop = int(np.argmax(np.abs(normal)))
    kept = around[:, [(drop + 1) % 3, (drop + 2) % 3]]
    return np.asarray(kept if normal[drop] > 0 else kept * (-1.0, 1.0))


def _area(a: NDArray[Any], b: NDArray[Any], c: NDArray[Any]) -> float:
    return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))


def _is_ear(flat: NDArray[np.float64], a: int, b: int, c: int, left: list[int]) -> bool:
    p, q, r = flat[a], flat[b], flat[c]
    if _area(p, q, r) <= 0:
        return False
    others = flat[[each for each in left if each not in (a, b, c)]].T
    return not any(
        (_area(p, q, x) >= 0) and (_area(q, r, x) >= 0) and (_area(r, p, x) >= 0) for x in others.T
    )
