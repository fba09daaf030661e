"""From age, build and gender to measures, and from a pose to joints in the drawing.

The drawing's space is `HEIGHT` units tall whatever the picture's size; x is 0 on the
picture's middle line, y is 0 at its top. All measures are in these units.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..pose.skeleton import JOINTS, Joint, Pose
from .features import Features, View
from .geometry import Strip, along, between, distance, limb, turned, unit
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

    def scaled(self, by: float) -> Measures:
        return replace(
            self,
            **{
                name: getattr(self, name) * by
                for name in (
                    "stature", "head", "shoulder", "hip", "shoulder_height", "hip_height",
                    "knee_height", "ankle_height", "upper_arm", "forearm", "hand", "foot",
                    "arm", "leg",
                )  # fmt: skip
            },
        )


_STATURE = {
    "child": (432.0, 4.3), "teen": (570.0, 5.6), "young adult": (630.0, 6.2),
    "middle-aged": (630.0, 6.3), "senior": (606.0, 6.1),
}  # fmt: skip
_BUILD = {  # widths of bones, flesh, belly
    "slim": (0.95, 0.86, 0.88), "average": (1.0, 1.0, 1.0),
    "athletic": (1.07, 1.10, 0.96), "heavy": (1.08, 1.30, 1.55),
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
    belly *= 1 + 0.10 * old

    def by_gender(female: float, man: float, child: float) -> float:
        adult = female + (man - female) * male
        return child + (adult - child) * grown

    shoulder = by_gender(0.64, 0.80, 0.50) * bone
    hip = by_gender(0.325, 0.315, 0.235) * (0.7 + 0.3 * bone) * (0.75 + 0.25 * flesh)
    neck = by_gender(0.17, 0.25, 0.17) * (0.5 + 0.5 * flesh)
    chest = by_gender(0.57, 0.74, 0.50) * (0.35 * bone + 0.65 * flesh)
    waist = by_gender(0.43, 0.56, 0.44) * (0.4 * flesh + 0.6 * belly)
    hips = by_gender(0.63, 0.59, 0.46) * (0.4 + 0.6 * flesh)
    deltoid = by_gender(0.125, 0.175, 0.115) * flesh
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
        shoulder_height=stature - head * by_gender(1.30, 1.31, 1.18),
        hip_height=stature * by_gender(0.525, 0.515, 0.455),
        knee_height=stature * by_gender(0.285, 0.28, 0.25),
        ankle_height=stature * 0.042,
        upper_arm=body * 0.222,
        forearm=body * 0.188,
        hand=body * by_gender(0.112, 0.122, 0.13),
        foot=body * by_gender(0.165, 0.185, 0.185),
        arm=deltoid * head,
        leg=by_gender(0.30, 0.285, 0.222) * (0.3 + 0.7 * flesh) * head,
        lateral=(
            (-0.30, neck), (-0.17, neck * 1.04), (-0.11, neck * 1.5), (-0.05, outer * 0.66),
            (0.01, outer * 0.92), (0.09, outer), (0.27, chest), (0.42, chest * 0.97),
            (0.66, waist), (0.80, waist * 0.45 + hips * 0.55), (1.0, hips), (1.2, hips * 0.96),
        ),
        front=(
            (-0.30, neck * 0.9), (-0.12, neck), (0.05, bust * 0.55), (0.32, bust),
            (0.46, bust * 0.86), (0.66, max(tummy, bust * 0.55)), (0.85, tummy * 1.12),
            (1.0, tummy * 1.05), (1.2, tummy * 0.98),
        ),
        back=(
            (-0.30, neck * 1.05), (-0.10, neck * 1.35), (0.10, 0.37 * (0.4 + 0.6 * flesh)),
            (0.30, 0.38 * (0.4 + 0.6 * flesh)), (0.64, 0.25 * flesh), (0.98, seat),
            (1.2, seat * 0.86),
        ),
    )  # fmt: skip


HANG: tuple[Direction, Direction] = ((0.19, 0.0, 1.0), (0.04, 0.20, 1.0))
_STANCES: Mapping[str, tuple[Direction, Direction]] = {  # upper arm, forearm; for a left arm
    "hang": HANG,
    "raised": ((0.36, 0.10, 1.0), (0.80, 0.45, -0.28)),
    "planted": ((0.40, 0.15, 1.0), (0.86, 0.50, 0.10)),
    "before": ((0.24, 0.05, 1.0), (0.10, 0.62, -0.72)),
    "read": ((0.22, 0.10, 1.0), (-0.42, 0.70, -0.42)),
    "guard": ((0.34, 0.20, 1.0), (0.10, 0.72, 0.30)),
    "low": ((0.24, -0.02, 1.0), (0.24, 0.30, 1.0)),
    "strum": ((0.42, -0.05, 1.0), (-0.86, 0.40, -0.02)),
    "fret": ((0.40, 0.10, 1.0), (0.62, 0.45, -0.62)),
}


@dataclass(frozen=True, slots=True)
class Body:
    """Joints in the drawing's space, and how to find places on the figure."""

    measures: Measures
    joints: Mapping[Joint, Point]
    depths: Mapping[Joint, float]
    view: View
    facing: float  # 1: turned to the picture's right where turned at all; -1: to its left
    tilt: float  # of the head, degrees clockwise

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
        stations = (
            -0.3, -0.24, -0.17, -0.13, -0.10, -0.07, -0.04, -0.01, 0.03, 0.08, 0.15, 0.22,
            0.3, 0.38, 0.46, 0.54, 0.62, 0.7, 0.78, 0.86, 0.94, 1.02, 1.1, 1.2, 1.3,
        )  # fmt: skip
        left, right = [], []
        for v in stations:
            x, y = self.spine(v)
            ax, ay = self._axes(v)
            to_left, to_right = self.extent(v, ease + along(flare, v))
            left.append((x - ax * to_left, y - ay * to_left))
            right.append((x + ax * to_right, y + ay * to_right))
        return Strip(stations, tuple(left), tuple(right))

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
            (-0.21, 0.34 * r), (-0.15, 0.74 * r), (0.04, r), (0.4, 0.88 * r), (0.85, 0.72 * r),
            (1.0, 0.72 * r), (1.25, 0.78 * r), (1.6, 0.60 * r), (2.0, 0.44 * r),
        )  # fmt: skip
        a, b, c = self.bones(side, "shoulder", "elbow", "wrist")
        down, reach = unit(self.joints["neck"], self.hips), unit(a, b)
        lifted = max(0.0, down[0] * reach[0] + down[1] * reach[1])
        neck = self.joints["neck"]
        inward = (neck[0] - a[0]) * 0.04
        a = (a[0] + down[0] * r * 0.80 * lifted + inward, a[1] + down[1] * r * 0.80 * lifted)
        return limb(a, b, c, [(t, width + ease) for t, width in table])

    def leg(self, side: str, ease: float = 0.0, radii: Table | None = None) -> Strip:
        """t: 0 hip, 1 knee, 2 ankle."""
        r = self.measures.leg
        table = radii or (
            (-0.15, 0.92 * r), (0.1, r), (0.4, 0.90 * r), (0.9, 0.60 * r), (1.05, 0.55 * r),
            (1.32, 0.60 * r), (1.5, 0.54 * r), (1.85, 0.34 * r), (2.06, 0.32 * r),
        )  # fmt: skip
        a, b, c = self.bones(side, "hip", "knee", "ankle")
        return limb(a, b, c, [(t, width + ease) for t, width in table], steps=11)

    def bones(self, side: str, *names: str) -> tuple[Point, Point, Point]:
        a, b, c = (self.joints[f"{side}_{name}"] for name in names)  # type: ignore[index]
        return a, b, c

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


