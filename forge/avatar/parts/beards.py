"""Facial hair, in the head's own space."""

from __future__ import annotations

import math
from collections.abc import Mapping

from ..figure import Figure, Layer
from ..geometry import lerp
from ..paint import Brush, Point, chain, ellipse, glow, mix, shadow, smooth, spread
from .hair_edges import bent
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
        _full(figure, brush, mix(shadow(figure.skin, 1.2), colour, 0.40), -1.0, faint=True)
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


def _ragged(edge: list[Point], tips: int, deep: float) -> list[Point]:
    """Corners of locks along an edge that has the beard on its right: a tip, a notch, ..."""
    fine = spread(edge, 6)
    last = len(fine) - 1
    found = [edge[0]]
    for k in range(2 * tips - 1):
        index = round((k + 0.9) / (2 * tips) * last)
        x, y = fine[index]
        ax, ay = fine[max(0, index - 2)]
        bx, by = fine[min(last, index + 2)]
        step = math.hypot(bx - ax, by - ay) or 1.0
        dx, dy = (bx - ax) / step, (by - ay) / step
        push = deep * ((1.0, 0.7, 1.2)[k // 2 % 3] if k % 2 == 0 else -0.55)
        found.append((x + dy * push * 0.5, y - dx * push * 0.5 + max(0.0, push) * 0.5))
    return [*found, edge[-1]]


def _edges(
    figure: Figure, length: float, out: float
) -> tuple[list[Point], list[Point], list[Point], list[Point]]:
    """The edge on the right of the picture downwards, the lower one, the left one upwards,
    and the one on the cheeks from left to right."""
    jaw = jaw_of(figure)
    low = jaw.low + length
    cheek = lerp(jaw.cheek, jaw.jaw, 0.46)
    tip = 9.0 if length > 50 else jaw.chin * (0.55 if length > 10 else 0.9) + 7
    if figure.view == "front":
        right: list[Point] = [
            (jaw.temple + min(0.0, out), 4), (jaw.cheek + min(1.5, out), 30), (cheek + out, 57),
            (jaw.jaw + out + 1, 74),
        ]  # fmt: skip
        half: list[Point] = [
            (jaw.jaw + out + 1, 74), (jaw.jaw * 0.78 + out, lerp(90, low, 0.34)),
            (tip + 9, lerp(jaw.low, low, 0.70)), (tip * 0.5, low - 1),
        ]  # fmt: skip
        bottom = [*half, *[(-x - 2, y) for x, y in half[::-1]]]
        bottom[-1] = (-half[0][0], half[0][1])
        inner: list[Point] = [
            (-jaw.cheek + 7, 8), (-jaw.cheek + 13, 34), (-cheek + 20, 51), (-34, 59), (-18, 57),
            (0, 56), (18, 57), (34, 59), (cheek - 20, 51), (jaw.cheek - 13, 34),
            (jaw.cheek - 7, 8),
        ]  # fmt: skip
        return right, bottom, [(-x, y) for x, y in right[::-1]], inner
    if figure.view == "quarter":
        return (
            [(63, 48), (59, 62), (55 + out * 0.6, 76)],
            [(55 + out * 0.6, 76), (47, lerp(92, low, 0.5)), (29, low + 2), (14, low),
             (-2 - out, lerp(92, low, 0.5)), (-26 - out, 80)],
            [(-26 - out, 80), (-44 - out * 0.3, 60), (-52, 30), (-50, 8)],
            [(-40, 12), (-36, 38), (-20, 56), (0, 62), (14, 58), (30, 56), (46, 57), (57, 52)],
        )  # fmt: skip
    return (
        [(72, 80), (72, 88)],
        [(72, 88), (70, lerp(92, low, 0.7)), (60, low), (44, low + 2),
         (24, lerp(96, low, 0.72)), (-2, lerp(84, low, 0.3))],
        [(-2, lerp(84, low, 0.3)), (-14, 56), (-5, 26), (0, 6)],
        [(12, 8), (12, 36), (24, 58), (44, 58), (62, 54), (72, 57), (54, 64), (56, 75), (64, 79)],
    )  # fmt: skip


_LIPS: Mapping[str, list[Point]] = {  # what the beard leaves free
    "": [(-15, 68), (0, 65.5), (15, 68), (10, 79), (0, 82), (-10, 79)],
    "open": [(-26, 61), (0, 66), (26, 61), (19, 78), (0, 88), (-19, 78)],
}


def _full(figure: Figure, brush: Brush, colour: str, length: float, *, faint: bool = False) -> None:
    out = -1.5 if faint else min(7.0, 1.5 + length * 0.12)
    right, bottom, left, inner = _edges(figure, length, out)
    if faint:
        _stubble(figure, colour, chain(right, bottom[1:], left[1:], inner))
        return
    deep = min(9.0, 0.9 + length * 0.15)
    corners = _ragged(bottom, 4 if figure.view == "side" else 5, deep)
    data = smooth(right) + bent(corners, 0.24) + smooth(left, start="L")
    data += smooth(inner, start="L") + "Z"
    if figure.view != "side":
        wide = figure.features.face.expression in ("happy", "angry", "surprised")
        x, by = (0.0, 1.1) if figure.view == "front" else (28.0, 0.86)
        free = _LIPS["open" if wide else ""]
        data += smooth([(x + px * by, y) for px, y in free], closed=True)
    brush.shape(data, colour, line=0.9, holes=True)
    if figure.view == "front":
        far = [*right[2:], *bottom[1 : len(bottom) // 2]]
        inner = [(x * 0.70 - 2, 78 + (y - 78) * 0.86) for x, y in far]
        brush.tone(chain(far, inner[::-1]), shadow(colour), opacity=0.7)
    elif figure.view == "quarter":
        far = [*bottom[len(bottom) // 2 :], *left[1:2]]
        inner = [(x + (30 - x) * 0.34, y * 0.94) for x, y in far]
        brush.tone(chain(far, inner[::-1]), shadow(colour), opacity=0.7)
    _strands(figure, brush, colour, corners)


def _stubble(figure: Figure, colour: str, data: str) -> None:
    """A shade on the skin, under the mouth."""
    brush = figure.head_brush(Layer.HEAD + 0.9)
    paint = figure.canvas.linear(0, 36, 0, 100, [(0, colour, 0.0), (0.4, colour, 0.26),
                                                 (1, colour, 0.40)])  # fmt: skip
    brush.fill(data, paint)


def _strands(figure: Figure, brush: Brush, colour: str, corners: list[Point]) -> None:
    """Locks that run down to the tips, with a light on the near ones."""
    middle = {"front": 0.0, "quarter": 24.0, "side": 50.0}[figure.view]
    tips = corners[1:-1:2]
    count = len(tips)
    top = 86.0
    dark: list[list[Point]] = []
    light: list[list[Point]] = []
    for k, (x, y) in enumerate(tips):
        notch = corners[2 + 2 * k] if 2 + 2 * k < len(corners) - 1 else (x, y)
        root = (middle + (notch[0] - middle) * 0.86, min(top, notch[1] - 10))
        root = (root[0], root[1] - abs(notch[0] - middle) * 0.28)
        bend = (middle + (notch[0] - middle) * 1.0, (root[1] + notch[1]) / 2)
        dark.append([root, bend, notch])
        if (x < middle) == (figure.view != "side") and k < count - 1:
            start = (middle + (x - middle) * 0.9, root[1] + 4)
            light.append([start, (middle + (x - middle) * 0.98, (start[1] + y) / 2),
                          (x + (middle - x) * 0.06, y - (y - start[1]) * 0.25)])  # fmt: skip
    for run in dark:
        brush.stroke(run, shadow(colour, 1.35), width=2.4)
    for run in light[:3]:
        brush.stroke(run, glow(colour, 0.9), width=4.0)
