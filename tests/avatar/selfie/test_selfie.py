"""What is read off photographs and off drawn faces of known features."""

from __future__ import annotations

import random
from functools import lru_cache
from typing import Any

import numpy as np
import pytest
import skimage.data
from avatarforge.bench.bench_selfie import SURE, drawn_face, scores
from avatarforge.forge.avatar.coding import from_fields
from avatarforge.forge.avatar.selfie import Selfie, analyse
from avatarforge.forge.avatar.selfie.vocabulary import SECTIONS, allowed
from avatarforge.forge.avatar.styles import STYLES
from PIL import Image, ImageFilter

WITHOUT_A_FACE = ("chelsea", "coffee", "rocket", "brick", "grass", "gravel", "retina")
COLOURED = ("hair_color", "skin_tone", "skin_undertone", "eye_color", "dress_color")
SEED = 7_700_000  # apart from the faces that the figures were fitted to


def picture(name: str) -> Any:
    found = getattr(skimage.data, name)()
    return found if found.ndim == 3 else np.stack([found] * 3, axis=-1)


@lru_cache(maxsize=1)
def astronaut() -> Selfie:
    return analyse(picture("astronaut"))


def flat(selfie: Selfie) -> dict[str, Any]:
    return {name: selfie.features[section][name] for section in SECTIONS
            for name in SECTIONS[section]}  # fmt: skip


def test_an_astronaut_has_one_face() -> None:
    (face,) = astronaut().faces
    assert abs(face.x - 222) < 20
    assert abs(face.y - 120) < 25
    assert 70 < face.side < 140
    assert astronaut().reason is None
    assert astronaut().quality > 0.8


@pytest.mark.parametrize("name", WITHOUT_A_FACE)
def test_what_is_no_face_is_none(name: str) -> None:
    selfie = analyse(picture(name))
    assert (selfie.faces, selfie.reason, selfie.quality) == ((), "NO_FACE_DETECTED", 0.0)
    assert set(flat(selfie).values()) == {None}
    assert selfie.features["meta"] == {
        "face_detected": False,
        "num_faces": 0,
        "quality_score": 0.0,
    }


