"""Helmets that differ from a knight's."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..features import Accessory
from ..figure import Figure, Layer
from ..paint import chain, ellipse, glow, mix, shadow, smooth
from .hat_shapes import band, dome, shaded, tone

GOLD = "#d9b04a"
_X = {"front": 0.0, "back": 0.0, "quarter": 24.0, "side": 56.0}


def _cheeks(figure: Figure, colour: str, low: float = 70.0) -> None:
    """Plates down the sides of the face, clear of the eyes."""
    brush = figure.head_brush(Layer.HAT)
    if figure.view == "back":
        brush.shape(
            f"M-94 -44C-94 20 -78 58 -58 {low}C-20 {low + 12} 20 {low + 12} 58 {low}C78 58 94"
            f" 20 94 -44Z",
            colour,
        )
        return
    sides = {"front": ((-1.0, 92.0, 62.0), (1.0, 92.0, 62.0)), "quarter": ((-1.0, 94.0, 44.0),),
             "side": ((-1.0, 104.0, -18.0),)}[figure.view]  # fmt: skip
    for sign, outer, inner in sides:
        data = chain([(sign * outer, -46), (sign * (outer - 2), 20), (sign * (outer - 20), low)],
                     [(sign * inner, low - 10), (sign * (inner + 6), 10), (sign * (inner + 4),
                         -42)])  # fmt: skip
        brush.shape(data, colour)
        brush.tone(chain([(sign * outer, -20), (sign * (outer - 2), 20), (sign * (outer - 20),
            low)],
                         [(sign * (outer - 14), 20)]), shadow(colour))  # fmt: skip


def hard_hat(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#f2c230")
    brush = figure.head_brush(Layer.HAT)
    shaded(figure, brush, dome(figure, -44, 8), colour)
    x = {"side": -10.0, "quarter": -5.0}.get(figure.view, 0.0)
    for k in (-26, 0, 26):
        brush.line(smooth([(x + k * 1.3, -122 + abs(k) * 0.3), (x + k * 1.5, -90), (x + k * 1.6,
            -56)]),
                   shadow(colour, 1.2), width=1.8)  # fmt: skip
    brush.shape({"front": "M-104 -46C-60 -58 60 -58 104 -46C96 -22 50 -18 0 -18C-50 -18 -96"
                          " -22 -104 -46Z",
                 "quarter": "M-100 -40C-40 -56 60 -60 92 -48C116 -38 112 -20 92 -18C40 -24 -40"
                            " -22 -100 -40Z",
                 "side": "M-112 -32C-40 -54 60 -58 96 -46C124 -34 124 -20 104 -20C50 -34 -50"
                         " -22 -112 -32Z",
                 "back": "M-100 -46C-60 -56 60 -56 100 -46C92 -28 50 -26 0 -26C-50 -26 -92 -28"
                         " -100 -46Z"}[figure.view],
                glow(colour, 0.2))  # fmt: skip


def firefighter(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#c8232f")
    brush = figure.head_brush(Layer.HAT)
    shaded(figure, brush, dome(figure, -46, 8), colour)
    x = {"side": -10.0, "quarter": -5.0}.get(figure.view, 0.0)
    brush.shape(
        chain([(x - 9, -146), (x + 9, -146)], [(x + 14, -60), (x, -54), (x - 14, -60)]),
        glow(colour, 0.4),
    )
    brush.shape(chain([(x - 112, -40), (x - 60, -58), (x, -52), (x + 60, -58), (x + 112, -40)],
                      [(x + 70, -18), (x, -14), (x - 70, -18)]), colour)  # fmt: skip
    brush.tone(
        chain([(x + 10, -15), (x + 70, -18), (x + 112, -40)], [(x + 60, -38), (x + 6, -30)]),
        shadow(colour),
    )
    if figure.view != "back":
        f = _X[figure.view] * 0.9
        brush.shape(smooth([(f - 26, -106), (f, -116), (f + 26, -106), (f + 24, -72), (f, -56),
                            (f - 24, -72)], closed=True),
                    GOLD)  # fmt: skip
        brush.fill(ellipse(f, -86, 9, 9), colour)


def soldier(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#5f6b45")
    brush = figure.head_brush(Layer.HAT)
    curve = dome(figure, -22, 9)
    shaded(figure, brush, curve, colour)
    for k, (x, y, r) in enumerate(
        (
            (-50, -80, 16),
            (0, -100, 18),
            (46, -76, 16),
            (-20, -56, 14),
            (24, -50, 13),
            (70, -46, 10),
            (-74, -48, 11),
        )
    ):
        blot = smooth(
            [
                (x - r, y),
                (x - r * 0.3, y - r * 0.6),
                (x + r, y - r * 0.2),
                (x + r * 0.5, y + r * 0.6),
            ],
            closed=True,
        )
        brush.fill(blot, (mix(colour, "#23301c", 0.55), mix(colour, "#c9b98a", 0.5))[k % 2])
    brush.shape(band(figure, -34, 13, 10), shadow(colour, 0.5), line=0.9)
    if figure.view in ("front", "quarter"):
        brush.line("M-84 -20C-80 40 -60 84 0 104C60 84 76 40 80 -20" if figure.view == "front"
                   else "M-60 -20C-50 60 -20 96 24 104", "#3a3a30", width=2.6)  # fmt: skip


def roman(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#b08438")
    brush = figure.head_brush(Layer.HAT)
    crest = {"front": "M-60 -106C-92 -152 -66 -200 0 -204C66 -200 92 -152 60 -106"
                      "C30 -126 -30 -126 -60 -106Z",
             "back": "M-30 -118C-44 -180 44"
                                                            " -180 30 -118L18 10L-18 10Z",
             "quarter": "M40 -118C30 -178 -70 -190 -112 -120C-126 -90 -124 -50 -112 -30C-104"
                        " -90 -50 -128 40 -118Z",
             "side": "M60 -112C50 -178 -70 -196 -122 -120C-142 -80 -138 -30 -120 0C-116 -80"
                     " -60 -134 60 -112Z"}[figure.view]  # fmt: skip
    brush.shape(crest, "#b8262f")
    if figure.view == "front":
        bristles = "".join(f"M{k * 10} {-128 + abs(k)}L{k * 13.5} {-188 + k * k}"
                           for k in range(-5, 6))  # fmt: skip
        brush.line(bristles, shadow("#b8262f", 1.5), width=1.2)
        brush.stroke([(-66, -150), (-44, -186), (-8, -196)], glow("#b8262f", 0.7), width=4.0)
    for k in range(-2, 3):
        if figure.view == "back":
            brush.line(f"M{k * 9} -120L{k * 12} -160", shadow("#b8262f", 1.5), width=1.2)
    shaded(figure, brush, dome(figure, -34, 5), colour, metal=True)
    brush.shape(band(figure, -50, 16, 7), glow(colour, 0.6), line=0.9)
    _cheeks(figure, colour, 74)


def samurai(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#2b2a38")
    brush = figure.head_brush(Layer.HAT)
    x = {"side": -10.0, "quarter": -5.0}.get(figure.view, 0.0)
    neck = figure.head_brush(Layer.HAIR_BACK + 1 if figure.view != "back" else Layer.HAT)
    for k in (2, 1, 0):
        w, y = 104 + k * 14, -30 + k * 26
        neck.shape(chain([(x - w, y - 10), (x - w - 12, y + 34)], [(x, y + 44), (x + w + 12,
            y + 34)], [(x + w, y - 10)]),
                   shadow(colour, 0.4 + 0.3 * k), line=0.9)  # fmt: skip
        neck.line(
            smooth([(x - w - 10, y + 26), (x, y + 36), (x + w + 10, y + 26)]), "#b8303a", width=2.0
        )
    shaded(figure, brush, dome(figure, -36, 7), colour, metal=True)
    for k in (-50, -25, 0, 25, 50):
        brush.line(
            smooth([(x + k * 0.5, -124), (x + k * 1.1, -90), (x + k * 1.35, -52)]), GOLD, width=0.9
        )
    brush.shape(band(figure, -52, 20, 12), colour)
    brush.line(smooth([(x - 96, -36), (x, -26), (x + 92, -38)]), GOLD, width=1.8)
    if figure.view != "back":
        f = _X[figure.view] * 0.85
        for sign in (-1.0, 1.0):
            wide = 1.0 if figure.view == "front" else 0.75
            horn = [
                (f, -58),
                (f + sign * 34 * wide, -84),
                (f + sign * 62 * wide, -172),
                (f + sign * 44 * wide, -104),
                (f, -76),
            ]
            brush.shape(smooth(horn, closed=True), GOLD, line=0.9)
        brush.shape(ellipse(f, -68, 12, 12), "#b8303a", line=0.8)


def motorcycle(figure: Figure, item: Accessory) -> None:
    """Full face, the visor dark and shining, lifted clear of nobody: eyes show through it."""
    colour = tone(item, "#3c4250")
    brush = figure.head_brush(Layer.HAT + 2)
    x = {"side": -10.0, "quarter": -4.0}.get(figure.view, 0.0)
    shell = smooth([(x, -132), (x + 74, -114), (x + 106, -50), (x + 104, 30), (x + 82, 92),
                    (x + 34, 116), (x - 34, 116),
                    (x - 82, 92), (x - 104, 30), (x - 106, -50), (x - 74, -114)],
                    closed=True)  # fmt: skip
    if figure.view == "back":
        brush.shape(shell, colour)
        brush.line(smooth([(0, -130), (0, 110)]), glow(colour, 0.8), width=8)
        return
    window = {"front": "M-80 -20C-60 -40 60 -40 80 -20C84 20 76 42 60 50C20 42 -20 42 -60 50"
                       "C-76 42 -84 20 -80 -20Z",
              "quarter": "M-50 -22C-20 -40 70 -40 88 -22C92 20 88 40 76 48C40 42 0 42 -36 48"
                         "C-52 40 -56 16 -50 -22Z",
              "side": "M0 -24C40 -40 84 -36 94 -20C96 20 92 40 84 48C50 44 30 44 10 46C-4 36"
                      " -6 6 0 -24Z"}[figure.view]  # fmt: skip
    brush.shape(shell + window, colour, holes=True)
    paint = figure.canvas.linear(
        0, -40, 0, 50, [(0, "#16202e", 0.72), (0.6, "#2f4a66", 0.45), (1, "#7fb0d0", 0.35)]
    )
    brush.fill(window, paint)
    brush.line(window, shadow(colour, 1.8), width=2.4)
    brush.stroke([(x - 50, -22), (x - 10, -32), (x + 34, -30)], "#ffffff", width=3)
    brush.stroke([(x - 88, -50), (x - 60, -102), (x - 8, -120)], glow(colour, 1.2), width=5)
    brush.line(smooth([(x - 30, 82), (x, 86), (x + 30, 82)]), shadow(colour, 1.8), width=3)


def robot(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#a8b3c0")
    brush = figure.head_brush(Layer.HAT)
    shaded(figure, brush, dome(figure, -34, 8), colour, metal=True)
    _cheeks(figure, colour, 76)
    light = "#4ee6f4"
    if figure.view != "back":
        visor = {"front": "M-84 -36C-40 -46 40 -46 84 -36L80 -16C40 -24 -40 -24 -80 -16Z",
                 "quarter": "M-60 -34C-10 -46 50 -46 82 -36L80 -16C40 -24 0 -24 -58 -16Z",
                 "side": "M-10 -36C30 -46 60 -44 84 -36L84 -16C60 -22 30 -24 -10 -18Z"}[
                     figure.view]  # fmt: skip
        brush.shape(visor, "#1f2a3d")
        brush.line({"front": "M-70 -30C-30 -36 30 -36 70 -30", "quarter": "M-48 -28C0 -36 50"
                                                            " -36 76 -30",
                    "side": "M0 -30C30 -36 56 -36 78 -32"}[figure.view], light,
                    width=2.4)  # fmt: skip
    for x in (-94.0, 94.0) if figure.view in ("front", "back") else (-20.0,):
        brush.shape(ellipse(x, 14, 15, 24), shadow(colour, 0.7))
        brush.fill(ellipse(x, 14, 7, 11), light)
        brush.line(f"M{x} -8L{x} -78", shadow(colour, 1.2), width=3)


def football(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#2f55a8")
    brush = figure.head_brush(Layer.HAT)
    shaded(figure, brush, dome(figure, -34, 12), colour)
    _cheeks(figure, colour, 60)
    x = {"side": -10.0, "quarter": -5.0}.get(figure.view, 0.0)
    brush.shape(
        chain([(x - 11, -134), (x + 11, -134)], [(x + 13, -40), (x - 13, -40)]), "#f4f4f0", line=0.8
    )
    bars = {"front": "M-84 44C-40 62 40 62 84 44M-78 70C-40 92 40 92 78 70M-30 56L-28 86M30 56"
                     "L28 86",
            "quarter": "M-60 44C-10 66 50 66 86 44M-52 70C-6 94 46 94 82 68M14 60L16 90",
            "back": "",
            "side": "M-10 44C30 60 70 58 98 40M-4 68C30 84 66 82 92 64"}[figure.view]  # fmt: skip
    if bars:
        brush.line(bars, "#3a3f48", width=5.4)
        brush.line(bars, "#c9d0d8", width=3.4)


SPECIAL: Mapping[str, Callable[[Figure, Accessory], None]] = {
    "hard hat": hard_hat, "firefighter": firefighter, "soldier": soldier, "roman": roman,
    "samurai": samurai, "motorcycle": motorcycle, "robot": robot, "football": football,
}  # fmt: skip
