"""Meshes whose every answer is known, and pictures of them by a test of rays against triangles.

Nothing is downloaded; the same call gives the same arrays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, TypeAlias

import numpy as np
from avatarforge.forge.mesh.mesh import Mesh, face_normals, joined, weld_map
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from skimage import measure

Doubles: TypeAlias = NDArray[np.float64]
Stance: TypeAlias = Literal["A", "T", "arms_in_front"]

# --- the humanoid ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Proportions:
    """Parts of the height, but for `height` in metres."""

    height: float = 1.7
    shoulder: float = 0.105
    upper_arm: float = 0.17
    lower_arm: float = 0.15
    hand: float = 0.075
    hip: float = 0.068
    leg: float = 0.49
    stance: float = 0.095
    girth: float = 1.0


@dataclass(frozen=True)
class Capsule:
    bone: str
    start: tuple[float, float, float]
    end: tuple[float, float, float]
    radius: float


@dataclass(frozen=True)
class Humanoid:
    """`joints` holds where each bone begins, by VRM's names, and "<bone>End" of the last ones.

    `segments` (N,) is the number of the bone in `bones` whose capsule is nearest.
    """

    mesh: Mesh
    joints: Mapping[str, Doubles]
    bones: tuple[str, ...]
    segments: NDArray[np.int64]
    capsules: tuple[Capsule, ...]


_ARMS: Mapping[str, tuple[tuple[float, float, float], tuple[float, float, float]]] = {
    "T": ((1.0, 0.0, 0.0), (1.0, 0.0, 0.0)),
    "A": ((0.707, -0.707, 0.0), (0.707, -0.707, 0.0)),
    "arms_in_front": ((0.35, -0.93, 0.1), (-0.58, 0.05, 0.81)),
}


def skeleton(stance: Stance = "A", shape: Proportions | None = None) -> dict[str, Doubles]:
    """Joint positions in metres; the soles are at y = 0, the person's left is +x."""
    p = shape or Proportions()
    crotch = p.leg + 0.04
    joints: dict[str, tuple[float, float, float]] = {
        "hips": (0, crotch + 0.02, 0),
        "spine": (0, crotch + 0.07, 0),
        "chest": (0, crotch + 0.16, 0),
        "neck": (0, 0.845, 0),
        "head": (0, 0.885, 0.005),
        "headEnd": (0, 1.0, 0.005),
    }
    upper, lower = (np.array(direction) for direction in _ARMS[stance])
    for side, sign in (("left", 1.0), ("right", -1.0)):
        mirror = np.array([sign, 1.0, 1.0])
        shoulder = np.array([p.shoulder, 0.81, 0.0])
        elbow = shoulder + p.upper_arm * upper / np.linalg.norm(upper)
        wrist = elbow + p.lower_arm * lower / np.linalg.norm(lower)
        tip = wrist + p.hand * lower / np.linalg.norm(lower)
        hip = np.array([p.hip, crotch, 0.0])
        ankle = np.array([p.stance, 0.045, -0.005])
        knee = hip + 0.5 * (ankle - hip) + np.array([0, 0, 0.006])
        toes = ankle + np.array([0.005, -0.02, 0.07])
        named = {
            "UpperArm": shoulder, "LowerArm": elbow, "Hand": wrist, "HandEnd": tip,
            "UpperLeg": hip, "LowerLeg": knee, "Foot": ankle, "Toes": toes,
            "ToesEnd": toes + np.array([0.0, 0.0, 0.03]),
        }  # fmt: skip
        for name, place in named.items():
            joints[side + name] = tuple(place * mirror)
    return {name: np.array(place, np.float64) * p.height for name, place in joints.items()}