@pytest.mark.parametrize("turned", [90, 180, 270])
@pytest.mark.parametrize("name", ["chelsea", "coffee", "rocket", "grass", "gravel"])
def test_nor_is_it_one_when_it_is_turned(name: str, turned: int) -> None:
    assert analyse(np.rot90(picture(name), turned // 90).copy()).faces == ()


def test_every_documented_key_is_there_and_holds_a_documented_word() -> None:
    features = astronaut().features
    assert {name: list(section) for name, section in features.items()} == {
        **{name: list(fields) for name, fields in SECTIONS.items()},
        "meta": ["face_detected", "num_faces", "quality_score"],
    }
    for name, value in flat(astronaut()).items():
        assert value is None or value in allowed(name)
    assert features["meta"] == {
        "face_detected": True,
        "num_faces": 1,
        "quality_score": astronaut().quality,
    }
    assert round(astronaut().quality, 3) == astronaut().quality


def test_what_no_picture_tells_stays_open() -> None:
    for name in ("age_appearance", "age_range", "gender", "expression", "hair_type", "eye_shape"):
        assert flat(astronaut())[name] is None


def test_two_people_are_refused_and_counted() -> None:
    one = Image.fromarray(picture("astronaut")).crop((90, 0, 360, 270))
    two = np.concatenate([np.asarray(one), np.asarray(one)], axis=1)
    selfie = analyse(two)
    assert (len(selfie.faces), selfie.reason) == (2, "MULTIPLE_FACES")
    assert selfie.features["meta"]["num_faces"] == 2


def darker(image: Any) -> Any:
    return (image * 0.15).astype(np.uint8)


def tiny(image: Any) -> Any:
    return np.asarray(Image.fromarray(image).resize((140, 140)))


def blurred(image: Any) -> Any:
    return np.asarray(Image.fromarray(image).filter(ImageFilter.GaussianBlur(2.6)))


@pytest.mark.parametrize("spoilt", [darker, tiny, blurred])
def test_what_is_too_poor_is_refused_and_not_read(spoilt: Any) -> None:
    selfie = analyse(spoilt(picture("astronaut")))
    assert selfie.reason == "LOW_QUALITY"
    assert selfie.quality < 0.35
    assert set(flat(selfie).values()) == {None}
    assert selfie.features["meta"]["face_detected"] is True


def test_a_face_without_colours_is_found_and_its_colours_stay_open() -> None:
    grey = np.asarray(Image.fromarray(picture("astronaut")).convert("L").convert("RGB"))
    selfie = analyse(grey)
    assert len(selfie.faces) == 1
    assert [flat(selfie)[name] for name in COLOURED] == [None] * len(COLOURED)


@pytest.mark.parametrize("lean", [-30, -20, 15, 30])
def test_a_head_may_lean(lean: int) -> None:
    turned = Image.fromarray(picture("astronaut")).rotate(lean, Image.Resampling.BICUBIC)
    assert len(analyse(np.asarray(turned)).faces) == 1


@pytest.mark.parametrize("style", STYLES)
def test_faces_are_found_in_every_style(style: str) -> None:
    seeds = (SEED + number for number in range(400))
    own = (face for face in (drawn_face(seed, side=192) for seed in seeds) if face.style == style)
    found = [len(analyse(next(own).picture).faces) for _ in range(5)]
    assert found.count(1) >= 4


@lru_cache(maxsize=1)
def forty() -> Any:
    return scores(drawn_face(SEED + number) for number in range(40))


def test_most_drawn_faces_are_found_once() -> None:
    _, counts = forty()
    assert counts["found"] >= 36
    assert counts["twice"] <= 2


@pytest.mark.parametrize("name", ["skin_tone", "hair_color"])
def test_tone_and_hair_are_told_and_right(name: str) -> None:
    kept, _ = forty()
    score = kept[name]
    # With 40 faces a rate of 85 % scatters by about 6 %; the benchmark holds the bound on 300.
    assert score.right >= 0.79 * score.answered
    assert score.answered >= 0.66 * score.faces


def test_hardly_anything_is_wrong_that_was_sure() -> None:
    kept, _ = forty()
    assert any(score.sure for score in kept.values())
    for name, score in kept.items():
        assert score.wrongly_sure <= max(1, 0.05 * score.answered), (name, SURE)


def test_the_same_picture_gives_the_same_answer() -> None:
    face = drawn_face(SEED + 900).picture
    assert analyse(face) == analyse(face.copy())


def test_a_model_is_heard_in_documented_words_only() -> None:
    reply = (
        'Here you are: {"observed": {"gender": "Female", "age_appearance": "young adult", '
        '"skin_tone": "glowing", "hair_style": "loose"}, "accessories": {"hat_present": "no", '
        '"hat_style": "cap"}, "mood": "good"}'
    )
    measured, heard = flat(astronaut()), analyse(picture("astronaut"), reply)
    told = flat(heard)
    assert (told["gender"], told["age_appearance"]) == ("female", "young adult")
    assert told["hair_style"] == "loose"
    assert told["skin_tone"] == measured["skin_tone"]
    assert told["hat_style"] is None
    assert [line.split(":")[0] for line in heard.dropped] == ["skin_tone", "mood", "hat_style"]
    assert heard.confidence["gender"] == 1.0


def test_what_is_told_is_understood_when_drawn() -> None:
    _, odd = from_fields(astronaut().features)
    assert odd == ()


@pytest.mark.parametrize(
    "wrong",
    [np.zeros((8, 8), np.uint8), np.zeros((8, 8, 4), np.uint8), np.zeros((8, 8, 3), np.float32),
     np.zeros((0, 8, 3), np.uint8)],
)  # fmt: skip
def test_another_array_is_an_error(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"pixels|Expected"):
        analyse(wrong)


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (31, 31), (40, 2000)])
def test_small_and_narrow_pictures_have_no_face(size: tuple[int, int]) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (*size, 3), np.uint8)
    assert analyse(noise).reason == "NO_FACE_DETECTED"


def test_noise_has_no_face() -> None:
    lot = random.Random(4)
    for _ in range(2):
        rng = np.random.default_rng(lot.randrange(1000))
        assert analyse(rng.integers(0, 256, (200, 200, 3), np.uint8)).faces == ()
