"""One phrase, between two commas, to what it says.

Adjectives wait until the noun they belong to comes ("long red hair"); what still waits at
the phrase's end goes to the noun before it ("hair dyed pink") or stands for itself
("bald"). A phrase is read without its neighbours, so the order of phrases cannot matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from . import colours
from .features import Colour
from .vocabulary import archetypes, body, worn
from .vocabulary.colour_names import HAIR_HEX
from .vocabulary.lexicon import Term, Topic, find, lexicon


class Strength(IntEnum):
    """Of two findings about one thing the stronger counts."""

    IMPLIED = 1  # by an archetype
    HINT = 2  # by a pronoun, or in passing
    NAMED = 3  # by a noun for something else: "queen" says female
    SAID = 4
    NUMBERED = 5  # "25 years old"


@dataclass(frozen=True, slots=True)
class Finding:
    """`value` of a feature path, or one item of "garments", "accessories", "props",
    "face.marks", "roles", "without"; `attributes` are an item's own values."""

    path: str
    value: str | Colour
    strength: Strength
    words: tuple[str, ...]
    attributes: tuple[tuple[str, str | Colour, str], ...] = ()  # name, value, word


@dataclass(frozen=True, slots=True)
class Phrase:
    findings: tuple[Finding, ...]
    unknown: tuple[str, ...]


_PERSON: frozenset[Topic] = frozenset({"gender", "role"})
_ADJECTIVES: frozenset[Topic] = frozenset({
    "colour", "modifier", "material", "pattern", "manner", "hair_manner", "hair_type",
    "hair_length", "eye_shape", "face_shape", "skin_tone", "undertone", "build", "height",
})  # fmt: skip
_HEADS: frozenset[Topic] = frozenset({
    "garment", "accessory", "prop", "hair", "hair_style", "eyes", "odd_eyes", "skin", "face",
    "facial_hair", "mark", "fringe", "highlights", "trim", "gender", "role", "backdrop",
    "background",
})  # fmt: skip
_LINKS: frozenset[Topic] = frozenset(
    {"negation", "holding", "wearing", "joint", "copula", "break", "filler"}
)
_TAKES: Mapping[Topic, frozenset[Topic]] = {
    # which heads an adjective can belong to, where the same word can also be a noun
    "colour": _HEADS - {"background"},
    "modifier": _HEADS,
    "material": frozenset({"garment", "accessory", "prop"}),
    "pattern": frozenset({"garment", "backdrop", "accessory"}),
    "manner": frozenset({"accessory"}),
    "hair_manner": frozenset({"hair", "hair_style", "facial_hair"}),
    "hair_type": frozenset({"hair", "hair_style", "facial_hair"}),
    "hair_length": frozenset({"hair", "hair_style", "facial_hair"}),
    "eye_shape": frozenset({"eyes"}),
    "face_shape": frozenset({"face"}),
    "skin_tone": frozenset({"skin"}),
    "undertone": frozenset({"skin"}),
    "build": _PERSON,
    "height": _PERSON,
}
_DYED = frozenset({"red", "brown", "black", "grey", "white", "silver", "copper", "mahogany",
                   "chestnut", "jet black", "dark brown", "light brown"})  # fmt: skip
_HAIR_ONLY = frozenset(HAIR_HEX) - _DYED
"""Colours that, of a person, are their hair's: "a blonde woman"."""
_ARTICLES = frozenset("a an the his her their some one my".split())
_TINTS = {"dark": "dark brown", "light": "light brown", "pastel": "pastel pink",
          "neon": "neon pink", "pale": "ash blonde", "bright": "blonde"}  # fmt: skip
_EYE_TINTS = {"dark": "dark brown", "light": "light blue", "pale": "ice blue", "neon": "neon blue"}


@dataclass(slots=True)
class _Adjective:
    words: str
    terms: tuple[Term, ...]
    colour: str | None = None  # the name with its modifiers

    def value(self, topic: Topic) -> str | None:
        return next((term.value for term in self.terms if term.topic == topic), None)


@dataclass(slots=True)
class _Thing:
    """A noun of this phrase, still open for adjectives behind it."""

    topic: Topic
    kind: str
    words: list[str]
    attributes: dict[str, tuple[str | Colour, str]] = field(default_factory=dict)
    strength: Strength = Strength.SAID


