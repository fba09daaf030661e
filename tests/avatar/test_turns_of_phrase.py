"""Phrases of real requests that are easily misread."""

from __future__ import annotations

from collections import Counter

import pytest
from avatarforge.forge.avatar.casting import cast
from avatarforge.forge.avatar.coding import from_fields, from_mapping, to_mapping
from avatarforge.forge.avatar.prompt import prompt_lines
from avatarforge.forge.avatar.words import read_words

from .test_words import flat


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what "and" carries over
        ("red scarf and gloves", {"garments.gloves.colour": "red"}),
        ("red scarf and blue gloves", {"garments.gloves.colour": "blue"}),
        ("red scarf and gloves and hat", {"accessories.hat.colour": "red"}),
        ("a red hat and a scarf", {"garments.scarf.colour": None}),
        ("white t-shirt and jeans", {"garments.jeans.colour": None}),
        ("white shirt and tie", {"garments.tie.colour": None}),
        ("red scarf and crown", {"accessories.crown.colour": None}),
        ("white chef hat and jacket", {"garments.chef jacket.colour": "white"}),
        ("cat ears and tail", {"accessories.tail.style": "cat"}),
        # whose colour it is
        ("black teenage boy", {"skin_tone": "dark", "garments.outfit": None, "age": "teen"}),
        ("a white old man", {"skin_tone": "light", "age": "senior"}),
        ("black young woman", {"skin_tone": "dark", "age": "young adult"}),
        ("brown little girl", {"skin_tone": "brown", "age": "child"}),
        ("little black girl", {"skin_tone": "dark", "age": "child"}),
        ("asian elderly lady", {"skin_tone": "light", "age": "senior"}),
        ("black kid in red", {"skin_tone": "dark", "garments.outfit.colour": "red"}),
        ("black nurse", {"skin_tone": "dark"}),
        ("black knight", {"skin_tone": None}),
        ("black freckled boy", {"skin_tone": "dark"}),
        ("athletic light skin man", {"build": "athletic", "skin_tone": "light"}),
        ("tall blue eyed girl", {"height": "tall", "face.eye_colour": "blue"}),
        ("thin black moustache", {"build": None, "face.facial_hair_colour": "black"}),
        ("tabaxi with orange fur", {"hair.colour": "orange", "garments.outfit": None}),
        ("half pink half black hair", {"hair.colour": "pink", "hair.highlights": "black"}),
        # what is said makes room for itself
        ("hipster with a bun", {"accessories.hat": None, "accessories.glasses": "yes"}),
        ("hipster", {"accessories.hat": "yes", "garments.cardigan": "yes"}),
        ("hipster in a plaid shirt", {"garments.cardigan": None, "garments.jeans": "yes"}),
        ("hipster in a shirt", {"garments.cardigan": "yes"}),
        ("hipster with a bun and a hat", {"accessories.hat": "yes"}),
        ("doctor in a blue shirt", {"garments.lab coat": "yes"}),
        ("executive, black turtleneck", {"garments.tie": None}),
        ("elf wizard", {"age": None, "face.facial_hair": None}),
        # winking
        ("a winking girl", {"face.marks.wink": "yes", "face.expression": "smirk"}),
        ("smiling and winking", {"face.marks.wink": "yes", "face.expression": "happy"}),
        ("a smirking girl", {"face.marks.wink": None, "face.expression": "smirk"}),
        # where somebody is
        ("king sitting on a throne", {"stance": "sitting", "background": "castle"}),
        ("boy perched on a fence", {"stance": "sitting"}),
        ("man sitting on the floor", {"stance": "sitting on the ground"}),
        ("woman standing next to a tree", {"stance": "standing", "background": "forest"}),
        ("man leaning against a wall", {"stance": "leaning"}),
        ("cowboy leaning on a fence", {"stance": "leaning"}),
        ("man leaning on a cane", {"stance": None, "props.cane": "yes"}),
        ("girl with a parrot sitting on her shoulder", {"stance": None, "props.bird": "yes"}),
    ],
)
def test_it_is_read_as_it_is_meant(text: str, expected: dict[str, str | None]) -> None:
    found = flat(read_words(text).features)
    assert {path: found.get(path) for path in expected} == expected


def test_a_seat_that_is_not_drawn_is_told() -> None:
    assert read_words("woman sitting on a bench").unknown == ("bench (drawn as another seat)",)
    assert read_words("woman sitting on a chair").unknown == ()
    assert read_words("a bench").unknown == ("bench",)


def test_a_wink_survives_fields_and_json() -> None:
    winking = read_words("a winking girl").features
    assert from_mapping(to_mapping(winking)) == winking
    features, odd = from_fields({"expression": "winking"})
    assert (features.face.expression, features.face.marks, odd) == ("smirk", ("wink",), ())
    assert "winking" in prompt_lines(winking).positive


def test_hair_takes_the_colour_of_the_beard() -> None:
    asked = read_words("man with a ginger beard").features
    for seed in range(20):
        person = cast(asked, seed)
        assert person.hair.colour == person.face.facial_hair_colour
    both = cast(read_words("man with brown hair and a ginger beard").features, 1)
    assert both.hair.colour is not None and both.hair.colour.name == "brown"


@pytest.mark.parametrize("text", ["woman with a bun", "ponytail", "black woman with a braid"])
def test_hair_put_up_is_smooth_unless_said(text: str) -> None:
    asked = read_words(text).features
    types = Counter(cast(asked, seed).hair.type for seed in range(200))
    assert types["straight"] + types["wavy"] > 170
    curly = cast(read_words(f"curly hair, {text}").features, 3)
    assert curly.hair.type == "curly"


def test_every_texture_grows_on_dark_skin_and_curls_are_rarer_on_fair() -> None:
    def share(tone: str) -> Counter[str | None]:
        asked = read_words(f"{tone} skin").features
        return Counter(cast(asked, seed).hair.type for seed in range(300))

    assert share("fair")["curly"] < 60
    assert min(share("dark")[kind] for kind in ("straight", "wavy", "curly", "coily")) > 30


def test_a_pose_is_not_contradicted() -> None:
    sitting = read_words("a woman sitting").features
    assert "standing" not in prompt_lines(sitting, view="front").positive
    assert "facing the camera" in prompt_lines(sitting, view="front").positive
    plain = read_words("a woman").features
    assert "standing straight, facing the camera" in prompt_lines(plain, view="front").positive
    posed = prompt_lines(plain, view="front", posed=True).positive
    assert "standing" not in posed and "camera" not in posed and "front view" in posed
