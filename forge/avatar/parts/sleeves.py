"""Sleeves, of every width and length."""

from __future__ import annotations

from ..body import Table
from ..figure import Figure, Layer, cloth
from ..geometry import Strip
from ..outfit import Worn
from ..paint import Brush, Point, chain, glow, luminance, mix, shadow, smooth
from .limbs import inner_first
from .materials import material_on
from .patterns import pattern_on
from .ribbon import crease, ribbon


def draw_sleeve(figure: Figure, worn: Worn, side: str, order: int) -> None:
    """One sleeve; `order` 1 for a top, 2 for what is worn over it."""
    cut = worn.cut
    end = cut.sleeve
    strip = figure.body.arm(side, 0.0, _table(figure, worn))
    layer = figure.arm_layer(side)
    far = layer == Layer.FAR_ARM
    colour = mix(worn.colour, shadow(worn.colour), 0.45) if far else worn.colour
    brush = figure.brush(layer + order)
    if cut.arms in ("hanging", "curved", "bell"):
        _hanging(figure, brush, strip, worn, colour, side)
    puffed = end < 1.0 and cut.arms == "puff"
    data = strip.panel(-0.16, end, hem=0.04)
    cloth(brush, strip, data, colour, 0.0, end, depth=0.26)
    pattern_on(figure, brush, strip, worn, 0.0, end, limb=True)
    material_on(figure, brush, strip, worn, 0.0, end, limb=True)
    _folds(brush, strip, colour, end, puffed=puffed)
    if cut.detail == "quilted":
        for t in (0.25, 0.55, 0.85, 1.15, 1.45, 1.75):
            if t < end:
                brush.line(smooth(strip.cut(t, 0.05)), crease(colour, 1.3), width=1.6)
    _finish(figure, brush, strip, worn, colour, side)
    left, right = inner_first(figure, side)
    brush.edge(strip.outline(-0.11, end, left=left, right=right), colour)
    brush.edge(smooth(strip.cut(end, 0.04)), colour, width=0.9)


def _table(figure: Figure, worn: Worn) -> Table:
    cut, size, r = worn.cut, figure.size, figure.body.measures.arm
    ease, end, wide = cut.loose * size, cut.sleeve, cut.cuff * size
    if cut.arms == "puff" and end < 1.0:
        return ((-0.16, 0.22 * r), (-0.12, 0.9 * r), (-0.04, 1.45 * r + ease), (0.14,
            1.75 * r + ease),
                (end - 0.06, 1.35 * r + ease), (end, 1.0 * r), (2.06, 1.0 * r))  # fmt: skip
    if cut.arms == "bishop":
        return ((-0.16, 0.18 * r), (-0.12, 0.66 * r), (-0.05, 1.0 * r), (0.06,
            1.12 * r + ease * 0.4),
                (0.5, 1.02 * r + ease), (1.0, 1.0 * r + ease), (1.5, 1.2 * r + ease * 1.2),
                (1.72, 1.12 * r + ease), (1.80, 0.62 * r), (2.06, 0.58 * r))  # fmt: skip
    if end < 1.0:
        return ((-0.16, 0.18 * r), (-0.12, 0.62 * r), (-0.05, 0.92 * r + ease * 0.2),
                (0.06, r + ease * 0.5), (max(end, 0.1), 0.93 * r + ease + wide),
                (2.06, 0.93 * r + ease + wide))  # fmt: skip
    return (
        (-0.16, 0.18 * r), (-0.12, 0.62 * r), (-0.05, 0.92 * r + ease * 0.2),
        (0.06, r + ease * 0.4), (0.4, 0.92 * r + ease * 0.55),
        (0.85, 0.76 * r + ease * 0.7 + wide * 0.25 * min(end, 1.0)),
        (1.0, 0.76 * r + ease * 0.7 + wide * 0.2), (1.25, 0.80 * r + ease * 0.7 + wide * 0.35),
        (1.6, 0.62 * r + ease * 0.75 + wide * 0.6), (2.06, 0.46 * r + ease * 0.6 + wide),
    )  # fmt: skip


