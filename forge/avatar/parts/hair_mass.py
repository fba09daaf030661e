"""Hair that falls: the mass behind, and locks beside the face and over the shoulders."""

from __future__ import annotations

import math
from collections.abc import Mapping

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, glow, shadow, smooth
from .hair_edges import bent, lock, wavy
from .hair_gloss import Puff, draw_lock, draw_puffs, strands
from .hair_styles import Style


def draw_mass(figure: Figure, style: Style) -> None:
    """Under everything from the front, over the back from behind."""
    if style.wave in ("curly", "coily"):
        _curls(figure, style)
        return
    view, low = figure.view, style.reach
    left, right, layer = _edges(figure, style)
    over = view in ("back", "side")
    colour = figure.hair if over else shadow(figure.hair, 0.85)
    brush = figure.head_brush(layer)
    paint = None
    if brush.canvas.style.shading != "flat":
        paint = brush.canvas.linear(
            0, -60, 0, low + 20,
            [(0, colour if over else shadow(colour, 0.5)), (0.4, colour), (1, shadow(colour, 0.8))],
        )  # fmt: skip
    hem = _hem(left[-1], right[-1], low)
    if style.wave == "wavy":
        left, right = wavy(left, 9, 118)[::2], wavy(right, -9, 118)[::2]
    edge = smooth(left) + bent([left[-1], *hem, right[-1]], 0.16)
    data = edge + smooth(right[::-1], start="L") + "Z"
    if view == "back":
        crown = [right[0], (30, -100 - style.volume * 0.8), (0, -106 - style.volume * 0.9),
                 (-30, -100 - style.volume * 0.8), left[0]]  # fmt: skip
        data = edge + smooth(right[::-1], start="L") + smooth(crown, start="L") + "Z"
    if over:
        brush.fill(data, paint or colour)
        brush.edge(edge + smooth(right), colour)
    else:
        brush.shape(data, colour, paint=paint)
    _inside(figure, style, brush, colour)
    if over and low > 40:
        if low > 90:
            _falls(figure, style, brush)
        _sheen(figure, style, brush)


def _edges(figure: Figure, style: Style) -> tuple[list[Point], list[Point], float]:
    """The left and the right edge, downwards, and the layer."""
    low, v, view = style.reach, style.volume, figure.view
    loose = {"straight": 0.05, "wavy": 0.10}.get(style.wave, 0.08)
    if view in ("front", "back"):
        wide = 80 + v * 0.9
        flare = low * loose
        tuck = 0.90 if low < 150 else 0.80
        left: list[Point] = [
            (-wide * 0.8, -62), (-wide - 3, -8), (-wide - 5 - flare * 0.7, low * 0.42),
            (-(wide + flare) * (1 + tuck) / 2 - 2, low * 0.76), (-(wide + flare) * tuck, low),
        ]  # fmt: skip
        right = [(-x * 0.99, y + (4 if y > 0 else 0)) for x, y in left]
        return left, right, Layer.HAIR_BACK if view == "front" else Layer.HAIR + 0.1
    if view == "quarter":
        left = [(-74, -60), (-90 - v * 0.6, 0), (-93 - v - low * loose, low * 0.5),
                (-90 - v * 0.3 - low * loose * 0.6, low)]  # fmt: skip
        return left, [(54, -40), (62, 20), (60, low * 0.5), (40, low)], Layer.HAIR_BACK
    left = [(-80, -70), (-100 - v * 0.6, -6), (-103 - v - low * loose, low * 0.5),
            (-96 - v * 0.4 - low * loose * 0.5, low)]  # fmt: skip
    return left, [(-6, -30), (-12, 40), (-18, low * 0.5), (-32, low)], Layer.STRAP + 1


def _hem(a: Point, b: Point, low: float) -> list[Point]:
    """The tips of the locks: deep and narrow where the hair is long."""
    tips = 13
    deep = 10.0 if low < 130 else 26.0
    shares = (0.0, 0.9, 0.1, 0.6, -0.2, 1.0, 0.0, 0.75, -0.1, 1.0, 0.15, 0.55, 0.0)
    points = []
    for index in range(1, tips):
        share = index / tips
        x = a[0] + (b[0] - a[0]) * share
        y = a[1] + (b[1] - a[1]) * share
        points.append((x, y + deep * shares[index] * (0.6 + 0.4 * math.sin(math.pi * share))))
    return points


