"""Who is meant: names in a text, and who of a chat is in its picture."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from .words import Token, tokens, word_set

MOST_PEOPLE = 6

LITTLE_WORDS = word_set(
    "a about after again all always am an and any are around as at be been before but by can come"
    " could day did do does down each even ever every everything feel for forever from get go good"
    " had has have he her here him his how i if in into is it its just keep kind know let like made"
    " make makes may me mine moment more most much my never no not nothing now of off oh on one"
    " only or our ours out over own place right same say she so some still such take than that the"
    " their them then there these they this those through time to today together tonight too two"
    " under until up us very was we well were what when where which while who will with without"
    " world would you your yours"
)
"""Everyday words. Who bears one of them as a handle is meant only where '@' stands before."""


def _name(handle: str) -> str:
    return _folded(handle).strip().removeprefix("@").strip()


def _folded(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in composed if unicodedata.category(c) != "Cf")


def mentioned(text: str, handles: Iterable[str]) -> list[str]:
    """Those of the handles that the text names, with or without '@', in the text's order.

    Whole words, case aside. A handle that is an everyday word ("will") needs its '@'.
    """
    return list(dict.fromkeys(handle for _, _, handle in _mentions(_folded(text), handles)))


def _mentions(folded: str, handles: Iterable[str]) -> list[tuple[int, int, str]]:
    taken: list[tuple[int, int, str]] = []
    for handle in sorted(dict.fromkeys(handles), key=lambda each: -len(each)):
        name = _name(handle)
        if not name:
            continue
        sign = "@" if name in LITTLE_WORDS else "@?"
        pattern = rf"(?<!\w)(?<!\w[.-])(?<!@){sign}{re.escape(name)}(?!\w)(?![.-]\w)"
        for found in re.finditer(pattern, folded):
            if all(found.end() <= start or end <= found.start() for start, end, _ in taken):
                taken.append((found.start(), found.end(), handle))
    return sorted(taken)


_TAG = re.compile(r"(?<!\w)@\w+(?:[.-]\w+)*")
_RUN = re.compile(r"\ba friend(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+)a friend)+\b")
# Who is only spoken to: "@bob, let's go", "let's go, @bob!"
_ADDRESSED_FIRST = re.compile(r"^\s*(?:a friend|\w+ friends)\s*[,:!]\s*(?=\w)")
_ADDRESSED_LAST = re.compile(r"\s*,\s*(?:a friend|\w+ friends)\s*([.!?]*)\s*$")
_COUNTS = ("two", "three", "four", "five", "six")


def without_handles(text: str, handles: Iterable[str]) -> str:
    """The text with "a friend" for every name and tag."""
    composed = unicodedata.normalize("NFKC", text)
    folded = _folded(composed)
    if len(folded) == len(composed):  # else places do not agree, and tags alone are replaced
        for start, end, _ in reversed(_mentions(folded, handles)):
            composed = f"{composed[:start]}a friend{composed[end:]}"
    else:
        for handle in sorted(handles, key=lambda each: -len(each)):
            bare = handle.strip().removeprefix("@")
            if bare:
                composed = re.sub(
                    rf"(?<!\w)@?{re.escape(bare)}(?!\w)", "a friend", composed, flags=re.IGNORECASE
                )
    composed = _TAG.sub("a friend", composed).replace("@", "")

    def several(found: re.Match[str]) -> str:
        count = found[0].count("a friend")
        return f"{_COUNTS[min(count, 6) - 2]} friends"

    told = _RUN.sub(several, composed)
    return _ADDRESSED_LAST.sub(r"\1", _ADDRESSED_FIRST.sub("", told)).strip()


_DISCOURSE = (
    "i think|i guess|i mean|i bet|i know|i hope|i wish|i swear|i feel like|i heard|i suppose"
    "|i believe|i wonder|i say|i vote|i suggest|i imagine|i dont think|i promise|i cant believe"
    "|i dont know|you know|thank you|see you|what do you think|do you think|dont you think"
    "|do you want|would you like|do you wanna|are you up|are you in|can you imagine|could you"
    "|can you|you see|do you remember|you and i|did you|do you know|if you want|i want to see"
    "|i would love to see|love you|i love you|will you|would you|shall i|let me|remind me"
    "|reminds me|tell me|show me|trust me|believe me|are you free|you there|do you like"
    "|remember when you|you guys|have you|have you ever|guess what i|you should see|i agree"
)
_FIRST = word_set("i me my myself mine")
_SECOND = word_set("you your yourself yours")
_BOTH = word_set("we us our ours ourselves both together lets each-other couple everyone everybody")
_EVERYONE = (
    "all of us|the whole gang|the gang|everyone|everybody|the whole crew|the crew|the squad"
    "|the three of us|the four of us|the five of us|the six of us|us all|we all|whole group"
    "|with them|with him|with her|them too|him too|her too|the whole team|us three|us four"
)
_ALONE = "just me|only me|by myself|me alone|alone|myself|solo|on my own|a selfie of me|my selfie"
_BESIDE_YOU = "with you|beside you|next to you|near you|for you|between you"
_LEFT_OUT = "without|except|minus|but not|not with|instead of|other than"
_NOBODY = (
    "nobody|no one|no people|without people|without anyone|without any people|no humans"
    "|landscape|landscapes|scenery|seascape|cityscape|skyline|panorama|still life|empty beach"
    "|empty street|empty streets|empty room|deserted street"
)
_SOMEBODY = word_set(
    "man woman men women girl girls boy boys person people friend friends couple lovers guy guys"
    " lady ladies family group team child children kid kids someone somebody he she they him her"
    " them i me we us you my our your lets myself everyone everybody king queen"
)


def _has(text: str, bars: str) -> bool:
    return any(f" {phrase} " in text for phrase in bars.split("|"))


def in_chat(
    words: Sequence[Token],
    named: Sequence[str],
    chatters: Sequence[str],
    sender: str,
    earlier: Sequence[str],
) -> tuple[str, ...]:
    """Who of a chat is in the picture.

    `named`: handles that the message names or tags, in its order, those it leaves out taken
    away before. `chatters`: the two who chat. `earlier`: further people who came up before, of
    whom "with them" or "all of us" may speak.
    """
    others = [chatter for chatter in chatters if not same(chatter, sender)]
    said = f" {' '.join(token.key for token in words)} "
    for phrase in sorted(_DISCOURSE.split("|"), key=len, reverse=True):
        said = said.replace(f" {phrase} ", " we " if phrase == "you and i" else " ")
    keys = set(said.split())
    first, second = bool(keys & _FIRST), bool(keys & _SECOND)
    if _has(said, "without you|not you|except you|minus you"):
        second, first = False, True
    if _has(said, "without me|not me|except me|minus me"):
        first, second = False, True
    if second and _has(said, _BESIDE_YOU):
        first = True
    chosen: list[str] = []
    if keys & _BOTH or (first and second):
        chosen = [sender, *others]
    elif _has(said, _ALONE) or first:
        chosen = [sender]
    elif second:
        chosen = list(others)
    chosen += [handle for handle in named if any(same(handle, one) for one in chatters)]
    friends = [handle for handle in named if not any(same(handle, one) for one in chatters)]
    if not chosen:
        chosen = [sender, *others]
    if _has(said, _EVERYONE):
        friends += earlier
    return distinct([*chosen, *friends])


def in_scene(
    words: Sequence[Token], named: Sequence[str], participants: Sequence[str]
) -> tuple[str, ...]:
    """Everybody who takes part, unless the text names some of them, or speaks of "just me":
    the first one."""
    said = f" {' '.join(token.key for token in words)} "
    if named:
        more = participants[:1] if set(said.split()) & {"i", "me", "my", "myself"} else ()
        return distinct([*more, *named])
    if _has(said, "just me|only me|by myself|me alone|on my own|a selfie of me|my selfie"):
        return distinct(participants[:1])
    return distinct(participants)


def is_empty(text: str, named: Sequence[str]) -> bool:
    """Whether a picture without people is asked for."""
    said = f" {' '.join(token.key for token in tokens(text))} "
    if named or not _has(said, _NOBODY):
        return False
    for phrase in _NOBODY.split("|"):
        said = said.replace(f" {phrase} ", " ")
    return not set(said.split()) & _SOMEBODY


def left_out(text: str, handles: Sequence[str]) -> list[str]:
    """Those whom the text names only to say that they are not there: "without @bob"."""
    folded = _folded(text)
    start = re.compile(rf"(?:^|\W)(?:{_LEFT_OUT}|not)\W+(?:(?:and|or)\W+)?$")
    return [handle for at, _, handle in _mentions(folded, handles) if start.search(folded[:at])]


def same(one: str, other: str) -> bool:
    return _name(one) == _name(other)


def distinct_all(handles: Iterable[str]) -> list[str]:
    """Each once, however many."""
    kept: dict[str, str] = {}
    for handle in handles:
        if _name(handle):
            kept.setdefault(_name(handle), handle)
    return list(kept.values())


def distinct(handles: Iterable[str]) -> tuple[str, ...]:
    """At most six, each once."""
    return tuple(distinct_all(handles)[:MOST_PEOPLE])
