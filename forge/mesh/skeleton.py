"""A person's skeleton fitted into a mesh of them.

The mesh is made a grid of cells; limbs are found by what is far from the middle through the
inside, joints by where limbs narrow, widen and bend. What cannot be seen (legs under a robe)
is taken from a person's proportions, and said.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from .camera import Camera
from .mesh import Mesh, cleaned
from .naming import BONES, DROPS, bone_name, mirrored_name, side_of
from .skeleton_keypoints import overridden
from .skeleton_landmarks import arm, foot, hip_height_over, leg, neck, torso_middle
from .skeleton_limbs import Labelled, crotch_level, labelled, limb_from, tips_of
from .skeleton_template import (
    CHEST,
    HEAD_ABOVE_SHOULDER,
    HIP_OF_SHOULDER,
    NECK_ABOVE_SHOULDER,
    SIDES,
    SPINE,
    Landmarks,
    proportions,
)
from .voxels import Doubles, Graph, Mask, Voxels, graph_of, largest, voxelised

RESOLUTION = 96
_SAME = 0.05
"""Of the height: sides that differ by less are meant to be alike."""
_GUESSED = 0.1
_SHORTEST = 0.01
_LOWEST_NECK = 0.6
"""Of the height: down to here a neck is looked for where the shoulders are a guess."""
_STRAY = 0.04
"""Of the height: how far outside the body a leg's joint may be found."""
_UNDER_SKIRT = 0.24
"""Of the height: legs that part below this are under a skirt or a robe."""


@dataclass(frozen=True, slots=True, eq=False)
class Skeleton:
    """Bones in the pose of the mesh, parents before their children.

    `names` J bones in VRM's or Mixamo's names; `parents` their parents' numbers, -1 for the
    root; `heads` (J, 3) float64 where each turns, `tails` (J, 3) where it ends, in the mesh's
    units; `confidence` 0..1; `notes` what was guessed.
    """

    names: tuple[str, ...]
    parents: tuple[int, ...]
    heads: Doubles
    tails: Doubles
    confidence: float = 1.0
    notes: tuple[str, ...] = ()


TAILS = {
    "hips": "spine",
    "spine": "chest",
    "chest": "neck",
    "neck": "head",
    "head": "headTop",
    "UpperArm": "LowerArm",
    "LowerArm": "Hand",
    "Hand": "HandTip",
    "UpperLeg": "LowerLeg",
    "LowerLeg": "Foot",
    "Foot": "Toes",
    "Toes": "ToeTip",
}
"""Where each bone ends: the head of another, or a tip."""


def fit_skeleton(
    mesh: Mesh,
    *,
    keypoints: object = None,
    camera: Camera | None = None,
    pose: str | None = None,
    naming: str = "vrm",
) -> Skeleton:
    """The 19 bones of `naming.BONES` in a mesh that stands along +y and faces +z.

    `keypoints` are a person's joints in a picture: OpenPose JSON (18 or 25 points) or rows of
    17 (COCO) or 18 points (x, y[, confidence]); they decide where joints are, the mesh how
    deep. `camera` is the one of that picture; without it the points are laid over the
    skeleton found in the mesh. `pose` ("A-pose", "T-pose", ...: `naming.DROPS`) helps where
    the arms cannot be seen. `naming` is "vrm" or "mixamo".

    Raises MeshError for a mesh without usable faces, ValueError for the other arguments.
    """
    names = tuple(bone_name(bone, naming) for bone in BONES)
    if pose is not None and pose not in DROPS:
        raise ValueError(f"a pose is one of {', '.join(DROPS)}, not {pose!r}")
    clean, _ = cleaned(mesh)
    voxels = voxelised(clean, RESOLUTION)
    body = _body(voxels.solid)
    whole = Voxels(
        body,
        ndimage.distance_transform_edt(body, sampling=voxels.pitch).astype(np.float32),
        voxels.origin,
        voxels.pitch,
    )
    filled = whole.centres(np.argwhere(body))
    low = filled.min(axis=0) - whole.pitch / 2
    high = filled.max(axis=0) + whole.pitch / 2
    marks, notes, confidence = _seen(whole, low, high, pose)
    notes = [*voxels.notes, *notes]
    if keypoints is not None:
        confidence = max(confidence, overridden(marks, keypoints, camera, whole, notes))
    tall = float(high[1] - low[1])
    _finish(marks, whole, tall)
    order = list(BONES)
    parents = tuple(-1 if parent is None else order.index(parent) for parent in BONES.values())
    heads = np.array([marks[bone] for bone in order])
    tails = np.array([marks[_tail(bone)] for bone in order])
    # A bone without a length has no direction that a program could show.
    short = np.linalg.norm(tails - heads, axis=1) < _SHORTEST * tall
    tails[short] = heads[short] + (0.0, _SHORTEST * tall, 0.0)
    return Skeleton(names, parents, heads, tails, round(confidence, 3), tuple(notes))


