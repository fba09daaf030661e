"""Necklines and collars: what a garment does round the throat."""

from __future__ import annotations

import math
from collections.abc import Mapping

from ..figure import Figure, Layer
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, shadow, smooth, spread
from .limbs import neck_strip
from .ribbon import corners, crease, ribbon

COLLAR = -0.125  # where on the trunk a collar sits

_NECKS: Mapping[str, tuple[float, float]] = {  # depth below the collar, share that is open
    "crew": (0.10, 0.95), "v": (0.25, 0.70), "collar": (0.10, 0.7), "hood": (0.09, 0.95),
    "high": (0.02, 1.0), "straps": (0.26, 1.0), "lapel": (0.30, 0.7), "wrap": (0.30, 0.7),
    "stand": (0.03, 0.9), "ring": (0.03, 1.0), "bib": (0.30, 1.0), "boat": (0.12, 1.08),
    "slit": (0.20, 0.5), "camp": (0.20, 0.7), "sailor": (0.30, 0.72), "shawl": (0.34, 0.7),
    "ruffle": (0.09, 0.95), "rib": (0.05, 0.95), "fur hood": (0.09, 0.95),
}  # fmt: skip
_POINTED = frozenset({"v", "lapel", "wrap", "collar", "slit", "camp", "sailor", "shawl"})
BARE = frozenset({"straps", "sweetheart", "off"})
"""Necklines that leave the shoulders free."""


def starts(worn: Worn, view: str) -> float:
    """Where on the trunk the side seam begins."""
    return 0.20 if worn.cut.neck in BARE and view != "side" else COLLAR


def prints_from(worn: Worn, view: str) -> float:
    """Where on the trunk the cloth is whole from side to side."""
    neck = worn.cut.neck
    if neck in BARE:
        return 0.22
    if view in ("back", "side"):
        return 0.02 if view == "back" else 0.06
    depth, _ = _NECKS.get(neck, _NECKS["crew"])
    return min(0.12, max(0.0, COLLAR + depth + 0.02))


def neckline(figure: Figure, strip: Strip, neck: str) -> list[Point]:
    """The upper edge of a top, from the picture's left to its right."""
    depth, wide = _NECKS.get(neck, _NECKS["crew"])
    view = figure.view
    if neck in BARE and view != "side":
        if neck == "straps":
            return _straps(figure, strip, 0.16 if view == "back" else 0.24)
        return _strapless(figure, strip, neck)
    if neck in BARE:
        depth, wide = 0.34, 1.0
    if view == "back":
        depth = 0.02 if neck != "boat" else 0.06
    middle = figure.body.middle(COLLAR) if view != "back" else 0.0
    if view == "side":
        middle = figure.body.facing * 0.9
        depth *= 0.55
    if view == "side" and neck in ("lapel", "satin lapel"):
        return _lapel_from_the_side(figure, strip)
    points = []
    for index in range(9):
        u = lerp(-1, 1, index / 8)
        reach = (1 - middle) if u > middle else (1 + middle)
        share = min(1.0, abs(u - middle) / max(0.05, reach) / wide) if wide else 1.0
        if neck in _POINTED and view != "side":
            drop = max(0.0, 1 - share)
        else:
            drop = math.sqrt(max(0.0, 1 - share * share))
        points.append(strip.at(u * 0.94, COLLAR + depth * drop))
    return points


def _lapel_from_the_side(figure: Figure, strip: Strip) -> list[Point]:
    """From the nape over the collar bone down to the button."""
    f = figure.body.facing
    line = [(-0.94, COLLAR), (-0.55, COLLAR - 0.01), (-0.1, -0.075), (0.35, 0.0), (0.72, 0.12),
            (0.93, 0.30)]  # fmt: skip
    points = [strip.at(f * u, v) for u, v in line]
    return points if f > 0 else points[::-1]


