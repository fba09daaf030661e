"""Plate, leather, powered and samurai armour over a dark base layer."""

from __future__ import annotations

from ..figure import Figure, Layer, metallic
from ..geometry import lerp, unit
from ..outfit import Worn
from ..paint import Brush, Frame, Point, chain, ellipse, glow, mix, shadow, smooth
from .bottoms import hang_strip
from .limbs import SIDES

GOLD = "#d9b04a"


def draw_armour(figure: Figure, worn: Worn) -> None:
    detail = worn.cut.detail
    if detail != "pauldrons":
        _tassets(figure, worn)
        _breastplate(figure, worn)
    if detail not in ("breast", "leather"):
        for side in SIDES:
            _upper_arm(figure, worn, side)
    if detail != "breast":
        for side in SIDES:
            _pauldron(figure, worn, side)


def _trim(worn: Worn) -> str:
    if worn.cut.detail == "leather":
        return mix(worn.colour, "#d8b98a", 0.55)
    if worn.cut.detail == "power":
        return "#59e0f2"
    return GOLD if worn.colour.lower() not in (GOLD, "#d8a938") else "#f3f0e6"


def _breastplate(figure: Figure, worn: Worn) -> None:
    colour, size, view = worn.colour, figure.size, figure.view
    strip = figure.body.trunk(size * 0.035)
    brush = figure.brush(Layer.ARMOUR)
    is_plate = worn.cut.detail != "leather"
    top = -0.03
    depth = 0.10 if view != "back" else 0.03
    upper = [strip.at(-0.93, 0.16), strip.at(-0.80, 0.03), strip.at(-0.66, top - 0.02),
             strip.at(-0.40, top + depth * 0.7), strip.at(0.0, top + depth), strip.at(0.40,
                 top + depth * 0.7),
             strip.at(0.66, top - 0.02), strip.at(0.80, 0.03), strip.at(0.93, 0.16)]  # fmt: skip
    m = figure.body.middle(0.7) if view in ("front", "quarter") else 0.0
    low = [
        strip.at(1, 0.66),
        strip.at(0.6, 0.71),
        strip.at(m, 0.79),
        strip.at(-0.6, 0.71),
        strip.at(-1, 0.66),
    ]
    data = chain(upper, strip.edge(1, 0.2, 0.64), low, strip.edge(-1, 0.64, 0.2))
    a, b = strip.at(-1, 0.35), strip.at(1, 0.45)
    paint = metallic(figure.canvas, colour, a, b) if is_plate else None
    brush.shape(data, colour, paint=paint)
    brush.tone(strip.shade(0.14, 0.68, side=1, depth=0.14), shadow(colour))
    trim = _trim(worn)
    brush.line(smooth(upper), shadow(trim, 1.2), width=3.4)
    brush.line(smooth(upper), trim, width=2.2)
    brush.line(smooth(low), shadow(trim, 1.2), width=3.4)
    brush.line(smooth(low), trim, width=2.2)
    if view == "back":
        brush.stroke(
            [strip.at(0, 0.06), strip.at(0.01, 0.4), strip.at(0, 0.72)],
            shadow(colour, 1.6),
            width=2.4,
        )
        for sign in (-1, 1):
            brush.stroke([strip.at(sign * 0.2, 0.5), strip.at(sign * 0.5, 0.36),
                         strip.at(sign * 0.6, 0.16)],
                         shadow(colour, 1.3), width=2.6)  # fmt: skip
        return
    mid = figure.body.middle
    if view != "side":
        ridge = [strip.at(mid(v), v) for v in (0.12, 0.3, 0.5, 0.72)]
        right_of = [strip.at(min(0.96, mid(v, 7)), v) for v in (0.72, 0.5, 0.3, 0.12)]
        brush.tone(chain(ridge, right_of), shadow(colour, 0.9))
        brush.line(smooth(ridge), glow(colour, 1.4), width=1.2)
        for half in (-1.0, 1.0):
            points = [strip.at(mid(0.44, half * 8), 0.46), strip.at(mid(0.48, half * 32), 0.49),
                      strip.at(mid(0.4, half * 62), 0.40)]  # fmt: skip
            brush.stroke(points, shadow(colour, 1.7), width=3.6)
            brush.stroke([(x, y + 2.6) for x, y in points], glow(colour, 1.0), width=1.8)
    else:
        brush.stroke(
            [strip.at(0.9, 0.46), strip.at(0.2, 0.5), strip.at(-0.6, 0.44)],
            shadow(colour, 1.6),
            width=3,
        )
    lit = [strip.at(mid(v, -44) if view != "side" else -0.4, v) for v in (0.16, 0.25, 0.36)]
    brush.stroke(lit, mix(glow(colour, 1.5), "#ffffff", 0.5), width=4.4)
    if worn.cut.detail == "power" and view != "side":
        x, y = strip.at(mid(0.26), 0.26)
        brush.shape(ellipse(x, y, size * 0.11, size * 0.11), shadow(colour, 1.4))
        brush.fill(ellipse(x, y, size * 0.075, size * 0.075), trim)
        brush.fill(ellipse(x, y, size * 0.04, size * 0.04), "#ffffff", opacity=0.9)
    elif view != "side":
        x, y = strip.at(mid(0.20), 0.20)
        s = size * 0.075
        brush.shape(
            chain([(x, y - s)], [(x + s * 0.8, y)], [(x, y + s * 1.2)], [(x - s * 0.8, y)]),
            trim,
            line=0.8,
        )
    if worn.cut.detail == "samurai":
        for k in range(5):
            v = lerp(0.22, 0.68, k / 4)
            brush.line(smooth(strip.cut(v, 0.02, -0.95, 0.95)), "#2a2028", width=1.6)
            brush.line(smooth(strip.cut(v + 0.03, 0.02, -0.95, 0.95)), GOLD, width=0.9)


