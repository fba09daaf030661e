"""How a table's words are written: one string, separated by "|"."""

from __future__ import annotations


def listed(words: str) -> list[str]:
    """ "a|b c" to ["a", "b c"]; nothing for an empty string."""
    return [word for word in words.split("|") if word]


def word_set(words: str) -> frozenset[str]:
    return frozenset(listed(words))
