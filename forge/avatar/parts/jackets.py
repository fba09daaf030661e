"""Jackets, coats and vests: open in front or buttoned, with what is worn under them to be seen."""

from __future__ import annotations

from dataclasses import replace

from ..figure import Figure, Layer
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, shadow, smooth
from .collars import COLLAR, draw_collar, hood_down
from .folds import coat_folds, fold_lines, fold_tone
from .garments import draw_top, is_coat, tailored, trunk_strip
from .limbs import SIDES
from .materials import material_on
from .patterns import pattern_on
from .ribbon import corners, crease, ribbon, stitched
from .skirts import hang_strip, wavy_hem
from .sleeves import draw_sleeve

MEET = 0.58  # where a buttoned jacket closes


def draw_over(figure: Figure, worn: Worn) -> None:
    """A jacket or coat, over the vest where there is one."""
    vest = figure.outfit.vest
    if vest is not None and vest is not worn and figure.view in ("front", "quarter"):
        _fronts(figure, vest, Layer.TOP + 3)
    cut = worn.cut
    if figure.view in ("back", "side"):
        if cut.detail == "tails":
            _tails(figure, worn, ((-1.0, 1.0),))
        draw_top(figure, worn, Layer.COAT)
        if cut.detail == "belt":
            _coat_belt(figure, worn)
        return
    _fronts(figure, worn, Layer.COAT)
    if cut.sleeve > 0.05:
        for side in SIDES:
            draw_sleeve(figure, worn, side, 2)
    if cut.detail == "belt":
        _coat_belt(figure, worn)


def _angle(worn: Worn, v: float, sign: float) -> float:
    """How far from the middle the front edge runs at v, in degrees."""
    cut = worn.cut
    front = cut.front
    if front == "closed":
        return 1.5 if sign < 0 else -1.5
    if front == "double":
        return 6.0 if sign < 0 else -16.0
    if front == "buttoned":
        if v <= MEET:
            return lerp(25.0, -3.0 if sign > 0 else 3.0, max(0.0, (v - COLLAR) / (MEET - COLLAR)))
        away = 0.0 if cut.detail == "points" else (5.0 if cut.length > 0 else 17.0)
        share = (v - MEET) / max(0.1, cut.hem - MEET)
        return float((-3.0 if sign > 0 else 3.0) + away * share**1.8)
    wide = {"v": 18.0, "stand": 19.0, "rib": 17.0, "tails": 26.0}.get(cut.neck, 23.0)
    return wide * (0.66 + 0.34 * min(1.0, (v - COLLAR) / 0.8))


