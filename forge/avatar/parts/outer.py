"""Capes, cloaks, ponchos, and what is tied round the neck."""

from __future__ import annotations

import math
from dataclasses import replace

from ..figure import Figure, Layer
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Point, chain, ellipse, glow, luminance, mix, shadow, smooth
from .collars import COLLAR
from .hair_edges import bumps
from .jackets import draw_over
from .limbs import neck_strip
from .ribbon import crease
from .skirts import hang_strip


def draw_cape(figure: Figure, worn: Worn) -> None:
    cut, colour = worn.cut, worn.colour
    if cut.detail == "poncho":
        _poncho(figure, worn)
        return
    body, size, view = figure.body, figure.size, figure.view
    fur = cut.detail == "fur"
    length = cut.length
    strip = hang_strip(
        figure, start=0.10, length=max(length, 0.0), flare=cut.flare, ease=size * 0.12
    )
    trunk = body.trunk(size * 0.05)
    shoulder = body.measures.arm * 0.9
    if view == "side":
        _side_cape(figure, worn, strip, trunk)
    else:
        layer: float = Layer.CAPE if view != "back" else Layer.CAPE_COLLAR
        brush = figure.brush(layer)
        grow = 1.12 if view != "back" else 1.0
        left: list[Point] = []
        right: list[Point] = []
        neck_l, neck_r = trunk.at(-0.96, COLLAR), trunk.at(0.96, COLLAR)
        top_l, top_r = trunk.at(-1, 0.03), trunk.at(1, 0.03)
        top_l, top_r = (top_l[0] - shoulder * 0.5, top_l[1]), (top_r[0] + shoulder * 0.5, top_r[1])
        for t in (0.12, 0.3, 0.5, 0.75, 1.0):
            a, b = strip.at(-1, t), strip.at(1, t)
            middle = (a[0] + b[0]) / 2
            left.append((middle + (a[0] - middle) * grow - shoulder * 0.9, a[1]))
            right.append((middle + (b[0] - middle) * grow + shoulder * 0.9, b[1]))
        if view == "quarter":
            back = -body.facing
            left = [(x + back * size * 0.26 * (i + 1) / 5, y) for i, (x, y) in enumerate(left)]
            right = [(x + back * size * 0.30 * (i + 1) / 5, y) for i, (x, y) in enumerate(right)]
        hem = []
        for k in range(11):
            x = lerp(right[-1][0], left[-1][0], k / 10)
            y = lerp(right[-1][1], left[-1][1], k / 10) + math.sin(math.pi * k / 10) * size * 0.10
            hem.append((x, y + (size * 0.055 if k % 2 else -size * 0.03)))
        sides_r = [
            neck_r,
            (lerp(neck_r[0], top_r[0], 0.55), lerp(neck_r[1], top_r[1], 0.35)),
            top_r,
            *right,
        ]
        sides_l = [
            *left[::-1],
            top_l,
            (lerp(neck_l[0], top_l[0], 0.55), lerp(neck_l[1], top_l[1], 0.35)),
            neck_l,
        ]
        data = chain(sides_r, hem[1:-1], sides_l)
        tone = colour if view == "back" else shadow(colour, 0.55)
        brush.shape(data, tone)
        folds = (0.14, 0.3, 0.5, 0.7, 0.86)
        for index, share in enumerate(folds):
            a = (
                lerp(left[0][0], right[0][0], 0.5 + (share - 0.5) * 0.7),
                lerp(top_l[1], left[1][1], 0.6),
            )
            b = (lerp(left[-1][0], right[-1][0], share), left[-1][1])
            bend = (lerp(a[0], b[0], 0.55), lerp(a[1], b[1], 0.5))
            brush.stroke(
                [a, bend, b], crease(tone, 1.15), width=5.5 if index % 2 else 3.6, peak=0.75
            )
            if index % 2 == 0:
                brush.stroke([(a[0] + 5, a[1] + 20), (bend[0] + 7, bend[1]), (b[0] + 9, b[1] - 8)],
                             glow(tone, 0.5), width=2.6, peak=0.7)  # fmt: skip
        if worn.trim:
            brush.line(smooth([(x, y - size * 0.05) for x, y in hem]), worn.trim, width=4.0)
        edge = [right[2], right[3], right[4]]
        brush.tone(chain(sides_r[2:], [hem[1], hem[2], *[(x - size * 0.22, y) for x,
                   y in edge[::-1]]]), shadow(tone),
                   opacity=0.75)  # fmt: skip
    if worn.trim and luminance(worn.trim) > 0.75 and not fur:  # ermine
        _cape_collar(figure, replace(worn, colour=worn.trim), trunk, fur=True)
    else:
        _cape_collar(figure, worn, trunk, fur=fur)
    if cut.detail == "hooded" and view != "back":
        brush = figure.brush(Layer.HAIR_BACK - 1)
        x, y = body.head(0, 60)
        brush.shape(
            ellipse(x - body.yaw[1] * size * 0.3, y + size * 0.16, size * 0.56, size * 0.30),
            shadow(colour, 0.5),
        )


