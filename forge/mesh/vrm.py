"""VRM 1.0, the avatar format that is a GLB with a humanoid named in it.

After the VRM Consortium's VRMC_vrm-1.0 specification: `humanoid.md`, `tpose.md`, `meta.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from .rig import Rig

SPECIFICATION = "1.0"
LICENCE = "https://vrm.dev/licenses/1.0/"
T_POSE_DEGREES = 20.0

_LIMBS = {
    "UpperLeg": "hips", "LowerLeg": "UpperLeg", "Foot": "LowerLeg", "Toes": "Foot",
    "Shoulder": "upperChest", "UpperArm": "Shoulder", "LowerArm": "UpperArm", "Hand": "LowerArm",
}  # fmt: skip
_SECTIONS = ("Proximal", "Intermediate", "Distal")
_FINGERS = {
    "Thumb": ("Metacarpal", "Proximal", "Distal"),
    "Index": _SECTIONS, "Middle": _SECTIONS, "Ring": _SECTIONS, "Little": _SECTIONS,
}  # fmt: skip


def _parents() -> dict[str, str]:
    parents = {
        "hips": "", "spine": "hips", "chest": "spine", "upperChest": "chest",
        "neck": "upperChest", "head": "neck", "leftEye": "head", "rightEye": "head",
        "jaw": "head",
    }  # fmt: skip
    for side in ("left", "right"):
        for limb, parent in _LIMBS.items():
            parents[side + limb] = side + parent if parent in _LIMBS else parent
        for finger, sections in _FINGERS.items():
            above = f"{side}Hand"
            for section in sections:
                parents[f"{side}{finger}{section}"] = above
                above = f"{side}{finger}{section}"
    return parents


PARENTS = _parents()
"""VRM's humanoid bones and the bone that each of them hangs on when all are there."""

REQUIRED = (
    "hips", "spine", "head",
    "leftUpperLeg", "leftLowerLeg", "leftFoot", "rightUpperLeg", "rightLowerLeg", "rightFoot",
    "leftUpperArm", "leftLowerArm", "leftHand", "rightUpperArm", "rightLowerArm", "rightHand",
)  # fmt: skip

