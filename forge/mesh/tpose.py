"""Turning a character's arms and legs into the T-pose that VRM wants at rest."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from .mesh import Mesh
from .rig import Rig
from .skin import posed
from .vrm import REQUIRED, T_POSE_DEGREES, humanoid, vrm_limbs

ARM_DEGREES = 0.5


def t_posed(mesh: Mesh, rig: Rig) -> tuple[Mesh, Rig]:
    """The character with its arms straight out, and legs straight down that were not so.

    By linear blend skinning; the feet stay as flat and as high as they were. Legs within
    VRM's limit are left alone. Normals are left out of the mesh where anything turned. The
    same mesh and rig come back where nothing has to turn, or a bone that VRM requires is
    missing.
    """
    bones = humanoid(rig)
    if not set(REQUIRED) <= set(bones):
        return mesh, rig
    rotations: dict[str, NDArray[np.float64]] = {}
    for limb in vrm_limbs(rig):
        most = ARM_DEGREES if limb.is_arm else T_POSE_DEGREES
        if max(limb.degrees) <= most:
            continue
        turned = np.eye(3)
        for bone, along in zip(limb.bones, limb.along, strict=False):
            own = _between(along, turned.T @ limb.straight)
            rotations[rig.names[bone]] = own
            turned = turned @ own
        if not limb.is_arm:
            rotations[rig.names[limb.bones[-1]]] = turned.T
    if not rotations:
        return mesh, rig
    heads, tails = _moved(rig, rotations)
    vertices = posed(mesh, rig, rotations)
    rise = np.array([0.0, float(mesh.vertices[:, 1].min() - vertices[:, 1].min()), 0.0])
    return (
        replace(mesh, vertices=(vertices + rise).astype(np.float32), normals=None),
        replace(
            rig,
            heads=heads + rise,
            tails=tails + rise,
            notes=(*rig.notes, "the character was turned into a T-pose"),
        ),
    )


def _moved(
    rig: Rig, rotations: dict[str, NDArray[np.float64]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(J, 3) heads, which hang on the parents, and (J, 3) tails, which hang on the bones."""
    numbers = np.arange(rig.bones)
    parents = np.asarray(rig.parents)
    hangs = np.concatenate([np.where(parents < 0, numbers, parents), numbers])
    joints = np.zeros((2 * rig.bones, 4), np.uint16)
    joints[:, 0] = hangs
    weights = np.zeros((2 * rig.bones, 4), np.float32)
    weights[:, 0] = 1.0
    points = Mesh(
        np.concatenate([rig.heads, rig.tails]).astype(np.float32), np.zeros((0, 3), np.int64)
    )
    moved = posed(points, replace(rig, joints=joints, weights=weights), rotations)
    return moved[: rig.bones].astype(np.float64), moved[rig.bones :].astype(np.float64)


def _between(start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """(3, 3), the smallest turn of one unit vector onto another."""
    cosine = float(start @ end)
    if cosine < -0.999999:  # any axis across will do
        across = np.cross(start, np.eye(3)[int(np.argmin(np.abs(start)))])
        across /= np.linalg.norm(across)
        return np.asarray(2.0 * np.outer(across, across) - np.eye(3))
    x, y, z = np.cross(start, end)
    skew = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.asarray(np.eye(3) + skew + skew @ skew / (1.0 + cosine))
