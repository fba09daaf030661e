"""The animal in a photograph: where it is, and where its head is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..avatar.selfie.faces import find_faces
from .eyes import Eyes, find_eyes
from .head import Head, head_from_eyes, head_from_outline
from .matting import around_face, first_guess, matte_of
from .pet import PetKind

Picture: TypeAlias = NDArray[np.uint8]

NO_SUBJECT = "No animal stands out in the photograph; the middle of the picture was taken."
NO_EYES = (
    "No eyes of an animal were found: what stands out in the photograph was taken for it, and the "
    "upper end of that for its head."
)
A_PERSON = (
    "The photograph shows a person and no animal that could be told; costumes are cut for animals."
)
SMALL_HEAD = "The animal's head is small in the photograph; its portrait is soft."

_LARGEST = 1536  # pixels to the longer side that a portrait can use
_SMALLEST = 64
_LEAST, _MOST = 0.004, 0.97  # of the picture
_SOFT = 60  # pixels
_GRAIN = 2  # pixels
_FLAT = 1e-3  # squared steps of 255: below it there is nothing to compare
_ALIKE = 0.3  # the least correlation of neighbours; sharp grass has 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Sitter:
    """`photograph` (H, W, 3) uint8; `matte` (H, W) uint8, 255 where the animal is."""

    kind: PetKind
    photograph: Picture
    matte: Picture
    head: Head
    eyes: Eyes | None = None
    notes: tuple[str, ...] = ()

    def cut_out(self) -> Picture:
        """(H, W, 3) uint8: the head on grey, no larger than 512 pixels."""
        height, width = self.matte.shape
        left, top, right, bottom = self.head.box
        shown = Image.new("RGB", (width, height), (128, 128, 128))
        shown.paste(Image.fromarray(self.photograph), mask=Image.fromarray(self.matte))
        box = max(0, int(left)), max(0, int(top)), min(width, int(right)), min(height, int(bottom))
        if box[2] > box[0] and box[3] > box[1]:
            shown = shown.crop(box)
        shown.thumbnail((512, 512))
        return np.asarray(shown)


def find_sitter(picture: Picture, kind: PetKind, matte: Picture | None = None) -> Sitter:
    """The animal in a picture (H, W, 3 or 4) uint8 of any size; its alpha channel, or `matte`
    (H, W) uint8, say where it is where they are there.

    Where none can be told the picture's middle is taken, and the notes say so; also where no
    eyes of an animal are seen, or a person's face instead. Photographs
    larger than 1536 pixels are made smaller, tiny ones larger. Raises ValueError for another
    shape or type.
    """
    if picture.ndim != 3 or picture.shape[2] not in (3, 4) or picture.dtype != np.uint8:
        raise ValueError(f"a picture is uint8 (H, W, 3 or 4), not {picture.dtype} {picture.shape}")
    if matte is None and picture.shape[2] == 4 and picture[..., 3].min() < 250:
        matte = picture[..., 3]
    photograph = _fitted(np.ascontiguousarray(picture[..., :3]))
    if matte is not None and matte.any():
        known = _fitted(matte, photograph.shape[:2])
        eyes = find_eyes(photograph, (known / 255).astype(np.float32))
        return _sitting(kind, photograph, known, eyes)
    if _is_noise(photograph):
        return _middle(kind, photograph)
    guess = first_guess(photograph)
    eyes = find_eyes(photograph, guess) if guess is not None else None
    if eyes is None:
        eyes = find_eyes(photograph, np.ones((32, 32), np.float32))
    if eyes is not None:
        guess = around_face(photograph, eyes, guess)
    if guess is None or not _LEAST < float((guess > 0.5).mean()) < _MOST:
        return _middle(kind, photograph)
    return _sitting(kind, photograph, matte_of(photograph, guess), eyes)


def _sitting(kind: PetKind, photograph: Picture, matte: Picture, eyes: Eyes | None) -> Sitter:
    mask = matte > 127
    if not mask.any():
        return _middle(kind, photograph)
    head = head_from_eyes(eyes, kind, mask) if eyes is not None else head_from_outline(mask, kind)
    notes = []
    if eyes is None:
        notes.append(A_PERSON if find_faces(photograph) else NO_EYES)
    if head.width < _SOFT:
        notes.append(SMALL_HEAD)
    return Sitter(kind, photograph, matte, head, eyes, tuple(notes))


def _is_noise(photograph: Picture) -> bool:
    """Whether neighbours have nothing in common, though the grain of a camera is averaged
    away; in a photograph of anything they are much alike."""
    high, wide = (side // _GRAIN * _GRAIN for side in photograph.shape[:2])
    light = photograph[:high, :wide].mean(axis=2)
    light = light.reshape(high // _GRAIN, _GRAIN, wide // _GRAIN, _GRAIN).mean(axis=(1, 3))
    light = light - light.mean()
    spread = float((light * light).mean())
    beside = (light[:, 1:] * light[:, :-1]).mean() + (light[1:] * light[:-1]).mean()
    return spread > _FLAT and float(beside) / 2 < _ALIKE * spread


def _middle(kind: PetKind, photograph: Picture) -> Sitter:
    high, wide = photograph.shape[:2]
    y, x = np.ogrid[:high, :wide]
    half = min(high, wide) / 2
    away = np.hypot((x + 0.5 - wide / 2) / (0.8 * half), (y + 0.5 - high / 2) / (0.92 * half))
    matte = (np.clip((1 - away) * 12, 0, 1) * 255).astype(np.uint8)
    head = Head(wide / 2, high / 2 + 0.85 * half, 1.5 * half, 1.7 * half)
    return Sitter(kind, photograph, matte, head, None, (NO_SUBJECT,))


def _fitted(picture: Picture, size: tuple[int, ...] | None = None) -> Picture:
    """Of a size to work with, or of (H, W) = size."""
    high, wide = picture.shape[:2]
    if size is None:
        longest = max(high, wide)
        scale = min(1.0, _LARGEST / longest) * max(1.0, _SMALLEST / longest)
        size = max(16, round(high * scale)), max(16, round(wide * scale))
    if size == (high, wide):
        return picture
    smaller = size[0] < high
    filter_ = Image.Resampling.BOX if smaller else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(picture).resize((size[1], size[0]), filter_))
