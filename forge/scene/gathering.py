"""A style over a picture of several people: every face keeps its fine marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ..avatar.styles import FILTERS, Head, Style
from ..avatar.styles.planes import Plane, join, split
from ..avatar.styles.scene import Scene


@dataclass(frozen=True)
class Gathering(Scene):
    """`head` has the eyes of all `heads`."""

    heads: tuple[Head, ...] = ()

    def _alone(self, head: Head) -> Scene:
        return Scene(self.seed, self.alpha, self.body, self.apart, head)

    @cached_property
    def fine(self) -> Plane:
        return self._most([self._alone(head).fine for head in self.heads])

    @cached_property
    def eyes(self) -> Plane:
        return self._most([self._alone(head).eyes for head in self.heads])

    def facing(self, strength: int) -> Plane:
        result = np.full(self.shape, 128, np.int16)
        for head in self.heads:
            result += self._alone(head).facing(strength).astype(np.int16) - 128
        return np.clip(result, 0, 255).astype(np.uint8)

    def _most(self, planes: list[Plane]) -> Plane:
        result = np.zeros(self.shape, np.uint8)
        for plane in planes:
            np.maximum(result, plane, out=result)
        return result


def styled(
    picture: npt.NDArray[np.uint8],
    style: Style,
    *,
    seed: int,
    people: npt.NDArray[np.uint8],
    heads: tuple[Head, ...],
) -> npt.NDArray[np.uint8]:
    """(H, W, 4) uint8, opaque, in this style; `people` (H, W) uint8 is 255 on them."""
    colour, alpha = split(picture)
    head = None
    if heads:
        head = replace(heads[0], eyes=tuple(eye for each in heads for eye in each.eyes))
    scene = Gathering(seed & 0x7FFFFFFF, alpha, people, bool(heads), head, True, heads)
    return join(*FILTERS[style](colour, scene))
