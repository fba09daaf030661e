"""The drawn avatar: what was asked for is in the picture, the same every time."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise
from typing import get_args
from xml.etree import ElementTree

import numpy as np
import numpy.typing as npt
import pytest
from avatarforge.forge.avatar import features as ft
from avatarforge.forge.avatar.drawing import Drawing, draw
from avatarforge.forge.avatar.features import (
    VIEWS,
    Accessory,
    Colour,
    Face,
    Features,
    Garment,
    Hair,
    Prop,
    View,
)
from avatarforge.forge.avatar.line import LineStyle
from avatarforge.forge.avatar.outfit import CUTS
from avatarforge.forge.avatar.parts.extras import EXTRAS
from avatarforge.forge.avatar.parts.hair_styles import STYLES
from avatarforge.forge.avatar.parts.hats import HATS
from avatarforge.forge.avatar.parts.props import KINDS
from avatarforge.forge.avatar.parts.scene import EARS, FACEWEAR
from avatarforge.forge.avatar.posing import AIRBORNE
from avatarforge.forge.avatar.raster import rasterise
from avatarforge.forge.avatar.vocabulary.held import PROPS
from avatarforge.forge.avatar.vocabulary.wardrobe import GARMENTS
from avatarforge.forge.avatar.vocabulary.worn import ACCESSORIES
from avatarforge.forge.pose.library import POSES, pose
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

BLUE, RED, WHITE = (
    Colour("blue", "#2f63c4"),
    Colour("red", "#cf2b2b"),
    Colour("white", "#f7f6f2"),
)
GREEN = Colour("green", "#1fa04a")
PLAIN = Features(
    gender="female",
    age="young adult",
    skin_tone="light",
    hair=Hair(length="medium", colour=Colour("brown", "#63402a")),
    garments=(Garment(kind="t-shirt"), Garment(kind="jeans")),
)
WARRIOR = Features(
    gender="female",
    hair=Hair(length="long", colour=WHITE),
    garments=(Garment(kind="armour", colour=BLUE), Garment(kind="cape", colour=RED)),
    props=(Prop(kind="sword"),),
)


def pixels(drawing: Drawing) -> npt.NDArray[np.uint8]:
    return rasterise(drawing.svg, drawing.width, drawing.height)


def share(picture: npt.NDArray[np.uint8], colour: Colour, tolerance: float = 26.0) -> float:
    """How much of the picture is of this colour or its shades: compared by direction."""
    rgb = picture[..., :3].astype(float) + 1
    wanted = np.array([int(colour.hex[i : i + 2], 16) for i in (1, 3, 5)], float) + 1
    length = np.linalg.norm(rgb, axis=-1)
    brightness = length / np.linalg.norm(wanted)
    off = np.linalg.norm(rgb / length[..., None] - wanted / np.linalg.norm(wanted), axis=-1) * 255
    return float(((off < tolerance) & (brightness > 0.5) & (brightness < 1.35)).mean())


def part(drawing: Drawing, top: float, bottom: float) -> npt.NDArray[np.uint8]:
    """Rows between two heights, 0 at the picture's top and 1 at its bottom."""
    picture = pixels(drawing)
    return picture[int(top * len(picture)) : int(bottom * len(picture))]


@lru_cache
def plain_svg(view: View) -> str:
    return draw(PLAIN, view=view).svg


def test_same_input_same_bytes() -> None:
    assert draw(WARRIOR, seed=3).svg == draw(WARRIOR, seed=3).svg


@pytest.mark.parametrize("view", VIEWS)
def test_a_warrior_is_what_was_asked_for(view: View) -> None:
    drawing = draw(WARRIOR, view=view, width=256, height=384)
    joints = drawing.joints.joints
    neck = joints["neck"][1]
    hair = part(drawing, 0.05, neck)
    below = part(drawing, neck, 1.0)
    assert share(hair, WHITE, 14) > share(part(draw(PLAIN, view=view), 0.05, neck), WHITE, 14)
    assert share(below, RED, 60) > 0.02
    if view != "back":
        assert share(below, BLUE, 60) > 0.02
    assert drawing.not_drawn == ()


def test_every_colour_is_where_it_belongs() -> None:
    person = replace(
        PLAIN,
        hair=Hair(length="long", colour=GREEN),
        garments=(Garment(kind="sweater", colour=RED), Garment(kind="trousers", colour=BLUE)),
    )
    drawing = draw(person, width=256, height=384)
    joints = drawing.joints.joints
    neck, hips, ankle = joints["neck"][1], joints["left_hip"][1], joints["left_ankle"][1]
    assert share(part(drawing, 0.0, neck), GREEN, 50) > 0.02
    assert share(part(drawing, neck + 0.05, hips - 0.03), RED, 50) > 0.1
    assert share(part(drawing, hips + 0.05, ankle), BLUE, 50) > 0.1
    assert share(part(drawing, hips + 0.08, ankle), RED, 50) < 0.01


def test_views_are_different_drawings() -> None:
    pictures = {view: pixels(draw(WARRIOR, view=view, width=128, height=192)) for view in VIEWS}
    for one, other in combinations(VIEWS, 2):
        difference = np.abs(pictures[one].astype(int) - pictures[other].astype(int))
        assert (difference.max(axis=-1) > 40).mean() > 0.03, (one, other)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("kind", [kind for kind in CUTS if kind not in ("t-shirt", "jeans")])
def test_every_garment_changes_the_picture(kind: str, view: View) -> None:
    person = replace(PLAIN, garments=(*PLAIN.garments, Garment(kind=kind, colour=GREEN)))
    drawing = draw(person, view=view)
    _check(drawing)
    # what is tied round the neck brings a collar, which is seen from behind as well
    assert _shapes(drawing.svg) != _shapes(plain_svg(view))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_prop_changes_the_picture(kind: str, view: View) -> None:
    drawing = draw(replace(PLAIN, props=(Prop(kind=kind),)), view=view)
    _check(drawing)
    assert _shapes(drawing.svg) != _shapes(plain_svg(view))
    assert drawing.not_drawn == ()


@pytest.mark.parametrize("kind", [*HATS, *EXTRAS, *FACEWEAR, *sorted(EARS)])
def test_every_accessory_changes_the_picture(kind: str) -> None:
    changed = 0
    for view in VIEWS:
        drawing = draw(replace(PLAIN, accessories=(Accessory(kind=kind),)), view=view)
        _check(drawing)
        assert drawing.not_drawn == ()
        changed += _shapes(drawing.svg) != _shapes(plain_svg(view))
    assert changed >= (2 if kind == "badge" else 3)  # worn on the chest


def test_every_hair_style_is_its_own() -> None:
    free = replace(PLAIN, gender=None, hair=Hair(colour=PLAIN.hair.colour))
    for view in ("front", "quarter", "side"):
        drawn: dict[str, str] = {}
        for style in STYLES:
            person = replace(free, hair=replace(free.hair, style=style))
            drawn[style] = _shapes(draw(person, view=view).svg)
        same = [pair for pair in combinations(drawn, 2) if drawn[pair[0]] == drawn[pair[1]]]
        assert same == []


def test_expressions_marks_and_beards_are_seen() -> None:
    faces = [Face(expression=word) for word in get_args(ft.Expression)]
    faces += [Face(facial_hair=word) for word in (
        "stubble", "goatee", "moustache", "short beard", "full beard", "long beard",
    )]  # fmt: skip
    faces += [Face(marks=(word,)) for word in ("freckles", "scar", "wrinkles", "face tattoo")]
    faces += [Face(shape=word) for word in get_args(ft.FaceShape)[1:]]
    faces += [Face(eye_shape=word) for word in get_args(ft.EyeShape)[1:]]
    for view in ("front", "quarter", "side"):
        svgs = {_shapes(draw(replace(PLAIN, face=face), view=view).svg) for face in faces}
        assert len(svgs) >= len(faces) - (3 if view == "side" else 0)


def test_what_the_vocabulary_knows_is_drawn_or_named() -> None:
    for kind in GARMENTS:
        draw(replace(PLAIN, garments=(Garment(kind=kind),)), width=64, height=96)
    for kind in PROPS:
        drawing = draw(replace(PLAIN, props=(Prop(kind=kind),)), width=64, height=96)
        assert (kind in drawing.not_drawn) == (kind not in KINDS)
    for kind in ACCESSORIES:
        drawing = draw(replace(PLAIN, accessories=(Accessory(kind=kind),)), width=64, height=96)
        if drawing.svg == draw(PLAIN, width=64, height=96).svg:
            assert kind in drawing.not_drawn


