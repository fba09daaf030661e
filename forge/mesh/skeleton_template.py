"""A person's proportions, for what cannot be seen in a mesh.

Shares of the standing height after Drillis and Contini (1966), as in Winter, "Biomechanics and
Motor Control of Human Movement".
"""

from __future__ import annotations

import math
from typing import TypeAlias

import numpy as np

from .naming import DROPS
from .voxels import Doubles

Landmarks: TypeAlias = dict[str, Doubles]
"""Bones' heads by VRM's names, and "headTop", "leftHandTip", "leftToeTip" and the right's."""

SHOULDER_HEIGHT = 0.80
NECK_ABOVE_SHOULDER = 0.03
HEAD_ABOVE_SHOULDER = 0.075
SHOULDER_WIDTH = 0.11
ELBOW, WRIST = 0.42, 0.76
"""Of the way from the shoulder to the fingers' tips."""
ARM = 0.43
HIP_OF_SHOULDER = 0.64
"""The hip joints' height as a share of the shoulders' height."""
HIP_WIDTH = 0.055
KNEE = 0.51
"""Of the way from the hip joint to the ankle."""
ANKLE_HEIGHT = 0.05
TOES_HEIGHT = 0.025
BALL = 0.7
"""Of the way from below the ankle to the toes' tips."""
FOOT = 0.1
SPINE, CHEST = 0.26, 0.54
"""Of the way from the hips to the neck."""

SIDES = (("left", 1.0), ("right", -1.0))


def proportions(low: Doubles, high: Doubles, middle: float, pose: str | None) -> Landmarks:
    """Every landmark of a person who stands in the box from `low` to `high` (3,).

    `middle` is the x of the plane of symmetry. The arms reach the box's sides; how far they
    hang is the named pose's (see `naming.DROPS`), else what an arm of the usual length needs.
    """
    tall = float(high[1] - low[1])
    half = float(high[0] - low[0]) / 2
    shoulder = min(SHOULDER_WIDTH * tall, 0.6 * half)
    room = max(half - shoulder, 0.0)
    if pose is None:
        drop, arm = math.acos(min(1.0, room / (ARM * tall))), ARM * tall
    else:
        drop = math.radians(DROPS[pose])
        arm = min(max(room / math.cos(drop), 0.2 * tall), 0.5 * tall)

    depth = float(low[2] + high[2]) / 2

    def at(x: float, y: float, z: float = 0.0) -> Doubles:
        return np.array([middle + x, low[1] + y * tall, depth + z])

    marks: Landmarks = {
        "neck": at(0, SHOULDER_HEIGHT + NECK_ABOVE_SHOULDER),
        "head": at(0, SHOULDER_HEIGHT + HEAD_ABOVE_SHOULDER),
        "headTop": at(0, 1.0),
    }
    front = max(min(FOOT * tall, float(high[2]) - depth), 0.01 * tall)
    for side, sign in SIDES:
        start = at(sign * shoulder, SHOULDER_HEIGHT)
        end = start + arm * np.array([sign * math.cos(drop), -math.sin(drop), 0.0])
        marks |= arm_marks(side, start, end)
        hip_x = sign * min(HIP_WIDTH * tall, 0.5 * half)
        hip = at(hip_x, HIP_OF_SHOULDER * SHOULDER_HEIGHT)
        ankle = at(hip_x, ANKLE_HEIGHT)
        marks[f"{side}UpperLeg"] = hip
        marks[f"{side}LowerLeg"] = hip + KNEE * (ankle - hip)
        marks[f"{side}Foot"] = ankle
        marks[f"{side}Toes"] = at(hip_x, TOES_HEIGHT, BALL * front)
        marks[f"{side}ToeTip"] = at(hip_x, TOES_HEIGHT, front)
    return marks


def arm_marks(side: str, shoulder: Doubles, tip: Doubles) -> Landmarks:
    """A straight arm."""
    return {
        f"{side}UpperArm": shoulder,
        f"{side}LowerArm": shoulder + ELBOW * (tip - shoulder),
        f"{side}Hand": shoulder + WRIST * (tip - shoulder),
        f"{side}HandTip": tip,
    }
