"""Hoods, bands, flowers, bows and headphones."""

from __future__ import annotations

import math

from ..features import Accessory
from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, shadow, smooth
from .hat_shapes import band, dome, shaded, tone

GOLD = "#e0b347"


def _lining(figure: Figure, brush: Brush, rim: list[Point], colour: str) -> None:
    """The hood's inside round the face: dark, deeper at the top, with the shade it throws."""
    x = {"quarter": 12.0}.get(figure.view, 0.0)
    for wide, tall, opacity in ((0.90, 0.84, 1.0), (0.80, 0.74, 0.30)):
        edge = [(x + (px - x) * wide, py * (tall if py < 0 else 1.0)) for px, py in rim]
        brush.fill(chain(rim, edge[::-1]), shadow(colour, 2.1), opacity=opacity)


def hood(figure: Figure, item: Accessory) -> None:
    colour = tone(item, figure.outfit.cape.colour if figure.outfit.cape else "#4a4458")
    back = figure.head_brush(Layer.HAIR_BACK + 0.8)
    brush = figure.head_brush(Layer.HAT)
    if figure.view == "back":
        brush.shape(smooth([(0, -134), (60, -118), (96, -60), (102, 20), (92, 90), (104, 134),
                            (50, 152), (0, 166), (-50, 152), (-104, 134), (-92, 90), (-102, 20),
                            (-96, -60), (-60, -118)], closed=True), colour)  # fmt: skip
        brush.tone(chain([(60, -118), (96, -60), (102, 20), (92, 90), (104, 134)],
                         [(104, 134), (60, 146), (66, 60), (74, -20), (60, -118)]),
                   shadow(colour))  # fmt: skip
        for fold in ([(0, -130), (8, -40), (2, 90)], [(-40, 148), (-52, 90), (-78, 40)],
                     [(6, 160), (0, 110), (-18, 70)], [(46, 148), (52, 96), (70, 50)]):  # fmt: skip
            brush.stroke(fold, shadow(colour, 1.4), width=2.6)
        return
    back.shape(
        ellipse({"side": -20, "quarter": -10}.get(figure.view, 0), -10, 104, 120),
        shadow(colour, 1.6),
    )
    rims: dict[str, tuple[list[Point], list[Point]]] = {
        "front": ([(-34, 140), (-82, 104), (-104, 30), (-101, -56), (-62, -118), (0, -138),
                   (62, -118), (101, -56), (104, 30), (82, 104), (34, 140)],
                  [(22, 128), (60, 92), (78, 24), (73, -42), (42, -82), (0, -92), (-42, -82),
                   (-73, -42), (-78, 24), (-60, 92), (-22, 128)]),
        "quarter": ([(-44, 138), (-90, 100), (-113, 26), (-109, -56), (-68, -120), (0, -138),
                     (60, -120), (90, -64), (92, 10), (76, 82), (44, 130)],
                    [(38, 118), (60, 82), (72, 20), (70, -44), (50, -84), (16, -94), (-24, -78),
                     (-46, -40), (-51, 20), (-42, 84), (-18, 122)]),
        "side": ([(-40, 138), (-88, 100), (-124, 30), (-120, -50), (-80, -122), (-10, -138),
                  (46, -118), (72, -86), (60, -50), (40, -4), (36, 50), (42, 124)],
                 [(42, 124), (24, 112), (20, 50), (24, -4), (46, -56), (72, -86)]),
    }  # fmt: skip
    outer, inner = rims[figure.view]
    if figure.view == "side":  # its lining is seen
        brush.shape(chain(outer), colour)
        brush.fill(chain(outer[-6:], inner), shadow(colour, 1.4))
        brush.stroke([(-30, 118), (-8, 40), (10, -60)], shadow(colour, 1.2), width=3)
        brush.stroke([(-70, 90), (-66, 0), (-40, -80)], shadow(colour, 1.2), width=3)
    else:
        _lining(figure, brush, inner, colour)
        brush.shape(chain(outer, inner), colour)
        brush.tone(chain(outer[6:10], [(78, 70), (86, 20), (82, -48), (50, -100)]), shadow(colour))
        brush.line(smooth(inner), glow(colour, 0.7), width=2.0)
        brush.stroke([(-86, 70), (-92, 0), (-82, -60)], shadow(colour, 1.2), width=3)
        brush.stroke([(76, 84), (90, 10), (86, -50)], shadow(colour, 1.3), width=4)
    brush.stroke([outer[2], outer[3], outer[4]], glow(colour, 0.5), width=3)