class _Reader:
    def __init__(self, words: tuple[str, ...], surfaces: tuple[str, ...]) -> None:
        self.words = list(words)
        self.surfaces = surfaces
        self.findings: list[Finding] = []
        self.things: list[_Thing] = []
        self.unknown: list[str] = []
        self.pending: list[_Adjective] = []
        self.last: _Thing | None = None
        self.negated = False
        self.link = ""  # "holding", "wearing", or the last break: what led here

    def read(self) -> Phrase:
        at = 0
        while at < len(self.words):
            size = self._age(at)
            if not size:
                size, terms = find(self.words, at)
                said = " ".join(self.surfaces[at : at + size])
                if terms:
                    self._take(at, size, said, terms)
                else:
                    self._unread(at, said)
            at += size
        self._flush()
        for thing in self.things:
            self._item(thing)
        return Phrase(tuple(self.findings), tuple(self.unknown))

    # what a word is ----------------------------------------------------------------------

    def _take(self, at: int, size: int, said: str, terms: tuple[Term, ...]) -> None:
        first = terms[0].topic
        if first in _LINKS:
            self._follow(first, " ".join(self.words[at : at + size]), at + size)
            return
        term = self._chosen(at + size, at, terms)
        if term is None:
            self._wait(_Adjective(said, tuple(t for t in terms if t.topic in _ADJECTIVES)))
        elif term.topic == "age" and " ".join(self.words[at : at + size]) in body.OBJECT_AGES:
            self._wait(_Adjective(said, (term,)))
        elif term.topic in _HEADS:
            self._head(term, said, " ".join(self.words[at : at + size]))
        else:
            self._plain(term, said, " ".join(self.words[at : at + size]))

    def _chosen(self, after: int, at: int, terms: tuple[Term, ...]) -> Term | None:
        """The noun meant, or None where the word is an adjective."""
        nouns = [term for term in terms if term.topic not in _ADJECTIVES]
        adjectives = [term for term in terms if term.topic in _ADJECTIVES]
        if not nouns:
            return None
        if adjectives:
            head = self._next_head(after)
            if head is not None and any(head.topic in _TAKES[a.topic] for a in adjectives):
                return None
            led = self.link in ("holding", "with") or (at > 0 and self.words[at - 1] in _ARTICLES)
            if nouns[0].topic == "prop" and not led and adjectives[0].topic == "colour":
                return None
        if len(nouns) > 1:
            held = self.link == "holding"
            for term in nouns:
                if (term.topic == "prop") == held and term.topic != "mark":
                    return term
        return nouns[0]

    def _next_head(self, at: int) -> Term | None:
        """The next noun of the same group of words."""
        while at < len(self.words):
            size, terms = find(self.words, at)
            if not terms or terms[0].topic in ("negation", "holding", "wearing", "copula", "break"):
                return None
            for term in terms:
                if term.topic in _HEADS:
                    return term
            at += size
        return None

    def _unread(self, at: int, said: str) -> None:
        word = self.words[at]
        if word.endswith("less") and len(word) > 6:
            for stem in (word[:-4], word[:-4] + "s", word[:-4] + "es"):
                for term in lexicon().get(stem, ()):
                    if term.topic in ("garment", "accessory", "prop", "facial_hair", "mark"):
                        self._refuse(term, said)
                        return
        if len(word) > 1 and not any(c.isdigit() for c in word) and not _adverb(word):
            self.unknown.append(said)

    def _age(self, at: int) -> int:
        """Words that say an age in numbers, from `at`: how many; 0 for none."""
        words = self.words
        if words[at] in body.DECADES and (len(words) == 1 or (at and words[at - 1] in _IN_HER)):
            shift = {"early": -3, "late": 3}.get(words[at - 1] if at else "", 0)
            self._years(body.DECADES[words[at]] + shift, " ".join(self.surfaces[at : at + 1]))
            return 1
        size, years = _number(words, at)
        if not size or not 0 < years <= 120:
            return 0
        rest = words[at + size : at + size + 3]
        unit = re.fullmatch(r"\d+(yo|yrs?|y)", words[at]) is not None
        if rest and rest[0] in _UNITS:
            size += 1
            unit = True
            if rest[1:2] and rest[1] in ("old", "o"):
                size += 1
            elif rest[1:3] == ["of", "age"]:
                size += 2
        before = words[max(0, at - 2) : at]
        asked = bool(before) and (before[-1] in _AGED or (before[0] in _AGED and len(before) > 1))
        bare = size == len(words) and years >= 3
        after_noun = at + size == len(words) and bool(at) and _is_person(words[at - 1])
        if not (unit or asked or bare or after_noun):
            return 0
        if asked:
            self.pending = [p for p in self.pending if p.words not in _AGED]
        self._years(years, " ".join(self.surfaces[at : at + size]))
        return size

    def _years(self, years: int, said: str) -> None:
        self._say("age", body.age_of(years), said, Strength.NUMBERED)

    # grammar -----------------------------------------------------------------------------

    def _follow(self, topic: Topic, word: str, after: int) -> None:
        if topic == "negation":
            self._flush()
            self.negated = True
        elif topic == "joint":
            following = find(self.words, after)[1] if after < len(self.words) else ()
            if word in ("and", "also", "plus") and self.negated:
                article = after < len(self.words) and self.words[after] in _ARTICLES
                self.negated = not (article or any(t.topic == "colour" for t in following))
            if self.pending and self.last is not None and not _all_adjectives(self.words, after):
                self._flush(keep=True)
        elif topic in ("holding", "wearing"):
            if topic == "holding" and word.startswith(("in ", "on ")):
                return
            self._flush()
            self.negated = self.negated and self.link == ""
            self.link = topic
        elif topic == "break":
            if self.negated and word in ("of", "in") and self.link == "":
                return
            self._flush()
            self.negated = False
            self.link = word

    def _wait(self, adjective: _Adjective) -> None:
        name = adjective.value("colour")
        if name is not None:
            modifier = self.pending[-1].value("modifier") if self.pending else None
            if modifier is not None and self.pending[-1].colour is None:
                adjective.words = f"{self.pending[-1].words} {adjective.words}"
                adjective.colour = f"{modifier} {name}"
                self.pending.pop()
            else:
                adjective.colour = name
        self.pending.append(adjective)

    def _flush(self, keep: bool = False) -> None:
        """Place the adjectives that no noun followed."""
        waiting, self.pending = self.pending, []
        if self.negated:
            return
        for adjective in waiting:
            last = self.last if self.link not in ("wearing", "holding") else None
            if last is None and self.last is not None and self.last.topic not in _PERSON:
                last = self.last
            if last is not None and last.topic not in _PERSON and self._apply(last, adjective):
                continue
            if keep and adjective.colour is not None and adjective.colour not in _HAIR_ONLY:
                self.pending.append(adjective)
                continue
            self._alone(adjective)

    # nouns -------------------------------------------------------------------------------

    def _head(self, term: Term, said: str, word: str) -> None:
        if self.negated:
            self.pending = []
            self._refuse(term, said)
            return
        thing = _Thing(term.topic, term.value, [said])
        waiting, self.pending = self.pending, []
        if term.topic == "hair_style":
            self._say("hair.style", term.value, said)
        elif term.topic == "facial_hair":
            self._say("face.facial_hair", term.value, said)
        elif term.topic == "fringe":
            self._say("hair.fringe", term.value, said)
        elif term.topic == "odd_eyes":
            self._say("face.eye_colour", colours.eye_colour("blue"), said, Strength.HINT)
            self._say("face.second_eye_colour", colours.eye_colour("green"), said, Strength.HINT)
        elif term.topic == "gender":
            self._say("gender", term.value, said)
            if word in body.AGE_HINTS:
                self._say("age", body.AGE_HINTS[word], said, Strength.IMPLIED)
        elif term.topic == "background":
            led = self.link in _PLACES or self._next_is_backdrop(said)
            self._say("background", term.value, said, Strength.SAID if led else Strength.HINT)
        elif term.topic == "role":
            self._role(term, said, word)
        elif term.topic in ("garment", "accessory", "prop", "mark", "trim"):
            self.things.append(thing)
            if term.style is not None:
                thing.attributes["style"] = (term.style, said)
            if word in body.LIP_COLOURS:
                self._say("face.lip_colour", colours.named(body.LIP_COLOURS[word]), said)
        self.last = thing
        for adjective in waiting:
            if not self._apply(thing, adjective) and term.topic in _PERSON:
                self._alone(adjective)

    def _next_is_backdrop(self, said: str) -> bool:
        return any(word in ("background", "backdrop", "scene", "setting") for word in self.words) or (
            len(said.split()) >= len([w for w in self.words if w not in _ARTICLES])
        )

    def _role(self, term: Term, said: str, word: str) -> None:
        self.findings.append(Finding("roles", term.value, Strength.SAID, (said,)))
        gender = archetypes.ARCHETYPES[term.value].gender
        if word in archetypes.WOMANLY:
            gender = "female"
        elif word in archetypes.MANLY:
            gender = "male"
        if gender is not None:
            self._say("gender", gender, said, Strength.NAMED)

    def _refuse(self, term: Term, said: str) -> None:
        def without(kind: str) -> None:
            self.findings.append(Finding("without", kind, Strength.SAID, (said,)))

        if term.topic == "facial_hair":
            without("beard")
            self._say("face.facial_hair", "none", said)
        elif term.topic in ("garment", "accessory", "prop", "mark"):
            without(term.value)
            if term.value in ("shoes", "boots", "sneakers", "heels"):
                self._say("garments", "bare feet", said)
        elif term.topic == "fringe":
            self._say("hair.fringe", "none", said)
        elif term.topic == "hair":
            self._say("hair.length", "bald", said)
        elif term.topic in ("background", "backdrop"):
            self._say("background", "plain", said)

    def _plain(self, term: Term, said: str, word: str) -> None:
        """Words that stand for themselves wherever they are."""
        path = _PATHS.get(term.topic)
        if path is None:
            return
        if self.negated:
            if term.topic == "expression" and term.value != "neutral":
                self._say("face.expression", "neutral", said)
            return
        strength = Strength.HINT if term.topic == "gender_hint" else Strength.SAID
        if term.topic == "gender_hint" and self.last is not None and self.last.topic in _PERSON:
            strength = Strength.HINT
        self._say(path, term.value, said, strength)
        if term.topic == "age" and word in body.GENDERED_AGES:
            self._say("gender", body.GENDERED_AGES[word], said)

    # adjectives --------------------------------------------------------------------------

    def _apply(self, thing: _Thing, adjective: _Adjective) -> bool:
        """Give the adjective to the noun; False where it says nothing about it."""
        if thing.topic in ("garment", "accessory", "prop", "mark", "trim"):
            return _adorn(thing, adjective)
        if thing.topic in ("hair", "hair_style", "highlights", "fringe"):
            return self._style_hair(thing, adjective)
        if thing.topic == "facial_hair":
            return self._style_beard(thing, adjective)
        if thing.topic in ("eyes", "odd_eyes"):
            return self._colour_eyes(thing, adjective)
        if thing.topic in ("skin", "face"):
            return self._colour_skin(thing, adjective)
        if thing.topic == "backdrop":
            return self._colour_backdrop(adjective)
        return thing.topic in _PERSON and self._describe(thing, adjective)

    def _style_hair(self, thing: _Thing, adjective: _Adjective) -> bool:
        said = adjective.words
        name = adjective.colour or _TINTS.get(adjective.value("modifier") or "")
        length, kind = adjective.value("hair_length"), adjective.value("hair_type")
        style = adjective.value("hair_manner")
        if name is not None:
            second = "colour" in thing.attributes or thing.topic == "highlights"
            self._say("hair.highlights" if second else "hair.colour", colours.hair_colour(name), said)
            thing.attributes["colour"] = (name, said)
        elif length is not None and thing.topic != "fringe":
            self._say("hair.length", length, said)
        elif kind is not None:
            self._say("hair.type", kind, said)
        elif style is not None:
            self._say("hair.style", style, said)
        else:
            return False
        return True

    def _style_beard(self, thing: _Thing, adjective: _Adjective) -> bool:
        said = adjective.words
        if adjective.colour is not None:
            self._say("face.facial_hair_colour", colours.hair_colour(adjective.colour), said)
            return True
        length = adjective.value("hair_length")
        style = {"long": "long beard", "short": "short beard"}.get(length or "")
        if adjective.value("hair_manner") in ("side part", "fade") or "trim" in said:
            style = "short beard"
        elif "braid" in said or "plait" in said:
            style = "braided beard"
        if style is None:
            return adjective.value("build") is not None
        if thing.kind == "full beard":
            self.findings = [f for f in self.findings if f.value != "full beard"]
            self._say("face.facial_hair", style, f"{said} {thing.words[0]}")
        return True

    def _colour_eyes(self, thing: _Thing, adjective: _Adjective) -> bool:
        name = adjective.colour or _EYE_TINTS.get(adjective.value("modifier") or "")
        shape = adjective.value("eye_shape")
        if name is not None:
            second = "colour" in thing.attributes
            path = "face.second_eye_colour" if second else "face.eye_colour"
            self._say(path, colours.eye_colour(name), adjective.words)
            thing.attributes["colour"] = (name, adjective.words)
        elif shape is not None:
            self._say("face.eye_shape", shape, adjective.words)
        else:
            return False
        return True

    def _colour_skin(self, thing: _Thing, adjective: _Adjective) -> bool:
        said, shape = adjective.words, adjective.value("face_shape")
        if thing.topic == "face" and shape is not None:
            self._say("face.shape", shape, said)
            return True
        undertone = adjective.value("undertone")
        name = adjective.colour or adjective.value("modifier")
        if name is not None:
            first, _, rest = name.partition(" ")
            if first in ("warm", "cool"):
                self._say("skin_undertone", first, said)
                name = rest
                if not rest:
                    return True
            tone = body.SKIN_TONE_COLOURS.get(name) or body.SKIN_TONE_COLOURS.get(
                name.rpartition(" ")[2] if name.startswith(("deep", "rich")) else ""
            )
            if tone is None and name.startswith(("light ", "pale ")):
                tone = {"brown": "tan", "olive": "olive", "tan": "medium"}.get(name.split()[-1])
            if tone is None and name.startswith(("dark ", "deep ")):
                tone = {"brown": "dark", "olive": "olive", "tan": "brown"}.get(name.split()[-1])
            if tone is not None:
                self._say("skin_tone", tone, said)
            elif adjective.colour is not None:
                self._say("skin_colour", colours.named(name), said)
            return True
        if adjective.value("skin_tone") is not None:
            self._say("skin_tone", adjective.value("skin_tone") or "", said)
            return True
        if undertone is not None:
            self._say("skin_undertone", undertone, said)
        return undertone is not None

    def _colour_backdrop(self, adjective: _Adjective) -> bool:
        if adjective.colour is not None:
            self._say("background_colour", colours.named(adjective.colour), adjective.words)
            return True
        pattern = adjective.value("pattern")
        known = {"gradient": "gradient", "plain": "plain", "star": "night"}.get(pattern or "")
        if known is not None:
            self._say("background", known, adjective.words)
        return known is not None

    def _describe(self, thing: _Thing, adjective: _Adjective) -> bool:
        """An adjective before a person."""
        name = adjective.colour
        if name is None:
            return False
        if name in _HAIR_ONLY:
            self._say("hair.colour", colours.hair_colour(name), adjective.words)
        elif thing.topic == "gender" and name in body.SKIN_TONE_COLOURS:
            self._say("skin_tone", body.SKIN_TONE_COLOURS[name], adjective.words)
        elif thing.topic == "gender" or thing.kind in archetypes.SKIN_COLOURED:
            self._say("skin_colour", colours.named(name), adjective.words)
        else:
            self._outfit(adjective)
        return True

    def _outfit(self, adjective: _Adjective) -> None:
        thing = next((t for t in self.things if t.kind == "outfit"), None)
        if thing is None:
            thing = _Thing("garment", "outfit", [adjective.words])
            self.things.append(thing)
        _adorn(thing, adjective)

    def _alone(self, adjective: _Adjective) -> None:
        said = adjective.words
        if adjective.colour is not None:
            if adjective.colour in _HAIR_ONLY:
                self._say("hair.colour", colours.hair_colour(adjective.colour), said)
            else:
                self._outfit(adjective)
            return
        if adjective.value("material") is not None and self.link in ("wearing", "in"):
            self._outfit(adjective)
            return
        if adjective.value("modifier") is not None:
            if adjective.value("modifier") == "pale":
                self._say("skin_tone", "fair", said)
            return
        length, height = adjective.value("hair_length"), adjective.value("height")
        if length in ("long", "short") and said in ("long", "short", "shorter", "longer"):
            person = self.last is not None and self.last.topic in _PERSON
            if not (person and height is not None):
                self._say("length", length, said, Strength.HINT)
                return
            length = None
        for topic, value in (
            ("hair.length", length),
            ("height", height),
            ("hair.type", adjective.value("hair_type")),
            ("hair.style", adjective.value("hair_manner")),
            ("age", adjective.value("age")),
            ("build", adjective.value("build")),
            ("skin_tone", adjective.value("skin_tone")),
            ("skin_undertone", adjective.value("undertone")),
        ):
            if value is not None:
                self._say(topic, value, said)
                return
        shape = adjective.value("face_shape")
        if shape is not None and adjective.value("manner") is None:
            self._say("face.shape", shape, said)
        elif adjective.value("eye_shape") is not None and adjective.value("manner") is None:
            self._say("face.eye_shape", adjective.value("eye_shape") or "", said)

    # results -----------------------------------------------------------------------------

    def _say(
        self, path: str, value: str | Colour, said: str, strength: Strength = Strength.SAID
    ) -> None:
        self.findings.append(Finding(path, value, strength, (said,)))

    def _item(self, thing: _Thing) -> None:
        if thing.topic == "mark":
            colour = thing.attributes.get("colour")
            if thing.kind == "lipstick" and colour is not None and isinstance(colour[0], Colour):
                self._say("face.lip_colour", colour[0], colour[1])
            self._say("face.marks", thing.kind, thing.words[0])
            return
        path = {"garment": "garments", "accessory": "accessories", "prop": "props"}.get(
            thing.topic, "trim"
        )
        self.findings.append(
            Finding(
                path,
                thing.kind,
                thing.strength,
                tuple(thing.words),
                tuple((name, value, word) for name, (value, word) in thing.attributes.items()),
            )
        )


