"""Hats of callings and countries, each with a shape of its own."""

from __future__ import annotations

import math
from itertools import pairwise

from ..features import Accessory
from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, shadow, smooth
from .hat_shapes import band, dome, shaded, tone
from .patterns import star_shape

GOLD = "#e0b347"


def _off(figure: Figure) -> float:
    return {"side": -10.0, "quarter": -5.0}.get(figure.view, 0.0)


def _front(figure: Figure) -> float | None:
    """Where the middle of the forehead is; None from behind."""
    return {"front": 0.0, "quarter": 26.0, "side": 60.0, "back": None}[figure.view]


def _brim(figure: Figure, brush: Brush, colour: str, wide: float, y: float, lift: float,
          sag: float = 16.0) -> None:  # fmt: skip
    """An oval brim whose ends rise by `lift`; what lies behind the head comes first."""
    x = _off(figure)
    if figure.view != "back":
        under = figure.head_brush(Layer.HAIR_BACK + 1)
        under.shape(ellipse(x, y - lift * 0.4, wide * 0.98, 22), shadow(colour, 1.4))
    data = chain(
        [(x - wide, y - lift), (x - 88, y - 8)], [(x, y + 2), (x + 88, y - 8)],
        [(x + wide, y - lift), (x + wide * 0.62, y + sag * 0.8), (x, y + sag + 6),
         (x - wide * 0.62, y + sag * 0.8), (x - wide, y - lift)],
    )  # fmt: skip
    brush.shape(data, colour)
    brush.tone(chain([(x - 60, y + sag), (x, y + sag + 6), (x + wide * 0.62, y + sag * 0.8),
                      (x + wide, y - lift)], [(x + 70, y + 2), (x, y + 10)]),
                      shadow(colour))  # fmt: skip


def bowler(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#25232c")
    brush = figure.head_brush(Layer.HAT)
    curve = dome(figure, -46, 4)
    shaded(figure, brush, [(x, y * 1.06) for x, y in curve], colour)
    brush.shape(band(figure, -66, 18, 4), shadow(colour, 1.6), line=0.8)
    _brim(figure, brush, colour, 114, -46, 12, 12)


def cowboy(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#8a5a34")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    crown = chain([(x - 84, -50), (x - 78, -104), (x - 58, -146), (x - 26, -150), (x, -132),
                   (x + 26, -150), (x + 58, -146), (x + 78, -104), (x + 84, -50)], [(x,
                       -38)])  # fmt: skip
    brush.shape(crown, colour)
    brush.tone(chain([(x + 26, -150), (x + 58, -146), (x + 78, -104), (x + 84, -50)],
                     [(x + 46, -46), (x + 50, -110)]), shadow(colour))  # fmt: skip
    brush.stroke([(x - 30, -140), (x - 6, -118), (x + 24, -138)], shadow(colour, 1.3), width=4)
    brush.shape(band(figure, -68, 14, 0), shadow(colour, 1.8), line=0.8)
    _brim(figure, brush, colour, 162, -46, 34, 18)
    brush.line(smooth([(x - 158, -78), (x - 100, -38), (x, -26), (x + 100, -38), (x + 158, -78)]),
               glow(colour, 0.7), width=1.2)  # fmt: skip


def sombrero(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#e0bd6c")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    brush.shape(chain([(x - 80, -52), (x - 62, -130), (x - 34, -178), (x, -184), (x + 34, -178),
                       (x + 62, -130), (x + 80, -52)], [(x, -40)]), colour)  # fmt: skip
    brush.tone(chain([(x + 10, -183), (x + 40, -172), (x + 62, -130), (x + 80, -52)],
                     [(x + 44, -46), (x + 40, -120)]), shadow(colour))  # fmt: skip
    for y, half, hue in ((-84, 74, "#c8323f"), (-104, 68, "#2f8f6a")):
        brush.line(smooth([(x - half, y), (x, y + 12), (x + half, y)]), hue, width=5)
    _brim(figure, brush, colour, 196, -44, 30, 20)
    zig = [(x - 170 + k * 20, -54 + 24 * math.cos((k - 8.5) / 8.5 * 1.35) + (7 if k % 2 else -3))
           for k in range(18)]  # fmt: skip
    brush.line(chain(*[[p] for p in zig], closed=False), "#c8323f", width=2.4)


