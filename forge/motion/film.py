"""A short film of one person: a wide shot, one from the waist up, a close one.

The camera moves in each; nearer and further layers of a place move by their own shares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from ..avatar.casting import cast
from ..avatar.choice import draw
from ..avatar.features import Features
from ..avatar.parts.props import assign
from ..avatar.styles import Style, line_for
from ..scene.actor import posed
from ..scene.part import Part
from ..story.scene import Scene, Setting
from .acts import Motion, standing, trailing
from .camera import Picture, View
from .curves import blinks, ease, turn
from .gait import stride, walk
from .puppet import Drawn, Moment, Puppet
from .world import Framing, Shot, World, framed, world_for

_OUTSIDE: tuple[Setting, ...] = ("park", "city", "beach", "mountains", "garden", "forest")
"""Where a film is shot whose words name no place."""
_STILL: frozenset[Setting | None] = frozenset(
    {"car", "train", "space", "underwater", "stadium", "concert", "studio"}
)
"""Where nobody walks through the picture."""
_DISSOLVE = 0.30  # seconds
_STEP = 1.05  # seconds of a walk's cycle


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmWish:
    style: Style = "anime"
    width: int = 512
    height: int = 512
    frames: int = 120
    fps: float = 24.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class _Take:
    """A shot: who is seen how in each of its frames."""

    drawn: Drawn
    puppets: list[Puppet]
    moments: list[Moment]
    views: list[View]
    asides: list[float]
    feet: bool


def film(
    features: Features,
    scene: Scene | None,
    wish: FilmWish,
    *,
    told: Callable[[int], None] = lambda _: None,
) -> list[Picture]:
    """(H, W, 4) uint8 each, opaque. `told` is called with the number of frames done.

    A scene without a place is given one. The same arguments give the same pictures.
    """
    return list(filmed(features, scene, wish, told=told))


def filmed(
    features: Features,
    scene: Scene | None,
    wish: FilmWish,
    *,
    told: Callable[[int], None] = lambda _: None,
) -> Iterator[Picture]:
    """As `film`, one after another as they are drawn."""
    person = cast(features, wish.seed)
    scene = scene or Scene(text="")
    if scene.setting is None:
        chosen = _OUTSIDE[int(draw(wish.seed, "film/place") * len(_OUTSIDE))]
        scene = replace(scene, setting=chosen)
    world = world_for(scene, wish.width, wish.height, wish.seed)
    lengths = _lengths(wish.frames, wish.fps)
    kinds = {1: ("medium",), 2: ("wide", "close"), 3: ("wide", "medium", "close")}[len(lengths)]
    blend = max(1, round(_DISSOLVE * wish.fps))
    made = 0
    tail: list[Picture] = []
    for number, (kind, length) in enumerate(zip(kinds, lengths, strict=True)):
        last = number == len(lengths) - 1
        over = blend if not last and kind != "wide" else 0
        take = _TAKES[kind](person, world, scene, wish, length + over)
        shot = Shot(world, take.drawn, wish.style, take.views, seed=wish.seed, feet=take.feet)
        earlier, tail = tail, []
        for index in range(length + over):
            picture = shot.picture(
                take.puppets[index], take.moments[index], take.views[index],
                aside=take.asides[index], fall=(made + index) / wish.fps,
            )  # fmt: skip
            if index < len(earlier):
                share = (index + 1) * 256 // (len(earlier) + 1)
                picture = _mixed(earlier[index], picture, share)
            if index < length:
                told(made + index + 1)
                yield picture
            else:
                tail.append(picture)
        made += length


def _lengths(frames: int, fps: float) -> list[int]:
    seconds = frames / fps
    if seconds < 2.6:
        return [frames]
    if seconds < 4.0:
        first = round(frames * 0.5)
        return [first, frames - first]
    first, second = round(frames * 0.36), round(frames * 0.32)
    return [first, second, frames - first - second]


def _mixed(a: Picture, b: Picture, share: int) -> Picture:
    mixed = (a.astype(np.uint32) * (256 - share) + b.astype(np.uint32) * share + 128) >> 8
    return mixed.astype(np.uint8)


def _drawn(person: Features, wish: FilmWish, part: Part) -> Drawn:
    return Drawn(person, posed(person, part), part.view, wish.seed, line_for(wish.style))


def _wide(person: Features, world: World, scene: Scene, wish: FilmWish, count: int) -> _Take:
    """The whole place; the person walks into it, or stands where nobody can walk."""
    home = world.home
    away = replace(home, tall=home.tall * 0.78, y=home.y + home.tall * 0.07)
    start = replace(home, tall=home.tall * 0.93)
    if scene.setting in _STILL:
        drawn = _drawn(person, wish, Part(view="front"))
        views = _path(start, away, count)
        return _standing(drawn, "idle", views, wish, count, feet=True)
    side = 1 if draw(wish.seed, "film/way") < 0.5 else -1
    drawn = _drawn(person, wish, Part(view="side", turn=side))
    cycles = count / wish.fps / _STEP
    way = stride(drawn.body) * world.scale * cycles
    room = 0.34 * world.width
    if way > room:  # fewer steps rather than feet that slide
        cycles *= room / way
        way = room
    laden = frozenset(assign(person))
    puppets, moments, asides = [], [], []
    lids = blinks(count, [round(0.45 * count)], loops=False)
    for index in range(count):
        phase = cycles * index / count
        step = walk(drawn.body, phase % 1.0, laden=laden)
        puppets.append(Puppet(replace(drawn, body=step.body)))
        moments.append(
            Moment(breath=0.5 + 0.5 * turn(phase / 2), nod=0.8 * turn(2 * phase - 0.1),
                   lids=lids[index], phase=phase, wind=0.9, bounce=step.bob,
                   cloth=0.05 * step.turned)
        )  # fmt: skip
        asides.append(side * (way * index / count - way * 0.62))
    trail = trailing(moments, wish.fps, loops=False)
    moments = [replace(m, hair=m.hair - 0.035 * side, cloth=m.cloth - 0.03 * side) for m in trail]
    pan = 0.03 * world.width * side
    start = replace(start, x=start.x - pan)
    away = replace(away, x=away.x + pan * 0.4)
    return _Take(drawn, puppets, moments, _path(start, away, count), asides, True)


def _medium(person: Features, world: World, scene: Scene, wish: FilmWish, count: int) -> _Take:
    drawn = _drawn(person, wish, Part(view="front"))
    middle = framed(world, drawn, "medium")
    side = 1 if draw(wish.seed, "film/pan") < 0.5 else -1
    pan = 0.07 * middle.tall * side
    views = _path(
        replace(middle, x=middle.x - pan, tall=middle.tall * 1.05),
        replace(middle, x=middle.x + pan),
        count,
    )
    return _standing(drawn, "head turn", views, wish, count)


def _close(person: Features, world: World, scene: Scene, wish: FilmWish, count: int) -> _Take:
    drawn = _drawn(person, wish, Part(view="front"))
    near = framed(world, drawn, "close")
    start = replace(framed(world, drawn, "bust"), x=near.x)
    views = _path(start.towards(near, 0.15), start.towards(near, 0.75), count)
    return _standing(drawn, "wind", views, wish, count)


_TAKES = {"wide": _wide, "medium": _medium, "close": _close}


def _standing(
    drawn: Drawn, motion: Motion, views: list[View], wish: FilmWish, count: int, feet: bool = False
) -> _Take:
    puppet = Puppet(drawn)
    moments = standing(motion, count, wish.fps, seed=wish.seed, loops=False)
    return _Take(drawn, [puppet] * count, moments, views, [0.0] * count, feet)


def _path(start: View, end: View, count: int) -> list[View]:
    """Slowly off, slowly there, but never still."""
    span = max(1, count - 1)
    shares = [0.35 * index / span + 0.65 * ease(index / span) for index in range(count)]
    return [start.towards(end, share) for share in shares]


__all__ = ["FilmWish", "Framing", "film"]