def _inside(figure: Figure, style: Style, brush: Brush, colour: str) -> None:
    low = style.reach
    left, right, _ = _edges(figure, style)
    lines: list[list[Point]] = []
    count = 8
    for index in range(1, count):
        share = index / count
        ax = left[1][0] + (right[1][0] - left[1][0]) * share
        bx = left[-1][0] + (right[-1][0] - left[-1][0]) * share
        start = -40.0 if figure.view == "back" and index % 2 else 14.0
        points = [(ax * 0.92, start), (ax * 0.5 + bx * 0.52, low * 0.55),
                  (bx, low * (0.97 if index % 2 else 0.84))]  # fmt: skip
        lines.append(points)
    strands(brush, lines, shadow(colour, 1.2), 2.4)
    edge = right[1:]
    if style.wave == "wavy":  # stays inside the swinging outline
        edge = [(x - 9, y) for x, y in edge]
    inner = [(x - (26 if figure.view != "quarter" else 14), y) for x, y in edge]
    brush.tone(chain(edge, inner[::-1]), shadow(colour, 0.9), opacity=0.6)
    colours = figure.features.hair.highlights
    if colours:
        strands(brush, lines[1::3], colours.hex, 7.0)


def _falls(figure: Figure, style: Style, brush: Brush) -> None:
    """Locks that lie over one another down the back, their tips beyond the hem."""
    left, right, _ = _edges(figure, style)
    low = style.reach
    places: tuple[tuple[float, float, float], ...] = (
        (0.14, 0.90, 0.0),
        (0.84, 0.93, 1.0),
        (0.40, 1.03, 0.0),
        (0.63, 1.0, 1.0),
    )
    if figure.view == "side":
        places = ((0.22, 0.94, 0.0), (0.66, 0.98, 1.0))
    wide = (right[1][0] - left[1][0]) * 0.26
    for share, end, dark in places:
        ax = left[1][0] + (right[1][0] - left[1][0]) * share
        bx = left[-1][0] + (right[-1][0] - left[-1][0]) * (share + (0.5 - share) * 0.16)
        top = (ax * 0.34, -86) if figure.view == "back" else (ax * 0.7, -60)
        spine = [top, (ax * 0.94, -14), (ax * 1.0, low * 0.26),
                 ((ax + bx) / 2 + (4 if dark else -4), low * 0.62),
                 (bx, low * end + 6)]  # fmt: skip
        tone = shadow(figure.hair, 0.30) if dark else glow(figure.hair, 0.06)
        draw_lock(brush, spine, wide, tone, style.wave, root=0.06, full=0.5, line=0.0,
                  shade=share < 0.8)  # fmt: skip


def _sheen(figure: Figure, style: Style, brush: Brush) -> None:
    left, right, _ = _edges(figure, style)
    low = style.reach
    lit: list[list[Point]] = []
    for share, top, end in ((0.16, 0.10, 0.42), (0.28, 0.06, 0.54), (0.37, 0.16, 0.40),
                            (0.62, 0.12, 0.36)):  # fmt: skip
        ax = left[1][0] + (right[1][0] - left[1][0]) * share
        bx = left[-1][0] + (right[-1][0] - left[-1][0]) * share
        lit.append([(ax, low * top), ((ax + bx) / 2, low * (top + end) / 2), (bx, low * end)])
    strands(brush, lit, glow(figure.hair, 0.9), 3.6)


def _curls(figure: Figure, style: Style) -> None:
    """A mass of curls, row under row."""
    left, right, layer = _edges(figure, style)
    low = style.reach
    r = 17.0 if style.wave == "curly" else 14.5
    puffs: list[Puff] = []
    inside: list[Puff] = []
    y = -30.0
    row = 0
    while y < low:
        share = max(0.0, y) / max(1.0, low)
        swell = 4 + 16 * math.sin(math.pi * min(1.0, share * 0.8 + 0.1))
        a, b = left[1][0] - swell + r * 0.6, right[1][0] + (swell if figure.view != "side" else 0)
        b -= r * 0.6
        count = max(2, round((b - a) / (r * 1.75)))
        for k in range(count + row % 2):
            x = a + (b - a) * k / max(1, count - 1 + row % 2)
            if figure.view == "front" and abs(x) < 46 and y < 66:
                continue  # behind the head
            drop = (0.5 - abs(x - (a + b) / 2) / (b - a)) * 40 * share
            shake = (0.0, 5.0, -6.0, 3.0, -3.0)[(k * 2 + row) % 5]
            edge = k in (0, count - 1 + row % 2) or y + r * 1.25 >= low
            (puffs if edge else inside).append((x + shake, y + drop - shake, r))
        y += r * 1.25
        row += 1
    colour = figure.hair if figure.view in ("back", "side") else shadow(figure.hair, 0.8)
    if figure.view in ("front", "quarter"):  # most of it lies behind the shoulders
        inside = inside[::2]
    tips = max(y for _, y, _ in puffs)
    ends = [(left[1][0] * 0.72, tips - r * 0.4), (right[1][0] * 0.72, tips - r * 0.4)]
    base = chain([(left[0][0] * 0.9, -40), (left[1][0], low * 0.4), ends[0]],
                 [ends[1], (right[1][0], low * 0.4), (right[0][0] * 0.9, -40)])  # fmt: skip
    draw_puffs(figure.head_brush(layer), puffs, colour, base=base, low=20.0, inside=inside)
    if figure.view in ("front", "quarter") and style.locks > 40:
        _curls_beside(figure, style, r)


