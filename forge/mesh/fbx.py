"""A character as an FBX file: binary 7400, its picture inside it."""

from __future__ import annotations

import numpy as np

from .exporting import PictureFormat, distinct, encoded, is_textured, plain, prepared
from .fbx_binary import document
from .fbx_geometry import CENTIMETRES, Weld, clusters, geometry
from .fbx_scene import Scene
from .mesh import Mesh
from .rig import Rig, parents_first, rest_offsets

# Blender makes no armature without a node of this kind above the bones, and Unreal leaves
# one of this name out of the skeleton.
ARMATURE = "Armature"
SCENE_ROOT = 0


def write_fbx(
    mesh: Mesh,
    rig: Rig | None = None,
    *,
    name: str = "Character",
    picture: PictureFormat = "png",
) -> bytes:
    """The file, in centimetres, y up, facing +z; the same bytes for the same arguments.

    `mesh` is in metres. Its picture becomes the material's colour; where it has none, its
    vertex colours are written. With a rig there are a Null "Armature" with the bones below
    it, a skin with one cluster for each bone, and a bind pose. Names are made ASCII, and
    distinct where they were not.

    Raises MeshError for a mesh or rig that cannot be written, with the reason.
    """
    mesh, rig = prepared(mesh, rig)
    title = plain(name)
    taken = [ARMATURE, title]
    bones = [] if rig is None else list(distinct(map(plain, rig.names), taken))
    scene = Scene()
    weld = Weld(mesh, rig)

    model = scene.model("Mesh", title, SCENE_ROOT)
    shape = scene.number()
    geometry(scene.objects, shape, title, mesh, weld)
    scene.connect(shape, model)
    material = scene.material(title, model)
    if is_textured(mesh):
        assert mesh.texture is not None
        extension = "png" if picture == "png" else "jpg"
        content = encoded(mesh.texture, picture)
        scene.texture(title, f"{title}.{extension}", content, material)
    if rig is not None:
        _bind(scene, model, shape, title, rig, bones, weld)
    return document(scene.records())


def _bind(
    scene: Scene, model: int, shape: int, title: str, rig: Rig, bones: list[str], weld: Weld
) -> None:
    armature = scene.model("Null", ARMATURE, SCENE_ROOT)
    scene.attribute("Null", ARMATURE, "Null", armature, 100.0)
    lengths = np.linalg.norm(np.asarray(rig.tails) - np.asarray(rig.heads), axis=1)
    offsets = rest_offsets(rig)
    nodes = [0] * rig.bones
    for each in parents_first(rig):
        parent = rig.parents[each]
        above = armature if parent < 0 else nodes[parent]
        nodes[each] = scene.model("LimbNode", bones[each], above, offsets[each])
        size = float(lengths[each]) * CENTIMETRES
        scene.attribute("LimbNode", bones[each], "Skeleton", nodes[each], size)

    skin = scene.skin(title, shape)
    for bone, node, head, (points, weights) in zip(
        bones, nodes, rig.heads, clusters(rig, weld), strict=True
    ):
        scene.cluster(bone, skin, node, points, weights, head)
    origin = np.zeros(3)
    standing = [(model, origin), (armature, origin)]
    scene.bind_pose(title, [*standing, *zip(nodes, rig.heads, strict=True)])
