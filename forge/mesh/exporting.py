"""What every writer of 3D files needs first: a mesh that can be written, and its picture."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .mesh import Mesh, MeshError, vertex_normals
from .rig import Rig, checked_rig

PictureFormat = Literal["png", "jpeg"]
JPEG_QUALITY = 92


def prepared(mesh: Mesh, rig: Rig | None) -> tuple[Mesh, Rig | None]:
    """The mesh with unit normals, and the rig with clean weights; MeshError with the reason."""
    vertices, faces, texture = mesh.vertices, mesh.faces, mesh.texture
    if not len(vertices) or not len(faces):
        raise MeshError("the mesh has no faces: there is nothing to write")
    if faces.min() < 0 or faces.max() >= len(vertices):
        raise MeshError("a face of the mesh names a vertex that is not there")
    for what, values in (
        ("vertices", vertices),
        ("uvs", mesh.uvs),
        ("normals", mesh.normals),
        ("colours", mesh.colours),
    ):
        if values is not None and not np.isfinite(values).all():
            raise MeshError(f"the mesh's {what} must be finite numbers")
    if texture is not None and not texture.size:
        raise MeshError("the texture has no pixels")
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh)
    ready = replace(mesh, normals=_unit(normals))
    return ready, None if rig is None else checked_rig(rig, len(vertices))


def _unit(normals: NDArray[Any]) -> NDArray[np.float32]:
    """Of length 1; forward where there was no direction, as for a vertex of no face."""
    wide = normals.astype(np.float64)
    largest = np.abs(wide).max(axis=1, keepdims=True)
    scaled = np.divide(wide, largest, out=np.zeros_like(wide), where=largest > 0)
    scaled[largest[:, 0] == 0] = (0.0, 0.0, 1.0)
    return np.asarray(scaled / np.linalg.norm(scaled, axis=1, keepdims=True), np.float32)


def is_textured(mesh: Mesh) -> bool:
    """Whether there are a picture and coordinates in it; one without the other shows nothing."""
    return mesh.texture is not None and mesh.uvs is not None


def encoded(texture: NDArray[np.uint8], picture: PictureFormat) -> bytes:
    """(H, W, 3) uint8 sRGB as a PNG or JPEG file; the same bytes for the same pixels."""
    buffer = io.BytesIO()
    image = Image.fromarray(np.ascontiguousarray(texture))
    if picture == "png":
        image.save(buffer, "PNG", compress_level=6)
    else:
        image.save(buffer, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return buffer.getvalue()


def plain(name: str) -> str:
    """ASCII letters, digits and -_.: only, for formats whose readers trip over others."""
    return re.sub(r"[^A-Za-z0-9_.:\-]+", "_", name).strip("_") or "Unnamed"


def distinct(names: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """The names, numbered where one comes again or is taken."""
    used = set(taken)
    result = []
    for name in names:
        candidate, number = name, 1
        while candidate in used:
            number += 1
            candidate = f"{name}_{number}"
        used.add(candidate)
        result.append(candidate)
    return tuple(result)
