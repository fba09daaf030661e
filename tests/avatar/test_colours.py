from __future__ import annotations

import numpy as np
import pytest
from avatarforge.forge.avatar import colours
from avatarforge.forge.avatar.vocabulary.colour_names import COLOUR_HEX, SKIN_HEX
from hypothesis import given
from hypothesis import strategies as st
from skimage.color import rgb2lab

HEX = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@given(HEX)
def test_lab_agrees_with_scikit_image_and_comes_back(code: str) -> None:
    theirs = rgb2lab(np.array([[colours.rgb_of(code)]], np.uint8))[0, 0]
    assert colours.lab_of(code) == pytest.approx(tuple(theirs), abs=0.05)
    assert colours.hex_of_lab(colours.lab_of(code)) == code


@given(HEX, st.floats(0.05, 0.9))
def test_shading_goes_the_way_its_name_says(code: str, amount: float) -> None:
    assert colours.lightness(colours.lighter(code, amount)) >= colours.lightness(code) - 0.5
    assert colours.lightness(colours.darker(code, amount)) <= colours.lightness(code) + 0.5


@given(HEX, HEX)
def test_what_must_stand_apart_does(one: str, ground: str) -> None:
    moved = colours.apart(one, ground)
    assert abs(colours.lightness(moved) - colours.lightness(ground)) > 17


def test_names_and_modifiers() -> None:
    assert colours.named("teal").hex == COLOUR_HEX["teal"]
    assert colours.lightness(colours.named("dark emerald").hex) < colours.lightness(
        colours.named("emerald").hex
    )
    assert colours.hair_colour("red").hex != colours.named("red").hex
    with pytest.raises(KeyError):
        colours.named("zorgle")


def test_nearest_name_of_every_named_colour_is_a_colour_just_like_it() -> None:
    for name, code in COLOUR_HEX.items():
        near = colours.nearest(code)
        assert colours.distance(COLOUR_HEX[near.name], code) < 1, name
    for tone, code in SKIN_HEX.items():
        assert colours.nearest_tone(code) == tone


def test_undertones_shift_a_skin() -> None:
    warm, cool = colours.skin_colour("medium", "warm"), colours.skin_colour("medium", "cool")
    assert colours.lab_of(warm.hex)[2] > colours.lab_of(cool.hex)[2] + 4


@pytest.mark.parametrize("code", ["", "#12", "#gggggg", "red", "#-12345"])
def test_not_a_hex_code(code: str) -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        colours.rgb_of(code)
