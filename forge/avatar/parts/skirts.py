"""Cloth that hangs: skirts, the lower part of dresses, the tails of coats."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

from ..figure import Figure, Layer
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Brush, Point, chain, ellipse, glow, mix, shadow, smooth
from .folds import Line, fold_lines
from .materials import material_on
from .patterns import pattern_on
from .ribbon import corners, crease, dots, ribbon
from .trousers import draw_legs


def _spread(fall: str, low: float) -> float:
    """How far out the cloth stands, by the share of the way from the hips to the hem."""
    if low <= 0:
        return 0.0
    if fall in ("bell", "tiers", "high"):
        return float(math.sin(math.pi / 2 * min(1.0, low * 1.12)) ** 0.75 * 0.92 + 0.08 * low)
    if fall == "mermaid":
        return float(0.06 * low + 0.94 * max(0.0, (low - 0.42) / 0.58) ** 1.5)
    return float((0.10 + 0.9 * low) * low**0.25)


def hang_strip(figure: Figure, *, start: float, length: float, flare: float, ease: float,
               fall: str = "") -> Strip:  # fmt: skip
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
    if on_a_seat(figure):
        flare *= 0.5
        bottom = knees_y + 0.16 * size + max(0.0, length - 1) * (ankle_y - knees_y) * 0.92
    elif length <= 1:
        bottom = lerp(hips[1] + 0.25 * size, knees_y, length)
    else:
        bottom = lerp(knees_y, ankle_y + h.ankle_height * 0.4, length - 1)
    top_l, top_r = trunk.at(-1, start), trunk.at(1, start)
    hip_v = 1.0
    hip_l, hip_r = trunk.at(-1, hip_v), trunk.at(1, hip_v)
    top_y = (top_l[1] + top_r[1]) / 2
    hip_y = (hip_l[1] + hip_r[1]) / 2
    drop = max(1.0, bottom - top_y)
    swing = size * 0.16 * max(0.0, flare) * (2 * figure.chance("swing") - 1)
    left: list[Point] = []
    right: list[Point] = []
    for t in stations:
        y = top_y + drop * t
        if y <= hip_y and hip_y > top_y:
            share = (y - top_y) / (hip_y - top_y)
            v = lerp(start, hip_v, share)
            a, b = trunk.at(-1, v), trunk.at(1, v)
            more = flare * size * (0.16 if start < 0.75 else 0.10) * share
            left.append((a[0] - more, a[1]))
            right.append((b[0] + more, b[1]))
            continue
        low = (y - hip_y) / max(1.0, bottom - hip_y)
        spread = size * flare * _spread(fall, low)
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
        ease_in = min(1.0, 5 * low)
        reach_l, reach_r = lerp(hip_l[0], reach_l, ease_in), lerp(hip_r[0], reach_r, ease_in)
        aside = swing * low**1.6
        left.append((min(reach_l, hip_l[0] + size * 0.3) - spread + aside, y))
        right.append((max(reach_r, hip_r[0] - size * 0.3) + spread + aside, y))
    return Strip(tuple(stations), tuple(left), tuple(right))


def on_a_seat(figure: Figure) -> bool:
    """Sitting with the shins hanging down, so that cloth lies on the lap and falls from it."""
    joints = figure.body.joints
    knees = max(joints["right_knee"][1], joints["left_knee"][1])
    ankles = min(joints["right_ankle"][1], joints["left_ankle"][1])
    shin = figure.body.measures.knee_height - figure.body.measures.ankle_height
    return figure.body.upright < 0.5 and ankles - knees > 0.6 * shin


def wavy_hem(strip: Strip, at: float, depth: float, waves: int, bow: float = 0.035) -> list[Point]:
    """The lower edge from right to left, with folds rising and falling."""
    points = []
    count = waves * 2 + 1
    for index in range(count):
        u = 1 - 2 * index / (count - 1)
        sag = bow * (1 - u * u)
        lift = depth if index % 2 else 0.0
        x, y = strip.at(u, at)
        y0 = strip.at(u, at - 0.05)[1]
        points.append((x, y + (y - y0) * (sag - lift) * 20))
    return points


def gores(strip: Strip, folds: int, top: float, seed: float, end: float = 0.985) -> tuple[str, str]:
    """Folds that widen towards the hem: the path of their shades, the path of their lights."""
    dark = light = ""
    for index in range(folds):
        u = lerp(-0.86, 0.86, (index + 0.5) / folds)
        start = top + 0.30 * abs(math.sin(index * 2.4 + seed))
        wide = 0.62 / folds * (0.7 + 0.5 * abs(math.sin(index * 1.3 + seed)))
        mid = (start + end) / 2
        dark += chain(
            [strip.at(u * 0.93, start), strip.at(u * 0.97 - wide * 0.30, mid), strip.at(u - wide,
                end)],
            [strip.at(u + wide * 0.9, end)],
            [strip.at(u + wide * 0.9, end), strip.at(u * 0.97 + wide * 0.25, mid),
             strip.at(u * 0.93, start)],
        )  # fmt: skip
        if index % 2 == 0:
            light += chain(
                [strip.at(u * 0.93 + 0.03, start + 0.1), strip.at(u * 0.97 + wide * 0.7, mid),
                 strip.at(u + wide * 1.25, end)],
                [strip.at(u + wide * 1.7, end)],
                [strip.at(u * 0.97 + wide * 0.85, mid), strip.at(u * 0.93 + 0.03, start + 0.1)],
            )  # fmt: skip
    return dark, light


_WAISTS: Mapping[str, float] = {"high": 0.40, "bell": 0.67, "tiers": 0.67, "mermaid": 0.68}
"""Where on the trunk the skirts of dresses begin."""
_STRAIGHT = frozenset({"robe", "bathrobe", "tunic", "kimono", "apron dress"})


def draw_skirt(
    figure: Figure, worn: Worn, *, layer: float = Layer.SKIRT, start: float = 0.78
) -> None:
    cut, colour = worn.cut, worn.colour
    shortest = 1.25 if figure.view == "side" else 0.6
    if figure.body.upright < 0.5 and (cut.length < shortest or not on_a_seat(figure)):
        over_legs = replace(
            cut, sleeve=max(0.6, min(cut.length, 1.9)), loose=0.10, cuff=0.06, detail=""
        )
        draw_legs(figure, replace(worn, cut=over_legs), layer=layer, waist=False)
        return
    if cut.fall == "tutu":
        _tutu(figure, worn)
        return
    start = _WAISTS.get(cut.fall, start)
    if cut.place == "full" and cut.fall == "" and worn.kind not in _STRAIGHT:
        start = 0.66
    ease = max(0.012, cut.loose * 0.6) * figure.size
    strip = hang_strip(figure, start=start, length=cut.length, flare=cut.flare, ease=ease,
                       fall=cut.fall)  # fmt: skip
    brush = figure.brush(layer)
    runs = _outline(figure, strip, worn)
    data = chain(*runs)
    brush.fill(data, colour)
    pattern_on(figure, brush, strip, worn, 0.03, 0.95)
    material_on(figure, brush, strip, worn, 0.03, 0.95)
    _folds(figure, brush, strip, worn)
    brush.tone(strip.shade(0.02, 0.985, side=1, depth=0.16), shadow(colour), opacity=0.85)
    finish = _FINISHES.get(cut.fall)
    if finish is not None:
        finish(figure, brush, strip, worn)
    _edge(figure, brush, strip, worn)
    if figure.canvas.style.outline != "none":
        seamless = cut.place == "full" and cut.fall in ("slit", "drape")
        line = chain(runs[1], *runs[2:], closed=False) if seamless else data
        brush.line(line, brush.ink(colour))
    if cut.place == "skirt" and cut.fall != "loincloth":
        trunk = figure.body.trunk(ease + figure.size * 0.012)
        brush.shape(trunk.panel(start, start + 0.06, top=0.02, hem=0.025), crease(colour, 0.5),
                    line=0.7)  # fmt: skip


def _outline(figure: Figure, strip: Strip, worn: Worn) -> list[list[Point]]:
    """Its runs, the one along the waist first."""
    cut = worn.cut
    if cut.fall == "loincloth":
        return [
            strip.cut(0.0, 0.02), strip.edge(1, 0, 0.26)[1:],
            [strip.at(0.55, 0.34), strip.at(0.50, 0.9)], [strip.at(0.2, 1.0), strip.at(-0.1, 0.95),
            strip.at(-0.45, 1.02)], [strip.at(-0.52, 0.34), strip.at(-1, 0.26)],
            strip.edge(-1, 0.26, 0),
        ]  # fmt: skip
    if cut.fall == "slit" and figure.view in ("front", "quarter"):
        hem = wavy_hem(strip, 1.0, 0.004, 2)
        return [strip.cut(0.0, 0.02), strip.edge(1, 0, 0.42)[1:],
                     [strip.at(0.93, 0.5), strip.at(0.60, 0.8), strip.at(0.34, 1.0)], hem[2:-1],
                     strip.edge(-1, 1, 0)]  # fmt: skip
    if cut.fall in ("pleats", "kilt"):
        count = 11
        low = []
        for index in range(count):
            u = 1 - 2 * index / (count - 1)
            x, y = strip.at(u, 1.0)
            low.append(
                (x, y + figure.size * (0.07 * (1 - u * u) + (0.014 if index % 2 else -0.012)))
            )
        return [strip.cut(0.0, 0.02), strip.edge(1, 0, 1)[1:], *[[p] for p in low],
                     strip.edge(-1, 1, 0)]  # fmt: skip
    flat = cut.flare < 0.12
    depth = 0.006 if flat else 0.020
    if worn.pattern == "tattered":
        depth = 0.045
    hem = wavy_hem(strip, 1.0, depth, 2 if flat else 5, 0.02 if flat else 0.03 + 0.02 * cut.flare)
    return [strip.cut(0.0, 0.02), strip.edge(1, 0, 1)[1:], hem[1:-1], strip.edge(-1, 1, 0)]


def _folds(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    cut, colour = worn.cut, worn.colour
    if cut.fall in ("pencil", "slit", "wrap", "loincloth"):
        for u, a, b in ((-0.5, 0.06, 0.30), (0.45, 0.05, 0.24), (0.3, 0.5, 0.85)):
            brush.stroke([strip.at(u * 1.2, a), strip.at(u * 0.8, (a + b) / 2), strip.at(u * 0.7,
                b)],
                         crease(colour, 0.9), width=2.4)  # fmt: skip
        return
    if cut.fall in ("pleats", "kilt"):
        count = 10
        shades = ""
        for index in range(count):
            u = lerp(-1.0, 1.0, index / count)
            if cut.fall == "kilt" and figure.view == "front" and abs(u) < 0.45:
                continue
            top = 0.09 if cut.fall == "pleats" else 0.16
            shades += chain([strip.at(u * 0.96 + 0.01, top)], [strip.at(u + 0.02, 1.0)],
                            [strip.at(u + 0.10, 1.01)])  # fmt: skip
        brush.tone(shades, crease(colour, 1.0))
        return
    folds = 5 if cut.flare < 0.3 else (7 if cut.flare < 0.8 else 9)
    top = 0.10 if cut.fall != "mermaid" else 0.45
    if cut.fall not in ("mermaid", "drape") and cut.flare > 0.2:  # gathered into the waist
        gathers: list[Line] = []
        for k in range(folds + 3):
            u = lerp(-0.86, 0.86, (k + 0.5) / (folds + 3))
            end = 0.10 + 0.07 * ((k * 2) % 3)
            gathers.append((strip.at(u, 0.012), strip.at(u * 1.01, end * 0.45), strip.at(u, end)))
        fold_lines(brush, gathers, crease(colour, 0.9), 2.2)
    dark, light = gores(strip, folds, top, figure.seed % 7)
    brush.tone(dark, crease(colour, 0.75), opacity=0.85)
    brush.tone(light, glow(colour, 0.55), opacity=0.6)


def _edge(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    """The trim along the hem."""
    colour, kind = worn.colour, worn.kind
    tone = worn.trim
    if not tone and kind in ("robe", "gown", "sari", "kimono", "ball gown", "hanbok", "qipao"):
        tone = mix(colour, "#e2b94f", 0.72)
    if not tone and kind in ("dress", "tunic"):
        tone = crease(colour, 1.1)
    if not tone or worn.cut.fall in ("slit", "loincloth", "pleats"):
        return
    bow = 0.03 + 0.02 * worn.cut.flare if worn.cut.flare >= 0.12 else 0.02
    hem = wavy_hem(strip, 0.962, 0.0, 4, bow)
    width = 3.6 if kind in ("sari", "hanbok", "robe", "kimono") else 1.7
    brush.line(smooth(hem), tone, width=width)
    if kind in ("sari", "hanbok"):
        brush.line(smooth(wavy_hem(strip, 0.93, 0.0, 4, bow)), tone, width=0.9)


def _bell(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    """An overskirt parted in front, its edges caught up in swags."""
    if figure.view == "back":
        return
    m = figure.body.middle(1.0) * 0.5
    light = mix(glow(worn.colour, 0.9), "#ffffff", 0.35)
    panel = chain(
        [strip.at(m - 0.06, 0.02), strip.at(m - 0.20, 0.4), strip.at(m - 0.46, 0.97)],
        [strip.at(m, 1.04)],
        [strip.at(m + 0.46, 0.97), strip.at(m + 0.20, 0.4), strip.at(m + 0.06, 0.02)],
    )
    brush.shape(panel, light, line=0.8)
    for t in (0.30, 0.50, 0.70, 0.88):
        half = 0.06 + 0.42 * t
        row = [strip.at(m - half, t - 0.02), strip.at(m - half * 0.5, t + 0.03), strip.at(m, t),
               strip.at(m + half * 0.5, t + 0.03), strip.at(m + half, t - 0.02)]  # fmt: skip
        brush.line(smooth(row), shadow(light, 0.9), width=1.1)
    for sign in (-1.0, 1.0):
        edge = [strip.at(m + sign * 0.06, 0.02), strip.at(m + sign * 0.21, 0.4),
                strip.at(m + sign * 0.47, 0.97)]  # fmt: skip
        brush.line(smooth(edge), mix(worn.colour, "#f3d98a", 0.7), width=2.0)
        swag = [
            strip.at(m + sign * 0.25, 0.5),
            strip.at(sign * 0.6, 0.66),
            strip.at(sign * 0.96, 0.5),
        ]
        brush.stroke(swag, crease(worn.colour, 1.2), width=4.4)
        x, y = strip.at(m + sign * 0.24, 0.49)
        r = figure.size * 0.055
        brush.shape(ellipse(x, y, r, r), mix(worn.colour, "#ffffff", 0.6), line=0.7)


def _tiers(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    for t in (0.34, 0.58, 0.80):
        count = 9
        low = []
        for index in range(count * 2 + 1):
            u = lerp(-1.0, 1.0, index / (count * 2))
            low.append(strip.at(u, t + 0.03 * (1 - u * u) + (0.02 if index % 2 else 0.0)))
        brush.line(smooth(low), brush.ink(worn.colour), width=0.7, opacity=0.55)
        under = [(x, y + figure.size * 0.03) for x, y in low]
        brush.stroke(under[2:-2:3], crease(worn.colour, 0.8), width=5.0)
    places = [
        strip.at(lerp(-0.9, 0.9, (k * 0.618) % 1), lerp(0.62, 0.96, (k * 0.382) % 1))
        for k in range(26)
    ]
    dots(brush, places, figure.size * 0.012, crease(worn.colour, 0.9), opacity=0.7)


def _wrap_over(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    if figure.view not in ("front", "quarter"):
        return
    m = figure.body.middle(0.95, -16)
    line = [strip.at(m, 0.02), strip.at(m - 0.05, 0.5), strip.at(m - 0.16, 0.98)]
    lining = mix(worn.trim or worn.colour, "#ffffff", 0.7)
    brush.shape(ribbon([(x - 1, y) for x, y in line], figure.size * 0.03, figure.size * 0.13),
                lining, line=0.6)  # fmt: skip
    brush.line(smooth([(x + figure.size * 0.03, y) for x, y in line]), brush.ink(worn.colour),
               width=0.9)  # fmt: skip


def _sari(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    if figure.view not in ("front", "quarter"):
        return
    m = figure.body.middle(1.0) * 0.6
    for k in range(5):
        u = m - 0.16 + k * 0.08
        brush.line(smooth([strip.at(u, 0.03), strip.at(u * 1.05, 0.5), strip.at(u * 1.15, 0.97)]),
                   crease(worn.colour, 1.3), width=1.0)  # fmt: skip


def _pencil(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    u = 0.0 if figure.view == "back" else 0.62
    slit = [strip.at(u, 0.80), strip.at(u - 0.05, 1.0), strip.at(u + 0.06, 1.0)]
    brush.fill(corners(slit), shadow(worn.colour, 2.0))


def _slit(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    back = figure.brush(Layer.FAR_LEG - 0.6)
    back.shape(strip.panel(0.1, 0.99), shadow(worn.colour, 1.5))
    if figure.view in ("front", "quarter"):
        gold = worn.trim or "#e6c15a"
        line = [strip.at(0.97, 0.42), strip.at(0.90, 0.5), strip.at(0.57, 0.8), strip.at(0.31, 1.0)]
        brush.line(smooth(line), gold, width=1.7)
        brush.line(smooth(strip.cut(0.985, 0.0, -1.0, 0.32)), gold, width=1.7)


def _kilt(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    if figure.view not in ("front", "quarter"):
        return
    m = figure.body.middle(1.0) * 0.7
    edge = [strip.at(m + 0.42, 0.04), strip.at(m + 0.46, 0.5), strip.at(m + 0.48, 1.0)]
    brush.line(smooth(edge), crease(worn.colour, 1.9), width=1.6)
    x, y = strip.at(m, 0.42)
    s = figure.size
    over = figure.brush(Layer.BELT + 0.5)
    over.line(smooth([strip.at(-0.9, 0.14), (x, y - s * 0.12), strip.at(0.9, 0.14)]), "#3a2c22",
              width=2.0)  # fmt: skip
    bag = [(x - s * 0.16, y - s * 0.12), (x + s * 0.16, y - s * 0.12), (x + s * 0.18, y + s * 0.12),
           (x, y + s * 0.24), (x - s * 0.18, y + s * 0.12)]  # fmt: skip
    over.shape(smooth(bag, closed=True), "#d9cbb0", line=0.9)
    over.shape(corners([(x - s * 0.17, y - s * 0.15), (x + s * 0.17, y - s * 0.15),
                        (x + s * 0.13, y - s * 0.03), (x - s * 0.13, y - s * 0.03)]), "#4a3526",
               line=0.8)  # fmt: skip
    for k in (-0.08, 0.0, 0.08):
        over.line(
            f"M{x + k * s:.1f} {y:.1f}L{x + k * s:.1f} {y + s * 0.15:.1f}", "#3a2c22", width=1.4
        )


def _loincloth(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    brush.shape(strip.panel(0.0, 0.14, top=0.02, hem=0.03), shadow(worn.colour, 1.2), line=0.9)
    for u in (-0.28, 0.05, 0.32):
        brush.stroke(
            [strip.at(u, 0.2), strip.at(u * 0.9, 0.92)], crease(worn.colour, 1.1), width=2.4
        )


def _tutu(figure: Figure, worn: Worn) -> None:
    """Stiff net, standing out from the hips in layers, the lowest hanging deepest."""
    colour, size = worn.colour, figure.size
    trunk = figure.body.trunk(size * 0.02)
    (lx, ly), (rx, ry) = trunk.at(-1, 0.84), trunk.at(1, 0.84)
    middle = ((lx + rx) / 2, (ly + ry) / 2)
    half = (rx - lx) / 2
    layers = ((0.80, 0.66, 1.1), (0.92, 0.56, 0.7), (0.94, 0.45, 0.3), (0.82, 0.33, 0.0))
    for index, (reach, drop, fade) in enumerate(layers):
        out = half + size * reach * 0.95
        low = []
        count = 19
        for k in range(count):
            u = lerp(1.0, -1.0, k / (count - 1))
            rise = 0.30 + 0.70 * math.sqrt(max(0.0, 1 - u * u))
            y = middle[1] + size * drop * rise
            low.append((middle[0] + u * out, y + (size * 0.035 if k % 2 else -size * 0.02)))
        tone = mix(shadow(colour, fade), "#ffffff", 0.05 * index)
        brush = figure.brush(Layer.SKIRT + index * 0.1)
        data = chain([(lx, ly), middle, (rx, ry)], [(rx + size * 0.34, ry + size * 0.03)], low,
                     [(lx - size * 0.34, ly + size * 0.03)])  # fmt: skip
        brush.shape(data, tone, line=0.75)
        rays: list[Line] = []
        gleams: list[Line] = []
        for k in range(1, count - 1):
            x, y = low[k]
            top = (lerp(middle[0], x, 0.42), lerp(middle[1] + size * 0.04, y, 0.30))
            ray = (top, (lerp(top[0], x, 0.5), lerp(top[1], y, 0.45)), (x, y - size * 0.02))
            if k % 2:
                rays.append(ray)
            elif k % 4:
                gleams.append(ray)
        fold_lines(brush, rays, crease(tone, 0.7), 1.9)
        fold_lines(brush, gleams, glow(tone, 0.8), 2.0)
    over = figure.brush(Layer.SKIRT + 0.5)
    over.shape(trunk.panel(0.77, 0.87, top=0.02, hem=0.045), shadow(colour, 0.4), line=0.8)
    over.line(smooth(trunk.cut(0.785, 0.02)), glow(colour, 0.8), width=0.9)


_FINISHES: Mapping[str, Callable[[Figure, Brush, Strip, Worn], None]] = {
    "bell": _bell, "tiers": _tiers, "wrap": _wrap_over, "drape": _sari, "pencil": _pencil,
    "slit": _slit, "kilt": _kilt, "loincloth": _loincloth,
}  # fmt: skip
