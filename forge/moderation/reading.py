"""Words as they are meant, not as they are spelled to slip through.

Everything here takes time in proportion to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .folding import fold
from .lexicon import Lexicon
from .words import COMMON

_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[,.;!?()\[\]\n](?:(?<!\.)|(?<!\d\.))")
"""The end of a clause; a point after a number is none ("the 7. class")."""
_SIGNS = "@$!|*+#"
_SIGN_IN_WORD = re.compile(r"[@$!|*+#](?:(?=[^\W_])|(?<=[^\W_][@$*]))")
_ENDING = re.compile(r"(?<=[^\W_])'(?:s|t|re|ve|ll|d|m)(?![^\W_])")
_CANNOT = re.compile(r"(?<![^\W_])can't(?![^\W_])")
_LONGEST_PIECE = 12  # letters of a word that is looked for in pieces
_MOST_PIECES = 5
_LONGEST_FRAGMENT = 4  # letters; what is longer is a word of its own


class Word(NamedTuple):
    form: str
    start: int  # in the folded text
    stop: int


@dataclass(frozen=True)
class Reading:
    text: str
    folded: str
    places: Sequence[int]  # of each folded character in `text`
    words: tuple[Word, ...]

    @cached_property
    def clauses(self) -> Sequence[int]:
        """For each word a number, the same for those of one clause."""
        stops = [found.start() for found in _STOP.finditer(self.folded)]
        return [bisect_left(stops, word.start) for word in self.words]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from `first` to `last`, both included, stand in `text`."""
        start = self.places[self.words[first].start]
        return start, self.places[self.words[last].stop - 1] + 1


def read(text: str, lexicon: Lexicon) -> Reading:
    folded, places = fold(text)
    plain = folded
    if "'" in plain:
        plain = _CANNOT.sub("cannt", plain)  # as long as it was
        plain = _ENDING.sub(lambda ending: " " * len(ending[0]), plain)
    new = tuple.__new__
    spelled = [new(Word, (found[0], *found.span())) for found in _WORD.finditer(plain)]
    if _SIGN_IN_WORD.search(plain):
        spelled = _with_signs(spelled, plain, lexicon)
    words = []
    for word in _gathered(spelled, lexicon):
        forms = lexicon.read(word.form)
        if forms[0] == word.form:
            words.append(word)
            continue
        words += [Word(form, word.start, word.stop) for form in forms]
    return Reading(text, folded, places, tuple(words))


def _with_signs(spelled: list[Word], plain: str, lexicon: Lexicon) -> list[Word]:
    """Words with signs for letters taken as one, where one is meant: "p@rn", "n!pples"."""
    starts = [word.start for word in spelled]
    made: list[Word] = []
    at = stop = 0
    for found in _SIGN_IN_WORD.finditer(plain):
        if found.start() < stop:
            continue
        start, least = found.start(), stop
        stop = found.end()
        while start > least and _is_part(plain[start - 1]):
            start -= 1
        while stop < len(plain) and _is_part(plain[stop]):
            stop += 1
        first = bisect_left(starts, start, at)
        made += spelled[at:first]
        at = bisect_left(starts, stop, first)
        inside = spelled[first:at]
        if not any(word.form in lexicon.sensitive for word in inside):
            meant = lexicon.disguised(plain[start:stop])
            if meant is not None:
                inside = [Word(meant, start, stop)]
        made += inside
    return made + spelled[at:]


def _is_part(character: str) -> bool:
    return character.isalnum() or character in _SIGNS


def _gathered(spelled: list[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Pieces put together: "n u d e", "na ked"."""
    heads = lexicon.heads
    at = 0
    while at < len(spelled):
        word = spelled[at]
        if len(word.form) == 1:
            stop = at + 1
            while stop < len(spelled) and len(spelled[stop].form) == 1:
                stop += 1
            if stop - at > 2:
                yield from _letters(spelled[at:stop], lexicon)
                at = stop
                continue
        form = word.form
        if len(form) > 2 and (len(form) > 10 or form[:3] not in heads):
            yield word
            at += 1
            continue
        pieces = _pieces(spelled, at, lexicon)
        if pieces:
            last = spelled[at + pieces - 1]
            form = "".join(each.form for each in spelled[at : at + pieces])
            yield Word(form, word.start, last.stop)
            at += pieces
        else:
            yield word
            at += 1


def _pieces(spelled: list[Word], at: int, lexicon: Lexicon) -> int:
    """How many words from here are pieces of one sensitive word; 0: none."""
    form = spelled[at].form
    if at + 1 == len(spelled):
        return 0
    head = (form + spelled[at + 1].form)[:3] if len(form) < 3 else form[:3]
    if (head not in lexicon.heads and len(form) > 1) or form in lexicon.sensitive:
        return 0
    is_odd = _is_fragment(form)
    shortest = len(form)
    for stop in range(at + 1, min(at + _MOST_PIECES, len(spelled))):
        piece = spelled[stop].form
        form += piece
        if len(form) > _LONGEST_PIECE:
            return 0
        is_odd = is_odd or _is_fragment(piece)
        shortest = min(shortest, len(piece))
        if is_odd and shortest < 3 and form in lexicon.sensitive:
            return 0 if piece in lexicon.sensitive else stop - at + 1
    return 0


def _is_fragment(piece: str) -> bool:
    return len(piece) <= _LONGEST_FRAGMENT and piece not in COMMON


def _letters(run: list[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Single letters, as in "n u d e", as the longest sensitive words in them."""
    at = 0
    while at < len(run):
        for length in range(min(_LONGEST_PIECE, len(run) - at), 2, -1):
            piece = "".join(word.form for word in run[at : at + length])
            meant = piece if piece in lexicon.sensitive else None
            if meant is None and not piece.isalpha() and not piece.isdigit():
                meant = lexicon.disguised(piece)
            if meant is not None:
                yield Word(meant, run[at].start, run[at + length - 1].stop)
                at += length
                break
        else:
            yield run[at]
            at += 1