def _straps(figure: Figure, strip: Strip, depth: float) -> list[Point]:
    middle = figure.body.middle(0.1) if figure.view != "back" else 0.0
    at = strip.at
    return [
        at(-1.0, 0.20), at(-0.86, 0.12), at(-0.74, -0.02), at(-0.60, -0.035),
        at(middle - 0.42, depth * 0.7), at(middle, depth), at(middle + 0.42, depth * 0.7),
        at(0.60, -0.035), at(0.74, -0.02), at(0.86, 0.12), at(1.0, 0.20),
    ]  # fmt: skip


def _strapless(figure: Figure, strip: Strip, neck: str) -> list[Point]:
    m = figure.body.middle(0.2) if figure.view != "back" else 0.0
    at = strip.at
    if figure.view == "back":
        return [at(-1.0, 0.20), at(-0.5, 0.25), at(0.0, 0.27), at(0.5, 0.25), at(1.0, 0.20)]
    if neck == "off":
        return [at(-1.0, 0.13), at(-0.6, 0.17), at(m, 0.205), at(0.6, 0.17), at(1.0, 0.13)]
    return [at(-1.0, 0.20), at(m - 0.62, 0.155), at(m - 0.3, 0.17), at(m, 0.235),
            at(m + 0.3, 0.17), at(min(0.95, m + 0.62), 0.155), at(1.0, 0.20)]  # fmt: skip


def panel_top(figure: Figure, strip: Strip, neck: str) -> list[list[Point]]:
    """The neckline in smooth runs, with a corner where it comes to a point."""
    top = neckline(figure, strip, neck)
    if neck in _POINTED and figure.view in ("front", "quarter"):
        return [top[:5], top[4:]]
    if neck == "sweetheart" and figure.view in ("front", "quarter"):
        return [top[:4], top[3:]]
    return [top]


def draw_collar(figure: Figure, strip: Strip, worn: Worn, layer: float) -> None:
    neck, colour, view = worn.cut.neck, worn.colour, figure.view
    brush = figure.brush(layer + 0.2)
    if neck in ("crew", "v", "rib", "slit"):
        _edge_band(figure, brush, strip, worn)
    elif neck in BARE or neck == "boat":
        if view != "side" or neck == "boat":
            brush.line(smooth(neckline(figure, strip, neck)), crease(colour, 0.9), width=2.0)
        if neck == "off" and view != "side":
            _frill(figure, brush, strip, worn)
    elif neck in ("high", "ring", "stand"):
        _standing(figure, brush, strip, worn)
    elif neck in ("collar", "camp"):
        _shirt_collar(figure, brush, strip, colour, camp=neck == "camp")
    elif neck == "sailor":
        _sailor(figure, brush, strip, worn)
    elif neck in ("hood", "fur hood"):
        hood_down(figure, brush, strip, colour, fur=neck == "fur hood")
    elif neck in ("wrap", "shawl"):
        _wrapped(figure, brush, strip, worn)
    elif neck in ("lapel", "satin lapel"):
        _jacket_behind(figure, brush, strip, worn)
    elif neck == "ruffle":
        _ruffle(figure, brush, strip, colour)


