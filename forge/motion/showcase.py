"""Sheets to look at: the eight poses, a loop, a walk and a film of people from words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from ..avatar.words import read_words
from ..story.reading import read_scene
from .acts import Motion
from .camera import Picture
from .film import FilmWish, film
from .loop import LoopWish, animate
from .poses import SheetWish, character_sheet

Step = Callable[[], None]

_TRAVELLER = "anime girl with long blue hair, yellow raincoat"
_ROWS: tuple[tuple[str, Motion, int], ...] = (
    ("anime girl with pink twintails and a school uniform in the city at night", "idle", 5),
    ("elf princess with very long silver hair, purple gown", "wind", 2),
    ("boy with spiky black hair in a white hoodie", "head turn", 1),
    ("knight in armour with a red cape", "walk", 7),
)
_SIDE = 224  # pixels of a frame
_SHOWN = 8  # of a loop's frames


def eight_poses(step: Step) -> Picture:
    wish = SheetWish(seed=12, sheet_width=1100)
    return character_sheet(read_words(_TRAVELLER).features, wish, told=lambda _: step()).sheet


def loops(step: Step) -> Picture:
    """A row for each motion, every few frames of it."""
    rows = []
    for words, motion, seed in _ROWS:
        wish = LoopWish(motion=motion, seed=seed, width=_SIDE, height=_SIDE)
        frames = animate(read_words(words).features, wish, scene=read_scene(words))
        chosen = frames[: len(frames) // 2] if motion == "walk" else frames
        rows.append(_spread(chosen, _SHOWN))
        step()
    return np.vstack(rows)


def stills(step: Step) -> Picture:
    """Three of each shot of a film."""
    wish = FilmWish(seed=12, width=320, height=240)
    words = f"{_TRAVELLER} on the beach at sunset"
    frames = film(read_words(words).features, read_scene(words), wish, told=lambda _: step())
    shots = frames[:43], frames[43:81], frames[88:]
    return np.vstack([_spread(shot, 3) for shot in shots])


def _spread(frames: Sequence[Picture], count: int) -> Picture:
    return np.hstack([frames[index * len(frames) // count][..., :3] for index in range(count)])


SHEETS: Mapping[str, Callable[[Step], Picture]] = {
    "eight_poses": eight_poses,
    "loops": loops,
    "film": stills,
}
"""By name."""
