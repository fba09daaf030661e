from __future__ import annotations

import json

import pytest
from avatarforge.forge.avatar.casting import cast
from avatarforge.forge.avatar.coding import FieldError, from_fields, from_mapping, to_mapping
from avatarforge.forge.avatar.features import Features
from avatarforge.forge.avatar.words import read_words
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.sampled_from(
    ["", "wizard", "knight in blue with a scarf", "cat girl, forest", "hippie with highlights"]
)


@given(TEXTS, st.integers(0, 99), st.booleans())
def test_features_survive_json(text: str, seed: int, whole: bool) -> None:
    features = read_words(text).features
    features = cast(features, seed) if whole else features
    assert from_mapping(json.loads(json.dumps(to_mapping(features)))) == features


def test_a_colour_may_be_a_name_or_a_code() -> None:
    features = from_mapping({"hair": {"colour": "auburn"}, "skin_colour": "#88CC88"})
    assert features.hair.colour is not None and features.hair.colour.name == "auburn"
    assert features.skin_colour is not None and features.skin_colour.hex == "#88cc88"


@pytest.mark.parametrize(
    ("mapping", "field"),
    [
        ({"age": "ancient"}, "age"),
        ({"age": 3}, "age"),
        ({"hair": "red"}, "hair"),
        ({"hair": {"colour": 3}}, "hair.colour"),
        ({"hair": {"colour": "zorgle"}}, "hair.colour"),
        ({"hair": {"colour": {"name": "x", "hex": "#xyzxyz"}}}, "hair.colour.hex"),
        ({"hair": {"style": ["bun"]}}, "hair.style"),
        ({"garments": "coat"}, "garments"),
        ({"garments": [{"colour": "red"}]}, "garments[0].kind"),
        ({"garments": [{"kind": "coat", "sleeves": 2}]}, "garments[0].sleeves"),
        ({"zorgle": 1}, "zorgle"),
    ],
)
def test_a_bad_mapping_names_its_field(mapping: dict[str, object], field: str) -> None:
    with pytest.raises(FieldError) as caught:
        from_mapping(mapping)
    assert caught.value.field == field


DOCUMENTED: dict[str, dict[str, object]] = {
    "observed": {
        "face_shape": "oval", "hair_color": "platinum blonde", "hair_type": "wavy",
        "hair_style": "tied", "hair_length": "long", "eye_color": "hazel", "eye_shape": "almond",
        "skin_tone": "olive", "skin_undertone": "warm", "age_appearance": "middle-aged",
        "age_range": "31-45", "gender": "male", "facial_hair": "full", "beard_style": "goatee",
        "expression": "happy",
    },
    "dress": {"dress_color": "navy", "dress_type": "formal"},
    "accessories": {
        "hat_present": "yes", "hat_style": "wide-brim sun hat", "hat_color": "red",
        "glasses_present": "yes", "glasses_type": "cat-eye", "mask_present": "no",
    },
    "meta": {"face_detected": True, "num_faces": 1, "quality_score": 0.9},
}  # fmt: skip


def test_documented_features_are_read_nested_and_flat() -> None:
    features, odd = from_fields(DOCUMENTED)
    assert odd == ()
    assert features.hair.colour is not None and features.hair.colour.name == "platinum blonde"
    assert (features.hair.type, features.hair.length) == ("wavy", "long")
    assert features.hair.style == "ponytail"
    assert features.face.facial_hair == "goatee"
    assert (features.skin_tone, features.skin_undertone) == ("olive", "warm")
    assert (features.age, features.gender) == ("middle-aged", "male")
    worn = {a.kind: a for a in features.accessories}
    assert worn["hat"].style == "sun hat" and worn["glasses"].style == "cat-eye"
    colour = worn["hat"].colour
    assert colour is not None and colour.name == "red"
    assert "mask" in features.without
    assert features.garments[0].kind == "formal wear"

    sections = (DOCUMENTED[name] for name in ("observed", "dress", "accessories"))
    flat = {name: value for section in sections for name, value in section.items()}
    assert from_fields(flat) == (features, ())


VOCABULARY = {
    "face_shape": "oval|round|square|heart|diamond",
    "hair_color": "black|brown|blonde|red|gray|white",
    "hair_type": "straight|wavy|curly|coily",
    "hair_style": "short|long|bald|tied|loose",
    "hair_length": "short|medium|long",
    "eye_color": "brown|blue|green|hazel|gray",
    "eye_shape": "almond|round|hooded|monolid",
    "skin_tone": "fair|light|medium|olive|tan|brown|dark",
    "skin_undertone": "warm|cool|neutral",
    "age_appearance": "child|teen|young adult|middle-aged|senior|adult",
    "age_range": "0-12|13-19|20-30|31-45|46-60|60+|under-25|55+",
    "gender": "male|female|non-binary",
    "facial_hair": "none|light|medium|full",
    "beard_style": "goatee|full beard|stubble|clean shaven",
    "expression": "neutral|happy|sad|angry|surprised",
    "dress_type": "casual|formal|sportswear|traditional",
    "hat_style": "cap|fedora|beanie",
    "glasses_type": "rectangular|round|cat-eye",
    "mask_type": "surgical|cloth",
    "dress_color": "red|navy blue|dark green",
    "hat_color": "black|straw yellow",
}


@pytest.mark.parametrize("name", VOCABULARY)
def test_every_documented_value_is_understood(name: str) -> None:
    for value in VOCABULARY[name].split("|"):
        features, odd = from_fields({name: value})
        assert odd == () and features != Features(), value


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"skin_tone": "brown"}, {"skin_tone": "brown"}),
        ({"skin_tone": "tan"}, {"skin_tone": "tan"}),
        ({"age_range": "60+"}, {"age": "senior"}),
        ({"age_range": "0-12"}, {"age": "child"}),
        ({"age_range": "20-30"}, {"age": "young adult"}),
        ({"hair_style": "bald"}, {"hair": {"length": "bald"}}),
        ({"facial_hair": "none"}, {"face": {"facial_hair": "none"}, "without": ["beard"]}),
        ({"glasses_present": "no", "glasses_type": "round"}, {"without": ["glasses"]}),
        ({"glasses_present": True}, {"accessories": [{"kind": "glasses"}]}),
        ({"hat_style": "none", "hair_color": None, "mask_type": "none"}, {}),
    ],
)
def test_a_field_says_what_it_says(fields: dict[str, object], expected: dict[str, object]) -> None:
    assert to_mapping(from_fields(fields)[0]) == expected


def test_what_is_not_understood_is_told() -> None:
    features, odd = from_fields(
        {"observed": {"hair_color": "zorgle", "aura": "blue"}, "hat_style": "frobnicated"}
    )
    assert odd == ("observed.aura", "hair_color: zorgle", "hat_style: frobnicated")
    assert [a.kind for a in features.accessories] == ["hat"]


@pytest.mark.parametrize(
    ("mapping", "field"),
    [
        ({"observed": {"hair_color": 3}}, "observed.hair_color"),
        ({"observed": []}, "observed"),
        ({"glasses_present": 1}, "glasses_present"),
        ({"hair_color": ["red"]}, "hair_color"),
    ],
)
def test_a_wrong_type_names_its_field(mapping: dict[str, object], field: str) -> None:
    with pytest.raises(FieldError, match=field) as caught:
        from_fields(mapping)
    assert caught.value.field == field


@given(st.dictionaries(st.sampled_from(list(VOCABULARY)), st.text(max_size=40)))
def test_no_string_raises(fields: dict[str, str]) -> None:
    from_fields(fields)
