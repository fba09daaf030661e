"""Trousers of every cut, from leggings to cargos."""

from __future__ import annotations

import math

from ..figure import Figure, Layer, cloth
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Brush, chain, ellipse, glow, luminance, mix, shadow, smooth
from .limbs import is_gowned
from .materials import material_on
from .patterns import pattern_on
from .ribbon import corners, crease, stitched


def draw_legs(
    figure: Figure, worn: Worn, *, layer: float = Layer.BOTTOM, waist: bool = True
) -> None:
    if not waist and worn.kind == "shorts" and is_gowned(figure):
        return
    cut, colour = worn.cut, worn.colour
    size = figure.size
    r = figure.body.measures.leg
    ease, wide = cut.loose * size, cut.cuff * size
    end = min(2.0, cut.sleeve) if worn.kind != "leotard" else 0.14
    feet = figure.outfit.feet
    if feet and feet.cut.detail in ("boot", "greave"):
        end = min(end, max(0.4, feet.cut.sleeve + 0.14))  # tucked in
    broken = end >= 1.95 and _falls(figure, worn)  # long enough to break on the shoe
    if broken:
        end = 2.04
    table = (
        (-0.18, 0.92 * r + ease * 0.5), (0.1, r + ease * 0.7), (0.4, 0.92 * r + ease * 0.8),
        (0.9, 0.62 * r + ease * 0.8 + wide * 0.3), (1.05, 0.57 * r + ease * 0.8 + wide * 0.4),
        (1.32, 0.60 * r + ease * 0.8 + wide * 0.6), (1.6, 0.50 * r + ease + wide * 0.8),
        (1.92, 0.41 * r + ease + wide), (2.10, (0.46 if broken else 0.40) * r + ease + wide),
    )  # fmt: skip
    order = figure.leg_order()
    gowned = is_gowned(figure) and end > 1.5
    strips = {side: figure.body.leg(side, 0.0, table) for side in order}
    turned = figure.view in ("side", "quarter")
    for index, side in enumerate(order):
        strip = strips[side]
        tone = mix(colour, shadow(colour), 0.5) if turned and index == 0 else colour
        leg = figure.brush(layer + index * 0.3)
        if gowned:
            leg.shape(strip.panel(1.3, end, hem=0.02), shadow(tone, 0.6))
            continue
        leg.shape(strip.panel(-0.1, end, hem=0.02), tone)
        cloth(leg, strip, strip.panel(-0.1, end, hem=0.02), tone, 0.0, end, depth=0.30)
        pattern_on(figure, leg, strip, worn, 0.1, end, limb=True)
        material_on(figure, leg, strip, worn, 0.1, end, limb=True)
        dark = crease(tone, 0.9)
        if end > 1.2 and cut.detail != "sheen":
            for t, u in ((0.90, 0.92), (1.00, -0.92), (1.08, 0.92), (1.14, -0.9)):
                leg.stroke([strip.at(u, t), strip.at(u * 0.4, t + 0.05), strip.at(0, t + 0.03)],
                           dark, width=2.6, peak=0.25)  # fmt: skip
            if ease > 0.02 * size and end > 1.8:
                for lift in (0.05, 0.14):
                    leg.stroke([strip.at(-0.9, end - lift - 0.05), strip.at(0.0, end - lift),
                                strip.at(0.8, end - lift - 0.07)], dark, width=2.4)  # fmt: skip
        if broken:
            for lift, u in ((0.10, 0.9), (0.19, -0.85)):
                leg.stroke([strip.at(u, end - lift - 0.07), strip.at(u * 0.2, end - lift),
                            strip.at(-u * 0.5, end - lift - 0.03)],
                           dark, width=3.0, peak=0.35)  # fmt: skip
        _bent(figure, leg, strip, tone, side, end)
        _detail(figure, leg, strip, worn, tone, side, end)
        leg.edge(strip.outline(0.25, end), tone, width=0.9)
    if gowned:
        return
    trunk = figure.body.trunk(ease * 0.75)
    hips = figure.brush(layer + 0.6)
    top = 0.80
    data = _seat(figure, trunk, top)
    hips.fill(data, colour)
    hips.tone(trunk.shade(top, 1.14, side=1, depth=0.16), shadow(colour))
    pattern_on(figure, hips, trunk, worn, top, 1.1)
    hips.edge(smooth(trunk.edge(-1, top, 1.06)) + smooth(trunk.edge(1, top, 1.06)), colour)
    hips.edge(smooth(trunk.cut(top, 0.02)), colour)
    if figure.view in ("front", "quarter"):
        m = figure.body.middle
        fly = [trunk.at(m(v), v) for v in (0.86, 0.95, 1.05, 1.17)]
        hips.stroke(fly, crease(colour, 1.5), width=2.2)
        for sign in (-1.0, 1.0):
            hips.stroke(
                [
                    trunk.at(m(1.0) + sign * 0.08, 1.17),
                    trunk.at(m(1.0) + sign * 0.4, 1.13),
                    trunk.at(m(1.0) + sign * 0.66, 1.05),
                ],
                crease(colour, 1.0),
                width=2.4,
            )
            a, b = m(0.9, sign * 22), m(1.0, sign * 52)
            hips.line(smooth([trunk.at(a, 0.90), trunk.at((a + b) / 2, 0.985), trunk.at(b, 1.0)]),
                      crease(colour, 1.4), width=0.8)  # fmt: skip
    elif figure.view == "back":
        hips.stroke([trunk.at(0, 0.86), trunk.at(0.02, 1.0), trunk.at(0, 1.18)],
                    crease(colour, 1.5), width=2.2)  # fmt: skip
        for sign in (-1.0, 1.0):
            hips.line(
                chain(
                    [trunk.at(sign * 0.25, 0.95)],
                    [trunk.at(sign * 0.72, 0.94)],
                    [trunk.at(sign * 0.68, 1.07)],
                    [trunk.at(sign * 0.48, 1.11)],
                    [trunk.at(sign * 0.27, 1.08)],
                ),
                crease(colour, 1.3),
                width=0.8,
            )
    if waist:
        _waist(figure, hips, trunk, worn, top)


