"""What the server does for itself again and again, beside the requests."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Literal, NoReturn

logger = logging.getLogger(__name__)

Pause = Callable[[float], Awaitable[None]]
"""Waits for so many seconds."""


class Upkeep:
    def __init__(self, pause: Pause = asyncio.sleep) -> None:
        self._pause = pause
        self.rounds: Counter[tuple[str, Literal["done", "failed"]]] = Counter()
        """How often each work was done, and how often it failed."""

    async def repeat(
        self, name: str, work: Callable[[], Awaitable[object]], every_s: float
    ) -> NoReturn:
        """Do it now and every so many seconds, until this is cancelled.

        A round that fails is logged with its traceback and counted, and the next one comes in
        its time: what failed may be a disk that is full today.
        """
        while True:
            try:
                await work()
            except Exception:
                self.rounds[name, "failed"] += 1
                logger.exception("AvatarForge: upkeep of %s failed; it is tried again", name)
            else:
                self.rounds[name, "done"] += 1
            await self._pause(every_s)
