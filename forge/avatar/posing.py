"""Where the joints go: a relaxed stance for every view, or a pose given from outside."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from ..pose.skeleton import Joint, Pose
from .body import EARS, EYES, GROUND, HEAD_UNITS, HEIGHT, NOSE, YAW, Body, Direction, Measures
from .features import View
from .geometry import along, between, distance, turned, unit
from .paint import Point

HANG: tuple[Direction, Direction] = ((0.27, -0.06, 1.0), (0.10, 0.26, 1.0))
EASE: tuple[Direction, Direction] = ((0.36, -0.14, 0.94), (-0.20, 0.46, 0.90))
"""An arm hanging on the side the weight is on, and one on the free side."""
TILTS: Mapping[str | None, float] = {
    None: 2.0, "neutral": 2.0, "happy": 4.0, "sad": -5.0, "angry": 0.0, "surprised": -2.5,
    "determined": -1.5, "smirk": 6.0, "sleepy": 7.0,
}  # fmt: skip
"""How far the head leans with an expression, in degrees clockwise as seen from the front."""
PITCH: Mapping[View, float] = {"front": 0.16, "back": 0.16, "quarter": 0.08, "side": 0.03}
"""How steeply the viewer looks down on a pose with depth: what is before the body is lower."""
AIRBORNE: Mapping[str, float] = {"jumping": 0.62, "flying": 0.45, "sprinting": 0.10}
"""How far the named poses are off the ground, in heads; all others stand on it."""
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


def _normal(direction: Direction) -> Direction:
    length = math.sqrt(math.fsum(part * part for part in direction))
    return (direction[0] / length, direction[1] / length, direction[2] / length)


def stand(
    measures: Measures,
    view: View,
    *,
    right: str = "hang",
    left: str = "hang",
    gender: str | None = None,
    expression: str | None = None,
) -> Body:
    """The relaxed standing pose, the weight on the right leg.

    `right` and `left` name what each arm does; an expression leans the head.
    """
    m = measures
    tilt = TILTS.get(expression, 2.0) * {"front": 1.0, "back": -1.0, "quarter": 0.6}.get(view, 0.0)
    cos, sin = math.cos(math.radians(YAW[view])), math.sin(math.radians(YAW[view]))
    places: dict[Joint, tuple[float, float, float]] = {}

    def put(joint: str, lateral: float, forward: float, height: float) -> None:
        places[joint] = (  # type: ignore[index]
            lateral * cos + forward * sin,
            GROUND - height,
            forward * cos - lateral * sin,
        )

    bent = m.stoop * 0.8 * m.head
    put("neck", 0, bent, m.shoulder_height)
    reach = min(m.head, 0.165 * m.stature)  # a child's large head sways its body no further
    sway = 0.17 * reach if view != "side" else 0.0
    wide = 0.10 if gender == "female" else 0.42
    stride = {"side": 0.22, "quarter": 0.12}.get(view, 0.0)
    for side, sign in (("right", -1.0), ("left", 1.0)):
        stance = right if side == "right" else left
        at = [sign * m.shoulder, bent, m.shoulder_height - 0.035 * m.head + sign * 0.048 * reach]
        put(f"{side}_shoulder", *at)
        directions = EASE if stance == "hang" and side == "left" else _STANCES[stance]
        upper, fore = (_normal(bone) for bone in directions)
        if stance == "hang":  # outside the trunk, however wide that is
            aside = along(m.lateral, 0.7) * m.head - sign * sway * 0.6 - m.arm * 0.2
            least = (aside - m.shoulder) / m.upper_arm
            upper = (max(upper[0], min(0.5, least)), upper[1], upper[2])
        swing = (0.16 if sign < 0 else -0.12) if stance == "hang" and view == "side" else 0.0
        for name, bone, length in (
            ("elbow", upper, m.upper_arm), ("wrist", fore, m.forearm),
        ):  # fmt: skip
            at = [
                at[0] + sign * bone[0] * length,
                at[1] + (bone[1] + swing * (0.2 if name == "elbow" else 1.0)) * length,
                at[2] - bone[2] * length,
            ]
            put(f"{side}_{name}", *at)
        # The weight is on the right leg: that hip is higher and further out.
        put(f"{side}_hip", sign * m.hip - sway, 0.07 * reach, m.hip_height - sign * 0.066 * reach)
        step = stride * sign * m.head
        free = 1.0 if side == "left" else 0.0
        put(
            f"{side}_knee",
            sign * (m.hip * 0.86 + (0.14 * wide + 0.34 * free) * reach) - sway * 0.80,
            (0.04 + 0.20 * free) * reach + step * 0.8, m.knee_height - 0.035 * reach * free,
        )  # fmt: skip
        put(
            f"{side}_ankle",
            sign * (m.hip * 0.52 + (0.24 * wide + 0.46 * free) * reach) - sway * 0.45,
            step * 1.2 - 0.03 * m.head, m.ankle_height,
        )  # fmt: skip
    forward = (0.10 + m.stoop * 1.6) * m.head if view in ("side", "quarter") else 0.0
    chin = (forward * sin, GROUND - m.stature + m.head)
    scale = m.head / HEAD_UNITS
    nose = NOSE[view]
    offset = {"front": 0.0, "back": 0.0, "quarter": 8.0, "side": 22.0}[view]

    def face(joint: Joint, local: Point) -> None:
        dx, dy = turned((local[0] - nose[0], local[1] - nose[1]), tilt)
        places[joint] = (
            chin[0] + (nose[0] + dx - offset) * scale,
            chin[1] + (nose[1] + dy - 100) * scale,
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
        tilt=tilt,
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
    pitch = PITCH[standing.view]
    given = {
        joint: (x * HEIGHT, (y + depth * pitch) * HEIGHT)
        for joint, (x, y, depth) in pose.joints.items()
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
    depths = {joint: depth * HEIGHT * scale for joint, (_, _, depth) in pose.joints.items()}
    body = Body(standing.measures, joints, depths, view, facing, tilt)
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
    lift = AIRBORNE.get(pose.name, 0.0) * standing.measures.head
    return _placed(replace(body, tilt=tilt), top=top, half_width=half_width, lift=lift)


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
    return math.fsum(few) / len(few)


def _tilt(given: Mapping[Joint, Point], view: View, facing: float) -> float:
    for a, b in (("right_eye", "left_eye"), ("right_ear", "left_ear")):
        if view != "side" and a in given and b in given:
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


def _placed(body: Body, *, top: float, half_width: float, lift: float) -> Body:
    m, joints = body.measures, body.joints
    frame = body.head
    points = [*joints.values(), frame(0, -112), frame(-95, 0), frame(95, 0)]
    pad = m.hand * 0.9
    xs = [x for x, _ in points]
    low = max(joints["right_ankle"][1], joints["left_ankle"][1]) + m.ankle_height + lift
    high = min(y for _, y in points)
    width = max(xs) - min(xs) + 2 * pad
    by = min(1.0, (GROUND - top) / (low - high), 2 * half_width / width)
    centre = (max(xs) + min(xs)) / 2
    by_legs = math.fsum(joints[name][0] for name in ("right_ankle", "left_ankle", "neck")) / 3
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
