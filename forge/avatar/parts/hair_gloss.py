"""What lies on hair: strands, the ring of light, the lumps of curls, single locks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ..figure import Figure
from ..paint import (
    Brush,
    Point,
    chain,
    ellipse,
    glow,
    hair_line,
    luminance,
    polygon,
    shadow,
    spread,
    taper,
)
from .hair_edges import ribbon, wavy

Puff = tuple[float, float, float]
"""A lump of curls: its middle and its radius."""


def strands(brush: Brush, lines: Sequence[Sequence[Point]], colour: str, width: float) -> None:
    """Tapered lines, as one path."""
    width = brush.pen(width)
    data = "".join(
        hair_line(line, width) if len(line) == 3 else taper(spread(line, 2), width, peak=0.5)
        for line in lines
        if len(line) > 1
    )
    if data:
        brush.fill(data, colour)


def ring(points: Sequence[Point], thick: float) -> str:
    """A band of light across strands: jagged at both edges, thin at both ends."""
    band = spread(points, 3)
    last = len(band) - 1
    top: list[Point] = []
    low: list[Point] = []
    for index, (x, y) in enumerate(band):
        swell = thick * math.sin(math.pi * (0.04 + 0.92 * index / last)) ** 0.7
        a, b = ((0.25, 0.95), (0.55, 0.30), (0.10, 0.62), (0.50, 0.40))[index % 4]
        top.append((x, y - swell * a))
        low.append((x + 0.6, y + swell * b))
    return polygon([*top, *low[::-1]])


_RINGS: Mapping[str, tuple[tuple[Point, ...], ...]] = {
    "front": (((-67, -40), (-57, -58), (-38, -70), (-14, -76)), ((2, -77), (20, -74), (34, -68))),
    "back": (((-66, -34), (-48, -52), (-18, -62), (10, -62)), ((22, -60), (40, -52), (52, -42))),
    "quarter": (((-70, -44), (-52, -64), (-24, -76), (4, -79)), ((18, -78), (34, -73), (46, -64))),
    "side": (((-82, -34), (-62, -60), (-32, -76), (0, -80)), ((14, -79), (32, -73), (46, -62))),
}


def draw_ring(figure: Figure, brush: Brush, volume: float, thick: float = 15.0) -> None:
    rise = 1 + volume / 190
    colour = figure.hair
    data = "".join(
        ring([(x * rise, y * rise) for x, y in points], thick * (1.0 if index == 0 else 0.72))
        for index, points in enumerate(_RINGS[figure.view])
    )
    brush.tone(data, glow(colour, 1.15), opacity=0.85)


def draw_lock(
    brush: Brush, spine: Sequence[Point], width: float, colour: str, wave: str = "straight",
    *, root: float = 0.7, full: float = 0.35, line: float = 0.85, shade: bool = True,
) -> None:  # fmt: skip
    """One lock with its shade and a strand; the root lies under what is painted later."""
    fine = spread(spine, 2)
    if wave == "wavy":
        fine = wavy(spine, width * 0.30, 104)[::2]
    elif wave in ("curly", "coily"):
        fine = wavy(spine, width * 0.36, 52)
        width *= 1.12
    left, right = ribbon(fine, width, root=root, full=full)
    data = chain(left, right[::-1])
    if line:
        brush.shape(data, colour, line=line)
    else:
        brush.fill(data, colour)
    if not shade:
        return

    def across(share: float) -> list[Point]:
        return [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in zip(left, right, strict=True)
        ]

    brush.tone(chain(across(0.66), across(0.95)[::-1]), shadow(colour, 0.95))
    inner = across(0.34)
    strand = [inner[1], inner[len(inner) // 2], inner[-2]] if wave == "straight" else inner[1:-2]
    if len(strand) == 3:
        brush.fill(hair_line(strand, brush.pen(1.5)), shadow(colour, 1.3))
    else:
        brush.fill(taper(strand, brush.pen(1.5), peak=0.5), shadow(colour, 1.3))


def _turn(x: float, y: float, r: float, towards: float, span: float, thick: float) -> str:
    """A piece of a curl's edge: an arc that faces an angle, pointed at both ends."""
    a, b = towards - span, towards + span
    ax, ay, bx, by = (
        f"{value:.1f}".removesuffix(".0")
        for value in (x + r * math.cos(a), y + r * math.sin(a), x + r * math.cos(b),
                      y + r * math.sin(b))
    )  # fmt: skip
    big, flat = f"{r:.0f}", f"{thick:.0f}"
    return f"M{ax} {ay}A{big} {big} 0 0 1 {bx} {by}A{flat} {flat} 0 0 0 {ax} {ay}"


_SWELL = (1.0, 1.34, 0.74, 1.12, 0.62, 1.22, 0.86, 1.42, 0.70, 1.06, 0.80)
_LEANS = (0.9, 0.4, 1.5, 0.7, 1.9, 0.1, 1.2)


def draw_puffs(
    brush: Brush, puffs: Sequence[Puff], colour: str, *, base: str = "", low: float = 0.0,
    inside: Sequence[Puff] = (),
) -> None:  # fmt: skip
    """Lumps of curls as one mass: outlined outside, with the turns of curls drawn in it.

    `base` is a path filled under them, `inside` lumps that lie within it; below `low` no
    lump is lit.
    """
    swelled = [
        (float(round(x)), float(round(y)), round(r * _SWELL[k % 11] * 2) / 2)
        for k, (x, y, r) in enumerate(puffs)
    ]
    data = "".join(ellipse(x, y, r, r) for x, y, r in swelled)
    brush.shape(data, colour, line=2.0)
    brush.fill(data, colour)
    if base:  # apart: run the other way round it would leave holes
        brush.fill(base, colour)
    everything = [*swelled, *inside]
    left, right = min(x for x, _, _ in everything), max(x for x, _, _ in everything)
    dark, light = "", ""
    for index, (x, y, r) in enumerate(everything):
        r *= 1.0 if index < len(swelled) else _SWELL[(index * 4) % 11]
        side = (x - left) / max(1.0, right - left)
        lean = _LEANS[index % 7]
        if index % 4 != 3 or side > 0.7:
            span = 0.8 + 0.5 * side
            dark += _turn(x, y, r * 0.90, lean, span, r * (1.35 - 0.25 * side))
        if index % 3 == 0 and y < low and side < 0.72:
            light += _turn(x, y, r * 0.66, lean + 3.0, 0.85, r * 1.1)
    tone = shadow(colour, 1.15) if luminance(colour) > 0.2 else glow(colour, 0.65)
    brush.fill(dark, tone, opacity=0.9)
    if light:
        brush.tone(light, glow(colour, 0.75))
