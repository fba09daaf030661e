"""Hands: hanging loosely, or closed round what they hold."""

from __future__ import annotations

from ..figure import Figure, Layer
from ..geometry import unit
from ..paint import Frame, shadow
from .limbs import SIDES, hand_tone

# Wrist at (0, 0), fingers towards +y, thumb towards +x; 100 units long.
_LOOSE = (
    "M-17 -8C-23 10 -26 26 -24 42C-23 56 -22 68 -17 80C-14 90 -9 99 -3 99"
    "C4 101 10 97 13 88C18 76 22 62 23 46C23 28 20 8 16 -8Z"
)
_LOOSE_THUMB = "M17 8C28 16 35 30 37 44C38 56 36 64 31 65C26 65 23 58 21 50C18 42 14 38 12 34"
_LOOSE_LINES = ("M-10 58C-10 70 -8 82 -5 92", "M3 57C4 69 4 80 3 93", "M14 54C14 64 13 76 11 86")
_FIST = (
    "M-18 -8C-24 2 -30 12 -30 26C-31 42 -26 56 -14 60C-2 63 12 62 22 57"
    "C29 52 32 40 31 26C30 12 24 2 17 -8Z"
)
_FIST_LINES = ("M-29 24C-20 22 -12 23 -6 26", "M-29 36C-20 34 -12 35 -6 38",
               "M-25 48C-18 46 -12 47 -6 49")  # fmt: skip
_FIST_THUMB = "M22 10C34 18 36 34 26 42C18 48 4 46 -4 38C-8 32 -2 26 6 28C12 29 15 28 16 22"


def hand_frame(figure: Figure, side: str) -> Frame:
    """The hand's own space: 100 units from the wrist to the finger tips."""
    body = figure.body
    _, elbow, wrist = body.bones(side, "shoulder", "elbow", "wrist")
    scale = body.measures.hand / 100
    dx, dy = unit(elbow, wrist)
    thumb = _thumb_sign(figure, side)
    if body.view in ("front", "back") and dy < -0.1:
        thumb = -thumb
    across = (dy * thumb * scale, -dx * thumb * scale)
    return Frame(wrist, across, (dx * scale, dy * scale))


def _thumb_sign(figure: Figure, side: str) -> float:
    """1 where the thumb of a hanging hand lies to the picture's right."""
    if figure.view == "side":
        return figure.body.facing
    if figure.view == "quarter":
        return figure.body.facing
    sign = 1.0 if side == "right" else -1.0
    return -sign if figure.view == "back" else sign


def grip(figure: Figure, side: str) -> tuple[float, float]:
    """Where what is held passes through the hand."""
    return hand_frame(figure, side)(2, 30)


def draw_hands(figure: Figure, holding: frozenset[str]) -> None:
    for side in SIDES:
        tone = hand_tone(figure, side)
        brush = figure.canvas.brush(figure.arm_layer(side) + 4, hand_frame(figure, side))
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
            brush.tone("M-3 99C4 101 10 97 13 88C18 76 22 62 23 46C23 34 22 22 19 10"
                       "C16 40 12 66 -3 99Z", dark)  # fmt: skip
            for data in _LOOSE_LINES:
                brush.line(data, line, width=0.6)
            brush.fill(_LOOSE_THUMB + "Z", tone)
            brush.line(_LOOSE_THUMB, brush.ink(tone), width=0.75)


__all__ = ["Layer", "draw_hands", "grip", "hand_frame"]