def _side_cape(figure: Figure, worn: Worn, strip: Strip, trunk: Strip) -> None:
    colour, size = worn.colour, figure.size
    back = -figure.body.facing
    brush = figure.brush(Layer.STRAP)
    neck = trunk.at(back * 0.9, COLLAR - 0.02)
    front = trunk.at(-back * 0.7, -0.02)
    outer: list[Point] = [neck]
    for t, more in ((0.05, 0.16), (0.3, 0.34), (0.6, 0.62), (1.0, 1.0)):
        x, y = strip.at(back, t)
        outer.append((x + back * size * (0.10 + more * 0.75), y))
    inner: list[Point] = []
    for t, more in ((1.0, 0.0), (0.6, 0.05), (0.3, 0.0)):
        x, y = strip.at(back * 0.1, t)
        inner.append((x + back * size * (0.25 + more + 0.35 * t), y))
    inner.append(trunk.at(back * 0.25, 0.12))
    hem: list[Point] = []
    for k in range(1, 6):
        x = lerp(outer[-1][0], inner[0][0], k / 6)
        hem.append((x, outer[-1][1] + (size * 0.05 if k % 2 else -size * 0.03)))
    brush.shape(chain(outer, hem, inner, [front, neck]), colour)
    for share in (0.18, 0.36, 0.56):
        b = (lerp(outer[-1][0], inner[0][0], share), outer[-1][1])
        a = (lerp(outer[1][0], inner[-1][0], share), outer[2][1])
        brush.stroke(
            [a, (lerp(a[0], b[0], 0.45), lerp(a[1], b[1], 0.5)), b],
            crease(colour, 1.1),
            width=4.4,
            peak=0.75,
        )


def _cape_collar(figure: Figure, worn: Worn, trunk: Strip, *, fur: bool) -> None:
    """What holds it at the throat."""
    colour, size, view = worn.colour, figure.size, figure.view
    brush = figure.brush(Layer.CAPE_COLLAR + 0.5)
    m = figure.body.middle
    if fur:
        points = [
            trunk.at(u, -0.02 + 0.10 * (1 - abs(u))) for u in (-1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2)
        ]
        up = [trunk.at(u, COLLAR - 0.03) for u in (0.9, 0.0, -0.9)]
        brush.shape(bumps(points, size * 0.14, sweep=0) + smooth(up, start="L") + "Z", colour)
        return
    if view == "back":
        brush.shape(
            trunk.panel(COLLAR - 0.05, COLLAR + 0.05, top=-0.01, hem=0.03),
            shadow(colour, 0.4),
            line=0.8,
        )
        return
    if view == "side":
        brush.shape(trunk.panel(COLLAR - 0.02, -0.03, top=0.02, hem=0.05), colour, line=0.8)
        return
    for sign in (-1.0, 1.0):
        data = chain(
            [
                trunk.at(sign * 0.98, COLLAR - 0.05),
                trunk.at(sign * 1.0, -0.03),
                trunk.at(sign * 0.99, 0.08),
            ],
            [trunk.at(lerp(sign, m(0.08), 0.45), 0.10), trunk.at(m(0.05, sign * 6), 0.055)],
            [trunk.at(lerp(sign, m(-0.05), 0.5), -0.03), trunk.at(sign * 0.80, COLLAR - 0.05)],
        )
        brush.shape(data, colour, line=0.9)
    x, y = trunk.at(m(0.05), 0.055)
    brush.shape(ellipse(x, y, size * 0.065, size * 0.065), "#dcb64c", line=0.8)
    brush.fill(ellipse(x - size * 0.015, y - size * 0.02, size * 0.02, size * 0.02), "#fff4c8")


def _poncho(figure: Figure, worn: Worn) -> None:
    size = figure.size
    trunk = figure.body.trunk(size * 0.05)
    brush = figure.brush(Layer.CAPE_COLLAR - 0.5)
    arm = figure.body.measures.arm * 2.2
    left, right = trunk.at(-1, 0.72), trunk.at(1, 0.72)
    low = trunk.at(0.0, 1.05)
    top_l, top_r = trunk.at(-1, COLLAR), trunk.at(1, COLLAR)
    sh_l, sh_r = trunk.at(-1, 0.08), trunk.at(1, 0.08)
    data = chain(
        [top_r, (sh_r[0] + arm * 0.2, sh_r[1]), (right[0] + arm, right[1])],
        [((right[0] + low[0]) / 2 + arm * 0.3, (right[1] + low[1]) / 2 + 6)], [low],
        [((left[0] + low[0]) / 2 - arm * 0.3, (left[1] + low[1]) / 2 + 6)],
        [(left[0] - arm, left[1]), (sh_l[0] - arm * 0.2, sh_l[1]), top_l],
    )  # fmt: skip
    brush.shape(data, worn.colour)
    trim = mix(worn.colour, "#f2d9a0", 0.75)
    for share in (0.72, 0.84):
        a, b = trunk.at(-1.0, 0.72 * share), trunk.at(1.0, 0.72 * share)
        c = trunk.at(0, 1.02 * share)
        brush.line(
            smooth([(a[0] - arm * share, a[1]), c, (b[0] + arm * share, b[1])]), trim, width=3.4
        )


