"""The edges of hair: hairlines and fringes, and how locks, waves and curls run along them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ..paint import Point, chain, number, spread

FRINGES: Mapping[str, tuple[Point, ...]] = {  # corners from the right temple to the left one
    "swept": ((74, 22), (66, -18), (60, 4), (48, -34), (40, -14), (26, -66), (10, -12), (-4, -38),
              (-22, -2), (-32, -32), (-52, 6), (-62, -16), (-74, 24)),
    "bangs": ((73, 18), (65, -16), (58, -2), (41, -5), (36, -28), (31, -6), (13, -9), (6, -18),
              (3, -9), (-16, -9), (-25, -36), (-29, -7), (-44, -4), (-50, -18), (-54, -1),
              (-65, -16), (-73, 18)),
    "wispy": ((73, 14), (65, -34), (57, -4), (47, -44), (34, -38), (27, -6), (17, -48), (2, -40),
              (-6, -2), (-15, -48), (-32, -40), (-40, -6), (-48, -44), (-58, -2), (-65, -34),
              (-73, 16)),
    "choppy": ((73, 6), (66, -38), (58, -12), (50, -44), (37, -16), (30, -36), (22, -20),
               (14, -58), (-4, -20), (-12, -40), (-30, -12), (-38, -46), (-50, -20), (-57, -34),
               (-66, -6), (-69, -32), (-73, 6)),
    "short": ((73, 0), (67, -42), (58, -24), (50, -50), (34, -24), (18, -62), (2, -30),
              (-6, -44), (-24, -20), (-32, -56), (-48, -24), (-56, -46), (-65, -14), (-69, -40),
              (-73, 0)),
    "tousled": ((74, 8), (66, -34), (60, -10), (47, -46), (38, -14), (20, -56), (2, -10),
                (-8, -50), (-18, -24), (-28, -54), (-50, -8), (-58, -42), (-66, -6), (-68, -34),
                (-74, 8)),
    "spiky": ((74, 10), (66, -34), (58, -4), (44, -46), (28, 2), (12, -48), (-8, -8), (-18, -52),
              (-44, 2), (-50, -42), (-62, -2), (-67, -34), (-74, 10)),
    "middle": ((74, 34), (66, -6), (60, 16), (52, -22), (42, -8), (28, -44), (0, -84), (-28, -44),
               (-42, -8), (-52, -22), (-60, 16), (-66, -6), (-74, 34)),
}  # fmt: skip
LINES: Mapping[str, tuple[Point, ...]] = {  # smooth hairlines
    "parted": ((74, 26), (68, -4), (58, -30), (40, -54), (22, -74), (2, -56), (-30, -38),
               (-58, -8), (-74, 28)),
    "back": ((72, 2), (67, -36), (46, -62), (20, -67), (0, -62), (-20, -67), (-46, -62), (-67, -36),
             (-72, 2)),
    "quiff": ((72, 2), (67, -40), (50, -60), (18, -64), (0, -66), (-18, -66), (-50, -60),
              (-67, -40), (-72, 2)),
    "receding": ((73, 4), (68, -38), (54, -78), (26, -76), (0, -70), (-26, -76), (-54, -78), (-68,
                 -38), (-73, 4)),
    "curls": ((74, 10), (67, -20), (52, -38), (28, -44), (0, -40), (-28, -44), (-52, -38),
              (-67, -20), (-74, 10)),
}  # fmt: skip
SIDE_FRINGES: Mapping[str, tuple[Point, ...]] = {  # from the forehead back to the ear
    "swept": ((76, -6), (66, -36), (58, 4), (46, -32), (38, 14), (26, -18), (14, 32)),
    "bangs": ((73, -10), (66, -22), (61, -5), (48, -3), (44, -18), (40, -2), (28, 2), (22, -10),
              (14, 30)),
    "wispy": ((76, -6), (68, -42), (58, -2), (50, -40), (40, 2), (32, -34), (24, -12), (12, 30)),
    "choppy": ((74, -22), (66, -42), (57, -20), (48, -40), (38, -12), (30, -26), (22, -8),
               (10, 24)),
    "short": ((73, -28), (62, -54), (52, -24), (42, -50), (32, -12), (24, -28), (10, 22)),
    "tousled": ((76, -14), (64, -48), (54, -8), (44, -44), (34, 2), (24, -26), (10, 26)),
    "spiky": ((82, -8), (64, -42), (58, 0), (44, -42), (34, 6), (22, -26), (10, 26)),
    "middle": ((60, -66), (58, -10), (48, -30), (40, 24), (30, -10), (16, 40)),
}  # fmt: skip
SIDE_LINES: Mapping[str, tuple[Point, ...]] = {
    "parted": ((66, -60), (58, -40), (44, -12), (32, 14), (14, 28)),
    "back": ((63, -62), (46, -46), (34, -22), (22, 0), (8, 20)),
    "quiff": ((65, -60), (48, -48), (36, -24), (24, 0), (8, 20)),
    "receding": ((36, -82), (34, -56), (24, -28), (16, 0), (6, 20)),
    "curls": ((70, -42), (54, -30), (42, -8), (28, 6), (10, 26)),
}
STRAIGHT_CUT = frozenset({"bangs"})


def bent(points: Sequence[Point], bulge: float = 0.13) -> str:
    """Line commands through corners, each piece bowed: the edge of locks."""
    pieces = []
    for index, (a, b) in enumerate(pairwise(points)):
        sign = 1 if index % 2 else -1
        mx = (a[0] + b[0]) / 2 + sign * (b[1] - a[1]) * bulge
        my = (a[1] + b[1]) / 2 - sign * (b[0] - a[0]) * bulge
        pieces.append(f"Q{number(mx)} {number(my)} {number(b[0])} {number(b[1])}")
    return "".join(pieces)


def parted(points: Sequence[Point], part: float, bulge: float = 0.16) -> str:
    """Line commands through the corners of a fringe: each lock curves away from the parting."""
    pieces = []
    for a, b in pairwise(points):
        x = (a[0] + b[0]) / 2
        away = 1.0 if x > part else -1.0
        tall = abs(b[1] - a[1])
        mx = x + away * tall * bulge
        my = (a[1] + b[1]) / 2 + 1.5
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


def ribbon(
    spine: Sequence[Point], width: float, *, root: float = 0.7, full: float = 0.35
) -> tuple[list[Point], list[Point]]:
    """Both edges of a lock: `root` of its width at the beginning, all of it at `full` of
    its length, pointed at the end."""
    count = len(spine)
    left: list[Point] = []
    right: list[Point] = []
    for index, (x, y) in enumerate(spine):
        ax, ay = spine[max(0, index - 1)]
        bx, by = spine[min(count - 1, index + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        share = index / (count - 1)
        if share < full:
            swell = root + (1 - root) * math.sin(share / full * math.pi / 2)
        else:
            swell = math.cos((share - full) / (1 - full) * math.pi / 2) ** 0.75
        half = width / 2 * swell
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left, right


def lock(spine: Sequence[Point], width: float, *, root: float = 0.7, full: float = 0.35) -> str:
    left, right = ribbon(spine, width, root=root, full=full)
    return chain(left, right[::-1])
