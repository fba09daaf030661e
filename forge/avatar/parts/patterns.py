"""Prints and weaves, laid along the cloth: each is one or a few paths in the strip's places."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..figure import Figure
from ..geometry import Strip, distance, lerp
from ..outfit import Worn
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, polygon, shadow, smooth
from .ribbon import dots

_PLAIN = frozenset({"", "plain"})


@dataclass(frozen=True, slots=True)
class _Cloth:
    """A piece to be printed on: `cells` are places spread evenly over it."""

    brush: Brush
    strip: Strip
    colour: str
    start: float
    end: float
    size: float  # a head
    limb: bool

    @property
    def length(self) -> float:
        return math.fsum(
            distance(self.strip.at(0, lerp(self.start, self.end, k / 4)),
                     self.strip.at(0, lerp(self.start, self.end, (k + 1) / 4)))
            for k in range(4)
        )  # fmt: skip

    @property
    def width(self) -> float:
        t = (self.start + self.end) / 2
        return distance(self.strip.at(-1, t), self.strip.at(1, t))

    def rows(self, every: float) -> int:
        return max(1, round(self.length / (every * self.size)))

    def columns(self, every: float) -> int:
        return max(2, round(self.width / (every * self.size)))

    def cells(self, every: float) -> list[tuple[Point, int]]:
        reach = 0.68 if self.limb else 0.9
        rows, columns = self.rows(every), self.columns(every)
        found = []
        for row in range(rows):
            for column in range(columns):
                u = lerp(-reach, reach, (column + (0.3 if row % 2 else 0.7)) / columns)
                wobble = 0.18 * math.sin(row * 2.7 + column * 1.9)
                t = lerp(self.start, self.end, (row + 0.5 + wobble) / rows)
                found.append((self.strip.at(u, t), row * 3 + column * 5))
        return found


def pattern_on(
    figure: Figure, brush: Brush, strip: Strip, worn: Worn, start: float, end: float,
    *, limb: bool = False,
) -> None:  # fmt: skip
    """Print the garment's pattern on the part of a strip between two places."""
    if worn.pattern in _PLAIN or end - start < 0.05:
        return
    cloth = _Cloth(brush, strip, worn.colour, start, end, figure.size, limb)
    if worn.pattern == "tattered" and worn.cut.place == "legs":
        if limb:
            _ripped(cloth, figure.skin)
        return
    _PRINTS.get(worn.pattern, _dotted)(cloth, _tint(worn))


def _tint(worn: Worn) -> str:
    if worn.trim:
        return worn.trim
    return mix(worn.colour, "#26305a" if luminance(worn.colour) > 0.6 else "#fffdf4", 0.62)


def _bar(strip: Strip, a: float, b: float, left: float = -1.0, right: float = 1.0) -> str:
    """A band straight across from a to b, bowed with the body: two curves, few bytes."""
    middle = (left + right) / 2
    sag = 0.03 * (right - left) / 2
    tops = (strip.at(left, a), strip.at(middle, a + 2 * sag), strip.at(right, a))
    lows = (strip.at(right, b), strip.at(middle, b + 2 * sag), strip.at(left, b))
    upper, lower = (" ".join(f"{x:.1f} {y:.1f}" for x, y in run[1:]) for run in (tops, lows))
    (x, y), (x2, y2) = tops[0], lows[0]
    return f"M{x:.1f} {y:.1f}Q{upper}L{x2:.1f} {y2:.1f}Q{lower}Z"


def _thread(strip: Strip, u: float, start: float, end: float) -> str:
    """A line along the cloth through five places."""
    return smooth([strip.at(u, lerp(start, end, k / 4)) for k in range(5)])


def _striped(cloth: _Cloth, tint: str) -> None:
    rows = cloth.rows(0.19)
    data = ""
    for row in range(rows):
        a = lerp(cloth.start, cloth.end, (row + 0.28) / rows)
        b = lerp(cloth.start, cloth.end, (row + 0.74) / rows)
        data += _bar(cloth.strip, a, b)
    cloth.brush.fill(data, tint)


def _checked(cloth: _Cloth, tint: str) -> None:
    """A tartan: broad bands both ways, and a thin bright line between them."""
    rows, columns = cloth.rows(0.26), cloth.columns(0.23)
    dark = mix(cloth.colour, "#15182a", 0.5)
    across = down = fine = ""
    for row in range(rows):
        a = lerp(cloth.start, cloth.end, (row + 0.2) / rows)
        b = lerp(cloth.start, cloth.end, (row + 0.60) / rows)
        across += _bar(cloth.strip, a, b)
        t = lerp(cloth.start, cloth.end, (row + 0.86) / rows)
        fine += smooth([cloth.strip.at(-1, t), cloth.strip.at(0, t + 0.02), cloth.strip.at(1, t)])
    for column in range(columns):
        u = lerp(-0.92, 0.92, (column + 0.30) / columns)
        down += _thread(cloth.strip, u, cloth.start + 0.04, cloth.end - 0.04)
        fine += _thread(cloth.strip, u + 0.92 / columns, cloth.start, cloth.end)
    wide = cloth.width / columns * 0.40
    cloth.brush.fill(across, dark, opacity=0.45)
    cloth.brush.line(down, dark, width=wide / cloth.brush.pen(1.0), opacity=0.45)
    cloth.brush.line(fine, tint, width=0.7, opacity=0.8)


def _dotted(cloth: _Cloth, tint: str) -> None:
    every = 0.155 if cloth.length * cloth.width < 5.0 * cloth.size**2 else 0.20
    dots(cloth.brush, [place for place, _ in cloth.cells(every)], cloth.size * 0.21 * every, tint)


_ROSE = tuple((math.cos(k * 1.2566), math.sin(k * 1.2566)) for k in range(5))


def _blossom(x: float, y: float, r: float, turn: float, petals: int = 5) -> str:
    """Petals as round caps, a fifth of a turn and a step from one to the next."""
    cos, sin = math.cos(turn) * r, math.sin(turn) * r
    px, py = x, y
    data = ""
    for a, b in _ROSE[:petals]:
        nx, ny = round(x + a * cos - b * sin, 1), round(y + a * sin + b * cos, 1)
        data += (f"m{nx - px:.1f} {ny - py:.1f}" if data else f"M{nx:.1f} {ny:.1f}") + "h0"
        px, py = nx, ny
    return data


def _floral(cloth: _Cloth, tint: str) -> None:
    """Blossoms of two sizes with a leaf each, fewer and larger on broad cloth."""
    every = 0.27 if cloth.limb else 0.33
    if cloth.length * cloth.width > 5.0 * cloth.size**2:
        every = 0.42
    r = cloth.size * 0.034 * every / 0.27
    leaves = ""
    hearts: list[Point] = []
    petals = ["", ""]
    for (x, y), index in cloth.cells(every):
        turn = index * 0.7
        cos, sin = math.cos(turn), math.sin(turn)
        leaves += f"M{x + r * cos:.1f} {y + r * sin:.1f}l{r * 1.7 * cos:.1f} {r * 1.7 * sin:.1f}"
        petals[index % 2] += _blossom(x, y, r, turn)
        hearts.append((x, y))
    warm = luminance(cloth.colour) > 0.6
    tones = ("#d8456c", "#7d62c8") if warm else ("#fff3f0", mix(tint, "#ffb3c8", 0.6))
    unit = cloth.brush.pen(1.0)
    cloth.brush.line(leaves, "#4f8f56", width=1.1 * r / unit, opacity=0.9)
    for data, tone in zip(petals, tones, strict=True):
        if data:
            cloth.brush.line(data, tone, width=1.7 * r / unit)
    dots(cloth.brush, hearts, r * 0.55, "#f4c542")


def _camouflage(cloth: _Cloth, _tint: str) -> None:
    tones = (mix(cloth.colour, "#23301c", 0.62), mix(cloth.colour, "#c9b98a", 0.55),
             mix(cloth.colour, "#5a4429", 0.6))  # fmt: skip
    blots = ["", "", ""]
    r = cloth.size * (0.06 if cloth.limb else 0.085)
    for (x, y), index in cloth.cells(0.19 if cloth.limb else 0.24):
        turn, bend = math.sin(index * 1.7), math.sin(index * 2.9 + 1.0)
        blots[index % 3] += (
            f"M{x - r * 0.8:.1f} {y - r * 0.5 * turn:.1f}l{r:.1f} {r * 0.7 * turn:.1f}"
            f" {r * 0.9:.1f} {r * 0.9 * bend:.1f}"
        )
    width = 1.15 * r / cloth.brush.pen(1.0)
    for data, tone in zip(blots, tones, strict=True):
        if data:
            cloth.brush.line(data, tone, width=width)


def _leopard(cloth: _Cloth, _tint: str) -> None:
    """Rosettes: blots in a broken ring round a warmer heart."""
    dark = mix(shadow(cloth.colour, 2.2), "#20140c", 0.6)
    r = cloth.size * 0.049
    rings = ""
    hearts: list[Point] = []
    for (x, y), index in cloth.cells(0.215):
        reach = r * (1.0 + 0.15 * (index % 3))
        rings += _blossom(x, y, reach, index * 1.1, 4)
        hearts.append((x, y))
    cloth.brush.line(rings, dark, width=1.25 * r / cloth.brush.pen(1.0))
    dots(cloth.brush, hearts, r * 0.62, mix(dark, cloth.colour, 0.55))


def star_shape(x: float, y: float, r: float, turn: float = 0.0) -> str:
    points = []
    for k in range(10):
        reach = r if k % 2 == 0 else r * 0.42
        a = math.pi * k / 5 - math.pi / 2 + turn
        points.append((x + math.cos(a) * reach, y + math.sin(a) * reach))
    return polygon(points)


def heart_shape(x: float, y: float, r: float) -> str:
    return chain(
        [(x, y + r), (x - r * 0.95, y), (x - r * 0.8, y - r * 0.75), (x - r * 0.3, y - r * 0.7),
         (x, y - r * 0.25)],
        [(x, y - r * 0.25), (x + r * 0.3, y - r * 0.7), (x + r * 0.8, y - r * 0.75),
         (x + r * 0.95, y), (x, y + r)],
    )  # fmt: skip


def _stars(cloth: _Cloth, tint: str) -> None:
    tint = tint if luminance(cloth.colour) > 0.6 else mix(tint, "#ffd95a", 0.5)
    every = 0.2 if cloth.length * cloth.width < 5.0 * cloth.size**2 else 0.29
    r = cloth.size * 0.26 * every
    cloth.brush.fill(
        "".join(
            star_shape(x, y, r if i % 3 else r * 0.6, i * 0.3) for (x, y), i in cloth.cells(every)
        ),
        tint,
    )


def _hearts(cloth: _Cloth, tint: str) -> None:
    r = cloth.size * 0.040
    tone = mix(tint, "#e23b5a", 0.75) if luminance(cloth.colour) > 0.45 else tint
    cloth.brush.fill("".join(heart_shape(x, y, r) for (x, y), _ in cloth.cells(0.19)), tone)


def _circuit(cloth: _Cloth, tint: str) -> None:
    light = mix(glow(tint, 0.6), "#52f0ff", 0.55)
    traces = nodes = ""
    rows = cloth.rows(0.30)
    for row in range(rows):
        for side in (-1.0, 1.0):
            t = lerp(cloth.start, cloth.end, (row + 0.3) / rows)
            t2 = lerp(cloth.start, cloth.end, (row + 0.75) / rows)
            u, u2 = side * 0.82, side * (0.30 + 0.2 * (row % 2))
            points = [cloth.strip.at(u, t), cloth.strip.at((u + u2) / 2, t),
                      cloth.strip.at(u2, t2)]  # fmt: skip
            traces += polygon(points, closed=False)
            x, y = points[-1]
            nodes += ellipse(x, y, cloth.size * 0.016, cloth.size * 0.016)
    cloth.brush.line(traces, light, width=2.6, opacity=0.35)
    cloth.brush.line(traces, light, width=1.0)
    cloth.brush.fill(nodes, "#ffffff")


def _gradient(cloth: _Cloth, tint: str) -> None:
    far = mix(tint, "#ff6fa8", 0.5) if luminance(cloth.colour) > 0.3 else mix(tint, "#4a6cf0", 0.6)
    a, b = cloth.strip.at(0, cloth.start), cloth.strip.at(0, cloth.end)
    paint = cloth.brush.canvas.linear(*a, *b, [(0.15, far, 0.0), (1, far, 0.9)])
    cloth.brush.fill(cloth.strip.panel(cloth.start, cloth.end, top=0.02, hem=0.02), paint)


def _embroidered(cloth: _Cloth, tint: str) -> None:
    gold = mix(tint, "#dcb24c", 0.7)
    strip, size = cloth.strip, cloth.size
    data = dots = ""
    for edge in (cloth.end - (cloth.end - cloth.start) * 0.10,):
        count = max(3, cloth.columns(0.17))
        for k in range(count):
            x, y = strip.at(lerp(-0.9, 0.9, (k + 0.5) / count), edge)
            r = size * 0.05
            data += smooth([(x - r, y), (x - r * 0.4, y - r), (x + r * 0.3, y - r * 0.2),
                            (x - r * 0.1, y + r * 0.3)])  # fmt: skip
            data += smooth([(x - r, y), (x, y + r * 0.7), (x + r, y)])
            dots += ellipse(x + r * 0.8, y - r * 0.5, size * 0.012, size * 0.012)
    if not cloth.limb:
        for side in (-1.0, 1.0):
            for row in range(cloth.rows(0.32)):
                t = lerp(cloth.start, cloth.end, (row + 0.4) / cloth.rows(0.32))
                x, y = strip.at(side * 0.3, t)
                r = size * 0.055
                data += smooth([(x, y + r), (x + side * r, y), (x, y - r), (x - side * r * 0.3, y)])
                dots += ellipse(x + side * r * 0.2, y, size * 0.014, size * 0.014)
    cloth.brush.line(data, gold, width=1.0)
    if dots:
        cloth.brush.fill(dots, gold)


def _ripped(cloth: _Cloth, skin: str) -> None:
    """Torn open across knee and thigh: skin, and the white threads left over it."""
    strip, brush = cloth.strip, cloth.brush
    for k, (t, left, right, tall) in enumerate(
        ((1.0, -0.80, 0.72, 0.12), (0.58, -0.15, 0.80, 0.07), (1.38, -0.72, 0.12, 0.06))
    ):
        if not cloth.start < t < cloth.end:
            continue
        middle = (left + right) / 2
        upper = [strip.at(left, t), strip.at(middle, t - tall), strip.at(right, t - tall * 0.2)]
        lower = [strip.at(right, t - tall * 0.2), strip.at(middle, t + tall), strip.at(left, t)]
        brush.shape(chain(upper, lower), skin, line=0.7)
        shade = [(x, y + cloth.size * 0.02) for x, y in upper]
        brush.tone(chain(upper, shade[::-1]), shadow(skin, 1.2))
        threads = ""
        for j in range(1, 4 - k // 2):
            u = lerp(left, right, j / (4 - k // 2))
            room = tall * (1 - abs(u - middle) / (right - left) * 1.7)
            threads += smooth([strip.at(u - 0.04, t - room), strip.at(u + 0.03, t + room)])
        brush.line(threads, mix(cloth.colour, "#ffffff", 0.82), width=1.0)


def _tattered(cloth: _Cloth, _tint: str) -> None:
    dark = shadow(cloth.colour, 1.9)
    holes = stitches = ""
    for (x, y), index in cloth.cells(0.42):
        r = cloth.size * (0.04 + 0.015 * (index % 3))
        holes += polygon([(x - r, y - r * 0.2), (x - r * 0.2, y - r * 0.5), (x + r, y - r * 0.1),
                          (x + r * 0.3, y + r * 0.5), (x - r * 0.5, y + r * 0.35)])  # fmt: skip
        stitches += f"M{x + r * 1.2:.1f} {y - r:.1f}l{r * 0.7:.1f} {r * 0.7:.1f}"
    cloth.brush.fill(holes, dark)
    cloth.brush.line(stitches, dark, width=0.9)


_PRINTS: Mapping[str, Callable[[_Cloth, str], None]] = {
    "striped": _striped, "stripes": _striped, "checked": _checked, "plaid": _checked,
    "tartan": _checked, "checkered": _checked, "dotted": _dotted, "polka dot": _dotted,
    "floral": _floral, "camouflage": _camouflage, "leopard": _leopard, "star": _stars,
    "heart": _hearts, "circuit": _circuit, "gradient": _gradient, "embroidered": _embroidered,
    "tattered": _tattered,
}  # fmt: skip
