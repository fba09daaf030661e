"""Reading a glTF primitive into world space, and putting the primitives together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .gltf_buffers import COMPRESSION, Buffers, table, whole
from .gltf_materials import WHITE, Materials, Surface
from .mesh import Mesh, MeshError

TRIANGLES = 4
_MODES = ("points", "lines", "line loops", "line strips", "triangles", "triangle strips",
          "triangle fans")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One primitive in world space; arrays as a Mesh's."""

    vertices: NDArray[np.float64]
    faces: NDArray[np.int64]
    normals: NDArray[np.float64] | None
    uvs: NDArray[np.float64] | None
    colours: NDArray[np.float64] | None
    surface: Surface


def part(
    primitive: dict[str, Any],
    what: str,
    buffers: Buffers,
    materials: Materials,
    world: NDArray[np.float64],
    binding: NDArray[np.float64] | None,
) -> Part | None:
    """What a primitive shows; None for points and lines, which have no surface.

    `world` (4, 4) places it, or where there is a `binding` (J, 4, 4) its joints do. Raises
    MeshError with the reason, also for strips and fans.
    """
    for name in table(primitive.get("extensions"), f"{what}'s extensions"):
        if name in COMPRESSION:
            raise MeshError(
                f"the model is compressed with {COMPRESSION[name]} ({name}), which cannot be "
                "read; save it without compression"
            )
    mode = whole(primitive.get("mode", TRIANGLES), f"{what}'s mode", below=len(_MODES))
    if mode > TRIANGLES:
        raise MeshError(
            f"{what} is made of {_MODES[mode]}, which cannot be read; save it as triangles"
        )
    if mode < TRIANGLES:
        materials.note(f"{_MODES[mode].capitalize()} are left out")
        return None
    attributes = table(primitive.get("attributes"), f"{what}'s attributes")
    if "POSITION" not in attributes:
        raise MeshError(f"{what} has no positions")
    positions = buffers.array(attributes["POSITION"], "VEC3").astype(np.float64)
    count = len(positions)

    def attribute(name: str, *kinds: str) -> NDArray[Any] | None:
        if name not in attributes:
            return None
        values = buffers.array(attributes[name], *kinds)
        if len(values) != count:
            raise MeshError(f"{what} has {count} vertices and {len(values)} of {name}")
        return values

    faces = _faces(primitive, what, buffers, count)
    surface = materials.surface(primitive.get("material"))
    normals = attribute("NORMAL", "VEC3")
    uvs = attribute(f"TEXCOORD_{surface.coordinates}", "VEC2")
    if uvs is None and surface.image is None:
        uvs = attribute("TEXCOORD_0", "VEC2")
    colours = attribute("COLOR_0", "VEC3", "VEC4")
    if "targets" in primitive:
        materials.note("Morph targets are left out")
    moves = world[None]
    if binding is not None:
        moves = _blended(
            binding, attribute("JOINTS_0", "VEC4"), attribute("WEIGHTS_0", "VEC4"), what
        )
    vertices = np.einsum("nij,nj->ni", moves[:, :3, :3], positions) + moves[:, :3, 3]
    # float32 is what a Mesh holds.
    if count and not np.abs(vertices).max() < np.finfo(np.float32).max:
        raise MeshError(f"{what} has vertices too far away to be numbers")
    turned = None if normals is None else _turned(moves[:, :3, :3], normals)
    if float(np.linalg.det(moves[0, :3, :3])) < 0:
        faces = faces[:, ::-1]  # a mirror turns the surface inside out
    return Part(
        vertices,
        faces,
        turned,
        None if uvs is None else uvs.astype(np.float64),
        None if colours is None else colours[:, :3].astype(np.float64),
        surface,
    )


def _faces(primitive: dict[str, Any], what: str, buffers: Buffers, count: int) -> NDArray[np.int64]:
    if "indices" in primitive:
        values = buffers.array(primitive["indices"], "SCALAR")
        if values.dtype.kind != "u":
            raise MeshError(f"{what} has indices that are no whole numbers")
        indices = values[:, 0].astype(np.int64)
    else:
        indices = np.arange(count)
    if len(indices) % 3:
        raise MeshError(f"{what} has {len(indices)} indices, which makes no triangles")
    if len(indices) and int(indices.max()) >= count:
        raise MeshError(f"{what} names vertex {int(indices.max())} of {count}")
    return indices.reshape(-1, 3)


