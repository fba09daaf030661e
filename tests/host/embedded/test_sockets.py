"""`/ws` of the embedded host: greeted as ComfyUI greets, and no bar to the server's end."""

from __future__ import annotations

import asyncio
import json
import socket as sockets
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from avatarforge.forge.host.embedded.host import EmbeddedHost

from .support import PATIENCE, Number


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[TestServer]:
    server = TestServer(EmbeddedHost(tmp_path, (Number,)).app)
    await server.start_server()
    yield server
    await server.close()


@pytest.mark.parametrize("path", ["/ws", "/api/ws"])
async def test_the_greeting(server: TestServer, path: str) -> None:
    async with aiohttp.ClientSession() as http:
        for query, named in (("?clientId=me", "me"), ("", None)):
            async with http.ws_connect(str(server.make_url(path)) + query) as socket:
                message = json.loads((await socket.receive(PATIENCE)).data)
                assert message["type"] == "status"
                assert message["data"]["status"] == {"exec_info": {"queue_remaining": 0}}
                assert message["data"]["sid"] == named or (named is None and message["data"]["sid"])


async def test_nobody_keeps_the_server_from_its_end(
    server: TestServer,
) -> None:
    there = (server.host, server.port)
    silent = []
    for _ in range(20):
        connection = sockets.create_connection(there, timeout=PATIENCE)
        connection.sendall(
            b"GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
            b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        silent.append(connection)
    async with aiohttp.ClientSession() as http:
        socket = await http.ws_connect(server.make_url("/ws"))
        await socket.receive(PATIENCE)
        closing = asyncio.create_task(server.close())
        farewell = await socket.receive(PATIENCE)
        assert farewell.data == aiohttp.WSCloseCode.GOING_AWAY
        # The silent ones have a second to answer, all at the same time.
        await asyncio.wait_for(closing, PATIENCE / 3)
    for connection in silent:
        connection.close()
