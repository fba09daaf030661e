"""Joints somebody saw in a picture of the person, laid into the mesh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ..pose.keypoints import CONFIDENCE, read_keypoints
from ..pose.skeleton import JOINTS
from .camera import Camera
from .skeleton_template import Landmarks
from .voxels import Doubles, Voxels

_COCO_17 = (
    "nose", "left_eye", "right_eye", "left_ear", "right_ear",
    "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
    "left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle",
)  # fmt: skip
_PARTS = {
    "shoulder": "UpperArm",
    "elbow": "LowerArm",
    "wrist": "Hand",
    "hip": "UpperLeg",
    "knee": "LowerLeg",
    "ankle": "Foot",
}
_LANDMARK = {
    f"{side}_{part}": side + bone for side in ("left", "right") for part, bone in _PARTS.items()
}
_FOLLOWERS = {"Hand": ("HandTip",), "Foot": ("Toes", "ToeTip")}


class KeypointsError(ValueError):
    """Keypoints that cannot be used; the message says why."""


def overridden(
    marks: Landmarks, keypoints: object, camera: Camera | None, voxels: Voxels, notes: list[str]
) -> float:
    """Moves `marks` to the keypoints' places, and says how sure that makes them, 0..1.

    Raises KeypointsError for keypoints that cannot be read or show nobody.
    """
    seen, size = _read(keypoints)
    known = {_LANDMARK[name]: at for name, at in seen.items() if name in _LANDMARK}
    if len(known) < 3:
        raise KeypointsError("the keypoints show fewer than three joints of a person's limbs")
    if camera is None:
        rays = _laid_over(marks, known)
        notes.append("the keypoints came without a camera: laid over the mesh's front")
    else:
        scale = np.array([camera.width, camera.height]) / size if size is not None else 1.0
        rays = {name: _ray(camera, at * scale) for name, at in known.items()}
    for name, (start, direction) in rays.items():
        at = _deepest(start, direction, voxels, marks[name])
        for end in _FOLLOWERS.get(name.removeprefix("left").removeprefix("right"), ()):
            side = "left" if name.startswith("left") else "right"
            marks[side + end] = marks[side + end] + at - marks[name]
        marks[name] = at
    hips = [marks[f"{side}UpperLeg"] for side in ("left", "right")]
    if "leftUpperLeg" in rays and "rightUpperLeg" in rays:
        above = marks["hips"][1] - max(hips[0][1], hips[1][1])
        marks["hips"] = (hips[0] + hips[1]) / 2
        marks["hips"][1] += max(above, 0.0)
    notes.append(f"{len(rays)} joints placed by keypoints")
    return 0.9 * len(rays) / len(_LANDMARK)


def _read(keypoints: object) -> tuple[dict[str, Doubles], Doubles | None]:
    """The joints in pixels, and the (2,) width and height of their picture where it is known."""
    rows = keypoints
    if isinstance(keypoints, Sequence) and not isinstance(keypoints, (str, bytes)):
        frames = bool(keypoints) and isinstance(keypoints[0], Mapping)
    else:
        frames = not isinstance(keypoints, np.ndarray)
    if frames:
        try:
            read = read_keypoints(keypoints)
        except ValueError as error:
            raise KeypointsError(str(error)) from error
        people = [(pose, f) for f in read for pose in f.poses]
        if not people:
            raise KeypointsError("the keypoints show nobody")
        pose, frame = max(people, key=lambda each: len(each[0].joints))
        found = {
            str(joint): np.array([x * frame.height + frame.width / 2, y * frame.height])
            for joint, (x, y, _) in pose.joints.items()
        }
        return found, np.array([frame.width, frame.height], np.float64)
    try:
        table = np.asarray(rows, np.float64)
    except (TypeError, ValueError) as error:
        raise KeypointsError(f"the keypoints are no rows of numbers: {error}") from error
    if table.ndim != 2 or table.shape[0] not in (17, 18) or table.shape[1] not in (2, 3):
        raise KeypointsError(
            f"keypoints are 17 or 18 rows of x, y[, confidence], not {table.shape}"
        )
    names: tuple[Any, ...] = _COCO_17 if len(table) == 17 else JOINTS
    sure = table[:, 2] if table.shape[1] == 3 else np.ones(len(table))
    good = np.isfinite(table).all(axis=1) & (sure > CONFIDENCE)
    return {str(names[i]): table[i, :2] for i in np.flatnonzero(good)}, None


def _ray(camera: Camera, pixel: Doubles) -> tuple[Doubles, Doubles]:
    """From where, and in which direction (of length 1), the camera sees a pixel."""
    right, up, forward = camera.basis
    x = (pixel[0] - camera.width / 2) / camera.focal
    y = (camera.height / 2 - pixel[1]) / camera.focal
    across = x * right + y * up
    eye = np.asarray(camera.eye, np.float64)
    if camera.fov is None:
        return eye + across, forward
    direction = across + forward
    return eye, direction / np.linalg.norm(direction)


def _laid_over(
    marks: Landmarks, known: Mapping[str, Doubles]
) -> dict[str, tuple[Doubles, Doubles]]:
    """Straight rays from the front, by the scale and shift that fit the marks best."""
    picture = np.array(list(known.values())) * (1, -1)
    space = np.array([marks[name][:2] for name in known])
    flat, here = picture - picture.mean(axis=0), space - space.mean(axis=0)
    scale = float((flat * here).sum() / max(float((flat**2).sum()), 1e-12))
    if scale <= 0:
        raise KeypointsError("the keypoints do not fit the mesh from the front")
    placed = flat * scale + space.mean(axis=0)
    back = np.array([0.0, 0.0, -1.0])
    return {
        name: (np.array([x, y, marks[name][2]]), back)
        for name, (x, y) in zip(known, placed, strict=True)
    }


def _deepest(start: Doubles, direction: Doubles, voxels: Voxels, near: Doubles) -> Doubles:
    """The place on the ray that lies deepest in the body; abreast of `near` if it misses it.

    Of several limbs behind each other it is the one nearer to `near`.
    """
    along = float((near - start) @ direction)
    reach = float(np.linalg.norm(voxels.solid.shape)) * voxels.pitch
    steps = along + np.arange(-reach, reach, voxels.pitch / 2)
    points = start + steps[:, None] * direction
    inside = voxels.cells(points)
    within = (np.abs(voxels.centres(inside) - points) <= voxels.pitch).all(axis=1)
    depth = np.where(within, voxels.depths(points), 0.0)
    score = np.where(depth > 0, depth - 0.3 * np.abs(steps - along), -np.inf)
    at = int(score.argmax())
    return points[at] if np.isfinite(score[at]) else start + along * direction
