"""Hair that stands or is worn in strands: mohawk, afro, dreadlocks, cornrows, tonsure."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, glow, luminance, number, shadow, smooth, spread
from .hair_edges import bent, ribbon
from .hair_gloss import Puff, draw_puffs, strands
from .hair_styles import Style


def draw_mohawk(figure: Figure, style: Style) -> None:
    del style
    brush = figure.head_brush(Layer.HAIR)
    colour = figure.hair
    if figure.view in ("front", "back"):
        points: list[Point] = [
            (-20, -56), (-30, -112), (-38, -146), (-22, -138), (-18, -182), (-4, -154), (8, -190),
            (16, -150), (34, -166), (28, -122), (22, -56),
        ]  # fmt: skip
        low: list[Point] = [(16, -40), (4, -28), (-2, -48), (-14, -38)]
        if figure.view == "back":
            low = [(20, 20), (0, 64), (-20, 20)]
    elif figure.view == "quarter":
        points = [(-52, -40), (-94, -66), (-74, -84), (-92, -130), (-52, -120), (-52, -170),
                  (-18, -138), (0, -182), (20, -138), (46, -164), (48, -116),
                  (62, -84)]  # fmt: skip
        low = [(46, -46), (30, -34), (24, -58), (0, -76), (-30, -66)]
    else:
        points = [(-70, 46), (-132, 22), (-100, -8), (-144, -50), (-102, -60), (-130, -116),
                  (-76, -106), (-80, -164), (-30, -128), (-14, -182), (20, -128), (52, -160),
                  (58, -104), (92, -104), (72, -62)]  # fmt: skip
        low = [(40, -76), (0, -88), (-50, -76), (-78, -30), (-74, 10)]
    head = f"M{number(points[0][0])} {number(points[0][1])}"
    data = head + bent(points, 0.10) + smooth(low, start="L") + "Z"
    paint = brush.canvas.linear(
        0, -180, 0, -40, [(0, glow(colour, 0.7)), (0.5, colour), (1, shadow(colour, 0.9))]
    )
    brush.shape(data, colour, paint=paint if brush.canvas.style.shading != "flat" else None)
    cx, cy = (0.0, -40.0) if figure.view != "side" else (-10.0, -30.0)
    lines: list[list[Point]] = []
    for x, y in points[1:-1]:
        a = (x + (cx - x) * 0.22, y + (cy - y) * 0.22)
        b = (x + (cx - x) * 0.68, y + (cy - y) * 0.62)
        lines.append([a, ((a[0] + b[0]) / 2 + 3, (a[1] + b[1]) / 2), b])
    strands(brush, lines[::2], shadow(colour, 1.3), 2.4)
    strands(brush, lines[1::4], glow(colour, 1.0), 5.0)


def draw_dreads(figure: Figure, style: Style) -> None:
    """Ropes rooted along the parting, over one another, and a mass of them behind."""
    low, view = style.reach, figure.view
    back: Mapping[str, tuple[float, ...]] = {
        "front": (-108, 108, -94, 94, -80, 80, -66, 66),
        "back": (-84, 80, -68, 64, -50, 48, -32, 30, -15, 14, -2),
        "quarter": (-110, -94, 74, -78, -62), "side": (-108, -32, -94, -44, -80, -58, -68),
    }  # fmt: skip
    layer: float = {"side": Layer.HAIR - 0.45, "back": Layer.HAIR + 0.05}.get(
        view, Layer.HAIR_BACK + 0.5
    )
    tone = figure.hair if view in ("back", "side") else shadow(figure.hair, 0.7)
    left, right = min(back[view]) * 0.92, max(back[view]) * 0.92
    if view not in ("back", "side"):
        figure.head_brush(layer).fill(
            chain([(left, -30), (left, low * 0.86), (right, low * 0.86), (right, -30)]),
            shadow(figure.hair, 1.4),
        )
    root = {"back": 0.42, "side": 0.55}.get(view, 0.86)
    top = {"back": -92.0, "side": -88.0}.get(view, -30.0)
    _ropes(figure, layer, tone, back[view], (top, low), root)
    front: Mapping[str, tuple[float, ...]] = {
        "front": (-60, 62, -72, 74, -84, 86, -97, 98), "quarter": (66, 76, -46, -60, -75, -90),
        "side": (20, 6, -8, -24, -42, -62), "back": (),
    }  # fmt: skip
    parting = {"quarter": 14.0, "side": -20.0}.get(view, 0.0)
    over = figure.head_brush(Layer.HAIR + 0.05)
    lines: list[list[Point]] = []
    for index, x in enumerate(front[view]):
        side = 1.0 if x > parting else -1.0
        rank = index // 2 if view == "front" else index
        start = (parting + side * (7 - rank * 1.0), -92.0 - rank * 5.5)
        if view == "side":
            start = (parting + (x - parting) * 0.35, -106 + abs(x - parting) * 0.10)
        hip = (parting + (x - parting) * 0.80, -64.0 - rank * 3)
        end = low * (0.66, 0.74, 0.70, 0.80)[(rank + index) % 4]
        lines.append([start, hip, (x, -14), (x * 1.05, end * 0.4), (x * 1.03 - side * 3, end * 0.8),
                      (x, end)])  # fmt: skip
    for index, line in enumerate(lines[::-1] if view == "front" else lines):
        _rope(over, figure.hair, line, 21, index)


def _ropes(
    figure: Figure, layer: float, colour: str, xs: tuple[float, ...], span: tuple[float, float],
    root: float = 0.84,
) -> None:  # fmt: skip
    brush = figure.head_brush(layer)
    top, low = span
    for index, x in enumerate(xs):
        end = low + (0, 20, -14, 10)[index % 4]
        spine = [(x * root, top), (x * 0.98, top + (end - top) * 0.28),
                 (x * 1.03 + (2 if index % 2 else -3), top + (end - top) * 0.66),
                 (x * 1.02, end)]  # fmt: skip
        _rope(brush, colour, spine, 19, index)


def _rope(brush: Brush, colour: str, line: list[Point], width: float, index: int) -> None:
    """A lock wound tight: round at its end, with turns across it, lit on one side."""
    spine = spread(line, 2)
    left, right = ribbon(spine, width, root=0.7, full=0.5)
    blunt = [*left[:-1], *right[-2::-1]]  # a rounded tip
    tone = (colour, shadow(colour, 0.3), glow(colour, 0.12))[index % 3]
    brush.shape(smooth(blunt, closed=True), tone, line=0.8)
    rings = ""
    half = width * 0.36
    for k, ((ax, ay), (bx, by)) in enumerate(itertools.pairwise(spine[:-1])):
        x, y = (ax + bx) / 2, (ay + by) / 2
        length = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = (by - ay) / length * half, -(bx - ax) / length * half
        skew = half * (0.35 if k % 2 else 0.55)
        dx, dy = (bx - ax) / length * skew, (by - ay) / length * skew
        rings += f"M{x - nx - dx:.1f} {y - ny - dy:.1f}L{x + nx + dx:.1f} {y + ny + dy:.1f}"
    brush.line(rings, shadow(tone, 1.5) if luminance(tone) > 0.2 else glow(tone, 0.55), width=0.8)
    lit = [((a[0] * 3 + b[0]) / 4, (a[1] * 3 + b[1]) / 4) for a, b in zip(right, left, strict=True)]
    strands(brush, [lit[1:-2:2]], glow(tone, 0.8), 2.6)
    if index % 4 == 1:
        x, y = spine[-3]
        brush.shape(chain([(x - 8, y), (x + 8, y)], [(x + 8, y + 8), (x - 8, y + 8)]),
                    "#d9a93f", line=0.6)  # fmt: skip


def draw_cornrows(figure: Figure, style: Style) -> None:
    """Rows plaited tight to the skull, with tails behind."""
    xs: Mapping[str, tuple[float, ...]] = {
        "front": (-86, -74, 74, 86), "back": (-60, -42, -25, -8, 9, 26, 43, 60),
        "quarter": (-88, -76, -64), "side": (-92, -78, -64, -50),
    }  # fmt: skip
    back = figure.view in ("back", "side")
    layer: float = Layer.HAIR - 0.45 if back else Layer.HAIR_BACK + 0.5
    _ropes(figure, layer, figure.hair, xs[figure.view], (0.0, style.reach))
    over = figure.head_brush(Layer.HAIR + 0.1)
    rows: Mapping[str, tuple[list[Point], ...]] = {
        "front": tuple([(k * 13.0, -62 + abs(k) * 3), (k * 12.0, -86), (k * 5.0, -104)]
                       for k in (-4, -2.6, -1.3, 0, 1.3, 2.6, 4)),
        "back": tuple([(k * 4.0, -100), (k * 13.0, -50), (k * 12.0, 20), (k * 10.0, 66)]
                      for k in (-4.6, -3, -1.5, 0, 1.5, 3, 4.6)),
        "quarter": tuple([(26 + k * 11.0, -62 + abs(k) * 3), (14 + k * 12.0, -86),
                          (-4 + k * 8.0, -104)] for k in (-4, -2.6, -1.3, 0, 1.3, 2.6)),
        "side": tuple([(58 - k * 5.0, -64 + k * 15), (10 - k * 8.0, -98 + k * 22),
                       (-60 - k * 2.0, -70 + k * 26)] for k in (0, 1, 2, 3, 4)),
    }  # fmt: skip
    knots = ""
    for row in rows[figure.view]:
        over.stroke(row, _scalp(figure), width=2.0)
        for x, y in spread(row, 5)[1:-1]:
            knots += f"M{number(x + 2)} {number(y - 3)}l5 3l-5 3"
    over.line(knots, glow(figure.hair, 0.9), width=0.8)


def _scalp(figure: Figure) -> str:
    return shadow(figure.skin, 0.6)


def draw_afro(figure: Figure, style: Style) -> None:
    """The cloud behind the head; the cap is drawn over it."""
    v = style.volume
    x = {"front": 0.0, "back": 0.0, "quarter": -10.0, "side": -22.0}[figure.view]
    puffs: list[Puff] = []
    for ring, count in ((89 + v, 36),):
        for step in range(count):
            angle = 2 * math.pi * step / count
            if math.sin(angle) > 0.84:
                continue
            puffs.append((x + math.cos(angle) * (ring - 12), -36 + math.sin(angle) * (ring - 12),
                          13.0 if step % 3 else 15.0))  # fmt: skip
    core = smooth(
        [(x + math.cos(a) * (70 + v), -36 + math.sin(a) * (70 + v))
         for a in (k * math.pi / 6 for k in range(12))], closed=True,
    )  # fmt: skip
    brush = figure.head_brush(Layer.HAIR_BACK if figure.view != "back" else Layer.HAIR - 0.4)
    draw_puffs(brush, puffs, figure.hair, base=core, low=-70)


def draw_tonsure(figure: Figure, style: Style) -> None:
    """A wreath of hair below a bare crown."""
    del style
    brush = figure.head_brush(Layer.HAIR)
    colour = figure.hair
    runs: Mapping[str, tuple[tuple[list[Point], list[Point]], ...]] = {
        "front": (
            ([(-73, 24), (-81, 2), (-82, -30), (-75, -58)],
             [(-66, -50), (-69, -30), (-66, -4), (-72, 8)]),
            ([(75, -58), (82, -30), (81, 2), (73, 24)],
             [(72, 8), (66, -4), (69, -30), (66, -50)]),
        ),
        "back": (([(-82, -44), (-88, -4), (-66, 46), (-30, 72), (0, 64), (30, 72), (66, 46),
                   (88, -4), (82, -44)], [(40, -34), (0, -26), (-40, -34)]),),
        "quarter": (([(-58, 50), (-84, 24), (-92, -24), (-80, -58)],
                     [(-58, -46), (-46, -30), (-42, 4), (-54, -4), (-62, 10), (-58, 36)]),),
        "side": (([(-48, 60), (-80, 36), (-98, -12), (-90, -56)],
                  [(-50, -44), (10, -48), (22, -30), (16, 2), (8, 18), (-2, 4), (-8, -12),
                   (-24, -12), (-30, 14), (-30, 44)]),),
    }  # fmt: skip
    for outer, inner in runs[figure.view]:
        brush.shape(chain(outer, inner), colour)
        fine = spread(outer, 2)
        lines = [[(x * 0.97, y), (x * 0.88, y + 9), (x * 0.74, y + 12)] for x, y in fine[1:-1]]
        strands(brush, lines[::2], shadow(colour, 1.3), 2.0)
        strands(brush, lines[1::3], glow(colour, 0.8), 3.0)
