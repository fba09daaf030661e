"""Contact sheets of drawn scenes, to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from ..avatar.contact_sheet import Cell, contact_sheet
from ..avatar.styles import STYLES
from ..avatar.words import read_words
from ..story.reading import read_scene
from .drawing import draw_scene

Picture = npt.NDArray[np.uint8]
Step = Callable[[], object]

FRIENDS: Mapping[str, str] = {
    "Ana": "young woman, long wavy blonde hair, fair skin, smiling",
    "Ben": "man, short black hair, short beard, medium skin",
    "Chi": "woman, dark skin, coily black hair, round glasses",
    "Dev": "young man, brown skin, black hair, glasses",
    "Eve": "woman, short red hair, freckles, light skin",
    "Fred": "old man, grey hair, grey beard",
}
MESSAGES: tuple[tuple[str, int], ...] = (
    ("Let's imagine us walking on the beach at sunset", 2),
    ("hiking through the forest on a foggy morning", 3),
    ("a serene lake in the mountains at dawn", 0),
    ("running through the city in the rain at night", 2),
    ("talking over coffee in our favourite cafe", 2),
    ("friends celebrating a victory at the bar", 4),
    ("the whole crew cheering at the stadium", 6),
    ("cooking dinner together in the kitchen", 2),
    ("sleeping in the bedroom on a snowy night", 1),
    ("all of us sitting in the living room by night", 3),
    ("working late at the office", 2),
    ("reading at school", 2),
    ("playing in the park on a sunny day", 3),
    ("waving from space", 1),
    ("posing before the castle", 2),
    ("singing at a concert", 3),
    ("exercising at the gym", 2),
    ("driving in the car through the night", 2),
    ("sitting on the train", 3),
    ("reading a book in the library", 1),
    ("a hug in the garden", 2),
    ("swimming underwater", 2),
    ("dancing in the snow", 2),
    ("eating pizza in a restaurant", 4),
)
"""What somebody writes, and how many of the friends are in it."""

_STYLED = ("Let's imagine us walking on the beach at sunset", 2)


def _scene(message: str, count: int, side: int, style: str = "") -> Picture:
    names = tuple(FRIENDS)[:count]
    scene = read_scene(message, participants=names)
    people = [read_words(FRIENDS[name]).features for name in scene.people if name in FRIENDS]
    seed = len(message)
    painting = draw_scene(scene, people, style=style, seed=seed, width=side, height=side)
    return painting.picture


def scenes_sheet(step: Step = lambda: None) -> Picture:
    """24 messages."""
    cells = []
    for message, count in MESSAGES:
        cells.append(Cell(message, (_scene(message, count, 360),)))
        step()
    return contact_sheet("From messages", cells, 6)


def scene_styles_sheet(step: Step = lambda: None) -> Picture:
    """One message in the seven styles."""
    cells = []
    for style in STYLES:
        cells.append(Cell(style.replace("_", " "), (_scene(*_STYLED, 420, style),)))
        step()
    return contact_sheet("A scene in seven styles", cells, 4)


def six() -> Picture:
    """Six scenes without a word, (H, W, 3) uint8."""
    chosen = [MESSAGES[number] for number in (0, 4, 6, 9, 15, 18)]
    pictures = [_scene(*each, 400)[..., :3] for each in chosen]
    return np.vstack([np.hstack(pictures[:3]), np.hstack(pictures[3:])])


SHEETS: Mapping[str, Callable[[Step], Picture]] = {
    "scenes": scenes_sheet,
    "scene_styles": scene_styles_sheet,
}
"""By the file's name, without its ending."""
