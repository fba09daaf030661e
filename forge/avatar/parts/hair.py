"""Hair: a cap on the skull with a fringe, a mass behind, locks beside the face, what is tied.

Everything is in the head's own space (crown -100, chin 100). In profile +x is where the
face looks.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, glow, number, shadow, smooth, spread
from .hair_cropped import draw_shaved, draw_shine, draw_temples
from .hair_crown import Lock, flow, outline, overlaps, quiff, quiff_flow
from .hair_curls import draw_curls
from .hair_edges import (
    FRINGES,
    LINES,
    SIDE_FRINGES,
    SIDE_LINES,
    STRAIGHT_CUT,
    bent,
    bumps,
    parted,
)
from .hair_gloss import draw_ring, strands
from .hair_mass import draw_locks, draw_mass
from .hair_styles import Style
from .hair_tied import draw_tied
from .hats import hat_of
from .head import contour

PARTING: Mapping[str, float] = {"swept": 26.0, "short": 12.0, "tousled": 20.0, "parted": 22.0}


def draw_hair(figure: Figure, style: Style) -> None:
    wound = {hat_of(item) for item in figure.features.accessories}
    if "hijab" in wound:
        return
    if "turban" in wound and style.cap and style.reach < 100:
        draw_temples(figure)
        return
    if not style.cap:
        draw_shine(figure)
        return
    if style.reach > 0 and style.tied not in ("dreads", "cornrows"):
        draw_mass(figure, style)
    if style.sides in ("shaved", "buzz") and style.tied != "tonsure":
        draw_shaved(figure, style)
    draw_tied(figure, style)
    if style.tied in ("mohawk", "tonsure") or style.sides == "buzz":
        return
    _cast_shadow(figure, style)
    if not _is_hidden(figure, style):
        _cap(figure, style)
    if style.locks > 26 and not style.is_cropped and figure.view != "back":
        draw_locks(figure, style)


def _is_hidden(figure: Figure, style: Style) -> bool:
    """Whether what falls down the back covers the whole cap from behind."""
    falls = style.reach > 60 and style.tied not in ("dreads", "cornrows")
    smooth_ = style.wave in ("straight", "wavy") and not style.edge
    return figure.view == "back" and falls and smooth_


def _outer(figure: Figure, style: Style) -> list[Point]:
    """The cap's upper edge from the left (or the nape) to the right (or the forehead)."""
    v = style.volume
    shaved = style.sides == "shaved"
    if style.fringe == "quiff" and figure.view != "back" and style.wave in ("straight", "wavy"):
        points = quiff(figure.view, v)
        return [p for p in points if p[1] < -36] if shaved else points
    if figure.view in ("front", "back"):
        w = 0.25 if shaved else 1.0
        near = v * w * (0.30 if style.is_cropped else 1.0)
        half = [(74 + near * 0.4, 16), (79 + near, -20), (75 + v * w * (0.7 if w < 1 or near < v
                else 1.0), -56), (56 + v * 0.8, -87 - v * 0.5), (29 + v * 0.3, -104 - v * 0.9),
                (0, -107 - v)]  # fmt: skip
        if shaved:
            half[0], half[1] = (73, -36), (76, -50)
        left, right = [(-x, y) for x, y in half], half[-2::-1]
        return left + right
    if figure.view == "quarter":
        points = [(-62 - v * 0.3, 46), (-82 - v * 0.7, 4), (-87 - v, -40),
                  (-69 - v * 0.8, -84 - v * 0.3), (-36, -104 - v * 0.8), (4, -108 - v),
                  (40, -101 - v * 0.9), (65 + v * 0.6, -75 - v * 0.3), (74 + v * 0.7, -38),
                  (72 + v * 0.4, 2)]  # fmt: skip
        if shaved:
            points = [(-74, -46), (-72 - v * 0.3, -78), *points[4:8], (71 + v * 0.3, -40)]
        return points
    points = [(-54, 60), (-82 - v * 0.5, 36), (-97 - v, -10), (-93 - v, -54),
              (-62 - v * 0.6, -97 - v * 0.6), (-8, -111 - v), (36, -103 - v * 0.9),
              (65 + v * 0.5, -75 - v * 0.3), (72 + v * 0.4, -42)]  # fmt: skip
    if shaved:
        points = [(-90, -44), (-86 - v * 0.4, -68), *points[4:]]
    return points


def _placed(figure: Figure, points: tuple[Point, ...]) -> list[Point]:
    """The front's points where they are seen in this view."""
    if figure.view != "quarter":
        return list(points)
    return [(x * 0.84 + 25 * (1 - (x / 82) ** 2) + (4 if x > 0 else 0), y) for x, y in points]


def _front_edge(figure: Figure, style: Style) -> list[Point]:
    """Hairline or corners of the fringe, from the outer edge's end back."""
    fringe = style.fringe
    if figure.view == "side":
        if fringe in SIDE_FRINGES:
            return list(SIDE_FRINGES[fringe])
        return list(SIDE_LINES.get(fringe, SIDE_LINES["back"]))
    return _placed(figure, FRINGES.get(fringe) or LINES.get(fringe, LINES["back"]))


