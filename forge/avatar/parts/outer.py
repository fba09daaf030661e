"""What is tied round the neck."""

from __future__ import annotations

from ..figure import Figure, Layer
from ..geometry import lerp
from ..outfit import Worn
from ..paint import Point, chain, ellipse, mix, shadow, smooth
from .capes import draw_cape
from .collars import COLLAR
from .jackets import draw_over
from .limbs import neck_strip


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
