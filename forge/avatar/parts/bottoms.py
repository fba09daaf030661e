"""Trousers, skirts, long hems, socks and what goes round the waist."""

from __future__ import annotations

import math
from dataclasses import replace

from ..figure import Figure, Layer, cloth
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Brush, Point, chain, ellipse, glow, mix, shadow, smooth
from .patterns import pattern_on


def draw_legs(
    figure: Figure, worn: Worn, *, layer: float = Layer.BOTTOM, waist: bool = True
) -> None:
    cut, colour = worn.cut, worn.colour
    size = figure.size
    r = figure.body.measures.leg
    ease, wide = cut.loose * size, cut.cuff * size
    end = min(2.0, cut.sleeve)
    table = (
        (-0.18, 0.92 * r + ease * 0.5), (0.1, r + ease * 0.7), (0.4, 0.92 * r + ease * 0.8),
        (0.9, 0.62 * r + ease * 0.8 + wide * 0.3), (1.05, 0.57 * r + ease * 0.8 + wide * 0.4),
        (1.32, 0.60 * r + ease * 0.8 + wide * 0.6), (1.6, 0.50 * r + ease + wide * 0.8),
        (2.06, 0.37 * r + ease + wide),
    )  # fmt: skip
    brush = figure.brush(layer)
    order = figure.leg_order()
    strips = {side: figure.body.leg(side, 0.0, table) for side in order}
    turned = figure.view in ("side", "quarter")
    for index, side in enumerate(order):
        strip = strips[side]
        tone = mix(colour, shadow(colour), 0.5) if turned and index == 0 else colour
        leg = figure.brush(layer + index * 0.3)
        leg.shape(strip.panel(-0.1, end, hem=0.02), tone)
        cloth(leg, strip, strip.panel(-0.1, end, hem=0.02), tone, 0.0, end, depth=0.30)
        pattern_on(figure, leg, strip, worn, 0.1, end, limb=True)
        dark = shadow(tone, 0.9)
        if end > 1.2:
            for t, u in ((0.92, 0.92), (1.03, -0.92), (1.10, 0.92)):
                leg.stroke([strip.at(u, t), strip.at(u * 0.4, t + 0.05), strip.at(0, t + 0.03)],
                           dark, width=2.6, peak=0.25)  # fmt: skip
            if ease > 0.02 * size and end > 1.8:
                leg.stroke([strip.at(-0.9, end - 0.10), strip.at(0.0, end - 0.04),
                            strip.at(0.8, end - 0.12)], dark, width=2.6)  # fmt: skip
        if cut.detail == "jeans":
            u = 0.86 if strip.at(1, 1)[0] > strip.at(-1, 1)[0] else -0.86
            u = u if side == "left" else -u
            leg.line(smooth(strip.edge(u, 0.0, end)), glow(tone, 0.8), width=0.5)
        if cut.detail == "ribs":
            leg.shape(strip.panel(end - 0.14, end, top=0.02, hem=0.02), shadow(tone, 0.6), line=0.7)
        if cut.detail == "stripes":
            outer = -0.8 if side == "right" else 0.55
            leg.fill(strip.band(outer, outer + 0.22, 0.0, end), "#f4f4f0")
    trunk = figure.body.trunk(ease * 0.75)
    hips = figure.brush(layer + 0.6)
    top = 0.80
    data = _seat(figure, trunk, top)
    hips.fill(data, colour)
    hips.tone(trunk.shade(top, 1.14, side=1, depth=0.16), shadow(colour))
    pattern_on(figure, hips, trunk, worn, top, 1.1)
    hips.edge(smooth(trunk.edge(-1, top, 1.06)) + smooth(trunk.edge(1, top, 1.06)), colour)
    hips.edge(smooth(trunk.cut(top, 0.02)), colour)
    del brush
    if figure.view in ("front", "quarter"):
        m = figure.body.middle
        fly = [trunk.at(m(v), v) for v in (0.86, 0.95, 1.05, 1.17)]
        hips.stroke(fly, shadow(colour, 1.5), width=2.2)
        for sign in (-1.0, 1.0):
            hips.stroke(
                [
                    trunk.at(m(1.0) + sign * 0.08, 1.17),
                    trunk.at(m(1.0) + sign * 0.4, 1.13),
                    trunk.at(m(1.0) + sign * 0.66, 1.05),
                ],
                shadow(colour, 1.0),
                width=2.4,
            )
            a, b = m(0.9, sign * 22), m(1.0, sign * 52)
            hips.line(smooth([trunk.at(a, 0.90), trunk.at((a + b) / 2, 0.985), trunk.at(b, 1.0)]),
                      shadow(colour, 1.4), width=0.8)  # fmt: skip
    elif figure.view == "back":
        hips.stroke([trunk.at(0, 0.86), trunk.at(0.02, 1.0), trunk.at(0, 1.18)],
                    shadow(colour, 1.5), width=2.2)  # fmt: skip
        for sign in (-1.0, 1.0):
            hips.line(
                chain(
                    [trunk.at(sign * 0.25, 0.95)],
                    [trunk.at(sign * 0.72, 0.94)],
                    [trunk.at(sign * 0.68, 1.07)],
                    [trunk.at(sign * 0.48, 1.11)],
                    [trunk.at(sign * 0.27, 1.08)],
                ),
                shadow(colour, 1.3),
                width=0.8,
            )
    if waist:
        hips.shape(trunk.panel(top, top + 0.055, top=0.02, hem=0.02), shadow(colour, 0.5), line=0.7)


