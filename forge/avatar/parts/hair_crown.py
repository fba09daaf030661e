"""The crown of the hair: the locks its outline is made of, and how hair flows from the part."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from ..paint import Point, number, smooth, spread

Lock = tuple[Point, Point, Point, Point]
"""A lock of the outline: the bend of its back, its tip, the bend of its inside, its notch."""

# How many locks a side has, how far their tips stand off and run on, how full their backs are.
EDGES: dict[str, tuple[int, float, float, float]] = {
    "soft": (2, 1.5, 4.0, 5.0), "tufts": (3, 4.5, 11.0, 7.0), "spikes": (4, 27.0, 10.0, 5.0),
}  # fmt: skip
_SIZES = (1.0, 0.62, 1.25, 0.8, 1.1)


def locks_along(side: Sequence[Point], kind: str) -> list[Lock]:
    """Locks that run down one side from the part, each lying over the next."""
    count, off, on, back = EDGES[kind]
    fine = spread(side, 8)
    lengths = [0.0]
    for a, b in pairwise(fine):
        lengths.append(lengths[-1] + math.dist(a, b))
    total = sum(_SIZES[k % 5] for k in range(count))
    found: list[Lock] = []
    share = 0.0
    start = fine[0]
    for k in range(count):
        share += _SIZES[k % 5] / total
        wanted = lengths[-1] * share
        index = next((i for i, at in enumerate(lengths) if at >= wanted - 1e-6), len(fine) - 1)
        x, y = fine[index]
        ax, ay = fine[max(0, index - 3)]
        step = math.hypot(x - ax, y - ay) or 1.0
        dx, dy = (x - ax) / step, (y - ay) / step
        nx, ny = (dy, -dx) if side[-1][0] > side[0][0] else (-dy, dx)
        size = _SIZES[(k + 1) % 5] * (0.3 if k == count - 1 else 1.0)
        up, along = off * size, on * size
        tip = (x + nx * up + dx * along, y + ny * up + dy * along)
        notch = (x - nx * off * 0.5 - dx * on * 0.35, y - ny * off * 0.5 - dy * on * 0.35)
        if k == count - 1:
            notch = (x, y)
        mx, my = (start[0] + x) / 2, (start[1] + y) / 2
        middle = fine[min(len(fine) - 1, (index + _near(fine, start)) // 2)]
        bend = (2 * middle[0] - mx + nx * back, 2 * middle[1] - my + ny * back)
        inside = (
            (tip[0] + notch[0]) / 2 - nx * (off + on) * 0.12,
            (tip[1] + notch[1]) / 2 - ny * (off + on) * 0.12,
        )
        found.append((bend, tip, inside, notch))
        start = notch
    return found


def _near(fine: Sequence[Point], place: Point) -> int:
    return min(range(len(fine)), key=lambda i: math.dist(fine[i], place))


def outline(outer: Sequence[Point], kind: str, part: float) -> tuple[str, list[Lock]]:
    """The upper edge from its left end to its right one, and the locks that it shows.

    `part` is where the hair falls to both sides.
    """
    if not kind:
        return smooth(outer), []
    fine = spread(outer, 2)
    top = min(range(2, len(fine) - 2), key=lambda i: abs(fine[i][0] - part) + fine[i][1] * 0.4)
    left = locks_along(fine[top::-1], kind)
    right = locks_along(fine[top:], kind)
    places = [fine[top], *[lock[3] for lock in left]]
    data = f"M{_at(places[-1])}"
    for k in range(len(left) - 1, -1, -1):
        bend, tip, inside, _ = left[k]
        data += f"Q{_at(inside)} {_at(tip)}Q{_at(bend)} {_at(places[k])}"
    for bend, tip, inside, notch in right:
        data += f"Q{_at(bend)} {_at(tip)}Q{_at(inside)} {_at(notch)}"
    return data, [*left[:-1], *right[:-1]]


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


_REACH = (0.62, 0.30, 0.92, 0.42, 0.75, 0.36)


def flow(roots: Sequence[Point], part: Point, *, lift: float = 0.10) -> list[list[Point]]:
    """Strands from the edge of the hair towards the part, over the round of the skull.

    They are of unequal length, so that they do not stand side by side like a comb.
    """
    lines: list[list[Point]] = []
    for index, (x, y) in enumerate(roots):
        bend = (part[0] + (x - part[0]) * 0.98, part[1] + (y - part[1]) * lift)
        end = _REACH[index % 6]
        lines.append([_bezier((x, y), bend, part, t) for t in (0.0, end / 2, end)])
    return lines


def _bezier(a: Point, b: Point, c: Point, t: float) -> Point:
    u = 1 - t
    return (
        u * u * a[0] + 2 * u * t * b[0] + t * t * c[0],
        u * u * a[1] + 2 * u * t * b[1] + t * t * c[1],
    )


_QUIFF: dict[str, tuple[Point, ...]] = {  # risen over the forehead and swept to one side
    "front": ((-75, 16), (-77, -20), (-78, -54), (-70, -86), (-46, -108), (-14, -122),
              (22, -131), (56, -126), (80, -106), (82, -80), (77, -50), (77, -20), (75, 16)),
    "quarter": ((-63, 46), (-83, 4), (-88, -40), (-74, -86), (-40, -110), (0, -124), (38, -132),
                (74, -126), (96, -106), (92, -80), (78, -56), (75, -38), (72, 2)),
    "side": ((-54, 60), (-82, 36), (-97, -10), (-94, -54), (-66, -98), (-20, -120), (24, -132),
             (64, -132), (94, -116), (98, -92), (82, -72), (72, -46)),
}  # fmt: skip


def quiff(view: str, volume: float) -> list[Point]:
    rise = (volume - 18) * 0.6
    return [(x, y - rise * max(0.0, (-y - 60) / 70)) for x, y in _QUIFF[view]]


def quiff_flow(view: str, volume: float) -> list[list[Point]]:
    """Strands from the hairline, up and over to the side it is swept to."""
    rise = (volume - 18) * 0.6
    ends: dict[str, tuple[tuple[Point, Point, Point], ...]] = {
        "front": (((-52, -58), (-56, -86), (-30, -104)), ((-36, -63), (-36, -92), (0, -112)),
                  ((-18, -65), (-12, -98), (32, -118)), ((4, -65), (14, -94), (52, -108)),
                  ((26, -63), (34, -86), (66, -96)), ((46, -59), (54, -74), (74, -80))),
        "quarter": (((-20, -50), (-30, -84), (-8, -108)), ((0, -60), (0, -92), (30, -114)),
                    ((18, -64), (24, -98), (58, -118)), ((36, -64), (46, -94), (76, -108)),
                    ((54, -60), (62, -82), (86, -94)), ((-52, -20), (-62, -60), (-44, -94))),
        "side": (((40, -50), (20, -84), (34, -116)), ((54, -56), (44, -90), (66, -118)),
                 ((62, -60), (62, -84), (86, -104)), ((24, -22), (-14, -66), (-2, -108)),
                 ((4, 4), (-48, -38), (-46, -92)), ((-40, 40), (-80, 0), (-78, -60))),
    }  # fmt: skip
    return [[(x, y - rise * max(0.0, (-y - 60) / 70)) for x, y in line] for line in ends[view]]


def overlaps(locks: Sequence[Lock], middle: Point) -> list[list[Point]]:
    """Where a lock of the outline lies over the next one: from its notch inwards."""
    lines: list[list[Point]] = []
    for index, (_, _, _, (x, y)) in enumerate(locks):
        share = (0.30, 0.18, 0.24)[index % 3]
        end = (x + (middle[0] - x) * share, y + (middle[1] - y) * share - 4)
        bend = (x + (middle[0] - x) * share * 0.35, y + (middle[1] - y) * share * 0.35 - 7)
        lines.append([(x, y), bend, end])
    return lines
