"""What the binding promises: nothing tears, nothing leaks, nothing is left behind."""

from __future__ import annotations

import math
import time
from functools import lru_cache

import numpy as np
import pytest
import trimesh
from avatarforge.forge.mesh.mesh import Mesh, MeshError, joined
from avatarforge.forge.mesh.rig import Rig, checked_rig
from avatarforge.forge.mesh.skeleton import Skeleton, fit_skeleton
from avatarforge.forge.mesh.skin import posed, skin
from avatarforge.forge.mesh.voxels import voxelised
from avatarforge.tests.mesh import fixtures
from avatarforge.tests.mesh.humanoids import Humanoid, humanoid
from numpy.typing import NDArray

Doubles = NDArray[np.float64]


@lru_cache(maxsize=3)
def bound(seed: int, pose: str = "A", cells: int = 90) -> tuple[Humanoid, Skeleton, Rig]:
    someone = humanoid(seed, pose, cells=cells)
    skeleton = fit_skeleton(someone.mesh)
    return someone, skeleton, skin(someone.mesh, skeleton)


def turn(axis: str, degrees: float) -> Doubles:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    if axis == "x":
        return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def stretch(mesh: Mesh, moved: NDArray[np.float32]) -> Doubles:
    """(E,) how much longer the edges became."""
    edges = np.concatenate([mesh.faces[:, pair] for pair in ([0, 1], [1, 2], [2, 0])])
    before = np.linalg.norm(mesh.vertices[edges[:, 0]] - mesh.vertices[edges[:, 1]], axis=1)
    after = np.linalg.norm(moved[edges[:, 0]] - moved[edges[:, 1]], axis=1)
    long_enough = before > 1e-9
    return np.asarray(after[long_enough] / before[long_enough], np.float64)


def dense(rig: Rig) -> Doubles:
    """(N, J)"""
    table = np.zeros((len(rig.joints), rig.bones))
    np.add.at(table, (np.arange(len(table))[:, None], rig.joints.astype(int)), rig.weights)
    return table


def check(rig: Rig, mesh: Mesh) -> None:
    """Everything that holds for every mesh."""
    assert rig.joints.shape == rig.weights.shape == (len(mesh.vertices), 4)
    assert rig.joints.dtype == np.uint16 and rig.weights.dtype == np.float32
    assert np.isfinite(rig.weights).all() and (rig.weights >= 0).all()
    assert np.abs(rig.weights.sum(axis=1) - 1).max() <= 1e-5
    assert (rig.joints[rig.weights == 0] == 0).all()
    checked_rig(rig, len(mesh.vertices))


@pytest.mark.parametrize(("seed", "pose", "cells"), [(0, "A", 90), (1, "T", 90), (3, "T", 60)])
def test_the_pose_pair_stretches_little(seed: int, pose: str, cells: int) -> None:
    someone, _, rig = bound(seed, pose, cells)
    check(rig, someone.mesh)
    for bone, rotation in (("leftUpperLeg", turn("x", -60)), ("leftUpperArm", turn("z", -45))):
        longer = stretch(someone.mesh, posed(someone.mesh, rig, {bone: rotation}))
        assert np.percentile(longer, 99.9) <= 3.0, bone
        assert longer.max() < 8


@pytest.mark.parametrize(("seed", "pose"), [(0, "A"), (1, "T")])
def test_a_leg_does_not_move_the_other(seed: int, pose: str) -> None:
    someone, skeleton, rig = bound(seed, pose)
    weights = dense(rig)
    middle = skeleton.heads[0][0]
    legs = {
        side: [n for n, name in enumerate(rig.names) if name.startswith(side) and "Arm" not in name
               and "Hand" not in name]
        for side in ("left", "right")
    }  # fmt: skip
    for side, other, sign in (("left", "right", 1), ("right", "left", -1)):
        knee = skeleton.heads[rig.names.index(f"{side}LowerLeg")]
        own = (someone.mesh.vertices[:, 1] < knee[1]) & (
            (someone.mesh.vertices[:, 0] - middle) * sign > 0
        )
        assert own.any()
        assert weights[own][:, legs[other]].sum(axis=1).max() <= 0.005


def test_hands_and_feet_follow_their_bones() -> None:
    someone, _, rig = bound(1, "T")
    mesh = someone.mesh
    moved = posed(mesh, rig, {"leftUpperArm": turn("z", -90)})
    hand = mesh.vertices[:, 0] > someone.joints["leftHand"][0] + 0.02 * someone.height
    shoulder = rig.heads[rig.names.index("leftUpperArm")]
    expected = (mesh.vertices[hand] - shoulder) @ turn("z", -90).T + shoulder
    assert np.abs(moved[hand] - expected).max() < 0.02 * someone.height
    far = mesh.vertices[:, 0] < someone.joints["hips"][0]
    assert np.abs(moved[far] - mesh.vertices[far]).max() < 0.01 * someone.height


def test_children_turn_with_their_parents() -> None:
    someone, _, rig = bound(0)
    whole = posed(someone.mesh, rig, {"hips": turn("z", 90)})
    hips = rig.heads[0]
    expected = (someone.mesh.vertices - hips) @ turn("z", 90).T + hips
    assert np.abs(whole - expected).max() < 1e-4
    with pytest.raises(KeyError, match="tail"):
        posed(someone.mesh, rig, {"tail": np.eye(3)})


def test_at_rest_nothing_moves() -> None:
    someone, _, rig = bound(0)
    still = {name: np.eye(3) for name in rig.names}
    assert np.abs(posed(someone.mesh, rig, still) - someone.mesh.vertices).max() <= 1e-5


