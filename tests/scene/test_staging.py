"""Who stands where: hands that meet, arms round each other, faces that stay free."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from avatarforge.forge.avatar.casting import cast
from avatarforge.forge.avatar.coding import from_fields
from avatarforge.forge.avatar.features import Features
from avatarforge.forge.avatar.styles import line_for
from avatarforge.forge.scene.actor import Actor
from avatarforge.forge.scene.company import Company
from avatarforge.forge.scene.costume import dressed
from avatarforge.forge.scene.poses import cue
from avatarforge.forge.scene.settings import place
from avatarforge.forge.scene.staging import stage
from avatarforge.forge.story.scene import ACTIONS, Action, Scene

SIZE = 1024


def person(age: str = "young adult", gender: str = "female") -> Features:
    return from_fields({"observed": {"age_appearance": age, "gender": gender}})[0]


def staged(action: Action | None, *people: Features, setting: str = "park", seed: int = 1,
           mood: str = "neutral") -> tuple[Actor, ...]:  # fmt: skip
    scene = Scene(
        text="",
        setting=setting,  # type: ignore[arg-type]
        mood=mood,  # type: ignore[arg-type]
        actions=(action,) if action else (),
    )
    whole = tuple(cast(dressed(p, scene, i, seed), i) for i, p in enumerate(people))
    company = Company(whole, scene, seed)
    where = place(scene.setting, time=None, weather=None, width=SIZE, height=SIZE, seed=seed)
    done = stage(company, cue(company, action), where, SIZE, SIZE, line_for("anime"))
    return tuple(sorted(done.actors, key=lambda actor: actor.number))


WOMAN, MAN, CHILD = person(), person(gender="male"), person("child", "male")


def test_hands_that_are_held_meet() -> None:
    actors = staged("holding hands", WOMAN, MAN, person("senior"))
    for left, right in pairwise(actors):
        apart = math.dist(left.joint("left_wrist"), right.joint("right_wrist"))
        assert apart < 0.35 * left.head


def test_who_hugs_has_the_arms_round_the_other() -> None:
    left, right = staged("hugging", WOMAN, MAN)
    assert left.joint("right_wrist")[0] > right.joint("neck")[0]
    assert right.joint("left_wrist")[0] < left.joint("neck")[0]
    assert left.over == {"right"} and right.over == {"left"} and right.far_first


@pytest.mark.parametrize("seed", range(4))
def test_who_kisses_is_close_and_of_age(seed: int) -> None:
    left, right = staged("kissing", WOMAN, MAN, seed=seed)
    assert math.dist(left.face, right.face) < 1.1 * left.head
    assert left.part.eyes_shut and right.part.eyes_shut


@pytest.mark.parametrize("people", [(WOMAN, CHILD), (CHILD, CHILD), (CHILD,), (person("teen"), MAN),
                                    (WOMAN, CHILD, MAN), (CHILD, CHILD, WOMAN)])  # fmt: skip
def test_children_are_never_shown_kissing(people: tuple[Features, ...]) -> None:
    company = Company(tuple(cast(p, 0) for p in people), Scene(text=""), 0)
    given = cue(company, "kissing")
    assert not any(tie == "kiss" for tie, *_ in given.ties)
    assert not any(part.eyes_shut for part in given.parts)


def test_two_who_are_of_age_may_kiss_beside_a_child() -> None:
    company = Company(tuple(cast(p, 0) for p in (WOMAN, MAN, CHILD)), Scene(text=""), 0)
    assert cue(company, "kissing").ties == (("kiss", 0, 1),)


def test_who_walks_goes_the_same_way() -> None:
    assert len({actor.body.facing for actor in staged("walking", WOMAN, MAN, CHILD)}) == 1


def test_who_talks_faces_the_other() -> None:
    left, right = staged("talking", WOMAN, MAN)
    assert (left.body.facing, right.body.facing) == (1, -1)


def test_arms_are_up_in_cheers() -> None:
    for actor in staged("cheering", WOMAN, MAN):
        assert actor.joint("right_wrist")[1] < actor.joint("neck")[1]
        assert actor.joint("left_wrist")[1] < actor.joint("neck")[1]


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("count", [2, 4, 6])
def test_faces_are_apart_and_in_the_picture(action: Action, count: int) -> None:
    people = (WOMAN, MAN, CHILD, person("senior"), person("teen", "male"), MAN)[:count]
    actors = staged(action, *people)
    assert [actor.number for actor in actors] == list(range(count))
    for index, actor in enumerate(actors):
        x, y = actor.face
        assert 0 < x < SIZE and 0 < y < SIZE
        for other in actors[index + 1 :]:
            nearest = 0.60 * (actor.head + other.head) / 2
            assert math.dist(actor.face, other.face) > nearest
            assert actor.face[0] < other.face[0]


def test_feet_are_on_the_ground() -> None:
    where = place("beach", time=None, weather=None, width=SIZE, height=SIZE, seed=1)
    for actor in staged("standing", WOMAN, CHILD, setting="beach"):
        assert abs(actor.ground - where.ground * SIZE) < 0.02 * SIZE


@pytest.mark.parametrize(
    ("setting", "weather", "worn"),
    [("beach", None, {"sandals", "bare feet"}), ("office", None, {"shoes", "heels"}),
     ("gym", None, {"sneakers"}), ("forest", "snow", {"boots"}), ("space", None, {"boots"})],
)  # fmt: skip
def test_who_has_no_clothes_given_is_dressed_for_the_place(
    setting: str, weather: str | None, worn: set[str]
) -> None:
    scene = Scene(text="", setting=setting, weather=weather)  # type: ignore[arg-type]
    for index, someone in enumerate((WOMAN, MAN)):
        kinds = {garment.kind for garment in dressed(someone, scene, index, 3).garments}
        assert kinds & worn


def test_clothes_that_are_given_stay() -> None:
    given, _ = from_fields({"dress": {"dress_color": "blue", "dress_type": "formal"}})
    scene = Scene(text="", setting="beach")
    assert dressed(given, scene, 0, 0).garments == given.garments


def test_a_mood_is_on_the_faces() -> None:
    sad = staged("standing", WOMAN, MAN, mood="sad")
    assert {actor.person.face.expression for actor in sad} == {"sad"}
    own = replace(WOMAN, face=replace(WOMAN.face, expression="angry"))
    assert staged("standing", own)[0].person.face.expression == "angry"


def test_who_walks_hand_in_hand_does_both() -> None:
    scene = Scene(text="", setting="beach", actions=("walking", "holding hands"))
    company = Company(tuple(cast(p, 0) for p in (WOMAN, MAN)), scene, 0)
    given = cue(company, "walking")
    assert given.ties == (("hands", 0, 1),)
    assert {part.pose for part in given.parts} == {"walking", "strolling"}
