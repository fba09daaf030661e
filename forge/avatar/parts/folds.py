"""How cloth on the trunk and on the arms falls: where it pulls, hangs and gathers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from ..figure import Figure
from ..geometry import Strip, distance, lerp
from ..outfit import Worn
from ..paint import Brush, Point, chain, glow, hair_line, luminance, shadow

FITTED = frozenset({"swimsuit", "bodysuit", "leotard", "wetsuit", "superhero suit", "corset",
                    "undersuit"})  # fmt: skip
_STIFF = frozenset({"quilted", "mail", "pouches", "laced"})

Line = tuple[Point, Point, Point]


def fold_tone(colour: str, amount: float = 1.0) -> str:
    """Darker than the cloth; on black a quiet light."""
    if luminance(colour) < 0.11:
        return glow(colour, 0.30 * min(amount, 1.5))
    return shadow(colour, amount * (1.25 if luminance(colour) < 0.22 else 1.0))


def fold_lines(brush: Brush, lines: Sequence[Line], tone: str, width: float) -> None:
    """Tapered folds of one tone in one path."""
    data = "".join(hair_line(line, brush.pen(width)) for line in lines)
    if data:
        brush.fill(data, tone)


def draped(figure: Figure, strip: Strip, worn: Worn) -> Strip:
    """The strip with its edges hanging from chest, back and belly and not clinging below them."""
    cut = worn.cut
    if worn.kind in FITTED or cut.loose < 0.022 or (cut.place == "full" and cut.loose < 0.035):
        return strip
    steep = 0.52 - 3.4 * cut.loose  # heads it may draw in over the length of the trunk
    if cut.detail in ("suit", "crest", "cuffs"):
        steep = 0.42
    steep = max(0.10, steep) * figure.size * (1.25 if figure.is_female else 1.0)
    side_on = figure.view == "side"
    lean = side_on and figure.features.build != "heavy" and figure.age not in ("child", "senior")
    edges: list[tuple[Point, ...]] = []
    for edge, is_front in ((strip.left, figure.body.facing < 0), (strip.right,
                           figure.body.facing > 0)):  # fmt: skip
        hanging = chest = 0.0
        hips = _over_hips(figure, worn, edge is strip.left)
        fall = min(steep, 0.16 * figure.size) if side_on else steep
        last = 0.0
        points: list[Point] = []
        for v, (x, y) in zip(strip.stations, edge, strict=True):
            cx, cy = figure.body.spine(v)
            reach = distance((cx, cy), (x, y))
            if v >= 0.27:
                hanging = max(reach, hanging - fall * (v - last)) if hanging else reach
                chest = max(chest, reach) if v < 0.40 else chest
                if lean and is_front:  # no cloth stands off further than the chest
                    hanging = min(hanging, chest)
                hanging = max(hanging, min(hips(y), reach + 0.12 * figure.size))
                if reach > 1e-6:
                    share = hanging / reach
                    x, y = cx + (x - cx) * share, cy + (y - cy) * share
            last = v
            points.append((x, y))
        edges.append(tuple(points))
    return Strip(strip.stations, edges[0], edges[1])


def _over_hips(figure: Figure, worn: Worn, left: bool) -> Callable[[float], float]:
    """How far from the spine trousers reach at a height, where the cloth goes over them."""
    legs = figure.outfit.legs
    if not legs or worn.cut.hem < 0.94 or figure.body.upright < 0.8 or figure.view == "side":
        return lambda y: 0.0
    ease = (legs.cut.loose * 0.75 + 0.022) * figure.size
    middle = figure.body.hips[0]
    points = [p for side in ("right", "left") for strip in (figure.body.leg(side, ease),)
              for p in (*strip.left[:5], *strip.right[:5])]  # fmt: skip

    def reach(y: float) -> float:
        near = [middle - x if left else x - middle for x, h in points
                if abs(h - y) < 0.15 * figure.size]  # fmt: skip
        return max(near, default=0.0)

    return reach


def torso_folds(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    """Pull at the armpits, shade under the chest, drape at the waist, weight at the hem."""
    if worn.cut.detail in _STIFF:
        return
    colour, hem = worn.colour, worn.cut.hem
    tight = worn.kind in FITTED
    at = strip.at
    soft, dark = fold_tone(colour, 0.62), fold_tone(colour, 1.0)
    waist = min(hem, 0.82)
    if figure.view == "side":
        _from_the_side(figure, brush, strip, worn)
        return
    m = figure.body.middle(0.4) if figure.view != "back" else 0.0
    if figure.view == "back":
        fold_lines(brush, [
            (at(s * 0.16, 0.56), at(s * 0.40, 0.40), at(s * 0.50, 0.16)) for s in (-1, 1)
        ], dark, 2.8)  # fmt: skip
    elif figure.is_female and figure.age not in ("child", "senior"):
        _bust(brush, strip, m, colour)
        if worn.cut.place == "full" and worn.cut.loose < 0.035:  # darts to the waist
            fold_lines(brush, [
                (at(m + s * 0.46, 0.45), at(m * 0.8 + s * 0.38, 0.58), at(m * 0.7 + s * 0.34, 0.80))
                for s in (-1.0, 1.0)
            ], dark, 1.6)  # fmt: skip
    elif figure.age != "child":
        for s in (-1.0, 1.0):
            a = m + s * 0.10
            b = max(-0.9, min(0.9, m + s * 0.68))
            brush.tone(chain([at(a, 0.425), at((a + b) / 2, 0.455), at(b, 0.36)],
                             [at(lerp(a, b, 0.6), 0.425)]), soft)  # fmt: skip
    fold_lines(brush, [
        (at(s * 0.90, v), at(s * 0.74, v + 0.035), at(s * reach, v + 0.10))
        for s in (-1, 1) for v, reach in ((0.20, 0.52), (0.29, 0.62))
    ], dark, 2.3)  # fmt: skip
    if tight or hem < 0.7:
        return
    brush.tone(_drape(strip, m, waist), soft)
    fold_lines(brush, [
        (at(-0.95, 0.56), at(-0.62, 0.67), at(-0.22, 0.70)),
        (at(0.95, 0.53), at(0.60, 0.66), at(0.20, 0.71)),
        (at(-0.96, 0.71), at(-0.70, 0.77), at(-0.46, 0.77)),
        (at(0.96, 0.69), at(0.66, 0.77), at(0.36, 0.80)),
    ], dark, 3.0)  # fmt: skip
    if hem > 0.9 and worn.cut.detail != "ribs":
        top = max(0.84, hem - 0.26)
        fold_lines(brush, [
            (at(u, top + k * 0.03), at(u * 1.04 + 0.02, (top + hem) / 2), at(u * 1.10, hem + 0.01))
            for k, u in enumerate((-0.62, -0.2, 0.34, 0.72))
        ], dark, 2.8)  # fmt: skip
    elif worn.cut.detail == "ribs":
        fold_lines(brush, [
            (at(u, hem - 0.19), at(u + 0.06, hem - 0.13), at(u + 0.04, hem - 0.085))
            for u in (-0.72, -0.4, -0.05, 0.3, 0.62)
        ], dark, 3.0)  # fmt: skip


def _bust(brush: Brush, strip: Strip, m: float, colour: str) -> None:
    at = strip.at
    data = ""
    for s in (-1.0, 1.0):
        reach = 0.44 * (1 - abs(m)) if s == math.copysign(1, m) and m else 0.46
        c = m + s * reach
        w = 0.30 * (1 - 0.5 * abs(m)) if s == math.copysign(1, m) and m else 0.32
        data += chain(
            [at(c - w, 0.385), at(c - w * 0.3, 0.455), at(c + w * 0.4, 0.45), at(c + w, 0.37)],
            [at(c + w * 0.35, 0.425), at(c - w * 0.3, 0.43)],
        )
    brush.tone(data, fold_tone(colour, 0.85))


def _drape(strip: Strip, m: float, waist: float) -> str:
    """A broad fold across the waist, from the side turned from the light."""
    at = strip.at
    return chain(
        [at(0.98, waist - 0.30), at(0.50, waist - 0.14), at(m * 0.4 - 0.10, waist - 0.07)],
        [at(0.42, waist - 0.075), at(0.97, waist - 0.17)],
    )


def _from_the_side(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    f = figure.body.facing
    at, hem = strip.at, worn.cut.hem
    dark = fold_tone(worn.colour, 1.0)
    if worn.kind not in FITTED and hem > 0.7:
        lines = [
            (at(f * 0.92, 0.46), at(f * 0.62, 0.62), at(f * 0.1, 0.70)),
            (at(-f * 0.95, 0.60), at(-f * 0.5, 0.70), at(0.0, 0.72)),
            (at(-f * 0.95, 0.70), at(-f * 0.6, 0.78), at(-f * 0.2, 0.79)),
            (at(f * 0.94, 0.66), at(f * 0.6, 0.75), at(f * 0.25, 0.77)),
        ]
        if hem > 0.9 and worn.cut.detail != "ribs":
            lines += [(at(u, hem - 0.22), at(u * 1.05, hem - 0.1), at(u * 1.1, hem + 0.005))
                      for u in (-0.45, 0.15, 0.6)]  # fmt: skip
        fold_lines(brush, lines, dark, 2.8)
    if figure.is_female and figure.age not in ("child", "senior"):
        brush.tone(chain([at(f * 0.97, 0.40), at(f * 0.62, 0.465), at(f * 0.15, 0.43)],
                         [at(f * 0.60, 0.435)]), fold_tone(worn.colour, 0.85))  # fmt: skip


def coat_folds(figure: Figure, brush: Brush, strip: Strip, worn: Worn, a: float, b: float) -> None:
    """The pipes of a coat's skirts between two lines along it, widening to the hem."""
    at, hem, colour = strip.at, worn.cut.hem, worn.colour
    top = 0.86
    data = ""
    count = 2 if b - a < 1.3 else 4
    for k in range(count):
        u = lerp(a, b, (k + 0.62) / (count + 0.2))
        wide = (b - a) * (0.075 if k % 2 else 0.055)
        start = top + 0.12 * ((k * 3 + 1) % 4)
        middle = (start + hem) / 2
        data += chain(
            [at(u, start), at(u - wide * 0.35, middle), at(u - wide, hem)],
            [at(u + wide * 0.7, hem), at(u + wide * 0.3, middle), at(u, start)],
        )
    brush.tone(data, fold_tone(colour, 0.85))


