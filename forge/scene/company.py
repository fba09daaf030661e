"""Who is in a scene, and what all of them are told to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..avatar.choice import draw
from ..avatar.features import Features
from ..story.scene import Scene, Setting
from .part import Part

_YOUNG = ("child", "teen")


@dataclass(frozen=True, slots=True)
class Company:
    """Who is in a scene, from left to right, and what the scene says."""

    people: tuple[Features, ...]
    scene: Scene
    seed: int

    def __len__(self) -> int:
        return len(self.people)

    def chance(self, what: str, index: int = 0) -> float:
        return draw(self.seed, f"scene/{what}/{index}")

    def turn(self, index: int) -> int:
        """Towards the middle of the group."""
        return 1 if index * 2 + 1 <= len(self) else -1

    def is_young(self, index: int) -> bool:
        return self.people[index].age in _YOUNG

    def pick(self, what: str, index: int, options: Sequence[Part]) -> Part:
        """A different one for neighbours, the first of them by chance."""
        start = int(self.chance(what) * len(options))
        return options[(start + index) % len(options)]


@dataclass(frozen=True, slots=True)
class Cue:
    """What all do: a part each, and who holds whom ("hug", "kiss", "hands", "waltz", "row")."""

    parts: tuple[Part, ...]
    ties: tuple[tuple[str, int, int], ...] = ()
    things: tuple[str, ...] = field(default=())  # on a table, in the air


INDOORS: frozenset[Setting | None] = frozenset(
    {"cafe", "bar", "kitchen", "bedroom", "living room", "office", "school", "gym",
     "car", "train", "library", "restaurant", "shop", "studio", "concert", "space"}
)  # fmt: skip


def each(company: Company, part: Callable[[int], Part]) -> tuple[Part, ...]:
    return tuple(part(index) for index in range(len(company)))
