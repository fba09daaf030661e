"""A skeleton bound to a mesh: bones, and how much each of them moves each vertex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .mesh import MeshError

INFLUENCES = 4


@dataclass(frozen=True, slots=True, eq=False)
class Rig:
    """Bones in their rest pose, which is the pose of the mesh, and the skin's weights.

    A bone's own axes are the world's: at rest every rotation is the identity. The character
    faces +z with +y up, so its left is at +x; units are the mesh's.

    Attributes:
        names: J bones, each name once; VRM's or Mixamo's.
        parents: the parent's number for each bone, -1 for a root. In any order.
        heads: (J, 3), where a bone begins, and turns.
        tails: (J, 3), where it ends.
        joints: (N, 4) uint16 bone numbers, 1:1 with the mesh's vertices.
        weights: (N, 4) float32 in 0..1, each row with the sum 1.
        notes: what the fit and the binding had to say.
        confidence: 0..1, how far the skeleton is to be trusted.
    """

    names: tuple[str, ...]
    parents: tuple[int, ...]
    heads: NDArray[np.floating[Any]]
    tails: NDArray[np.floating[Any]]
    joints: NDArray[np.integer[Any]]
    weights: NDArray[np.floating[Any]]
    notes: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def bones(self) -> int:
        return len(self.names)

    def children(self, bone: int) -> tuple[int, ...]:
        """The bones that hang on `bone`; those without a parent for -1."""
        return tuple(each for each, parent in enumerate(self.parents) if parent == bone)


def rest_offsets(rig: Rig) -> NDArray[np.float64]:
    """(J, 3): from the parent's head to the bone's own, from the origin for a root."""
    heads = np.asarray(rig.heads, np.float64)
    parents = np.asarray(rig.parents, np.int64)
    return np.where(parents[:, None] >= 0, heads - heads[parents], heads)


def rest_matrices(rig: Rig) -> NDArray[np.float64]:
    """(J, 4, 4) from a bone's space to the world, for column vectors."""
    matrices = np.broadcast_to(np.eye(4), (rig.bones, 4, 4)).copy()
    matrices[:, :3, 3] = rig.heads
    return matrices


def inverse_bind_matrices(rig: Rig) -> NDArray[np.float64]:
    """(J, 4, 4) from the world to a bone's space, for column vectors."""
    matrices = np.broadcast_to(np.eye(4), (rig.bones, 4, 4)).copy()
    matrices[:, :3, 3] = -np.asarray(rig.heads, np.float64)
    return matrices


def parents_first(rig: Rig) -> tuple[int, ...]:
    """Every bone once, each after its parent; MeshError where the parents form a ring."""
    order: list[int] = []
    waiting = list(rig.children(-1))
    while waiting:
        bone = waiting.pop(0)
        order.append(bone)
        waiting.extend(rig.children(bone))
    if len(order) != rig.bones:
        raise MeshError("the bones' parents form a ring")
    return tuple(order)


def checked_rig(rig: Rig, vertices: int) -> Rig:
    """The same rig with clean weights: rows of sum 1, and bone 0 wherever a weight is 0.

    Raises MeshError with the reason for a rig that cannot move a mesh of `vertices` vertices.
    """
    count = rig.bones
    if not count or count > np.iinfo(np.uint16).max:
        raise MeshError(f"the rig has {count} bones; it needs 1 to 65535")
    if len(set(rig.names)) != count or not all(name.strip() for name in rig.names):
        raise MeshError("each bone of the rig needs a name of its own")
    if len(rig.parents) != count:
        raise MeshError(f"the rig has {count} bones but {len(rig.parents)} parents")
    if any(not -1 <= parent < count for parent in rig.parents):
        raise MeshError("a bone's parent is none of the rig's bones")
    parents_first(rig)
    for what, points in (("heads", rig.heads), ("tails", rig.tails)):
        if np.shape(points) != (count, 3) or not np.isfinite(points).all():
            raise MeshError(f"the rig's {what} must be ({count}, 3) finite numbers")
    joints = np.asarray(rig.joints)
    weights = np.asarray(rig.weights, np.float64)
    shape = (vertices, INFLUENCES)
    if joints.shape != shape or weights.shape != shape:
        raise MeshError(
            f"the rig binds {len(joints)} vertices with joints {joints.shape} and weights "
            f"{weights.shape}; the mesh needs {shape}"
        )
    if not np.isfinite(weights).all() or (weights < 0).any():
        raise MeshError("the rig's weights must be finite and not negative")
    if joints.size and (joints.min() < 0 or joints.max() >= count):
        raise MeshError("a vertex is bound to a bone that is not there")
    sums = weights.sum(axis=1, keepdims=True)
    if (sums <= 0).any():
        raise MeshError(f"{int((sums <= 0).sum())} vertices are bound to no bone")
    clean = (weights / sums).astype(np.float32)
    return Rig(
        names=rig.names,
        parents=rig.parents,
        heads=np.asarray(rig.heads, np.float64),
        tails=np.asarray(rig.tails, np.float64),
        joints=np.where(clean > 0, joints, 0).astype(np.uint16),
        weights=clean,
        notes=rig.notes,
        confidence=rig.confidence,
    )