def _adorn(thing: _Thing, adjective: _Adjective) -> bool:
    """Colour, material, pattern and style of clothes and things."""
    given = thing.attributes
    if thing.topic == "accessory":
        manner = worn.ACCESSORIES[thing.kind].manner or {}
        for style, words in manner.items():
            if adjective.words in words.split("|"):
                given.setdefault("style", (style, adjective.words))
                return True
    if adjective.colour is not None:
        colour = (colours.named(adjective.colour), adjective.words)
        if "colour" not in given:
            given["colour"] = colour
        elif thing.topic == "garment" and "trim" not in given:
            given["trim"] = colour
        return True
    if adjective.value("modifier") is not None:
        shade = {"dark": "charcoal", "neon": "neon green", "pastel": "pastel pink"}.get(
            adjective.value("modifier") or ""
        )
        if shade is not None and thing.topic == "garment":
            given.setdefault("colour", (colours.named(shade), adjective.words))
        return True
    if thing.topic == "garment":
        for name in ("material", "pattern"):
            value = adjective.value(name)  # type: ignore[arg-type]
            if value is not None:
                given.setdefault(name, (value, adjective.words))
                return True
    return False


_PATHS: Mapping[Topic, str] = {
    "gender_hint": "gender",
    "age": "age",
    "build": "build",
    "height": "height",
    "expression": "face.expression",
    "stance": "stance",
    "skin_tone": "skin_tone",
}
_PLACES = frozenset("in at on against under behind inside outside through into across within "
                    "surrounded by in front of standing in set in set against beneath".split()) | {
    "in front of", "standing in", "set in", "set against", "surrounded by", "next to"}  # fmt: skip
