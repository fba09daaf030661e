"""Facial hair, in the head's own space."""

from __future__ import annotations

from collections.abc import Mapping

from ..figure import Figure, Layer
from ..geometry import lerp
from ..paint import Brush, Point, chain, ellipse, glow, mix, shadow, smooth, taper
from .hair_tied import plait
from .head import jaw_of

_MOUTHS: Mapping[str, tuple[float, float]] = {
    "front": (0.0, 1.0), "quarter": (29.0, 0.8), "side": (66.0, 0.58),
}  # fmt: skip
LENGTHS: Mapping[str, float] = {
    "short beard": 3.0, "full beard": 22.0, "beard": 14.0, "long beard": 96.0,
    "braided beard": 30.0,
}  # fmt: skip


def draw_beard(figure: Figure) -> None:
    kind = figure.features.face.facial_hair or "none"
    if kind == "none" or figure.view == "back":
        return
    asked = figure.features.face.facial_hair_colour
    colour = asked.hex if asked else figure.hair
    brush = figure.head_brush(Layer.BEARD)
    if kind == "stubble":
        _full(figure, brush, mix(figure.skin, mix(colour, "#3a3440", 0.4), 0.6), -1.0, faint=True)
    elif kind in LENGTHS:
        _full(figure, brush, colour, LENGTHS[kind])
        if kind == "braided beard":
            _braids(figure, brush, colour)
        _moustache(figure, brush, colour, 0.95 if LENGTHS[kind] < 5 else 1.2)
    elif kind == "goatee":
        _goatee(figure, brush, colour)
        _moustache(figure, brush, colour, 0.85)
    elif kind == "sideburns":
        _sideburns(figure, brush, colour)
    else:
        _moustache(figure, brush, colour, 1.3)


def _moustache(figure: Figure, brush: Brush, colour: str, size: float) -> None:
    x, wide = _MOUTHS[figure.view]
    halves = (1.0, -1.0) if figure.view != "side" else (-1.0,)
    for sign in halves:
        points: list[Point] = [
            (0, 56), (8, 54), (17, 57.5), (24 * size, 65), (29 * size, 70.5 - (size - 1) * 14),
            (20 * size, 69.5), (10, 66), (0, 63.5),
        ]  # fmt: skip
        place = [(x + sign * px * wide, y) for px, y in points]
        brush.shape(chain(place[:5], place[4:]), colour, line=0.7)
        brush.stroke(
            [(x + sign * 5 * wide, 63), (x + sign * 14 * wide, 65), (x + sign * 24 * wide, 68)],
            shadow(colour, 1.2), width=1.6,
        )  # fmt: skip
        brush.stroke(
            [(x + sign * 4 * wide, 58), (x + sign * 12 * wide, 59), (x + sign * 20 * wide, 63)],
            glow(colour, 0.8), width=1.6,
        )  # fmt: skip


def _goatee(figure: Figure, brush: Brush, colour: str) -> None:
    x, wide = {"front": (0.0, 1.0), "quarter": (29.0, 0.8), "side": (62.0, 0.5)}[figure.view]
    low = jaw_of(figure).low
    points = [(-16, 81), (-18, 91), (-11, low + 5), (-2, low + 17), (2, low + 17), (11, low + 5),
              (18, 91), (16, 81), (6, 84.5), (0, 85.5), (-6, 84.5)]  # fmt: skip
    brush.shape(smooth([(x + px * wide, y) for px, y in points], closed=True), colour, line=0.8)
    brush.fill(ellipse(x, 82.5, 3.6 * wide, 4), colour)
    for k in (-8, -2, 5):
        brush.stroke([(x + k * wide, 88), (x + k * 0.8 * wide, 98), (x + k * 0.3, low + 12)],
                     shadow(colour, 1.2), width=1.7)  # fmt: skip
    brush.stroke([(x - 11 * wide, 88), (x - 9 * wide, 96)], glow(colour, 0.8), width=2.0)


def _sideburns(figure: Figure, brush: Brush, colour: str) -> None:
    jaw = jaw_of(figure)
    if figure.view == "front":
        for sign in (-1, 1):
            outer: list[Point] = [
                (jaw.temple + 1, 2), (jaw.cheek + 2, 30), (lerp(jaw.cheek, jaw.jaw, 0.5) + 4, 56),
                (jaw.jaw + 3, 74),
            ]  # fmt: skip
            inner: list[Point] = [
                (jaw.jaw + 3, 74), (jaw.jaw - 14, 70), (jaw.cheek - 20, 56), (jaw.cheek - 12, 28),
                (jaw.cheek - 8, 4),
            ]  # fmt: skip
            a = [(x * sign, y) for x, y in outer]
            b = [(x * sign, y) for x, y in inner]
            brush.shape(chain(a, b), colour, line=0.7)
            brush.stroke([((jaw.cheek - 4) * sign, 20), ((jaw.cheek - 8) * sign, 46),
                          ((jaw.jaw - 4) * sign, 68)], shadow(colour, 1.2), width=2.0)  # fmt: skip
        return
    runs: Mapping[str, tuple[list[Point], list[Point]]] = {
        "quarter": ([(-48, 8), (-48, 40), (-36, 66), (-16, 80)],
                    [(-16, 80), (-8, 66), (-22, 54), (-32, 34), (-34, 8)]),
        "side": ([(-2, 10), (-6, 44), (4, 72), (26, 84)],
                 [(26, 84), (36, 70), (24, 58), (16, 38), (14, 6)]),
    }  # fmt: skip
    out, back = runs[figure.view]
    brush.shape(chain(out, back), colour, line=0.7)
    brush.stroke([out[1], out[2], (out[3][0] - 2, out[3][1] - 4)], shadow(colour, 1.2), width=2.0)


