"""What one person does in a scene, as the stage tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..avatar.features import Expression, View
from ..avatar.paint import Point

Level = Literal["feet", "seat", "floor", "table", "water", "bed", "air"]
"""What carries them: their feet, a seat, the floor they sit on, a chair behind a table, ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """`pose` is one of the pose library, "" for standing at ease. `turn` -1 is the same in a
    mirror. `reach` brings wrists to places given in heads from the neck, x towards where the
    person is turned; "near" and "far" are arms of who is seen from the side. `wide` is the
    room they take, in heads."""

    pose: str = ""
    view: View = "front"
    turn: int = 1
    reach: tuple[tuple[str, Point], ...] = ()
    elbows_up: bool = False
    hands: str = ""  # the pose whose hands are shown, where it is another
    lean: float = 0.0
    wide: float = 1.9
    expression: Expression | None = None  # wins over the mood's
    eyes_shut: bool = False
    props: tuple[str, ...] = ()
    level: Level = "feet"
    lift: float = 0.0  # off the ground, in heads

    @property
    def doing(self) -> str:
        return self.hands or self.pose
