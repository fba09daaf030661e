"""From a message, and the chat before it, to the scene that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from . import people
from .people import mentioned
from .scene import Action, Mood, Scene, Setting, Time, Weather
from .shortening import shorten, without_lead
from .vocabulary import places, things
from .vocabulary.lexicon import FAIR, STRONG, UNSURE, WEAK, Hit, Topic, find
from .words import Token, tokens, word_set

__all__ = ["Message", "mentioned", "read_scene"]

MOST_CONTEXT = 10  # messages
_FRESH = 3  # messages whose setting goes on without a word that refers to it
_MOST_ACTIONS = 3
_MOST_PROPS = 3


@dataclass(frozen=True, slots=True)
class Message:
    sender: str
    text: str
    tagged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """What one message says by itself; empty strings where it says nothing."""

    setting: str = ""
    firm: bool = False  # the setting is named, not hinted at
    time: str = ""
    weather: str = ""
    mood: str = ""
    actions: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    denied: frozenset[tuple[Topic, str]] = frozenset()
    refers: bool = False
    refers_to_place: bool = False
    words: tuple[Token, ...] = field(default=(), compare=False)


def read_scene(
    target: str,
    *,
    history: Sequence[Message] = (),
    participants: Sequence[str] = (),
    sender: str | None = None,
) -> Scene:
    """The scene of the target message.

    `history` is oldest first and may end with the target itself; its last ten messages fill
    what the target leaves open or refers to. With a `sender` it is a chat, and the first two
    participants are the chatters; without one, a scene that all participants take part in.
    """
    own = [message for message in history if message.text.strip() == target.strip()]
    if history and own and history[-1] is own[-1]:
        history = history[:-1]
    context = list(history)[-MOST_CONTEXT:]
    said = _read(target)
    settled = _filled(said, [_read(message.text) for message in reversed(context)])
    tagged = own[-1].tagged if own else ()
    who = _people(target, said, context, participants, sender, tagged)
    known = [*participants, *tagged, *(tag for message in context for tag in message.tagged)]
    if sender is not None:
        known.append(sender)
    return Scene(
        text=_text(target, settled, said, known),
        setting=cast("Setting | None", settled.setting or None),
        time=cast("Time | None", settled.time or None),
        weather=cast("Weather | None", settled.weather or None),
        mood=cast("Mood", settled.mood or "neutral"),
        actions=cast("tuple[Action, ...]", settled.actions),
        people=who,
        props=settled.props,
    )


# One message -------------------------------------------------------------------------------

_LOCATING = word_set("in on at inside into by near around through across under beside")
_TOWARDS = word_set("to for towards from of about until till than like")
_BETWEEN = word_set(
    "the a an my your our his her their this that some cozy luxurious crowded quiet sunny busy"
    " little small big old beautiful nice local favorite sandy dark empty warm cold snowy rainy"
    " same new huge romantic tiny fancy modern ancient green tropical"
)


def _read(text: str) -> _Said:
    words = tokens(text)
    hits = find(words)
    meant = [hit for hit in hits if not hit.denied]
    setting, firmness = _setting(words, meant)
    return _Said(
        setting=setting,
        firm=firmness > FAIR,
        time=_best(words, meant, "time"),
        weather=_best(words, meant, "weather"),
        mood=_best(words, meant, "mood"),
        actions=_actions(words, meant),
        props=_props(words, meant),
        denied=frozenset((hit.term.topic, hit.term.value) for hit in hits if hit.denied),
        refers=any(hit.term.topic == "refer" for hit in meant),
        refers_to_place=any(hit.term.topic == "refer_place" for hit in meant),
        words=tuple(words),
    )


def _led_by(words: Sequence[Token], hit: Hit) -> float:
    """1 where the phrase is placed ("at the ..."), less where it is only headed for or told
    about."""
    first = words[hit.first].key
    if first in _LOCATING and hit.last > hit.first:
        return 1.0
    at = hit.first - 1
    for _ in range(4):
        if at < 0 or words[at + 1].breaks:
            return 0.0
        key = words[at].key
        if key in _LOCATING:
            return 1.0
        if key in _TOWARDS:
            return {"to": 0.5, "for": 0.3}.get(key, -0.5)
        if key not in _BETWEEN:
            return 0.0
        at -= 1
    return 0.0


def _is_placed(words: Sequence[Token], hit: Hit) -> bool:
    """Whether a word of place stands a few words before it, in the same clause."""
    for at in range(hit.first - 1, max(-1, hit.first - 6), -1):
        if words[at + 1].breaks:
            return False
        if words[at].key in _LOCATING or words[at].key == "to":
            return at < hit.first - 1
    return False


def _setting(words: Sequence[Token], hits: Iterable[Hit]) -> tuple[str, float]:
    best, top = "", 0.0
    for hit in hits:
        if hit.term.topic != "setting":
            continue
        strength = hit.term.strength
        if strength == UNSURE:
            if not _is_placed(words, hit):
                continue
            strength = FAIR
        score = strength + _led_by(words, hit)
        if hit.term.value in places.BROAD and hit.term.strength == STRONG:
            score -= 0.75
        if score > top:
            best, top = hit.term.value, score
    return best, top


def _best(words: Sequence[Token], hits: Iterable[Hit], topic: Topic) -> str:
    best, top = "", 0.0
    for hit in hits:
        if hit.term.topic != topic:
            continue
        score = hit.term.strength + (0.0 if topic == "mood" else _led_by(words, hit))
        if score > top:
            best, top = hit.term.value, score
    return best


def _actions(words: Sequence[Token], hits: Iterable[Hit]) -> tuple[str, ...]:
    found: dict[str, tuple[bool, int]] = {}
    for hit in hits:
        if hit.term.topic == "action":
            before = words[hit.first - 1].key if hit.first else ""
            bare = hit.first == hit.last and hit.term.strength < STRONG
            # "the walk", "my work": of a doing, but less surely what is done now
            noun = bare and before in {"the", "my", "your", "our", "that", "this", "of", "last"}
            rank = (noun, hit.first)
            found[hit.term.value] = min(rank, found.get(hit.term.value, rank))
    ordered = sorted(found, key=lambda action: found[action])
    if len(ordered) > 1 and "standing" in ordered:
        ordered.remove("standing")
    if "sleeping" in ordered and "sitting" in ordered:  # "sleeping on the couch"
        ordered.remove("sitting")
    if "holding hands" in ordered and "hugging" in ordered:
        ordered.remove("hugging")
    return tuple(ordered[:_MOST_ACTIONS])


def _props(words: Sequence[Token], hits: Iterable[Hit]) -> tuple[str, ...]:
    kinds: dict[str, None] = {}
    for hit in hits:
        if hit.term.topic != "prop":
            continue
        before = {token.key for token in words[max(0, hit.first - 3) : hit.first]}
        if hit.term.strength > WEAK or before & things.HOLDING:
            kinds.setdefault(hit.term.value)
    return tuple(kinds)[:_MOST_PROPS]


# The chat before ---------------------------------------------------------------------------

_OUTDOOR_WEATHER = frozenset({"rain", "snow", "fog", "storm"})


def _filled(said: _Said, earlier: Sequence[_Said]) -> _Said:
    """What the target leaves open, out of the messages before it; the latest comes first."""
    refers = said.refers or said.refers_to_place
    setting, time, weather, mood = said.setting, said.time, said.weather, said.mood
    actions, props = said.actions, said.props
    place_of: _Said | None = None
    for age, other in enumerate(earlier):
        fresh = refers or age < _FRESH
        if not setting and other.setting and fresh and _may_go_on(said, other, refers):
            setting, place_of = other.setting, other
        together = not other.setting or other.setting == setting
        if not together or not fresh:
            continue
        if not time and ("time", other.time) not in said.denied:
            time = other.time
        if not weather and ("weather", other.weather) not in said.denied:
            weather = other.weather
        if not mood and ("mood", other.mood) not in said.denied:
            mood = other.mood
        if said.refers and not actions:
            actions = tuple(a for a in other.actions if ("action", a) not in said.denied)
            props = props or other.props
    if place_of is None and setting in places.INDOORS and not said.weather:
        weather = "" if weather in _OUTDOOR_WEATHER else weather
    return _Said(
        setting=setting, time=time, weather=weather, mood=mood, actions=actions, props=props
    )


def _may_go_on(said: _Said, other: _Said, refers: bool) -> bool:
    """Whether the place of an earlier message is this one's too."""
    if {("setting", other.setting), ("refer_place", "place")} & said.denied:
        return False
    if refers:
        return True
    if said.weather in _OUTDOOR_WEATHER and other.setting in places.INDOORS:
        return False
    return other.firm