def _seat(figure: Figure, trunk: Strip, top: float) -> str:
    crotch = lerp(1.06, 1.30, figure.body.upright)
    if figure.view == "side":
        low = [trunk.at(1, 1.10), trunk.at(0.3, 1.2), trunk.at(-0.3, 1.2), trunk.at(-1, 1.10)]
    else:
        low = [trunk.at(1, 1.06), trunk.at(0.5, 1.16), trunk.at(0.10, crotch),
               trunk.at(-0.10, crotch), trunk.at(-0.5, 1.16), trunk.at(-1, 1.06)]  # fmt: skip
    return chain(
        trunk.cut(top, 0.02), trunk.edge(1, top, 1.06)[1:], low, trunk.edge(-1, 1.06, top)[1:]
    )


def hang_strip(figure: Figure, *, start: float, length: float, flare: float, ease: float) -> Strip:
    """Cloth hanging from the trunk: t from `start` (a v of the trunk) to hem.

    `length` is 0 at the hips, 1 at the knees, 2 at the ankles; t runs from 0 to 1.
    """
    body, size = figure.body, figure.size
    trunk = body.trunk(ease)
    hips, h = body.hips, body.measures
    legs = {side: body.leg(side) for side in ("right", "left")}
    stations = [0.0, 0.08, 0.16, 0.26, 0.38, 0.5, 0.62, 0.75, 0.88, 1.0]
    knees_y = (body.joints["right_knee"][1] + body.joints["left_knee"][1]) / 2
    ankle_y = max(body.joints["right_ankle"][1], body.joints["left_ankle"][1])
    if length <= 1:
        bottom = lerp(hips[1] + 0.25 * size, knees_y, length)
    else:
        bottom = lerp(knees_y, ankle_y + h.ankle_height * 0.4, length - 1)
    top_l, top_r = trunk.at(-1, start), trunk.at(1, start)
    hip_v = 1.0
    hip_l, hip_r = trunk.at(-1, hip_v), trunk.at(1, hip_v)
    top_y = (top_l[1] + top_r[1]) / 2
    hip_y = (hip_l[1] + hip_r[1]) / 2
    drop = max(1.0, bottom - top_y)
    left: list[Point] = []
    right: list[Point] = []
    for t in stations:
        y = top_y + drop * t
        if y <= hip_y and hip_y > top_y:
            share = (y - top_y) / (hip_y - top_y)
            v = lerp(start, hip_v, share)
            a, b = trunk.at(-1, v), trunk.at(1, v)
            more = flare * size * 0.10 * share
            left.append((a[0] - more, a[1]))
            right.append((b[0] + more, b[1]))
            continue
        low = (y - hip_y) / max(1.0, bottom - hip_y)
        spread = size * flare * (0.10 + 0.9 * low) * (low**0.25 if low > 0 else 0)
        reach_l, reach_r = hip_l[0], hip_r[0]
        xs_l = [
            p[0]
            for leg in legs.values()
            for p in leg.left + leg.right
            if abs(p[1] - y) < size * 0.5
        ]
        if xs_l:
            reach_l = min(hip_l[0] + size * 0.12 * low, min(xs_l) - ease * 0.5)
            reach_r = max(hip_r[0] - size * 0.12 * low, max(xs_l) + ease * 0.5)
        left.append((min(reach_l, hip_l[0] + size * 0.3) - spread, y))
        right.append((max(reach_r, hip_r[0] - size * 0.3) + spread, y))
    return Strip(tuple(stations), tuple(left), tuple(right))


