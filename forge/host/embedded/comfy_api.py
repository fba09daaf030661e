"""`comfy_api.latest` without ComfyUI: the small part of it that our nodes use."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from . import io, ui


class ComfyExtension(ABC):
    """A pack of nodes."""

    async def on_load(self) -> None:
        """Called once, before the nodes are asked for."""
        return

    @abstractmethod
    async def get_node_list(self) -> list[type[io.ComfyNode]]: ...


@dataclass(eq=False, kw_only=True)
class Mesh:
    """The part of ComfyUI's MESH that our nodes make and read; batch first.

    `vertices` (B, N, 3), `faces` (B, M, 3), `uvs` (B, N, 2) as glTF's, `vertex_colors`
    (B, N, 3) linear, `normals` (B, N, 3), `texture` (B, H, W, 3) in 0..1. `vertex_counts` and
    `face_counts` (B,) are the real lengths where meshes of a batch are padded.
    """

    vertices: Any
    faces: Any
    uvs: Any = None
    vertex_colors: Any = None
    texture: Any = None
    normals: Any = None
    vertex_counts: Any = None
    face_counts: Any = None


def mesh_value(vertices: Any, faces: Any, **more: Any) -> Mesh:
    return Mesh(vertices=vertices, faces=faces, **more)


__all__ = ["ComfyExtension", "Mesh", "io", "mesh_value", "ui"]
