"""All tables as one dictionary from a phrase to what it means, built on first use, and the
finding of phrases in a text: the longest first, with what is denied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from ...avatar.vocabulary import held
from ..words import Token, tokens, word_set
from . import conditions, doings, places, things

Topic = Literal["setting", "time", "weather", "mood", "action", "prop", "refer", "refer_place"]

STRONG, FAIR, WEAK, UNSURE = 3.0, 2.0, 1.0, 0.5
"""How surely a phrase means what it means: it names it; it may; it goes along with it; it does
only where the words before it say so."""


@dataclass(frozen=True, slots=True)
class Term:
    topic: Topic
    value: str
    strength: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found; `first` and `last` are places among the tokens."""

    term: Term
    first: int
    last: int
    denied: bool = False


Phrase = tuple[str, ...]


def _phrases(bars: str) -> list[Phrase]:
    return [
        tuple(token.key for token in tokens(phrase)) for phrase in bars.split("|") if phrase.strip()
    ]


@lru_cache(maxsize=1)
def _entries() -> Mapping[Phrase, tuple[Term, ...]]:
    entries: dict[Phrase, list[Term]] = {}

    def add(phrase: Phrase, *terms: Term) -> None:
        known = entries.setdefault(phrase, [])
        known += [
            term
            for term in terms
            if all((old.topic, old.value) != (term.topic, term.value) for old in known)
        ]

    def table(topic: Topic, strength: float, rows: Mapping[Any, str]) -> None:
        for value, bars in rows.items():
            for phrase in _phrases(bars):
                add(phrase, Term(topic, value, strength))

    for phrase in _phrases(things.NOTHING):
        add(phrase)
    table("setting", STRONG, places.PLACES)
    table("setting", WEAK, places.HINTS)
    table("setting", UNSURE, places.UNSURE)
    table("time", STRONG, conditions.TIMES)
    table("time", WEAK, conditions.TIME_HINTS)
    table("weather", STRONG, conditions.WEATHERS)
    table("weather", WEAK, conditions.WEATHER_HINTS)
    table("mood", STRONG, conditions.MOODS)
    for action, bars in doings.VERBS.items():
        for base in _phrases(bars):
            for phrase, strength in _inflected(base):
                add(phrase, Term("action", action, strength))
    table("action", FAIR, dict(doings.FIXED))
    for kind, bars in held.PROPS.items():
        for phrase in _phrases(f"{kind}|{bars}"):
            strength = WEAK if " ".join(phrase) in things.UNHELD else STRONG
            add(phrase, Term("prop", kind, strength))
            if not phrase[-1].endswith("s"):
                add((*phrase[:-1], f"{phrase[-1]}s"), Term("prop", kind, strength))
    table("refer", STRONG, {"scene": things.REFERRING})
    table("refer_place", STRONG, {"place": things.REFERRING_PLACE})
    return {phrase: tuple(terms) for phrase, terms in entries.items()}


def _inflected(base: Phrase) -> Iterable[tuple[Phrase, float]]:
    verb, rest = base[0], base[1:]
    others = doings.IRREGULAR.get(verb)
    forms = others.split() if others is not None else _regular(verb)
    if rest or verb not in doings.NOT_ALONE:
        yield base, FAIR
    for form in forms:
        yield (form, *rest), STRONG if form.endswith("ing") else FAIR


