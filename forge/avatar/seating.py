"""Where a person sits or leans: "sitting on the floor", "perched on a barrel"."""

from __future__ import annotations

from collections.abc import Sequence

from .vocabulary import scenes, small_words
from .vocabulary.lexicon import find
from .vocabulary.tables import listed, word_set

SITTING = word_set("sitting|seated|sits|sit|sat|perched|lounging")
_REST = word_set("on|upon|atop|onto|in|the|a|an|her|his|their|my|top|of|some|left|right|one")
_BODY = frozenset(listed(small_words.PARTS)) | word_set("shoulder|face|lap|hip|hair|forehead")


def rests_on_body(words: Sequence[str], after: int) -> bool:
    """Whether what sits is a parrot or a pair of glasses: "... on her shoulder"."""
    return _rest(words, after) in _BODY


def on_the_ground(words: Sequence[str], after: int) -> bool:
    return _rest(words, after) in scenes.ON_THE_GROUND


def leans(words: Sequence[str], after: int) -> bool:
    """Whether "leaning on a" is about where the person stands, not about a cane."""
    while after < len(words):
        size, terms = find(list(words), after)
        if any(term.topic == "prop" for term in terms):
            return False
        if terms and terms[0].topic in ("break", "holding", "wearing", "joint"):
            return True
        after += size
    return True


def is_seated(words: Sequence[str]) -> bool:
    return any(word in SITTING for word in words)


def _rest(words: Sequence[str], after: int) -> str:
    led = after < len(words) and words[after] in ("on", "upon", "atop", "onto", "in")
    while led and after < len(words) and words[after] in _REST:
        after += 1
    return words[after] if led and after < len(words) else ""
