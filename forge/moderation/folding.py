"""Characters as they look: Latin letters without accents, nothing that cannot be seen.

After Unicode's NFKD and its confusables list (https://www.unicode.org/reports/tr39/), cut
down to what looks like a Latin letter or a digit.
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator, Sequence

_ALIKE: tuple[tuple[str, str], ...] = (
    # Cyrillic
    ("\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442", "abekmhopct"),
    ("\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u04bb\u0433\u043f", "yxijsdqhrn"),
    ("\u0438\u044f\u0454\u0475\u0491\u04cf\u043b\u044c\u0437", "urevrlnb3"),
    # Greek
    ("\u03b1\u03b2\u03b3\u03b5\u03b7\u03b9\u03ba\u03bd\u03bf\u03c1", "abyenikvop"),
    ("\u03c4\u03c5\u03c7\u03c9\u03c3", "tuxwo"),
    # Armenian
    ("\u0561\u0570\u0578\u057d\u0585\u0575\u0566\u057c\u0580", "whnuojqnr"),
    # Small capitals and letters of the phonetic alphabet
    ("\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a", "abcdefghij"),
    ("\u1d0b\u029f\u1d0d\u0274\u1d0f\u1d18\u0280\ua731\u1d1b\u1d1c", "klmnoprstu"),
    ("\u1d20\u1d21\u028f\u1d22\u0261\u0131\u0251\u0269\u028b\u0257", "vwyzgiaivd"),
    ("\u0253\u0266\u0268\u0289\u027e\u0271\u0272\u0273\u01dd\u0259", "bhiurmnnee"),
    ("\u025b\u0254\u0250\u0265\u0279\u0287\u028c\u028d\u028e\u026f", "ecahrtvwym"),
    # Letters with a stroke, which NFKD leaves alone
    ("\u00f8\u0142\u0111\u0127\u0167\u0180\u024d\u0247\u0249\u024f", "oldhtbrejy"),
    ("\u01e5\u0288\u2c65\u00f0", "gtad"),
    # Cherokee
    ("\u13a0\u13aa\u13a1\u13a2\u13ab\u13ac\u13b3\u13b7\u13bb\u13c0", "dgrtjewmhg"),
    ("\u13c2\u13c3\u13da\u13de\u13d4", "hzslw"),
    # Signs
    ("\u20ac\u00a3\u00a5\u00a2\u20bf\u00a9\u00ae\u2113", "elycbcrl"),
    ("\u2018\u2019\u02bc\u00b4\u00a1\u01c3", "''''!!"),
)
_LOOKALIKES = {
    sign: letter for signs, letters in _ALIKE for sign, letter in zip(signs, letters, strict=True)
} | {"\u00e6": "ae", "\u0153": "oe", "\u00fe": "th"}

# Letters in squares and circles that have no decomposition: 26 from each of these.
_LETTER_BLOCKS = (0x1F150, 0x1F170, 0x1F1E6)
_INVISIBLE = frozenset("\u2800\u3164\uffa0\u115f\u1160\u034f")
_CACHE_LIMIT = 16_384  # characters


class _Folds(dict[str, str]):
    def __missing__(self, character: str) -> str:
        folded = _fold_character(character)
        if len(self) < _CACHE_LIMIT:
            self[character] = folded
        return folded


_folds = _Folds()


def fold(text: str) -> tuple[str, Sequence[int]]:
    """The text in small Latin letters, and for each of its characters where in `text` it
    stood."""
    if text.isascii():
        return text.lower(), range(len(text))
    pieces = list(map(_folds.__getitem__, text))
    folded = "".join(pieces)
    if len(folded) == len(text) and "" not in pieces:
        return folded, range(len(text))
    return folded, [at for at, piece in enumerate(pieces) for _ in piece]


def _fold_character(character: str) -> str:
    for start in _LETTER_BLOCKS:
        if start <= ord(character) < start + 26:
            return string.ascii_lowercase[ord(character) - start]
    return "".join(_folded(character))


def _folded(character: str) -> Iterator[str]:
    for part in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()):
        if part in _INVISIBLE or unicodedata.category(part) in ("Mn", "Me", "Cf"):
            continue
        digit = unicodedata.decimal(part, None)
        yield str(digit) if digit is not None else _LOOKALIKES.get(part, part)
