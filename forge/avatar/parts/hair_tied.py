"""Tails, braids and buns."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, shadow, smooth, spread
from .hair_crests import draw_afro, draw_cornrows, draw_dreads, draw_mohawk, draw_tonsure
from .hair_gloss import Puff, draw_lock, draw_puffs, strands
from .hair_styles import Style

BAND = "#c8505a"


def draw_tied(figure: Figure, style: Style) -> None:
    draw = {
        "ponytail": _ponytail, "high ponytail": _high_ponytail, "side ponytail": _side_ponytail,
        "half up": _half_up, "twintails": _twintails, "bun": _bun, "topknot": _bun,
        "updo": _updo, "buns": _buns, "braid": _braid, "braids": _braids, "crown": _crown,
        "drills": _drills, "mohawk": draw_mohawk, "dreads": draw_dreads,
        "cornrows": draw_cornrows, "afro": draw_afro, "tonsure": draw_tonsure,
    }.get(style.tied)  # fmt: skip
    if draw:
        draw(figure, style)


def _tail(brush: Brush, colour: str, spine: list[Point], width: float, wave: str) -> None:
    """A tail of three locks along a line, full in the middle, with a light across."""
    if wave in ("curly", "coily"):
        fine = spread(spine, 3)
        last = len(fine) - 1
        puffs: list[Puff] = []
        for index, (x, y) in enumerate(fine):
            r = width * (0.20 + 0.22 * math.sin(math.pi * (0.12 + 0.76 * index / last)))
            puffs += [(x - r * 0.7, y, r), (x + r * 0.7, y + r * 0.4, r)]
        draw_puffs(brush, puffs, colour, low=spine[1][1] + 40)
        return
    (ex, ey) = spine[-1]
    bent_left = [(x - width * 0.20 * min(1, k), y) for k, (x, y) in enumerate(spine[:-1])]
    bent_right = [(x + width * 0.20 * min(1, k), y) for k, (x, y) in enumerate(spine[:-1])]
    draw_lock(brush, [*bent_right, (ex + width * 0.36, ey - 26)], width * 0.62, shadow(colour, 0.5),
              wave, root=0.4, full=0.3)  # fmt: skip
    draw_lock(brush, [*bent_left, (ex - width * 0.30, ey - 10)], width * 0.62, shadow(colour, 0.2),
              wave, root=0.4, full=0.3)  # fmt: skip
    draw_lock(brush, spine, width * 0.86, colour, wave, root=0.35, full=0.3)
    fine = spread(spine, 4)
    lit = [[(x - o * width, y) for x, y in fine[3:9]][::2] for o in (0.28, 0.14)]
    strands(brush, lit, glow(colour, 1.0), 4.0)


def _ponytail(figure: Figure, style: Style) -> None:
    """Tied low: seen over one shoulder from the front."""
    spines: Mapping[str, list[Point]] = {
        "front": [(30, 62), (76, 74), (94, 116), (86, 172), (94, 226)],
        "quarter": [(-44, 50), (-80, 72), (-90, 122), (-76, 180), (-84, 230)],
        "side": [(-74, 22), (-106, 44), (-118, 110), (-104, 180), (-114, 236)],
        "back": [(0, 44), (4, 80), (9, 140), (1, 200), (7, 258)],
    }  # fmt: skip
    colour = figure.hair
    layer = {"back": Layer.HAIR + 0.3, "side": Layer.STRAP + 1.2}.get(
        figure.view, Layer.OVER_BACK + 0.5
    )
    _tail(figure.head_brush(layer), colour, spines[figure.view], 58, style.wave)
    if figure.view != "front":
        x, y = spines[figure.view][0]
        over = layer + 0.1 if figure.view != "back" else Layer.HAIR + 0.4
        figure.head_brush(over).shape(ellipse(x - 4, y + 4, 13, 10), BAND)


def _high_ponytail(figure: Figure, style: Style) -> None:
    colour = figure.hair
    spines: Mapping[str, list[Point]] = {
        "front": [(14, -112), (66, -134), (112, -84), (116, 10), (98, 110), (112, 176)],
        "quarter": [(-40, -98), (-94, -124), (-134, -66), (-132, 40), (-112, 130), (-126, 200)],
        "side": [(-62, -84), (-112, -118), (-154, -60), (-150, 50), (-128, 140), (-142, 210)],
        "back": [(0, -96), (10, -60), (14, 20), (2, 120), (12, 220)],
    }  # fmt: skip
    layer: float = Layer.HAIR_BACK
    if figure.view == "side":
        layer = Layer.HAIR - 0.4
    elif figure.view == "back":
        layer = Layer.HAIR + 0.3
    _tail(figure.head_brush(layer), colour, spines[figure.view], 74, style.wave)
    x, y = {"front": (14, -116), "quarter": (-42, -106), "side": (-70, -90), "back": (0, -92)}[
        figure.view
    ]
    over: float = Layer.HAIR + 0.4 if figure.view in ("side", "back") else Layer.HAIR - 0.5
    figure.head_brush(over).shape(ellipse(x, y, 17, 12), BAND)


def _side_ponytail(figure: Figure, style: Style) -> None:
    spines: Mapping[str, list[Point]] = {
        "front": [(66, -30), (96, 4), (100, 70), (86, 140), (94, 208)],
        "quarter": [(56, -20), (80, 10), (84, 70), (72, 130), (78, 186)],
        "side": [(-30, 20), (-46, 60), (-50, 120), (-38, 180), (-46, 226)],
        "back": [(-64, -24), (-98, 6), (-102, 72), (-88, 140), (-96, 208)],
    }  # fmt: skip
    layer = Layer.HAIR + 0.2 if figure.view in ("front", "back") else Layer.HAIR_BACK
    spine = spines[figure.view]
    _tail(figure.head_brush(layer), figure.hair, spine, 52, style.wave)
    if layer > Layer.HAIR:
        x, y = spine[0]
        figure.head_brush(Layer.HAIR + 0.4).shape(ellipse(x + (4 if x > 0 else -4), y + 4, 10, 13),
                                                  BAND)  # fmt: skip


def _half_up(figure: Figure, style: Style) -> None:
    """A small tail at the back of the crown over loose hair."""
    if figure.view == "back":
        brush = figure.head_brush(Layer.HAIR + 0.3)
        _tail(brush, figure.hair, [(0, -46), (3, -10), (6, 50), (1, 110)], 46, style.wave)
        brush.shape(ellipse(0, -44, 16, 10), BAND)
        return
    x, y = {"front": (0, -116), "quarter": (-44, -104), "side": (-74, -82)}[figure.view]
    layer: float = Layer.HAIR - 0.5
    _ball(figure.head_brush(layer), figure.hair, x, y, 22)
    if figure.view == "side":
        _tail(figure.head_brush(Layer.STRAP + 1.3), figure.hair,
              [(-92, -66), (-116, -30), (-120, 40), (-112, 110)], 44, style.wave)  # fmt: skip


def _twintails(figure: Figure, style: Style) -> None:
    colour = figure.hair
    left: list[Point] = [(-72, -66), (-116, -82), (-142, -16), (-132, 80), (-112, 156), (-130, 224)]
    if figure.view in ("front", "back"):
        layer: float = Layer.HAIR_BACK + 0.5 if figure.view == "front" else Layer.HAIR - 0.4
        for sign in (1, -1):
            _tail(figure.head_brush(layer), colour, [(x * sign, y) for x, y in left], 60,
                  style.wave)  # fmt: skip
            _ribbon_band(figure, 82 * sign, -72, sign)
    elif figure.view == "quarter":
        _tail(figure.head_brush(Layer.HAIR_BACK), shadow(colour, 0.4),
              [(58, -66), (96, -76), (110, -8), (102, 76), (90, 140), (100, 190)], 46,
              style.wave)  # fmt: skip
        _tail(figure.head_brush(Layer.HAIR + 0.3), colour,
              [(-54, -68), (-96, -84), (-116, -16), (-106, 84), (-92, 156), (-106, 226)], 60,
              style.wave)  # fmt: skip
        _ribbon_band(figure, -62, -70, -1)
    else:
        _tail(figure.head_brush(Layer.HAIR + 0.3), colour,
              [(-34, -66), (-76, -84), (-100, -8), (-88, 84), (-70, 156), (-84, 230)], 62,
              style.wave)  # fmt: skip
        _ribbon_band(figure, -42, -68, -1)


def _ribbon_band(figure: Figure, x: float, y: float, sign: int) -> None:
    """A bow round the root of a tail."""
    brush = figure.head_brush(Layer.HAIR + 0.4)
    for side in (-1, 1):
        loop: list[Point] = [(x, y), (x + side * 8 - 2 * sign, y - 17), (x + side * 22, y - 18),
                             (x + side * 24, y - 2), (x + side * 12, y + 5)]  # fmt: skip
        brush.shape(smooth(loop, closed=True), BAND, line=0.8)
        brush.tone(smooth([(x + side * 4, y - 2), (x + side * 16, y - 9), (x + side * 12, y + 3)],
                          closed=True), shadow(BAND))  # fmt: skip
    brush.shape(ellipse(x, y - 2, 6.5, 8), BAND, line=0.8)


def _ball(brush: Brush, colour: str, x: float, y: float, r: float) -> None:
    brush.shape(ellipse(x, y, r, r * 0.92), colour)
    brush.tone(
        chain(
            [(x + r * 0.2, y + r * 0.9), (x + r * 0.85, y + r * 0.5), (x + r * 0.98, y - r * 0.1)],
            [(x + r * 0.5, y + r * 0.4), (x - r * 0.1, y + r * 0.75)],
        ),
        shadow(colour),
    )
    turns: list[list[Point]] = [
        [(x - r * 0.8, y + r * 0.2), (x - r * 0.2, y - r * 0.4), (x + r * 0.6, y - r * 0.3)],
        [(x - r * 0.6, y + r * 0.6), (x, y + r * 0.1), (x + r * 0.8, y + r * 0.1)],
        [(x - r * 0.1, y + r * 0.85), (x + r * 0.3, y + r * 0.4), (x + r * 0.75, y + r * 0.45)],
    ]
    strands(brush, turns, shadow(colour, 1.4), 2.2)
    lit: list[Point] = [(x - r * 0.62, y - r * 0.36), (x - r * 0.24, y - r * 0.66),
                        (x + r * 0.2, y - r * 0.68)]  # fmt: skip
    strands(brush, [lit], glow(colour, 1.1), 5.0)


def _bun(figure: Figure, style: Style) -> None:
    top = style.tied == "topknot"
    x, y = {"front": (2, -130), "back": (0, -78), "quarter": (-40, -120), "side": (-74, -96)}[
        figure.view
    ]
    if top:
        x, y = {"front": (0, -122), "back": (0, -108), "quarter": (-30, -116),
                "side": (-50, -108)}[figure.view]  # fmt: skip
    layer: float = Layer.HAIR + 0.4 if figure.view == "back" else Layer.HAIR - 0.5
    brush = figure.head_brush(layer)
    if style.wave in ("curly", "coily") and not top:
        puffs: list[Puff] = [
            (x + 26 * math.cos(k * 0.898), y + 22 * math.sin(k * 0.898), 17) for k in range(7)
        ]
        draw_puffs(brush, [*puffs, (x, y, 22)], figure.hair, low=y)
        return
    _ball(brush, figure.hair, x, y, 25 if top else 37)
    if not top:
        stray = [[(x - 20, y + 20), (x - 44, y + 8), (x - 50, y - 8)],
                 [(x + 22, y + 20), (x + 42, y + 4), (x + 44, y - 12)]]  # fmt: skip
        strands(brush, stray, figure.hair, 3.0)


def _updo(figure: Figure, style: Style) -> None:
    """Rolled up high, with a comb of gold."""
    del style
    colour = figure.hair
    x, y = {"front": (0, -122), "back": (0, -84), "quarter": (-24, -118), "side": (-50, -104)}[
        figure.view
    ]
    layer: float = Layer.HAIR + 0.4 if figure.view == "back" else Layer.HAIR - 0.5
    brush = figure.head_brush(layer)
    for dx, dy, r in ((-34.0, 8.0, 26.0), (34.0, 8.0, 26.0), (0.0, -12.0, 34.0), (0.0, 16.0, 30.0)):
        _ball(brush, colour, x + dx, y + dy, r)
    pin = figure.head_brush(Layer.HAIR + 0.5)
    px, py = {"front": (44, -86), "back": (30, -60), "quarter": (6, -104), "side": (-20, -100)}[
        figure.view
    ]
    pin.shape(ellipse(px, py, 8, 8), "#e2b84e", line=0.8)
    pin.fill(ellipse(px - 2, py - 2, 2.6, 2.6), "#fff4cf")


def _buns(figure: Figure, style: Style) -> None:
    del style
    places = {"front": (-60, 60), "back": (-60, 60), "quarter": (-50, 48), "side": (-26,)}[
        figure.view
    ]
    for x in places:
        layer = Layer.HAIR - 0.5 if figure.view in ("front", "quarter") else Layer.HAIR + 0.4
        _ball(figure.head_brush(layer), figure.hair, x, -104, 32)


def plait(brush: Brush, colour: str, spine: list[Point], width: float, *, band: str = BAND) -> None:
    """A braid along a line: two rows of lobes, tied at the end."""
    points = spread(spine, 5)
    count = len(points)
    for index in range(count - 2, -1, -1):
        x, y = points[index]
        bx, by = points[index + 1]
        r = width / 2 * (1 - 0.45 * index / count)
        length = math.hypot(bx - x, by - y) or 1.0
        dx, dy = (bx - x) / length, (by - y) / length
        for sign in (-1, 1):
            cx, cy = x - dy * sign * r * 0.42, y + dx * sign * r * 0.42
            tip = (
                cx + dx * length * 1.2 - dy * -sign * r * 0.5,
                cy + dy * length * 1.2 + dx * -sign * r * 0.5,
            )
            data = smooth([(cx - dx * r * 0.7, cy - dy * r * 0.7), (cx - dy * sign * r * 0.62,
                          cy + dx * sign * r * 0.62),
                           tip, (cx + dy * sign * r * 0.5, cy - dx * sign * r * 0.5)],
                           closed=True)  # fmt: skip
            lit = (dy * sign > 0) == (dy > 0)
            brush.shape(data, shadow(colour, 0.45) if lit else glow(colour, 0.14), line=0.7)
    x, y = points[-1]
    brush.shape(
        smooth([(x - 7, y - 4), (x + 7, y - 4), (x + 9, y + 14), (x, y + 28), (x - 9, y + 14)],
               closed=True), colour, line=0.8,
    )  # fmt: skip
    brush.shape(ellipse(x, y - 2, width * 0.27, width * 0.18), band, line=0.8)


def _braid(figure: Figure, style: Style) -> None:
    del style
    spines: Mapping[str, list[Point]] = {
        "front": [(60, 36), (80, 80), (74, 150), (66, 216)],
        "quarter": [(-50, 40), (-64, 86), (-54, 150), (-50, 216)],
        "side": [(-76, 40), (-94, 86), (-92, 160), (-96, 234)],
        "back": [(0, 50), (4, 110), (0, 170), (2, 250)],
    }  # fmt: skip
    layer = Layer.HAIR - 0.4 if figure.view != "back" else Layer.HAIR + 0.3
    plait(figure.head_brush(layer), figure.hair, spines[figure.view], 38)


def _braids(figure: Figure, style: Style) -> None:
    del style
    left: list[Point] = [(-70, 14), (-88, 70), (-82, 140), (-78, 208)]
    brush = figure.head_brush(Layer.HAIR - 0.4)
    if figure.view in ("front", "back"):
        # from behind the ears, over the shoulders
        root = figure.head_brush(Layer.HEAD - 0.4) if figure.view == "front" else brush
        for sign in (-1, 1):
            plait(root, figure.hair, [(x * sign, y) for x, y in left], 33)
    elif figure.view == "quarter":
        plait(figure.head_brush(Layer.HAIR_BACK + 40), figure.hair,
              [(54, 46), (64, 90), (58, 150), (54, 200)], 27)  # fmt: skip
        plait(brush, figure.hair, [(-52, 40), (-64, 86), (-56, 150), (-52, 212)], 33)
    else:
        plait(brush, figure.hair, [(-26, 40), (-38, 86), (-28, 150), (-24, 212)], 33)


def _crown(figure: Figure, style: Style) -> None:
    """A braid laid round the head."""
    v = style.volume
    arcs: Mapping[str, list[Point]] = {
        "front": [(-78, -34), (-62, -74), (-28, -96 - v), (12, -99 - v), (52, -84), (78, -40)],
        "back": [(-78, -40), (-52, -66), (-16, -76), (20, -76), (54, -66), (78, -38)],
        "quarter": [(-84, -30), (-62, -80), (-22, -102 - v), (20, -102 - v), (52, -84), (72, -48)],
        "side": [(-92, -8), (-76, -66), (-34, -100), (10, -106), (44, -92), (64, -62)],
    }  # fmt: skip
    brush = figure.head_brush(Layer.HAIR + 0.3)
    arc = spread(arcs[figure.view], 4)
    for index, ((x, y), (bx, by)) in enumerate(itertools.pairwise(arc)):
        dx, dy = bx - x, by - y
        length = math.hypot(dx, dy) or 1.0
        nx, ny = -dy / length * 11, dx / length * 11
        flip = 1 if index % 2 else -1
        lobe = [(x - dx * 0.5, y - dy * 0.5), (x + nx * flip, y + ny * flip),
                (bx + dx * 0.5, by + dy * 0.5),
                (bx - nx * flip * 0.5, by - ny * flip * 0.5)]  # fmt: skip
        tone = glow(figure.hair, 0.25) if index % 2 else shadow(figure.hair, 0.35)
        brush.shape(smooth(lobe, closed=True), tone, line=0.75)


def _drills(figure: Figure, style: Style) -> None:
    """Corkscrew curls that hang from the temples."""
    del style
    places: Mapping[str, tuple[float, ...]] = {
        "front": (-86, 86, -68, 68), "back": (-78, -39, 0, 39, 78), "quarter": (64, -70, -50),
        "side": (-72, -38, -4),
    }  # fmt: skip
    layer = Layer.HAIR - 0.2 if figure.view != "back" else Layer.HAIR + 0.3
    brush = figure.head_brush(layer)
    colour = figure.hair
    for order, x in enumerate(places[figure.view]):
        start = -4.0 if order < 2 or figure.view == "back" else 12.0
        for turn in range(8):
            y = start + turn * 23.0
            half = 23.0 * (0.72, 0.94, 1.0, 0.97, 0.90, 0.80, 0.66, 0.48)[turn]
            tone = glow(colour, 0.10) if turn % 2 else shadow(colour, 0.12)
            piece = chain([(x - half, y - 2), (x, y + 6), (x + half, y - 6)],
                          [(x + half, y - 6), (x + half * 0.94, y + 12)],
                          [(x + half * 0.94, y + 12), (x, y + 30), (x - half * 0.8, y + 19)],
                          [(x - half * 0.8, y + 19), (x - half, y - 2)])  # fmt: skip
            brush.shape(piece, tone, line=0.75)
            brush.tone(
                chain([(x + half * 0.35, y + 3), (x + half, y - 6), (x + half * 0.94, y + 12)],
                      [(x + half * 0.94, y + 12), (x + half * 0.3, y + 25)]), shadow(colour),
            )  # fmt: skip
