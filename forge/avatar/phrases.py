"""One phrase, between two commas, to what it says.

Adjectives wait until the noun they belong to comes ("long red hair"); what still waits at
the phrase's end goes to the noun before it ("hair dyed pink") or stands for itself
("bald"). A phrase is read without its neighbours, so the order of phrases cannot matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from . import colours
from .adjectives import HAIR_ONLY, ITEMS, PERSON, Adjective, Finding, Strength, Thing, apply, said
from .ages import ASKED, years_at
from .belonging import (
    ADJECTIVES,
    ENDS,
    HEADS,
    LINKS,
    PEOPLE,
    TAKES,
    next_head,
    shared_out,
    small_before,
)
from .company import only_one
from .coordination import AND, lend_colours, shared_kind
from .seating import is_seated, leans, on_the_ground, rests_on_body
from .vocabulary import archetypes, body, scenes, wardrobe
from .vocabulary.lexicon import Term, Topic, find, lexicon
from .vocabulary.nearest import NEAREST


@dataclass(frozen=True, slots=True)
class Phrase:
    findings: tuple[Finding, ...]
    unknown: tuple[str, ...]


_PATHS: Mapping[Topic, str] = {
    "gender_hint": "gender",
    "age": "age",
    "expression": "face.expression",
    "stance": "stance",
}
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "some", "one", "my"})
_PLACES = frozenset({
    "in", "at", "on", "against", "under", "behind", "inside", "outside", "through", "into",
    "across", "within", "surrounded by", "in front of", "standing in", "set in", "set against",
    "beneath", "next to",
})  # fmt: skip
_FOOTWEAR = frozenset({"shoes", "boots", "sneakers", "heels", "sandals"})


class _Reader:
    def __init__(self, words: tuple[str, ...], surfaces: tuple[str, ...]) -> None:
        self.words = list(words)
        self.surfaces = surfaces
        self.findings: list[Finding] = []
        self.things: list[Thing] = []
        self.unknown: list[str] = []
        self.pending: list[Adjective] = []
        self.last: Thing | None = None
        self.negated = False
        self.pairs: list[tuple[Thing, Thing]] = []  # things joined by "and"
        self.joined = -1  # where the word behind an "and" begins
        self.noun = ""  # the last thing's words, as the tables spell them
        self.link = ""  # "holding", "wearing", or the last break: what led here

    def read(self) -> Phrase:
        at = 0
        while at < len(self.words):
            size = self._age(at)
            if not size:
                size, terms = find(self.words, at)
                surface = " ".join(self.surfaces[at : at + size])
                if terms:
                    self._take(at, size, surface, terms)
                else:
                    self._unread(at, surface)
            at += size
        self._flush()
        lend_colours(self.pairs)
        for thing in self.things:
            attributes = tuple((n, value, word) for n, (value, word) in thing.attributes.items())
            words = (thing.words[0],)
            path = ITEMS[thing.topic]
            self.findings.append(Finding(path, thing.kind, Strength.SAID, words, attributes))
        return Phrase(tuple(self.findings), tuple(self.unknown))

    def _say(self, path: str, value: str, surface: str, strength: Strength = Strength.SAID) -> None:
        self.findings.append(said(path, value, surface, strength))

    # what a word is ----------------------------------------------------------------------

    def _take(self, at: int, size: int, surface: str, terms: tuple[Term, ...]) -> None:
        word = " ".join(self.words[at : at + size])
        after = at + size
        if word.startswith("leaning on ") and leans(self.words, after):
            self._say("stance", "leaning", surface)
            terms, word = (Term("break", "on"),), "on"
        if terms[0].topic in LINKS:
            self._follow(terms[0].topic, word, after)
            return
        term = self._chosen(after, at, terms)
        if term is None:
            self._wait(Adjective(surface, tuple(t for t in terms if t.topic in ADJECTIVES)))
            noun = _own_noun(self.words[at + size - 1]) if size > 1 else None
            if noun is not None and not self.negated:
                self._head(noun, surface, word, after)
        elif term.topic == "age" and word in body.OBJECT_AGES:
            self._wait(Adjective(surface, (term,)))
        elif term.topic == "garment" and self._is_theme(term, size, after):
            return
        elif term.topic in HEADS:
            if word in NEAREST and not self.negated:
                self.unknown.append(f"{surface} (drawn as {NEAREST[word]})")
            self._head(term, surface, word, after)
        else:
            self._plain(term, surface, word, after)

    def _chosen(self, after: int, at: int, terms: tuple[Term, ...]) -> Term | None:
        """The noun meant, or None where the word is an adjective."""
        nouns = [term for term in terms if term.topic not in ADJECTIVES]
        adjectives = [term for term in terms if term.topic in ADJECTIVES]
        if not nouns:
            return None
        if adjectives:
            head = next_head(self.words, after)
            if head is not None and any(head.topic in TAKES[a.topic] for a in adjectives):
                return None
            led = self.link in ("holding", "with") or (at > 0 and self.words[at - 1] in _ARTICLES)
            if nouns[0].topic == "prop" and not led and adjectives[0].topic == "colour":
                return nouns[0] if self.words == ["coffee"] else None
        held = self.link == "holding"
        for term in nouns:
            if (term.topic == "prop") == held and term.topic != "mark":
                return term
        return nouns[0]

    def _is_theme(self, term: Term, size: int, after: int) -> bool:
        """ "traditional" before "dress" is no clothing of its own."""
        if size > 1 or wardrobe.GARMENTS[term.value].slot != "generic":
            return False
        while after < len(self.words):
            step, terms = find(self.words, after)
            if not terms or terms[0].topic in ENDS:
                return False
            if any(t.topic in ("garment", "accessory", "prop") for t in terms):
                return True
            after += step
        return False

    def _unread(self, at: int, surface: str) -> None:
        word = self.words[at]
        if is_seated(self.words[:at]) and word in scenes.ON_THE_GROUND:
            return
        if is_seated(self.words[:at]) and word in scenes.SEATS:
            self.unknown.append(f"{surface} (drawn as another seat)")
            return
        if word.endswith("less") and len(word) > 6:
            for stem in (word[:-4], word[:-4] + "s", word[:-4] + "es"):
                for term in lexicon().get(stem, ()):
                    if term.topic in ("garment", "accessory", "prop", "facial_hair", "mark"):
                        self._refuse(term, surface)
                        return
        if len(word) < 2 or any(c.isdigit() for c in word) or _adverb(word):
            return
        self.unknown.append(surface)
        if next_head(self.words, at + 1) is None:
            # What waits belongs to the noun that is not known, not to the clothes.
            self.pending = [p for p in self.pending if p.colour is None]

    def _age(self, at: int) -> int:
        """Words that say an age in numbers, from `at`: how many; 0 for none."""
        years = years_at(self.words, at)
        if years is None:
            return 0
        if years.asked:
            self.pending = [p for p in self.pending if p.words not in ASKED]
        if not self.negated:
            surface = " ".join(self.surfaces[at : at + years.size])
            self._say("age", body.age_of(years.count), surface, Strength.NUMBERED)
        return years.size

    # grammar -----------------------------------------------------------------------------

    def _follow(self, topic: Topic, word: str, after: int) -> None:
        if topic == "negation":
            self._flush()
            self.negated = True
            self.link = ""
        elif topic == "joint":
            following = find(self.words, after)[1] if after < len(self.words) else ()
            if self.negated and word != "or" and word != "nor":
                article = after < len(self.words) and self.words[after] in _ARTICLES
                self.negated = not (article or any(t.topic == "colour" for t in following))
            adjective = any(t.topic in ADJECTIVES for t in following)
            if self.pending and self.last is not None and not adjective:
                self._flush()
            if word in AND and not self.negated and not self.pending:
                self.joined = after
        elif topic in ("holding", "wearing"):
            if topic == "holding" and word.startswith(("in ", "on ")):
                return  # comes behind what is held
            self._flush()
            self.negated = self.negated and self.link == ""
            self.link = topic
        elif topic == "break":
            if self.negated and word == "in" and self.link == "":
                return
            self._flush()
            self.negated = False
            self.link = word

    def _wait(self, adjective: Adjective) -> None:
        name = adjective.value("colour")
        if name is not None:
            adjective.colour = name
            before = self.pending[-1] if self.pending else None
            if before is not None and before.modifier and before.colour is None:
                adjective.words = f"{before.words} {adjective.words}"
                adjective.colour = f"{before.modifier} {name}"
                self.pending.pop()
        self.pending.append(adjective)

    def _flush(self) -> None:
        """Place the adjectives that no noun followed."""
        waiting, self.pending = self.pending, []
        if self.negated:
            return
        if self._is_fur(waiting):
            colour = colours.hair_colour(str(waiting[-2].colour))
            self.findings.append(said("hair.colour", colour, waiting[-2].words))
            return
        for adjective in waiting:
            if self.last is not None and self.last.topic not in PERSON:
                findings = apply(self.last, adjective)
                if findings is not None:
                    self.findings += findings
                    continue
            self._alone(adjective)

    def _is_fur(self, waiting: list[Adjective]) -> bool:
        """Of a being with "orange fur" it is the colour of hair, ears and tail."""
        worn = self.link in ("wearing", "in") or (self.last and self.last.topic not in PERSON)
        fur = len(waiting) > 1 and waiting[-1].words in ("fur", "furred")
        return fur and not worn and waiting[-2].colour is not None

    # nouns -------------------------------------------------------------------------------

    def _head(self, term: Term, surface: str, word: str, after: int) -> None:
        if self.negated and term.topic in PERSON:
            self.negated = False  # "a not smiling man"
            self.pending = []
        if self.negated:
            self.pending = []
            self._refuse(term, surface)
            return
        thing = Thing(term.topic, term.value, [surface])
        at = after - len(word.split())
        if self.joined == at and self.last is not None and self.last.topic in _WORN:
            shared = shared_kind(self.noun, word)
            if shared is not None and term.topic in _WORN:
                term = shared
                thing = Thing(term.topic, term.value, [surface])
            if shared is not None or after - at == 1:  # "cargo trousers" look like themselves
                self.pairs.append((self.last, thing))
        self.noun = word
        waiting, self.pending = shared_out(self.pending, term, self.words, at, after)
        if term.topic in _NAMING:
            self._say(_NAMING[term.topic], term.value, surface)
        if term.topic in ITEMS:
            self.things.append(thing)
            if term.style is not None:
                thing.attributes["style"] = (term.style, surface)
            if term.value == "wink":
                self._say("face.expression", "smirk", surface, Strength.HINT)
        elif term.topic == "eyes" and word == "eye":
            thing.kind = "one"
        elif term.topic == "odd_eyes":
            for path, name in (("face.eye_colour", "blue"), ("face.second_eye_colour", "green")):
                colour = colours.eye_colour(name)
                self.findings.append(said(path, colour, surface, Strength.HINT))
        elif term.topic == "gender" and word in body.AGE_HINTS:
            small = small_before(self.words, at)
            if small:
                self._say("age", "child", f"{small} {surface}")
            else:
                self._say("age", body.AGE_HINTS[word], surface, Strength.IMPLIED)
        elif term.topic == "background":
            backed = any(t.topic == "backdrop" for w in self.words for t in lexicon().get(w, ()))
            alone = len(word.split()) >= len([w for w in self.words if w not in _ARTICLES])
            led = backed or alone or self.link in _PLACES
            strength = Strength.SAID if led else Strength.HINT
            self._say("background", term.value, surface, strength)
        elif term.topic == "role":
            self._role(term, surface, word)
        if word in body.LIP_COLOURS:
            colour = colours.named(body.LIP_COLOURS[word])
            self.findings.append(said("face.lip_colour", colour, surface))
        self.last = thing
        for adjective in waiting:
            findings = apply(thing, adjective)
            if findings is not None:
                self.findings += findings
            elif term.topic in PERSON:
                self._alone(adjective)

    def _role(self, term: Term, surface: str, word: str) -> None:
        self._say("roles", term.value, surface)
        gender = archetypes.ARCHETYPES[term.value].gender
        if word in archetypes.WOMANLY:
            gender = "female"
        elif word in archetypes.MANLY:
            gender = "male"
        if gender is not None:
            self._say("gender", gender, surface, Strength.NAMED)

    def _refuse(self, term: Term, surface: str) -> None:
        if term.topic == "facial_hair":
            self._say("without", "beard", surface)
            self._say("face.facial_hair", "none", surface)
        elif term.topic in ("garment", "accessory", "prop", "mark"):
            self._say("without", term.value, surface)
            if term.value in _FOOTWEAR:
                self._say("garments", "bare feet", surface)
        elif term.topic == "fringe":
            self._say("hair.fringe", "none", surface)
        elif term.topic == "hair":
            self._say("hair.length", "bald", surface)
        elif term.topic in ("background", "backdrop"):
            self._say("background", "plain", surface)

    def _plain(self, term: Term, surface: str, word: str, after: int) -> None:
        """Words that stand for themselves wherever they are."""
        path = _PATHS.get(term.topic)
        if path is None:
            return
        if self.negated:
            if term.topic == "expression" and term.value != "neutral":
                self._say(path, "neutral", surface)
            return
        if term.topic == "stance":
            if self.last is not None and rests_on_body(self.words, after):
                return
            if term.value == "sitting" and on_the_ground(self.words, after):
                self._say(path, "sitting on the ground", surface)
                return
        hint = term.topic == "gender_hint"
        self._say(path, term.value, surface, Strength.HINT if hint else Strength.SAID)
        if term.topic == "age" and word in body.GENDERED_AGES:
            self._say("gender", body.GENDERED_AGES[word], surface)
        if term.topic == "age" and word in PEOPLE:
            self.last = Thing("gender", term.value, [surface])
            waiting, self.pending = self.pending, []
            for adjective in waiting:
                findings = apply(self.last, adjective)
                if findings is not None:
                    self.findings += findings
                else:
                    self._alone(adjective)

    # adjectives without a noun -----------------------------------------------------------

    def _outfit(self, adjective: Adjective) -> None:
        thing = next((t for t in self.things if t.kind == "outfit"), None)
        if thing is None:
            thing = Thing("garment", "outfit", [adjective.words])
            self.things.append(thing)
        apply(thing, adjective)

    def _alone(self, adjective: Adjective) -> None:
        words = adjective.words
        if adjective.colour is not None:
            if adjective.colour in HAIR_ONLY:
                colour = colours.hair_colour(adjective.colour)
                self.findings.append(said("hair.colour", colour, words))
            else:
                self._outfit(adjective)
            return
        if adjective.value("material") is not None and self.link in ("wearing", "in"):
            self._outfit(adjective)
            return
        if adjective.modifier:
            if adjective.modifier == "pale":
                self._say("skin_tone", "fair", words)
            return
        length, height = adjective.value("hair_length"), adjective.value("height")
        if length in ("long", "short") and length == words:
            person = self.last is not None and self.last.topic in PERSON
            if not (person and height is not None):
                self._say("length", length, words, Strength.HINT)
                return
            length = None
        manner = adjective.value("manner")
        for path, value in (
            ("hair.length", length),
            ("height", height),
            ("hair.type", adjective.value("hair_type")),
            ("hair.style", adjective.value("hair_manner")),
            ("age", adjective.value("age")),
            ("build", adjective.value("build")),
            ("skin_tone", adjective.value("skin_tone")),
            ("skin_undertone", adjective.value("undertone")),
            ("face.shape", adjective.value("face_shape") if manner is None else None),
            ("face.eye_shape", adjective.value("eye_shape") if manner is None else None),
        ):
            if value is not None:
                self._say(path, value, words)
                return


_WORN: frozenset[Topic] = frozenset({"garment", "accessory"})
_NAMING: Mapping[Topic, str] = {
    "hair_style": "hair.style",
    "facial_hair": "face.facial_hair",
    "fringe": "hair.fringe",
    "gender": "gender",
}


def _own_noun(word: str) -> Term | None:
    """The noun in "almond eyes" or "olive skinned", which are known as one phrase each."""
    nouns = lexicon().get(word, ())
    return next((t for t in nouns if t.topic in ("eyes", "hair", "skin", "face")), None)


def _adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 5 and word.isascii()


@lru_cache(maxsize=1024)
def read_phrase(words: tuple[str, ...], surfaces: tuple[str, ...]) -> Phrase:
    """`words` as the tables spell them, `surfaces` as they were written; equally long."""
    alone = only_one(words, surfaces)
    phrase = _Reader(alone.words, alone.surfaces).read()
    return Phrase(phrase.findings, (*phrase.unknown, *alone.others)) if alone.others else phrase
