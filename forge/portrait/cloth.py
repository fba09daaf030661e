"""Drawing cloth as SVG: shapes with light and shade, folds, seams and woven patterns.

Everything is in a picture of 832x1216 with the light from the upper left. Random detail comes
from a seed by name, so the same costume gives the same bytes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..avatar.choice import draw
from ..avatar.paint import Point, hair_line, mix, number, smooth, spread, taper

WIDTH, HEIGHT = 832, 1216
MIDDLE = 416.0

SHADE = "#0c0608"
LIGHT = "#ffe9c4"


@dataclass
class Sheet:
    """Collects markup in the order of painting; `name` keeps ids of two sheets apart."""

    name: str
    seed: int
    _defs: dict[str, str] = field(default_factory=dict)
    _marks: list[str] = field(default_factory=list)

    def svg(self, width: int, height: int, box: tuple[float, float, float, float]) -> str:
        defs = "".join(body.replace("@", name) for body, name in self._defs.items())
        place = " ".join(number(part) for part in box)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="{place}"><defs>{defs}</defs>'
            f'<g stroke-linecap="round" stroke-linejoin="round">{"".join(self._marks)}</g></svg>'
        )

    def random(self, path: str) -> float:
        return draw(self.seed, f"{self.name} {path}")

    def define(self, body: str) -> str:
        """A definition with "@" in place of its id; gives the id."""
        return self._defs.setdefault(body, f"{self.name}{len(self._defs)}")

    def add(self, markup: str) -> None:
        self._marks.append(markup)

    def linear(self, start: Point, end: Point, *stops: tuple[float, str]) -> str:
        ends = (
            f'x1="{number(start[0])}" y1="{number(start[1])}" '
            f'x2="{number(end[0])}" y2="{number(end[1])}"'
        )
        return self._gradient("linearGradient", ends, stops)

    def radial(self, middle: Point, radius: float, *stops: tuple[float, str]) -> str:
        ends = f'cx="{number(middle[0])}" cy="{number(middle[1])}" r="{number(radius)}"'
        return self._gradient("radialGradient", ends, stops)

    def _gradient(self, tag: str, ends: str, stops: Sequence[tuple[float, str]]) -> str:
        inner = "".join(
            f'<stop offset="{number(at)}" stop-color="{colour[:7]}"'
            + (f' stop-opacity="{int(colour[7:9], 16) / 255:.2f}"' if len(colour) == 9 else "")
            + "/>"
            for at, colour in stops
        )
        units = 'gradientUnits="userSpaceOnUse"'
        body = f'<{tag} id="@" {units} {ends}>{inner}</{tag}>'
        return f"url(#{self.define(body)})"

    def blur(self, radius: float) -> str:
        body = (
            '<filter id="@" x="-30%" y="-30%" width="160%" height="160%">'
            f'<feGaussianBlur stdDeviation="{number(radius)}"/></filter>'
        )
        return f'filter="url(#{self.define(body)})"'

    def clip(self, path: str) -> str:
        body = f'<clipPath id="@"><path d="{path}"/></clipPath>'
        return f'clip-path="url(#{self.define(body)})"'

    def fill(self, path: str, paint: str, *, opacity: float = 1.0, extra: str = "") -> None:
        faint = f' fill-opacity="{number(opacity)}"' if opacity < 1 else ""
        self.add(f'<path d="{path}" fill="{paint}"{faint} {extra}/>')

    def line(
        self, path: str, paint: str, width: float, *, opacity: float = 1.0, extra: str = ""
    ) -> None:
        faint = f' stroke-opacity="{number(opacity)}"' if opacity < 1 else ""
        self.add(
            f'<path d="{path}" fill="none" stroke="{paint}" '
            f'stroke-width="{number(width)}"{faint} {extra}/>'
        )

    def group(self, attributes: str, marks: Iterable[str]) -> None:
        self.add(f"<g {attributes}>{''.join(marks)}</g>")


@dataclass(frozen=True, slots=True)
class Cloth:
    """`sheen` is how much light it throws back, 0..1: velvet little, silk much."""

    colour: str
    sheen: float = 0.4

    @property
    def dark(self) -> str:
        return mix(self.colour, SHADE, 0.62)

    @property
    def light(self) -> str:
        return mix(self.colour, LIGHT, 0.22 + 0.35 * self.sheen)


def garment(
    sheet: Sheet,
    path: str,
    cloth: Cloth,
    folds: Sequence[Sequence[Point]] = (),
    *,
    pattern: str = "",
    width: float = 30,
    edge: float = 26,
) -> None:
    """A shape of cloth: lit from the upper left, round at its edges, with folds along lines."""
    base = sheet.linear(
        (40, 700), (800, 1230),
        (0, mix(cloth.colour, cloth.light, 0.35)), (0.35, cloth.colour),
        (1, mix(cloth.colour, cloth.dark, 0.75)),
    )  # fmt: skip
    sheet.fill(path, base)
    inside = sheet.clip(path)
    if pattern:
        sheet.group(inside, [f'<path d="{path}" fill="url(#{pattern})"/>'])
    marks = []
    for number_, fold in enumerate(folds):
        line = spread(fold)
        wide = width * (0.7 + 0.6 * sheet.random(f"fold {number_} {fold[0]}"))
        lit = [(x - wide * 0.62, y - wide * 0.15) for x, y in line]
        marks.append(f'<path d="{taper(line, wide)}" fill="{cloth.dark}" fill-opacity=".85"/>')
        marks.append(
            f'<path d="{taper(lit, wide * 0.8)}" fill="{cloth.light}" '
            f'fill-opacity="{number(0.3 + 0.45 * cloth.sheen)}"/>'
        )
    soft = sheet.blur(5.0)
    turned = sheet.blur(edge / 2)
    rim = (
        f'<path d="{path}" fill="none" stroke="{SHADE}" stroke-width="{number(edge)}" '
        f'stroke-opacity=".55" {turned}/>'
    )
    sheet.group(inside, [f"<g {soft}>{''.join(marks)}</g>", rim])


def seam(sheet: Sheet, points: Sequence[Point], cloth: Cloth, width: float = 3) -> None:
    """Where two pieces meet: a dark line with a lit edge beside it."""
    path = smooth(points)
    sheet.line(path, mix(cloth.dark, SHADE, 0.5), width, opacity=0.85)
    lit = smooth([(x - width * 0.8, y) for x, y in points])
    sheet.line(lit, cloth.light, width * 0.4, opacity=0.5)


def shadow(sheet: Sheet, path: str, reach: float = 14, opacity: float = 0.6) -> None:
    """What a piece throws on what lies under it, to be drawn before it."""
    place = f'transform="translate({number(reach * 0.5)} {number(reach * 0.9)})"'
    sheet.fill(path, SHADE, opacity=opacity, extra=f"{place} {sheet.blur(reach * 0.6)}")


def damask(sheet: Sheet, colour: str, size: float = 84, opacity: float = 0.5) -> str:
    """A woven pattern of leaves and pomegranates; gives the pattern's id."""
    half = size / 2
    leaf = (
        f"M0 {-half * 0.9:.1f}C{half * 0.5:.1f} {-half * 0.5:.1f} {half * 0.42:.1f} "
        f"{half * 0.1:.1f} 0 {half * 0.42:.1f}C{-half * 0.42:.1f} {half * 0.1:.1f} "
        f"{-half * 0.5:.1f} {-half * 0.5:.1f} 0 {-half * 0.9:.1f}Z"
    )
    curl = (
        f"M0 {half * 0.4:.1f}C{half * 0.5:.1f} {half * 0.5:.1f} {half * 0.9:.1f} "
        f"{half * 0.1:.1f} {half * 0.62:.1f} {-half * 0.18:.1f}"
        f"C{half * 0.5:.1f} {-half * 0.3:.1f} {half * 0.36:.1f} {-half * 0.08:.1f} "
        f"{half * 0.5:.1f} {half * 0.02:.1f}"
    )
    stroke = f'fill="none" stroke="{colour}" stroke-width="{number(size * 0.035)}"'
    motif = (
        f'<path d="{leaf}" {stroke}/><path d="{leaf}" transform="scale(.5)" fill="{colour}"/>'
        f'<path d="{curl}" {stroke}/><path d="{curl}" transform="scale(-1 1)" {stroke}/>'
        f'<circle r="{number(size * 0.05)}" cy="{number(half * 0.62)}" fill="{colour}"/>'
    )
    places = ((half, half), (0, 0), (size, 0), (0, size), (size, size))
    body = "".join(
        f'<g transform="translate({number(x)} {number(y)})">{motif}</g>' for x, y in places
    )
    return sheet.define(
        f'<pattern id="@" width="{number(size)}" height="{number(size)}" '
        f'patternUnits="userSpaceOnUse"><g opacity="{number(opacity)}">{body}</g></pattern>'
    )


