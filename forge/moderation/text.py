"""Words as they are meant, not as they are spelled to slip through.

Everything here takes time in proportion to the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Letters of other alphabets that look like Latin ones (after Unicode's confusables list).
_LOOKALIKES = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u04bb\u0261\u0131"
    "\u03b1\u03b2\u03b5\u03b7\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7"
    "\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d\u0274\u1d0f\u1d18\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22",
    "abekmhopctyxijsdqhgiabenikvoptuxabcdefghijklmnoprstuvwyz",
)
_LETTERS_OF = str.maketrans("013457@$!|", "oieastasil")
_STRETCHED = re.compile(r"(.)\1{2,}")
_APART = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Lower case Latin letters, without accents and characters that cannot be seen."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    seen = (
        character
        for character in decomposed
        if unicodedata.category(character) not in ("Mn", "Cf") and character != "\u2800"
    )
    return "".join(seen).translate(_LOOKALIKES)


def readings(text: str) -> Iterator[str]:
    """The text in each way a reader may take it, as words with one space between.

    A word counts if any reading has it.
    """
    plain = folded(text)
    yield _words(plain)
    swapped = plain.translate(_LETTERS_OF)
    yield _words(swapped)
    yield _words(_STRETCHED.sub(r"\1", plain))
    yield _words(_STRETCHED.sub(r"\1\1", plain))
    for base in (plain, swapped):
        yield " ".join(_joined(_words(base).split(" ")))


def _words(text: str) -> str:
    return _APART.sub(" ", text).strip()


def _joined(words: list[str]) -> Iterator[str]:
    """Runs of single letters, as in "n u d e", as one word, and every part of such a run
    that could be a word of its own."""
    run = ""
    for word in [*words, ""]:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if len(run) > 1:
            yield run[:64]
            yield from _parts(run[:64])
        run = ""
        if word:
            yield word


def _parts(run: str) -> Iterator[str]:
    for start in range(len(run)):
        for stop in range(start + 3, min(len(run), start + 12) + 1):
            yield run[start:stop]
