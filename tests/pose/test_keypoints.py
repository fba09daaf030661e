"""POSE_KEYPOINT, as ComfyUI's pose nodes hand it on."""

from __future__ import annotations

import json
from typing import Any

import pytest
from avatarforge.forge.pose.keypoints import PoseFrame, moved, read_keypoints, write_keypoints
from avatarforge.forge.pose.library import POSES, pose
from avatarforge.forge.pose.skeleton import JOINTS, Pose
from hypothesis import given
from hypothesis import strategies as st


@given(
    st.sampled_from(sorted(POSES)),
    st.sampled_from(["front", "back"]),
    st.integers(64, 4096),
    st.integers(64, 4096),
)
def test_what_is_written_is_read_back(name: str, view: Any, width: int, height: int) -> None:
    one = pose(name, view)
    text = json.dumps(write_keypoints([PoseFrame((one, one), width, height)]))
    (frame,) = read_keypoints(text)
    assert (frame.width, frame.height, len(frame.poses)) == (width, height, 2)
    assert frame.poses[0].joints.keys() == one.joints.keys()
    for joint, point in one.joints.items():
        assert frame.poses[0].joints[joint] == pytest.approx(point, abs=1e-9)


@given(st.integers(64, 2048), st.integers(64, 2048), st.floats(0.1, 8), st.floats(-500, 500))
def test_a_pose_moves_with_its_picture(width: int, height: int, scale: float, shift: float) -> None:
    """Whatever canvas the keypoints speak of, the picture's own pixels count."""
    crossed = pose("arms_crossed")
    frames = write_keypoints([PoseFrame((crossed,), width, height)])
    (there,) = read_keypoints(
        moved(
            frames, (300, 400), scale=(scale, 2 * scale), shift=(shift, -shift), canvas=(600, 500)
        )
    )
    assert (there.width, there.height) == (600, 500)
    for joint, (x, y, depth) in crossed.joints.items():
        column = (x * height + width / 2) * 300 / width * scale + shift
        row = y * 400 * 2 * scale - shift
        new_x, new_y, new_depth = there.poses[0].joints[joint]
        assert new_x * 500 + 300 == pytest.approx(column, abs=1e-6)
        assert new_y * 500 == pytest.approx(row, abs=1e-6)
        assert new_depth * 500 == pytest.approx(depth * 400 * 2 * scale, abs=1e-6)


def test_depth_stands_beside_what_others_read() -> None:
    crossed = pose("arms_crossed")
    (written,) = write_keypoints([PoseFrame((crossed,), 512, 768)])
    (person,) = written["people"]
    depths = dict(zip(JOINTS, person["pose_keypoints_depth"], strict=True))
    assert depths["left_wrist"] == pytest.approx(crossed.joints["left_wrist"][2] * 768)
    without = {**person, "pose_keypoints_depth": None}
    (read,) = read_keypoints([{**written, "people": [without]}])
    assert {d for _, _, d in read.poses[0].joints.values()} == {0.0}
    flat = Pose({joint: (x, y, 0.0) for joint, (x, y, _) in crossed.joints.items()})
    (written,) = write_keypoints([PoseFrame((flat,), 512, 768)])
    assert "pose_keypoints_depth" not in written["people"][0]


def test_a_frame_has_what_sdpose_reads() -> None:
    (frame,) = write_keypoints([PoseFrame((pose("standing", "back"),), 512, 768)])
    person = frame["people"][0]
    lengths = {key: len(numbers) for key, numbers in person.items() if key != "pose_name"}
    assert lengths == {
        "pose_keypoints_2d": 54,
        "pose_keypoints_depth": 18,
        "foot_keypoints_2d": 18,
        "face_keypoints_2d": 210,
        "hand_right_keypoints_2d": 63,
        "hand_left_keypoints_2d": 63,
    }
    assert person["pose_keypoints_2d"][:3] == [0, 0, 0]  # the nose is not seen from behind


def body(**joints: tuple[float, float, float]) -> list[float]:
    return [number for joint in JOINTS for number in joints.get(joint, (0.0, 0.0, 0.0))]


def frame(numbers: object, **more: object) -> dict[str, object]:
    return {
        "canvas_width": 200,
        "canvas_height": 100,
        "people": [{"pose_keypoints_2d": numbers}],
        **more,
    }


def deep(depths: object) -> dict[str, object]:
    people = [{"pose_keypoints_2d": body(), "pose_keypoints_depth": depths}]
    return {"canvas_width": 9, "canvas_height": 9, "people": people}


def test_shares_of_the_canvas_are_understood() -> None:
    shares = read_keypoints([frame(body(nose=(0.75, 0.5, 1), neck=(0.5, 1.0, 1)))])
    pixels = read_keypoints([frame(body(nose=(150, 50, 1), neck=(100, 100, 1)))])
    assert shares == pixels
    assert pixels[0].poses[0].joints == {"nose": (0.5, 0.5, 0.0), "neck": (0.0, 1.0, 0.0)}


def test_unsure_joints_and_empty_people_are_left_out() -> None:
    (read,) = read_keypoints(frame(body(nose=(150, 50, 0.1), neck=(100, 100, 0.9))))
    assert set(read.poses[0].joints) == {"neck"}
    assert read_keypoints(frame(body())) == (PoseFrame((), 200, 100),)
    assert read_keypoints(frame(None)) == (PoseFrame((), 200, 100),)


def test_body_25_is_understood() -> None:
    numbers = [0.0] * 75
    numbers[3 * 9 : 3 * 9 + 3] = [50, 60, 1]  # its right hip, after the middle of the hips
    (read,) = read_keypoints(frame(numbers))
    assert read.poses[0].joints == {"right_hip": (-0.5, 0.6, 0.0)}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("{", "no JSON"),
        (7, "list of frames"),
        ("7", "list of frames"),
        ([3], "frame 0 is not an object"),
        ([{"people": []}], "canvas_width is not a number"),
        ([{"canvas_width": 9, "canvas_height": True, "people": []}], "canvas_height"),
        ([{"canvas_width": 9, "canvas_height": 0, "people": []}], "canvas_height is not within"),
        ([frame([], people="x")], "people is not a list"),
        ([frame([], people=[4])], "person 0 is not an object"),
        ([frame("abc")], "is not a list"),
        ([frame([0.0] * 53)], "53 numbers"),
        ([frame([0.0] * 53 + ["x"])], "no number"),
        ([frame([0.0] * 53 + [float("nan")])], "finite"),
        ([frame(body()), frame([1, 2])], "frame 1, person 0"),
        ([deep([1.0])], "pose_keypoints_depth has 1 numbers, not 18"),
        ([deep("far")], "pose_keypoints_depth is not a list"),
    ],
)
def test_malformed_input_is_named(value: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_keypoints(value)
