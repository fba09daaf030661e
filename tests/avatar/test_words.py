from __future__ import annotations

import time
from dataclasses import fields, is_dataclass

import pytest
from avatarforge.forge.avatar.features import Colour, Features
from avatarforge.forge.avatar.vocabulary import body, hairdo, held, wardrobe, worn
from avatarforge.forge.avatar.vocabulary.archetypes import ARCHETYPES
from avatarforge.forge.avatar.words import Reading, read_words
from hypothesis import given, settings
from hypothesis import strategies as st

from .more_prompts import MORE_PROMPTS
from .prompts import PROMPTS

ALL = [*PROMPTS, *MORE_PROMPTS]


def flat(features: Features) -> dict[str, str]:
    """Every said value by a short path; an item's kind is part of its path."""
    values: dict[str, str] = {}

    def visit(value: object, path: str) -> None:
        if value is None:
            return
        if isinstance(value, Colour):
            values[path] = value.name
        elif is_dataclass(value):
            for field in fields(value):
                visit(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))
        elif isinstance(value, tuple):
            for item in value:
                if is_dataclass(item):
                    kind = getattr(item, "kind")  # noqa: B009
                    values[f"{path}.{kind}"] = "yes"
                    for field in fields(item):
                        if field.name != "kind":
                            visit(getattr(item, field.name), f"{path}.{kind}.{field.name}")
                else:
                    values[f"{path}.{item}"] = "yes"
        elif isinstance(value, frozenset):
            for item in value:
                values[f"{path}.{item}"] = "yes"
        else:
            values[path] = str(value)

    visit(features, "")
    return values


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text[:40] for text, _ in ALL])
def test_a_request_is_understood(text: str, expected: dict[str, str]) -> None:
    reading = read_words(text)
    found = flat(reading.features)
    assert {path: found.get(path) for path in expected} == expected
    assert reading.unknown == ()


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("hair dyed pink with blue tips", "hair.highlights", "blue"),
        ("blue-eyed blonde boy, 8 years old", "age", "child"),
        ("twenty five year old woman", "age", "young adult"),
        ("aged 67, man", "age", "senior"),
        ("in her forties", "age", "middle-aged"),
        ("a 16yo", "age", "teen"),
        ("an old man in an old coat", "age", "senior"),
        ("light brown skin", "skin_tone", "tan"),
        ("dark-skinned woman", "skin_tone", "dark"),
        ("olive-skinned", "skin_tone", "olive"),
        ("warm olive skin", "skin_undertone", "warm"),
        ("dark green eyes", "face.eye_colour", "dark green"),
        ("armor made of gold", "garments.armour.colour", "gold"),
        ("knight in black", "garments.armour.colour", "black"),
        ("dressed in black", "garments.outfit.colour", "black"),
        ("a rose in her hand", "props.flower", "yes"),
        ("hatless, beardless", "face.facial_hair", "none"),
        ("a man with no shoes", "garments.bare feet", "yes"),
        ("a guy with no hair and a big beard", "hair.length", "bald"),
        ("a guy with no hair and a big beard", "face.facial_hair", "full beard"),
        ("gray mustache", "face.facial_hair_colour", "grey"),
        ("forest background", "background", "forest"),
        ("light blue background", "background_colour", "light blue"),
        ("silver-haired", "hair.colour", "silver"),
        ("a queen with her sword", "gender", "female"),
        ("female king", "gender", "female"),
        ("\uff22\uff2c\uff35\uff25 \uff28\uff21\uff29\uff32", "hair.colour", "blue"),
        ("blue\u200b hair", "hair.colour", "blue"),
        ("caf\u00e9 background", "background", "city"),
    ],
)
def test_a_turn_of_phrase_is_understood(text: str, path: str, value: str) -> None:
    assert flat(read_words(text).features)[path] == value


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("an old coat", "age"),
        ("wizard without a hat", "accessories.hat"),
        ("knight without a sword", "props.sword"),
        ("not smiling man", "without.happy"),
        ("red nose and blue nails", "garments.outfit"),
        ("glasses but no beard", "without.glasses"),
        ("girl without a hat and with glasses", "without.glasses"),
    ],
)
def test_what_was_not_said_is_not_heard(text: str, path: str) -> None:
    assert path not in flat(read_words(text).features)


def test_words_that_nobody_knows_are_told_once_and_in_order() -> None:
    reading = read_words("a frobnicated wizard, zorgle, portrait, masterpiece, Zorgle")
    assert reading.unknown == ("frobnicated", "zorgle")


def test_sources_name_the_words_and_what_is_only_implied() -> None:
    reading = read_words("a knight in blue Armor with red hair")
    assert reading.sources["garments[0].kind"] == ("armor",)
    assert reading.sources["garments[0].colour"] == ("blue",)
    assert reading.sources["hair.colour"] == ("red",)
    assert "props[0].kind" in reading.implied
    assert reading.sources["props[0].kind"] == ("knight",)
    assert "garments[0].kind" not in reading.implied


