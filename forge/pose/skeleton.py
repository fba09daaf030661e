"""The OpenPose body: 18 joints in the order and colours every ControlNet was trained on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, cast, get_args

Joint = Literal[
    "nose", "neck",
    "right_shoulder", "right_elbow", "right_wrist",
    "left_shoulder", "left_elbow", "left_wrist",
    "right_hip", "right_knee", "right_ankle",
    "left_hip", "left_knee", "left_ankle",
    "right_eye", "left_eye", "right_ear", "left_ear",
]  # fmt: skip

JOINTS: tuple[Joint, ...] = get_args(Joint)
"""COCO-18 order, as in the OpenPose output format; the index is the joint's number."""

Limb: TypeAlias = tuple[Joint, Joint]
Rgb: TypeAlias = tuple[int, int, int]
Point: TypeAlias = tuple[float, float, float]

LIMBS: tuple[Limb, ...] = (
    ("neck", "right_shoulder"), ("neck", "left_shoulder"),
    ("right_shoulder", "right_elbow"), ("right_elbow", "right_wrist"),
    ("left_shoulder", "left_elbow"), ("left_elbow", "left_wrist"),
    ("neck", "right_hip"), ("right_hip", "right_knee"), ("right_knee", "right_ankle"),
    ("neck", "left_hip"), ("left_hip", "left_knee"), ("left_knee", "left_ankle"),
    ("neck", "nose"),
    ("nose", "right_eye"), ("right_eye", "right_ear"),
    ("nose", "left_eye"), ("left_eye", "left_ear"),
)  # fmt: skip
"""The lines between joints, in the order in which they are drawn and coloured."""

COLOURS: tuple[Rgb, ...] = (
    (255, 0, 0), (255, 85, 0), (255, 170, 0), (255, 255, 0), (170, 255, 0), (85, 255, 0),
    (0, 255, 0), (0, 255, 85), (0, 255, 170), (0, 255, 255), (0, 170, 255), (0, 85, 255),
    (0, 0, 255), (85, 0, 255), (170, 0, 255), (255, 0, 255), (255, 0, 170), (255, 0, 85),
)  # fmt: skip
"""OpenPose's wheel of colours, hues 20 degrees apart; joint and limb number n take the nth."""

JOINT_COLOURS: Mapping[Joint, Rgb] = dict(zip(JOINTS, COLOURS, strict=True))

LIMB_COLOURS: Mapping[Limb, Rgb] = {
    limb: (red * 6 // 10, green * 6 // 10, blue * 6 // 10)
    for limb, (red, green, blue) in zip(LIMBS, COLOURS, strict=False)
}
"""At 60 % of the wheel's brightness, rounded down, so that joints stand out from limbs."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the joints are, in units of the picture's height.

    `joints` maps a joint to `(x, y, depth)`: x to the right from the picture's vertical
    middle line, y downwards from the picture's top (0..1), depth towards the viewer
    (0 where unknown). "right" is the person's own right. A missing joint is hidden or
    unknown.
    """

    joints: Mapping[Joint, Point]
    name: str = ""


@dataclass(frozen=True, slots=True)
class BoundingBox:
    """In a pose's own units; see `Pose`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def mirrored(pose: Pose) -> Pose:
    """The pose in a mirror: x is negated, and what was done with the right is done left."""
    return replace(
        pose,
        joints={_other_side(joint): (-x, y, d) for joint, (x, y, d) in pose.joints.items()},
    )


def _other_side(joint: Joint) -> Joint:
    side, _, part = joint.partition("_")
    other = {"right": "left", "left": "right"}.get(side)
    return cast(Joint, f"{other}_{part}") if other else joint


def moved(pose: Pose, right: float = 0.0, down: float = 0.0) -> Pose:
    return _mapped(pose, lambda point: (point[0] + right, point[1] + down, point[2]))


def scaled(pose: Pose, factor: float, *, about: tuple[float, float] = (0.0, 0.5)) -> Pose:
    """Larger or smaller by `factor` > 0, depth included; the point `about` stays in place.

    Raises ValueError for a factor that is not positive.
    """
    if factor <= 0:
        raise ValueError(f"A pose cannot be scaled by {factor}.")
    x0, y0 = about
    return _mapped(
        pose,
        lambda point: (
            x0 + (point[0] - x0) * factor,
            y0 + (point[1] - y0) * factor,
            point[2] * factor,
        ),
    )


def turned(pose: Pose, cosine: float, sine: float) -> Pose:
    """Turned about the picture's vertical middle line.

    The angle is given by its cosine and sine, so that no platform's own trigonometry
    decides a picture's bytes. A quarter turn (0, 1) makes who faces the viewer face the
    picture's right.
    """
    return _mapped(
        pose,
        lambda point: (
            point[0] * cosine + point[2] * sine,
            point[1],
            point[2] * cosine - point[0] * sine,
        ),
    )


def _mapped(pose: Pose, change: Callable[[Point], Point]) -> Pose:
    return replace(pose, joints={joint: change(point) for joint, point in pose.joints.items()})


def bounding_box(pose: Pose) -> BoundingBox | None:
    """Around all the joints; None for a pose that has none."""
    if not pose.joints:
        return None
    across = [x for x, _, _ in pose.joints.values()]
    down = [y for _, y, _ in pose.joints.values()]
    return BoundingBox(min(across), min(down), max(across), max(down))


def completeness(pose: Pose) -> float:
    """The share of the 18 joints that is known, 0..1."""
    return len(pose.joints) / len(JOINTS)


def fitted(pose: Pose, aspect: float, *, margin: float = 0.06) -> Pose:
    """The pose made small enough for a picture `aspect` = width / height wide.

    A `margin` (in heights) stays free on both sides. Scaled about the middle of its lowest
    edge, so that the person stays on the ground; what fits is returned as it is.
    """
    box = bounding_box(pose)
    room = aspect / 2 - margin
    if box is None or room <= 0:
        return pose
    reach = max(abs(box.left), abs(box.right))
    return pose if reach <= room else scaled(pose, room / reach, about=(0.0, box.bottom))
