"""What a person is said to be doing is the pose they are drawn in."""

from __future__ import annotations

import math

import pytest
from avatarforge.forge.avatar.artist import Wish, paint
from avatarforge.forge.avatar.features import VIEWS, Features, View
from avatarforge.forge.avatar.stance import NEAREST, POSES, pose_of
from avatarforge.forge.avatar.vocabulary.scenes import STANCES
from avatarforge.forge.avatar.words import read_words
from avatarforge.forge.pose import library
from avatarforge.forge.pose.skeleton import Pose

SMALL = {"width": 96, "height": 128, "seed": 2}


def joints(words: str, **wish: object) -> Pose:
    return paint(read_words(words).features, Wish(**{**SMALL, **wish})).joints  # type: ignore[arg-type]


def apart(one: Pose, other: Pose) -> float:
    return max(math.dist(one.joints[j][:2], other.joints[j][:2]) for j in one.joints)


def test_every_word_for_a_stance_has_a_pose() -> None:
    assert set(STANCES) - set(POSES) == {"standing"}
    assert set(POSES.values()) <= set(library.POSES)
    assert set(POSES) >= NEAREST


@pytest.mark.parametrize("words", ["sitting", "running", "arms crossed", "casting a spell"])
def test_words_move_the_joints(words: str) -> None:
    assert apart(joints("a woman"), joints(f"a woman, {words}")) > 0.05


@pytest.mark.parametrize("view", VIEWS)
def test_in_every_view(view: View) -> None:
    pose = pose_of(Features(stance="waving"), view)
    assert pose == library.pose("waving", view)
    assert pose_of(Features(stance="standing"), view) is None
    assert pose_of(Features(), view) is None


def test_who_fights_with_something_in_hand_holds_it_up() -> None:
    armed = read_words("a warrior with a sword, fighting").features
    assert armed.stance == "fighting"
    assert pose_of(armed, "front") == library.pose("guard")


def test_a_pose_given_wins_over_words() -> None:
    given = library.pose("t_pose")
    assert joints("a woman, sitting", pose=given) == joints("a woman", pose=given)


def test_a_bust_is_not_posed() -> None:
    assert joints("a woman, running", framing="bust") == joints("a woman", framing="bust")


def test_what_the_library_lacks_is_told() -> None:
    lying = paint(read_words("a woman lying down").features, Wish(width=96, height=128))
    assert any("lying" in note for note in lying.notes)
    sitting = paint(read_words("a woman sitting").features, Wish(width=96, height=128))
    assert not any("pose" in note for note in sitting.notes)