def _tassets(figure: Figure, worn: Worn) -> None:
    """Plates over the hips."""
    colour, size = worn.colour, figure.size
    strip = hang_strip(figure, start=0.74, length=0.28, flare=0.16, ease=size * 0.05)
    brush = figure.brush(Layer.ARMOUR - 0.5)
    trunk = figure.body.trunk(size * 0.04)
    brush.shape(trunk.panel(0.62, 0.84, hem=0.02), shadow(colour, 1.5), line=0.8)
    m = figure.body.middle(0.95) if figure.view in ("front", "quarter") else 0.0
    plates: tuple[tuple[float, float, float], ...] = (
        (-1.0, m - 0.56, 0.94),
        (m + 0.56, 1.0, 0.94),
        (m - 0.66, m - 0.02, 1.0),
        (m + 0.02, m + 0.66, 1.0),
    )
    if figure.view == "side":
        plates = ((-1.0, -0.30, 0.95), (0.30, 1.0, 0.95), (-0.42, 0.42, 1.0))
    trim = _trim(worn)
    is_plate = worn.cut.detail != "leather"
    for a, b, end in plates:
        a, b = max(-1.0, a), min(1.0, b)
        if b - a < 0.15:
            continue
        middle = (a + b) / 2
        low = [strip.at(b, end - 0.08), strip.at(middle, end + 0.0), strip.at(a, end - 0.08)]
        data = chain([strip.at(a * 0.96, 0.02), strip.at(b * 0.96, 0.02)], low)
        p, q = strip.at(a, 0.5), strip.at(b, 0.5)
        brush.shape(data, colour, paint=metallic(figure.canvas, colour, p, q) if is_plate else None)
        for t in (0.34, 0.62):
            brush.line(
                smooth([strip.at(a, t), strip.at(middle, t + 0.06), strip.at(b, t)]),
                shadow(colour, 1.5),
                width=1.0,
            )
        brush.line(smooth(low), trim, width=1.8)
    belt = trunk.panel(0.755, 0.83, top=0.02, hem=0.02)
    over = figure.brush(Layer.ARMOUR - 0.2)
    over.shape(belt, "#4c3526", line=0.8)
    if figure.view in ("front", "quarter"):
        x, y = trunk.at(figure.body.middle(0.8), 0.81)
        over.shape(ellipse(x, y, size * 0.08, size * 0.075), trim, line=0.8)


def _upper_arm(figure: Figure, worn: Worn, side: str) -> None:
    strip = figure.body.arm(side, figure.size * 0.03)
    layer = figure.arm_layer(side)
    colour = worn.colour if layer == Layer.NEAR_ARM else mix(worn.colour, shadow(worn.colour), 0.5)
    brush = figure.brush(layer + 2)
    p, q = strip.at(-1, 0.5), strip.at(1, 0.5)
    paint = metallic(figure.canvas, colour, p, q)
    brush.shape(strip.panel(0.12, 0.80, hem=0.04), colour, paint=paint)
    brush.line(smooth(strip.cut(0.80, 0.04)), _trim(worn), width=1.6)
    x, y = figure.body.joints["right_elbow" if side == "right" else "left_elbow"]
    r = figure.body.measures.arm * 0.92
    brush.shape(ellipse(x, y, r, r * 0.95), colour,
                paint=metallic(figure.canvas, colour, (x - r, y - r), (x + r, y + r)))  # fmt: skip
    brush.line(
        smooth([(x - r * 0.6, y), (x, y + r * 0.3), (x + r * 0.6, y)]),
        shadow(colour, 1.5),
        width=0.9,
    )