def _seat(figure: Figure, trunk: Strip, top: float) -> str:
    joints = figure.body.joints
    apart = abs(joints["right_knee"][0] - joints["left_knee"][0]) / figure.size
    crotch = lerp(1.06, 1.30 - min(0.17, max(0.0, apart - 0.75) * 0.3), figure.body.upright)
    if figure.view == "side":
        low = [trunk.at(1, 1.10), trunk.at(0.3, 1.2), trunk.at(-0.3, 1.2), trunk.at(-1, 1.10)]
    else:
        low = [trunk.at(1, 1.06), trunk.at(0.5, 1.16), trunk.at(0.10, crotch),
               trunk.at(-0.10, crotch), trunk.at(-0.5, 1.16), trunk.at(-1, 1.06)]  # fmt: skip
    return chain(
        trunk.cut(top, 0.02), trunk.edge(1, top, 1.06)[1:], low, trunk.edge(-1, 1.06, top)[1:]
    )


def _outer(strip: Strip, side: str, view: str) -> float:
    """The u of the seam on the outside of a leg."""
    if view == "side":
        return 0.1
    picture_left = (side == "right") != (view == "back")
    rising = strip.at(1, 1)[0] > strip.at(-1, 1)[0]
    return -1.0 if picture_left == rising else 1.0


def _falls(figure: Figure, worn: Worn) -> bool:
    """Whether the hem lies on the shoe: not where a boot or a cuff holds it."""
    feet = figure.outfit.feet
    held = worn.cut.detail in ("joggers", "sheen", "ribs") or worn.cut.loose < 0.012
    booted = feet is not None and feet.cut.detail in ("boot", "greave")
    return not held and not booted and figure.body.upright > 0.35


def _bent(figure: Figure, leg: Brush, strip: Strip, tone: str, side: str, end: float) -> None:
    """The shade under a knee that comes towards the viewer or goes away from him."""
    if figure.view not in ("front", "back"):
        return
    away = figure.body.recedes(side)
    if end < 1.5:
        return
    if (away if figure.view == "front" else -away) > 0.5:
        leg.tone(strip.panel(1.04, end, top=0.10), shadow(tone, 0.9))
        return
    hip, knee, _ = figure.body.bones(side, "hip", "knee", "ankle")
    thigh = figure.body.measures.hip_height - figure.body.measures.knee_height
    if figure.view == "front" and knee[1] - hip[1] < 0.72 * thigh:
        leg.tone(strip.panel(1.04, end, top=0.16), shadow(tone, 0.9), opacity=0.75)
        leg.tone(strip.panel(1.04, 1.36, top=0.16, hem=0.05), shadow(tone, 1.2), opacity=0.7)
        x, y = strip.at(-0.12, 0.84)
        across = math.dist(strip.at(-1, 0.9), strip.at(1, 0.9))
        leg.tone(ellipse(x, y, across * 0.27, across * 0.20), glow(tone, 0.7), opacity=0.6)
        leg.stroke([strip.at(-0.97, 0.96), strip.at(-0.55, 1.10), strip.at(0, 1.17),
                    strip.at(0.55, 1.10), strip.at(0.97, 0.96)],
                   crease(tone, 1.8), width=3.4)  # fmt: skip


