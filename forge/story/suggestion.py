"""What a language model wrote, taken only where it keeps the rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..moderation.minors import sexualises_minors
from . import caption_rules
from .caption import Voice, problem_with
from .people import LITTLE_WORDS, mentioned
from .scene import Scene
from .vocabulary.lexicon import STRONG, find
from .words import count_words, tokens

LEAST_SCENE_WORDS, MOST_SCENE_WORDS = 5, 120


@dataclass(frozen=True, slots=True)
class Judged:
    """`text` is None where the suggestion may not be used; `problem` then says why."""

    text: str | None
    problem: str


_LABEL = re.compile(r"^\W*(?:caption|scene|prompt|description|answer|output)\s*:\s*", re.IGNORECASE)
_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL)
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


def judged_caption(written: str, *, voice: Voice, handles: Sequence[str]) -> Judged:
    text = cleaned(written)
    problem = problem_with(text, voice=voice, handles=handles)
    return Judged(text, "") if problem is None else Judged(None, problem)


def judged_scene(written: str, scene: Scene, *, handles: Sequence[str], minors: bool) -> Judged:
    """A model's description of the scene: of a length that can be used, in sentences, of the
    same place and time, and no more explicit than what it describes."""
    text = cleaned(written)
    problem = _scene_problem(text, scene, handles, minors)
    return Judged(text, "") if problem is None else Judged(None, problem)


def _scene_problem(text: str, scene: Scene, handles: Sequence[str], minors: bool) -> str | None:
    count = count_words(text)
    if not LEAST_SCENE_WORDS <= count <= MOST_SCENE_WORDS:
        return f"it has {count} words instead of {LEAST_SCENE_WORDS} to {MOST_SCENE_WORDS}"
    if _PREAMBLE.search(text):
        return "it speaks of itself"
    words = tokens(text)
    if sum(word.key in LITTLE_WORDS for word in words) < max(1, len(words) // 8):
        return "it does not read as a sentence"
    if mentioned(text, handles) or "@" in text:
        return "it names somebody"
    if sexualises_minors([text, scene.text]):
        return "it is sexual content with minors"
    if caption_rules.explicit(text) and (minors or not caption_rules.explicit(scene.text)):
        return "it is explicit"
    if minors and any(word.key in _GROWN for word in words):
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


_GROWN = frozenset({"adult", "adults", "man", "woman", "men", "women"})
