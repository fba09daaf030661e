"""GLB files: a character out, with its bones and its picture, and any mesh in."""

from __future__ import annotations

from typing import Any

import numpy as np

from . import gltf_container
from .exporting import PictureFormat, encoded, is_textured, prepared
from .gltf_document import INDICES, VERTICES, Document
from .gltf_scene import Loaded, load
from .mesh import Mesh, MeshError
from .rig import Rig, inverse_bind_matrices, rest_offsets
from .vrm import VrmMeta, vrm_extension, vrm_problems

__all__ = ["Loaded", "VrmMeta", "load_glb", "read_glb", "write_glb"]

ARMATURE = "Armature"
# glTF's numbers, which are OpenGL's.
LINEAR, LINEAR_MIPMAP_LINEAR, REPEAT = 9729, 9987, 10497
# The largest value of an index type restarts a primitive, so no vertex may have it.
LARGEST_SHORT = 65534
ROUGHNESS = 0.9


def write_glb(
    mesh: Mesh,
    rig: Rig | None = None,
    *,
    vrm: VrmMeta | None = None,
    name: str = "Character",
    picture: PictureFormat = "png",
) -> bytes:
    """The file, in metres, y up, facing +z; the same bytes for the same arguments.

    The picture is the base colour; a mesh without one is written with its vertex colours.
    (With both only the picture: readers would multiply them.) With `vrm` the file is a VRM
    1.0 avatar as well, and its name should end in .vrm.

    Raises MeshError with the reason for what cannot be written, and where VRM's rules do not
    hold (`vrm_problems` tells that beforehand).
    """
    mesh, rig = prepared(mesh, rig)
    if vrm is not None:
        if rig is None:
            raise MeshError("a VRM avatar needs bones")
        problems = vrm_problems(rig, vrm)
        if problems:
            raise MeshError("this is no VRM avatar: " + "; ".join(problems))
    document = Document()
    # A skinned mesh stands at the root: a transform above it would mean nothing.
    node: dict[str, Any] = {"name": name, "mesh": _mesh(document, mesh, rig, name, picture)}
    if rig is None:
        document.add("scenes", nodes=[document.add("nodes", **node)])
        return gltf_container.pack(*document.finished())
    body = document.add("nodes", **node, skin=0)
    first = body + 2
    armature = document.add(
        "nodes", name=ARMATURE, children=[first + each for each in rig.children(-1)]
    )
    for each, offset in enumerate(rest_offsets(rig)):
        document.add(
            "nodes",
            name=rig.names[each],
            children=[first + child for child in rig.children(each)] or None,
            translation=offset.tolist() if offset.any() else None,
        )
    document.add(
        "skins",
        name=name,
        inverseBindMatrices=document.accessor(inverse_bind_matrices(rig).astype(np.float32)),
        joints=list(range(first, first + rig.bones)),
    )
    document.add("scenes", nodes=[body, armature])
    if vrm is not None:
        document.extend("VRMC_vrm", vrm_extension(rig, vrm, first))
    return gltf_container.pack(*document.finished())


def _mesh(
    document: Document, mesh: Mesh, rig: Rig | None, name: str, picture: PictureFormat
) -> int:
    assert mesh.normals is not None  # `prepared` makes them
    attributes = {
        "POSITION": document.accessor(mesh.vertices, VERTICES, bounds=True),
        "NORMAL": document.accessor(mesh.normals, VERTICES),
    }
    if mesh.uvs is not None:
        attributes["TEXCOORD_0"] = document.accessor(mesh.uvs, VERTICES)
    if mesh.colours is not None and not is_textured(mesh):
        colours = np.clip(mesh.colours, 0.0, 1.0).astype(np.float32)
        attributes["COLOR_0"] = document.accessor(colours, VERTICES)
    if rig is not None:
        narrow = np.uint8 if rig.bones <= 256 else np.uint16
        attributes["JOINTS_0"] = document.accessor(rig.joints.astype(narrow), VERTICES)
        attributes["WEIGHTS_0"] = document.accessor(np.asarray(rig.weights, np.float32), VERTICES)
    short = len(mesh.vertices) - 1 <= LARGEST_SHORT
    indices = mesh.faces.ravel().astype(np.uint16 if short else np.uint32)
    primitive = {
        "attributes": attributes,
        "indices": document.accessor(indices, INDICES),
        "material": _material(document, mesh, name, picture),
        "mode": 4,
    }
    return document.add("meshes", name=name, primitives=[primitive])


def _material(document: Document, mesh: Mesh, name: str, picture: PictureFormat) -> int:
    surface: dict[str, Any] = {"metallicFactor": 0.0, "roughnessFactor": ROUGHNESS}
    if is_textured(mesh):
        assert mesh.texture is not None
        image = document.add(
            "images",
            name=name,
            mimeType=f"image/{picture}",
            bufferView=document.view(encoded(mesh.texture, picture)),
        )
        sampler = document.add(
            "samplers",
            magFilter=LINEAR,
            minFilter=LINEAR_MIPMAP_LINEAR,
            wrapS=REPEAT,
            wrapT=REPEAT,
        )
        texture = document.add("textures", sampler=sampler, source=image)
        surface["baseColorTexture"] = {"index": texture}
    # Generated meshes are not always closed; an open one seen from within would be gone.
    return document.add("materials", name=name, pbrMetallicRoughness=surface, doubleSided=True)


def load_glb(data: bytes) -> Loaded:
    """What a GLB file, or a .gltf file with its data inside it, shows, and what was left out.

    Raises MeshError with the reason for what cannot be read.
    """
    return load(*gltf_container.unpack(data))


def read_glb(data: bytes) -> Mesh:
    """As `load_glb`, without its notes."""
    return load_glb(data).mesh
