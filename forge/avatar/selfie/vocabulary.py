"""The documented words of `avatar_features`, and the plain names of colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from .pixels import Floats, lab_of

SECTIONS: Mapping[str, Mapping[str, tuple[str, ...] | None]] = {
    # None: free words, of which only a colour's name is taken
    "observed": {
        "face_shape": ("oval", "round", "square", "heart", "diamond"),
        "hair_color": ("black", "brown", "blonde", "red", "gray", "white"),
        "hair_type": ("straight", "wavy", "curly", "coily"),
        "hair_style": ("short", "long", "bald", "tied", "loose"),
        "hair_length": ("short", "medium", "long"),
        "eye_color": ("brown", "blue", "green", "hazel", "gray"),
        "eye_shape": ("almond", "round", "hooded", "monolid"),
        "skin_tone": ("fair", "light", "medium", "olive", "tan", "brown", "dark"),
        "skin_undertone": ("warm", "cool", "neutral"),
        "age_appearance": ("child", "teen", "young adult", "middle-aged", "senior"),
        "age_range": ("0-12", "13-19", "20-30", "31-45", "46-60", "60+"),
        "gender": ("male", "female", "non-binary"),
        "facial_hair": ("none", "light", "medium", "full"),
        "beard_style": ("goatee", "full beard", "stubble", "clean shaven"),
        "expression": ("neutral", "happy", "sad", "angry", "surprised"),
    },
    "dress": {
        "dress_color": None,
        "dress_type": ("casual", "formal", "sportswear", "traditional"),
    },
    "accessories": {
        "hat_present": ("yes", "no"),
        "hat_style": ("cap", "fedora", "beanie"),
        "hat_color": None,
        "glasses_present": ("yes", "no"),
        "glasses_type": ("rectangular", "round", "cat-eye"),
        "glasses_color": None,
        "mask_present": ("yes", "no"),
        "mask_type": None,
        "mask_color": None,
    },
}
WORDS: Mapping[str, tuple[str, ...] | None] = {
    name: words for section in SECTIONS.values() for name, words in section.items()
}
BELONGS: Mapping[str, str] = {
    f"{kind}_{part}": f"{kind}_present"
    for kind in ("hat", "glasses", "mask")
    for part in ("style", "type", "color")
    if f"{kind}_{part}" in WORDS
}
"""Fields that say nothing unless what they belong to is there."""

COLOURS = frozenset(name for name in WORDS if name.endswith("_color")) | {
    "skin_tone",
    "skin_undertone",
}
"""Fields of which a picture without colours tells nothing."""

MASKS = ("surgical", "cloth", "respirator", "costume")
"""What a model may call a mask; the document names no words."""


def allowed(field: str) -> tuple[str, ...]:
    """The words a field may hold."""
    words = WORDS[field]
    if words is not None:
        return words
    return MASKS if field == "mask_type" else tuple(BASIC)


def empty() -> dict[str, dict[str, Any]]:
    """The documented object with everything left open, its `meta` included."""
    made: dict[str, dict[str, Any]] = {
        section: dict.fromkeys(fields) for section, fields in SECTIONS.items()
    }
    made["meta"] = {"face_detected": False, "num_faces": 0, "quality_score": 0.0}
    return made


BASIC: Mapping[str, tuple[str, ...]] = {
    # a name and colours that are called so
    "black": ("#1c1c1f", "#2b2b30"),
    "white": ("#f7f6f2", "#e9e9e6"),
    "gray": ("#8a8d91", "#62656a", "#b4b6b9"),
    "red": ("#cf2b2b", "#a31d22"),
    "orange": ("#f07f1c",),
    "yellow": ("#f5d327", "#e6c84f"),
    "green": ("#2f8f3f", "#1d5a2c", "#8bc34a"),
    "teal": ("#1f8a8a",),
    "blue": ("#2a5fc9", "#6fa8dc", "#3b6ea5"),
    "navy": ("#1b2a52",),
    "purple": ("#7a3fb0", "#4f2673"),
    "pink": ("#f48fc0", "#e55aa0"),
    "brown": ("#7b4a26", "#55341d", "#96592f"),
    "beige": ("#d9c7a3", "#efe3c8"),
}


def basic_colour(lab: Floats) -> tuple[str, float]:
    """The plain name of a colour, (3,) L*a*b*, and how much nearer it is than the next, 0..1."""
    codes = [(name, code) for name, all_of in BASIC.items() for code in all_of]
    rgb = np.array([[int(c[i : i + 2], 16) for i in (1, 3, 5)] for _, c in codes], np.uint8)
    far = np.sqrt((((lab_of(rgb) - lab) * (0.7, 1.0, 1.0)) ** 2).sum(axis=1))
    nearest: dict[str, float] = {}
    for (name, _), distance in zip(codes, far, strict=True):
        nearest[name] = min(nearest.get(name, np.inf), float(distance))
    first, second = sorted(nearest, key=lambda name: nearest[name])[:2]
    weight = {name: float(np.exp(-0.5 * (nearest[name] / 11) ** 2)) for name in (first, second)}
    other = float(np.exp(-0.5 * 3.2**2))
    return first, weight[first] / (weight[first] + weight[second] + other)
