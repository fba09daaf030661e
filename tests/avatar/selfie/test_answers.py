"""The question for a vision model, and its replies."""

from __future__ import annotations

import json

import pytest
from avatarforge.forge.avatar.selfie import question
from avatarforge.forge.avatar.selfie.answers import read_answers
from avatarforge.forge.avatar.selfie.vocabulary import SECTIONS, allowed
from hypothesis import given
from hypothesis import strategies as st

FIELDS = [name for fields in SECTIONS.values() for name in fields]


def test_the_question_names_every_field_with_its_words() -> None:
    lines = question().splitlines()
    for name in FIELDS:
        (line,) = (line for line in lines if line.startswith(f'"{name}"'))
        assert line.endswith(f"{' | '.join(allowed(name))} | null")


@given(st.data())
def test_every_documented_word_is_taken(data: st.DataObject) -> None:
    told = {
        name: data.draw(st.sampled_from(allowed(name)))
        for name in data.draw(st.sets(st.sampled_from(FIELDS)))
    }
    for kind in ("hat", "glasses", "mask"):
        if told.get(f"{kind}_present") == "no":
            told["eye_color"] = "blue"
            told = {n: v for n, v in told.items() if n == f"{kind}_present" or kind not in n}
    sections = {
        section: {name: told[name] for name in fields if name in told}
        for section, fields in SECTIONS.items()
    }
    for reply in (json.dumps(told), f"Sure!\n```json\n{json.dumps(sections)}\n```"):
        answers = read_answers(reply)
        assert (answers.values, answers.dropped) == (told, ())


@given(st.text(max_size=200) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from([*FIELDS, "observed", "x"]), inner, max_size=4),
    max_leaves=9,
).map(json.dumps))  # fmt: skip
def test_nothing_but_documented_words_ever_comes_out(reply: str) -> None:
    for name, value in read_answers(reply).values.items():
        assert value in allowed(name)


@pytest.mark.parametrize(
    ("reply", "dropped"),
    [
        ('{"hair_color": "pink"}', "hair_color: 'pink' is not one of its words"),
        ('{"gender": true}', "gender: not a string"),
        ('{"hair_color": ["red"]}', "hair_color: not a string"),
        ('{"observed": "male"}', "observed: no such field"),
        ("I see a woman.", "the reply holds no JSON object"),
        ("[" * 20_000, "the reply holds no JSON object"),
        ('{"a":' * 4_000, "the reply holds no JSON object"),
        ('{"gender": "female"', "the reply holds no JSON object"),
    ],
)
def test_what_is_dropped_is_named(reply: str, dropped: str) -> None:
    answers = read_answers(reply)
    assert (answers.values, answers.dropped) == ({}, (dropped,))


def test_null_is_no_answer() -> None:
    assert read_answers('{"gender": null, "eye_color": "Blue "}').values == {"eye_color": "blue"}
    assert read_answers("  ").dropped == ()
