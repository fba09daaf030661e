"""Calls of the portrait API, and who listens to it."""

from __future__ import annotations

import asyncio
import io
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
import numpy as np
import numpy.typing as npt
from PIL import Image

from .servers import Client

LONG_S = 300.0
OURS = frozenset({"progress", "detailed_progress", "executing", "result", "error"})
"""The documented messages; ComfyUI's own `status` comes on the same socket."""

ECHO = {
    "ask": {"class_type": "AvatarForgeRequest", "inputs": {"width": 832, "height": 1216}},
    "229": {
        "class_type": "AvatarForgePetType",
        "_meta": {"title": "Pet Type Input"},
        "inputs": {"text": "dog"},
    },
    "give": {
        "class_type": "AvatarForgeResult",
        "_meta": {"title": "The Photograph Again"},
        "inputs": {"images": ["ask", 14], "role": "output", "notes": ["229", 2]},
    },
}
"""Gives the photograph back as it came, so that whose a portrait is can be seen."""

Pixels = npt.NDArray[np.uint8]
Message = dict[str, Any]


def pixels_of(data: bytes) -> Pixels:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def with_defaults(graph: dict[str, Any]) -> dict[str, Any]:
    """With what the Request node wants and the file need not say."""
    ask = {**graph["ask"], "inputs": {"prompt": "", "seed": 0, **graph["ask"]["inputs"]}}
    return {**graph, "ask": ask}


@contextmanager
def serving(client: Client, graph: dict[str, Any]) -> Iterator[None]:
    """The portrait workflow as somebody puts it there by hand, for as long as the block runs."""
    path = client.private / "recipes" / "pet-portrait" / "000001.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(with_defaults(graph)), encoding="utf-8")
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def upload(client: Client, data: bytes, name: str = "pet.png") -> str:
    """A new session."""
    response = client.post("/api/upload", files={"image": (name, data, "image/png")})
    assert response.status_code == 200, response.text
    session_id: str = response.json()["sessionId"]
    return session_id


def start(client: Client, session_id: str, *, again: bool = False, **inputs: str) -> Any:
    body: dict[str, Any] = {"sessionId": session_id}
    if inputs:
        body["userInputs"] = {name.removeprefix("node"): text for name, text in inputs.items()}
    return client.post(f"/api/{'regenerate' if again else 'generate'}", json=body)


def started(client: Client, session_id: str, *, again: bool = False, **inputs: str) -> Any:
    response = start(client, session_id, again=again, **inputs)
    assert response.status_code == 200, response.text
    return response.json()


def status(client: Client, session_id: str) -> dict[str, Any]:
    response = client.get(f"/api/status/{session_id}")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def ended(client: Client, session_id: str) -> dict[str, Any]:
    deadline = time.monotonic() + LONG_S
    while (now := status(client, session_id))["status"] not in ("completed", "failed"):
        assert time.monotonic() < deadline, now
        time.sleep(0.05)
    return now


def address(client: Client, session_id: str) -> str:
    return client.base_url.replace("http", "ws") + f"/ws?clientId=pet-portrait-{session_id}"


def is_last(message: Message) -> bool:
    return message["type"] in ("result", "error")


async def hear(
    socket: aiohttp.ClientWebSocketResponse, last: Callable[[Message], bool] = is_last
) -> list[Message]:
    """The documented messages up to one that is the last."""
    heard = []
    async for frame in socket:
        if frame.type is not aiohttp.WSMsgType.TEXT:
            continue
        message = json.loads(frame.data)
        if message["type"] not in OURS:
            continue
        heard.append(message)
        if last(message):
            return heard
    raise AssertionError(f"the socket closed after {heard}")


async def greeted(socket: aiohttp.ClientWebSocketResponse) -> Message:
    """ComfyUI's first message, after which a client is known."""
    message: Message = json.loads((await socket.receive(LONG_S)).data)
    return message


async def listened(client: Client, session_id: str) -> list[Message]:
    """What one hears who comes now and stays to the end."""
    async with (
        aiohttp.ClientSession(headers=client.headers) as session,
        session.ws_connect(address(client, session_id)) as socket,
    ):
        return await asyncio.wait_for(hear(socket), LONG_S)