def capsules_of(joints: Mapping[str, Doubles], shape: Proportions | None = None) -> list[Capsule]:
    p = shape or Proportions()
    unit = p.height * p.girth

    def capsule(bone: str, start: Doubles, end: Doubles, radius: float) -> Capsule:
        a, b = (tuple(float(v) for v in point) for point in (start, end))
        return Capsule(bone, a, b, radius * unit)  # type: ignore[arg-type]

    up = np.array([0.0, p.height, 0.0])
    hips = [joints[side + "UpperLeg"] * [0.6, 1.0, 1.0] for side in ("left", "right")]
    shoulders = (joints["leftUpperArm"], joints["rightUpperArm"])
    body = [
        capsule("hips", hips[0], hips[1], 0.062),
        capsule("spine", joints["spine"] - up * 0.02, joints["chest"] + up * 0.02, 0.066),
        capsule("chest", shoulders[0] * [0.5, 1, 1] - up * 0.05,
                shoulders[1] * [0.5, 1, 1] - up * 0.05, 0.066),
        capsule("neck", joints["neck"] - up * 0.03, joints["head"], 0.028),
        capsule("head", joints["head"] + up * 0.045, joints["headEnd"] - up * 0.055, 0.052),
    ]  # fmt: skip
    for side in ("left", "right"):
        at = {name.removeprefix(side): joints[name] for name in joints if name.startswith(side)}
        body += [
            capsule(side + "UpperArm", at["UpperArm"], at["LowerArm"], 0.027),
            capsule(side + "LowerArm", at["LowerArm"], at["Hand"], 0.022),
            capsule(side + "Hand", at["Hand"], at["HandEnd"], 0.021),
            capsule(side + "UpperLeg", at["UpperLeg"], at["LowerLeg"], 0.046),
            capsule(side + "LowerLeg", at["LowerLeg"], at["Foot"], 0.033),
            capsule(side + "Foot", at["Foot"], at["Toes"], 0.025),
            capsule(side + "Toes", at["Toes"], at["ToesEnd"], 0.024),
        ]
    return body


def capsule_distances(points: Doubles, capsules: list[Capsule]) -> Doubles:
    """(C, P) signed distances."""
    rows = []
    for capsule in capsules:
        start, end = np.array(capsule.start), np.array(capsule.end)
        along = end - start
        t = np.clip((points - start) @ along / max(float(along @ along), 1e-12), 0, 1)
        rows.append(np.linalg.norm(points - start - t[:, None] * along, axis=1) - capsule.radius)
    return np.stack(rows)


