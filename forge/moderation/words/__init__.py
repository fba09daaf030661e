"""The words that moderation knows, a module for each language."""

from __future__ import annotations

from .english import ENGLISH
from .french import FRENCH
from .german import GERMAN
from .italian import ITALIAN
from .portuguese import PORTUGUESE
from .spanish import SPANISH
from .vocabulary import Words

LANGUAGES: tuple[Words, ...] = (ENGLISH, SPANISH, FRENCH, GERMAN, PORTUGUESE, ITALIAN)
COMMON = frozenset(word for words in LANGUAGES for word in words.common.split())

__all__ = ["COMMON", "LANGUAGES", "Words"]
