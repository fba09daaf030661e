"""GLB as pygltflib and trimesh read it, and as we read what others write."""

from __future__ import annotations

import base64
import importlib
import io
import json
import struct
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh
from avatarforge.forge.mesh.exporting import encoded
from avatarforge.forge.mesh.glb import load_glb, read_glb, write_glb
from avatarforge.forge.mesh.mesh import Mesh
from avatarforge.forge.mesh.rig import Rig, inverse_bind_matrices
from avatarforge.tests.mesh import characters
from avatarforge.tests.mesh.readers import glb_of, glb_parts, gltf_array, gltf_texture, triangle
from hypothesis import given, settings
from hypothesis import strategies as st

MESH = characters.tube()
RIG = characters.bound(MESH)
pygltflib = importlib.import_module("pygltflib")  # it has no types
CHECK = """
const validator = require('gltf-validator');
validator.validateBytes(new Uint8Array(require('fs').readFileSync(process.argv[1])))
  .then((report) => console.log(JSON.stringify(report.issues)));
"""


def opened(data: bytes) -> Any:
    return pygltflib.GLTF2().load_from_bytes(data)


def exported(scene: trimesh.Scene | trimesh.Trimesh) -> bytes:
    data = scene.export(file_type="glb")
    assert isinstance(data, bytes)
    return data


def attribute(gltf: Any, name: str) -> Any:
    return gltf_array(gltf, getattr(gltf.meshes[0].primitives[0].attributes, name))


# --- What we write -------------------------------------------------------------------------


def test_pygltflib_finds_the_mesh_as_it_was() -> None:
    gltf = opened(write_glb(MESH, RIG))
    assert gltf.asset.version == "2.0" and gltf.asset.generator == "AvatarForge"
    assert MESH.uvs is not None and MESH.texture is not None
    assert np.array_equal(attribute(gltf, "POSITION"), MESH.vertices)
    assert np.array_equal(attribute(gltf, "TEXCOORD_0"), MESH.uvs)
    indices = gltf_array(gltf, gltf.meshes[0].primitives[0].indices)
    assert np.array_equal(indices.reshape(-1, 3), MESH.faces)
    position = gltf.accessors[gltf.meshes[0].primitives[0].attributes.POSITION]
    assert position.min == MESH.vertices.min(axis=0).tolist()
    assert position.max == MESH.vertices.max(axis=0).tolist()
    normals = attribute(gltf, "NORMAL")
    assert np.linalg.norm(normals, axis=1) == pytest.approx(1.0, abs=1e-6)
    assert gltf_texture(gltf) == encoded(MESH.texture, "png")


def test_pygltflib_finds_the_skin() -> None:
    gltf = opened(write_glb(MESH, RIG))
    skin = gltf.skins[0]
    names = [gltf.nodes[joint].name for joint in skin.joints]
    assert tuple(names) == RIG.names
    matrices = gltf_array(gltf, skin.inverseBindMatrices).reshape(-1, 4, 4).transpose(0, 2, 1)
    assert matrices == pytest.approx(inverse_bind_matrices(RIG), abs=1e-6)
    weights, joints = attribute(gltf, "WEIGHTS_0"), attribute(gltf, "JOINTS_0")
    assert np.abs(weights.astype(np.float64).sum(axis=1) - 1).max() < 1e-6
    assert weights == pytest.approx(RIG.weights, abs=1e-6)
    assert np.array_equal(joints, np.where(weights > 0, RIG.joints, 0))
    worlds: dict[int, Any] = {}

    def place(node: int, above: Any) -> None:
        worlds[node] = above + np.array(gltf.nodes[node].translation or (0, 0, 0))
        for child in gltf.nodes[node].children or ():
            place(child, worlds[node])

    for root in gltf.scenes[0].nodes:
        place(root, np.zeros(3))
    found = np.array([worlds[joint] for joint in skin.joints])
    assert found == pytest.approx(RIG.heads, abs=1e-12)
    body = next(node for node in gltf.nodes if node.mesh is not None)
    assert body.skin == 0 and gltf.nodes.index(body) in gltf.scenes[0].nodes


