"""What every part of the drawing is given: the person, the body, the canvas, the layers."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

from .body import Body
from .features import Features, View
from .geometry import Strip, shaded_side
from .outfit import Outfit
from .paint import Brush, Canvas, Frame, glow, luminance, mix, shadow, taper


class Layer:
    """What is painted over what; arms add these to the base of their side."""

    BACKDROP = 0
    GROUND = 5
    AURA = 8
    WINGS = 10
    TAIL = 12
    CAPE = 15
    BACK_ITEM = 16
    HAIR_BACK = 18
    FAR_ARM = 20
    FAR_LEG = 28
    LEG = 29
    TRUNK = 30
    NECK = 31
    SOCKS = 32
    SHOES = 34
    BOTTOM = 36
    BOOTS = 38
    TOP = 42
    SKIRT = 44
    BELT = 46
    COAT = 50
    ARMOUR = 52
    UNDER_ARM = 53.4
    NECKWEAR = 56
    STRAP = 57
    NEAR_ARM = 60
    CAPE_COLLAR = 66
    OVER_BACK = 68
    HEAD = 70
    FACE = 72
    BEARD = 73
    MASK = 74
    EYEWEAR = 75
    HAIR = 76
    OVER_HAIR = 79
    HAT = 80


@dataclass
class Figure:
    features: Features
    outfit: Outfit
    body: Body
    canvas: Canvas
    view: View
    seed: int
    skin: str
    hair: str
    doing: str = ""  # the pose's name in the library
    lids: float = 1.0  # how far the eyes are open, of how far the expression opens them

    @property
    def head_frame(self) -> Frame:
        return self.body.head

    @property
    def size(self) -> float:
        """A head in drawing units."""
        return self.body.measures.head

    @property
    def is_female(self) -> bool:
        return self.features.gender == "female"

    @property
    def age(self) -> str:
        return self.features.age or "young adult"

    def brush(self, layer: float) -> Brush:
        return self.canvas.brush(layer)

    def head_brush(self, layer: float) -> Brush:
        return self.canvas.brush(layer, self.head_frame)

    def arm_layer(self, side: str) -> float:
        """Which arms lie behind the trunk, and which of folded arms is below the other."""
        if self.view in ("side", "quarter"):
            return Layer.NEAR_ARM if side == self.body.near else Layer.FAR_ARM
        if self.view == "back" and self.body.depth_of_wrist(side) < -0.3 * self.size:
            return Layer.FAR_ARM
        if self.view == "front" and self._is_behind(side):
            return Layer.FAR_ARM
        if self.view == "front" and self._is_folded_under(side):
            return Layer.UNDER_ARM
        return Layer.NEAR_ARM

    def _is_behind(self, side: str) -> bool:
        """Whether a hand is behind the back."""
        if self.body.depth_of_wrist(side) > -0.3 * self.size:
            return False
        x, _ = self.body.joints["right_wrist" if side == "right" else "left_wrist"]
        return abs(x - self.body.spine(0.9)[0]) < 0.75 * sum(self.body.extent(0.9)) / 2

    def _is_folded_under(self, side: str) -> bool:
        """Whether the forearms cross before the chest, and the other one lies over this."""
        joints = self.body.joints
        right, left = joints["right_wrist"], joints["left_wrist"]
        if right[0] <= left[0] or abs(right[1] - left[1]) > 0.6 * self.size:
            return False
        under = "left" if self.body.depth_of_wrist("right") >= self.body.depth_of_wrist(
            "left") else "right"  # fmt: skip
        return side == under

    def leg_order(self) -> tuple[str, str]:
        """The far leg first."""
        if self.view in ("front", "back"):
            depths = self.body.depths
            deep = {
                side: depths.get(f"{side}_knee", 0.0) + depths.get(f"{side}_ankle", 0.0)  # type: ignore[call-overload]
                for side in ("right", "left")
            }
            if deep["right"] - deep["left"] > 0.2 * self.size:
                return ("left", "right")
            return ("right", "left")
        if self.body.near == "right":
            return ("left", "right")
        return ("right", "left")

    @property
    def is_seated(self) -> bool:
        """On something that has to be drawn."""
        return self.doing == "sitting"

    def chance(self, what: str) -> float:
        """A number in 0..1 that the seed decides."""
        digest = hashlib.sha256(f"{self.seed}/{what}".encode()).digest()
        return int.from_bytes(digest[:4], "big") / 0xFFFFFFFF

    def is_worn(self, kind: str) -> bool:
        return any(accessory.kind == kind for accessory in self.features.accessories)


def cloth(
    brush: Brush, strip: Strip, data: str, colour: str, start: float, end: float,
    *, depth: float = 0.30, line: float = 0.0, side: float | None = None, metal: bool = False,
) -> None:  # fmt: skip
    """A piece of a strip, filled, with its cel shade and a rim of light."""
    dark = shaded_side(strip) if side is None else side
    paint = None
    if metal:
        a, b = strip.at(-dark, (start + end) / 2), strip.at(dark, (start + end) / 2)
        paint = metallic(brush.canvas, colour, a, b)
    if line:
        brush.shape(data, colour, line=line, paint=paint)
    else:
        brush.fill(data, paint or colour)
    brush.tone(strip.shade(start, end, side=dark, depth=depth), shadow(colour))
    length = end - start
    lit = strip.edge(-dark * 0.70, start + length * 0.10, start + length * 0.60)
    middle = (start + end) / 2
    wide = math.dist(strip.at(-1, middle), strip.at(1, middle))
    brush.tone(taper(lit, wide * 0.11), glow(colour, 0.55), opacity=0.6)
    rim = strip.edge(dark * 0.91, start + length * 0.14, end - length * 0.12)
    brush.tone(taper(rim, wide * 0.055), glow(colour, 0.45), opacity=0.75)


def metallic(canvas: Canvas, colour: str, a: tuple[float, float], b: tuple[float, float]) -> str:
    """Bands of light and dark from a to b."""
    bright = mix(glow(colour, 1.3), "#ffffff", 0.25)
    return canvas.linear(
        *a, *b,
        [
            (0.0, shadow(colour, 0.4)), (0.16, glow(colour, 0.8)), (0.30, bright),
            (0.38, glow(colour, 0.5)), (0.62, colour), (0.84, shadow(colour, 0.9)),
            (1.0, colour),
        ],
    )  # fmt: skip


def contrast(colour: str) -> str:
    """A trim that shows on this colour."""
    return "#e9d9a6" if luminance(colour) < 0.55 else mix(shadow(colour, 2.0), "#2b2a3d", 0.35)
