"""Nose, mouth, marks of the skin and beards, in the head's own space."""

from __future__ import annotations

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, mix, shadow, smooth
from .head import jaw_of

# Mouths are drawn round (0, 0), 40 wide, and placed by view.
_LINES: dict[str, list[Point]] = {
    "neutral": [(-13, 0), (-5, 2), (5, 2), (13, -0.5)],
    "sad": [(-12, 4), (-4, 0), (4, 0), (12, 4)],
    "determined": [(-13, 1.5), (-4, 0.0), (5, 0.5), (13, 2.5)],
    "smirk": [(-12, 2), (-2, 3.5), (8, 1.0), (16, -5)],
    "angry": [(-14, 4), (-5, 0), (5, 0), (14, 4)],
    "sleepy": [(-9, 1), (-3, 2.5), (3, 2.5), (9, 1)],
}
LIP = "#c4545c"


def draw_nose(figure: Figure) -> None:
    skin = figure.skin
    brush = figure.head_brush(Layer.FACE)
    line, dark = shadow(skin, 2.0), shadow(skin)
    male = figure.features.gender == "male"
    if figure.view == "front":
        wide = 8.5 if male else 5.5
        if figure.age == "child":
            wide = 4.5
        brush.tone(chain([(2, 22), (wide + 2, 43)], [(wide + 2, 43), (5, 48), (0, 50)], [(3, 40),
                   (2, 22)]),
                   dark)  # fmt: skip
        brush.stroke([(-wide * 0.6, 47.5), (0, 51), (wide * 0.8, 47.5)], line, width=1.5)
        if male:
            brush.stroke([(wide * 1.1, 40), (wide * 1.35, 45), (wide * 0.8, 48)], line, width=1.0)
        brush.tone(ellipse(-1.5, 40, 2.4, 3.4), glow(skin, 1.2), opacity=0.8)
    elif figure.view == "quarter":
        brush.tone(
            chain([(33, 18), (43, 42)], [(43, 42), (36, 49), (25, 49)], [(32, 40), (33, 18)]), dark
        )
        brush.stroke(
            [(36, 24), (42, 36), (46, 43), (42, 48), (33, 49.5)], line, width=1.7, peak=0.7
        )
        brush.tone(ellipse(37, 40, 2.2, 3.2), glow(skin, 1.2), opacity=0.8)
    elif figure.view == "side":
        brush.stroke([(66, 46), (69, 43), (74, 46)], line, width=1.4)
        brush.tone(chain([(84, 45), (80, 50), (68, 53)], [(62, 48), (70, 49), (84, 45)]), dark)


