"""Long messages made short: who does what where stays, chatter around it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .vocabulary.lexicon import STRONG, Topic, find
from .words import count_words, tokens, word_set, word_spans

MOST_WORDS = 25

_LEAD = re.compile(
    r"^(?:[\s,.!;:-]*(?:"
    r"(?:ok(?:ay)?|so|hey|hi|hello|well|oh|wow|omg|lol|haha+|hmm+|um+|uh+|yeah|yes|yep|no|nah|ah"
    r"|listen|look|guess what|you know what|by the way|btw|please|pls|honestly|actually|basically"
    r"|anyway|and|but|then|like)\b(?!-)"
    r"|(?:let(?:['\u2019]?s| us)\s+)?(?:just\s+)?(?:imagine|picture|visuali[sz]e)"
    r"(?:\s+(?:us|that|this|if|a scene (?:of|with|where)))?\b"
    r"|(?:can|could|would|will) you (?:please )?(?:draw|make|create|generate|paint|show|imagine)"
    r"(?: me| us| me an?| an?)? (?:picture|image|drawing|photo|painting|scene)? ?(?:of|with|where)?"
    r"|(?:draw|create|generate|paint|show|make)(?: me| us)?(?: an?| the)? "
    r"(?:picture|image|drawing|photo|painting|scene) (?:of|with|where)"
    r"|an? (?:picture|image|drawing|photo|painting|scene) (?:of|with|where)"
    r"|(?:i (?:want|would like|wanna|wish)|i['\u2019]d (?:like|love)) to see"
    r"|(?:i (?:think|guess|hope|wish|mean|bet|know|feel like)|i['\u2019]m thinking)(?: that)?"
    r"|let['\u2019]?s|let us)(?=\W|$))+\s*",
    re.IGNORECASE,
)
_LEAD_ONLY_WORDS = re.compile(r"^(?:us|that|of|where|we)$", re.IGNORECASE)


def without_lead(text: str) -> str:
    """The text without "let's imagine us", "can you draw a picture of" and their like."""
    clean = " ".join(text.split())
    rest = clean[len(found[0]) :] if (found := _LEAD.match(clean)) else clean
    rest = rest.lstrip(" ,.;:!?-")
    if not count_words(rest) or _LEAD_ONLY_WORDS.match(rest):
        return clean
    return rest


def shorten(text: str, most: int = MOST_WORDS) -> str:
    """At most `most` words, in whole phrases; a text that is short enough stays as it is.

    Space is made single. The clauses that say who does what and where are kept before those
    that do not; a clause that is too long by itself is cut behind a full phrase.
    """
    clean = " ".join(text.split())
    if _fits(clean, most):
        return clean
    if count_words(clean) <= most:  # emoji and marks that stand alone make it long
        return " ".join(_without_marks(clean).split()[:most])
    bare = _FILLERS.sub("", _ASIDES.sub(" ", without_lead(_without_marks(clean))))
    bare = re.sub(r"\s+([,.;:!?])", r"\1", " ".join(bare.split())).lstrip(" ,.;:!?")
    if count_words(bare) and _fits(bare, most):
        return _ended(bare)
    return _ended(_selected(bare if count_words(bare) else clean, most))


def _fits(text: str, most: int) -> bool:
    return count_words(text) <= most and len(text.split()) <= most


def _without_marks(text: str) -> str:
    return " ".join(chunk for chunk in text.split() if any(c.isalnum() for c in chunk)) or text


_ASIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|https?://\S+")
_FILLERS = re.compile(
    r"\b(?:really|very|just|actually|basically|totally|literally|honestly|kinda|sorta|kind of"
    r"|sort of|you know|i mean|i guess|lol|haha+|lmao|omg|absolutely|definitely|so much|maybe"
    r"|probably|somehow|super|quite|pretty much|at the end of the day|if you know what i mean)\b,?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?<=[.!?;\u3002\uff01\uff1f\u2026])\s*(?=\S)|(?<=[,:\uff0c\u3001])\s*(?=\D)|\s+(?=[\u2012-\u2015]\s)"
    r"|\s+(?=(?:and then|and|but|because|while|which|where|when|after|before|until|since|although"
    r"|though|who|so that|as if|so|then|or|if)\s)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"^(?:and then|and|but|because|while|which|where|when|so that|so|then|or|although|though"
    r"|since|after|before|until|if|as if|who)\s+",
    re.IGNORECASE,
)
_DANGLING = word_set(
    "a an the and or but with of in on at to for from by as into onto over under near my your our"
    " his her their its this that these those is are was were be been am which who where when"
    " while because so if than then very really just not no some any every each both i we you he"
    " she they let us's has have had will would can could should like about between through during"
    " until after before since although though during across towards toward along without"
    " there's it's i'm we're you're"
)
_WEIGHTS: dict[Topic, float] = {
    "action": 3.0, "setting": 3.0, "time": 2.0, "weather": 2.0, "mood": 1.0, "prop": 1.0,
}  # fmt: skip
_LONGEST_SUBJECT = 6  # words
_WORTHWHILE = 2.0  # of a clause beside the best one
_SUBJECT = re.compile(
    r"\b(?:we|us|i|me|you|he|she|they|him|her|man|woman|men|women|friends?|couple|boy|girl|people"
    r"|person|kids?|family|team)\b|@\w",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Clause:
    at: int
    text: str
    words: int
    worth: float


def _selected(text: str, most: int) -> str:
    """The clauses that say most, in their order, as many as there is room for."""
    clauses = [
        _weighed(at, part.strip())
        for at, part in enumerate(_CLAUSE.split(text))
        if part and count_words(part)
    ]
    if not clauses:
        return _cut(text, most)
    best = max(clauses, key=lambda clause: (clause.worth, -clause.at))
    if not _fits(best.text, most):
        opening = " ".join(best.text.split()[:4])
        told = best.text if best.at == 0 or _SUBJECT.search(opening) else text
        return _cut(_LINK.sub("", told), most)
    chosen = {best.at: best}
    room = most - max(best.words, len(best.text.split()))
    # The nearest first, so that what is kept hangs together.
    for clause in sorted(clauses, key=lambda each: abs(each.at - best.at)):
        size = max(clause.words, len(clause.text.split()))
        if clause.at not in chosen and clause.worth >= _WORTHWHILE and size <= room:
            chosen[clause.at] = clause
            room -= size
    kept = [chosen[at] for at in sorted(chosen)]
    joined = _LINK.sub("", kept[0].text)
    for before, clause in pairwise(kept):
        joined = _joined(joined, clause, adjoining=clause.at == before.at + 1)
    return joined if _fits(joined, most) else _cut(joined, most)


def _weighed(at: int, text: str) -> _Clause:
    topics: dict[Topic, float] = {}
    for hit in find(tokens(text)):
        weight = _WEIGHTS.get(hit.term.topic, 0.0) * hit.term.strength / STRONG
        topics[hit.term.topic] = max(topics.get(hit.term.topic, 0.0), weight)
    worth = sum(topics.values())
    if _SUBJECT.search(text):
        worth += 1.5 if worth else 0.25
    if at == 0:
        worth += 0.5
    return _Clause(at, text, count_words(text), worth)


def _joined(text: str, clause: _Clause, *, adjoining: bool) -> str:
    if adjoining or text[-1:] in ".!?;:,\u2026":
        return f"{text} {clause.text if adjoining else _LINK.sub('', clause.text)}"
    return f"{text}, {_LINK.sub('', clause.text)}"


def _cut(text: str, most: int) -> str:
    """The first words; where what is done comes later, the subject and then that."""
    spans = word_spans(text)
    words = tokens(text)
    doing = [hit for hit in find(words) if hit.term.topic == "action"]
    start, head = 0, ""
    if doing and len(spans) > most:
        place = words[doing[0].first].start
        index = next(at for at, (_, end) in enumerate(spans) if end > place)
        if index >= most - 3:
            size = _subject_size([text[at:end] for at, end in spans])
            start = index if size else max(0, index - most // 3)
            head = text[: spans[size - 1][1]] if size else ""
            most -= size
    end = min(len(spans), start + most)
    piece = text[spans[start][0] : spans[end - 1][1]] if spans else text
    return " ".join(f"{head} {' '.join(piece.split()[:most])}".split())


def _subject_size(words: list[str]) -> int:
    """How many words name the subject ("A brave knight"); 0 where that is not plain."""
    for at, word in enumerate(words[: _LONGEST_SUBJECT + 1]):
        if at and (_bare(word) in _DANGLING or words[at - 1][-1:] in ",;:"):
            return at if at > 1 or _bare(words[0]) not in _DANGLING else 0
    return 0


def _ended(text: str) -> str:
    """Without what dangles at the end, and with no mark there but one that ends a sentence."""
    words = text.split()
    while len(words) > 3 and _bare(words[-1]) in _DANGLING:
        words.pop()
    ended = " ".join(words).rstrip(" ,;:-\u2013\u2014(\"'").lstrip(" ,;:.!?")
    return ended or text


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'()[]\u2026").casefold()