def sun_hat(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#ead09a")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    curve = dome(figure, -46, 3)
    shaded(figure, brush, curve, colour)
    brush.shape(band(figure, -68, 22, 3), "#d8647c", line=0.8)
    under = figure.head_brush(Layer.HAIR_BACK + 1)
    under.shape(ellipse(x, -44, 182, 34), shadow(colour, 1.3))
    low = [(x + 186, -40), (x + 140, -16), (x + 86, -22), (x + 40, -12), (x, -20), (x - 44, -10),
           (x - 90, -22), (x - 140, -14), (x - 186, -40)]  # fmt: skip
    brush.shape(chain([(x - 186, -40), (x - 88, -58)], [(x, -44), (x + 88, -58)], low), colour)
    for k in (-120, -60, 0, 60, 120):
        brush.line(
            smooth([(x + k * 0.66, -46 + abs(k) * -0.06), (x + k, -24)]),
            shadow(colour, 1.1),
            width=0.9,
        )
    front = _front(figure)
    if front is not None:
        for k in range(5):
            brush.shape(ellipse(front + 52 + math.cos(k * 1.257) * 9,
                                -60 + math.sin(k * 1.257) * 9, 8, 8),
                        "#fff3f0", line=0.6)  # fmt: skip
        brush.fill(ellipse(front + 52, -60, 6, 6), "#f4c542")


def boater(figure: Figure, item: Accessory) -> None:
    """Woven straw: flat on top; a cone where it is for the rice field."""
    colour = tone(item, "#e3c27a")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    curve = [(x - 82, -52), (x - 80, -120), (x, -128), (x + 80, -120), (x + 82, -52)]
    brush.shape(chain(curve[:2], curve[1:4], curve[3:], [(x, -40)]), colour)
    brush.tone(
        chain([(x + 40, -124), (x + 80, -120), (x + 82, -52)], [(x + 46, -46)]), shadow(colour)
    )
    weave = "".join(
        f"M{x - 80:.0f} {y}C{x - 30:.0f} {y + 9} {x + 30:.0f} {y + 9} {x + 80:.0f} {y}"
        for y in (-116, -106, -96)
    )
    brush.line(weave, shadow(colour, 1.2), width=0.8)
    brush.shape(band(figure, -82, 24, -6), "#c24a44", line=0.8)
    _brim(figure, brush, colour, 156, -46, 10, 16)


def beret(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#8c2f3a")
    x = _off(figure)
    lean = -1.0 if figure.view in ("side", "quarter") else 1.0
    brush = figure.head_brush(Layer.HAT)
    brush.shape(band(figure, -64, 14, -2), shadow(colour, 0.9), line=0.8)

    def at(*points: Point) -> list[Point]:  # it hangs over one ear
        return [(x + px * lean, y) for px, y in points]

    top = at((-86, -58), (-98, -80), (-80, -112), (-30, -130), (36, -132), (98, -112), (126, -76),
             (118, -46), (84, -42), (30, -46), (-30, -46))  # fmt: skip
    brush.shape(smooth(top, closed=True), colour)
    under = at((126, -76), (118, -46), (84, -42), (30, -46), (-30, -46))
    brush.tone(chain(under, at((-30, -46), (36, -62), (86, -62), (112, -74), (126, -76))),
               shadow(colour))  # fmt: skip
    brush.stroke(at((70, -52), (82, -80), (72, -110)), shadow(colour, 1.1), width=2.4)
    brush.stroke(at((100, -52), (108, -74), (98, -100)), shadow(colour, 1.1), width=2.4)
    brush.shape(f"M{x - 4} -130L{x + 4} -130L{x + 8} -146L{x + 1} -146Z", colour, line=0.8)
    brush.stroke(at((-80, -86), (-56, -112), (-14, -122)), glow(colour, 0.8), width=4)


def bucket(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#7d8a5a")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    brush.shape(chain([(x - 88, -50), (x - 78, -116)], [(x - 78, -116), (x, -126), (x + 78, -116)],
                      [(x + 88, -50)], [(x, -40)]), colour)  # fmt: skip
    brush.tone(
        chain([(x + 40, -122), (x + 78, -116)], [(x + 88, -50)], [(x + 52, -46)]), shadow(colour)
    )
    brim = chain(
        [(x - 88, -58), (x, -46), (x + 88, -58)], [(x + 116, -22)], [(x, -8)], [(x - 116, -22)]
    )
    brim = chain([(x - 88, -58), (x, -46), (x + 88, -58)], [(x + 118, -26)],
                 [(x + 60, -14), (x, -10), (x - 60, -14)], [(x - 118, -26)])  # fmt: skip
    brush.shape(brim, colour)
    for lift in (0, 9, 18):
        brush.line(smooth([(x - 108 + lift, -30 - lift), (x, -16 - lift), (x + 108 - lift,
            -30 - lift)]),
                   shadow(colour, 1.1), width=0.8)  # fmt: skip


def pirate(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#2a262e")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    trim = GOLD
    if figure.view != "back":
        figure.head_brush(Layer.HAIR_BACK + 1).shape(ellipse(x, -58, 120, 26), shadow(colour, 1.2))
    shaded(figure, brush, dome(figure, -44, 6), colour)
    left, right = {"side": (-132.0, 124.0), "quarter": (-150.0, 128.0)}.get(
        figure.view, (-146.0, 146.0)
    )
    flap = [(x + left, -74), (x + left * 0.6, -122), (x + left * 0.2, -158), (x, -166),
            (x + right * 0.2, -158), (x + right * 0.6, -122), (x + right, -74)]  # fmt: skip
    low = [
        (x + right, -74),
        (x + right * 0.55, -46),
        (x, -36),
        (x + left * 0.55, -46),
        (x + left, -74),
    ]
    brush.shape(chain(flap, low), colour)
    brush.tone(chain(flap[3:], low[:3], [(x + 40, -70), (x + 30, -140)]), shadow(colour))
    brush.line(smooth(flap), shadow(trim, 1.4), width=4.6)
    brush.line(smooth(flap), trim, width=3.0)
    front = _front(figure)
    if front is not None and figure.view != "side":
        brush.fill(ellipse(front * 0.7, -100, 19, 17) + f"M{front * 0.7 - 10} -90"
                                                        f"L{front * 0.7 + 10} -90"
                                                        f"L{front * 0.7 + 8} -74"
                                                        f"L{front * 0.7 - 8} -74Z",
                   "#f4efe2")  # fmt: skip
        brush.fill(
            ellipse(front * 0.7 - 7, -100, 5, 6) + ellipse(front * 0.7 + 7, -100, 5, 6), colour
        )
        brush.line(
            f"M{front * 0.7 - 34} -80L{front * 0.7 + 34} -62M{front * 0.7 + 34} -80"
            f"L{front * 0.7 - 34} -62",
            "#f4efe2",
            width=3.4,
        )


def toque(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#fbfaf6")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    puff = smooth([(x - 80, -92), (x - 112, -130), (x - 104, -174), (x - 62, -192), (x - 30, -210),
                   (x + 6, -200), (x + 40, -212), (x + 76, -190), (x + 110, -170), (x + 112, -126),
                   (x + 80, -92), (x, -84)], closed=True)  # fmt: skip
    brush.shape(puff, colour)
    brush.tone(smooth([(x + 20, -90), (x + 60, -120), (x + 70, -180), (x + 110, -168), (x + 112,
        -126),
                       (x + 80, -92)], closed=True), shadow(colour, 0.8))  # fmt: skip
    for k, top in ((-62, -176), (-30, -190), (4, -186), (38, -192), (68, -172)):
        brush.stroke(
            [(x + k * 0.85, -96), (x + k * 1.05, -140), (x + k * 1.12, top)],
            shadow(colour, 1.1),
            width=3.0,
            peak=0.3,
        )
    tall = chain(
        [(x - 86, -98), (x, -88), (x + 86, -98)], [(x + 88, -50)], [(x, -38)], [(x - 88, -50)]
    )
    brush.shape(tall, colour)
    brush.tone(
        chain([(x + 44, -92), (x + 86, -98)], [(x + 88, -50)], [(x + 46, -44)]), shadow(colour, 0.8)
    )
    for k in (-60, -30, 0, 30, 60):
        brush.line(
            f"M{x + k} {-90 - abs(k) * 0.08:.1f}L{x + k} {-42 - abs(k) * 0.1:.1f}",
            shadow(colour, 0.9),
            width=0.9,
        )


def peaked(figure: Figure, item: Accessory) -> None:
    """A service cap: a wide flat crown, a band, a shining peak."""
    colour = tone(item, "#2b3a5e")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    top = smooth([(x - 90, -70), (x - 122, -108), (x - 84, -136), (x, -148), (x + 84, -136),
                  (x + 122, -108), (x + 90, -70), (x, -58)], closed=True)  # fmt: skip
    brush.shape(top, colour)
    brush.tone(smooth([(x + 30, -64), (x + 66, -96), (x + 60, -138), (x + 120, -108), (x + 90,
        -70)],
                      closed=True), shadow(colour))  # fmt: skip
    brush.stroke([(x - 96, -106), (x - 50, -128), (x, -134)], glow(colour, 0.8), width=3.4)
    brush.shape(band(figure, -74, 26, 0), shadow(colour, 1.5), line=0.8)
    peak = {
        "front": "M-80 -50C-40 -60 40 -60 80 -50C82 -30 60 -16 0 -16C-60 -16 -82 -30 -80 -50Z",
        "quarter": "M-40 -46C10 -58 60 -58 84 -50C108 -40 108 -22 88 -18C50 -26 0 -26 -40 -46Z",
        "side": "M30 -48C60 -54 84 -50 104 -38C120 -26 118 -18 108 -16C84 -28 56 -32 30 -32Z",
        "back": "",
    }[figure.view]
    if peak:
        brush.shape(peak, "#1c1c22")
        brush.line({"front": "M-60 -30C-30 -24 10 -24 40 -28", "quarter": "M0 -36C30 -30 60"
                                                            " -30 86 -30",
                    "side": "M50 -38C76 -36 92 -32 104 -26"}[figure.view], "#8d95a6",
                    width=2.2)  # fmt: skip
    front = _front(figure)
    if front is not None:
        brush.shape(star_shape(front * 0.85, -88, 19), GOLD, line=0.8)
        brush.fill(ellipse(front * 0.85, -88, 6, 6), "#f7e7b0")


def nurse(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#ffffff")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    data = chain([(x - 72, -70), (x - 86, -120)], [(x - 86, -120), (x, -146), (x + 86, -120)],
                 [(x + 72, -70)], [(x + 72, -70), (x, -84), (x - 72, -70)])  # fmt: skip
    brush.shape(data, colour)
    brush.tone(
        chain([(x + 40, -136), (x + 86, -120)], [(x + 72, -70), (x + 44, -77)]), shadow(colour, 0.8)
    )
    front = _front(figure)
    if front is not None:
        f = round(front * 0.6)
        brush.fill(f"M{f - 6} -122L{f + 6} -122L{f + 6} -110L{f + 18} -110L{f + 18} -98"
                   f"L{f + 6} -98L{f + 6} -86"
                   f"L{f - 6} -86L{f - 6} -98L{f - 18} -98L{f - 18} -110L{f - 6} -110Z",
                   "#d8323f")  # fmt: skip


def santa(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#c8232f")
    x = _off(figure)
    lean = -1.0 if figure.view in ("side", "quarter") else 1.0
    brush = figure.head_brush(Layer.HAT)
    tip = (x + lean * 112, -84)
    cone = smooth([(x - lean * 86, -54), (x - lean * 74, -116), (x - lean * 20, -164),
                   (x + lean * 48, -156),
                   (x + lean * 96, -112), tip, (x + lean * 84, -100), (x + lean * 82, -56), (x,
                       -44)],
                  closed=True)  # fmt: skip
    brush.shape(cone, colour)
    brush.stroke(
        [(x - lean * 30, -96), (x + lean * 20, -128), (x + lean * 70, -118)],
        shadow(colour, 1.3),
        width=5,
    )
    brush.stroke(
        [(x - lean * 62, -104), (x - lean * 26, -140), (x + lean * 10, -148)],
        glow(colour, 0.7),
        width=4,
    )
    fluff(brush, [(x - 92, -52), (x - 46, -42), (x, -38), (x + 46, -42), (x + 92, -52)], 17)
    brush.shape(ellipse(*tip, 22, 22), "#fbf8f2")
    brush.tone(ellipse(tip[0] + 5, tip[1] + 6, 14, 13), "#ddd6dd", opacity=0.8)


def fluff(brush: Brush, line: list[Point], r: float) -> None:
    """A roll of white fur."""
    points: list[Point] = []
    for (ax, ay), (bx, by) in pairwise(line):
        points += [(ax, ay), ((ax + bx) / 2, (ay + by) / 2)]
    points.append(line[-1])
    for x, y in points:
        brush.shape(ellipse(x, y, r, r * 0.9), "#fbf8f2", line=0.8)
    brush.fill("".join(ellipse(x, y, r * 0.86, r * 0.76) for x, y in points), "#fbf8f2")
    brush.tone(
        "".join(ellipse(x + 2, y + r * 0.4, r * 0.7, r * 0.3) for x, y in points),
        "#ddd6dd",
        opacity=0.7,
    )


def party(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#e0567f")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    brush.shape(chain([(x - 54, -96)], [(x, -220)], [(x + 54, -96)], [(x, -82)]), colour)
    for k, hue in enumerate(("#f4c542", "#4fb8d8", "#7fce6a")):
        y = -104 - k * 36
        half = 47 - k * 15
        brush.line(smooth([(x - half, y), (x, y + 8), (x + half, y - 6)]), hue, width=6)
    brush.tone(chain([(x, -220)], [(x + 54, -96)], [(x + 20, -88)]), shadow(colour), opacity=0.8)
    for k in range(7):
        a = k * 0.8976
        brush.shape(
            ellipse(x + math.cos(a) * 10, -222 + math.sin(a) * 10, 9, 9), "#f4c542", line=0.5
        )


def graduation(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#23232b")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    brush.shape(chain([(x - 84, -48), (x - 82, -104)], [(x, -92), (x + 82, -104)], [(x + 84,
        -48), (x, -36)]),
                colour)  # fmt: skip
    brush.shape(
        chain([(x, -160)], [(x + 136, -122)], [(x, -86)], [(x - 136, -122)]), glow(colour, 0.35)
    )
    brush.line(f"M{x - 136} -122L{x} -86L{x + 136} -122", glow(colour, 1.2), width=1.2)
    brush.fill(ellipse(x, -124, 7, 4), GOLD)
    brush.line(f"M{x} -124C{x + 40} -116 {x + 84} -112 {x + 96} -100L{x + 96} -50", GOLD, width=2.2)
    brush.shape(f"M{x + 90} -56L{x + 102} -56L{x + 106} -20L{x + 86} -20Z", GOLD, line=0.7)


