"""What covers the hair: headdresses, scarves, veils."""

from __future__ import annotations

import math

from ..features import Accessory
from ..figure import Figure, Layer
from ..paint import ellipse, mix, shadow, smooth
from .hat_shapes import band, tone


def _off(figure: Figure) -> float:
    return {"side": -10.0, "quarter": -5.0}.get(figure.view, 0.0)


def headdress(figure: Figure, item: Accessory) -> None:
    """Feathers fanned behind the head, a beaded band before it."""
    colour = tone(item, "#f4efe4")
    x = _off(figure)
    back = figure.head_brush(Layer.HAIR_BACK + 0.5 if figure.view != "back" else Layer.HAT)
    side = figure.view == "side"
    for k in range(13):
        a = math.radians(-172 + k * (164 / 12)) if not side else math.radians(-178 + k * 9)
        ca, sa = math.cos(a), math.sin(a)
        root = (x + ca * 70, -40 + sa * 50)
        tip = (x + ca * 176, -40 + sa * 186)
        nx, ny = -sa * 17, ca * 17
        mid = (root[0] * 0.4 + tip[0] * 0.6, root[1] * 0.4 + tip[1] * 0.6)
        data = smooth(
            [root, (mid[0] + nx, mid[1] + ny), tip, (mid[0] - nx, mid[1] - ny)], closed=True
        )
        back.shape(data, colour, line=0.8)
        end = (mid[0] * 0.35 + tip[0] * 0.65, mid[1] * 0.35 + tip[1] * 0.65)
        back.fill(smooth([(end[0] + nx * 0.7, end[1] + ny * 0.7), tip, (end[0] - nx * 0.7,
            end[1] - ny * 0.7)], closed=True),
                  "#2a2228" if k % 2 else "#b8303a")  # fmt: skip
        back.line(smooth([root, tip]), shadow(colour, 1.4), width=0.7)
    brush = figure.head_brush(Layer.HAT)
    brush.shape(band(figure, -66, 20, -2), "#b8303a")
    for k in range(-4, 5):
        brush.fill(
            ellipse(x + k * 18, -52 - abs(k) * 1.8, 5, 6), ("#f4c542", "#3fa8c8", "#f4efe4")[k % 3]
        )


def veil(figure: Figure, item: Accessory) -> None:
    """Net falling from a comb, seen through."""
    colour = tone(item, "#ffffff")
    x = _off(figure)
    layer = Layer.HAIR_BACK + 0.9 if figure.view != "back" else Layer.HAT
    back = figure.head_brush(layer)
    out = {"side": (-150.0, -4.0), "quarter": (-146.0, 96.0)}.get(figure.view, (-136.0, 136.0))
    data = smooth([(x, -122), (x + out[1] * 0.75, -84), (x + out[1], 40), (x + out[1] * 1.2,
        250), (x, 280),
                   (x + out[0] * 1.2, 250), (x + out[0], 40), (x + out[0] * 0.75, -84)],
                   closed=True)  # fmt: skip
    back.fill(data, colour, opacity=0.72 if figure.view != "back" else 0.9)
    back.line(data, shadow(colour, 0.9), width=1.0)
    for share in (0.25, 0.5, 0.75):
        end = x + out[0] * 1.1 + (out[1] - out[0]) * 1.1 * share
        back.stroke(
            [(x + (end - x) * 0.4, -60), (x + (end - x) * 0.8, 80), (end, 262)],
            shadow(colour, 0.8),
            width=3,
        )
    brush = figure.head_brush(Layer.HAT)
    for k in range(7):
        place = x - 60 + k * 20
        y = -92 - 18 * math.sin(math.pi * k / 6)
        brush.shape(ellipse(place, y, 11, 10), mix(colour, "#f6e3ea", 0.4), line=0.7)
        brush.fill(ellipse(place, y, 4, 4), "#f4d98a")
