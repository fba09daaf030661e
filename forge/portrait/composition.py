"""The animal's head in its costume before its setting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from .bust import WIDTH, bust_of
from .cloth import HEIGHT as DRAWN_HEIGHT
from .cloth import WIDTH as DRAWN_WIDTH
from .costume import CHIN, Costume, draw_costume
from .fur import grown
from .light import graded, lit, shaded
from .sitter import Sitter
from .soft import soft

Picture: TypeAlias = NDArray[np.uint8]
Plane: TypeAlias = NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class Composition:
    """`picture` (H, W, 3) uint8; `figure` and `face` (H, W) uint8, 255 where they are."""

    picture: Picture
    figure: Picture
    face: Picture


def compose(sitter: Sitter, costume: Costume, setting: Picture, *, seed: int = 0) -> Composition:
    """At the setting's size, (H, W, 3) uint8. The seed decides how single hairs lie."""
    high, wide = setting.shape[:2]
    unit = high / DRAWN_HEIGHT
    chin = wide / 2, CHIN * high
    width = WIDTH[sitter.kind] * DRAWN_WIDTH * unit
    drawn = draw_costume(costume, wide, high)
    bust = grown(bust_of(sitter, chin, width, (high, wide)), sitter.kind, chin, width, seed)
    bust = lit(bust, chin, width)
    under, over = _share(drawn.under), _share(drawn.over)
    figure = np.maximum(np.maximum(under, over), bust.alpha)
    # The figure stands before its ground: a soft darkness falls to the right of it.
    picture = shaded(setting, _fallen(figure, 34 * unit, 30 * unit, 14 * unit), 0.5)
    picture = _over(picture, drawn.under[..., :3], under)
    picture = shaded(picture, _fallen(bust.alpha, 20 * unit, 10 * unit, 26 * unit) * under, 0.7)
    # In the collar the neck gets little light.
    neck = soft(over, 20 * unit) * bust.alpha
    picture = _over(picture, shaded(bust.colour, neck, 0.42), bust.alpha)
    before = shaded(drawn.over[..., :3], _fallen(bust.alpha, 17 * unit, 10 * unit, 30 * unit), 0.5)
    picture = _over(picture, before, over)
    face: Plane = bust.alpha * (1 - over)
    return Composition(graded(picture), _bytes(figure), _bytes(face))


def _share(layer: Picture) -> Plane:
    out: Plane = layer[..., 3].astype(np.float32) / 255
    return out


def _over(below: Picture, above: Picture, share: Plane) -> Picture:
    part = share[..., None]
    return (above * part + below * (1 - part) + 0.5).astype(np.uint8)


def _fallen(mask: Plane, blur: float, right: float, down: float) -> Plane:
    """The soft shadow of a mask."""
    shadow = soft(mask, blur)
    across, along = round(right), round(down)
    grown = np.pad(shadow, ((along, 0), (across, 0)), mode="edge")
    out: Plane = grown[: mask.shape[0], : mask.shape[1]]
    return out


def _bytes(mask: Plane) -> Picture:
    return (np.clip(mask, 0, 1) * 255).round().astype(np.uint8)