def wavy_hem(strip: Strip, at: float, depth: float, waves: int) -> list[Point]:
    """The lower edge from right to left, with folds rising and falling."""
    points = []
    count = waves * 2 + 1
    for index in range(count):
        u = 1 - 2 * index / (count - 1)
        bow = 0.035 * (1 - u * u)
        lift = depth if index % 2 else 0.0
        x, y = strip.at(u, at)
        y0 = strip.at(u, at - 0.05)[1]
        points.append((x, y + (y - y0) * (bow - lift) * 20))
    return points


def draw_skirt(
    figure: Figure, worn: Worn, *, layer: float = Layer.SKIRT, start: float = 0.78
) -> None:
    cut, colour = worn.cut, worn.colour
    if figure.body.upright < 0.5:
        over_legs = replace(
            cut, sleeve=max(0.6, min(cut.length, 1.9)), loose=0.10, cuff=0.06, detail=""
        )
        draw_legs(figure, replace(worn, cut=over_legs), layer=layer, waist=False)
        return
    ease = max(0.02, cut.loose * 0.6) * figure.size
    strip = hang_strip(figure, start=start, length=cut.length, flare=cut.flare, ease=ease)
    brush = figure.brush(layer)
    waves = 3 if cut.flare < 0.2 else 5
    hem = wavy_hem(strip, 1.0, 0.012 if cut.flare < 0.2 else 0.022, waves)
    data = chain(strip.cut(0.0, 0.02), strip.edge(1, 0, 1)[1:], hem[1:-1], strip.edge(-1, 1, 0))
    brush.fill(data, colour)
    brush.tone(strip.shade(0.02, 0.985, side=1, depth=0.18), shadow(colour))
    pattern_on(figure, brush, strip, worn, 0.03, 0.97)
    dark = shadow(colour, 0.95)
    folds = 4 if cut.flare < 0.2 else 7
    if cut.detail == "pleats":
        folds = 9
    for index in range(folds):
        u = lerp(-0.85, 0.85, (index + 0.5) / folds)
        top = 0.10 + 0.22 * abs(math.sin(index * 2.4 + figure.seed % 7))
        if cut.detail == "pleats":
            top = 0.06
        points = [strip.at(u * 0.92, top), strip.at(u * 0.97, (top + 1) / 2), strip.at(u, 0.985)]
        brush.stroke(points, dark, width=3.0 if cut.detail != "pleats" else 2.4, peak=0.85)
        if index % 2 == 0:
            brush.stroke(
                [strip.at(u * 0.92 + 0.07, top + 0.1), strip.at(u + 0.09, 0.97)],
                glow(colour, 0.6), width=2.0, peak=0.8,
            )  # fmt: skip
    if worn.kind in ("gown", "robe", "kimono", "dress"):
        trim = mix(colour, "#ffffff", 0.55) if worn.kind != "robe" else "#d9b451"
        edge = [(x, y - figure.size * 0.06) for x, y in hem]
        brush.line(smooth(edge), trim, width=1.6)
    if worn.cut.neck == "wrap" and figure.view in ("front", "quarter"):
        m = figure.body.middle(0.95, 14)
        brush.line(smooth([strip.at(m * 0.8, 0.02), strip.at(m, 0.5), strip.at(m + 0.06, 1.0)]),
                   mix(colour, "#ffffff", 0.6), width=3.0)  # fmt: skip
        brush.line(smooth([strip.at(m * 0.8 + 0.05, 0.02), strip.at(m + 0.05, 0.5),
                           strip.at(m + 0.11, 1.0)]), brush.ink(colour), width=0.8)  # fmt: skip
    if figure.canvas.style.outline != "none":
        brush.line(data, brush.ink(colour))


def draw_socks(figure: Figure, worn: Worn) -> None:
    end = 2.04
    start = worn.cut.sleeve
    for index, side in enumerate(figure.leg_order()):
        strip = figure.body.leg(side, 0.008 * figure.size)
        brush = figure.brush(Layer.SOCKS - (2.7 if index == 0 and start < 0.3 else 0) + index * 0.1)
        data = strip.panel(start, end)
        cloth(brush, strip, data, worn.colour, max(0.0, start), end)
        brush.edge(strip.outline(start, end), worn.colour)
        if start > 0:
            brush.line(smooth(strip.cut(start, 0.01)), shadow(worn.colour, 1.2), width=1.4)


