"""What is behind the figure: a studio wall, and the shadow on the ground."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..backdrop import BANDS, FLOOR, FULL, POOL, RADIUS, SPOT, WALL, Backdrop
from ..body import GROUND, HEIGHT
from ..figure import Figure, Layer
from ..paint import Frame, Stop, ellipse, luminance, mix, number, polygon, shadow

_HORIZON = GROUND - 0.055 * HEIGHT
_LIT, _SHADE = "#fffaf0", "#2c2a48"


def backdrop_of(figure: Figure, *, floor: bool = True) -> Backdrop:
    """`floor` where the feet are in the picture."""
    asked = figure.features.background_colour
    base = asked.hex if asked else _tint(figure)
    plain = figure.features.background in (None, "plain")
    dark = luminance(base) < 0.3
    return Backdrop(
        dark=mix(shadow(base, 0.8), _SHADE, 0.30),
        middle=base,
        light=mix(base, _LIT, 0.42 if dark else 0.74),
        shape=("bands" if figure.chance("backdrop") < 0.3 else "disc") if plain else "plain",
        centre=0.40 if floor else 0.48,
        floor=_HORIZON / HEIGHT if floor else None,
    )


def draw_background(
    figure: Figure, backdrop: Backdrop, box: tuple[float, float, float, float]
) -> None:
    """What `Backdrop.picture` paints, in shapes."""
    x, y, width, height = box
    brush, canvas = figure.brush(Layer.BACKDROP), figure.canvas
    floor = height if backdrop.floor is None else height * backdrop.floor
    stops = [(place, backdrop.tone(level)) for place, level in WALL]
    brush.fill(_rect(x, y, width, height), canvas.linear(0, y, 0, y + floor, stops))
    if backdrop.shape == "bands":
        for start, end, level in _bands():
            brush.fill(_band(box, start, end), backdrop.light, opacity=round(level / FULL * 1.9, 3))
    radius = RADIUS * min(width, height)
    centre = x + width / 2, y + height * backdrop.centre
    spot = SPOT[backdrop.shape]
    lit = [(place, level) for place, level in spot if level >= 0]
    reach = max(place for place, _ in lit)
    if backdrop.shape == "disc":
        reach, lit = 1.0, lit[:3]
    brush.fill(
        ellipse(*centre, radius * reach, radius * reach),
        canvas.radial(*centre, radius * reach, _fading(lit, reach, backdrop.light)),
    )
    corners = [(place, -level) for place, level in spot if level <= 0]
    corners = [(1.0, 0), *corners] if len(corners) < 2 else corners
    paint = canvas.radial(*centre, radius * 2.6, _fading(corners, 2.6, backdrop.dark))
    brush.fill(_rect(x, y, width, floor), paint)
    if floor >= height:
        return
    rest = height - floor
    stops = [(place, backdrop.tone(level)) for place, level in FLOOR]
    paint = canvas.linear(0, y + floor, 0, y + height, stops)
    brush.fill(_rect(x, y + floor, width, rest), paint)
    paint = canvas.radial(0.0, 0.0, width / 2, _fading(POOL, 1.0, backdrop.light))
    flat = Frame((centre[0], y + floor + rest * 0.42), (1.0, 0.0), (0.0, 0.2))
    canvas.brush(Layer.BACKDROP, flat).fill(
        _rect(-width / 2, -rest * 2.1, width, rest * 5.0), paint
    )


def _rect(x: float, y: float, width: float, height: float) -> str:
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}Z"


def _fading(levels: Sequence[tuple[float, int]], reach: float, colour: str) -> list[Stop]:
    return [(round(p / reach, 3), colour, round(level / FULL * 1.9, 3)) for p, level in levels]


def _bands() -> list[tuple[float, float, int]]:
    """Where the bands are full, and how bright."""
    return [
        (a - 0.012, b + 0.012, level)
        for (a, level), (b, same) in pairwise(BANDS)
        if 0 < level == same
    ]


def _band(box: tuple[float, float, float, float], start: float, end: float) -> str:
    x, y, width, height = box
    slope = 5 / 9
    long = width + height * slope
    low = height * slope
    return polygon([(x + start * long, y), (x + end * long, y), (x + end * long - low, y + height),
                    (x + start * long - low, y + height)])  # fmt: skip


def draw_ground(figure: Figure) -> None:
    body = figure.body
    right, left = body.joints["right_ankle"], body.joints["left_ankle"]
    x = (right[0] + left[0]) / 2 + figure.size * 0.06
    half = abs(right[0] - left[0]) / 2 + figure.size * 0.62
    paint = figure.canvas.linear(
        x - half, 0, x + half, 0,
        [(0, "#2a2440", 0.0), (0.25, "#2a2440", 0.30), (0.7, "#2a2440", 0.30), (1, "#2a2440", 0.0)],
    )  # fmt: skip
    brush = figure.brush(Layer.GROUND)
    brush.fill(ellipse(x, GROUND + 1, half, figure.size * 0.13), paint)
    brush.fill(ellipse(x, GROUND, half * 0.7, figure.size * 0.075), "#2a2440", opacity=0.22)


def _tint(figure: Figure) -> str:
    """A quiet colour, where casting has not chosen one."""
    worn = figure.outfit.cape or figure.outfit.over or figure.outfit.top or figure.outfit.full
    base = "#b9c4cc"
    return base if worn is None else mix(base, worn.colour, 0.06)