# Who and what ------------------------------------------------------------------------------


def _people(
    target: str,
    said: _Said,
    context: Sequence[Message],
    participants: Sequence[str],
    sender: str | None,
    tagged: Sequence[str],
) -> tuple[str, ...]:
    came_up = [tag for message in context for tag in message.tagged]
    came_up += mentioned(" . ".join(m.text for m in context), participants[2:])
    known = people.distinct_all([*participants, *tagged, *came_up])
    out = people.left_out(target, known)
    named = [handle for handle in mentioned(target, known) if handle not in out]
    named += [tag for tag in tagged if tag not in out and tag not in named]
    if people.is_empty(target, named):
        return ()
    if sender is None:
        present = [one for one in participants if one not in out]
        return people.in_scene(said.words, named, present)
    chatters = [one for one in participants[:2] if one not in out]
    if not any(people.same(sender, one) for one in participants[:2]) and sender not in out:
        chatters = [sender, *chatters][:2]
    return people.in_chat(said.words, named, chatters, sender, came_up)


def _text(target: str, scene: _Said, said: _Said, known: Sequence[str]) -> str:
    """What is drawn, in words, without handles; what the target only refers to is told."""
    own = without_lead(people.without_handles(target, known))
    if (said.refers or said.refers_to_place) and not said.setting and not said.actions:
        told = _told(scene)
        if told:
            return shorten(told)
    return shorten(own) or _told(scene) or "people together"


def _told(scene: Any) -> str:
    parts = [" and ".join(scene.actions[:2])]
    if scene.setting:
        parts.append(places.PHRASES[scene.setting][0])
    if scene.time:
        parts.append({"day": "by day", "night": "at night"}.get(scene.time, f"at {scene.time}"))
    if scene.weather:
        parts.append(f"in {scene.weather} weather")
    return " ".join(part for part in parts if part)
