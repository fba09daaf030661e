"""Hands: at ease, closed, open, pointing, or round what they hold."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal, TypeAlias

from ..body import Body
from ..figure import Figure
from ..geometry import unit
from ..paint import Brush, Frame, Point, chain, glow, shadow, smooth
from .limbs import SIDES, hand_tone

Gesture: TypeAlias = Literal["ease", "fist", "grip", "open", "point", "peace", "flat", "pocket"]
Finger: TypeAlias = tuple[tuple[Point, ...], float, float]
"""The line along its middle, and its width at the root and before the tip."""

# Wrist at (0, 0), fingers towards +y, thumb towards +x; 100 units long. Little finger first.
_PALM = "M-11 -9C-13 6 -22 14 -23 32C-23 42 -21 52 -17 57C-6 61 10 60 19 55C23 44 20 14 11 -9Z"
_FINGERS: Mapping[str, tuple[Finger, ...]] = {
    "ease": (
        (((-16, 46), (-19, 62), (-15, 77)), 10.5, 8.0),
        (((13, 48), (17, 66), (13, 83)), 12.0, 9.0),
        (((-7, 50), (-9, 71), (-4, 89)), 12.0, 9.0),
        (((3, 50), (5, 74), (4, 95)), 12.5, 9.5),
    ),
    "open": (
        (((-16, 44), (-27, 62), (-32, 77)), 10.5, 8.0),
        (((-7, 50), (-12, 72), (-15, 92)), 11.5, 9.0),
        (((3, 52), (3, 77), (3, 99)), 12.0, 9.0),
        (((13, 50), (18, 72), (21, 91)), 11.5, 9.0),
    ),
    "flat": (
        (((-16, 46), (-18, 64), (-16, 79)), 10.5, 8.0),
        (((-7, 50), (-8, 72), (-6, 92)), 11.5, 9.0),
        (((3, 52), (4, 77), (4, 99)), 12.0, 9.0),
        (((13, 50), (15, 71), (14, 90)), 11.5, 9.0),
    ),
    "point": ((((14, 46), (15, 74), (14, 99)), 12.0, 9.5),),
    "peace": (
        (((0, 48), (-6, 74), (-12, 97)), 12.0, 9.5),
        (((14, 46), (20, 72), (25, 94)), 12.0, 9.5),
    ),
}
_THUMBS: Mapping[str, Finger] = {
    "ease": (((10, 12), (24, 30), (26, 56)), 14.0, 9.0),
    "flat": (((10, 12), (25, 30), (26, 58)), 14.0, 9.0),
    "open": (((9, 12), (29, 27), (43, 46)), 14.0, 9.5),
}
_KNUCKLES = (
    "M-12 -9C-15 3 -28 8 -30 24C-32 40 -28 57 -15 61C-2 64 13 63 22 57"
    "C29 51 31 38 29 25C27 11 19 3 12 -9Z"
)
_CURLED: tuple[Finger, ...] = (  # seen from the fingers' side, the little one lowest
    (((-24, 54), (-13, 57), (-3, 55)), 11.0, 10.0),
    (((-27, 44), (-14, 47), (-1, 45)), 12.0, 11.0),
    (((-28, 33), (-14, 36), (0, 34)), 12.5, 11.5),
    (((-27, 22), (-14, 24), (0, 23)), 12.5, 11.5),
)
_FOLDED: tuple[Finger, ...] = (  # folded into the palm beside stretched ones
    (((-17, 46), (-16, 60), (-9, 55)), 11.0, 10.0),
    (((-7, 50), (-6, 65), (1, 58)), 12.0, 11.0),
    (((4, 50), (5, 66), (11, 58)), 12.0, 11.0),
)
_OVER_THUMB: Finger = (((19, 12), (24, 30), (7, 40)), 15.0, 11.0)

_GESTURES: Mapping[str, Gesture] = {
    "fighting_stance": "fist", "running": "fist", "sprinting": "fist", "marching": "fist",
    "punching": "fist", "kicking": "fist", "heroic": "fist", "hands_on_hips": "fist",
    "flying": "fist", "cheering": "fist", "guard": "fist", "archery": "fist",
    "sword_raised": "fist", "praying": "flat", "arms_crossed": "flat", "leaning": "flat",
    "salute": "flat", "t_pose": "flat", "bowing": "flat", "hands_in_pockets": "pocket",
    "casting_spell": "open", "arms_open": "open", "dancing": "open", "jumping": "open",
}  # fmt: skip
"""By the pose; both hands alike."""
_ONE_HAND: Mapping[str, Gesture] = {"waving": "open", "pointing": "point", "peace_sign": "peace"}
"""The same for what is done with the higher hand."""


def hand_frame(body: Body, side: str) -> Frame:
    """The hand's own space: 100 units from the wrist to the finger tips."""
    _, elbow, wrist = body.bones(side, "shoulder", "elbow", "wrist")
    scale = body.measures.hand / 100 * body.nearer(f"{side}_wrist") ** 0.4
    dx, dy = _pointing(body, side, unit(elbow, wrist))
    thumb = _thumb_sign(body, side)
    if body.view in ("front", "back") and dy < -0.1:
        thumb = -thumb
    across = (dy * thumb * scale, -dx * thumb * scale)
    return Frame(wrist, across, (dx * scale, dy * scale))


