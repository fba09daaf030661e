"""Sizes to sample at: whatever is asked, what the family can draw."""

from __future__ import annotations

import math

import pytest
from avatarforge.forge.avatar.framing import AVATAR_SIZE, VIEW_SIZES
from avatarforge.forge.recipes.sizing import SIZINGS, Sizing, fit
from hypothesis import example, given
from hypothesis import strategies as st

SIDES = st.integers(1, 4096)  # what the Request node lets through
MODELS = st.sampled_from(sorted(SIZINGS))
MOST_SLANTED = 4.0


@given(model=MODELS, width=SIDES, height=SIDES, columns=st.integers(1, 8))
@example(model="SD 1.5", width=1, height=4096, columns=8)
@example(model="SDXL", width=4096, height=1, columns=1)
def test_any_size_becomes_one_that_the_family_draws(
    model: str, width: int, height: int, columns: int
) -> None:
    sizing = SIZINGS[model]
    wide, high = fit(width, height, sizing, columns)
    assert wide % sizing.multiple == high % sizing.multiple == 0
    assert min(wide, high) >= sizing.multiple
    most = min(sizing.most, sizing.strip // columns)
    assert wide * high <= 1.02 * most
    assert wide * high * columns <= 1.02 * max(sizing.strip, sizing.most)
    least = min(sizing.least, most)
    # A step of 64 on a narrow picture is a good part of it.
    slack = 1 + 2 * sizing.multiple / min(wide, high)
    assert wide * high >= least / slack
    asked = min(max(width / height, 1 / MOST_SLANTED), MOST_SLANTED)
    assert 1 / slack <= wide / high / asked <= slack


@pytest.mark.parametrize("model", SIZINGS)
@pytest.mark.parametrize("asked", sorted({AVATAR_SIZE, *VIEW_SIZES.values(), (1024, 1024)}))
def test_the_usual_sizes_keep_their_proportions(model: str, asked: tuple[int, int]) -> None:
    wide, high = fit(*asked, SIZINGS[model])
    assert abs(math.log(wide / high * asked[1] / asked[0])) < 0.05, (wide, high)


@given(model=MODELS, width=st.integers(256, 2048), height=st.integers(256, 2048))
def test_a_size_that_fits_already_stays_or_nearly(model: str, width: int, height: int) -> None:
    sizing = SIZINGS[model]
    once = fit(width, height, sizing)
    step = sizing.multiple
    again = fit(*once, sizing)
    assert all(abs(a - b) <= step for a, b in zip(once, again, strict=True))
    if sizing.least <= width * height <= sizing.most and width % step == height % step == 0:
        assert abs(math.log(width / height)) > math.log(MOST_SLANTED) or once == (width, height)


@given(model=MODELS, width=SIDES, height=SIDES)
def test_turning_the_picture_turns_the_size(model: str, width: int, height: int) -> None:
    wide, high = fit(width, height, SIZINGS[model])
    turned = fit(height, width, SIZINGS[model])
    near = 2 * SIZINGS[model].multiple
    assert abs(turned[0] - high) <= near and abs(turned[1] - wide) <= near


def test_a_strip_of_four_is_smaller_than_four_pictures() -> None:
    alone, in_strip = (fit(512, 768, SIZINGS["SDXL"], columns) for columns in (1, 4))
    assert in_strip[0] * in_strip[1] < alone[0] * alone[1]
    assert 4 * in_strip[0] * in_strip[1] <= 1.02 * SIZINGS["SDXL"].strip


def test_known_sizes() -> None:
    assert fit(512, 512, SIZINGS["SD 1.5"]) == (512, 512)
    assert fit(512, 768, SIZINGS["SD 1.5"]) == (512, 768)
    assert fit(512, 512, SIZINGS["SDXL"]) == (1024, 1024)
    assert fit(2048, 2048, SIZINGS["SD 1.5"]) == (640, 640)
    assert fit(100, 100, Sizing(1, 64 * 64, 64 * 64, 64)) == (64, 64)
