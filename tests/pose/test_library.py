"""The named poses: one body, four views."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from avatarforge.forge.avatar.features import VIEWS, View
from avatarforge.forge.pose.library import GROUND, POSES, pose
from avatarforge.forge.pose.skeleton import JOINTS, LIMBS, Joint, Pose

NAMES = list(POSES)


def length(one: Pose, start: Joint, end: Joint) -> float:
    return math.dist(one.joints[start], one.joints[end])


def test_the_library_holds_what_people_ask_for() -> None:
    assert {"standing", "a_pose", "t_pose", "walking", "running", "sitting", "waving"} <= {*NAMES}
    assert len(NAMES) >= 24
    assert all(entry.description and entry.name == name for name, entry in POSES.items())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_the_same_body_inside_the_picture(name: str, view: View) -> None:
    one = pose(name, view, hidden=True)
    assert set(one.joints) == set(JOINTS)
    standing = pose("standing")
    for start, end in LIMBS:
        # leaning and turning at the waist moves hips and shoulders a little against the neck
        assert length(one, start, end) == pytest.approx(length(standing, start, end), rel=0.08)
    for x, y, depth in one.joints.values():
        assert abs(x) < 0.49
        assert 0.01 < y < GROUND
        assert abs(depth) < 0.49


@pytest.mark.parametrize("name", NAMES)
def test_a_pose_stands_on_the_ground_unless_it_is_in_the_air(name: str) -> None:
    lowest = max(y for _, y, _ in pose(name).joints.values())
    above = GROUND - lowest
    assert above > 0.08 if name in ("jumping", "flying") else 0.0 < above < 0.07


@pytest.mark.parametrize("name", NAMES)
def test_left_and_right_are_built_alike(name: str) -> None:
    one = pose(name)
    for part in ("elbow", "wrist", "knee", "ankle"):
        upper = {"elbow": "shoulder", "wrist": "elbow", "knee": "hip", "ankle": "knee"}[part]
        right, left = (
            math.dist(
                next(p for j, p in one.joints.items() if j == f"{side}_{upper}"),
                next(p for j, p in one.joints.items() if j == f"{side}_{part}"),
            )
            for side in ("right", "left")
        )
        assert right == pytest.approx(left)


def test_what_the_head_hides_is_left_out() -> None:
    assert "left_ear" not in pose("standing", "side").joints
    assert not {"nose", "left_eye", "right_eye"} & pose("standing", "back").joints.keys()
    assert pose("standing", "front").joints.keys() == set(JOINTS)


def test_in_front_the_right_hand_is_on_the_pictures_left() -> None:
    front, back = pose("t_pose", "front"), pose("t_pose", "back")
    assert front.joints["right_wrist"][0] < 0 < front.joints["left_wrist"][0]
    assert back.joints["right_wrist"][0] > 0 > back.joints["left_wrist"][0]


def test_poses_differ() -> None:
    for one, other in combinations(NAMES, 2):
        a, b = pose(one).joints, pose(other).joints
        assert max(math.dist(a[joint], b[joint]) for joint in JOINTS) > 0.05, (one, other)


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="hands_on_hips"):
        pose("moonwalk")
