"""Further people in a phrase: one person is drawn, the others are told.

"A knight and a princess" is the knight; "two women" is one of them. What a phrase says of a
second person is taken out before it is read, so that it does not mix with the first.
"""

from __future__ import annotations

from dataclasses import dataclass

from .vocabulary import archetypes, body
from .vocabulary.lexicon import Term, find
from .vocabulary.tables import word_set

_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "my", "another", "one"})
_AND = frozenset({"and", "plus", "as well as", "along with", "together with", "alongside"})
_BESIDE = frozenset({"with", "next to", "beside", "near", "and", "behind", "accompanied by",
                     "hugging", "holding", "carrying"}) | _AND  # fmt: skip
_DESCRIBING = word_set(
    "female|male|feminine|masculine|androgynous|non binary|nonbinary|manly|girly|agender"
    "|genderless|gender neutral|genderfluid|genderqueer|gender fluid|enby|they them|she her|he him"
)
"""Of a person, what kind they are: no further person."""
_GROUPS = word_set(
    "couple|twins|family|group|crowd|duo|trio|band of|team of|group of|pair of friends|siblings"
    "|triplets|squad|quartet|newlyweds|lovers|parents|team of people|gang of"
)
_MANY = frozenset({"two", "three", "four", "five", "six", "seven", "several", "many", "both"})
_THINGS = frozenset({"garment", "accessory", "prop", "hair", "hair_style", "eyes", "skin",
                     "facial_hair", "background", "backdrop"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alone:
    """The phrase without the others, and what is told about them."""

    words: tuple[str, ...]
    surfaces: tuple[str, ...]
    others: tuple[str, ...]


def only_one(words: tuple[str, ...], surfaces: tuple[str, ...]) -> Alone:
    """`words` as the tables spell them, `surfaces` as they were written; equally long."""
    spans = _spans(list(words))
    told: list[str] = []
    known = None  # the article before the first person, "" for none
    link = ("", 0, 0)  # the last word that can lead to a second person: it, its place, its end
    for index, (at, size, terms) in enumerate(spans):
        word = " ".join(words[at : at + size])
        if word in _BESIDE and terms:
            link = (word, at, at + size)
            continue
        if word in _GROUPS:
            told.append(f"{_said(surfaces, at, size)} (one person is drawn)")
        if terms and terms[0].topic in _THINGS:
            link = ("", 0, 0)
        if not _is_person(terms, word) or _describes(spans, index):
            continue
        before = words[at - 1] if at else ""
        if before in _MANY or (before.isdigit() and 1 < int(before) < 20):
            told.append(f"{_said(surfaces, at - 1, size + 1)} (one person is drawn)")
        leading = words[link[2]] if link[0] and link[2] < at else ""
        if known is None:
            known = leading if leading in _ARTICLES else _article(words, at)
            link = ("", 0, 0)
        elif link[0] and (
            leading in _ARTICLES or (_is_gendered(terms, word) and not known and link[2] == at)
        ):
            told.append(f"{_said(surfaces, at, size)} (a second person is not drawn)")
            end = _end(spans, index, len(words))
            rest = only_one(words[: link[1]] + words[end:], surfaces[: link[1]] + surfaces[end:])
            return Alone(rest.words, rest.surfaces, (*told, *rest.others))
    return Alone(words, surfaces, tuple(told))


def _said(surfaces: tuple[str, ...], at: int, size: int) -> str:
    return " ".join(dict.fromkeys(surfaces[at : at + size]))


def _spans(words: list[str]) -> list[tuple[int, int, tuple[Term, ...]]]:
    spans = []
    at = 0
    while at < len(words):
        size, terms = find(words, at)
        spans.append((at, size, terms))
        at += size
    return spans


def _is_person(terms: tuple[Term, ...], word: str) -> bool:
    for term in [term for term in terms if term.topic != "manner"][:1]:
        if term.topic == "gender":
            return word not in _DESCRIBING
        if term.topic == "age":
            return word in body.GENDERED_AGES
        if term.topic == "role":
            return archetypes.ARCHETYPES[term.value].rank in ("calling", "being")
    return False


def _is_gendered(terms: tuple[Term, ...], word: str) -> bool:
    """A queen, a brother: nobody is two of that kind at once."""
    if terms[0].topic == "role":
        named = {*archetypes.WOMANLY, *archetypes.MANLY}
        return word in named or archetypes.ARCHETYPES[terms[0].value].gender is not None
    return True


def _describes(spans: list[tuple[int, int, tuple[Term, ...]]], index: int) -> bool:
    """ "a pirate girl", "a knight helmet": the noun comes behind."""
    if index + 1 >= len(spans):
        return False
    terms = spans[index + 1][2]
    if not terms:
        return False
    return any(t.topic in (*_THINGS, "gender", "role", "colour", "material") for t in terms[:1])


def _article(words: tuple[str, ...], at: int) -> str:
    return next((word for word in words[max(0, at - 4) : at] if word in _ARTICLES), "")


def _end(spans: list[tuple[int, int, tuple[Term, ...]]], index: int, end: int) -> int:
    """Where what is said of the second person ends: at a place that both are in."""
    for here in range(index + 1, len(spans) - 1):
        terms = spans[here][2]
        if terms and terms[0].topic == "break":
            for _, _, following in spans[here + 1 : here + 4]:
                if any(t.topic in ("background", "backdrop") for t in following):
                    return spans[here][0]
    return end
