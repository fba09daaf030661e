"""Hair: a cap on the skull with a fringe, a mass behind, locks beside the face, what is tied.

Everything is in the head's own space (crown -100, chin 100). In profile +x is where the
face looks.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, glow, number, shadow, smooth, spread
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
from .hair_gloss import Puff, draw_puffs, draw_ring, strands
from .hair_mass import draw_locks, draw_mass
from .hair_styles import Style
from .hair_tied import draw_tied
from .head import contour

PARTING: Mapping[str, float] = {"swept": 26.0, "short": 12.0, "tousled": 20.0, "parted": 22.0}


def draw_hair(figure: Figure, style: Style) -> None:
    if not style.cap:
        _shine(figure)
        return
    if style.reach > 0 and style.tied not in ("dreads", "cornrows"):
        draw_mass(figure, style)
    if style.sides in ("shaved", "buzz"):
        _shaved(figure, style)
    draw_tied(figure, style)
    if style.tied in ("mohawk", "tonsure") or style.sides == "buzz":
        return
    _cast_shadow(figure, style)
    _cap(figure, style)
    if style.locks > 26 and figure.view != "back":
        draw_locks(figure, style)


def _outer(figure: Figure, style: Style) -> list[Point]:
    """The cap's upper edge from the left (or the nape) to the right (or the forehead)."""
    v = style.volume
    shaved = style.sides == "shaved"
    if figure.view in ("front", "back"):
        w = 0.25 if shaved else 1.0
        half = [(74 + v * 0.4 * w, 16), (79 + v * w, -20), (75 + v * w, -56),
                (56 + v * 0.8, -87 - v * 0.5), (29 + v * 0.3, -104 - v * 0.9),
                (0, -107 - v)]  # fmt: skip
        if shaved:
            half[0], half[1] = (73, -36), (76, -50)
        left, right = [(-x, y) for x, y in half], half[-2::-1]
        if style.fringe == "quiff" and figure.view == "front":  # swept up and over
            left = [(x, y) if y > -60 else (x - 2, y - 8) for x, y in left]
            right = [(x + 6, y - 10 + (x - 27) * 0.35) if y < -60 else (x, y) for x, y in right]
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
                (71, 20), (60, 48), (50, 64), (42, 54), (26, 76), (14, 62), (-4, 81), (-16, 62),
                (-30, 74), (-42, 54), (-54, 62), (-71, 20),
            ]  # fmt: skip
            return f"L{number(71)} {number(20)}" + bent(corners, 0.12)
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
    if style.wave in ("curly", "coily") and style.sides == "hair" and style.tied != "cornrows":
        _curly_cap(figure, style, brush, outer)
        return
    if style.wave in ("curly", "coily"):
        upper = bumps(outer, 22 if style.wave == "curly" else 16)
    elif style.edge == "spikes":
        upper = _spikes(outer, 27.0, -4.0)
    elif style.edge == "tufts" or (style.wave == "wavy" and not style.tied):
        upper = _spikes(outer, 11.0 if style.edge else 5.0, -1.0)
    else:
        upper = smooth(outer)
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
    else:
        brush.shape(data, colour, line=1.0, paint=paint)
    _gloss(figure, brush, style, outer)


_PUSH = (1.0, 0.55, 1.2, 0.35, 0.85, 0.6)


