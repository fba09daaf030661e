"""Random people of smoothly joined capsules whose joints are known, for tests of the rig."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from avatarforge.forge.mesh.mesh import Mesh
from numpy.typing import NDArray
from skimage import measure

Doubles = NDArray[np.float64]


@dataclass(frozen=True)
class Capsule:
    """From `start` to `end`, with a radius at each; flattened in depth by `depth`."""

    start: Doubles
    end: Doubles
    radii: tuple[float, float]
    depth: float = 1.0

    def distance(self, points: Doubles) -> Doubles:
        squeeze = np.array([1.0, 1.0, 1.0 / self.depth])
        start, end, at = self.start * squeeze, self.end * squeeze, points * squeeze
        axis = end - start
        along = np.clip((at - start) @ axis / max(float(axis @ axis), 1e-12), 0, 1)
        away = np.linalg.norm(at - (start + along[..., None] * axis), axis=-1)
        radius = self.radii[0] + along * (self.radii[1] - self.radii[0])
        return np.asarray((away - radius) * min(1.0, self.depth))


@dataclass(frozen=True)
class Humanoid:
    """`joints` are in metres, by VRM's names; `inside` is exact, whatever the mesh's facets."""

    mesh: Mesh
    joints: dict[str, Doubles]
    capsules: tuple[Capsule, ...]
    height: float
    blend: float

    def distance(self, points: Doubles) -> Doubles:
        """(P,) the distance to the surface, negative inside."""
        return union(self.capsules, points, self.blend)


def union(capsules: tuple[Capsule, ...], points: Doubles, blend: float) -> Doubles:
    """The capsules' smooth union (Quilez's polynomial minimum)."""
    field = capsules[0].distance(points)
    for capsule in capsules[1:]:
        other = capsule.distance(points)
        mix = np.clip(blend - np.abs(field - other), 0, None) / blend
        field = np.minimum(field, other) - mix * mix * blend / 4
    return field


def polygonised(capsules: tuple[Capsule, ...], blend: float, pitch: float) -> Mesh:
    ends = np.array([end for capsule in capsules for end in (capsule.start, capsule.end)])
    reach = max(max(capsule.radii) for capsule in capsules) + blend + 2 * pitch
    low, high = ends.min(axis=0) - reach, ends.max(axis=0) + reach
    axes = [np.arange(a, b, pitch) for a, b in zip(low, high, strict=True)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    field = union(capsules, grid, blend)
    # Corners of the grid just at the surface would make slivers, which stretch without end.
    least = 0.15 * pitch
    field = np.where(np.abs(field) < least, np.where(field < 0, -least, least), field)
    vertices, faces, _, _ = measure.marching_cubes(field.astype(np.float32), 0.0)
    return Mesh((vertices * pitch + low).astype(np.float32), faces.astype(np.int64))


def humanoid(
    seed: int,
    pose: str = "A",
    *,
    cells: int = 90,
    arm: float | None = None,
    legs_apart: float | None = None,
) -> Humanoid:
    """A person of random size, place and proportions, in an A- or a T-pose.

    `cells` of the surface's grid lie along the height. `arm` degrees below the horizontal.
    """
    rng = np.random.default_rng(seed)

    def between(low: float, high: float) -> float:
        return float(rng.uniform(low, high))

    tall = between(0.9, 2.1)
    drop = np.radians(
        arm if arm is not None else between(-4, 8) if pose == "T" else between(28, 58)
    )
    spread = np.radians(legs_apart if legs_apart is not None else between(2, 9))
    head = between(0.058, 0.088)
    neck = between(0.03, 0.055)
    leg = between(0.43, 0.52)
    thigh = between(0.47, 0.55)
    upper, fore, hand = between(0.15, 0.19), between(0.13, 0.165), between(0.07, 0.11)
    shoulder = between(0.09, 0.125)
    hip = between(0.048, 0.062)
    stout = between(0.85, 1.25)
    ankle = between(0.04, 0.06)
    bend, knee_bend = np.radians(between(0, 18)), np.radians(between(0, 8))
    foot = between(0.08, 0.12)
    joints: dict[str, Doubles] = {}
    caps: list[Capsule] = []

    def add(start: Doubles, end: Doubles, a: float, b: float, depth: float = 1.0) -> None:
        caps.append(Capsule(start, end, (a * stout, b * stout), depth))

    top = 1.0 - 2 * head  # the lowest point of the skull
    shoulder_y = top - neck
    hip_y = ankle + leg * np.cos(spread)
    crown = np.array([0.0, 1.0 - head, 0.0])
    hips = np.array([0.0, hip_y + 0.03, 0.0])
    neck_at = np.array([0.0, shoulder_y + 0.005, 0.0])
    joints["hips"] = hips
    joints["spine"] = hips + (neck_at - hips) * between(0.2, 0.32)
    joints["chest"] = hips + (neck_at - hips) * between(0.48, 0.6)
    joints["neck"] = neck_at
    joints["head"] = np.array([0.0, top + 0.012, 0.0])
    add(crown, crown, head / stout, head / stout)
    add(neck_at, crown, 0.03, 0.03)
    add(hips - np.array([hip * 0.7, 0, 0]), hips + np.array([hip * 0.7, 0, 0]), 0.07, 0.07, 0.9)
    add(hips, joints["chest"], 0.075, 0.08, 0.85)
    wide = np.array([shoulder * 0.55, 0.0, 0.0])
    chest_y = np.array([0.0, shoulder_y - 0.075, 0.0])
    add(chest_y - wide, chest_y + wide, 0.075, 0.075, 0.8)
    for side, sign in (("left", 1.0), ("right", -1.0)):
        out = np.array([sign * np.cos(drop), -np.sin(drop), 0.0])
        ahead = np.array([sign * np.cos(drop), -np.sin(drop), np.tan(bend)])
        ahead /= np.linalg.norm(ahead)
        start = np.array([sign * shoulder, shoulder_y - 0.03, 0.0])
        elbow = start + out * upper
        wrist = elbow + ahead * fore
        tip = wrist + ahead * (hand - 0.018)
        joints |= {f"{side}UpperArm": start, f"{side}LowerArm": elbow, f"{side}Hand": wrist}
        add(start, elbow, 0.032, 0.026)
        add(elbow, wrist, 0.026, 0.02)
        add(wrist, tip, 0.022, 0.018)
        down = np.array([sign * np.sin(spread), -np.cos(spread), 0.0])
        thigh_at = np.array([sign * hip, hip_y, 0.0])
        knee = thigh_at + down * leg * thigh + np.array([0, 0, np.tan(knee_bend) * leg * thigh])
        foot_at = thigh_at + down * leg
        ball = foot_at + np.array([0.0, 0.028 - ankle, foot * 0.7])
        toe = foot_at + np.array([0.0, 0.026 - ankle, foot])
        joints |= {f"{side}UpperLeg": thigh_at, f"{side}LowerLeg": knee, f"{side}Foot": foot_at}
        joints[f"{side}Toes"] = ball
        add(thigh_at, knee, 0.052, 0.036)
        add(knee, foot_at, 0.036, 0.027)
        add(foot_at + np.array([0.0, 0.03 - ankle, -0.01]), toe, 0.026, 0.022)
    place = np.array([between(-1, 1), between(-0.5, 1), between(-1, 1)])
    placed = tuple(
        Capsule(
            each.start * tall + place,
            each.end * tall + place,
            (each.radii[0] * tall, each.radii[1] * tall),
            each.depth,
        )
        for each in caps
    )
    blend = 0.025 * tall
    return Humanoid(
        polygonised(placed, blend, tall / cells),
        {name: at * tall + place for name, at in joints.items()},
        placed,
        tall,
        blend,
    )