def fur_trim(
    sheet: Sheet,
    points: Sequence[Point],
    width: float,
    colour: str,
    *,
    spots: bool = False,
    name: str = "trim",
) -> None:
    """A band of fur along a line; ermine has black tails."""
    line = spread(points, 10)
    body = smooth(points)
    shadow_ = f'transform="translate(6 12)" {sheet.blur(9)}'
    sheet.line(body, SHADE, width * 0.95, opacity=0.55, extra=shadow_)
    dark, light = mix(colour, "#3a2c22", 0.5), mix(colour, "#fffaf0", 0.6)
    sheet.line(body, dark, width * 0.92)
    sheet.line(body, colour, width * 0.7, extra=sheet.blur(width * 0.08))
    lit = smooth([(x - width * 0.12, y - width * 0.12) for x, y in points])
    sheet.line(lit, light, width * 0.3, opacity=0.8, extra=sheet.blur(width * 0.1))
    hairs = []
    for index, (x, y) in enumerate(line[:-1]):
        ax, ay = line[index + 1]
        long = math.hypot(ax - x, ay - y) or 1.0
        nx, ny = -(ay - y) / long, (ax - x) / long
        for turn in range(9):
            key = f"{name} {index} {turn}"
            across = (sheet.random(key + " a") - 0.5) * width * 1.02
            along = sheet.random(key + " b") * long
            px, py = x + (ax - x) / long * along + nx * across, y + (ay - y) / long * along
            px, py = px, py + ny * across
            side = 1 if across > 0 else -1
            reach = width * (0.12 + 0.16 * sheet.random(key + " c"))
            lean = 0.5 + 0.9 * abs(across) / width
            tip = (px + nx * side * reach * lean, py + ny * side * reach * lean + reach * 0.7)
            bend = ((px + tip[0]) / 2 + reach * 0.15, (py + tip[1]) / 2)
            shade = mix(
                light, dark, min(1.0, sheet.random(key + " d") * (0.5 + abs(across) / width))
            )
            hairs.append(f'<path d="{hair_line(((px, py), bend, tip), 1.5)}" fill="{shade}"/>')
    sheet.add("".join(hairs))
    if not spots:
        return
    step = max(2, round(70 / max(1.0, math.dist(line[0], line[1]))))
    for index in range(step // 2, len(line) - 1, step):
        x, y = line[index]
        x += (sheet.random(f"{name} tail {index}") - 0.5) * width * 0.5
        y += (sheet.random(f"{name} tail {index} y") - 0.5) * width * 0.3
        tail = [(x, y - 11), (x + 2.5, y + 2), (x - 1, y + 17)]
        sheet.fill(taper(spread(tail), 9, peak=0.35), "#17110f", opacity=0.92)
