from __future__ import annotations

import pytest
from avatarforge.forge.avatar.casting import cast
from avatarforge.forge.avatar.features import VIEWS, Features
from avatarforge.forge.avatar.prompt import BASE_NEGATIVE, VIEW_CUES, prompt_lines
from avatarforge.forge.avatar.words import read_words
from hypothesis import given
from hypothesis import strategies as st


def _in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_the_documented_order() -> None:
    features = read_words("warrior woman with red hair").features
    lines = prompt_lines(
        features, prompt="a fierce warrior", clothing="blue armor", style="watercolor", view="side"
    )
    assert lines.positive.startswith("a fierce warrior, ")
    assert _in_order(
        lines.positive, "a fierce warrior", "red hair", "wearing blue armor",
        "watercolor art style", "profile",
    )  # fmt: skip
    assert lines.negative.startswith(BASE_NEGATIVE)
    assert "wearing belt" not in lines.positive


def test_nothing_but_the_prompt() -> None:
    lines = prompt_lines(Features(), prompt="a cat", style="oil_painting")
    assert lines.positive == "a cat, oil painting art style"


def test_the_person_in_order() -> None:
    text = "old man with olive skin, long grey beard, blue eyes, scar, black fedora, round glasses"
    line = prompt_lines(read_words(text).features).positive
    assert _in_order(
        line, "elderly man", "olive skin", "blue eyes", "grey long beard", "scar", "round glasses",
        "black fedora",
    )  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_has_its_cue(view: str) -> None:
    features = cast(read_words("woman with green eyes and a sword").features, 4)
    line = prompt_lines(features, view=view).positive  # type: ignore[arg-type]
    assert VIEW_CUES[view] in line  # type: ignore[index]
    assert ("green eyes" in line) == (view != "back")
    assert "steel sword" in line


def test_what_is_hidden_is_not_insisted_on() -> None:
    eyes = prompt_lines(read_words("blue eyes, sunglasses").features).positive
    assert "blue" not in eyes and "sunglasses" in eyes
    masked = prompt_lines(read_words("man, goatee, square face, surgical mask").features).positive
    assert "goatee" not in masked and "square" not in masked and "mask" in masked


def test_beards_are_settled() -> None:
    woman = prompt_lines(read_words("woman").features)
    assert "clean-shaven" not in woman.positive and "beard" in woman.negative
    man = prompt_lines(read_words("man without a beard").features)
    assert "clean-shaven" in man.positive and "beard" in man.negative
    assert "clean-shaven" not in prompt_lines(read_words("man").features).positive


def test_what_was_refused_is_negative() -> None:
    assert "glasses" in prompt_lines(read_words("boy without glasses").features).negative


def test_realism_and_style() -> None:
    real = prompt_lines(Features(), prompt="x", realism=True)
    assert "photorealistic" in real.positive and "cartoon" in real.negative
    drawn = prompt_lines(Features(), prompt="x")
    assert "photorealistic" not in drawn.positive and "cartoon" not in drawn.negative


def test_the_young_are_kept_safe() -> None:
    for text in ("a boy", "12 year old girl"):
        assert "sexualized" in prompt_lines(read_words(text).features).negative


@given(
    st.sampled_from(["", "warrior", "cat girl", "robot chef", "old wizard", "bald viking in rags"]),
    st.integers(0, 999),
    st.sampled_from([None, *VIEWS]),
)
def test_lines_are_tidy(text: str, seed: int, view: str | None) -> None:
    lines = prompt_lines(cast(read_words(text).features, seed), prompt=text, view=view)  # type: ignore[arg-type]
    for line in (lines.positive, lines.negative):
        phrases = line.split(", ")
        assert all(phrase and phrase == phrase.strip() for phrase in phrases)
        assert len({phrase.lower() for phrase in phrases}) == len(phrases)
        assert "None" not in line and "  " not in line
