"""Eyes and brows, in the head's own space."""

from __future__ import annotations

from dataclasses import dataclass

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, polygon, shadow

EYE_COLOUR = "#6a4528"


@dataclass(frozen=True, slots=True)
class Look:
    """What an expression does to eyes and brows."""

    upper: float = 1.0  # how far the upper lid is open
    lower: float = 1.0
    lid: float = 0.0  # the upper lid's inner end comes down
    raise_: float = 0.0  # of the brows
    tilt: float = 0.0  # inner end of the brows comes down
    iris: float = 1.0


LOOKS = {
    "neutral": Look(),
    "happy": Look(0.95, 0.72, 0.0, 3, -1),
    "sad": Look(0.82, 1.0, -4, 1, -8),
    "angry": Look(0.80, 0.85, 6, -5, 10),
    "surprised": Look(1.18, 1.12, 0, 9, -2, 0.82),
    "determined": Look(0.86, 0.9, 4, -4, 7),
    "smirk": Look(0.84, 0.85, 1, 1, 2),
    "sleepy": Look(0.50, 0.95, 0, 2, -3),
}


@dataclass(frozen=True, slots=True)
class Opening:
    """The gap between the lids. s runs from -1 (inner corner) to 1 (outer corner)."""

    x: float
    y: float
    half: float
    outer: float  # 1: the outer corner is at the right
    high: float
    low: float
    power: float
    slant: float
    lid: float

    def top(self, s: float) -> Point:
        rise = max(0.0, 1 - abs(s + 0.08) ** self.power) ** 0.75 if abs(s) < 1 else 0.0
        y = self.y - self.high * rise - self.slant * s - self.lid * s * rise
        return (self.x + self.outer * s * self.half, y)

    def bottom(self, s: float) -> Point:
        fall = max(0.0, 1 - abs(s) ** 2.2) ** 0.8
        return (self.x + self.outer * s * self.half, self.y + self.low * fall - self.slant * s)

    def between(self, x: float, y: float) -> Point:
        """The point moved into the opening."""
        s = max(-1.0, min(1.0, (x - self.x) * self.outer / self.half))
        return (x, min(max(y, self.top(s)[1]), self.bottom(s)[1]))


def opening(figure: Figure, x: float, outer: float, wide: float) -> Opening:
    look = LOOKS[figure.features.face.expression or "neutral"]
    half, high, low, power, slant = 21.0, 16.5, 13.5, 2.3, 2.2
    shape = figure.features.face.eye_shape
    if shape == "round":
        high, low, half, slant = high * 1.10, low * 1.12, half * 0.97, 0.5
    elif shape == "hooded":
        high, power = high * 0.84, 2.8
    elif shape == "monolid":
        high, low, power, slant = high * 0.80, low * 0.85, 2.0, 4.0
    if figure.features.gender == "male":
        high, low, half = high * 0.84, low * 0.84, half * 0.98
    if figure.age == "child":
        high, low, half = high * 1.15, low * 1.12, half * 1.04
    elif figure.age in ("senior", "middle-aged"):
        high, low = high * 0.86, low * 0.9
    return Opening(x, 14, half * wide, outer, high * look.upper, low * look.lower, power, slant,
                   look.lid)  # fmt: skip


def draw_eyes(figure: Figure) -> None:
    if figure.view == "back":
        return
    if figure.view == "front":
        _eye(figure, opening(figure, -35, -1, 1.0), 0.0)
        _eye(figure, opening(figure, 35, 1, 1.0), 0.0)
    elif figure.view == "quarter":
        _eye(figure, opening(figure, 49, 1, 0.66), 1.0)
        _eye(figure, opening(figure, -6, -1, 0.96), 2.5)
    else:
        _eye(figure, opening(figure, 48, -1, 0.62), 4.0)


def _eye(figure: Figure, gap: Opening, gaze: float) -> None:
    brush = figure.head_brush(Layer.FACE)
    face = figure.features.face
    look = LOOKS[face.expression or "neutral"]
    iris = face.eye_colour.hex if face.eye_colour else EYE_COLOUR
    steps = [k / 6 - 1 for k in range(13)]
    top, bottom = [gap.top(s) for s in steps], [gap.bottom(s) for s in steps]
    white = "#fbf8f6"
    skin = figure.skin
    brush.fill(chain(top, bottom[::-1]), white)
    lower = [(x, y + gap.high * 0.34 + 1) for x, y in top]
    lower = [gap.between(x, y) for x, y in lower]
    brush.tone(chain(top, lower[::-1]), mix("#c9c3d6", skin, 0.25))
    narrow = gap.half / 21
    rx, ry = 12.2 * look.iris * (0.35 + 0.65 * narrow), 15.8 * look.iris
    full = (gap.high / max(0.3, look.upper) + gap.low / max(0.3, look.lower)) / 2
    ry = min(ry, full * 1.04)
    cx, cy = gap.x + gaze * 0.8 + (-gap.outer) * 0.8, gap.y - 0.6
    _ball(brush, gap, cx, cy, rx, ry, iris, figure)
    _lids(figure, brush, gap, steps)


