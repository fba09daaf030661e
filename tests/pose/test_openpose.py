"""The picture that OpenPose ControlNets expect."""

from __future__ import annotations

import numpy as np
import pytest
from avatarforge.forge.pose.library import POSES, pose
from avatarforge.forge.pose.openpose import draw_openpose
from avatarforge.forge.pose.skeleton import JOINT_COLOURS, LIMB_COLOURS, LIMBS, Pose, moved


@pytest.mark.parametrize("name", POSES)
def test_every_colour_is_a_canonical_one(name: str) -> None:
    picture = draw_openpose(pose(name), 512, 768)
    assert picture.shape == (768, 512, 3)
    assert picture.dtype == np.uint8
    found = {
        tuple(int(part) for part in colour) for colour in np.unique(picture.reshape(-1, 3), axis=0)
    }
    assert found <= {(0, 0, 0), *JOINT_COLOURS.values(), *LIMB_COLOURS.values()}


def test_all_joints_and_limbs_of_a_whole_pose_are_seen() -> None:
    picture = draw_openpose(pose("t_pose"), 1024, 1024)
    for colour in (*JOINT_COLOURS.values(), *LIMB_COLOURS.values()):
        assert (picture == colour).all(axis=2).any(), colour


def test_dots_lie_on_their_joints_and_limbs_between() -> None:
    standing = pose("a_pose")
    picture = draw_openpose(standing, 512, 512)
    for joint in ("right_wrist", "left_knee", "nose"):
        x, y, _ = standing.joints[joint]
        assert tuple(picture[int(y * 512), int(x * 512 + 256)]) == JOINT_COLOURS[joint]
    a, b = (standing.joints[joint] for joint in LIMBS[2])
    middle = picture[int((a[1] + b[1]) * 256), int((a[0] + b[0]) * 256 + 256)]
    assert tuple(middle) == LIMB_COLOURS[LIMBS[2]]


def test_thickness_is_in_pixels() -> None:
    line = Pose({"right_hip": (-0.1, 0.2, 0.0), "right_knee": (-0.1, 0.8, 0.0)})
    for stick in (1, 4, 10):
        row = draw_openpose(line, 400, 400, stick_width=stick)[200]
        assert 2 * stick <= np.count_nonzero(row.any(axis=1)) <= 2 * stick + 1


def test_a_dot_is_nine_pixels_wide_at_the_standard_radius() -> None:
    dot = draw_openpose(Pose({"nose": (0.0, 0.5, 0.0)}), 101, 101)
    rows = np.flatnonzero(dot.any(axis=(1, 2)))
    assert rows.size == 9
    assert 45 <= np.count_nonzero(dot.any(axis=2)) <= 69


def test_a_limb_needs_both_ends() -> None:
    picture = draw_openpose(Pose({"neck": (0.0, 0.3, 0.0)}), 200, 200)
    assert {tuple(map(int, colour)) for colour in picture[picture.any(axis=2)]} == {(255, 85, 0)}


def test_people_are_drawn_one_over_the_other_and_cut_at_the_border() -> None:
    one = pose("standing")
    two = draw_openpose([moved(one, -0.3), moved(one, 0.3)], 512, 512)
    single = draw_openpose(one, 512, 512)
    assert np.count_nonzero(two.any(axis=2)) == pytest.approx(
        2 * np.count_nonzero(single.any(axis=2)), rel=0.02
    )
    assert not draw_openpose(moved(one, 9), 512, 512).any()
    assert draw_openpose(moved(one, 0.5), 512, 512)[:, -1].any()
    assert not draw_openpose([], 64, 64).any()


@pytest.mark.parametrize(("width", "height", "stick"), [(0, 5, 4), (5, 0, 4), (5, 5, 0)])
def test_impossible_measures_are_refused(width: int, height: int, stick: int) -> None:
    with pytest.raises(ValueError, match=r"pixel"):
        draw_openpose(pose("standing"), width, height, stick_width=stick)
