"""A closed surface through a field of values on a lattice, as a model of shapes gives it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from skimage.measure import marching_cubes

from .mesh import Mesh, MeshError

_MOST = 600  # steps to a side: above, the surface would not fit into memory


def mesh_from_field(field: NDArray[np.floating], level: float) -> Mesh:
    """The surface where the values fall below `level`, closed at the lattice's border.

    `field` (D, H, W) has D along z, H along y and W along x, as ComfyUI's voxels; the mesh
    lies within -1..1 along the longest side. Values that are no numbers are outside. Raises
    MeshError where the field is above the level everywhere or nowhere.
    """
    if field.ndim != 3 or min(field.shape) < 2:
        raise MeshError(f"a field has three sides of 2 steps at least, not {field.shape}")
    if max(field.shape) > _MOST:
        raise MeshError(f"a field of {field.shape} is too large: {_MOST} steps are the most")
    known = np.isfinite(field)
    values = np.where(known, field, -np.inf)
    inside = values > level
    if not inside.any():
        raise MeshError("the voxels are empty: the model made nothing of the picture")
    if inside.all():
        raise MeshError("the voxels are full: the model found no surface in the picture")
    low = float(values[known].min())
    outside = min(low, level - 1.0)
    padded = np.pad(np.where(known, field, outside).astype(np.float32), 1, constant_values=outside)
    points, faces, _, _ = marching_cubes(padded, level)
    longest = max(field.shape) - 1
    placed = (points[:, ::-1] - 1 - (np.array(field.shape[::-1]) - 1) / 2) * (2 / longest)
    # The axes taken in the other order turn the faces round, and theirs look inside already.
    return Mesh(placed.astype(np.float32), faces.astype(np.int64))