def _hanging(
    figure: Figure, brush: Brush, strip: Strip, worn: Worn, colour: str, side: str
) -> None:
    """The bag of a kimono's sleeve, the curve of a hanbok's, the bell of a robe's."""
    size, end = figure.size, worn.cut.sleeve
    outer, inner = strip.at(-1, end), strip.at(1, end)
    neck = figure.body.joints["neck"][0]
    if abs(outer[0] - neck) < abs(inner[0] - neck):
        outer, inner = inner, outer
    sign = 1.0 if strip.at(1, end) == outer else -1.0
    out = 1.0 if outer[0] >= neck else -1.0
    if figure.view == "side":
        out = -figure.body.facing
    drop = {"hanging": 0.95, "bell": 0.40}.get(worn.cut.arms, 0.34) * size
    pit = strip.at(-sign, 0.55)
    low_y = max(outer[1], inner[1]) + drop
    swing = out * size * (0.16 if worn.cut.arms == "hanging" else 0.22)
    a: Point = (outer[0] + swing, low_y if worn.cut.arms != "curved" else low_y - drop * 0.2)
    b: Point = (inner[0] + swing * 0.1, low_y + size * 0.03)
    if worn.cut.arms == "hanging":
        b = (inner[0] + swing * 0.2 - out * size * 0.05, low_y + size * 0.02)
    top = strip.edge(sign, 0.7, end)
    mouth = [outer, (lerp2(outer, a, 0.5)[0] + out * size * 0.02, lerp2(outer, a, 0.5)[1]), a]
    data = chain(top, mouth[1:], [b], [lerp2(b, pit, 0.6), pit])
    inside = [outer, a, (lerp2(a, b, 0.45)[0], a[1] - size * 0.02), inner]
    brush.shape(data, colour)
    brush.tone(chain([lerp2(a, b, 0.55), b], [lerp2(b, pit, 0.6), pit], [lerp2(inner, b, 0.3)]),
               shadow(colour))  # fmt: skip
    if figure.view != "back" and worn.cut.arms != "hanging":
        brush.fill(smooth(inside, closed=True), shadow(colour, 1.9))
    edge = [outer, mouth[1], a, b]
    trim = worn.trim or (mix(colour, "#ffffff", 0.75) if worn.cut.arms != "bell"
                         else mix(colour, "#e2b94f", 0.7))  # fmt: skip
    if worn.cut.arms != "hanging":
        brush.line(smooth(edge[:3]), brush.ink(colour), width=3.0)
        brush.line(smooth(edge[:3]), trim, width=2.0)
    if figure.view != "side" and (worn.pattern or worn.kind == "kimono"):
        _motif(figure, brush, lerp2(lerp2(a, b, 0.5), pit, 0.25), trim)
    for share in (0.3, 0.62):
        start = lerp2(strip.at(0.2 * sign, 1.4), pit, share * 0.5)
        brush.stroke([start, lerp2(start, lerp2(a, b, share), 0.6), lerp2(a, b, share)],
                     crease(colour, 1.0), width=2.8, peak=0.7)  # fmt: skip


def _motif(figure: Figure, brush: Brush, place: Point, tone: str) -> None:
    """A blossom near the hem of a sleeve."""
    x, y = place
    r = figure.size * 0.045
    petals = [(x, y - r), (x + r, y - r * 0.2), (x + r * 0.6, y + r), (x - r * 0.6, y + r),
              (x - r, y - r * 0.2)]  # fmt: skip
    brush.fill("".join(_dot(px, py, r * 0.75) for px, py in petals), tone, opacity=0.9)
    brush.fill(_dot(x, y, r * 0.4), "#e2b94f")


def _dot(x: float, y: float, r: float) -> str:
    return smooth([(x - r, y), (x, y - r), (x + r, y), (x, y + r)], closed=True)