def bandana(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#b8323c")
    brush = figure.head_brush(Layer.HAT)
    shaded(figure, brush, dome(figure, -46), colour)
    brush.shape(band(figure, -60, 18, 1), shadow(colour, 0.4))
    if figure.view in ("back", "side"):
        x = 0 if figure.view == "back" else -106
        brush.shape(f"M{x} -40L{x - 34} 20L{x - 16} 16Z", colour)
        brush.shape(f"M{x} -40L{x - 4} 26L{x + 14} 20Z", colour)


def headband(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#c0392f")
    figure.head_brush(Layer.HAT).shape(band(figure, -62, 17, -4), colour)


def circlet(figure: Figure, item: Accessory) -> None:
    colour = tone(item, GOLD)
    brush = figure.head_brush(Layer.HAT)
    brush.shape(band(figure, -54, 8, -5), colour, line=0.8)
    if figure.view in ("front", "quarter"):
        x = 0 if figure.view == "front" else 26
        brush.shape(f"M{x} -56L{x + 8} -42L{x} -28L{x - 8} -42Z", "#4aa8e8", line=0.8)


def flowers(figure: Figure, item: Accessory) -> None:
    brush = figure.head_brush(Layer.HAT)
    leaf = item.kind == "laurel wreath"
    tones = ("#e8607c", "#f4c64e", "#f3eef4", "#b47ad8")
    left, right = {"side": (-96.0, 74.0), "quarter": (-86.0, 76.0)}.get(figure.view, (-82.0, 82.0))
    for k in range(9):
        share = k / 8
        x = left + (right - left) * share
        y = (
            -58
            - 12 * math.sin(math.pi * share)
            + (10 if figure.view == "side" and share < 0.5 else 0)
        )
        if leaf:
            brush.shape(
                smooth(
                    [(x - 12, y + 6), (x, y - 12), (x + 14, y - 14), (x + 4, y + 4)], closed=True
                ),
                tone(item, "#c9a53c"),
                line=0.7,
            )
            continue
        colour = item.colour.hex if item.colour else tones[k % 4]
        brush.shape(ellipse(x + 8, y + 8, 9, 6), "#5a9c4c", line=0.6)
        for j in range(5):
            a = j * 1.2566
            brush.shape(ellipse(x + math.cos(a) * 7, y + math.sin(a) * 7, 7, 7), colour, line=0.5)
        brush.fill(ellipse(x, y, 5, 5), "#f6d365")


def hair_bow(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#d8435c")
    brush = figure.head_brush(Layer.HAT)
    x, y = {"front": (54, -92), "back": (0, -70), "quarter": (-30, -104), "side": (-50, -96)}[
        figure.view
    ]
    if item.kind in ("hair clip", "hair flower"):
        for j in range(5):
            a = j * 1.2566
            brush.shape(
                ellipse(x + 8 + math.cos(a) * 11, y + 34 + math.sin(a) * 11, 10, 10),
                colour,
                line=0.7,
            )
        brush.fill(ellipse(x + 8, y + 34, 7, 7), "#f6d365")
        return
    for sign in (-1, 1):
        brush.shape(
            smooth(
                [(x, y), (x + sign * 32, y - 24), (x + sign * 44, y), (x + sign * 32, y + 20)],
                closed=True,
            ),
            colour,
        )
    brush.shape(ellipse(x, y, 10, 11), shadow(colour, 0.5))


def headphones(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#33363f")
    brush = figure.head_brush(Layer.HAT)
    ears = {
        "front": (-88.0, 88.0),
        "back": (-88.0, 88.0),
        "quarter": (-62.0, 78.0),
        "side": (-14.0,),
    }[figure.view]
    top = {
        "side": "M-14 0C-30 -90 -20 -128 -12 -130C0 -128 6 -90 -14 0",
        "quarter": "M-62 6C-84 -160 84 -160 78 0",
    }.get(figure.view, "M-88 6C-96 -160 96 -160 88 6")
    brush.line(top, shadow(colour, 1.2), width=7)
    brush.line(top, colour, width=5)
    for x in ears:
        wide = 15.0 if figure.view in ("front", "back") else (24.0 if x < 0 else 8.0)
        brush.shape(ellipse(x, 18, wide, 27), colour)
        brush.fill(ellipse(x - 2, 14, wide * 0.55, 17), glow(colour, 0.9))


def halo(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#ffd95e")
    brush = figure.head_brush(Layer.HAT + 1)
    brush.line(ellipse(0, -150, 62, 15), colour, width=7, opacity=0.35)
    brush.line(ellipse(0, -150, 62, 15), colour, width=3.6)
    brush.line(ellipse(0, -151, 60, 14), "#fff6cf", width=1.2)
