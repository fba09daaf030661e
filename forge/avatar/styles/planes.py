"""Integer image arithmetic that the style filters share.

Pictures are planes: (H, W) or (3, H, W) uint8. Everything is integer arithmetic, or single
float operations that IEEE 754 rounds correctly, so a style gives the same bytes on every
machine. Nothing loops over pixels.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Plane: TypeAlias = npt.NDArray[np.uint8]
"""(H, W) or (3, H, W) uint8."""

Signed: TypeAlias = npt.NDArray[np.int16]
Ints: TypeAlias = npt.NDArray[np.signedinteger[Any]]


def split(rgba: Plane) -> tuple[Plane, Plane]:
    """(H, W, 4) to colour (3, H, W), and alpha (H, W).

    Where the picture is transparent the colour is what lies near by, so that a filter that
    looks at neighbours does not draw the invisible in.
    """
    planes = np.ascontiguousarray(rgba.transpose(2, 0, 1))
    colour, alpha = planes[:3], planes[3]
    if int(alpha.min()) == 255:
        return colour, alpha
    return _filled(colour, alpha), alpha


def join(colour: Plane, alpha: Plane) -> Plane:
    """The reverse of `split`; what is wholly transparent becomes (0, 0, 0, 0)."""
    rgba = np.empty((*alpha.shape, 4), np.uint8)
    seen = alpha > 0
    for channel in range(3):
        rgba[..., channel] = colour[channel] * seen
    rgba[..., 3] = alpha
    return rgba


def _filled(colour: Plane, alpha: Plane) -> Plane:
    weight = alpha.astype(np.uint16)
    premultiplied = ((colour.astype(np.uint16) * weight + 128) >> 8).astype(np.uint8)
    near = reduced(premultiplied, 3).astype(np.uint32)
    cover = reduced(alpha, 3).astype(np.uint32)
    for _ in range(3):  # three rings of blocks of eight pixels: beyond that nothing looks
        around, covered = _ring_sum(near), _ring_sum(cover)
        empty = cover < 16
        near = np.where(empty, around >> 3, near)
        cover = np.where(empty, covered >> 3, cover)
    safe = np.maximum(cover, 1)
    fill = np.where(cover > 0, np.minimum(255, (near * 255 + safe // 2) // safe), 200)
    spread = enlarged(fill.astype(np.uint8), 3, alpha.shape)
    rest = 255 - weight
    mixed = premultiplied.astype(np.uint16) + ((spread * rest + 128) >> 8)
    solid = np.minimum(mixed, 255).astype(np.uint8)
    return np.where(alpha == 255, colour, solid)


def _ring_sum(plane: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    padded = padded_edges(plane, 1, 1)
    rows = padded[..., :-2, :] + padded[..., 1:-1, :] + padded[..., 2:, :]
    sums: npt.NDArray[np.uint32] = rows[..., :-2] + rows[..., 1:-1] + rows[..., 2:]
    return sums - plane


def padded_edges(plane: npt.NDArray[Any], before: int, after: int) -> npt.NDArray[Any]:
    """Grown on all four sides by repeating the outermost pixels."""
    *lead, height, width = plane.shape
    grown = np.empty((*lead, height + before + after, width + before + after), plane.dtype)
    inner = grown[..., before : before + height, :]
    inner[..., before : before + width] = plane
    inner[..., :before] = plane[..., :1]
    inner[..., before + width :] = plane[..., -1:]
    grown[..., :before, :] = inner[..., :1, :]
    grown[..., before + height :, :] = inner[..., -1:, :]
    return grown


def window_sums(plane: npt.NDArray[Any], level: int) -> npt.NDArray[Any]:
    """Sums over windows of 2**level squared pixels, by doubling; smaller by the window - 1."""
    sums = plane
    for step in range(level):
        reach = 1 << step
        sums = sums[..., :-reach, :] + sums[..., reach:, :]
    for step in range(level):
        reach = 1 << step
        sums = sums[..., :-reach] + sums[..., reach:]
    return sums


def box(plane: Plane, level: int, *, late: bool = False) -> Plane:
    """Mean over windows of 2**level pixels (level 1 to 4).

    An even window lies half a pixel off: up and to the left, or with `late` down and to the
    right, so that two passes of both kinds are centred.
    """
    if not 1 <= level <= 4:
        raise ValueError("Sums over windows of 32 pixels do not fit 16 bits.")
    half = 1 << (level - 1)
    before, after = (half - 1, half) if late else (half, half - 1)
    # 16 * 16 * 255 and half a step for rounding still fit 16 bits
    sums = window_sums(padded_edges(plane, before, after).astype(np.uint16), level)
    return ((sums + (1 << (2 * level - 1))) >> (2 * level)).astype(np.uint8)


def smooth(plane: Plane, level: int) -> Plane:
    """A centred tent of 2**(level + 1) - 1 pixels."""
    return box(box(plane, level), level, late=True)


def reduced(plane: Plane, level: int) -> Plane:
    """Means of blocks of 2**level pixels; the last block is filled by repeating the edge."""
    size = 1 << level
    *lead, height, width = plane.shape
    rows, columns = -(-height // size), -(-width // size)
    if (rows * size, columns * size) != (height, width):
        plane = np.pad(
            plane,
            [(0, 0)] * len(lead) + [(0, rows * size - height), (0, columns * size - width)],
            mode="edge",
        )
    sums = plane[..., 0::size, :].astype(np.uint16)
    for offset in range(1, size):
        sums += plane[..., offset::size, :]
    total = sums[..., 0::size].astype(np.uint32)
    for offset in range(1, size):
        total += sums[..., offset::size]
    return ((total + (1 << (2 * level - 1))) >> (2 * level)).astype(np.uint8)


def enlarged(plane: Plane, level: int, shape: tuple[int, ...]) -> Plane:
    """The reverse of `reduced` to (H, W) = shape, interpolated linearly."""
    if level > 3:
        rows, columns = plane.shape[-2:]
        plane = enlarged(plane, level - 3, (rows << (level - 3), columns << (level - 3)))
        level = 3
    size = 1 << level
    blocks = np.repeat(np.repeat(plane, size, axis=-2), size, axis=-1)
    return box(blocks, level)[..., : shape[0], : shape[1]]


def wide(plane: Plane, level: int, reduction: int = 2) -> Plane:
    """A blur of about 2**(level + reduction + 1) pixels, computed small."""
    small = smooth(reduced(plane, reduction), level)
    return enlarged(small, reduction, plane.shape[-2:])


def luma(colour: Plane) -> Plane:
    """Brightness as video weighs it (ITU-R BT.601)."""
    red, green, blue = (colour[channel].astype(np.uint16) for channel in range(3))
    result: Plane = ((red * 77 + green * 150 + blue * 29 + 128) >> 8).astype(np.uint8)
    return result


def clipped(values: npt.NDArray[Any]) -> Plane:
    result: Plane = np.clip(values, 0, 255).astype(np.uint8)
    return result


def scaled(colour: Plane, factor: Plane) -> Plane:
    """Multiplied by factor / 128."""
    result: Plane = np.minimum((colour.astype(np.uint16) * factor) >> 7, 255).astype(np.uint8)
    return result


def mixed(first: Plane, second: Plane | npt.NDArray[Any], share: Plane) -> Plane:
    """`share` / 255 of the second."""
    part = share.astype(np.uint16)
    part += part >> 7
    total = first.astype(np.uint16) * (256 - part)
    total += np.asarray(second, np.uint16) * part
    return (total >> 8).astype(np.uint8)


def screened(colour: Plane, light: Plane) -> Plane:
    """Light added as from a projector: 1 - (1 - colour)(1 - light)."""
    dark = (255 - colour).astype(np.uint16) * (255 - light)
    return (255 - ((dark + 128) >> 8)).astype(np.uint8)


def saturated(colour: Plane, brightness: Plane, amount: int) -> Plane:
    """Distance from grey times amount / 64."""
    grey = brightness.astype(np.int16)
    # at most 255 * 127, which fits 16 bits
    away = (colour.astype(np.int16) - grey) * np.int16(min(127, amount))
    return clipped((away >> 6) + grey)


def shifted(plane: npt.NDArray[Any], down: int, right: int) -> npt.NDArray[Any]:
    """Moved by whole pixels, the edge repeated."""
    height, width = plane.shape[-2:]
    reach = max(abs(down), abs(right))
    grown = padded_edges(plane, reach, reach)
    top, left = reach - down, reach - right
    return grown[..., top : top + height, left : left + width]


def thickest(plane: Plane) -> Plane:
    """The largest value of each pixel and its four neighbours."""
    grown = padded_edges(plane, 1, 1)
    best: Plane = np.maximum(grown[..., :-2, 1:-1], grown[..., 2:, 1:-1])
    np.maximum(best, grown[..., 1:-1, :-2], out=best)
    np.maximum(best, grown[..., 1:-1, 2:], out=best)
    np.maximum(best, plane, out=best)
    return best


def slopes(plane: npt.NDArray[Any]) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Central differences to the right and downwards; int16 for bytes, else the same type."""
    grown = padded_edges(plane, 1, 1)
    if grown.dtype == np.uint8:
        grown = grown.astype(np.int16)
    return (
        grown[..., 1:-1, 2:] - grown[..., 1:-1, :-2],
        grown[..., 2:, 1:-1] - grown[..., :-2, 1:-1],
    )


