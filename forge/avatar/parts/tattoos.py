"""Ink on the arms, where no sleeve is over it."""

from __future__ import annotations

from ..figure import Figure, Layer
from ..geometry import Strip
from ..paint import Brush, Point, chain, ellipse, luminance, mix
from .limbs import SIDES


def draw_tattoos(figure: Figure) -> None:
    if "tattoos" not in figure.features.face.marks:
        return
    skin = figure.skin
    ink = mix(skin, "#22315a" if luminance(skin) > 0.35 else "#08070c", 0.74)
    red = mix(skin, "#b03a48", 0.62)
    for side in SIDES:
        layer = figure.arm_layer(side)
        if layer == Layer.FAR_ARM:
            continue
        brush = figure.brush(layer + 0.2)
        arm = figure.body.arm(side)
        if side == "right":
            _flames(brush, arm, ink)
            _rose(brush, arm, 0.46, ink, red, figure.size)
        else:
            _bands(brush, arm, ink)
            _star(brush, arm, 0.72, ink, figure.size)


def _flames(brush: Brush, arm: Strip, ink: str) -> None:
    """Tongues that wind from the elbow to the wrist."""
    for start, sign in ((1.12, 1.0), (1.34, -1.0), (1.56, 1.0)):
        outer = [arm.at(-0.75 * sign, start), arm.at(0.30 * sign, start + 0.06),
                 arm.at(0.85 * sign, start + 0.24)]  # fmt: skip
        inner = [arm.at(0.85 * sign, start + 0.24), arm.at(0.05 * sign, start + 0.19),
                 arm.at(-0.75 * sign, start + 0.13)]  # fmt: skip
        brush.fill(chain(outer, inner), ink)
    brush.fill(arm.panel(1.84, 1.88, top=0.02, hem=0.02), ink)


def _bands(brush: Brush, arm: Strip, ink: str) -> None:
    for start, end in ((0.34, 0.40), (0.43, 0.455), (1.30, 1.335), (1.62, 1.645), (1.68, 1.74)):
        brush.fill(arm.panel(start, end, top=0.03, hem=0.03), ink)
    teeth: list[Point] = []
    for k in range(9):
        teeth.append(arm.at(-0.9 + k * 0.225, 1.36 if k % 2 else 1.50))
    brush.fill(chain([arm.at(-0.9, 1.335), *teeth, arm.at(0.9, 1.335)]), ink)


def _rose(brush: Brush, arm: Strip, t: float, ink: str, red: str, size: float) -> None:
    x, y = arm.at(-0.15, t)
    r = size * 0.062
    for dx, dy in ((-1.1, 1.2), (1.2, 1.1), (0.1, -1.5)):
        brush.fill(ellipse(x + dx * r, y + dy * r, r * 0.75, r * 0.5), ink)
    brush.fill(ellipse(x, y, r * 1.15, r * 1.1), red)
    brush.line(ellipse(x, y, r * 1.15, r * 1.1) + ellipse(x, y, r * 0.7, r * 0.62)
               + ellipse(x + r * 0.1, y, r * 0.3, r * 0.26), ink, width=0.8)  # fmt: skip


def _star(brush: Brush, arm: Strip, t: float, ink: str, size: float) -> None:
    x, y = arm.at(0.1, t)
    r = size * 0.07
    points = [(0.0, -1.0), (0.26, -0.31), (0.95, -0.31), (0.40, 0.12), (0.59, 0.81), (0.0, 0.40),
              (-0.59, 0.81), (-0.40, 0.12), (-0.95, -0.31), (-0.26, -0.31)]  # fmt: skip
    brush.fill(chain(*[[(x + a * r, y + b * r)] for a, b in points]), ink)