def _pauldron(figure: Figure, worn: Worn, side: str) -> None:
    body = figure.body
    a, b, _ = body.bones(side, "shoulder", "elbow", "wrist")
    neck = body.joints["neck"]
    layer = figure.arm_layer(side)
    brush = figure.canvas.brush(layer + 5.5, _shoulder_frame(figure, side))
    del a, b, neck
    colour = worn.colour if layer == Layer.NEAR_ARM else mix(worn.colour, shadow(worn.colour), 0.5)
    trim = _trim(worn)
    plates: tuple[tuple[float, float], ...] = ((62.0, 0.80), (34.0, 0.94), (0.0, 1.0))
    if worn.cut.detail in ("leather", "pauldrons"):
        plates = ((30.0, 0.92), (0.0, 1.0))
    if worn.cut.detail == "samurai":
        _sode(brush, colour)
        return
    for drop, wide in plates:
        w = 62 * wide
        if drop:
            data = chain([(-w, drop - 26), (-w * 0.94, drop + 10), (0, drop + 34), (w * 0.94,
                         drop + 10), (w, drop - 26)],
                         [(0, drop - 10)])  # fmt: skip
        else:
            data = chain([(-w, 14), (-w * 0.98, -22), (-w * 0.55, -54), (0, -62), (w * 0.62, -50),
                         (w, -18), (w, 14)],
                         [(w * 0.5, 26), (0, 30), (-w * 0.5, 26)])  # fmt: skip
        is_plate = worn.cut.detail != "leather"
        paint = metallic(figure.canvas, colour, (-w, -20), (w, 20)) if is_plate else None
        brush.shape(data, colour, paint=paint)
        edge = (
            [(-w * 0.96, drop + 10), (0, drop + 33), (w * 0.96, drop + 10)]
            if drop
            else [(-w, 14), (-w * 0.5, 26), (0, 30), (w * 0.5, 26), (w, 14)]
        )
        brush.line(smooth(edge), trim, width=1.8)
    brush.stroke(
        [(-40, -20), (-26, -40), (0, -50)], mix(glow(colour, 1.4), "#ffffff", 0.5), width=3.0
    )
    if worn.cut.detail == "power":
        brush.fill(ellipse(0, -10, 12, 12), trim)


def _sode(brush: Brush, colour: str) -> None:
    for k in range(5):
        y = -34 + k * 26
        w = 52 + k * 3
        brush.shape(
            chain([(-w, y)], [(w, y)], [(w + 2, y + 27)], [(-w - 2, y + 27)]), colour, line=0.8
        )
        brush.line(f"M{-w + 6} {y + 20}L{w - 6} {y + 20}", GOLD, width=1.0)


def _shoulder_frame(figure: Figure, side: str) -> Frame:
    """Origin on the shoulder, +y down the arm; the plate is 62 units to each side."""
    body = figure.body
    a, b, _ = body.bones(side, "shoulder", "elbow", "wrist")
    d = unit(a, b)
    spine = unit(body.joints["neck"], body.hips)
    blend = (d[0] * 0.55 + spine[0] * 0.45, d[1] * 0.55 + spine[1] * 0.45)
    d = unit((0, 0), blend)
    out = _outward(figure, side)
    r = body.measures.arm * 1.62 + figure.size * 0.035
    scale = r / 62
    origin: Point = (
        a[0] + out * body.measures.arm * 0.10 + d[0] * r * 0.42,
        a[1] + d[1] * r * 0.42,
    )
    return Frame(origin, (d[1] * scale, -d[0] * scale), (d[0] * scale, d[1] * scale))


def _outward(figure: Figure, side: str) -> float:
    x, neck = (
        figure.body.bones(side, "shoulder", "elbow", "wrist")[0][0],
        figure.body.joints["neck"][0],
    )
    if abs(x - neck) < figure.size * 0.1:
        return 0.0
    return 1.0 if x > neck else -1.0
