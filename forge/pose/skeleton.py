"""The OpenPose body: 18 joints in the order and colours every ControlNet was trained on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

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


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the joints are, in units of the picture's height.

    `joints` maps a joint to `(x, y, depth)`: x to the right from the picture's vertical
    middle line, y downwards from the picture's top (0..1), depth towards the viewer
    (0 where unknown). "right" is the person's own right. A missing joint is hidden or
    unknown.
    """

    joints: Mapping[Joint, tuple[float, float, float]]
    name: str = ""
