"""FBX as ufbx reads it."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace

import numpy as np
import pytest
from avatarforge.forge.mesh.exporting import encoded
from avatarforge.forge.mesh.fbx import write_fbx
from avatarforge.forge.mesh.fbx_binary import FOOTER_MAGIC, MAGIC, Record, document
from avatarforge.forge.mesh.mesh import Mesh, MeshError, weld_map
from avatarforge.forge.mesh.rig import Rig
from avatarforge.tests.mesh import characters, readers
from avatarforge.tests.mesh.readers import Fbx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

MESH = characters.tube()
RIG = characters.bound(MESH)
POSE = {"leftUpperArm": (0.0, 0.0, -45.0), "hips": (0.0, 30.0, 0.0), "leftUpperLeg": (-60.0, 0, 0)}


def read(*files: bytes) -> list[Fbx]:
    """As `ufbx_read`; skipped where the reader cannot be had."""
    pytest.importorskip("ufbx", reason="no ufbx: it is not installed")
    return readers.ufbx_read(*files)


@pytest.fixture(scope="module")
def files() -> list[Fbx]:
    turned = readers.turned_fbx(write_fbx(MESH, RIG), POSE)
    plain = replace(MESH, texture=None, colours=MESH.vertices * 0 + np.float32(0.214))
    return read(write_fbx(MESH, RIG), turned, write_fbx(MESH), write_fbx(plain, picture="jpeg"))


def test_the_file_is_binary_7400_in_centimetres_with_y_up(files: list[Fbx]) -> None:
    for each in files:
        assert each.facts["version"] == 7400
        assert each.facts["warnings"] == []
        assert each.facts["unit"] == 0.01
        assert each.facts["axes"] == [0, 2, 4]  # +x, +y and +z
        assert each.facts["sizes"] == [3]


def test_every_face_is_where_it_was(files: list[Fbx]) -> None:
    for each in (files[0], files[2], files[3]):
        corners = each.arrays["vertices"][each.arrays["faces"]] / 100
        assert np.abs(corners - MESH.corners).max() < 1e-6


def test_the_seam_is_welded(files: list[Fbx]) -> None:
    points = int(weld_map(MESH.vertices).max()) + 1
    assert points < len(MESH.vertices)
    assert len(files[0].arrays["vertices"]) == len(files[2].arrays["vertices"]) == points


def test_texture_coordinates_are_ours_upside_down(files: list[Fbx]) -> None:
    assert MESH.uvs is not None
    expected = MESH.uvs.astype(np.float64)[MESH.faces.ravel()]
    expected[:, 1] = 1.0 - expected[:, 1]
    assert np.array_equal(files[0].arrays["uvs"], expected)


def test_the_picture_is_inside(files: list[Fbx]) -> None:
    assert MESH.texture is not None
    assert files[0].texture == encoded(MESH.texture, "png")
    assert files[0].facts["texture"] == "Character.png"
    assert files[0].facts["uv_set"] == "UVMap"
    assert files[3].texture == b"" and files[3].facts["texture"] is None
    (jpeg,) = read(write_fbx(MESH, picture="jpeg"))
    assert jpeg.texture.startswith(b"\xff\xd8")
    assert jpeg.facts["texture"] == "Character.jpg"


def test_colours_are_srgb_where_there_is_no_picture(files: list[Fbx]) -> None:
    assert "colours" not in files[0].arrays
    assert files[3].arrays["colours"][:, :3] == pytest.approx(0.5, abs=1e-3)
    assert (files[3].arrays["colours"][:, 3] == 1).all()


def test_normals_have_length_one_and_share_the_seam(files: list[Fbx]) -> None:
    normals = files[0].arrays["normals"]
    assert np.linalg.norm(normals, axis=1) == pytest.approx(1.0, abs=1e-6)
    group = weld_map(MESH.vertices)[MESH.faces.ravel()]
    first = np.zeros((group.max() + 1, 3))
    first[group] = normals
    assert np.array_equal(first[group], normals)


def test_hard_edges_stay_hard() -> None:
    # Two faces of a roof, with their own copies of the ridge.
    vertices = np.array([[0, 1, 0], [0, 1, 1], [1, 0, 0], [0, 1, 1], [0, 1, 0], [-1, 0, 0]])
    normals = np.array([[1, 1, 0]] * 3 + [[-1, 1, 0]] * 3) / np.sqrt(2)
    roof = Mesh(
        vertices.astype(np.float32),
        np.array([[0, 1, 2], [3, 4, 5]]),
        normals=normals.astype(np.float32),
    )
    (found,) = read(write_fbx(roof))
    assert len(found.arrays["vertices"]) == 4
    assert found.arrays["normals"] == pytest.approx(normals, abs=1e-6)


def test_the_bones_hang_below_an_armature(files: list[Fbx]) -> None:
    nodes = files[0].facts["nodes"]
    assert nodes["Character"]["parent"] is None and nodes["Armature"]["parent"] is None
    for number, name in enumerate(RIG.names):
        parent = RIG.parents[number]
        assert nodes[name]["parent"] == ("Armature" if parent < 0 else RIG.names[parent])
        assert nodes[name]["bone"]
        world = np.array(nodes[name]["world"])
        assert np.abs(world[:, :3] - np.eye(3)).max() == 0
        assert world[:, 3] / 100 == pytest.approx(RIG.heads[number], abs=1e-12)
    assert len(files[0].facts["bones"]) == len(RIG.names)
    assert files[2].facts["bones"] == [] and files[2].facts["skins"] == 0


def test_one_skin_with_a_cluster_for_each_bone_and_a_bind_pose(files: list[Fbx]) -> None:
    facts = files[0].facts
    assert facts["skins"] == 1
    assert facts["clusters"] == list(RIG.names)
    assert facts["most"] == 4
    assert facts["posed"] == [len(RIG.names) + 2]  # the bones, the mesh and the armature
    for number in range(len(RIG.names)):
        bind = files[0].arrays[f"bind{number}"]
        assert bind[:, 3] / 100 == pytest.approx(-RIG.heads[number], abs=1e-12)


def dense(found: Fbx, bones: int) -> NDArray[np.float64]:
    """(points, bones) of the clusters' weights."""
    weights = np.zeros((len(found.arrays["vertices"]), bones))
    for bone in range(bones):
        weights[found.arrays[f"moved{bone}"], bone] = found.arrays[f"weights{bone}"]
    return weights


