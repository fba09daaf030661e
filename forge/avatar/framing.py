"""How much of the person a picture shows, told from the words."""

from __future__ import annotations

import re
from typing import Literal

Framing = Literal["figure", "bust"]

_BUST = re.compile(
    r"\b(portrait|headshot|head shot|bust|close-?up|close up|face|profile (picture|pic|photo)|"
    r"icon|mugshot|selfie)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\b(full[- ]?(body|figure|length)|standing|whole body)\b", re.IGNORECASE)


def framing_of(text: str) -> Framing:
    """A bust where the words ask for a portrait and not for the whole person."""
    return "bust" if _BUST.search(text) and not _FIGURE.search(text) else "figure"