def test_trimesh_finds_the_texture_where_it_was() -> None:
    scene = trimesh.load_scene(io.BytesIO(write_glb(MESH)), file_type="glb", process=False)
    (found,) = scene.geometry.values()
    assert MESH.uvs is not None and MESH.texture is not None
    assert np.array_equal(found.vertices, MESH.vertices)
    assert np.array_equal(found.faces, MESH.faces)
    upwards = MESH.uvs.astype(np.float64) * (1, -1) + (0, 1)  # trimesh's v points up
    assert found.visual.uv == pytest.approx(upwards, abs=1e-6)
    image = found.visual.material.baseColorTexture
    assert np.array_equal(np.asarray(image.convert("RGB")), MESH.texture)


@pytest.mark.parametrize("rig", [None, RIG])
@pytest.mark.parametrize("picture", ["png", "jpeg"])
def test_khronos_validator_finds_nothing_wrong(
    tmp_path: Path, rig: Rig | None, picture: Any
) -> None:
    file = tmp_path / "a.glb"
    texture = np.ascontiguousarray(np.resize(characters.picture(), (16, 32, 3)))
    file.write_bytes(write_glb(replace(MESH, texture=texture), rig, picture=picture))
    try:
        done = subprocess.run(
            ("node", "-e", CHECK, str(file)), capture_output=True, text=True, timeout=60
        )
    except FileNotFoundError:
        pytest.skip("no gltf-validator: Node.js is not installed")
    if "Cannot find module" in done.stderr:
        pytest.skip("no gltf-validator: the npm package is not on NODE_PATH")
    assert json.loads(done.stdout)["messages"] == []


def test_everything_in_the_buffer_is_aligned() -> None:
    data = write_glb(MESH, RIG)
    document, buffer = glb_parts(data)
    assert len(data) % 4 == 0
    assert struct.unpack_from("<I", data, 8)[0] == len(data)
    for view in document["bufferViews"]:
        assert view["byteOffset"] % 4 == 0
        assert view["byteOffset"] + view["byteLength"] <= len(buffer)


def test_the_same_character_is_the_same_file() -> None:
    again = characters.tube()
    assert write_glb(MESH, RIG) == write_glb(again, characters.bound(again))


def test_a_large_mesh_has_wide_indices_and_many_bones_wide_joints() -> None:
    count = 65535
    vertices = np.random.default_rng(1).random((count + 1, 3)).astype(np.float32)
    faces = np.array([[0, 1, count]])
    for used, kind in ((vertices, 5125), (vertices[:-1], 5123)):
        gltf = opened(write_glb(Mesh(used, faces.clip(max=len(used) - 1))))
        assert gltf.accessors[gltf.meshes[0].primitives[0].indices].componentType == kind
    for bones, kind in ((256, 5121), (257, 5123)):
        rig = Rig(
            tuple(f"bone{each}" for each in range(bones)),
            tuple(range(-1, bones - 1)),
            np.zeros((bones, 3)),
            np.ones((bones, 3)),
            np.full((len(MESH.vertices), 4), bones - 1, np.uint16),
            np.full((len(MESH.vertices), 4), 0.25, np.float32),
        )
        gltf = opened(write_glb(MESH, rig))
        joints = gltf.accessors[gltf.meshes[0].primitives[0].attributes.JOINTS_0]
        assert joints.componentType == kind


