"""Marks of the skin: freckles, lines of age, scars, paint."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, shadow, smooth
from .head import jaw_of

Cheeks = tuple[tuple[float, float], ...]
"""Where the cheeks are, and how wide they are seen: the person's right one first."""

_CHEEKS: Mapping[str, Cheeks] = {
    "front": ((-42.0, 1.0), (42.0, 1.0)), "quarter": ((-10.0, 1.0), (53.0, 0.55)),
    "side": ((46.0, 0.8),),
}  # fmt: skip
_MIDDLE: Mapping[str, float] = {"front": 0.0, "quarter": 30.0, "side": 60.0}

_WRINKLES: Mapping[str, tuple[list[Point], ...]] = {
    "front": (
        [(-13, 51), (-22, 59), (-25, 71)], [(13, 51), (22, 59), (25, 71)],
        [(-54, 35), (-42, 39), (-24, 35)], [(54, 35), (42, 39), (24, 35)],
        [(-34, -42), (0, -46), (34, -42)], [(-28, -52), (0, -55), (28, -52)],
        [(-63, 11), (-68, 6), (-71, 4)], [(63, 11), (68, 6), (71, 4)],
        [(-63, 18), (-68, 18), (-72, 19)], [(63, 18), (68, 18), (72, 19)],
        [(-3, -12), (-4.5, -4), (-3, 2)], [(4, -12), (5.5, -4), (4, 2)],
    ),
    "quarter": (
        [(20, 51), (7, 59), (4, 72)], [(45, 53), (51, 61), (51, 71)],
        [(-24, 37), (-10, 40), (6, 36)], [(0, -44), (28, -48), (56, -43)],
        [(6, -53), (30, -56), (52, -52)], [(-33, 11), (-41, 6), (-46, 4)],
        [(-33, 18), (-40, 18), (-45, 20)],
    ),
    "side": (
        [(66, 53), (53, 60), (50, 73)], [(36, 36), (45, 39), (55, 35)],
        [(28, 9), (21, 5), (16, 4)], [(28, 18), (21, 19), (16, 21)],
        [(40, -42), (52, -45), (64, -41)], [(42, -52), (52, -54), (60, -50)],
    ),
}  # fmt: skip


def draw_marks(figure: Figure) -> None:
    if figure.view == "back":
        return
    marks = list(figure.features.face.marks)
    if figure.age == "senior" and "wrinkles" not in marks:
        marks.append("wrinkles")
    if figure.age == "middle-aged" and "wrinkles" not in marks:
        _wrinkles(figure, ((0, 4) if figure.view == "front" else (0, 2)), 1.2)
    for mark in marks:
        for word, draw in _MARKS.items():
            if word in mark:
                draw(figure, figure.head_brush(Layer.FACE - 0.5), _CHEEKS[figure.view])
                break


def _wrinkles(figure: Figure, span: tuple[int, int], width: float) -> None:
    brush = figure.head_brush(Layer.FACE - 0.5)
    for points in _WRINKLES[figure.view][span[0] : span[1]]:
        brush.stroke(points, shadow(figure.skin, 1.6), width=width)


