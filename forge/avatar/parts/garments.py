"""Cloth on the trunk: tops, the upper part of dresses and suits."""

from __future__ import annotations

import math
from dataclasses import replace

from ..figure import Figure, Layer
from ..geometry import Strip
from ..outfit import Worn
from ..paint import Brush, chain, glow, mix, shadow, smooth
from .collars import COLLAR, draw_collar, panel_top, starts
from .fronts import draw_front
from .limbs import SIDES
from .materials import material_on
from .patterns import pattern_on
from .ribbon import crease
from .sleeves import draw_sleeve, mail_rows, stitch_tone

_FITTED = frozenset({"swimsuit", "bodysuit", "leotard", "wetsuit", "superhero suit", "corset",
                     "undersuit"})  # fmt: skip


def trunk_strip(figure: Figure, worn: Worn) -> Strip:
    """The garment's own outline: close under the arms, drawn in at the waist, free at the hem."""
    ease = worn.cut.loose * figure.size
    waist = 0.22 if worn.cut.hem < 1.0 else 0.42
    if worn.cut.detail == "ribs" or worn.cut.loose > 0.085:
        waist = 0.75
    flare = ((0.1, 0.0), (0.35, ease * 0.30), (0.64, ease * waist), (1.0, ease * 0.45))
    return figure.body.trunk(ease * 0.35, flare)


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
    cut, colour = worn.cut, worn.colour
    strip = trunk_strip(figure, worn)
    brush = figure.brush(layer)
    data = torso_panel(figure, strip, worn, cut.hem)
    brush.fill(data, colour)
    brush.tone(strip.shade(0.10, cut.hem, side=1, depth=0.20), shadow(colour))
    lit = strip.edge(-0.84, 0.16, min(cut.hem, 0.62))
    brush.stroke(lit[:: max(1, len(lit) // 4)], glow(colour, 0.55), width=4.0)
    top = 0.12 if cut.neck not in ("sweetheart", "off") else 0.22
    pattern_on(figure, brush, strip, worn, top, cut.hem - 0.02)
    material_on(figure, brush, strip, worn, top, cut.hem - 0.02)
    if cut.detail == "mail":
        mail_rows(brush, strip, colour, -0.02, cut.hem)
    _form(figure, brush, strip, worn)
    _hem(figure, brush, strip, worn)
    draw_front(figure, brush, strip, worn)
    if figure.canvas.style.outline != "none":
        brush.line(data, brush.ink(colour), width=1.0)
    draw_collar(figure, strip, worn, layer)
    if sleeves and cut.sleeve > 0.05:
        for side in SIDES:
            draw_sleeve(figure, worn, side, 1 if layer < Layer.COAT else 2)


def _form(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    """Shade under the chest and folds at the waist."""
    colour, hem = worn.colour, worn.cut.hem
    dark = crease(colour, 0.9)
    view = figure.view
    tight = worn.kind in _FITTED
    if view == "back":
        for sign in (-1, 1):
            brush.stroke(
                [strip.at(sign * 0.12, 0.55), strip.at(sign * 0.34, 0.38),
                 strip.at(sign * 0.5, 0.2)], dark, width=2.6,
            )  # fmt: skip
        if hem > 0.6 and not tight:
            brush.stroke([strip.at(-0.75, 0.74), strip.at(-0.2, 0.79), strip.at(0.3, 0.76)], dark,
                         width=2.4)  # fmt: skip
        return
    middle = figure.body.middle(0.4)
    if view != "side":
        if figure.is_female and figure.age != "child":
            for side in (-1.0, 1.0):
                reach = 0.42 * (1 - abs(middle)) if side == math.copysign(1, middle) else 0.46
                c = middle + side * reach
                brush.stroke(
                    [strip.at(c - 0.24, 0.41), strip.at(c, 0.465), strip.at(c + 0.25, 0.405)],
                    dark, width=2.6,
                )  # fmt: skip
        else:
            brush.stroke(
                [strip.at(middle - 0.62, 0.40), strip.at(middle - 0.34, 0.445),
                 strip.at(middle - 0.12, 0.43)], dark, width=2.2,
            )  # fmt: skip
            brush.stroke(
                [strip.at(middle + 0.14, 0.43), strip.at(middle + 0.36, 0.445),
                 strip.at(min(0.9, middle + 0.64), 0.39)], dark, width=2.2,
            )  # fmt: skip
    if hem > 0.7 and not tight:
        for u, v, reach, width in ((-0.93, 0.60, 0.62, 3.0), (0.93, 0.56, 0.62, 3.4),
                                   (0.90, 0.78, 0.5, 2.6), (-0.92, 0.80, 0.42, 2.4)):  # fmt: skip
            brush.stroke(
                [strip.at(u, v), strip.at(u * (1 - reach * 0.6), v + 0.09),
                 strip.at(u * (1 - reach), v + 0.10)], dark, width=width, peak=0.25,
            )  # fmt: skip


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
    elif hem > 0.5 and cut.place == "top" and worn.kind not in _FITTED:
        brush.line(smooth(strip.cut(hem - 0.028, 0.03)), stitch_tone(colour), width=0.5,
                   opacity=0.7)  # fmt: skip


__all__ = ["COLLAR", "draw_sleeve", "draw_top", "torso_panel", "trunk_strip"]
