"""Cloth on the trunk: tops, the upper part of dresses and suits."""

from __future__ import annotations

from dataclasses import replace

from ..body import Table
from ..figure import Figure, Layer
from ..geometry import Strip, distance
from ..outfit import Worn
from ..paint import Brush, Point, chain, glow, mix, shadow, smooth
from .collars import COLLAR, draw_collar, panel_top, prints_from, starts
from .folds import FITTED, coat_folds, draped, hem_shadow, torso_folds
from .fronts import draw_front
from .limbs import SIDES
from .materials import material_on
from .patterns import pattern_on
from .ribbon import crease
from .skirts import hang_strip
from .sleeves import draw_sleeve, mail_rows, stitch_tone


def trunk_strip(figure: Figure, worn: Worn) -> Strip:
    """The garment's own outline: close under the arms, drawn in at the waist, free at the hem.

    Of a coat it runs on to the hem of its skirts; `coat_hem` tells where that is.
    """
    cut = worn.cut
    ease = cut.loose * figure.size
    waist = 0.22 if cut.hem < 0.7 or cut.place == "full" else 0.42
    flare: Table = ((0.1, 0.0), (0.35, ease * 0.30), (0.64, ease * waist), (1.0, ease * 0.6))
    if cut.detail == "ribs":  # full above the band that gathers it
        flare = ((0.1, 0.0), (0.35, ease * 0.35), (0.64, ease * 0.75), (cut.hem - 0.14, ease),
                 (cut.hem - 0.02, ease * 0.1))  # fmt: skip
    elif cut.place == "top" and cut.neck == "collar" and cut.hem < 0.9:  # tucked in, and full
        flare = ((0.1, 0.0), (0.35, ease * 0.35), (0.64, ease * 0.8), (0.78, ease * 1.5))
    elif cut.loose > 0.085:
        flare = ((0.1, 0.0), (0.35, ease * 0.30), (0.64, ease * 0.75), (1.0, ease * 0.6))
    strip = draped(figure, figure.body.trunk(ease * 0.35, flare), worn)
    return with_skirts(figure, strip, worn) if is_coat(worn) else strip


def is_coat(worn: Worn) -> bool:
    """Cut in one piece from the shoulders to below the hips."""
    return worn.cut.place == "over" and worn.cut.length > 0 and worn.cut.detail != "tails"


_WAIST = 0.70


def with_skirts(figure: Figure, strip: Strip, worn: Worn) -> Strip:
    cut = worn.cut
    ease = cut.loose * figure.size * 0.9
    if cut.detail == "belt":
        ease *= 0.5
    skirts = hang_strip(figure, start=_WAIST, length=cut.length, flare=cut.flare, ease=ease)
    by = _skirts_length(figure, skirts)
    kept = [k for k, v in enumerate(strip.stations) if v < _WAIST - 0.02]
    stations = [strip.stations[k] for k in kept]
    edges: list[list[Point]] = [[strip.left[k] for k in kept], [strip.right[k] for k in kept]]
    for index, t in enumerate(skirts.stations):
        v = _WAIST + t * by
        stations.append(v)
        give = max(0.0, 1 - t * 2.5) if index else 1.0
        for side, u in ((0, -1.0), (1, 1.0)):
            x, y = (skirts.left if u < 0 else skirts.right)[index]
            ax, ay = strip.at(u, _WAIST)
            bx, by_ = (skirts.left if u < 0 else skirts.right)[0]
            edges[side].append((x + (ax - bx) * give, y + (ay - by_) * give))
    stations.append(_WAIST + by + 0.3)  # room for a bowed hem
    for edge in edges:
        (x0, y0), (x1, y1) = edge[-2], edge[-1]
        share = 0.3 / max(0.01, stations[-2] - stations[-3])
        edge.append((x1 + (x1 - x0) * share, y1 + (y1 - y0) * share))
    return Strip(tuple(stations), tuple(edges[0]), tuple(edges[1]))


def _skirts_length(figure: Figure, skirts: Strip) -> float:
    """In lengths of the trunk."""
    spine = max(1.0, distance(figure.body.joints["neck"], figure.body.hips))
    return distance(skirts.at(0, 0), skirts.at(0, 1)) / spine


def tailored(figure: Figure, worn: Worn) -> Worn:
    """The garment with its hem where its own strip ends."""
    if not is_coat(worn):
        return worn
    strip = trunk_strip(figure, worn)
    return replace(worn, cut=replace(worn.cut, hem=strip.stations[-2]))


