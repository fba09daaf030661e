"""Sleeves, of every width and length."""

from __future__ import annotations

import math

from ..body import Table
from ..figure import Figure, Layer, cloth
from ..geometry import Strip, unit
from ..outfit import Worn
from ..paint import Brush, Point, chain, glow, luminance, mix, polygon, shadow, smooth
from .folds import fold_lines, sleeve_folds
from .limbs import inner_first
from .materials import material_on
from .patterns import pattern_on
from .ribbon import corners, crease, dots, ribbon
from .wide_sleeves import draw_wide


def draw_sleeve(figure: Figure, worn: Worn, side: str, order: int) -> None:
    """One sleeve; `order` 1 for a top, 2 for what is worn over it."""
    cut = worn.cut
    end = cut.sleeve
    strip = figure.body.arm(side, 0.0, _table(figure, worn))
    layer = figure.arm_layer(side)
    far = layer == Layer.FAR_ARM
    colour = mix(worn.colour, shadow(worn.colour), 0.45) if far else worn.colour
    brush = figure.brush(layer + order)
    bag = cut.arms in ("hanging", "curved")
    if cut.arms == "bell":
        draw_wide(figure, brush, strip, worn, colour)
    puffed = end < 1.0 and cut.arms == "puff"
    left, right = inner_first(figure, side)
    crown = [] if bag or puffed else _crown(figure, worn, strip, left < right)
    data = _panel(strip, end, crown, left < right, narrow=order > 1 and end > 1.8)
    cloth(brush, strip, data, colour, 0.0, end, depth=0.26)
    pattern_on(figure, brush, strip, worn, 0.0, 0.3 if cut.arms == "hanging" else end, limb=True)
    material_on(figure, brush, strip, worn, 0.0, end, limb=True)
    if puffed:
        fold_lines(brush, [
            (strip.at(u, end - 0.01), strip.at(u * 1.1, end * 0.8), strip.at(u * 1.15, end * 0.55))
            for u in (-0.6, -0.2, 0.2, 0.6)
        ], crease(colour, 0.9), 2.4)  # fmt: skip
    else:
        sleeve_folds(brush, strip, worn, colour)
    if cut.detail == "quilted":
        for t in (0.25, 0.55, 0.85, 1.15, 1.45, 1.75):
            if t < end:
                brush.line(smooth(strip.cut(t, 0.05)), crease(colour, 1.3), width=1.6)
    if bag:
        draw_wide(figure, brush, strip, worn, colour)
    else:
        _finish(figure, brush, strip, worn, colour, side)
    if bag:  # its lower edge is the bag's own
        upper = 0.30 if cut.arms == "hanging" else 0.62
        for u, first in ((-1.0, left), (1.0, right)):
            brush.edge(smooth(strip.edge(u, first - 0.11, upper + 0.1)), colour)
        return
    if crown:
        outer, inner = (-1.0, 1.0) if left < right else (1.0, -1.0)
        brush.edge(smooth([*crown, *strip.edge(outer, _HEAD, end)]), colour)
        brush.edge(smooth(strip.edge(inner, max(left, right) - 0.11, end)), colour)
    else:
        brush.edge(strip.outline(-0.11, end, left=left, right=right), colour)
    brush.edge(smooth(strip.cut(end, 0.04)), colour, width=0.9)
    if cut.loose + cut.cuff > 0.035 and end < 1.99:  # into the cuff
        mouth = chain(strip.cut(end, 0.04), strip.cut(end, -0.025)[::-1])
        brush.shape(mouth, shadow(colour, 2.0), line=0.6)


_HEAD = 0.20  # where the sleeve's own outline takes over from its crown