def _blended(
    binding: NDArray[np.float64],
    joints: NDArray[Any] | None,
    weights: NDArray[Any] | None,
    what: str,
) -> NDArray[np.float64]:
    """(N, 4, 4): what moves each vertex of a skinned primitive."""
    if joints is None or weights is None or joints.dtype.kind != "u":
        raise MeshError(f"{what} has a skin and no weights for it")
    if len(joints) and int(joints.max()) >= len(binding):
        raise MeshError(f"{what} is bound to joint {int(joints.max())} of {len(binding)}")
    shares = weights.astype(np.float64)
    sums = shares.sum(axis=1, keepdims=True)
    shares = np.divide(shares, sums, out=np.zeros_like(shares), where=sums > 0)
    shares[sums[:, 0] <= 0, 0] = 1.0
    moves = np.zeros((len(joints), 4, 4))
    for place in range(joints.shape[1]):
        moves += shares[:, place, None, None] * binding[joints[:, place]]
    return moves


def _turned(linear: NDArray[np.float64], normals: NDArray[Any]) -> NDArray[np.float64]:
    """Unit normals after a linear map: by its cofactors, which also a flat map has."""
    a, b, c = linear[:, 0], linear[:, 1], linear[:, 2]
    cofactors = np.stack([np.cross(b, c), np.cross(c, a), np.cross(a, b)], axis=1)
    turned = np.einsum("nij,nj->ni", cofactors, normals.astype(np.float64))
    turned *= np.where((a * cofactors[:, 0]).sum(axis=1) < 0, -1.0, 1.0)[:, None]
    length = np.linalg.norm(turned, axis=1, keepdims=True)
    return np.asarray(np.divide(turned, length, out=np.zeros_like(turned), where=length > 0))


def merged(parts: Sequence[Part], materials: Materials) -> Mesh:
    """One mesh of all parts, with the first picture that one of them shows."""
    if not any(len(each.faces) for each in parts):
        raise MeshError("the file shows no triangles")
    images = list(
        dict.fromkeys(
            each.surface.image
            for each in parts
            if each.surface.image is not None and each.uvs is not None
        )
    )
    if len(images) > 1:
        materials.note(
            f"The model has {len(images)} colour textures; the first is used for all of it"
        )
    offsets = np.cumsum([0, *(len(each.vertices) for each in parts)])
    return Mesh(
        vertices=np.concatenate([each.vertices for each in parts]).astype(np.float32),
        faces=np.concatenate([each.faces + at for each, at in zip(parts, offsets, strict=False)]),
        uvs=_uvs(parts, materials),
        normals=_normals(parts, materials),
        colours=_colours(parts),
        texture=materials.picture(images[0]) if images else None,
    )


def _uvs(parts: Sequence[Part], materials: Materials) -> NDArray[np.float32] | None:
    if all(each.uvs is None for each in parts):
        return None
    if any(each.uvs is None for each in parts):
        materials.note("A part has no texture coordinates; it gets the texture's first texel")
    return np.concatenate(
        [np.zeros((len(each.vertices), 2)) if each.uvs is None else each.uvs for each in parts]
    ).astype(np.float32)


def _normals(parts: Sequence[Part], materials: Materials) -> NDArray[np.float32] | None:
    known = [each.normals for each in parts if each.normals is not None]
    if len(known) < len(parts):
        if known:
            materials.note("A part has no normals; those of the others are left out")
        return None
    return np.concatenate(known).astype(np.float32)


def _colours(parts: Sequence[Part]) -> NDArray[np.float32] | None:
    """Vertex colours times the materials' factors; None where all of it is white."""
    if all(each.colours is None and each.surface.factor == WHITE for each in parts):
        return None
    return np.concatenate(
        [
            np.multiply(
                np.ones((len(each.vertices), 3)) if each.colours is None else each.colours,
                each.surface.factor,
            )
            for each in parts
        ]
    ).astype(np.float32)