def draw_waist(figure: Figure, worn: Worn) -> None:
    colour = worn.colour
    if worn.cut.detail == "suspenders" or worn.cut.detail == "harness":
        _straps(figure, worn)
        return
    trunk = figure.body.trunk(0.10 * figure.size)
    brush = figure.brush(Layer.BELT)
    is_sash = worn.cut.detail in ("sash", "obi")
    start, end = (0.70, 0.84) if is_sash else (0.79, 0.87)
    if worn.cut.detail == "obi":
        start, end = 0.52, 0.82
    brush.shape(trunk.panel(start, end, top=0.02, hem=0.025), colour)
    brush.tone(trunk.panel(lerp(start, end, 0.6), end, top=0.025, hem=0.025), shadow(colour))
    v = (start + end) / 2 + 0.02
    if is_sash:
        if worn.cut.detail == "obi":
            brush.line(smooth(trunk.cut(v - 0.02, 0.025)), mix(colour, "#f4d98a", 0.75), width=3.2)
        if figure.view == "back" and worn.cut.detail == "obi":
            _bow(figure, brush, trunk.at(0, v), colour, figure.size * 0.42)
        elif figure.view != "back":
            u = figure.body.middle(v, -20)
            x, y = trunk.at(u, v)
            size = figure.size
            for dx, length in ((-0.10, 0.75), (0.08, 0.6)):
                tail = chain(
                    [(x, y)],
                    [(x + dx * size - 0.07 * size, y + length * size)],
                    [(x + dx * size + 0.06 * size, y + length * size * 0.96)],
                )
                brush.shape(tail, shadow(colour, 0.4), line=0.8)
            brush.shape(ellipse(x, y, size * 0.08, size * 0.09), colour, line=0.8)
        return
    if figure.view in ("front", "quarter"):
        x, y = trunk.at(figure.body.middle(v), v)
        w, h = figure.size * 0.11, figure.size * 0.085
        buckle = chain([(x - w, y - h)], [(x + w, y - h)], [(x + w, y + h)], [(x - w, y + h)])
        brush.shape(buckle, "#d8b04a", line=0.8)
        brush.fill(ellipse(x, y, w * 0.5, h * 0.45), shadow(colour, 1.0))


def _bow(figure: Figure, brush: Brush, at: Point, colour: str, size: float) -> None:
    x, y = at
    for sign in (-1, 1):
        brush.shape(
            smooth([(x, y), (x + sign * size * 0.7, y - size * 0.55), (x + sign * size, y),
                    (x + sign * size * 0.7, y + size * 0.45)], closed=True),
            colour,
        )  # fmt: skip
        brush.stroke([(x + sign * size * 0.1, y), (x + sign * size * 0.6, y - size * 0.1)],
                     shadow(colour), width=3)  # fmt: skip
    brush.shape(ellipse(x, y, size * 0.22, size * 0.25), shadow(colour, 0.4))


def _straps(figure: Figure, worn: Worn) -> None:
    trunk = figure.body.trunk(0.06 * figure.size)
    brush = figure.brush(Layer.STRAP)
    m = figure.body.middle
    half = 0.07
    angles = (-30.0, 30.0)
    for angle in angles:
        if figure.view == "back":
            us = [angle / 60] * 5
        else:
            us = [m(v, angle * 1.2) for v in (0.0, 0.2, 0.4, 0.6, 0.82)]
        left = [
            trunk.at(u - half, v) for u, v in zip(us, (-0.04, 0.2, 0.4, 0.6, 0.82), strict=True)
        ]
        right = [
            trunk.at(u + half, v) for u, v in zip(us, (-0.04, 0.2, 0.4, 0.6, 0.82), strict=True)
        ]
        brush.shape(chain(left, right[::-1]), worn.colour, line=0.8)
    if worn.cut.detail == "harness":
        brush.shape(trunk.panel(0.44, 0.50, top=0.02, hem=0.02), worn.colour, line=0.8)
        if figure.view != "back":
            x, y = trunk.at(m(0.48), 0.48)
            brush.shape(ellipse(x, y, figure.size * 0.09, figure.size * 0.09), "#c9a54a", line=0.8)