def _tail(bone: str) -> str:
    side, part = side_of(bone)
    return side + TAILS[part]


def _body(solid: Mask) -> Mask:
    """The largest piece; pieces a few cells apart, as a doll's, are taken together."""
    body = largest(solid)
    total = np.count_nonzero(solid)
    for steps in (1, 2, 3):
        if np.count_nonzero(body & solid) > 0.9 * total:
            break
        body = largest(
            ndimage.binary_dilation(np.pad(solid, 2), iterations=steps)[2:-2, 2:-2, 2:-2]
        )
    body = body.copy()
    for axis in range(3):  # the graph needs the empty margin
        edge = np.moveaxis(body, axis, 0)
        edge[0] = edge[-1] = False
    return body


def _seen(
    voxels: Voxels, low: Doubles, high: Doubles, pose: str | None
) -> tuple[Landmarks, list[str], float]:
    """Every landmark but spine and chest, with notes and the confidence."""
    tall = float(high[1] - low[1])
    graph = graph_of(voxels.solid, voxels.pitch)
    points = voxels.centres(graph.cells)
    middle = float(points[:, 0].mean())
    marks = proportions(low, high, middle, pose)
    notes: list[str] = []
    found = labelled(tips_of(voxels, graph, tall), low, high, middle)
    if found.count < 5:
        notes.append(
            f"{found.count} of 5 limb ends (head, hands, feet) found: the rest has a person's "
            "proportions in the bounding box"
        )
    sure = [_arms(marks, found, graph, points, tall, notes)]
    shoulders = float(marks["leftUpperArm"][1] + marks["rightUpperArm"][1]) / 2
    # Shoulders that are a guess may be too high: a bust's, or a large head's.
    lowest = [shoulders] if sure[0] >= 0.5 else [shoulders, float(low[1]) + _LOWEST_NECK * tall]
    sure.append(_neck(marks, found, voxels, lowest, tall, notes))
    if sure[1] == 1:  # the neck's base tells where hanging arms begin
        base = float(marks["neck"][1]) - NECK_ABOVE_SHOULDER * tall
        if base < shoulders and sure[0] < 0.5:
            for side, _ in SIDES:
                for part in ("UpperArm", "LowerArm", "Hand", "HandTip"):
                    marks[side + part][1] -= shoulders - base
        _arms(marks, found, graph, points, tall, [], base)
        shoulders = float(marks["leftUpperArm"][1] + marks["rightUpperArm"][1]) / 2
    sure.append(_legs(marks, found, graph, voxels, shoulders, low, tall, notes))
    confidence = float(np.dot(sure, (0.35, 0.25, 0.4)))
    confidence *= 1 - _symmetrised(marks, tall)
    guessed = sum(each < 1 for each in sure)
    confidence = min(confidence, (1.0, 0.7, 0.25, 0.1)[guessed])
    if found.count == 0:
        notes.append("no limbs at all: this may be no person")
    return marks, notes, confidence


def _arms(
    marks: Landmarks,
    found: Labelled,
    graph: Graph,
    points: Doubles,
    tall: float,
    notes: list[str],
    shoulders: float | None = None,
) -> float:
    sure = 0.0
    missing = []
    for side, tip in (("left", found.left_hand), ("right", found.right_hand)):
        new = None if tip is None else arm(side, limb_from(tip, graph, points), tall, shoulders)
        if new is None:
            missing.append(side)
        marks |= new or {}
        sure += _GUESSED / 2 if new is None else 0.5
    if len(missing) == 1:
        other = "left" if missing == ["right"] else "right"
        axis = float(points[:, 0].mean())
        for part in ("UpperArm", "LowerArm", "Hand", "HandTip"):
            at = marks[other + part].copy()
            at[0] = 2 * axis - at[0]
            marks[missing[0] + part] = at
        notes.append(f"the {missing[0]} arm could not be told from the body: mirrored")
    elif missing:
        notes.append("the arms could not be told from the body: placed by proportions")
    return sure


def _neck(
    marks: Landmarks,
    found: Labelled,
    voxels: Voxels,
    lowest: list[float],
    tall: float,
    notes: list[str],
) -> float:
    """`lowest` are the y below which the neck is not looked for, one after another."""
    if found.head is not None:
        for end in lowest:
            new = neck(voxels, voxels.solid, found.head.point, end)
            # A neck without an end above is the chin, where its end was looked for too high.
            if new is not None and (len(lowest) == 1 or new["neck"][1] > end + 2 * voxels.pitch):
                marks |= new
                return 1.0
    shoulders = lowest[0]
    notes.append("no narrow neck found: placed above the shoulders")
    above = float(marks["headTop"][1]) - shoulders
    usual = (1 - 0.8) * tall
    for name, share in (("neck", NECK_ABOVE_SHOULDER), ("head", HEAD_ABOVE_SHOULDER)):
        marks[name][1] = shoulders + share * tall * min(1.0, max(above, 0.0) / usual)
    return 0.4 if found.head is not None else _GUESSED


