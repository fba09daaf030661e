"""Ages in numbers: "25 years old", "in her forties", "a man, 70"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .adjectives import PERSON
from .counting import number
from .vocabulary import body
from .vocabulary.lexicon import lexicon

ASKED = frozenset({"age", "aged", "ages"})
"""Words that announce a number of years."""

_IN_HER = frozenset({"in", "her", "his", "their", "my", "mid", "late", "early", "its", "the"})
_UNITS = frozenset({"year", "years", "yr", "yrs", "yo"})


@dataclass(frozen=True, slots=True)
class Years:
    size: int  # how many words say it
    count: int
    asked: bool = False  # a word of `ASKED` stands before it


def years_at(words: Sequence[str], at: int) -> Years | None:
    """The age that the words from `at` say; None where they say none."""
    if words[at] in body.DECADES and (len(words) == 1 or (at and words[at - 1] in _IN_HER)):
        shift = {"early": -3, "late": 3}.get(words[at - 1] if at else "", 0)
        return Years(1, body.DECADES[words[at]] + shift)
    size, years = number(list(words), at)
    if not size or not 0 < years <= 120:
        return None
    unit = re.fullmatch(r"\d+(yo|yrs?|y)", words[at]) is not None
    rest = list(words[at + size : at + size + 3])
    if rest and rest[0] in _UNITS:
        unit = True
        size += 2 if rest[1:2] and rest[1] in ("old", "o") else 1
        size += 2 if rest[1:3] == ["of", "age"] else 0
    asked = any(word in ASKED for word in words[max(0, at - 2) : at])
    bare = size == len(words) and years >= 3
    after_noun = at + size == len(words) and bool(at) and _is_person(words[at - 1])
    return Years(size, years, asked) if unit or asked or bare or after_noun else None


def _is_person(word: str) -> bool:
    return any(term.topic in PERSON for term in lexicon().get(word, ()))