def draw_neckwear(figure: Figure, worn: Worn) -> None:
    detail, colour, size, view = worn.cut.detail, worn.colour, figure.size, figure.view
    trunk = figure.body.trunk(size * 0.05)
    m = figure.body.middle
    under = figure.outfit.over or figure.outfit.vest
    brush = figure.brush(Layer.TOP + 1.5 if under and detail == "tie" else Layer.NECKWEAR)
    if detail == "scarf":
        neck = neck_strip(figure)
        brush = figure.brush(Layer.CAPE_COLLAR + 1)
        if view != "back":
            x, y = trunk.at(m(0.02, -16), 0.02)
            tail = chain([(x - size * 0.11, y)], [(x - size * 0.16, y + size * 1.05)],
                         [(x + size * 0.10, y + size * 1.08)], [(x + size * 0.13, y)])  # fmt: skip
            brush.shape(tail, colour)
            brush.tone(chain([(x + size * 0.02, y)], [(x, y + size * 1.06)], [(x + size * 0.10,
                       y + size * 1.08)],
                             [(x + size * 0.13, y)]), shadow(colour))  # fmt: skip
            for k in range(6):
                fx = x - size * 0.15 + k * size * 0.05
                brush.line(
                    smooth([(fx, y + size * 1.06), (fx - 1, y + size * 1.15)]),
                    shadow(colour, 0.6),
                    width=1.6,
                )
        ring = [neck.at(-1.45, 0.28), neck.at(0, 0.62), neck.at(1.45, 0.28), neck.at(1.9, 0.75),
                neck.at(1.4, 1.08),
                neck.at(0, 1.5), neck.at(-1.4, 1.08), neck.at(-1.9, 0.75)]  # fmt: skip
        brush.shape(smooth(ring, closed=True), colour)
        brush.tone(smooth([neck.at(1.7, 0.6), neck.at(1.35, 1.0), neck.at(0, 1.42), neck.at(-1.0,
                   1.12), neck.at(0, 1.15),
                           neck.at(1.1, 0.85)], closed=True), shadow(colour))  # fmt: skip
        brush.stroke(
            [neck.at(-1.5, 0.6), neck.at(-0.2, 1.0), neck.at(1.4, 0.62)],
            shadow(colour, 1.4),
            width=2.4,
        )
        return
    if detail == "ruff":
        brush = figure.brush(Layer.CAPE_COLLAR + 1)
        for k in range(7):
            u = lerp(-1.05, 1.05, k / 6)
            x, y = trunk.at(u, COLLAR + 0.02 + 0.05 * (1 - u * u))
            brush.shape(ellipse(x, y, size * 0.10, size * 0.09), colour, line=0.8)
        return
    if view in ("back", "side"):
        return
    if detail == "tie":

        def on(v: float, angle: float) -> Point:
            return trunk.at(m(v, angle), v)

        data = chain([on(0.06, -4)], [on(0.62, -9)], [on(0.72, 0)], [on(0.62, 9)], [on(0.06, 4)])
        brush.shape(data, colour, line=0.9)
        brush.shape(
            chain([on(-0.03, -7)], [on(0.07, -4.5)], [on(0.07, 4.5)], [on(-0.03, 7)]),
            shadow(colour, 0.5),
            line=0.8,
        )
        for v in (0.22, 0.38, 0.54):
            slant = [on(v, -3 - v * 8), on(v + 0.05, 3 + v * 8)]
            brush.line(smooth(slant), mix(colour, "#ffffff", 0.5), width=1.3)
    elif detail == "bow":
        x, y = trunk.at(m(0.0), 0.0)
        for sign in (-1, 1):
            brush.shape(chain([(x, y)], [(x + sign * size * 0.17, y - size * 0.09)],
                              [(x + sign * size * 0.17, y + size * 0.09)]), colour,
                              line=0.9)  # fmt: skip
        brush.shape(ellipse(x, y, size * 0.045, size * 0.05), shadow(colour, 0.4), line=0.8)


__all__ = ["draw_cape", "draw_neckwear", "draw_over"]
