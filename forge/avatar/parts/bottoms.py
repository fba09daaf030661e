"""Socks, what goes round the waist, and by their old names trousers and skirts."""

from __future__ import annotations

from ..figure import Figure, Layer, cloth, contrast
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, shadow, smooth
from .ribbon import crease, ribbon
from .skirts import draw_skirt, hang_strip, wavy_hem
from .trousers import draw_legs


def draw_socks(figure: Figure, worn: Worn) -> None:
    end = 2.04
    start = worn.cut.sleeve
    for index, side in enumerate(figure.leg_order()):
        strip = figure.body.leg(side, 0.008 * figure.size)
        brush = figure.brush(Layer.SOCKS - (2.7 if index == 0 and start < 0.3 else 0) + index * 0.1)
        data = strip.panel(start, end)
        cloth(brush, strip, data, worn.colour, max(0.0, start), end)
        brush.edge(strip.outline(start, end), worn.colour)
        if start > 0:
            brush.line(smooth(strip.cut(start, 0.01)), shadow(worn.colour, 1.2), width=1.4)


def draw_waist(figure: Figure, worn: Worn) -> None:
    colour = worn.colour
    if worn.cut.detail == "suspenders" or worn.cut.detail == "harness":
        _straps(figure, worn)
        return
    trunk = figure.body.trunk(0.10 * figure.size)
    brush = figure.brush(Layer.BELT)
    is_sash = worn.cut.detail in ("sash", "obi")
    start, end = (0.70, 0.84) if is_sash else (0.79, 0.87)
    if worn.cut.detail == "obi":
        start, end = 0.52, 0.82
    elif figure.outfit.full and figure.outfit.full.kind in ("dress", "gown", "ball gown"):
        start, end = 0.62, 0.72 if is_sash else 0.69
    brush.shape(trunk.panel(start, end, top=0.02, hem=0.025), colour)
    brush.tone(trunk.panel(lerp(start, end, 0.6), end, top=0.025, hem=0.025), shadow(colour))
    v = (start + end) / 2 + 0.02
    if is_sash:
        if worn.cut.detail == "obi":
            _cords(figure, brush, trunk, colour, start)
        if figure.view == "back" and worn.cut.detail == "obi":
            _bow(figure, brush, trunk.at(0, v), colour, figure.size * 0.42)
        elif figure.view != "back" and worn.cut.detail != "obi":
            u = figure.body.middle(v, -20)
            x, y = trunk.at(u, v)
            size = figure.size
            for dx, length in ((-0.10, 0.75), (0.08, 0.6)):
                tail = chain(
                    [(x, y)],
                    [(x + dx * size - 0.07 * size, y + length * size)],
                    [(x + dx * size + 0.06 * size, y + length * size * 0.96)],
                )
                brush.shape(tail, shadow(colour, 0.4), line=0.8)
            brush.shape(ellipse(x, y, size * 0.08, size * 0.09), colour, line=0.8)
        return
    brush.line(smooth(trunk.cut(start + 0.012, 0.02)) + smooth(trunk.cut(end - 0.012, 0.025)),
               crease(colour, 1.1), width=0.6)  # fmt: skip
    if figure.view in ("front", "quarter"):
        x, y = trunk.at(figure.body.middle(v), v)
        w, h = figure.size * 0.11, figure.size * 0.085
        buckle = chain([(x - w, y - h)], [(x + w, y - h)], [(x + w, y + h)], [(x - w, y + h)])
        brush.shape(buckle, "#d8b04a", line=0.8)
        brush.fill(ellipse(x, y, w * 0.5, h * 0.45), shadow(colour, 1.0))


def _cords(figure: Figure, brush: Brush, trunk: Strip, colour: str, start: float) -> None:
    """The soft scarf along an obi's upper edge and the knotted cord round its middle."""
    soft = mix(contrast(colour), "#fff4ec", 0.55)
    cord = mix("#f4d98a" if luminance(colour) < 0.5 else "#a8323f", colour, 0.15)
    brush.shape(trunk.panel(start - 0.02, start + 0.035, top=0.02, hem=0.02), soft, line=0.7)
    band = smooth(trunk.cut(start + 0.17, 0.022))
    brush.line(band, brush.ink(colour), width=4.6)
    brush.line(band, cord, width=3.2)
    weave = "".join(
        smooth([trunk.at(u, start + 0.07), trunk.at(u + 0.10, start + 0.11)])
        + smooth([trunk.at(u, start + 0.26), trunk.at(u + 0.10, start + 0.22)])
        for u in (-0.85, -0.6, -0.35, -0.1, 0.15, 0.4, 0.65)
    )
    brush.line(weave, crease(colour, 1.1), width=1.0)
    if figure.view in ("front", "quarter"):
        x, y = trunk.at(figure.body.middle(start + 0.19), start + 0.19)
        r = figure.size * 0.045
        brush.shape(ellipse(x, y, r * 1.2, r), cord, line=0.8)


def _bow(figure: Figure, brush: Brush, at: Point, colour: str, size: float) -> None:
    """The square knot of an obi, with its ends hanging."""
    x, y = at
    for sign in (-1, 1):
        brush.shape(ribbon([(x + sign * size * 0.15, y), (x + sign * size * 0.30, y + size * 1.0)],
                           size * 0.34, size * 0.46), shadow(colour, 0.6))  # fmt: skip
        loop = [(x, y - size * 0.16), (x + sign * size * 0.55, y - size * 0.52),
                (x + sign * size * 0.92, y - size * 0.20), (x + sign * size * 0.86,
                                                            y + size * 0.22),
                (x + sign * size * 0.4, y + size * 0.30), (x, y + size * 0.16)]  # fmt: skip
        brush.shape(smooth(loop, closed=True), colour)
        brush.stroke([(x + sign * size * 0.1, y), (x + sign * size * 0.7, y - size * 0.12)],
                     shadow(colour, 1.2), width=3)  # fmt: skip
    brush.shape(chain([(x - size * 0.16, y - size * 0.24)], [(x + size * 0.16, y - size * 0.24)],
                      [(x + size * 0.18, y + size * 0.24)], [(x - size * 0.18, y + size * 0.24)]),
                glow(colour, 0.3))  # fmt: skip


def _straps(figure: Figure, worn: Worn) -> None:
    trunk = figure.body.trunk(0.06 * figure.size)
    brush = figure.brush(Layer.STRAP)
    m = figure.body.middle
    half = 0.07
    angles = (-30.0, 30.0)
    for angle in angles:
        if figure.view == "back":
            us = [angle / 60] * 5
        else:
            us = [m(v, angle * 1.2) for v in (0.0, 0.2, 0.4, 0.6, 0.82)]
        left = [
            trunk.at(u - half, v) for u, v in zip(us, (-0.04, 0.2, 0.4, 0.6, 0.82), strict=True)
        ]
        right = [
            trunk.at(u + half, v) for u, v in zip(us, (-0.04, 0.2, 0.4, 0.6, 0.82), strict=True)
        ]
        brush.shape(chain(left, right[::-1]), worn.colour, line=0.8)
    if worn.cut.detail == "harness":
        brush.shape(trunk.panel(0.44, 0.50, top=0.02, hem=0.02), worn.colour, line=0.8)
        if figure.view != "back":
            x, y = trunk.at(m(0.48), 0.48)
            brush.shape(ellipse(x, y, figure.size * 0.09, figure.size * 0.09), "#c9a54a", line=0.8)


__all__ = ["draw_legs", "draw_skirt", "draw_socks", "draw_waist", "hang_strip", "wavy_hem"]
