"""The long prompt: style, scene, people, place, light, composition, in this order."""

from __future__ import annotations

import pytest
from avatarforge.forge.avatar.coding import from_fields
from avatarforge.forge.avatar.features import Features
from avatarforge.forge.avatar.styles import STYLES
from avatarforge.forge.story.expansion import expand
from avatarforge.forge.story.reading import read_scene
from avatarforge.forge.story.scene import SETTINGS, Scene
from avatarforge.tests.story.test_caption import BEACH, SCENES
from hypothesis import given, settings
from hypothesis import strategies as st

ALICE, _ = from_fields(
    {
        "observed": {
            "hair_color": "blonde", "hair_type": "wavy", "hair_length": "long",
            "eye_color": "blue", "skin_tone": "fair", "age_appearance": "young adult",
            "gender": "female", "face_shape": "oval", "expression": "sad",
        },
        "dress": {"dress_color": "white", "dress_type": "casual shirt"},
        "accessories": {"mask_present": "no", "glasses_present": "yes", "glasses_type": "round",
                        "hat_present": "yes", "hat_style": "fedora"},
    }
)  # fmt: skip
BOB, _ = from_fields(
    {"observed": {"gender": "male", "age_range": "25-35", "facial_hair": "full",
                  "hair_color": "black"}}
)  # fmt: skip
CHILD, _ = from_fields({"observed": {"gender": "female", "age_appearance": "child"}})


def in_order(text: str, *parts: str) -> bool:
    places = [text.lower().find(part.lower()) for part in parts]
    return -1 not in places and places == sorted(places)


def test_the_parts_come_in_their_order() -> None:
    prompt = expand(BEACH, (ALICE, BOB), "oil_painting")
    assert in_order(
        prompt, "oil painting", "walking on the beach during sunset", "exactly two people",
        "on the left", "on the right", "environment: a sandy beach", "lighting: warm golden",
        "adult proportions, characters fill 60-70 % of the frame",
    )  # fmt: skip


def test_a_person_is_told_in_the_documented_order() -> None:
    prompt = expand(BEACH, (ALICE, BOB), "realistic")
    assert in_order(
        prompt, "young adult woman", "fair skin", "blonde hair", "blue eyes", "oval face",
        "wearing white", "fedora", "round glasses", "on the right",
    )  # fmt: skip
    assert "sad expression" not in prompt
    assert "full beard" in prompt


def test_a_child_is_no_adult() -> None:
    kissing = read_scene("kissing in the park, so in love", participants=("a", "b"), sender="a")
    prompt = expand(kissing, (CHILD, BOB), "anime")
    assert "child" in prompt
    assert "adult" not in prompt.replace("young adult man", "")
    assert "true to each person's age" in prompt
    assert "romantic" not in prompt


@pytest.mark.parametrize("style", STYLES)
def test_each_style_has_words_of_its_own(style: str) -> None:
    others = {expand(BEACH, (), name).split(".")[0] for name in STYLES if name != style}
    assert expand(BEACH, (), style).split(".")[0] not in others


def test_each_setting_has_an_environment() -> None:
    for setting in SETTINGS:
        assert "Environment: " in expand(Scene(text="x", setting=setting), (), "anime")
    assert "quiet background" in expand(Scene(text="x"), (), "anime")


def test_unknown_style_words_are_kept() -> None:
    assert expand(BEACH, (), "zebra_dream").startswith("Zebra dream style")


@settings(max_examples=60, deadline=None)
@given(SCENES, st.lists(st.sampled_from([ALICE, BOB, CHILD, Features()]), max_size=6), st.text())
def test_any_scene_expands(scene: Scene, people: list[Features], style: str) -> None:
    prompt = expand(scene, people, style)
    assert prompt.endswith(".")
    assert ("adult proportions" in prompt) == (bool(people) and CHILD not in people)
