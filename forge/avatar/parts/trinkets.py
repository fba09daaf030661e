"""Small things: teeth, bracelets, a pipe, a badge, an arm of metal."""

from __future__ import annotations

from ..features import Accessory
from ..figure import Figure, Layer, cloth
from ..paint import chain, ellipse, glow, mix, shadow, smooth
from .hands import hand_frame
from .hat_shapes import tone

_MOUTHS = {"front": (0.0, 1.0), "quarter": (27.0, 0.8), "side": (60.0, 0.5)}


def teeth(figure: Figure, item: Accessory) -> None:
    """Fangs hang from the upper lip, tusks rise from the lower one."""
    if figure.view == "back":
        return
    x, wide = _MOUTHS[figure.view]
    brush = figure.head_brush(Layer.BEARD + 0.5)
    colour = tone(item, "#fbf6e6")
    tusks = item.kind == "tusks"
    for sign in (-1.0, 1.0) if figure.view != "side" else (1.0,):
        a = x + sign * (15 if tusks else 9) * wide
        if tusks:
            points = [(a - 5 * wide, 76), (a + sign * 5 * wide, 50), (a + 6 * wide, 77)]
        else:
            points = [(a - 3.5 * wide, 69), (a, 80), (a + 3.5 * wide, 69)]
        brush.shape(chain(*[[point] for point in points]), colour, line=0.8)


def bracelet(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#e2b84c" if item.kind != "watch" else "#3a342f")
    side = "left" if figure.body.near == "left" or figure.view in ("front", "back") else "right"
    strip = figure.body.arm(side, figure.size * 0.02)
    brush = figure.brush(figure.arm_layer(side) + 3.4)
    brush.shape(strip.panel(1.80, 1.90, top=0.03, hem=0.03), colour, line=0.8)
    if item.kind == "watch":
        x, y = strip.at(0, 1.87)
        brush.shape(ellipse(x, y, figure.size * 0.045, figure.size * 0.045), "#dfe4e8", line=0.8)


def ring(figure: Figure, item: Accessory) -> None:
    brush = figure.canvas.brush(figure.arm_layer("left") + 4.5, hand_frame(figure.body, "left"))
    brush.shape("M-11 66L-1 66L-1 71L-11 71Z", tone(item, "#e8bf4e"), line=0.6)


def badge(figure: Figure, item: Accessory) -> None:
    if figure.view in ("back", "side"):
        return
    v, body = 0.27, figure.body
    x, y = body.trunk(figure.size * 0.05).at(body.middle(v, 34), v)
    r = figure.size * 0.075
    points = [(x, y - r), (x + r, y - r * 0.4), (x + r * 0.75, y + r * 0.7), (x, y + r * 1.2),
              (x - r * 0.75, y + r * 0.7), (x - r, y - r * 0.4)]  # fmt: skip
    brush = figure.brush(Layer.NECKWEAR + 0.4)
    brush.shape(chain(*[[point] for point in points]), tone(item, "#e0b84a"), line=0.8)
    brush.fill(ellipse(x, y, r * 0.4, r * 0.4), "#fff3c8")


def pipe(figure: Figure, item: Accessory) -> None:
    if figure.view == "back":
        return
    colour = tone(item, "#5a3422")
    x = {"front": 10.0, "quarter": 38.0, "side": 72.0}[figure.view]
    brush = figure.head_brush(Layer.BEARD + 0.6)
    brush.line(smooth([(x, 71), (x + 18, 78), (x + 34, 90)]), shadow(colour, 0.6), width=3.2)
    brush.shape(
        smooth(
            [(x + 28, 78), (x + 48, 76), (x + 48, 98), (x + 38, 106), (x + 28, 98)], closed=True
        ),
        colour,
    )
    brush.fill(ellipse(x + 38, 78, 9, 3), "#241611")


def robot_arm(figure: Figure, item: Accessory) -> None:
    """The right arm, plated over whatever is worn on it."""
    colour = tone(item, "#98a4b2")
    side = "right"
    layer = figure.arm_layer(side)
    strip = figure.body.arm(side, figure.size * 0.022)
    brush = figure.brush(layer + 3.6)
    for start, end in ((0.10, 0.86), (1.12, 2.0)):
        data = strip.panel(start, end, top=-0.03, hem=0.04)
        cloth(brush, strip, data, colour, start, end, line=1.0, metal=True)
        brush.line(smooth(strip.cut((start + end) / 2, 0.03)), shadow(colour, 1.6), width=0.9)
    x, y = strip.at(0, 1.0)
    r = figure.body.measures.arm * 0.9
    brush.shape(ellipse(x, y, r, r), shadow(colour, 0.9))
    brush.fill(ellipse(x, y, r * 0.4, r * 0.4), mix(glow("#38e6f2"), "#38e6f2", 0.5))
    x, y = strip.at(0, 1.96)
    brush.shape(ellipse(x, y, r * 0.62, r * 0.5), shadow(colour, 0.7), line=0.8)


def piercings(figure: Figure, item: Accessory) -> None:
    """Rings in lip and brow, studs in the ears."""
    colour = tone(item, "#c3cad2")
    ears = {"front": (-80.0, 80.0), "back": (-80.0, 80.0), "quarter": (-57.0,), "side": (-10.0,)}
    over = figure.head_brush(Layer.OVER_HAIR)
    for x in ears[figure.view]:
        over.shape(ellipse(x, 44, 4, 4) + ellipse(x, 30, 3.4, 3.4), colour, line=0.6)
    if figure.view == "back":
        return
    x, wide = _MOUTHS[figure.view]
    brush = figure.head_brush(Layer.BEARD + 0.5)
    brush.line(f"M{x + 12 * wide:.1f} 76C{x + 10 * wide:.1f} 84 {x + 18 * wide:.1f} 84"
               f" {x + 17 * wide:.1f} 76",
               colour, width=1.6)  # fmt: skip
    brush.line(f"M{x - 5 * wide:.1f} 51C{x - 5 * wide:.1f} 58 {x + 5 * wide:.1f} 58"
               f" {x + 5 * wide:.1f} 51",
               colour, width=1.5)  # fmt: skip
    brow = figure.head_brush(Layer.FACE + 0.7)
    brow.shape(ellipse(x + 48 * wide, -14, 3.2, 3.2), colour, line=0.6)
