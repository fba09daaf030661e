"""What a caption has to be, whoever wrote it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from ..moderation.minors import unfit_beside_minors
from . import caption_phrases
from .people import LITTLE_WORDS, mentioned
from .vocabulary import conditions
from .vocabulary.lexicon import find
from .words import count_words, plain, tokens, word_set

LEAST_WORDS, MOST_WORDS = 10, 15

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d+")
_OURS = word_set("we us our ours ourselves i me my mine myself you your yours yourself lets")
_THIRD = word_set(
    "he him his himself she her hers herself they them their theirs themselves man woman men women"
    " guy guys girl girls boy boys lady ladies gentleman person people someone somebody couple"
    " couples lovers friend friends duo pair strangers"
)
_VOWEL = re.compile(r"[aeiouy]|\d|[^\x00-\x7f]")
_MARKUP = re.compile(r"[@#<>{}\[\]|\\^~_=*`]|https?:|www\.")
_EMOJI_PARTS = frozenset({"\u200d", "\ufe0f", "\ufe0e", "\u20e3"})


def without_emoji(caption: str) -> str:
    """The caption without the emoji at its end."""
    end = len(caption)
    while end and (caption[end - 1].isspace() or _is_emoji(caption[end - 1])):
        end -= 1
    return caption[:end]


def _is_emoji(character: str) -> bool:
    return (
        unicodedata.category(character) in ("So", "Sk")
        or character in _EMOJI_PARTS
        or "\U0001f000" <= character <= "\U0001faff"
    )


def fault(caption: str, *, voice: str, handles: Sequence[str]) -> str | None:
    """What is wrong with a caption; None where nothing is."""
    text = without_emoji(caption)
    words = [plain(word) for word in _WORD.findall(text)]
    for problem in (
        _form(caption, text),
        _length(text),
        _language(words),
        "it is explicit" if unfit_beside_minors(text) else None,
        _speaker(text, voice, handles),
    ):
        if problem is not None:
            return problem
    return None


def _form(caption: str, text: str) -> str | None:
    if not text.strip():
        return "it is empty"
    if any(unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") for character in caption):
        return "it is more than one line, or has characters that are no text"
    if any(_is_emoji(character) for character in text):
        return "it has an emoji before its end"
    names = any(character in '"\u201c\u201d\u00ab\u00bb' for character in text)
    if _MARKUP.search(text) or names:
        return "it has marks that are no sentence's"
    if text[0].islower() or not text[0].isalnum():
        return "it does not begin as a sentence"
    return None


def _length(text: str) -> str | None:
    count = count_words(text)
    if not LEAST_WORDS <= count <= MOST_WORDS:
        return f"it has {count} words instead of {LEAST_WORDS} to {MOST_WORDS}"
    return None


def _language(words: Sequence[str]) -> str | None:
    """A sentence has little words that hold it together, and does not say one thing over and
    over; what a model without sense writes has no such words."""
    little = sum(word in LITTLE_WORDS or word in _OURS for word in words)
    odd = sum(
        word not in ("a", "i") if len(word) == 1 else not _VOWEL.search(word) for word in words
    )
    if little < max(2, len(words) / 4) or odd > 1:
        return "it does not read as a sentence"
    if any(words.count(word) > 3 for word in set(words)):
        return "it repeats itself"
    if any(one == other for one, other in pairwise(words)):
        return "it repeats itself"
    if any(len(word) > 20 for word in words):
        return "it does not read as a sentence"
    return None


def _speaker(text: str, voice: str, handles: Sequence[str]) -> str | None:
    keys = {token.key for token in tokens(text)}
    named = mentioned(text, handles)
    if voice == "us":
        if not keys & _OURS:
            return "it does not speak of us"
        if keys & _THIRD:
            return "it speaks in the third person"
    if voice == "names":
        written = " ".join(_WORD.findall(text))
        for handle in named:
            bare = handle.strip().removeprefix("@").strip()
            if bare[:1].islower() and re.search(rf"\b{re.escape(bare)}\b", written):
                return "it writes a name without a capital"
        return None
    if named:
        return "it names somebody"
    moods = any(hit.term.topic == "mood" for hit in find(tokens(text)))
    if voice == "mood" and not moods and not keys & _feeling_words():
        return "it speaks of no feeling"
    return None


@lru_cache(maxsize=1)
def _feeling_words() -> frozenset[str]:
    nouns = {noun for nouns in caption_phrases.FEELINGS.values() for noun in nouns}
    nouns |= set(caption_phrases.FLAVOURS.values())
    return frozenset(nouns | set(_MORE_FEELINGS) | _single(conditions.MOODS.values()))


def _single(tables: Iterable[str]) -> set[str]:
    return {phrase for bars in tables for phrase in bars.split("|") if phrase.isalpha()}


_MORE_FEELINGS = word_set(
    "feel feels feeling feelings felt heart hearts soul souls mood moods vibe vibes emotion"
    " emotions passion thrill sweet sweeter bittersweet warm warmth hope hopes dream dreams love"
    " loved alive magic magical free freedom wonder radiating confidence bliss comfort spirit"
)
