"""Feet and what is worn on them."""

from __future__ import annotations

import math

from ..body import GROUND
from ..figure import Figure, Layer, cloth, metallic
from ..outfit import Worn
from ..paint import Brush, Frame, Point, ellipse, glow, mix, shadow, smooth
from ..posing import AIRBORNE, PITCH

# The foot's own space: ankle at (0, 0), sole at y 30, 100 units of foot length.
_FRONT = (  # turned out: the toes are at the outer side
    "M-15 -8C-16 2 -21 9 -29 16C-38 24 -42 32 -36 37C-26 41 -4 41 10 38C20 35 23 27 20 18"
    "C17 8 15 2 14 -8Z"
)
_FRONT_SOLE = (
    "M-39 27C-43 36 -39 39 -32 41C-18 43 0 43 12 40C21 37 23 31 22 25C14 33 -18 36 -39 27Z"
)
# Hanging behind a bent knee: from the front its upper, from the back its sole.
_DOWN = "M-14 -8C-17 8 -24 24 -22 42C-19 57 17 57 20 42C22 24 17 8 14 -8Z"
_DOWN_SOLE = "M-22 40C-20 60 18 60 20 40C16 52 -18 52 -22 40Z"
_UNDER = (
    "M-15 -4C-22 4 -16 16 -18 26C-23 36 -22 54 -4 60C10 62 22 54 22 40C22 28 15 22 15 12"
    "C17 -4 -6 -14 -15 -4Z"
)
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
_PUMP = "M-31 18C-20 25 8 22 17 9C21 15 25 24 20 33C8 42 -28 42 -37 37C-42 31 -37 24 -31 18Z"
_HEEL_POST = "M-22 12L-19 37L-13 37L-8 18Z"
_TOES = ("M8 38C6 33 8 30 11 31", "M-3 39C-6 34 -4 31 -1 32", "M-13 39C-16 34 -14 31 -11 32",
         "M-23 38C-26 33 -24 30 -21 31")  # fmt: skip


def foot_frame(figure: Figure, side: str) -> Frame:
    body = figure.body
    x, y = body.joints["right_ankle" if side == "right" else "left_ankle"]
    scale = body.measures.foot / 100
    height = body.measures.ankle_height / 36
    if figure.view in ("front", "back"):
        flip = 1.0 if (side == "right") != (figure.view == "back") else -1.0
        by = 1.14 * body.nearer(f"{side}_ankle") ** 0.6
        tall = height * 1.1 * max(1.0, by / 1.14)
        if _seen(figure, side) in ("down", "under"):
            tall = min(tall, max(height * 0.5, (GROUND + 4 - y) / 58))
        return Frame((x, y), (scale * by * flip, 0.0), (0.0, tall))
    angle = math.radians(_slope(figure, side))
    cos, sin = math.cos(angle), math.sin(angle)
    flip = body.facing
    return Frame((x, y), (scale * cos * flip, scale * sin), (-height * sin * flip, height * cos))


def _slope(figure: Figure, side: str) -> float:
    """How far the toes point down from level, in degrees: a foot goes along with its shin."""
    body = figure.body
    _, (kx, ky), (x, y) = body.bones(side, "hip", "knee", "ankle")
    shin = math.degrees(math.atan2((kx - x) * body.facing, y - ky))
    above = GROUND - y - body.measures.ankle_height
    if shin > 65 and above < 0.3 * figure.size:
        return 150.0  # the knee is on the ground, and the instep with it
    if shin > 0:
        room = min(1.0, max(0.0, above / (0.62 * body.measures.foot)))
        return min(shin + 12 * room, math.degrees(math.asin(room)))
    return max(-38.0, shin * 0.7) if above > 0.25 * figure.size else max(-13.0, shin * 0.5)


def _seen(figure: Figure, side: str) -> str:
    """From where the foot is seen: the view, or from above or below where it hangs."""
    away = figure.body.recedes(side)
    if figure.view == "front" and away > 0.5:
        return "down"
    if figure.view == "back" and away < -0.5:
        return "under"
    return figure.view


