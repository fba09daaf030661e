"""Readers that are not ours, and what they find in a file, as arrays.

ufbx runs in a process of its own, which is this file run as a program: it is a C library that
takes its process with it when it fails.
"""

from __future__ import annotations

import ctypes
import io
import json
import struct
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

TIME_LIMIT = 60


@dataclass(frozen=True)
class Fbx:
    """What ufbx finds: `facts` is JSON, `arrays` by name, `texture` the picture's file."""

    facts: dict[str, Any]
    arrays: dict[str, NDArray[Any]]
    texture: bytes


def ufbx_read(*files: bytes) -> list[Fbx]:
    """All of these files, read in one process; fails with ufbx's message where it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(files):
            (Path(folder) / f"{number}.fbx").write_bytes(data)
        done = subprocess.run(
            (sys.executable, __file__, folder, str(len(files))),
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT,
        )
        assert done.returncode == 0, done.stderr
        return [_found(Path(folder), number) for number in range(len(files))]


def _found(folder: Path, number: int) -> Fbx:
    with np.load(folder / f"{number}.npz") as arrays:
        return Fbx(
            json.loads((folder / f"{number}.json").read_text("utf-8")),
            {name: arrays[name] for name in arrays.files},
            (folder / f"{number}.bin").read_bytes(),
        )


def turned_fbx(data: bytes, degrees: dict[str, tuple[float, float, float]]) -> bytes:
    """The file with these bones' "Lcl Rotation" changed, about x, y and z."""
    changed = bytearray(data)
    for bone, angles in degrees.items():
        name = bone.encode() + b"\0\1Model"
        # The second time it is the property's type; then come a label and its flags.
        at = data.index(b"Lcl Rotation", data.index(b"Lcl Rotation", data.index(name)) + 1)
        at += len(b"Lcl Rotation") + 5 + 6
        for place, angle in enumerate(angles):
            start = at + 9 * place
            assert data[start : start + 1] == b"D"
            struct.pack_into("<d", changed, start + 1, angle)
    return bytes(changed)


def gltf_array(gltf: Any, number: int) -> NDArray[Any]:
    """(count, width) of an accessor of a pygltflib.GLTF2; a scalar's width is 1."""
    accessor = gltf.accessors[number]
    view = gltf.bufferViews[accessor.bufferView]
    dtype = {5121: "<u1", 5123: "<u2", 5125: "<u4", 5126: "<f4"}[accessor.componentType]
    width = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}[accessor.type]
    assert view.byteStride is None
    start = (view.byteOffset or 0) + (accessor.byteOffset or 0)
    assert start % 4 == 0
    blob = gltf.binary_blob()
    values = np.frombuffer(blob, dtype, accessor.count * width, start)
    return values.reshape(accessor.count, width)


def gltf_texture(gltf: Any) -> bytes:
    view = gltf.bufferViews[gltf.images[0].bufferView]
    blob: bytes = gltf.binary_blob()
    return blob[view.byteOffset : view.byteOffset + view.byteLength]