def _detail(
    figure: Figure, leg: Brush, strip: Strip, worn: Worn, tone: str, side: str, end: float
) -> None:
    """Seams, pockets, stripes and cuffs of one leg."""
    detail = worn.cut.detail
    out = _outer(strip, side, figure.view)
    if detail == "jeans":
        leg.line(smooth(strip.edge(out * 0.84, 0.0, end)), "#d0a05f", width=0.6)
        leg.tone(strip.band(-0.38, 0.30, 0.25, 0.85), glow(tone, 0.7), opacity=0.28)
        leg.shape(strip.panel(end - 0.10, end, top=0.02, hem=0.02), glow(tone, 0.45), line=0.7)
    elif detail == "crease":
        leg.line(smooth(strip.edge(-out * 0.06, 0.15, end)), crease(tone, 1.5), width=0.9)
        leg.tone(strip.band(-0.16, -0.04, 0.2, end), glow(tone, 0.8), opacity=0.45)
    elif detail == "cargo":
        for u in (out * 0.36,):
            a, b = sorted((u, out * 1.08))
            leg.shape(corners([strip.at(a, 0.48), strip.at(b, 0.48), strip.at(b, 0.80),
                               strip.at(a, 0.80)]), glow(tone, 0.12), line=0.8)  # fmt: skip
            leg.shape(corners([strip.at(a, 0.46), strip.at(b, 0.46), strip.at(b, 0.56),
                               strip.at((a + b) / 2, 0.60), strip.at(a, 0.56)]), glow(tone, 0.25),
                      line=0.8)  # fmt: skip
        leg.line(smooth(strip.cut(1.08, 0.04)) + smooth(strip.cut(0.88, -0.03)), crease(tone, 1.3),
                 width=0.8)  # fmt: skip
        leg.shape(strip.panel(end - 0.09, end, top=0.02, hem=0.02), crease(tone, 0.6), line=0.7)
    elif detail == "joggers":
        leg.shape(strip.panel(end - 0.14, end, top=0.02, hem=0.02), crease(tone, 0.6), line=0.7)
        if worn.kind == "joggers" and worn.trim:
            leg.fill(strip.band(out * 0.72, out * 0.96, 0.0, end - 0.14), worn.trim)
    elif detail == "stripes":
        for u in (0.52, 0.80):
            leg.fill(strip.band(out * u, out * (u + 0.16), 0.0, end), worn.trim or "#f4f4f0")
    elif detail == "sheen":
        leg.tone(strip.band(-0.42, -0.20, 0.2, 0.85) + strip.band(-0.35, -0.15, 1.15, 1.6),
                 glow(tone, 0.9), opacity=0.4)  # fmt: skip
    elif detail in ("hems", "drawstring"):
        leg.line(smooth(strip.cut(end - 0.05, 0.02)), stitched(tone), width=0.6)
        if detail == "drawstring":
            pale = mix(tone, "#ffffff", 0.75)
            a, b = sorted((out * 0.62, out * 0.94))
            leg.fill(strip.band(a, b, 0.0, end), worn.trim or pale)
    elif detail == "reflective":
        leg.shape(strip.panel(1.55, 1.72, top=0.02, hem=0.02), "#e9e24a", line=0.6)


def _waist(figure: Figure, hips: Brush, trunk: Strip, worn: Worn, top: float) -> None:
    colour, detail, size = worn.colour, worn.cut.detail, figure.size
    hips.shape(trunk.panel(top, top + 0.055, top=0.02, hem=0.02), crease(colour, 0.5), line=0.7)
    if figure.view not in ("front", "quarter"):
        return
    m = figure.body.middle
    x, y = trunk.at(m(top + 0.03), top + 0.045)
    if detail in ("joggers", "drawstring", "ribs"):
        for sign in (-1.0, 1.0):
            hips.line(smooth([(x, y), (x + sign * size * 0.03, y + size * 0.1),
                              (x + sign * size * 0.02, y + size * 0.22)]),
                      mix(colour, "#ffffff", 0.75), width=1.3)  # fmt: skip
    elif detail != "sheen":
        hips.shape(ellipse(x, y, size * 0.02, size * 0.02),
                   "#c9a15a" if detail == "jeans" else mix(colour, "#ffffff", 0.4),
                   line=0.5)  # fmt: skip
        if detail in ("jeans", "cargo", "crease", "hems"):
            loops = ""
            for angle in (-46.0, -22.0, 22.0, 46.0):
                a, b = trunk.at(m(top, angle), top + 0.005), trunk.at(m(top, angle), top + 0.07)
                loops += smooth([a, b])
            hips.line(loops, crease(colour, 1.4), width=1.8)
    if detail == "jeans" and luminance(colour) < 0.75:
        for sign in (-1.0, 1.0):
            u, w = m(0.9, sign * 20), m(1.0, sign * 54)
            hips.line(smooth([trunk.at(u, 0.895), trunk.at((u + w) / 2, 0.99), trunk.at(w, 1.01)]),
                      "#d0a05f", width=0.7)  # fmt: skip
