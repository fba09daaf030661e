"""Participants' features: how old they are, and what their words say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .findings import find
from .folding import fold

_ADULT = 18
_AGE_FIELDS = frozenset({"age", "age_range", "age_appearance"})
_NUMBER = re.compile(r"\d{1,3}")
_YOUNG = re.compile(r"\b(?:boy|girl|young teen|childhood|ninez|infancia|enfance|kindheit|kind)\b")


def is_under_age(features: Mapping[str, Any]) -> bool:
    """age_appearance child or teen, age_range 0-12 or 13-19, or any words to that effect.
    The features may be documented avatar_features with their sections, or flat."""
    for name, value in features.items():
        if isinstance(value, Mapping):
            if is_under_age(value):
                return True
        elif name in _AGE_FIELDS and value is not None and _is_young(str(value)):
            return True
    return False


def words_of(features: Mapping[str, Any]) -> Iterator[str]:
    """Every text in the features."""
    for value in features.values():
        if isinstance(value, Mapping):
            yield from words_of(value)
        elif isinstance(value, str) and value:
            yield value
        elif isinstance(value, (list, tuple)):
            yield from (each for each in value if isinstance(each, str) and each)


def _is_young(value: str) -> bool:
    folded, _ = fold(value)
    if any(int(number) < _ADULT for number in _NUMBER.findall(folded)):
        return True
    if _YOUNG.search(folded):
        return True
    return find(value).speaks_of_minors or find(f"aged {value}").speaks_of_minors
