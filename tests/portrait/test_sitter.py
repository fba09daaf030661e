"""The animal found in a photograph: its eyes, its head, its outline."""

from __future__ import annotations

import numpy as np
import pytest
import skimage.data
from avatarforge.forge.portrait.pet import PetKind
from avatarforge.forge.portrait.sitter import A_PERSON, NO_EYES, NO_SUBJECT, SMALL_HEAD, find_sitter
from avatarforge.forge.portrait.stand_ins import STAND_INS, photograph

from . import photographs

# As they are drawn, or seen: left eye, right eye, in pixels.
EYES = {
    "cat": ((171, 116), (318, 136)),
    "dog": ((244, 204), (356, 204)),
    "rabbit": ((238, 264), (362, 264)),
    "other": ((234, 236), (366, 236)),
}


def picture_of(kind: str) -> photographs.Picture:
    return photographs.cat() if kind == "cat" else photograph(kind)


@pytest.mark.parametrize("kind", EYES)
def test_both_eyes_are_found(kind: PetKind) -> None:
    sitter = find_sitter(picture_of(kind), kind)
    assert sitter.notes == ()
    assert sitter.eyes is not None
    for found, true in zip((sitter.eyes.left, sitter.eyes.right), EYES[kind], strict=True):
        assert np.hypot(found[0] - true[0], found[1] - true[1]) < 0.15 * sitter.eyes.apart


def test_the_outline_follows_the_animal_and_leaves_the_grass() -> None:
    dog = photograph("dog")
    sitter = find_sitter(dog, "dog")
    for x, y in ((300, 150), (300, 250), (244, 204), (300, 440), (176, 220), (424, 220)):
        assert sitter.matte[y, x] > 200, (x, y)
    for x, y in ((40, 60), (560, 60), (60, 380), (540, 300), (300, 20)):
        assert sitter.matte[y, x] < 30, (x, y)
    inside = sitter.matte > 200
    green = dog[..., 1].astype(int) > dog[..., 0].astype(int) + 10
    assert (green & inside).sum() < 0.02 * inside.sum()


def test_a_white_rabbit_on_white_is_told_from_its_ground() -> None:
    sitter = find_sitter(photograph("rabbit"), "rabbit")
    assert sitter.matte[290, 300] > 200
    assert max(sitter.matte[40, 40], sitter.matte[40, 560]) < 30


@pytest.mark.parametrize("kind", ["horse", "bird"])
def test_a_head_seen_from_its_side_is_the_upper_end(kind: PetKind) -> None:
    sitter = find_sitter(photograph(kind), kind)
    left, top, right, bottom = sitter.head.box
    assert bottom < 0.9 * sitter.matte.shape[0]
    for x, y in {"horse": ((292, 196), (176, 392)), "bird": ((282, 152), (360, 150))}[kind]:
        assert left - 40 <= x <= right + 40
        assert top - 20 <= y <= bottom + 20


@pytest.mark.parametrize("name", photographs.ODD)
def test_odd_pictures_have_a_sitter_all_the_same(name: str) -> None:
    picture = photographs.ODD[name]()
    sitter = find_sitter(picture, "cat")
    assert sitter.photograph.shape == (*sitter.matte.shape, 3)
    assert max(sitter.matte.shape) <= 1536
    assert sitter.matte.max() > 200
    assert sitter.head.width > 0 and sitter.head.height > 0
    cut = sitter.cut_out()
    assert cut.dtype == np.uint8 and max(cut.shape) <= 512
    if name in ("flat", "black", "a pixel", "a line", "all transparent", "noise alone"):
        assert NO_SUBJECT in sitter.notes


def test_what_is_known_of_the_outline_is_taken() -> None:
    by_alpha = find_sitter(photographs.cut_out(), "dog")
    assert by_alpha.matte[20, 20] == 0 and by_alpha.matte[250, 300] == 255
    mask = np.zeros((300, 451), np.uint8)
    mask[40:260, 60:300] = 255
    given = find_sitter(photographs.cat(), "cat", mask)
    assert np.array_equal(given.matte > 127, mask > 127)


def test_a_person_is_told_from_an_animal() -> None:
    portrait = skimage.data.astronaut()
    assert find_sitter(portrait, "dog").notes == (A_PERSON,)
    known = np.zeros(portrait.shape[:2], np.uint8)
    known[20:, 100:400] = 255
    assert find_sitter(portrait, "dog", known).notes == (A_PERSON,), "cut out by hand too"


@pytest.mark.parametrize("kind", ["horse", "bird"])
def test_where_no_eyes_are_seen_that_is_told(kind: PetKind) -> None:
    assert find_sitter(photograph(kind), kind).notes == (NO_EYES,)


@pytest.mark.parametrize("grey", [False, True])
@pytest.mark.parametrize("scale", [1, 2])
def test_noise_is_no_animal(grey: bool, scale: int) -> None:
    noise = np.random.default_rng(5).integers(0, 256, (260, 300, 1 if grey else 3), np.uint8)
    noise = np.repeat(noise, 3, axis=2) if grey else noise
    shown = photographs.resized(noise, 300 * scale, 260 * scale)
    assert find_sitter(shown, "cat").notes == (NO_SUBJECT,)
    assert find_sitter(photographs.noisy(), "cat").notes == (), "grain is none"


def test_a_small_head_is_told() -> None:
    small = np.full((400, 600, 3), (120, 150, 90), np.uint8)
    small[180:248, 280:360] = photographs.resized(photograph("other"), 80, 68)
    assert SMALL_HEAD in find_sitter(small, "other").notes


@pytest.mark.parametrize(
    "picture", [np.zeros((9, 9), np.uint8), np.zeros((9, 9, 3), np.float32)], ids=["2d", "float"]
)
def test_what_is_no_picture_is_refused(picture: photographs.Picture) -> None:
    with pytest.raises(ValueError, match="a picture is uint8"):
        find_sitter(picture, "cat")


def test_every_kind_but_the_cat_has_a_stand_in() -> None:
    assert set(STAND_INS) | {"cat"} == {"dog", "cat", "bird", "rabbit", "horse", "other"}
