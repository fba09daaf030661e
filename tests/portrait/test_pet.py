"""Free words for a pet."""

from __future__ import annotations

import pytest
from avatarforge.forge.portrait.pet import Pet, PetKind, read_pet


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("dog", "dog"),
        ("Golden Retriever", "dog"),
        ("my two poodles", "dog"),
        ("Sch\u00e4ferhund", "dog"),
        ("sheepdog", "dog"),
        ("Katze", "cat"),
        ("a fluffy PERSERKATZE", "cat"),
        ("kitten", "cat"),
        ("lion", "cat"),
        ("Wellensittich", "bird"),
        ("parrots", "bird"),
        ("lionhead rabbit", "rabbit"),
        ("lapin", "rabbit"),
        ("Shetland pony", "horse"),
        ("hamster", "other"),
        ("guinea pig", "other"),
        ("Meerschweinchen", "other"),
    ],
)
def test_a_breed_or_a_word_of_another_language_is_its_kind(words: str, kind: PetKind) -> None:
    assert read_pet(words) == Pet(kind, True)


@pytest.mark.parametrize("words", ["", "   ", "zorgle", "12", "\U0001f40e"])
def test_what_nobody_knows_is_another_animal(words: str) -> None:
    assert read_pet(words) == Pet("other", False)
