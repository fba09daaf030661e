"""Wings and tails."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from ..features import Accessory
from ..figure import Figure, Layer
from ..geometry import lerp
from ..paint import Brush, Point, chain, ellipse, glow, mix, shadow, smooth, spread, taper
from .fishtail import fishtail
from .hat_shapes import tone


def wings(figure: Figure, item: Accessory) -> None:
    style = (item.style or "").lower()
    colour = tone(item, "#f2f1ee")
    kind = "feather"
    if any(word in style for word in ("bat", "demon", "devil", "dragon")):
        kind, colour = "bat", tone(item, "#5a2b3e")
    elif any(word in style for word in ("fairy", "butterfly", "insect", "pixie", "dragonfly")):
        kind, colour = "fairy", tone(item, "#a8e0f2")
    elif any(word in style for word in ("mech", "robot", "metal", "cyber")):
        colour = tone(item, "#9aa8b8")
    size, body = figure.size, figure.body
    at = body.spine(0.22)
    layer: float = Layer.WINGS if figure.view != "back" else Layer.OVER_BACK
    brush = figure.brush(layer)
    sides: tuple[float, ...] = (-1.0, 1.0)
    if figure.view == "side":
        sides = (-body.facing,)
        layer = Layer.OVER_BACK
        brush = figure.brush(Layer.STRAP + 0.5)
    reach = {"front": 1.0, "back": 1.0, "quarter": 0.92, "side": 0.85}[figure.view]
    for sign in sides:
        shrink = 0.62 if figure.view == "quarter" and sign == body.facing else 1.0
        x0 = (
            at[0]
            + sign * size * 0.12
            - (body.facing * size * 0.22 if figure.view == "quarter" else 0)
        )
        if figure.view == "side":
            x0 = body.trunk().at(sign, 0.25)[0]
        scale = size * 0.0125 * reach

        def put(
            x: float, y: float, x0: float = x0, s: float = sign * scale * shrink, sy: float = scale
        ) -> Point:
            return (x0 + x * s, at[1] + y * sy)

        {"feather": _feather_wing, "bat": _bat_wing, "fairy": _fairy_wing}[kind](brush, put, colour)


Put = Callable[[float, float], Point]


def _feather_wing(brush: Brush, put: Put, colour: str) -> None:
    rows = ((9, 1.0, shadow(colour, 0.7)), (8, 0.72, shadow(colour, 0.25)), (7, 0.46, colour))
    for count, length, fill in rows:
        for k in range(count):
            share = k / (count - 1)
            root = (lerp(66, 6, share), lerp(-88, 6, share) - 22 * math.sin(math.pi * share))
            angle = lerp(-28, 74, share)
            reach = length * (118 - 44 * share)
            dx, dy = (
                math.cos(math.radians(angle)) * reach,
                math.sin(math.radians(angle)) * reach + 34 * length,
            )
            tip = (root[0] + dx * 0.62, root[1] + dy * 0.80 + 18 * length)
            nx, ny = -(tip[1] - root[1]) / reach * 13, (tip[0] - root[0]) / reach * 13
            middle = ((root[0] * 0.35 + tip[0] * 0.65), (root[1] * 0.35 + tip[1] * 0.65))
            data = smooth(
                [
                    put(*root),
                    put(middle[0] + nx, middle[1] + ny),
                    put(*tip),
                    put(middle[0] - nx, middle[1] - ny),
                ],
                closed=True,
            )
            brush.shape(data, fill, line=0.8)
    arm = [
        put(0, 14),
        put(16, -36),
        put(44, -82),
        put(74, -96),
        put(86, -78),
        put(64, -62),
        put(36, -20),
        put(14, 22),
    ]
    brush.shape(smooth(arm, closed=True), colour)
    brush.stroke([put(12, -22), put(40, -70), put(68, -88)], glow(colour, 1.2), width=3)


def _bat_wing(brush: Brush, put: Put, colour: str) -> None:
    tips: list[Point] = [(128, -58), (122, 20), (92, 66), (52, 82), (6, 46)]
    edge: list[str] = []
    knuckle = put(62, -98)
    data = smooth([put(0, 0), put(26, -60), put(62, -98), put(104, -92), put(*tips[0])])
    for a, b in pairwise(tips):
        c = put((a[0] + b[0]) / 2 * 0.80 + 4, (a[1] + b[1]) / 2 * 0.72 - 6)
        e = put(*b)
        edge.append(f"Q{c[0]:.2f} {c[1]:.2f} {e[0]:.2f} {e[1]:.2f}")
    data += "".join(edge) + "Z"
    brush.shape(data, colour)
    for tip in tips[1:4]:
        brush.stroke(
            [knuckle, put((62 + tip[0]) / 2 + 6, (-98 + tip[1]) / 2), put(*tip)],
            shadow(colour, 1.7),
            width=3.2,
        )
    brush.stroke(
        [put(0, 0), put(26, -60), put(62, -98), put(104, -92), put(128, -58)],
        shadow(colour, 1.2),
        width=6,
        peak=0.3,
    )
    brush.shape(chain([put(58, -96)], [put(64, -120)], [put(68, -98)]), "#e8dcc8", line=0.8)


def _fairy_wing(brush: Brush, put: Put, colour: str) -> None:
    upper = smooth(
        [put(0, 0), put(30, -70), put(84, -112), put(118, -84), put(104, -30), put(48, 6)],
        closed=True,
    )
    lower = smooth(
        [put(0, 6), put(52, 14), put(82, 48), put(70, 92), put(36, 82), put(12, 40)], closed=True
    )
    for data in (lower, upper):
        brush.fill(data, colour, opacity=0.62)
        brush.line(data, shadow(colour, 1.2), width=1.2)
    for line in (
        [put(4, 0), put(50, -50), put(104, -84)],
        [put(4, 0), put(56, -30), put(98, -40)],
        [put(4, 8), put(44, 44), put(64, 80)],
    ):
        brush.stroke(line, glow(colour, 1.4), width=2.2)
    for x, y in ((88, -84), (74, -54), (58, 60)):
        brush.fill(ellipse(*put(x, y), 4, 4), "#ffffff", opacity=0.85)


def tail(figure: Figure, item: Accessory) -> None:
    style = (item.style or "").lower()
    if style == "mermaid":
        fishtail(figure, item)
        return
    size, body = figure.size, figure.body
    colour = tone(item, figure.hair)
    x, y = body.spine(1.02)
    out = 1.0
    if figure.view in ("side", "quarter"):
        out = -body.facing
        x += out * size * (0.36 if figure.view == "side" else 0.2)
    elif figure.view == "back":
        out = -1.0
    layer = Layer.TAIL if figure.view != "back" else Layer.OVER_BACK
    brush = figure.brush(layer)

    def put(a: float, b: float) -> Point:
        return (x + a * size * out, y + b * size)

    if any(word in style for word in ("demon", "devil", "imp")):
        colour = tone(item, "#8c2434")
        line = [put(0, 0.05), put(0.55, 0.35), put(0.8, 0.05), put(0.95, -0.35), put(1.15, -0.45)]
        brush.shape(taper(spread(line, 5), size * 0.12, peak=0.2), colour)
        brush.shape(chain([put(1.02, -0.50)], [put(1.42, -0.62)], [put(1.2, -0.26)]), colour)
        return
    width = size * (0.58 if "fox" in style or "wolf" in style or "squirrel" in style else 0.22)
    if any(word in style for word in ("dragon", "lizard", "dino")):
        colour = tone(item, "#4c8f5a")
        line = [put(-0.1, -0.05), put(0.45, 0.45), put(0.95, 0.75), put(1.45, 0.7), put(1.75, 0.4)]
        brush.shape(taper(spread(line, 5), size * 0.55, peak=0.15), colour)
        return
    line = [put(0, 0.0), put(0.5, 0.35), put(0.95, 0.15), put(1.05, -0.35), put(0.85, -0.72)]
    points = spread(line, 5)
    if width < size * 0.3:
        brush.shape(taper(points, width, peak=0.85), colour)
        brush.stroke(points[12:20:2], glow(colour, 0.8), width=3)
    else:
        brush.shape(taper(points, width, peak=0.62), colour)
        brush.shape(
            taper(points[12:], width * 0.72, peak=0.25), mix(colour, "#ffffff", 0.75), line=0.8
        )
