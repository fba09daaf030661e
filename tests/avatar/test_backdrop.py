"""The studio wall: whole numbers, quickly, in every size, and apart from the person."""

from __future__ import annotations

import hashlib
import time

import numpy as np
import pytest
from avatarforge.forge.avatar import colours
from avatarforge.forge.avatar.backdrop import Backdrop, Shape
from avatarforge.forge.avatar.casting import cast
from avatarforge.forge.avatar.words import read_words

WALL = Backdrop("#33405a", "#8fa8b8", "#e8f0f0", "disc", 0.4, 0.9)


@pytest.mark.parametrize("size", [(1, 1), (4096, 1), (1, 4096), (3, 2), (240, 320), (512, 512)])
@pytest.mark.parametrize("shape", ["disc", "bands", "plain"])
@pytest.mark.parametrize("floor", [None, 0.9])
def test_any_size_is_painted_opaque(
    size: tuple[int, int], shape: Shape, floor: float | None
) -> None:
    wall = Backdrop("#33405a", "#8fa8b8", "#e8f0f0", shape, 0.4, floor)
    picture = wall.picture(*size)
    assert picture.shape == (size[1], size[0], 4)
    assert picture.dtype == np.uint8
    assert (picture[..., 3] == 255).all()


def test_the_light_is_behind_the_person_and_the_floor_below() -> None:
    picture = WALL.picture(512, 512)[..., :3].astype(int).sum(axis=-1)
    assert picture[205, 256] > picture[205, 20] + 60  # the disc
    assert picture[205, 256] > picture[5, 5] + 90  # the corners
    assert picture[475, 30] < picture[440, 30]  # the wall ends


def test_the_wall_has_the_colour_asked_for() -> None:
    picture = WALL.picture(512, 512)[:430]
    middle = np.array([0x8F, 0xA8, 0xB8])
    assert np.abs(picture[..., :3].astype(int) - middle).max(axis=-1).min() <= 2
    assert WALL.tone(2048) == "#8fa8b8"


def test_the_bytes_are_the_same_everywhere() -> None:
    # worked out once; whole numbers throughout, so it holds on every platform
    small = Backdrop("#33405a", "#8fa8b8", "#e8f0f0", "bands", 0.4, 0.9).picture(61, 83)
    digest = hashlib.sha256(small.tobytes()).hexdigest()
    assert digest == "2d09ca3ca0190505bb3a6d0f184e2fb994f492806a6ee7d4bc14ba03c3cb11cb"


def test_it_is_painted_in_six_milliseconds() -> None:
    WALL.picture(512, 512)
    seconds = []
    for _ in range(15):
        start = time.process_time()
        WALL.picture(512, 512)
        seconds.append(time.process_time() - start)
    assert min(seconds) < 0.006, seconds


@pytest.mark.parametrize("hair", ["white", "black", "blonde", "red", "brown"])
def test_hair_and_clothes_stand_out_from_the_wall(hair: str) -> None:
    for seed in range(12):
        person = cast(read_words(f"woman with long {hair} hair").features, seed)
        assert person.background_colour is not None and person.hair.colour is not None
        wall = person.background_colour.hex
        assert colours.distance(wall, person.hair.colour.hex) > 18, seed


def test_a_colour_asked_for_is_kept() -> None:
    person = cast(read_words("a man, red background").features, 3)
    assert person.background_colour == colours.named("red")