def _edge_band(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    if figure.view == "back" and worn.cut.neck == "v":
        return
    colour = worn.trim or worn.colour
    tone = shadow(colour, 0.45) if luminance(colour) > 0.2 else glow(colour, 0.4)
    width = figure.size * (0.085 if worn.cut.neck == "rib" else 0.05)
    edge = neckline(figure, strip, worn.cut.neck)
    if worn.cut.neck in ("v", "slit") and figure.view in ("front", "quarter"):
        longer = _behind_neck(figure, strip, edge, width, tone)
        if len(longer) > len(edge):
            edge = longer[1:-1]
            edge[0], edge[-1] = longer[0], longer[-1]
        for run in (edge[:5], edge[4:]):
            brush.shape(ribbon(run, width), tone, line=0.6)
        if worn.cut.neck == "slit":
            for k in range(3):
                a, b = edge[3 if k < 2 else 4], edge[5 if k < 2 else 4]
                share = 0.2 + 0.3 * k
                one = (lerp(a[0], edge[4][0], share), lerp(a[1], edge[4][1], share))
                two = (lerp(b[0], edge[4][0], share), lerp(b[1], edge[4][1], share))
                brush.line(smooth([one, two]), "#e8d9b0", width=0.9)
        return
    edge = _behind_neck(figure, strip, edge, width, tone)
    brush.shape(_band(edge, width), tone, line=0.6)


def _band(line: list[Point], width: float) -> str:
    """A ribbon that narrows towards both ends, where it goes behind the neck."""
    fine = spread(line, 4)
    last = len(fine) - 1
    left: list[Point] = []
    right: list[Point] = []
    for k, (x, y) in enumerate(fine):
        (ax, ay), (bx, by) = fine[max(0, k - 1)], fine[min(last, k + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        half = width / 2 * min(1.0, 0.12 + 0.3 * min(k, last - k))
        left.append((x + (by - ay) / length * half, y - (bx - ax) / length * half))
        right.append((x - (by - ay) / length * half, y + (bx - ax) / length * half))
    return chain(left, right[::-1])


def _behind_neck(
    figure: Figure, strip: Strip, edge: list[Point], width: float, tone: str
) -> list[Point]:
    """The band's other half, round the nape; the front edge with ends that run on into it."""
    if figure.view not in ("front", "quarter"):
        return edge
    a, b = strip.at(-0.95, COLLAR - 0.035), strip.at(0.95, COLLAR - 0.035)
    nape = [a, strip.at(-0.6, COLLAR - 0.07), strip.at(0.6, COLLAR - 0.07), b]
    figure.brush(Layer.NECK - 0.4).shape(_band(nape, width), shadow(tone, 1.2), line=0.6)
    return [a, *edge, b]


def _frill(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    """A soft flounce across chest and upper arms."""
    top = neckline(figure, strip, "off")
    size = figure.size
    a, b = top[0], top[-1]
    arm = figure.body.measures.arm * 0.85
    upper = [(a[0] - arm * 0.5, a[1] + size * 0.02), *top, (b[0] + arm * 0.5, b[1] + size * 0.02)]
    low = []
    for k in range(9):
        share = k / 8
        x = lerp(upper[-1][0] + arm * 0.1, upper[0][0] - arm * 0.1, share)
        middle = 1 - abs(2 * share - 1)
        y = lerp(upper[-1][1], upper[0][1], share) + size * (0.20 + 0.11 * middle)
        low.append((x, y + (size * 0.02 if k % 2 else -size * 0.015)))
    over = figure.brush(61.6 if figure.view != "side" else brush.layer)
    over.shape(chain(upper, low), glow(worn.colour, 0.18), line=0.9)
    for k in range(1, 8):
        x, y = low[k]
        over.stroke([(x, y - size * 0.02), (x + size * 0.01, y - size * 0.13)],
                    crease(worn.colour, 0.9), width=2.0, peak=0.3)  # fmt: skip


def _standing(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    colour = worn.colour
    neck = neck_strip(figure)
    start = {"high": 0.30, "ring": 0.45}.get(worn.cut.neck, 0.52)
    tone = glow(colour, 0.12)
    if worn.cut.neck == "ring":
        tone = "#aeb8c2"
    piece = neck.panel(start, 1.0, top=0.10, hem=0.22)
    brush.shape(piece, tone, line=0.8)
    brush.tone(neck.panel(start, start + 0.20, top=0.10, hem=0.14), shadow(tone, 0.9))
    if worn.cut.neck == "high" and worn.cut.detail == "ribs":
        brush.line(smooth(neck.cut(start + 0.28, 0.14)), crease(colour, 1.1), width=1.0)
        ribs = "".join(smooth(neck.edge(u, start + 0.34, 1.0)) for u in (-0.6, -0.3, 0.0, 0.3, 0.6))
        brush.line(ribs, crease(colour, 0.8), width=0.6, opacity=0.7)
    if worn.cut.neck == "stand" and figure.view in ("front", "quarter"):
        u = figure.body.middle(COLLAR)
        top, low = neck.at(u, start + 0.09), neck.at(u, 1.18)
        brush.line(smooth([top, low]), brush.ink(colour), width=0.9)


def _shirt_collar(
    figure: Figure, brush: Brush, strip: Strip, colour: str, *, camp: bool = False
) -> None:
    at, body, view = strip.at, figure.body, figure.view
    light = glow(colour, 0.28)
    if view == "back":
        brush.shape(strip.panel(COLLAR - 0.04, COLLAR + 0.07, top=-0.01, hem=0.03), light,
                    line=0.8)  # fmt: skip
        return
    if view == "side":
        f = body.facing
        brush.shape(corners([at(-f * 0.95, COLLAR - 0.04), at(f * 0.9, COLLAR + 0.01),
                             at(f * 0.62, 0.07), at(-f * 0.9, -0.05)]), light,
                             line=0.8)  # fmt: skip
        return
    m, n = body.middle(COLLAR), body.middle(0.05)
    low = 0.20 if camp else 0.015
    for sign in (-1.0, 1.0):
        outer = max(-0.98, min(0.98, m + sign * 0.94))
        tip = at(n + sign * (0.46 if camp else 0.30), 0.15 if camp else 0.125)
        front = at(body.middle(low) + sign * 0.015, low)
        points = [at(outer * 0.96, COLLAR - 0.05), front, tip, at(outer, -0.055)]
        under = [(x, y + figure.size * 0.022) for x, y in (front, tip, points[3])]
        brush.tone(corners([front, *under, points[3]]), shadow(colour, 1.3))
        brush.shape(corners(points), light, line=0.85)


def _sailor(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    at, body, view = strip.at, figure.body, figure.view
    blue = worn.trim or "#2b3a6b"
    stripe = "#f6f6f2" if luminance(blue) < 0.6 else "#2b3a6b"
    if view == "back":
        flap = [at(-0.92, COLLAR), at(-0.98, 0.02), at(-0.80, 0.34), at(0.80, 0.34),
                at(0.98, 0.02), at(0.92, COLLAR)]  # fmt: skip
        brush.shape(corners(flap), blue)
        inner = [at(-0.86, 0.04), at(-0.70, 0.30), at(0.70, 0.30), at(0.86, 0.04)]
        brush.line(chain(*[[p] for p in inner], closed=False), stripe, width=1.4)
        return
    if view == "side":
        f = body.facing
        brush.shape(corners([at(f * 0.9, 0.10), at(f * 0.3, COLLAR - 0.03), at(-f * 1.0, COLLAR),
                             at(-f * 1.02, 0.32), at(-f * 0.4, 0.30), at(f * 0.2, 0.06)]),
                             blue)  # fmt: skip
        return
    n = body.middle(0.2)
    for sign in (-1.0, 1.0):
        outer = sign * 0.96
        points = [at(outer * 0.9, COLLAR - 0.04), at(n, 0.19), at(n + sign * 0.06, 0.30),
                  at(outer * 0.82, 0.13), at(outer, -0.02)]  # fmt: skip
        brush.shape(corners(points), blue)
        brush.line(chain([at(outer * 0.92, -0.01)], [at(outer * 0.76, 0.115)],
                         [at(n + sign * 0.07, 0.265)], closed=False), stripe,
                         width=1.3)  # fmt: skip
    _ribbon_knot(figure, brush, at(n, 0.27), "#c8323f")


def _ribbon_knot(figure: Figure, brush: Brush, place: Point, colour: str) -> None:
    x, y = place
    s = figure.size
    for sign in (-1.0, 1.0):
        tail = [(x, y), (x + sign * s * 0.04, y + s * 0.30), (x + sign * s * 0.15, y + s * 0.27)]
        brush.shape(corners(tail), shadow(colour, 0.5), line=0.7)
        brush.shape(smooth([(x, y), (x + sign * s * 0.16, y - s * 0.08), (x + sign * s * 0.20, y),
                            (x + sign * s * 0.15, y + s * 0.09)], closed=True), colour,
                            line=0.8)  # fmt: skip
    brush.shape(ellipse(x, y, s * 0.04, s * 0.045), shadow(colour, 0.3), line=0.7)


def _wrapped(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    """Layered collars crossing on the chest, the person's left over the right."""
    at, view, size, mid = strip.at, figure.view, figure.size, figure.body.middle
    colour = worn.colour
    band = worn.trim or _band_tone(worn)
    wide = size * (0.155 if worn.cut.neck == "shawl" else 0.115)
    if view == "back":
        edge = [at(u, COLLAR - 0.01 + 0.03 * (1 - u * u)) for u in (-0.96, -0.5, 0, 0.5, 0.96)]
        brush.shape(ribbon(edge, wide), band, line=0.8)
        return
    if view == "side":
        f = figure.body.facing
        line = [at(-f * 0.9, COLLAR - 0.02), at(f * 0.1, COLLAR + 0.02), at(f * 0.86, 0.16)]
        brush.shape(ribbon(line, wide), band, line=0.8)
        return
    low = 0.60
    under = [at(-0.92, COLLAR - 0.035), at(mid(0.02, -22), 0.02), at(mid(0.16), 0.17),
             at(mid(0.3, 12), 0.30)]  # fmt: skip
    over = [at(0.92, COLLAR - 0.035), at(mid(0.02, 22), 0.02), at(mid(0.16), 0.17),
            at(mid(0.36, -16), 0.38), at(mid(low, -32), low)]  # fmt: skip
    if worn.kind in ("kimono", "hanbok", "robe"):
        lining = "#fbf7ee"
        for line in (under[:3], over[:3]):
            inner = [(x + _towards(at(mid(0.0), 0.0)[0], x) * wide * 0.42, y)
                     for x, y in line]  # fmt: skip
            brush.shape(ribbon(inner, wide * 0.9), lining, line=0.7)
    brush.shape(ribbon(under, wide), band, line=0.8)
    brush.shape(ribbon(over, wide), band, line=0.85)
    brush.line(smooth([(x, y + wide * 0.55) for x, y in over[1:]]), crease(colour, 1.2), width=1.2)


def _towards(middle: float, x: float) -> float:
    return 1.0 if x < middle else -1.0


def _band_tone(worn: Worn) -> str:
    if worn.kind in ("gi", "ninja outfit", "bathrobe"):
        return glow(worn.colour, 0.25)
    if worn.kind == "kimono":
        return mix(shadow(worn.colour, 1.6), "#221d33", 0.25)
    if worn.kind == "hanbok":
        return mix(worn.colour, "#ffffff", 0.80)
    return mix(worn.colour, "#e2b94f", 0.72)


def _jacket_behind(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    """The fold of the collar, the middle seam and the vent."""
    colour, hem = worn.colour, worn.cut.hem
    light = glow(colour, 0.24)
    if figure.view == "back":
        brush.shape(strip.panel(COLLAR - 0.05, COLLAR + 0.075, top=-0.01, hem=0.035), light,
                    line=0.85)  # fmt: skip
        seam = smooth([strip.at(0.0, v) for v in (0.0, 0.3, 0.6, hem - 0.2)])
        brush.line(seam, crease(colour, 1.3), width=0.8)
        if worn.cut.length <= 0:
            brush.fill(corners([strip.at(0, hem - 0.22), strip.at(0.05, hem + 0.02),
                                strip.at(-0.05, hem + 0.02)]), shadow(colour, 2.0))  # fmt: skip
    elif figure.view == "side":
        f = figure.body.facing
        at = strip.at
        lapel = [at(f * 0.18, -0.035), at(f * 0.42, 0.02), at(f * 0.74, 0.12), at(f * 0.95, 0.31),
                 at(f * 0.93, 0.50), at(f * 0.62, 0.27), at(f * 0.30, 0.145),
                 at(f * 0.36, 0.075)]  # fmt: skip
        brush.shape(corners(lapel), light, line=0.85)
        collar = [at(-f * 0.97, COLLAR - 0.045), at(-f * 0.5, COLLAR - 0.04), at(0.0, -0.085),
                  at(f * 0.32, -0.01), at(f * 0.34, 0.075), at(-f * 0.15, 0.03),
                  at(-f * 0.94, -0.045)]  # fmt: skip
        brush.shape(corners(collar), glow(light, 0.12), line=0.85)


def _ruffle(figure: Figure, brush: Brush, strip: Strip, colour: str) -> None:
    edge = neckline(figure, strip, "crew")
    r = figure.size * 0.055
    for x, y in edge:
        brush.shape(ellipse(x, y + r * 0.3, r, r * 0.9), glow(colour, 0.3), line=0.6)


def hood_down(
    figure: Figure, brush: Brush, strip: Strip, colour: str, *, fur: bool = False
) -> None:
    at, body = strip.at, figure.body
    dark = crease(colour, 0.9)
    if figure.view == "back":
        edge = [at(-1, COLLAR - 0.04), at(-0.78, 0.06), at(-0.42, 0.26), at(0, 0.33),
                at(0.42, 0.26), at(0.78, 0.06), at(1, COLLAR - 0.04)]  # fmt: skip
        brush.shape(smooth([*edge, at(0, COLLAR + 0.01)], closed=True), colour)
        brush.stroke([at(-0.5, 0.04), at(0, 0.13), at(0.5, 0.04)], dark, width=4)
        rim = edge
    elif figure.view == "side":
        f = body.facing
        rim = [at(f * 0.9, COLLAR + 0.02), at(-f * 0.2, COLLAR - 0.07), at(-f * 1.3, COLLAR - 0.07)]
        brush.shape(smooth([*rim, at(-f * 1.42, 0.12), at(-f * 0.8, 0.16), at(f * 0.3, 0.03)],
                           closed=True), colour)  # fmt: skip
    else:
        m = body.middle(-0.02)
        rim = [at(-0.92, COLLAR - 0.05), at(m - 0.3, 0.02), at(m, 0.055), at(m + 0.3, 0.02),
               at(0.92, COLLAR - 0.05)]  # fmt: skip
        for sign in (-1.0, 1.0):
            brush.shape(
                smooth([at(sign * 0.98, COLLAR - 0.075), at(sign * 0.94, -0.02),
                        at(m + sign * 0.34, 0.105), at(m + sign * 0.03, 0.085),
                        at(m + sign * 0.18, -0.005), at(sign * 0.72, COLLAR - 0.05)], closed=True),
                glow(colour, 0.15), line=0.85,
            )  # fmt: skip
            brush.stroke([at(sign * 0.90, -0.04), at(m + sign * 0.5, 0.04), at(m + sign * 0.2,
                0.07)],
                         dark, width=2.2)  # fmt: skip
    if fur:
        for x, y in _dense(rim, 11):
            r = figure.size * 0.07
            brush.shape(ellipse(x, y, r, r * 0.85), "#d9c9ad", line=0.6)


def _dense(points: list[Point], count: int) -> list[Point]:
    found = []
    for k in range(count):
        place = k / (count - 1) * (len(points) - 1)
        i = min(len(points) - 2, int(place))
        share = place - i
        a, b = points[i], points[i + 1]
        found.append((lerp(a[0], b[0], share), lerp(a[1], b[1], share)))
    return found