def _regular(verb: str) -> list[str]:
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return [f"{verb}s", f"{verb[:-1]}ing", f"{verb}d"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [f"{verb[:-1]}ies", f"{verb}ing", f"{verb[:-1]}ied"]
    end = "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    vowels = sum(letter in "aeiou" for letter in verb)
    short = vowels == 1 and verb[-2] in "aeiou" and verb[-1] not in "aeiouwxy"
    stem = verb + verb[-1] if short else verb
    return [verb + end, f"{stem}ing", f"{stem}ed"]


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(len(phrase) for phrase in _entries())


def find(words: Sequence[Token]) -> list[Hit]:
    """Every phrase with a meaning, in order; the longest phrase decides on each topic that it
    speaks of, and words within it may speak of others ("night club": a bar, and night).

    Words that '@' marks are names, not phrases. A phrase does not reach over a mark that ends
    a clause.
    """
    hits: list[Hit] = []
    at = 0
    while at < len(words):
        size, terms = _phrase(words, at, _longest())
        hits += [Hit(term, at, at + size - 1) for term in terms]
        if size > 1 and terms:
            hits += _within(words, at, size, {term.topic for term in terms})
        at += size or 1
    return _denied(words, hits)


def _phrase(words: Sequence[Token], at: int, longest: int) -> tuple[int, tuple[Term, ...]]:
    """The longest phrase from here: how many words, and what it means; 0 for none."""
    if words[at].tagged:
        return 0, ()
    for size in range(min(longest, len(words) - at), 0, -1):
        part = words[at : at + size]
        if any(token.breaks or token.tagged for token in part[1:]):
            continue
        terms = _entries().get(tuple(token.key for token in part))
        if terms is not None:
            return size, terms
    return 0, ()


def _within(words: Sequence[Token], start: int, length: int, told: set[Topic]) -> Iterable[Hit]:
    at, end = start, start + length
    while at < end:
        size, terms = _phrase(words, at, min(end - at, length - 1))
        for term in terms:
            if term.topic not in told:
                yield Hit(term, at, at + size - 1)
        at += size or 1


_REACH: Mapping[int, str] = {
    # over how many words a negator reaches
    2: "no|zero|minus",
    3: "without|except|nor|no more|no longer",
    4: "leave|leaving|left|quit|quitting|instead of|rather than|sick of|tired of|away from"
    "|anything but|enough of|out of",
    6: "not|isnt|arent|wasnt|werent|never|neither|hardly|nicht|kein|keine|nunca|jamais",
    8: "dont|cant|wont|didnt|doesnt|wouldnt|shouldnt|couldnt|havent|hasnt|hate|hates|avoid|skip"
    "|stop|stopped|cancel",
}
_NEGATORS: Mapping[Phrase, int] = {
    phrase: reach for reach, bars in _REACH.items() for phrase in _phrases(bars)
}
_AFFIRMING = frozenset(
    _phrases(
        "cant wait|can not wait|why not|not only|not just|no matter|no doubt|no problem|no worries"
        "|no way|dont forget|dont worry|never forget|never stop|wouldnt miss|why dont|dont you"
        "|wont you|nothing like|nothing beats|not to mention|if not|isnt it|isnt this|isnt that"
        "|arent we|arent you|doesnt it|didnt we|couldnt stop|cant stop|cant get enough|dont stop"
        "|wont stop|never been|never felt|never want|never looked|never gets old|not even|no idea"
        "|cant believe|couldnt believe|dont mind|wouldnt mind|dont care|not sure if|cant help"
        "|cant stand|out of nowhere|out of this world|dont know|left hand|left side|on the left"
        "|to the left|wouldnt it|wont forget|didnt know|no one|never let|dont let"
        "|out of breath|out of love|dont we|why didnt|dont miss|cant miss|couldnt be"
    )
)
_RESET = word_set("but lets instead though however because yet then")
_OWN_ONLY: frozenset[Topic] = frozenset({"weather", "mood", "time", "prop"})
_NEAR: Mapping[Topic, int] = {"time": 1, "weather": 2, "mood": 2}
"""The most words between it and its negator: "not going out tonight" is still tonight."""
_SUBJECTS = frozenset({"we", "i", "you"})


def _denied(words: Sequence[Token], hits: list[Hit]) -> list[Hit]:
    keys = [token.key for token in words]
    denied: set[int] = set()
    after = 0  # where the last phrase ended that only looks like a negation
    for at in range(len(keys)):
        for size in (3, 2):
            if tuple(keys[at : at + size]) in _AFFIRMING:
                after = max(after, at + size)
        if at < after:
            continue
        size, reach = next(
            ((n, _NEGATORS[tuple(keys[at : at + n])]) for n in (2, 1)
             if tuple(keys[at : at + n]) in _NEGATORS),
            (0, 0),
        )  # fmt: skip
        if size:
            denied.update(_in_scope(words, hits, at + size, reach, doing=reach == 8))
    return [replace(hit, denied=True) if at in denied else hit for at, hit in enumerate(hits)]


def _in_scope(
    words: Sequence[Token], hits: list[Hit], start: int, reach: int, *, doing: bool
) -> Iterable[int]:
    """Which hits a negator before `start` denies. A word about the sky or a feeling takes it
    alone ("not raining at the beach"), a word about doing takes all with it ("not walking on
    the beach"). `doing`: "don't", which may have a subject after it ("don't think we ...")."""
    end = start
    while end < len(words) and end - start < reach and not words[end].breaks:
        key = words[end].key
        if key in _RESET or (key in _SUBJECTS and not doing and end > start):
            break
        end += 1
    topic: Topic | None = None
    for at, hit in enumerate(hits):
        if not start <= hit.first < end:
            continue
        if hit.first - start > _NEAR.get(hit.term.topic, reach):
            continue
        topic = topic or hit.term.topic
        if topic not in _OWN_ONLY or hit.term.topic == topic:
            yield at
