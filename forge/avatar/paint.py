"""Writes SVG: colours and their shades, smooth paths, gradients, layers.

Numbers are rounded before they are written, gradients are numbered in the order of use,
and nothing is random: the same calls give the same bytes on every platform.
"""

from __future__ import annotations

import colorsys
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from .line import LineStyle

Point: TypeAlias = tuple[float, float]
Rgb: TypeAlias = tuple[float, float, float]
Stop: TypeAlias = tuple[float, str] | tuple[float, str, float]

_KEPT = 2048  # shades: a picture asks for a few dozen, thousands of times


def number(value: float) -> str:
    """At most two decimals, shortest form; "-0" is "0"."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rgb(colour: str) -> Rgb:
    return (
        int(colour[1:3], 16) / 255,
        int(colour[3:5], 16) / 255,
        int(colour[5:7], 16) / 255,
    )


def hex_of(value: Rgb) -> str:
    return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in value)


@lru_cache(maxsize=_KEPT)
def mix(first: str, second: str, share: float) -> str:
    """`share` of the second colour, in sRGB."""
    a, b = rgb(first), rgb(second)
    return hex_of(
        (
            a[0] + (b[0] - a[0]) * share,
            a[1] + (b[1] - a[1]) * share,
            a[2] + (b[2] - a[2]) * share,
        )
    )


@lru_cache(maxsize=_KEPT)
def luminance(colour: str) -> float:
    red, green, blue = rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _turn_hue(hue: float, towards: float, share: float) -> float:
    distance = (towards - hue + 0.5) % 1.0 - 0.5
    return (hue + max(-0.03, min(0.03, distance * share))) % 1.0


@lru_cache(maxsize=_KEPT)
def shadow(colour: str, amount: float = 1.0) -> str:
    """The cel tone on the side away from the light: darker, cooler, a little fuller."""
    hue, light, full = colorsys.rgb_to_hls(*rgb(colour))
    light = max(0.0, light * (1 - 0.20 * amount) - 0.010 * amount)
    full = min(1.0, full * (1 - 0.16 * amount * full))
    toned = hex_of(colorsys.hls_to_rgb(_turn_hue(hue, 0.70, 0.05 * amount), light, full))
    return mix(toned, "#40365f", min(0.4, 0.10 * amount))


@lru_cache(maxsize=_KEPT)
def glow(colour: str, amount: float = 1.0) -> str:
    """The tone that faces the light: lighter and warmer."""
    hue, light, full = colorsys.rgb_to_hls(*rgb(colour))
    light = light + (1 - light) * 0.24 * amount + 0.02 * amount
    return hex_of(colorsys.hls_to_rgb(_turn_hue(hue, 0.13, 0.12 * amount), min(1, light), full))


@lru_cache(maxsize=_KEPT)
def ink(colour: str) -> str:
    """The outline of a shape of this colour: nearly black, tinted with it."""
    hue, light, full = colorsys.rgb_to_hls(*rgb(colour))
    light = 0.075 + 0.20 * light
    return hex_of(colorsys.hls_to_rgb(_turn_hue(hue, 0.72, 0.1), light, min(0.62, full * 0.75)))


def smooth(points: Sequence[Point], *, closed: bool = False, start: str = "M") -> str:
    """Path data of a Catmull-Rom curve through the points, as cubic Bezier curves."""
    count = len(points)
    if count < 2:
        return ""
    ring = [points[-1], *points, *points[:2]] if closed else [points[0], *points, points[-1]]
    x, y = points[0]
    pieces = [f"{start}{x:.1f} {y:.1f}"]
    (ax, ay), (bx, by), (cx, cy) = ring[:3]
    for dx, dy in ring[3:]:
        # written out, for a picture has thousands of these
        pieces.append(
            f"C{bx + (cx - ax) / 6:.1f} {by + (cy - ay) / 6:.1f} "
            f"{cx - (dx - bx) / 6:.1f} {cy - (dy - by) / 6:.1f} {cx:.1f} {cy:.1f}"
        )
        ax, ay, bx, by, cx, cy = bx, by, cx, cy, dx, dy
    if closed:
        pieces.append("Z")
    return _short("".join(pieces))


def chain(*runs: Sequence[Point], closed: bool = True) -> str:
    """Smooth runs joined with corners between them."""
    pieces: list[str] = []
    for run in runs:
        if not run:
            continue
        if len(run) == 1:
            pieces.append(("L" if pieces else "M") + _pairs(run))
        else:
            pieces.append(smooth(run, start="L" if pieces else "M"))
    return "".join(pieces) + ("Z" if closed else "")


def polygon(points: Iterable[Point], *, closed: bool = True) -> str:
    return "M" + "L".join(_pairs((point,)) for point in points) + ("Z" if closed else "")


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    return (
        f"M{number(x - rx)} {number(y)}"
        f"a{number(rx)} {number(ry)} 0 1 0 {number(2 * rx)} 0"
        f"a{number(rx)} {number(ry)} 0 1 0 {number(-2 * rx)} 0Z"
    )


def taper(points: Sequence[Point], width: float, *, peak: float = 0.45) -> str:
    """A brush stroke: pointed at both ends, `width` thick at `peak` of its length."""
    count = len(points)
    left: list[Point] = []
    right: list[Point] = []
    for index, (x, y) in enumerate(points):
        ax, ay = points[max(0, index - 1)]
        bx, by = points[min(count - 1, index + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        share = index / (count - 1)
        swell = share / peak if share < peak else (1 - share) / (1 - peak)
        half = width / 2 * math.sqrt(max(0.0, swell))
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return chain(left, right[::-1])


def hair_line(points: Sequence[Point], width: float) -> str:
    """A brush stroke through three points, thickest at the second: two curves, few bytes."""
    (ax, ay), (mx, my), (bx, by) = points
    length = math.hypot(bx - ax, by - ay) or 1.0
    nx, ny = -(by - ay) / length * width, (bx - ax) / length * width
    cx, cy = 2 * mx - (ax + bx) / 2, 2 * my - (ay + by) / 2
    there = _pairs(((cx + nx, cy + ny), (bx, by)))
    back = _pairs(((cx - nx, cy - ny), (ax, ay)))
    return f"M{_pairs(points[:1])}Q{there}Q{back}Z"


def _pairs(points: Iterable[Point]) -> str:
    """Places on a curve: a tenth of a unit is less than a pixel at any size in use."""
    return _short(" ".join([f"{x:.1f} {y:.1f}" for x, y in points]))


def _short(data: str) -> str:
    """Numbers of one decimal without the decimal where it is 0; "-0" is "0"."""
    return data.replace("-0.0", "0").replace(".0", "")


@dataclass(frozen=True, slots=True)
class Frame:
    """A place to draw in: local (x, y) is at origin + x * across + y * down."""

    origin: Point = (0.0, 0.0)
    across: Point = (1.0, 0.0)
    down: Point = (0.0, 1.0)

    def __call__(self, x: float, y: float) -> Point:
        return (
            self.origin[0] + x * self.across[0] + y * self.down[0],
            self.origin[1] + x * self.across[1] + y * self.down[1],
        )

    @property
    def scale(self) -> float:
        return math.hypot(*self.across)

    @property
    def matrix(self) -> str:
        parts = (*self.across, *self.down)
        return (
            "matrix("
            + " ".join(f"{part:.4f}" for part in parts)
            + f" {number(self.origin[0])} {number(self.origin[1])})"
        )


@dataclass
class Canvas:
    """Collects markup by layer; a higher layer is painted over a lower one.

    `pen` is the width of an ordinary outline in picture units, `prefix` makes the ids of
    gradients unique among drawings on one page.
    """

    pen: float
    prefix: str
    style: LineStyle = field(default_factory=LineStyle)
    _layers: dict[float, list[tuple[str, str]]] = field(default_factory=dict)
    _gradients: dict[str, str] = field(default_factory=dict)

    def add(self, layer: float, markup: str, place: str = "") -> None:
        """`place` is the transform of the frame that the markup is drawn in."""
        self._layers.setdefault(layer, []).append((place, markup))

    def brush(self, layer: float, frame: Frame | None = None) -> Brush:
        return Brush(self, layer, frame)

    def linear(self, x1: float, y1: float, x2: float, y2: float, stops: Sequence[Stop]) -> str:
        """A gradient between two points of the space it is used in; returns the paint."""
        ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
        return self._gradient("linearGradient", ends, stops)

    def radial(self, x: float, y: float, radius: float, stops: Sequence[Stop]) -> str:
        ends = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
        return self._gradient("radialGradient", ends, stops)

    def _gradient(self, tag: str, ends: str, stops: Sequence[Stop]) -> str:
        inner = "".join(
            f'<stop offset="{number(stop[0])}" stop-color="{stop[1]}"'
            + (f' stop-opacity="{number(stop[2])}"' if len(stop) == 3 else "")
            + "/>"
            for stop in stops
        )
        body = f' gradientUnits="userSpaceOnUse" {ends}>{inner}</{tag}>'
        key = tag + body
        if key not in self._gradients:
            name = f"{self.prefix}{len(self._gradients)}"
            self._gradients[key] = name
        return f"url(#{self._gradients[key]})"

    def pieces(self) -> Iterator[tuple[float, str, str]]:
        """Layer, transform and markup of all that was added, as it is painted."""
        for layer in sorted(self._layers):
            for place, markup in self._layers[layer]:
                yield layer, place, markup

    def gradients(self) -> Iterable[tuple[str, str]]:
        """The element without its id, and the id, of every gradient."""
        return self._gradients.items()

    def svg(
        self,
        width: int,
        height: int,
        box: tuple[float, float, float, float],
        *,
        above: float = -math.inf,
    ) -> str:
        """The document of the layers above one."""
        defs = "".join(
            f'<{key.split(" ", 1)[0]} id="{name}" {key.split(" ", 1)[1]}'
            for key, name in self._gradients.items()
        )
        pieces = (
            piece
            for layer in sorted(self._layers)
            if above < layer
            for piece in self._layers[layer]
        )
        body = "".join(
            (f'<g transform="{place}">' if place else "")
            + "".join(markup for _, markup in run)
            + ("</g>" if place else "")
            for place, run in groupby(pieces, key=itemgetter(0))
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="{" ".join(number(part) for part in box)}">'
            f'<defs>{defs}</defs><g stroke-linecap="round" stroke-linejoin="round">{body}</g></svg>'
        )


class Brush:
    """Paints into one layer, in the picture's space or in a frame.

    Line widths are given as multiples of the canvas's pen and come out that wide in the
    picture whatever the frame's scale.
    """

    def __init__(self, canvas: Canvas, layer: float, frame: Frame | None = None) -> None:
        self.canvas = canvas
        self.layer = layer
        self.frame = frame
        self._place = frame.matrix if frame else ""
        self._unit = canvas.pen * canvas.style.width_scale / (frame.scale if frame else 1.0)

    def _put(self, attributes: str) -> None:
        self.canvas.add(self.layer, f"<path {attributes}/>", self._place)

    def fill(self, data: str, paint: str, *, opacity: float = 1.0) -> None:
        extra = f' fill-opacity="{number(opacity)}"' if opacity < 1 else ""
        self._put(f'd="{data}" fill="{paint}"{extra}')

    def shape(
        self,
        data: str,
        colour: str,
        *,
        line: float = 1.0,
        paint: str | None = None,
        holes: bool = False,
    ) -> None:
        """Filled with `paint` (else `colour`) and outlined in the colour's ink.

        With `holes`, a path inside another is left open.
        """
        rule = ' fill-rule="evenodd"' if holes else ""
        if self.canvas.style.outline == "none":
            self._put(f'd="{data}" fill="{paint or colour}"{rule}')
            return
        self._put(
            f'd="{data}" fill="{paint or colour}"{rule} stroke="{self.ink(colour)}" '
            f'stroke-width="{number(self._unit * line)}"'
        )

    def pen(self, width: float) -> float:
        """A line's width in this brush's space."""
        return self._unit * width

    def ink(self, colour: str) -> str:
        """What a shape of this colour is outlined with."""
        return "#2a2228" if self.canvas.style.outline == "dark" else ink(colour)

    def tone(self, data: str, colour: str, *, opacity: float = 1.0) -> None:
        """A cel shade or light; left out where the style is flat, faint where it is soft."""
        if self.canvas.style.shading == "flat":
            return
        soft = 0.55 if self.canvas.style.shading == "soft" else 1.0
        self.fill(data, colour, opacity=opacity * soft)

    def edge(self, data: str, colour: str, *, width: float = 1.0) -> None:
        """An open piece of outline round a shape of this colour."""
        if self.canvas.style.outline != "none":
            self.line(data, self.ink(colour), width=width)

    def line(self, data: str, colour: str, *, width: float = 1.0, opacity: float = 1.0) -> None:
        extra = f' stroke-opacity="{number(opacity)}"' if opacity < 1 else ""
        self._put(
            f'd="{data}" fill="none" stroke="{colour}" '
            f'stroke-width="{number(self._unit * width)}"{extra}'
        )

    def stroke(
        self, points: Sequence[Point], colour: str, *, width: float = 1.0, peak: float = 0.45
    ) -> None:
        """A tapered line through the points."""
        if len(points) == 3 and 0.3 <= peak <= 0.7:
            self.fill(hair_line(points, self._unit * width), colour)
        else:
            self.fill(taper(spread(points), self._unit * width, peak=peak), colour)


def spread(points: Sequence[Point], per_segment: int = 4) -> list[Point]:
    """More points on the Catmull-Rom curve through these."""
    if len(points) < 2:
        return list(points)
    found: list[Point] = []
    last = len(points) - 1
    for index in range(last):
        p0, p1 = points[max(0, index - 1)], points[index]
        p2, p3 = points[index + 1], points[min(last, index + 2)]
        for step in range(per_segment):
            t = step / per_segment
            found.append(
                (
                    _catmull(p0[0], p1[0], p2[0], p3[0], t),
                    _catmull(p0[1], p1[1], p2[1], p3[1], t),
                )
            )
    found.append(points[-1])
    return found


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b
        + (c - a) * t
        + (2 * a - 5 * b + 4 * c - d) * t * t
        + (3 * b - a - 3 * c + d) * t * t * t
    )