def draw_mouth(figure: Figure) -> None:
    if figure.view == "back":
        return
    expression = figure.features.face.expression or "neutral"
    place = {"front": (0.0, 70.0, 1.0), "quarter": (27.0, 70.0, 0.82), "side": (60.0, 68.5, 0.55)}
    x, y, wide = place[figure.view]
    brush = figure.head_brush(Layer.FACE)
    skin = figure.skin
    if figure.view == "side":
        _profile_mouth(figure, brush, expression)
        return

    def at(points: list[Point]) -> list[Point]:
        return [(x + px * wide, y + py) for px, py in points]

    line = mix(shadow(skin, 2.6), "#5a1f28", 0.35)
    adult = figure.is_female and figure.age not in ("child",)
    lip = mix(skin, LIP, 0.55)
    if expression == "happy":
        upper = at([(-19, -5), (-8, -2), (0, -1.5), (8, -2), (19, -5)])
        lower = at([(19, -5), (12, 8), (0, 12.5), (-12, 8), (-19, -5)])
        brush.shape(chain(upper, lower), "#7c2730", line=0.8)
        teeth = at(
            [(-17, -4), (-8, -1.5), (0, -1), (8, -1.5), (17, -4), (12, 2.5), (0, 4.5), (-12, 2.5)]
        )
        brush.fill(smooth(teeth, closed=True), "#fdfbf8")
        brush.fill(smooth(at([(-9, 9.2), (0, 6.8), (9, 9.2), (0, 12)]), closed=True), "#e07a80")
        for sign in (-1, 1):
            brush.stroke(at([(sign * 21, -9), (sign * 22.5, -5), (sign * 21, -2)]), line, width=1.0)
        return
    if expression == "surprised":
        brush.shape(ellipse(x, y + 3, 8 * wide, 10.5), "#7c2730", line=0.9)
        brush.fill(ellipse(x, y + 8, 5 * wide, 4), "#e07a80")
        return
    points = _LINES[expression]
    if adult or figure.features.gender != "male":
        strength = 1.0 if adult else 0.45
        upper = at([points[0], (-6, -3.4), (0, -1.8), (6, -3.6), points[-1]])
        brush.fill(chain(upper, at(points[::-1])), mix(skin, lip, strength))
        low = at([(-9, 2.2), (0, 8.0), (9, 2.2)])
        brush.fill(
            chain(at([points[0], *points[1:-1], points[-1]]), low[::-1]),
            mix(skin, lip, strength * 0.8),
        )
        brush.tone(
            ellipse(x - 1.5, y + 4.4, 3.4 * wide, 1.1), glow(lip, 1.4), opacity=0.7 * strength
        )
    brush.stroke(at(points), line, width=2.2)
    if expression == "angry":
        brush.fill(
            smooth(at([(-9, 1.4), (0, 0), (9, 1.6), (6, 5), (-6, 5)]), closed=True), "#fdfbf8"
        )
        brush.line(smooth(at([(-9, 1.4), (0, 0), (9, 1.6), (6, 5), (-6, 5)]), closed=True), line,
                   width=0.8)  # fmt: skip
    brush.stroke(at([(-6, 12), (0, 13.2), (6, 12)]), shadow(skin, 1.3), width=1.4)


def _profile_mouth(figure: Figure, brush: Brush, expression: str) -> None:
    line = mix(shadow(figure.skin, 2.6), "#5a1f28", 0.35)
    lip = mix(figure.skin, LIP, 0.55)
    if figure.is_female:
        brush.fill(smooth([(72, 60), (74.4, 64), (69, 68.5), (60, 67)], closed=True), lip)
        brush.fill(smooth([(69, 69), (72.4, 74), (68, 78), (60, 69)], closed=True), lip)
    bend = {"happy": -7.0, "smirk": -5.0, "sad": 5.0, "angry": 4.0, "determined": 2.0}.get(
        expression, 0
    )
    if expression in ("happy", "surprised"):
        brush.shape(smooth([(70, 66), (58, 65), (51, 66 + bend * 0.7), (58, 74), (70, 75)],
                    closed=True),
                    "#7c2730", line=0.7)  # fmt: skip
        if expression == "happy":
            brush.fill(
                smooth([(69, 67), (58, 66.5), (54, 65), (60, 70), (69, 70)], closed=True), "#fdfbf8"
            )
        return
    brush.stroke([(70, 69), (60, 69.5), (50, 69 + bend)], line, width=1.9, peak=0.2)