def _run(figure: Figure, style: Style, points: list[Point], start: str = "L") -> str:
    """The path along that edge."""
    if style.fringe not in FRINGES:
        return smooth(points, start=start)
    head = f"{start}{number(points[0][0])} {number(points[0][1])}"
    if style.fringe in STRAIGHT_CUT:
        return head + bent(points, 0.06)
    part = PARTING.get(style.fringe, 0.0)
    if figure.view == "quarter":
        part = part * 0.84 + 25
    elif figure.view == "side":
        part = 90.0
    return head + parted(points, part)


def _inner(figure: Figure, style: Style) -> str:
    """Commands from the cap's end back to its beginning: hairline and fringe."""
    shaved = style.sides == "shaved"
    if figure.view == "back":
        if shaved:
            return smooth([(72, -34), (40, -22), (0, -14), (-40, -22), (-72, -34)], start="L")
        if style.reach == 0 and style.wave == "straight" and not style.tied:
            corners: list[Point] = [
                (71, 10), (66, 34), (56, 46), (48, 60), (38, 54), (27, 69), (15, 61), (1, 73),
                (-12, 61), (-24, 68), (-36, 53), (-48, 58), (-57, 42), (-66, 34), (-71, 10),
            ]  # fmt: skip
            return f"L{number(71)} {number(10)}" + bent(corners, 0.22)
        low = 62 if style.reach == 0 else 80
        run: list[Point] = [(72, 16), (62, 44), (40, low), (0, low + 8), (-40, low), (-62, 44),
                            (-72, 16)]  # fmt: skip
        return smooth(run, start="L")
    points = _front_edge(figure, style)
    if figure.view == "side":
        if shaved:
            return smooth([*points[:2], (20, -46), (-30, -40), (-90, -44)], start="L")
        tail: list[Point] = [(-2, 6), (-6, -14), (-24, -12), (-30, 14), (-26, 44), (-38, 66)]
        if style.reach > 0 and style.wave not in ("curly", "coily"):
            tail = [(4, 40), (-14, 58), (-38, 70)]
        return _run(figure, style, points) + smooth(tail, start="L")
    if shaved:
        line = points[1:-1]
        if figure.view == "quarter":
            line[-1] = (-50, -44)
        return smooth(line, start="L")
    end: list[Point] = []
    if figure.view == "quarter":
        end = [(-52, 20), (-50, -4), (-60, -10), (-68, 6), (-64, 32), (-58, 52)]
        if style.reach > 0 and style.wave not in ("curly", "coily"):
            end = [(-42, 30), (-48, 46), (-58, 56)]
    return _run(figure, style, points) + (smooth(end, start="L") if end else "")


def _cast_shadow(figure: Figure, style: Style) -> None:
    """What the fringe throws on the forehead."""
    if figure.view == "back":
        return
    brush = figure.head_brush(Layer.HEAD)
    points = _front_edge(figure, style)
    if style.sides == "shaved":
        points = points[1:-1]
    if figure.view == "side":
        moved = [(min(66.0, x - 3), y + 8) for x, y in points]
        close = "L0 -20L30 -80L60 -60Z"
    else:
        limit = [x for run in contour(figure) for x, y in run if -50 < y < 30]
        low, high = min(limit) + 1.5, max(limit) - 1.5
        moved = [(min(high, max(low, x + 2)), y + 9) for x, y in points]
        close = f"L{number(low)} -40L0 -90L{number(high)} -40Z"
    brush.tone(_run(figure, style, moved, start="M") + close, shadow(figure.skin, 1.05),
               opacity=0.85)  # fmt: skip


def _cap(figure: Figure, style: Style) -> None:
    colour = figure.hair
    brush = figure.head_brush(Layer.HAIR)
    outer = _outer(figure, style)
    curly = style.wave in ("curly", "coily")
    if (
        style.reach > 0 and figure.view in ("side", "quarter") and not curly
    ):  # below, the mass takes over
        outer = [point for point in outer if point[1] < 10 or point[0] > 0]
    if curly and style.tied != "cornrows":
        edge = _front_edge(figure, style) if figure.view != "back" else []
        draw_curls(figure, style, outer, edge, smooth(outer) + _inner(figure, style) + "Z")
        return
    locks: list[Lock] = []
    if curly:
        upper = bumps(outer, 22 if style.wave == "curly" else 16)
    else:
        kind = style.edge
        if style.fringe == "quiff" or (figure.view == "back" and style.sides == "shaved"):
            kind = ""
        kind = kind or ("soft" if style.wave == "wavy" and not style.tied else "")
        upper, locks = outline(outer, kind, _part(figure, style)[0])
    data = upper + _inner(figure, style) + "Z"
    paint = None
    if brush.canvas.style.shading != "flat":
        paint = brush.canvas.linear(
            -20, -112, 10, 30,
            [(0, shadow(colour, 0.35)), (0.30, glow(colour, 0.16)), (0.62, colour),
             (1, colour if style.reach > 0 else shadow(colour, 0.45))],
        )  # fmt: skip
    if style.reach > 0 and figure.view in ("side", "quarter"):  # runs on into what hangs
        brush.fill(data, paint or colour)
        brush.edge(upper, colour)
        brush.edge(_run(figure, style, _front_edge(figure, style), start="M"), colour)
    elif style.sides == "shaved" and figure.view in ("back", "side"):  # runs out into the fade
        brush.fill(data, paint or colour)
        brush.edge(upper, colour)
        ends = [(-66.0, -38.0), (-44, -30), (-22, -22), (2, -18), (24, -23), (46, -31), (66, -38)]
        if figure.view == "side":
            ends = [(-82, -42), (-60, -42), (-38, -36), (-16, -34), (6, -38), (24, -46)]
        strands(brush, [[(x * 0.97, y - 12), (x, y), (x * 1.02, y + 12)] for x, y in ends], colour,
                9.0)  # fmt: skip
    else:
        brush.shape(data, colour, line=1.0, paint=paint)
    _gloss(figure, brush, style, outer)
    if locks:
        strands(brush, overlaps(locks, (0.0, -30.0)), shadow(colour, 1.5), 2.2)


