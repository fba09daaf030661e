"""What cloth is made of, seen in how it takes the light."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..figure import Figure
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Brush, Point, glow, luminance, mix, shadow, smooth, spread, taper
from .ribbon import crease, dots, stitched


def material_on(
    figure: Figure, brush: Brush, strip: Strip, worn: Worn, start: float, end: float,
    *, limb: bool = False,
) -> None:  # fmt: skip
    """The sheen or the weave of a garment on a part of a strip."""
    weave = _WEAVES.get(worn.material)
    if weave is not None and end - start > 0.08:
        weave(figure, brush, strip, worn.colour, start, end, limb)


def _streak(brush: Brush, strip: Strip, u: float, a: float, b: float, width: float, tone: str,
            opacity: float) -> None:  # fmt: skip
    points = [strip.at(u, lerp(a, b, k / 3)) for k in range(4)]
    brush.tone(taper(spread(points, 3), width), tone, opacity=opacity)


def _leather(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    bright = mix(glow(colour, 1.5), "#ffffff", 0.18)
    size = figure.size
    _streak(brush, strip, -0.52, start + (end - start) * 0.08, lerp(start, end, 0.5),
            size * (0.06 if limb else 0.10), bright, 0.62)  # fmt: skip
    _streak(brush, strip, 0.34, lerp(start, end, 0.35), lerp(start, end, 0.85),
            size * 0.035, bright, 0.5)  # fmt: skip


def _latex(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    _leather(figure, brush, strip, glow(colour, 0.8), start, end, limb)
    _streak(brush, strip, -0.60, lerp(start, end, 0.1), lerp(start, end, 0.4),
            figure.size * 0.04, "#ffffff", 0.75)  # fmt: skip


def _silk(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    light = mix(glow(colour, 1.2), "#ffffff", 0.12)
    for u, wide, opacity in ((-0.46, 0.16, 0.42), (0.16, 0.08, 0.34)):
        _streak(brush, strip, u, start, end, figure.size * wide * (0.6 if limb else 1.0), light,
                opacity)  # fmt: skip


def _velvet(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    rim = glow(colour, 0.8)
    for u in (-0.9, 0.88):
        _streak(brush, strip, u, start, end, figure.size * 0.05, rim, 0.5)


def _knit(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    """Ribs down the piece, and on the trunk a cable down each side."""
    count = 4 if limb else 8
    ribs = ""
    for index in range(count):
        u = lerp(-0.86, 0.86, (index + 0.5) / count)
        ribs += smooth(strip.edge(u, start, end))
    brush.line(ribs, crease(colour, 0.75), width=0.8, opacity=0.6)
    if limb:
        return
    cable = ""
    rows = 9
    for u in (-0.4, 0.4):
        for way in (-1.0, 1.0):
            points = [
                strip.at(u + way * 0.07 * (1 if k % 2 else -1), lerp(start, end, k / rows))
                for k in range(rows + 1)
            ]
            cable += smooth(points)
    brush.line(cable, crease(colour, 0.9), width=1.1, opacity=0.8)


def _denim(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    brush.tone(strip.band(-0.50, 0.02, lerp(start, end, 0.12), lerp(start, end, 0.5)),
               glow(colour, 0.7), opacity=0.30)  # fmt: skip
    thread = "#d9a760" if luminance(colour) < 0.6 else stitched(colour)
    brush.line(smooth(strip.edge(-0.82 if limb else -0.9, start, end)), thread, width=0.5,
               opacity=0.8)  # fmt: skip


def _fur(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    data = ""
    rows, columns = (5, 3) if limb else (6, 7)
    reach = figure.size * 0.05
    for row in range(rows):
        for column in range(columns):
            u = lerp(-0.85, 0.85, (column + (0.25 if row % 2 else 0.75)) / columns)
            x, y = strip.at(u, lerp(start, end, (row + 0.5) / rows))
            data += f"M{x - reach * 0.4:.1f} {y - reach:.1f}l{reach * 0.3:.1f} {reach:.1f}"
            data += f"l{reach * 0.4:.1f} {-reach * 0.9:.1f}"
    brush.line(data, crease(colour, 0.9), width=1.0)


def _lace(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    tint = mix(colour, "#ffffff" if luminance(colour) < 0.6 else "#8b7f98", 0.42)
    rows, columns = (5, 3) if limb else (7, 6)
    r = figure.size * 0.036
    places = []
    for row in range(rows):
        for column in range(columns):
            u = lerp(-0.86, 0.86, (column + (0.25 if row % 2 else 0.75)) / columns)
            places.append(strip.at(u, lerp(start, end, (row + 0.5) / rows)))
    dots(brush, places, r, tint)
    dots(brush, places, r * 0.78, colour)
    dots(brush, places, r * 0.32, tint)


def _sequin(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    bright: list[Point] = []
    dim: list[Point] = []
    rows, columns = (7, 4) if limb else (10, 9)
    r = figure.size * 0.016
    for row in range(rows):
        for column in range(columns):
            u = lerp(-0.9, 0.9, (column + (0.2 if row % 2 else 0.7)) / columns)
            place = strip.at(u, lerp(start, end, (row + 0.5) / rows))
            (dim if (row * 5 + column * 3) % 4 else bright).append(place)
    dots(brush, dim, r, glow(colour, 0.9))
    dots(brush, bright, r, "#ffffff")
    rays = "".join(
        f"M{x - r * 2.2:.1f} {y:.1f}h{r * 4.4:.1f}M{x:.1f} {y - r * 2.2:.1f}v{r * 4.4:.1f}"
        for x, y in bright
    )
    brush.line(rays, "#ffffff", width=0.6)


def _scales(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    rows, columns = (9, 4) if limb else (12, 9)
    data = ""
    for row in range(1, rows):
        t = lerp(start, end, row / rows)
        dip = (end - start) / rows * 0.55
        shift = 0.5 if row % 2 else 0.0
        for column in range(columns):
            u0 = lerp(-0.95, 0.95, max(0.0, (column - shift)) / columns)
            u1 = lerp(-0.95, 0.95, min(1.0, (column + 1 - shift) / columns))
            data += smooth([strip.at(u0, t), strip.at((u0 + u1) / 2, t + dip), strip.at(u1, t)])
    brush.line(data, crease(colour, 1.2), width=0.7)


def _metal(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    middle = (start + end) / 2
    a, b = strip.at(-1, middle), strip.at(1, middle)
    bright = mix(glow(colour, 1.3), "#ffffff", 0.3)
    paint = brush.canvas.linear(*a, *b, [
        (0.0, shadow(colour, 1.4), 0.5), (0.22, bright, 0.75), (0.36, bright, 0.0),
        (0.66, colour, 0.0), (0.86, shadow(colour, 1.4), 0.55), (1.0, bright, 0.3),
    ])  # fmt: skip
    brush.fill(strip.panel(start, end, top=0.02, hem=0.02), paint)


def _weave(
    figure: Figure, brush: Brush, strip: Strip, colour: str, start: float, end: float, limb: bool
) -> None:
    rows = 8 if limb else 14
    data = ""
    for row in range(rows):
        t = lerp(start, end, row / rows)
        data += smooth([strip.at(-0.9, t), strip.at(0.9, t + (end - start) / rows)])
    brush.line(data, crease(colour, 0.9), width=0.6, opacity=0.7)


_Weave = Callable[[Figure, Brush, Strip, str, float, float, bool], None]
_WEAVES: Mapping[str, _Weave] = {
    "leather": _leather, "latex": _latex, "silk": _silk, "velvet": _velvet, "wool": _knit,
    "denim": _denim, "fur": _fur, "lace": _lace, "sequin": _sequin, "scale": _scales,
    "feather": _scales, "metal": _metal, "crystal": _latex, "carbon fibre": _weave,
    "straw": _weave, "wood": _weave,
}  # fmt: skip