def _braids(figure: Figure, brush: Brush, colour: str) -> None:
    low = jaw_of(figure).low + 10
    x, wide = {"front": (0.0, 1.0), "quarter": (24.0, 0.8), "side": (48.0, 0.5)}[figure.view]
    for k in (-1, 1) if figure.view != "side" else (0,):
        spine = [(x + k * 14 * wide, low), (x + k * 17 * wide, low + 36),
                 (x + k * 13 * wide, low + 76)]  # fmt: skip
        plait(brush, colour, spine, 24, band="#c9a24a")


def _full(figure: Figure, brush: Brush, colour: str, length: float, *, faint: bool = False) -> None:
    jaw = jaw_of(figure)
    low = jaw.low + length
    cheek = lerp(jaw.cheek, jaw.jaw, 0.46)
    tip = 7.0 if length > 50 else jaw.chin + 9 - length * 0.1
    out = -1.5 if faint else min(7.0, 1.5 + length * 0.12)
    if figure.view == "front":
        right: list[Point] = [
            (jaw.temple + min(0.0, out), 4), (jaw.cheek + min(1.5, out), 30),
            (cheek + out, 57), (jaw.jaw + out + 1, 76),
            (jaw.jaw * 0.74 + out, lerp(90, low, 0.36)), (tip + 11, lerp(jaw.low, low, 0.72)),
            (tip * 0.5, low),
        ]  # fmt: skip
        outer = [*right, *[(-x + (4 if length > 50 else 0), y) for x, y in right[::-1]]]
        inner: list[Point] = [
            (-jaw.cheek + 6, 10), (-jaw.cheek + 9, 36), (-cheek + 12, 54), (-30, 62), (-18, 57),
            (0, 56), (18, 57), (30, 62), (cheek - 12, 54), (jaw.cheek - 9, 36), (jaw.cheek - 6, 10),
        ]  # fmt: skip
        lip = [(-14, 68), (0, 65.5), (14, 68), (10, 80), (0, 82.5), (-10, 80)]
    elif figure.view == "quarter":
        outer = [(63, 50), (55 + out * 0.6, 78), (46, lerp(92, low, 0.5)), (28, low + 2),
                 (14, low), (-2 - out, lerp(92, low, 0.5)), (-26 - out, 80), (-46, 60),
                 (-52, 30), (-50, 8)]  # fmt: skip
        inner = [(-40, 12), (-38, 36), (-22, 58), (0, 63), (14, 58), (30, 56), (46, 57), (57, 53)]
        lip = [(17, 68), (28, 65.5), (38, 68), (35, 80), (28, 82), (20, 80)]
    else:
        outer = [(72, 80), (71, 92), (66, low), (48, low + 3), (26, lerp(96, low, 0.72)),
                 (-2, lerp(84, low, 0.3)), (-14, 56), (-5, 26), (0, 6)]  # fmt: skip
        inner = [(12, 8), (10, 36), (22, 60), (44, 58), (62, 54), (72, 57), (54, 64), (56, 75),
                 (64, 79)]  # fmt: skip
        lip = []
    data = chain(outer, inner)
    if lip and not faint:
        data += smooth(lip, closed=True)
    if faint:
        brush.canvas.add(
            brush.layer,
            f'<path d="{data}" fill="{colour}" fill-opacity="0.42" fill-rule="evenodd"/>',
            brush.frame.matrix if brush.frame else "",
        )
        return
    brush.shape(data, colour, line=0.8, holes=True)
    _strands(figure, brush, colour, (jaw.jaw, low, length))


def _strands(figure: Figure, brush: Brush, colour: str, sizes: tuple[float, float, float]) -> None:
    """Shade on the far side, locks, light on the near side."""
    wide, low, length = sizes
    middle = {"front": 0.0, "quarter": 22.0, "side": 46.0}[figure.view]
    narrow = {"front": 1.0, "quarter": 0.8, "side": 0.55}[figure.view]
    if figure.view == "front":
        brush.tone(
            chain([(wide + 5, 62), (wide * 0.8, lerp(84, low, 0.5)), (6, low - 2)],
                  [(6, low - 2), (wide * 0.42, lerp(84, low, 0.4)), (wide * 0.72, 64)]),
            shadow(colour), opacity=0.8,
        )  # fmt: skip
    deep = min(1.0, 0.35 + length / 60)
    for k in (-2.2, -1.3, -0.4, 0.5, 1.4, 2.2):
        x = middle + k * 15 * narrow
        end = lerp(86, low - 3, deep * (1 - abs(k) * 0.17))
        points = [(x * 1.02, 83 - abs(k) * 5), (x, (84 + end) / 2), (middle + k * 9 * narrow, end)]
        brush.stroke(points, shadow(colour, 1.25), width=2.0)
    lit = [(middle - 34 * narrow, 70), (middle - 29 * narrow, 82 + length * 0.1),
           (middle - 20 * narrow, 92 + length * 0.3)]  # fmt: skip
    brush.tone(taper(lit, 4.5), glow(colour, 0.8))