_IN_HER = frozenset("in her his their my mid late early its the".split())
_UNITS = frozenset("year years yr yrs yo".split())
_AGED = frozenset({"age", "aged", "ages"})


def _is_person(word: str) -> bool:
    return any(term.topic in _PERSON for term in lexicon().get(word, ()))


def _all_adjectives(words: list[str], at: int) -> bool:
    """Whether an adjective with a noun after it, or nothing but adjectives, follows."""
    return at < len(words) and any(t.topic in _ADJECTIVES for t in find(words, at)[1])


def _adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 5 and word.isascii()


def _number(words: list[str], at: int) -> tuple[int, int]:
    """How many words make a number here, and the number; (0, 0) for none."""
    digits = re.fullmatch(r"(\d{1,3})(yo|yrs?|y)?", words[at], re.ASCII)
    if digits:
        return 1, int(digits[1])
    value = body.NUMBER_WORDS.get(words[at])
    if value is None:
        return 0, 0
    unit = body.NUMBER_WORDS.get(words[at + 1], 0) if at + 1 < len(words) else 0
    if value >= 20 and 0 < unit < 10:
        return 2, value + unit
    return 1, value


@lru_cache(maxsize=1024)
def read_phrase(words: tuple[str, ...], surfaces: tuple[str, ...]) -> Phrase:
    """`words` as the tables spell them, `surfaces` as they were written; equally long."""
    return _Reader(words, surfaces).read()
