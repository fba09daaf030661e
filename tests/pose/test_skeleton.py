"""The OpenPose body and what can be done with a pose of it."""

from __future__ import annotations

import pytest
from avatarforge.forge.pose.library import pose
from avatarforge.forge.pose.skeleton import (
    COLOURS,
    JOINT_COLOURS,
    JOINTS,
    LIMB_COLOURS,
    LIMBS,
    Pose,
    bounding_box,
    completeness,
    fitted,
    mirrored,
    moved,
    scaled,
    turned,
)


def test_limbs_are_those_of_the_annotators_in_their_order() -> None:
    # limbSeq of ControlNet's annotator, counted from 1
    expected = [
        [2, 3], [2, 6], [3, 4], [4, 5], [6, 7], [7, 8], [2, 9], [9, 10], [10, 11], [2, 12],
        [12, 13], [13, 14], [2, 1], [1, 15], [15, 17], [1, 16], [16, 18],
    ]  # fmt: skip
    assert [[JOINTS.index(a) + 1, JOINTS.index(b) + 1] for a, b in LIMBS] == expected


def test_colours_are_those_of_the_annotators() -> None:
    assert JOINT_COLOURS["nose"] == (255, 0, 0)
    assert JOINT_COLOURS["left_knee"] == (0, 0, 255)
    assert JOINT_COLOURS["left_ear"] == (255, 0, 85)
    for limb, colour in zip(LIMBS, COLOURS, strict=False):
        assert LIMB_COLOURS[limb] == tuple(int(part * 0.6) for part in colour)


def test_a_mirror_swaps_sides() -> None:
    waving = pose("waving")
    other = mirrored(waving)
    x, y, depth = waving.joints["right_wrist"]
    assert other.joints["left_wrist"] == (-x, y, depth)
    assert other.joints["nose"][0] == -waving.joints["nose"][0]
    assert mirrored(other) == waving


def test_moving_and_scaling() -> None:
    one = Pose({"nose": (0.1, 0.2, 0.05), "neck": (0.0, 0.4, 0.0)})
    assert moved(one, 0.5, -0.1).joints["nose"] == pytest.approx((0.6, 0.1, 0.05))
    twice = scaled(one, 2, about=(0.0, 0.4))
    assert twice.joints["neck"] == pytest.approx((0.0, 0.4, 0.0))
    assert twice.joints["nose"] == pytest.approx((0.2, 0.0, 0.1))
    for factor in (0, -1):
        with pytest.raises(ValueError, match="scaled"):
            scaled(one, factor)


def test_a_quarter_turn_makes_one_face_the_right() -> None:
    facing = turned(pose("standing"), 0, 1)
    nose, neck = facing.joints["nose"], facing.joints["neck"]
    assert nose[0] > neck[0] + 0.02
    assert facing.joints["right_shoulder"][2] > facing.joints["left_shoulder"][2]


def test_box_and_completeness() -> None:
    assert bounding_box(Pose({})) is None
    assert completeness(Pose({})) == 0
    box = bounding_box(Pose({"nose": (-0.2, 0.1, 0), "neck": (0.3, 0.6, 0)}))
    assert box is not None
    assert (box.left, box.top, box.right, box.bottom) == (-0.2, 0.1, 0.3, 0.6)
    assert (box.width, box.height) == (0.5, 0.5)
    assert completeness(pose("standing")) == 1


def test_a_wide_pose_is_fitted_into_a_narrow_picture_and_stays_on_the_ground() -> None:
    wide = pose("t_pose")
    narrow = fitted(wide, 0.5)
    before, after = bounding_box(wide), bounding_box(narrow)
    assert before is not None and after is not None
    assert after.right == pytest.approx(0.19)
    assert after.bottom == pytest.approx(before.bottom)
    assert fitted(wide, 2.0) == wide
    assert fitted(Pose({}), 1.0) == Pose({})
