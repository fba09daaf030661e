"""What is behind the figure: a soft plain backdrop and the shadow on the ground."""

from __future__ import annotations

from ..backdrop import CENTRE, FADING, REACH, Backdrop
from ..body import GROUND
from ..figure import Figure, Layer
from ..paint import ellipse, glow, luminance, mix, number, shadow


def backdrop_of(figure: Figure) -> Backdrop:
    asked = figure.features.background_colour
    base = asked.hex if asked else _tint(figure)
    plain = figure.features.background in (None, "plain")
    return Backdrop(
        top=glow(base, 0.35),
        middle=glow(base, 0.75),
        bottom=shadow(base, 0.3),
        light=glow(base, 1.6) if plain else None,
    )


def draw_background(
    figure: Figure, backdrop: Backdrop, box: tuple[float, float, float, float]
) -> None:
    x, y, width, height = box
    brush = figure.brush(Layer.BACKDROP)
    paint = figure.canvas.linear(0, y, 0, y + height, backdrop.stops)
    brush.fill(
        f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}Z", paint
    )
    light = backdrop.light
    if light is not None:
        reach = min(width, height) * REACH
        centre = x + width * CENTRE[0], y + height * CENTRE[1]
        fading = [(place, light, opacity) for place, opacity in FADING]
        paint = figure.canvas.radial(*centre, reach, fading)
        brush.fill(ellipse(*centre, reach, reach), paint)


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


_CHOICES = ("#cfd9e4", "#d9d3e6", "#d5e2da", "#ecdccd", "#e6d4d8", "#d3dfe6")


def _tint(figure: Figure) -> str:
    """A quiet colour that the clothes stand out from."""
    worn = figure.outfit.cape or figure.outfit.over or figure.outfit.top or figure.outfit.full
    base = _CHOICES[int(figure.chance("backdrop") * len(_CHOICES)) % len(_CHOICES)]
    if worn is None:
        return base
    if luminance(worn.colour) > 0.8 and luminance(figure.hair) > 0.7:
        base = mix(base, "#7f8fa8", 0.45)
    return mix(base, worn.colour, 0.06)
