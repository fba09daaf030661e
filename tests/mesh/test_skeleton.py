"""Skeletons in people whose joints are known, and in things that are no people."""

from __future__ import annotations

import json
from functools import lru_cache

import numpy as np
import pytest
import trimesh
from avatarforge.forge.avatar.artist import Wish, cut_out
from avatarforge.forge.avatar.words import read_words
from avatarforge.forge.mesh.camera import Camera, rig_around
from avatarforge.forge.mesh.cutout import prepared
from avatarforge.forge.mesh.mesh import Mesh, MeshError, joined
from avatarforge.forge.mesh.naming import BONES, DROPS, bone_name, mirrored_name
from avatarforge.forge.mesh.raster import rasterise
from avatarforge.forge.mesh.silhouette import mesh_from_mask
from avatarforge.forge.mesh.skeleton import Skeleton, fit_skeleton
from avatarforge.forge.mesh.skin import skin
from avatarforge.forge.mesh.voxels import voxelised
from avatarforge.forge.mesh.vrm import VrmMeta, vrm_problems
from avatarforge.forge.pose.skeleton import JOINTS
from avatarforge.tests.mesh import fixtures
from avatarforge.tests.mesh.humanoids import Humanoid, humanoid, polygonised
from skimage import data

CLOSE = 0.05
"""Of the height: what a joint may be off."""


@lru_cache(maxsize=4)
def person(seed: int, pose: str = "A") -> Humanoid:
    return humanoid(seed, pose)


def errors(skeleton: Skeleton, of: Humanoid) -> dict[str, float]:
    return {
        bone: float(np.linalg.norm(head - of.joints[bone])) / of.height
        for bone, head in zip(BONES, skeleton.heads, strict=True)
    }


def from_trimesh(made: trimesh.Trimesh) -> Mesh:
    return Mesh(np.asarray(made.vertices, np.float32), np.asarray(made.faces, np.int64))


def within(skeleton: Skeleton, mesh: Mesh) -> bool:
    """Whether every joint is in a cell that the mesh's surface bounds or goes through."""
    voxels = voxelised(mesh, 96)
    return bool((voxels.depths(skeleton.heads) > 0).all())


@pytest.mark.parametrize("seed", range(20))
def test_every_joint_of_a_random_person_is_found(seed: int) -> None:
    someone = humanoid(seed, "AT"[seed % 2])
    skeleton = fit_skeleton(someone.mesh)
    wrong = {bone: error for bone, error in errors(skeleton, someone).items() if error > CLOSE}
    assert wrong == {}
    assert (someone.distance(skeleton.heads) < 0).all()
    assert skeleton.confidence == 1
    assert skeleton.notes == ()


@pytest.mark.parametrize("seed", range(4))
def test_a_person_made_by_other_rules(seed: int) -> None:
    stance = "AT"[seed % 2]
    assert stance == "A" or stance == "T"
    someone = fixtures.humanoid(
        stance, fixtures.random_proportions(seed), cell=0.02, unwrapped=False
    )
    tall = float(np.ptp(someone.mesh.vertices[:, 1]))
    skeleton = fit_skeleton(someone.mesh)
    for bone, head in zip(BONES, skeleton.heads, strict=True):
        if bone in someone.joints:
            assert np.linalg.norm(head - someone.joints[bone]) <= CLOSE * tall, bone


def test_bones_hang_together_and_lie_on_their_own_side() -> None:
    skeleton = fit_skeleton(person(0).mesh)
    assert skeleton.names == tuple(BONES)
    assert skeleton.parents[0] == -1
    assert all(0 <= parent < bone for bone, parent in enumerate(skeleton.parents) if bone)
    at = dict(zip(skeleton.names, skeleton.heads, strict=True))
    ends = dict(zip(skeleton.names, skeleton.tails, strict=True))
    assert np.array_equal(ends["leftUpperArm"], at["leftLowerArm"])
    for bone, place in at.items():
        if bone.startswith("left"):
            assert place[0] > at["hips"][0] > at[mirrored_name(bone)][0]
    assert ends["leftToes"][2] > at["leftToes"][2] > at["leftFoot"][2]


def test_mixamos_names() -> None:
    names = fit_skeleton(person(0).mesh, naming="mixamo").names
    assert names[:5] == tuple(f"mixamorig:{n}" for n in ("Hips", "Spine", "Spine1", "Neck", "Head"))
    assert "mixamorig:LeftForeArm" in names and "mixamorig:RightToeBase" in names
    assert len(set(names)) == len(BONES)
    with pytest.raises(ValueError, match="'3dsmax'"):
        bone_name("hips", "3dsmax")


