"""Meshes, rigs of cameras and skeletons between ComfyUI's values and the product's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .comfy import io, mesh_value

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import torch

    from ..forge.mesh.camera import CameraRig
    from ..forge.mesh.mesh import Mesh

MeshType = io.Custom("MESH")
VoxelType = io.Custom("VOXEL")
CameraRigType = io.Custom("CAMERA_RIG")
SkeletonType = io.Custom("AVATARFORGE_SKELETON")
RigType = io.Custom("AVATARFORGE_RIG")


def to_mesh(value: Any) -> Mesh:
    """The first mesh of a MESH. Of what other packs make that look like one, too.

    Raises MeshError for what is no mesh.
    """
    import numpy as np

    from ..forge.mesh.mesh import Mesh, MeshError

    vertices, faces = getattr(value, "vertices", None), getattr(value, "faces", None)
    if vertices is None or faces is None:
        raise MeshError("this is no mesh: it has no vertices or no faces")
    counted = getattr(value, "vertex_counts", None) is not None
    count = int(value.vertex_counts[0]) if counted else None
    faces_used = int(value.face_counts[0]) if counted else None

    def first(name: str, length: int | None) -> Any:
        given = getattr(value, name, None)
        if given is None:
            return None
        array = given.detach().cpu().float().numpy() if hasattr(given, "detach") else given
        array = np.asarray(array)
        array = array[0] if array.ndim > 2 else array
        return array if length is None else array[:length]

    colours = first("vertex_colors", count)
    texture = getattr(value, "texture", None)
    if texture is not None:
        pixels = first("texture", None)
        texture = np.rint(np.clip(pixels[..., :3], 0, 1) * 255).astype(np.uint8)
    corners = faces.detach().cpu().numpy() if hasattr(faces, "detach") else np.asarray(faces)
    corners = corners[0] if corners.ndim > 2 else corners
    return Mesh(
        first("vertices", count),
        corners if faces_used is None else corners[:faces_used],
        uvs=first("uvs", count),
        normals=first("normals", count),
        colours=None if colours is None else colours[..., :3],
        texture=texture,
    )


def from_mesh(mesh: Mesh) -> Any:
    """A MESH of one."""
    import torch

    def batch(array: Any) -> Any:
        return None if array is None else torch.from_numpy(array.copy())[None]

    texture = None
    if mesh.texture is not None:
        texture = torch.from_numpy(mesh.texture.copy())[None].float() / 255.0
    return mesh_value(
        batch(mesh.vertices),
        batch(mesh.faces),
        uvs=batch(mesh.uvs),
        vertex_colors=batch(mesh.colours),
        texture=texture,
        normals=batch(mesh.normals),
    )


def to_cameras(value: Any) -> CameraRig:
    """From a CAMERA_RIG: a list of objects as `Camera.to_mapping` makes them.

    Raises ValueError.
    """
    from ..forge.mesh.camera import rig_from_mappings

    if not isinstance(value, Iterable) or isinstance(value, (str, Mapping)):
        raise ValueError("a camera rig is a list of cameras")
    return rig_from_mappings(value)


def from_cameras(cameras: CameraRig) -> list[dict[str, Any]]:
    from ..forge.mesh.camera import rig_to_mappings

    return rig_to_mappings(cameras)


def to_floats(batch: torch.Tensor) -> npt.NDArray[np.float32]:
    """An IMAGE or MASK as an array of its shape."""
    array: npt.NDArray[np.float32] = batch.detach().cpu().float().numpy()
    return array
