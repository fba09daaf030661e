"""How long jobs take, by recipe, as measured here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_NEW_SHARE = 0.3  # of the pace that the latest measure makes up


@dataclass(slots=True)
class Measured:
    """Since the server started."""

    jobs: int = 0
    seconds: float = 0.0


class Pace:
    def __init__(self) -> None:
        self._usual: dict[str, float] = {}
        self._measured: dict[str, Measured] = {}

    @property
    def measured(self) -> Mapping[str, Measured]:
        return MappingProxyType(self._measured)

    def learn(self, earlier: Iterable[tuple[str, float]]) -> None:
        """Recipe and seconds of jobs of an earlier server, oldest first."""
        for recipe, seconds in earlier:
            self._move(recipe, seconds)

    def note(self, recipe: str, seconds: float) -> None:
        measured = self._measured.setdefault(recipe, Measured())
        measured.jobs += 1
        measured.seconds += seconds
        self._move(recipe, seconds)

    def usual(self, recipe: str, unmeasured: float) -> float:
        """Seconds of a job with this recipe; `unmeasured` where none has been seen yet."""
        return self._usual.get(recipe, unmeasured)

    def _move(self, recipe: str, seconds: float) -> None:
        before = self._usual.get(recipe, seconds)
        self._usual[recipe] = before + _NEW_SHARE * (seconds - before)
