"""Chat messages become scenes, as the table of examples says."""

from __future__ import annotations

from dataclasses import fields

import pytest
from avatarforge.forge.story.reading import Message, mentioned, read_scene
from avatarforge.forge.story.scene import ACTIONS, MOODS, SETTINGS, TIMES, WEATHERS, Scene
from avatarforge.forge.story.words import count_words
from avatarforge.tests.story.examples import EXAMPLES as SORTED
from avatarforge.tests.story.examples import Example, says
from avatarforge.tests.story.examples_mixed import MIXED
from hypothesis import given, settings
from hypothesis import strategies as st

EXAMPLES = (*SORTED, *MIXED)
CHECKED = ("setting", "time", "weather", "mood", "actions", "people", "props")


def scene_of(example: Example) -> Scene:
    history = example.history
    if example.tagged:
        history = (*history, Message(example.sender or "", example.text, example.tagged))
    return read_scene(
        example.text, history=history, participants=example.participants, sender=example.sender
    )


def differences(example: Example) -> dict[str, tuple[object, object]]:
    scene = scene_of(example)
    return {
        name: (getattr(example, name), getattr(scene, name))
        for name in CHECKED
        if (name != "props" or example.props is not None)
        and getattr(example, name) != getattr(scene, name)
    }


def test_the_table_is_read_without_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {example.text: found for example in EXAMPLES if (found := differences(example))}
    right = len(EXAMPLES) - len(wrong)
    with capsys.disabled():
        print(f"\nstory: {right} of {len(EXAMPLES)} examples read right", end=" ")  # noqa: T201
    assert wrong == {}
    assert len(EXAMPLES) >= 100


def test_the_text_of_the_documented_example_is_what_is_drawn() -> None:
    assert scene_of(EXAMPLES[0]).text == "walking on the beach during sunset"


@pytest.mark.parametrize(
    ("text", "handles", "expected"),
    [
        ("@bob and Alice!", ["alice", "bob", "charlie"], ["bob", "alice"]),
        ("bob's car", ["bob"], ["bob"]),
        ("bobby also reads", ["bob", "al"], []),
        ("@bob_smith and bob.smith", ["bob"], []),
        ("hey...BOB.", ["bob"], ["bob"]),
        ("will you come?", ["will", "you"], []),
        ("will you come, @Will?", ["will"], ["will"]),
        ("mary jane is here", ["mary", "Mary Jane"], ["Mary Jane"]),
        ("mail x@bob", ["bob"], []),
        ("hi @bob", ["@bob"], ["@bob"]),
        ("a+b (c)", ["a+b", "(c)"], ["a+b", "(c)"]),
        ("hello", ["", "@", " "], []),
    ],
)
def test_names_are_found_as_words(text: str, handles: list[str], expected: list[str]) -> None:
    assert mentioned(text, handles) == expected


def test_the_text_has_no_handles() -> None:
    scene = read_scene(
        "Let's go with @charlie and Dave to the lake",
        participants=("alice", "bob", "dave"),
        sender="alice",
    )
    assert scene.text == "go with two friends to the lake"
    spoken_to = read_scene("@bob, let's go swimming, Bob!", participants=("alice", "bob"))
    assert spoken_to.text == "go swimming!"


def test_a_message_that_only_refers_is_told_from_the_chat() -> None:
    scene = read_scene(
        "let's do that!",
        history=[says("bob", "We could go dancing in the park tonight")],
        participants=("alice", "bob"),
        sender="alice",
    )
    assert scene.text == "dancing in the park at night"


def test_there_are_at_most_six_people() -> None:
    everybody = tuple(f"p{n}" for n in range(9))
    assert read_scene("a party", participants=everybody).people == everybody[:6]


def test_an_eleventh_message_back_is_not_read() -> None:
    chat = [says("bob", "at the beach"), *[says("bob", "hm")] * 9]
    assert read_scene("there", history=chat, participants=("a", "bob"), sender="a").setting
    chat = [says("bob", "at the beach"), *[says("bob", "hm")] * 10]
    read = read_scene("there", history=chat, participants=("a", "bob"), sender="a")
    assert read.setting is None


PIECES = (
    "we you I not at the beach @bob bob, dancing! instead of no rain there let's na\u00efve -- ... "
    "\u6211\u4eec \u6d77\u8fb9 \U0001f3d6\ufe0f \u043f\u0440\u0438\u0432\u0435\u0442 "
    "\u0645\u0631\u062d\u0628\u0627 3\ufe0f\u20e3 \u0e2a\u0e27\u0e31"
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.sampled_from(PIECES.split()), max_size=60).map(" ".join)
)
HANDLES = st.lists(st.text(min_size=1, max_size=20), max_size=8)


@settings(max_examples=150, deadline=None)
@given(TEXTS, HANDLES, st.lists(TEXTS, max_size=4), st.booleans())
def test_any_message_is_read(text: str, handles: list[str], chat: list[str], one: bool) -> None:
    sender = handles[0] if handles and one else None
    history = [Message("x", line, tuple(handles[:2])) for line in chat]
    scene = read_scene(text, history=history, participants=handles, sender=sender)
    assert {field.name for field in fields(scene)} >= set(CHECKED)
    assert scene.setting is None or scene.setting in SETTINGS
    assert scene.time is None or scene.time in TIMES
    assert scene.weather is None or scene.weather in WEATHERS
    assert scene.mood in MOODS
    assert set(scene.actions) <= set(ACTIONS)
    assert len(scene.people) <= 6
    assert scene.text
    assert count_words(scene.text) <= 25
    assert len(scene.text.split()) <= 25
    assert read_scene(text, history=history, participants=handles, sender=sender) == scene
