"""Tails, braids, buns, crests."""

from __future__ import annotations

import math

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, number, shadow, smooth, spread, taper
from .hair_edges import bent, bumps
from .hair_styles import Style

BAND = "#c8505a"


def draw_tied(figure: Figure, style: Style) -> None:
    draw = {
        "ponytail": _ponytail, "twintails": _twintails, "bun": _bun, "topknot": _bun, "buns": _buns,
        "braid": _braid, "braids": _braids, "mohawk": _mohawk, "dreads": _dreads, "afro": _afro,
    }.get(style.tied)  # fmt: skip
    if draw:
        draw(figure, style)


def _tail(brush: Brush, colour: str, spine: list[Point], width: float, wave: str) -> None:
    """A tail along a line, thick in the middle, with strands."""
    points = spread(spine, 4)
    if wave != "straight":
        points = [
            (x + math.sin(index * 1.1) * (5 if wave == "wavy" else 8), y)
            for index, (x, y) in enumerate(points)
        ]
    brush.shape(taper(points, width, peak=0.38), colour)
    for offset in (-0.22, 0.05, 0.28):
        line = [(x + offset * width * 0.55, y) for x, y in points[2:-2]]
        brush.stroke(line[::3], shadow(colour, 1.2), width=2.2, peak=0.6)
    lit = [(x - 0.24 * width, y) for x, y in points[3:9]]
    brush.stroke(lit[::2], glow(colour, 0.9), width=5.0)


def _ponytail(figure: Figure, style: Style) -> None:
    colour = figure.hair
    if figure.view == "front":
        brush = figure.head_brush(Layer.HAIR_BACK)
        _tail(
            brush,
            shadow(colour, 0.6),
            [(20, -110), (74, -112), (106, -60), (112, 20), (96, 110), (104, 170)],
            58,
            style.wave,
        )
    elif figure.view == "quarter":
        brush = figure.head_brush(Layer.HAIR_BACK)
        _tail(
            brush,
            shadow(colour, 0.4),
            [(-50, -96), (-100, -104), (-128, -50), (-128, 40), (-112, 120), (-122, 190)],
            60,
            style.wave,
        )
    elif figure.view == "side":
        brush = figure.head_brush(Layer.HAIR - 0.4)
        _tail(
            brush,
            colour,
            [(-70, -74), (-122, -96), (-152, -40), (-146, 50), (-126, 130), (-138, 200)],
            64,
            style.wave,
        )
        figure.head_brush(Layer.HAIR + 0.3).shape(ellipse(-88, -72, 10, 16), BAND)
    else:
        brush = figure.head_brush(Layer.HAIR + 0.3)
        _tail(brush, colour, [(0, -66), (4, -40), (10, 40), (2, 120), (10, 210)], 76, style.wave)
        brush.shape(ellipse(0, -58, 20, 11), BAND)


def _twintails(figure: Figure, style: Style) -> None:
    colour = figure.hair
    left: list[Point] = [(-70, -72), (-116, -84), (-138, -20), (-130, 70), (-112, 140), (-126, 210)]
    if figure.view in ("front", "back"):
        layer: float = Layer.HAIR_BACK if figure.view == "front" else Layer.HAIR - 0.4
        for sign in (1, -1):
            brush = figure.head_brush(layer)
            _tail(brush, colour, [(x * sign, y) for x, y in left], 56, style.wave)
            figure.head_brush(Layer.HAIR + 0.4).shape(ellipse(-80 * sign, -76, 11, 14), BAND)
    elif figure.view == "quarter":
        _tail(
            figure.head_brush(Layer.HAIR_BACK),
            shadow(colour, 0.5),
            [(56, -70), (92, -76), (104, -10), (98, 70), (88, 130), (96, 180)],
            44,
            style.wave,
        )
        _tail(
            figure.head_brush(Layer.HAIR + 0.3),
            colour,
            [(-52, -72), (-94, -84), (-112, -20), (-104, 80), (-92, 150), (-104, 220)],
            58,
            style.wave,
        )
        figure.head_brush(Layer.HAIR + 0.4).shape(ellipse(-60, -74, 12, 14), BAND)
    else:
        _tail(
            figure.head_brush(Layer.HAIR + 0.3),
            colour,
            [(-34, -68), (-74, -84), (-96, -10), (-86, 80), (-70, 150), (-82, 225)],
            62,
            style.wave,
        )
        figure.head_brush(Layer.HAIR + 0.4).shape(ellipse(-42, -70, 13, 14), BAND)


