"""What a language model wrote, taken only where it keeps the rules."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..moderation.minors import unfit_beside_minors
from ..moderation.people import is_under_age
from ..moderation.policy import Route
from ..moderation.text import moderate_text
from .caption import Voice, problem_with
from .people import LITTLE_WORDS, mentioned
from .scene import Scene
from .vocabulary.lexicon import STRONG, find
from .words import count_words, tokens

LEAST_SCENE_WORDS, MOST_SCENE_WORDS = 5, 120


@dataclass(frozen=True, slots=True)
class Guard:
    """What a suggestion is held against besides its form: the policy of the route that it is
    for, what was said there, and the documented avatar_features of who takes part."""

    policy: Route = "general"
    said: Sequence[str] = ()
    people: Sequence[Mapping[str, Any]] = ()

    @property
    def minors(self) -> bool:
        return any(is_under_age(features) for features in self.people)

    def problem_with(self, text: str) -> str | None:
        """Why it may not stand beside what was said there; None where it may. It is judged as
        the caller's own words are, and more strictly where minors take part."""
        together = moderate_text(text, route=self.policy, context=self.said, people=self.people)
        if together.tier == 1:
            return "it is sexual content with minors, sexual violence or bestiality"
        alone = moderate_text(text, route=self.policy)
        if alone.decision != "allowed" or (self.minors and unfit_beside_minors(text)):
            return "it is explicit"
        return None


@dataclass(frozen=True, slots=True)
class Judged:
    """`text` is None where the suggestion may not be used; `problem` then says why."""

    text: str | None
    problem: str


_LABEL = re.compile(r"^\W*(?:caption|scene|prompt|description|answer|output)\s*:\s*", re.IGNORECASE)
_THOUGHTS = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_NUMBERED = re.compile(r"\bperson (?:\d|one|two|three|four|five|six)\b", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"\b(?:as an ai|language model|i cannot|i can't|i can not|i'm sorry|i am sorry|i'm unable"
    r"|here is|here's|here are|sure[,!]|certainly[,!]|as requested)\b",
    re.IGNORECASE,
)
_QUOTES = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb`*"


def cleaned(written: str) -> str:
    """The first paragraph that says something, without a label and the quotes around it."""
    for line in _THOUGHTS.sub("", written).splitlines():
        text = _LABEL.sub("", " ".join(line.split())).strip(_QUOTES + " ")
        if count_words(text):
            return text
    return ""


def judged_caption(
    written: str, *, voice: Voice, handles: Sequence[str], guard: Guard | None = None
) -> Judged:
    text = cleaned(written)
    problem = (
        problem_with(text, voice=voice, handles=handles)
        or ("it calls people by numbers" if _NUMBERED.search(text) else None)
        or (guard or Guard()).problem_with(text)
    )
    return Judged(text, "") if problem is None else Judged(None, problem)


def judged_scene(
    written: str, scene: Scene, *, handles: Sequence[str], guard: Guard | None = None
) -> Judged:
    """A model's description of the scene: of a length that can be used, in sentences, of the
    same place and time, and no more explicit than what it describes."""
    text = cleaned(written)
    problem = _scene_problem(text, scene, handles, guard or Guard())
    return Judged(text, "") if problem is None else Judged(None, problem)


def _scene_problem(text: str, scene: Scene, handles: Sequence[str], guard: Guard) -> str | None:
    count = count_words(text)
    if not LEAST_SCENE_WORDS <= count <= MOST_SCENE_WORDS:
        return f"it has {count} words instead of {LEAST_SCENE_WORDS} to {MOST_SCENE_WORDS}"
    if _PREAMBLE.search(text):
        return "it speaks of itself"
    words = tokens(text)
    little = sum(word.key in LITTLE_WORDS for word in words)
    if little < max(1, len(words) // 8) or not _is_english(text):
        return "it does not read as a sentence"
    if mentioned(text, handles) or "@" in text:
        return "it names somebody"
    if _NUMBERED.search(text):
        return "it calls people by numbers"
    problem = guard.problem_with(text)
    if problem is not None:
        return problem
    if unfit_beside_minors(text) and not unfit_beside_minors(scene.text):
        return "it is explicit"
    if guard.minors and any(word.key in _GROWN for word in words):
        return "it calls a minor an adult"
    for topic, wanted in (("setting", scene.setting), ("time", scene.time)):
        said = {
            hit.term.value
            for hit in find(words)
            if hit.term.topic == topic and hit.term.strength == STRONG and not hit.denied
        }
        if wanted is not None and said and wanted not in said:
            return f"it tells of another {'place' if topic == 'setting' else 'time'}"
    return None


def _is_english(text: str) -> bool:
    """Written in its letters, but for a name or a borrowed word, and without the stray capitals
    and marks that a model without sense leaves inside its words."""
    letters = [character for character in text if character.isalpha()]
    foreign = sum(not character.isascii() for character in letters)
    return foreign <= len(letters) // 50 + 1 and not _STRAY.search(text)


_STRAY = re.compile(r"[a-z][A-Z]|[^\W\d_][<>{}\[\]|\\/_#=+*~^][^\W\d_]|[{}<>|\\^~=]|\)\(|;;")
_GROWN = frozenset({"adult", "adults", "man", "woman", "men", "women"})
