"""Captions of ten to fifteen words, in the person that was asked for, seldom the same."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from avatarforge.forge.story.caption import VOICES, Voice, caption, display_name, problem_with
from avatarforge.forge.story.caption_phrases import LAST_RESORT, US, US_ANY
from avatarforge.forge.story.people import LITTLE_WORDS, mentioned
from avatarforge.forge.story.reading import read_scene
from avatarforge.forge.story.scene import ACTIONS, MOODS, SETTINGS, TIMES, WEATHERS, Scene
from avatarforge.tests.story.examples import EXAMPLES
from avatarforge.tests.story.test_reading import HANDLES, TEXTS
from hypothesis import given, settings
from hypothesis import strategies as st

BEACH = read_scene(
    "Let's imagine us walking on the beach during sunset",
    participants=("alice", "bob"),
    sender="alice",
)
VICTORY = read_scene(
    "Two friends celebrating a victory at a sports bar", participants=("bob", "charlie")
)
THIRD = {"he", "him", "his", "she", "her", "they", "them", "their"}


def words_of(text: str) -> list[str]:
    """As a reader counts: runs of letters and digits with marks in them."""
    return re.findall(r"[^\W_]+(?:['.-][^\W_]+)*", text)


SCENES = st.builds(
    Scene,
    text=TEXTS,
    setting=st.one_of(st.none(), st.sampled_from(SETTINGS)),
    time=st.one_of(st.none(), st.sampled_from(TIMES)),
    weather=st.one_of(st.none(), st.sampled_from(WEATHERS)),
    mood=st.sampled_from(MOODS),
    actions=st.lists(st.sampled_from(ACTIONS), max_size=2).map(tuple),
    people=st.lists(
        st.sampled_from(["alice", "Bob_99", "charlie", "we", "love", "moment", "\u6c34", "x y"]),
        max_size=6,
        unique=True,
    ).map(tuple),
)


@settings(max_examples=200, deadline=None)
@given(SCENES, st.sampled_from(VOICES), st.integers(0, 2**64 - 1), HANDLES)
def test_a_caption_keeps_the_rules(
    scene: Scene, voice: Voice, seed: int, handles: list[str]
) -> None:
    text = caption(scene, voice=voice, seed=seed, handles=handles)
    known = [*scene.people, *handles]
    assert 10 <= len(words_of(text)) <= 15
    assert problem_with(text, voice=voice, handles=known) is None
    assert caption(scene, voice=voice, seed=seed, handles=handles) == text
    assert caption(scene, voice=voice, seed=seed, handles=handles, avoid=text) != text
    if voice != "names":
        assert mentioned(text, known) == []
    if voice == "us":
        said = {word.lower() for word in words_of(text)}
        assert said & {"we", "us", "our", "you", "your", "i", "my", "me", "ours"}
        assert not said & THIRD


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(VOICES), st.integers(0, 2**32))
def test_any_message_gets_a_caption(text: str, voice: Voice, seed: int) -> None:
    scene = read_scene(text, participants=("alice", "bob"), sender="alice")
    written = caption(scene, voice=voice, seed=seed)
    assert problem_with(written, voice=voice, handles=scene.people) is None


@pytest.mark.parametrize("voice", VOICES)
def test_there_are_hundreds(voice: Voice) -> None:
    nothing = read_scene("hm", participants=("alice", "bob"), sender="alice")
    for scene in (BEACH, VICTORY, nothing):
        written = {caption(scene, voice=voice, seed=seed) for seed in range(400)}
        assert len(written) > 200


def test_different_messages_differ_with_the_same_seed() -> None:
    scenes = [
        read_scene(text, participants=("alice", "bob"), sender="alice")
        for text in ("so tired", "what a day", "hello you", "nice", "I agree")
    ]
    for seed in range(20):
        written = [caption(scene, voice="us", seed=seed) for scene in scenes]
        assert all(one != other for one, other in pairwise(written))


def test_ordinary_messages_never_need_the_last_resort() -> None:
    for example in EXAMPLES:
        scene = read_scene(example.text, participants=example.participants, sender=example.sender)
        for voice in VOICES:
            for seed in range(4):
                text = caption(scene, voice=voice, seed=seed)
                assert not text.startswith(LAST_RESORT)


def test_the_last_resort_has_everyday_words_alone() -> None:
    for text in LAST_RESORT:
        assert {word.lower() for word in words_of(text)} <= LITTLE_WORDS
        for voice in VOICES:
            assert problem_with(text, voice=voice, handles=sorted(LITTLE_WORDS)) is None


def test_handles_of_common_words_leave_a_caption() -> None:
    handles = [word for phrases in (*US.values(), US_ANY) for word in " ".join(phrases).split()]
    for seed in range(20):
        text = caption(BEACH, voice="us", seed=seed, handles=handles)
        assert problem_with(text, voice="us", handles=handles) is None
        assert caption(BEACH, voice="us", seed=seed, handles=handles, avoid=text) != text


def test_names_are_written_with_a_capital() -> None:
    written = [caption(VICTORY, voice="names", seed=seed) for seed in range(40)]
    assert all("Bob and Charlie" in text for text in written)


@pytest.mark.parametrize(
    ("handle", "name"),
    [("bob", "Bob"), ("@charlie", "Charlie"), ("user123", "User123"), ("12", None), ("we", None),
     ("mary jane", None), ("\U0001f600", None), ("sexy", None), ("x" * 40, None)],
)  # fmt: skip
def test_a_handle_as_a_name(handle: str, name: str | None) -> None:
    assert display_name(handle) == name


@pytest.mark.parametrize("voice", VOICES)
def test_an_explicit_scene_has_a_caption_that_is_not(voice: Voice) -> None:
    scene = read_scene(
        "us naked in bed having sex", participants=("alice", "sexkitten"), sender="alice"
    )
    for seed in range(50):
        text = caption(scene, voice=voice, seed=seed).lower()
        assert not re.search(r"naked|sex|nude|bed\b", text)


@pytest.mark.parametrize(
    ("text", "voice", "problem"),
    [
        ("Our perfect sunset moment together \U0001f305", "us", "5 words"),
        ("We " + "walk and " * 8 + "rest", "us", "18 words"),
        ("They walk along the beach while the sun sets over the water", "us", "not speak of us"),
        ("We watch him as he walks along the beach at sunset today", "us", "third person"),
        ("We walk with Bob along the beach while the sun goes down", "us", "names somebody"),
        ("we walk along the beach while the sun goes down for us", "us", "begin as a sentence"),
        ("We walk along the beach\nwhile the sun goes down for us two", "us", "more than one line"),
        ("We walk \U0001f305 along the beach while the sun goes down for us", "us", "emoji"),
        ("We are naked on the beach while the sun goes down on us", "us", "explicit"),
        ("We love @bob and the beach and the sun and all of it", "us", "marks"),
        ("Flarn gribble zonk mipple trosk wembly quofa drint plo vazz", "mood", "as a sentence"),
        ("The bar and the table and the door are there for all", "mood", "no feeling"),
        ("The big win for bob and charlie at the bar in town", "names", "without a capital"),
        ("", "mood", "empty"),
    ],
)
def test_what_is_wrong_is_told(text: str, voice: Voice, problem: str) -> None:
    assert problem in (problem_with(text, voice=voice, handles=["bob", "charlie"]) or "")


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("We never want this golden evening by the sea to end \U0001f305", "us"),
        ("Confidence radiating through every pose and every quiet look in the room \u2728", "mood"),
        ("Bob and Charlie cheering their team on to a win they won't forget", "names"),
    ],
)
def test_a_good_caption_passes(text: str, voice: Voice) -> None:
    assert problem_with(text, voice=voice, handles=["bob", "charlie"]) is None