def hem_shadow(brush: Brush, strip: Strip, worn: Worn, under: str) -> None:
    """What a loose hem throws on the cloth below it."""
    hem = worn.cut.hem
    brush.tone(
        chain(strip.cut(hem - 0.02, 0.03, -0.97, 0.97),
              strip.cut(hem + 0.035, 0.05, -0.80, 0.95)[::-1]),
        shadow(under, 1.6),
    )  # fmt: skip


def sleeve_folds(brush: Brush, strip: Strip, worn: Worn, colour: str) -> None:
    """At the shoulder, inside the elbow, and stacked above the wrist."""
    end, at = worn.cut.sleeve, strip.at
    dark, soft = fold_tone(colour, 1.0), fold_tone(colour, 0.7)
    lines: list[Line] = [(at(-0.72, 0.03), at(-0.25, 0.12), at(0.18, 0.26)),
                         (at(0.74, 0.10), at(0.35, 0.18), at(-0.1, 0.34))]  # fmt: skip
    if end > 1.1:
        for u in (-1.0, 1.0):
            brush.tone(chain([at(u * 0.96, 0.90), at(u * 0.35, 1.03), at(-u * 0.25, 1.02)],
                             [at(u * 0.32, 1.085), at(u * 0.95, 1.02)]), soft)  # fmt: skip
        lines += [(at(0.93, 0.86), at(0.5, 0.93), at(0.0, 0.90)),
                  (at(-0.93, 1.08), at(-0.4, 1.15), at(0.1, 1.11))]  # fmt: skip
    elif end > 0.3:
        lines += [(at(-0.8, end * 0.45), at(-0.1, end * 0.64), at(0.5, end * 0.55)),
                  (at(0.8, end * 0.62), at(0.5, end * 0.8), at(0.4, end))]  # fmt: skip
    if end > 1.7 and worn.cut.loose > 0.04:
        back = 0.16 if worn.cut.detail in ("ribs", "cuffs") else 0.06
        lines += [(at(s * 0.94, end - back - lift), at(s * 0.2, end - back - lift + 0.07),
                   at(-s * 0.5, end - back - lift + 0.04))
                  for s, lift in ((1, 0.10), (-1, 0.20), (1, 0.32))]  # fmt: skip
    fold_lines(brush, lines, dark, 2.6)
