"""Named poses, each in four views.

A pose is kept as the directions in which the bones of one body point (`attitudes`). The
joints follow by walking along the bones, so every pose has the same body; the views
follow by turning that body about the vertical, so every pose exists in all of them.

Views: "front" faces the viewer, "quarter" and "side" face the picture's right by 40 and
90 degrees, "back" faces away.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ..avatar.features import View
from .attitude import Attitude, Vector
from .attitudes import ATTITUDES
from .skeleton import Joint, Point, Pose, turned

BODY_HEIGHT = 0.80
"""Sole to crown in picture heights: a raised sword arm still ends inside the picture."""

GROUND = 0.95
"""y of the ground line, in picture heights."""

_ANKLE = 0.045  # above the sole
_SHIN = 0.235
_THIGH = 0.240
_HIP = 0.058  # half the hips' width
_SPINE = 0.300
_SHOULDER = 0.112  # half the shoulders' width
_UPPER_ARM = 0.170
_FOREARM = 0.148
# The bones above are in body heights; what is fixed to the head is (side, up, forward)
# from the neck.
_HEAD: Mapping[Joint, Vector] = {
    "nose": (0.0, 0.088, 0.060),
    "right_eye": (-0.019, 0.110, 0.050),
    "left_eye": (0.019, 0.110, 0.050),
    "right_ear": (-0.042, 0.098, 0.0),
    "left_ear": (0.042, 0.098, 0.0),
}

# cosine and sine of 0, 40, 90 and 180 degrees
_TURNS: Mapping[View, tuple[float, float]] = {
    "front": (1.0, 0.0),
    "quarter": (0.766044443118978, 0.6427876096865393),
    "side": (0.0, 1.0),
    "back": (-1.0, 0.0),
}
_HIDDEN: Mapping[View, frozenset[Joint]] = {
    "front": frozenset(),
    "quarter": frozenset({"left_ear"}),
    "side": frozenset({"left_eye", "left_ear"}),
    "back": frozenset({"nose", "right_eye", "left_eye"}),
}


@dataclass(frozen=True, slots=True)
class PoseEntry:
    name: str
    description: str


POSES: Mapping[str, PoseEntry] = {
    name: PoseEntry(name, attitude.description) for name, attitude in ATTITUDES.items()
}
"""What the library holds, by name."""


def pose(name: str, view: View = "front", *, hidden: bool = False) -> Pose:
    """A pose of the library as seen from one side, standing on `GROUND`, in the middle.

    Joints of the face that the head hides from this side are left out, as OpenPose leaves
    them out; with `hidden` they are given too, so that all 18 are there.

    Raises KeyError with the known names for a name that is not in the library, and with the
    four views for another view.
    """
    if name not in ATTITUDES:
        raise KeyError(f"Unknown pose: {name}. Must be one of: {', '.join(ATTITUDES)}")
    if view not in _TURNS:
        raise KeyError(f"Unknown view: {view}. Must be one of: {', '.join(_TURNS)}")
    whole = turned(Pose(_body(ATTITUDES[name]), name), *_TURNS[view])
    if hidden:
        return whole
    return Pose({j: p for j, p in whole.joints.items() if j not in _HIDDEN[view]}, name)


def _body(attitude: Attitude) -> dict[Joint, Point]:
    neck = _along((0.0, 0.0, 0.0), attitude.spine, _SPINE)
    spread = _unit(attitude.shoulders)
    right_shoulder = _along(neck, spread, -_SHOULDER)
    left_shoulder = _along(neck, spread, _SHOULDER)
    right_hip = _along((0.0, 0.0, 0.0), attitude.hips, -_HIP)
    left_hip = _along((0.0, 0.0, 0.0), attitude.hips, _HIP)
    right_elbow = _along(right_shoulder, attitude.right_upper_arm, _UPPER_ARM)
    left_elbow = _along(left_shoulder, attitude.left_upper_arm, _UPPER_ARM)
    right_knee = _along(right_hip, attitude.right_thigh, _THIGH)
    left_knee = _along(left_hip, attitude.left_thigh, _THIGH)
    joints: dict[Joint, Vector] = {
        "neck": neck,
        "right_shoulder": right_shoulder,
        "right_elbow": right_elbow,
        "right_wrist": _along(right_elbow, attitude.right_forearm, _FOREARM),
        "left_shoulder": left_shoulder,
        "left_elbow": left_elbow,
        "left_wrist": _along(left_elbow, attitude.left_forearm, _FOREARM),
        "right_hip": right_hip,
        "right_knee": right_knee,
        "right_ankle": _along(right_knee, attitude.right_shin, _SHIN),
        "left_hip": left_hip,
        "left_knee": left_knee,
        "left_ankle": _along(left_knee, attitude.left_shin, _SHIN),
        **_head(neck, attitude),
    }
    lowest = max(y for _, y, _ in joints.values()) + _ANKLE + attitude.clearance
    middle = (min(x for x, _, _ in joints.values()) + max(x for x, _, _ in joints.values())) / 2
    # Gestures to one side move the body only half way: it should not slide off its place.
    shift = middle / 2
    return {
        joint: (
            (x - shift) * BODY_HEIGHT,
            GROUND + (y - lowest) * BODY_HEIGHT,
            depth * BODY_HEIGHT,
        )
        for joint, (x, y, depth) in joints.items()
    }


def _head(neck: Vector, attitude: Attitude) -> dict[Joint, Vector]:
    up = _unit(attitude.head)
    lean = _dot(attitude.face, up)
    forward = _unit(
        (
            attitude.face[0] - lean * up[0],
            attitude.face[1] - lean * up[1],
            attitude.face[2] - lean * up[2],
        )
    )
    # y points down, so this order makes "side" the person's own left
    side = _cross(forward, up)
    return {
        joint: _along(_along(_along(neck, side, left), up, above), forward, ahead)
        for joint, (left, above, ahead) in _HEAD.items()
    }


def _along(start: Vector, direction: Vector, length: float) -> Vector:
    x, y, depth = _unit(direction)
    return (start[0] + x * length, start[1] + y * length, start[2] + depth * length)


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(_dot(vector, vector))
    return (vector[0] / length, vector[1] / length, vector[2] / length)


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _cross(a: Vector, b: Vector) -> Vector:
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )
