"""Faces, hair, hands: what was asked for is seen."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import numpy as np
import numpy.typing as npt
import pytest
from avatarforge.forge.avatar.body import measure
from avatarforge.forge.avatar.casting import cast
from avatarforge.forge.avatar.drawing import draw
from avatarforge.forge.avatar.features import (
    VIEWS,
    Age,
    Build,
    Colour,
    Expression,
    Face,
    FaceShape,
    Features,
    Garment,
    Hair,
    View,
)
from avatarforge.forge.avatar.parts.hair_styles import STYLES, style_of
from avatarforge.forge.avatar.posing import stand
from avatarforge.forge.avatar.raster import rasterise
from avatarforge.forge.avatar.vocabulary.body import FACIAL_HAIR, MARKS
from avatarforge.forge.avatar.vocabulary.hairdo import FRINGES, HAIR_STYLES
from avatarforge.forge.pose.library import pose

GREEN = Colour("green", "#1f9e4a")
VIOLET = Colour("violet", "#7a2fd0")
SHIRT = Garment(kind="t-shirt", colour=Colour("white", "#f4f4f2"))
PLAIN = Features(
    gender="female",
    age="young adult",
    build="average",
    skin_tone="light",
    hair=Hair(
        style="slicked back", length="short", type="straight", colour=Colour("brown", "#63402a")
    ),
    face=Face(expression="neutral", shape="oval", eye_shape="almond", eye_colour=GREEN),
    garments=(SHIRT,),
)


def bust(features: Features, view: View = "front", size: int = 192) -> npt.NDArray[np.int16]:
    """(H, W, 4) of the person alone."""
    drawing = draw(features, view=view, framing="bust", width=size, height=size, transparent=True)
    return rasterise(drawing.figure, size, size).astype(np.int16)


def with_face(**fields: object) -> Features:
    face = {
        name: getattr(PLAIN.face, name)
        for name in ("expression", "shape", "eye_shape", "eye_colour")
    }
    return _with(face=Face(**{**face, **fields}))


def _with(**fields: object) -> Features:
    names = ("gender", "age", "build", "skin_tone", "hair", "face", "garments")
    given = {name: getattr(PLAIN, name) for name in names}
    return Features(**{**given, **fields})


def changed(a: npt.NDArray[np.int16], b: npt.NDArray[np.int16]) -> int:
    """How many pixels differ visibly."""
    return int((np.abs(a - b).max(axis=-1) > 24).sum())


def near(picture: npt.NDArray[np.int16], colour: Colour, distance: int = 40) -> int:
    wanted = np.array([int(colour.hex[k : k + 2], 16) for k in (1, 3, 5)])
    close = np.abs(picture[..., :3] - wanted).max(axis=-1) < distance
    return int((close & (picture[..., 3] > 200)).sum())


@pytest.mark.parametrize("expression", [e for e in get_args(Expression) if e != "neutral"])
def test_an_expression_is_more_than_a_mouth(expression: Expression) -> None:
    plain, other = bust(PLAIN, size=256), bust(with_face(expression=expression), size=256)
    assert changed(plain, other) > 350


def test_no_two_expressions_are_alike() -> None:
    faces = [bust(with_face(expression=e), size=128) for e in get_args(Expression)]
    for index, one in enumerate(faces):
        for two in faces[:index]:
            assert changed(one, two) > 60


def test_face_shapes_and_ages_differ() -> None:
    shapes = [bust(with_face(shape=shape), size=160) for shape in get_args(FaceShape)]
    ages = [bust(_with(age=age), size=160) for age in get_args(Age)]
    for family in (shapes, ages):
        for index, one in enumerate(family):
            assert all(changed(one, two) > 80 for two in family[:index])


@pytest.mark.parametrize("view", ["front", "quarter", "side"])
def test_eyes_have_their_colour_and_a_light(view: View) -> None:
    green, violet = bust(PLAIN, view), bust(with_face(eye_colour=VIOLET), view)
    assert near(green, GREEN) > near(violet, GREEN) + 12
    assert near(violet, VIOLET, 60) > near(green, VIOLET, 60) + 12


def test_two_eyes_can_have_two_colours() -> None:
    picture = bust(with_face(second_eye_colour=VIOLET))
    assert near(picture, GREEN) > 12 and near(picture, VIOLET, 60) > 12


def test_who_sleeps_shows_less_eye() -> None:
    open_, closed = bust(PLAIN, size=256), bust(with_face(expression="sleepy"), size=256)
    assert near(closed, GREEN) < 0.8 * near(open_, GREEN)


@pytest.mark.parametrize("view", VIEWS)
def test_hair_styles_have_views_of_their_own(view: View) -> None:
    seen = {}
    for name in STYLES:
        features = _with(gender=None, hair=Hair(style=name, colour=PLAIN.hair.colour))
        seen[name] = re.sub(r"a[0-9a-f]{6}-", "", draw(features, view=view).svg)
    if view != "back":  # from behind a fringe is not seen
        assert len(set(seen.values())) == len(seen)
    assert len(set(seen.values())) > len(seen) * 0.6


@pytest.mark.parametrize("word", sorted(HAIR_STYLES))
def test_every_known_style_is_drawn_as_itself(word: str) -> None:
    style, unknown = style_of(
        Hair(style=word, length=HAIR_STYLES[word].length), gender="female", age="young adult"
    )
    assert unknown is None and style in (style, *STYLES.values())
    for hair in (Hair(style=word), Hair(style=word, type="curly"), Hair(style=word, length="long")):
        assert style_of(hair, gender=None, age="teen")[1] is None


def test_a_bob_stays_a_bob_and_loose_hair_has_any_length() -> None:
    reach = {
        length: style_of(Hair(style="loose", length=length), gender="female", age="teen")[0].reach
        for length in ("short", "medium", "long")
    }
    assert reach["short"] < reach["medium"] < reach["long"]
    for length in ("medium", "long"):
        bob, _ = style_of(Hair(style="bob", length=length), gender="female", age="teen")
        assert bob.reach == STYLES["bob"].reach


def test_fringes_and_highlights_are_seen() -> None:
    long = [
        bust(_with(hair=Hair(style="loose", length="long", type="straight", fringe=word,
                             colour=PLAIN.hair.colour)), size=128)
        for word in FRINGES if word != "strands"
    ]  # fmt: skip
    for index, one in enumerate(long):
        assert all(changed(one, two) > 60 for two in long[:index])
    hair = Hair(style="loose", length="long", type="straight", colour=Colour("black", "#20202a"),
                highlights=GREEN)  # fmt: skip
    assert near(bust(_with(hair=hair, face=Face(expression="neutral"))), GREEN) > 60


@pytest.mark.parametrize("kind", [kind for kind in FACIAL_HAIR if kind != "none"])
@pytest.mark.parametrize("view", ["front", "quarter", "side"])
def test_facial_hair_shows(kind: str, view: View) -> None:
    bare = _with(gender="male", face=Face(expression="neutral", shape="oval", facial_hair="none"))
    grown = _with(gender="male", face=Face(expression="neutral", shape="oval", facial_hair=kind))
    assert changed(bust(bare, view), bust(grown, view)) > 40


@pytest.mark.parametrize("mark", sorted(set(MARKS) - {"dental braces"}))
def test_marks_show(mark: str) -> None:
    plain = with_face(expression="happy")
    assert changed(bust(plain, size=320), bust(with_face(expression="happy", marks=(mark,)),
                                               size=320)) > 6  # fmt: skip


def test_braces_show_in_a_smile() -> None:
    plain = with_face(expression="happy")
    braced = with_face(expression="happy", marks=("dental braces",))
    assert changed(bust(plain, size=320), bust(braced, size=320)) > 4


def test_builds_have_waists_and_bellies() -> None:
    def widths(build: Build) -> tuple[float, float]:
        body = stand(measure(Features(gender="male", build=build)), "front")
        return sum(body.extent(0.27)), sum(body.extent(0.70))

    for build in ("slim", "average", "athletic"):
        chest, belly = widths(build)
        assert belly < chest * 0.92
    chest, belly = widths("heavy")
    assert belly > chest


def test_who_stands_at_ease_stands_on_one_leg() -> None:
    joints = stand(measure(PLAIN), "front", expression="happy").joints
    assert joints["right_hip"][1] < joints["left_hip"][1]
    assert joints["right_shoulder"][1] > joints["left_shoulder"][1]
    neck, foot, free = (joints[j][0] for j in ("neck", "right_ankle", "left_ankle"))
    assert abs(foot - neck) < abs(free - neck)
    right = joints["right_elbow"][0] - joints["right_shoulder"][0]
    left = joints["left_elbow"][0] - joints["left_shoulder"][0]
    assert abs(right + left) > 1


def test_an_expression_leans_the_head() -> None:
    tilts = {e: stand(measure(PLAIN), "front", expression=e).tilt for e in get_args(Expression)}
    assert tilts["sad"] < 0 < tilts["happy"] and max(map(abs, tilts.values())) < 12
    mirrored = stand(measure(PLAIN), "back", expression="happy").tilt
    assert mirrored == -tilts["happy"]
    body = stand(measure(PLAIN), "front", expression="sleepy")
    eyes = body.joints["left_eye"], body.joints["right_eye"]
    assert eyes[0][1] > eyes[1][1]


def test_the_old_carry_their_head_before_them() -> None:
    def reach(age: Age) -> float:
        body = stand(measure(Features(age=age)), "side")
        return (body.joints["nose"][0] - body.joints["neck"][0]) / body.measures.head

    assert reach("senior") > reach("young adult") + 0.08


@pytest.mark.parametrize("name", ["peace_sign", "pointing", "fighting_stance"])
def test_hands_do_what_the_pose_says(name: str) -> None:
    person = cast(_with(), 1)
    named = pose(name, "front")
    one, two = (
        rasterise(draw(person, pose=each, width=512, height=768).figure, 512, 768)
        for each in (named, replace(named, name=""))
    )
    assert changed(one.astype(np.int16), two.astype(np.int16)) > 25
