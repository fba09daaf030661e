from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from avatarforge.forge.host.embedded.comfy_api import io

from .support import Add, Bench, Number, Show


@pytest.fixture
async def bench_of(tmp_path: Path) -> AsyncIterator[Callable[..., Bench]]:
    """Makes hosts of the given nodes beside Number, Add and Show; stops them at the end."""
    benches: list[Bench] = []

    def make(*nodes: type[io.ComfyNode]) -> Bench:
        Number.runs.clear()
        benches.append(Bench(tmp_path / str(len(benches)), Number, Add, Show, *nodes))
        return benches[-1]

    yield make
    for bench in benches:
        assert await bench.close(), "a worker thread did not end"


@pytest.fixture
def bench(bench_of: Callable[..., Bench]) -> Bench:
    return bench_of()
