"""What the bones and the poses are called by those who read our files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

Naming: TypeAlias = Literal["vrm", "mixamo"]
NAMINGS: tuple[Naming, ...] = get_args(Naming)

BONES: Mapping[str, str | None] = {
    "hips": None,
    "spine": "hips",
    "chest": "spine",
    "neck": "chest",
    "head": "neck",
    "leftUpperArm": "chest",
    "leftLowerArm": "leftUpperArm",
    "leftHand": "leftLowerArm",
    "rightUpperArm": "chest",
    "rightLowerArm": "rightUpperArm",
    "rightHand": "rightLowerArm",
    "leftUpperLeg": "hips",
    "leftLowerLeg": "leftUpperLeg",
    "leftFoot": "leftLowerLeg",
    "leftToes": "leftFoot",
    "rightUpperLeg": "hips",
    "rightLowerLeg": "rightUpperLeg",
    "rightFoot": "rightLowerLeg",
    "rightToes": "rightFoot",
}
"""The template's 19 bones by VRM 1.0's names, parents first, with their parents.

left is the character's own left, at +x of who faces +z.
"""

_MIXAMO: Mapping[str, str] = {
    "hips": "Hips",
    "spine": "Spine",
    "chest": "Spine1",
    "neck": "Neck",
    "head": "Head",
    "UpperArm": "Arm",
    "LowerArm": "ForeArm",
    "Hand": "Hand",
    "UpperLeg": "UpLeg",
    "LowerLeg": "Leg",
    "Foot": "Foot",
    "Toes": "ToeBase",
}

DROPS: Mapping[str, float] = {"T-pose": 0.0, "A-pose": 45.0, "\u5927-pose": 30.0}
"""The rest poses a caller may name, with the arms' degrees below the horizontal. In the third
arms and legs are spread as in the Chinese character for "large"."""


def side_of(bone: str) -> tuple[str, str]:
    """ "leftHand" to ("left", "Hand"); ("", the name) for what is in the middle."""
    for side in ("left", "right"):
        if bone.startswith(side):
            return side, bone[len(side) :]
    return "", bone


def mirrored_name(bone: str) -> str:
    """The same bone of the other side."""
    side, part = side_of(bone)
    return {"left": "right", "right": "left", "": ""}[side] + part


def bone_name(bone: str, naming: str) -> str:
    """A template bone's name in "vrm" or in "mixamo" (with its prefix).

    Raises ValueError for another naming.
    """
    if naming == "vrm":
        return bone
    if naming == "mixamo":
        side, part = side_of(bone)
        return f"mixamorig:{side.capitalize()}{_MIXAMO[part]}"
    raise ValueError(f"bones are named as in {' or '.join(NAMINGS)}, not {naming!r}")
