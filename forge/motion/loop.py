"""A loop: somebody who breathes, blinks, turns their head or walks, and begins where it ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ..avatar.casting import cast
from ..avatar.features import Features
from ..avatar.parts.props import assign
from ..avatar.styles import Style, line_for
from ..scene.actor import posed
from ..scene.part import Part
from ..story.scene import Scene
from .acts import Motion, standing, trailing
from .camera import Picture
from .curves import blinks, turn
from .gait import Step, stride, walk
from .puppet import Drawn, Moment, Puppet
from .world import Framing, Shot, framed, world_for

_CYCLE = 1.0  # seconds of two steps
_WORDS: tuple[tuple[Motion, str], ...] = (
    ("walk", r"\b(walk\w*|stroll\w*|strid\w*|march\w*|wander\w*|hik\w*)\b"),
    ("head turn", r"\b(turn\w* (her|his|their|the) head|head turn|look\w* (around|over|back|aside)"
                  r"|glanc\w*)\b"),
    ("wind", r"\b(wind\w*|breeze|blow\w*|flow\w* (hair|dress|cape)|storm\w*)\b"),
    ("breathing", r"\b(breath\w*|calm\w*|still|sleep\w*|asleep)\b"),
)  # fmt: skip


def motion_of(text: str) -> Motion:
    """What the words speak of; standing at ease where they speak of none."""
    lower = text.casefold()
    return next((motion for motion, words in _WORDS if re.search(words, lower)), "idle")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopWish:
    motion: Motion = "idle"
    framing: Framing | None = None  # None: what suits the motion and the picture's form
    style: Style = "anime"
    width: int = 512
    height: int = 512
    frames: int = 48
    fps: float = 24.0
    seed: int = 0


def animate(
    features: Features,
    wish: LoopWish,
    *,
    scene: Scene | None = None,
    told: Callable[[int], None] = lambda _: None,
) -> list[Picture]:
    """(H, W, 4) uint8 each, opaque. `told` is called with the number of frames done.

    The same arguments give the same pictures, and the frame after the last is the first.
    """
    person = cast(features, wish.seed)
    line = line_for(wish.style)
    world = world_for(scene, wish.width, wish.height, wish.seed)
    walks = wish.motion == "walk"
    part = Part(view="side" if walks else "front")
    drawn = Drawn(person, posed(person, part), part.view, wish.seed, line)
    framing = wish.framing or _framing(wish)
    view = framed(world, drawn, framing)
    shot = Shot(world, drawn, wish.style, [view], seed=wish.seed, feet=framing == "figure")
    way = 0.0
    if walks:
        puppets, moments = _walking(drawn, wish)
        way = stride(drawn.body) * _cycles(wish) * world.scale * wish.height / view.tall
        shot.rolls(view, way)
    else:
        puppet = Puppet(drawn)
        puppets = [puppet] * wish.frames
        moments = standing(wish.motion, wish.frames, wish.fps, seed=wish.seed, loops=True)
    made = []
    for index, (puppet, moment) in enumerate(zip(puppets, moments, strict=True)):
        fall = _falls(wish) * index / wish.frames
        rolled = way * index / wish.frames
        made.append(shot.picture(puppet, moment, view, fall=fall, rolled=rolled))
        told(index + 1)
    return _begun_quietly(made)


def _begun_quietly(pictures: list[Picture]) -> list[Picture]:
    """The same loop from where least happens: that is where players are slow to begin again."""
    small = [picture[::4, ::4, :3].astype(np.int16) for picture in pictures]
    steps = [int(np.abs(small[i] - small[i - 1]).sum()) for i in range(len(small))]
    start = steps.index(min(steps))
    return pictures[start:] + pictures[:start]


def _falls(wish: LoopWish) -> int:
    return max(1, round(wish.frames / wish.fps))


def _framing(wish: LoopWish) -> Framing:
    if wish.motion == "walk" or wish.height >= 1.35 * wish.width:
        return "figure"
    return "medium"


def _cycles(wish: LoopWish) -> int:
    return max(1, round(wish.frames / wish.fps / _CYCLE))


def _walking(drawn: Drawn, wish: LoopWish) -> tuple[list[Puppet], list[Moment]]:
    cycles = _cycles(wish)
    lids = blinks(wish.frames, [round(0.6 * wish.frames)], loops=True)
    laden = frozenset(assign(drawn.person))
    puppets: dict[float, tuple[Puppet, Step]] = {}
    moments, order = [], []
    for index in range(wish.frames):
        # phases that come again are drawn once
        phase = round((index * cycles % wish.frames) / wish.frames, 9)
        if phase not in puppets:
            step = walk(drawn.body, phase, laden=laden)
            puppets[phase] = (Puppet(replace(drawn, body=step.body)), step)
        puppet, step = puppets[phase]
        order.append(puppet)
        t = index / wish.frames
        moments.append(
            Moment(
                breath=0.5 + 0.5 * turn(t),
                nod=0.8 * turn(2 * cycles * t - 0.1),
                lids=lids[index],
                phase=cycles * t,
                wind=0.9,
                # it is always a little behind
                hair=0.0,
                bounce=step.bob,
                cloth=0.05 * step.turned,
            )
        )
    followed = trailing(moments, wish.fps, loops=True)
    behind = [replace(m, hair=m.hair - 0.035, cloth=m.cloth - 0.03) for m in followed]
    return order, behind
