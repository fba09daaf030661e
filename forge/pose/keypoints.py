"""POSE_KEYPOINT: poses as the JSON that ComfyUI's pose nodes hand to each other.

The format is OpenPose's output (`doc/02_output.md` of CMU's OpenPose) in a list of frames:
`{"canvas_width", "canvas_height", "people": [{"pose_keypoints_2d": [x, y, confidence, ...]}]}`.
ComfyUI's SDPose nodes count in pixels, comfyui_controlnet_aux in shares of the canvas;
both are read, pixels are written.

The format is flat. Where a pose knows how far its joints are before or behind the body,
they are written beside it, as `pose_keypoints_depth`: one number for each joint, in pixels
towards the viewer. OpenPose's own keys stay as they are, and who does not know the list
passes it on or drops it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .skeleton import JOINTS, Joint, Point, Pose

CONFIDENCE = 0.3
"""A joint surer than this counts as seen; SDPose's own threshold."""

MAX_SIDE = 16384
"""Of a canvas, in pixels; a larger one is taken for a mistake."""

_DEPTH = "pose_keypoints_depth"
_NAME = "pose_name"  # ours as well: the hands go by it
_FACE, _HAND, _FOOT = 70, 21, 6  # keypoints that readers expect to find, if only as zeros

# OpenPose's BODY_25 has the same first eight, then the middle of the hips; feet come last.
_BODY_25: tuple[Joint | None, ...] = (
    *JOINTS[:8], None, *JOINTS[8:18], None, None, None, None, None, None,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PoseFrame:
    """The people of one picture of `width` x `height` pixels."""

    poses: tuple[Pose, ...]
    width: int
    height: int


def write_keypoints(frames: Iterable[PoseFrame]) -> list[dict[str, Any]]:
    """JSON-ready frames. A joint that is not known is (0, 0, 0), as OpenPose has it."""
    return [
        {
            "canvas_width": frame.width,
            "canvas_height": frame.height,
            "people": [_person(pose, frame.width, frame.height) for pose in frame.poses],
        }
        for frame in frames
    ]


def _person(pose: Pose, width: int, height: int) -> dict[str, Any]:
    body: list[float] = []
    for joint in JOINTS:
        if joint in pose.joints:
            x, y, _ = pose.joints[joint]
            body += [x * height + width / 2, y * height, 1.0]
        else:
            body += [0.0, 0.0, 0.0]
    # SDPose's drawing node fails on a person without these.
    person: dict[str, Any] = {
        "pose_keypoints_2d": body,
        "foot_keypoints_2d": [0.0] * 3 * _FOOT,
        "face_keypoints_2d": [0.0] * 3 * _FACE,
        "hand_right_keypoints_2d": [0.0] * 3 * _HAND,
        "hand_left_keypoints_2d": [0.0] * 3 * _HAND,
    }
    depths = [pose.joints[joint][2] * height if joint in pose.joints else 0.0 for joint in JOINTS]
    if any(depths):
        person[_DEPTH] = depths
    if pose.name:
        person[_NAME] = pose.name
    return person


def moved(
    value: object,
    size: tuple[int, int],
    *,
    scale: tuple[float, float],
    shift: tuple[float, float],
    canvas: tuple[int, int],
) -> list[dict[str, Any]]:
    """Keypoints of a picture of `size` (width, height) in another, which shows it moved.

    What was at (x, y) pixels of the picture is at `scale * (x, y) + shift` of `canvas`. Raises
    ValueError as `read_keypoints` does.
    """
    frames = []
    for frame in read_keypoints(value):
        # The canvas may be of another size than the picture that it speaks of.
        across, down = size[0] / frame.width, size[1] / frame.height
        poses = []
        for pose in frame.poses:
            joints: dict[Joint, Point] = {}
            for joint, (x, y, depth) in pose.joints.items():
                column = (x * frame.height + frame.width / 2) * across * scale[0] + shift[0]
                row = y * frame.height * down * scale[1] + shift[1]
                far = depth * frame.height * down * scale[1]
                joints[joint] = (
                    (column - canvas[0] / 2) / canvas[1],
                    row / canvas[1],
                    far / canvas[1],
                )
            poses.append(Pose(joints, pose.name))
        frames.append(PoseFrame(tuple(poses), *canvas))
    return write_keypoints(frames)


def read_keypoints(value: object, *, confidence: float = CONFIDENCE) -> tuple[PoseFrame, ...]:
    """Reads a list of frames, a single frame, or the JSON text of either.

    Bodies of 18 (COCO) and 25 (BODY_25) keypoints are read; faces, hands and feet are left
    aside. Depth is read where it is given, for bodies of 18. Coordinates that all lie within
    0..1 are shares of the canvas. A person of whom no joint is surer than `confidence` is
    left out.

    Raises ValueError that says what is wrong and where.
    """
    if isinstance(value, (str, bytes)):
        try:
            value = json.loads(value)
        except ValueError as error:
            raise ValueError(f"The pose is no JSON: {error}") from error
    frames = [value] if isinstance(value, Mapping) else value
    if not isinstance(frames, Sequence) or isinstance(frames, (str, bytes)):
        raise ValueError("A pose is a list of frames.")
    return tuple(
        _read_frame(frame, f"frame {number}", confidence) for number, frame in enumerate(frames)
    )


def _read_frame(frame: object, where: str, confidence: float) -> PoseFrame:
    if not isinstance(frame, Mapping):
        raise ValueError(f"{where} is not an object.")
    width, height = (_side(frame.get(key), f"{where}: {key}") for key in _CANVAS)
    people = frame.get("people")
    if not isinstance(people, Sequence) or isinstance(people, (str, bytes)):
        raise ValueError(f"{where}: people is not a list.")
    poses = (
        _read_person(person, f"{where}, person {number}", width, height, confidence)
        for number, person in enumerate(people)
    )
    return PoseFrame(tuple(pose for pose in poses if pose.joints), width, height)


_CANVAS = ("canvas_width", "canvas_height")


def _side(value: object, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{where} is not a number.")
    if not 1 <= value <= MAX_SIDE:
        raise ValueError(f"{where} is not within 1 to {MAX_SIDE}.")
    return int(value)


def _read_person(person: object, where: str, width: int, height: int, confidence: float) -> Pose:
    if not isinstance(person, Mapping):
        raise ValueError(f"{where} is not an object.")
    flat = person.get("pose_keypoints_2d")
    if flat is None:
        return Pose({})
    numbers = _numbers(flat, f"{where}: pose_keypoints_2d")
    order = {3 * len(JOINTS): JOINTS, 3 * len(_BODY_25): _BODY_25}.get(len(numbers))
    if order is None:
        raise ValueError(
            f"{where}: pose_keypoints_2d has {len(numbers)} numbers, "
            f"not {3 * len(JOINTS)} (18 joints) or {3 * len(_BODY_25)} (25 joints)."
        )
    points = list(zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True))
    shares = all(0 <= x <= 1 and 0 <= y <= 1 for x, y, _ in points)
    across, down = (width, height) if shares else (1, 1)
    depths = _depths(person.get(_DEPTH), order, where)
    joints: dict[Joint, Point] = {
        joint: ((x * across - width / 2) / height, y * down / height, depth / height)
        for joint, (x, y, sure), depth in zip(order, points, depths, strict=True)
        if joint is not None and sure > confidence
    }
    name = person.get(_NAME)
    return Pose(joints, name if isinstance(name, str) else "")


def _depths(flat: object, order: Sequence[Joint | None], where: str) -> list[float]:
    if flat is None or order is _BODY_25:
        return [0.0] * len(order)
    depths = _numbers(flat, f"{where}: {_DEPTH}")
    if len(depths) != len(order):
        raise ValueError(f"{where}: {_DEPTH} has {len(depths)} numbers, not {len(order)}.")
    return depths


def _numbers(flat: object, where: str) -> list[float]:
    if not isinstance(flat, Sequence) or isinstance(flat, (str, bytes)):
        raise ValueError(f"{where} is not a list.")
    for number in flat:
        if isinstance(number, bool) or not isinstance(number, (int, float)):
            raise ValueError(f"{where} holds {str(number)[:40]!r}, which is no number.")
        if not math.isfinite(number):
            raise ValueError(f"{where} holds a number that is not finite.")
    return [float(number) for number in flat]