def test_no_crack_opens_at_a_seam() -> None:
    someone, skeleton, whole = bound(0)
    mesh = someone.mesh
    soup = Mesh(mesh.vertices[mesh.faces].reshape(-1, 3), np.arange(mesh.faces.size).reshape(-1, 3))
    rig = skin(soup, skeleton)
    check(rig, soup)
    assert np.array_equal(rig.joints, whole.joints[mesh.faces.ravel()])
    assert np.allclose(rig.weights, whole.weights[mesh.faces.ravel()], atol=1e-5)
    moved = posed(soup, rig, {"leftUpperLeg": turn("x", -60)})
    order = np.lexsort(soup.vertices.T)
    same = (soup.vertices[order][1:] == soup.vertices[order][:-1]).all(axis=1)
    assert same.any()
    assert (moved[order][1:][same] == moved[order][:-1][same]).all()


def test_a_loose_piece_moves_as_a_whole() -> None:
    someone, _, _ = bound(0)
    ball = trimesh.creation.icosphere(2, 0.04 * someone.height)
    hand = someone.joints["leftHand"] + np.array([0.25, -0.1, 0.0]) * someone.height
    ball.apply_translation(hand)
    mesh = joined(
        [someone.mesh, Mesh(np.asarray(ball.vertices, np.float32), np.asarray(ball.faces))]
    )
    skeleton = fit_skeleton(someone.mesh)
    rig = skin(mesh, skeleton)
    check(rig, mesh)
    own = slice(len(someone.mesh.vertices), None)
    assert set(rig.joints[own, 0]) == {rig.names.index("leftHand")}
    assert (rig.weights[own, 0] == 1).all()
    assert "1 loose pieces bound as a whole to the nearest bone" in rig.notes


def test_pieces_within_the_body_are_bound_with_it() -> None:
    someone, skeleton, _ = bound(0)
    eye = trimesh.creation.icosphere(1, 0.01 * someone.height)
    eye.apply_translation(someone.joints["head"] + (0, 0.05 * someone.height, 0))
    mesh = joined([someone.mesh, Mesh(np.asarray(eye.vertices, np.float32), np.asarray(eye.faces))])
    rig = skin(mesh, skeleton)
    own = dense(rig)[len(someone.mesh.vertices) :]
    assert (own[:, rig.names.index("head")] > 0.8).all()


@pytest.mark.parametrize(
    "thing", ["cube", "triangle", "torus", "open_cylinder", "two_islands", "nonmanifold"]
)
def test_any_mesh_is_bound(thing: str) -> None:
    mesh: Mesh = getattr(fixtures, thing)()
    check(skin(mesh, fit_skeleton(mesh)), mesh)


def test_vertices_that_are_no_numbers_or_in_no_face_keep_their_row() -> None:
    someone, skeleton, _ = bound(0)
    extra = np.array([[np.nan] * 3, someone.joints["leftFoot"]], np.float32)
    mesh = Mesh(
        np.concatenate([someone.mesh.vertices, extra]),
        np.concatenate([someone.mesh.faces, [[0, 1, 10**9]]]),
    )
    rig = skin(mesh, skeleton)
    check(rig, mesh)
    assert rig.names[rig.joints[-1, 0]] in ("leftFoot", "leftLowerLeg")
    with pytest.raises(MeshError, match="no usable faces"):
        skin(fixtures.empty(), skeleton)


def test_fifty_thousand_faces_within_three_seconds() -> None:
    someone = humanoid(1, "T", cells=165)
    assert 45_000 < len(someone.mesh.faces) < 60_000
    skeleton = fit_skeleton(someone.mesh)
    before = time.process_time()
    skin(someone.mesh, skeleton)
    assert time.process_time() - before < 3


# --- cells ----------------------------------------------------------------------------------


def test_the_cells_are_those_inside() -> None:
    someone, _, _ = bound(0)
    voxels = voxelised(someone.mesh)
    every = np.argwhere(np.ones_like(voxels.solid))
    inside = (someone.distance(voxels.centres(every)) < 0).reshape(voxels.solid.shape)
    assert (inside & voxels.solid).sum() / (inside | voxels.solid).sum() > 0.97


def test_bulk_gets_larger_cells_and_pieces_that_overlap_leave_no_hollow() -> None:
    assert voxelised(fixtures.cube()).solid.sum() < 200_000
    pair = [trimesh.creation.box((1, 1, 1)).apply_translation((x, 0, 0)) for x in (0.0, 0.5)]
    mesh = joined([Mesh(np.asarray(b.vertices, np.float32), np.asarray(b.faces)) for b in pair])
    solid = voxelised(mesh, 32).solid
    low, high = np.argwhere(solid).min(axis=0) + 1, np.argwhere(solid).max(axis=0) - 1
    assert solid[low[0] : high[0] + 1, low[1] : high[1] + 1, low[2] : high[2] + 1].all()


def test_the_inside_of_an_open_mesh_is_filled() -> None:
    box = trimesh.creation.box((1, 1, 1)).subdivide_to_size(0.1)
    lid = box.triangles_center[:, 1] > 0.49
    mesh = Mesh(np.asarray(box.vertices, np.float32), np.asarray(box.faces)[~lid])
    voxels = voxelised(mesh, 32)
    assert voxels.notes
    assert voxels.depths(np.zeros((1, 3)))[0] > 0.3


def test_half_a_million_faces_are_fitted_and_bound_in_seconds() -> None:
    mesh = humanoid(0, "T", cells=100).mesh
    while len(mesh.faces) < 500_000:
        points, faces = trimesh.remesh.subdivide(mesh.vertices, mesh.faces)
        mesh = Mesh(np.asarray(points, np.float32), np.asarray(faces, np.int64))
    began = time.process_time()
    rig = skin(mesh, fit_skeleton(mesh))
    assert time.process_time() - began < 40
    check(rig, mesh)
    assert rig.confidence == 1
