"""One real ComfyUI for all tests of this folder."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import aiohttp
import pytest
from avatarforge.tests.host.comfyui.prober import Prober, start_probed
from avatarforge.tests.hosts.real_comfyui import RunningComfyUI


@pytest.fixture(scope="session")
def comfyui(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningComfyUI]:
    """Started once; none of the tests may leave it unusable for the next."""
    running = start_probed(tmp_path_factory.mktemp("comfyui"))
    yield running
    running.stop()


@pytest.fixture
async def prober(comfyui: RunningComfyUI) -> AsyncIterator[Prober]:
    timeout = aiohttp.ClientTimeout(total=90)
    async with aiohttp.ClientSession(comfyui.base_url, timeout=timeout) as session:
        yield Prober(session)
