"""The quality gates: good material passes, whatever the style; each kind of damage fails."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import skimage.data
from avatarforge.forge.avatar.features import Features
from avatarforge.forge.avatar.styles import STYLES
from avatarforge.forge.avatar.words import read_words
from avatarforge.forge.motion.acts import MOTIONS
from avatarforge.forge.motion.film import FilmWish, film
from avatarforge.forge.motion.loop import LoopWish, animate
from avatarforge.forge.motion.marks import mark
from avatarforge.forge.motion.poses import ANGLES, SheetWish, eight_poses
from avatarforge.forge.motion.quality import judge_loop, judge_sheet
from avatarforge.forge.story.scene import Scene
from scipy import ndimage

Pictures = list[np.ndarray[Any, Any]]

STYLE_OF = dict(enumerate(STYLES))
CHARACTERS = range(21)
SOME = (0, 4, 10, 20)


@functools.cache
def eight(seed: int, style: str) -> tuple[Pictures, Pictures]:
    wish = SheetWish(style=style, width=160, height=240, seed=seed)  # type: ignore[arg-type]
    pictures, masks = eight_poses(Features(), wish)
    return [pictures[angle] for angle in ANGLES], [masks[angle] for angle in ANGLES]


def style(number: int) -> str:
    return STYLE_OF[number % len(STYLE_OF)]


@functools.cache
def loop(number: int) -> tuple[np.ndarray[Any, Any], ...]:
    motion = MOTIONS[number % len(MOTIONS)]
    scene = Scene(text="", setting=(None, "beach")[number % 2])
    wish = LoopWish(motion=motion, style=style(number), seed=number, width=160, height=160)  # type: ignore[arg-type]
    return tuple(animate(Features(), wish, scene=scene))


@pytest.mark.parametrize("number", CHARACTERS)
def test_a_sheet_of_one_person_passes(number: int) -> None:
    quality = judge_sheet(*eight(700 + number, style(number)))
    assert quality.passed and quality.score >= 0.85, quality.parts


@pytest.mark.parametrize("words", ["angel with wings", "demon with bat wings and horns"])
def test_wings_beside_the_head_are_no_part_of_it(words: str) -> None:
    wish = SheetWish(style="anime", width=160, height=240, seed=1)
    pictures, masks = eight_poses(read_words(words).features, wish)
    quality = judge_sheet(list(pictures.values()), list(masks.values()))
    assert quality.parts["proportions"] > 0.95


ALIKE = pytest.mark.xfail(reason="both wear blue and black and have brown hair", strict=True)
"""Colours do not tell these two apart."""


@pytest.mark.parametrize("number", [pytest.param(1, marks=ALIKE), 0, *CHARACTERS[2:]])
def test_a_stranger_on_a_sheet_fails(number: int) -> None:
    pictures, masks = (list(each) for each in eight(700 + number, style(number)))
    others, shapes = eight(700 + (number + 7) % len(CHARACTERS), style(number))
    at = number % len(ANGLES)
    pictures[at], masks[at] = others[at], shapes[at]
    quality = judge_sheet(pictures, masks)
    assert not quality.passed and quality.parts["identity"] < 0.8, quality.parts


@pytest.mark.parametrize("number", SOME)
def test_a_person_is_found_where_no_mask_says_where(number: int) -> None:
    pictures, _ = eight(700 + number, "anime")
    assert judge_sheet(pictures).passed
    others, _ = eight(700 + number + 1, "anime")
    assert not judge_sheet([*pictures[:5], others[5], *pictures[6:]]).passed


@pytest.mark.parametrize("number", SOME)
@pytest.mark.parametrize("damage", ["blurred", "black", "white"])
def test_a_spoiled_pose_fails(number: int, damage: str) -> None:
    pictures, masks = (list(each) for each in eight(700 + number, style(number)))
    spoiled = pictures[3].copy()
    if damage == "blurred":
        spoiled = ndimage.gaussian_filter(spoiled, (4, 4, 0))
    else:
        spoiled[..., :3] = 0 if damage == "black" else 255
    pictures[3] = spoiled
    assert not judge_sheet(pictures, masks).passed


@pytest.mark.parametrize("number", range(10))
def test_a_loop_passes_and_joins(number: int) -> None:
    quality = judge_loop(loop(number))
    assert quality.passed, quality.parts
    pictures = np.stack(loop(number)).astype(np.float64)
    steps = np.abs(np.diff(pictures, axis=0)).mean(axis=(1, 2, 3))
    assert np.abs(pictures[0] - pictures[-1]).mean() <= np.median(steps)


def spoiled_loop(pictures: Sequence[np.ndarray[Any, Any]], damage: str) -> Pictures:
    frames = list(pictures)
    if damage == "jump":
        return [*frames[:30], *frames[8:26]]
    if damage == "no seam":
        return frames[: len(frames) * 2 // 3]
    if damage == "still":
        return [frames[0]] * len(frames)
    if damage == "flicker":
        return [
            np.clip(frame * (1.03 if index % 2 else 1.0), 0, 255).astype(np.uint8)
            for index, frame in enumerate(frames)
        ]
    if damage == "black frame":
        frames[20] = np.zeros_like(frames[20])
        return frames
    return [ndimage.gaussian_filter(frame, (5, 5, 0)) for frame in frames]


@pytest.mark.parametrize("number", [0, 3, 5, 6])
@pytest.mark.parametrize(
    "damage", ["jump", "no seam", "still", "flicker", "black frame", "blurred"]
)
def test_a_spoiled_loop_fails(number: int, damage: str) -> None:
    quality = judge_loop(spoiled_loop(loop(number), damage))
    assert not quality.passed, quality.parts


def test_a_film_passes_with_its_cuts_and_not_as_a_loop() -> None:
    wish = FilmWish(width=128, height=128, seed=3)
    pictures = film(Features(), None, wish)
    assert judge_loop(pictures, loops=False, cuts=True).passed
    assert not judge_loop(pictures).passed


def test_photographs_are_judged_as_drawings_are() -> None:
    """A camera that sways before a photograph, and one that stands still or jumps."""
    whole = skimage.data.astronaut()
    turns = [np.sin(2 * np.pi * index / 48) for index in range(48)]
    places = [round(60 + 20 * turn) for turn in turns]
    swaying = [whole[40:360, at : at + 320] for at in places]
    assert judge_loop(swaying).passed
    assert not judge_loop([*swaying[:20], *swaying[32:]]).passed
    assert not judge_loop([swaying[0]] * 24).passed


def test_a_verdict_is_a_document() -> None:
    document = json.loads(judge_loop(loop(0)).document())
    assert document.keys() == {"score", "threshold", "parts"}
    assert document["threshold"] == 0.8
    assert set(document["parts"]) == {
        "closure", "motion", "smoothness", "steadiness", "sharpness", "exposure"
    }  # fmt: skip


def test_one_bad_part_is_the_score() -> None:
    still = judge_loop([loop(0)[0]] * 10)
    assert still.score == min(still.parts.values()) < 0.8


@pytest.mark.parametrize(
    ("value", "expected"), [(0.0, 0.0), (1.0, 0.0), (2.0, 0.8), (1.5, 0.4), (3.0, 1.0), (9.0, 1.0)]
)
def test_marks_rise_to_their_ends(value: float, expected: float) -> None:
    assert mark(value, 1.0, 2.0, 3.0) == pytest.approx(expected)
    assert mark(-value, -1.0, -2.0, -3.0) == pytest.approx(expected)


def test_too_little_is_refused() -> None:
    picture = loop(0)[0]
    with pytest.raises(ValueError, match="three pictures"):
        judge_loop([picture, picture])
    with pytest.raises(ValueError, match="two pictures"):
        judge_sheet([picture])
    with pytest.raises(ValueError, match="one size"):
        judge_loop([picture, picture[:-8], picture])