def lerp2(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def _folds(brush: Brush, strip: Strip, colour: str, end: float, *, puffed: bool) -> None:
    dark = crease(colour, 0.9)
    if puffed:
        for u in (-0.6, -0.2, 0.2, 0.6):
            brush.stroke([strip.at(u, end - 0.01), strip.at(u * 1.15, end * 0.55)], dark,
                         width=2.2, peak=0.25)  # fmt: skip
        return
    if end > 1.1:
        for t, u in ((0.90, 0.9), (1.01, 0.92), (1.10, -0.9), (0.96, -0.92)):
            brush.stroke(
                [strip.at(u, t), strip.at(u * 0.35, t + 0.06), strip.at(-u * 0.2, t + 0.03)],
                dark, width=2.4, peak=0.25,
            )  # fmt: skip
    elif end > 0.3:
        brush.stroke([strip.at(-0.8, end * 0.45), strip.at(0.0, end * 0.62),
                      strip.at(0.5, end * 0.55)], dark, width=2.2)  # fmt: skip
    brush.stroke([strip.at(-0.7, 0.02), strip.at(-0.2, 0.12), strip.at(0.2, 0.24)], dark, width=1.8)


def _finish(figure: Figure, brush: Brush, strip: Strip, worn: Worn, colour: str, side: str) -> None:
    cut, end, size = worn.cut, worn.cut.sleeve, figure.size
    detail = cut.detail
    if detail == "mail":
        mail_rows(brush, strip, colour, -0.05, end)
    if detail in ("ribs", "cuffs", "rings", "bands") or cut.arms == "bishop":
        back = {"ribs": 0.16, "bands": 0.07}.get(detail, 0.17)
        band = strip.panel(end - back, end, top=0.03, hem=0.04)
        tone = glow(colour, 0.22) if detail == "cuffs" else crease(colour, 0.55)
        if detail == "rings":
            tone = "#d2773f"
        if detail == "bands":
            tone = worn.trim or (shadow(colour, 1.6) if luminance(colour) > 0.6 else "#f4f2ea")
        brush.shape(band, tone, line=0.7)
        if detail == "ribs":
            ribs = "".join(smooth([strip.at(u, end - back + 0.02), strip.at(u, end)])
                           for u in (-0.6, -0.2, 0.2, 0.6))  # fmt: skip
            brush.line(ribs, crease(tone, 1.0), width=0.7)
    if worn.trim and end > 1.2 and detail in ("pockets", "suit", "", "belt"):
        brush.shape(strip.panel(end - 0.15, end, top=0.03, hem=0.04), worn.trim, line=0.7)
    if detail in ("suit", "crest") and end > 1.5:
        points = [strip.at(-0.45, end - t) for t in (0.05, 0.10, 0.15)]
        brush.fill("".join(_dot(x, y, size * 0.014) for x, y in points), stitch_tone(colour))
    if detail == "stripes":
        u0 = -0.30
        for u in (u0, u0 + 0.30):
            brush.fill(strip.band(u, u + 0.17, 0.0, end), worn.trim or "#f4f4f0")
    if detail == "reflective":
        for t in (0.62, 1.62):
            brush.shape(strip.panel(t, t + 0.20, top=0.03, hem=0.03), "#e9e24a", line=0.6)
            brush.fill(strip.panel(t + 0.06, t + 0.14, top=0.03, hem=0.03), "#dfe5ea")
    if detail == "epaulettes":
        brush.shape(strip.panel(end - 0.20, end, top=0.04, hem=0.04), crease(colour, 0.6), line=0.7)
        brush.line(smooth(strip.cut(end - 0.20, 0.04)), "#d9b451", width=1.6)
        brush.shape(ribbon([strip.at(-0.1, -0.10), strip.at(-0.1, 0.10)], size * 0.10),
                    glow(colour, 0.3), line=0.7)  # fmt: skip
    if detail == "wraps":
        for t in (1.30, 1.45, 1.60, 1.75):
            brush.line(smooth([strip.at(-0.95, t), strip.at(0.95, t + 0.10)]), crease(colour, 1.5),
                       width=1.1)  # fmt: skip
    if cut.arms == "raglan":
        brush.line(smooth([strip.at(-0.85, 0.16), strip.at(0.2, -0.02), strip.at(0.9, -0.1)]),
                   crease(colour, 1.0), width=0.8)  # fmt: skip


def stitch_tone(colour: str) -> str:
    return glow(colour, 1.0) if luminance(colour) < 0.35 else shadow(colour, 2.0)


def mail_rows(brush: Brush, strip: Strip, colour: str, start: float, end: float) -> None:
    """Rows of rings, each half a ring further than the last."""
    rows = 13
    data = ""
    for row in range(1, rows):
        t = start + (end - start) * row / rows
        points = [
            strip.at(-0.94 + 1.88 * k / 24, t + (0.018 if (k + row) % 2 else -0.014))
            for k in range(25)
        ]
        data += smooth(points)
    brush.line(data, shadow(colour, 1.4), width=0.7, opacity=0.8)
    brush.tone(strip.band(-0.62, -0.36, start + (end - start) * 0.1, start + (end - start) * 0.6),
               glow(colour, 1.2), opacity=0.35)  # fmt: skip