def steepness(plane: Plane) -> Plane:
    """|slope| right plus |slope| down, at most 255; over three planes the largest."""
    right, down = slopes(plane)
    steep: Plane = np.minimum(np.abs(right) + np.abs(down), 255).astype(np.uint8)
    if steep.ndim == 2:
        return steep
    strongest: Plane = steep.max(axis=0)
    return strongest


def kuwahara(colour: Plane, level: int) -> Plane:
    """Each pixel takes the mean of the calmest of eight windows that touch it.

    After Kuwahara (1976), with four more windows between the corners. Edges stay, the rest
    runs together into patches.
    """
    size = 1 << level
    height, width = colour.shape[-2:]
    grown = padded_edges(colour, size - 1, size - 1).astype(np.uint16)
    light = padded_edges(luma(colour), size - 1, size - 1).astype(np.uint32)
    bits = 2 * level
    means = (window_sums(grown, level) >> bits).astype(np.uint8)
    total = window_sums(light, level)
    squares = window_sums(light * light, level)
    spread = (squares << bits) - total * total  # variance times a constant
    half, full = (size - 1) // 2, size - 1
    places = (
        (0, 0), (0, full), (full, 0), (full, full),
        (half, 0), (half, full), (0, half), (full, half),
    )  # fmt: skip
    row = spread.shape[1]
    best = np.full((height, width), np.iinfo(np.uint32).max, np.uint32)
    chosen = np.zeros((height, width), np.int32)  # how far on in `means`
    for top, left in places:
        here = spread[top : top + height, left : left + width]
        calmer = here < best
        np.minimum(best, here, out=best)
        np.copyto(chosen, top * row + left, where=calmer)
    chosen += np.arange(height, dtype=np.int32)[:, np.newaxis] * row
    chosen += np.arange(width, dtype=np.int32)
    result: Plane = np.take(means.reshape(3, -1), chosen, axis=1)
    return result


