"""Proportions and joints."""

from __future__ import annotations

from typing import get_args

import pytest
from avatarforge.forge.avatar.body import GROUND, HEIGHT, measure
from avatarforge.forge.avatar.features import VIEWS, Age, Build, Features, Gender, View
from avatarforge.forge.avatar.geometry import distance, limb
from avatarforge.forge.avatar.posing import stand, take
from avatarforge.forge.pose.library import pose
from avatarforge.forge.pose.skeleton import JOINTS, Joint, Pose
from hypothesis import given
from hypothesis import strategies as st

people = st.builds(
    Features,
    gender=st.sampled_from(get_args(Gender)),
    age=st.sampled_from(get_args(Age)),
    build=st.sampled_from(get_args(Build)),
)


@given(people, st.sampled_from(VIEWS))
def test_a_standing_body_is_upright_and_whole(person: Features, view: View) -> None:
    body = stand(measure(person), view)
    joints = body.joints
    assert set(joints) == set(JOINTS)
    for side in ("right", "left"):
        hip, knee, ankle = body.bones(side, "hip", "knee", "ankle")
        shoulder, elbow, wrist = body.bones(side, "shoulder", "elbow", "wrist")
        assert joints["nose"][1] < shoulder[1] < elbow[1] < wrist[1] < knee[1] < ankle[1] < GROUND
        assert elbow[1] < hip[1] + body.measures.head * 0.3
    assert body.head(0, -100)[1] == pytest.approx(GROUND - body.measures.stature, abs=1)


@given(people)
def test_the_person_is_the_same_from_all_sides(person: Features) -> None:
    heights = {
        view: [round(stand(measure(person), view).joints[joint][1], 3) for joint in (
            "neck", "right_hip", "left_knee", "right_ankle",
        )] for view in VIEWS
    }  # fmt: skip
    assert heights["front"] == heights["back"] == heights["side"] == heights["quarter"]


def test_front_and_back_mirror_right_and_left() -> None:
    front, back = (stand(measure(Features()), view).joints for view in ("front", "back"))
    assert front["right_shoulder"][0] < 0 < front["left_shoulder"][0]
    assert back["left_shoulder"][0] < 0 < back["right_shoulder"][0]


@given(st.sampled_from(get_args(Gender)), st.sampled_from(get_args(Age)))
def test_builds_are_told_apart(gender: Gender, age: Age) -> None:
    def width(build: Build) -> float:
        body = stand(measure(Features(gender=gender, age=age, build=build)), "front")
        return sum(body.extent(0.66))

    assert width("slim") < width("average") < width("heavy")


def test_men_have_broader_shoulders_than_hips_and_than_women() -> None:
    man, woman = (measure(Features(gender=gender)) for gender in ("male", "female"))
    assert man.shoulder > woman.shoulder
    assert man.stature > woman.stature
    assert 6.0 < man.stature / man.head < 7.5


def _standing_pose(view: View, scale: float = 1.0, shift: float = 0.0) -> Pose:
    joints: dict[Joint, tuple[float, float, float]] = {
        joint: (x / HEIGHT * scale + shift, y / HEIGHT * scale, 0.0)
        for joint, (x, y) in stand(measure(Features()), view).joints.items()
    }
    return Pose(joints)


@given(st.floats(0.3, 1.5), st.floats(-0.2, 0.2))
def test_a_pose_of_any_size_and_place_is_fitted(scale: float, shift: float) -> None:
    measures = measure(Features())
    body = stand(measures, "front")
    taken = take(_standing_pose("front", scale, shift), body, body, top=20, half_width=256)
    for joint in ("right_wrist", "left_ankle", "neck", "right_knee"):
        assert distance(taken.joints[joint], body.joints[joint]) < 12


