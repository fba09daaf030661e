"""Expand Scene and Caption, as a graph runs them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from avatarforge.forge.story.caption import problem_with
from avatarforge.forge.story.scene import Scene
from avatarforge.nodes.story import Caption, ExpandScene

MESSAGE = "Let's imagine us walking on the beach during sunset"
PEOPLE = json.dumps(
    [
        {"handle": "alice", "avatar_features": {"observed": {"gender": "female"}}},
        {"handle": "bob", "avatar_features": {"observed": {"hair_color": "black"}}},
    ]
)
HISTORY = json.dumps(
    [
        {"sender": "alice", "text": "What do you think about the sunset?", "tagged": []},
        {"sender": "bob", "text": "Reminds me of our trip with @charlie", "tagged": ["charlie"]},
        {"sender": "bob", "text": MESSAGE},
    ]
)


def expanded(text: str = MESSAGE, **inputs: Any) -> tuple[Scene, str, str, str]:
    inputs = {"history": HISTORY, "people": PEOPLE, "style": "anime", **inputs}
    scene, prompt, short, notes = ExpandScene.execute(text, **inputs).args
    return scene, prompt, short, notes


def test_a_message_becomes_a_scene_and_a_prompt() -> None:
    scene, prompt, short, notes = expanded()
    assert (scene.setting, scene.time, scene.people) == ("beach", "sunset", ("bob", "alice"))
    assert "black hair" in prompt
    assert short == MESSAGE
    assert notes == ""


def test_without_history_everybody_is_in_it() -> None:
    scene, *_ = expanded("I am at the gym", history="")
    assert scene.people == ("alice", "bob")
    scene, *_ = expanded("I am at the gym", history="", sender="bob")
    assert scene.people == ("bob",)


def test_a_good_suggestion_stands_in_the_prompt() -> None:
    line = "Two people stroll along the wet sand while the sun sinks into the sea."
    _, prompt, short, notes = expanded(suggestion=line)
    assert line.rstrip(".") in prompt
    assert short == MESSAGE
    assert notes == ""


def test_a_bad_one_is_left_out_and_told() -> None:
    _, prompt, _, notes = expanded(suggestion="glorp " * 30, notes="before")
    assert "glorp" not in prompt
    assert notes.splitlines()[0] == "before"
    assert "was not used" in notes


def test_who_is_not_described_is_told() -> None:
    chat = json.dumps([{"sender": "alice", "text": "us with @dan", "tagged": ["dan"]}])
    scene, _, _, notes = expanded("us with @dan", history=chat)
    assert scene.people == ("alice", "bob", "dan")
    assert "dan" in notes


@pytest.mark.parametrize(
    ("name", "document"),
    [("people", "{}"), ("people", "["), ("people", '[{"handle": 3}]'), ("history", "[1]"),
     ("history", '[{"sender": "a"}]'), ("history", '[{"text": "a", "tagged": "bob"}]'),
     ("people", '[{"handle": "a", "avatar_features": []}]')],
)  # fmt: skip
def test_what_is_no_list_of_people_or_messages_is_refused(name: str, document: str) -> None:
    with pytest.raises(ValueError, match=name):
        expanded(**{name: document})


def test_minors_and_sexual_words_are_refused() -> None:
    child = json.dumps([{"handle": "a", "avatar_features": {"observed": {"age_range": "0-12"}}}])
    with pytest.raises(ValueError, match="minors"):
        expanded("us naked at the beach", people=child)


def test_a_caption_keeps_its_rules_whatever_is_suggested() -> None:
    scene, *_ = expanded()
    for suggestion in ("", "asdf qwer", "Here is your caption!", "\u0000\u0001", MESSAGE * 3):
        text, notes = Caption.execute(scene, "us", 7, people=PEOPLE, suggestion=suggestion).args
        assert problem_with(text, voice="us", handles=["alice", "bob"]) is None
        assert bool(notes) == bool(suggestion)


def test_a_good_suggested_caption_is_taken_but_not_twice() -> None:
    scene, *_ = expanded()
    line = "We never want this golden evening by the sea to end"
    assert Caption.execute(scene, "us", 7, suggestion=f'"{line}"').args[0] == line
    assert Caption.execute(scene, "us", 7, suggestion=line, avoid=line).args[0] != line