def test_an_unknown_word_is_told() -> None:
    person = replace(
        PLAIN, garments=(Garment(kind="zorbsuit"),), props=(Prop(kind="quasar"),),
        accessories=(Accessory(kind="aerials of doom"),),
    )  # fmt: skip
    assert set(draw(person).not_drawn) == {"zorbsuit", "quasar", "aerials of doom"}


def test_nobody_is_undressed() -> None:
    """Features without garments wear the undersuit: no skin between chest and thighs."""
    bare = Features(gender="female", skin_colour=Colour("green", "#22c050"))
    drawing = draw(bare, width=256, height=384)
    joints = drawing.joints.joints
    top, low = joints["neck"][1] + 0.09, joints["left_hip"][1] + 0.02
    middle = part(drawing, top, low)
    x = int((joints["neck"][0] * 384) + 128)
    torso = middle[:, x - 18 : x + 18]
    assert share(torso, Colour("green", "#22c050"), 40) == 0


@pytest.mark.parametrize("kind", CUTS)
def test_whatever_is_worn_covers_the_hips(kind: str) -> None:
    skin = Colour("green", "#22c050")
    for view in ("front", "quarter", "back"):  # in profile a hand is before them
        person = Features(skin_colour=skin, garments=(Garment(kind=kind, colour=RED),))
        drawing = draw(person, view=view, width=128, height=192)
        joints = drawing.joints.joints
        hip = (joints["left_hip"][1] + joints["right_hip"][1]) / 2
        middle = (joints["left_hip"][0] + joints["right_hip"][0]) / 2 * 192 + 64
        hips = part(drawing, hip - 0.02, hip + 0.03)[:, int(middle) - 4 : int(middle) + 4]
        assert share(hips, skin, 40) == 0, view


@pytest.mark.parametrize("kind", ["jeans", "skirt", "dress", "armour", "robe", "jumpsuit", "coat"])
@pytest.mark.parametrize("name", ["sitting", "sitting_on_the_ground", "kneeling", "jumping"])
def test_who_sits_or_jumps_is_covered_too(kind: str, name: str) -> None:
    skin = Colour("green", "#22c050")
    person = Features(skin_colour=skin, garments=(Garment(kind=kind, colour=RED),))
    for view in ("front", "back"):
        drawing = draw(person, view=view, pose=pose(name, view), width=192, height=288)
        joints = drawing.joints.joints
        hip = (joints["left_hip"][1] + joints["right_hip"][1]) / 2
        middle = (joints["left_hip"][0] + joints["right_hip"][0]) / 2 * 288 + 96
        hips = part(drawing, hip - 0.03, hip + 0.06)[:, int(middle) - 5 : int(middle) + 5]
        assert share(hips, skin, 40) == 0, view


def test_children_are_smaller_and_heads_bigger() -> None:
    def heads(age: ft.Age) -> tuple[float, float]:
        joints = draw(replace(PLAIN, age=age)).joints.joints
        stature = joints["left_ankle"][1] - joints["nose"][1]
        return stature, stature / (joints["left_ear"][0] - joints["right_ear"][0])

    child, teen, adult = heads("child"), heads("teen"), heads("young adult")
    assert child[0] < teen[0] < adult[0]
    assert child[1] < teen[1] < adult[1]


@pytest.mark.parametrize("framing", ["figure", "bust"])
def test_nothing_leaves_the_picture(framing: str) -> None:
    """The head with what is on it, and a raised sword, stay inside."""
    person = replace(WARRIOR, accessories=(Accessory(kind="hat", style="wizard"),))
    for view in VIEWS:
        drawing = draw(
            person, view=view, framing="bust" if framing == "bust" else "figure",
            width=200, height=300, transparent=True,
        )  # fmt: skip
        alpha = pixels(drawing)[..., 3]
        assert not alpha[0].any()
        if framing == "figure":
            assert not alpha[:, 0].any() and not alpha[:, -1].any() and not alpha[-1].any()


