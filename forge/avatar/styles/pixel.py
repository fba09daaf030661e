"""Pixel art: coarse square pixels, a palette of a few colours chosen from the picture, hard
edges, a dark contour around the figure."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .planes import Plane, kuwahara, luma, mixed, padded_edges, restored, saturated
from .scene import Scene

COLOURS = 24
"""Of the palette; the contour adds darker shades of them."""

GRID = 88
"""Pixels along the shorter side."""

FINE_GRID = 120
"""The same where a whole person is shown, whose face is then a few pixels wide, and where it
is not known what is."""

_LEAST = 2  # pixels of the picture to a cell: with less nobody sees that it is pixel art

_SMALL_HEAD = 4  # of the shorter side: a head smaller than this share of it is a small one

_FACE = 3  # times that what is on the face counts more
_INK = (38, 30, 46)
_ACCENTS = 8  # of them for what is small and unlike the rest: eyes, jewels
_SAME = 1400  # weighted squared distance below which a colour needs no place of its own
_CHECKS = np.array([[-2, 1], [2, -1]], np.int32)  # steps of brightness
_MANY = 4096  # cells from which to choose a palette
_ROUNDS = 6  # of moving the palette; it settles before


def render(colour: Plane, scene: Scene) -> tuple[Plane, Plane]:
    height, width = scene.shape
    head = scene.head
    small = head is not None and head.size * _SMALL_HEAD < scene.side
    grid = FINE_GRID if small or head is None else GRID
    size = max(min(_LEAST, -(-scene.side // 32)), (scene.side + grid // 2) // grid)
    # Lines thinner than a cell would leave one here and there.
    calm = kuwahara(colour, 1 if size < 5 else 2)
    if not scene.apart:
        calm = restored(calm, colour)
    calm = mixed(calm, colour, scene.fine // np.uint8(1 if small else 2))
    samples, cover = _samples(saturated(calm, luma(calm), 80), scene.alpha, size)
    seen = cover >= 128
    cells = samples[:, :, seen]
    means = cells[:, 0]
    if head is not None:
        # A face is few cells, and needs as many colours as a coat that is many.
        face = _block_means(_whole(scene.fine, size), size)[seen] >= 128
        means = np.concatenate([means, *[means[:, face]] * _FACE], axis=1)
    palette = _palette(means)
    belongs = _belonging(scene, size)[:, seen]
    chosen = np.zeros(seen.shape, np.intp)
    chosen[seen] = _elected(cells, palette, belongs)
    lone = _lone(chosen)
    eyes = _block_means(_whole(scene.eyes, size), size) >= 64
    chosen = np.where(eyes, chosen, lone)
    if scene.apart and not scene.cut_out:
        person = _block_means(_whole(scene.body, size), size) >= 128
        chosen = np.where(person, chosen, _dithered(samples[:, 0], palette))
        flat = _ringed(palette[:, chosen], person)
    else:
        flat = _contoured(palette[:, chosen], seen)
    if small:
        _set_eyes(flat, colour, scene, size)
    return (
        _blown_up(flat, size, height, width),
        _blown_up(np.where(seen, 255, 0).astype(np.uint8), size, height, width),
    )


def _set_eyes(cells: Plane, colour: Plane, scene: Scene, size: int) -> None:
    """Eyes as they are set by hand in sprites: two cells high, the lash over the iris."""
    assert scene.head is not None
    rows, columns = cells.shape[1:]
    places = [(x // size, y // size) for x, y in scene.head.eyes]
    if len(places) == 2 and places[0][1] != places[1][1] and len({y for _, y in places}) == 2:
        # One cell of difference is the grid's, not the head's.
        level = min(y for _, y in places)
        if abs(places[0][1] - places[1][1]) == 1:
            places = [(x, level) for x, _ in places]
    reach = max(1, scene.head.size // 14)
    wide = len(places) == 2 and scene.head.size >= 10 * size
    for (column, row), (x, y) in zip(places, scene.head.eyes, strict=True):
        if not (1 <= row < rows - 1 and 0 <= column < columns):
            continue
        top, left = max(0, y - reach), max(0, x - reach)
        window = colour[:, top : y + reach + 1, left : x + reach + 1].reshape(3, -1)
        if window.shape[1] == 0:
            continue
        light = luma(window)
        order = np.argsort(light, kind="stable")
        dark = window[:, int(order[order.size // 12])]
        vivid = window.max(axis=0).astype(np.int16) - window.min(axis=0)
        iris = window[:, int((vivid * 2 + (light > 40) * 20 - (light > 190) * 400).argmax())]
        cells[:, row, column] = dark >> 1
        cells[:, row + 1, column] = iris
        outwards = column + (1 if x > scene.head.x else -1)
        if wide and int(light.max()) > 170 and 0 <= outwards < columns:
            cells[:, row + 1, outwards] = window[:, int(light.argmax())]


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


def _whole(plane: Plane, size: int) -> Plane:
    """Grown to a whole number of cells."""
    grow = [(0, -side % size) for side in plane.shape]
    grown: Plane = np.pad(plane, grow, mode="edge")
    return grown


def _block_means(plane: Plane, size: int) -> Plane:
    rows = plane[..., 0::size, :].astype(np.uint32)
    for offset in range(1, size):
        rows += plane[..., offset::size, :]
    total = rows[..., 0::size].copy()
    for offset in range(1, size):
        total += rows[..., offset::size]
    return (total // (size * size)).astype(np.uint8)


def _belonging(scene: Scene, size: int) -> npt.NDArray[np.bool_]:
    """(9, rows, columns): which samples of a cell are of the person where the cell is the
    person's, and of the backdrop where it is not."""
    samples, _ = _samples(scene.body[np.newaxis], scene.alpha, size)
    inside = samples[0]
    belongs: npt.NDArray[np.bool_] = (inside >= 128) == (inside[0] >= 128)
    belongs[0] = (inside[0] < 10) | (inside[0] > 245)  # a mean over an edge is of neither
    return belongs | ~belongs.any(axis=0)