def draw_shoes(figure: Figure, worn: Worn) -> None:
    cut = worn.cut
    detail = cut.detail
    _contact(figure)
    for index, side in enumerate(figure.leg_order()):
        frame = foot_frame(figure, side)
        base: float = Layer.SHOES if detail not in ("boot", "greave") else Layer.BOOTS
        turned = figure.view in ("side", "quarter")
        full = figure.outfit.full
        trousers = figure.outfit.legs or (full and full.cut.place == "suit")
        seen = _seen(figure, side)
        if not turned and trousers and index and detail not in ("boot", "greave"):
            base = Layer.BOTTOM - 0.2  # before the farther leg, under its own hem
        if turned and index == 0:
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
            "down": (_DOWN, _DOWN_SOLE), "under": (_UNDER, _UNDER),
        }[seen]  # fmt: skip
        if detail in ("boot", "greave"):
            _shaft(figure, worn, side, base + index * 0.4)
        if detail == "heel" and figure.view in ("side", "quarter"):
            brush.shape(_HEEL_POST, colour)
            brush.shape(_HEEL_SIDE, colour)
            brush.tone("M-22 14C-8 20 14 28 30 33L62 34C66 34 68 32 68 30C44 28 10 18 -22 14Z",
                       shadow(colour))  # fmt: skip
            continue
        tone = {"sneaker": "#f6f6f2", "sandal": worn.colour}.get(detail, shadow(colour, 1.4))
        if detail == "sneaker" and colour > "#d0":
            tone = mix(colour, "#8a8f98", 0.5)
        if seen in ("down", "under"):
            _hanging(brush, seen, colour, colour if bare else tone)
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
        if worn.kind == "pointe shoes":
            _ribbons(figure, side, worn.colour, base + index * 0.4 + 0.1)
        if detail == "sandal":
            brush.line("M-31 22C-14 11 8 12 21 20" if not turned else "M14 26C22 14 34 10 44 12",
                       worn.colour, width=4)  # fmt: skip
            brush.line("M-15 0C-4 6 6 6 14 0", worn.colour, width=3)
        brush.shape(sole, tone, line=0.8)
        if detail in ("sneaker", "boot") and figure.view != "back":
            laces = {
                "front": ("M-13 8L5 5", "M-18 13L4 11", "M-23 18L1 17"),
                "quarter": ("M4 8L17 5", "M9 14L23 10"),
                "side": ("M14 7L22 2", "M21 11L28 6", "M28 14L35 9"),
            }[figure.view]  # fmt: skip
            lace = "#ffffff" if detail == "sneaker" and colour < "#c0" else shadow(colour, 1.5)
            for data_ in laces:
                brush.line(data_, lace, width=1.2)
        if detail == "greave":
            for data_ in {
                "front": ("M-26 18C-10 12 8 12 18 17", "M-33 25C-14 19 8 19 21 24"),
                "back": ("M-17 18C-8 20 8 20 16 18",),
                "quarter": ("M2 32C6 24 14 18 24 14", "M22 34C26 28 32 22 38 20"),
                "side": ("M18 30C22 20 26 14 30 10", "M36 32C40 24 44 20 48 17"),
            }[figure.view]:  # fmt: skip
                brush.line(data_, shadow(colour, 1.5), width=1)
        highlight: dict[str, list[Point]] = {
            "front": [(-27, 23), (-22, 19), (-16, 17), (-10, 17)],
            "back": [(-9, 4), (-6, 12), (-7, 20)],
            "quarter": [(20, 16), (28, 18), (36, 23)], "side": [(32, 13), (44, 16), (58, 22)],
        }  # fmt: skip
        brush.stroke(highlight[figure.view], glow(colour, 1.0), width=1.6)


def _ribbons(figure: Figure, side: str, colour: str, layer: float) -> None:
    """Crossed over the ankle and tied."""
    leg = figure.body.leg(side)
    brush = figure.brush(layer)
    for a, b in ((1.98, 1.84), (1.84, 1.98), (1.84, 1.72), (1.72, 1.84)):
        brush.line(smooth([leg.at(-1.0, a), leg.at(1.0, b)]), shadow(colour, 1.0), width=3.2)
        brush.line(smooth([leg.at(-1.0, a), leg.at(1.0, b)]), colour, width=2.2)


def _shade(view: str) -> str:
    if view == "front":
        return "L14 -8C15 2 17 8 20 18C23 27 20 35 10 38C12 30 8 22 4 16C0 10 2 0 2 -8Z"
    if view == "back":
        return "C-17 4 -20 16 -20 26C-14 30 -4 30 0 30C-8 22 -6 6 -4 -8Z"
    return "C-18 2 -24 14 -24 26L-20 32C-6 34 20 34 46 33C20 30 -6 22 -8 -8Z"


def _contact(figure: Figure) -> None:
    """The shadow under each foot that stands."""
    body, size = figure.body, figure.size
    pitch = PITCH[figure.view]
    soles = {
        side: body.joints[f"{side}_ankle"][1] - body.depths.get(f"{side}_ankle", 0.0) * pitch  # type: ignore[index, call-overload]
        for side in ("right", "left")
    }
    for side, y in soles.items():
        if max(soles.values()) - y < 0.10 * size and figure.doing not in AIRBORNE:
            x, low = body.joints[f"{side}_ankle"]  # type: ignore[index]
            half = body.measures.foot * (0.42 if figure.view in ("front", "back") else 0.62)
            ahead = body.facing * half * (0.3 if figure.view in ("side", "quarter") else 0.0)
            brush = figure.brush(Layer.GROUND + 0.5)
            brush.fill(ellipse(x + ahead, low + body.measures.ankle_height, half, size * 0.05),
                       "#2a2440", opacity=0.28)  # fmt: skip


def _hanging(brush: Brush, seen: str, colour: str, sole: str) -> None:
    """A foot behind its knee."""
    if seen == "under":
        brush.shape(_UNDER, sole, line=0.9)
        brush.tone("M-12 20C-4 24 8 22 13 18C12 24 14 28 18 34C6 30 -8 30 -18 34Z", shadow(sole))
        return
    brush.shape(_DOWN, shadow(colour, 0.6), line=0.9)
    brush.shape(_DOWN_SOLE, shadow(sole, 0.6), line=0.8)
    brush.tone("M-14 -8L14 -8C15 6 18 14 20 24C8 16 -10 16 -20 24C-18 14 -16 4 -14 -8Z",
               shadow(colour, 1.4))  # fmt: skip


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