def _legs(
    marks: Landmarks,
    found: Labelled,
    graph: Graph,
    voxels: Voxels,
    shoulders: float,
    low: Doubles,
    tall: float,
    notes: list[str],
) -> float:
    ground = float(low[1])
    points = voxels.centres(graph.cells)
    sure = _GUESSED
    hip_height = ground + HIP_OF_SHOULDER * (shoulders - ground)
    new: Landmarks = {}
    if found.left_foot is not None and found.right_foot is not None:
        ends = graph.cells[found.left_foot.node], graph.cells[found.right_foot.node]
        row = crotch_level(voxels.solid, *ends)
        crotch = float(voxels.origin[1] + row * voxels.pitch)
        if crotch - ground < _UNDER_SKIRT * (shoulders - ground) / 0.8:
            notes.append("the legs are one up to the shins (a skirt, a robe)")
        else:
            middle = float(points[:, 0].mean())
            hip_height = hip_height_over(row, voxels, middle, shoulders, ground, tall)
            for side, tip in (("left", found.left_foot), ("right", found.right_foot)):
                limb = limb_from(tip, graph, points)
                new |= leg(side, limb, crotch, hip_height, ground, tall) or {}
            if len(new) == 6:
                # A sleeve and a hose at the foot of a bust are no legs: their axes lead outside.
                away, _ = cKDTree(points).query(np.array(list(new.values())))
                sure = 1.0 if np.max(away) < _STRAY * tall else _GUESSED
    if sure < 1:
        notes.append("the legs could not be told apart: placed by proportions")
        new = {}
        for side, _ in SIDES:
            old = marks[f"{side}UpperLeg"].copy()
            marks[f"{side}UpperLeg"][1] = hip_height
            marks[f"{side}LowerLeg"][1] += (hip_height - old[1]) / 2
    marks |= new
    if sure == 1:
        soles = points[points[:, 1] < ground + 0.06 * tall]
        between = float(marks["leftFoot"][0] + marks["rightFoot"][0]) / 2
        for side, sign in SIDES:
            own = soles[(soles[:, 0] - between) * sign > 0]
            marks |= foot(side, marks[f"{side}Foot"], own, ground, tall)
    marks["hips"] = (marks["leftUpperLeg"] + marks["rightUpperLeg"]) / 2
    marks["hips"][1] += 0.03 * tall
    return sure


def _symmetrised(marks: Landmarks, tall: float) -> float:
    """Makes sides that are nearly alike alike; 0..0.5, how unlike the others are."""
    pairs = [(name, mirrored_name(name)) for name in marks if name.startswith("left")]
    across = float(np.median([marks[a][0] + marks[b][0] for a, b in pairs])) / 2
    unlike = 0
    for left, right in pairs:
        mirror = marks[right] * (-1, 1, 1) + (2 * across, 0, 0)
        if np.linalg.norm(marks[left] - mirror) < _SAME * tall:
            mean = (marks[left] + mirror) / 2
            marks[left] = mean
            marks[right] = mean * (-1, 1, 1) + (2 * across, 0, 0)
        else:
            unlike += 1
    for name in ("hips", "neck", "head", "headTop"):
        if abs(marks[name][0] - across) < _SAME * tall:
            marks[name] = np.array([across, *marks[name][1:]])
    return 0.5 * unlike / len(pairs)


def _finish(marks: Landmarks, voxels: Voxels, tall: float) -> None:
    """Adds spine and chest, and puts every joint inside."""
    rise = marks["neck"] - marks["hips"]
    for name, share in (("hips", 0.0), ("spine", SPINE), ("chest", CHEST)):
        at = marks["hips"] + share * rise
        depth = torso_middle(voxels, voxels.solid, float(at[1]), float(at[0]), tall)
        if np.isfinite(depth):
            at[2] = depth
        marks[name] = at
    _inside(marks, voxels)


def _inside(marks: Landmarks, voxels: Voxels) -> None:
    """Moves the joints that are not inside to the nearest place that is."""
    depth = voxels.depth
    # One cell under the surface, where there is so much; a sheet has only its own cells.
    for least in (1.4 * voxels.pitch, 0.0):
        deep = np.argwhere(depth > least)
        if len(deep):
            break
    points = voxels.centres(deep)
    tree = cKDTree(points)
    every = voxels.centres(np.argwhere(voxels.solid))
    shallow = cKDTree(every)
    reach = 4 * voxels.pitch
    for name in BONES:
        if voxels.depths(marks[name][None])[0] > 1.4 * voxels.pitch:
            continue
        away, nearest = tree.query(marks[name])
        thin, at = shallow.query(marks[name])
        marks[name] = points[nearest] if away < thin + reach else every[at]
