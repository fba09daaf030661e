"""Between the frames that a video model makes and those that were asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

Joint = Literal["open", "last is first", "closed"]
JOINTS: tuple[Joint, ...] = get_args(Joint)
"""How a clip ends: anywhere, with its first frame once more, or one step before it."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What a model was trained on: frames in a second, and lengths of `step` * n + `rest`."""

    fps: float
    least: int
    most: int
    step: int = 1
    rest: int = 0

    def length(self, seconds: float) -> int:
        wanted = round((seconds * self.fps - self.rest) / self.step) * self.step + self.rest
        return min(max(wanted, self.least), self.most)


PACES: Mapping[str, Pace] = {
    "Wan": Pace(16.0, 17, 81, 4, 1),
    "SVD": Pace(7.0, 25, 25),
    "AnimateDiff": Pace(8.0, 16, 64),
}
"""By the names that the Clip Length node offers."""


def places(length: int, count: int, joint: Joint) -> Sequence[tuple[int, int, float]]:
    """For each of `count` frames the two of `length` that it lies between, and how far it is
    from the first to the second of them.

    ValueError where there is nothing to take or to make.
    """
    if length < 1 or count < 1:
        raise ValueError(f"{length} frames cannot become {count}")
    if length == 1:
        return [(0, 0, 0.0)] * count
    found = []
    for index in range(count):
        if joint == "open":
            at = index * (length - 1) / max(1, count - 1)
        elif joint == "last is first":
            at = index * (length - 1) / count
        else:
            at = index * length / count
        first = int(at)
        second = (first + 1) % length if joint == "closed" else min(first + 1, length - 1)
        found.append((first, second, at - first))
    return found
