"""A wheelchair, seen from its four sides."""

from __future__ import annotations

import math

from ..body import GROUND
from ..features import Accessory
from ..figure import Figure, Layer
from ..paint import Brush, chain, ellipse, glow, shadow
from .hat_shapes import tone

_STEEL, _TYRE = "#9aa4b0", "#2f3238"
_NEAR = Layer.NEAR_ARM - 0.5


def wheelchair(figure: Figure, item: Accessory) -> None:
    body, size = figure.body, figure.size
    colour = tone(item, "#3d5a80")
    x, y = body.hips
    top = max(y + body.measures.leg * 0.74, GROUND - 2.3 * size)
    half = max(0.74 * size, sum(body.extent(1.0)) / 2 * 1.02)
    if figure.view == "side":
        _from_the_side(figure, colour, x, top)
        return
    back = figure.view == "back"
    brush = figure.brush(Layer.SOCKS + 16 if back else Layer.BACK_ITEM)
    turn = 0.30 if figure.view == "quarter" else 0.10
    radius = 0.98 * size
    _back_rest(figure, brush, colour, x, top, half, solid=back)
    brush.shape(_box(x - half, top - 0.06 * size, 2 * half, 0.20 * size), shadow(colour, 0.5))
    for sign in (-1.0, 1.0):
        near = figure.view == "quarter" and sign == -body.facing
        wheel = figure.brush(_NEAR if near else Layer.BACK_ITEM + 0.5)
        _wheel(
            wheel,
            x + sign * (half + (0.13 if back else 0.30) * size),
            GROUND - radius,
            radius * turn,
            radius,
            size,
        )
    if back:
        return
    feet = [body.joints["right_ankle"], body.joints["left_ankle"]]
    for fx, fy in feet:
        low = max(fy + body.measures.ankle_height * 0.9, GROUND - 0.3 * size)
        rest = figure.brush(Layer.BACK_ITEM + 0.8)
        rest.line(f"M{fx:.1f} {top:.1f}L{fx:.1f} {low:.1f}", shadow(_STEEL, 1.0), width=3.4)
        rest.shape(_box(fx - 0.20 * size, low - 0.03 * size, 0.40 * size, 0.09 * size), _TYRE)


def _box(x: float, y: float, width: float, height: float) -> str:
    return chain([(x, y)], [(x + width, y)], [(x + width, y + height)], [(x, y + height)])


def _back_rest(
    figure: Figure, brush: Brush, colour: str, x: float, top: float, half: float, *, solid: bool
) -> None:
    size = figure.size
    high = min(figure.body.spine(0.42)[1], top - 1.0 * size)
    brush.shape(_box(x - half * 0.94, high, half * 1.88, top - high), colour)
    brush.tone(_box(x + half * 0.30, high, half * 0.64, top - high), shadow(colour))
    for sign in (-1.0, 1.0):
        px = x + sign * half * 0.94
        brush.line(f"M{px:.1f} {high - 0.14 * size:.1f}L{px:.1f} {top:.1f}", shadow(_STEEL, 0.8),
                   width=4.2)  # fmt: skip
        brush.shape(ellipse(px, high - 0.16 * size, 0.09 * size, 0.07 * size), _TYRE, line=0.8)
    if solid:
        brush.line(f"M{x - half * 0.8:.1f} {high + 0.3 * size:.1f}h{half * 1.6:.1f}",
                   glow(colour, 0.8), width=1.6)  # fmt: skip


def _wheel(brush: Brush, x: float, y: float, rx: float, ry: float, size: float) -> None:
    brush.line(ellipse(x, y, rx, ry), _TYRE, width=7.0)
    brush.line(ellipse(x, y, rx * 0.86, ry * 0.90), _STEEL, width=2.6)
    if rx > 0.2 * size:
        for k in range(12):
            angle = math.radians(k * 30 + 8)
            ex, ey = x + math.cos(angle) * rx * 0.86, y + math.sin(angle) * ry * 0.88
            brush.line(f"M{x:.1f} {y:.1f}L{ex:.1f} {ey:.1f}", _STEEL, width=0.9)
    brush.shape(ellipse(x, y, max(2.0, rx * 0.13), ry * 0.12), shadow(_STEEL, 0.8), line=0.8)


def _from_the_side(figure: Figure, colour: str, x: float, top: float) -> None:
    size, facing = figure.size, figure.body.facing
    radius = 0.98 * size
    behind, front = figure.brush(Layer.BACK_ITEM), figure.brush(_NEAR)

    def ahead(by: float) -> float:
        return x + facing * by * size

    high = top - 1.35 * size
    behind.line(f"M{ahead(-0.62):.1f} {high:.1f}L{ahead(-0.50):.1f} {top:.1f}", colour, width=13.0)
    behind.line(f"M{ahead(-0.62):.1f} {high:.1f}L{ahead(-0.92):.1f} {high:.1f}", _TYRE, width=6.0)
    behind.shape(_box(min(ahead(-0.55), ahead(1.0)), top - 0.04 * size, 1.55 * size, 0.16 * size),
                 colour)  # fmt: skip
    low = GROUND - 0.12 * size
    knee, foot = ahead(1.0), ahead(1.45)
    front.line(f"M{knee:.1f} {top + 0.06 * size:.1f}L{foot:.1f} {low:.1f}", shadow(_STEEL, 0.8),
               width=3.6)  # fmt: skip
    front.line(f"M{foot - 0.2 * size:.1f} {low:.1f}L{foot + 0.3 * size:.1f} {low:.1f}", _TYRE,
               width=5.0)  # fmt: skip
    _wheel(front, ahead(0.95), GROUND - 0.20 * size, 0.20 * size, 0.20 * size, size)
    _wheel(front, ahead(-0.05), GROUND - radius, radius, radius, size)
