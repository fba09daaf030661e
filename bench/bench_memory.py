"""Whether a server that has done many jobs holds more memory than one that has done some.

The embedded host as a process of its own, asked over HTTP by two callers at once: avatars and
anime pictures, each with a seed of its own so that nothing comes from a cache, some followed on
their WebSocket, every status polled and every picture fetched.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import psutil

from ..tests.contract.anime import ended, listen, started
from ..tests.contract.servers import Client, Embedded
from .discovery import Context
from .table import Figure

NAME = "memory"

_WARM = 50  # jobs, by which every cache has been filled
_JOBS = 500
_CALLERS = 2
_FOLLOWED = 10  # one job of so many has a listener
_MOST_GROWTH = 1.10
_SIDE = 256  # pixels


def run(context: Context) -> list[Figure]:
    server = Embedded(context.scratch)
    client = Client(server.base_url, context.scratch, "embedded")
    try:
        at_first = _resident_mb(server)
        _make(client, range(_WARM))
        warm = _resident_mb(server)
        _make(client, range(_WARM, _JOBS))
        last = _resident_mb(server)
    finally:
        server.stop()
    growth = last / warm
    return [
        Figure("resident memory, no job yet", at_first, "MB"),
        Figure(
            f"resident memory after {_JOBS} jobs",
            last,
            "MB",
            f"after {_WARM}",
            warm,
            growth,
            f"<= {_MOST_GROWTH}x",
            growth <= _MOST_GROWTH,
        ),
    ]


def _resident_mb(server: Embedded) -> float:
    return float(psutil.Process(server.process.pid).memory_info().rss) / (1 << 20)


def _make(client: Client, seeds: Iterable[int]) -> None:
    with ThreadPoolExecutor(_CALLERS) as callers:
        for _ in callers.map(lambda seed: _job(client, seed), seeds):
            continue


def _job(client: Client, seed: int) -> None:
    if seed % 2:
        made = client.generate("a sailor", width=_SIDE, height=_SIDE, seed=seed)
        made = client.finished(made["generation_id"])
        url = made["output_files"][0]["url"]
    else:
        job = started(client, prompt="a sailor", width=_SIDE, height=_SIDE, seed=seed)
        if seed % _FOLLOWED == 0:
            listen(client, f"/ws/job/{job}")
        made = ended(client, job)
        url = made["output_url"]
    client.get(url).raise_for_status()