def _fronts(figure: Figure, worn: Worn, layer: float) -> None:
    """Both halves, the person's left over the right."""
    worn = tailored(figure, worn)
    cut, colour = worn.cut, worn.colour
    strip = trunk_strip(figure, worn)
    m, hem = figure.body.middle, cut.hem
    brush = figure.brush(layer)
    if cut.detail == "tails":
        left, right = m(1.0, -24.0), m(1.0, 24.0)
        _tails(figure, worn, ((-1.0, left), (right, 1.0)))
    elif is_coat(worn):
        _lining(figure, strip, worn)
    edges: dict[float, list[Point]] = {}
    for sign in (-1.0, 1.0):
        inner = []
        for k in range(11):
            v = lerp(COLLAR + 0.01, hem, k / 10)
            u = m(v, sign * _angle(worn, v, sign))
            if k == 0:
                u = sign * 0.60
            inner.append(strip.at(u, v))
        edges[sign] = inner
        end = m(hem, sign * _angle(worn, hem, sign))
        low = strip.cut(hem, 0.03, end, sign)[1:]
        if cut.detail == "points":
            low = [strip.at(m(hem, sign * 16), hem + 0.07), strip.at(sign * 0.6, hem - 0.01),
                   strip.at(sign, hem - 0.03)]  # fmt: skip
        side = strip.edge(sign, 0.16 if cut.sleeve < 0.05 else COLLAR, hem)
        if cut.sleeve < 0.05:  # the armhole of a vest
            side = [strip.at(sign * 0.74, COLLAR + 0.05), strip.at(sign * 0.76, 0.06),
                    strip.at(sign * 0.88, 0.17), *side]  # fmt: skip
        data = chain(inner, [*low], side[::-1])
        brush.shape(data, colour)
        half = _half(figure, strip, worn, sign)
        pattern_on(figure, brush, half, worn, 0.04, hem - 0.03)
        material_on(figure, brush, half, worn, 0.14, hem - 0.03)
        if sign > 0:
            brush.tone(strip.shade(0.16, hem, side=1, depth=0.12), shadow(colour))
        else:
            lit = strip.edge(-0.84, 0.16, min(0.55, hem))
            brush.stroke(lit[:: max(1, len(lit) // 4)], glow(colour, 0.7), width=4.0)
        dark = crease(colour, 1.0)
        _folds(figure, brush, strip, worn, sign, end)
        if sign > 0 or cut.front != "buttoned":
            shade = [(x + sign * figure.size * 0.018, y) for x, y in inner[3:]]
            brush.stroke(shade, dark, width=2.0)
        _detail(figure, brush, strip, worn, sign)
        if sign < 0:
            _collar(figure, strip, worn, sign, layer)
    _collar(figure, strip, worn, 1.0, layer)
    _closure(figure, brush, strip, worn, edges)


def _folds(figure: Figure, brush: Brush, strip: Strip, worn: Worn, sign: float, end: float) -> None:
    """Of one half: from the armpit, at the waist, and down the skirts of a coat."""
    at, dark = strip.at, fold_tone(worn.colour)
    if worn.cut.detail == "quilted":
        return
    lines = [(at(sign * 0.92, 0.22), at(sign * 0.78, 0.27), at(sign * 0.62, 0.36)),
             (at(sign * 0.95, 0.55), at(sign * 0.66, 0.65), at(sign * 0.40, 0.66)),
             (at(sign * 0.95, 0.70), at(sign * 0.70, 0.77), at(sign * 0.52, 0.77))]  # fmt: skip
    if worn.cut.front == "buttoned":  # the pull of the closed button
        u = figure.body.middle(MEET, sign * 6)
        lines += [(at(u, MEET + 0.01), at(lerp(u, sign, 0.3), MEET - 0.015),
                   at(lerp(u, sign, 0.62), MEET - 0.06)),
                  (at(u, MEET + 0.03), at(lerp(u, sign, 0.25), MEET + 0.05),
                   at(lerp(u, sign, 0.5), MEET + 0.10))]  # fmt: skip
    fold_lines(brush, lines, dark, 2.8)
    if is_coat(worn):
        coat_folds(figure, brush, strip, worn, *sorted((end, sign)))


def _lining(figure: Figure, strip: Strip, worn: Worn) -> None:
    """The inside of a coat's back, seen between its fronts."""
    if worn.cut.front == "closed":
        return
    hem = worn.cut.hem
    inside = figure.brush(Layer.FAR_LEG - 0.5)
    inside.shape(chain(strip.cut(0.8), strip.edge(1, 0.8, hem - 0.03)[1:],
                       strip.cut(hem - 0.03, 0.02)[::-1], strip.edge(-1, hem - 0.03, 0.8)),
                 shadow(worn.colour, 1.7))  # fmt: skip


def _half(figure: Figure, strip: Strip, worn: Worn, sign: float) -> Strip:
    """One side of the chest as a strip of its own, so that prints stay clear of the opening."""
    stations = tuple(t for t in strip.stations if -0.05 <= t <= worn.cut.hem)
    inner = []
    for t in stations:
        edge = figure.body.middle(t, sign * _angle(worn, t, sign))
        inner.append(strip.at(edge + sign * min(0.08, abs(sign - edge)), t))
    outer = tuple(strip.at(sign * 0.98, t) for t in stations)
    if sign > 0:
        return Strip(stations, tuple(inner), outer)
    return Strip(stations, outer, tuple(inner))


def _detail(figure: Figure, brush: Brush, strip: Strip, worn: Worn, sign: float) -> None:
    cut, colour, m = worn.cut, worn.colour, figure.body.middle
    line = crease(colour, 1.8)
    size = figure.size

    def at(v: float, angle: float) -> Point:
        return strip.at(m(v, sign * angle), v)

    detail = cut.detail
    if detail in ("pockets", "belt") and cut.hem > 0.9:
        brush.line(smooth([at(0.78, 32), at(0.94, 46)]), line, width=2.4)
        brush.line(smooth([at(0.78, 36), at(0.94, 50)]), stitched(colour), width=0.5)
    elif detail in ("suit", "crest"):
        lid = [at(0.84, 30), at(0.82, 60), at(0.90, 62), at(0.92, 30)]
        brush.shape(corners(lid), glow(colour, 0.12), line=0.7)
        if sign > 0:
            brush.shape(corners([at(0.30, 27), at(0.285, 46), at(0.315, 46), at(0.33, 27)]),
                        glow(colour, 0.12), line=0.6)  # fmt: skip
            if detail == "suit":
                peak = [at(0.30, 29), at(0.245, 33), at(0.29, 37), at(0.25, 42), at(0.29, 45)]
                brush.shape(corners(peak), "#f4f1ea", line=0.5)
            else:
                x, y = at(0.40, 36)
                r = size * 0.07
                crest = [(x - r, y - r), (x + r, y - r), (x + r * 0.9, y + r * 0.4), (x,
                    y + r * 1.2),
                         (x - r * 0.9, y + r * 0.4)]  # fmt: skip
                brush.shape(smooth(crest, closed=True), "#d9b451", line=0.6)
    elif detail in ("patch pockets", "snaps"):
        if cut.hem > 1.0:
            brush.shape(corners([at(0.80, 30), at(0.80, 62), at(1.04, 62), at(1.06, 46), at(1.04,
                30)]),
                        glow(colour, 0.06), line=0.7)  # fmt: skip
        if sign > 0 and detail == "patch pockets":
            brush.line(corners([at(0.28, 26), at(0.28, 46), at(0.42, 45), at(0.43, 27)]), line,
                       width=0.8)  # fmt: skip
            for angle, hue in ((31.0, "#3b6fd0"), (36.0, "#d0433b")):
                brush.line(smooth([at(0.24, angle), at(0.34, angle)]), hue, width=1.8)
    elif detail == "denim":
        brush.line(smooth([at(0.22, 20), at(0.22, 68)]), "#d9a760", width=0.7)
        brush.shape(corners([at(0.23, 24), at(0.23, 46), at(0.29, 45), at(0.33, 35), at(0.29, 25)]),
                    glow(colour, 0.25), line=0.7)  # fmt: skip
        for angle in (27.0, 44.0):
            brush.line(
                smooth([at(0.34, angle), at(cut.hem - 0.06, angle * 0.8)]), "#d9a760", width=0.6
            )
    elif detail == "biker":
        for angle in (40.0,):
            brush.line(smooth([at(0.40, angle - 8), at(0.46, angle + 16)]), "#cfd4da", width=1.5)
        brush.line(smooth([at(0.70, 30), at(0.78, 56)]), "#cfd4da", width=1.5)
    elif detail == "quilted":
        for v in (0.16, 0.32, 0.48, 0.64, 0.80):
            a = sign * (_angle(worn, v, sign) + 1)
            points = [strip.at(m(v, a), v), strip.at(lerp(m(v, a), sign, 0.5), v + 0.035),
                      strip.at(sign * 0.99, v)]  # fmt: skip
            brush.line(smooth(points), crease(colour, 1.5), width=1.7)
    elif detail == "pouches":
        for v in (0.34, 0.58):
            brush.shape(corners([at(v, 10), at(v, 42), at(v + 0.19, 40), at(v + 0.19, 9)]),
                        glow(colour, 0.18), line=0.8)  # fmt: skip
            brush.shape(corners([at(v - 0.01, 9), at(v - 0.01, 43), at(v + 0.06, 42),
                                 at(v + 0.06, 9)]),
                        shadow(colour, 0.4), line=0.7)  # fmt: skip
    elif detail == "reflective":
        for v in (0.34, cut.hem - 0.16):
            a = sign * (_angle(worn, v, sign) + 1)
            for lift, tall, tone in ((0.0, 0.10, "#e9e24a"), (0.035, 0.03, "#dfe5ea")):
                b = [strip.at(m(v, a), v + lift), strip.at(sign * 0.99, v + lift),
                     strip.at(sign * 0.99, v + lift + tall), strip.at(m(v, a),
                                                                      v + lift + tall)]  # fmt: skip
                brush.fill(corners(b), tone)
    elif detail == "ribs":
        a = m(cut.hem, sign * _angle(worn, cut.hem, sign))
        band = chain([strip.at(a, cut.hem - 0.08), strip.at(sign, cut.hem - 0.09)],
                     [strip.at(sign, cut.hem), strip.at(a, cut.hem + 0.01)])  # fmt: skip
        brush.shape(band, worn.trim or crease(colour, 0.7), line=0.7)
        ribs = ""
        for k in range(1, 6):
            u = lerp(a, sign, k / 6)
            ribs += smooth([strip.at(u, cut.hem - 0.07), strip.at(u, cut.hem - 0.005)])
        brush.line(ribs, crease(colour, 1.6), width=0.7)


def _collar(figure: Figure, strip: Strip, worn: Worn, sign: float, layer: float) -> None:
    cut, colour, m = worn.cut, worn.colour, figure.body.middle
    brush = figure.brush(layer + (0.3 if sign < 0 else 0.35))
    at = strip.at
    neck = cut.neck
    if neck in ("lapel", "satin lapel"):
        low = MEET if cut.front == "buttoned" else 0.50
        tone = glow(colour, 0.24) if luminance(colour) < 0.8 else mix(colour, "#ffffff", 0.5)
        face = mix(tone, "#ffffff", 0.14) if neck == "satin lapel" else tone
        edge = [at(m(v, sign * _angle(worn, v, sign)), v) for v in (0.12, 0.26, 0.40, low)]
        tip = at(m(0.14, sign * 52), 0.135)
        if neck == "satin lapel":
            shawl = [at(sign * 0.62, COLLAR - 0.03), at(m(0.0, sign * 44), 0.0),
                     at(m(0.2, sign * 44), 0.2), at(m(0.4, sign * 24), 0.42)]  # fmt: skip
            brush.shape(chain(shawl, [edge[3]], edge[:3][::-1]), face, line=0.85)
            brush.stroke([shawl[1], shawl[2], shawl[3]], glow(face, 0.9), width=2.4)
            return
        lapel = [at(m(0.045, sign * 26), 0.045), at(m(0.085, sign * 40), 0.085), tip]
        brush.shape(chain(*[[p] for p in lapel], [at(m(0.34, sign * 30), 0.36), edge[3]],
                          edge[:3][::-1]), face, line=0.85)  # fmt: skip
        collar = [at(sign * 0.52, COLLAR - 0.045), at(sign * 0.84, COLLAR - 0.035),
                  at(m(0.05, sign * 52), 0.045), at(m(0.085, sign * 40), 0.085),
                  at(m(0.05, sign * 24), 0.05)]  # fmt: skip
        brush.shape(corners(collar), glow(tone, 0.12), line=0.85)
    elif neck == "collar":
        points = [at(sign * 0.50, COLLAR - 0.045), at(sign * 0.88, COLLAR - 0.03),
                  at(m(0.1, sign * 50), 0.08), at(m(0.14, sign * 28), 0.145),
                  at(m(0.03, sign * 17), 0.03)]  # fmt: skip
        brush.shape(corners(points), glow(colour, 0.22), line=0.85)
    elif neck == "stand":
        points = [at(sign * 0.34, COLLAR - 0.03), at(sign * 0.62, COLLAR - 0.10),
                  at(sign * 0.96, COLLAR - 0.05), at(sign * 0.9, 0.0),
                  at(m(0.05, sign * 18), 0.07)]  # fmt: skip
        if cut.front in ("closed", "double"):
            points[0], points[4] = at(sign * 0.04, COLLAR - 0.02), at(m(0.0) + sign * 0.03, 0.03)
        brush.shape(smooth(points, closed=True), glow(colour, 0.2), line=0.85)
    elif neck in ("hood", "fur hood"):
        if sign > 0:
            hood_down(figure, brush, strip, colour, fur=neck == "fur hood")
    elif neck != "crew":
        line = [at(sign * 0.62, COLLAR - 0.01)]
        line += [at(m(v, sign * _angle(worn, v, sign)), v) for v in (0.0, 0.12, 0.28, 0.45, MEET)]
        if cut.front == "open":
            line += [at(m(v, sign * _angle(worn, v, sign)), v) for v in (0.75, cut.hem - 0.08)]
        width = figure.size * (0.075 if neck == "rib" or worn.material == "wool" else 0.045)
        brush.shape(ribbon(line, width), worn.trim or crease(colour, 0.7), line=0.7)
    elif sign > 0:
        draw_collar(figure, strip, replace(worn, cut=replace(cut, neck="crew")), layer)


def _closure(
    figure: Figure, brush: Brush, strip: Strip, worn: Worn, edges: dict[float, list[Point]]
) -> None:
    """Buttons, zips and clasps, on top of both halves."""
    cut, colour, size = worn.cut, worn.colour, figure.size
    m = figure.body.middle
    dark = mix(colour, "#141418", 0.62) if luminance(colour) > 0.25 else glow(colour, 1.1)

    def button(v: float, angle: float, tone: str, r: float = 0.024) -> None:
        x, y = strip.at(m(v, angle), v)
        brush.shape(ellipse(x, y, size * r, size * r), tone, line=0.5)

    if worn.trim and cut.neck in ("lapel", "stand", "collar"):
        soft = luminance(worn.trim) > 0.75
        band = ribbon(edges[1.0][2:], size * (0.13 if soft else 0.05))
        brush.shape(band, worn.trim, line=0.8)
    if cut.detail in ("suit", "crest"):
        for v in (MEET + 0.02, MEET + 0.19):
            button(v, 1.5, "#d9b451" if cut.detail == "crest" else dark)
    elif cut.detail == "points":
        for k in range(4):
            button(MEET + 0.02 + k * 0.11, 1.0, dark, 0.019)
    elif worn.kind == "trench coat" and cut.front == "open":
        for sign in (-1.0, 1.0):
            for v in (0.34, 0.52):
                button(v, sign * 40, "#6b4e30", 0.026)
    elif cut.front == "double":
        brush.line(smooth(edges[1.0][1:]), brush.ink(colour), width=0.8)
        for angle in (-11.0, 17.0):
            for k in range(4):
                button(0.14 + k * 0.19, angle, mix(colour, "#3a3c44", 0.8), 0.024)
    elif cut.detail == "snaps":
        for k in range(5):
            button(0.12 + k * 0.2, 0, mix(colour, "#5a4a20", 0.35), 0.022)
    elif cut.detail == "reflective":
        for k in range(4):
            v = 0.08 + k * 0.22
            a, b = strip.at(m(v, -9), v), strip.at(m(v, 9), v)
            brush.shape(ribbon([a, b], size * 0.055), "#4a4d54", line=0.6)
    elif cut.front == "buttoned":
        for k in range(3):
            button(MEET + 0.02 + k * 0.16, 1.5, dark, 0.024)
    elif cut.detail in ("biker", "ribs") and worn.material != "wool":
        for sign in (-1.0, 1.0):
            start = 4 if cut.detail == "biker" else 1
            brush.line(smooth(edges[sign][start:]), "#cfd4da", width=1.6)
    elif cut.detail in ("pockets", "quilted") and cut.neck == "stand":
        for sign in (-1.0, 1.0):
            brush.line(smooth(edges[sign][1:]), "#cfd4da", width=1.2)
    elif cut.detail in ("denim",):
        for k in range(4):
            button(0.20 + k * 0.19, 21, "#c9a15a", 0.020)
    elif cut.detail == "ribs":
        for k in range(5):
            button(MEET - 0.2 + k * 0.16, 17, dark, 0.020)
    elif cut.detail == "tails":
        for sign in (-1.0, 1.0):
            for k in range(3):
                button(0.38 + k * 0.13, sign * 34, "#d9b451", 0.020)
    elif cut.detail == "patch pockets" or (cut.front == "open" and cut.neck == "lapel"):
        for k in range(3):
            button(0.58 + k * 0.17, 27, dark, 0.020)


def _tails(figure: Figure, worn: Worn, spans: tuple[tuple[float, float], ...]) -> None:
    cut, colour = worn.cut, worn.colour
    strip = hang_strip(figure, start=0.78, length=cut.length, flare=cut.flare,
                       ease=cut.loose * figure.size * 0.9)  # fmt: skip
    inside = figure.brush(Layer.FAR_LEG - 0.5)
    if len(spans) > 1:
        hem = wavy_hem(strip, 0.985, 0.01, 3)
        inside.shape(chain(strip.cut(0.1), strip.edge(1, 0.1, 0.985)[1:], hem[1:-1],
                     strip.edge(-1, 0.985, 0.1)),
                     shadow(colour, 1.7))  # fmt: skip
    brush = figure.brush(Layer.COAT - 0.5)
    for a, b in spans:
        spread = 0.06 if len(spans) > 1 else 0.0
        a2, b2 = (a, b - spread * 3) if a == -1.0 else (a + spread * 3, b)
        low: list[Point] = [
            strip.at(lerp(b2, a2, k / 4), 1.0 - (0.012 if k % 2 else 0)) for k in range(5)
        ]
        edge_in = [strip.at(lerp(b, b2, t), t) for t in (0.0, 0.25, 0.5, 0.75, 1.0)]
        edge_out = [strip.at(lerp(a, a2, t), t) for t in (1.0, 0.75, 0.5, 0.25, 0.0)]
        data = chain(edge_in, low[1:-1], edge_out)
        brush.shape(data, colour)
        if b == 1.0:
            brush.tone(strip.shade(0.02, 0.985, side=1, depth=0.13), shadow(colour))
        if worn.pattern or worn.material:
            part = Strip(strip.stations, tuple(strip.at(lerp(a, a2, s), s) for s in strip.stations),
                         tuple(strip.at(lerp(b, b2, s), s) for s in strip.stations))  # fmt: skip
            pattern_on(figure, brush, part, worn, 0.16, 0.96)
            material_on(figure, brush, part, worn, 0.16, 0.96)
        for share in (0.3, 0.65):
            u, u2 = lerp(a, b, share), lerp(a2, b2, share)
            brush.stroke([strip.at(u, 0.2), strip.at((u + u2) / 2, 0.6), strip.at(u2, 0.97)],
                         crease(colour, 1.0), width=3.4, peak=0.8)  # fmt: skip
    if worn.trim:
        hem = [strip.at(lerp(-0.99, 0.99, k / 8), 0.975) for k in range(9)]
        soft = luminance(worn.trim) > 0.75
        brush.shape(ribbon(hem, figure.size * (0.13 if soft else 0.05)), worn.trim, line=0.8)
    if figure.view == "back":
        brush.line(smooth(strip.edge(0.0, 0.45, 1.0)), brush.ink(colour), width=0.9)


def _coat_belt(figure: Figure, worn: Worn) -> None:
    trunk = figure.body.trunk(worn.cut.loose * figure.size * 1.2)
    brush = figure.brush(Layer.COAT + 0.6)
    tone = crease(worn.colour, 0.5)
    brush.shape(trunk.panel(0.68, 0.75, top=0.02, hem=0.02), tone, line=0.8)
    if figure.view != "back":
        u = figure.body.middle(0.72)
        brush.shape(trunk.band(u - 0.14, u + 0.14, 0.68, 0.79), "#8d6b3c", line=0.8)
