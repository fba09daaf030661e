"""A WebSocket that follows one job: told at once how it stands, and again whenever it moves.

A listener who reads slowly, or not at all, keeps only itself waiting: what it has missed is
not queued, the next word to it is of how the job stands by then.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from ..forge.jobs.runner import Runner
from .problem import Problem

_HEARTBEAT_S = 30.0  # a listener who has gone without a word is found out by it


async def follow(
    request: web.Request,
    runner: Runner,
    job_id: str,
    tell: Callable[[web.WebSocketResponse], Awaitable[bool]],
) -> web.WebSocketResponse:
    """`tell` sends what there is to say and returns whether it was the last.

    Raises Problem 400 for a request that is no handshake.
    """
    socket = web.WebSocketResponse(heartbeat=_HEARTBEAT_S)
    if not socket.can_prepare(request):
        raise Problem(400, "This path wants a WebSocket handshake")
    await socket.prepare(request)
    reading = asyncio.ensure_future(_read_until_closed(socket))
    moved = asyncio.Event()
    try:
        with runner.watching(job_id, moved.set):
            while True:
                moved.clear()
                if await tell(socket):
                    break
                waiting: asyncio.Future[Any] = asyncio.ensure_future(moved.wait())
                await asyncio.wait({waiting, reading}, return_when=asyncio.FIRST_COMPLETED)
                waiting.cancel()
                if reading.done():
                    break
    except ConnectionError:
        pass  # the listener has left
    finally:
        reading.cancel()
        await socket.close()
    return socket


async def _read_until_closed(socket: web.WebSocketResponse) -> None:
    """What a client sends means nothing; reading hears it leave."""
    async for _ in socket:
        pass
