from __future__ import annotations

from dataclasses import fields

import pytest
from avatarforge.forge.avatar import colours
from avatarforge.forge.avatar.casting import cast, covered, draw, merge, pick
from avatarforge.forge.avatar.features import Features, Garment, Hair
from avatarforge.forge.avatar.vocabulary import fashion, held, looks, wardrobe, worn
from avatarforge.forge.avatar.words import read_words
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.sampled_from([
    "", "a warrior", "woman in black", "old man", "a boy", "mermaid", "barefoot hobbit",
    "formal wear", "sportswear", "traditional wear", "rags", "man in a blazer and jeans",
    "woman with a red skirt", "lab coat", "bald man with a beard", "robot", "child in pyjamas",
])  # fmt: skip
SEEDS = st.integers(0, 2**64 - 1)
ABSENT = {"skin_colour", "highlights", "second_eye_colour", "lip_colour"}


@given(TEXTS, SEEDS)
def test_nothing_is_left_open_and_nothing_said_is_changed(text: str, seed: int) -> None:
    asked = read_words(text).features
    person = cast(asked, seed)
    for part in (person, person.hair, person.face):
        for field in fields(part):
            if field.name not in ABSENT:
                assert getattr(part, field.name) is not None, field.name
    assert merge(person, asked) == person or any(
        wardrobe.GARMENTS[g.kind].slot == "generic" for g in asked.garments
    )
    taken = frozenset[str]().union(*(covered(g.kind) for g in person.garments))
    assert {"torso", "legs", "feet"} <= taken
    assert all(wardrobe.GARMENTS[g.kind].slot != "generic" for g in person.garments)
    assert all(g.colour is not None for g in person.garments)
    assert all(a.colour is not None for a in person.accessories)
    assert all(p.colour is not None for p in person.props)
    assert cast(person, seed + 1) == person


@given(SEEDS)
def test_one_choice_does_not_depend_on_another(seed: int) -> None:
    plain = cast(Features(gender="female"), seed)
    hatted = cast(read_words("woman with a red hat, holding a sword").features, seed)
    assert (plain.skin_tone, plain.hair, plain.face) == (hatted.skin_tone, hatted.hair, hatted.face)
    assert plain.garments[0].kind == hatted.garments[0].kind


@given(SEEDS)
def test_people_are_sensible(seed: int) -> None:
    assert cast(Features(gender="female"), seed).face.facial_hair == "none"
    assert cast(Features(gender="male", age="child"), seed).face.facial_hair == "none"
    assert cast(read_words("full beard").features, seed).gender == "male"
    assert cast(read_words("evening gown").features, seed).gender == "female"
    assert "wrinkles" in cast(Features(age="senior"), seed).face.marks
    assert cast(read_words("no beard, man").features, seed).face.facial_hair == "none"
    bald = cast(read_words("bald man").features, seed)
    assert (bald.hair.length, bald.hair.fringe) == ("bald", "none")
    afro = cast(read_words("afro").features, seed).hair
    assert (afro.type, afro.fringe) == ("coily", "none")


def test_a_warrior_looks_different_for_each_seed() -> None:
    asked = read_words("a warrior").features
    people = {repr(cast(asked, seed)) for seed in range(40)}
    assert len(people) == 40
    assert {cast(asked, seed).gender for seed in range(40)} == {"female", "male"}
    assert len({cast(asked, seed).skin_tone for seed in range(40)}) >= 5


def test_the_same_seed_draws_the_same_everywhere() -> None:
    # worked out from SHA-256 of "7:hair.colour"; holds on every platform and version
    assert draw(7, "hair.colour") == pytest.approx(0.869535307879961, abs=1e-15)
    assert pick(7, "x", {"one": 1}) == "one"


def test_draws_are_even() -> None:
    counts = {"a": 0, "b": 0}
    for seed in range(4000):
        counts[pick(seed, "test", {"a": 3, "b": 1})] += 1
    assert 0.72 < counts["a"] / 4000 < 0.78


def test_an_outfit_colour_lends_itself_to_the_clothes() -> None:
    person = cast(read_words("man dressed in dark teal, red scarf").features, 3)
    worn_by_slot = {wardrobe.GARMENTS[g.kind].slot: g for g in person.garments}
    for slot in ("torso", "legs"):
        colour = worn_by_slot[slot].colour
        assert colour is not None and colour.name == "dark teal"


def test_a_loud_colour_is_joined_by_quiet_ones() -> None:
    for seed in range(30):
        person = cast(read_words("man in a bright red sweater").features, seed)
        for garment in person.garments:
            assert garment.colour is not None
            if garment.kind != "sweater":
                _, a, b = colours.lab_of(garment.colour.hex)
                assert (a * a + b * b) ** 0.5 < 40, garment


def test_merge_lets_the_upper_win_place_by_place() -> None:
    base = read_words("knight in blue armor with a red cape, helmet, long black hair").features
    over = read_words("white dress, crown, short hair, without a sword").features
    merged = merge(base, over)
    kinds = {g.kind for g in merged.garments}
    assert "dress" in kinds and "cape" in kinds and "armour" not in kinds
    assert {a.kind for a in merged.accessories} == {"crown"}
    assert merged.props == ()
    assert merged.hair.length == "short" and merged.hair.colour == base.hair.colour
    assert merged.roles == ("knight",)
    assert merge(Features(), base) == base and merge(base, Features()) == base


def test_merge_completes_a_garment_of_the_same_kind() -> None:
    base = Features(garments=(Garment(kind="coat", colour=colours.named("red")),))
    over = Features(garments=(Garment(kind="coat", pattern="striped"),), hair=Hair(style="bun"))
    assert merge(base, over).garments == (
        Garment(kind="coat", colour=colours.named("red"), pattern="striped"),
    )


def test_every_word_of_the_fashion_tables_exists() -> None:
    tables = [
        *fashion.KIND_COLOURS.values(), *fashion.WORN_COLOURS.values(),
        *fashion.MATERIAL_COLOURS.values(), fashion.NEUTRALS, fashion.DARK_NEUTRALS,
        fashion.BACKDROP_COLOURS, *fashion.HAIR_COLOURS.values(), fashion.SENIOR_HAIR,
    ]  # fmt: skip
    for table in tables:
        for name in table:
            colours.named(name)
    for name in (*fashion.PROP_COLOURS.values(), *fashion.WORN_STYLE_COLOURS.values()):
        colours.named(name)
    for scheme in looks.SCHEMES:
        for name in scheme:
            colours.named(name)
    for table_ in (fashion.FEET_WITH, fashion.LEGS_WITH, fashion.TORSO_WITH):
        assert set(table_) | set(table_.values()) <= set(wardrobe.GARMENTS)
    assert set(fashion.KIND_COLOURS) <= set(wardrobe.GARMENTS)
    assert set(fashion.WORN_COLOURS) <= set(worn.ACCESSORIES)
    assert set(fashion.PROP_COLOURS) <= set(held.PROPS) <= set(fashion.PROP_COLOURS)
