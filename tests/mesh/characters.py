"""Small meshes with bones: one that is drawn, and any that hypothesis thinks of."""

from __future__ import annotations

import numpy as np
from avatarforge.forge.mesh.mesh import Mesh, weld_map
from avatarforge.forge.mesh.rig import Rig
from hypothesis import strategies as st
from numpy.typing import NDArray

T_POSE = {
    "hips": ("", (0.0, 1.0, 0.0)),
    "spine": ("hips", (0.0, 1.15, 0.0)),
    "chest": ("spine", (0.0, 1.3, 0.0)),
    "neck": ("chest", (0.0, 1.45, 0.0)),
    "head": ("neck", (0.0, 1.55, 0.0)),
    "leftUpperArm": ("chest", (0.18, 1.4, 0.0)),
    "leftLowerArm": ("leftUpperArm", (0.45, 1.4, 0.0)),
    "leftHand": ("leftLowerArm", (0.7, 1.4, 0.0)),
    "rightUpperArm": ("chest", (-0.18, 1.4, 0.0)),
    "rightLowerArm": ("rightUpperArm", (-0.45, 1.4, 0.0)),
    "rightHand": ("rightLowerArm", (-0.7, 1.4, 0.0)),
    "leftUpperLeg": ("hips", (0.1, 0.95, 0.0)),
    "leftLowerLeg": ("leftUpperLeg", (0.1, 0.5, 0.0)),
    "leftFoot": ("leftLowerLeg", (0.1, 0.08, 0.0)),
    "rightUpperLeg": ("hips", (-0.1, 0.95, 0.0)),
    "rightLowerLeg": ("rightUpperLeg", (-0.1, 0.5, 0.0)),
    "rightFoot": ("rightLowerLeg", (-0.1, 0.08, 0.0)),
}
RINGS, SIDES = 40, 24


def picture(height: int = 16, width: int = 24) -> NDArray[np.uint8]:
    """(H, W, 3), no two texels alike and no symmetry."""
    rows, columns = np.mgrid[:height, :width]
    texels = np.stack([columns * 10, rows * 15, columns * 3 + rows * 7], axis=2)
    return texels.astype(np.uint8)


def tube() -> Mesh:
    """A closed barrel 1.7 m high and 1.8 m wide, with a seam: both its edges are there."""
    up = np.linspace(0.0, 1.7, RINGS)
    around = np.linspace(0.0, 2 * np.pi, SIDES + 1)
    radius = 0.9 * np.sin(np.pi * np.linspace(0.02, 0.98, RINGS))
    x = radius[:, None] * np.sin(around)[None]
    z = 0.3 * radius[:, None] * np.cos(around)[None]
    x[:, -1], z[:, -1] = x[:, 0], z[:, 0]
    vertices = np.stack([x, np.broadcast_to(up[:, None], x.shape), z], axis=2).reshape(-1, 3)
    u, v = np.meshgrid(np.linspace(0.0, 1.0, SIDES + 1), np.linspace(1.0, 0.0, RINGS))
    at = (np.arange(RINGS - 1)[:, None] * (SIDES + 1) + np.arange(SIDES)[None]).ravel()
    over = at + SIDES + 1
    faces = np.concatenate(
        [np.stack([at, at + 1, over + 1], axis=1), np.stack([at, over + 1, over], axis=1)]
    )
    uvs = np.stack([u, v], axis=2).reshape(-1, 2)
    return Mesh(vertices.astype(np.float32), faces, uvs=uvs.astype(np.float32), texture=picture())


def bound(mesh: Mesh) -> Rig:
    """The T-pose's bones, each vertex bound to the four nearest of them."""
    names = tuple(T_POSE)
    heads = np.array([where for _, where in T_POSE.values()])
    distance = np.linalg.norm(mesh.vertices[:, None].astype(np.float64) - heads[None], axis=2)
    joints = np.argsort(distance, axis=1, kind="stable")[:, :4]
    weights = 1.0 / (0.05 + np.take_along_axis(distance, joints, axis=1)) ** 2
    # By the place, for both copies at a seam must be bound alike.
    weights[weld_map(mesh.vertices) % 5 == 0, 2:] = 0.0
    weights /= weights.sum(axis=1, keepdims=True)
    return Rig(
        names=names,
        parents=tuple(-1 if not parent else names.index(parent) for parent, _ in T_POSE.values()),
        heads=heads,
        tails=heads + np.array([0.0, 0.1, 0.0]),
        joints=joints.astype(np.uint16),
        weights=weights.astype(np.float32),
    )


