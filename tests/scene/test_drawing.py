"""Scenes as pictures: people of known features, in places, doing things together."""

from __future__ import annotations

import numpy as np
import pytest
from avatarforge.forge.avatar.coding import from_fields
from avatarforge.forge.avatar.features import Features
from avatarforge.forge.avatar.styles import STYLES
from avatarforge.forge.scene.drawing import cast_for, draw_scene
from avatarforge.forge.story.scene import ACTIONS, SETTINGS, Scene
from hypothesis import given, settings
from hypothesis import strategies as st

SIDE = 256


def person(**observed: str) -> Features:
    return from_fields({"observed": observed})[0]


BLONDE = person(hair_color="blonde", hair_length="long", skin_tone="fair", gender="female")
BLACK = person(hair_color="black", hair_length="short", skin_tone="medium", gender="male")
RED = person(hair_color="red", skin_tone="light", gender="male", age_appearance="child")
DARK = person(hair_color="black", skin_tone="dark", gender="female")
GREY = person(hair_color="gray", skin_tone="olive", gender="female", age_appearance="senior")
TAN = person(hair_color="brown", skin_tone="tan", gender="male", beard_style="full beard")
PEOPLE = (BLONDE, BLACK, RED, DARK, GREY, TAN)


def scene(**said: object) -> Scene:
    return Scene(text="a scene", **said)  # type: ignore[arg-type]


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_everything_that_is_done_is_drawn_with_everybody(action: str, count: int) -> None:
    setting = SETTINGS[(len(action) * 5 + count) % len(SETTINGS)]
    painting = draw_scene(
        scene(setting=setting, actions=(action,)), PEOPLE[:count], width=SIDE, height=SIDE
    )
    assert painting.picture.shape == (SIDE, SIDE, 4)
    assert painting.picture.dtype == painting.mask.dtype == np.uint8
    assert int(painting.picture[..., 3].min()) == 255
    share = float((painting.mask > 128).mean())
    assert 0.02 < share < 0.75


@pytest.mark.parametrize("setting", [*SETTINGS, None])
def test_a_place_without_people_is_a_picture(setting: str | None) -> None:
    painting = draw_scene(scene(setting=setting), (), width=SIDE, height=SIDE)
    assert not painting.mask.any()
    assert len(np.unique(painting.picture.reshape(-1, 4), axis=0)) > 8


@pytest.mark.parametrize("style", STYLES)
def test_all_styles(style: str) -> None:
    given = scene(setting="park", actions=("talking",))
    painting = draw_scene(given, PEOPLE[:2], style=style, width=SIDE, height=SIDE)
    assert not painting.notes
    plain = draw_scene(given, PEOPLE[:2], width=SIDE, height=SIDE)
    assert (style == "anime") == np.array_equal(plain.picture, painting.picture)


def test_other_words_for_a_style_are_told() -> None:
    painting = draw_scene(scene(), (), style="photo", width=SIDE, height=SIDE)
    assert painting.notes == ("Style 'photo' is drawn as realistic",)
    realism = draw_scene(scene(), (), realism=True, width=SIDE, height=SIDE)
    assert np.array_equal(painting.picture, realism.picture)


@settings(max_examples=12, deadline=None)
@given(
    width=st.integers(256, 700),
    height=st.integers(256, 700),
    seed=st.integers(0, 2**64 - 1),
    action=st.sampled_from(ACTIONS),
    setting=st.sampled_from([*SETTINGS, None]),
    who=st.lists(st.sampled_from(PEOPLE), min_size=0, max_size=6),
)
def test_same_wish_same_bytes(
    width: int, height: int, seed: int, action: str, setting: str | None, who: list[Features]
) -> None:
    wish = scene(setting=setting, actions=(action,), weather="rain", mood="happy")
    first = draw_scene(wish, who, seed=seed, width=width, height=height)
    again = draw_scene(wish, who, seed=seed, width=width, height=height)
    assert first.picture.shape == (height, width, 4)
    assert np.array_equal(first.picture, again.picture)
    assert np.array_equal(first.mask, again.mask)


def test_sizes_and_numbers_are_limited() -> None:
    for width, height in ((255, 512), (512, 2049)):
        with pytest.raises(ValueError, match="256 to 2048"):
            draw_scene(scene(), (), width=width, height=height)
    with pytest.raises(ValueError, match="at most 6"):
        draw_scene(scene(), (*PEOPLE, BLONDE), width=SIDE, height=SIDE)


def test_who_is_drawn_is_told() -> None:
    told: list[int] = []
    draw_scene(scene(), PEOPLE[:3], width=SIDE, height=SIDE, told=told.append)
    assert told == [1, 2, 3]


def heads(painting_mask: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> int:
    """The topmost row in which somebody is."""
    return int(np.flatnonzero((painting_mask > 128).any(axis=1))[0])


def test_a_grown_person_fills_most_of_the_height_and_a_child_less() -> None:
    wish = scene(setting="studio")
    grown = draw_scene(wish, (BLACK,), width=512, height=512).mask
    small = draw_scene(wish, (RED,), width=512, height=512).mask
    tall = (int(np.flatnonzero((grown > 128).any(axis=1))[-1]) - heads(grown)) / 512
    assert 0.60 < tall < 0.80
    assert heads(small) - heads(grown) > 0.12 * 512


def test_colours_of_hair_and_skin_are_in_the_picture() -> None:
    def most_red(who: Features) -> float:
        painting = draw_scene(scene(setting="studio"), (who,), width=512, height=512)
        top = heads(painting.mask)
        here = painting.picture[top : top + 40][painting.mask[top : top + 40] > 200].astype(int)
        return float((here[:, 0] - here[:, 2]).mean())

    assert most_red(RED) > most_red(BLACK) + 35


def test_night_is_darker_on_people() -> None:
    def level(time: str) -> float:
        painting = draw_scene(
            scene(setting="beach", time=time, actions=("standing",)), (BLONDE,), width=512,
            height=512,
        )  # fmt: skip
        return float(painting.picture[..., :3][painting.mask > 200].mean())

    assert level("night") < level("day") - 10


def test_the_same_person_looks_the_same_in_every_scene() -> None:
    first, other = (
        cast_for(scene(setting=setting, mood="sad"), (TAN, BLONDE), seed)
        for setting, seed in (("beach", 1), ("office", 77))
    )
    for one, again in zip(first, other, strict=True):
        assert (one.hair, one.face, one.build) == (again.hair, again.face, again.build)
        assert one.garments != again.garments


def test_two_of_one_description_are_two_people() -> None:
    first, other = cast_for(scene(setting="studio"), (Features(), Features()), 1)
    assert (first.hair, first.face) != (other.hair, other.face)
