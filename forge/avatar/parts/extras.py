"""Ears, horns, wings, tails, implants and small jewellery."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from ..features import Accessory
from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, rgb, shadow, smooth, spread, taper
from . import trinkets
from .hat_shapes import tone
from .limbs import neck_strip
from .wheelchair import wheelchair
from .wings import tail, wings


def animal_ears(figure: Figure, item: Accessory) -> None:
    style = (item.style or item.kind or "cat").lower()
    colour = tone(item, figure.hair)
    inside = "#eeb0b4"
    places: tuple[tuple[float, float], ...] = {
        "front": ((-52.0, 1.0), (52.0, 1.0)), "back": ((-52.0, 1.0), (52.0, 1.0)),
        "quarter": ((-46.0, 1.0), (50.0, 0.75)),
        "side": ((-20.0, 0.8),),
    }[figure.view]  # fmt: skip
    brush = figure.head_brush(Layer.OVER_HAIR)
    for x, wide in places:
        out = 1.0 if x > 0 else -1.0
        if "bunny" in style or "rabbit" in style:
            outer = [
                (x - 18, -92),
                (x - 22 + out * 6, -150),
                (x + out * 16, -214),
                (x + 22 + out * 6, -150),
                (x + 18, -92),
            ]
            inner = [
                (x - 8, -100),
                (x - 10 + out * 6, -150),
                (x + out * 13, -196),
                (x + 12 + out * 6, -150),
                (x + 8, -100),
            ]
        elif "bear" in style or "mouse" in style or "panda" in style:
            brush.shape(ellipse(x + out * 8, -106, 28 * wide, 28), colour)
            brush.fill(ellipse(x + out * 8, -104, 16 * wide, 16), inside)
            continue
        elif "fox" in style or "wolf" in style or "dog" in style:
            outer = [
                (x - 32 * wide, -84),
                (x - 14 * wide, -136),
                (x + out * 22 * wide, -184),
                (x + 26 * wide, -130),
                (x + 32 * wide, -76),
            ]
            inner = [
                (x - 18 * wide, -92),
                (x - 4 * wide, -130),
                (x + out * 18 * wide, -162),
                (x + 18 * wide, -122),
                (x + 18 * wide, -86),
            ]
        else:
            outer = [
                (x - 32 * wide, -82),
                (x - 20 * wide, -126),
                (x + out * 20 * wide, -162),
                (x + 28 * wide, -116),
                (x + 32 * wide, -74),
            ]
            inner = [
                (x - 18 * wide, -90),
                (x - 8 * wide, -120),
                (x + out * 15 * wide, -144),
                (x + 18 * wide, -112),
                (x + 18 * wide, -84),
            ]
        brush.shape(chain(outer[:3], outer[2:], closed=True), colour)
        if figure.view != "back":
            brush.fill(chain(inner[:3], inner[2:], closed=True), inside)
            brush.stroke(
                [inner[0], ((inner[0][0] + inner[2][0]) / 2, -112), inner[1]],
                glow(colour, 0.8),
                width=2.5,
            )


def horns(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#4b3b3f")
    style = (item.style or "").lower()
    places: tuple[tuple[float, float], ...] = {
        "front": ((-46.0, -1.0), (46.0, 1.0)), "back": ((-46.0, -1.0), (46.0, 1.0)),
        "quarter": ((-34.0, -1.0), (54.0, 0.8)),
        "side": ((10.0, -1.0),),
    }[figure.view]  # fmt: skip
    brush = figure.head_brush(Layer.OVER_HAIR)
    for x, out in places:
        if "ram" in style or "curl" in style or "sheep" in style:
            line: list[Point] = [
                (x, -88),
                (x + out * 36, -112),
                (x + out * 66, -84),
                (x + out * 60, -44),
                (x + out * 34, -46),
            ]
            width = 34.0
        elif "antler" in style or "deer" in style:
            _antler(brush, x, out, tone(item, "#8a6340"))
            continue
        elif "unicorn" in style:
            x0 = {"front": 0.0, "back": 0.0, "quarter": 26.0, "side": 52.0}[figure.view]
            brush.shape(
                chain([(x0 - 10, -74)], [(x0 + 4, -178)], [(x0 + 11, -72)]), tone(item, "#f0d98a")
            )
            return
        else:
            line = [(x, -84), (x + out * 14, -118), (x + out * 34, -142), (x + out * 30, -178)]
            width = 30.0
        points = spread(line, 5)
        count = len(points)
        left, right = [], []
        for index, (px, py) in enumerate(points):
            ax, ay = points[max(0, index - 1)]
            bx, by = points[min(count - 1, index + 1)]
            length = math.hypot(bx - ax, by - ay) or 1
            half = width / 2 * (1 - index / (count - 1)) ** 0.8
            left.append((px - (by - ay) / length * half, py + (bx - ax) / length * half))
            right.append((px + (by - ay) / length * half, py - (bx - ax) / length * half))
        brush.shape(chain(left, right[::-1]), colour)
        for index in range(2, count - 2, 2):
            brush.line(
                smooth([left[index], right[index]]),
                shadow(colour, 1.4) if index % 4 else glow(colour, 0.9),
                width=1.4,
            )
        brush.stroke(left[1 : count - 2 : 3], glow(colour, 1.2), width=2.6)


def _antler(brush: Brush, x: float, out: float, colour: str) -> None:
    main = [(x, -92), (x + out * 26, -130), (x + out * 30, -170), (x + out * 20, -206)]
    for line, width in (
        (main, 15.0),
        ([(x + out * 18, -120), (x + out * 50, -140), (x + out * 62, -168)], 11.0),
        ([(x + out * 29, -164), (x + out * 52, -186), (x + out * 54, -208)], 9.0),
    ):
        brush.shape(taper(spread(line), width, peak=0.2), colour, line=0.9)


def implants(figure: Figure, item: Accessory) -> None:
    if figure.view == "back":
        return
    light = tone(item, "#38e6f2")
    brush = figure.head_brush(Layer.FACE + 0.6)
    metal = "#8b96a5"
    if figure.view == "front":
        brush.shape("M46 -30L76 -34L78 6L72 40L56 48L50 34L60 26L62 -6L48 -12Z", metal, line=0.8)
        brush.line("M70 -26L70 2L64 30M56 -26L64 -20", light, width=1.6)
        brush.line("M-62 44L-44 44L-36 54M-58 52L-48 52", light, width=1.5)
        brush.fill(ellipse(66, -24, 3.4, 3.4), light)
    elif figure.view == "quarter":
        brush.shape("M-52 -28L-26 -34L-18 -24L-34 -8L-36 24L-28 44L-44 46L-52 20Z", metal, line=0.8)
        brush.line("M-44 -20L-42 6L-40 34M-32 -26L-26 -28", light, width=1.6)
        brush.fill(ellipse(-34, 40, 3.4, 3.4), light)
    else:
        brush.shape("M-4 -34L34 -40L40 -28L24 -12L20 24L28 46L8 48L-2 30Z", metal, line=0.8)
        brush.line("M8 -26L10 6L14 38M26 -32L34 -32", light, width=1.6)
        brush.fill(ellipse(18, 40, 3.4, 3.4), light)


def antenna(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#53606e")
    brush = figure.head_brush(Layer.OVER_HAIR)
    for x, out in ((-28, -1), (28, 1)) if figure.view != "side" else ((0, 1),):
        brush.line(
            f"M{x} -100C{x + out * 4} -140 {x + out * 16} -150 {x + out * 26} -172",
            colour,
            width=2.6,
        )
        brush.shape(ellipse(x + out * 27, -176, 8, 8), "#f05a5a", line=0.8)


def earrings(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#e2b84c")
    brush = figure.head_brush(Layer.OVER_HAIR)
    places = {"front": (-80.0, 80.0), "back": (-80.0, 80.0), "quarter": (-57.0,), "side": (-10.0,)}[
        figure.view
    ]
    for x in places:
        brush.line(ellipse(x, 50, 7, 10), shadow(colour, 1.2), width=3.0)
        brush.line(ellipse(x, 50, 7, 10), colour, width=2.0)


def necklace(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#e2b84c" if item.kind != "choker" else "#2a2228")
    if figure.view == "back":
        return
    size = figure.size
    if item.kind == "choker":
        neck = neck_strip(figure)
        figure.brush(Layer.NECK + 0.5).shape(
            neck.panel(0.45, 0.68, top=0.08, hem=0.08), colour, line=0.7
        )
        return
    trunk = figure.body.trunk(size * 0.05)
    m = figure.body.middle
    if item.kind == "stethoscope":
        _stethoscope(figure)
        return
    brush = figure.brush(Layer.NECKWEAR + 0.5)
    pearls = "pearl" in f"{item.style or ''} {item.kind}" or _is_pearl(item)
    deep = 0.16 if pearls else 0.22
    left, right = (-0.62, 0.62) if figure.view != "side" else (-0.2, 0.9 * figure.body.facing)
    line = [trunk.at(left, -0.11), trunk.at((left + m(deep)) / 2, deep * 0.62), trunk.at(m(deep),
            deep),
            trunk.at((right + m(deep)) / 2, deep * 0.62), trunk.at(right, -0.11)]  # fmt: skip
    if pearls:
        tone_ = tone(item, "#f6efe6")
        places = spread(line, 5)[1:-1]
        r = math.dist(places[3], places[4]) * 0.56
        data = "".join(ellipse(x, y, r, r) for x, y in places)
        brush.shape(data, tone_, line=0.7)
        brush.tone("".join(ellipse(x - r * 0.3, y - r * 0.35, r * 0.32, r * 0.3)
                           for x, y in places), "#ffffff")  # fmt: skip
        return
    brush.line(smooth(line), shadow(colour, 1.3), width=2.8)
    brush.line(smooth(line), colour, width=1.7)
    x, y = line[2]
    brush.shape(chain([(x, y - 2)], [(x + size * 0.05, y + size * 0.05)], [(x, y + size * 0.12)],
                [(x - size * 0.05, y + size * 0.05)]),
                "#4aa8e8", line=0.8)  # fmt: skip


def _is_pearl(item: Accessory) -> bool:
    """A necklace of a pale colour, which no metal has."""
    if item.kind != "necklace" or item.colour is None:
        return False
    channels = rgb(item.colour.hex)
    return min(channels) > 0.78 and max(channels) - min(channels) < 0.16


def _stethoscope(figure: Figure) -> None:
    """Round the neck and over the lapels: the tube, its two ends and the bell."""
    trunk, m, size = figure.body.trunk(figure.size * 0.09), figure.body.middle, figure.size
    brush = figure.brush(Layer.STRAP + 0.2)
    tube, steel = "#39414c", "#c3ccd6"
    if figure.view == "side":
        f = figure.body.facing
        brush.line(smooth([trunk.at(-0.2 * f, -0.12), trunk.at(0.45 * f, 0.02),
                           trunk.at(0.8 * f, 0.24)]), tube, width=3.4)  # fmt: skip
        x, y = trunk.at(0.8 * f, 0.27)
    else:
        near = [trunk.at(-0.56, -0.13), trunk.at(m(0.04, -26), 0.04), trunk.at(m(0.2, -25), 0.20),
                trunk.at(m(0.30, -21), 0.30)]  # fmt: skip
        far = [trunk.at(0.56, -0.13), trunk.at(m(0.04, 26), 0.04), trunk.at(m(0.22, 25), 0.22),
               trunk.at(m(0.34, 21), 0.34)]  # fmt: skip
        for line in (near, far):
            brush.line(smooth(line), brush.ink(tube), width=4.6)
            brush.line(smooth(line), tube, width=3.2)
            brush.line(smooth([(x - size * 0.008, y) for x, y in line]), glow(tube, 0.9), width=0.8)
        x, y = near[-1]
        for dx in (-0.055, 0.055):  # the ear tubes
            brush.line(smooth([(x, y), (x + dx * size * 0.8, y + size * 0.05),
                               (x + dx * size, y + size * 0.13)]), steel, width=2.0)  # fmt: skip
            brush.shape(ellipse(x + dx * size, y + size * 0.145, size * 0.018, size * 0.024), tube,
                        line=0.6)  # fmt: skip
        x, y = far[-1]
        y += size * 0.03
    brush.shape(ellipse(x, y, size * 0.062, size * 0.062), steel, line=0.9)
    brush.shape(ellipse(x, y, size * 0.036, size * 0.036), shadow(steel, 0.9), line=0.6)


def backpack(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#7c5a3a")
    trunk = figure.body.trunk(figure.size * 0.08)
    size = figure.size
    m = figure.body.middle
    if figure.view == "back":
        brush = figure.brush(Layer.OVER_BACK)
        brush.shape(smooth([trunk.at(-0.72, 0.1), trunk.at(0, 0.02), trunk.at(0.72, 0.1),
                    trunk.at(0.82, 0.5), trunk.at(0.7, 0.88),
                            trunk.at(0, 0.93), trunk.at(-0.7, 0.88), trunk.at(-0.82, 0.5)],
                            closed=True), colour)  # fmt: skip
        brush.shape(trunk.band(-0.5, 0.5, 0.5, 0.82), glow(colour, 0.25), line=0.9)
        return
    if figure.view == "side":
        back = -figure.body.facing
        brush = figure.brush(Layer.STRAP)
        points = [
            trunk.at(back * 0.8, 0.06),
            trunk.at(back, 0.1),
            trunk.at(back * 1.0, 0.5),
            trunk.at(back, 0.86),
        ]
        off = back * size * 0.52
        data = smooth([points[0], (points[1][0] + off * 0.8, points[1][1]),
                      (points[2][0] + off * 1.1, points[2][1]),
                       (points[3][0] + off, points[3][1]), points[3]], closed=True)  # fmt: skip
        brush.shape(data, colour)
    else:
        brush = figure.brush(Layer.BACK_ITEM)
        brush.shape(smooth([trunk.at(-0.9, 0.0), trunk.at(0, -0.12), trunk.at(0.9, 0.0),
                    trunk.at(1.25, 0.5), trunk.at(1.0, 0.86),
                            trunk.at(-1.0, 0.86), trunk.at(-1.25, 0.5)], closed=True),
                            shadow(colour, 0.5))  # fmt: skip
    for angle in (-36.0, 36.0):
        us = [
            m(v, angle * 1.1) if figure.view != "side" else 0.35 * figure.body.facing
            for v in (0.0, 0.15, 0.35, 0.55)
        ]
        vs = (-0.05, 0.15, 0.35, 0.55)
        a = [trunk.at(u - 0.08, v) for u, v in zip(us, vs, strict=True)]
        b = [trunk.at(u + 0.08, v) for u, v in zip(us, vs, strict=True)]
        figure.brush(Layer.STRAP + 0.3).shape(chain(a, b[::-1]), shadow(colour, 0.3), line=0.8)


def on_back(figure: Figure, item: Accessory) -> None:
    """A quiver or a sheathed sword across the back, and the strap that holds it."""
    size = figure.size
    x, y = figure.body.spine(0.3)
    layer: float = {"back": Layer.OVER_BACK + 1, "side": Layer.STRAP + 0.6}.get(
        figure.view, Layer.BACK_ITEM
    )
    brush = figure.brush(layer)
    if figure.view == "side":
        x -= figure.body.facing * size * 0.45
    sign = {"back": -1.0, "side": -figure.body.facing}.get(figure.view, 1.0)
    reach = 0.22 if figure.view in ("front", "quarter") else 0.0  # over the shoulder

    def put(a: float, b: float) -> Point:
        return (x + sign * (a + reach) * size, y + (b - reach * 0.5) * size)

    if item.kind == "quiver":
        colour = tone(item, "#6b4428")
        for k in range(4):
            a = put(0.58 + k * 0.10, -1.02 + k * 0.07)
            brush.line(smooth([put(0.36 + k * 0.07, -0.6), a]), "#d8c49a", width=2.2)
            for drop, hue in ((0.0, "#c83c3c"), (0.075, "#f1e6d0")):
                tip = (a[0] - sign * size * drop * 0.55, a[1] + size * drop)
                brush.shape(
                    chain(
                        [tip],
                        [(tip[0] + sign * size * 0.10, tip[1] + size * 0.01)],
                        [(tip[0] + sign * size * 0.12, tip[1] - size * 0.13)],
                        [(tip[0] + sign * size * 0.02, tip[1] - size * 0.17)],
                    ),
                    hue, line=0.7,
                )  # fmt: skip
        brush.shape(
            chain([put(0.22, -0.66)], [put(0.70, -0.48)], [put(-0.18, 0.9)], [put(-0.5, 0.76)]),
            colour,
        )
        brush.shape(
            chain([put(0.21, -0.70)], [put(0.74, -0.50)], [put(0.68, -0.36)], [put(0.15, -0.56)]),
            glow(colour, 0.5), line=0.9,
        )  # fmt: skip
    else:
        colour = tone(item, "#4a3a5e")
        brush.shape(
            chain([put(0.44, -0.66)], [put(0.58, -0.58)], [put(-0.5, 1.15)], [put(-0.6, 1.08)]),
            colour,
        )
        brush.shape(
            chain([put(0.36, -0.78)], [put(0.72, -0.56)], [put(0.66, -0.48)], [put(0.32, -0.70)]),
            "#d8ae48",
            line=0.8,
        )
        brush.shape(
            chain([put(0.56, -0.76)], [put(0.66, -0.70)], [put(0.86, -1.04)], [put(0.77, -1.1)]),
            "#4a3022",
            line=0.8,
        )
    _strap(figure, shadow(colour, 0.4))


def _strap(figure: Figure, colour: str) -> None:
    """From the left shoulder to the right hip, with a buckle."""
    trunk, m = figure.body.trunk(figure.size * 0.06), figure.body.middle
    stations = (-0.04, 0.12, 0.32, 0.54, 0.74)
    if figure.view == "side":
        us = [0.35 * figure.body.facing - 0.2 * figure.body.facing * v for v in stations]
    else:
        angles = (46.0, 34.0, 8.0, -26.0, -58.0)
        side = -1.0 if figure.view == "back" else 1.0
        us = [m(v, a) if side > 0 else -a / 62 for v, a in zip(stations, angles, strict=True)]
    wide = 0.07
    upper = [trunk.at(u + wide, v - 0.02) for u, v in zip(us, stations, strict=True)]
    lower = [trunk.at(u - wide, v + 0.02) for u, v in zip(us, stations, strict=True)]
    brush = figure.brush(Layer.STRAP + 0.3)
    brush.shape(chain(upper, lower[::-1]), colour, line=0.8)
    if figure.view != "back":
        a, b = upper[2], lower[2]
        x, y, r = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, figure.size * 0.055
        brush.shape(f"M{x - r:.1f} {y - r:.1f}h{2 * r:.1f}v{2 * r:.1f}h{-2 * r:.1f}Z", "#d8ae48",
                    line=0.7)  # fmt: skip


EXTRAS: Mapping[str, Callable[[Figure, Accessory], None]] = {
    "fangs": trinkets.teeth, "tusks": trinkets.teeth, "bracelet": trinkets.bracelet,
    "watch": trinkets.bracelet,
    "ring": trinkets.ring, "badge": trinkets.badge, "pipe": trinkets.pipe,
    "robot arm": trinkets.robot_arm,
    "animal ears": animal_ears, "cat ears": animal_ears, "horns": horns, "wings": wings,
    "tail": tail, "tech implants": implants,
    "implants": implants, "antenna": antenna, "earrings": earrings, "piercings": trinkets.piercings,
    "necklace": necklace, "choker": necklace,
    "stethoscope": necklace, "backpack": backpack, "quiver": on_back, "sheathed sword": on_back,
    "wheelchair": wheelchair,
}  # fmt: skip