def draw_marks(figure: Figure) -> None:
    """Freckles, scars, wrinkles, tattoos."""
    if figure.view == "back":
        return
    marks = set(figure.features.face.marks)
    if figure.age == "senior":
        marks.add("wrinkles")
    brush = figure.head_brush(Layer.FACE - 0.5)
    skin = figure.skin
    cheeks = {"front": ((-40.0, 1.0), (40.0, 1.0)), "quarter": ((-8.0, 1.0), (52.0, 0.55)),
              "side": ((46.0, 0.8),)}[figure.view]  # fmt: skip
    if any("freckle" in mark for mark in marks):
        tint = mix(skin, "#a4552c", 0.55)
        spots = ((-13, 40), (-6, 36), (2, 41), (9, 37), (15, 42), (-2, 46), (7, 47), (-9, 47))
        for x, wide in cheeks:
            for dx, y in spots:
                brush.fill(ellipse(x + dx * wide, y, 1.7, 1.5), tint)
        if figure.view == "front":
            for x, y in ((-4, 34), (5, 36), (0, 31)):
                brush.fill(ellipse(x, y, 1.5, 1.4), tint)
    if any("wrinkle" in mark for mark in marks):
        line = shadow(skin, 1.6)
        lines: dict[str, tuple[list[Point], ...]] = {
            "front": (
                [(-13, 50), (-21, 58), (-23, 68)], [(13, 50), (21, 58), (23, 68)],
                [(-50, 34), (-38, 37), (-25, 34)], [(50, 34), (38, 37), (25, 34)],
                [(-32, -44), (0, -48), (32, -44)], [(-26, -54), (0, -57), (26, -54)],
                [(-61, 10), (-67, 5), (-70, 3)], [(61, 10), (67, 5), (70, 3)],
                [(-61, 17), (-67, 17), (-71, 18)], [(61, 17), (67, 17), (71, 18)],
            ),
            "quarter": (
                [(20, 50), (8, 58), (5, 70)], [(44, 52), (50, 60), (50, 70)],
                [(-20, 36), (-8, 38), (4, 35)], [(0, -46), (28, -49), (54, -44)],
                [(-32, 10), (-40, 5), (-44, 3)], [(-32, 18), (-39, 18), (-43, 20)],
            ),
            "side": (
                [(66, 52), (54, 60), (52, 72)], [(36, 34), (44, 37), (52, 34)],
                [(30, 8), (23, 3), (19, 2)], [(30, 17), (23, 18), (18, 20)],
            ),
        }  # fmt: skip
        for points in lines[figure.view]:
            brush.stroke(points, line, width=1.5)
    if any("scar" in mark for mark in marks):
        x, wide = cheeks[0]
        tint = mix(mix(skin, "#d05a5a", 0.5), "#ffffff", 0.1)
        over = figure.head_brush(Layer.FACE + 0.4)
        over.stroke(
            [(x + 2 * wide, -28), (x + 6 * wide, 8), (x + 1, 50)], shadow(tint, 1.0), width=4.0
        )
        over.stroke([(x + 2 * wide, -27), (x + 6 * wide, 8), (x + 1, 48)], tint, width=2.4)
        for stitch in (-16, 34, 42):
            a, b = x - 4 * wide + 3, x + 9 * wide
            over.line(f"M{a:.1f} {stitch}L{b:.1f} {stitch - 3}", tint, width=0.9)
    if any("tattoo" in mark or "paint" in mark for mark in marks):
        tint = mix(skin, "#2b4f8c", 0.75)
        for x, wide in cheeks:
            for low in (38.0, 45.0):
                brush.stroke(
                    [(x - 15 * wide, low), (x, low + 3), (x + 15 * wide, low - 1)], tint, width=3.4
                )


def draw_beard(figure: Figure) -> None:
    kind = figure.features.face.facial_hair or "none"
    if kind == "none" or figure.view == "back":
        return
    asked = figure.features.face.facial_hair_colour
    colour = asked.hex if asked else figure.hair
    brush = figure.head_brush(Layer.BEARD)
    if kind == "stubble":
        _full(figure, brush, mix(figure.skin, colour, 0.42), 2.0, faint=True)
        return
    if kind in ("short beard", "full beard", "long beard", "beard"):
        length = {"short beard": 6.0, "full beard": 20.0, "beard": 14.0, "long beard": 82.0}[kind]
        _full(figure, brush, colour, length)
        _moustache(figure, brush, colour, 1.0 if length < 50 else 1.25)
    elif kind == "goatee":
        x, wide = {"front": (0.0, 1.0), "quarter": (28.0, 0.8), "side": (62.0, 0.55)}[figure.view]
        low = jaw_of(figure).low
        points = [(-15, 80), (-17, 92), (-9, low + 8), (0, low + 14), (9, low + 8), (17, 92), (15,
                  80),
                  (0, 84)]  # fmt: skip
        brush.shape(smooth([(x + px * wide, y) for px, y in points], closed=True), colour, line=0.8)
        _moustache(figure, brush, colour, 0.85)
    else:
        _moustache(figure, brush, colour, 1.15)


