"""The edges of hair: hairlines and fringes, and how locks, waves and curls run along them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from ..paint import Point, number, spread

FRINGES: dict[str, tuple[Point, ...]] = {  # corners from the right temple to the left one
    "swept": ((73, 10), (62, -34), (54, -4), (38, -42), (22, -8), (6, -50), (-16, -16), (-28, -60),
              (-56, -8), (-64, -34), (-73, 10)),
    "bangs": ((73, 12), (62, -22), (52, -5), (37, -21), (22, -6), (6, -22), (-9, -5), (-25, -21),
              (-40, -6), (-58, -22), (-73, 12)),
    "short": ((73, -2), (64, -46), (50, -30), (38, -56), (18, -36), (4, -62), (-20, -42), (-34,
              -66),
              (-54, -34), (-66, -48), (-73, -2)),
    "spiky": ((73, 6), (64, -36), (56, -8), (42, -46), (26, -4), (10, -46), (-8, -8), (-24, -50),
              (-44, -6), (-64, -38), (-73, 6)),
}  # fmt: skip
LINES: dict[str, tuple[Point, ...]] = {  # smooth hairlines
    "middle": ((73, 18), (68, -8), (50, -36), (22, -62), (0, -80), (-22, -62), (-50, -36), (-68,
               -8),
               (-73, 18)),
    "back": ((72, 2), (66, -36), (44, -60), (18, -66), (0, -63), (-18, -66), (-44, -60), (-66, -36),
             (-72, 2)),
    "quiff": ((72, 2), (66, -40), (48, -60), (18, -66), (0, -66), (-18, -66), (-48, -60), (-66,
              -40),
              (-72, 2)),
    "receding": ((73, 4), (68, -38), (54, -78), (26, -76), (0, -70), (-26, -76), (-54, -78), (-68,
                 -38),
                 (-73, 4)),
    "curls": ((73, 8), (66, -22), (50, -42), (26, -48), (0, -46), (-26, -48), (-50, -42), (-66,
              -22),
              (-73, 8)),
}  # fmt: skip
SIDE_FRINGES: dict[str, tuple[Point, ...]] = {  # from the forehead back to the ear
    "swept": ((74, -8), (62, -40), (52, 0), (42, -36), (32, 8), (22, -22), (12, 26)),
    "bangs": ((75, -8), (66, -24), (58, -4), (48, -22), (38, -2), (26, -14), (14, 26)),
    "short": ((70, -36), (60, -54), (48, -32), (40, -52), (30, -20), (22, -28), (10, 20)),
    "spiky": ((80, -10), (62, -42), (56, -2), (44, -42), (34, 4), (22, -26), (10, 24)),
}
SIDE_LINES: dict[str, tuple[Point, ...]] = {
    "middle": ((66, -56), (56, -40), (42, -10), (32, 20), (14, 30)),
    "back": ((62, -60), (44, -44), (32, -20), (20, 0), (8, 20)),
    "quiff": ((64, -58), (46, -46), (34, -22), (22, 0), (8, 20)),
    "receding": ((36, -82), (34, -56), (24, -28), (16, 0), (6, 20)),
    "curls": ((68, -46), (50, -32), (38, -10), (26, 4), (10, 24)),
}


def bent(points: Sequence[Point], bulge: float = 0.13) -> str:
    """Line commands through corners, each piece bowed: the edge of locks."""
    pieces = []
    for index, (a, b) in enumerate(pairwise(points)):
        sign = 1 if index % 2 else -1
        mx = (a[0] + b[0]) / 2 + sign * (b[1] - a[1]) * bulge
        my = (a[1] + b[1]) / 2 - sign * (b[0] - a[0]) * bulge
        pieces.append(f"Q{number(mx)} {number(my)} {number(b[0])} {number(b[1])}")
    return "".join(pieces)


def bumps(points: Sequence[Point], size: float, *, start: str = "M", sweep: int = 1) -> str:
    """A run of curls along the points."""
    fine = spread(points, 8)
    lengths = [0.0]
    for a, b in pairwise(fine):
        lengths.append(lengths[-1] + math.hypot(b[0] - a[0], b[1] - a[1]))
    count = max(2, round(lengths[-1] / size))
    data = f"{start}{number(fine[0][0])} {number(fine[0][1])}"
    index = 0
    for step in range(1, count + 1):
        wanted = lengths[-1] * step / count
        while index < len(fine) - 2 and lengths[index + 1] < wanted:
            index += 1
        x, y = fine[min(index + 1, len(fine) - 1)]
        r = size * (0.56 if step % 2 else 0.64)
        data += f"A{number(r)} {number(r)} 0 0 {sweep} {number(x)} {number(y)}"
    return data


def wavy(points: Sequence[Point], depth: float, period: float) -> list[Point]:
    """The line swinging from side to side, less at its beginning."""
    fine = spread(points, 5)
    found = []
    travelled = 0.0
    for index, (x, y) in enumerate(fine):
        a, b = fine[max(0, index - 1)], fine[min(len(fine) - 1, index + 1)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = math.hypot(dx, dy) or 1.0
        if index:
            travelled += math.hypot(x - fine[index - 1][0], y - fine[index - 1][1])
        swing = math.sin(travelled / period * 2 * math.pi) * depth * min(1.0, travelled / period)
        found.append((x - dy / length * swing, y + dx / length * swing))
    return found