def _normal(direction: Direction) -> Direction:
    length = math.sqrt(sum(part * part for part in direction))
    return (direction[0] / length, direction[1] / length, direction[2] / length)


def stand(
    measures: Measures,
    view: View,
    *,
    right: str = "hang",
    left: str = "hang",
    gender: str | None = None,
) -> Body:
    """The relaxed standing pose; `right` and `left` name what each arm does."""
    m = measures
    cos, sin = math.cos(math.radians(YAW[view])), math.sin(math.radians(YAW[view]))
    places: dict[Joint, tuple[float, float, float]] = {}

    def put(joint: str, lateral: float, forward: float, height: float) -> None:
        places[joint] = (  # type: ignore[index]
            lateral * cos + forward * sin,
            GROUND - height,
            forward * cos - lateral * sin,
        )

    put("neck", 0, 0, m.shoulder_height)
    wide = 0.16 if gender == "female" else 0.50
    stride = {"side": 0.16, "quarter": 0.10}.get(view, 0.0)
    for side, sign in (("right", -1.0), ("left", 1.0)):
        stance = right if side == "right" else left
        at = [sign * m.shoulder, 0.0, m.shoulder_height - 0.03 * m.head]
        put(f"{side}_shoulder", *at)
        upper, fore = (_normal(bone) for bone in _STANCES[stance])
        swing = 0.10 * -sign if stance == "hang" and view == "side" else 0.0
        for name, bone, length in (
            ("elbow", upper, m.upper_arm), ("wrist", fore, m.forearm),
        ):  # fmt: skip
            at = [
                at[0] + sign * bone[0] * length,
                at[1] + (bone[1] + swing) * length,
                at[2] - bone[2] * length,
            ]
            put(f"{side}_{name}", *at)
        put(f"{side}_hip", sign * m.hip, 0, m.hip_height)
        step = stride * sign * m.head
        put(
            f"{side}_knee", sign * (m.hip * 1.02 + 0.16 * wide * m.head),
            0.05 * m.head + step * 0.8, m.knee_height,
        )  # fmt: skip
        put(
            f"{side}_ankle", sign * (m.hip * 0.95 + 0.32 * wide * m.head),
            step * 1.2 - 0.03 * m.head, m.ankle_height,
        )  # fmt: skip
    forward = 0.10 * m.head if view in ("side", "quarter") else 0.0
    chin = (forward * sin, GROUND - m.stature + m.head)
    scale = m.head / HEAD_UNITS
    nose = NOSE[view]
    offset = {"front": 0.0, "back": 0.0, "quarter": 8.0, "side": 22.0}[view]

    def face(joint: Joint, local: Point) -> None:
        places[joint] = (
            chin[0] + (local[0] - offset) * scale,
            chin[1] + (local[1] - 100) * scale,
            0.0,
        )

    face("nose", nose)
    for joint, local in zip(("right_eye", "left_eye"), EYES[view], strict=True):
        face(joint, local)  # type: ignore[arg-type]
    for joint, local in zip(("right_ear", "left_ear"), EARS[view], strict=True):
        face(joint, local)  # type: ignore[arg-type]
    return Body(
        measures=m,
        joints={joint: (x, y) for joint, (x, y, _) in places.items()},
        depths={joint: depth for joint, (_, _, depth) in places.items()},
        view=view,
        facing=1.0,
        tilt=0.0,
    )