def _disc(gap: Opening, x: float, y: float, rx: float, ry: float) -> str:
    from math import cos, pi, sin

    points = [
        gap.between(x + rx * cos(2 * pi * k / 20), y + ry * sin(2 * pi * k / 20)) for k in range(20)
    ]
    return polygon(points)


def _ball(
    brush: Brush, gap: Opening, x: float, y: float, rx: float, ry: float, iris: str, figure: Figure
) -> None:
    dark = mix(shadow(iris, 1.8), "#1c1626", 0.35)
    light = glow(iris, 0.9 if luminance(iris) < 0.6 else 0.3)
    paint = figure.canvas.linear(
        x, y - ry, x, y + ry, [(0, dark), (0.35, shadow(iris, 0.5)), (0.62, iris), (1, light)]
    )
    brush.fill(_disc(gap, x, y, rx + 1.3, ry + 1.3), mix(dark, "#120d18", 0.5))
    brush.fill(_disc(gap, x, y, rx - 0.4, ry - 0.4), paint)
    brush.fill(_disc(gap, x, y - ry * 0.02, rx * 0.46, ry * 0.48), "#17121d")
    brush.fill(_disc(gap, x, y + ry * 0.56, rx * 0.62, ry * 0.24), glow(iris, 1.5), opacity=0.65)
    a, b = gap.between(x - rx * 0.38, y - ry * 0.42)
    brush.fill(ellipse(a, b + 0.6, rx * 0.34, ry * 0.27), "#ffffff")
    a, b = gap.between(x + rx * 0.42, y + ry * 0.36)
    brush.fill(ellipse(a, b - 0.4, rx * 0.17, ry * 0.13), "#ffffff", opacity=0.9)


def _lids(figure: Figure, brush: Brush, gap: Opening, steps: list[float]) -> None:
    male = figure.features.gender == "male"
    lash = mix(shadow(figure.hair, 1.6), "#1d1420", 0.72)
    thick = {True: 3.4, False: 5.0}[male] * (0.8 if figure.age == "child" else 1.0)
    upper = []
    for s in steps:
        x, y = gap.top(s)
        upper.append((x, y - thick * (0.30 + 0.70 * max(0.0, (s + 1) / 2) ** 0.8)))
    inner, corner = gap.top(-1), gap.top(1)
    wing = 1.5 if male else 6.0
    tip = (corner[0] + gap.outer * wing * (gap.half / 21), corner[1] - (0.0 if male else 3.2))
    under = [gap.top(s) for s in steps]
    brush.fill(chain([inner, *upper[1:], tip], [tip, *under[::-1]]), lash)
    if not male and figure.age != "child":
        for s, reach in ((0.72, 8.0), (0.90, 9.0)):
            x, y = gap.top(s)
            brush.stroke(
                [(x, y - 1), (x + gap.outer * reach * 0.5, y - 4), (x + gap.outer * reach,
                 y - 8.5)],
                lash, width=1.5, peak=0.1,
            )  # fmt: skip
    lower = [gap.bottom(s) for s in steps if s > -0.35]
    brush.stroke(lower, lash, width=0.9, peak=0.85)
    if figure.features.face.eye_shape != "monolid":
        crease = [(gap.top(s)[0], gap.top(s)[1] - thick - 3.2) for s in steps if -0.7 < s < 0.85]
        brush.stroke(crease, shadow(figure.skin, 1.7), width=0.9)


def brow_colour(figure: Figure) -> str:
    if luminance(figure.hair) > 0.72:
        return shadow(figure.hair, 1.5)
    return mix(shadow(figure.hair, 1.1), "#241a1c", 0.25)


def draw_brows(figure: Figure) -> None:
    if figure.view == "back":
        return
    brush = figure.head_brush(Layer.FACE + 0.2)
    look = LOOKS[figure.features.face.expression or "neutral"]
    colour = brow_colour(figure)
    male = figure.features.gender == "male"
    thick = 8.0 if male else 5.0
    if figure.age == "senior":
        thick *= 0.9
    places: tuple[tuple[float, float, float], ...] = {
        "front": ((-35, -1, 1.0), (35, 1, 1.0)), "quarter": ((-7, -1, 0.95), (50, 1, 0.62)),
        "side": ((50, -1, 0.62),),
    }[figure.view]  # fmt: skip
    smirk = figure.features.face.expression == "smirk"
    for index, (x, outer, wide) in enumerate(places):
        lift = look.raise_ + (5 if smirk and index == 1 else 0)
        y = -16 - lift - (0 if male else 2.0) + (3 if male else 0)
        a = (x - outer * 22 * wide, y + look.tilt * 0.75 + 2)
        b = (x + outer * 4 * wide, y - 5.5 - look.tilt * 0.10)
        c = (x + outer * 26 * wide, y + 3.5 - look.tilt * 0.55)
        half = thick / 2
        data = chain(
            [(a[0], a[1] - half * 0.7), (b[0], b[1] - half), c],
            [c, (b[0], b[1] + half * 0.9), (a[0] + outer * wide, a[1] + half * 1.0)],
        )
        brush.fill(data, colour)
