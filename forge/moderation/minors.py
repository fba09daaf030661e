"""What is refused on every route, in every mode, without an option."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .text import moderate_text

MESSAGE = "Sexual content with minors, sexual violence and bestiality are refused"


def is_refused(texts: Iterable[str], features: Mapping[str, Any] | None = None) -> bool:
    """Whether the texts of one request and its explicit features, read together, are of
    tier 1."""
    verdict = moderate_text("\n".join(texts), route="1to1", people=[features] if features else [])
    return verdict.tier == 1


def refused_field(
    texts: Mapping[str, str | None], features: Mapping[str, Any] | None = None
) -> str | None:
    """Which of a request's fields is at fault where it is refused: the first one that makes
    what is read so far refused, `features` being read last. None where it is not."""
    said = {name: text for name, text in texts.items() if text}
    if not is_refused(said.values(), features):
        return None
    read: list[str] = []
    for name, text in said.items():
        read.append(text)
        if is_refused(read):
            return name
    return "features"


def unfit_beside_minors(text: str) -> bool:
    """Whether a picture or a text with these words could not have a child in it: all that is
    explicit, and what is merely suggestive too."""
    return is_refused([text], {"age_appearance": "child"})