def test_a_t_pose_fulfils_vrm() -> None:
    someone = person(1, "T")
    skeleton = fit_skeleton(someone.mesh)
    assert vrm_problems(skin(someone.mesh, skeleton), VrmMeta(name="a", authors=("b",))) == ()


@pytest.mark.parametrize("scale", [1e-3, 100.0])
def test_units_and_place_do_not_matter(scale: float) -> None:
    someone = person(0)
    moved = Mesh(someone.mesh.vertices * np.float32(scale), someone.mesh.faces)
    expected = fit_skeleton(someone.mesh).heads * scale
    found = fit_skeleton(moved).heads
    assert np.abs(found - expected).max() < 0.02 * someone.height * scale


def test_the_same_mesh_gives_the_same_skeleton() -> None:
    first, second = (fit_skeleton(person(2).mesh) for _ in range(2))
    assert np.array_equal(first.heads, second.heads) and np.array_equal(first.tails, second.tails)


@pytest.mark.parametrize("damage", ["open", "soup", "inverted", "nan", "pieces", "island"])
def test_what_generated_meshes_are_like(damage: str) -> None:
    someone = person(4)
    mesh = someone.mesh
    middles = mesh.corners.mean(axis=1)
    low = float(mesh.vertices[:, 1].min())
    if damage == "open":  # a hole in the back and no soles
        chest = someone.joints["chest"]
        back = (np.abs(middles[:, 1] - chest[1]) < 0.03 * someone.height) & (
            middles[:, 2] < chest[2]
        )
        mesh = Mesh(
            mesh.vertices, mesh.faces[~back & (middles[:, 1] > low + 0.02 * someone.height)]
        )
    elif damage == "soup":
        mesh = Mesh(
            mesh.vertices[mesh.faces].reshape(-1, 3), np.arange(mesh.faces.size).reshape(-1, 3)
        )
    elif damage == "inverted":
        mesh = Mesh(mesh.vertices, mesh.faces[:, ::-1])
    elif damage == "nan":
        broken = mesh.vertices.copy()
        broken[::997] = np.nan
        mesh = Mesh(broken, mesh.faces)
    elif damage == "pieces":  # closed pieces that overlap
        pitch = someone.height / 60
        mesh = joined([polygonised((each,), 0.01, pitch) for each in someone.capsules])
    else:
        halo = trimesh.creation.torus(0.08 * someone.height, 0.01 * someone.height)
        above = someone.joints["head"] + (0, 0.35 * someone.height, 0)
        mesh = joined([mesh, from_trimesh(halo.apply_translation(above))])
    skeleton = fit_skeleton(mesh)
    assert max(errors(skeleton, someone).values()) <= 1.2 * CLOSE
    assert skeleton.confidence > 0.9


def robed(someone: Humanoid) -> Mesh:
    cone = trimesh.creation.cone(0.2 * someone.height, 0.7 * someone.height, sections=48)
    cone.apply_transform(trimesh.transformations.rotation_matrix(-np.pi / 2, [1, 0, 0]))
    low = someone.mesh.bounds()[0]
    hips = someone.joints["hips"]
    return joined([someone.mesh, from_trimesh(cone.apply_translation([hips[0], low[1], hips[2]]))])


def test_legs_under_a_robe_are_placed_by_proportions_and_said() -> None:
    someone = person(6)
    skeleton = fit_skeleton(robed(someone))
    assert any("legs" in note for note in skeleton.notes)
    assert 0.3 < skeleton.confidence <= 0.7
    off = errors(skeleton, someone)
    assert max(off[bone] for bone in off if "Arm" in bone or bone in ("neck", "head")) <= CLOSE
    assert max(off.values()) <= 0.12


_ARMS = "the arms could not be told from the body: placed by proportions"
_LEGS = "the legs could not be told apart: placed by proportions"


def fused(seed: int, arms: bool, legs: bool) -> Humanoid:
    """A person whose arms are one with the flanks, whose legs are one, or both."""
    return humanoid(seed, "A", cells=70, arm=88 if arms else None, legs_apart=-3 if legs else None)