def test_a_bust_leaves_out_what_its_frame_would_cut() -> None:
    person = replace(PLAIN, props=(Prop(kind="tablet"),))
    bust = draw(person, framing="bust", width=256, height=256)
    assert bust.cut_off == ("tablet",)
    assert draw(person, width=256, height=384).not_drawn == ()


def test_a_wink_closes_one_eye() -> None:
    winking = replace(PLAIN, face=replace(PLAIN.face, marks=("wink",)))
    one = draw(PLAIN, framing="bust", width=256, height=256)
    other = draw(winking, framing="bust", width=256, height=256)
    joints = one.joints.joints
    for eye, is_shut in (("left_eye", True), ("right_eye", False)):
        x = round((joints[eye][0] + 0.5) * 256)  # type: ignore[index]
        y = round(joints[eye][1] * 256)  # type: ignore[index]
        spot = np.s_[y - 6 : y + 18, x - 8 : x + 8]
        differs = bool((pixels(one)[spot] != pixels(other)[spot]).any())
        assert differs == is_shut


def test_a_bust_is_the_same_person_closer() -> None:
    figure, bust = draw(PLAIN).joints.joints, draw(PLAIN, framing="bust").joints.joints
    eyes = figure["left_eye"][0] - figure["right_eye"][0]
    closer = bust["left_eye"][0] - bust["right_eye"][0]
    assert closer > 2 * eyes
    assert 0.2 < bust["nose"][1] < 0.7


def test_a_pose_moves_the_wrists_there() -> None:
    straight = pose("t_pose")
    given_ = straight.joints
    joints = draw(PLAIN, pose=straight, width=768).joints.joints
    span = given_["left_wrist"][0] - given_["right_wrist"][0]
    drawn = joints["left_wrist"][0] - joints["right_wrist"][0]
    scale = drawn / span
    for name in ("right_wrist", "left_wrist", "right_elbow", "left_ankle", "right_knee"):
        for axis in (0, 1):
            wanted = (given_[name][axis] - given_["neck"][axis]) * scale
            assert joints[name][axis] - joints["neck"][axis] == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize("name", POSES)
def test_every_pose_stands_on_the_ground_inside_the_picture(name: str) -> None:
    for view in VIEWS:
        for features in (WARRIOR, replace(PLAIN, age="child"), replace(PLAIN, build="heavy")):
            drawing = draw(features, view=view, pose=pose(name, view))
            joints = drawing.joints.joints
            lowest = max(joints["left_ankle"][1], joints["right_ankle"][1])
            assert (0.80 if name in AIRBORNE else 0.88) < lowest < 0.97
            assert all(-0.34 < x < 0.34 and -0.02 < y < 1 for x, y, _ in joints.values())


@pytest.mark.parametrize("age", get_args(ft.Age))
def test_a_bust_is_mostly_head_and_shows_the_shoulders(age: ft.Age) -> None:
    joints = draw(replace(PLAIN, age=age), framing="bust", width=256, height=256).joints.joints
    eyes = (joints["right_eye"][1] + joints["left_eye"][1]) / 2
    assert 0.25 < eyes < 0.45
    assert joints["neck"][1] < 0.92
    assert 0.11 < joints["left_eye"][0] - joints["right_eye"][0] < 0.24


def test_a_pose_with_joints_missing_is_completed() -> None:
    whole = pose("waving")
    some = replace(
        whole,
        joints={
            joint: place for joint, place in whole.joints.items()
            if "ankle" not in joint and "knee" not in joint and joint != "left_wrist"
        },
    )  # fmt: skip
    joints = draw(PLAIN, pose=some).joints.joints
    assert {"left_wrist", "left_ankle", "right_knee"} <= joints.keys()
    assert joints["right_wrist"][1] < joints["right_shoulder"][1]
    empty = replace(whole, joints={})
    assert "left_ankle" in draw(PLAIN, pose=empty).joints.joints


def test_a_transparent_drawing_has_no_backdrop() -> None:
    alpha = pixels(draw(PLAIN, width=128, height=192, transparent=True))[..., 3]
    assert alpha[0, 0] == 0 and alpha[96, 64] == 255
    assert pixels(draw(PLAIN, width=128, height=192))[..., 3].min() == 255


