"""Cloth on the trunk and arms: tops, jackets, the upper part of dresses and suits."""

from __future__ import annotations

import math

from ..body import Table
from ..figure import Figure, Layer, cloth, contrast
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Brush, Point, chain, ellipse, glow, mix, shadow, smooth
from .limbs import SIDES, inner_first, neck_strip
from .patterns import pattern_on

_NECKS = {  # depth of the neckline below the collar, and how wide it is open
    "crew": (0.10, 0.95), "v": (0.27, 0.70), "collar": (0.10, 0.7), "hood": (0.09, 0.95),
    "high": (0.02, 1.0), "straps": (0.26, 1.0), "lapel": (0.30, 0.7), "wrap": (0.30, 0.7),
    "stand": (0.03, 0.9), "ring": (0.03, 1.0), "bib": (0.30, 1.0),
}  # fmt: skip
COLLAR = -0.125  # where on the trunk a collar sits


def neckline(figure: Figure, strip: Strip, neck: str) -> list[Point]:
    """The upper edge of a top, from the left shoulder to the right."""
    depth, wide = _NECKS.get(neck, _NECKS["crew"])
    view = figure.view
    if neck == "straps" and view != "side":
        return _straps(figure, strip, 0.16 if view == "back" else 0.24)
    if view == "back":
        depth = 0.02
    middle = figure.body.middle(COLLAR) if view != "back" else 0.0
    if view == "side":
        middle = figure.body.facing * 0.9
        depth *= 0.55
    points = []
    for index in range(9):
        u = lerp(-1, 1, index / 8)
        reach = (1 - middle) if u > middle else (1 + middle)
        share = min(1.0, abs(u - middle) / max(0.05, reach) / wide) if wide else 1.0
        if neck in ("v", "lapel", "wrap", "collar") and view != "side":
            drop = max(0.0, 1 - share)
        else:
            drop = math.sqrt(max(0.0, 1 - share * share))
        points.append(strip.at(u * 0.94, COLLAR + depth * drop))
    return points


def _straps(figure: Figure, strip: Strip, depth: float) -> list[Point]:
    middle = figure.body.middle(0.1) if figure.view != "back" else 0.0
    at = strip.at
    return [
        at(-1.0, 0.20), at(-0.86, 0.12), at(-0.74, -0.02), at(-0.60, -0.035),
        at(middle - 0.42, depth * 0.7), at(middle, depth), at(middle + 0.42, depth * 0.7),
        at(0.60, -0.035), at(0.74, -0.02), at(0.86, 0.12), at(1.0, 0.20),
    ]  # fmt: skip


def torso_panel(figure: Figure, strip: Strip, worn: Worn, hem: float) -> str:
    start = 0.20 if worn.cut.neck == "straps" and figure.view != "side" else COLLAR
    top = neckline(figure, strip, worn.cut.neck)
    if worn.cut.neck in ("v", "lapel", "wrap") and figure.view in ("front", "quarter"):
        runs = [top[:5], top[4:]]
    else:
        runs = [top]
    sag = 0.035 if figure.view in ("front", "quarter") else 0.02
    return chain(
        *runs,
        strip.edge(1, start, hem)[1:-1],
        strip.cut(hem, sag)[::-1],
        strip.edge(-1, hem, start)[1:-1],
    )


def draw_top(figure: Figure, worn: Worn, layer: float, *, sleeves: bool = True) -> None:
    cut, colour = worn.cut, worn.colour
    ease = cut.loose * figure.size
    flare = ((0.1, 0.0), (0.35, ease * 0.3), (0.62, ease * 0.8), (1.0, ease * 0.25))
    strip = figure.body.trunk(ease * 0.35, flare)
    brush = figure.brush(layer)
    data = torso_panel(figure, strip, worn, cut.hem)
    brush.fill(data, colour)
    dark = shadow(colour)
    brush.tone(strip.shade(0.10, cut.hem, side=1, depth=0.20), dark)
    pattern_on(figure, brush, strip, worn, 0.12, cut.hem)
    if cut.detail == "mail":
        _mail(brush, strip, colour, -0.02, cut.hem)
    _form(figure, brush, strip, colour, cut.hem)
    if cut.detail == "ribs":
        band = strip.panel(cut.hem - 0.09, cut.hem, top=0.03, hem=0.03)
        brush.fill(band, shadow(colour, 0.6))
        brush.edge(smooth(strip.cut(cut.hem - 0.09, 0.03)), colour, width=0.6)
    _front(figure, brush, strip, worn)
    if figure.canvas.style.outline != "none":
        brush.line(data, brush.ink(colour), width=1.0)
    _collar(figure, strip, worn, layer)
    if sleeves and cut.sleeve > 0.05:
        for side in SIDES:
            draw_sleeve(figure, worn, side, 1 if layer < Layer.COAT else 2)


