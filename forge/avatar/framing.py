"""How much of the person a picture shows, and how large it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from .features import View

Framing = Literal["figure", "bust"]

AVATAR_SIZE = (512, 512)
"""Width and height in pixels where nothing else is asked for."""

VIEW_SIZES: Mapping[View, tuple[int, int]] = {
    "front": (512, 768),
    "back": (512, 768),
    "side": (448, 640),
    "quarter": (448, 640),
}
"""The same, where one view is asked for."""

_BUST = re.compile(
    r"\b(portrait|headshot|head shot|bust|close-?up|close up|face|profile (picture|pic|photo)|"
    r"icon|mugshot|selfie)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\b(full[- ]?(body|figure|length)|standing|whole body)\b", re.IGNORECASE)


def framing_of(text: str) -> Framing:
    """A bust where the words ask for a portrait and not for the whole person."""
    return "bust" if _BUST.search(text) and not _FIGURE.search(text) else "figure"
