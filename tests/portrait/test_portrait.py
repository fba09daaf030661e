"""A photograph painted as a portrait."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from avatarforge.forge.avatar.styles import STYLES
from avatarforge.forge.portrait.border import BORDERS, bordered
from avatarforge.forge.portrait.bust import bust_of
from avatarforge.forge.portrait.composition import compose
from avatarforge.forge.portrait.costume import COSTUMES, choose_costume, draw_costume, show_costume
from avatarforge.forge.portrait.finish import finish
from avatarforge.forge.portrait.pet import PETS
from avatarforge.forge.portrait.setting import SETTINGS, choose_setting, paint_setting
from avatarforge.forge.portrait.sitter import find_sitter
from avatarforge.forge.portrait.stand_ins import photograph
from avatarforge.forge.portrait.studio import Commission, paint_portrait

from . import photographs

SMALL = Commission("cat", 4, width=208, height=304)


def test_the_same_photograph_and_wish_give_the_same_bytes() -> None:
    first = paint_portrait(photographs.cat(), SMALL)
    assert first.notes == ()
    assert first.picture.shape == (304, 208, 3)
    assert np.array_equal(first.picture, paint_portrait(photographs.cat(), SMALL).picture)
    other = paint_portrait(photographs.cat(), dataclasses.replace(SMALL, seed=5))
    assert np.abs(first.picture.astype(int) - other.picture).mean() > 8


def test_seeds_bring_out_every_costume_and_setting_for_every_kind() -> None:
    for kind in PETS:
        chosen = [choose_costume(kind, seed) for seed in range(200)]
        assert {costume.name for costume in chosen} == set(COSTUMES)
        assert len({tuple(costume.colours.items()) for costume in chosen}) > 30
        assert {choose_setting(kind, seed) for seed in range(200)} == set(SETTINGS)


@pytest.mark.parametrize("name", COSTUMES)
def test_a_costume_covers_the_neck_and_leaves_the_head_free(name: str) -> None:
    costume = next(each for each in COSTUMES if each == name)
    drawn = draw_costume(choose_costume("cat", 3, costume), 208, 304)
    assert drawn.under.shape == drawn.over.shape == (304, 208, 4)
    # Below the collar there is cloth before the neck, above the chin nothing is.
    assert drawn.over[200:300, 104, 3].min() > 200
    assert drawn.over[:140, 80:128, 3].max() < 40
    assert drawn.under[280, 10, 3] > 200 and drawn.under[280, 198, 3] > 200


def test_a_costume_can_be_shown_by_itself() -> None:
    assert show_costume(choose_costume("cat", 3, "velvet")).shape == (608, 416, 3)


@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("size", [(104, 152), (152, 104), (8, 8)])
def test_a_setting_fills_any_size_and_is_darker_than_a_figure(
    name: str, size: tuple[int, int]
) -> None:
    setting = next(each for each in SETTINGS if each == name)
    painted = paint_setting(setting, 5, *size)
    assert painted.shape == (size[1], size[0], 3)
    assert 5 < painted.mean() < 130
    assert not np.array_equal(painted, paint_setting(setting, 6, *size)) or size == (8, 8)


def test_nothing_of_the_old_ground_is_left_around_the_head() -> None:
    """The dog sat on grass; the studio has no green."""
    sitter = find_sitter(photograph("dog"), "dog")
    composed = compose(
        sitter, choose_costume("dog", 1, "ruff"), np.full((608, 416, 3), 40, np.uint8)
    )
    near = composed.face > 20
    colour = composed.picture.astype(int)
    green = (colour[..., 1] > colour[..., 0] + 12) & (colour[..., 1] > colour[..., 2] + 12)
    assert near.sum() > 20_000
    assert (green & near).sum() < 0.01 * near.sum()


def test_the_head_is_in_the_upper_half_upright_and_of_a_third_of_the_height() -> None:
    sitter = find_sitter(photographs.cat(), "cat")
    composed = compose(sitter, choose_costume("cat", 1), paint_setting("studio", 1, 416, 608))
    rows = np.flatnonzero((composed.face > 127).sum(axis=1) > 20)
    columns = np.flatnonzero((composed.face > 127).any(axis=0))
    assert 20 < rows[0] < 120 and 260 < rows[-1] < 360
    assert abs((columns[0] + columns[-1]) / 2 - 208) < 40
    assert (composed.figure >= composed.face).all()


def test_ears_that_the_photograph_cut_are_painted() -> None:
    sitter = find_sitter(photographs.cat(), "cat")
    bust = bust_of(sitter, (208, 320), 200, (608, 416))
    scale = 200 / sitter.head.width
    cut = round(320 - sitter.head.y * scale)  # where the photograph's upper edge comes to lie
    above = bust.alpha[: cut - 25] > 0.5
    assert above.sum() > 800, "ears stand above the edge"
    middle = bust.alpha[max(0, cut - 60) : cut - 45, 190:226]
    assert middle.mean() < 0.5, "and between them there is nothing"


@pytest.mark.parametrize("name", ["tiny", "transparent", "flat", "noise alone", "a line"])
def test_odd_pictures_become_portraits(name: str) -> None:
    wish = dataclasses.replace(SMALL, kind="other", seed=2)
    portrait = paint_portrait(photographs.ODD[name](), wish)
    assert portrait.picture.shape == (304, 208, 3)
    assert portrait.picture.std() > 15


@pytest.mark.parametrize("size", [(64, 64), (512, 256), (96, 640)])
def test_any_format_is_painted(size: tuple[int, int]) -> None:
    wish = Commission("dog", 3, width=size[0], height=size[1])
    picture = paint_portrait(photograph("dog"), wish).picture
    assert picture.shape == (size[1], size[0], 3)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_finishes_it(style: str) -> None:
    chosen = next(each for each in STYLES if each == style)
    sitter = find_sitter(photograph("other"), "other")
    composed = compose(sitter, choose_costume("other", 1), paint_setting("studio", 1, 208, 304))
    masks = {"figure": composed.figure, "face": composed.face}
    finished = finish(composed.picture, chosen, seed=1, border="none", **masks)
    assert finished.shape == composed.picture.shape
    assert not np.array_equal(finished, composed.picture)
    alone = finish(composed.picture, chosen, seed=1, border="none")
    assert alone.shape == finished.shape


@pytest.mark.parametrize("border", BORDERS)
@pytest.mark.parametrize("size", [(304, 208), (16, 16), (40, 300)])
def test_a_border_keeps_the_size(border: str, size: tuple[int, int]) -> None:
    chosen = next(each for each in BORDERS if each == border)
    picture = np.full((*size, 3), 180, np.uint8)
    framed = bordered(picture, chosen)
    assert framed.shape == picture.shape
    assert (framed[0, 0] < 180).any() == (border != "none")


def test_the_brush_spares_the_face() -> None:
    sitter = find_sitter(photographs.cat(), "cat")
    composed = compose(sitter, choose_costume("cat", 1), paint_setting("library", 1, 416, 608))
    painted = finish(
        composed.picture, "oil_painting", seed=1, figure=composed.figure, face=composed.face,
        border="none",
    )  # fmt: skip
    change = np.abs(painted.astype(int) - composed.picture).mean(axis=2)
    assert change[composed.face > 250].mean() < change[composed.figure < 5].mean() + 2
