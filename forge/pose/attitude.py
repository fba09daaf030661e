"""How a body holds itself: the directions of its bones.

A direction is (right, down, towards the viewer) for a body that faces the viewer, of any
length. "right_" and "left_" are the person's own, so a right arm held out points to
(-1, 0, 0).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Vector: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude:
    """`clearance` is how far above the ground the lowest joint is held beyond the height of
    an ankle, in body heights; negative where a knee or the seat lies on the ground."""

    description: str
    right_upper_arm: Vector
    right_forearm: Vector
    left_upper_arm: Vector
    left_forearm: Vector
    right_thigh: Vector = (-0.06, 1.0, -0.04)
    right_shin: Vector = (-0.02, 1.0, -0.06)
    left_thigh: Vector = (0.06, 1.0, 0.12)
    left_shin: Vector = (0.02, 1.0, -0.1)
    spine: Vector = (0.0, -1.0, 0.0)
    shoulders: Vector = (1.0, 0.0, 0.0)
    hips: Vector = (1.0, 0.0, 0.0)
    head: Vector = (0.0, -1.0, 0.0)
    face: Vector = (0.0, 0.0, 1.0)
    clearance: float = 0.0
