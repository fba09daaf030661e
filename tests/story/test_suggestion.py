"""What a language model wrote is used only where it keeps the rules."""

from __future__ import annotations

import random

import pytest
from avatarforge.forge.story.caption import VOICES, Voice
from avatarforge.forge.story.reading import read_scene
from avatarforge.forge.story.suggestion import cleaned, judged_caption, judged_scene

BEACH = read_scene("walking on the beach at sunset", participants=("alice", "bob"), sender="alice")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('Caption: "We are here"', "We are here"),
        ("<think>hm\nhm</think>\n\n**We are here**\nSecond line", "We are here"),
        ("\n \u201cWe are here\u201d ", "We are here"),
        ("!!! \u2728", ""),
    ],
)
def test_what_stands_around_it_goes(written: str, text: str) -> None:
    assert cleaned(written) == text


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("Two people walk along the wet sand while the sun sinks into the sea.", ""),
        ("Two people stand in the kitchen and cook a big dinner at night.", "another place"),
        ("Two people walk on the beach under the stars at midnight.", "another time"),
        ("Sure, here is a description of the scene that you asked for.", "itself"),
        ("Alice and a friend walk along the beach at sunset.", "names somebody"),
        ("They are naked and walk along the beach at sunset.", "explicit"),
        ("A beach.", "2 words"),
        ("zorp glib fnarr mup tlox quib dran spleck vorn glim", "sentence"),
    ],
)
def test_a_scene_must_fit(written: str, problem: str) -> None:
    judged = judged_scene(written, BEACH, handles=("alice", "bob"), minors=False)
    assert problem in judged.problem
    assert (judged.text is None) == bool(problem)


def test_a_minor_is_not_called_an_adult() -> None:
    written = "A woman walks along the beach at sunset with a smile."
    assert judged_scene(written, BEACH, handles=(), minors=False).text == written
    assert judged_scene(written, BEACH, handles=(), minors=True).text is None


def test_sexual_content_with_minors_is_refused_even_where_the_message_is_explicit() -> None:
    explicit = read_scene("us naked on the beach", participants=("a", "b"), sender="a")
    written = "A naked teenage girl walks along the beach with a smile."
    assert judged_scene(written, explicit, handles=(), minors=False).text is None


@pytest.mark.parametrize("voice", VOICES)
def test_nonsense_is_never_a_caption(voice: Voice) -> None:
    chance = random.Random(1)
    for _ in range(300):
        words = [
            "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(1, 9)))
            for _ in range(12)
        ]
        assert judged_caption(" ".join(words).capitalize(), voice=voice, handles=()).text is None