@lru_cache(maxsize=8)
def humanoid(
    stance: Stance = "A",
    shape: Proportions | None = None,
    *,
    cell: float = 0.0094,
    unwrapped: bool = True,
) -> Humanoid:
    """A smooth union of capsules, closed; about 50,000 faces at 1.7 m and the usual `cell` (m).

    Legs touch where `shape.stance` and `shape.hip` are small (`legs_touching`).
    """
    joints = skeleton(stance, shape)
    capsules = capsules_of(joints, shape)
    ends = np.array([[c.start, c.end] for c in capsules]).reshape(-1, 3)
    reach = max(c.radius for c in capsules) + 4 * cell
    low, high = ends.min(axis=0) - reach, ends.max(axis=0) + reach
    axes = [np.arange(a, b, cell) for a, b in zip(low, high, strict=True)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    field_ = smooth_union(grid.reshape(-1, 3), capsules).reshape(grid.shape[:3])
    vertices, faces, _, _ = measure.marching_cubes(field_, 0.0)
    mesh = Mesh((low + vertices * cell).astype(np.float32), faces.astype(np.int64))
    bones = tuple(dict.fromkeys(c.bone for c in capsules))
    if unwrapped:
        middle = mesh.corners.mean(axis=1)
        mesh = box_unwrapped(mesh, _segments(middle, capsules, bones))
    return Humanoid(mesh, joints, bones, _segments(mesh.vertices, capsules, bones), tuple(capsules))


def smooth_union(points: Doubles, capsules: list[Capsule], width: float = 0.02) -> Doubles:
    """(P,) by the polynomial smooth minimum, which leaves places further than `width` alone."""
    distances = capsule_distances(points, capsules)
    whole = distances[0]
    for other in distances[1:]:
        blend = np.maximum(width - np.abs(whole - other), 0.0) / width
        whole = np.minimum(whole, other) - blend * blend * width / 4
    return np.asarray(whole, np.float64)


def legs_touching() -> Proportions:
    return Proportions(hip=0.05, stance=0.025)


def random_proportions(seed: int) -> Proportions:
    rng = np.random.default_rng(seed)

    def vary(value: float, part: float) -> float:
        return float(value * rng.uniform(1 - part, 1 + part))

    usual = Proportions()
    return Proportions(
        height=float(rng.uniform(1.2, 2.1)),
        shoulder=vary(usual.shoulder, 0.15),
        upper_arm=vary(usual.upper_arm, 0.15),
        lower_arm=vary(usual.lower_arm, 0.15),
        hand=vary(usual.hand, 0.1),
        hip=vary(usual.hip, 0.1),
        leg=vary(usual.leg, 0.06),
        stance=vary(usual.stance, 0.3),
        girth=vary(usual.girth, 0.12),
    )


def _segments(
    points: NDArray[np.floating], capsules: list[Capsule], bones: tuple[str, ...]
) -> NDArray[np.int64]:
    of_capsule = np.array([bones.index(c.bone) for c in capsules])
    nearest = capsule_distances(np.asarray(points, np.float64), capsules).argmin(axis=0)
    return np.asarray(of_capsule[nearest], np.int64)


# --- plain shapes ---------------------------------------------------------------------------


def icosphere(subdivisions: int = 4, radius: float = 0.5) -> Mesh:
    """Closed, genus 0, 20 * 4**subdivisions faces, no UVs."""
    golden = (1 + 5**0.5) / 2
    points = np.array(
        [(-1, golden, 0), (1, golden, 0), (-1, -golden, 0), (1, -golden, 0),
         (0, -1, golden), (0, 1, golden), (0, -1, -golden), (0, 1, -golden),
         (golden, 0, -1), (golden, 0, 1), (-golden, 0, -1), (-golden, 0, 1)]
    )  # fmt: skip
    faces = np.array(
        [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11),
         (1, 5, 9), (5, 11, 4), (11, 10, 2), (10, 7, 6), (7, 1, 8),
         (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8), (3, 8, 9),
         (4, 9, 5), (2, 4, 11), (6, 2, 10), (8, 6, 7), (9, 8, 1)]
    )  # fmt: skip
    for _ in range(subdivisions):
        edges = np.sort(faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
        unique, inverse = np.unique(edges, axis=0, return_inverse=True)
        middle = inverse.reshape(-1, 3) + len(points)
        points = np.concatenate([points, points[unique].mean(axis=1)])
        a, b, c = faces.T
        ab, bc, ca = middle.T
        faces = np.concatenate(
            [np.stack(each, axis=1) for each in
             ((a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca))]
        )  # fmt: skip
        points = points / np.linalg.norm(points, axis=1, keepdims=True)
    points = points / np.linalg.norm(points, axis=1, keepdims=True)
    return Mesh((points * radius).astype(np.float32), faces)


def torus(major: float = 0.5, minor: float = 0.2, around: int = 64, across: int = 32) -> Mesh:
    """Closed, genus 1 (Euler 0)."""
    rows, columns = np.meshgrid(np.arange(around), np.arange(across), indexing="ij")
    u, v = 2 * np.pi * rows.ravel() / around, 2 * np.pi * columns.ravel() / across
    ring = major + minor * np.cos(v)
    points = np.stack([ring * np.cos(u), minor * np.sin(v), -ring * np.sin(u)], axis=1)
    at = (rows * across + columns).ravel()
    right = (rows * across + (columns + 1) % across).ravel()
    down = (((rows + 1) % around) * across + columns).ravel()
    both = (((rows + 1) % around) * across + (columns + 1) % across).ravel()
    faces = np.concatenate([np.stack([at, down, both], 1), np.stack([at, both, right], 1)])
    return Mesh(points.astype(np.float32), faces)


def cube(side: float = 1.0) -> Mesh:
    """12 faces over 8 vertices."""
    points = (np.array(list(np.ndindex(2, 2, 2)), np.float32) - 0.5) * side
    faces = np.array(
        [(0, 1, 3), (0, 3, 2), (4, 6, 7), (4, 7, 5), (0, 4, 5), (0, 5, 1),
         (2, 3, 7), (2, 7, 6), (0, 2, 6), (0, 6, 4), (1, 5, 7), (1, 7, 3)]
    )  # fmt: skip
    return Mesh(points.astype(np.float32), faces)


def sheet(width: float, height: float, z: float = 0.0, cells: int = 1) -> Mesh:
    """A flat rectangle that faces +z, open, with UVs that fill the whole picture."""
    side = cells + 1
    v, u = np.meshgrid(np.linspace(0, 1, side), np.linspace(0, 1, side), indexing="ij")
    points = np.stack([(u - 0.5) * width, (0.5 - v) * height, np.full_like(u, z)], axis=-1)
    at = (np.arange(cells)[:, None] * side + np.arange(cells)).ravel()
    faces = np.concatenate(
        [np.stack([at, at + side, at + side + 1], 1), np.stack([at, at + side + 1, at + 1], 1)]
    )
    uvs = np.stack([u, v], axis=-1).reshape(-1, 2)
    return Mesh(points.reshape(-1, 3).astype(np.float32), faces, uvs=uvs.astype(np.float32))


def two_sheets() -> Mesh:
    """A small sheet 0.2 in front of a large one, which it hides in part; UVs side by side."""
    behind, before = sheet(1.0, 1.0, 0.0, 8), sheet(0.4, 0.4, 0.2, 8)
    assert behind.uvs is not None and before.uvs is not None
    half = np.array([0.45, 0.9], np.float32)
    return joined(
        [
            replace(behind, uvs=behind.uvs * half + np.array([0.02, 0.05], np.float32)),
            replace(before, uvs=before.uvs * half + np.array([0.52, 0.05], np.float32)),
        ]
    )


def open_cylinder(sides: int = 48, rows: int = 12, radius: float = 0.3) -> Mesh:
    """A tube without lids: two holes; no UVs."""
    turn, up = np.meshgrid(np.arange(sides), np.linspace(-0.5, 0.5, rows + 1), indexing="xy")
    angle = 2 * np.pi * turn.ravel() / sides
    points = np.stack([radius * np.sin(angle), up.ravel(), radius * np.cos(angle)], axis=1)
    row, column = (each.ravel() for each in np.indices((rows, sides)))
    at, beside = row * sides + column, row * sides + (column + 1) % sides
    faces = np.concatenate(
        [np.stack([at, beside, beside + sides], 1), np.stack([at, beside + sides, at + sides], 1)]
    )
    return Mesh(points.astype(np.float32), faces)


def two_islands() -> Mesh:
    """Two spheres a metre apart."""
    one = icosphere(3, 0.4)
    return joined([one, replace(one, vertices=one.vertices + np.array([1.0, 0, 0], np.float32))])


def empty() -> Mesh:
    return Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int64))


