"""A scene as it was understood: who does what where, and when; what story and drawing share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Setting = Literal[
    "beach",
    "forest",
    "mountains",
    "city",
    "cafe",
    "bar",
    "stadium",
    "kitchen",
    "bedroom",
    "living room",
    "office",
    "school",
    "park",
    "space",
    "castle",
    "concert",
    "gym",
    "car",
    "train",
    "library",
    "garden",
    "underwater",
    "desert",
    "restaurant",
    "shop",
    "studio",
]
SETTINGS: tuple[Setting, ...] = get_args(Setting)

Time = Literal["dawn", "day", "sunset", "night"]
TIMES: tuple[Time, ...] = get_args(Time)

Weather = Literal["clear", "cloudy", "rain", "snow", "fog", "storm"]
WEATHERS: tuple[Weather, ...] = get_args(Weather)

Mood = Literal["happy", "calm", "romantic", "excited", "tense", "sad", "awkward", "neutral"]
MOODS: tuple[Mood, ...] = get_args(Mood)

Action = Literal[
    "standing",
    "walking",
    "running",
    "hugging",
    "holding hands",
    "kissing",
    "dancing",
    "sitting",
    "eating",
    "drinking",
    "cheering",
    "reading",
    "playing",
    "talking",
    "sleeping",
    "singing",
    "swimming",
    "working",
    "cooking",
    "waving",
    "exercising",
    "fighting",
    "posing",
]
ACTIONS: tuple[Action, ...] = get_args(Action)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """`setting` is None where none of SETTINGS is meant: the picture then has a quiet
    background, never a wrong one. `people` are the handles of those in the picture, in the
    order they were meant, one to six; empty for a scene without people."""

    text: str  # what is drawn, in words: at most 25 of them, without handles
    setting: Setting | None = None
    time: Time | None = None  # None: not said
    weather: Weather | None = None
    mood: Mood = "neutral"
    actions: tuple[Action, ...] = ()  # the main one first
    people: tuple[str, ...] = ()
    props: tuple[str, ...] = ()  # things that words name and a hand can hold: "guitar"
