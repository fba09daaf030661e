"""Hands: hanging loosely, or closed round what they hold."""

from __future__ import annotations

from ..body import Body
from ..figure import Figure
from ..geometry import unit
from ..paint import Frame, shadow
from .limbs import SIDES, hand_tone

# Wrist at (0, 0), fingers towards +y, thumb towards +x; 100 units long.
_LOOSE = (
    "M-11 -8C-13 6 -23 20 -22 40C-22 52 -21 64 -18 76C-17 82 -12 83 -10 78C-9 86 -7 95 -2 95"
    "C3 95 4 88 4 84C6 91 11 90 12 83C13 77 13 72 13 68C17 69 19 64 20 56C21 40 17 12 11 -8Z"
)
_LOOSE_THUMB = "M13 6C23 13 30 26 31 38C32 48 31 56 27 57C22 57 20 50 18 43C16 38 13 35 11 32"
_LOOSE_LINES = ("M-10 78C-11 70 -11 62 -9 54", "M4 84C4 74 3 64 3 56", "M13 68C13 62 13 58 12 54")
_FIST = (
    "M-12 -8C-15 2 -29 8 -30 26C-31 42 -26 56 -14 60C-2 63 12 62 22 57"
    "C29 52 32 40 31 26C30 12 20 4 12 -8Z"
)
_FIST_LINES = ("M-29 24C-20 22 -12 23 -6 26", "M-29 36C-20 34 -12 35 -6 38",
               "M-25 48C-18 46 -12 47 -6 49")  # fmt: skip
_FIST_THUMB = "M22 10C34 18 36 34 26 42C18 48 4 46 -4 38C-8 32 -2 26 6 28C12 29 15 28 16 22"


def hand_frame(body: Body, side: str) -> Frame:
    """The hand's own space: 100 units from the wrist to the finger tips."""
    _, elbow, wrist = body.bones(side, "shoulder", "elbow", "wrist")
    scale = body.measures.hand / 100
    dx, dy = unit(elbow, wrist)
    thumb = _thumb_sign(body, side)
    if body.view in ("front", "back") and dy < -0.1:
        thumb = -thumb
    across = (dy * thumb * scale, -dx * thumb * scale)
    return Frame(wrist, across, (dx * scale, dy * scale))


def _thumb_sign(body: Body, side: str) -> float:
    """1 where the thumb of a hanging hand lies to the picture's right."""
    if body.view == "side":
        return body.facing
    if body.view == "quarter":
        return body.facing
    sign = 1.0 if side == "right" else -1.0
    return -sign if body.view == "back" else sign


def grip(body: Body, side: str) -> tuple[float, float]:
    """Where what is held passes through the hand."""
    return hand_frame(body, side)(2, 30)


def draw_hands(figure: Figure, holding: frozenset[str]) -> None:
    for side in SIDES:
        tone = hand_tone(figure, side)
        brush = figure.canvas.brush(figure.arm_layer(side) + 4, hand_frame(figure.body, side))
        dark = shadow(tone)
        line = shadow(tone, 2.2)
        if side in holding:
            brush.shape(_FIST, tone, line=0.85)
            brush.tone("M-6 61C8 63 18 60 23 56C30 50 32 38 30 24C24 44 8 54 -14 52Z", dark)
            for data in _FIST_LINES:
                brush.line(data, line, width=0.6)
            brush.fill(_FIST_THUMB + "Z", tone)
            brush.line(_FIST_THUMB, line, width=0.75)
        else:
            brush.shape(_LOOSE, tone, line=0.85)
            brush.tone("M-2 95C3 95 4 88 4 84C6 91 11 90 12 83C13 77 13 72 13 68"
                       "C17 69 19 64 20 56C21 44 18 26 15 10"
                       "C15 42 8 64 -2 95Z", dark)  # fmt: skip
            for data in _LOOSE_LINES:
                brush.line(data, line, width=0.6)
            brush.fill(_LOOSE_THUMB + "Z", tone)
            brush.line(_LOOSE_THUMB, brush.ink(tone), width=0.75)
        if not figure.outfit.hands:
            brush.fill("M-9.5 -12L9.5 -12L9.5 1L-10 1Z", tone)