def triangle() -> Mesh:
    points = np.array([(-0.5, -0.5, 0), (0.5, -0.5, 0), (0, 0.5, 0)], np.float32)
    uvs = np.array([(0.1, 0.9), (0.9, 0.9), (0.5, 0.1)], np.float32)
    return Mesh(points, np.array([(0, 1, 2)]), uvs=uvs)


def with_nan(mesh: Mesh, every: int = 50) -> Mesh:
    """Every so many vertices are not numbers."""
    vertices = mesh.vertices.copy()
    vertices[::every] = np.nan
    return replace(mesh, vertices=vertices)


def nonmanifold() -> Mesh:
    """Three sheets that share one edge."""
    points = np.array([(0, 0, 0), (0, 1, 0), (1, 0, 0), (-1, 0, 0.2), (0.1, 0, 1)], np.float32)
    return Mesh(points, np.array([(0, 2, 1), (0, 1, 3), (0, 4, 1)]))


# --- UVs ------------------------------------------------------------------------------------


def box_unwrapped(
    mesh: Mesh, labels: NDArray[np.int64] | None = None, *, size: int = 1024, padding: int = 4
) -> Mesh:
    """UVs by looking at each part along the axis it faces most, packed in shelves.

    Charts do not overlap where a part, one of `labels` (M,), does not hide itself from
    outside. `padding` texels at `size` are left around each.
    """
    normals = face_normals(mesh)
    axis = np.abs(normals).argmax(axis=1)
    side = axis * 2 + (np.take_along_axis(normals, axis[:, None], 1)[:, 0] < 0)
    part = side + 6 * (np.zeros(len(side), np.int64) if labels is None else labels)
    neighbours = _neighbours(weld_map(mesh.vertices)[mesh.faces])
    for _ in range(4):  # a lone triangle among others joins them
        around = np.where(neighbours >= 0, part[neighbours], -1)
        for i, j in ((0, 1), (1, 2), (0, 2)):
            agree = (around[:, i] == around[:, j]) & (around[:, i] >= 0)
            part = np.where(agree, around[:, i], part)
    face, slot = np.nonzero((neighbours >= 0) & (part[neighbours] == part[:, None]))
    graph = coo_matrix(
        (np.ones(len(face), np.int8), (face, neighbours[face, slot])), (len(part), len(part))
    )
    charts, chart = connected_components(graph, False)

    key = chart[:, None] * len(mesh.vertices) + mesh.faces
    pairs, corner = np.unique(key.ravel(), return_inverse=True)
    vertex, of_chart = pairs % len(mesh.vertices), pairs // len(mesh.vertices)
    looked = np.zeros(charts, np.int64)
    looked[chart] = (part % 6) // 2
    points = mesh.vertices[vertex].astype(np.float64)
    drop = looked[of_chart]
    flat = np.where(
        (drop == 0)[:, None], points[:, [2, 1]],
        np.where((drop == 1)[:, None], points[:, [0, 2]], points[:, [0, 1]]),
    )  # fmt: skip
    low, high = np.full((charts, 2), np.inf), np.full((charts, 2), -np.inf)
    np.minimum.at(low, of_chart, flat)
    np.maximum.at(high, of_chart, flat)
    origin, scale = _shelves(high - low, size, padding)
    uvs = (origin[of_chart] + (flat - low[of_chart]) * scale) / size
    return Mesh(
        mesh.vertices[vertex], corner.reshape(-1, 3), uvs=uvs.astype(np.float32),
        colours=None if mesh.colours is None else mesh.colours[vertex],
    )  # fmt: skip