def test_colours_stand_in_for_a_missing_picture_only() -> None:
    colours = np.linspace(0, 1, MESH.vertices.size).reshape(-1, 3).astype(np.float32)
    both = opened(write_glb(replace(MESH, colours=colours)))
    assert both.meshes[0].primitives[0].attributes.COLOR_0 is None
    only = opened(write_glb(replace(MESH, colours=colours, texture=None)))
    assert np.array_equal(attribute(only, "COLOR_0"), colours)
    assert not only.images


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_small_character_comes_back(data: st.DataObject) -> None:
    mesh = data.draw(characters.meshes())
    rig = data.draw(st.none() | characters.rigs(len(mesh.vertices)))
    written = write_glb(mesh, rig)
    assert written == write_glb(mesh, rig)
    found = read_glb(written)
    assert np.array_equal(found.faces, mesh.faces)
    assert np.abs(found.vertices - mesh.vertices).max() < 2e-6
    assert (found.uvs is None) == (mesh.uvs is None)
    if mesh.uvs is not None and found.uvs is not None:
        assert np.array_equal(found.uvs, mesh.uvs)
    if mesh.uvs is not None and mesh.texture is not None:
        assert found.texture is not None and np.array_equal(found.texture, mesh.texture)
    elif mesh.colours is not None:
        assert found.colours is not None and np.array_equal(found.colours, mesh.colours)
    gltf = opened(written)
    assert np.array_equal(attribute(gltf, "POSITION"), mesh.vertices)
    assert len(gltf.skins or ()) == (0 if rig is None else 1)


# --- What others write ---------------------------------------------------------------------


def test_trimeshs_scene_is_read_in_world_space() -> None:
    scene = trimesh.Scene()
    mirror = np.diag([-2.0, 1.0, 1.0, 1.0])
    mirror[:3, 3] = (1, 2, 3)
    turn = trimesh.transformations.rotation_matrix(0.7, (1, 2, 3), (0.5, 0, 0))
    parts = [
        (trimesh.creation.box((1, 2, 3)), mirror),
        (trimesh.creation.icosphere(subdivisions=1), turn),
    ]
    for part, matrix in parts:
        part.visual = trimesh.visual.ColorVisuals(part)
        scene.add_geometry(part, transform=matrix)
    found = read_glb(exported(scene))
    expected = [trimesh.transform_points(part.vertices, matrix) for part, matrix in parts]
    assert found.vertices == pytest.approx(np.concatenate(expected), abs=1e-6)
    outside = trimesh.Trimesh(found.vertices, found.faces, process=False)
    volume = 2 * 6 + parts[1][0].volume
    assert outside.volume == pytest.approx(volume, rel=1e-5)  # the mirror is not inside out


def test_trimeshs_texture_is_read() -> None:
    from PIL import Image

    assert MESH.uvs is not None
    visual = trimesh.visual.TextureVisuals(
        uv=MESH.uvs * (1, -1) + (0, 1), image=Image.fromarray(characters.picture())
    )
    part = trimesh.Trimesh(MESH.vertices, MESH.faces, visual=visual, process=False)
    found = read_glb(exported(part))
    assert found.texture is not None and np.array_equal(found.texture, characters.picture())
    assert found.uvs == pytest.approx(MESH.uvs, abs=1e-6)


def test_a_gltf_with_its_data_inside_is_read() -> None:
    document, buffer = triangle()
    uri = "data:application/octet-stream;base64," + base64.b64encode(buffer).decode()
    document["buffers"][0]["uri"] = uri
    found = read_glb(json.dumps(document).encode())
    assert np.array_equal(found.vertices, [[0, 0, 0], [1, 0, 0], [0, 1, 0]])
    assert np.array_equal(found.faces, [[0, 1, 2]])


def test_nodes_turn_then_move_and_their_children_follow() -> None:
    half = np.sqrt(0.5)
    document, buffer = triangle(
        nodes=[
            {"children": [1], "translation": [0, 0, 5], "scale": [2, 2, 2]},
            {"mesh": 0, "rotation": [0, 0, half, half]},  # a quarter turn about z
        ]
    )
    found = read_glb(glb_of(document, buffer))
    assert found.vertices == pytest.approx(np.array([[0, 0, 5], [0, 2, 5], [-2, 0, 5]]), abs=1e-6)


