"""The words of all languages in the order in which they are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .numerals import NUMBERS
from .words import COMMON, LANGUAGES, Words
from .words.vocabulary import word_set

Kind = Literal[
    "minor",
    "minors named",
    "violence",
    "bestiality",
    "coercion",
    "animal",
    "act",
    "explicit",
    "ambiguous",
    "kitchen",
    "suggestive",
    "innocent",
]

_FIELDS: Mapping[str, Kind] = {
    "minors": "minor",
    "minors_named": "minors named",
    "violence": "violence",
    "bestiality": "bestiality",
    "coercion": "coercion",
    "animals": "animal",
    "acts": "act",
    "explicit": "explicit",
    "ambiguous": "ambiguous",
    "kitchen": "kitchen",
    "suggestive": "suggestive",
    "innocent": "innocent",
}
_SPELLED_ANEW: frozenset[Kind] = frozenset(
    {"minor", "minors named", "violence", "bestiality", "act", "explicit", "suggestive"}
)

# Signs that stand for letters; 1 is read as i and as l.
_LETTERS = (
    str.maketrans("0134578926@$!|+#", "oieastbgzgasilth"),
    str.maketrans("0134578926@$!|+#", "oleastbgzgasiith"),
)
_SIGN = re.compile(r"[0-9@$!|+#*]")
_DIGIT_WITHIN = re.compile(r"[a-z]+[0134578][a-z][a-z0-9]*")
_RUN = re.compile(r"(.)\1{2,}")
_TWICE = re.compile(r"(.)\1+")
_EDGES = "0123456789@$!|+#*"
_CACHE_LIMIT = 32_768  # words
_LONGEST = 40  # letters of a word that is looked at closely
# What becomes a word of ours once doubled letters are made single, and is innocent.
_NOT_DOUBLED = word_set("rapping rapped rapper rappers lolli lollis kidd annal annals boobook")


_PEOPLE = word_set(
    "woman women man men girl girls boy boys lady ladies chick chicks babe babes wife wives mom "
    "moms couple body mujer mujeres chica chicas femme femmes fille filles frau frauen madchen "
    "mulher mulheres donna ragazza pic pics photo photos scene video videos model"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    words: tuple[str, ...]
    kind: Kind
    replacement: str
    language: Words


class Lexicon:
    def __init__(self, languages: Sequence[Words]) -> None:
        phrases = [phrase for words in languages for phrase in _phrases_of(words)]
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in sorted(phrases, key=lambda each: -len(each.words)):
            self._by_first.setdefault(phrase.words[0], []).append(phrase)
        vocabulary = {word for phrase in phrases for word in phrase.words}
        self._vocabulary = vocabulary
        stems = {word[:-1] for word in vocabulary if word.endswith("*")}
        self._stems = {
            length: frozenset(stem for stem in stems if len(stem) == length)
            for length in sorted({len(stem) for stem in stems})
        }
        self.sensitive = frozenset(
            phrase.words[0]
            for phrase in phrases
            if len(phrase.words) == 1 and phrase.kind in _SPELLED_ANEW and len(phrase.words[0]) > 2
        ) | {"cock", "dick"}
        for word in sorted(vocabulary):
            stem = self._stem(word)
            if stem is not None and not word.endswith("*"):
                self._by_first.setdefault(word, []).extend(self._by_first.get(stem, ()))
        self._alone: dict[str, tuple[Phrase, ...]] = {}
        self._by_pair: dict[tuple[str, str], tuple[Phrase, ...]] = {}
        for first, each in self._by_first.items():
            for phrase in each:
                if len(phrase.words) == 1:
                    self._alone[first] = (*self._alone.get(first, ()), phrase)
                else:
                    pair = (first, phrase.words[1])
                    self._by_pair[pair] = (*self._by_pair.get(pair, ()), phrase)
        self._explicit = frozenset(
            phrase.words[0]
            for phrase in phrases
            if len(phrase.words) == 1 and phrase.kind in ("explicit", "act")
        )
        self._disguised = frozenset(
            word
            for phrase in phrases
            if phrase.kind in _SPELLED_ANEW | {"ambiguous", "coercion"}
            for word in phrase.words
            if len(word) > 2
        )
        self.heads = frozenset(word[:3] for word in self.sensitive)
        self._single = {
            _TWICE.sub(r"\1", word): word for word in sorted(self.sensitive) if len(word) > 3
        }
        self._masked = {masked: word for word in sorted(self.sensitive) for masked in _masked(word)}
        self._known: dict[str, tuple[str, ...]] = {}
        self._common = [(words, frozenset(words.common.split())) for words in languages]

    def language(self, forms: Iterable[str], explicit: Sequence[Phrase]) -> Words:
        """That of most of the small words, and where they tie, of the explicit phrases."""
        scores: dict[Words, float] = {language: 0.0 for language, _ in self._common}
        shared = [each.language for phrase in explicit for each in self._same(phrase)]
        for language in shared:
            scores[language] += 1 / (1 + len(shared))
        for form in forms:
            for language, common in self._common:
                scores[language] += form in common
        return max(scores, key=scores.__getitem__)

    def _same(self, phrase: Phrase) -> Iterator[Phrase]:
        for each in self._by_first.get(phrase.words[0], ()):
            if each.words == phrase.words and each.replacement:
                yield each

    def phrases(self, first: str, second: str) -> Sequence[Phrase]:
        """Those that may begin with these words, the longest first."""
        alone = self._alone.get(first, ())
        longer = self._by_pair.get((first, second))
        return (*longer, *alone) if longer else alone

    def replacement(self, phrase: Phrase, language: Words) -> str:
        """What stands for an explicit phrase in a language that may share it with others."""
        for each in self._same(phrase):
            if each.language is language:
                return each.replacement
        return phrase.replacement

    def read(self, spelled: str) -> tuple[str, ...]:
        """The word or words that are meant; what is not known comes back as it is."""
        known = self._known.get(spelled)
        if known is None:
            known = self._read(spelled)
            if len(self._known) < _CACHE_LIMIT:
                self._known[spelled] = known
        return known

    def disguised(self, spelled: str) -> str | None:
        """The sensitive word that is meant, where it is one."""
        if spelled in self.sensitive:
            return spelled
        if len(spelled) > _LONGEST:
            spelled = _RUN.sub(r"\1\1", spelled)[:_LONGEST]
        stem = self._stem(spelled)
        if stem is not None:
            return stem
        candidates = list(self._candidates(spelled))
        for candidate in candidates:
            if candidate in self.sensitive:
                return candidate
            stem = self._stem(candidate)
            if stem is not None:
                return stem
        for candidate in candidates:
            if candidate in NUMBERS:
                return candidate
        if _DIGIT_WITHIN.fullmatch(spelled):
            # Nobody writes so by chance: then words of a phrase count as well ("m3nor de edad").
            for candidate in candidates:
                if candidate in self._disguised:
                    return candidate
        bare = spelled.strip("@$!|+#")
        if "*" in bare.strip("*"):
            return self._masked.get(bare)
        single = _TWICE.sub(r"\1", spelled)
        if single != spelled and spelled not in _NOT_DOUBLED and spelled not in COMMON:
            return self._single.get(single)
        return None

    def _read(self, spelled: str) -> tuple[str, ...]:
        if spelled in self._vocabulary or spelled in NUMBERS:
            return (spelled,)
        meant = self.disguised(spelled)
        if meant is not None:
            return (meant,)
        return self._joined(spelled) or (spelled,)

    def _candidates(self, spelled: str) -> Iterator[str]:
        bases = [spelled]
        if _SIGN.search(spelled) and not spelled.isdigit():
            bases += [spelled.strip(_EDGES)]
            bases += [spelled.rstrip("!*").translate(letters) for letters in _LETTERS]
        for base in bases:
            yield base
            if _RUN.search(base):
                yield _RUN.sub(r"\1", base)
                yield _RUN.sub(r"\1\1", base)

    def _stem(self, spelled: str) -> str | None:
        for length, stems in self._stems.items():
            if spelled[:length] in stems:
                return spelled[:length] + "*"
        return None

    def _joined(self, spelled: str) -> tuple[str, ...]:
        """Two words without a space: "nakedkids", "nudewoman"."""
        if not 6 <= len(spelled) <= _LONGEST or spelled[:3] not in self.heads:
            return ()
        for at in range(3, len(spelled) - 2):
            first, second = spelled[:at], spelled[at:]
            if first in self.sensitive and second in self.sensitive:
                return (first, second)
            if first in self._explicit and second in _PEOPLE:
                return (first, second)
        return ()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon(LANGUAGES)


def _phrases_of(words: Words) -> Iterator[Phrase]:
    for field, kind in _FIELDS.items():
        text: str = getattr(words, field)
        lines = text.splitlines() if kind in ("act", "explicit", "ambiguous") else [text]
        for line in lines:
            phrases, _, replacement = line.partition(">")
            for phrase in phrases.split(","):
                if phrase.strip():
                    yield Phrase(tuple(phrase.split()), kind, replacement.strip(), words)


def _masked(word: str) -> Iterator[str]:
    """With one letter, two neighbours, or every vowel but the first letter as stars."""
    if not 3 <= len(word) <= 12:
        return
    for at in range(1, len(word) - 1):
        yield f"{word[:at]}*{word[at + 1 :]}"
        if at < len(word) - 2:
            yield f"{word[:at]}**{word[at + 2 :]}"
    yield word[0] + re.sub("[aeiouy]", "*", word[1:])