def _crown(figure: Figure, worn: Worn, strip: Strip, is_left: bool) -> list[Point]:
    """The top of the outer edge: runs on from the shoulder seam without a step.

    Empty where the arm is not seen beside the trunk, or is raised over the shoulder.
    """
    if figure.view == "side" or worn.cut.sleeve <= _HEAD + 0.05:
        return []
    u = -1.0 if is_left else 1.0
    trunk = figure.body.trunk(worn.cut.loose * figure.size * 0.35)
    before, start = trunk.at(u, -0.06), trunk.at(u, 0.0)
    end, after = strip.at(u, _HEAD), strip.at(u, _HEAD + 0.12)
    span = math.dist(start, end)
    if (end[0] - start[0]) * u < 0.1 * span or end[1] < start[1]:
        return []
    (ax, ay), (bx, by) = unit(before, start), unit(end, after)
    points = [trunk.at(u, -0.07)]
    for k in range(6):
        t = k / 6
        h0, h1 = (1 + 2 * t) * (1 - t) ** 2, t * (1 - t) ** 2
        g0, g1 = t * t * (3 - 2 * t), t * t * (t - 1)
        points.append((
            h0 * start[0] + h1 * span * ax + g0 * end[0] + g1 * span * bx,
            h0 * start[1] + h1 * span * ay + g0 * end[1] + g1 * span * by,
        ))  # fmt: skip
    return points


def _panel(
    strip: Strip, end: float, crown: list[Point], is_left: bool, *, narrow: bool = False
) -> str:
    """`narrow` leaves the lapels beside the armhole uncovered."""
    if not crown:
        return strip.panel(-0.16, end, hem=0.04)
    outer, inner = (-1.0, 1.0) if is_left else (1.0, -1.0)
    low = strip.cut(end, 0.04)
    if not is_left:
        low = low[::-1]
    inside = strip.edge(inner, end, 0.42 if narrow else -0.14)
    if narrow:
        inside += [strip.at(inner * 0.5, 0.26), strip.at(outer * 0.1, 0.05)]
    return chain([*crown, *strip.edge(outer, _HEAD, end)], low[1:-1], inside)


def _table(figure: Figure, worn: Worn) -> Table:
    cut, size, r = worn.cut, figure.size, figure.body.measures.arm
    ease, end, wide = cut.loose * size, cut.sleeve, cut.cuff * size
    if cut.arms == "puff" and end < 1.0:
        return ((-0.16, 0.22 * r), (-0.12, 0.9 * r), (-0.04, 1.45 * r + ease), (0.14,
            1.75 * r + ease),
                (end - 0.06, 1.35 * r + ease), (end, 1.0 * r), (2.06, 1.0 * r))  # fmt: skip
    if cut.arms == "bishop":
        return ((-0.16, 0.18 * r), (-0.12, 0.66 * r), (-0.05, 1.0 * r), (0.06,
            1.12 * r + ease * 0.4),
                (0.5, 1.02 * r + ease), (1.0, 1.0 * r + ease), (1.5, 1.2 * r + ease * 1.2),
                (1.72, 1.12 * r + ease), (1.80, 0.62 * r), (2.06, 0.58 * r))  # fmt: skip
    if end < 1.0:
        return ((-0.16, 0.18 * r), (-0.12, 0.62 * r), (-0.05, 0.92 * r + ease * 0.2),
                (0.06, r + ease * 0.5), (max(end, 0.1), 0.93 * r + ease + wide),
                (2.06, 0.93 * r + ease + wide))  # fmt: skip
    return (
        (-0.16, 0.18 * r), (-0.12, 0.62 * r), (-0.05, 0.92 * r + ease * 0.2),
        (0.06, r + ease * 0.4), (0.4, 0.92 * r + ease * 0.55),
        (0.85, 0.76 * r + ease * 0.7 + wide * 0.25 * min(end, 1.0)),
        (1.0, 0.76 * r + ease * 0.7 + wide * 0.2), (1.25, 0.80 * r + ease * 0.7 + wide * 0.35),
        (1.6, 0.62 * r + ease * 0.75 + wide * 0.6), (2.06, 0.46 * r + ease * 0.6 + wide),
    )  # fmt: skip