_MIXAMO = {
    "Hips": "hips", "Spine": "spine", "Spine1": "chest", "Spine2": "upperChest",
    "Neck": "neck", "Head": "head",
} | {
    side + theirs: side.lower() + ours
    for side in ("Left", "Right")
    for theirs, ours in (
        ("UpLeg", "UpperLeg"), ("Leg", "LowerLeg"), ("Foot", "Foot"), ("ToeBase", "Toes"),
        ("Shoulder", "Shoulder"), ("Arm", "UpperArm"), ("ForeArm", "LowerArm"), ("Hand", "Hand"),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class VrmMeta:
    """Who made an avatar and what others may do with it; VRM's own names and defaults.

    `authors` needs one at least.
    """

    name: str
    authors: tuple[str, ...]
    version: str = ""
    copyright_information: str = ""
    avatar_permission: Literal["onlyAuthor", "onlySeparatelyLicensedPerson", "everyone"] = (
        "onlyAuthor"
    )
    commercial_usage: Literal["personalNonProfit", "personalProfit", "corporation"] = (
        "personalNonProfit"
    )
    credit_notation: Literal["required", "unnecessary"] = "required"
    modification: Literal["prohibited", "allowModification", "allowModificationRedistribution"] = (
        "prohibited"
    )
    allow_redistribution: bool = False
    allow_excessively_violent_usage: bool = False
    allow_excessively_sexual_usage: bool = False
    allow_political_or_religious_usage: bool = False
    allow_antisocial_or_hate_usage: bool = False


def humanoid(rig: Rig) -> dict[str, int]:
    """The number of each of VRM's bones that the rig has, under VRM's or Mixamo's name."""
    found: dict[str, int] = {}
    for number, name in enumerate(rig.names):
        bone = name if name in PARENTS else _MIXAMO.get(name.removeprefix("mixamorig:"), "")
        if bone:
            found.setdefault(bone, number)
    return found


def vrm_problems(rig: Rig, meta: VrmMeta) -> tuple[str, ...]:
    """Why the character would be no valid VRM 1.0 avatar, a reason each; empty where it is."""
    problems = []
    if not meta.name.strip():
        problems.append("it needs a name")
    if not any(author.strip() for author in meta.authors):
        problems.append("it needs an author")
    bones = humanoid(rig)
    missing = [bone for bone in REQUIRED if bone not in bones]
    if missing:
        return (*problems, "the bones " + ", ".join(missing) + " are missing")
    if "upperChest" in bones and "chest" not in bones:
        problems.append("an upperChest needs a chest")
    problems += _misplaced(rig, bones)
    problems += _not_t_posed(rig)
    return tuple(problems)


def _misplaced(rig: Rig, bones: dict[str, int]) -> list[str]:
    names = {number: bone for bone, number in bones.items()}
    problems = []
    for bone, number in bones.items():
        above = rig.parents[number]
        while above >= 0 and above not in names:
            above = rig.parents[above]
        wanted = PARENTS[bone]
        while wanted and wanted not in bones:
            wanted = PARENTS[wanted]
        hangs = names.get(above, "")
        if hangs != wanted:
            problems.append(
                f"{bone} hangs on {hangs or 'nothing'} and should hang on {wanted or 'nothing'}"
            )
    return problems


@dataclass(frozen=True, slots=True, eq=False)
class Limb:
    """An arm or a leg: its three bones, and how the first two lie.

    Attributes:
        name: "left arm", and so on.
        bones: upper, lower, and the hand or foot.
        along: two unit vectors (3,), of zeros for a bone without length.
        straight: the unit vector (3,) along which both lie in a T-pose.
    """

    name: str
    bones: tuple[int, int, int]
    along: tuple[NDArray[np.float64], ...]
    straight: NDArray[np.float64]

    @property
    def is_arm(self) -> bool:
        return self.name.endswith("arm")

    @property
    def degrees(self) -> tuple[float, ...]:
        """How far each of the two bones is from straight; 180 for one without length."""
        return tuple(
            float(np.degrees(np.arccos(np.clip(each @ self.straight, -1.0, 1.0))))
            if each.any()
            else 180.0
            for each in self.along
        )


def vrm_limbs(rig: Rig) -> tuple[Limb, ...]:
    """The arms and legs of a rig that has every required bone."""
    heads = np.asarray(rig.heads, np.float64)
    bones = humanoid(rig)
    limbs = []
    for side, outwards in (("left", 1.0), ("right", -1.0)):
        for limb, parts, straight in (
            ("arm", ("UpperArm", "LowerArm", "Hand"), (outwards, 0.0, 0.0)),
            ("leg", ("UpperLeg", "LowerLeg", "Foot"), (0.0, -1.0, 0.0)),
        ):
            upper, lower, end = (bones[side + part] for part in parts)
            along = tuple(_unit(heads[b] - heads[a]) for a, b in ((upper, lower), (lower, end)))
            limbs.append(Limb(f"{side} {limb}", (upper, lower, end), along, np.array(straight)))
    return tuple(limbs)


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


def _not_t_posed(rig: Rig) -> list[str]:
    problems = []
    for limb in vrm_limbs(rig):
        angle = max(limb.degrees)
        if angle > T_POSE_DEGREES:
            way = "straight out to the side" if limb.is_arm else "straight down"
            problems.append(
                f"it must stand in a T-pose: the {limb.name} is {angle:.0f} degrees away from "
                f"{way}, {T_POSE_DEGREES:.0f} are allowed"
            )
    return problems


def vrm_extension(rig: Rig, meta: VrmMeta, first_node: int) -> dict[str, Any]:
    """VRMC_vrm, for bones that are the nodes from `first_node` on, in the rig's order."""
    bones = humanoid(rig)
    about: dict[str, Any] = {
        "name": meta.name,
        "version": meta.version,
        "authors": [author for author in meta.authors if author.strip()],
        "copyrightInformation": meta.copyright_information,
        "licenseUrl": LICENCE,
        "avatarPermission": meta.avatar_permission,
        "allowExcessivelyViolentUsage": meta.allow_excessively_violent_usage,
        "allowExcessivelySexualUsage": meta.allow_excessively_sexual_usage,
        "commercialUsage": meta.commercial_usage,
        "allowPoliticalOrReligiousUsage": meta.allow_political_or_religious_usage,
        "allowAntisocialOrHateUsage": meta.allow_antisocial_or_hate_usage,
        "creditNotation": meta.credit_notation,
        "allowRedistribution": meta.allow_redistribution,
        "modification": meta.modification,
    }
    return {
        "specVersion": SPECIFICATION,
        "meta": {key: value for key, value in about.items() if value != ""},
        "humanoid": {
            "humanBones": {
                bone: {"node": first_node + bones[bone]} for bone in PARENTS if bone in bones
            }
        },
    }
