"""Words as a reader counts them, and as the vocabulary spells them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Scripts that put no space between words; two characters make a word on average.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")
_CHUNK = re.compile(r"\S+")
# What stands between two words although no space does.
_SEAM = re.compile(
    r"[\u2012-\u2015\u2026/|]+|\.{2,}|-{2,}|(?<=[^\W\d_])[,;:!?]+(?=[^\W\d_])"
    r"|(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})"
)
_PAIR = re.compile(f"[{_UNSPACED}]{{1,2}}|[^{_UNSPACED}]+")
_APOSTROPHES = "'\u2018\u2019\u02bc`"


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where each word of the text starts and ends, marks that touch it included.

    Emoji and marks that stand alone are no words. Where a script has no spaces, two
    characters count as a word.
    """
    hidden = _KEYCAP.sub(lambda found: " " * len(found[0]), text)
    spans = []
    for chunk in _CHUNK.finditer(hidden):
        at = chunk.start()
        for start, end in _between_seams(chunk[0]):
            piece = chunk[0][start:end]
            spans += [
                (at + start + part.start(), at + start + part.end())
                for part in _PAIR.finditer(piece)
                if any(character.isalnum() for character in part[0])
            ]
    return spans


def _between_seams(chunk: str) -> Iterator[tuple[int, int]]:
    start = 0
    for seam in _SEAM.finditer(chunk):
        yield start, seam.start()
        start = seam.end()
    yield start, len(chunk)


def word_set(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


def count_words(text: str) -> int:
    return len(word_spans(text))


@dataclass(frozen=True, slots=True)
class Token:
    """A word or an emoji. `key` is how the vocabulary spells it; `breaks` is whether a mark
    that ends a clause stands before it; `tagged` whether '@' or '#' does."""

    key: str
    start: int
    end: int
    breaks: bool
    tagged: bool = False


_TOKEN = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*|\S")
_BREAKING = frozenset('.,;:!?()[]{}\u2026\u2014\u2013"\u201c\u201d\u3001\u3002\uff01\uff0c\uff1f')
_TAIL = frozenset({"m", "ll", "ve", "re", "d", "s"})
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_SLANG = {
    "u": "you", "ya": "you", "yall": "you", "ur": "your", "r": "are", "wanna": "want to",
    "gonna": "going to", "gotta": "got to", "tonite": "tonight", "2nite": "tonight",
    "2night": "tonight", "w": "with", "n": "and", "cuz": "because", "im": "i", "ive": "i",
    "youre": "you", "weve": "we", "theres": "there", "thats": "that", "its": "it",
    "aint": "not", "nope": "no", "nah": "no", "cannot": "cant", "pls": "please", "plz": "please",
    "bday": "birthday", "luv": "love", "pic": "picture", "goin": "going", "walkin": "walking",
    "dancin": "dancing", "chillin": "chilling", "snowin": "snowing", "rainin": "raining",
    "travelling": "traveling", "grey": "gray", "cosy": "cozy", "theatre": "theater",
    "cuddlin": "cuddling", "makin": "making", "wandrin": "wandering",
}  # fmt: skip


def tokens(text: str) -> list[Token]:
    """The words and emoji of a text in order; slang and contractions spelled out."""
    found: list[Token] = []
    breaks = tagged = False
    for match in _TOKEN.finditer(text):
        piece = match[0]
        if piece[0].isalnum():
            keys = _keys(piece)
        elif unicodedata.category(piece) == "So":
            keys = [piece]
        elif piece == "&":
            keys = ["and"]
        else:
            breaks = breaks or piece in _BREAKING
            tagged = piece in "@#"
            continue
        for key in keys:
            found.append(Token(key, match.start(), match.end(), breaks, tagged))
            breaks = False
        tagged = False
    return found


def _keys(word: str) -> list[str]:
    head, *rest = re.split(f"[{_APOSTROPHES}]", plain(word))
    tail = "".join(rest)
    if head == "let" and tail == "s":
        return ["lets"]
    key = head if tail in _TAIL else head + tail
    return _SLANG.get(key, key).split()


def plain(text: str) -> str:
    """Lower case, without accents, invisible characters and stretching ("sooo")."""
    if text.isascii():
        bare = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text).casefold()
        bare = "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf"))
    return _STRETCHED.sub(r"\1", bare)