def _finish(figure: Figure, brush: Brush, strip: Strip, worn: Worn, colour: str, side: str) -> None:
    cut, end, size = worn.cut, worn.cut.sleeve, figure.size
    detail = cut.detail
    if detail == "mail":
        mail_rows(brush, strip, colour, -0.05, end)
    if detail in ("ribs", "cuffs", "rings", "bands") or cut.arms == "bishop":
        back = {"ribs": 0.16, "bands": 0.07}.get(detail, 0.17)
        band = strip.panel(end - back, end, top=0.03, hem=0.04)
        tone = glow(colour, 0.22) if detail == "cuffs" else crease(colour, 0.55)
        if detail == "rings":
            tone = "#d2773f"
        if detail == "bands":
            tone = worn.trim or (shadow(colour, 1.6) if luminance(colour) > 0.6 else "#f4f2ea")
        brush.shape(band, tone, line=0.7)
        if detail == "ribs":
            ribs = "".join(smooth([strip.at(u, end - back + 0.02), strip.at(u, end)])
                           for u in (-0.6, -0.2, 0.2, 0.6))  # fmt: skip
            brush.line(ribs, crease(tone, 1.0), width=0.7)
    if worn.trim and end > 1.2 and detail in ("pockets", "suit", "", "belt"):
        brush.shape(strip.panel(end - 0.15, end, top=0.03, hem=0.04), worn.trim, line=0.7)
    if detail == "rings":  # the bellows of a pressure suit
        for t in (0.20, 0.84, 0.97, 1.10):
            brush.line(smooth(strip.cut(t, 0.05)), crease(colour, 1.2), width=1.3)
        brush.tone(strip.panel(0.97, 1.10, top=0.05, hem=0.05), crease(colour, 0.5))
        patch = [
            strip.at(u, t) for u, t in ((-0.3, 0.34), (0.35, 0.34), (0.35, 0.52), (-0.3, 0.52))
        ]
        brush.shape(corners(patch), "#3f6fb8" if side == "left" else "#d2483c", line=0.7)
    if detail in ("suit", "crest") and end > 1.5:
        points = [strip.at(-0.45, end - t) for t in (0.05, 0.10, 0.15)]
        dots(brush, points, size * 0.014, stitch_tone(colour))
    if detail == "stripes":
        u0 = -0.30
        for u in (u0, u0 + 0.30):
            brush.fill(strip.band(u, u + 0.17, 0.0, end), worn.trim or "#f4f4f0")
    if detail == "reflective":
        for t in (0.62, 1.62):
            brush.shape(strip.panel(t, t + 0.20, top=0.03, hem=0.03), "#e9e24a", line=0.6)
            brush.fill(strip.panel(t + 0.06, t + 0.14, top=0.03, hem=0.03), "#dfe5ea")
    if detail == "epaulettes":
        brush.shape(strip.panel(end - 0.20, end, top=0.04, hem=0.04), crease(colour, 0.6), line=0.7)
        brush.line(smooth(strip.cut(end - 0.20, 0.04)), "#d9b451", width=1.6)
        brush.shape(ribbon([strip.at(-0.1, -0.10), strip.at(-0.1, 0.10)], size * 0.10),
                    glow(colour, 0.3), line=0.7)  # fmt: skip
    if detail == "wraps":
        for t in (1.30, 1.45, 1.60, 1.75):
            brush.line(smooth([strip.at(-0.95, t), strip.at(0.95, t + 0.10)]), crease(colour, 1.5),
                       width=1.1)  # fmt: skip
    if cut.arms == "raglan":
        brush.line(smooth([strip.at(-0.85, 0.16), strip.at(0.2, -0.02), strip.at(0.9, -0.1)]),
                   crease(colour, 1.0), width=0.8)  # fmt: skip


def stitch_tone(colour: str) -> str:
    return glow(colour, 1.0) if luminance(colour) < 0.35 else shadow(colour, 2.0)


def mail_rows(brush: Brush, strip: Strip, colour: str, start: float, end: float) -> None:
    """Rows of rings, each half a ring further than the last."""
    wide = math.dist(strip.at(-1, (start + end) / 2), strip.at(1, (start + end) / 2))
    rows, steps = (13, 20) if wide > 60 else (10, 8)
    data = ""
    for row in range(1, rows):
        t = start + (end - start) * row / rows
        data += polygon(
            (strip.at(-0.94 + 1.88 * k / steps, t + (0.018 if (k + row) % 2 else -0.014))
             for k in range(steps + 1)), closed=False,
        )  # fmt: skip
    brush.line(data, shadow(colour, 1.4), width=0.7, opacity=0.8)
    brush.tone(strip.band(-0.62, -0.36, start + (end - start) * 0.1, start + (end - start) * 0.6),
               glow(colour, 1.2), opacity=0.35)  # fmt: skip
