"""Aprons and the bibs of overalls."""

from __future__ import annotations

import math

from ..figure import Figure, Layer
from ..outfit import Worn
from ..paint import chain, ellipse, glow, shadow, smooth
from .bottoms import hang_strip
from .garments import COLLAR


def draw_apron(figure: Figure, worn: Worn) -> None:
    if figure.view == "back":
        trunk = figure.body.trunk(figure.size * 0.07)
        figure.brush(Layer.COAT + 1).shape(
            trunk.panel(0.66, 0.71, top=0.02, hem=0.02), worn.colour, line=0.8
        )
        return
    trunk = figure.body.trunk(figure.size * 0.06)
    skirt = hang_strip(figure, start=0.68, length=0.75, flare=0.1, ease=figure.size * 0.08)
    m = figure.body.middle
    brush = figure.brush(Layer.COAT + 1)
    low = chain(
        [skirt.at(-0.72, 0.0)],
        [skirt.at(-0.8, 1.0), skirt.at(0, 1.0), skirt.at(0.8, 1.0)],
        [skirt.at(0.72, 0.0)],
    )
    brush.shape(low, worn.colour)
    bib = chain([trunk.at(m(0.2, -34), 0.2)], [trunk.at(m(0.2, 34), 0.2)], [trunk.at(m(0.72, 50),
                0.72)],
                [trunk.at(m(0.72, -50), 0.72)])  # fmt: skip
    brush.shape(bib, worn.colour)
    brush.shape(trunk.panel(0.67, 0.73, top=0.02, hem=0.02), shadow(worn.colour, 0.4), line=0.8)
    for angle in (-30, 30):
        brush.line(
            smooth([trunk.at(m(0.2, angle), 0.2), trunk.at(math.copysign(0.7, angle), COLLAR)]),
            worn.colour,
            width=4,
        )


def draw_bib(figure: Figure, worn: Worn) -> None:
    """The upper part of overalls, over the shirt."""
    trunk = figure.body.trunk(figure.size * 0.05)
    colour, m = worn.colour, figure.body.middle
    brush = figure.brush(Layer.TOP + 1.5)
    waist = trunk.panel(0.70, 1.02, top=0.02, hem=0.02)
    brush.fill(waist, colour)
    brush.edge(smooth(trunk.edge(-1, 0.70, 1.02)) + smooth(trunk.edge(1, 0.70, 1.02)), colour)
    brush.edge(smooth(trunk.cut(0.70, 0.02)), colour)
    brush.tone(trunk.shade(0.70, 1.02, side=1, depth=0.16), shadow(colour))
    back = figure.view == "back"

    def u(v: float, angle: float) -> float:
        if figure.view == "side":
            return figure.body.facing * (0.95 if angle > 0 else 0.25)
        return angle / 62 if back else m(v, angle)

    straps = (-30.0, 30.0) if figure.view != "side" else (-30.0,)
    for angle in straps:
        vs = (-0.06, 0.10, 0.24)
        one = [trunk.at(u(v, angle) - 0.08, v) for v in vs]
        other = [trunk.at(u(v, angle) + 0.08, v) for v in vs]
        brush.shape(chain(one, other[::-1]), colour, line=0.8)
    bib = chain(
        [trunk.at(u(0.24, -36), 0.24)], [trunk.at(u(0.24, 36), 0.24)],
        [trunk.at(u(0.72, 48), 0.73)], [trunk.at(u(0.72, -48), 0.73)],
    )  # fmt: skip
    brush.shape(bib, colour)
    if figure.view in ("front", "quarter"):
        pocket = [trunk.at(m(v, angle), v) for v, angle in (
            (0.36, -20), (0.36, 20), (0.55, 18), (0.58, 0), (0.55, -18),
        )]  # fmt: skip
        brush.line(chain(*[[point] for point in pocket]), glow(colour, 0.9), width=0.9)
        for angle in straps:
            x, y = trunk.at(m(0.27, angle), 0.27)
            brush.shape(ellipse(x, y, figure.size * 0.03, figure.size * 0.03), "#d8b45a", line=0.6)