def _pointing(body: Body, side: str, forearm: Point) -> Point:
    """Where the fingers point: on along the forearm; hands that meet point the same way."""
    other = "left" if side == "right" else "right"
    _, elbow, wrist = body.bones(other, "shoulder", "elbow", "wrist")
    mine = body.joints["right_wrist" if side == "right" else "left_wrist"]
    if math.dist(mine, wrist) > 0.42 * body.measures.head:
        return forearm
    theirs = unit(elbow, wrist)
    x, y = forearm[0] + theirs[0], forearm[1] + theirs[1]
    length = math.hypot(x, y)
    return (x / length, y / length) if length > 0.9 else forearm


def _thumb_sign(body: Body, side: str) -> float:
    """1 where the thumb of a hanging hand lies to the picture's right."""
    if body.view in ("side", "quarter"):
        return body.facing
    sign = 1.0 if side == "right" else -1.0
    return -sign if body.view == "back" else sign


def grip(body: Body, side: str) -> tuple[float, float]:
    """Where what is held passes through the hand."""
    return hand_frame(body, side)(2, 30)


def gesture_of(figure: Figure, side: str, holding: frozenset[str]) -> Gesture:
    if side in holding:
        return "grip"
    doing = figure.doing
    wrists = {name: figure.body.joints[f"{name}_wrist"][1] for name in SIDES}  # type: ignore[index]
    if doing in _ONE_HAND:
        return _ONE_HAND[doing] if wrists[side] == min(wrists.values()) else "ease"
    if doing in _GESTURES:
        return _GESTURES[doing]
    shoulder = figure.body.joints["neck"][1]
    return "open" if wrists[side] < shoulder else "ease"


def draw_hands(figure: Figure, holding: frozenset[str]) -> None:
    for side in SIDES:
        tone = hand_tone(figure, side)
        frame = hand_frame(figure.body, side)
        brush = figure.canvas.brush(figure.arm_layer(side) + 4, frame)
        gesture = gesture_of(figure, side, holding)
        # Light falls from the picture's left: which side of the hand is turned from it.
        dark = 1.0 if frame.across[0] >= 0 else -1.0
        if gesture == "pocket":
            _pocketed(figure, brush, dark)
            continue
        if gesture in ("fist", "grip"):
            _closed(brush, tone, dark)
        else:
            _stretched(brush, tone, dark, gesture)
        if not figure.outfit.hands:
            brush.fill("M-9.5 -13L9.5 -13L10 2L-10 2Z", tone)


def _pocketed(figure: Figure, brush: Brush, dark: float) -> None:
    """The bulge that a hand makes in a pocket, and the pocket's edge over the wrist."""
    outfit = figure.outfit
    worn = outfit.over or outfit.legs or outfit.skirt or outfit.full or outfit.top
    if outfit.over and outfit.legs and outfit.over.cut.hem < 1.05:
        worn = outfit.legs
    tone = worn.colour if worn else figure.skin
    brush.shape("M-20 4C-26 18 -30 36 -24 56C-14 70 14 70 22 54C28 36 24 18 18 4Z", tone, line=0.7)
    side: list[Point] = [(dark * 18, 6), (dark * 25, 30), (dark * 22, 54), (dark * 8, 64)]
    inner: list[Point] = [(dark * 8, 64), (dark * 12, 44), (dark * 10, 20), (dark * 18, 6)]
    brush.tone(chain(side, inner), shadow(tone))
    brush.line("M-24 2C-8 9 8 9 22 2", shadow(tone, 1.8), width=2.2)


