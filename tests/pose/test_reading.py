"""OpenPose pictures read back into joints."""

from __future__ import annotations

import io
import math
import time

import numpy as np
import numpy.typing as npt
import pytest
from avatarforge.forge.avatar.features import VIEWS, View
from avatarforge.forge.pose.library import POSES, pose
from avatarforge.forge.pose.openpose import draw_openpose
from avatarforge.forge.pose.reading import read_openpose
from avatarforge.forge.pose.skeleton import (
    COLOURS,
    JOINT_COLOURS,
    LIMB_COLOURS,
    LIMBS,
    Joint,
    Pose,
    moved,
    scaled,
)
from PIL import Image
from skimage import data

Picture = npt.NDArray[np.uint8]
NAMES = list(POSES)


def seen(one: Pose, picture: Picture, radius: int) -> set[Joint]:
    """The joints of whose dot at least half is to be seen."""
    height, width = picture.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width] + 0.5
    found: set[Joint] = set()
    for joint, (x, y, _) in one.joints.items():
        dot = (columns - x * height - width / 2) ** 2 + (rows - y * height) ** 2 <= radius**2
        if dot.any() and (picture[dot] == JOINT_COLOURS[joint]).all(axis=1).mean() > 0.5:
            found.add(joint)
    return found


def check(one: Pose, picture: Picture, expected: set[Joint]) -> None:
    """All that can be seen is found, and nothing is off by over 1 % of the height."""
    reading = read_openpose(picture)
    assert reading is not None, one.name
    assert reading.people == 1
    assert expected <= reading.pose.joints.keys() <= one.joints.keys()
    for joint, (x, y, depth) in reading.pose.joints.items():
        assert math.dist((x, y), one.joints[joint][:2]) < 0.01, (one.name, joint)
        assert depth == 0


def resized(picture: Picture, size: int) -> Picture:
    return np.asarray(Image.fromarray(picture).resize((size, size), Image.Resampling.BILINEAR))


def jpeg(picture: Picture, quality: int) -> Picture:
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "JPEG", quality=quality)
    return np.asarray(Image.open(buffer))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_pose_in_every_view(name: str, view: View) -> None:
    one = pose(name, view)
    picture = draw_openpose(one, 512, 512)
    check(one, picture, seen(one, picture, 4))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("view", ["front", "quarter", "back"])
def test_lossy_and_resized(name: str, view: View) -> None:
    one = pose(name, view)
    picture = draw_openpose(one, 512, 512)
    expected = seen(one, picture, 4)
    for size in (256, 1024, 2048):
        check(one, resized(picture, size), expected)
    for quality in (70, 95):
        check(one, jpeg(picture, quality), expected)


@pytest.mark.parametrize("stick", [2, 4, 10])
@pytest.mark.parametrize("size", [(512, 512), (512, 768), (1536, 1024)])
@pytest.mark.parametrize("quality", [70, 95])
def test_thin_and_thick_lines(stick: int, size: tuple[int, int], quality: int) -> None:
    one = pose("fighting_stance")
    picture = draw_openpose(one, *size, stick_width=stick, dot_radius=4)
    check(one, picture, seen(one, picture, 4))
    check(one, jpeg(picture, quality), seen(one, picture, 4))


def test_lines_as_bright_as_dots() -> None:
    """As ComfyUI's own SDPose nodes draw them."""
    for name in ("standing", "t_pose", "dancing", "walking"):
        one = pose(name)
        picture = draw_openpose(one, 512, 512)
        for number, limb in enumerate(LIMBS):
            picture[(picture == LIMB_COLOURS[limb]).all(axis=2)] = COLOURS[number]
        reading = read_openpose(picture)
        assert reading is not None
        assert len(reading.pose.joints) >= 16
        for joint, (x, y, _) in reading.pose.joints.items():
            assert math.dist((x, y), one.joints[joint][:2]) < 0.02, (name, joint)


