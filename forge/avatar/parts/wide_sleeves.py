"""Sleeves wider than the arm: a kimono's bags, a hanbok's curves, a robe's bells."""

from __future__ import annotations

from ..figure import Figure
from ..geometry import Strip, between, lerp, unit
from ..outfit import Worn
from ..paint import Brush, Point, chain, mix, shadow, smooth
from .folds import fold_lines, fold_tone
from .materials import material_on
from .patterns import pattern_on

_LENGTHS = {"hanging": 1.15, "curved": 0.40}


def draw_wide(figure: Figure, brush: Brush, strip: Strip, worn: Worn, colour: str) -> None:
    """What hangs from the forearm: under the tube of the sleeve a bell, over it a bag."""
    if worn.cut.arms == "bell":
        _bell(figure, brush, strip, worn, colour)
    else:
        _bag(figure, brush, strip, worn, colour)


def _bag(figure: Figure, brush: Brush, strip: Strip, worn: Worn, colour: str) -> None:
    """A square of cloth the length of the arm, which falls straight down from it."""
    size, end = figure.size, worn.cut.sleeve
    square = worn.cut.arms == "hanging"
    start = 0.30 if square else 0.62
    elbow, wrist = strip.at(0, start), strip.at(0, end)
    across, down = unit(elbow, wrist)
    level = abs(across)
    drop = _LENGTHS[worn.cut.arms] * size
    if square and figure.features.gender == "female" and figure.age in ("teen", "young adult"):
        drop *= 1.35
    out = 1.0 if wrist[0] >= figure.body.joints["neck"][0] else -1.0
    if figure.view == "side":
        out = -figure.body.facing

    def lowness(u: float) -> float:
        (ax, ay), (bx, by) = strip.at(u, 0.9), strip.at(-u, 0.9)
        return (ax - bx) * out * (1 - level) + (ay - by) * level

    low_edge = 1.0 if lowness(1.0) > 0 else -1.0
    high = strip.edge(-low_edge, start, end)
    pit, hand = strip.at(low_edge, start), high[-1]
    wide = size * (0.50 if square else 0.24)
    # where the arm hangs, the cloth stands off to the outside; where it is level, straight down
    low_hand = (hand[0] - out * size * 0.05 * (1 - level), hand[1] + drop * lerp(0.75, 1.0, level))
    low_pit = (
        lerp(wrist[0] + out * wide, pit[0] + (wrist[0] - pit[0]) * 0.25, level),
        lerp(wrist[1] + drop * 0.62, pit[1] + drop * 0.98, level),
    )
    if down < -0.3:  # a raised arm: the cloth slides to the elbow
        low_hand = (wrist[0] - across * size * 0.2, elbow[1] + drop * 0.8)
        low_pit = (elbow[0] - across * size * 0.1, elbow[1] + drop * 0.9)
    mid_hand, mid_pit = between(hand, low_hand, 0.5), between(pit, low_pit, 0.5)
    out_x, mid_y = strip.at(low_edge, 1.0)
    if level < 0.7 and (out_x - mid_pit[0]) * out > 0:  # round an elbow held away from the body
        mid_pit = (out_x + out * size * 0.02, max(mid_y, mid_pit[1]))
    bend = 0.12 if square else 0.38
    corner = [between(low_pit, low_hand, bend), between(low_pit, mid_pit, bend)]
    round_it = between(between(corner[0], corner[1], 0.5), low_pit, 0.5)
    bottom = [low_hand, between(low_hand, low_pit, 0.5), corner[0]]
    data = chain(high, [hand, mid_hand, low_hand], bottom,
                 [corner[0], round_it, corner[1], mid_pit, pit])  # fmt: skip
    brush.fill(data, colour)
    half = between(high[len(high) // 2], hand, 0.2)
    runs = ((pit, mid_pit, low_pit), (half, between(hand, low_hand, 0.2), low_hand))
    left, right = runs if runs[0][1] < runs[1][1] else runs[::-1]
    bag = Strip((0.0, 0.5, 1.0), left, right)
    pattern_on(figure, brush, bag, worn, 0.04, 0.93)
    material_on(figure, brush, bag, worn, 0.04, 0.93)
    inner = between(mid_hand, mid_pit, 0.45), between(low_hand, low_pit, 0.42)
    deep = chain([between(half, pit, 0.3), inner[0], inner[1]], [low_hand],
                 [mid_hand, between(half, hand, 0.8)])  # fmt: skip
    brush.tone(deep, shadow(colour), opacity=0.6)
    fold_lines(brush, [
        (strip.at(low_edge * 0.3, 0.75), between(mid_pit, mid_hand, b),
         between(low_pit, low_hand, c))
        for b, c in ((0.30, 0.20), (0.58, 0.52))
    ], fold_tone(colour), 3.2)  # fmt: skip
    lining = worn.trim or mix(colour, "#fffaf0", 0.8)
    (ax, ay), (bx, by) = mid_hand, low_hand
    step = size * 0.06
    mouth = chain([hand, mid_hand, low_hand],
                  [(bx + out * step, by - step * 0.2), (ax + out * step, ay), hand])  # fmt: skip
    brush.shape(mouth, lining, line=0.7)
    hanging = [corner[0], round_it, corner[1], mid_pit, pit]
    brush.edge(chain(high, [hand, mid_hand, low_hand], bottom, hanging, closed=False), colour)


def _bell(figure: Figure, brush: Brush, strip: Strip, worn: Worn, colour: str) -> None:
    """A funnel open at the wrist, with the dark of its inside."""
    size, end = figure.size, worn.cut.sleeve
    outer, inner = strip.at(-1, end), strip.at(1, end)
    neck = figure.body.joints["neck"][0]
    if abs(outer[0] - neck) < abs(inner[0] - neck):
        outer, inner = inner, outer
    sign = 1.0 if strip.at(1, end) == outer else -1.0
    out = 1.0 if outer[0] >= neck else -1.0
    if figure.view == "side":
        out = -figure.body.facing
    drop = 0.52 * size
    pit = strip.at(-sign, 0.55)
    low_y = max(outer[1], inner[1]) + drop
    swing = out * size * 0.26
    a: Point = (outer[0] + swing, low_y)
    b: Point = (inner[0] + swing * 0.1, low_y + size * 0.03)
    middle = between(outer, a, 0.5)
    mouth = [outer, (middle[0] + out * size * 0.03, middle[1]), a]
    data = chain(strip.edge(sign, 0.7, end), mouth[1:], [b], [between(b, pit, 0.6), pit])
    brush.shape(data, colour)
    brush.tone(chain([between(a, b, 0.55), b], [between(b, pit, 0.6), pit],
                     [between(inner, b, 0.3)]), shadow(colour))  # fmt: skip
    if figure.view != "back":
        inside = [outer, a, (between(a, b, 0.45)[0], a[1] - size * 0.02), inner]
        brush.fill(smooth(inside, closed=True), shadow(colour, 1.9))
    trim = worn.trim or mix(colour, "#e2b94f", 0.7)
    brush.line(smooth(mouth), brush.ink(colour), width=3.4)
    brush.line(smooth(mouth), trim, width=2.4)
    folds = []
    for share in (0.25, 0.5, 0.75):
        start = between(strip.at(0.2 * sign, 1.4), pit, share * 0.5)
        low = between(a, b, share)
        folds.append((start, between(start, low, 0.6), low))
    fold_lines(brush, folds, fold_tone(colour), 2.8)