def glb_parts(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The document and the buffer of a GLB file."""
    length = struct.unpack_from("<I", data, 12)[0]
    return json.loads(data[20 : 20 + length]), data[20 + length + 8 :]


def glb_of(document: dict[str, Any], buffer: bytes) -> bytes:
    """A GLB file of a document that may be wrong."""
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    out = io.BytesIO()
    out.write(struct.pack("<4sII", b"glTF", 2, 28 + len(text) + len(buffer)))
    out.write(struct.pack("<II", len(text), 0x4E4F534A) + text)
    out.write(struct.pack("<II", len(buffer), 0x004E4942) + buffer)
    return out.getvalue()


def triangle(**changes: Any) -> tuple[dict[str, Any], bytes]:
    """A document of one triangle, and its buffer: positions, then short indices."""
    buffer = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], "<f4").tobytes()
    buffer += np.array([0, 1, 2, 0], "<u2").tobytes()
    document: dict[str, Any] = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1}]}],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"},
            {"bufferView": 1, "componentType": 5123, "count": 3, "type": "SCALAR"},
        ],
        "bufferViews": [
            {"buffer": 0, "byteLength": 36},
            {"buffer": 0, "byteOffset": 36, "byteLength": 8},
        ],
        "buffers": [{"byteLength": len(buffer)}],
    }
    document.update(changes)
    return document, buffer


def _matrix(columns: Any) -> list[list[float]]:
    """(3, 4) of ufbx's four columns."""
    return np.array([list(column) for column in columns]).T.tolist()  # type: ignore[no-any-return]


def _corners(attribute: Any) -> NDArray[np.float64]:
    values = np.array([list(each) for each in attribute.values])
    return values[np.array(list(attribute.indices), np.int64)]


def kept(element: Any) -> Any:
    """The same, never freed: ufbx 0.0.5 gives an object away twice and counts it once."""
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(element))
    return element


def _dump(folder: Path, number: int) -> None:
    import ufbx

    # Strict: what ufbx would repair silently is refused.
    scene = ufbx.load_file(str(folder / f"{number}.fbx"), strict=True, evaluate_skinning=True)
    kept(scene)
    mesh = kept(scene.meshes[0])
    nodes = [kept(node) for node in scene.nodes]
    arrays = {
        "vertices": np.array([list(each) for each in mesh.vertices]),
        "faces": np.array(list(mesh.vertex_indices), np.int64).reshape(-1, 3),
        "normals": _corners(mesh.vertex_normal),
        "skinned": _corners(mesh.skinned_position),
    }
    if mesh.vertex_uv.exists:
        arrays["uvs"] = _corners(mesh.vertex_uv)
    if mesh.vertex_color.exists:
        arrays["colours"] = _corners(mesh.vertex_color)
    clusters = []
    for skin in map(kept, mesh.skin_deformers):
        for cluster in skin.clusters:
            clusters.append(kept(kept(cluster).bone_node).name)
            place = len(clusters) - 1
            arrays[f"moved{place}"] = np.array(list(cluster.vertices), np.int64)
            arrays[f"weights{place}"] = np.array(list(cluster.weights), np.float64)
            arrays[f"bind{place}"] = np.array(_matrix(cluster.geometry_to_bone))
    texture = kept(kept(mesh.materials[0]).fbx.diffuse_color.texture)
    facts = {
        "version": scene.metadata.version,
        "creator": scene.metadata.creator,
        "warnings": [each.description for each in scene.metadata.warnings],
        "unit": scene.settings.unit_meters,
        "axes": [int(each) for each in scene.settings.axes],
        "sizes": sorted({face.num_indices for face in mesh.faces}),
        "skins": len(mesh.skin_deformers),
        "clusters": clusters,
        "most": max((kept(each).max_weights_per_vertex for each in mesh.skin_deformers), default=0),
        "nodes": {
            node.name: {
                "parent": None if parent.is_root else parent.name,
                "world": _matrix(node.node_to_world),
                "bone": kept(node.bone) is not None,
            }
            for node, parent in ((node, kept(node.parent)) for node in nodes if not node.is_root)
        },
        "bones": [node.name for node in nodes if kept(node.bone) is not None],
        "posed": [len(pose.bone_poses) for pose in map(kept, scene.poses) if pose.is_bind_pose],
        "texture": texture.relative_filename if texture else None,
        "uv_set": texture.uv_set if texture else None,
    }
    (folder / f"{number}.json").write_text(json.dumps(facts), "utf-8")
    (folder / f"{number}.bin").write_bytes(texture.content if texture else b"")
    np.savez(folder / f"{number}.npz", allow_pickle=False, **arrays)


if __name__ == "__main__":
    for each in range(int(sys.argv[2])):
        _dump(Path(sys.argv[1]), each)
