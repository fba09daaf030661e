"""Crowns, helmets and what else is stiff."""

from __future__ import annotations

import math

from ..features import Accessory
from ..figure import Figure, Layer, metallic
from ..paint import Point, chain, ellipse, mix, shadow, smooth
from .hat_shapes import band, dome, shaded, tone
from .helmets import SPECIAL

GOLD = "#e0b347"


def crown(figure: Figure, item: Accessory) -> None:
    _crown(figure, tone(item, GOLD), tall=46.0, base=-72.0)


def tiara(figure: Figure, item: Accessory) -> None:
    if figure.view == "back":
        return
    colour = tone(item, "#dfe4ea")
    brush = figure.head_brush(Layer.HAT)
    x = {"front": 0.0, "quarter": 26.0, "side": 56.0}[figure.view]
    wide = {"front": 1.0, "quarter": 0.85, "side": 0.35}[figure.view]
    left, right = x - 66 * wide, x + 66 * wide
    if figure.view == "quarter":
        right = 76
    points = [(left, -58), (x - 30 * wide, -74), (x - 16 * wide, -92), (x, -82)]
    data = chain([(left, -56)], [points[1]], [points[2]], [points[3]], [(x, -112)], [(x + 2,
                 -82)], [(x + 16 * wide, -92)],
                 [(x + 30 * wide, -74)], [(right, -56)], [(x, -66)])  # fmt: skip
    brush.shape(data, colour, line=0.9)
    brush.shape(ellipse(x, -84, 7 * max(0.5, wide), 9), "#5ab8f0", line=0.7)


def _crown(figure: Figure, colour: str, *, tall: float, base: float) -> None:
    brush = figure.head_brush(Layer.HAT)
    left, right = {
        "front": (-72.0, 72.0),
        "back": (-72.0, 72.0),
        "quarter": (-74.0, 70.0),
        "side": (-82.0, 66.0),
    }[figure.view]
    flare = 8.0
    count = 5
    upper: list[list[Point]] = []
    for k in range(count):
        a = left - flare + (right - left + 2 * flare) * (k + 0.5) / count
        v = left - flare + (right - left + 2 * flare) * (k + 1) / count
        lift = 8 * math.sin(math.pi * (k + 0.5) / count)
        upper.append([(a, base - tall - 10 + lift)])
        if k < count - 1:
            upper.append([(v, base - tall * 0.42 + 10 * math.sin(math.pi * (k + 1) / count))])
    low = [(right, base + 8), ((left + right) / 2, base + 20), (left, base + 8)]
    data = chain(
        [(left - flare, base - tall * 0.5)], *upper, [(right + flare, base - tall * 0.5)], low
    )
    paint = metallic(figure.canvas, colour, (left, base), (right, base))
    brush.shape(data, colour, paint=paint)
    brush.line(
        smooth([(left, base - 6), ((left + right) / 2, base + 6), (right, base - 6)]),
        shadow(colour, 1.4),
        width=1.2,
    )
    for k in range(count):
        a = left - flare + (right - left + 2 * flare) * (k + 0.5) / count
        lift = 8 * math.sin(math.pi * (k + 0.5) / count)
        brush.shape(
            ellipse(a, base - tall - 12 + lift, 6, 6), mix(colour, "#ffffff", 0.4), line=0.7
        )
        gem = "#d8384c" if k % 2 == 0 else "#3f8fe0"
        brush.shape(ellipse(a * 0.93, base + 6 + lift * 0.9 - 4, 6, 5), gem, line=0.6)