def _neighbours(faces: NDArray[np.int64]) -> NDArray[np.int64]:
    """(M, 3) the face across each edge, -1 where there is none."""
    edges = np.sort(faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    key = edges[:, 0] * (int(faces.max()) + 1) + edges[:, 1]
    order = np.argsort(key, kind="stable")
    same = key[order[1:]] == key[order[:-1]]
    found = np.full(len(key), -1, np.int64)
    found[order[:-1][same]] = order[1:][same] // 3
    found[order[1:][same]] = order[:-1][same] // 3
    return found.reshape(-1, 3)


def _shelves(extent: Doubles, size: int, padding: int) -> tuple[Doubles, float]:
    """Where each rectangle goes in texels, and texels for a unit: the largest that fits."""
    order = np.argsort(-extent[:, 1], kind="stable")
    origin = np.zeros_like(extent)

    def fits(scale: float) -> bool:
        x = y = shelf = 0.0
        for each in order:
            width, height = np.ceil(extent[each] * scale) + 2 * padding
            if x + width > size:
                x, y, shelf = 0.0, y + shelf, 0.0
            if width > size or y + height > size:
                return False
            origin[each] = x + padding, y + padding
            x, shelf = x + width, max(shelf, height)
        return True

    low, high = 0.0, size / max(float(extent.max()), 1e-9)
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    if not fits(low):
        raise ValueError("the charts' padding alone does not fit")
    return origin, low