def test_a_child_keeps_its_limbs_in_an_adults_pose() -> None:
    adult = stand(measure(Features()), "front")
    child = stand(measure(Features(age="child")), "front")
    taken = take(_standing_pose("front"), child, adult, top=20, half_width=256)
    bones: tuple[tuple[Joint, Joint], ...] = (
        ("right_hip", "right_knee"), ("left_elbow", "left_wrist"), ("neck", "left_hip"),
    )  # fmt: skip
    for a, b in bones:
        assert distance(taken.joints[a], taken.joints[b]) == pytest.approx(
            distance(child.joints[a], child.joints[b]), rel=0.06
        )


def test_a_profile_can_look_to_the_left() -> None:
    joints = {joint: (-x, y, z) for joint, (x, y, z) in _standing_pose("side").joints.items()}
    body = stand(measure(Features()), "side")
    taken = take(Pose(joints), body, body, top=20, half_width=256)
    assert taken.facing == -1
    assert taken.joints["nose"][0] < taken.joints["neck"][0]
    assert taken.near == "left"
    assert body.facing == 1 and body.near == "right"


def test_a_tilted_head_follows_the_eyes() -> None:
    joints = dict(_standing_pose("front").joints)
    x, y, z = joints["left_eye"]
    joints["left_eye"] = (x, y + 0.02, z)
    body = stand(measure(Features()), "front")
    assert take(Pose(joints), body, body, top=20, half_width=256).tilt > 5


@given(st.floats(-1, 1), st.floats(0, 2))
def test_places_on_a_limb_lie_between_its_edges(u: float, t: float) -> None:
    strip = limb((0, 0), (10, 100), (0, 200), [(0, 12), (1, 9), (2, 6)])
    left, right, here = strip.at(-1, t), strip.at(1, t), strip.at(u, t)
    assert distance(left, here) + distance(here, right) == pytest.approx(distance(left, right))
    assert strip.at(0, 0) == pytest.approx((0, 0), abs=1e-6)
    assert strip.at(0, 2) == pytest.approx((0, 200), abs=1e-6)


@given(people)
def test_the_weight_is_on_the_right_leg(person: Features) -> None:
    joints = stand(measure(person), "front").joints
    assert joints["right_hip"][1] < joints["left_hip"][1]
    assert joints["right_shoulder"][1] > joints["left_shoulder"][1]
    bearing, free = joints["right_ankle"][0], joints["left_ankle"][0]
    assert abs(bearing) < free


def test_ages_have_heads_of_their_own() -> None:
    def heads(age: Age) -> float:
        m = measure(Features(age=age))
        return m.stature / m.head

    assert heads("child") < heads("teen") < heads("senior") < heads("young adult")


def test_a_jump_leaves_the_ground() -> None:
    standing = stand(measure(Features()), "front")
    low = {
        name: max(
            take(pose(name), standing, standing, top=20, half_width=256).joints[joint][1]
            for joint in ("right_ankle", "left_ankle")
        )
        for name in ("standing", "jumping")
    }
    assert low["jumping"] < low["standing"] - 0.3 * standing.measures.head


def test_what_is_nearer_looks_larger_and_stands_lower() -> None:
    standing = stand(measure(Features()), "front")
    walking = take(pose("walking"), standing, standing, top=20, half_width=256)
    assert walking.nearer("left_ankle") > 1 > walking.nearer("right_ankle")
    assert walking.joints["left_ankle"][1] > walking.joints["right_ankle"][1]
    assert walking.recedes("right") > 0.5 > walking.recedes("left")


def test_a_folded_limb_has_a_round_end() -> None:
    strip = limb((0, 0), (0, 100), (4, 5), [(0, 12), (1, 10), (2, 8)])
    reach = [max(strip.at(u, t)[1] for u in (-1, 1)) for t in (0.9, 0.97, 1.03, 1.09)]
    assert max(reach) > 80
    ends = [strip.at(u, t) for u in (-1, 1) for t in strip.stations if 0.8 < t < 1.2]
    assert all(distance(end, (0, 86)) < 30 for end in ends)
