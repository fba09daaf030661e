"""The walk, seen from the side: where the joints are in every phase of it.

Feet are led, legs follow: a foot on the ground goes back as fast as the ground does, and the
knee is where thigh and shin allow it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import cast

from ..avatar.body import GROUND, Body
from ..pose.skeleton import Joint
from ..scene.actor import nodded
from .curves import ease, keyed, turn

_STANCE = 0.56
"""Of a cycle, how long a foot is on the ground: both are for a little while."""
_STRIDE = 0.70  # of a leg's length: from heel to heel of the two feet
_HEEL = ((0.0, 0.10), (0.08, 0.0), (0.36, 0.0), (0.56, 0.36), (0.70, 0.58), (0.86, 0.24),
         (1.0, 0.10))  # fmt: skip
"""How high the ankle is over where it is on a flat foot, in shares of a shin, by phase."""


@dataclass(frozen=True, slots=True)
class Step:
    """A body in one phase of the walk. `turned` is how far the shoulders are turned, -1..1,
    `bob` how high the hips are over their middle, in heads."""

    body: Body
    bob: float
    turned: float


_BOB = ((0.0, 0.20), (0.09, 0.0), (0.27, 0.92), (0.35, 1.0), (0.5, 0.20))
"""How high the hips are: down when the weight comes on a leg, up after the other has passed."""


def stride(body: Body) -> float:
    """How far the walk goes in one cycle, in drawing units."""
    return _STRIDE * (body.measures.hip_height - body.measures.ankle_height) / _STANCE


def walk(standing: Body, phase: float, *, laden: frozenset[str] = frozenset()) -> Step:
    """`standing` is seen from the side. At phase 0 the right heel touches the ground, at 0.5
    the left one. Arms that are `laden` hold something: they are carried as they are."""
    m = standing.measures
    leg = m.hip_height - m.ankle_height
    thigh, shin = m.hip_height - m.knee_height, m.knee_height - m.ankle_height
    facing = standing.facing
    reach = _STRIDE * leg / 2
    low = math.sqrt((0.985 * leg) ** 2 - reach**2) - 0.008 * leg
    high = 0.988 * leg
    hip_height = m.ankle_height + low + (high - low) * keyed(_BOB, phase % 0.5)
    hips_x, _ = standing.hips
    joints = dict(standing.joints)
    lean = 0.03 * leg
    lifted = hip_height - m.hip_height
    shift = {name: (x + facing * lean * (1.0 if "hip" not in name else 0.0), y - lifted)
             for name, (x, y) in joints.items()}  # fmt: skip
    joints.update(shift)
    turned = turn(phase + 0.22)
    for side, offset in (("right", 0.0), ("left", 0.5)):
        q = (phase + offset) % 1.0
        sway = 0.055 * m.head * turned * (1 if side == "right" else -1)
        hip = (hips_x + facing * sway * 0.8, GROUND - hip_height)
        ankle = _ankle(q, reach, shin, m.ankle_height)
        foot = (hips_x + facing * ankle[0], GROUND - ankle[1])
        joints[cast(Joint, f"{side}_hip")] = hip
        joints[cast(Joint, f"{side}_knee")] = _knee(hip, foot, thigh, shin, facing)
        joints[cast(Joint, f"{side}_ankle")] = foot
        x, y = shift[cast(Joint, f"{side}_shoulder")]
        shoulder = (x - facing * sway * 2.2, y)
        joints[cast(Joint, f"{side}_shoulder")] = shoulder
        # the arm goes with the other leg, the forearm a little after it
        swing = -math.cos(2 * math.pi * (q - 0.02))
        after = -math.cos(2 * math.pi * (q - 0.09))
        if side in laden:
            moved = (-facing * sway * 2.2 + facing * 0.03 * m.head * swing, 0.0)
            for name in ("elbow", "wrist"):
                x, y = shift[cast(Joint, f"{side}_{name}")]
                joints[cast(Joint, f"{side}_{name}")] = (x + moved[0], y + moved[1])
            continue
        upper = math.radians(1 + 22 * swing)
        fore = upper + math.radians(15 + 11 * after)
        elbow = (shoulder[0] + facing * math.sin(upper) * m.upper_arm,
                 shoulder[1] + math.cos(upper) * m.upper_arm)  # fmt: skip
        joints[cast(Joint, f"{side}_elbow")] = elbow
        joints[cast(Joint, f"{side}_wrist")] = (
            elbow[0] + facing * math.sin(fore) * m.forearm,
            elbow[1] + math.cos(fore) * m.forearm,
        )
    body = nodded(replace(standing, joints=joints), facing * 1.3 * turn(2 * phase + 0.05))
    return Step(body, (hip_height - m.ankle_height - low) / m.head, turned)


def _ankle(q: float, reach: float, shin: float, flat: float) -> tuple[float, float]:
    """Forward of the hips, and over the ground."""
    height = flat + 0.46 * shin * keyed(_HEEL, q)
    if q < _STANCE:
        return reach * (1 - 2 * q / _STANCE), height
    share = (q - _STANCE) / (1 - _STANCE)
    # leaves as it went, arrives a little beyond and comes back
    forth = -1 + 2 * (0.35 * share + 0.65 * ease(share)) + 0.05 * math.sin(math.pi * share)
    return reach * forth, height


def _knee(
    hip: tuple[float, float], foot: tuple[float, float], thigh: float, shin: float, facing: float
) -> tuple[float, float]:
    dx, dy = foot[0] - hip[0], foot[1] - hip[1]
    away = math.hypot(dx, dy)
    away = min(max(away, abs(thigh - shin) + 1e-6), (thigh + shin) * 0.9995)
    along = (away * away + thigh * thigh - shin * shin) / (2 * away)
    aside = math.sqrt(max(0.0, thigh * thigh - along * along))
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    return (hip[0] + ux * along + uy * aside * facing, hip[1] + uy * along - ux * aside * facing)