def torso_panel(figure: Figure, strip: Strip, worn: Worn, hem: float) -> str:
    start = starts(worn, figure.view)
    runs = panel_top(figure, strip, worn.cut.neck)
    sag = 0.035 if figure.view in ("front", "quarter") else 0.02
    low = strip.cut(hem, sag)
    if worn.kind in ("shirt", "hawaiian shirt") and hem > 1.0:  # shirt tails
        low = [strip.at(-1, hem - 0.05), strip.at(-0.75, hem - 0.02), strip.at(-0.3, hem + 0.03),
               strip.at(0.3, hem + 0.03), strip.at(0.75, hem - 0.02), strip.at(1,
                   hem - 0.05)]  # fmt: skip
    if worn.pattern == "tattered":
        low = [strip.at(u, hem + (0.04 if k % 2 else -0.05))
               for k, u in enumerate((-1, -0.8, -0.55, -0.3, -0.1, 0.15, 0.4, 0.6, 0.82,
                                      1))]  # fmt: skip
        return chain(*runs, strip.edge(1, start, hem)[1:-1], *[[p] for p in low[::-1]],
                     strip.edge(-1, hem, start)[1:-1])  # fmt: skip
    return chain(*runs, strip.edge(1, start, hem)[1:-1], low[::-1],
                 strip.edge(-1, hem, start)[1:-1])  # fmt: skip


def draw_top(figure: Figure, worn: Worn, layer: float, *, sleeves: bool = True) -> None:
    if worn.kind == "hanbok":  # a short jacket over the skirt, paler than it
        pale = worn.trim or mix(worn.colour, "#fffaf0", 0.72)
        worn = replace(worn, cut=replace(worn.cut, hem=0.44), colour=pale, trim=worn.colour)
        layer = Layer.BELT
    worn = tailored(figure, worn)
    cut, colour = worn.cut, worn.colour
    strip = trunk_strip(figure, worn)
    brush = figure.brush(layer)
    data = torso_panel(figure, strip, worn, cut.hem)
    below = figure.outfit.legs or figure.outfit.skirt
    if below and layer < Layer.BELT and 0.9 < cut.hem < 1.2 and worn.kind not in FITTED:
        hem_shadow(brush, strip, worn, below.colour)
    brush.fill(data, colour)
    brush.tone(strip.shade(0.10, cut.hem, side=1, depth=0.20), shadow(colour))
    lit = strip.edge(-0.84, 0.16, min(cut.hem, 0.62))
    brush.stroke(lit[:: max(1, len(lit) // 4)], glow(colour, 0.55), width=4.0)
    top = prints_from(worn, figure.view)
    pattern_on(figure, brush, strip, worn, top, cut.hem - 0.02)
    material_on(figure, brush, strip, worn, top, cut.hem - 0.02)
    if cut.detail == "mail":
        mail_rows(brush, strip, colour, -0.02, cut.hem)
    torso_folds(figure, brush, strip, worn)
    if is_coat(worn):
        coat_folds(figure, brush, strip, worn, -1.0, 1.0)
    _hem(figure, brush, strip, worn)
    draw_front(figure, brush, strip, worn)
    if figure.canvas.style.outline != "none":
        brush.line(data, brush.ink(colour), width=1.0)
    draw_collar(figure, strip, worn, layer)
    if sleeves and cut.sleeve > 0.05:
        for side in SIDES:
            draw_sleeve(figure, worn, side, 1 if layer < Layer.COAT else 2)


def _hem(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    cut, colour = worn.cut, worn.colour
    hem = cut.hem
    if cut.detail == "ribs":
        tone = worn.trim or crease(colour, 0.6)
        brush.fill(strip.panel(hem - 0.09, hem, top=0.03, hem=0.03), tone)
        brush.edge(smooth(strip.cut(hem - 0.09, 0.03)), colour, width=0.6)
        ribs = "".join(
            smooth([strip.at(k / 6, hem - 0.06 + 0.02 * (1 - (k / 6) ** 2)),
                    strip.at(k / 6, hem + 0.02 * (1 - (k / 6) ** 2))]) for k in range(-5, 6)
        )  # fmt: skip
        brush.line(ribs, crease(tone, 1.0), width=0.7)
        return
    if cut.detail == "quilted":
        for v in (0.16, 0.32, 0.48, 0.64, 0.80, 0.94):
            brush.line(smooth(strip.cut(v, 0.04)), crease(colour, 1.3), width=1.6)
        return
    if cut.detail == "reflective":
        for v in (0.34, hem - 0.16):
            brush.fill(strip.panel(v, v + 0.10, top=0.03, hem=0.03), "#e9e24a")
            brush.fill(strip.panel(v + 0.03, v + 0.07, top=0.03, hem=0.03), "#dfe5ea")
        return
    if worn.trim and hem > 0.5:
        brush.fill(strip.panel(hem - 0.035, hem, top=0.035, hem=0.035), worn.trim)
    elif hem > 0.5 and cut.place == "top" and worn.kind not in FITTED:
        brush.line(smooth(strip.cut(hem - 0.028, 0.03)), stitch_tone(colour), width=0.5,
                   opacity=0.7)  # fmt: skip


__all__ = ["COLLAR", "draw_sleeve", "draw_top", "torso_panel", "trunk_strip"]
