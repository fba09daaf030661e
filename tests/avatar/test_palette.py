from __future__ import annotations

import time

import numpy as np
import numpy.typing as npt
import pytest
import skimage.data
from avatarforge.forge.avatar import colours
from avatarforge.forge.avatar.features import Features
from avatarforge.forge.avatar.palette import Palette, apply_palette, read_palette
from avatarforge.forge.avatar.words import read_words


@pytest.fixture(scope="module")
def astronaut() -> npt.NDArray[np.uint8]:
    return np.asarray(skimage.data.astronaut())


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_astronaut(astronaut: npt.NDArray[np.uint8], mirrored: bool) -> None:
    palette = read_palette(astronaut[:, ::-1] if mirrored else astronaut)
    assert palette.face is not None
    assert palette.clothes is not None and palette.hair is not None and palette.skin is not None
    assert colours.distance(palette.clothes.hex, colours.named("burnt orange").hex) < 25
    lightness, _, b = colours.lab_of(palette.hair.hex)
    assert 20 < lightness < 60 and b > 8, palette.hair  # a brown of some kind
    assert palette.skin.name in ("fair", "light", "medium")
    assert min(palette.hair_confidence, palette.skin_confidence) > 0.5
    assert palette.clothes_confidence > 0.5


def test_half_a_second_is_never_needed(astronaut: npt.NDArray[np.uint8]) -> None:
    read_palette(astronaut)
    seconds = []
    for _ in range(3):
        start = time.process_time()
        read_palette(astronaut)
        seconds.append(time.process_time() - start)
    assert min(seconds) < 0.4


def test_the_same_picture_gives_the_same_palette(astronaut: npt.NDArray[np.uint8]) -> None:
    assert read_palette(astronaut) == read_palette(astronaut.copy())


def _figure(hair: str, skin: str, clothes: str, background: str) -> npt.NDArray[np.uint8]:
    """A flat drawn bust without a face."""
    picture = np.empty((256, 256, 3), np.uint8)
    picture[:] = colours.rgb_of(background)
    y, x = np.mgrid[:256, :256]
    picture[(y > 170) & (abs(x - 128) < 90)] = colours.rgb_of(clothes)
    picture[(abs(x - 128) < 22) & (y > 130) & (y < 180)] = colours.rgb_of(skin)
    picture[((x - 128) / 62) ** 2 + ((y - 95) / 72) ** 2 < 1] = colours.rgb_of(hair)
    picture[((x - 128) / 46) ** 2 + ((y - 112) / 54) ** 2 < 1] = colours.rgb_of(skin)
    return picture


@pytest.mark.parametrize(
    ("hair", "skin", "clothes", "background"),
    [
        ("#b0402a", "#f2cbaf", "#36924a", "#ffffff"),
        ("#221d1f", "#8a5837", "#2f63c4", "#d8e0c8"),
        ("#e2c27a", "#c79a68", "#713097", "#202838"),
    ],
)
def test_a_drawing_without_a_face(hair: str, skin: str, clothes: str, background: str) -> None:
    palette = read_palette(_figure(hair, skin, clothes, background))
    for found, painted in ((palette.hair, hair), (palette.skin, skin), (palette.clothes, clothes)):
        assert found is not None
        assert colours.distance(found.hex, painted) < 12, (found, painted)


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 900, 3), (900, 3, 3), (64, 64, 3)])
def test_odd_pictures_are_survived(shape: tuple[int, int, int]) -> None:
    assert read_palette(np.zeros(shape, np.uint8)) == Palette()
    noise = np.random.default_rng(1).integers(0, 256, shape, dtype=np.uint8)
    assert 0 <= read_palette(noise).skin_confidence <= 1


@pytest.mark.parametrize(
    "wrong", [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3)), np.zeros((0, 4, 3), np.uint8)]
)
def test_another_kind_of_array_is_refused(wrong: npt.NDArray[np.uint8]) -> None:
    with pytest.raises(ValueError, match="uint8"):
        read_palette(wrong)


def test_words_win_over_the_palette(astronaut: npt.NDArray[np.uint8]) -> None:
    palette = read_palette(astronaut)
    open_ = apply_palette(Features(), palette)
    assert open_.hair.colour == palette.hair and open_.skin_colour == palette.skin
    assert [(g.kind, g.colour) for g in open_.garments] == [("outfit", palette.clothes)]
    said = read_words("blue hair, dark skin, green dress").features
    assert apply_palette(said, palette) == said
    coat = apply_palette(read_words("woman in a coat").features, palette)
    assert [(g.kind, g.colour) for g in coat.garments] == [("coat", palette.clothes)]
    assert apply_palette(Features(), Palette()) == Features()
