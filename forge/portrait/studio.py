"""From a photograph to a portrait in one call: what the nodes do one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from ..avatar.styles import Style
from .border import Border
from .composition import Picture, compose
from .costume import CostumeName, choose_costume
from .finish import finish
from .pet import PetKind
from .setting import SettingName, choose_setting, paint_setting
from .sitter import find_sitter

WIDTH, HEIGHT = 832, 1216  # pixels, where nothing else is asked for


@dataclass(frozen=True, slots=True)
class Commission:
    """What a portrait is to be; costume and setting are the seed's where they are None."""

    kind: PetKind
    seed: int = 0
    costume: CostumeName | None = None
    setting: SettingName | None = None
    style: Style = "oil_painting"
    border: Border = "vignette"
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True, eq=False)
class Portrait:
    """`picture` (H, W, 3) uint8; `notes` tell what could not be done as asked."""

    picture: Picture
    notes: tuple[str, ...]


def paint_portrait(photograph: Picture, wish: Commission) -> Portrait:
    """Of the animal in a picture (H, W, 3 or 4) uint8 of any size; equal bytes for equal
    pictures and wishes."""
    sitter = find_sitter(photograph, wish.kind)
    costume = choose_costume(wish.kind, wish.seed, wish.costume)
    place = wish.setting or choose_setting(wish.kind, wish.seed)
    setting = paint_setting(place, wish.seed, wish.width, wish.height)
    composed = compose(sitter, costume, setting, seed=wish.seed)
    finished = finish(
        composed.picture, wish.style, seed=wish.seed, figure=composed.figure, face=composed.face,
        border=wish.border,
    )  # fmt: skip
    return Portrait(finished, sitter.notes)
