"""One person is drawn: who else is named is told, never mixed in or dropped."""

from __future__ import annotations

import pytest
from avatarforge.forge.avatar.company import only_one
from avatarforge.forge.avatar.vocabulary.lexicon import find, lexicon
from avatarforge.forge.avatar.vocabulary.nearest import NEAREST
from avatarforge.forge.avatar.words import read_words


@pytest.mark.parametrize(
    ("text", "roles", "gender", "told"),
    [
        ("a knight and a princess", ("knight",), None, "princess"),
        ("knight and princess in a castle", ("knight",), None, "princess"),
        ("a boy and his robot", (), "male", "robot"),
        ("mother and daughter", (), "female", "daughter"),
        ("a red haired woman and a man with a beard", (), "female", "man"),
        ("two women holding hands", (), "female", "two women"),
        ("2 girls", (), "female", "2 girls"),
        ("a couple", (), None, "couple"),
    ],
)
def test_a_second_person_is_told(
    text: str, roles: tuple[str, ...], gender: str | None, told: str
) -> None:
    reading = read_words(text)
    assert reading.features.roles == roles
    assert reading.features.gender == gender
    assert len(reading.unknown) == 1
    assert reading.unknown[0].startswith(f"{told} (")


@pytest.mark.parametrize(
    "text",
    [
        "a warrior and poet",
        "elf and ranger",
        "a wizard with a knight helmet",
        "woman with a pirate hat",
        "a man with his dog",
        "a pirate captain and a parrot",
        "a female warrior with a male voice",
        "a cat girl and her sword",
        "knight, princess",
    ],
)
def test_one_person_stays_one(text: str) -> None:
    assert not [word for word in read_words(text).unknown if "(" in word]


def test_what_both_are_in_is_kept_and_what_the_second_wears_is_not() -> None:
    features = read_words("a knight and a princess in a pink dress in a castle").features
    assert features.background == "castle"
    assert "dress" not in {garment.kind for garment in features.garments}
    assert read_words("a red haired woman and a man with a beard").features.face == (
        read_words("a red haired woman").features.face
    )


def test_words_and_surfaces_stay_in_step() -> None:
    alone = only_one(("a", "king", "and", "a", "queen"), ("A", "King", "and", "a", "Queen"))
    assert alone.words == ("a", "king")
    assert alone.surfaces == ("A", "King")
    assert alone.others == ("Queen (a second person is not drawn)",)


def test_what_is_drawn_as_something_near_is_told() -> None:
    assert read_words("holding a hamster").unknown == ("hamster (drawn as a rabbit)",)
    assert read_words("without a hamster").unknown == ()
    for word in NEAREST:
        assert word in lexicon(), word
        size, terms = find(word.split(), 0)
        assert size == len(word.split()) and terms