def _lone(chosen: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """A cell unlike all four beside it, of which three are alike, becomes one of them."""
    grown = padded_edges(chosen, 1, 1)
    up, below = grown[:-2, 1:-1], grown[2:, 1:-1]
    left, right = grown[1:-1, :-2], grown[1:-1, 2:]
    lone = (chosen != up) & (chosen != below) & (chosen != left) & (chosen != right)
    upright = lone & (up == below) & ((up == left) | (up == right))
    level = lone & (left == right) & ((left == up) | (left == below))
    return np.where(upright, up, np.where(level, left, chosen))


def _dithered(means: Plane, palette: Plane) -> npt.NDArray[np.intp]:
    """A backdrop's nearest colours, in a checked pattern where one passes into the next."""
    rows, columns = means.shape[1:]
    checks = np.tile(_CHECKS, (rows // 2 + 1, columns // 2 + 1))[:rows, :columns]
    values = (means.astype(np.int32) + checks).reshape(3, -1)
    return _nearest(values, palette).reshape(rows, columns)


def _elected(cells: Plane, palette: Plane, belongs: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """The palette colour that most of a cell's points take, so that edges stay hard."""
    _, points, count = cells.shape
    indices = _nearest(cells.reshape(3, points * count).astype(np.int32), palette)
    votes = np.zeros((count, palette.shape[1]), np.int32)
    for point, counts in zip(indices.reshape(points, count), belongs, strict=True):
        votes[np.arange(count), point] += counts
    result: npt.NDArray[np.intp] = votes.argmax(axis=1)
    return result


def _ringed(cells: Plane, person: npt.NDArray[np.bool_]) -> Plane:
    """A dark line around the person, in the backdrop's cells, so that thin limbs stay whole."""
    grown = padded_edges(person, 1, 1)
    beside = grown[:-2, 1:-1] | grown[2:, 1:-1] | grown[1:-1, :-2] | grown[1:-1, 2:]
    return np.where(beside & ~person, np.array(_INK, np.uint8)[:, np.newaxis, np.newaxis], cells)


def _contoured(cells: Plane, seen: npt.NDArray[np.bool_]) -> Plane:
    """The outermost cells darker: around what is cut out nothing can be added."""
    grown = padded_edges(seen, 1, 1)
    inside = grown[:-2, 1:-1] & grown[2:, 1:-1] & grown[1:-1, :-2] & grown[1:-1, 2:]
    dark = (cells.astype(np.uint16) * 7 >> 4).astype(np.uint8)
    return np.where(seen & ~inside, dark, cells)


def _palette(pixels: Plane) -> Plane:
    """(3, N) to (3, K), K at most `COLOURS`: k-means in whole numbers from a median cut, and
    the colours it serves worst."""
    if pixels.shape[1] == 0:
        return np.zeros((3, 1), np.uint8)
    # every nth is as good, and sooner told
    values = pixels[:, :: 1 + pixels.shape[1] // _MANY].astype(np.int32)
    palette = _median_cut(values)
    for _ in range(_ROUNDS):
        indices = _nearest(values, palette)
        count = np.bincount(indices, minlength=palette.shape[1])
        for channel in range(3):
            # sums of whole numbers, which doubles hold exactly
            total = np.bincount(indices, values[channel], palette.shape[1]).astype(np.int64)
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
    away = _seen(values) - _seen(palette)[:, indices]
    distance: npt.NDArray[np.int32] = (away * away).sum(axis=0)
    return distance


def _seen(values: npt.NDArray[Any]) -> npt.NDArray[np.int32]:
    """(3, N) brightness and two differences from it: hue counts, or skin turns grey in a
    picture with little of it."""
    red, green, blue = values.astype(np.int32)
    light = (red * 77 + green * 150 + blue * 29) >> 8
    return np.stack([light * 2, (red - light) * 3, (blue - light) * 2])


def _nearest(values: npt.NDArray[np.int32], palette: npt.NDArray[Any]) -> npt.NDArray[np.intp]:
    """Which palette colour is nearest, the first of those equally near."""
    # |a - b|^2 less |a|^2: whole numbers below 2^24, which single floats hold exactly, so it
    # does not matter in which order a processor adds them up. (`@` would start threads.)
    colours = _seen(palette).astype(np.float32)
    away = np.einsum("cn,ck->nk", -2 * _seen(values).astype(np.float32), colours)
    away += (colours * colours).sum(axis=0)
    nearest: npt.NDArray[np.intp] = away.argmin(axis=1)
    return nearest


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
