"""Gold and jewels on a costume: buttons, braid, epaulettes, medals, chains, gems."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from ..avatar.paint import Point, ellipse, mix, number, polygon, smooth, spread, taper
from .cloth import SHADE, Sheet, shadow

GOLD = ("#fff3c2", "#e0b04a", "#9a6a1e", "#3f260b")
SILVER = ("#ffffff", "#c9cbd0", "#777a84", "#2b2d35")
Metal = tuple[str, str, str, str]


def button(sheet: Sheet, x: float, y: float, radius: float, metal: Metal = GOLD) -> None:
    light, plain, dark, deep = metal
    fall = f'transform="translate(3 5)" {sheet.blur(3)}'
    sheet.fill(ellipse(x, y, radius, radius), SHADE, opacity=0.7, extra=fall)
    paint = sheet.radial(
        (x - radius * 0.35, y - radius * 0.4), radius * 1.5,
        (0, light), (0.3, plain), (0.75, dark), (1, deep),
    )  # fmt: skip
    sheet.fill(ellipse(x, y, radius, radius), paint)
    sheet.line(ellipse(x, y, radius * 0.66, radius * 0.66), deep, radius * 0.12, opacity=0.5)
    sheet.fill(ellipse(x - radius * 0.3, y - radius * 0.35, radius * 0.2, radius * 0.15), "#fffbe6")


def braid(
    sheet: Sheet, points: Sequence[Point], width: float, metal: Metal = GOLD, *, fall: bool = True
) -> None:
    """A twisted cord or a woven band along a line."""
    path = smooth(points)
    light, plain, dark, deep = metal
    if fall:
        place = f'transform="translate(2 {number(width * 0.5)})" {sheet.blur(3)}'
        sheet.line(path, SHADE, width, opacity=0.6, extra=place)
    sheet.line(path, deep, width)
    sheet.line(path, dark, width * 0.8)
    lit = smooth([(x - width * 0.1, y - width * 0.14) for x, y in points])
    sheet.line(lit, plain, width * 0.5)
    dash = f'stroke-dasharray="{number(width * 0.28)} {number(width * 0.42)}" stroke-linecap="butt"'
    sheet.line(path, deep, width * 0.7, opacity=0.45, extra=dash)
    sheet.line(lit, light, width * 0.24, opacity=0.9, extra=dash)


def epaulette(sheet: Sheet, side: int, metal: Metal = GOLD) -> None:
    """On the shoulder: a pad, a crescent of cord, and a fringe of bullion."""
    light, plain, dark, deep = metal
    middle = 416 + side * 262, 812.0
    slope = side * 24.0
    count = 26
    pad = ellipse(0, 0, 92, 38)
    place = f"translate({number(middle[0])} {number(middle[1])}) rotate({number(slope)})"
    fall = f'transform="{place} translate(6 40) scale(1 1.6)" {sheet.blur(12)}'
    sheet.fill(pad, SHADE, opacity=0.65, extra=fall)
    turn = math.radians(slope)
    for row, (drop, long) in enumerate(((10, 92), (0, 76))):
        for index in range(count):
            angle = math.pi * (0.02 + 0.96 * index / (count - 1))
            x, y = 92 * math.cos(angle), 34 * math.sin(angle) + drop - 8
            x, y = x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)
            x, y = middle[0] + x, middle[1] + y
            sway = (sheet.random(f"fringe {side} {row} {index}") - 0.5) * 7
            reach = long * (0.9 + 0.14 * sheet.random(f"fringe {side} {row} {index} y"))
            tip = (x + sway + side * 3, y + reach * (0.7 + 0.3 * math.sin(angle)))
            strand = f"M{number(x)} {number(y)}L{number(tip[0])} {number(tip[1])}"
            tone = mix(plain, dark, 0.25 + 0.55 * sheet.random(f"fringe {side}{row}{index} c"))
            sheet.line(strand, deep, 8.5)
            sheet.line(strand, tone, 6)
            lit = f"M{number(x - 1.6)} {number(y)}L{number(tip[0] - 1.6)} {number(tip[1] - 3)}"
            dash = 'stroke-dasharray="3 4" stroke-linecap="butt"'
            sheet.line(lit, light, 2, opacity=0.75, extra=dash)
    paint = sheet.linear((-92, -38), (70, 44), (0, light), (0.3, plain), (0.7, dark), (1, deep))
    sheet.add(f'<g transform="{place}">')
    sheet.fill(pad, paint)
    sheet.fill(ellipse(0, -2, 66, 24), sheet.linear((-66, -24), (50, 26), (0, dark), (1, plain)))
    sheet.line(ellipse(0, 0, 86, 33), deep, 11)
    dash = 'stroke-dasharray="6 5" stroke-linecap="butt"'
    sheet.line(ellipse(0, 0, 86, 33), plain, 9)
    sheet.line(ellipse(-1, -2, 86, 33), light, 5, opacity=0.85, extra=dash)
    star = _star(0, -2, 19, 8, 5)
    sheet.fill(star, light)
    sheet.line(star, deep, 1.5, opacity=0.7)
    sheet.add("</g>")


def medal(sheet: Sheet, x: float, y: float, kind: int, colours: Sequence[str]) -> None:
    """On a striped ribbon: a disc, a cross or a star."""
    wide, tall = 30.0, 50.0
    left, right = x - wide / 2, x + wide / 2
    ribbon = polygon(
        ((left, y), (right, y), (right, y + tall), (x, y + tall + 12), (left, y + tall))
    )
    shadow(sheet, ribbon, 8)
    sheet.fill(ribbon, colours[0])
    for share, colour in ((0.5, colours[1]), (0.16, colours[2])):
        half = wide * share / 2
        sheet.fill(
            polygon(
                ((x - half, y), (x + half, y), (x + half, y + tall + 8), (x - half, y + tall + 8))
            ),
            colour,
        )
    sheet.fill(
        ribbon, sheet.linear((left, y), (right, y + tall), (0, "#ffffff40"), (1, "#00000080"))
    )
    low = y + tall + 32
    light, plain, dark, deep = SILVER if kind == 1 else GOLD
    radius = 25.0
    if kind == 0:
        shape = ellipse(x, low, radius * 0.92, radius * 0.92)
    elif kind == 1:
        shape = _star(x, low, radius * 1.15, radius * 0.5, 8)
    else:
        shape = _cross(x, low, radius * 1.12)
    shadow(sheet, shape, 9, 0.75)
    sheet.fill(
        shape,
        sheet.radial(
            (x - 9, low - 10), radius * 1.7, (0, light), (0.35, plain), (0.8, dark), (1, deep)
        ),
    )
    sheet.line(shape, deep, 1.6, opacity=0.8)
    gem(sheet, x, low, 8.5, colours[0])


def gem(sheet: Sheet, x: float, y: float, radius: float, colour: str) -> None:
    setting = ellipse(x, y, radius * 1.3, radius * 1.3)
    light, plain, _, deep = GOLD
    sheet.fill(
        setting,
        sheet.radial((x - radius, y - radius), radius * 2.6, (0, light), (0.4, plain), (1, deep)),
    )
    sheet.fill(
        ellipse(x, y, radius, radius),
        sheet.radial(
            (x + radius * 0.3, y + radius * 0.4), radius * 1.3,
            (0, mix(colour, "#ffffff", 0.45)), (0.5, colour), (1, mix(colour, "#000000", 0.65)),
        ),
    )  # fmt: skip
    sheet.fill(
        ellipse(x - radius * 0.35, y - radius * 0.4, radius * 0.28, radius * 0.2),
        "#ffffff",
        opacity=0.9,
    )


def pearl(sheet: Sheet, x: float, y: float, radius: float) -> None:
    fall = f'transform="translate(2 4)" {sheet.blur(2.5)}'
    sheet.fill(ellipse(x, y, radius, radius), SHADE, opacity=0.6, extra=fall)
    paint = sheet.radial(
        (x - radius * 0.3, y - radius * 0.35), radius * 1.5,
        (0, "#fffdf4"), (0.45, "#e6dcc8"), (0.85, "#a09280"), (1, "#6d6052"),
    )  # fmt: skip
    sheet.fill(ellipse(x, y, radius, radius), paint)


def chain(sheet: Sheet, points: Sequence[Point], size: float, gems: Sequence[str] = ()) -> None:
    """Links of gold along a line, every third a rosette with a stone where there are gems."""
    line = _even(points, size * 1.5)
    path = smooth(line)
    sheet.line(path, SHADE, size, opacity=0.6, extra=f'transform="translate(4 10)" {sheet.blur(5)}')
    light, plain, dark, deep = GOLD
    for index, (x, y) in enumerate(line):
        before, after = line[max(0, index - 1)], line[min(len(line) - 1, index + 1)]
        angle = math.degrees(math.atan2(after[1] - before[1], after[0] - before[0]))
        if gems and index % 3 == 1:
            rosette = _star(x, y, size * 1.05, size * 0.72, 8)
            sheet.fill(
                rosette,
                sheet.radial(
                    (x - size * 0.4, y - size * 0.5),
                    size * 1.9,
                    (0, light),
                    (0.4, plain),
                    (0.85, dark),
                    (1, deep),
                ),
            )
            sheet.line(rosette, deep, 1.2, opacity=0.7)
            gem(sheet, x, y, size * 0.36, gems[index // 3 % len(gems)])
            continue
        sheet.add(f'<g transform="translate({number(x)} {number(y)}) rotate({number(angle)})">')
        link = ellipse(0, 0, size * 0.82, size * 0.46)
        sheet.line(link, deep, size * 0.42)
        sheet.line(link, plain, size * 0.3)
        sheet.line(ellipse(-1, -1.4, size * 0.8, size * 0.44), light, size * 0.1, opacity=0.9)
        sheet.add("</g>")


def cords(sheet: Sheet, side: int, metal: Metal = GOLD) -> None:
    """An aiguillette: cords in loops from the shoulder to the middle of the chest."""
    start = 416 + side * 235, 822.0
    for end, sag in (
        ((416 + side * 28, 905.0), 120.0),
        ((416 + side * 30, 925.0), 70.0),
        ((416 + side * 60, 880.0), 165.0),
    ):
        points = [
            start,
            (start[0] * 0.72 + end[0] * 0.28, (start[1] + end[1]) / 2 + sag * 0.75),
            (start[0] * 0.35 + end[0] * 0.65, (start[1] + end[1]) / 2 + sag * 0.85),
            end,
        ]
        braid(sheet, points, 9, metal)


def _even(points: Sequence[Point], step: float) -> list[Point]:
    """Places at equal distances on the curve through points."""
    line = spread(points, 16)
    found, rest = [line[0]], step
    for (ax, ay), (bx, by) in pairwise(line):
        long = math.hypot(bx - ax, by - ay)
        at = rest
        while at <= long:
            found.append((ax + (bx - ax) * at / long, ay + (by - ay) * at / long))
            at += step
        rest = at - long
    return found


def _star(x: float, y: float, outer: float, inner: float, points: int) -> str:
    return polygon(
        (
            x + (outer if turn % 2 == 0 else inner) * math.sin(turn * math.pi / points),
            y - (outer if turn % 2 == 0 else inner) * math.cos(turn * math.pi / points),
        )
        for turn in range(2 * points)
    )


def _cross(x: float, y: float, size: float) -> str:
    """With arms that widen outwards."""
    arm = ((-0.14, -0.14), (-0.42, -1.0), (0.42, -1.0), (0.14, -0.14))
    points = []
    for quarter in range(4):
        cosine, sine = ((1, 0), (0, 1), (-1, 0), (0, -1))[quarter]
        points += [
            (x + size * (px * cosine - py * sine), y + size * (px * sine + py * cosine))
            for px, py in arm
        ]
    return polygon(points)


def crest(sheet: Sheet, points: Sequence[Point], width: float, metal: Metal = GOLD) -> None:
    """Embroidery along a line: a stem with leaves to both sides."""
    line = _even(points, width * 0.62)
    light, plain, dark, deep = metal
    sheet.line(smooth(line), dark, width * 0.12)
    for index, (x, y) in enumerate(line[:-1]):
        ax, ay = line[index + 1]
        long = math.hypot(ax - x, ay - y) or 1.0
        ux, uy = (ax - x) / long, (ay - y) / long
        for side in (-1, 1):
            nx, ny = -uy * side, ux * side
            tip = (x + (ux * 0.5 + nx * 0.5) * width, y + (uy * 0.5 + ny * 0.5) * width)
            bend = (x + (ux * 0.15 + nx * 0.35) * width, y + (uy * 0.15 + ny * 0.35) * width)
            leaf = taper(spread(((x, y), bend, tip)), width * 0.3)
            sheet.fill(leaf, deep, opacity=0.6, extra='transform="translate(1.5 2.5)"')
            sheet.fill(leaf, plain if (side < 0) == (ux > 0) else mix(plain, dark, 0.5))
            vein = taper(spread(((x, y), bend, tip)), width * 0.1)
            sheet.fill(vein, light, opacity=0.8)