def _spikes(outer: list[Point], out: float, back: float) -> str:
    """The outline broken into locks that stand off it, unequal and leaning one way."""
    points: list[Point] = []
    fine = spread(outer, 2)
    middle = (0.0, -20.0)
    for index, (x, y) in enumerate(fine):
        length = math.hypot(x - middle[0], y - middle[1]) or 1.0
        inside = 1 <= index < len(fine) - 1
        push = (out * _PUSH[index // 2 % 6] if index % 2 else back) if inside else 0.0
        lean = out * 0.55 * (1 if x > -20 else -0.6) if index % 2 and inside else 0.0
        points.append(
            (x + (x - middle[0]) / length * push + lean,
             y + (y - middle[1]) / length * push + abs(lean) * 0.25)
        )  # fmt: skip
    return f"M{number(points[0][0])} {number(points[0][1])}" + bent(points, 0.20)


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
    crown = (PARTING.get(style.fringe, 0.0) * 0.7, -99 - style.volume * 0.7)
    lines: list[list[Point]] = []
    if figure.view == "back":
        for x, y in ((-56, 20), (-40, 44), (-22, 52), (-2, 58), (18, 50), (38, 44), (54, 18)):
            y = y if style.sides == "hair" else -36
            lines.append([(x * 0.1, -86), (x * 0.9, -44), (x, y)])
    else:
        if figure.view == "quarter":
            crown = (crown[0] * 0.84 + 4, crown[1])
        elif figure.view == "side":
            crown = (-24, crown[1])
        edge = _front_edge(figure, style)
        roots = _valleys(edge) if style.fringe in FRINGES else edge[1:-1:1]
        if style.sides == "shaved":
            roots = [(x, y) for x, y in roots if y < -40]
        for x, y in roots:
            mid = (x * 1.02 + (crown[0] - x) * 0.12, y + (crown[1] - y) * 0.5)
            end = (x + (crown[0] - x) * 0.62, y + (crown[1] - y) * 0.92)
            lines.append([(x, y + 1), mid, end])
        if figure.view in ("side", "quarter") and style.sides == "hair":
            away = -74 if figure.view == "side" else -70
            for k in (0.35, 0.62, 0.88):
                lines.append([(crown[0] - 6, crown[1] + 6), (away * k - 14, -60 + 20 * k),
                              (away * k - 6, 26 * k)])  # fmt: skip
    if style.fringe == "quiff" and figure.view in ("front", "quarter"):
        rise = style.volume
        dx = 26.0 if figure.view == "quarter" else 0.0
        lines = [
            [(x + dx, -65), (x + dx - 7, -86 - rise * 0.4), (x * 0.8 + dx + 8, -104 - rise * 0.75)]
            for x in (-46.0, -30, -13, 4, 21, 38)
        ]
    strands(brush, lines, shadow(colour, 1.5), 2.0)
    extra = figure.features.hair.highlights
    if extra and lines:
        strands(brush, [lines[k][::-1] for k in range(0, len(lines), 2)], extra.hex, 6.5)
    draw_ring(figure, brush, style.volume, 15.0 if style.sides == "hair" else 9.0)


def _curly_cap(figure: Figure, style: Style, brush: Brush, outer: list[Point]) -> None:
    """Lumps along the outline, over the crown and along the forehead."""
    r = {"curly": 20.0, "coily": 16.0}[style.wave]
    base = smooth(outer) + _inner(figure, style) + "Z"
    puffs: list[Puff] = []
    if style.tied != "afro":
        for k, (x, y) in enumerate(_spaced(outer, r * 1.3)):
            puffs.append((x * 0.93, y * 0.93, r * (0.92, 1.08, 1.0)[k % 3]))
    cx, cy = {"quarter": (-6.0, -30.0), "side": (-16.0, -30.0)}.get(figure.view, (0.0, -26.0))
    half = 66.0 + style.volume * (0.7 if style.tied != "afro" else 0.95)
    edge = _front_edge(figure, style) if figure.view != "back" else []
    bottom = min((y for _, y in edge), default=52.0)
    y = cy - half * 0.92
    row = 0
    while y < bottom - r * 0.4:
        reach = math.sqrt(max(0.0, 1 - ((y - cy) / half) ** 2)) * half
        x = cx - reach + r * (0.4 if row % 2 else 1.1)
        while x < cx + reach - r * 0.3:
            if not (figure.view == "side" and x > 44 and y > -50):
                shake = _PUSH[len(puffs) % 6] - 0.75
                puffs.append((x + shake * r * 0.4, y - shake * r * 0.5, r * (0.95 + shake / 5)))
            x += r * 1.55
        y += r * 1.2
        row += 1
    if edge:
        line = edge if figure.view != "side" else edge[:-1]
        for k, (x, y) in enumerate(_spaced(line, r * 1.1)):
            puffs.append((x * 0.97, y - r * 0.62, r * (0.8, 0.92)[k % 2]))
        if figure.view == "side":
            puffs += [(x, y, r * 0.85) for x, y in _spaced([(-34, -8), (-46, 20), (-46, 52)], r)]
    draw_puffs(brush, puffs, figure.hair, base=base, low=-42.0)


def _spaced(points: list[Point], step: float) -> list[Point]:
    """Points along the curve at even steps."""
    fine = spread(points, 8)
    total = sum(math.dist(a, b) for a, b in itertools.pairwise(fine))
    wanted = total / max(1, round(total / step))
    found = [fine[0]]
    left = wanted
    for a, b in itertools.pairwise(fine):
        left -= math.dist(a, b)
        if left <= 0.01:
            found.append(b)
            left += wanted
    return found


def _shaved(figure: Figure, style: Style) -> None:
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
        + smooth([(44, -48), (30, -22), (20, 0), (8, 22), (-2, 4), (-8, -12), (-24, -10),
                  (-30, 20), (-36, 50)], start="L") + "Z",
    }  # fmt: skip
    brush.fill(runs[figure.view], shadow(tint, 0.4), opacity=0.9 if buzz else 0.6)
    if buzz:
        brush.edge(runs[figure.view], tint, width=0.6)
        draw_ring(figure, brush, 0.0, 10.0)


def _shine(figure: Figure) -> None:
    brush = figure.head_brush(Layer.HAIR - 0.6)
    light: dict[str, list[Point]] = {
        "front": [(-54, -58), (-36, -80), (-12, -88)], "back": [(-54, -56), (-36, -80), (-12, -88)],
        "quarter": [(-54, -64), (-34, -84), (-8, -90)], "side": [(-66, -62), (-44, -84), (-12,
            -92)],
    }  # fmt: skip
    brush.stroke(light[figure.view], glow(figure.skin, 1.3), width=9)
