"""Eyes and brows, in the head's own space."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cos, pi, sin

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, polygon, shadow, smooth

EYE_COLOUR = "#6a4528"
_SHUT = 0.12
"""Lids that are open less far than this are drawn shut."""
_STEPS = tuple(-round(cos(pi * k / 9), 4) for k in range(10))  # closer at the corners


@dataclass(frozen=True, slots=True)
class Look:
    """What an expression does to eyes and brows."""

    upper: float = 1.0  # how far the upper lid is open
    lower: float = 1.0
    lid: float = 0.0  # the upper lid's inner end comes down
    raise_: float = 0.0  # of the brows
    tilt: float = 0.0  # inner end of the brows comes down
    iris: float = 1.0
    gaze: Point = (0.0, 0.0)


LOOKS: Mapping[str, Look] = {
    "neutral": Look(),
    "happy": Look(0.94, 0.52, 0.0, 5, -2, 1.02),
    "sad": Look(0.80, 1.02, -5, 3, -13, 1.0, (0.0, 3.0)),
    "angry": Look(0.80, 0.80, 8, -7, 15, 0.86),
    "surprised": Look(1.16, 1.12, 0, 13, -3, 0.82),
    "determined": Look(0.84, 0.84, 5, -4, 9, 0.96),
    "smirk": Look(0.74, 0.78, 1, 1, 3, 0.98, (2.6, 0.0)),
    "sleepy": Look(0.34, 0.92, -2, 5, -4, 0.98, (0.0, 4.0)),
}


def look_of(figure: Figure) -> Look:
    look = LOOKS[figure.features.face.expression or "neutral"]
    if figure.lids == 1:
        return look
    # the lower lid hardly moves
    lower = look.lower * (0.85 + 0.15 * figure.lids)
    return replace(look, upper=look.upper * figure.lids, lower=lower, lid=look.lid * figure.lids)


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
        rise = max(0.0, 1 - abs(s + 0.06) ** self.power) ** 0.68 if abs(s) < 1 else 0.0
        y = self.y - self.high * rise - self.slant * s - self.lid * s * rise
        return (self.x + self.outer * s * self.half, y)

    def bottom(self, s: float) -> Point:
        fall = max(0.0, 1 - abs(s - 0.10) ** 2.4) ** 0.85 if abs(s) < 1 else 0.0
        return (self.x + self.outer * s * self.half, self.y + self.low * fall - self.slant * s)

    def between(self, x: float, y: float) -> Point:
        """The point moved into the opening."""
        s = max(-1.0, min(1.0, (x - self.x) * self.outer / self.half))
        return (x, min(max(y, self.top(s)[1]), self.bottom(s)[1]))

    def disc(self, x: float, y: float, rx: float, ry: float) -> str:
        """What shows of an ellipse."""
        turns = [2 * pi * k / 14 for k in range(14)]
        whole = [(x + rx * cos(t), y + ry * sin(t)) for t in turns]
        seen = [self.between(*point) for point in whole]
        if seen == whole:
            return ellipse(x, y, rx, ry)
        return smooth(seen, closed=True)


def opening(figure: Figure, x: float, outer: float, wide: float) -> Opening:
    look = look_of(figure)
    half, high, low, power, slant = 24.6, 17.6, 13.6, 2.3, 3.2
    shape = figure.features.face.eye_shape
    if shape == "round":
        high, low, half, slant = high * 1.10, low * 1.10, half * 0.97, 0.4
    elif shape == "hooded":
        high, power, slant = high * 0.84, 2.9, 0.6
    elif shape == "monolid":
        high, low, power, slant = high * 0.78, low * 0.84, 2.0, 4.6
    if figure.features.gender == "male":
        high, low, half = high * 0.80, low * 0.80, half * 0.95
    if figure.age == "child":
        high, low, half = high * 1.22, low * 1.28, half * 1.03
    elif figure.age == "teen":
        high, low = high * 1.10, low * 1.10
    elif figure.age == "senior":
        high, low, slant = high * 0.76, low * 0.80, slant - 3.0
    elif figure.age == "middle-aged":
        high, low = high * 0.88, low * 0.90
    high, low = min(high * look.upper, 22.0), min(low * look.lower, 17.5)
    return Opening(x, 15, half * wide, outer, high, low, power, slant, look.lid)


def draw_eyes(figure: Figure) -> None:
    if figure.view == "back":
        return
    if figure.view == "front":
        _eye(figure, opening(figure, -36, -1, 1.0), 0.6, "right")
        _eye(figure, opening(figure, 36, 1, 1.0), -0.6, "left")
    elif figure.view == "quarter":
        _eye(figure, opening(figure, 49.5, 1, 0.62), 0.8, "left")
        _eye(figure, opening(figure, -5, -1, 0.94), 3.0, "right")
    else:
        _profile_eye(figure)


def iris_of(figure: Figure, side: str) -> str:
    face = figure.features.face
    if side == "left" and face.second_eye_colour:
        return face.second_eye_colour.hex
    return face.eye_colour.hex if face.eye_colour else EYE_COLOUR


def lash_colour(figure: Figure) -> str:
    return mix(shadow(figure.hair, 1.6), "#1d1420", 0.76)


def _winks(figure: Figure, side: str) -> bool:
    return side == "left" and any("wink" in mark for mark in figure.features.face.marks)


def _shut(figure: Figure, brush: Brush, gap: Opening) -> None:
    """A closed eye: in a wink the lids meet in a bow, the lashes at its outer end; in a blink
    the upper lid lies on the lower one."""
    base, bow = (7.0, -8.5) if figure.lids >= _SHUT else (5.0, 7.5)
    line = [
        (gap.x + gap.outer * s * gap.half, gap.y + base + bow * (1 - s * s) - 2.0 * s)
        for s in (-1.0, -0.6, -0.2, 0.2, 0.6, 1.0)
    ]
    fold = [(x, y - 8.5 + 0.5 * k) for k, (x, y) in enumerate(line[1:5])]
    lash = lash_colour(figure)
    brush.stroke(fold, shadow(figure.skin, 1.6), width=1.3)
    brush.stroke(line, lash, width=4.6, peak=0.6)
    count = 1 if figure.features.gender == "male" else 3
    for k in range(count):
        x, y = line[5 - k]
        brush.stroke([(x, y), (x + gap.outer * (4 - k), y + 2.5), (x + gap.outer * (8 - 2 * k),
                      y + 3 + k * 1.5)], lash, width=2.0)  # fmt: skip
    cheek = [(gap.x - 13, gap.y + 19), (gap.x, gap.y + 21.5), (gap.x + 13, gap.y + 19)]
    brush.stroke(cheek, shadow(figure.skin, 1.2), width=1.2)


def _eye(figure: Figure, gap: Opening, aside: float, side: str) -> None:
    brush = figure.head_brush(Layer.FACE)
    if _winks(figure, side) or figure.lids < _SHUT:
        _shut(figure, brush, gap)
        return
    look = look_of(figure)
    top, bottom = [gap.top(s) for s in _STEPS], [gap.bottom(s) for s in _STEPS]
    _socket(figure, brush, gap)
    brush.fill(chain(top, bottom[::-1]), "#f9f5f3")
    narrow = gap.half / 25.0
    full = (gap.high / max(0.3, look.upper) + gap.low / max(0.3, look.lower)) / 2
    ry = min(18.6, full * 1.13) * look.iris
    rx = min(15.2, ry * 0.93) * (0.30 + 0.70 * narrow)
    x = gap.x + aside + look.gaze[0] * narrow
    y = gap.y - 1.8 + look.gaze[1]
    _iris(figure, brush, gap, (x, y), (rx, ry), iris_of(figure, side))
    lower = [gap.between(px, py + gap.high * 0.30 + 1.5) for px, py in top]
    brush.fill(chain(top, lower[::-1]), "#3b2f5c", opacity=0.34)
    _sparkle(brush, gap, (x, y), (rx, ry))
    _lids(figure, brush, gap)
    if figure.features.face.expression == "sad":
        px, py = gap.bottom(0.45)
        tear = [(px, py - 6), (px + 4.4, py + 2), (px, py + 6.5), (px - 4.4, py + 2)]
        brush.fill(smooth(tear, closed=True), "#cfeaff", opacity=0.95)
        brush.fill(ellipse(px - 1.2, py + 1.6, 1.3, 1.8), "#ffffff")


def _socket(figure: Figure, brush: Brush, gap: Opening) -> None:
    """Shade between lid and brow, paint on the lid."""
    marks = figure.features.face.marks
    painted = "eyeshadow" in marks
    colour = mix(figure.skin, "#8a4a9c", 0.55) if painted else shadow(figure.skin, 0.8)
    rise = 10.5 if painted else 6.5
    over = []
    for s in _STEPS:
        x, y = gap.top(s)
        over.append((x, y - 1 - rise * max(0.0, 1 - s * s) ** 0.6))
    brush.tone(
        chain(over, [gap.top(s) for s in _STEPS][::-1]), colour, opacity=0.7 if painted else 0.42
    )


def _iris(
    figure: Figure, brush: Brush, gap: Opening, at: Point, size: tuple[float, float], iris: str
) -> None:
    (x, y), (rx, ry) = at, size
    dark = mix(shadow(iris, 1.9), "#1b1428", 0.40)
    light = mix(glow(iris, 1.1 if luminance(iris) < 0.6 else 0.5), iris, 0.15)
    paint = figure.canvas.linear(
        x, y - ry, x, y + ry,
        [(0, dark), (0.30, shadow(iris, 0.7)), (0.52, iris), (0.80, glow(iris, 0.5)), (1, light)],
    )  # fmt: skip
    brush.fill(gap.disc(x, y, rx + 1.4, ry + 1.4), mix(dark, "#120d1a", 0.55))
    brush.fill(gap.disc(x, y, rx - 0.2, ry - 0.2), paint)
    glint = [
        gap.between(x + rx * 0.80 * cos(t), y + ry * 0.84 * sin(t))
        for t in (0.35, 0.75, 1.2, 1.57, 1.95, 2.4, 2.8)
    ]
    back = [
        gap.between(x + rx * 0.62 * cos(t), y + ry * 0.44 * sin(t))
        for t in (2.8, 2.3, 1.57, 0.85, 0.35)
    ]
    brush.fill(chain(glint, back), glow(iris, 1.6), opacity=0.72)
    brush.fill(gap.disc(x, y - ry * 0.04, rx * 0.44, ry * 0.48), "#150f1c")


def _sparkle(brush: Brush, gap: Opening, at: Point, size: tuple[float, float]) -> None:
    (x, y), (rx, ry) = at, size
    if gap.high + gap.low < 13:
        return
    brush.fill(gap.disc(x - rx * 0.40, y - ry * 0.42, rx * 0.37, ry * 0.32), "#ffffff")
    brush.fill(gap.disc(x + rx * 0.42, y + ry * 0.40, rx * 0.17, ry * 0.14), "#ffffff",
               opacity=0.85)  # fmt: skip
    brush.fill(gap.disc(x + rx * 0.20, y - ry * 0.58, rx * 0.11, ry * 0.09), "#ffffff",
               opacity=0.7)  # fmt: skip


def _lids(figure: Figure, brush: Brush, gap: Opening) -> None:
    male = figure.features.gender == "male"
    marks = figure.features.face.marks
    lash = lash_colour(figure)
    thick = (4.6 if male else 6.6) * (0.85 if figure.age in ("child", "senior") else 1.0)
    if "eyeliner" in marks or "eyeshadow" in marks:
        thick += 1.8
    narrow = gap.half / 25.0
    upper = []
    for s in _STEPS:
        x, y = gap.top(s)
        upper.append((x, y - thick * (0.24 + 0.76 * max(0.0, (s + 1) / 2) ** 0.9)))
    corner = gap.top(1)
    wing = 2.2 if male else 6.2
    tip = (corner[0] + gap.outer * wing * narrow, corner[1] - (0.4 if male else 4.6))
    under = [gap.top(s) for s in _STEPS]
    back = (corner[0] + gap.outer * 0.6, corner[1] + (0.8 if male else 2.6))
    brush.fill(chain([gap.top(-1), *upper[1:], tip], [tip, back, *under[-2::-1]]), lash)
    if not male:
        reach = 0.7 if figure.age == "child" else 1.15 if "eyeliner" in marks else 1.0
        for s, out, up in ((0.50, 3.5, 8.5), (0.76, 6.5, 8.0), (0.95, 8.5, 5.5)):
            x, y = gap.top(s)
            y -= thick * 0.5
            ox, oy = gap.outer * out * narrow * reach, up * reach
            brush.fill(
                chain(
                    [(x - gap.outer * 2.2, y), (x + ox * 0.5, y - oy * 0.45), (x + ox, y - oy)],
                    [(x + ox, y - oy), (x + ox * 0.75, y - oy * 0.3), (x + gap.outer * 1.6, y + 1)],
                ),
                lash,
            )
    start = 0.1 if male else -0.25
    lower = [gap.bottom(s) for s in _STEPS if s > start]
    brush.stroke(lower, mix(lash, figure.skin, 0.18), width=1.7 if not male else 1.4, peak=0.8)
    shape = figure.features.face.eye_shape
    if shape != "monolid":
        rise = 4.6 if shape != "hooded" else 2.2
        crease = [
            (gap.top(s)[0], gap.top(s)[1] - thick * 0.8 - rise * (1 - 0.35 * abs(s)))
            for s in _STEPS
            if -0.72 < s < 0.80
        ]
        brush.stroke(crease, shadow(figure.skin, 2.0), width=1.3, peak=0.6)
    if "dark circles" in marks or figure.features.face.expression == "sleepy":
        bags = [(x, y + 5.5) for x, y in (gap.bottom(s) for s in (-0.7, -0.2, 0.3, 0.75))]
        brush.stroke(bags, mix(shadow(figure.skin, 1.4), "#5c4a78", 0.35), width=2.2)


def _profile_eye(figure: Figure) -> None:
    """A wedge: the ball bulges at the front, the corner is behind."""
    brush = figure.head_brush(Layer.FACE)
    look, lash = look_of(figure), lash_colour(figure)
    if figure.lids < _SHUT:
        _shut(figure, brush, replace(opening(figure, 48, -1, 0.62), half=14.0))
        return
    gap = opening(figure, 48, -1, 0.62)
    male = figure.features.gender == "male"
    high, low = gap.high * 0.96, gap.low * 0.92
    x0, x1, y = 33.0, 61.0, 15.0
    top: list[Point] = [
        (x1, y - high * 0.86 + look.lid * 0.6), (x1 - 9, y - high), (x1 - 18, y - high * 0.62),
        (x0, y + 1.5),
    ]  # fmt: skip
    low_run: list[Point] = [(x0, y + 1.5), (x0 + 10, y + low * 0.72), (x1 - 6, y + low)]
    front: list[Point] = [(x1 - 6, y + low), (x1 + 0.6, y + 2), (x1, y - high * 0.86)]
    brush.fill(chain(top, low_run, front), "#fcfaf9")
    iris = iris_of(figure, "right")
    dark = mix(shadow(iris, 1.9), "#1b1428", 0.40)
    ry = min(16.5, (gap.high / max(0.3, look.upper) + gap.low / max(0.3, look.lower)) / 2)
    ry *= look.iris
    cx, cy = x1 - 6.6, y - 1 + look.gaze[1]

    def held(px: float, py: float) -> Point:
        share = (px - x0) / (x1 - x0)
        roof = y - high * min(1.0, 1.45 * share) * (0.86 + 0.14 * (1 - abs(share - 0.7)))
        floor = y + low * min(1.0, 1.2 * share)
        return (min(px, x1 - 0.4), min(max(py, roof), floor))

    def disc(rx: float, r: float, ox: float = 0.0, oy: float = 0.0) -> str:
        turns = (2 * pi * k / 16 for k in range(16))
        return polygon([held(cx + ox + rx * cos(t), cy + oy + r * sin(t)) for t in turns])

    paint = figure.canvas.linear(
        cx, cy - ry, cx, cy + ry,
        [(0, dark), (0.35, shadow(iris, 0.6)), (0.6, iris), (1, glow(iris, 0.9))],
    )  # fmt: skip
    brush.fill(disc(7.6, ry + 1.2), mix(dark, "#120d1a", 0.55))
    brush.fill(disc(6.4, ry - 0.2), paint)
    brush.fill(disc(2.9, ry * 0.45), "#150f1c")
    if high + low > 13:
        brush.fill(disc(2.1, ry * 0.26, 1.0, -ry * 0.42), "#ffffff")
        brush.fill(disc(1.5, ry * 0.15, -1.6, ry * 0.42), "#ffffff")
    thick = 3.0 if male else 4.8
    tip = (x0 - (1 if male else 6), y - (0.5 if male else 4.0))
    over: list[Point] = [
        (x1 + 2.5, y - high * 0.86 - 1), (x1 - 9, y - high - thick * 0.7),
        (x1 - 19, y - high * 0.62 - thick), tip,
    ]  # fmt: skip
    brush.fill(chain(over, [tip, *top[::-1]]), lash)
    if not male:
        px, py = x1 + 1, y - high * 0.86
        brush.stroke([(px - 3, py), (px + 4, py - 2.5), (px + 9, py - 7)], lash, width=2.2,
                     peak=0.2)  # fmt: skip
    brush.stroke(low_run, mix(lash, figure.skin, 0.2), width=1.4, peak=0.3)
    crease = [(px, py - thick - 3.6) for px, py in top[1:3]]
    brush.stroke([*crease, (x0 + 2, y - 7)], shadow(figure.skin, 2.0), width=1.2)


def brow_colour(figure: Figure) -> str:
    if luminance(figure.hair) > 0.72:
        return mix(figure.hair, "#6b6062", 0.55)  # a shadow of white would be violet
    return mix(shadow(figure.hair, 1.1), "#241a1c", 0.25)


def draw_brows(figure: Figure) -> None:
    if figure.view == "back":
        return
    brush = figure.head_brush(Layer.FACE + 0.2)
    look = look_of(figure)
    colour = brow_colour(figure)
    male = figure.features.gender == "male"
    thick = 8.8 if male else 6.2
    if "thick eyebrows" in figure.features.face.marks:
        thick *= 1.55
    if figure.age == "senior":
        thick *= 1.12 if male else 0.85
    elif figure.age == "child":
        thick *= 0.8
    places: tuple[tuple[float, float, float], ...] = {
        "front": ((-36, -1, 1.0), (36, 1, 1.0)), "quarter": ((-6, -1, 0.93), (49.5, 1, 0.60)),
        "side": ((51, -1, 0.60),),
    }[figure.view]  # fmt: skip
    smirk = figure.features.face.expression == "smirk"
    base = -11.5 if male else -18.0
    if figure.age == "child":
        base -= 3.0
    for index, (x, outer, wide) in enumerate(places):
        lift = look.raise_ + (9 if smirk and index == len(places) - 1 else 0)
        y = base - lift
        a = (x - outer * 21 * wide, y + look.tilt * 0.80 + 0.8)
        b = (x + outer * 3 * wide, y - 4.6 + look.tilt * 0.05)
        peak = (x + outer * 13 * wide, y - 5.2 - look.tilt * 0.25)
        c = (x + outer * 28 * wide, y + 3.6 - look.tilt * 0.50)
        half = thick / 2
        head = (a[0] - outer * half * 0.5 * wide, a[1] + half * 0.3)
        upper = [(a[0] + outer * 1.5, a[1] - half * 0.8), (b[0], b[1] - half),
                 (peak[0], peak[1] - half * 0.7)]  # fmt: skip
        lower = [(peak[0], peak[1] + half * 0.8), (b[0], b[1] + half),
                 (a[0] + outer * 1.5, a[1] + half * 0.95)]  # fmt: skip
        brush.fill(chain([head, *upper, c], [c, *lower, head]), colour)
        brush.tone(
            chain(
                [(a[0] + outer * 2, a[1] + half * 0.9), (b[0], b[1] + half), c],
                [c, (b[0], b[1] + half * 0.2), (a[0] + outer * 2, a[1] + half * 0.4)],
            ),
            shadow(colour, 1.2),
            opacity=0.6,
        )