def _curls_beside(figure: Figure, style: Style, r: float) -> None:
    """Curls before the shoulders, narrower downwards."""
    sides = ((-1.0, 76.0), (1.0, 76.0)) if figure.view == "front" else ((-1.0, 60.0),)
    low = min(style.locks, 150.0)
    for sign, x in sides:
        puffs: list[Puff] = []
        y, k = -8.0, 0
        while y < low:
            middle = x + style.volume * 0.3 + 4 + y * 0.06 + 5 * math.sin(y / 19)
            aside = (-17.0, 18.0, -3.0, -14.0, 20.0, 8.0)[k % 6] * (1.0 - 0.45 * y / low)
            puffs.append((sign * (middle + aside), y, r * (0.96 - 0.24 * y / low)))
            y += r * 0.5
            k += 1
        spine = [(sign * (x + style.volume * 0.3 + 4), 4.0), (sign * (x + 14), low * 0.5),
                 (sign * (x + 12), low)]  # fmt: skip
        draw_puffs(figure.head_brush(Layer.HAIR - 0.3), puffs, figure.hair,
                   base=lock(spine, 34, root=0.9, full=0.4), low=60.0)  # fmt: skip


_LOCKS: Mapping[str, tuple[tuple[float, float, float, float], ...]] = {
    # side of the face, where it begins, width, share of the length
    "front": ((-1.0, 79.0, 21.0, 1.0), (1.0, 79.0, 21.0, 0.96), (-1.0, 67.0, 25.0, 0.86),
              (1.0, 67.0, 25.0, 0.82)),
    "quarter": ((1.0, 64.0, 15.0, 0.80), (-1.0, 54.0, 22.0, 1.0), (-1.0, 42.0, 22.0, 0.80)),
    "side": ((-1.0, 0.0, 24.0, 1.0), (1.0, 20.0, 22.0, 0.84)),
}  # fmt: skip


def draw_locks(figure: Figure, style: Style) -> None:
    """Hair falling beside the face, in front of the shoulders."""
    if style.wave in ("curly", "coily"):
        return  # the mass has its own
    colour = figure.hair
    brush = figure.head_brush(Layer.HAIR - 0.3)
    v = style.volume * 0.45
    turn_in = 12.0 if 60 < style.locks < 135 else 4.0
    for index, (sign, x, width, share) in enumerate(_LOCKS[figure.view]):
        low = style.locks * share
        if low < 40 and index > 1:
            continue
        out = x + v
        if figure.view == "side":
            spine = [(x + 2, -34), (x + 6, low * 0.2), (x + 4, low * 0.6), (x - 8, low)]
        else:
            bow = 4 + low * 0.03
            spine = [
                (sign * (out - 8), -38), (sign * (out + 3), 4), (sign * (out + bow), low * 0.52),
                (sign * (out + bow * 0.7 - turn_in * 0.3), low * 0.8),
                (sign * (out + bow * 0.3 - turn_in), low),
            ]  # fmt: skip
        tone = shadow(colour, 0.35) if index < 2 and figure.view == "front" else colour
        draw_lock(brush, spine, width, tone, style.wave, full=0.45)
    if figure.view in ("front", "quarter") and style.locks > 60:
        thin = {"front": ((-1.0, 61.0), (1.0, 61.0)), "quarter": ((-1.0, 34.0),)}[figure.view]
        for sign, x in thin:
            low = min(96.0, style.locks * 0.7)
            spine = [(sign * (x - 2), -30), (sign * (x + 4), 10), (sign * (x + 2), low * 0.6),
                     (sign * (x - 8), low)]  # fmt: skip
            draw_lock(brush, spine, 8, colour, style.wave, shade=False, line=0.7)
    extra = figure.features.hair.highlights
    if extra and figure.view in ("front", "quarter"):
        sign, x, width, share = _LOCKS[figure.view][-1]
        for side in (-1.0, 1.0) if figure.view == "front" else (sign,):
            spine = [(side * (x - 2), -24), (side * (x + 6), style.locks * 0.4),
                     (side * (x + 3), style.locks * share * 0.86)]  # fmt: skip
            draw_lock(brush, spine, width * 0.36, extra.hex, style.wave, shade=False, line=0.0)