def _moustache(figure: Figure, brush: Brush, colour: str, size: float) -> None:
    x, wide = {"front": (0.0, 1.0), "quarter": (29.0, 0.8), "side": (68.0, 0.62)}[figure.view]
    halves = (-1.0, 1.0) if figure.view != "side" else (-1.0,)
    for sign in halves:
        points = [
            (0, 56),
            (10, 54.5),
            (19, 60),
            (27 * size, 70 * (0.9 + 0.1 * size)),
            (14, 66.5),
            (0, 63),
        ]
        data = smooth([(x + sign * px * wide, y) for px, y in points], closed=True)
        brush.shape(data, colour, line=0.7)
        brush.stroke(
            [(x + sign * 4 * wide, 58), (x + sign * 12 * wide, 60), (x + sign * 20 * wide, 65)],
            glow(colour, 0.8), width=1.3,
        )  # fmt: skip


def _full(figure: Figure, brush: Brush, colour: str, length: float, *, faint: bool = False) -> None:
    jaw = jaw_of(figure)
    low = jaw.low + length
    cheek = (jaw.cheek + jaw.jaw) / 2
    tip = 10.0 if length > 50 else jaw.chin + 8
    if figure.view == "front":
        outer = [(-jaw.cheek - 1, 26), (-cheek - 3, 58), (-jaw.jaw - length * 0.06, 80),
                 (-jaw.jaw * 0.62, (jaw.low + low) / 2), (-tip, low), (tip, low),
                 (jaw.jaw * 0.62, (jaw.low + low) / 2), (jaw.jaw + length * 0.06, 80), (cheek + 3,
                     58),
                 (jaw.cheek + 1, 26)]  # fmt: skip
        inner = [(jaw.cheek - 8, 34), (cheek - 12, 56), (30, 62), (18, 57), (0, 56), (-18, 57),
                 (-30, 62),
                 (-cheek + 12, 56), (-jaw.cheek + 8, 34)]  # fmt: skip
        lip = [(-13, 67), (0, 65), (13, 67), (9, 77), (0, 79), (-9, 77)]
    elif figure.view == "quarter":
        outer = [(-50, 30), (-44 - length * 0.05, 62), (-22, 84 + length * 0.3), (6 - tip * 0.3,
                 low),
                 (24, low + 2), (42, (jaw.low + low) / 2), (54, 78), (62, 50)]  # fmt: skip
        inner = [(56, 54), (46, 57), (28, 56), (12, 58), (0, 64), (-22, 58), (-42, 34)]
        lip = [(16, 67), (27, 65), (37, 67), (34, 77), (27, 79), (20, 77)]
    else:
        outer = [(-4, 26), (-12, 56), (0, 82 + length * 0.3), (28, 96 + length * 0.7), (48,
                 low + 4),
                 (64, low), (70, 92), (71, 80)]  # fmt: skip
        inner = [(64, 78), (56, 74), (54, 64), (72, 57), (62, 54), (44, 58), (22, 60), (8, 34)]
        lip = []
    data = chain(outer, inner)
    if lip:
        data += smooth(lip, closed=True)
    if faint:
        brush.fill(data + "", colour, opacity=0.5)
        return
    brush.shape(data, colour, line=0.8, holes=True)
    middle = {"front": 0.0, "quarter": 24.0, "side": 50.0}[figure.view]
    for index in range(-2, 3):
        x = middle + index * 15
        reach = low - 8 - abs(index) * (8 + length * 0.22)
        brush.stroke([(x * 1.05, 82), (x, (82 + reach) / 2), (middle + index * 8, reach)],
                     shadow(colour, 1.1), width=2.2)  # fmt: skip
    brush.stroke([(middle - 30, 72), (middle - 26, 86), (middle - 18, 94 + length * 0.3)],
                 glow(colour, 0.8), width=2.2)  # fmt: skip