def _ball(brush: Brush, colour: str, x: float, y: float, r: float) -> None:
    brush.shape(ellipse(x, y, r, r * 0.92), colour)
    brush.tone(
        chain(
            [(x + r * 0.2, y + r * 0.9), (x + r * 0.85, y + r * 0.5), (x + r * 0.98, y - r * 0.1)],
            [(x + r * 0.5, y + r * 0.4), (x - r * 0.1, y + r * 0.75)],
        ),
        shadow(colour),
    )
    brush.stroke(
        [(x - r * 0.7, y + r * 0.1), (x - r * 0.1, y - r * 0.4), (x + r * 0.6, y - r * 0.1)],
        shadow(colour, 1.3),
        width=2.0,
    )
    brush.stroke(
        [(x - r * 0.5, y + r * 0.5), (x, y + r * 0.1), (x + r * 0.6, y + r * 0.35)],
        shadow(colour, 1.3),
        width=2.0,
    )
    brush.stroke(
        [(x - r * 0.55, y - r * 0.4), (x - r * 0.2, y - r * 0.68), (x + r * 0.15, y - r * 0.7)],
        glow(colour, 0.9),
        width=4.0,
    )


def _bun(figure: Figure, style: Style) -> None:
    top = style.tied == "topknot"
    x, y = {"front": (4, -124), "back": (0, -96 if not top else -112), "quarter": (-38, -118),
            "side": (-66, -98)}[figure.view]  # fmt: skip
    layer: float = Layer.HAIR + 0.4 if figure.view == "back" else Layer.HAIR - 0.5
    _ball(figure.head_brush(layer), figure.hair, x, y, 28 if top else 38)


def _buns(figure: Figure, style: Style) -> None:
    del style
    places = {"front": (-56, 56), "back": (-56, 56), "quarter": (-44, 46), "side": (-24,)}[
        figure.view
    ]
    for x in places:
        layer = Layer.HAIR - 0.5 if figure.view in ("front", "quarter") else Layer.HAIR + 0.4
        _ball(figure.head_brush(layer), figure.hair, x, -106, 30)


def _plait(brush: Brush, colour: str, spine: list[Point], width: float) -> None:
    points = spread(spine, 5)
    count = len(points)
    for index in range(count - 2, -1, -1):
        x, y = points[index]
        bx, by = points[index + 1]
        r = width / 2 * (1 - 0.45 * index / count)
        length = math.hypot(bx - x, by - y) or 1.0
        dx, dy = (bx - x) / length, (by - y) / length
        for sign in (-1, 1):
            cx, cy = x - dy * sign * r * 0.42, y + dx * sign * r * 0.42
            tip = (
                cx + dx * length * 1.2 - dy * -sign * r * 0.5,
                cy + dy * length * 1.2 + dx * -sign * r * 0.5,
            )
            data = smooth([(cx - dx * r * 0.7, cy - dy * r * 0.7), (cx - dy * sign * r * 0.62,
                          cy + dx * sign * r * 0.62),
                           tip, (cx + dy * sign * r * 0.5, cy - dx * sign * r * 0.5)],
                           closed=True)  # fmt: skip
            brush.shape(data, colour if sign < 0 else shadow(colour, 0.45), line=0.7)
    x, y = points[-1]
    brush.shape(
        smooth(
            [(x - 7, y - 4), (x + 7, y - 4), (x + 9, y + 14), (x, y + 28), (x - 9, y + 14)],
            closed=True,
        ),
        colour,
        line=0.8,
    )
    brush.shape(ellipse(x, y - 2, 9, 6), BAND, line=0.8)


def _braid(figure: Figure, style: Style) -> None:
    del style
    spine: list[Point] = {
        "front": [(62, 40), (78, 90), (66, 150), (62, 210)], "quarter": [(-50, 44), (-62, 90),
            (-50, 150), (-46, 214)],
        "side": [(-76, 40), (-92, 90), (-88, 160), (-92, 230)], "back": [(0, 50), (4, 110), (0,
            170), (2, 250)],
    }[figure.view]  # type: ignore[assignment]  # fmt: skip
    layer = Layer.HAIR - 0.4 if figure.view != "back" else Layer.HAIR + 0.3
    _plait(figure.head_brush(layer), figure.hair, spine, 34)