def deerstalker(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#8a6f4a")
    brush = figure.head_brush(Layer.HAT)
    curve = dome(figure, -40, 4)
    shaded(figure, brush, curve, colour)
    lines = "".join(f"M{x} -112L{x * 1.2:.0f} -46" for x in range(-60, 61, 24))
    lines += "".join(f"M-84 {y}C-30 {y - 10} 30 {y - 10} 84 {y}" for y in (-60, -78, -96))
    brush.line(lines, shadow(colour, 1.2), width=0.9, opacity=0.8)
    x = _off(figure)
    for sign in (-1.0, 1.0):
        brush.shape(smooth([(x + sign * 60, -112), (x + sign * 90, -92), (x + sign * 92, -48),
                            (x + sign * 72, -46)],
                           closed=True), glow(colour, 0.2))  # fmt: skip
    peak = {
        "front": "M-76 -46C-40 -58 40 -58 76 -46C84 -26 60 -18 0 -22C-60 -18 -84 -26 -76 -46Z",
        "quarter": "M-36 -44C10 -56 60 -56 82 -48C112 -36 112 -22 96 -18C60 -28 10 -28 -36 -44Z",
        "side": "M30 -48C62 -54 92 -46 122 -22C100 -26 60 -34 30 -32Z",
        "back": "M-76 -44C-40 -56 40 -56 76 -44C84 -20 60 -8 0 -8C-60 -8 -84 -20 -76 -44Z",
    }[figure.view]
    brush.shape(peak, shadow(colour, 0.3))
    brush.shape(
        ellipse(x - 12, -124, 11, 7) + ellipse(x + 12, -124, 11, 7), shadow(colour, 0.8), line=0.8
    )


def fez(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#a8232f")
    x = _off(figure)
    brush = figure.head_brush(Layer.HAT)
    brush.shape(chain([(x - 70, -72), (x - 52, -164)], [(x, -158), (x + 52, -164)], [(x + 70,
        -72)], [(x, -58)]),
                colour)  # fmt: skip
    brush.tone(
        chain([(x + 24, -160), (x + 52, -164)], [(x + 70, -72), (x + 36, -64)]), shadow(colour)
    )
    brush.shape(ellipse(x, -164, 52, 11), glow(colour, 0.5), line=0.9)
    brush.line(
        f"M{x} -166C{x + 40} -168 {x + 62} -158 {x + 66} -140L{x + 66} -104", "#26222a", width=1.8
    )
    brush.shape(f"M{x + 61} -110L{x + 71} -110L{x + 75} -78L{x + 57} -78Z", "#26222a", line=0.7)


def ranger(figure: Figure, item: Accessory) -> None:
    """A pointed cap with a feather."""
    colour = tone(item, "#4a6b3a")
    x = _off(figure)
    toward = 1.0 if figure.view != "back" else -1.0
    brush = figure.head_brush(Layer.HAT)
    quill = [(x - toward * 40, -84), (x - toward * 84, -150), (x - toward * 130, -196)]
    brush.shape(
        smooth(
            [quill[0], (x - toward * 100, -140), quill[2], (x - toward * 78, -172)], closed=True
        ),
        "#d8433b",
    )
    brush.line(smooth(quill), "#f4e3c4", width=1.2)
    brush.shape(smooth([(x - 92, -56), (x - 84, -104), (x - 40, -138), (x + 20, -134), (x + 66,
        -104),
                        (x + toward * 104, -60), (x, -46)], closed=True), colour)  # fmt: skip
    brush.tone(smooth([(x + 10, -50), (x + 46, -80), (x + 40, -124), (x + 80, -90), (x + 98,
        -60)], closed=True),
               shadow(colour))  # fmt: skip
    brush.shape(chain([(x - 104, -74), (x - 60, -62), (x, -58), (x + 60, -62)],
                      [(x + toward * 136, -44)],
                      [(x + 60, -36), (x, -32), (x - 70, -38), (x - 100, -50)]), glow(colour,
                          0.3))  # fmt: skip