@pytest.mark.parametrize("seed", range(2, 5))
@pytest.mark.parametrize(
    ("arms", "legs", "confidence"), [(True, False, 0.7), (False, True, 0.7), (True, True, 0.25)]
)
def test_limbs_that_touch_are_placed_by_proportions_and_said(
    seed: int, arms: bool, legs: bool, confidence: float
) -> None:
    someone = fused(seed, arms, legs)
    skeleton = fit_skeleton(someone.mesh)
    assert (_ARMS in skeleton.notes) == arms and (_LEGS in skeleton.notes) == legs
    assert 0 < skeleton.confidence <= confidence
    assert max(errors(skeleton, someone).values()) <= 1.5 * CLOSE
    assert (someone.distance(skeleton.heads) < 0).all()
    rig = skin(someone.mesh, skeleton)
    assert np.isfinite(rig.weights).all() and rig.notes == skeleton.notes
    assert np.abs(rig.weights.sum(axis=1) - 1).max() <= 1e-5


@pytest.mark.parametrize("seed", range(2))
def test_hands_apart_from_the_hips_are_no_arms(seed: int) -> None:
    """The upper arms are one with the trunk: the hands alone were taken for whole arms, with
    the shoulders at the hips and no word of it."""
    someone = humanoid(seed, "A", cells=70, arm=82 if seed else 88)
    skeleton = fit_skeleton(someone.mesh)
    assert _ARMS in skeleton.notes and skeleton.confidence <= 0.7
    assert max(errors(skeleton, someone).values()) <= CLOSE


@pytest.mark.parametrize("stance", ["A", "T", "arms_in_front"])
def test_legs_that_touch_below_any_arms(stance: fixtures.Stance) -> None:
    someone = fixtures.humanoid(stance, fixtures.legs_touching(), cell=0.018, unwrapped=False)
    tall = float(np.ptp(someone.mesh.vertices[:, 1]))
    skeleton = fit_skeleton(someone.mesh)
    assert _LEGS in skeleton.notes
    assert (_ARMS in skeleton.notes) == (stance == "arms_in_front")
    assert within(skeleton, someone.mesh)
    for bone, head in zip(BONES, skeleton.heads, strict=True):
        # Hands before the belly are anybody's guess.
        if bone in someone.joints and not (stance == "arms_in_front" and "Hand" in bone):
            assert np.linalg.norm(head - someone.joints[bone]) <= 1.6 * CLOSE * tall, bone


@pytest.mark.parametrize("words", ["arms and legs", "old wizard in purple robe, white beard"])
def test_an_outline_in_one_piece_gets_a_skeleton_and_says_what_it_guessed(words: str) -> None:
    if words == "arms and legs":
        someone = fused(3, True, True)
        (camera,) = rig_around(someone.mesh, ["front"], size=512)
        mask = rasterise(someone.mesh, camera).mask
    else:
        wish = Wish(width=400, height=600, seed=3)
        mask = cut_out(read_words(words).features, wish).mask > 127
    mesh = mesh_from_mask(mask).mesh
    skeleton = fit_skeleton(mesh)
    assert _LEGS in skeleton.notes
    assert skeleton.confidence <= 0.7
    assert within(skeleton, mesh)
    rig = skin(mesh, skeleton)
    assert np.isfinite(rig.weights).all()
    assert np.abs(rig.weights.sum(axis=1) - 1).max() <= 1e-5


def test_a_bust_has_its_neck_and_no_legs_in_its_sleeves() -> None:
    """The astronaut: no feet, a head of a third of the height, a model ship beside the arm."""
    mesh = mesh_from_mask(prepared(data.astronaut(), size=384).mask, detail=112).mesh
    low, high = mesh.bounds()
    skeleton = fit_skeleton(mesh)
    assert _ARMS in skeleton.notes and _LEGS in skeleton.notes
    assert skeleton.confidence <= 0.25
    assert within(skeleton, mesh)
    at = dict(zip(BONES, (skeleton.heads - low) / (high - low)[1], strict=True))
    assert 0.66 < at["neck"][1] < 0.74 < at["head"][1] < 0.82
    for side in ("left", "right"):
        assert 0.6 < at[f"{side}UpperArm"][1] < at["neck"][1]
        leg = [at[side + part] for part in ("UpperLeg", "LowerLeg", "Foot")]
        assert all(abs(joint[0] - at["hips"][0]) < 0.12 for joint in leg)


@pytest.mark.parametrize("thing", ["ball", "cube", "stick", "lying stick", "torus", "triangle"])
def test_what_is_no_person_gets_proportions_little_confidence_and_notes(thing: str) -> None:
    mesh = {
        "ball": lambda: from_trimesh(trimesh.creation.icosphere(3)),
        "cube": lambda: fixtures.cube(),
        "stick": lambda: from_trimesh(trimesh.creation.box((0.02, 2, 0.02))),
        "lying stick": lambda: from_trimesh(trimesh.creation.box((2, 0.02, 0.02))),
        "torus": lambda: fixtures.torus(),
        "triangle": lambda: fixtures.triangle(),
    }[thing]()
    skeleton = fit_skeleton(mesh)
    assert skeleton.confidence <= 0.25
    assert skeleton.notes
    assert np.isfinite(skeleton.heads).all() and np.isfinite(skeleton.tails).all()
    assert (np.linalg.norm(skeleton.tails - skeleton.heads, axis=1) > 0).all()
    assert within(skeleton, mesh)


