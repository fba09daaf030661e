"""VRM 1.0: what a valid avatar holds, and why a character is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from avatarforge.forge.mesh.glb import read_glb, write_glb
from avatarforge.forge.mesh.mesh import MeshError
from avatarforge.forge.mesh.rig import Rig
from avatarforge.forge.mesh.tpose import t_posed
from avatarforge.forge.mesh.vrm import (
    PARENTS,
    REQUIRED,
    VrmMeta,
    humanoid,
    vrm_limbs,
    vrm_problems,
)
from avatarforge.tests.mesh import characters
from avatarforge.tests.mesh.readers import glb_parts

MESH = characters.tube()
RIG = characters.bound(MESH)
META = VrmMeta("Somebody", ("Author",), version="3")

MIXAMO = {
    "hips": "Hips", "spine": "Spine", "chest": "Spine1", "neck": "Neck", "head": "Head",
    "UpperArm": "Arm", "LowerArm": "ForeArm", "Hand": "Hand",
    "UpperLeg": "UpLeg", "LowerLeg": "Leg", "Foot": "Foot",
}  # fmt: skip


def mixamo(name: str) -> str:
    for side in ("left", "right"):
        if name.startswith(side):
            return f"mixamorig:{side.capitalize()}{MIXAMO[name.removeprefix(side)]}"
    return "mixamorig:" + MIXAMO[name]


def lowered(rig: Rig, degrees: float) -> Rig:
    """Both arms down by that much, about the shoulder."""
    heads = rig.heads.copy()
    for side, sign in (("left", -1), ("right", 1)):
        shoulder = rig.names.index(f"{side}UpperArm")
        for limb in ("LowerArm", "Hand"):
            bone = rig.names.index(side + limb)
            arm = heads[bone] - heads[shoulder]
            heads[bone] = heads[shoulder] + characters.turn(2, sign * degrees) @ arm
    return replace(rig, heads=heads)


def extension(rig: Rig, meta: VrmMeta = META) -> tuple[dict[str, Any], dict[str, Any]]:
    document, _ = glb_parts(write_glb(MESH, rig, vrm=meta))
    assert document["extensionsUsed"] == ["VRMC_vrm"]
    return document, document["extensions"]["VRMC_vrm"]


@pytest.mark.parametrize("theirs", [False, True])
def test_every_bone_is_named_to_its_node(theirs: bool) -> None:
    rig = replace(RIG, names=tuple(map(mixamo, RIG.names))) if theirs else RIG
    document, vrm = extension(rig)
    assert vrm["specVersion"] == "1.0"
    bones = vrm["humanoid"]["humanBones"]
    assert set(REQUIRED) <= set(bones) and set(bones) == set(characters.T_POSE)
    for bone, entry in bones.items():
        node = document["nodes"][entry["node"]]
        assert node["name"] == (mixamo(bone) if theirs else bone)
    assert len({entry["node"] for entry in bones.values()}) == len(bones)


def test_the_terms_are_vrms() -> None:
    _, vrm = extension(RIG)
    meta = vrm["meta"]
    assert meta["name"] == "Somebody" and meta["authors"] == ["Author"]
    assert meta["licenseUrl"] == "https://vrm.dev/licenses/1.0/"
    assert meta["avatarPermission"] == "onlyAuthor"
    assert meta["commercialUsage"] == "personalNonProfit"
    assert meta["modification"] == "prohibited"
    assert meta["allowRedistribution"] is False
    assert "copyrightInformation" not in meta


def test_it_is_still_a_glb_and_the_same_each_time() -> None:
    data = write_glb(MESH, RIG, vrm=META)
    assert np.array_equal(read_glb(data).faces, MESH.faces)
    assert data == write_glb(MESH, RIG, vrm=META)


def test_there_are_55_bones_of_which_15_must_be() -> None:
    assert len(PARENTS) == 55 and len(REQUIRED) == 15
    assert set(REQUIRED) <= set(PARENTS)
    assert set(PARENTS.values()) - {""} <= set(PARENTS)


def test_arms_may_hang_by_twenty_degrees() -> None:
    assert vrm_problems(lowered(RIG, 19), META) == ()
    problems = vrm_problems(lowered(RIG, 40), META)
    assert len(problems) == 2
    assert all("T-pose" in each and "40 degrees" in each for each in problems)
    with pytest.raises(MeshError, match="left arm is 40 degrees"):
        write_glb(MESH, lowered(RIG, 40), vrm=META)


def test_a_character_that_faces_away_is_none() -> None:
    away = replace(RIG, heads=RIG.heads * (-1, 1, -1))
    assert any("180 degrees" in each for each in vrm_problems(away, META))


@pytest.mark.parametrize("bone", REQUIRED)
def test_a_missing_bone_is_named(bone: str) -> None:
    names = tuple("other" if name == bone else name for name in RIG.names)
    (problem,) = vrm_problems(replace(RIG, names=names), META)
    assert bone in problem


def test_a_bone_in_the_wrong_place_is_named() -> None:
    parents = list(RIG.parents)
    parents[RIG.names.index("leftUpperArm")] = RIG.names.index("hips")
    problems = vrm_problems(replace(RIG, parents=tuple(parents)), META)
    assert problems == ("leftUpperArm hangs on hips and should hang on chest",)


def test_bones_between_are_no_harm() -> None:
    names = tuple("extra" if name == "chest" else name for name in RIG.names)
    rig = replace(RIG, names=names)
    assert vrm_problems(rig, META) == ()
    assert "chest" not in humanoid(rig)


def test_a_name_and_an_author_are_needed_and_bones() -> None:
    assert vrm_problems(RIG, VrmMeta("", ("",))) == ("it needs a name", "it needs an author")
    with pytest.raises(MeshError, match="bones"):
        write_glb(MESH, vrm=META)


@pytest.mark.parametrize("degrees", [10.0, 45.0, 75.0])
def test_lowered_arms_can_be_turned_into_a_t_pose(degrees: float) -> None:
    rig = lowered(RIG, degrees)
    mesh, turned = t_posed(MESH, rig)
    assert vrm_problems(turned, META) == ()
    for limb in vrm_limbs(turned):
        assert max(limb.degrees) == pytest.approx(0.0, abs=0.1)
    lengths = [
        np.linalg.norm(each.heads[each.names.index("leftHand")]
                       - each.heads[each.names.index("leftLowerArm")])
        for each in (rig, turned)
    ]  # fmt: skip
    assert lengths[0] == pytest.approx(lengths[1], abs=1e-5)
    assert mesh.vertices[:, 1].min() == pytest.approx(MESH.vertices[:, 1].min(), abs=1e-6)
    assert np.array_equal(mesh.faces, MESH.faces)
    assert read_glb(write_glb(mesh, turned, vrm=META)).normals is not None


def test_spread_legs_come_together_and_the_feet_stay_flat() -> None:
    heads, tails = RIG.heads.copy(), RIG.tails.copy()
    for side, sign in (("left", 1), ("right", -1)):
        for limb, away in (("LowerLeg", 0.3), ("Foot", 0.6)):
            heads[RIG.names.index(side + limb), 0] += sign * away
        foot = RIG.names.index(f"{side}Foot")
        tails[foot] = heads[foot] + (0.0, -0.02, 0.12)
    spread = replace(RIG, heads=heads, tails=tails)
    assert sum("leg" in each for each in vrm_problems(spread, META)) == 2
    _, turned = t_posed(MESH, spread)
    assert vrm_problems(turned, META) == ()
    foot = RIG.names.index("leftFoot")
    assert turned.tails[foot] - turned.heads[foot] == pytest.approx([0, -0.02, 0.12], abs=1e-5)


def test_who_stands_so_already_is_left_alone() -> None:
    assert t_posed(MESH, RIG) == (MESH, RIG)
    unnamed = replace(RIG, names=tuple(f"bone{each}" for each in range(RIG.bones)))
    assert t_posed(MESH, unnamed) == (MESH, unnamed)
