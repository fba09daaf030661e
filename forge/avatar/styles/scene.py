"""What a filter may know of the picture besides its pixels: where the person is, where the
head and the eyes are, and how large a mark of the brush is in this picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from ...pose.skeleton import Joint, Pose
from .planes import Plane

_EAR_TO_EAR = 0.76  # in heads, seen from the front or from behind
_NOSE_TO_EAR = 0.45  # where only one ear is seen
_ABOVE = 0.06  # the head's middle above the ears' line or the face's joints, in heads
_FACE: tuple[Joint, ...] = ("nose", "right_eye", "left_eye", "right_ear", "left_ear")


@dataclass(frozen=True, slots=True)
class Head:
    """In whole pixels: the middle, the size from crown to chin, and the eyes that are seen."""

    x: int
    y: int
    size: int
    eyes: tuple[tuple[int, int], ...] = ()


def head_in(joints: Pose, width: int, height: int) -> Head | None:
    """The head of a pose in a picture of this size; None where too little of it is known."""
    at = {
        joint: (x * height + width / 2, y * height)
        for joint, (x, y, _) in joints.joints.items()
        if joint in _FACE
    }
    if {"right_ear", "left_ear"} <= at.keys():
        span, pair = _EAR_TO_EAR, (at["right_ear"], at["left_ear"])
    elif "nose" in at and (ear := at.get("right_ear") or at.get("left_ear")):
        span, pair = _NOSE_TO_EAR, (at["nose"], ear)
    else:
        return None
    (x0, y0), (x1, y1) = pair
    size = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 / span
    return Head(
        round((x0 + x1) / 2),
        round((y0 + y1) / 2 - size * _ABOVE),
        max(1, round(size)),
        tuple(
            (round(at[eye][0]), round(at[eye][1]))
            for eye in _FACE[1:3]
            if eye in at and "nose" in at
        ),
    )


@dataclass(frozen=True)
class Scene:
    """`body` is (H, W), 255 on the person; `apart` is whether that is known, or the whole
    picture is taken for the person. `alpha` is the picture's own transparency."""

    seed: int
    alpha: Plane
    body: Plane
    apart: bool
    head: Head | None = None
    place: bool = False  # what is behind is a place to be seen, not a backdrop

    @property
    def shape(self) -> tuple[int, int]:
        height, width = self.alpha.shape
        return height, width

    @property
    def side(self) -> int:
        """The shorter one, in pixels."""
        return min(self.shape)

    @property
    def zoom(self) -> int:
        """Levels by which windows grow: none up to 767 pixels, then one for each doubling."""
        return min(2, max(0, (self.side // 384).bit_length() - 1))

    @property
    def window(self) -> int:
        """The level of windows that run patches together: 2 in a picture of 512."""
        return 2 + self.zoom if self.side >= 256 else 1

    @cached_property
    def cut_out(self) -> bool:
        """There is nothing behind the person."""
        return int(self.alpha.min()) < 255

    @cached_property
    def opaque_body(self) -> Plane:
        """`body`, but where a cut-out fades its colours are those of its inside."""
        return np.full(self.shape, 255, np.uint8) if self.cut_out else self.body

    def marks(self, share: int, least: int = 1) -> int:
        """A length of `share` pixels in a picture of 512, at least `least`."""
        return max(least, (self.side * share + 256) // 512)

    @cached_property
    def fine(self) -> Plane:
        """(H, W): 255 where a painter takes the smallest brush, over the face, fading out."""
        if self.head is None:
            return np.zeros(self.shape, np.uint8)
        size = self.head.size
        near = disc(self.shape, self.head.x, self.head.y, size * 9 // 16, size * 7 // 8)
        return np.minimum(near, self.body) if self.apart else near

    def facing(self, strength: int) -> Plane:
        """(H, W): factors around 128 for `planes.scaled` that round the head off, lit from
        the upper left; 128 elsewhere."""
        result = np.full(self.shape, 128, np.int32)
        if self.head is None:
            return result.astype(np.uint8)
        head, (height, width) = self.head, self.shape
        across = (np.arange(width, dtype=np.int64) - head.x) * 256 // head.size
        down = (np.arange(height, dtype=np.int64) - head.y) * 256 // head.size
        turn = (
            np.clip(across * 3 // 4, -200, 200)[np.newaxis, :]
            + np.clip(down // 2, -200, 200)[:, np.newaxis]
        )
        # Level in the middle of the face, falling away towards the far side.
        bent = turn * np.abs(turn) >> 7
        result -= np.clip((bent * strength) >> 7, -14, 56).astype(np.int32)
        here = self.fine.astype(np.int32)
        return ((result * here + 128 * (255 - here)) // 255).astype(np.uint8)

    def spared(self, values: npt.NDArray[Any], amount: int) -> npt.NDArray[Any]:
        """`values`, on the face less by `amount` / 256."""
        if self.head is None:
            return values
        factor = 256 - ((self.fine.astype(np.int32) * amount) >> 8)
        return ((values.astype(np.int32) * factor) >> 8).astype(values.dtype)

    @cached_property
    def eyes(self) -> Plane:
        """(H, W): 255 over the eyes."""
        result = np.zeros(self.shape, np.uint8)
        if self.head is not None:
            size = self.head.size
            for x, y in self.head.eyes:
                np.maximum(result, disc(self.shape, x, y, size // 9, size // 6), out=result)
        return result


def disc(shape: tuple[int, int], x: int, y: int, inner: int, outer: int) -> Plane:
    """255 within `inner` pixels of the middle, 0 beyond `outer`."""
    height, width = shape
    result = np.zeros(shape, np.uint8)
    top, bottom = max(0, y - outer), min(height, y + outer + 1)
    left, right = max(0, x - outer), min(width, x + outer + 1)
    if top >= bottom or left >= right:
        return result
    across = np.arange(left, right, dtype=np.int64) - x
    down = np.arange(top, bottom, dtype=np.int64) - y
    away = across[np.newaxis, :] ** 2 + down[:, np.newaxis] ** 2
    span = max(1, outer * outer - inner * inner)
    share = (outer * outer - away) * 255 // span
    result[top:bottom, left:right] = np.clip(share, 0, 255)
    return result
