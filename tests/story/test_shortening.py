"""At most 25 words that keep who does what, and end as a phrase does."""

from __future__ import annotations

import pytest
from avatarforge.forge.story.shortening import shorten, without_lead
from avatarforge.forge.story.words import count_words
from hypothesis import given, settings
from hypothesis import strategies as st

LONG = (
    (
        "Honestly I was just thinking, you know, that after everything that has happened to us "
        "this year, with all of the work and the stress, we should be dancing together in the "
        "rain under the old bridge while the whole city sleeps around us and nobody watches",
        ("we should be dancing", "in the rain"),
    ),
    (
        "Hey! So my sister called me this morning about her cat, which is fine now by the way, "
        "and then I remembered how we were walking on the beach at sunset last summer, and I "
        "thought that we could do it again some day soon",
        ("we were walking on the beach", "sunset"),
    ),
    (
        "A brave knight with a shining silver sword and a long red cape that flows in the strong "
        "cold wind of the north fighting a giant black dragon in front of an old ruined castle "
        "high above the clouds",
        ("knight", "fighting", "dragon"),
    ),
    (
        "Two friends celebrating a victory at a sports bar, surrounded by people they have never "
        "met before, with a very old television that shows something else, and the waiter, who "
        "is from Spain, brings the bill",
        ("Two friends celebrating a victory at a sports bar",),
    ),
)


@pytest.mark.parametrize(("text", "kept"), LONG)
def test_subject_and_action_stay(text: str, kept: tuple[str, ...]) -> None:
    short = shorten(text)
    assert count_words(short) <= 25
    for words in kept:
        assert words in short
    assert short.split()[-1].strip(".!?").lower() not in {"and", "the", "with", "of", "a", "in"}


@pytest.mark.parametrize(
    "text", ["Let's go to the beach!", "walking on the beach during sunset", "", "hi", "a " * 25]
)
def test_a_short_text_stays(text: str) -> None:
    assert shorten(text) == text.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let's imagine us walking on the beach", "walking on the beach"),
        ("Can you draw a picture of us at the park?", "us at the park?"),
        ("ok so please show me a photo of a castle", "a castle"),
        ("imagine", "imagine"),
        ("let's", "let's"),
        ("So-so weather", "So-so weather"),
    ],
)
def test_what_leads_to_the_scene_goes(text: str, expected: str) -> None:
    assert without_lead(text) == expected


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(max_size=600),
        st.lists(st.text(min_size=1, max_size=8), max_size=80).map(" ".join),
        st.text(alphabet="\u6211\u4eec\u5728\u6d77\u8fb9\u3002\uff0c ", max_size=200),
        st.text(alphabet="ab ,.!-\u2014\U0001f600\ufe0f\u200d", max_size=300),
    ),
    st.integers(1, 40),
)
def test_no_text_is_longer_than_asked(text: str, most: int) -> None:
    short = shorten(text, most)
    assert count_words(short) <= most
    assert len(short.split()) <= max(most, 1)
    assert bool(count_words(text)) == bool(count_words(short))
    assert shorten(short, most) == short
