"""The animal in a photograph: where it is, and where its head is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..mesh.cutout import CutoutError, subject
from .pet import PetKind

Picture: TypeAlias = NDArray[np.uint8]

NO_SUBJECT = "No animal stands out in the photograph; the middle of the picture was taken."


@dataclass(frozen=True, slots=True)
class Box:
    """In pixels of the photograph; may reach beyond it, where the photograph cuts the head."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, eq=False)
class Sitter:
    """`photograph` (H, W, 3) uint8; `matte` (H, W) uint8, 255 where the animal is."""

    kind: PetKind
    photograph: Picture
    matte: Picture
    head: Box
    notes: tuple[str, ...] = ()

    def cut_out(self) -> Picture:
        """(H, W, 3) uint8: the head on grey, no larger than 512 pixels."""
        height, width = self.matte.shape
        box = (
            max(0, int(self.head.left)),
            max(0, int(self.head.top)),
            min(width, int(np.ceil(self.head.right))),
            min(height, int(np.ceil(self.head.bottom))),
        )
        shown = Image.new("RGB", (width, height), (128, 128, 128))
        shown.paste(Image.fromarray(self.photograph), mask=Image.fromarray(self.matte))
        shown = shown.crop(box)
        shown.thumbnail((512, 512))
        return np.asarray(shown)


def find_sitter(picture: Picture, kind: PetKind, matte: Picture | None = None) -> Sitter:
    """The animal in a picture (H, W, 3 or 4) uint8 of any size.

    `matte` (H, W) uint8 says where it is, to those who know. Where none can be told the
    picture's middle is taken, and the notes say so.
    """
    photograph = np.ascontiguousarray(picture[..., :3])
    high, wide = photograph.shape[:2]
    notes: tuple[str, ...] = ()
    try:
        mask = subject(picture) if matte is None else matte > 127
    except CutoutError:
        notes = (NO_SUBJECT,)
        y, x = np.ogrid[:high, :wide]
        mask = ((x + 0.5) / wide * 2 - 1) ** 2 + ((y + 0.5) / high * 2 - 1) ** 2 < 0.9
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    box = Box(columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    return Sitter(kind, photograph, mask.astype(np.uint8) * 255, box, notes)