def helmet(figure: Figure, item: Accessory) -> None:
    style = (item.style or "").lower()
    if any(word in style for word in ("space", "astronaut")):
        _bubble(figure, tone(item, "#eef1f4"))
        return
    special = SPECIAL.get(style)
    if special is not None:
        special(figure, item)
        return
    colour = tone(item, "#98a3b0")
    brush = figure.head_brush(Layer.HAT)
    curve = dome(figure, -30, 5)
    shaded(figure, brush, curve, colour, metal=True)
    if figure.view == "front":
        for sign in (-1, 1):
            brush.shape(chain([(sign * 93, -40), (sign * 92, 20), (sign * 70, 74)], [(sign * 54,
                        60), (sign * 64, 10), (sign * 68, -36)]), colour,
                        paint=metallic(figure.canvas, colour, (sign * 94, 0), (sign * 56,
                                       20)))  # fmt: skip
        brush.shape("M-8 -40L8 -40L6 30C4 36 -4 36 -6 30Z", colour, line=0.9)
    elif figure.view == "quarter":
        brush.shape(chain([(-94, -40), (-80, 30), (-50, 76)], [(-30, 70), (-40, 10), (-42, -34)]),
                    colour,
                    paint=metallic(figure.canvas, colour, (-94, 0), (-30, 20)))  # fmt: skip
        brush.shape("M24 -40L38 -40L44 28C40 36 34 36 32 28Z", colour, line=0.9)
    elif figure.view == "side":
        brush.shape(chain([(-108, -30), (-86, 46), (-60, 64), (8, 76)], [(28, 66), (20, 10), (30,
                    -36)]), colour,
                    paint=metallic(figure.canvas, colour, (-100, 0), (30, 20)))  # fmt: skip
        brush.shape("M62 -44L78 -44L86 28L74 26Z", colour, line=0.9)
    else:
        brush.shape("M-93 -40C-92 20 -76 54 -56 70C-20 80 20 80 56 70C76 54 92 20 93 -40Z", colour,
                    paint=metallic(figure.canvas, colour, (-90, 0), (90, 0)))  # fmt: skip
    brush.shape(band(figure, -44, 15, 7), GOLD, line=0.9)
    if "viking" in style or "horn" in style:
        for sign in (-1, 1):
            brush.shape(
                smooth(
                    [
                        (sign * 84, -70),
                        (sign * 126, -84),
                        (sign * 138, -140),
                        (sign * 112, -106),
                        (sign * 80, -92),
                    ],
                    closed=True,
                ),
                "#efe3c8",
            )
    else:
        crest = {"front": "M-7 -122C-14 -150 14 -150 7 -122L6 -44L-6 -44Z",
                 "back": "M-7 -122C-14 -150 14 -150 7 -122L6 30L-6 30Z",
                 "quarter": "M14 -130C-30 -172 -104 -130 -112 -40C-96 -80 -50 -118 10 -118Z",
                 "side": "M40 -122C0 -176 -120 -150 -138 -30"
                         "C-112 -84 -50 -122 36 -116Z"}[figure.view]  # fmt: skip
        brush.shape(crest, "#b8303a")


def _bubble(figure: Figure, colour: str) -> None:
    brush = figure.head_brush(Layer.HAT + 2)
    x = {"side": -10.0, "quarter": -6.0}.get(figure.view, 0.0)
    if figure.view == "back":
        brush.shape(ellipse(x, -8, 118, 122), colour)
        brush.tone(
            chain(
                [(x + 30, 108), (x + 96, 60), (x + 116, -10), (x + 90, -80)],
                [(x + 84, -10), (x + 60, 60)],
            ),
            shadow(colour),
        )
        return
    back = figure.head_brush(Layer.HAIR_BACK - 2)
    back.shape(ellipse(x, -8, 118, 122), colour)
    ring: list[Point] = [(x - 88, 74), (x - 58, 99), (x, 113), (x + 58, 99), (x + 88, 74)]
    low: list[Point] = [(x + 90, 104), (x + 56, 134), (x, 146), (x - 56, 134), (x - 90, 104)]
    seal = figure.head_brush(Layer.HAT + 1.5)
    seal.shape(chain(ring, low), "#aeb8c2")
    seal.tone(chain(ring[2:], low[:3]), shadow("#aeb8c2"))
    seal.line(smooth([(px, py - 14) for px, py in low]), shadow("#aeb8c2", 1.6), width=1.2)
    brush.fill(ellipse(x, -8, 116, 120), "#cfeaff", opacity=0.18)
    brush.line(ellipse(x, -8, 117, 121), colour, width=6)
    brush.line(ellipse(x, -8, 121, 125), shadow(colour, 1.8), width=1.2)
    brush.stroke([(x - 84, 20), (x - 88, -40), (x - 50, -88)], "#ffffff", width=7)
