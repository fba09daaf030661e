"""Strips: the shape every limb, sleeve, torso panel and skirt is made of.

A strip has two long edges. A place on it is `(u, t)`: u from -1 (left edge) to 1 (right
edge), t along it. Shades, folds, stripes and seams are given in these coordinates, so
they follow the form in any pose and need no clipping.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .paint import Point, chain, smooth


def lerp(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def between(a: Point, b: Point, share: float) -> Point:
    return (lerp(a[0], b[0], share), lerp(a[1], b[1], share))


def distance(a: Point, b: Point) -> float:
    return math.hypot(b[0] - a[0], b[1] - a[1])


def unit(a: Point, b: Point) -> Point:
    """From a towards b; straight down where they are one point."""
    length = distance(a, b)
    if length < 1e-6:
        return (0.0, 1.0)
    return ((b[0] - a[0]) / length, (b[1] - a[1]) / length)


def turned(direction: Point, degrees: float) -> Point:
    """Clockwise as seen in the picture (y down)."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    return (direction[0] * cos - direction[1] * sin, direction[0] * sin + direction[1] * cos)


def along(table: Sequence[tuple[float, float]], at: float) -> float:
    """A value from `(position, value)` pairs in order of position, eased between them."""
    if at <= table[0][0]:
        return table[0][1]
    for (a, one), (b, two) in pairwise(table):
        if at <= b:
            share = (at - a) / (b - a)
            return lerp(one, two, share * share * (3 - 2 * share))
    return table[-1][1]


@dataclass(frozen=True, slots=True)
class Strip:
    stations: tuple[float, ...]
    left: tuple[Point, ...]
    right: tuple[Point, ...]

    def at(self, u: float, t: float) -> Point:
        # written out, for a picture asks for thousands of places
        stations = self.stations
        t = min(stations[-1], max(stations[0], t))
        index = min(len(stations) - 2, bisect_right(stations, t) - 1)
        share = (t - stations[index]) / (stations[index + 1] - stations[index])
        (ax, ay), (bx, by) = self.left[index : index + 2]
        (cx, cy), (dx, dy) = self.right[index : index + 2]
        x, y = ax + (bx - ax) * share, ay + (by - ay) * share
        across = (u + 1) / 2
        return (
            x + (cx + (dx - cx) * share - x) * across,
            y + (cy + (dy - cy) * share - y) * across,
        )

    def edge(self, u: float, start: float, end: float) -> list[Point]:
        """Points along the strip from t = start to t = end (either order)."""
        low, high = min(start, end), max(start, end)
        inner = [t for t in self.stations if low + 1e-4 < t < high - 1e-4]
        stops = [low, *inner, high]
        if start > end:
            stops.reverse()
        return [self.at(u, t) for t in stops]

    def cut(self, t: float, sag: float = 0.0, start: float = -1.0, end: float = 1.0) -> list[Point]:
        """A line across at t, bowed by `sag` along the strip in the middle."""
        shares = (0.0, 0.25, 0.5, 0.75, 1.0)
        found = []
        for share in shares:
            u = lerp(start, end, share)
            found.append(self.at(u, t + sag * (1 - u * u)))
        return found

    def panel(self, start: float, end: float, *, top: float = 0.0, hem: float = 0.0) -> str:
        """The closed path of the part between two places, its ends bowed."""
        return chain(
            self.cut(start, top),
            self.edge(1, start, end)[1:-1],
            self.cut(end, hem)[::-1],
            self.edge(-1, end, start)[1:-1],
        )

    def band(self, u0: float, u1: float, start: float, end: float, *, bow: float = 0.0) -> str:
        """The closed path between two lines along the strip."""
        return chain(
            self.edge(u0, start, end),
            [self.at(u1, end + bow * 0.0)],
            self.edge(u1, end, start)[1:],
        )

    def shade(self, start: float, end: float, *, side: float, depth: float = 0.42) -> str:
        """The cel shade along one edge: a sickle, thin at both ends.

        `side` is 1 for the right edge, -1 for the left; `depth` its share of the width.
        """
        count = 7
        inner = []
        for index in range(count):
            share = index / (count - 1)
            belly = math.sin(math.pi * min(1.0, 0.12 + share * 0.8)) * 0.55 + 0.45
            inner.append(self.at(side * (1 - 2 * depth * belly), lerp(start, end, share)))
        return chain(inner, self.edge(side, end, start))

    def outline(self, start: float, end: float, *, left: float = 0.0, right: float = 0.0) -> str:
        """Both long edges as open lines, each beginning `left` / `right` further on."""
        return smooth(self.edge(-1, start + left, end)) + smooth(self.edge(1, start + right, end))


def limb(
    a: Point,
    b: Point,
    c: Point,
    radii: Sequence[tuple[float, float]],
    *,
    steps: int = 9,
    swell: Sequence[tuple[float, float]] = ((0.0, 0.0),),
) -> Strip:
    """A bent tapered limb: t = 0 at a, 1 at b (the bend), 2 at c and on past it.

    `radii` are (t, half width) pairs; the strip spans from the first to the last t. `swell`
    moves both edges towards the right one by t: flesh does not lie evenly about its bone.
    """
    first, last = radii[0][0], radii[-1][0]
    count = max(3, round((last - first) * steps / 2) + 1)
    stations = [lerp(first, last, index / (count - 1)) for index in range(count)]
    (ux, uy), (vx, vy) = unit(a, b), unit(b, c)
    if ux * vx + uy * vy < 0.35:  # bent sharply: a round elbow needs more places
        rest = [t for t in stations if not 0.74 < t < 1.26]
        stations = sorted([*rest, *(0.76, 0.84, 0.91, 0.97, 1.03, 1.09, 1.16, 1.24)])

    def centre(t: float) -> Point:
        if t <= 0.72:
            return between(a, b, t)
        if t >= 1.28:
            return between(b, c, t - 1)
        s = (t - 0.72) / 0.56
        p, q = between(a, b, 0.72), between(b, c, 0.28)
        return (
            (1 - s) ** 2 * p[0] + 2 * s * (1 - s) * b[0] + s * s * q[0],
            (1 - s) ** 2 * p[1] + 2 * s * (1 - s) * b[1] + s * s * q[1],
        )

    dot, turn = ux * vx + uy * vy, ux * vy - uy * vx
    folded = math.degrees(math.atan2(turn, dot)) if dot < 0.1 else 0.0

    def heading(t: float) -> Point:
        if not folded or not 0.8 < t < 1.2:
            return unit(centre(t - 0.08), centre(t + 0.08))
        share = (t - 0.8) / 0.4  # turns about the elbow: the line along the middle goes to and fro
        return turned((ux, uy), folded * share * share * (3 - 2 * share))

    left: list[Point] = []
    right: list[Point] = []
    for t in stations:
        x, y = centre(t)
        dx, dy = heading(t)
        r, aside = along(radii, t), along(swell, t)
        left.append((x - dy * (r - aside), y + dx * (r - aside)))
        right.append((x + dy * (r + aside), y - dx * (r + aside)))
    return Strip(tuple(stations), tuple(left), tuple(right))


def shaded_side(strip: Strip) -> float:
    """1 where the right edge is turned from the light (upper left), else -1."""
    middle = (strip.stations[0] + strip.stations[-1]) / 2
    left, right = strip.at(-1, middle), strip.at(1, middle)
    return 1.0 if (right[0] - left[0]) * 0.8 + (right[1] - left[1]) * 0.6 >= 0 else -1.0
