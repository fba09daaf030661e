"""What one text says that moderation has to know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from .adulthood import first_not_grown, has_cues
from .ages import first_under_age, has_numbers
from .lexicon import Kind, Lexicon, Phrase, lexicon
from .reading import Reading, read
from .undress import has_cues as speaks_of_clothes
from .undress import undressed
from .words.vocabulary import word_set

_COERCION_REACH = 8  # words
_PARTNER_REACH = 5  # words
_EXPLICIT: frozenset[Kind] = frozenset({"explicit", "act"})
_TIER_1: frozenset[Kind] = frozenset({"minors named", "violence", "bestiality"})

# Between an act and the animal that it is with; and between the animal and the act.
_LINKS = word_set("with by between con com avec mit von par por contra entre")
_BREAKS = word_set(
    "while and as near beside next in on "
    "at under behind after before then him boyfriend girlfriend "
    "husband wife man woman guy lover partner them each other us me mientras y en al lado esposo "
    "mujer hombre pendant que et dans sur mari femme homme wahrend waehrend und im am mann frau "
    "enquanto e em no na marido mulher homem novio novia namorado namorada copain copine freund "
    "freundin without watching"
)
_JOINS = word_set("and a the woman man girl boy is are was person human with y et und e una")

# "baby" to somebody who is loved, not of somebody who is small.
_ENDEARMENTS = frozenset({"baby", "bebe"})
_BEFORE_ENDEARMENT = word_set(
    "hey oh yeah yes ok okay hi hello morning night you "
    "me on here mmm mm ay ai oi hola ola ven please "
    "so now up it tonight with love good thanks sorry miss"
)
_AFTER_ENDEARMENT = word_set(
    "i im we you your let lets come can could do dont don please what when where why how send show "
    "give tell miss love wait look te quiero ven dime je "
    "tu viens on ich du komm eu voce vem ti vieni "
)
_DETERMINERS = word_set(
    "una un la el las los unas unos esta este esa ese mi su tu de aquella pequena pequeno "
    "otra otro dos tres muchas muchos estas estos"
)
_GIVEN_NAMES = frozenset({"nina", "nino"})
_MARKS_BEFORE, _MARKS_AFTER = frozenset(",(["), frozenset({"", *",)].;!"})
_STOP_BEFORE = re.compile(r"(?:^|[,.!?;:\n\u2026-])\s*$")


@dataclass(frozen=True, slots=True)
class Hit:
    phrase: Phrase
    first: int  # words, of the reading
    last: int


@dataclass(frozen=True)
class Findings:
    reading: Reading
    hits: tuple[Hit, ...]  # in the order of the text
    unspeakable: tuple[Hit, ...]  # tier 1 without anything else

    @cached_property
    def age(self) -> tuple[int, int] | None:
        """The first and last of the words that say that somebody is under 18."""
        return _age([word.form for word in self.reading.words], self.reading)

    def of(self, *kinds: Kind) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.hits if hit.phrase.kind in kinds)

    @property
    def explicit(self) -> tuple[Hit, ...]:
        """Where they overlap, one hit that covers both, by the first and longest phrase."""
        chosen: list[Hit] = []
        for hit in sorted(self.of("explicit", "act"), key=lambda each: (each.first, -each.last)):
            if not chosen or hit.first > chosen[-1].last:
                chosen.append(hit)
            elif hit.last > chosen[-1].last:
                chosen[-1] = Hit(chosen[-1].phrase, chosen[-1].first, hit.last)
        return tuple(chosen)

    @property
    def suggestive(self) -> tuple[Hit, ...]:
        return self.of("suggestive")

    @property
    def speaks_of_minors(self) -> bool:
        return bool(self.of("minor")) or self.age is not None

    def written(self, hits: Iterable[Hit]) -> list[str]:
        """The words of these hits as the caller wrote them."""
        spans = (self.reading.span(hit.first, hit.last) for hit in hits)
        return [self.reading.text[start:stop] for start, stop in spans]

    def written_of_minors(self) -> list[str]:
        words = self.written(self.of("minor"))
        if self.age is not None:
            start, stop = self.reading.span(*self.age)
            words.append(self.reading.text[start:stop])
        return words


def find(text: str) -> Findings:
    words = lexicon()
    reading = read(text, words)
    forms = [word.form for word in reading.words]
    hits = _all_hits(forms, words)
    if speaks_of_clothes(forms):
        hits += [
            Hit(
                Phrase(
                    tuple(forms[bare.first : bare.last + 1]),
                    bare.kind,
                    bare.replacement,
                    bare.language,
                ),
                bare.first,
                bare.last,
            )
            for bare in undressed(forms, reading.clauses)
        ]
        hits.sort(key=lambda hit: (hit.first, -hit.last))
    hits = _without_innocent(hits)
    hits = [hit for hit in hits if not _is_a_name(hit, reading)]
    if any(hit.phrase.kind == "kitchen" for hit in hits):
        hits = [hit for hit in hits if hit.phrase.kind != "ambiguous"]
    else:
        hits = [_plainly_explicit(hit) for hit in hits]
    return Findings(reading, tuple(hits), tuple(_unspeakable(hits, forms)))


def _all_hits(forms: Sequence[str], words: Lexicon) -> list[Hit]:
    hits = []
    for at, (form, after) in enumerate(zip_longest(forms, forms[1:], fillvalue="")):
        for phrase in words.phrases(form, after):
            stop = at + len(phrase.words)
            if stop - at < 3 or tuple(forms[at:stop]) == phrase.words:
                hits.append(Hit(phrase, at, stop - 1))
    return hits


def _without_innocent(hits: list[Hit]) -> list[Hit]:
    innocent = [hit for hit in hits if hit.phrase.kind == "innocent"]
    if not innocent:
        return hits
    covered: dict[int, int] = {}  # by first word, the last
    for each in innocent:
        for at in range(each.first, each.last + 1):
            covered[at] = max(covered.get(at, 0), each.last)
    return [
        hit
        for hit in hits
        if hit.phrase.kind != "innocent" and covered.get(hit.first, -1) < hit.last
    ]


def _plainly_explicit(hit: Hit) -> Hit:
    phrase = hit.phrase
    if phrase.kind != "ambiguous":
        return hit
    made = Phrase(phrase.words, "explicit", phrase.replacement, phrase.language)
    return Hit(made, hit.first, hit.last)


def _is_a_name(hit: Hit, reading: Reading) -> bool:
    if hit.phrase.kind != "minor" or hit.first != hit.last:
        return False
    form = hit.phrase.words[0]
    before = reading.words[hit.first - 1].form if hit.first else ""
    start, stop = reading.span(hit.first, hit.first)
    written = reading.text[start:stop]
    if form in _ENDEARMENTS:
        if before in _BEFORE_ENDEARMENT:
            return True
        if not _STOP_BEFORE.search(reading.text[max(0, start - 8) : start]):
            return False
        if hit.last + 1 == len(reading.words):
            return hit.first > 0
        return reading.words[hit.last + 1].form in _AFTER_ENDEARMENT
    if form in _GIVEN_NAMES:
        after = reading.words[hit.first + 1].form if hit.first + 1 < len(reading.words) else ""
        is_spanish = before in _DETERMINERS or after.startswith(("desnud", "sexy", "sin", "de"))
        return written.isascii() and written.istitle() and not is_spanish
    return False


def _age(forms: Sequence[str], reading: Reading) -> tuple[int, int] | None:
    counts, cues = has_numbers(forms), has_cues(forms)
    if not counts and not cues:
        return None
    clauses = reading.clauses
    found = None
    if counts:
        found = first_under_age(forms, _decimals(reading), _apposed(reading), clauses)
    return found or (first_not_grown(forms, clauses) if cues else None)


def _apposed(reading: Reading) -> list[bool]:
    """For each number whether commas or brackets stand around it."""
    found = [False] * len(reading.words)
    for at, word in enumerate(reading.words):
        if word.form[0].isdigit():
            before = reading.folded[max(0, word.start - 2) : word.start].rstrip(" ")[-1:]
            after = reading.folded[word.stop : word.stop + 2].lstrip(" ")[:1]
            found[at] = before in _MARKS_BEFORE and after in _MARKS_AFTER
    return found


def _decimals(reading: Reading) -> list[bool]:
    """For each word whether it is what follows the point of a number: the 5 in "12.5"."""
    found = [False] * len(reading.words)
    for at in range(1, len(reading.words)):
        before, word = reading.words[at - 1], reading.words[at]
        if word.start - before.stop == 1 and word.form[0].isdigit() and before.form.isdigit():
            found[at] = reading.folded[before.stop] in ".,"
    return found


def _unspeakable(hits: Sequence[Hit], forms: Sequence[str]) -> list[Hit]:
    found = [hit for hit in hits if hit.phrase.kind in _TIER_1]
    explicit = [hit for hit in hits if hit.phrase.kind in _EXPLICIT]
    found += _near(
        [hit for hit in hits if hit.phrase.kind == "coercion"], explicit, _COERCION_REACH
    )
    animals = {hit.first: hit for hit in hits if hit.phrase.kind == "animal"}
    if animals:
        for act in (hit for hit in explicit if hit.phrase.kind == "act"):
            partner = _partner(act, animals, forms)
            if partner is not None:
                found += [act, partner]
    return found


def _near(ones: Sequence[Hit], others: Sequence[Hit], reach: int) -> list[Hit]:
    found = []
    at = 0
    for one in ones:
        while at < len(others) and others[at].last < one.first - reach:
            at += 1
        if at < len(others) and others[at].first <= one.last + reach:
            found += [one, others[at]]
    return found


def _partner(act: Hit, animals: dict[int, Hit], forms: Sequence[str]) -> Hit | None:
    is_linked = act.phrase.words[-1] not in ("sex", "sexo", "sexe", "sesso", "romance")
    is_between = "between" in forms[act.last + 1 : act.last + 2]
    for at in range(act.last + 1, min(act.last + 2 + _PARTNER_REACH, len(forms))):
        if at in animals:
            if is_linked:
                return animals[at]
            break
        if forms[at] in _LINKS:
            is_linked = True
        elif forms[at] in _BREAKS and not is_between:
            break
    if len(act.phrase.words) == 1 and act.phrase.words[0] in ("sex", "sexo", "sexe", "sesso"):
        return None
    for at in range(act.first - 1, max(-1, act.first - 1 - _PARTNER_REACH), -1):
        if at in animals:
            return animals[at]
        if forms[at] not in _JOINS:
            break
    return None
