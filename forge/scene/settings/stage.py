"""What a setting is painted on: its sheets, its air, its dice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from ...avatar.choice import draw
from ...avatar.paint import Rgb, number
from ..light import Air
from .sheet import Sheet

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody can sit: the middle of the seat's surface, where hips rest; x in shares
    of the width, y of the height."""

    x: float
    y: float


class Stage:
    """A picture 1000 units tall and `w` wide. `back` is behind the people, `front` before
    them. `out` is the air outside, `air` that of the place itself."""

    def __init__(self, *, w: float, seed: int, name: str, out: Air, air: Air) -> None:
        self.w = w
        self.seed = seed
        self.name = name
        self.out = out
        self.air = air
        self.inside = air is not out
        self.back = Sheet()
        self.front = Sheet()
        self.ground = 0.93
        self.horizon = 0.62
        self.seats: list[Seat] = []
        self.tint: Rgb | None = None  # of people, where it is not the air's
        self.rim: str | None = None
        self.sun = 0.76  # x of the light, in shares of the width

    @property
    def c(self) -> float:
        return self.w / 2

    def r(self, x: float) -> float:
        """So far from the right edge."""
        return self.w - x

    def at(self, side: int, x: float) -> float:
        """So far from the left edge (side 0) or the right one."""
        return self.w - x if side else x

    def rays(self, top: float, near: float, far: float) -> str:
        """Path data of lines that run apart from `top` to the lower edge, `near` units from
        each other above and `far` below; what is outside the picture costs and is left out."""
        data = ""
        for k in range(-int(self.c / near) - 1, int(self.c / near) + 2):
            x1, x2, bottom = self.c + k * near, self.c + k * far, 1000.0
            for edge in (-10.0, self.w + 10):
                if (x2 - edge) * (x1 - edge) < 0:
                    bottom = top + (bottom - top) * (edge - x1) / (x2 - x1)
                    x2 = edge
            if -10 <= x2 <= self.w + 10:
                data += f"M{number(x1)} {number(top)}L{number(x2)} {number(bottom)}"
        return data

    def t(self, colour: str, far: float = 0.0) -> str:
        return self.air.tone(colour, far)

    def o(self, colour: str, far: float = 0.0) -> str:
        return self.out.tone(colour, far)

    def dice(self, name: str) -> float:
        """A number in [0, 1) that is always the same for this picture and name."""
        return draw(self.seed, f"{self.name}/{name}")

    def between(self, name: str, low: float, high: float) -> float:
        return low + (high - low) * self.dice(name)

    def pick(self, name: str, *options: Kind) -> Kind:
        return options[int(self.dice(name) * len(options))]

    def seat(self, x: float, y: float) -> None:
        """In units; kept where it is within the picture."""
        if 0 < x < self.w:
            self.seats.append(Seat(x / self.w, y / 1000))
