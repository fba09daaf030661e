"""The animal's head in its costume before its setting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .costume import Costume
from .sitter import Sitter

Picture: TypeAlias = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Composition:
    """`picture` (H, W, 3) uint8; `figure` and `face` (H, W) uint8, 255 where they are."""

    picture: Picture
    figure: Picture
    face: Picture


def compose(sitter: Sitter, costume: Costume, setting: Picture, *, seed: int = 0) -> Composition:
    """At the setting's size, (H, W, 3) uint8."""
    high, wide = setting.shape[:2]
    box = tuple(
        round(value)
        for value in (sitter.head.left, sitter.head.top, sitter.head.right, sitter.head.bottom)
    )
    size = round(0.62 * wide), round(0.42 * high)
    head = Image.fromarray(sitter.photograph).crop(box).resize(size, Image.Resampling.LANCZOS)
    matte = Image.fromarray(sitter.matte).crop(box).resize(size, Image.Resampling.BILINEAR)
    place = (wide - size[0]) // 2, round(0.14 * high)
    picture, face = Image.fromarray(setting), Image.new("L", (wide, high))
    y, x = np.mgrid[0:high, 0:wide]
    body = (y > 0.5 * high) & (np.abs(x - wide / 2) < 0.2 * wide + (y - 0.5 * high) * 0.6)
    picture.paste((96, 24, 30), mask=Image.fromarray(body.astype(np.uint8) * 255))
    picture.paste(head, place, matte)
    face.paste(matte, place)
    figure = np.maximum(body.astype(np.uint8) * 255, np.asarray(face))
    return Composition(np.asarray(picture), figure, np.asarray(face))
