"""The form that the words of a language have."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Phrases with commas between, folded: small Latin letters without accents. A phrase of
    one word may end in "*": every word that begins so.

    In `explicit`, `acts` and `ambiguous` each line is "phrase, phrase > replacement"; an
    empty replacement leaves the words out.
    """

    minors: str  # somebody under 18
    minors_named: str  # tier 1 by itself
    violence: str  # tier 1 by itself
    bestiality: str  # tier 1 by itself
    coercion: str  # tier 1 close to explicit words
    animals: str  # tier 1 as a partner in one of `acts`
    acts: str
    explicit: str
    ambiguous: str  # explicit, unless one of `kitchen` is in the same text
    kitchen: str
    suggestive: str  # of account only where somebody under 18 is meant
    innocent: str  # what these phrases hold is nothing of the above
    clause: str  # added to what was rewritten
    common: str  # with spaces between: what stands side by side by chance ("the pen is")


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())
