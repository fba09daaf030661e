"""Feet and what is worn on them."""

from __future__ import annotations

from ..figure import Figure, Layer, cloth, metallic
from ..outfit import Worn
from ..paint import Brush, Frame, Point, glow, mix, shadow, smooth

# The foot's own space: ankle at (0, 0), sole at y 30, 100 units of foot length.
_FRONT = (
    "M-15 -8C-17 4 -22 14 -24 24C-25 31 -20 35 -8 35C4 36 14 36 20 33C25 30 24 22 20 14"
    "C16 6 15 0 14 -8Z"
)
_FRONT_SOLE = "M-24 24C-26 33 -20 37 -8 37C4 38 14 38 20 35C25 32 25 27 24 23C16 30 -14 31 -24 24Z"
_BACK = "M-15 -8C-17 4 -20 16 -20 26C-20 33 -12 35 0 35C12 35 19 33 19 26C19 16 16 4 14 -8Z"
_BACK_SOLE = "M-20 26C-21 35 -12 37 0 37C12 37 20 35 19 26C12 30 -12 30 -20 26Z"
_SIDE = (
    "M-16 -8C-18 2 -24 14 -24 26C-24 32 -22 33 -16 33L62 33C72 33 74 26 68 20"
    "C58 12 40 10 30 4C22 0 18 -2 16 -8Z"
)
_SIDE_SOLE = "M-24 26C-25 34 -22 37 -16 37L64 37C74 37 75 30 71 24C60 31 20 29 -24 26Z"
_QUARTER = (
    "M-16 -8C-18 4 -22 14 -21 25C-20 32 -12 34 0 36C16 39 34 41 44 37C52 33 48 24 38 16"
    "C28 9 20 2 16 -8Z"
)
_QUARTER_SOLE = "M-21 25C-22 34 -12 37 0 39C16 42 36 44 46 39C52 35 50 30 47 25C36 34 6 35 -21 25Z"
_HEEL_SIDE = (
    "M-14 -10C-18 0 -22 8 -22 14C-8 20 14 28 30 33L62 34C70 34 70 28 62 24C44 18 26 8 14 -10Z"
)
_PUMP = "M-21 10C-14 20 10 20 17 9C21 15 25 24 24 30C22 36 -22 37 -25 29C-25 22 -23 15 -21 10Z"
_HEEL_POST = "M-22 12L-19 37L-13 37L-8 18Z"
_TOES = ("M10 30C10 26 12 24 14 26", "M3 33C3 28 6 26 8 28", "M-5 34C-5 29 -2 27 0 29",
         "M-12 34C-12 30 -10 28 -8 30")  # fmt: skip


def foot_frame(figure: Figure, side: str) -> Frame:
    body = figure.body
    x, y = body.joints["right_ankle" if side == "right" else "left_ankle"]
    scale = body.measures.foot / 100
    height = body.measures.ankle_height / 36
    if figure.view in ("front", "back"):
        flip = -1.0 if (side == "right") != (figure.view == "back") else 1.0
        flip = -flip
        scale *= 1.16
    else:
        flip = body.facing
    return Frame((x, y), (scale * flip, 0.0), (0.0, height))


def draw_shoes(figure: Figure, worn: Worn) -> None:
    cut = worn.cut
    detail = cut.detail
    for index, side in enumerate(figure.leg_order()):
        frame = foot_frame(figure, side)
        base: float = Layer.SHOES if detail not in ("boot", "greave") else Layer.BOOTS
        turned = figure.view in ("side", "quarter")
        if turned and index == 0:
            full = figure.outfit.full
            trousers = figure.outfit.legs or (full and full.cut.place == "suit")
            base = Layer.FAR_LEG + 0.3 if not trousers else Layer.SHOES
            if trousers and detail in ("boot", "greave"):
                base = Layer.BOTTOM + 0.1
        brush = figure.canvas.brush(base + index * 0.4, frame)
        bare = detail in ("bare", "sandal")
        colour = figure.skin if bare else worn.colour
        if detail == "surf":
            continue
        data, sole = {
            "front": (_FRONT, _FRONT_SOLE), "back": (_BACK, _BACK_SOLE),
            "side": (_SIDE, _SIDE_SOLE), "quarter": (_QUARTER, _QUARTER_SOLE),
        }[figure.view]  # fmt: skip
        if detail in ("boot", "greave"):
            _shaft(figure, worn, side, base + index * 0.4)
        if detail == "heel" and figure.view in ("side", "quarter"):
            brush.shape(_HEEL_POST, colour)
            brush.shape(_HEEL_SIDE, colour)
            brush.tone("M-22 14C-8 20 14 28 30 33L62 34C66 34 68 32 68 30C44 28 10 18 -22 14Z",
                       shadow(colour))  # fmt: skip
            continue
        if detail in ("heel", "slipper") and figure.view == "front":
            brush.shape(data, figure.skin)
            data = _PUMP
        brush.shape(data, colour)
        brush.tone(sole if bare else data.split("C", 1)[0] + _shade(figure.view), shadow(colour))
        if bare:
            _toes(figure, brush, colour)
        if detail == "bare":
            continue
        if detail == "sandal":
            brush.line("M-20 22C-6 10 8 12 22 20" if not turned else "M14 26C22 14 34 10 44 12",
                       worn.colour, width=4)  # fmt: skip
            brush.line("M-15 0C-4 6 6 6 14 0", worn.colour, width=3)
        tone = {"sneaker": "#f6f6f2", "sandal": worn.colour}.get(detail, shadow(colour, 1.4))
        if detail == "sneaker" and colour > "#d0":
            tone = mix(colour, "#8a8f98", 0.5)
        brush.shape(sole, tone, line=0.8)
        if detail in ("sneaker", "boot") and figure.view != "back":
            laces = {
                "front": ("M-8 8L7 6", "M-9 13L9 11"), "quarter": ("M4 8L17 5", "M9 14L23 10"),
                "side": ("M14 7L22 2", "M21 11L28 6", "M28 14L35 9"),
            }[figure.view]  # fmt: skip
            lace = "#ffffff" if detail == "sneaker" and colour < "#c0" else shadow(colour, 1.5)
            for data_ in laces:
                brush.line(data_, lace, width=1.2)
        if detail == "greave":
            for data_ in {
                "front": ("M-20 18C-8 12 8 12 18 17", "M-22 24C-8 19 8 19 21 24"),
                "back": ("M-17 18C-8 20 8 20 16 18",),
                "quarter": ("M2 32C6 24 14 18 24 14", "M22 34C26 28 32 22 38 20"),
                "side": ("M18 30C22 20 26 14 30 10", "M36 32C40 24 44 20 48 17"),
            }[figure.view]:  # fmt: skip
                brush.line(data_, shadow(colour, 1.5), width=1)
        highlight: dict[str, list[Point]] = {
            "front": [(-12, 14), (-6, 10), (0, 10), (5, 12)], "back": [(-9, 4), (-6, 12), (-7, 20)],
            "quarter": [(20, 16), (28, 18), (36, 23)], "side": [(32, 13), (44, 16), (58, 22)],
        }  # fmt: skip
        brush.stroke(highlight[figure.view], glow(colour, 1.0), width=1.6)


