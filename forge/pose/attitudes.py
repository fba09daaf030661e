"""How a body holds itself in each named pose: the directions of its bones.

A direction is (right, down, towards the viewer) for a body that faces the viewer, of any
length. "right_" and "left_" are the person's own, so a right arm held out points to
(-1, 0, 0).
"""

from __future__ import annotations

from collections.abc import Mapping
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
    right_thigh: Vector = (-0.06, 1.0, 0.0)
    right_shin: Vector = (-0.02, 1.0, -0.04)
    left_thigh: Vector = (0.06, 1.0, 0.0)
    left_shin: Vector = (0.02, 1.0, -0.04)
    spine: Vector = (0.0, -1.0, 0.0)
    shoulders: Vector = (1.0, 0.0, 0.0)
    hips: Vector = (1.0, 0.0, 0.0)
    head: Vector = (0.0, -1.0, 0.0)
    face: Vector = (0.0, 0.0, 1.0)
    clearance: float = 0.0


ATTITUDES: Mapping[str, Attitude] = {
    "standing": Attitude(
        description="Standing at ease, arms hanging",
        right_upper_arm=(-0.16, 1.0, -0.05),
        right_forearm=(-0.05, 1.0, 0.18),
        left_upper_arm=(0.16, 1.0, -0.05),
        left_forearm=(0.05, 1.0, 0.18),
    ),
    "a_pose": Attitude(
        description="Standing straight, arms held 45 degrees out, as rigs are built",
        right_upper_arm=(-1.0, 1.0, 0.0),
        right_forearm=(-1.0, 1.05, 0.04),
        left_upper_arm=(1.0, 1.0, 0.0),
        left_forearm=(1.0, 1.05, 0.04),
        right_thigh=(-0.1, 1.0, 0.0),
        right_shin=(-0.08, 1.0, -0.02),
        left_thigh=(0.1, 1.0, 0.0),
        left_shin=(0.08, 1.0, -0.02),
    ),
    "t_pose": Attitude(
        description="Standing straight, arms stretched out to both sides",
        right_upper_arm=(-1.0, 0.0, 0.0),
        right_forearm=(-1.0, 0.0, 0.0),
        left_upper_arm=(1.0, 0.0, 0.0),
        left_forearm=(1.0, 0.0, 0.0),
        right_thigh=(-0.05, 1.0, 0.0),
        right_shin=(-0.04, 1.0, -0.02),
        left_thigh=(0.05, 1.0, 0.0),
        left_shin=(0.04, 1.0, -0.02),
    ),
    "walking": Attitude(
        description="Walking in mid stride, left foot ahead",
        right_upper_arm=(-0.14, 1.0, 0.38),
        right_forearm=(0.08, 1.0, 0.75),
        left_upper_arm=(0.14, 1.0, -0.45),
        left_forearm=(0.05, 1.0, -0.1),
        right_thigh=(-0.02, 1.0, -0.32),
        right_shin=(0.0, 1.0, -0.55),
        left_thigh=(0.02, 1.0, 0.42),
        left_shin=(0.0, 1.0, 0.12),
        spine=(0.0, -1.0, 0.04),
        shoulders=(1.0, 0.0, -0.12),
        hips=(1.0, 0.0, 0.12),
    ),
    "running": Attitude(
        description="Running at full stretch, right knee driven forward",
        right_upper_arm=(-0.3, 0.75, -0.8),
        right_forearm=(0.1, 0.75, 0.65),
        left_upper_arm=(0.25, 0.85, 0.55),
        left_forearm=(-0.35, -0.55, 0.8),
        right_thigh=(-0.08, 0.55, 0.9),
        right_shin=(0.0, 1.0, -0.45),
        left_thigh=(0.05, 0.95, -0.45),
        left_shin=(0.0, 0.5, -0.95),
        spine=(0.02, -1.0, 0.26),
        shoulders=(1.0, 0.0, 0.22),
        hips=(1.0, 0.0, -0.15),
        head=(0.0, -1.0, 0.12),
        clearance=0.02,
    ),
    "sitting": Attitude(
        description="Sitting on a chair, hands on the knees",
        right_upper_arm=(-0.14, 1.0, 0.35),
        right_forearm=(0.05, 0.42, 1.0),
        left_upper_arm=(0.14, 1.0, 0.35),
        left_forearm=(-0.05, 0.42, 1.0),
        right_thigh=(-0.2, 0.12, 1.0),
        right_shin=(0.02, 1.0, -0.04),
        left_thigh=(0.2, 0.12, 1.0),
        left_shin=(-0.02, 1.0, -0.04),
    ),
    "fighting_stance": Attitude(
        description="On guard: fists up, knees bent, left foot ahead",
        right_upper_arm=(-0.42, 0.9, 0.15),
        right_forearm=(0.32, -0.8, 0.6),
        left_upper_arm=(0.3, 0.75, 0.6),
        left_forearm=(-0.22, -0.78, 0.65),
        right_thigh=(-0.48, 0.9, 0.1),
        right_shin=(-0.12, 1.0, -0.5),
        left_thigh=(0.36, 0.85, 0.5),
        left_shin=(0.12, 1.0, -0.18),
        spine=(0.0, -1.0, 0.12),
        shoulders=(1.0, 0.02, 0.3),
        hips=(1.0, 0.0, 0.2),
        head=(0.0, -1.0, 0.1),
    ),
    "waving": Attitude(
        description="Standing, the right hand raised in greeting",
        right_upper_arm=(-1.0, -0.12, 0.1),
        right_forearm=(-0.28, -1.0, 0.12),
        left_upper_arm=(0.2, 1.0, -0.05),
        left_forearm=(0.06, 1.0, 0.2),
        head=(-0.06, -1.0, 0.0),
    ),
    "arms_crossed": Attitude(
        description="Standing, arms crossed in front of the chest",
        right_upper_arm=(-0.2, 1.0, 0.28),
        right_forearm=(0.95, -0.22, 0.42),
        left_upper_arm=(0.2, 1.0, 0.28),
        left_forearm=(-0.95, -0.12, 0.3),
        right_thigh=(-0.12, 1.0, 0.0),
        left_thigh=(0.12, 1.0, 0.0),
    ),
    "sword_raised": Attitude(
        description="Right arm raised high for a sword, left arm held low and wide",
        right_upper_arm=(-0.45, -1.0, 0.0),
        right_forearm=(-0.08, -1.0, 0.1),
        left_upper_arm=(0.75, 0.8, -0.1),
        left_forearm=(0.5, 1.0, 0.25),
        right_thigh=(-0.32, 1.0, 0.0),
        right_shin=(-0.16, 1.0, -0.12),
        left_thigh=(0.28, 1.0, 0.14),
        left_shin=(0.12, 1.0, -0.08),
        spine=(0.02, -1.0, 0.0),
        shoulders=(1.0, 0.12, 0.0),
        head=(-0.05, -1.0, 0.0),
    ),
    "hands_on_hips": Attitude(
        description="Standing with feet apart, hands on the hips",
        right_upper_arm=(-0.72, 0.95, -0.18),
        right_forearm=(0.75, 0.72, 0.3),
        left_upper_arm=(0.72, 0.95, -0.18),
        left_forearm=(-0.75, 0.72, 0.3),
        right_thigh=(-0.2, 1.0, 0.0),
        right_shin=(-0.14, 1.0, -0.03),
        left_thigh=(0.2, 1.0, 0.0),
        left_shin=(0.14, 1.0, -0.03),
    ),
    "kneeling": Attitude(
        description="Down on the right knee, a hand on the raised left one",
        right_upper_arm=(-0.2, 1.0, 0.05),
        right_forearm=(0.0, 1.0, 0.25),
        left_upper_arm=(0.22, 0.9, 0.4),
        left_forearm=(0.0, 0.35, 1.0),
        right_thigh=(-0.12, 1.0, 0.1),
        right_shin=(-0.02, 0.16, -1.0),
        left_thigh=(0.22, -0.02, 1.0),
        left_shin=(0.02, 1.0, -0.05),
        head=(0.0, -1.0, 0.06),
    ),
    "jumping": Attitude(
        description="In the air, arms thrown up and knees drawn in",
        right_upper_arm=(-0.85, -0.7, 0.1),
        right_forearm=(-0.35, -1.0, 0.1),
        left_upper_arm=(0.85, -0.7, 0.1),
        left_forearm=(0.35, -1.0, 0.1),
        right_thigh=(-0.4, 0.8, 0.55),
        right_shin=(0.02, 0.75, -0.75),
        left_thigh=(0.42, 0.92, 0.1),
        left_shin=(0.12, 0.7, -0.8),
        clearance=0.13,
    ),
    "sitting_on_the_ground": Attitude(
        description="Sitting on the ground, leaning back on the hands, knees up",
        right_upper_arm=(-0.4, 0.95, -0.5),
        right_forearm=(-0.12, 1.0, -0.3),
        left_upper_arm=(0.4, 0.95, -0.5),
        left_forearm=(0.12, 1.0, -0.3),
        right_thigh=(-0.25, -0.5, 0.9),
        right_shin=(-0.05, 0.85, 0.6),
        left_thigh=(0.3, -0.2, 1.0),
        left_shin=(0.1, 0.6, 0.9),
        spine=(0.0, -1.0, -0.26),
        head=(0.0, -1.0, -0.08),
    ),
    "pointing": Attitude(
        description="Standing, the right arm pointing at something to the side",
        right_upper_arm=(-1.0, 0.08, 0.32),
        right_forearm=(-1.0, -0.05, 0.36),
        left_upper_arm=(0.5, 1.0, -0.15),
        left_forearm=(-0.55, 0.9, 0.2),
        left_thigh=(0.16, 1.0, 0.0),
        left_shin=(0.1, 1.0, -0.04),
        shoulders=(1.0, 0.03, -0.1),
        face=(-0.4, 0.0, 1.0),
    ),
    "dancing": Attitude(
        description="Dancing: one arm up, one out, weight on the left leg",
        right_upper_arm=(-0.75, -0.75, 0.05),
        right_forearm=(0.45, -1.0, 0.1),
        left_upper_arm=(1.0, 0.3, 0.12),
        left_forearm=(0.75, -0.6, 0.25),
        right_thigh=(-0.6, 0.8, 0.28),
        right_shin=(0.35, 1.0, -0.3),
        left_thigh=(0.02, 1.0, 0.05),
        left_shin=(-0.02, 1.0, -0.08),
        spine=(0.07, -1.0, 0.0),
        shoulders=(1.0, -0.1, 0.0),
        hips=(1.0, 0.1, 0.0),
        head=(-0.12, -1.0, 0.0),
    ),
}
