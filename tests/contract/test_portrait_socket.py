"""What a client of a portrait hears on the host's own `/ws`, whenever it comes."""

from __future__ import annotations

import asyncio
import json
import socket as sockets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest

from .portraits import (
    ECHO,
    LONG_S,
    OURS,
    Message,
    address,
    ended,
    greeted,
    hear,
    listened,
    serving,
    started,
    upload,
)
from .servers import Client
from .test_access import key_of

MakePicture = Callable[..., bytes]


@pytest.fixture
def echo(client: Client) -> Iterator[Client]:
    with serving(client, ECHO):
        yield client


def check_story(heard: list[Message], session: str, prompt: str, total: int) -> None:
    """One whole portrait, as the document has it."""
    assert heard[-2] == {"type": "executing", "data": {"prompt_id": prompt, "node": None}}
    result = heard[-1]["data"]
    url = result.pop("resultImage")
    assert url.startswith("/api/images/") and url.endswith("?type=output&subfolder=")
    assert result == {
        "sessionId": session,
        "status": "completed",
        "executedNodesCount": total,
        "totalNodes": total,
    }
    progress = [each["data"] for each in heard if each["type"] == "progress"]
    assert {each["id"] for each in progress} == {prompt}
    values = [each["value"] for each in progress]
    assert values == sorted(values) and values[-1] == 1.0 and values[0] >= 0
    assert {each["data"]["prompt_id"] for each in heard if each["type"] == "executing"} == {prompt}
    detailed = [each["data"] for each in heard if each["type"] == "detailed_progress"]
    for each in detailed:
        assert set(each) == {
            *("progress", "currentNode", "nodeInfo", "executedNodesCount", "totalNodes"),
        }
        assert set(each["nodeInfo"]) == {"id", "type", "title"}, "never null"
        assert each["nodeInfo"]["id"] == each["currentNode"]
        assert 0 <= each["progress"] <= 100
        assert 0 <= each["executedNodesCount"] <= each["totalNodes"] == total
    counts = [each["executedNodesCount"] for each in detailed]
    assert counts == sorted(counts)


async def test_a_whole_portrait(client: Client, picture: MakePicture) -> None:
    """Of one who comes before it is begun; the shipped workflow."""
    session = await asyncio.to_thread(upload, client, picture(200, 200))
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(address(client, session)) as socket,
    ):
        first = await greeted(socket)
        assert first["type"] == "status"
        assert first["data"]["sid"] == f"pet-portrait-{session}"
        assert first["data"]["status"]["exec_info"]["queue_remaining"] >= 0
        begun = await asyncio.to_thread(started, client, session)
        heard = await asyncio.wait_for(hear(socket), LONG_S)
    check_story(heard, session, begun["promptId"], begun["totalNodes"])
    nodes = [each["data"]["node"] for each in heard if each["type"] == "executing"]
    # Those that an earlier portrait has left to be used again are not among them.
    assert {"request", "seated", "finished", "result", None} <= set(nodes)
    assert any(each["type"] == "detailed_progress" for each in heard)


async def test_one_who_comes_after_it_hears_the_result(echo: Client, picture: MakePicture) -> None:
    session = await asyncio.to_thread(upload, echo, picture())
    begun = await asyncio.to_thread(started, echo, session)
    done = await asyncio.to_thread(ended, echo, session)
    heard = await listened(echo, session)
    assert [each["type"] for each in heard] == ["progress", "executing", "result"]
    assert heard[-1]["data"]["resultImage"] == done["resultImage"]
    check_story(heard, session, begun["promptId"], begun["totalNodes"])


async def test_one_who_comes_at_once_after_generate(echo: Client, picture: MakePicture) -> None:
    """As the document's own client does."""
    for _ in range(5):
        session = await asyncio.to_thread(upload, echo, picture())
        begun = await asyncio.to_thread(started, echo, session)
        heard = await listened(echo, session)
        check_story(heard, session, begun["promptId"], begun["totalNodes"])


async def test_several_clients_of_one_session(echo: Client, picture: MakePicture) -> None:
    """ComfyUI keeps one socket an id; who left and who came later make no difference."""
    session = await asyncio.to_thread(upload, echo, picture())
    there = address(echo, session)
    async with aiohttp.ClientSession() as http:
        first, leaver, last = [await http.ws_connect(there) for _ in range(3)]
        for each in (first, leaver, last):
            assert (await greeted(each))["type"] == "status"
        await leaver.close()
        begun = await asyncio.to_thread(started, echo, session)
        for each in (first, last):
            heard = await asyncio.wait_for(hear(each), LONG_S)
            check_story(heard, session, begun["promptId"], begun["totalNodes"])
        # The same sockets hear of the next portrait, and only of that.
        again = await asyncio.to_thread(started, echo, session, again=True)
        for each in (first, last):
            heard = await asyncio.wait_for(hear(each), LONG_S)
            check_story(heard, session, again["promptId"], again["totalNodes"])
            await each.close()


async def test_a_failure_is_told(echo: Client, picture: MakePicture) -> None:
    graph = json.loads(json.dumps(ECHO))
    graph["give"]["inputs"]["images"] = ["ask", 13]
    with serving(echo, graph):
        session = await asyncio.to_thread(upload, echo, picture())
        async with (
            aiohttp.ClientSession() as http,
            http.ws_connect(address(echo, session)) as socket,
        ):
            await greeted(socket)
            await asyncio.to_thread(started, echo, session)
            heard = await asyncio.wait_for(hear(socket), LONG_S)
        failed = await asyncio.to_thread(ended, echo, session)
        assert heard[-2]["data"]["node"] is None
        assert heard[-1] == {
            "type": "error",
            "data": {"sessionId": session, "message": failed["message"]},
        }
        assert (await listened(echo, session))[-1] == heard[-1]