def _form(figure: Figure, brush: Brush, strip: Strip, colour: str, hem: float) -> None:
    """Shade under the chest and folds at the waist."""
    dark = shadow(colour, 0.9)
    view = figure.view
    if view == "back":
        for sign in (-1, 1):
            brush.stroke(
                [strip.at(sign * 0.12, 0.55), strip.at(sign * 0.34, 0.38), strip.at(sign * 0.5,
                 0.2)],
                dark, width=2.6,
            )  # fmt: skip
        if hem > 0.6:
            brush.stroke([strip.at(-0.75, 0.74), strip.at(-0.2, 0.79), strip.at(0.3, 0.76)], dark,
                         width=2.4)  # fmt: skip
        return
    middle = figure.body.middle(0.4)
    if view != "side":
        if figure.is_female and figure.age != "child":
            for side in (-1.0, 1.0):
                reach = 0.42 * (1 - abs(middle)) if side == math.copysign(1, middle) else 0.46
                c = middle + side * reach
                brush.stroke(
                    [strip.at(c - 0.26, 0.40), strip.at(c, 0.475), strip.at(c + 0.27, 0.395)],
                    dark, width=3.4,
                )  # fmt: skip
        else:
            brush.stroke(
                [strip.at(middle - 0.62, 0.40), strip.at(middle - 0.3, 0.45),
                 strip.at(middle - 0.06, 0.43)], dark, width=2.6,
            )  # fmt: skip
            brush.stroke(
                [strip.at(middle + 0.08, 0.43), strip.at(middle + 0.32, 0.45),
                 strip.at(min(0.9, middle + 0.64), 0.38)], dark, width=2.6,
            )  # fmt: skip
    if hem > 0.7:
        brush.stroke([strip.at(-0.93, 0.62), strip.at(-0.55, 0.72), strip.at(-0.2, 0.73)], dark,
                     width=3.0, peak=0.25)  # fmt: skip
        brush.stroke([strip.at(0.93, 0.58), strip.at(0.5, 0.70), strip.at(0.25, 0.71)], dark,
                     width=3.4, peak=0.25)  # fmt: skip
        brush.stroke([strip.at(0.90, 0.80), strip.at(0.55, 0.86), strip.at(0.3, 0.85)], dark,
                     width=2.6, peak=0.25)  # fmt: skip


def _mail(brush: Brush, strip: Strip, colour: str, start: float, end: float) -> None:
    rows = 13
    for row in range(1, rows):
        t = lerp(start, end, row / rows)
        points = []
        for column in range(25):
            u = lerp(-0.94, 0.94, column / 24)
            points.append(strip.at(u, t + (0.018 if (column + row) % 2 else -0.014)))
        brush.line(smooth(points), shadow(colour, 1.4), width=0.7, opacity=0.8)


