"""Nose and mouth, in the head's own space."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, shadow, smooth

# Mouths are drawn round (0, 0), 40 wide, and placed by view.
_LINES: Mapping[str, list[Point]] = {
    "neutral": [(-15, -2.0), (-6, 1.2), (0, 0.8), (6, 1.2), (15.5, -3.2)],
    "sad": [(-12, 6), (-5, 1), (0, 0), (5, 1), (12, 6)],
    "determined": [(-14, 2.4), (-5, 0.2), (0, 0.8), (6, 0.2), (14, 3.4)],
    "smirk": [(-12, 3), (-3, 4), (7, 1.5), (14, -4), (19, -9)],
}
_PLACES: Mapping[str, tuple[float, float, float]] = {
    "front": (0.0, 71.0, 1.1), "quarter": (28.0, 71.0, 0.86), "side": (60.0, 68.5, 0.55),
}  # fmt: skip
LIP = "#c4545c"
INSIDE = "#6e2230"
TONGUE = "#e2757c"


@dataclass(frozen=True, slots=True)
class Nose:
    """How a nose differs from the usual one."""

    wide: float = 1.0
    drop: float = 0.0  # how much lower its tip is
    bridge: float = 0.0  # how far the bridge stands out
    wings: bool = False  # whether the nostrils' sides are drawn on a woman too
    out: float = 0.0  # how much further it stands out in profile


NOSES: tuple[Nose, ...] = (
    Nose(), Nose(0.82, -2.0, 0.0, out=-3.0), Nose(1.28, 0.0, 0.1, True, -1.0),
    Nose(1.05, 2.5, 0.5, out=3.5), Nose(1.15, 1.0, 0.0, True, 1.0),
)  # fmt: skip


def nose_of(figure: Figure) -> Nose:
    """The nose that the seed gives; the same in all views. A child's is always small."""
    if figure.age == "child":
        return NOSES[0]
    nose = NOSES[int(figure.chance("nose") * 0.999 * len(NOSES))]
    if figure.age == "senior":  # noses grow
        return replace(nose, wide=nose.wide * 1.15, drop=nose.drop + 1.5, wings=True)
    return nose


def draw_nose(figure: Figure) -> None:
    skin = figure.skin
    brush = figure.head_brush(Layer.FACE)
    line, dark = shadow(skin, 2.4), shadow(skin, 1.1)
    male = figure.features.gender == "male"
    young = figure.age == "child"
    kind = nose_of(figure)
    if figure.view == "front":
        wide = (4.2 if young else 8.2 if male else 5.4) * kind.wide
        low = 46.0 if young else 49.0 + kind.drop
        if not young:
            brush.tone(
                chain([(2.2, 20), (wide * 0.7, 34), (wide + 2.6, low - 5)],
                      [(wide + 2.6, low - 5), (wide * 0.5, low), (-0.5, low + 1.2)],
                      [(-0.5, low + 1.2), (2.6, low - 8), (2.2, 20)]),
                dark, opacity=0.9,
            )  # fmt: skip
        brush.stroke([(-wide * 0.55, low - 1), (0, low + 2), (wide * 0.9, low - 1.4)], line,
                     width=1.7, peak=0.6)  # fmt: skip
        if (male or kind.wings) and not young:
            for sign in (-1.0, 1.0):
                brush.stroke(
                    [(sign * wide * 1.15, low - 8), (sign * wide * 1.5, low - 4),
                     (sign * wide * 1.05, low - 0.5)], line, width=1.2,
                )  # fmt: skip
        if male and not young:
            x = 8.2
            brush.stroke([(x * 0.95, 14), (x * (0.6 + kind.bridge), 25), (x * 0.9, 37)], line,
                         width=1.1)  # fmt: skip
        brush.tone(ellipse(-1.6, low - 9, 2.3, 3.6), glow(skin, 1.4), opacity=0.85)
    elif figure.view == "quarter":
        brush.tone(
            chain([(34, 16), (41, 34), (44, 42)], [(44, 42), (38, 49), (26, 49.5)],
                  [(26, 49.5), (33, 40), (34, 16)]), dark, opacity=0.8,
        )  # fmt: skip
        run = [(38, 22), (42, 34), (47, 43), (43, 48.5), (34, 49.5)]
        brush.stroke(run if not young else run[2:], line, width=1.8, peak=0.7)
        brush.tone(ellipse(38, 39, 2.2, 3.4), glow(skin, 1.4), opacity=0.85)
    elif figure.view == "side":
        brush.stroke([(66, 45), (69, 42), (74, 45)], line, width=1.4)
        brush.tone(chain([(82, 45), (78, 49.5), (69, 52)], [(62, 48), (70, 48), (82, 45)]), dark)