def test_the_vocabulary_is_wide() -> None:
    assert len(hairdo.HAIR_STYLES) >= 20
    assert len(wardrobe.GARMENTS) >= 25
    assert len(held.PROPS) >= 20
    assert len(body.FACIAL_HAIR) >= 8
    assert len(body.EXPRESSIONS) == 8


def test_every_kind_reads_back_as_itself() -> None:
    for kind in wardrobe.GARMENTS:
        read = {g.kind for g in read_words(f"wearing {kind}").features.garments}
        assert kind in read or kind == "outfit", kind
    for kind in worn.ACCESSORIES:
        assert kind in {a.kind for a in read_words(f"wearing {kind}").features.accessories}, kind
    for kind in held.PROPS:
        assert kind in {p.kind for p in read_words(f"holding a {kind}").features.props}, kind
    for style in hairdo.HAIR_STYLES:
        assert read_words(f"{style} hair").features.hair.style == style


# Properties --------------------------------------------------------------------------------

PHRASES = {
    "gender": ["woman", "a man"],
    "hair": ["long red hair", "blue bob", "curly black hair", "a brown bun"],
    "eyes": ["green eyes", "amber eyes"],
    "skin": ["dark skin", "green skin", "fair skin"],
    "torso": ["white t-shirt", "red tunic", "striped sweater"],
    "legs": ["blue jeans", "a black skirt"],
    "feet": ["brown boots", "sneakers"],
    "back": ["red cape", "green cloak"],
    "glasses": ["round glasses", "wearing sunglasses", "without glasses"],
    "neck": ["gold necklace", "red scarf", "green scarf and gloves"],
    "prop": ["holding a sword", "with a blue book"],
    "mood": ["smiling", "angry", "winking"],
    "stance": ["sitting on a bench", "leaning against a wall"],
    "age": ["25 years old", "elderly", "aged 44"],
    "marks": ["freckles", "a scar"],
    "backdrop": ["forest background", "in a castle"],
    "praise": ["masterpiece", "highly detailed portrait", "zorgle"],
}

choices = st.fixed_dictionaries(
    {}, optional={topic: st.sampled_from(options) for topic, options in PHRASES.items()}
).map(lambda chosen: list(chosen.values()))
roles = st.sampled_from(
    ["", "knight", "wizard", "vampire", "cyberpunk", "elf ranger", "robot chef", "hipster", "boss"]
)


def _same(one: Reading, other: Reading) -> bool:
    return one.features == other.features and one.implied == other.implied


@given(choices, roles, st.randoms(use_true_random=False))
def test_order_and_case_do_not_matter(phrases: list[str], role: str, random: object) -> None:
    said = [*phrases, role]
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    reading = read_words(", ".join(said))
    assert _same(reading, read_words(", ".join(shuffled)))
    assert _same(reading, read_words("\n".join(shuffled).upper()))


@given(choices, st.sampled_from(sorted(PHRASES)), st.integers(0, 2))
def test_a_further_phrase_takes_nothing_away(phrases: list[str], topic: str, index: int) -> None:
    rest = [phrase for phrase in phrases if phrase not in PHRASES[topic]]
    further = PHRASES[topic][index % len(PHRASES[topic])]
    before = flat(read_words(", ".join(rest)).features)
    after = flat(read_words(", ".join([*rest, further])).features)
    assert before.items() <= after.items()


@given(choices, roles)
def test_a_role_never_overrides_what_was_said(phrases: list[str], role: str) -> None:
    before = flat(read_words(", ".join(phrases)).features)
    after = flat(read_words(", ".join([role, *phrases])).features)
    # a weak guess may give way to the role's, a said value may not
    weak = read_words(", ".join(phrases)).implied
    said = {path: value for path, value in before.items() if path not in weak}
    assert said.items() <= after.items()


_words = st.sampled_from(
    [w for options in PHRASES.values() for phrase in options for w in phrase.split()]
    + ["no", "and", "with", "in", "of", "is", "old", "-", "12", "year", "her", "less", "hatless"]
)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=200), st.lists(_words, max_size=30).map(" ".join)))
def test_no_text_raises(text: str) -> None:
    reading = read_words(text)
    assert isinstance(reading.features, Features)
    assert all(isinstance(word, str) and word for word in reading.unknown)


def test_two_thousand_characters_are_read_in_five_milliseconds() -> None:
    texts = [", ".join(t for t, _ in ALL[i : i + 40])[:2000] for i in range(5)]
    read_words("warm up the dictionary")
    seconds = []
    for text in texts:
        start = time.process_time()
        read_words(text)
        seconds.append(time.process_time() - start)
    assert min(seconds) < 0.005, seconds


def test_every_role_is_understood_in_its_own_words() -> None:
    for name, role in ARCHETYPES.items():
        for text in (name, role.implies, role.man, role.woman, role.elder, role.dress):
            assert read_words(text).unknown == (), (name, text)
        for gender in ("man", "woman", "old man"):
            assert read_words(f"{gender}, {name}").features.roles == (name,)
