"""Painting: what is kept between two requests changes nothing but the time."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from avatarforge.forge.avatar import artist
from avatarforge.forge.avatar.artist import Wish, cut_out, paint
from avatarforge.forge.avatar.model_sheet import model_sheet
from avatarforge.forge.avatar.raster import rasterise
from avatarforge.forge.avatar.words import read_words
from avatarforge.forge.pose.library import pose

FEATURES = read_words("woman, teal jacket, dark trousers, brown boots, auburn bob").features
WISH = Wish(width=160, height=240, seed=5)


def forget() -> None:
    artist._drawn.cache_clear()
    artist._behind.cache_clear()


@pytest.mark.parametrize("style", ["", "realistic", "pixel art"])
def test_a_kept_figure_gives_the_same_bytes(style: str) -> None:
    wish = Wish(width=160, height=240, seed=5, style=style)
    forget()
    cut_first, whole_second = cut_out(FEATURES, wish), paint(FEATURES, wish)
    forget()
    whole_first, cut_second = paint(FEATURES, wish), cut_out(FEATURES, wish)
    assert (cut_first.picture == cut_second.picture).all()
    assert (whole_first.picture == whole_second.picture).all()
    assert (cut_first.svg, whole_first.svg) == (cut_second.svg, whole_second.svg)


def test_who_changes_a_picture_changes_their_own() -> None:
    forget()
    first = cut_out(FEATURES, WISH)
    expected = first.picture.copy(), first.mask.copy()
    first.picture[:] = 7
    first.mask[:] = 7
    second = cut_out(FEATURES, WISH)
    assert (second.picture == expected[0]).all() and (second.mask == expected[1]).all()
    whole = paint(FEATURES, WISH)
    before = whole.picture.copy()
    whole.picture[:] = 7
    assert (paint(FEATURES, WISH).picture == before).all()


def test_another_pose_seed_or_view_is_another_figure() -> None:
    shown = {
        paint(FEATURES, wish).picture.tobytes()
        for wish in (
            WISH,
            Wish(width=160, height=240, seed=6),
            Wish(width=160, height=240, seed=5, view="back"),
            Wish(width=160, height=240, seed=5, framing="bust"),
            Wish(width=160, height=240, seed=5, pose=pose("waving", "front")),
            Wish(width=160, height=240, seed=5, pose=pose("running", "front")),
        )
    }
    assert len(shown) == 6


def test_the_vector_of_a_cut_out_is_the_figure_alone() -> None:
    alpha = rasterise(cut_out(FEATURES, WISH).svg, 160, 240)[..., 3]
    assert alpha[0, 0] == 0 and alpha[:, 0].max() == 0
    assert (rasterise(paint(FEATURES, WISH).svg, 160, 240)[..., 3] == 255).all()


def test_a_sheet_tells_each_view_to_who_waits_for_it() -> None:
    here, told = threading.current_thread(), []
    sheet = model_sheet(FEATURES, seed=5, step=lambda: told.append(threading.current_thread()))
    assert told == [here] * 4
    assert (sheet == model_sheet(FEATURES, seed=5)).all()
    assert sheet.dtype == np.uint8


def test_a_sheet_ends_where_its_step_does() -> None:
    def stop() -> None:
        raise InterruptedError("no more")

    with pytest.raises(InterruptedError, match="no more"):
        model_sheet(FEATURES, seed=5, step=stop)
