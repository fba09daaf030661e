"""Which noun an adjective belongs to: the next one, or a person further on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .adjectives import PERSON, Adjective
from .vocabulary import body
from .vocabulary.lexicon import Term, Topic, find, lexicon

ADJECTIVES: frozenset[Topic] = frozenset({
    "colour", "modifier", "material", "pattern", "manner", "hair_manner", "hair_type",
    "hair_length", "eye_shape", "face_shape", "skin_tone", "undertone", "build", "height",
})  # fmt: skip
HEADS: frozenset[Topic] = frozenset({
    "garment", "accessory", "prop", "hair", "hair_style", "eyes", "odd_eyes", "skin", "face",
    "facial_hair", "mark", "fringe", "highlights", "trim", "gender", "role", "backdrop",
    "background", "part",
})  # fmt: skip
LINKS: frozenset[Topic] = frozenset(
    {"negation", "holding", "wearing", "joint", "copula", "break", "filler"}
)
ENDS: frozenset[Topic] = LINKS - {"joint", "filler"}
_HAIR: frozenset[Topic] = frozenset({"hair", "hair_style", "facial_hair"})
TAKES: Mapping[Topic, frozenset[Topic]] = {
    # which nouns an adjective can belong to, where the same word can also be a noun
    "colour": HEADS - {"background"},
    "modifier": HEADS,
    "material": frozenset({"garment", "accessory", "prop"}),
    "pattern": frozenset({"garment", "backdrop", "accessory"}),
    "manner": frozenset({"accessory"}),
    "hair_manner": _HAIR,
    "hair_type": _HAIR,
    "hair_length": _HAIR,
    "eye_shape": frozenset({"eyes"}),
    "face_shape": frozenset({"face"}),
    "skin_tone": frozenset({"skin"}),
    "undertone": frozenset({"skin"}),
    "build": PERSON,
    "height": PERSON,
}
_LOOKS: frozenset[Topic] = frozenset({"hair", "hair_style", "facial_hair", "eyes", "skin", "face"})
_OF_A_PERSON: frozenset[Topic] = frozenset({"build", "height", "age"})
PEOPLE = body.AGE_NOUNS | frozenset(body.GENDERED_AGES)
"""Words for an age that are nouns: "kid", "old lady"."""


def next_head(words: list[str], at: int) -> Term | None:
    """The next noun of the same group of words."""
    while at < len(words):
        size, terms = find(words, at)
        if not terms or terms[0].topic in ENDS:
            return None
        for term in terms:
            if term.topic in HEADS:
                return term
        at += size
    return None


def shared_out(
    waiting: list[Adjective], term: Term, words: list[str], start: int, after: int
) -> tuple[list[Adjective], list[Adjective]]:
    """What of the waiting adjectives is for this noun, and what for a person behind it.

    In "a tall blue eyed girl" only the blue is the eyes'. The noun is `words[start:after]`.
    """
    if term.topic == "mark" and words[after - 1].endswith(("ed", "ing", "ly")):
        return ([], waiting) if _leads_to_person(words, after) else (waiting, [])
    if term.topic not in _LOOKS or len(waiting) < 2 or not _leads_to_person(words, after):
        return waiting, []
    kept = [a for a in waiting[:-1] if any(t.topic in _OF_A_PERSON for t in a.terms)]
    return [a for a in waiting if a not in kept], kept


def small_before(words: Sequence[str], at: int) -> str:
    """The "little" of "a little black boy", whose noun is at `at`; "" for none."""
    while at > 0:
        at -= 1
        if words[at] in body.SMALL:
            return words[at]
        passing = {*ADJECTIVES, "role", "filler"}
        if not any(term.topic in passing for term in lexicon().get(words[at], ())):
            return ""
    return ""


def _leads_to_person(words: list[str], at: int) -> bool:
    while at < len(words):
        size, terms = find(words, at)
        topics = {term.topic for term in terms}
        if topics & PERSON or " ".join(words[at : at + size]) in PEOPLE:
            return True
        if not terms or topics & (ENDS | {"joint", "garment", "accessory", "prop"}):
            return False
        at += size
    return False
