"""Charts laid out in a square, by their true outlines; very many of them by their boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import fft, ndimage

Points: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]
Cells: TypeAlias = NDArray[np.bool_]

_GRID = 256  # cells to a side of the atlas
_FULLEST = 0.80  # of the atlas; where the search for the scale begins
_TIGHTER = 0.94  # of the area, from one scale to the next
_SCALES = 48
MANY = 200  # charts, from which on boxes must do: outlines take a transform of the atlas each
_BOX_TIGHTER = 0.9
_TURNED = 0.0005  # of the atlas: smaller charts are tried in two directions only


class PackingError(ValueError):
    """The charts do not fit into the atlas, however small."""


@dataclass(frozen=True, slots=True)
class _Place:
    row: int
    column: int
    turns: int  # by 90 degrees


def covered(triangles: Points, *, chunk: int = 4_000_000) -> tuple[Indices, Indices, Indices]:
    """Which pixel centres lie in which triangles (F, 3, 2), x and y in pixels.

    Returns, for each pair, the triangle, the row and the column.
    """
    low = np.ceil(triangles.min(axis=1) - 0.5).astype(np.int64)
    high = np.floor(triangles.max(axis=1) - 0.5).astype(np.int64)
    size = np.maximum(high - low + 1, 0)
    count = size[:, 0] * size[:, 1]
    a, b, c = triangles[:, 0], triangles[:, 1], triangles[:, 2]
    area = _cross(b - a, c - a)
    some = np.flatnonzero((count > 0) & (area != 0))
    out: list[tuple[Indices, Indices, Indices]] = []
    ends = np.cumsum(count[some])
    start = 0
    while start < len(some):
        before = ends[start - 1] if start else 0
        stop = max(int(np.searchsorted(ends, before + chunk, "right")), start + 1)
        part = some[start:stop]
        start = stop
        which = np.repeat(part, count[part])
        number = np.arange(len(which)) - np.repeat(
            np.cumsum(count[part]) - count[part], count[part]
        )
        column = low[which, 0] + number % size[which, 0]
        row = low[which, 1] + number // size[which, 0]
        at = np.stack([column + 0.5, row + 0.5], axis=1)
        sign = np.sign(area[which])
        # Half open: a centre on the edge between two triangles belongs to one of them.
        within = np.ones(len(which), bool)
        for first, second in ((a, b), (b, c), (c, a)):
            along = second[which] - first[which]
            side = _cross(along, at - first[which]) * sign
            along = along * sign[:, None]
            owns = (along[:, 1] > 0) | ((along[:, 1] == 0) & (along[:, 0] > 0))
            within &= (side > 0) | ((side == 0) & owns)
        out.append((which[within], row[within], column[within]))
    if not out:
        nothing = np.zeros(0, np.int64)
        return nothing, nothing, nothing
    which, row, column = (np.concatenate(parts) for parts in zip(*out, strict=True))
    return which, row, column


def _cross(a: Points, b: Points) -> Points:
    out: Points = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return out


def sampled(triangles: Points, spacing: float) -> tuple[Indices, Points]:
    """Points on the triangles (F, 3, 2), no further than `spacing` apart, and whose each is."""
    span = np.abs(triangles - np.roll(triangles, 1, axis=1)).max(axis=(1, 2), initial=0.0)
    pieces = np.maximum(np.ceil(span / spacing), 1).astype(np.int64)
    # Rounded up, so that there are few groups.
    pieces = np.where(pieces > 4, 2 ** np.ceil(np.log2(pieces)), pieces).astype(np.int64)
    which: list[Indices] = []
    at: list[Points] = []
    for piece in np.unique(pieces):
        here = np.flatnonzero(pieces == piece)
        i, j = np.meshgrid(np.arange(piece + 1), np.arange(piece + 1))
        i, j = (each[i + j <= piece][:, None] / piece for each in (i, j))
        block = max(1, 2_000_000 // len(i))
        for start in range(0, len(here), block):
            some = here[start : start + block]
            a, b, c = triangles[some, :, None].swapaxes(0, 1)
            at.append((a + i * (b - a) + j * (c - a)).reshape(-1, 2))
            which.append(np.repeat(some, len(i)))
    return np.concatenate(which), np.concatenate(at)


def packed(
    triangles: Points, chart: Indices, *, size: int, padding: int, beyond: float = 0.0
) -> Points:
    """Where the triangles lie in an atlas of `size` texels, as (F, 3, 2) in 0..1.

    `triangles` (F, 3, 2) in units of their own, shared by all charts; `chart` (F,) numbers
    from 0. Charts keep `padding` texels from one another, and half of that from the atlas's
    edge. They are turned by quarters, never mirrored. Raises PackingError where they do not
    fit, or not so that they fill more than the share `beyond` of the atlas.
    """
    charts = int(chart.max()) + 1
    low = np.full((charts, 2), np.inf)
    for corner in range(3):
        np.minimum.at(low, chart, triangles[:, corner])
    local = triangles - low[chart][:, None]
    flat = np.abs(_cross(local[:, 1] - local[:, 0], local[:, 2] - local[:, 0])) / 2
    areas = np.bincount(chart, flat, charts)
    tighter = _TIGHTER if charts < MANY else _BOX_TIGHTER
    fills = _FULLEST * tighter ** np.arange(_SCALES)
    fills = fills[fills > beyond * (1 + 1e-6)]
    if not len(fills):
        raise PackingError(f"no atlas is filled to more than {_FULLEST:.0%}")
    scales = np.sqrt(fills / areas.sum())
    if charts >= MANY:
        cell = 1 / size
        extent = _extents(local, chart, charts) * size
        inner = size - 2 * ((padding + 1) // 2) + padding

        def attempt(scale: float) -> list[_Place] | None:
            return _stacked(extent * scale, inner, padding)

    else:
        grid = min(_GRID, size // 2)
        cell = 1 / grid
        gap = int(np.ceil(padding / (size * cell)))
        margin = int(np.ceil(padding / 2 / (size * cell)))
        order = np.argsort(-areas, kind="stable")
        # Spaced for the largest scale, and for each smaller one the closer.
        which, at = sampled(local, cell / 2 / scales[0])
        owner = chart[which]

        def attempt(scale: float) -> list[_Place] | None:
            masks = _masks(at * (scale / cell), owner, charts)
            return _arranged(masks, order, grid, gap, margin)

    laid = _largest(attempt, scales)
    if laid is None:
        raise PackingError(
            f"{charts} charts do not fit into an atlas of {size} texels: take a larger one, "
            "or fewer faces"
        )
    return _laid(local * laid[0], chart, laid[1], cell)


def _largest(
    attempt: Callable[[float], list[_Place] | None], scales: Points
) -> tuple[float, list[_Place]] | None:
    """The first of the `scales`, ever smaller, at which `attempt` succeeds, and what it gives.

    Steps are doubled, then halved, as if what fits at one scale fitted at all that are smaller.
    """
    last = len(scales) - 1
    low, high = -1, min(4, last)
    while (found := attempt(float(scales[high]))) is None:
        if high == last:
            return None
        low, high = high, min(2 * high, last)
    while high - low > 1:
        middle = (low + high) // 2
        better = attempt(float(scales[middle]))
        if better is None:
            low = middle
        else:
            high, found = middle, better
    return float(scales[high]), found


def _extents(local: Points, chart: Indices, charts: int) -> Points:
    extent = np.zeros((charts, 2))
    for corner in range(3):
        np.maximum.at(extent, chart, local[:, corner])
    return extent


def _stacked(extent: Points, side: int, padding: int) -> list[_Place] | None:
    """Boxes of `extent` (C, 2) texels, the tallest first, each as low as any place allows."""
    boxes = np.floor(extent).astype(np.int64) + 1 + padding
    turned = boxes[:, 1] > boxes[:, 0]
    wide, high = boxes.max(axis=1), boxes.min(axis=1)
    if int((wide * high).sum()) > side * side or int(wide.max()) > side:
        return None
    edge = (padding + 1) // 2
    skyline = np.zeros(side, np.int64)
    places = [_Place(0, 0, 0)] * len(boxes)
    for number in np.lexsort((-wide, -high)):
        width = int(wide[number])
        # The greatest height below the box, for each column it may begin at.
        under = ndimage.maximum_filter1d(skyline, width, origin=-(width // 2))
        column = int(under[: side - width + 1].argmin())
        row = int(under[column])
        if row + high[number] > side:
            return None
        skyline[column : column + width] = row + high[number]
        places[number] = _Place(row + edge, column + edge, int(turned[number]))
    return places


def _masks(points: Points, owner: Indices, charts: int) -> list[Cells]:
    """Which cells each chart has points in; `points` (P, 2) are in cells, from 0."""
    index = np.floor(points).astype(np.int64)
    wide, high = np.zeros((2, charts), np.int64)
    np.maximum.at(wide, owner, index[:, 0] + 1)
    np.maximum.at(high, owner, index[:, 1] + 1)
    ends = np.cumsum(wide * high)
    flat = np.zeros(int(ends[-1]), bool)
    flat[(ends - wide * high)[owner] + index[:, 1] * wide[owner] + index[:, 0]] = True
    parts = np.split(flat, ends[:-1])
    return [part.reshape(high[k], wide[k]) for k, part in enumerate(parts)]


def _arranged(
    masks: list[Cells], order: Indices, grid: int, gap: int, margin: int
) -> list[_Place] | None:
    if sum(int(mask.sum()) for mask in masks) > (grid - 2 * margin) ** 2:
        return None
    taken = np.zeros((grid, grid), np.float32)
    if margin:
        taken[:margin] = taken[-margin:] = 1
        taken[:, :margin] = taken[:, -margin:] = 1
    places: list[_Place] = [_Place(0, 0, 0)] * len(masks)
    ring = ndimage.generate_binary_structure(2, 2)
    spectrum = fft.rfft2(taken)
    for number in order:
        mask = masks[number]
        many = mask.sum() > _TURNED * grid * grid
        best: tuple[int, int, _Place, Cells] | None = None
        for turns in range(4 if many else 2):
            turned = np.rot90(mask, turns)
            high, wide = turned.shape
            if high > grid or wide > grid:
                continue
            kernel = np.zeros((grid, grid), np.float32)
            kernel[:high, :wide] = turned
            hits = fft.irfft2(spectrum * np.conj(fft.rfft2(kernel)), (grid, grid))
            free = hits[: grid - high + 1, : grid - wide + 1] < 0.5
            if not free.any():
                continue
            row, column = divmod(int(free.argmax()), free.shape[1])
            # The lowest upper side, then the least to the right.
            rank = (row + high, column)
            if best is None or rank < best[:2]:
                best = (*rank, _Place(row, column, turns), turned)
        if best is None:
            return None
        place, turned = best[2], best[3]
        places[number] = place
        high, wide = turned.shape
        wider = np.pad(turned, gap)
        if gap:
            wider = ndimage.binary_dilation(wider, ring, iterations=gap)
        top, left = place.row - gap, place.column - gap
        rows = slice(max(top, 0), min(top + high + 2 * gap, grid))
        columns = slice(max(left, 0), min(left + wide + 2 * gap, grid))
        taken[rows, columns] = np.maximum(
            taken[rows, columns],
            wider[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left],
        )
        spectrum = fft.rfft2(taken)
    return places


def _laid(local: Points, chart: Indices, places: list[_Place], cell: float) -> Points:
    # As many whole cells as the mask had.
    extent = (np.floor(_extents(local, chart, len(places)) / cell) + 1) * cell
    turns = np.array([place.turns for place in places])[chart][:, None]
    wide, high = extent[chart, 0][:, None], extent[chart, 1][:, None]
    x, y = local[..., 0], local[..., 1]
    # numpy's rot90 turns rows and columns anticlockwise, with rows running down.
    turned_x = np.select([turns == 0, turns == 1, turns == 2], [x, y, wide - x], high - y)
    turned_y = np.select([turns == 0, turns == 1, turns == 2], [y, wide - x, high - y], x)
    left = np.array([place.column for place in places])[chart][:, None] * cell
    top = np.array([place.row for place in places])[chart][:, None] * cell
    return np.stack([turned_x + left, turned_y + top], axis=-1)