def _braids(figure: Figure, style: Style) -> None:
    del style
    left: list[Point] = [(-70, 40), (-82, 90), (-74, 150), (-70, 205)]
    if figure.view in ("front", "back"):
        for sign in (-1, 1):
            _plait(
                figure.head_brush(Layer.HAIR - 0.4),
                figure.hair,
                [(x * sign, y) for x, y in left],
                30,
            )
    elif figure.view == "quarter":
        _plait(
            figure.head_brush(Layer.HAIR_BACK + 40),
            figure.hair,
            [(52, 50), (62, 90), (56, 150), (52, 200)],
            26,
        )
        _plait(
            figure.head_brush(Layer.HAIR - 0.4),
            figure.hair,
            [(-52, 44), (-62, 90), (-54, 150), (-50, 210)],
            32,
        )
    else:
        _plait(
            figure.head_brush(Layer.HAIR - 0.4),
            figure.hair,
            [(-26, 44), (-36, 90), (-24, 150), (-20, 210)],
            32,
        )


def _mohawk(figure: Figure, style: Style) -> None:
    del style
    brush = figure.head_brush(Layer.HAIR)
    colour = figure.hair
    if figure.view in ("front", "back"):
        points: list[Point] = [(-20, -62), (-26, -110), (-30, -140), (-16, -132), (-12, -168), (0,
                               -146), (12, -170), (16, -132),
                  (30, -142), (26, -110), (20, -62)]  # fmt: skip
        low: list[Point] = [(12, -50), (0, -44), (-12, -50)]
        if figure.view == "back":
            low = [(18, 20), (0, 60), (-18, 20)]
    elif figure.view == "quarter":
        points = [(-52, -40), (-92, -72), (-70, -84), (-84, -124), (-46, -116), (-44, -158), (-14,
                  -132), (2, -166),
                  (20, -130), (42, -150), (44, -110), (56, -76)]  # fmt: skip
        low = [(36, -56), (0, -76), (-30, -66)]
    else:
        points = [(-70, 40), (-128, 20), (-98, -8), (-138, -48), (-98, -58), (-120, -108), (-72,
                  -100), (-72, -150),
                  (-28, -122), (-12, -164), (18, -122), (46, -146), (54, -100), (84, -100), (66,
                      -66)]  # fmt: skip
        low = [(40, -76), (0, -88), (-50, -76), (-78, -30), (-74, 10)]
    data = (
        f"M{number(points[0][0])} {number(points[0][1])}"
        + bent(points, 0.08)
        + smooth(low, start="L")
        + "Z"
    )
    brush.shape(data, colour)
    for index in range(2, len(points) - 2, 2):
        x, y = points[index]
        brush.stroke(
            [(x, y + 12), (x * 0.9, y + 26), (x * 0.78, y * 0.62)], shadow(colour, 1.2), width=2.2
        )
    brush.stroke(
        [(points[1][0] * 0.7, -96), (points[2][0] * 0.55, -112)], glow(colour, 0.9), width=5
    )


def _dreads(figure: Figure, style: Style) -> None:
    colour = figure.hair
    low = style.reach
    view = figure.view
    xs: tuple[float, ...] = {
        "front": (-82, -70, -56, 56, 70, 82), "back": (-72, -54, -36, -18, 0, 18, 36, 54, 72),
        "quarter": (-84, -70, -56, 62), "side": (-92, -76, -60, -44, -30),
    }[view]  # fmt: skip
    layer: float = Layer.HAIR - 0.45 if view in ("back", "side") else Layer.HAIR_BACK + 0.5
    brush = figure.head_brush(layer)
    for index, x in enumerate(xs):
        end = low + (18 if index % 2 else 0)
        spine = spread([(x * 0.9, 0), (x, end * 0.4), (x * 1.04, end)], 4)
        brush.shape(taper(spine, 19, peak=0.6), colour, line=0.8)
        for px, py in spine[2:-1:2]:
            brush.line(
                f"M{number(px - 6)} {number(py)}L{number(px + 6)} {number(py + 4)}",
                shadow(colour, 1.4),
                width=0.8,
            )


def _afro(figure: Figure, style: Style) -> None:
    """The cloud behind the head; the cap is drawn over it."""
    v = style.volume
    x = {"front": 0.0, "back": 0.0, "quarter": -10.0, "side": -22.0}[figure.view]
    circle: list[Point] = []
    for step in range(15):
        angle = math.radians(130 + step * 20)
        circle.append((x + math.cos(angle) * (84 + v), -34 + math.sin(angle) * (84 + v)))
    brush = figure.head_brush(Layer.HAIR_BACK if figure.view != "back" else Layer.HAIR - 0.4)
    brush.shape(bumps(circle, 16) + "Z", figure.hair)
