"""What the server does again and again goes on after a round that failed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from avatarforge.forge.host.embedded.host import EmbeddedHost
from avatarforge.routes.house.metrics import metrics
from avatarforge.routes.product import Product
from avatarforge.routes.settings import Settings

DAY_S = 24 * 60 * 60
SOON_S = 20  # longer than anything here takes


class Clock:
    """Pauses end when told so; each is noted with its length in seconds."""

    def __init__(self) -> None:
        self._asked: asyncio.Queue[tuple[float, asyncio.Event]] = asyncio.Queue()

    async def pause(self, seconds: float) -> None:
        over = asyncio.Event()
        await self._asked.put((seconds, over))
        await over.wait()

    async def paused(self, seconds: float) -> asyncio.Event:
        """The next pause of this length, as soon as it has begun; setting it ends it."""
        while True:
            asked, over = await asyncio.wait_for(self._asked.get(), SOON_S)
            if asked == seconds:
                return over


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def product(tmp_path: Path, clock: Clock) -> AsyncIterator[Product]:
    made = Product(EmbeddedHost(tmp_path, []), Settings.read({}), pause=clock.pause)
    yield made
    await made.stop()


async def test_a_clean_up_that_fails_is_told_and_tried_again_the_next_day(
    product: Product,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    asked: list[timedelta] = []
    remove_unused = product.files.remove_unused

    async def fail_once(older_than: timedelta) -> int:
        asked.append(older_than)
        if len(asked) == 1:
            raise OSError(28, "No space left on device")
        return await remove_unused(older_than)

    monkeypatch.setattr(product.files, "remove_unused", fail_once)
    with caplog.at_level(logging.ERROR):
        await product.start()
        day = await clock.paused(DAY_S)
    assert product.unavailable is None
    assert 'upkeep_total{of="uploads",result="failed"} 1' in await metrics(product)
    (record,) = [each for each in caplog.records if "uploads" in each.getMessage()]
    assert record.exc_info is not None and isinstance(record.exc_info[1], OSError)
    day.set()
    await clock.paused(DAY_S)
    assert asked == [timedelta(days=30)] * 2
    told = await metrics(product)
    assert 'upkeep_total{of="uploads",result="done"} 1' in told
    assert 'upkeep_total{of="uploads",result="failed"} 1' in told
