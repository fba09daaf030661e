"""Six queues of ten: a route takes no more than it can serve, and says so at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal, get_args

from .problems import ChatProblem

QueueName = Literal["profile", "1to1", "shorts", "scenes", "private", "general"]
QUEUES: tuple[QueueName, ...] = get_args(QueueName)

PLACES = 10  # jobs in a queue, the one that runs included

_UNMEASURED_MS = 5000
_LONGEST_MS = 120_000
_SHORTEST_MS = 250
_NEW_SHARE = 0.3  # of the pace that the latest measure makes up


class AdmissionQueue:
    """For one event loop. Its pace is how far apart jobs end while others wait."""

    def __init__(self, places: int = PLACES, clock: Callable[[], float] = time.monotonic) -> None:
        self._places = places
        self._clock = clock
        self._inside = 0
        self._mark = 0.0  # when the last job ended, or the first entered an empty queue
        self._pace_ms: float | None = None

    @property
    def inside(self) -> int:
        return self._inside

    def retry_after_ms(self) -> int:
        """When a place should be free: a job's pace, less what of it has gone already."""
        if self._pace_ms is None:
            return _UNMEASURED_MS
        gone = (self._clock() - self._mark) * 1000
        return int(min(max(self._pace_ms - gone, _SHORTEST_MS), _LONGEST_MS))

    @contextmanager
    def place(self) -> Iterator[None]:
        """Raises ChatProblem 429 where all are taken."""
        if self._inside >= self._places:
            raise ChatProblem(
                429,
                "OVERLOADED",
                "Queue is full, please retry later",
                retry_after_ms=self.retry_after_ms(),
            )
        if self._inside == 0:
            self._mark = self._clock()
        self._inside += 1
        measured = False
        try:
            yield
            measured = True
        finally:
            self._inside -= 1
            if measured:
                self._measure()

    def _measure(self) -> None:
        now = self._clock()
        took = (now - self._mark) * 1000
        self._mark = now
        if self._pace_ms is None:
            self._pace_ms = took
        else:
            self._pace_ms += _NEW_SHARE * (took - self._pace_ms)