def _shade(view: str) -> str:
    if view == "front":
        return "C-17 4 -22 14 -24 24C-24 29 -20 33 -8 33C-14 26 -10 14 -4 4L-6 -8Z"
    if view == "back":
        return "C-17 4 -20 16 -20 26C-14 30 -4 30 0 30C-8 22 -6 6 -4 -8Z"
    return "C-18 2 -24 14 -24 26L-20 32C-6 34 20 34 46 33C20 30 -6 22 -8 -8Z"


def _toes(figure: Figure, brush: Brush, colour: str) -> None:
    if figure.view == "front":
        for data in _TOES:
            brush.line(data, shadow(colour, 2.0), width=0.6)
    elif figure.view in ("side", "quarter"):
        brush.line("M52 30C54 25 58 23 61 25" if figure.view == "side" else "M30 34"
            "C31 29 36 28 38 31",
                   shadow(colour, 2.0), width=0.7)  # fmt: skip


def _shaft(figure: Figure, worn: Worn, side: str, layer: float) -> None:
    """A boot's or greave's upper."""
    size = figure.size
    r = figure.body.measures.leg
    ease = worn.cut.loose * size
    start = worn.cut.sleeve
    strip = figure.body.leg(side, 0.0, (
        (start - 0.06, 0.60 * r + ease * 1.5), (1.32, 0.62 * r + ease), (1.55, 0.53 * r + ease),
        (1.85, 0.38 * r + ease * 0.7), (2.08, 0.38 * r + ease * 0.6),
    ))  # fmt: skip
    brush = figure.brush(layer)
    colour = worn.colour
    is_plate = worn.cut.detail == "greave"
    cloth(brush, strip, strip.panel(start, 2.08, top=-0.05), colour, start, 2.06, depth=0.32,
          line=1.0, metal=is_plate)  # fmt: skip
    if is_plate:
        knee = figure.body.joints["right_knee" if side == "right" else "left_knee"]
        x, y = knee
        w = 0.66 * r + ease
        plate = smooth([(x - w, y - w * 0.2), (x - w * 0.5, y - w * 0.95), (x + w * 0.5,
                       y - w * 0.95),
                        (x + w, y - w * 0.2), (x + w * 0.55, y + w * 0.75), (x, y + w * 1.0),
                        (x - w * 0.55, y + w * 0.75)], closed=True)  # fmt: skip
        if figure.view != "back":
            paint = metallic(figure.canvas, colour, (x - w, y - w), (x + w, y + w))
            brush.shape(plate, colour, paint=paint)
            brush.line(smooth([(x - w * 0.6, y - w * 0.1), (x, y + w * 0.25), (x + w * 0.6,
                       y - w * 0.1)]),
                       shadow(colour, 1.4), width=0.9)  # fmt: skip
        brush.line(smooth(strip.edge(0.05, start + 0.25, 1.85)), shadow(colour, 1.3), width=0.8)
    else:
        band = strip.panel(start, start + 0.09, top=-0.05, hem=-0.04)
        brush.shape(band, glow(colour, 0.5), line=0.8)
        brush.stroke([strip.at(-0.7, 1.86), strip.at(0, 1.93), strip.at(0.75, 1.87)],
                     shadow(colour, 1.2), width=2.4)  # fmt: skip
        brush.stroke([strip.at(-0.6, 1.95), strip.at(0.1, 2.0), strip.at(0.7, 1.96)],
                     shadow(colour, 1.2), width=2.0)  # fmt: skip