def _finger(finger: Finger) -> str:
    """A finger with a round tip."""
    (a, b, c), root, tip = finger
    left: list[Point] = []
    right: list[Point] = []
    for (x, y), (px, py), (qx, qy), width in (
        (a, a, b, root), (b, a, c, (root + tip) / 2), (c, b, c, tip),
    ):  # fmt: skip
        length = math.hypot(qx - px, qy - py) or 1.0
        nx, ny = -(qy - py) / length * width / 2, (qx - px) / length * width / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    length = math.hypot(c[0] - b[0], c[1] - b[1]) or 1.0
    end = (c[0] + (c[0] - b[0]) / length * tip * 0.45, c[1] + (c[1] - b[1]) / length * tip * 0.45)
    return smooth([*left, end, *right[::-1]])


def _draw_finger(brush: Brush, finger: Finger, tone: str, *, line: float = 0.75) -> None:
    data = _finger(finger)
    brush.fill(data, tone)
    brush.edge(data, tone, width=line)


def _stretched(brush: Brush, tone: str, dark: float, gesture: Gesture) -> None:
    shade, crease = shadow(tone), shadow(tone, 2.0)
    fingers = _FINGERS[gesture]
    for index, finger in enumerate(fingers):
        _draw_finger(brush, finger, shadow(tone, 0.45) if index < len(fingers) // 2 else tone)
    brush.fill(_PALM, tone)
    brush.edge("M-11 -9C-13 6 -22 14 -23 32C-23 40 -22 46 -20 50", tone, width=0.85)
    brush.edge("M11 -9C17 8 21 26 20 48", tone, width=0.85)
    side: list[Point] = [(dark * 11, -6), (dark * 19, 16), (dark * 22, 34), (dark * 19, 54)]
    inner: list[Point] = [(dark * 19, 54), (dark * 9, 40), (dark * 7, 16), (dark * 11, -6)]
    brush.tone(chain(side, inner), shade)
    if gesture in ("point", "peace"):
        for finger in _FOLDED[: 4 - len(fingers)]:
            _draw_finger(brush, finger, tone, line=0.65)
        _draw_finger(brush, (((17, 22), (15, 42), (0, 50)), 13.0, 10.0), tone, line=0.7)
        return
    brush.line("M-10 54L-11 46M0 57L-1 48M10 56L9 47", crease, width=0.5)
    thumb = _THUMBS[gesture]
    data = _finger(thumb)
    brush.fill(data, tone)
    brush.edge(data, tone, width=0.75)
    (_, b, c), _, tip = thumb
    nail = [(c[0] + 1, c[1] - tip * 0.5), (c[0] + tip * 0.3, c[1] + 1), (c[0] - 1, c[1] + 2.5)]
    brush.tone(smooth(nail, closed=True), glow(tone, 1.2), opacity=0.8)
    brush.tone(chain([(b[0] - 7, b[1] + 4), (c[0] - 4, c[1] - 4)], [(b[0] - 2, b[1] + 8)]), shade,
               opacity=0.6)  # fmt: skip


def _closed(brush: Brush, tone: str, dark: float) -> None:
    brush.shape(_KNUCKLES, tone, line=0.85)
    side: list[Point] = [(dark * 14, -4), (dark * 28, 18), (dark * 29, 40), (dark * 18, 60)]
    inner: list[Point] = [(dark * 18, 60), (dark * 16, 36), (dark * 8, 10), (dark * 14, -4)]
    brush.tone(chain(side, inner), shadow(tone))
    for finger in _CURLED:
        data = _finger(finger)
        brush.fill(data, tone)
        brush.edge(data, tone, width=0.6)
    brush.tone("M-28 58C-14 62 -4 61 2 56C-6 58 -18 56 -27 50Z", shadow(tone))
    data = _finger(_OVER_THUMB)
    brush.fill(data, tone)
    brush.edge(data, tone, width=0.75)
    brush.tone(smooth([(9, 36), (14, 35), (12, 40), (7, 42)], closed=True), glow(tone, 1.2),
               opacity=0.8)  # fmt: skip