def test_line_styles() -> None:
    def strokes(line: LineStyle) -> list[float]:
        svg = draw(PLAIN, line=line).svg
        return [float(width) for width in re.findall(r'stroke-width="([\d.]+)"', svg)]

    ordinary = strokes(LineStyle())
    assert sum(strokes(LineStyle(width_scale=2.0))) == pytest.approx(2 * sum(ordinary), rel=0.05)
    assert len(strokes(LineStyle(outline="none"))) < len(ordinary)
    assert len(draw(PLAIN, line=LineStyle(shading="flat")).svg) < len(draw(PLAIN).svg)
    assert "#2a2228" in draw(PLAIN, line=LineStyle(outline="dark")).svg


def _shapes(svg: str) -> str:
    """The drawing without the names of its gradients, which differ with the features."""
    return re.sub(r"a[0-9a-f]{6}-", "", svg)


def _check(drawing: Drawing) -> None:
    root = ElementTree.fromstring(drawing.svg)
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert set(tags) <= {"svg", "defs", "g", "path", "linearGradient", "radialGradient", "stop"}
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for reference in re.findall(r"url\(#([^)]+)\)", drawing.svg):
        assert reference in ids
    assert "nan" not in drawing.svg and "inf" not in drawing.svg
    assert not re.search(r'd="[^"]*\d\.\d{3,}', drawing.svg)
    assert len(drawing.svg) < 160_000  # the oddest mixtures; real outfits: test_wardrobe


names = st.sampled_from
colours = st.none() | st.builds(
    lambda value: Colour("some", f"#{value:06x}"), st.integers(0, 0xFFFFFF)
)
people = st.builds(
    Features,
    gender=st.none() | names(get_args(ft.Gender)),
    age=st.none() | names(get_args(ft.Age)),
    build=st.none() | names(get_args(ft.Build)),
    skin_tone=st.none() | names(get_args(ft.SkinTone)),
    skin_colour=colours,
    hair=st.builds(
        Hair, style=st.none() | names([*STYLES, "beehive"]), colour=colours,
        length=st.none() | names(get_args(ft.HairLength)),
        type=st.none() | names(get_args(ft.HairType)),
    ),
    face=st.builds(
        Face, shape=st.none() | names(get_args(ft.FaceShape)), eye_colour=colours,
        expression=st.none() | names(get_args(ft.Expression)),
        facial_hair=st.none() | names(["none", "stubble", "goatee", "long beard"]),
    ),
    garments=st.lists(
        st.builds(
            Garment, kind=names([*CUTS, *GARMENTS]), colour=colours,
            pattern=st.none() | names(["striped", "checked", "dotted", "floral"]),
        ), max_size=4,
    ).map(tuple),
    accessories=st.lists(
        st.builds(Accessory, kind=names([*ACCESSORIES, *HATS]), style=st.none() | names(["round",
                  "cat", "bat"])),
        max_size=3,
    ).map(tuple),
    props=st.lists(st.builds(Prop, kind=names([*PROPS]), colour=colours), max_size=3).map(tuple),
    background_colour=colours,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people, st.sampled_from(VIEWS), st.sampled_from(["figure", "bust"]), st.integers(0, 2**40))
def test_anybody_can_be_drawn(person: Features, view: View, framing: str, seed: int) -> None:
    drawing = draw(
        person, view=view, framing="bust" if framing == "bust" else "figure", seed=seed, width=320
    )
    _check(drawing)
    small = rasterise(drawing.svg, 20, 48)
    assert small.shape == (48, 20, 4)


def test_a_size_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="0x10"):
        draw(PLAIN, width=0, height=10)


def test_stature_follows_the_picture_not_its_pixels() -> None:
    small, large = draw(PLAIN, width=256, height=384), draw(PLAIN, width=1024, height=1536)
    assert small.joints == large.joints
    for a, b in pairwise([small, large]):
        assert re.sub(r'width="\d+" height="\d+"', "", a.svg, count=1) == re.sub(
            r'width="\d+" height="\d+"', "", b.svg, count=1
        )
