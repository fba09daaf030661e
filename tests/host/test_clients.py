"""Speaking to clients on sockets that somebody else serves."""

from __future__ import annotations

import asyncio
import json
import socket as sockets
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from avatarforge.forge.host.clients import Clients
from avatarforge.forge.host.port import Client

PATIENCE = 30.0  # seconds
WORDS = "words " * 200  # well over what aiohttp compresses at once


class Served:
    """An application with a `/ws` of its own, as ComfyUI's, and somebody who listens."""

    def __init__(self) -> None:
        self.clients = Clients()
        self.opened: asyncio.Queue[Client] = asyncio.Queue()
        self.own: asyncio.Queue[web.WebSocketResponse] = asyncio.Queue()
        self.ended = asyncio.Event()
        app = web.Application()
        app.on_response_prepare.append(self.clients.hear)
        app.add_routes([web.get("/ws", self._serve), web.get("/other", self._serve)])
        self.server = TestServer(app)
        self.clients.listen("pet-", self.opened.put_nowait)

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "status"})
        self.own.put_nowait(socket)
        try:
            async for _ in socket:
                pass
        finally:
            self.ended.set()
        return socket

    def address(self, query: str = "?clientId=pet-1", path: str = "/ws") -> str:
        return str(self.server.make_url(path)) + query


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    served = Served()
    await served.server.start_server()
    yield served
    await served.server.close()


async def next_of(queue: asyncio.Queue[Any]) -> Any:
    return await asyncio.wait_for(queue.get(), PATIENCE)


async def text_of(socket: aiohttp.ClientWebSocketResponse) -> Any:
    return json.loads((await socket.receive(PATIENCE)).data)


async def test_a_message_comes_after_the_greeting(served: Served) -> None:
    async with aiohttp.ClientSession() as http, http.ws_connect(served.address()) as socket:
        client = await next_of(served.opened)
        assert (client.id, client.request.query["clientId"]) == ("pet-1", "pet-1")
        client.send({"type": "ours"})
        assert [await text_of(socket) for _ in range(2)] == [{"type": "status"}, {"type": "ours"}]


async def test_what_is_sent_before_the_handshake_arrives(served: Served) -> None:
    served.clients.listen("pet-", lambda client: client.send({"type": "early"}))
    async with aiohttp.ClientSession() as http, http.ws_connect(served.address()) as socket:
        kinds = {(await text_of(socket))["type"] for _ in range(2)}
        assert kinds == {"status", "early"}


@pytest.mark.parametrize("compress", [0, 15])
async def test_two_who_write_do_not_mix_their_frames(served: Served, compress: int) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(served.address(), compress=compress) as socket,
    ):
        client, own = await next_of(served.opened), await next_of(served.own)

        async def write() -> None:
            for number in range(100):
                await own.send_json({"type": "theirs", "number": number, "words": WORDS})

        writing = asyncio.create_task(write())
        for number in range(100):
            client.send({"type": "ours", "number": number, "words": WORDS})
            await asyncio.sleep(0)
        assert (await text_of(socket))["type"] == "status"
        heard: dict[str, list[int]] = {"ours": [], "theirs": []}
        for _ in range(200):
            message = await text_of(socket)
            assert message["words"] == WORDS
            heard[message["type"]].append(message["number"])
        await writing
        assert heard == {"ours": list(range(100)), "theirs": list(range(100))}


async def test_one_who_leaves_is_heard_of(served: Served) -> None:
    closed = asyncio.Event()
    async with aiohttp.ClientSession() as http:
        socket = await http.ws_connect(served.address())
        client = await next_of(served.opened)
        client.on_close(closed.set)
        await socket.close()
        await asyncio.wait_for(closed.wait(), PATIENCE)
    client.send({"type": "into nothing"})
    again = asyncio.Event()
    client.on_close(again.set)
    assert again.is_set(), "it is gone already"


async def test_one_who_does_not_read_is_disconnected(served: Served) -> None:
    there = urlsplit(served.address())
    connection = sockets.socket()
    connection.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 1024)
    connection.connect((there.hostname, there.port))
    connection.sendall(
        (
            f"GET /ws?clientId=pet-slow HTTP/1.1\r\nHost: {there.netloc}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        ).encode()
    )
    client, own = await next_of(served.opened), await next_of(served.own)
    closed = asyncio.Event()
    client.on_close(closed.set)
    while not closed.is_set():
        client.send({"words": WORDS})
        # Whoever else writes to it is never made to wait.
        if not own.closed:
            try:
                await asyncio.wait_for(own.send_json({"type": "status"}), PATIENCE)
            except ConnectionError:
                break
        await asyncio.sleep(0)
    await asyncio.wait_for(closed.wait(), PATIENCE)
    await asyncio.wait_for(served.ended.wait(), PATIENCE)
    connection.close()


async def test_other_sockets_are_let_be(served: Served) -> None:
    async with aiohttp.ClientSession() as http:
        for there in (
            *(served.address(""), served.address("?clientId=dog-1")),
            *(served.address(path="/other"), served.address("?other=pet-1")),
        ):
            async with http.ws_connect(there) as socket:
                assert (await text_of(socket))["type"] == "status"
        assert served.opened.empty()


async def test_a_listener_that_fails_does_no_harm(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_: Client) -> None:
        raise OSError("mine")

    served.clients.listen("bad-", fails)
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(served.address("?clientId=bad-1")) as socket,
    ):
        assert (await text_of(socket))["type"] == "status"
    assert "cannot listen" in caplog.text


async def test_a_handshake_that_fails(served: Served) -> None:
    async with aiohttp.ClientSession() as http, http.get(served.address()) as response:
        assert response.status == 400
    assert served.opened.empty(), "there was no socket"
