"""The eight pictures of a character sheet, of one person, and the sheet of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from ..avatar.artist import Picture
from ..avatar.body import GROUND
from ..avatar.casting import cast
from ..avatar.choice import draw
from ..avatar.features import Features
from ..avatar.model_sheet import palette_of
from ..avatar.raster import rasterise
from ..avatar.styles import Style, apply_style, line_for
from ..pose.sheet import SheetFigure, compose_sheet
from ..scene.actor import posed
from ..scene.part import Part
from .camera import View, document, placed
from .puppet import STILL, Drawn, Puppet
from .world import Framing, Shot, World, framed, world_for

Angle = Literal[
    "front", "three_quarter_left", "three_quarter_right", "side_left", "side_right", "back",
    "action", "close_up",
]  # fmt: skip
ANGLES: tuple[Angle, ...] = get_args(Angle)
"""The pictures of a character sheet, by their roles; left and right are the picture's."""

_PARTS: dict[Angle, Part] = {
    "front": Part(view="front"),
    "three_quarter_left": Part(view="quarter", turn=-1),
    "three_quarter_right": Part(view="quarter"),
    "side_left": Part(view="side", turn=-1),
    "side_right": Part(view="side"),
    "back": Part(view="back"),
    "action": Part(view="quarter", pose="running"),
    "close_up": Part(view="front"),
}
_MARGIN = 0.2  # heads between the frame and what a hand holds
_ACTIONS = ("running", "jumping", "fighting_stance", "dancing", "cheering")
_LABELS: dict[Angle, str] = {
    "front": "FRONT", "three_quarter_left": "3/4 LEFT", "three_quarter_right": "3/4 RIGHT",
    "side_left": "SIDE LEFT", "side_right": "SIDE RIGHT", "back": "BACK", "action": "ACTION",
    "close_up": "CLOSE-UP",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWish:
    style: Style = "anime"
    width: int = 512  # of each of the eight
    height: int = 768
    sheet_width: int = 1600
    title: str = ""
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """(H, W, 4) uint8 each by its role, opaque, where the person is in them (H, W), and the
    sheet (H, W, 3)."""

    pictures: dict[Angle, Picture]
    masks: dict[Angle, Picture]
    sheet: Picture


def character_sheet(
    features: Features, wish: SheetWish, *, told: Callable[[int], None] = lambda _: None
) -> Sheet:
    """`told` is called with the number of pictures done. Same arguments, same bytes."""
    person = cast(features, wish.seed)
    pictures, masks = eight_poses(person, wish, told=told)
    figures = [_cut_out(_drawn(person, angle, wish), angle, wish) for angle in ANGLES]
    sheet = _composed(figures, palette_of(person), wish.title, wish.sheet_width)
    return Sheet(pictures, masks, sheet)


def eight_poses(
    features: Features, wish: SheetWish, *, told: Callable[[int], None] = lambda _: None
) -> tuple[dict[Angle, Picture], dict[Angle, Picture]]:
    """The pictures alone, and where the person is in them."""
    person = cast(features, wish.seed)
    pictures: dict[Angle, Picture] = {}
    masks: dict[Angle, Picture] = {}
    for angle in ANGLES:
        drawn = _drawn(person, angle, wish)
        framing: Framing = "bust" if angle == "close_up" else "figure"
        world = world_for(None, wish.width, wish.height, wish.seed)
        view, puppet = framed(world, drawn, framing), Puppet(drawn)
        if framing == "figure":
            view = view.holding(_reach(puppet, world), wish.width / wish.height)
        shot = Shot(world, drawn, wish.style, [view], seed=wish.seed, feet=framing == "figure")
        pictures[angle] = shot.picture(puppet, STILL, view)
        masks[angle] = shot.mask
        told(len(pictures))
    return pictures, masks


def _drawn(person: Features, angle: Angle, wish: SheetWish) -> Drawn:
    part = _PARTS[angle]
    if angle == "action":
        chosen = _ACTIONS[int(draw(wish.seed, "sheet/action") * len(_ACTIONS))]
        part = replace(part, pose=chosen)
    return Drawn(person, posed(person, part), part.view, wish.seed, line_for(wish.style),
                 part.doing)  # fmt: skip


def _reach(puppet: Puppet, world: World) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in the world of the person with all that they hold, and a margin
    round it."""
    left, top, right, bottom = puppet.box(STILL)
    margin = _MARGIN * puppet.body.measures.head
    # Below the feet there is the margin that every figure has.
    return (*world.at((left - margin, top - margin)), *world.at((right + margin, bottom)))


def _cut_out(drawn: Drawn, angle: Angle, wish: SheetWish) -> SheetFigure:
    wide, tall = 640, 768
    world = world_for(None, wide, tall, wish.seed)
    view, puppet = View(wide / 2, tall / 2, tall), Puppet(drawn)
    if angle == "close_up":
        wide, tall = 336, 600
        world = world_for(None, wide, tall, wish.seed)
        view = framed(world, drawn, "close")
    else:
        # A larger picture, not a smaller person: all of a sheet have one scale.
        view = view.holding(_reach(puppet, world), wide / tall)
        wide, tall = round(view.tall * wide / tall), round(view.tall)
    box = view.box(wide / tall)
    markup = placed(puppet.markup(STILL), world.x, world.ground - GROUND * world.scale,
                    world.scale)  # fmt: skip
    picture = rasterise(document(markup, box, wide, tall), wide, tall)
    picture = apply_style(picture, wish.style, seed=wish.seed)
    rows = np.flatnonzero(picture[..., 3].max(axis=1) > 127)
    ground = int(rows[-1]) + 1 if rows.size else tall
    return SheetFigure(_LABELS[angle], picture, ground)


def sheet_of(pictures: Sequence[Picture], *, title: str = "", width: int = 1600) -> Picture:
    """The sheet of eight whole pictures, (H, W, 3 or more) uint8, in the order of `ANGLES`.

    ValueError for another number of them.
    """
    if len(pictures) != len(ANGLES):
        raise ValueError(f"A character sheet has {len(ANGLES)} pictures, not {len(pictures)}")
    figures = []
    for angle, picture in zip(ANGLES, pictures, strict=True):
        whole = np.full((*picture.shape[:2], 4), 255, np.uint8)
        whole[..., :3] = picture[..., :3]
        figures.append(SheetFigure(_LABELS[angle], whole, picture.shape[0]))
    return _composed(figures, (), title, width)


def _composed(
    figures: list[SheetFigure], palette: Sequence[tuple[str, str]], title: str, width: int
) -> Picture:
    """Two rows of four, at one scale."""
    first, second = figures[:4], figures[4:]
    title = title or "CHARACTER SHEET"
    upper = compose_sheet(first, title=title, width=width, alike=second)
    lower = compose_sheet(second, title="", palette=palette, width=width, alike=first)
    # one margin between them, not two
    upper, lower = upper[: -round(0.02 * width)], lower[round(0.025 * width) :]
    sheet: Picture = np.concatenate([upper, lower], axis=0)
    return sheet