_CHAINS: tuple[tuple[Joint, Joint], ...] = (
    ("neck", "right_shoulder"), ("right_shoulder", "right_elbow"),
    ("right_elbow", "right_wrist"),
    ("neck", "left_shoulder"), ("left_shoulder", "left_elbow"), ("left_elbow", "left_wrist"),
    ("right_hip", "right_knee"), ("right_knee", "right_ankle"),
    ("left_hip", "left_knee"), ("left_knee", "left_ankle"),
)  # fmt: skip


def take(pose: Pose, standing: Body, adult: Body, *, top: float, half_width: float) -> Body:
    """The standing body in another pose.

    `adult` stands for the one the pose was measured on: a bone of the pose is made longer
    or shorter as the two bodies' bones differ, so that a child keeps a child's limbs.
    What the pose lacks hangs on it as it does on the standing body. The figure is moved
    so that its lower foot is on the ground, and shrunk where it would leave the picture
    above `top` or beyond `half_width`.
    """
    given = {
        joint: (x * HEIGHT, y * HEIGHT) for joint, (x, y, _) in pose.joints.items()
    }
    if "neck" not in given and {"right_shoulder", "left_shoulder"} <= given.keys():
        given["neck"] = between(given["right_shoulder"], given["left_shoulder"], 0.5)
    view = standing.view
    facing = _facing(given, view)
    scale = _scale(given, adult)

    def own(a: Joint, b: Joint) -> Point:
        p, q = standing.joints[a], standing.joints[b]
        return ((q[0] - p[0]) * facing, q[1] - p[1])

    def ratio(a: Joint, b: Joint) -> float:
        mine = distance(standing.joints[a], standing.joints[b])
        theirs = distance(adult.joints[a], adult.joints[b])
        return mine / theirs if theirs > 1 and mine > 1 else 1.0

    def swapped(joint: Joint) -> Joint:
        """Turned the other way, what was the near side is the far one."""
        if facing > 0 or view not in ("side", "quarter"):
            return joint
        side, _, name = joint.partition("_")
        if not name:
            return joint
        return f"{'left' if side == 'right' else 'right'}_{name}"  # type: ignore[return-value]

    joints: dict[Joint, Point] = {"neck": (0.0, 0.0)}

    def hang(parent: Joint, child: Joint, root: Joint | None = None) -> None:
        origin = joints[parent]
        if parent in given and child in given:
            by = scale * ratio(swapped(root or parent), swapped(child))
            p, q = given[parent], given[child]
            step = ((q[0] - p[0]) * by, (q[1] - p[1]) * by)
        else:
            step = own(swapped(parent), swapped(child))
        joints[child] = (origin[0] + step[0], origin[1] + step[1])

    hang("neck", "right_hip")
    hang("neck", "left_hip")
    for parent, child in _CHAINS:
        hang(parent, child)

    tilt = _tilt(given, view, facing)
    chin = standing.measures.stature - standing.measures.head - standing.measures.shoulder_height
    middle = between(joints["right_hip"], joints["left_hip"], 0.5)
    spine = unit(middle, joints["neck"])
    body = Body(standing.measures, joints, {}, view, facing, tilt)
    reach = own("neck", "nose")
    lean = math.degrees(math.atan2(spine[0], -spine[1]))
    tilt = body.tilt if _has_face(given) else max(-30.0, min(30.0, lean * 0.6))
    joints["nose"] = _offset(joints["neck"], turned(reach, tilt * 0.6 + lean * 0.4))
    if "neck" in given and "nose" in given and chin > 0:
        wanted = (
            (given["nose"][0] - given["neck"][0]) * scale,
            (given["nose"][1] - given["neck"][1]) * scale,
        )
        usual = math.hypot(*reach)
        length = math.hypot(*wanted)
        if length > usual * 0.35:
            by = min(1.15, max(0.9, length / usual)) * usual / length
            joints["nose"] = _offset(joints["neck"], (wanted[0] * by, wanted[1] * by))
    return _placed(replace(body, tilt=tilt), top=top, half_width=half_width)