def kuwahara_wide(colour: Plane, level: int) -> Plane:
    """Nearly `kuwahara` with windows twice as large, at a quarter of the cost."""
    return enlarged(kuwahara(reduced(colour, 1), level), 1, colour.shape[-2:])


def softened(colour: Plane, level: int, contrast: int) -> Plane:
    """Blurred over about 2**(level + 2) pixels, but not across what differs by much more than
    `contrast` steps of colour; computed at half the size.

    After the guided filter (He, Sun and Tang, 2010) with the picture as its own guide.
    """
    small = reduced(colour, 1)
    half = 1 << (level - 1)
    spread = np.zeros(small.shape[1:], np.uint32)
    for channel in padded_edges(small, half, half - 1).astype(np.uint32):
        total = window_sums(channel, level)
        squares = window_sums(channel * channel, level)
        spread += ((squares << (2 * level)) - total * total) >> (4 * level)
    share = (spread * 255 // (spread + contrast * contrast)).astype(np.uint8)
    kept = curve((0, 0), (30, 0), (170, 255), (255, 255))[enlarged(share, 1, colour.shape[-2:])]
    return mixed(enlarged(smooth(small, level), 1, colour.shape[-2:]), colour, kept)


def restored(flat: Plane, colour: Plane) -> Plane:
    """`flat` with the small features painted back that it lost: eyes, mouths, fine marks."""
    before, after = luma(colour).astype(np.int16), luma(flat).astype(np.int16)
    lost = np.clip((np.abs(before - after) - 14) * 5, 0, 215).astype(np.uint8)
    return mixed(flat, colour, smooth(thickest(lost), 1))


def hashed(height: int, width: int, seed: int) -> Plane:
    """White noise: an integer hash of the place and the seed (after lowbias32)."""
    x = np.arange(width, dtype=np.uint32) * np.uint32(0x9E3779B1)
    y = np.arange(height, dtype=np.uint32) * np.uint32(0x85EBCA77)
    mixed_bits = x[np.newaxis, :] ^ (y[:, np.newaxis] + np.uint32(seed * 0xC2B2AE3D & 0xFFFFFFFF))
    mixed_bits ^= mixed_bits >> np.uint32(16)
    mixed_bits *= np.uint32(0x7FEB352D)
    mixed_bits ^= mixed_bits >> np.uint32(15)
    mixed_bits *= np.uint32(0x846CA68B)
    return (mixed_bits >> np.uint32(24)).astype(np.uint8)


def clouds(height: int, width: int, level: int, seed: int) -> Plane:
    """Smooth noise with lumps of about 2**level pixels, spread over 0..255 around 128."""
    size = 1 << level
    lattice = hashed(-(-height // size) + 1, -(-width // size) + 1, seed)
    return enlarged(lattice, level, (height, width))


def warped(colour: Plane, right: Ints, down: Ints) -> Plane:
    """Each pixel taken from `right`, `down` pixels away, kept inside the picture."""
    height, width = colour.shape[-2:]
    x = np.arange(width, dtype=np.int32)[np.newaxis, :] + right
    y = np.arange(height, dtype=np.int32)[:, np.newaxis] + down
    np.clip(x, 0, width - 1, out=x)
    np.clip(y, 0, height - 1, out=y)
    place = y * width + x
    flat = colour.reshape(*colour.shape[:-2], height * width)
    result: Plane = np.take(flat, place, axis=-1)
    return result


@lru_cache(maxsize=32)
def curve(*points: tuple[int, int]) -> Plane:
    """A table of 256 values through the points, straight between them."""
    table = np.empty(256, np.uint8)
    for (x0, y0), (x1, y1) in pairwise(points):
        for x in range(x0, x1 + 1):
            table[x] = y0 + ((y1 - y0) * (x - x0) * 2 + (x1 - x0)) // (2 * (x1 - x0))
    table.setflags(write=False)
    return table


def ramp(length: int, start: int, end: int) -> Plane:
    """`length` values from start to end."""
    span = max(1, length - 1)
    steps = np.arange(length, dtype=np.int64)
    return (start + ((end - start) * steps * 2 + span) // (2 * span)).astype(np.uint8)
