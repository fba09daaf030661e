"""Pixel art: coarse square pixels, a palette of a few colours chosen from the picture, hard
edges, a dark contour around the figure."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .planes import Plane, luma, padded_edges, saturated

COLOURS = 24
"""Of the palette; the contour adds darker shades of them."""

GRID = 64
"""Pixels along the shorter side; a quarter more on tall pictures, where faces are small."""

_ACCENTS = 8  # of them for what is small and unlike the rest: eyes, jewels
_SAME = 2500  # weighted squared distance below which a colour needs no place of its own
_ROUNDS = 6  # of moving the palette; it settles before


def render(colour: Plane, alpha: Plane, seed: int) -> tuple[Plane, Plane]:
    del seed
    height, width = alpha.shape
    grid = GRID * 5 // 4 if height * 4 > width * 5 else GRID
    size = max(1, min(height, width) // grid)
    samples, cover = _samples(saturated(colour, luma(colour), 80), alpha, size)
    seen = cover >= 128
    cells = samples[:, :, seen]
    palette = _palette(cells[:, 0])
    flat = np.zeros((3, *seen.shape), np.uint8)
    flat[:, seen] = palette[:, _elected(cells, palette)]
    flat = _contoured(flat, seen)
    return (
        _blown_up(flat, size, height, width),
        _blown_up(np.where(seen, 255, 0).astype(np.uint8), size, height, width),
    )


def _samples(colour: Plane, alpha: Plane, size: int) -> tuple[Plane, Plane]:
    """Of each cell the mean colour and eight points, (3, 9, rows, columns); and its mean
    alpha, (rows, columns)."""
    height, width = alpha.shape
    rows, columns = -(-height // size), -(-width // size)
    grow = [(0, rows * size - height), (0, columns * size - width)]
    colour = np.pad(colour, [(0, 0), *grow], mode="edge")
    alpha = np.pad(alpha, grow, mode="edge")
    points = sorted({size // 6, size // 2, size - 1 - size // 6})
    chosen = [
        colour[:, y::size, x::size]
        for y in points
        for x in points
        if (y, x) != (size // 2, size // 2) or len(points) < 3
    ]
    mean = _block_means(colour, size)
    return np.stack([mean, *chosen], axis=1), _block_means(alpha, size)


def _block_means(plane: Plane, size: int) -> Plane:
    rows = plane[..., 0::size, :].astype(np.uint32)
    for offset in range(1, size):
        rows += plane[..., offset::size, :]
    total = rows[..., 0::size].copy()
    for offset in range(1, size):
        total += rows[..., offset::size]
    return (total // (size * size)).astype(np.uint8)


def _elected(cells: Plane, palette: Plane) -> npt.NDArray[np.intp]:
    """The palette colour that most of a cell's points take, so that edges stay hard."""
    _, points, count = cells.shape
    indices = _nearest(cells.reshape(3, points * count).astype(np.int32), palette)
    votes = np.zeros((count, palette.shape[1]), np.int32)
    # A dark line needs fewer points than the ground to be seen.
    weight = 2 + (luma(palette) < 80).astype(np.int32)
    for point in indices.reshape(points, count):
        votes[np.arange(count), point] += weight[point]
    result: npt.NDArray[np.intp] = votes.argmax(axis=1)
    return result


def _contoured(cells: Plane, seen: npt.NDArray[np.bool_]) -> Plane:
    grown = padded_edges(seen, 1, 1)
    inside = grown[:-2, 1:-1] & grown[2:, 1:-1] & grown[1:-1, :-2] & grown[1:-1, 2:]
    dark = (cells.astype(np.uint16) * 5 >> 4).astype(np.uint8)
    return np.where(seen & ~inside, dark, cells)


def _palette(pixels: Plane) -> Plane:
    """(3, N) to (3, K), K at most `COLOURS`: k-means in whole numbers from a median cut, and
    the colours it serves worst."""
    if pixels.shape[1] == 0:
        return np.zeros((3, 1), np.uint8)
    values = pixels.astype(np.int32)
    palette = _median_cut(values)
    for _ in range(_ROUNDS):
        indices = _nearest(values, palette)
        count = np.bincount(indices, minlength=palette.shape[1])
        for channel in range(3):
            total = np.zeros(palette.shape[1], np.int64)
            np.add.at(total, indices, values[channel])
            moved = total // np.maximum(count, 1)
            palette[channel] = np.where(count > 0, moved, palette[channel])
    for _ in range(_ACCENTS):
        error = _distance(values, palette)
        worst = int(error.argmax())
        if error[worst] < _SAME:
            break
        palette = np.concatenate([palette, values[:, worst : worst + 1]], axis=1)
    return palette.astype(np.uint8)


def _distance(values: npt.NDArray[np.int32], palette: npt.NDArray[Any]) -> npt.NDArray[np.int32]:
    indices = _nearest(values, palette)
    away = values - palette[:, indices]
    distance: npt.NDArray[np.int32] = away[0] ** 2 * 3 + away[1] ** 2 * 5 + away[2] ** 2 * 2
    return distance


def _nearest(values: npt.NDArray[np.int32], palette: npt.NDArray[Any]) -> npt.NDArray[np.intp]:
    """Which palette colour is nearest; the eye weighs green most and blue least."""
    best = np.full(values.shape[1], np.iinfo(np.int32).max, np.int32)
    indices = np.zeros(values.shape[1], np.intp)
    for number, (red, green, blue) in enumerate(palette.T.tolist()):
        away = (values[0] - red) ** 2 * 3 + (values[1] - green) ** 2 * 5
        away += (values[2] - blue) ** 2 * 2
        nearer = away < best
        np.copyto(best, away, where=nearer)
        indices[nearer] = number
    return indices


def _median_cut(values: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    boxes = [values]
    while len(boxes) < COLOURS - _ACCENTS:
        spans = [
            int((part.max(axis=1) - part.min(axis=1)).max()) * min(part.shape[1], 400)
            for part in boxes
        ]
        widest = max(range(len(boxes)), key=spans.__getitem__)
        if spans[widest] == 0:
            break
        part = boxes.pop(widest)
        channel = int((part.max(axis=1) - part.min(axis=1)).argmax())
        order = np.argsort(part[channel], kind="stable")
        middle = part.shape[1] // 2
        boxes += [part[:, order[:middle]], part[:, order[middle:]]]
    return np.stack([part.sum(axis=1) // part.shape[1] for part in boxes], axis=1).astype(np.int32)


def _blown_up(cells: Plane, size: int, height: int, width: int) -> Plane:
    blocks = np.repeat(np.repeat(cells, size, axis=-2), size, axis=-1)
    return np.ascontiguousarray(blocks[..., :height, :width])
