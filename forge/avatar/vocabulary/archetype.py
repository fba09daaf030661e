"""Callings, kinds of beings and looks, and what they bring along unless words say otherwise.

What an archetype implies is written in the same words that a request uses and is read by
the same reader; it never outweighs anything that was said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..features import Gender

Rank = Literal["being", "calling", "people", "look"]
"""What a word tells most about: the body, the clothes, the origin, the taste. Where two
archetypes imply the same, the earlier rank wins: a vampire doctor wears the lab coat, because
a being implies clothes only in `dress`, which counts last."""


@dataclass(frozen=True, slots=True)
class Archetype:
    rank: Rank
    words: str = ""
    implies: str = ""
    gender: Gender | None = None
    man: str = ""  # unless female or under age
    woman: str = ""  # where female was said
    elder: str = ""  # unless the age said is below senior
    dress: str = ""  # clothes of one that has no calling


def calling(words: str, implies: str, **more: str) -> Archetype:
    return Archetype("calling", words, implies, None, **more)


def being(words: str, implies: str, dress: str = "", **more: str) -> Archetype:
    return Archetype("being", words, implies, None, dress=dress, **more)


def people(words: str, implies: str) -> Archetype:
    return Archetype("people", words, implies)