def _offset(a: Point, b: Point) -> Point:
    return (a[0] + b[0], a[1] + b[1])


def _has_face(given: Mapping[Joint, Point]) -> bool:
    pairs = (("right_eye", "left_eye"), ("right_ear", "left_ear"))
    return any(a in given and b in given for a, b in pairs) or {"nose", "neck"} <= given.keys()


def _facing(given: Mapping[Joint, Point], view: View) -> float:
    if view not in ("side", "quarter") or "nose" not in given:
        return 1.0
    back = [given[j] for j in ("right_ear", "left_ear") if j in given]
    back = back or [given[j] for j in ("neck",) if j in given]
    if not back:
        return 1.0
    return 1.0 if given["nose"][0] >= sum(x for x, _ in back) / len(back) else -1.0


def _scale(given: Mapping[Joint, Point], adult: Body) -> float:
    """Drawing units per unit of the pose: a bone can look shorter than it is, not longer."""
    bones = [pair for pair in _CHAINS if pair[0] != "neck"]
    bones += [("neck", "right_hip"), ("neck", "left_hip")]
    ratios = sorted(
        distance(adult.joints[a], adult.joints[b]) / distance(given[a], given[b])
        for a, b in bones
        if a in given and b in given and distance(given[a], given[b]) > 1
    )
    if not ratios:
        return 1.0
    few = ratios[: max(1, (len(ratios) + 1) // 3)]
    return sum(few) / len(few)


def _tilt(given: Mapping[Joint, Point], view: View, facing: float) -> float:
    for a, b in (("right_eye", "left_eye"), ("right_ear", "left_ear")):
        if view != "side" and a in given and b in given:  # type: ignore[comparison-overlap]
            p, q = given[a], given[b]  # type: ignore[index]
            if p[0] > q[0]:
                p, q = q, p
            if distance(p, q) > 1:
                return max(-35.0, min(35.0, math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))))
    if "nose" in given and "neck" in given:
        x, y = unit(given["neck"], given["nose"])
        usual = {"side": 32.0, "quarter": 14.0}.get(view, 0.0) * facing
        return max(-35.0, min(35.0, math.degrees(math.atan2(x, -y)) - usual))
    return 0.0


def _placed(body: Body, *, top: float, half_width: float) -> Body:
    m, joints = body.measures, body.joints
    frame = body.head
    points = [*joints.values(), frame(0, -112), frame(-95, 0), frame(95, 0)]
    pad = m.hand * 0.9
    xs = [x for x, _ in points]
    low = max(joints["right_ankle"][1], joints["left_ankle"][1]) + m.ankle_height
    high = min(y for _, y in points)
    width = max(xs) - min(xs) + 2 * pad
    by = min(1.0, (GROUND - top) / (low - high), 2 * half_width / width)
    centre = (max(xs) + min(xs)) / 2
    by_legs = sum(joints[name][0] for name in ("right_ankle", "left_ankle", "neck")) / 3
    if (abs(by_legs - centre) * 2 + width) * by <= 2 * half_width:
        centre = by_legs
    moved = {
        joint: ((x - centre) * by, GROUND + (y - low) * by) for joint, (x, y) in joints.items()
    }
    body = replace(body, measures=m.scaled(by), joints=moved)
    return replace(body, joints={**moved, **_face_joints(body)})


def _face_joints(body: Body) -> dict[Joint, Point]:
    frame, view = body.head, body.view
    right, left = EYES[view], EARS[view]
    eyes = right if body.facing > 0 else right[::-1]
    ears = left if body.facing > 0 else left[::-1]
    return {
        "right_eye": frame(*eyes[0]), "left_eye": frame(*eyes[1]),
        "right_ear": frame(*ears[0]), "left_ear": frame(*ears[1]),
    }  # fmt: skip
