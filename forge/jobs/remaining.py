"""How long one graph will still take, as its caller is told."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

_TELLING = 1.0  # percent; before that a graph's own pace says nothing


class Remaining:
    """Told from the usual pace at first, then from the graph's own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun: float | None = None

    def begin(self) -> None:
        """The executor has taken it up."""
        self._begun = self._clock()

    @property
    def gone(self) -> float:
        """Seconds since then."""
        return 0.0 if self._begun is None else self._clock() - self._begun

    def seconds(self, percent: float, usual: float) -> float:
        """`percent` of it is done, `usual` is how long the whole takes."""
        if self._begun is None or percent < _TELLING:
            return usual
        return self.gone * (100.0 - percent) / percent


class Floor:
    """Never more than was told before: a caller who counts down is not to be set back."""

    def __init__(self) -> None:
        self._least = math.inf

    def lower(self, seconds: float) -> float:
        self._least = min(self._least, seconds)
        return self._least