def _part(figure: Figure, style: Style) -> Point:
    """Where the hair falls to both sides, on the crown."""
    x, y = PARTING.get(style.fringe, 0.0) * 0.7, -99 - style.volume * 0.7
    if figure.view == "quarter":
        return (x * 0.84 + 4, y)
    if figure.view == "side":
        return (-24.0, y)
    if figure.view == "back":
        return (-x * 0.4, -78.0)
    return (x, y)


_TIES: Mapping[str, Point] = {  # where hair is drawn together, from behind
    "ponytail": (0.0, 44.0), "high ponytail": (0.0, -88.0), "bun": (0.0, -70.0),
    "braid": (0.0, 46.0), "topknot": (0.0, -98.0), "updo": (0.0, -62.0),
}  # fmt: skip
_ROUND: tuple[Point, ...] = (
    (-72, 4), (-77, -36), (-56, -82), (-24, -100), (12, -102), (46, -90), (72, -52), (74, -4),
    (54, 46), (20, 60), (-18, 60), (-52, 46),
)  # fmt: skip


def _valleys(points: list[Point]) -> list[Point]:
    return [
        b for a, b, c in zip(points, points[1:], points[2:], strict=False)
        if b[1] < a[1] and b[1] < c[1]
    ]  # fmt: skip


def _gloss(figure: Figure, brush: Brush, style: Style, outer: list[Point]) -> None:
    """Shade on the far side, strands from the crown to the fringe, the ring of light."""
    colour = figure.hair
    if style.sides == "hair":
        right = spread(outer[len(outer) // 2 + 1 :], 2)
        inner = []
        for index, (x, y) in enumerate(right):
            belly = math.sin(math.pi * min(1.0, index / (len(right) - 1) * 0.90 + 0.08)) * 0.22
            inner.append((x * (1 - belly), y * (1 - belly * 0.6) + belly * 10))
        brush.tone(chain(right, inner[::-1]), shadow(colour), opacity=0.85)
    part = _part(figure, style)
    lines: list[list[Point]] = []
    if figure.view == "back" and style.tied in _TIES:
        lines = flow(_ROUND, _TIES[style.tied], lift=0.5)
    elif figure.view == "back":
        hem: list[Point] = [
            (-66, 6),
            (-52, 34),
            (-34, 46),
            (-14, 52),
            (8, 56),
            (28, 46),
            (46, 38),
            (64, 10),
        ]
        if style.sides != "hair":
            hem = [(x * 1.02, -38.0) for x, _ in hem]
        lines = flow(hem, part, lift=0.22)
        whorl = [(x * 0.86, y * 0.5 - 40) for x, y in hem[1:-1:2]]
        lines += [line[::-1] for line in flow(whorl, part, lift=0.1)]
    else:
        edge = _front_edge(figure, style)
        roots = _valleys(edge) if style.fringe in FRINGES else edge[1:-1:1]
        if style.sides == "shaved":
            roots = [(x, y) for x, y in roots if y < -40]
        lines = flow(roots, part)
        if figure.view in ("side", "quarter") and style.sides == "hair":
            away: list[Point] = [(-86, -22), (-80, 18), (-62, 40), (-44, 48)]
            if style.reach > 60:  # on into what hangs
                away = [(-96, 20), (-90, 88), (-66, 104), (-38, 78)]
            lines += flow(away, part, lift=0.16)
    if style.fringe == "quiff" and figure.view != "back":
        lines = quiff_flow(figure.view, style.volume)
        strands(brush, [[(x - 7, y) for x, y in line] for line in lines[:4]], glow(colour, 0.5),
                7.0)  # fmt: skip
    strands(brush, lines, shadow(colour, 1.5), 2.0)
    extra = figure.features.hair.highlights
    if extra and lines:
        strands(brush, [lines[k][::-1] for k in range(0, len(lines), 2)], extra.hex, 6.5)
    draw_ring(figure, brush, style.volume, 15.0 if style.sides == "hair" else 9.0)
