"""Ten posts a minute and two unfinished jobs, a caller."""

from __future__ import annotations

import math
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable

from .problems import CharacterProblem

POSTS = 10
WINDOW_S = 60.0
UNFINISHED = 2


class Limits:
    """For one event loop."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._posts: defaultdict[str, deque[float]] = defaultdict(deque)
        self._unfinished: Counter[str] = Counter()

    def count_post(self, caller: str) -> None:
        """Raises CharacterProblem 429; a post that is refused so does not count."""
        now = self._clock()
        posts = self._posts[caller]
        while posts and posts[0] <= now - WINDOW_S:
            posts.popleft()
        if len(posts) >= POSTS:
            wait = math.ceil(posts[0] + WINDOW_S - now)
            message = f"At most {POSTS} requests a minute; try again in {wait} seconds"
            raise _busy(message, max(1, wait))
        self._check_unfinished(caller)
        posts.append(now)
        for other in [name for name, kept in self._posts.items() if not kept]:
            del self._posts[other]

    def job_begins(self, caller: str) -> None:
        """Takes its place before it is stored, so that many at once are counted too.

        Raises CharacterProblem 429.
        """
        self._check_unfinished(caller)
        self._unfinished[caller] += 1

    def job_ended(self, caller: str) -> None:
        self._unfinished[caller] -= 1
        if not self._unfinished[caller]:
            del self._unfinished[caller]

    def _check_unfinished(self, caller: str) -> None:
        if self._unfinished[caller] >= UNFINISHED:
            raise too_many_unfinished()


def too_many_unfinished() -> CharacterProblem:
    return _busy(f"{UNFINISHED} jobs of yours are unfinished; wait for one to end", 10)


def _busy(message: str, wait_s: int) -> CharacterProblem:
    details = {"retry_after": wait_s}
    return CharacterProblem(429, "SERVER_BUSY", message, details, retry_after_s=wait_s)
