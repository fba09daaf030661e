"""Bands of even width along a line, and tones that show on dark cloth too."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..paint import Brush, Point, chain, glow, luminance, shadow, spread


def ribbon(points: Sequence[Point], width: float, end: float | None = None) -> str:
    """A closed band along the curve through the points, `width` at its start, `end` at its end."""
    line = spread(points, 3)
    count = len(line)
    last = width if end is None else end
    left: list[Point] = []
    right: list[Point] = []
    for index, (x, y) in enumerate(line):
        ax, ay = line[max(0, index - 1)]
        bx, by = line[min(count - 1, index + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        half = (width + (last - width) * index / (count - 1)) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return chain(left, right[::-1])


def crease(colour: str, amount: float = 1.0) -> str:
    """A fold or seam: darker than the cloth, lighter where the cloth is nearly black."""
    if luminance(colour) < 0.20:
        return glow(colour, 0.50 * min(amount, 1.6))
    return shadow(colour, amount)


def stitched(colour: str) -> str:
    """Thread that shows on the cloth without shouting."""
    return glow(colour, 0.9) if luminance(colour) < 0.55 else shadow(colour, 1.2)


def corners(points: Sequence[Point]) -> str:
    """A closed shape with straight sides."""
    return chain(*[[point] for point in points])


def dots(
    brush: Brush, places: Sequence[Point], radius: float, tone: str, *, opacity: float = 1.0
) -> None:
    """Round spots, as the round caps of strokes of no length: a third of the bytes of circles."""
    data = "".join(f"M{x:.1f} {y:.1f}h.01" for x, y in places)
    if data:
        brush.line(data, tone, width=2 * radius / brush.pen(1.0), opacity=opacity)