def test_a_pose_by_name_places_arms_that_cannot_be_seen() -> None:
    ball = from_trimesh(trimesh.creation.icosphere(3))
    hands = []
    for pose in DROPS:
        skeleton = fit_skeleton(ball, pose=pose)
        hands.append(skeleton.tails[skeleton.names.index("leftHand")][1])
    level, hanging, between = hands
    assert level > between > hanging
    with pytest.raises(ValueError, match="B-pose"):
        fit_skeleton(ball, pose="B-pose")


def test_nothing_can_be_fitted_into_nothing() -> None:
    for mesh in (
        fixtures.empty(),
        Mesh(np.zeros((3, 3), np.float32), np.array([[0, 1, 2]])),
        Mesh(np.full((3, 3), np.nan, np.float32), np.array([[0, 1, 2]])),
    ):
        with pytest.raises(MeshError, match=r"face|extent"):
            fit_skeleton(mesh)


# --- keypoints ------------------------------------------------------------------------------

SEEN = {
    "shoulder": "UpperArm", "elbow": "LowerArm", "wrist": "Hand",
    "hip": "UpperLeg", "knee": "LowerLeg", "ankle": "Foot",
}  # fmt: skip


def openpose(someone: Humanoid, camera: Camera) -> str:
    rows = np.zeros((18, 3))
    for side in ("left", "right"):
        for part, bone in SEEN.items():
            x, y, _ = camera.project(someone.joints[side + bone][None])[0]
            rows[JOINTS.index(f"{side}_{part}")] = (x, y, 1)
    frame = {
        "canvas_width": camera.width,
        "canvas_height": camera.height,
        "people": [{"pose_keypoints_2d": rows.ravel().tolist()}],
    }
    return json.dumps([frame])


@pytest.mark.parametrize("fov", [None, 30.0])
def test_keypoints_with_their_camera_decide(fov: float | None) -> None:
    someone = person(6)
    mesh = robed(someone)
    (camera,) = rig_around(mesh, ["front"], fov=fov, size=512)
    skeleton = fit_skeleton(mesh, keypoints=openpose(someone, camera), camera=camera)
    at = dict(zip(skeleton.names, skeleton.heads, strict=True))
    for side in ("left", "right"):
        for bone in SEEN.values():
            seen = camera.project(at[side + bone][None])[0, :2]
            meant = camera.project(someone.joints[side + bone][None])[0, :2]
            assert np.abs(seen - meant).max() < 8, side + bone
    assert max(errors(skeleton, someone).values()) <= 0.08
    assert "12 joints placed by keypoints" in skeleton.notes
    assert skeleton.confidence >= 0.9


def test_keypoints_of_a_picture_of_another_size_and_without_a_camera() -> None:
    someone = person(4)
    (camera,) = rig_around(someone.mesh, ["front"], size=256)
    skeleton = fit_skeleton(someone.mesh, keypoints=openpose(someone, camera))
    assert max(errors(skeleton, someone).values()) <= CLOSE
    assert any("without a camera" in note for note in skeleton.notes)


def test_rows_of_coco() -> None:
    someone = person(4)
    (camera,) = rig_around(someone.mesh, ["front"], size=256)
    order = ("shoulder", "elbow", "wrist", "hip", "knee", "ankle")
    rows = np.full((17, 3), np.nan)
    for number, part in enumerate(order):
        for offset, side in enumerate(("left", "right")):
            x, y, _ = camera.project(someone.joints[side + SEEN[part]][None])[0]
            rows[5 + 2 * number + offset] = (x, y, 0.9)
    skeleton = fit_skeleton(someone.mesh, keypoints=rows, camera=camera)
    assert max(errors(skeleton, someone).values()) <= CLOSE


@pytest.mark.parametrize(
    "wrong", ["{", "[]", [[1, 2]], np.zeros((5, 3)), np.zeros((18, 3)), [["a"]], {"people": 1}]
)
def test_keypoints_that_cannot_be_read_are_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        fit_skeleton(person(4).mesh, keypoints=wrong)
