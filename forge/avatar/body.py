"""From age, build and gender to measures, and from a pose to joints in the drawing.

The drawing's space is `HEIGHT` units tall whatever the picture's size; x is 0 on the
picture's middle line, y is 0 at its top. All measures are in these units.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..pose.skeleton import JOINTS, Joint, Pose
from .features import Features, View
from .geometry import Strip, along, between, distance, lerp, limb, turned, unit
from .paint import Frame, Point

HEIGHT = 768.0
GROUND = 730.0  # where the soles stand
HEAD_UNITS = 200.0  # crown to chin in the head's own space

YAW: Mapping[View, float] = {"front": 0.0, "quarter": 38.0, "side": 90.0, "back": 180.0}

Table = Sequence[tuple[float, float]]
Direction = tuple[float, float, float]
"""A bone's direction in the body's own space: to the person's left, forward, down."""

NOSE: Mapping[View, Point] = {
    "front": (0, 44), "quarter": (31, 44), "side": (80, 42), "back": (0, 44),
}  # fmt: skip
EYES: Mapping[View, tuple[Point, Point]] = {  # right, left
    "front": ((-35, 14), (35, 14)), "quarter": ((-10, 14), (50, 14)),
    "side": ((46, 14), (46, 14)), "back": ((35, 14), (-35, 14)),
}  # fmt: skip
EARS: Mapping[View, tuple[Point, Point]] = {
    "front": (((-76, 20)), (76, 20)), "quarter": ((-52, 22), (64, 20)),
    "side": ((-10, 22), (-10, 22)), "back": ((76, 20), (-76, 20)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measures:
    stature: float
    head: float
    shoulder: float  # half the distance between the shoulder joints
    hip: float
    shoulder_height: float  # above the ground, as are the next three
    hip_height: float
    knee_height: float
    ankle_height: float
    upper_arm: float
    forearm: float
    hand: float
    foot: float
    arm: float  # half width at its thickest
    leg: float
    lateral: Table  # half width of the trunk, by v: 0 shoulders, 1 hips; in heads
    front: Table  # depth before the spine's line, in heads
    back: Table
    stoop: float = 0.0  # how far the head is carried before the shoulders, in heads

    def scaled(self, by: float) -> Measures:
        longer: dict[str, Any] = {name: getattr(self, name) * by for name in _LENGTHS}
        return replace(self, **longer)


_LENGTHS = (
    "stature", "head", "shoulder", "hip", "shoulder_height", "hip_height", "knee_height",
    "ankle_height", "upper_arm", "forearm", "hand", "foot", "arm", "leg",
)  # fmt: skip
_STATURE = {
    "child": (430.0, 3.9), "teen": (566.0, 5.5), "young adult": (632.0, 6.2),
    "middle-aged": (630.0, 6.2), "senior": (592.0, 5.9),
}  # fmt: skip
_BUILD = {  # widths of bones, flesh, belly
    "slim": (0.93, 0.80, 0.84), "average": (1.0, 1.0, 1.0),
    "athletic": (1.12, 1.13, 0.86), "heavy": (1.02, 1.34, 2.05),
}  # fmt: skip


def measure(features: Features) -> Measures:
    """Proportions for age, gender and build; open ones are a young average adult's."""
    age = features.age or "young adult"
    gender = features.gender or "non-binary"
    build = features.build or "average"
    stature, heads = _STATURE[age]
    bone, flesh, belly = _BUILD[build]
    male = {"male": 1.0, "non-binary": 0.5, "female": 0.0}[gender]
    grown = {"child": 0.0, "teen": 0.6}.get(age, 1.0)
    stature *= 1 + 0.045 * male * grown
    heads += 0.2 * male * grown
    head = stature / heads
    old = 1.0 if age in ("middle-aged", "senior") else 0.0
    belly = 1 + (belly - 1) * (0.45 + 0.55 * grown) + 0.10 * old
    aged = 1.0 if age == "senior" else 0.0

    def by_gender(female: float, man: float, child: float) -> float:
        adult = female + (man - female) * male
        return child + (adult - child) * grown

    shoulder = by_gender(0.59, 0.745, 0.43) * bone * (1 - 0.06 * aged)
    hip = by_gender(0.325, 0.315, 0.235) * (0.7 + 0.3 * bone) * (0.75 + 0.25 * flesh)
    neck = by_gender(0.148, 0.205, 0.148) * (0.5 + 0.5 * flesh)
    chest = by_gender(0.53, 0.675, 0.415) * (0.40 * bone + 0.60 * flesh)
    waist = by_gender(0.375, 0.515, 0.385) * (0.4 * flesh + 0.6 * belly)
    hips = by_gender(0.61, 0.545, 0.415) * (0.4 + 0.6 * flesh)
    deltoid = by_gender(0.114, 0.160, 0.108) * flesh
    bust = by_gender(0.47, 0.40, 0.30) * (0.3 + 0.7 * flesh)
    tummy = by_gender(0.27, 0.33, 0.32) * belly
    seat = by_gender(0.44, 0.38, 0.32) * (0.4 + 0.6 * flesh)
    outer = shoulder + deltoid * 0.62
    body = stature - head
    return Measures(
        stature=stature,
        head=head,
        shoulder=shoulder * head,
        hip=hip * head,
        shoulder_height=stature - head * (by_gender(1.355, 1.35, 1.15) - 0.09 * aged),
        hip_height=stature * by_gender(0.525, 0.515, 0.455),
        knee_height=stature * by_gender(0.285, 0.28, 0.25),
        ankle_height=stature * 0.042,
        upper_arm=body * 0.222,
        forearm=body * 0.188,
        hand=body * by_gender(0.100, 0.110, 0.118),
        foot=body * by_gender(0.165, 0.185, 0.185),
        arm=deltoid * head,
        leg=by_gender(0.315, 0.305, 0.232) * (0.3 + 0.7 * flesh) * head,
        lateral=(
            (-0.30, neck), (-0.18, neck * 1.04), (-0.12, neck * 1.45), (-0.06, outer * 0.58),
            (0.01, outer * 0.87), (0.10, outer), (0.27, chest), (0.42, chest * 0.97),
            (0.66, waist), (0.80, lerp(hips, waist, min(0.9, 0.45 * belly))),
            (1.0, hips), (1.2, hips * 0.96),
        ),
        front=(
            (-0.30, neck * 0.80), (-0.12, neck * 0.95), (0.05, bust * 0.55), (0.32, bust),
            (0.46, bust * 0.86), (0.66, max(tummy, bust * 0.55)), (0.85, tummy * 1.12),
            (1.0, tummy * 1.05), (1.2, tummy * 0.98),
        ),
        back=(
            (-0.30, neck * 0.95), (-0.10, neck * 1.30), (0.10, 0.37 * (0.4 + 0.6 * flesh)),
            (0.30, 0.38 * (0.4 + 0.6 * flesh)), (0.64, 0.25 * flesh), (0.98, seat),
            (1.2, seat * 0.86),
        ),
        stoop=0.20 * aged,
    )  # fmt: skip


_TRUNK = (
    -0.3, -0.24, -0.17, -0.13, -0.10, -0.07, -0.04, -0.01, 0.03, 0.08, 0.15, 0.22,
    0.3, 0.38, 0.46, 0.54, 0.62, 0.7, 0.78, 0.86, 0.94, 1.02, 1.1, 1.2, 1.3,
)  # fmt: skip
"""Places along the trunk that its edges are given at."""


@dataclass(frozen=True, slots=True)
class Body:
    """Joints in the drawing's space, and how to find places on the figure."""

    measures: Measures
    joints: Mapping[Joint, Point]
    depths: Mapping[Joint, float]
    view: View
    facing: float  # 1: turned to the picture's right where turned at all; -1: to its left
    tilt: float  # of the head, degrees clockwise
    _cuts: list[tuple[float, float, float, float, float, float]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )

    @property
    def yaw(self) -> tuple[float, float]:
        """Cosine and signed sine of the turn from the viewer."""
        angle = math.radians(YAW[self.view])
        return math.cos(angle), math.sin(angle) * self.facing

    @property
    def hips(self) -> Point:
        return between(self.joints["right_hip"], self.joints["left_hip"], 0.5)

    @property
    def head(self) -> Frame:
        """The head's own space: crown at y -100, chin at 100; +x is where it looks."""
        scale = self.measures.head / HEAD_UNITS
        down = turned((0.0, 1.0), self.tilt)
        nose = NOSE[self.view]
        across = (down[1] * scale * self.facing, -down[0] * scale * self.facing)
        down = (down[0] * scale, down[1] * scale)
        x, y = self.joints["nose"]
        return Frame(
            (
                x - nose[0] * across[0] - nose[1] * down[0],
                y - nose[0] * across[1] - nose[1] * down[1],
            ),
            across,
            down,
        )

    @property
    def near(self) -> str:
        """The side of the person turned to the viewer, where one is."""
        return "right" if self.facing > 0 else "left"

    @property
    def upright(self) -> float:
        """1 where both knees are below the hips, 0 where they are level with them: seated."""
        knees = (self.joints["right_knee"][1] + self.joints["left_knee"][1]) / 2
        thigh = self.measures.hip_height - self.measures.knee_height
        return min(1.0, max(0.0, (knees - self.hips[1]) / (0.8 * thigh)))

    def spine(self, v: float) -> Point:
        return between(self.joints["neck"], self.hips, v)

    def _axes(self, v: float) -> Point:
        """Across the trunk at v, to the picture's right."""
        d = unit(self.joints["neck"], self.hips)
        square = (d[1], -d[0])
        if self.view == "side":
            return square
        sign = -1.0 if self.view == "back" else 1.0
        axes = []
        for left, right in (("left_shoulder", "right_shoulder"), ("left_hip", "right_hip")):
            a, b = self.joints[right], self.joints[left]  # type: ignore[index]
            axis = unit(a, b) if distance(a, b) > self.measures.head * 0.22 else square
            axis = (axis[0] * sign, axis[1] * sign)
            if axis[0] * square[0] + axis[1] * square[1] < 0.5:
                axis = square
            axes.append(axis)
        x, y = between(axes[0], axes[1], min(1.0, max(0.0, v)))
        length = math.hypot(x, y) or 1.0
        return (x / length, y / length)

    def extent(self, v: float, ease: float = 0.0) -> tuple[float, float]:
        """Half widths to the picture's left and right at v."""
        m, (cos, sin) = self.measures, self.yaw
        a = along(m.lateral, v) * m.head * abs(cos)
        front, back = along(m.front, v) * m.head * sin, along(m.back, v) * m.head * sin
        to_right, to_left = (front, back) if sin >= 0 else (back, front)
        return math.hypot(a, to_left) + ease, math.hypot(a, to_right) + ease

    def trunk(self, ease: float = 0.0, flare: Table = ((0.0, 0.0),)) -> Strip:
        """The torso from the neck (v = -0.3) to the crotch (v = 1.2).

        `ease` is added to both edges, `flare` adds more by v.
        """
        if not self._cuts:
            # asked for by every garment; ease alone differs
            self._cuts.extend((*self.spine(v), *self._axes(v), *self.extent(v)) for v in _TRUNK)
        left, right = [], []
        for v, (x, y, ax, ay, to_left, to_right) in zip(_TRUNK, self._cuts, strict=True):
            out = ease + along(flare, v)
            left.append((x - ax * (to_left + out), y - ay * (to_left + out)))
            right.append((x + ax * (to_right + out), y + ay * (to_right + out)))
        return Strip(_TRUNK, tuple(left), tuple(right))

    def middle(self, v: float, angle: float = 0.0) -> float:
        """The u of a vertical line on the trunk, `angle` degrees from its front middle.

        Positive angles lie towards the person's left. On the side turned away the edge.
        """
        m, (cos, sin) = self.measures, self.yaw
        turn = math.radians(angle)
        lateral, depth = along(m.lateral, v), along(m.front, v)
        if math.cos(turn) < 0:
            depth = along(m.back, v)
        x = (lateral * math.sin(turn) * cos + depth * math.cos(turn) * sin) * m.head
        to_left, to_right = self.extent(v)
        centre, half = (to_right - to_left) / 2, (to_right + to_left) / 2
        return max(-1.0, min(1.0, (x - centre) / half))

    def arm(self, side: str, ease: float = 0.0, radii: Table | None = None) -> Strip:
        """t: 0 shoulder, 1 elbow, 2 wrist."""
        r = self.measures.arm
        table = radii or (
            (-0.15, 0.18 * r), (-0.115, 0.60 * r), (-0.05, 0.90 * r), (0.06, r), (0.4, 0.88 * r),
            (0.85, 0.72 * r),
            (1.0, 0.72 * r), (1.25, 0.78 * r), (1.6, 0.61 * r), (2.0, 0.50 * r),
        )  # fmt: skip
        a, b, c = self.bones(side, "shoulder", "elbow", "wrist")
        down, reach = unit(self.joints["neck"], self.hips), unit(a, b)
        lifted = max(0.0, down[0] * reach[0] + down[1] * reach[1])
        neck = self.joints["neck"]
        inward = (neck[0] - a[0]) * 0.06
        a = (a[0] + down[0] * r * 0.85 * lifted + inward, a[1] + down[1] * r * 0.85 * lifted)
        sign = self._outward(side)
        swell = [(-0.1, 0.0), (0.25, 0.05 * r * sign), (0.9, 0.0), (1.3, 0.10 * r * sign), (1.8, 0)]
        near = self._nearness(side, "shoulder", "elbow", "wrist")
        return limb(a, b, c, [(t, width * along(near, t) + ease) for t, width in table],
                    swell=swell)  # fmt: skip

    def leg(self, side: str, ease: float = 0.0, radii: Table | None = None) -> Strip:
        """t: 0 hip, 1 knee, 2 ankle."""
        r = self.measures.leg
        table = radii or (
            (-0.15, 0.92 * r), (0.1, r), (0.4, 0.90 * r), (0.9, 0.58 * r), (1.05, 0.54 * r),
            (1.34, 0.60 * r), (1.55, 0.50 * r), (1.86, 0.31 * r), (2.06, 0.29 * r),
        )  # fmt: skip
        a, b, c = self.bones(side, "hip", "knee", "ankle")
        outward = self._outward(side) * abs(self.yaw[0])
        thigh = 0.10 * outward + 0.16 * self.yaw[1]
        calf = 0.11 * outward - 0.20 * self.yaw[1]
        swell = (
            (-0.15, 0.0), (0.38, thigh * r), (0.95, -0.03 * outward * r), (1.34, calf * r),
            (1.90, 0.0),
        )  # fmt: skip
        near = self._nearness(side, "hip", "knee", "ankle")
        return limb(a, b, c, [(t, width * along(near, t) + ease) for t, width in table],
                    steps=11, swell=swell)  # fmt: skip

    def _outward(self, side: str) -> float:
        """1 where the outside of a hanging limb is at the picture's right."""
        return 1.0 if (side == "left") != (self.view == "back") else -1.0

    def _nearness(self, side: str, *names: str) -> Table:
        """How much larger a limb's joints look for being nearer to the viewer, by t."""
        return tuple((float(t), self.nearer(f"{side}_{name}")) for t, name in enumerate(names))

    def nearer(self, joint: str) -> float:
        """How much larger what is at a joint looks for being before the trunk, 0.8 to 1.3."""
        depth = self.depths.get(joint, 0.0)  # type: ignore[call-overload]
        if self.view not in ("front", "back"):
            return 1.0
        return float(min(1.3, max(0.8, 1 + 0.30 * depth / self.measures.head)))

    def recedes(self, side: str) -> float:
        """How far a shin points away from the viewer: 1 straight away, -1 at the viewer."""
        ankle, knee = f"{side}_ankle", f"{side}_knee"
        shin = self.measures.knee_height - self.measures.ankle_height
        away = self.depths.get(knee, 0.0) - self.depths.get(ankle, 0.0)  # type: ignore[call-overload]
        return float(max(-1.0, min(1.0, away / shin)))

    def bones(self, side: str, *names: str) -> tuple[Point, Point, Point]:
        a, b, c = (self.joints[f"{side}_{name}"] for name in names)  # type: ignore[index]
        return a, b, c

    def depth_of_wrist(self, side: str) -> float:
        return self.depths.get("right_wrist" if side == "right" else "left_wrist", 0.0)

    def pose(self) -> Pose:
        hidden = set()
        if self.view == "back":
            hidden = {"nose", "right_eye", "left_eye"}
        elif self.view == "side":
            far = "left" if self.near == "right" else "right"
            hidden = {f"{far}_eye", f"{far}_ear"}
        elif self.view == "quarter":
            hidden = {"left_ear" if self.near == "right" else "right_ear"}
        return Pose(
            {
                joint: (
                    round(self.joints[joint][0] / HEIGHT, 5),
                    round(self.joints[joint][1] / HEIGHT, 5),
                    round(self.depths.get(joint, 0.0) / HEIGHT, 5),
                )
                for joint in JOINTS
                if joint not in hidden
            }
        )
