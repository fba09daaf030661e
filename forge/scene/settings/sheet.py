"""SVG of flat shapes, as a text that grows.

A rasteriser takes a tenth of a second for a gradient of a whole picture and next to nothing
for a plain colour: skies and walls are strips of plain colours, glows are a few discs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...avatar.paint import Point, ellipse, mix, number, polygon, smooth

Ramp = Sequence[tuple[float, str]]
"""Colours by their share of the way, from 0 to 1."""


def on_ramp(ramp: Ramp, share: float) -> str:
    before = ramp[0]
    for after in ramp[1:]:
        if share <= after[0]:
            return mix(before[1], after[1], (share - before[0]) / ((after[0] - before[0]) or 1.0))
        before = after
    return before[1]


def box(x: float, y: float, width: float, height: float) -> str:
    """Path data of a rectangle."""
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}Z"


def arch(x: float, y: float, width: float, height: float) -> str:
    """Path data of a rectangle with a half circle on it, `height` together."""
    half = width / 2
    return (
        f"M{number(x)} {number(y + height)}V{number(y + half)}"
        f"a{number(half)} {number(half)} 0 0 1 {number(width)} 0V{number(y + height)}Z"
    )


class Sheet:
    """Shapes painted one over the other, in a space 1000 units tall."""

    def __init__(self) -> None:
        self.pieces: list[str] = []

    @property
    def markup(self) -> str:
        return "".join(self.pieces)

    def fill(self, data: str, colour: str, opacity: float = 1.0, *, holes: bool = False) -> None:
        extra = ' fill-rule="evenodd"' if holes else ""
        self.pieces.append(f'<path d="{data}" fill="{colour}"{_seen("fill", opacity)}{extra}/>')

    def line(self, data: str, colour: str, width: float = 3.0, opacity: float = 1.0) -> None:
        self.pieces.append(
            f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{number(width)}"'
            f"{_seen('stroke', opacity)}/>"
        )

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: str,
        *,
        round_: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        corner = f' rx="{number(min(round_, width / 2, height / 2))}"' if round_ else ""
        self.pieces.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(max(0.1, width))}" '
            f'height="{number(max(0.1, height))}"{corner} fill="{colour}"{_seen("fill", opacity)}/>'
        )

    def oval(
        self, x: float, y: float, rx: float, ry: float, colour: str, opacity: float = 1.0
    ) -> None:
        self.fill(ellipse(x, y, rx, ry), colour, opacity)

    def ovals(
        self, places: Iterable[tuple[float, float, float, float]], colour: str, opacity: float = 1.0
    ) -> None:
        """All of them as one shape: (x, y, rx, ry) each."""
        data = "".join(ellipse(*place) for place in places)
        if data:
            self.fill(data, colour, opacity)

    def boxes(
        self, places: Iterable[tuple[float, float, float, float]], colour: str, opacity: float = 1.0
    ) -> None:
        """All of them as one shape: (x, y, width, height) each."""
        data = "".join(box(*place) for place in places)
        if data:
            self.fill(data, colour, opacity)

    def boxes_apart(self, places: Iterable[tuple[float, float, float, float]], colour: str) -> None:
        """Each as a shape of its own: large ones are painted sooner so."""
        self.pieces.append(f'<g fill="{colour}" shape-rendering="crispEdges">')
        self.pieces.extend(f'<path d="{box(*place)}"/>' for place in places)
        self.pieces.append("</g>")

    def poly(self, points: Iterable[Point], colour: str, opacity: float = 1.0) -> None:
        self.fill(polygon(points), colour, opacity)

    def blob(self, points: Sequence[Point], colour: str, opacity: float = 1.0) -> None:
        self.fill(smooth(points, closed=True), colour, opacity)

    def land(self, points: Sequence[Point], bottom: float, colour: str) -> None:
        """A smooth skyline, filled down to `bottom`."""
        low = min(bottom, max(y for _, y in points) + 12)
        left, right = points[0][0], points[-1][0]
        data = smooth(points)
        self.fill(f"{data}L{number(right)} {number(low)}L{number(left)} {number(low)}Z", colour)
        if low < bottom:  # a plain rectangle costs next to nothing
            self.rect(left, low - 1, right - left, bottom - low + 1, colour)

    def strips(
        self, x: float, y: float, width: float, height: float, ramp: Ramp, *, count: int = 0
    ) -> None:
        """A rectangle whose colour changes downwards."""
        count = count or max(4, min(56, round(height / 11)))
        tall = height / count
        rows = "".join(
            f'<path d="{box(x, y + tall * row, width, tall + (0.6 if row < count - 1 else 0))}" '
            f'fill="{on_ramp(ramp, row / (count - 1))}"/>'
            for row in range(count)
        )
        self.pieces.append(f'<g shape-rendering="crispEdges">{rows}</g>')

    def glow(
        self,
        x: float,
        y: float,
        radius: float,
        colour: str,
        opacity: float = 0.5,
        *,
        flat: float = 1.0,
    ) -> None:
        """Light round a point, out to `radius`; `flat` is its height in widths."""
        if opacity < 0.02:
            return
        rings = 5 if radius < 60 else 10 if radius < 130 else 16
        for k in range(rings):
            outer, inner = 1 - k / rings, 1 - (k + 1) / rings
            data = ellipse(x, y, radius * outer, radius * outer * flat)
            if inner > 0.01:
                data += ellipse(x, y, radius * inner, radius * inner * flat)
            near = 1 - (outer + inner) / 2
            self.pieces.append(
                f'<path d="{data}" fill="{colour}" fill-opacity="{opacity * near**1.7:.3f}" '
                'fill-rule="evenodd" shape-rendering="crispEdges"/>'
            )


def _seen(what: str, opacity: float) -> str:
    return f' {what}-opacity="{number(opacity)}"' if opacity < 0.995 else ""
