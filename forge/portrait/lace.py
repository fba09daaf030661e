"""White linen and lace: ruffs, jabots, collars and cravats."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..avatar.paint import Point, chain, ellipse, mix, number, smooth, spread, taper
from .cloth import SHADE, Cloth, Sheet, garment, shadow

LINEN = "#efe6d4"
_SHADED = "#8d8272"
_DEEP = "#3d342c"


def ruff(sheet: Sheet, *, front: bool, y: float = 724.0, rx: float = 246, ry: float = 92) -> None:
    """Half a wheel of starched pleats round the neck: the half behind it, or before it."""
    x = 416.0
    inner = rx * 0.5, ry * 0.34
    middle = y - 46
    if front:
        fall = ellipse(x, y + 14, rx * 0.98, ry)
        sheet.fill(fall, SHADE, opacity=0.75, extra=sheet.blur(20))
    count = 34 if front else 30
    start, sweep = (-0.22, math.pi + 0.44) if front else (math.pi, math.pi)
    for row in (1, 0):
        # the lower row first, between the upper one's pleats
        order = sorted(range(count + 1), key=lambda n: -abs(n - count / 2))
        for index in order:
            angle = start + sweep * (index + (0.5 if row else 0.0)) / count
            if row and index == count:
                continue
            _pleat(sheet, x, y, middle, angle, (rx, ry), inner, row, count, sweep)


def _pleat(
    sheet: Sheet, x: float, y: float, middle: float, angle: float, outer: Point, inner: Point,
    row: int, count: int, sweep: float,
) -> None:  # fmt: skip
    cosine, sine = math.cos(angle), math.sin(angle)
    drop = 16.0 if row else 0.0
    root = x + inner[0] * cosine, middle + inner[1] * sine
    tip = x + outer[0] * cosine, y + outer[1] * sine + drop
    half = sweep * outer[0] * 0.62 / count
    # Pleats at the side are seen from their edge.
    half *= 0.5 + 0.5 * abs(sine)
    long = math.hypot(tip[0] - root[0], tip[1] - root[1]) or 1.0
    ux, uy = (tip[0] - root[0]) / long, (tip[1] - root[1]) / long
    nx, ny = -uy, ux
    wide = half * 1.18
    left = tip[0] - ux * wide + nx * wide, tip[1] - uy * wide + ny * wide
    right = tip[0] - ux * wide - nx * wide, tip[1] - uy * wide - ny * wide
    end = tip[0] + ux * wide * 0.2, tip[1] + uy * wide * 0.2
    shape = chain(
        [root, ((root[0] + left[0]) / 2 + nx * 2, (root[1] + left[1]) / 2 + ny * 2), left, end,
         right, ((root[0] + right[0]) / 2 - nx * 2, (root[1] + right[1]) / 2 - ny * 2), root],
    )  # fmt: skip
    facing = 0.5 - 0.5 * (0.8 * cosine + 0.2 * sine)
    light = mix(mix(LINEN, "#ffffff", 0.5 * facing), _SHADED, 0.5 * (1 - facing) + 0.25 * row)
    sheet.fill(
        shape,
        sheet.linear(
            root,
            tip,
            (0, _DEEP),
            (0.3, mix(_SHADED, light, 0.3)),
            (0.75, light),
            (1, mix(light, "#ffffff", 0.4)),
        ),
    )
    sheet.line(shape, _DEEP, 1.2, opacity=0.35)
    hollow = tip[0] - ux * wide * 0.75, tip[1] - uy * wide * 0.75
    turn = math.degrees(math.atan2(uy, ux))
    place = f'transform="rotate({number(turn)} {number(hollow[0])} {number(hollow[1])})"'
    sheet.fill(
        ellipse(*hollow, wide * 0.6, wide * 0.5),
        mix(_DEEP, _SHADED, 0.35 * facing + 0.2),
        extra=place,
    )
    sheet.line(ellipse(*hollow, wide * 0.62, wide * 0.52), "#fffaf0", 1.3, opacity=0.7, extra=place)


def ruffle(
    sheet: Sheet, top: Point, width: float, spread_to: float, tall: float, name: str
) -> None:
    """A gathered piece of lace that hangs from a short edge and widens to a scalloped one."""
    x, y = top
    count = max(5, round(spread_to / 17))
    hem: list[Point] = []
    for index in range(2 * count + 1):
        share = index / (2 * count)
        wave = 6.0 if index % 2 else -6.0
        sag = 1 - (2 * share - 1) ** 2
        hem.append(
            (
                x + (share - 0.5) * spread_to + (sheet.random(f"{name} hem {index}") - 0.5) * 4,
                y + tall * (0.78 + 0.22 * sag) + wave,
            )
        )
    shape = chain([(x + width / 2, y), (x, y - 6), (x - width / 2, y)], hem)
    shadow(sheet, shape, 12, 0.65)
    paint = sheet.linear(
        (x - spread_to / 2, y),
        (x + spread_to / 2, y + tall),
        (0, "#fffaf0"),
        (0.5, LINEN),
        (1, _SHADED),
    )
    sheet.fill(shape, paint)
    marks = []
    for index in range(1, 2 * count, 1):
        end = hem[index]
        start = x + (index / (2 * count) - 0.5) * width, y + 2
        bend = (start[0] * 0.45 + end[0] * 0.55, start[1] * 0.5 + end[1] * 0.5)
        dark = index % 2 == 0
        line = taper(spread((start, bend, end)), 7 if dark else 5, peak=0.35)
        tone, faint = (_DEEP, 0.5) if dark else ("#ffffff", 0.6)
        marks.append(f'<path d="{line}" fill="{tone}" fill-opacity="{faint}"/>')
    sheet.group(f"{sheet.clip(shape)}", [f"<g {sheet.blur(1.3)}>{''.join(marks)}</g>"])
    _lace_edge(sheet, hem)


def _lace_edge(sheet: Sheet, hem: Sequence[Point]) -> None:
    """Holes and a picot along a hem."""
    holes, picots = [], []
    for index, (x, y) in enumerate(hem):
        if index % 2:
            holes.append(ellipse(x, y - 9, 2.6, 3.2))
            picots.append(ellipse(x, y + 0.5, 3.2, 3.0))
        else:
            holes.append(ellipse(x, y - 4, 1.7, 2.0))
        holes.append(ellipse(x, y - 17, 1.4, 1.6))
    sheet.fill("".join(holes), _DEEP, opacity=0.55)
    sheet.fill("".join(picots), "#fffaf0", opacity=0.9)
    sheet.line(smooth(list(hem)), "#fffaf0", 1.6, opacity=0.8)


def stock(sheet: Sheet, colour: str = LINEN, y: float = 712.0, half: float = 152) -> None:
    """A band of linen wound round the neck."""
    low, x = y + 74, 416.0
    shape = chain(
        [
            (x - half, y - 8),
            (x - half * 0.5, y + 18),
            (x, y + 26),
            (x + half * 0.5, y + 18),
            (x + half, y - 8),
        ],
        [
            (x + half * 0.96, low - 26),
            (x + half * 0.5, low),
            (x, low + 8),
            (x - half * 0.5, low),
            (x - half * 0.96, low - 26),
        ],
    )
    shadow(sheet, shape, 12)
    folds = [
        [
            (x - half * 0.95, y + 14 + 16 * k),
            (x, y + 44 + 16 * k),
            (x + half * 0.95, y + 12 + 16 * k),
        ]
        for k in range(3)
    ]
    garment(sheet, shape, Cloth(colour, 0.7), folds, width=9, edge=18)


def jabot(sheet: Sheet, y: float = 770.0) -> None:
    """A cascade of lace below the chin."""
    for row, (drop, width, wide, tall) in enumerate(
        ((150, 54, 150, 128), (84, 50, 176, 120), (14, 46, 158, 116))
    ):
        ruffle(sheet, (416, y + drop), width, wide, tall, f"jabot {row}")
    knot = ellipse(416, y + 4, 34, 24)
    shadow(sheet, knot, 8)
    garment(
        sheet,
        knot,
        Cloth(LINEN, 0.7),
        [[(396, y - 8), (404, y + 4), (400, y + 18)], [(424, y - 12), (428, y + 4), (422, y + 20)]],
        width=7,
        edge=12,
    )


def collar(sheet: Sheet, cloth: Cloth, *, lace: bool = True) -> None:
    """Broad and falling, to both sides of the throat."""
    for side in (1, -1):

        def at(x: float, y: float, side: int = side) -> Point:
            return 416 + side * x, y

        hem = [
            at(196, 742),
            at(228, 800),
            at(206, 858),
            at(150, 898),
            at(88, 906),
            at(36, 872),
            at(8, 800),
        ]
        shape = chain(
            [at(4, 790), at(60, 752), at(128, 712), at(150, 700)],
            [at(150, 700), at(180, 716), *hem],
        )
        shadow(sheet, shape, 14)
        garment(
            sheet,
            shape,
            cloth,
            [[at(150, 716), at(160, 790), at(150, 880)], [at(90, 746), at(94, 820), at(80, 890)]],
            width=14,
            edge=16,
        )
        if lace:
            edge = spread(hem, 4)
            _lace_edge(sheet, edge)


def bow(sheet: Sheet, cloth: Cloth, y: float = 790.0, size: float = 1.0) -> None:
    """Two loops, two ends and a knot."""
    x = 416.0
    for side in (-1, 1):

        def at(dx: float, dy: float, side: int = side) -> Point:
            return x + side * dx * size, y + dy * size

        end = chain(
            [at(6, 4), at(26, 40), at(54, 118)],
            [at(54, 118), at(34, 108), at(18, 122)],
            [at(18, 122), at(2, 60), at(-4, 8)],
        )
        shadow(sheet, end, 8)
        garment(sheet, end, cloth, [[at(8, 14), at(22, 60), at(36, 112)]], width=10 * size, edge=12)
    for side in (-1, 1):

        def at(dx: float, dy: float, side: int = side) -> Point:
            return x + side * dx * size, y + dy * size

        loop = smooth(
            [at(4, 0), at(44, -36), at(96, -34), at(108, 2), at(92, 38), at(42, 26)], closed=True
        )
        shadow(sheet, loop, 9)
        garment(
            sheet,
            loop,
            cloth,
            [[at(10, -4), at(50, -18), at(96, -12)], [at(10, 6), at(46, 14), at(90, 20)]],
            width=13 * size,
            edge=14,
        )
    knot = smooth(
        [
            (x - 20 * size, y - 18 * size),
            (x + 20 * size, y - 18 * size),
            (x + 16 * size, y + 20 * size),
            (x - 16 * size, y + 20 * size),
        ],
        closed=True,
    )
    shadow(sheet, knot, 6)
    garment(
        sheet,
        knot,
        cloth,
        [[(x - 4, y - 16 * size), (x, y), (x - 5, y + 18 * size)]],
        width=9 * size,
        edge=10,
    )