def expected_weights(rig: Rig) -> NDArray[np.float64]:
    weights = np.zeros((len(rig.joints), len(rig.names)))
    for place in range(4):
        rows = np.arange(len(rig.joints))
        np.add.at(weights, (rows, rig.joints[:, place]), rig.weights[:, place])
    return weights


def test_the_weights_are_ours(files: list[Fbx]) -> None:
    weights = dense(files[0], len(RIG.names))
    of_corner = weights[files[0].arrays["faces"].ravel()]
    assert np.abs(of_corner - expected_weights(RIG)[MESH.faces.ravel()]).max() < 1e-6
    assert np.abs(weights.sum(axis=1) - 1).max() < 1e-6


def test_at_rest_the_skin_is_the_mesh(files: list[Fbx]) -> None:
    assert np.abs(files[0].arrays["skinned"] / 100 - MESH.corners.reshape(-1, 3)).max() < 1e-6


def test_posed_by_ufbx_it_stands_as_our_own_skinning_says(files: list[Fbx]) -> None:
    # FBX's order XYZ turns about x first.
    turns = {
        bone: characters.turn(2, angles[2])
        @ characters.turn(1, angles[1])
        @ characters.turn(0, angles[0])
        for bone, angles in POSE.items()
    }
    expected = characters.posed(MESH, RIG, turns)[MESH.faces.ravel()]
    assert np.abs(expected - MESH.corners.reshape(-1, 3)).max() > 0.3
    assert np.abs(files[1].arrays["skinned"] / 100 - expected).max() < 1e-6


def test_the_same_character_is_the_same_file() -> None:
    again = characters.tube()
    assert write_fbx(MESH, RIG) == write_fbx(again, characters.bound(again))
    assert write_fbx(MESH, RIG) != write_fbx(MESH, RIG, name="Other")


def test_the_file_begins_and_ends_as_readers_expect() -> None:
    for length in range(20):  # every place within the footer's padding
        data = document([Record("Creator", ("x" * length,))])
        assert data.startswith(MAGIC + struct.pack("<I", 7400))
        assert data.endswith(FOOTER_MAGIC)
        end, properties, size, name = struct.unpack_from("<IIIB", data, 27)
        assert (properties, size, name) == (1, length + 5, 7)
        assert data[end : end + 13] == bytes(13)
        assert (len(data) - 16 - 120 - 4) % 16 == 0


