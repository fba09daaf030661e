"""Reading a glTF scene: its nodes, and its primitives as one mesh."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .gltf_buffers import (
    COMPRESSION,
    LARGEST_COUNT,
    Buffers,
    numbers,
    row,
    table,
    whole,
)
from .gltf_materials import Materials
from .gltf_primitives import Part, merged, part
from .mesh import Mesh, MeshError

# Extensions without which a file still means what we read of it.
HARMLESS = (
    "KHR_materials_", "KHR_texture_transform", "KHR_mesh_quantization", "KHR_lights_punctual",
    "EXT_texture_webp", "KHR_xmp", "VRM", "VRMC_", "KHR_animation_pointer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Loaded:
    """`notes` are sentences about what the file has and the mesh has not."""

    mesh: Mesh
    notes: tuple[str, ...] = ()


def load(document: dict[str, Any], binary: bytes | None) -> Loaded:
    """The default scene (the first where none is named) as one mesh in world space.

    A skinned mesh stands as its bones do at rest. Raises MeshError with the reason for what
    cannot be read.
    """
    _check(document)
    # What overflows is found where the vertices are looked at.
    with np.errstate(over="ignore", invalid="ignore"):
        reader = _Reader(document, binary)
        parts: list[Part] = []
        total = 0
        for node, mesh in reader.standing():
            for each in reader.parts(node, mesh):
                parts.append(each)
                # A mesh that stands in many places needs little room in the file.
                total += len(each.vertices) + each.faces.size
                if total > LARGEST_COUNT:
                    raise MeshError("the model has too many vertices and faces")
        return Loaded(merged(parts, reader.materials), tuple(reader.materials.notes))


def _check(document: dict[str, Any]) -> None:
    version = table(document.get("asset"), "asset").get("version")
    if not isinstance(version, str) or not version.startswith("2."):
        raise MeshError(f"the glTF document is of version {version!r:.20}; only 2 can be read")
    for name in row(document.get("extensionsRequired"), "extensionsRequired"):
        if name in COMPRESSION:
            raise MeshError(
                f"the model is compressed with {COMPRESSION[name]} ({name}), which cannot be "
                "read; save it without compression"
            )
        if not isinstance(name, str) or not name.startswith(HARMLESS):
            raise MeshError(f"the model needs the extension {name!r:.60}, which cannot be read")


class _Reader:
    def __init__(self, document: dict[str, Any], binary: bytes | None) -> None:
        self.document = document
        self.buffers = Buffers(document, binary)
        self.materials = Materials(document, self.buffers)
        self.nodes = [
            table(each, f"node {number}")
            for number, each in enumerate(row(document.get("nodes"), "nodes"))
        ]
        self.worlds = self._worlds()

    def _children(self, number: int) -> list[int]:
        what = f"node {number}'s children"
        children = row(self.nodes[number].get("children"), what)
        return [whole(each, what, below=len(self.nodes)) for each in children]

    def _worlds(self) -> list[NDArray[np.float64]]:
        """(4, 4) of every node, for column vectors."""
        parents = [-1] * len(self.nodes)
        for number in range(len(self.nodes)):
            for child in self._children(number):
                if parents[child] >= 0 or child == number:
                    raise MeshError(f"node {child} of the glTF document has several parents")
                parents[child] = number
        worlds: dict[int, NDArray[np.float64]] = {}
        waiting = [number for number, parent in enumerate(parents) if parent < 0]
        while waiting:
            number = waiting.pop()
            local = _local(self.nodes[number], f"node {number}")
            parent = parents[number]
            worlds[number] = local if parent < 0 else worlds[parent] @ local
            waiting.extend(self._children(number))
        if len(worlds) < len(self.nodes):
            raise MeshError("the nodes of the glTF document form a ring")
        return [worlds[number] for number in range(len(self.nodes))]

    def standing(self) -> Iterator[tuple[int, int]]:
        """The nodes of the scene that have a mesh, with its number."""
        scenes = row(self.document.get("scenes"), "scenes")
        if scenes:
            chosen = whole(self.document.get("scene", 0), "scene", below=len(scenes))
            roots = row(table(scenes[chosen], f"scene {chosen}").get("nodes"), "a scene's nodes")
            waiting = [whole(each, "a scene's node", below=len(self.nodes)) for each in roots]
            waiting.reverse()
        else:  # a library of things; all of them
            inside = {child for each in range(len(self.nodes)) for child in self._children(each)}
            waiting = [each for each in reversed(range(len(self.nodes))) if each not in inside]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number in seen:
                raise MeshError(f"node {number} of the glTF document is in the scene twice")
            seen.add(number)
            waiting.extend(reversed(self._children(number)))
            if "EXT_mesh_gpu_instancing" in table(self.nodes[number].get("extensions"), "a node"):
                self.materials.note("Instances (EXT_mesh_gpu_instancing) are read once each")
            if "mesh" in self.nodes[number]:
                meshes = row(self.document.get("meshes"), "meshes")
                mesh = whole(self.nodes[number]["mesh"], f"node {number}'s mesh", below=len(meshes))
                yield number, mesh

    def parts(self, node: int, mesh: int) -> Iterator[Part]:
        entry = table(row(self.document.get("meshes"), "meshes")[mesh], f"mesh {mesh}")
        primitives = row(entry.get("primitives"), f"mesh {mesh}'s primitives")
        skin = self.nodes[node].get("skin")
        binding = None if skin is None else self._binding(skin)
        for number, primitive in enumerate(primitives):
            what = f"primitive {number} of mesh {mesh}"
            made = part(
                table(primitive, what), what, self.buffers, self.materials,
                self.worlds[node], binding,
            )  # fmt: skip
            if made is not None:
                yield made

    def _binding(self, number: Any) -> NDArray[np.float64]:
        """(J, 4, 4) from the mesh's space to the world, for each joint of a skin at rest."""
        skins = row(self.document.get("skins"), "skins")
        what = f"skin {number!r:.20}"
        entry = table(skins[whole(number, what, below=len(skins))], what)
        joints = [
            whole(each, f"{what}'s joint", below=len(self.nodes))
            for each in row(entry.get("joints"), f"{what}'s joints")
        ]
        if not joints:
            raise MeshError(f"{what} of the glTF document has no joints")
        self.materials.note("The bones are left out; the mesh stands as they do at rest")
        worlds = np.stack([self.worlds[each] for each in joints])
        if "inverseBindMatrices" not in entry:
            return worlds
        inverse = self.buffers.array(entry["inverseBindMatrices"], "MAT4").astype(np.float64)
        if len(inverse) < len(joints):
            raise MeshError(f"{what} has {len(joints)} joints and {len(inverse)} bind matrices")
        by_columns = inverse[: len(joints)].reshape(-1, 4, 4)
        return np.asarray(worlds @ by_columns.transpose(0, 2, 1))


def _local(node: dict[str, Any], what: str) -> NDArray[np.float64]:
    """(4, 4) of a node in its parent's space."""
    if "matrix" in node:
        return numbers(node["matrix"], 16, f"{what}'s matrix").reshape(4, 4).T
    matrix = np.eye(4)
    if "rotation" in node:
        matrix[:3, :3] = _rotation(numbers(node["rotation"], 4, f"{what}'s rotation"), what)
    if "scale" in node:
        matrix[:3, :3] *= numbers(node["scale"], 3, f"{what}'s scale")
    if "translation" in node:
        matrix[:3, 3] = numbers(node["translation"], 3, f"{what}'s translation")
    return matrix


def _rotation(quaternion: NDArray[np.float64], what: str) -> NDArray[np.float64]:
    """(3, 3) of x, y, z, w."""
    length = float(np.linalg.norm(quaternion))
    if not 0 < length < np.inf:
        raise MeshError(f"{what} of the glTF document has a rotation that is none")
    x, y, z, w = quaternion / length
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )
