"""A landscape as it stands behind a sitter of 1780: an evening sky, hills, water and trees."""

from __future__ import annotations

from ..avatar.paint import Point, chain, ellipse, mix, smooth
from .cloth import Sheet

# sky above, sky below, the light at the horizon, the hills
_HOURS = (
    ("#2c3c4e", "#b08a62", "#f2c27a", "#3c4430"),
    ("#3a4a58", "#a8a08a", "#ecd9a8", "#444c34"),
    ("#2a2c40", "#a4604a", "#f0a460", "#33301f"),
    ("#41525e", "#98a09a", "#e6dcc0", "#3e4a3a"),
)


def landscape(sheet: Sheet, left: float, right: float) -> None:
    above, below, glow, hill = _HOURS[int(sheet.random("hour") * len(_HOURS))]
    wide = right - left
    sky = chain([(left, -10), (right, -10)], [(right, 1230), (left, 1230)])
    sheet.fill(
        sky,
        sheet.linear(
            (0, 0), (0, 900), (0, above), (0.55, mix(above, below, 0.75)), (0.85, below), (1, glow)
        ),
    )
    sun = left + wide * (0.18 + 0.2 * sheet.random("sun"))
    sheet.fill(
        sky, sheet.radial((sun, 760), 620, (0, glow + "e0"), (0.4, glow + "50"), (1, glow + "00"))
    )
    _clouds(sheet, left, right, above, glow)
    for layer in range(4):
        _hills(sheet, left, right, layer, hill, mix(below, glow, 0.4))
    _water(sheet, left, right, glow)
    side = 1 if sheet.random("tree side") < 0.5 else -1
    _tree(sheet, (right - 70) if side > 0 else (left + 70), side, mix(hill, "#1a140a", 0.6))


def _clouds(sheet: Sheet, left: float, right: float, above: str, glow: str) -> None:
    dark, light = mix(above, "#120c10", 0.35), mix(glow, "#ffffff", 0.25)
    banks, lights = [], []
    for bank in range(9):
        x = left + (right - left) * sheet.random(f"cloud {bank} x")
        y = 60 + 560 * sheet.random(f"cloud {bank} y")
        size = 70 + 120 * sheet.random(f"cloud {bank} s") * (1 - y / 900)
        for puff in range(7):
            key = f"cloud {bank} {puff}"
            px = x + (sheet.random(key + "x") - 0.5) * size * 3.4
            py = y + (sheet.random(key + "y") - 0.5) * size * 0.7
            r = size * (0.35 + 0.4 * sheet.random(key + "r"))
            banks.append(ellipse(px, py, r * 1.35, r * 0.6))
            lights.append(ellipse(px - r * 0.3, py - r * 0.28, r * 0.95, r * 0.34))
    sheet.fill("".join(banks), dark, opacity=0.5, extra=sheet.blur(20))
    sheet.fill("".join(lights), light, opacity=0.42, extra=sheet.blur(13))


def _hills(sheet: Sheet, left: float, right: float, layer: int, colour: str, air: str) -> None:
    base = 760 + 62 * layer
    points: list[Point] = []
    steps = 9
    for step in range(steps + 1):
        rise = (sheet.random(f"hill {layer} {step}") - 0.3) * (92 - 14 * layer)
        points.append((left - 20 + (right - left + 40) * step / steps, base - rise))
    shape = chain(points, [(right + 20, 1240), (left - 20, 1240)])
    tone = mix(colour, air, 0.72 - 0.22 * layer)
    sheet.fill(
        shape,
        sheet.linear(
            (0, base - 60),
            (0, base + 200),
            (0, mix(tone, air, 0.2)),
            (1, mix(tone, "#0c0a06", 0.45)),
        ),
        extra=sheet.blur(3.0 - 0.5 * layer),
    )
    if layer < 1:
        return
    trees, tops = [], []
    for tree in range(40 + 14 * layer):
        share = sheet.random(f"wood {layer} {tree}")
        x = left + (right - left) * share
        at = min(steps - 1, int(share * steps))
        y = points[at][1] + (points[at + 1][1] - points[at][1]) * (share * steps - at)
        size = (5 + 5 * layer) * (0.5 + 0.9 * sheet.random(f"wood {layer} {tree} s"))
        trees.append(ellipse(x, y - size * 0.4, size * 1.25, size))
        tops.append(ellipse(x - size * 0.3, y - size * 0.8, size * 0.55, size * 0.5))
    sheet.fill("".join(trees), mix(tone, "#10100a", 0.4), extra=sheet.blur(2.2))
    sheet.fill("".join(tops), mix(tone, air, 0.3), opacity=0.6, extra=sheet.blur(2.2))


def _water(sheet: Sheet, left: float, right: float, glow: str) -> None:
    middle = left + (right - left) * 0.2
    river = smooth(
        [
            (middle - 120, 884),
            (middle + 60, 876),
            (middle + 180, 894),
            (middle + 90, 930),
            (middle + 200, 980),
            (middle + 20, 1010),
            (middle - 160, 960),
            (middle - 60, 920),
        ],
        closed=True,
    )
    sheet.fill(
        river,
        sheet.linear((0, 870), (0, 1010), (0, glow), (1, mix(glow, "#3a4048", 0.7))),
        opacity=0.7,
        extra=sheet.blur(4),
    )


def _tree(sheet: Sheet, x: float, side: int, dark: str) -> None:
    """A great one at the edge, its crown out of the picture."""
    trunk = chain(
        [(x - 26, 1240), (x - 18, 900), (x - 34 * side, 560), (x - 16, 300)],
        [(x + 16, 300), (x + 20 - 30 * side, 560), (x + 26, 900), (x + 38, 1240)],
    )
    sheet.fill(
        trunk,
        sheet.linear(
            (x - 40, 0), (x + 40, 0), (0, mix(dark, "#c08a50", 0.35)), (0.4, dark), (1, "#0a0704")
        ),
    )
    leaves: list[str] = []
    lit: list[str] = []
    for leaf in range(220):
        key = f"leaf {leaf}"
        px = x + (sheet.random(key + "x") - 0.5) * 430 - side * 40
        py = 20 + 430 * sheet.random(key + "y") ** 1.2 + abs(px - x) * 0.18
        r = 7 + 24 * sheet.random(key + "r")
        (leaves if leaf % 3 else lit).append(ellipse(px, py, r * 1.3, r))
    sheet.fill("".join(leaves), mix(dark, "#0a0c06", 0.3), opacity=0.92, extra=sheet.blur(5))
    sheet.fill("".join(lit), mix(dark, "#a8854a", 0.32), opacity=0.6, extra=sheet.blur(6))
