"""Numbers in a phrase, in digits or words."""

from __future__ import annotations

import re

from .vocabulary.body import NUMBER_WORDS


def number(words: list[str], at: int) -> tuple[int, int]:
    """How many words make a number here, and the number; (0, 0) for none."""
    digits = re.fullmatch(r"(\d{1,3})(yo|yrs?|y)?", words[at], re.ASCII)
    if digits:
        return 1, int(digits[1])
    value = NUMBER_WORDS.get(words[at])
    if value is None:
        return 0, 0
    unit = NUMBER_WORDS.get(words[at + 1], 0) if at + 1 < len(words) else 0
    if value >= 20 and 0 < unit < 10:
        return 2, value + unit
    return 1, value
