"""Hair that hardly is: cropped sides, a bare skull's shine, what a turban leaves."""

from __future__ import annotations

from collections.abc import Mapping

from ..figure import Figure, Layer
from ..paint import Point, glow, shadow, smooth
from .hair_gloss import draw_ring
from .hair_styles import Style


def draw_shaved(figure: Figure, style: Style) -> None:
    """Cropped hair as a tint of the skull."""
    tint = figure.hair
    brush = figure.head_brush(Layer.HAIR - 0.6)
    buzz = style.sides == "buzz"
    runs: dict[str, str] = {
        "front": smooth([(-73, 10), (-76, -30), (-62, -76), (-34, -98), (0, -104), (34, -98),
                         (62, -76), (76, -30), (73, 10)])
        + smooth([(66, -14), (60, -44), (44, -60), (18, -66), (0, -63), (-18, -66), (-44, -60),
                  (-60, -44), (-66, -14)], start="L") + "Z",
        "back": smooth([(-72, 20), (-77, -30), (-62, -76), (-34, -98), (0, -104), (34, -98), (62,
                       -76), (77, -30), (72, 20), (46, 62), (0, 70), (-46, 62)], closed=True),
        "quarter": smooth([(-60, 42), (-78, 0), (-82, -42), (-63, -79), (-34, -98), (0, -104),
                          (34, -97), (58, -74), (68.5, -40)])
        + smooth([(58, -52), (30, -66), (0, -60), (-26, -44), (-40, -14), (-44, 18), (-52, 4),
                  (-60, -8), (-62, 20)], start="L") + "Z",
        "side": smooth([(-52, 52), (-82, 20), (-93, -28), (-81, -69), (-48, -97), (-4, -104), (36,
                       -94), (61, -66)])
        + smooth([(52, -50), (42, -30), (34, -14), (20, 0), (10, 24), (2, 6), (-6, -12),
                  (-24, -12), (-31, 16), (-36, 50)], start="L") + "Z",
    }  # fmt: skip
    if buzz:
        brush.fill(runs[figure.view], shadow(tint, 0.4), opacity=0.9)
    else:  # shorter and shorter towards the neck
        dark = shadow(tint, 0.4)
        paint = figure.canvas.linear(0, -50, 0, 62, [(0, dark, 0.9), (0.35, dark, 0.6),
                                                     (1, dark, 0.08)])  # fmt: skip
        brush.fill(runs[figure.view], paint)
    if buzz:
        brush.edge(runs[figure.view], tint, width=0.6)
        draw_ring(figure, brush, 0.0, 10.0)


def draw_shine(figure: Figure) -> None:
    brush = figure.head_brush(Layer.HAIR - 0.6)
    light: dict[str, list[Point]] = {
        "front": [(-54, -58), (-36, -80), (-12, -88)], "back": [(-54, -56), (-36, -80), (-12, -88)],
        "quarter": [(-54, -64), (-34, -84), (-8, -90)], "side": [(-66, -62), (-44, -84), (-12,
            -92)],
    }  # fmt: skip
    brush.stroke(light[figure.view], glow(figure.skin, 1.3), width=9)


def draw_temples(figure: Figure) -> None:
    """What hair a turban leaves to be seen."""
    runs: Mapping[str, list[list[Point]]] = {
        "front": [[(s * 75, -40), (s * 76, -4), (s * 72, 14), (s * 66, -6), (s * 62, -40)]
                  for s in (-1.0, 1.0)],
        "quarter": [[(-40, -40), (-44, 0), (-40, 16), (-32, -6), (-24, -40)]],
        "side": [[(20, -30), (4, 0), (8, 18), (16, 4), (34, -34)]],
        "back": [[(-72, 0), (-60, 46), (0, 66), (60, 46), (72, 0)]],
    }  # fmt: skip
    brush = figure.head_brush(Layer.HAIR)
    for run in runs[figure.view]:
        brush.shape(smooth(run, closed=True), figure.hair, line=0.7)