@pytest.mark.parametrize("name", ["standing", "a_pose", "t_pose", "sword_raised", "dancing"])
def test_limbs_half_transparent_over_the_dots(name: str) -> None:
    """As the first ControlNet annotators drew them."""
    one = pose(name)
    picture = np.zeros((512, 512, 3), np.uint8)
    for joint, point in one.joints.items():
        dot = draw_openpose(Pose({joint: point}), 512, 512)
        picture = np.where(dot.any(axis=2, keepdims=True), dot, picture)
    for number, (start, end) in enumerate(LIMBS):
        line = Pose({joint: one.joints[joint] for joint in (start, end)})
        drawn = (draw_openpose(line, 512, 512) == LIMB_COLOURS[start, end]).all(axis=2)
        blend = picture[drawn] * 0.4 + np.array(COLOURS[number]) * 0.6
        picture[drawn] = np.round(blend).astype(np.uint8)
    reading = read_openpose(picture)
    assert reading is not None
    assert len(reading.pose.joints) >= 16
    for joint, (x, y, _) in reading.pose.joints.items():
        assert math.dist((x, y), one.joints[joint][:2]) < 0.012, joint


def test_of_several_people_the_largest_is_read() -> None:
    large, small = moved(pose("waving"), 0.25), moved(scaled(pose("sitting"), 0.6), -0.45)
    reading = read_openpose(draw_openpose([large, small], 1024, 768))
    assert reading is not None
    assert reading.people == 2
    for joint, (x, y, _) in reading.pose.joints.items():
        assert math.dist((x, y), large.joints[joint][:2]) < 0.01


def test_hidden_joints_are_left_out() -> None:
    whole = pose("standing")
    part = Pose({j: p for j, p in whole.joints.items() if j not in ("left_wrist", "left_ear")})
    reading = read_openpose(draw_openpose(part, 512, 512))
    assert reading is not None
    assert reading.pose.joints.keys() == part.joints.keys()


def test_a_face_and_hands_do_not_disturb() -> None:
    """White dots on the face, blue ones with coloured lines at the hands, as DWPose adds."""
    one = pose("waving")
    picture = draw_openpose(one, 768, 768)
    x, y, _ = one.joints["nose"]
    for number in range(20):
        row, column = int(y * 768) + 24 + number // 5 * 4, int(x * 768) + 384 - 16 + number % 5 * 8
        picture[row - 2 : row + 2, column - 2 : column + 2] = 255
    x, y, _ = one.joints["right_wrist"]
    for number in range(21):
        row, column = int(y * 768) - 14 - number // 5 * 12, int(x * 768) + 358 + number % 5 * 12
        picture[row : row + 7, column : column + 7] = (0, 0, 255)
    reading = read_openpose(picture)
    assert reading is not None
    assert reading.people == 1
    for joint, (x, y, _) in reading.pose.joints.items():
        assert math.dist((x, y), one.joints[joint][:2]) < 0.012, joint
    assert "left_knee" in reading.pose.joints


def photographs() -> dict[str, Picture]:
    noise = np.random.default_rng(1).integers(0, 256, (256, 256, 3), np.uint8)
    black = np.zeros((256, 256, 3), np.uint8)
    on_black = np.zeros((512, 512, 3), np.uint8)
    on_black[100:400, 100:350] = data.chelsea()[:300, :250]
    return {
        "astronaut": data.astronaut(),
        "cat": data.chelsea(),
        "coffee": data.coffee(),
        "noise": noise,
        "sparse noise": np.where(noise[..., :1] > 220, noise, 0).astype(np.uint8),
        "black": black,
        "red": black + np.array([255, 0, 0], np.uint8),
        "a cat on black": on_black,
        "one pixel": np.zeros((1, 1, 3), np.uint8),
        "colour bars on black": np.where(
            (np.arange(256) % 24 < 8)[np.newaxis, :, np.newaxis],
            np.array(COLOURS, np.uint8)[np.arange(256) // 24][np.newaxis],
            black,
        ).astype(np.uint8),
    }


@pytest.mark.parametrize("name", list(photographs()))
def test_other_pictures_are_none(name: str) -> None:
    assert read_openpose(photographs()[name]) is None


def test_two_loose_limbs_are_no_person() -> None:
    arm = {j: p for j, p in pose("standing").joints.items() if j.startswith("left_el")}
    assert read_openpose(draw_openpose(Pose(arm), 256, 256)) is None


@pytest.mark.parametrize("shape", [(8, 8), (8, 8, 4)])
def test_other_arrays_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="RGB"):
        read_openpose(np.zeros(shape, np.uint8))


def test_it_takes_a_moment() -> None:
    picture = draw_openpose(pose("running"), 512, 512)
    read_openpose(picture)
    start = time.process_time()
    for _ in range(5):
        read_openpose(picture)
    assert (time.process_time() - start) / 5 < 0.15
