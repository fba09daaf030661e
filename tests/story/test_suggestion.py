"""What a language model wrote is used only where it keeps the rules."""

from __future__ import annotations

import random

import pytest
from avatarforge.forge.moderation.policy import ROUTES, Route
from avatarforge.forge.story.caption import VOICES, Voice
from avatarforge.forge.story.reading import read_scene
from avatarforge.forge.story.suggestion import Guard, cleaned, judged_caption, judged_scene

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
        ("\u9aa0 \u043e\u0434\u043d\u043e\u0439 n\u00faiTexas embarrassed\uc8cc and", "sentence"),
        ("The twoPeople are on return{beach; and in the sand at sunset.", "sentence"),
        ("zorp glib fnarr mup tlox quib dran spleck vorn glim", "sentence"),
    ],
)
def test_a_scene_must_fit(written: str, problem: str) -> None:
    judged = judged_scene(written, BEACH, handles=("alice", "bob"))
    assert problem in judged.problem
    assert (judged.text is None) == bool(problem)


def test_a_minor_is_not_called_an_adult() -> None:
    written = "A woman walks along the beach at sunset with a smile."
    assert judged_scene(written, BEACH, handles=()).text == written
    child = Guard(people=[{"observed": {"age_range": "0-12"}}])
    assert judged_scene(written, BEACH, handles=(), guard=child).text is None


def test_sexual_content_with_minors_is_refused_even_where_the_message_is_explicit() -> None:
    explicit = read_scene("us naked on the beach", participants=("a", "b"), sender="a")
    written = "A naked teenage girl walks along the beach with a smile."
    guard = Guard("1to1", (explicit.text,))
    assert "minors" in judged_scene(written, explicit, handles=(), guard=guard).problem


NAKED = "They are naked and walk along the beach at sunset."


@pytest.mark.parametrize("policy", ROUTES)
def test_what_a_model_wrote_goes_by_the_policy_of_the_callers_words(policy: Route) -> None:
    """Also where the message itself is explicit, only 1:1 lets it stand; nothing lets it stand
    beside a minor, and sexual violence stands nowhere."""
    explicit = read_scene("us naked on the beach", participants=("a", "b"), sender="a")
    judged = judged_scene(NAKED, explicit, handles=(), guard=Guard(policy))
    assert (judged.text == NAKED) == (policy == "1to1"), judged
    assert judged_scene(NAKED, BEACH, handles=(), guard=Guard(policy)).text is None
    teen = Guard(policy, people=[{"observed": {"age_appearance": "teen"}}])
    assert judged_scene(NAKED, explicit, handles=(), guard=teen).text is None
    violent = "He rapes her on the beach at sunset while the waves roll in."
    assert judged_scene(violent, explicit, handles=(), guard=Guard(policy)).text is None


def test_words_that_are_harmless_alone_are_read_with_what_was_said() -> None:
    """The chat speaks of a child, the model of nakedness."""
    guard = Guard("1to1", ("my daughter is 9 years old and plays on the beach",))
    explicit = read_scene("us naked on the beach", participants=("a", "b"), sender="a")
    assert "minors" in judged_scene(NAKED, explicit, handles=(), guard=guard).problem


@pytest.mark.parametrize("policy", ROUTES)
def test_no_policy_lets_an_explicit_caption_stand(policy: Route) -> None:
    written = "We love to be naked together with you on this warm beach"
    judged = judged_caption(written, voice="us", handles=(), guard=Guard(policy))
    assert "explicit" in judged.problem


def test_thoughts_that_were_cut_off_are_no_answer() -> None:
    assert cleaned("<think>\nWe should write of the beach and the two of us") == ""
    numbered = "Person 1 walks along the wet sand with person 2 at sunset."
    assert "numbers" in judged_scene(numbered, BEACH, handles=()).problem


@pytest.mark.parametrize("voice", VOICES)
def test_nonsense_is_never_a_caption(voice: Voice) -> None:
    chance = random.Random(1)
    for _ in range(300):
        words = [
            "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(1, 9)))
            for _ in range(12)
        ]
        assert judged_caption(" ".join(words).capitalize(), voice=voice, handles=()).text is None