def test_sparse_accessors_and_strides_are_read() -> None:
    document, buffer = triangle()
    document["bufferViews"] += [
        {"buffer": 0, "byteOffset": 44, "byteLength": 4},
        {"buffer": 0, "byteOffset": 48, "byteLength": 12},
    ]
    document["accessors"][0]["sparse"] = {
        "count": 1,
        "indices": {"bufferView": 2, "componentType": 5121},
        "values": {"bufferView": 3},
    }
    buffer += bytes([2, 0, 0, 0]) + np.array([7, 8, 9], "<f4").tobytes()
    document["buffers"][0]["byteLength"] = len(buffer)
    assert read_glb(glb_of(document, buffer)).vertices[2].tolist() == [7, 8, 9]
    # The same positions sixteen bytes apart.
    apart = np.zeros((3, 4), "<f4")
    apart[:, :3] = np.arange(9).reshape(3, 3)
    document, _ = triangle()
    del document["meshes"][0]["primitives"][0]["indices"]
    document["bufferViews"] = [{"buffer": 0, "byteLength": 48, "byteStride": 16}]
    document["buffers"] = [{"byteLength": 48}]
    found = read_glb(glb_of(document, apart.tobytes()))
    assert np.array_equal(found.vertices, apart[:, :3])


def test_a_skinned_mesh_stands_as_its_bones_do() -> None:
    # As Mixamo's are: centimetres in the mesh, and an armature a hundredth in size.
    document, buffer = triangle()
    start = len(buffer)
    inverse = np.eye(4, dtype="<f4")
    inverse[3, :3] = (0, -100, 0)  # by columns
    buffer += bytes(12) + np.tile(np.array([1, 0, 0, 0], "<f4"), (3, 1)).tobytes()
    buffer += inverse.tobytes()
    document["buffers"][0]["byteLength"] = len(buffer)
    for offset, length in ((0, 12), (12, 48), (60, 64)):
        document["bufferViews"].append(
            {"buffer": 0, "byteOffset": start + offset, "byteLength": length}
        )
    document["accessors"] += [
        {"bufferView": 2, "componentType": 5121, "count": 3, "type": "VEC4"},
        {"bufferView": 3, "componentType": 5126, "count": 3, "type": "VEC4"},
        {"bufferView": 4, "componentType": 5126, "count": 1, "type": "MAT4"},
    ]
    document["meshes"][0]["primitives"][0]["attributes"].update(JOINTS_0=2, WEIGHTS_0=3)
    document["skins"] = [{"joints": [2], "inverseBindMatrices": 4}]
    document["nodes"] = [
        {"mesh": 0, "skin": 0, "translation": [50, 50, 50]},  # which a skin disregards
        {"children": [2], "scale": [0.01, 0.01, 0.01]},
        {"translation": [0, 100, 0]},
    ]
    document["scenes"] = [{"nodes": [0, 1]}]
    loaded = load_glb(glb_of(document, buffer))
    assert loaded.mesh.vertices == pytest.approx(
        np.array([[0, 0, 0], [0.01, 0, 0], [0, 0.01, 0]]), abs=1e-7
    )
    assert any("bones" in note for note in loaded.notes)


def test_what_is_left_out_is_said() -> None:
    document, buffer = triangle()
    document["meshes"][0]["primitives"].append({"attributes": {"POSITION": 0}, "mode": 1})
    document["materials"] = [
        {
            "pbrMetallicRoughness": {
                "baseColorFactor": [0.5, 0.25, 1, 1],
                "baseColorTexture": {
                    "index": 0,
                    "extensions": {"KHR_texture_transform": {"scale": [2, 2]}},
                },
            }
        }
    ]
    document["textures"] = [{"extensions": {"KHR_texture_basisu": {"source": 0}}}]
    document["meshes"][0]["primitives"][0]["material"] = 0
    loaded = load_glb(glb_of(document, buffer))
    assert len(loaded.mesh.faces) == 1
    assert loaded.mesh.colours is not None
    assert loaded.mesh.colours[0].tolist() == [0.5, 0.25, 1.0]
    notes = " ".join(loaded.notes)
    assert "Lines" in notes and "KHR_texture_transform" in notes and "basisu" in notes
