"""A scene as a picture: the place, the people in it, its light, its weather, a style."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..avatar.casting import cast
from ..avatar.coding import to_mapping
from ..avatar.features import Features
from ..avatar.raster import rasterise
from ..avatar.styles import Style, behind, line_for, nearest_style
from ..story.scene import Scene
from .actor import Actor
from .company import Company
from .costume import dressed
from .gathering import styled
from .poses import cue
from .settings import Place, place
from .shading import lit, over
from .staging import Staged, stage

Picture: TypeAlias = npt.NDArray[np.uint8]

LEAST, MOST = 256, 2048
"""Pixels of a side."""
MANY = 6
"""People of a picture."""


@dataclass(frozen=True, slots=True)
class ScenePainting:
    picture: Picture  # (H, W, 4) uint8, opaque
    mask: Picture  # (H, W) uint8, 255 where people are
    notes: tuple[str, ...]  # what could not be done as asked


def draw_scene(
    scene: Scene,
    people: Sequence[Features],
    *,
    style: str = "",
    realism: bool = False,
    seed: int = 0,
    width: int = 1024,
    height: int = 1024,
    told: Callable[[int], None] = lambda _: None,
) -> ScenePainting:
    """The scene with these people in it, from left to right in the order of `people`.

    `style` is free words, the nearest of the seven is taken; "" leaves it to `realism`.
    `told` is called with the number of people drawn so far. The same arguments give the same
    bytes on every machine.

    Raises ValueError for a side outside 256..2048 pixels or more than six people.
    """
    if not (LEAST <= width <= MOST and LEAST <= height <= MOST):
        raise ValueError(
            f"A scene is {LEAST} to {MOST} pixels wide and high, not {width}x{height}."
        )
    if len(people) > MANY:
        raise ValueError(f"A scene has at most {MANY} people, not {len(people)}.")
    chosen, notes = _style(style, realism)
    line = line_for(chosen)
    where = place(
        scene.setting,
        time=scene.time,
        weather=scene.weather,
        width=width,
        height=height,
        seed=seed,
    )
    staged = Staged((), "", "")
    if people:
        own = _seeds(people)
        whole = cast_for(scene, people, seed)
        company = Company(whole, scene, seed)
        action = next(iter(scene.actions), None)
        staged = stage(company, cue(company, action), where, width, height, line)
        for index, actor in enumerate(staged.actors):
            actor.draw(index, own[actor.number], line)
            told(index + 1)
            notes += tuple(f"Drawn as its nearest: {word}" for word in actor.not_drawn)
    picture, mask = _composed(where, staged, chosen, width, height)
    heads = tuple(
        head for actor in staged.actors if (head := actor.head_in(width, height)) is not None
    )
    picture = styled(picture, chosen, seed=seed, people=mask, heads=heads)
    return ScenePainting(picture, mask, tuple(dict.fromkeys(notes)))


def cast_for(scene: Scene, people: Sequence[Features], seed: int) -> tuple[Features, ...]:
    """The people as the scene shows them: dressed for it, in its mood, nothing left open."""
    return tuple(
        cast(dressed(person, scene, index, seed), own)
        for index, (person, own) in enumerate(zip(people, _seeds(people), strict=True))
    )


def _seeds(people: Sequence[Features]) -> list[int]:
    """What decides what is open of each: the same person looks the same in every scene, and
    two of the same description in one scene do not."""
    seeds = []
    for person in people:
        said = json.dumps(to_mapping(person), sort_keys=True)
        seed = int.from_bytes(hashlib.sha256(said.encode()).digest()[:6], "big")
        while seed in seeds:
            seed += 1
        seeds.append(seed)
    return seeds


def _style(words: str, realism: bool) -> tuple[Style, tuple[str, ...]]:
    if not words.strip():
        return ("realistic" if realism else "anime"), ()
    choice = nearest_style(words)
    plain = " ".join(words.casefold().replace("_", " ").replace("-", " ").split())
    if choice.exact and plain.removesuffix(" style") == choice.name.replace("_", " "):
        return choice.name, ()
    return choice.name, (f"Style {words!r} is drawn as {choice.name}",)


def _composed(
    where: Place, staged: Staged, style: Style, width: int, height: int
) -> tuple[Picture, Picture]:
    back = rasterise(_document(where.behind + staged.behind, width, height), width, height)
    picture = behind(_opaque(back), style, place=True) if staged.actors else _opaque(back)
    mask = np.zeros((height, width), np.uint8)
    if staged.actors:
        figures = rasterise(_document(_figures(staged.actors), width, height), width, height)
        picture = over(lit(figures, where.light), picture)
        mask = figures[..., 3].copy()
    nearest = staged.before + where.before + where.weather_before
    if nearest:
        front = rasterise(_document(nearest, width, height), width, height)
        picture = over(front, picture)
    if staged.before and staged.actors:
        own = rasterise(_document(staged.before, width, height), width, height)[..., 3]
        mask = (mask.astype(np.uint16) * (255 - own) // 255).astype(np.uint8)
    return picture, mask


def _figures(actors: Sequence[Actor]) -> str:
    defs = "".join(actor.defs for actor in actors)
    body = "".join(
        "".join(piece(actor) for actor in actors)
        for piece in (Actor.behind, Actor.main, Actor.before)
    )
    return f'<defs>{defs}</defs><g stroke-linecap="round" stroke-linejoin="round">{body}</g>'


def _document(body: str, width: int, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}</svg>'
    )


def _opaque(picture: Picture) -> Picture:
    result = picture.copy()
    result[..., 3] = 255
    return result