def test_names_are_made_plain_and_distinct() -> None:
    names = ("K\u00f6rper", "K\u00f6rper ", "Armature", "Character")
    rig = Rig(
        names,
        (-1, 0, 0, 0),
        np.zeros((4, 3)),
        np.ones((4, 3)),
        np.zeros((len(MESH.vertices), 4), np.uint16),
        np.tile(np.array([1, 0, 0, 0], np.float32), (len(MESH.vertices), 1)),
    )
    (found,) = read(write_fbx(MESH, rig))
    assert found.facts["clusters"] == ["K_rper", "K_rper_2", "Armature_2", "Character_2"]
    assert found.facts["warnings"] == []


@st.composite
def _characters(draw: st.DrawFn) -> list[tuple[Mesh, Rig | None]]:
    found: list[tuple[Mesh, Rig | None]] = []
    for _ in range(12):
        mesh = draw(characters.meshes())
        found.append((mesh, draw(st.none() | characters.rigs(len(mesh.vertices)))))
    return found


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(_characters())
def test_any_small_character_comes_back(drawn: list[tuple[Mesh, Rig | None]]) -> None:
    # Several in one example: a process each would take the time.
    written = [write_fbx(mesh, rig) for mesh, rig in drawn]
    for (mesh, rig), data, found in zip(drawn, written, read(*written), strict=True):
        assert data == write_fbx(mesh, rig)
        assert found.facts["warnings"] == []
        corners = found.arrays["vertices"][found.arrays["faces"]] / 100
        assert np.abs(corners - mesh.corners).max() < 1e-6
        if mesh.uvs is not None:
            assert np.abs(
                found.arrays["uvs"] * (1, -1) + (0, 1) - mesh.uvs[mesh.faces.ravel()]
            ).max() < 1e-6  # fmt: skip
        if rig is not None:
            weights = dense(found, len(rig.names))[found.arrays["faces"].ravel()]
            wanted = expected_weights(rig)[mesh.faces.ravel()]
            assert np.abs(weights - wanted).max() < 1e-5
            skinned = found.arrays["skinned"] / 100
            assert np.abs(skinned - mesh.corners.reshape(-1, 3)).max() < 1e-5


@pytest.mark.parametrize(
    ("mesh", "reason"),
    [
        (replace(MESH, faces=MESH.faces[:0]), "no faces"),
        (replace(MESH, faces=MESH.faces + 10**6), "not there"),
        (replace(MESH, vertices=MESH.vertices * np.float32(np.nan)), "finite"),
        (replace(MESH, normals=np.full_like(MESH.vertices, np.inf)), "finite"),
        (replace(MESH, texture=np.zeros((0, 4, 3), np.uint8)), "no pixels"),
    ],
)
def test_a_mesh_that_cannot_be_written_is_refused(mesh: Mesh, reason: str) -> None:
    with pytest.raises(MeshError, match=reason):
        write_fbx(mesh)


@pytest.mark.parametrize(
    ("rig", "reason"),
    [
        (replace(RIG, parents=(1, 0, *RIG.parents[2:])), "ring"),
        (replace(RIG, parents=(99, *RIG.parents[1:])), "parent"),
        (replace(RIG, names=("hips", "hips", *RIG.names[2:])), "name"),
        (replace(RIG, joints=RIG.joints[1:]), "binds"),
        (replace(RIG, joints=RIG.joints + np.uint16(100)), "not there"),
        (replace(RIG, weights=RIG.weights * 0), "no bone"),
        (replace(RIG, weights=-RIG.weights), "negative"),
        (replace(RIG, weights=RIG.weights * np.float32(np.nan)), "finite"),
        (replace(RIG, heads=RIG.heads * np.nan), "heads"),
        (replace(RIG, names=(), parents=()), "0 bones"),
    ],
)
def test_a_rig_that_cannot_be_written_is_refused(rig: Rig, reason: str) -> None:
    with pytest.raises(MeshError, match=reason):
        write_fbx(MESH, rig)


def test_long_arrays_are_compressed() -> None:
    data = document([Record("Vertices", (np.zeros(1000),))])
    count, encoding, size = struct.unpack_from("<III", data, 27 + 13 + 8 + 1)
    assert (count, encoding) == (1000, 1)
    start = 27 + 13 + 8 + 13
    assert zlib.decompress(data[start : start + size]) == bytes(8000)