def _front(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    """Buttons, zips, pockets, emblems: only where the front is seen."""
    cut, colour = worn.cut, worn.colour
    line = brush.ink(colour)
    if figure.view == "back":
        if worn.kind == "spacesuit":
            _pack(brush, strip, colour)
        return
    if figure.view == "side":
        if cut.front == "panels":
            brush.stroke(
                [strip.at(0.0, 0.0), strip.at(0.1, 0.5), strip.at(0, 1.0)], line, width=1.2
            )
        return
    middle = figure.body.middle
    hem = cut.hem

    def on(v: float, angle: float = 0.0) -> Point:
        return strip.at(middle(v, angle), v)

    def row(start: float, end: float, angle: float = 0.0, steps: int = 8) -> list[Point]:
        return [on(lerp(start, end, k / steps), angle) for k in range(steps + 1)]

    size = figure.size
    trim = contrast(colour)
    if cut.front in ("buttons", "placket"):
        end = 0.36 if cut.front == "placket" else hem
        brush.line(smooth(row(0.0, end)), line, width=0.6)
        count = 2 if cut.front == "placket" else 6
        for index in range(count):
            x, y = on(lerp(0.10, end - 0.06, index / max(1, count - 1)))
            brush.shape(ellipse(x + size * 0.022, y, size * 0.016, size * 0.016),
                        mix(colour, "#ffffff", 0.5), line=0.5)  # fmt: skip
    elif cut.front == "zip":
        brush.line(smooth(row(-0.08, hem)), line, width=2.0)
        brush.line(smooth(row(-0.08, hem)), glow(trim), width=0.9)
    elif cut.front == "pouch":
        brush.shape(
            chain([on(0.68, -22), on(0.67), on(0.68, 22)], [on(0.94, 42), on(0.99)],
                  [on(0.94, -42)]),
            shadow(colour, 0.35), line=0.7,
        )  # fmt: skip
        for angle in (-9, 9):
            brush.line(smooth(row(-0.01, 0.24, angle, 3)), mix(colour, "#ffffff", 0.65), width=1.3)
    elif cut.front == "double":
        brush.line(smooth(row(0.0, hem, -16)), line, width=0.7)
        for angle in (-13, 20):
            for index in range(4):
                x, y = on(0.16 + index * 0.17, angle)
                brush.shape(ellipse(x, y, size * 0.026, size * 0.026), "#d9b451", line=0.5)
    elif cut.front == "stripe":
        brush.fill(strip.panel(0.40, 0.52, top=0.03, hem=0.03), trim, opacity=0.9)
    elif cut.front == "emblem":
        points = [
            on(0.13, 0),
            on(0.18, 19),
            on(0.28, 18),
            on(0.42, 0),
            on(0.28, -18),
            on(0.18, -19),
        ]
        brush.shape(chain(points, closed=True), "#f1c232", line=0.8)
        star = [on(0.19), on(0.25, 8), on(0.35), on(0.25, -8)]
        brush.fill(chain(*[[p] for p in star]), shadow(colour, 0.4))
    elif cut.front == "laced":
        for index in range(6):
            v = 0.32 + index * 0.10
            for a, b in ((-8, 8), (8, -8)):
                brush.line(smooth([on(v, a), on(v + 0.09, b)]), trim, width=0.9)
        for angle in (-34, 34):
            brush.line(smooth(row(0.26, hem, angle)), line, width=0.7)
    elif cut.front == "pocket":
        brush.shape(chain([on(0.28, 18)], [on(0.28, 38)], [on(0.42, 37)], [on(0.42, 19)]),
                    shadow(colour, 0.25), line=0.6)  # fmt: skip
    elif cut.front == "panels":
        accent = mix(colour, "#ffffff", 0.22)
        for angle in (-48, 48):
            brush.line(smooth(row(0.02, 1.1, angle)), accent, width=1.6)
        brush.line(smooth(row(-0.05, 0.35)), line, width=0.7)
    elif cut.front == "pack":
        brush.shape(chain([on(0.30, -30)], [on(0.30, 30)], [on(0.52, 28)], [on(0.52, -28)]),
                    "#c9d0d6", line=0.8)  # fmt: skip
        for angle, hue in ((-16, "#d84b3f"), (0, "#3f9fd8"), (16, "#e9b93c")):
            x, y = on(0.41, angle)
            brush.shape(ellipse(x, y, size * 0.03, size * 0.03), hue, line=0.5)
    elif cut.front == "wrap":
        brush.line(smooth([on(0.18, 0), on(0.5, 14), on(hem, 26)]), line, width=0.8)


def _pack(brush: Brush, strip: Strip, colour: str) -> None:
    body = chain([strip.at(-0.55, 0.05)], [strip.at(0.55, 0.05)], [strip.at(0.6, 0.7)],
                 [strip.at(-0.6, 0.7)])  # fmt: skip
    brush.shape(body, shadow(colour, 0.4))
    brush.shape(strip.band(-0.35, 0.35, 0.15, 0.4), "#9fb0be", line=0.7)


def _collar(figure: Figure, strip: Strip, worn: Worn, layer: float) -> None:
    cut, colour, view = worn.cut, worn.colour, figure.view
    brush = figure.brush(layer + 0.2)
    body = figure.body
    at = strip.at
    if cut.neck in ("crew", "v") and view != "back":
        edge = neckline(figure, strip, cut.neck)
        brush.line(smooth(edge), shadow(colour, 0.8), width=2.4)
        brush.line(smooth(edge), brush.ink(colour), width=0.5)
    if cut.neck in ("high", "ring", "stand"):
        neck = neck_strip(figure)
        start = 0.22 if cut.neck == "high" else 0.45
        tone = shadow(colour, 0.25)
        piece = neck.panel(start, 1.0, top=0.10, hem=0.22)
        if cut.neck == "ring":
            tone = "#aeb8c2"
        brush.shape(piece, tone, line=0.8)
        brush.tone(neck.panel(start, start + 0.26, top=0.10, hem=0.14), shadow(tone, 0.9))
    if cut.neck == "collar":
        if view == "back":
            brush.shape(strip.panel(COLLAR - 0.03, COLLAR + 0.06, top=-0.01, hem=0.03), colour,
                        line=0.8)  # fmt: skip
        elif view == "side":
            f = body.facing
            brush.shape(
                chain(
                    [at(-f * 0.95, COLLAR - 0.03)],
                    [at(f * 0.9, COLLAR + 0.02)],
                    [at(f * 0.6, 0.03)],
                    [at(-f * 0.9, -0.05)],
                ),
                colour,
                line=0.8,
            )
        else:
            m, n = body.middle(COLLAR), body.middle(0.02)
            for sign in (-1.0, 1.0):
                outer = m + sign * 0.92
                outer = max(-0.98, min(0.98, outer))
                points = [at(outer, COLLAR - 0.035), at(n + sign * 0.02, 0.0),
                          at(n + sign * 0.22, 0.085), at(outer * 0.98, -0.055)]  # fmt: skip
                brush.shape(chain(*[[p] for p in points]), glow(colour, 0.3), line=0.8)
    if cut.neck == "hood":
        _hood(figure, brush, strip, colour)
    if cut.neck == "wrap" and view in ("front", "quarter"):
        line_of = body.middle
        trim = mix(colour, "#ffffff", 0.75)
        brush.line(
            smooth([at(0.9, COLLAR - 0.02), at(line_of(0.1), 0.185)]), brush.ink(colour), width=6.0
        )
        brush.line(smooth([at(0.9, COLLAR - 0.02), at(line_of(0.1), 0.185)]), trim, width=4.6)
        over = smooth(
            [at(-0.9, COLLAR - 0.02), at(line_of(0.1), 0.175), at(line_of(0.5, 26), 0.56)]
        )
        brush.line(over, brush.ink(colour), width=6.0)
        brush.line(over, trim, width=4.6)


def _hood(figure: Figure, brush: Brush, strip: Strip, colour: str) -> None:
    at, body = strip.at, figure.body
    dark = shadow(colour, 0.8)
    if figure.view == "back":
        brush.shape(
            smooth([at(-1, COLLAR - 0.04), at(-0.75, 0.05), at(-0.4, 0.24), at(0, 0.31), at(0.4,
                   0.24),
                    at(0.75, 0.05), at(1, COLLAR - 0.04), at(0, COLLAR + 0.01)], closed=True),
            colour,
        )  # fmt: skip
        brush.stroke([at(-0.5, 0.04), at(0, 0.13), at(0.5, 0.04)], dark, width=4)
    elif figure.view == "side":
        f = body.facing
        brush.shape(
            smooth([at(f * 0.9, COLLAR + 0.0), at(-f * 0.2, COLLAR - 0.07), at(-f * 1.3,
                   COLLAR - 0.07),
                    at(-f * 1.35, 0.10), at(-f * 0.8, 0.14), at(f * 0.3, 0.02)], closed=True),
            colour,
        )  # fmt: skip
    else:
        m = body.middle(-0.02)
        for sign in (-1.0, 1.0):
            brush.shape(
                smooth([at(sign * 0.98, COLLAR - 0.07), at(sign * 0.86, COLLAR - 0.02),
                        at(m + sign * 0.20, 0.05), at(m + sign * 0.04, 0.05),
                        at(m + sign * 0.16, -0.02), at(sign * 0.72, COLLAR - 0.05)], closed=True),
                glow(colour, 0.15), line=0.85,
            )  # fmt: skip


def draw_sleeve(figure: Figure, worn: Worn, side: str, order: int) -> None:
    """One sleeve; `order` 1 for a top, 2 for what is worn over it."""
    cut = worn.cut
    size = figure.size
    ease, end = cut.loose * size, cut.sleeve
    r = figure.body.measures.arm
    wide = cut.cuff * size
    table: Table = (
        (-0.16, 0.18 * r), (-0.12, 0.62 * r), (-0.05, 0.92 * r + ease * 0.2), (0.06,
            r + ease * 0.4),
        (0.4, 0.92 * r + ease * 0.55), (0.85, 0.76 * r + ease * 0.7 + wide * 0.25 * min(end, 1.0)),
        (1.0, 0.76 * r + ease * 0.7 + wide * 0.2), (1.25, 0.80 * r + ease * 0.7 + wide * 0.35),
        (1.6, 0.62 * r + ease * 0.75 + wide * 0.6), (2.06, 0.46 * r + ease * 0.6 + wide),
    )  # fmt: skip
    if end < 1.0:
        table = (
            (-0.16, 0.18 * r), (-0.12, 0.62 * r), (-0.05, 0.92 * r + ease * 0.2), (0.06,
                r + ease * 0.5),
            (end, 0.93 * r + ease + wide), (2.06, 0.93 * r + ease + wide),
        )  # fmt: skip
    strip = figure.body.arm(side, 0.0, table)
    layer = figure.arm_layer(side)
    colour = mix(worn.colour, shadow(worn.colour), 0.45) if layer == Layer.FAR_ARM else worn.colour
    brush = figure.brush(layer + order)
    cloth(brush, strip, strip.panel(-0.16, end, hem=0.04), colour, 0.0, end, depth=0.26)
    pattern_on(figure, brush, strip, worn, 0.0, end, limb=True)
    dark = shadow(colour, 0.9)
    if cut.detail == "mail":
        _mail(brush, strip, colour, -0.05, end)
    if end > 1.1:
        for t, u in ((0.93, 0.9), (1.04, 0.9), (1.12, -0.9)):
            brush.stroke([strip.at(u, t), strip.at(u * 0.35, t + 0.07), strip.at(-u * 0.2,
                         t + 0.05)],
                         dark, width=2.4, peak=0.25)  # fmt: skip
    if cut.detail in ("ribs", "cuffs", "rings"):
        back = 0.16 if cut.detail == "ribs" else 0.22
        band = strip.panel(end - back, end, top=0.03, hem=0.04)
        tone = glow(colour, 0.25) if cut.detail == "cuffs" else shadow(colour, 0.55)
        if cut.detail == "rings":
            tone = "#d2773f"
        brush.shape(band, tone, line=0.7)
    if cut.detail == "stripes":
        for u in (-0.25, 0.05):
            brush.fill(strip.band(u, u + 0.16, 0.0, end), "#f4f4f0")
    if cut.detail == "epaulettes":
        brush.shape(strip.panel(end - 0.24, end, top=0.04, hem=0.04), shadow(colour, 0.5), line=0.7)
        brush.line(smooth(strip.cut(end - 0.24, 0.04)), "#d9b451", width=1.6)
    left, right = inner_first(figure, side)
    brush.edge(strip.outline(-0.11, end, left=left, right=right), colour)
    brush.edge(smooth(strip.cut(end, 0.04)), colour, width=0.9)