def _age(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    del cheeks
    stern = figure.features.face.expression in ("angry", "determined", "sad")
    last = {"front": -2, "quarter": 20, "side": 20}[figure.view]
    _wrinkles(figure, (0, 20 if stern else last), 1.5)
    skin = figure.skin
    hollows: Mapping[str, tuple[list[Point], ...]] = {
        "front": ([(-60, 46), (-48, 52), (-40, 68), (-46, 72)],
                  [(60, 46), (48, 52), (40, 68), (46, 72)]),
        "quarter": ([(-34, 46), (-22, 52), (-14, 68), (-22, 72)],),
        "side": ([(22, 46), (34, 52), (40, 68), (32, 72)],),
    }  # fmt: skip
    for points in hollows[figure.view]:
        brush.tone(smooth(points, closed=True), shadow(skin, 0.8), opacity=0.55)


def _freckles(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    skin = figure.skin
    tint = mix(skin, "#a4552c" if luminance(skin) > 0.4 else "#2c130a", 0.55)
    spots = ((-14, 40, 1.7), (-7, 36, 1.3), (2, 41, 1.9), (9, 37, 1.4), (16, 42, 1.6),
             (-3, 47, 1.4), (7, 48, 1.8), (-10, 47, 1.2), (14, 35, 1.1))  # fmt: skip
    for x, wide in cheeks:
        for dx, y, r in spots:
            brush.fill(ellipse(x + dx * wide, y, r, r * 0.9), tint, opacity=0.85)
    if figure.view == "front":
        for x, y in ((-5, 35), (6, 37), (0, 30), (-2, 41)):
            brush.fill(ellipse(x, y, 1.5, 1.3), tint, opacity=0.85)


def _scar(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    x, wide = cheeks[0]
    tint = mix(mix(figure.skin, "#d05a5a", 0.5), "#ffffff", 0.12)
    brush = figure.head_brush(Layer.FACE + 0.4)
    line: list[Point] = [(x + 3 * wide, -34), (x + 8 * wide, 8), (x + 1, 54)]
    brush.stroke(line, shadow(tint, 1.4), width=5.4)
    brush.stroke([(px, py * 0.97) for px, py in line], tint, width=3.2)
    for stitch in (-20, 38, 46):
        a, b = x - 4 * wide + 3, x + 9 * wide
        brush.line(f"M{a:.1f} {stitch}L{b:.1f} {stitch - 3}", shadow(tint, 0.8), width=1.0)


def _tattoo(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    tint = mix(figure.skin, "#1f3f86" if luminance(figure.skin) > 0.35 else "#7fd0e8", 0.78)
    for x, wide in cheeks:
        away = -1.0 if x < 0 else 1.0
        if figure.view == "side":
            away = -1.0
        brush.fill(
            chain([(x + away * 18 * wide, 30), (x + away * 4 * wide, 46),
                   (x + away * 8 * wide, 64)],
                  [(x + away * 8 * wide, 64), (x + away * 10 * wide, 48),
                   (x + away * 18 * wide, 30)]), tint,
        )  # fmt: skip
        brush.fill(
            chain([(x + away * 24 * wide, 36), (x + away * 14 * wide, 50),
                   (x + away * 15 * wide, 62)],
                  [(x + away * 15 * wide, 62), (x + away * 19 * wide, 50),
                   (x + away * 24 * wide, 36)]), tint,
        )  # fmt: skip
    middle = _MIDDLE[figure.view]
    if figure.view != "side":
        brush.fill(chain([(middle, -58), (middle + 6, -44), (middle, -28)],
                         [(middle, -28), (middle - 6, -44), (middle, -58)]), tint)  # fmt: skip


def _war_paint(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    tint = mix(figure.skin, "#b3202c" if luminance(figure.skin) > 0.3 else "#f4efe4", 0.85)
    for x, wide in cheeks:
        for low in (36.0, 45.0, 54.0):
            reach = 17 - (low - 36) * 0.3
            brush.stroke([(x - reach * wide, low - 1), (x, low + 1), (x + reach * wide, low - 2)],
                         tint, width=6.4, peak=0.5)  # fmt: skip


def _beauty(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    x, wide = cheeks[-1]
    brush.fill(ellipse(x - 4 * wide, 57, 2.1, 2.1), shadow(figure.skin, 3.4))


def _dimples(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    for x, wide in cheeks:
        inner = x - (1 if x > 0 else -1) * 12 * wide
        brush.stroke([(inner, 61), (inner + (3 if x > 0 else -3) * wide, 66), (inner, 71)],
                     shadow(figure.skin, 1.9), width=2.0)  # fmt: skip


def _bandage(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    x, wide = cheeks[0]
    brush = figure.head_brush(Layer.FACE + 0.4)
    dx = 15 * wide
    brush.shape(chain([(x - dx, 41), (x + dx, 47)], [(x + dx - 1, 57), (x - dx - 1, 51)]),
                "#f1d9b8", line=0.7)  # fmt: skip
    brush.fill(chain([(x - dx * 0.35, 43.4), (x + dx * 0.35, 45)],
                     [(x + dx * 0.33, 54.6), (x - dx * 0.37, 53)]), "#dcb98c")  # fmt: skip


def _patches(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    tint = mix(figure.skin, "#fbe6d8", 0.62)
    x, wide = cheeks[0]
    middle = _MIDDLE[figure.view]
    brush.fill(smooth([(x - 22 * wide, 2), (x - 2, -6), (x + 15 * wide, 4), (x + 17 * wide, 26),
                       (x + 4, 37), (x - 17 * wide, 31)], closed=True), tint)  # fmt: skip
    brush.fill(smooth([(middle - 16, 62), (middle + 12, 61), (middle + 20, 74), (middle + 8, 86),
                       (middle - 12, 84)], closed=True), tint)  # fmt: skip


def _acne(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    tint = mix(figure.skin, "#d8434e", 0.5)
    spots = [(x + dx * wide, y) for x, wide in cheeks for dx, y in ((-8, 50), (4, 56), (11, 44))]
    spots.append((_MIDDLE[figure.view] * 0.9 + 10, -40))
    for x, y in spots:
        brush.fill(ellipse(x, y, 2.3, 2.1), tint)
        brush.fill(ellipse(x - 0.6, y - 0.6, 0.8, 0.7), glow(tint, 1.2))


def _stitches(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    x, wide = cheeks[-1]
    brush = figure.head_brush(Layer.FACE + 0.4)
    line = shadow(figure.skin, 2.8)
    brush.stroke([(x - 20 * wide, 62), (x, 54), (x + 20 * wide, 40)], line, width=2.0)
    for share in (-0.7, -0.2, 0.3, 0.8):
        px, py = x + 18 * wide * share, 53 - 10 * share
        brush.line(f"M{px - 2:.1f} {py - 6:.1f}L{px + 3:.1f} {py + 6:.1f}", line, width=1.2)


def _scales(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    tint = mix(figure.skin, "#3f9a86", 0.55)
    for x, wide in cheeks:
        away = -1.0 if x < 0 and figure.view != "side" else 1.0
        if figure.view == "side":
            away = -1.0
        for row in range(3):
            for column in range(3 - row % 2):
                px = x + away * (6 + column * 8 + row % 2 * 4) * wide
                py = 36 + row * 8.0
                brush.shape(
                    smooth([(px - 4 * wide, py), (px, py - 4), (px + 4 * wide, py), (px, py + 6)],
                           closed=True), tint, line=0.5,
                )  # fmt: skip


def _gem(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    del cheeks
    x = _MIDDLE[figure.view]
    brush = figure.head_brush(Layer.FACE + 0.3)
    brush.shape(chain([(x, -50), (x + 6, -40)], [(x, -27)], [(x - 6, -40)]), "#d8344e", line=0.9)
    brush.fill(chain([(x, -47), (x + 1, -40)], [(x - 4, -40)]), "#ffb3be")


def _none(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    """Drawn where it is: with the eyes, the lips, the cheeks or the limbs."""
    del figure, brush, cheeks


def _neck_tattoo(figure: Figure, brush: Brush, cheeks: Cheeks) -> None:
    del cheeks
    low = jaw_of(figure).low
    tint = mix(figure.skin, "#27365f" if luminance(figure.skin) > 0.35 else "#0c0a10", 0.7)
    x = {"front": 20.0, "quarter": 6.0, "side": -4.0}[figure.view]
    brush = figure.head_brush(Layer.NECK + 0.5)
    for k in range(3):
        y = low + 8 + k * 9
        brush.stroke([(x - 4 + k, y), (x + 6, y - 7), (x + 13, y + 3)], tint, width=3.4)


_MARKS: Mapping[str, Callable[[Figure, Brush, Cheeks], None]] = {
    "freckle": _freckles, "wrinkle": _age, "scar": _scar, "face tattoo": _tattoo,
    "tattoo": _neck_tattoo, "paint": _war_paint, "beauty": _beauty, "dimple": _dimples,
    "bandage": _bandage, "vitiligo": _patches, "acne": _acne, "stitch": _stitches,
    "scales": _scales, "gem": _gem, "blush": _none,
}  # fmt: skip
