"""What covers hand and forearm; the hand itself takes the glove's colour."""

from __future__ import annotations

from ..figure import Figure, Layer, cloth
from ..outfit import Worn
from ..paint import glow, mix, shadow, smooth
from .limbs import SIDES


def draw_gloves(figure: Figure, worn: Worn) -> None:
    start = worn.cut.sleeve
    plate = worn.cut.detail == "plate"
    for side in SIDES:
        layer = figure.arm_layer(side)
        colour = (
            mix(worn.colour, shadow(worn.colour), 0.45) if layer == Layer.FAR_ARM else worn.colour
        )
        strip = figure.body.arm(side, figure.size * (0.035 if plate else 0.02))
        brush = figure.brush(layer + (3.2 if plate else 3.0))
        cloth(
            brush,
            strip,
            strip.panel(start, 2.0, top=-0.05),
            colour,
            start,
            2.0,
            line=1.0,
            metal=plate,
        )
        band = strip.panel(start, start + 0.09, top=-0.05, hem=-0.04)
        brush.shape(band, "#d9b04a" if plate else glow(colour, 0.35), line=0.7)
        if plate:
            for t in (1.7, 1.82):
                brush.line(smooth(strip.cut(t, 0.04)), shadow(colour, 1.5), width=0.9)
