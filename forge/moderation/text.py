"""Moderation of what people write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .findings import Findings, find
from .people import is_under_age, words_of
from .policy import POLICIES, Decision, Route
from .rewriting import rewrite
from .verdict import Tier, Verdict

MODEL = "words"
THRESHOLD = 0.5

# How sure the words are.
_UNSPEAKABLE = 1.0
_EXPLICIT = 0.9
_SUGGESTIVE = 0.3
_NOTHING = 0.0


def moderate_text(
    text: str,
    *,
    route: Route,
    context: Sequence[str] = (),
    people: Sequence[Mapping[str, Any]] = (),
) -> Verdict:
    """`context` (the history and other words) is read and never rewritten; `people` are
    documented avatar_features. Takes time in proportion to all of it."""
    said = find(text)
    around = [find(each) for each in context]
    around += [find(words) for features in people for words in words_of(features)]
    is_minor_shown = any(is_under_age(features) for features in people)
    everything = [said, *around]
    unspeakable = _unspeakable(everything, is_minor_shown)
    if unspeakable is not None:
        return _verdict(1, "blocked", unspeakable, _UNSPEAKABLE, "")
    explicit = [word for each in everything for word in each.written(each.explicit)]
    if not explicit:
        is_suggestive = any(each.suggestive for each in everything)
        return _verdict(0, "allowed", (), _SUGGESTIVE if is_suggestive else _NOTHING, text)
    decision = POLICIES[route].explicit
    if decision == "blocked":
        return _verdict(2, decision, explicit, _EXPLICIT, "")
    return _verdict(
        2, decision, explicit, _EXPLICIT, rewrite(said) if decision == "rewritten" else text
    )


def _unspeakable(everything: Sequence[Findings], is_minor_shown: bool) -> list[str] | None:
    """The words of tier 1, or None. They may be empty where features alone say the age."""
    found = [word for each in everything for word in each.written(each.unspeakable)]
    explicit = [word for each in everything for word in each.written(each.explicit)]
    violent = any(each.of("violence") for each in everything)
    if (explicit or violent) and (
        is_minor_shown or any(each.speaks_of_minors for each in everything)
    ):
        of_minors = [word for each in everything for word in each.written_of_minors()]
        return [*found, *explicit, *of_minors]
    # Words that are harmless among adults count with a minor who is in the picture or is
    # spoken of in the same breath; not where a history speaks of children at school.
    for each in everything:
        if each.suggestive and (is_minor_shown or each.speaks_of_minors):
            return [*found, *each.written(each.suggestive), *each.written_of_minors()]
    return found or None


def _verdict(
    tier: Tier, decision: Decision, matched: Iterable[str], score: float, text: str
) -> Verdict:
    return Verdict(
        tier=tier,
        decision=decision,
        matched=tuple(dict.fromkeys(matched)),
        score=score,
        threshold=THRESHOLD,
        model=MODEL,
        text=text,
    )
