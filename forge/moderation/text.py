"""Words as they are meant, not as they are spelled to slip through."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_LETTERS_OF = str.maketrans("013457@$", "oieastas")
_STRETCHED = re.compile(r"(.)\1{2,}")
_SPELLED_OUT = re.compile(r"\b(?:\w[\s.\-_*]){2,}\w\b")
_BETWEEN = re.compile(r"[\s.\-_*]")


def folded(text: str) -> str:
    """Lower case, without accents, zero-width characters and compatibility forms."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(
        character for character in decomposed if unicodedata.category(character) not in ("Mn", "Cf")
    )


def readings(text: str) -> Iterator[str]:
    """The text in each way a reader may take it; a word counts if any of them has it."""
    plain = folded(text)
    yield plain
    yield plain.translate(_LETTERS_OF)
    yield _STRETCHED.sub(r"\1", plain)
    yield _STRETCHED.sub(r"\1\1", plain)
    yield _SPELLED_OUT.sub(lambda found: _BETWEEN.sub("", found[0]), plain)
