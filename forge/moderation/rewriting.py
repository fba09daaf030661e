"""The same scene and people, clothed and framed so that nothing explicit is left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .findings import Findings, Hit, find
from .lexicon import Lexicon, lexicon
from .words import Words

_ROUNDS = 4
_LONGEST_ARTICLE = 8  # characters, with the space after it
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_BARE_PLURALS = frozenset(
    {"eyes", "bright eyes", "hands", "jeans", "portraits", "casual clothes", "sparkles"}
)
_NO_ARTICLE = ("a ", "in ", "an ")
_APPOSED = re.compile(r"[\s,]*(?:\b(?:and|y|et|und|e)\b)?[\s,]*")
_PLAIN = "people in everyday clothes, seen from the waist up"


def rewrite(findings: Findings) -> str:
    """The text without its explicit words. Every language keeps its own."""
    words = lexicon()
    language = words.language(
        (word.form for word in findings.reading.words), [hit.phrase for hit in findings.explicit]
    )
    text = findings.reading.text
    for _ in range(_ROUNDS):
        explicit = findings.explicit
        if not explicit:
            return _with_clause(text, language.clause)
        text = _replaced(findings, explicit, words, language)
        findings = find(text)
    return _PLAIN


def _replaced(findings: Findings, explicit: Sequence[Hit], words: Lexicon, language: Words) -> str:
    text = findings.reading.text
    made: list[str] = []
    at = 0
    previous = ""
    for hit in explicit:
        start, stop = findings.reading.span(hit.first, hit.last)
        if start < at:  # both of two words that were written as one
            continue
        between = text[at:start]
        replacement = meant = words.replacement(hit.phrase, language)
        at = stop
        if previous and replacement == previous and _APPOSED.fullmatch(between):
            continue
        if replacement:
            is_first = not made and not between.strip()
            between, replacement = _fitted(between, replacement, is_first)
        if text[at : at + 1] in ("-", "_"):
            at += 1
            replacement += " "
        made += (between, replacement)
        previous = meant
    return _tidy("".join([*made, text[at:]]))


def _fitted(before: str, replacement: str, is_first: bool) -> tuple[str, str]:
    """An article that fits, and a capital where a sentence begins."""
    article = _ARTICLE.search(before[-_LONGEST_ARTICLE:])
    if article:
        kept = before[: len(before) - len(article[0])]
        if replacement in _BARE_PLURALS or replacement.startswith(_NO_ARTICLE):
            before = kept
            is_first = is_first or (not kept and article[1][0].isupper())
        else:
            fitting = "an" if replacement[0] in "aeiou" else "a"
            before = kept + (fitting.capitalize() if article[1][0].isupper() else fitting)
            before += article[2]
    if is_first or before.rstrip().endswith((".", "!", "?")):
        replacement = replacement[0].upper() + replacement[1:]
    return before, replacement


def _tidy(text: str) -> str:
    text = re.sub(r"[ \t]{2,}", " ", text)
    text = re.sub(r" +([,.;:!?])", r"\1", text)
    return re.sub(r"([,;])(?:\s*[,;])+", r"\1", text).strip(" ,;")


def _with_clause(text: str, clause: str) -> str:
    if not any(character.isalnum() for character in text):
        return clause[0].upper() + clause[1:]
    body = text.rstrip()
    ending = body[len(body.rstrip(" .!?\u2026")) :]
    return f"{body[: len(body) - len(ending)]}, {clause}{ending.strip()}"