def lip_of(figure: Figure) -> tuple[str, float]:
    """The colour of the lips and how much it shows."""
    skin = figure.skin
    if figure.features.face.lip_colour:
        return figure.features.face.lip_colour.hex, 1.0
    if "lipstick" in figure.features.face.marks:
        return "#b8283c", 1.0
    rosy = mix(skin, LIP if luminance(skin) > 0.42 else "#a8484e", 0.52)
    if figure.age == "child":
        return rosy, 0.30
    return rosy, 0.85 if figure.is_female else 0.24 if figure.features.gender == "male" else 0.5


def draw_mouth(figure: Figure) -> None:
    if figure.view == "back":
        return
    expression = figure.features.face.expression or "neutral"
    x, y, wide = _PLACES[figure.view]
    brush = figure.head_brush(Layer.FACE)
    skin = figure.skin
    line = mix(shadow(skin, 2.6), "#5a1f28", 0.40)
    if figure.view == "side":
        _profile_mouth(figure, brush, expression, line)
        return
    if figure.age == "child":
        y, wide = y - 4.0, wide * 0.82
    elif figure.features.gender == "female":
        wide *= 0.92

    def at(*points: Point) -> list[Point]:
        return [(x + px * wide, y + py) for px, py in points]

    lip, strength = lip_of(figure)
    if expression in ("happy", "surprised", "angry", "sleepy"):
        _open_mouth(figure, brush, expression, at, line)
        return
    points = _LINES[expression]
    first, last = points[0], points[-1]
    top = at(first, (-7, first[1] * 0.3 - 2.4), (-2.6, -4.0), (0, -2.8), (2.6, -4.0),
             (7, last[1] * 0.3 - 2.4), last)  # fmt: skip
    brush.fill(chain(top, at(*points[::-1])), mix(skin, shadow(lip, 0.7), strength))
    middle = at((-10, 2.6), (-4, 7.0), (0, 7.8), (4, 7.0), (10, 2.6))
    brush.fill(chain(at(*points), middle[::-1]), mix(skin, lip, strength * 0.92))
    brush.tone(
        smooth(at((-5, 4.2), (0, 3.6), (4, 4.2), (0, 5.8)), closed=True), glow(lip, 1.6),
        opacity=0.75 * strength,
    )  # fmt: skip
    brush.stroke(at(*points), line, width=2.7, peak=0.5)
    brush.stroke(at((-5.5, 11.4), (0, 12.8), (6, 11.4)), shadow(skin, 1.3), width=1.8)
    if expression == "smirk":
        brush.stroke(at((18, -13), (21.5, -9), (21, -5)), line, width=1.2)
    elif expression == "determined":
        brush.stroke(at((-5, 15), (0, 13.6), (5, 15)), shadow(skin, 1.8), width=1.5)
    elif expression == "sad":
        brush.stroke(at((-6, 14), (0, 12), (6, 14)), shadow(skin, 1.9), width=1.6)