async def test_a_cancelled_portrait(client: Client, picture: MakePicture) -> None:
    session = await asyncio.to_thread(upload, client, picture(600, 600))
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(address(client, session)) as socket,
    ):
        await greeted(socket)
        response = await asyncio.to_thread(
            client.post, "/api/generate", json={"sessionId": session}
        )
        path = f"/avatarforge/jobs/{response.headers['X-Job-Id']}"
        await asyncio.to_thread(client.delete, path)
        heard = await asyncio.wait_for(hear(socket), LONG_S)
    assert heard[-1]["data"] == {"sessionId": session, "message": "cancelled"}


async def test_a_session_that_is_not(client: Client) -> None:
    for session in ("550e8400-e29b-41d4-a716-446655440000", "nobody", "", "%00", "x" * 500):
        (message,) = await listened(client, session)
        assert message["type"] == "error"
        assert message["data"]["message"] == "Session not found"


async def test_other_clients_hear_nothing_of_it(echo: Client, picture: MakePicture) -> None:
    """ComfyUI's page, and one who names a session without our prefix."""
    session = await asyncio.to_thread(upload, echo, picture())
    ws = echo.base_url.replace("http", "ws") + "/ws"
    async with aiohttp.ClientSession() as http:
        others = [
            await http.ws_connect(each)
            for each in (ws, f"{ws}?clientId={session}", f"{ws}?clientId=x-pet-portrait-{session}")
        ]
        for each in others:
            await greeted(each)
        await asyncio.to_thread(started, echo, session)
        await asyncio.to_thread(ended, echo, session)
        await listened(echo, session)
        for each in others:
            await each.close()
            async for frame in each:
                message = json.loads(frame.data) if isinstance(frame.data, str) else {}
                assert message.get("type") not in OURS


@contextmanager
def one_who_never_reads(client: Client, session: str) -> Iterator[sockets.socket]:
    """A WebSocket as TCP has it: opened, with hardly any room, and left alone."""
    there = urlsplit(client.base_url)
    connection = sockets.socket()
    connection.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 1024)
    connection.settimeout(30)
    connection.connect((there.hostname, there.port))
    connection.sendall(
        (
            f"GET /ws?clientId=pet-portrait-{session} HTTP/1.1\r\nHost: {there.netloc}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        ).encode()
    )
    assert connection.recv(12) == b"HTTP/1.1 101"
    try:
        yield connection
    finally:
        connection.close()


async def test_one_who_never_reads_harms_nobody(echo: Client, picture: MakePicture) -> None:
    session = await asyncio.to_thread(upload, echo, picture())
    with one_who_never_reads(echo, session), one_who_never_reads(echo, session):
        for again in (False, True, True):
            async with (
                aiohttp.ClientSession() as http,
                http.ws_connect(address(echo, session)) as socket,
            ):
                await greeted(socket)
                if again:
                    await asyncio.wait_for(hear(socket), LONG_S)  # of the one before
                begun = await asyncio.to_thread(started, echo, session, again=again)
                heard = await asyncio.wait_for(hear(socket), LONG_S)
                check_story(heard, session, begun["promptId"], begun["totalNodes"])


async def test_a_key_owners_session(echo: Client, picture: MakePicture) -> None:
    def told(message: Message) -> Any:
        return message["type"], message["data"]["message"]

    with key_of(echo, "ann") as ann, key_of(echo, "bob") as bob:
        session = await asyncio.to_thread(upload, ann, picture())
        async with aiohttp.ClientSession() as http:
            nobody = await http.ws_connect(address(echo, session))
            other = await http.ws_connect(address(echo, session), headers=bob.headers)
            own = await http.ws_connect(address(echo, session), headers=ann.headers)
            (refused,) = await asyncio.wait_for(hear(nobody), LONG_S)
            assert refused["type"] == "error" and "API key" in refused["data"]["message"]
            (missing,) = await asyncio.wait_for(hear(other), LONG_S)
            assert told(missing) == ("error", "Session not found")
            await greeted(own)
            begun = await asyncio.to_thread(started, ann, session)
            heard = await asyncio.wait_for(hear(own), LONG_S)
            check_story(heard, session, begun["promptId"], begun["totalNodes"])
            for stranger in (nobody, other):
                await stranger.close()
                async for frame in stranger:
                    assert json.loads(frame.data)["type"] not in OURS
            await own.close()
    # And once no key is wanted any more, one without still hears nothing of it.
    (message,) = await listened(echo, session)
    assert told(message) == ("error", "Session not found")


async def test_pages_of_other_sites_hear_nothing(echo: Client, picture: MakePicture) -> None:
    session = await asyncio.to_thread(upload, echo, picture())
    await asyncio.to_thread(started, echo, session)
    await asyncio.to_thread(ended, echo, session)
    evil = echo.with_headers(Origin="https://evil.example")
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await listened(evil, session)


def test_what_is_no_handshake(client: Client) -> None:
    assert client.get("/ws").status_code == 400
    assert client.get("/ws?clientId=pet-portrait-x").status_code == 400