def posed(mesh: Mesh, rig: Rig, rotations: dict[str, NDArray[np.float64]]) -> NDArray[np.float64]:
    """(N, 3) by linear blend skinning, written plainly: the reference for what readers say."""
    worlds: dict[int, NDArray[np.float64]] = {}

    def world(bone: int) -> NDArray[np.float64]:
        if bone not in worlds:
            parent = rig.parents[bone]
            local = np.eye(4)
            local[:3, :3] = rotations.get(rig.names[bone], np.eye(3))
            local[:3, 3] = rig.heads[bone] - (rig.heads[parent] if parent >= 0 else 0.0)
            worlds[bone] = local if parent < 0 else world(parent) @ local
        return worlds[bone]

    result = np.zeros((len(mesh.vertices), 3))
    for bone in range(len(rig.names)):
        share = np.where(rig.joints == bone, rig.weights.astype(np.float64), 0.0).sum(axis=1)
        matrix = world(bone)
        local = mesh.vertices.astype(np.float64) - rig.heads[bone]
        result += share[:, None] * (local @ matrix[:3, :3].T + matrix[:3, 3])
    return result


def turn(axis: int, degrees: float) -> NDArray[np.float64]:
    """(3, 3) about x, y or z."""
    angle = np.radians(degrees)
    matrix = np.eye(3)
    a, b = (axis + 1) % 3, (axis + 2) % 3
    matrix[a, a] = matrix[b, b] = np.cos(angle)
    matrix[b, a], matrix[a, b] = np.sin(angle), -np.sin(angle)
    return matrix


@st.composite
def meshes(draw: st.DrawFn) -> Mesh:
    """Up to a dozen vertices anywhere, some of them twice, with any of the attributes."""
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    count = draw(st.integers(3, 12))
    vertices = random.uniform(-2, 2, (count, 3)).round(draw(st.integers(0, 5)))
    faces = random.integers(0, count, (draw(st.integers(1, 15)), 3))
    has_uvs = draw(st.booleans())
    return Mesh(
        vertices.astype(np.float32),
        faces,
        uvs=random.uniform(-0.5, 1.5, (count, 2)).astype(np.float32) if has_uvs else None,
        normals=random.normal(size=(count, 3)).astype(np.float32) if draw(st.booleans()) else None,
        colours=random.uniform(0, 1, (count, 3)).astype(np.float32)
        if draw(st.booleans())
        else None,
        texture=random.integers(0, 256, (4, 8, 3)).astype(np.uint8)
        if draw(st.booleans())
        else None,
    )


@st.composite
def rigs(draw: st.DrawFn, vertices: int) -> Rig:
    """Up to seven bones in a tree or several, in any order."""
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    count = draw(st.integers(1, 7))
    order = random.permutation(count)
    parents = np.full(count, -1)
    for place in range(1, count):
        if random.random() < 0.85:
            parents[order[place]] = order[random.integers(0, place)]
    names = draw(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\0\1"), min_size=1).filter(
                lambda name: bool(name.strip())
            ),
            min_size=count,
            max_size=count,
            unique=True,
        )
    )
    weights = random.uniform(0, 1, (vertices, 4)) * (random.random((vertices, 4)) < 0.6)
    weights[:, 0] += 0.01
    weights /= weights.sum(axis=1, keepdims=True)
    heads = random.uniform(-1, 2, (count, 3))
    return Rig(
        names=tuple(names),
        parents=tuple(int(parent) for parent in parents),
        heads=heads,
        tails=heads + random.uniform(-0.2, 0.2, (count, 3)),
        joints=random.integers(0, count, (vertices, 4)).astype(np.uint16),
        weights=weights.astype(np.float32),
    )