def _open_mouth(
    figure: Figure, brush: Brush, expression: str, at: Callable[..., list[Point]], line: str
) -> None:
    lip, strength = lip_of(figure)
    teeth, painted = "#fdfbf8", strength > 0.6
    edge = mix(line, lip, 0.35 if painted else 0.0)
    if expression == "happy":
        upper = at((-22, -8), (-11, -3.2), (0, -2.0), (11, -3.2), (22, -8))
        lower = at((22, -8), (16.5, 6.5), (7, 13.2), (0, 14.4), (-7, 13.2), (-16.5, 6.5), (-22, -8))
        if painted:
            rim = at((23, -8.5), (17.6, 8), (7, 15.8), (0, 17), (-7, 15.8), (-17.6, 8), (-23, -8.5))
            brush.fill(chain(upper, rim), mix(figure.skin, lip, strength))
        brush.shape(chain(upper, lower), INSIDE, line=0.9)
        brush.fill(
            chain(at((-20, -6.6), (-10, -2.4), (0, -1.4), (10, -2.4), (20, -6.6)),
                  at((20, -6.6), (15.5, 2.6), (7, 5.2), (0, 5.6), (-7, 5.2), (-15.5, 2.6),
                     (-20, -6.6))),
            teeth,
        )  # fmt: skip
        brush.fill(
            smooth(at((-9.5, 10.0), (-4, 7.6), (0, 8.4), (4, 7.6), (9.5, 10), (0, 13)),
                   closed=True), TONGUE,
        )  # fmt: skip
        for sign in (-1, 1):
            brush.stroke(at((sign * 23, -12), (sign * 25, -8), (sign * 24, -4)),
                         mix(line, figure.skin, 0.35), width=1.5)  # fmt: skip
        brush.stroke(at((-5, 18.6), (0, 19.6), (5, 18.6)), shadow(figure.skin, 1.3), width=1.6)
        if "dental braces" in figure.features.face.marks:
            brush.line(smooth(at((-15, -0.6), (0, 1.8), (15, -0.6))), "#9aa4b2", width=1.2)
    elif expression == "surprised":
        round_ = at((0, -8), (6.6, -5), (8.4, 4), (6, 12), (0, 14.6), (-6, 12), (-8.4, 4),
                    (-6.6, -5))  # fmt: skip
        brush.shape(smooth(round_, closed=True), INSIDE, line=1.0)
        brush.fill(smooth(at((-5, 9.6), (0, 6.6), (5, 9.6), (0, 13.4)), closed=True), TONGUE)
        brush.fill(chain(at((-5.4, -5), (0, -6.8), (5.4, -5)), at((4.6, -3), (-4.6, -3))), teeth)
    elif expression == "angry":
        upper = at((-16, 5.5), (-9, -3), (0, -4.6), (9, -3), (16, 5.5))
        lower = at((16, 5.5), (12, 11.6), (0, 10.2), (-12, 11.6), (-16, 5.5))
        brush.shape(chain(upper, lower), INSIDE, line=1.1)
        brush.fill(
            chain(at((-13.5, 5), (-8, -1.2), (0, -2.8), (8, -1.2), (13.5, 5)),
                  at((13.5, 5), (10, 9.4), (0, 8.4), (-10, 9.4), (-13.5, 5))), teeth,
        )  # fmt: skip
        brush.line(smooth(at((-12.5, 4.4), (0, 2.6), (12.5, 4.4))), edge, width=0.8)
        for tooth in (-6, 0, 6):
            a, b = at((tooth, -1.6), (tooth, 8.2))
            brush.line(f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}", edge, width=0.6)
        for sign in (-1, 1):
            brush.stroke(at((sign * 14, -9), (sign * 21, -1), (sign * 20, 7)),
                         shadow(figure.skin, 1.9), width=1.5)  # fmt: skip
    else:
        round_ = at((0, -1), (7, 1.5), (6.4, 6), (0, 9), (-6.4, 6), (-7, 1.5))
        brush.shape(smooth(round_, closed=True), INSIDE, line=0.9)
        brush.fill(smooth(at((-4, 6.2), (0, 4.6), (4, 6.2), (0, 8.4)), closed=True), TONGUE)
        brush.stroke(at((-5, 14), (0, 15), (5, 14)), shadow(figure.skin, 1.3), width=1.5)


def _profile_mouth(figure: Figure, brush: Brush, expression: str, line: str) -> None:
    lip, strength = lip_of(figure)
    if strength > 0.4:
        tone = mix(figure.skin, lip, strength)
        brush.fill(smooth([(72, 59.5), (74.8, 63), (70, 68), (60, 67)], closed=True), tone)
        brush.fill(smooth([(70, 68.5), (72.8, 74), (68, 78), (60, 69)], closed=True), tone)
    bend = {"happy": -8.0, "smirk": -7.0, "sad": 7.0, "angry": 5.0, "determined": 3.0}.get(
        expression, 0.0
    )
    if expression in ("happy", "surprised", "angry", "sleepy"):
        wide = {"happy": 47.0, "angry": 53.0}.get(expression, 58.0)
        corner = (wide, 66 + bend * 0.6)
        brush.shape(
            chain([(70.6, 66.8), (61, 66), corner], [corner, (54, 70), (62, 75), (69.8, 74.4)]),
            INSIDE, line=0.8,
        )  # fmt: skip
        if expression in ("happy", "angry"):
            brush.fill(
                chain([(70.2, 67.4), (61, 66.6), (corner[0] + 2, corner[1] + 0.8)],
                      [(corner[0] + 4, corner[1] + 3), (60, 70.6), (69.8, 71)]), "#fdfbf8",
            )  # fmt: skip
            brush.stroke([(corner[0] - 2, corner[1] - 5), corner, (corner[0] - 2, corner[1] + 4)],
                         shadow(figure.skin, 2.0), width=1.4)  # fmt: skip
        return
    brush.stroke([(70.5, 68.5), (60, 69.2), (50, 69 + bend)], line, width=2.1, peak=0.25)
