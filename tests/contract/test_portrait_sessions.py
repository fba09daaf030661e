"""Sessions: many at once, each its own; over after a day without use, with all they had."""

from __future__ import annotations

import asyncio
import io
import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import aiohttp
import avatarforge
import numpy as np
import pytest
from aiohttp.test_utils import TestClient, TestServer
from avatarforge.forge.host.embedded.host import EmbeddedHost
from avatarforge.routes.mounting import mount
from avatarforge.routes.product import Product
from PIL import Image

from .portraits import (
    ECHO,
    LONG_S,
    Message,
    address,
    ended,
    greeted,
    hear,
    listened,
    pixels_of,
    serving,
    start,
    started,
    status,
    upload,
    with_defaults,
)
from .servers import Client, Embedded, wait_until
from .test_files import blobs_of

MakePicture = Callable[..., bytes]
DAY = timedelta(hours=24)
A_MOMENT = timedelta(seconds=1)
CROWD = 100


@dataclass
class Clock:
    moved: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        return datetime.now(timezone.utc) + self.moved


@dataclass
class InProcess:
    """A server in this process, by whose clock the test goes."""

    client: TestClient[Any, Any]
    product: Product
    clock: Clock

    async def upload(self, data: bytes) -> str:
        form = aiohttp.FormData()
        form.add_field("image", data, filename="a.png", content_type="image/png")
        async with self.client.post("/api/upload", data=form) as response:
            session: str = (await response.json())["sessionId"]
            return session

    async def start(self, session: str) -> int:
        async with self.client.post("/api/generate", json={"sessionId": session}) as response:
            return response.status

    async def status_code(self, path: str) -> int:
        async with self.client.get(path) as response:
            return response.status

    async def portrait(self, session: str) -> str:
        """Of a session in which it has been begun; its address, once it is there."""
        async with self.client.ws_connect(f"/ws?clientId=pet-portrait-{session}") as socket:
            url: str = (await asyncio.wait_for(hear(socket), LONG_S))[-1]["data"]["resultImage"]
            return url

    def blobs(self) -> set[str]:
        private = self.product.host.directories.private
        return {path.name for path in (private / "blobs").glob("??/??/*")}

    async def jobs(self) -> int:
        async with self.client.get("/avatarforge/jobs?api=portrait") as response:
            total: int = (await response.json())["total"]
            return total


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[InProcess]:
    extension = await avatarforge.comfy_entrypoint()
    host = EmbeddedHost(tmp_path, await extension.get_node_list())
    clock = Clock()
    product = mount(host, clock.now)
    recipe = host.directories.private / "recipes" / "pet-portrait" / "000001.json"
    recipe.parent.mkdir(parents=True)
    recipe.write_text(json.dumps(with_defaults(ECHO)), encoding="utf-8")
    async with TestClient(TestServer(host.app)) as client:
        assert product.unavailable is None
        yield InProcess(client, product, clock)


async def test_a_session_is_over_after_a_day_without_use(
    here: InProcess, picture: MakePicture
) -> None:
    shared, alone = picture(), picture()
    kept, forgotten = await here.upload(shared), await here.upload(shared)
    third = await here.upload(alone)
    for session in (kept, forgotten):
        assert await here.start(session) == 200
    urls = {session: await here.portrait(session) for session in (kept, forgotten)}
    assert len(here.blobs()) >= 3
    before = here.blobs()

    here.clock.moved = DAY - A_MOMENT * 30
    assert await here.status_code(f"/api/status/{kept}") == 200, "which is a use"
    assert await here.product.sessions.end_expired() == 0
    assert here.blobs() == before

    here.clock.moved = DAY + A_MOMENT * 30
    assert await here.product.sessions.end_expired() == 2
    assert await here.jobs() == 1
    for path in (f"/api/status/{forgotten}", urls[forgotten], f"/api/status/{third}"):
        assert await here.status_code(path) == 404
    assert await here.start(forgotten) == 400
    # What another session still has is left, and nothing else.
    assert await here.status_code(urls[kept]) == 200
    assert await here.status_code(f"/api/images/pet-{kept}.png?type=input") == 200
    assert here.blobs() < before

    here.clock.moved += DAY + A_MOMENT
    # Nobody has looked yet; the request itself finds that it is over, and removes it.
    assert await here.start(kept) == 400
    assert here.blobs() == set()
    assert await here.jobs() == 0
    assert await here.product.session_store.expired() == ()


async def test_a_session_lasts_while_its_portrait_is_made(
    here: InProcess, picture: MakePicture
) -> None:
    session = await here.upload(picture())
    assert await here.start(session) == 200
    here.clock.moved = DAY * 3
    # In the same round of the loop: the job cannot have ended.
    assert await here.product.sessions.end_expired() == 0
    assert await here.status_code(f"/api/status/{session}") == 200
    assert await here.portrait(session)


def age(client: Client, session: str) -> None:
    """Move the last use of a session to more than a day ago, in the server's own database."""
    long_ago = (datetime.now(timezone.utc) - DAY - A_MOMENT).replace(tzinfo=None)
    with closing(sqlite3.connect(client.private / "avatarforge.sqlite3", timeout=30)) as database:
        changed = database.execute(
            "UPDATE portrait_sessions SET used_at = ? WHERE id = ?",
            (long_ago.isoformat(" "), session),
        )
        assert changed.rowcount == 1
        database.commit()


def test_an_expired_session_on_every_host(client: Client, picture: MakePicture) -> None:
    with serving(client, ECHO):
        before = blobs_of(client)
        session = upload(client, picture())
        started(client, session)
        done = ended(client, session)
        assert client.get(done["resultImage"]).status_code == 200
        assert blobs_of(client) > before
        age(client, session)
        expired = start(client, session)
        assert expired.status_code == 400
        assert expired.json() == {"error": "Invalid or expired session ID"}
        assert client.get(f"/api/status/{session}").status_code == 404
        assert client.get(done["resultImage"]).status_code == 404
        (message,) = asyncio.run(listened(client, session))
        assert message["data"] == {"sessionId": session, "message": "Session not found"}
        assert blobs_of(client) == before, "its files are gone with it"


def test_a_session_survives_a_restart(tmp_path: Path, picture: MakePicture) -> None:
    data = picture()
    private = tmp_path / "user" / "__avatarforge"
    first = Embedded(tmp_path)
    try:
        session = upload(Client(first.base_url, private, "embedded"), data)
    finally:
        first.stop()
    second = Embedded(tmp_path)
    client = Client(second.base_url, private, "embedded")
    try:
        with serving(client, ECHO):
            assert status(client, session)["status"] == "uploaded"
            started(client, session)
            done = ended(client, session)
            portrait = client.get(done["resultImage"]).content
        assert np.array_equal(pixels_of(portrait), pixels_of(data))
    finally:
        second.stop()


def photograph_of(number: int) -> bytes:
    """Unlike every other one."""
    pixels = np.random.default_rng(number).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


async def one_of_the_crowd(http: aiohttp.ClientSession, client: Client, number: int) -> None:
    """From upload to download, as all the others do at the same time."""
    data = photograph_of(number)
    form = aiohttp.FormData()
    form.add_field("image", data, filename="a.png", content_type="image/png")
    async with http.post(f"{client.base_url}/api/upload", data=form) as response:
        session = (await response.json())["sessionId"]
    async with http.ws_connect(address(client, session)) as socket:
        await greeted(socket)
        body = {"sessionId": session, "userInputs": {"229": f"dog {number}"}}
        async with http.post(f"{client.base_url}/api/generate", json=body) as response:
            assert response.status == 200, await response.text()
            prompt = (await response.json())["promptId"]
        heard = await asyncio.wait_for(hear(socket), LONG_S)
    assert whose(heard) == {session, prompt}
    assert heard[-1]["type"] == "result"
    async with http.get(client.base_url + heard[-1]["data"]["resultImage"]) as response:
        assert np.array_equal(pixels_of(await response.read()), pixels_of(data))


def whose(heard: list[Message]) -> set[str]:
    """Every session and prompt that is spoken of."""
    data = [each["data"] for each in heard]
    return {
        each[name] for each in data for name in ("sessionId", "id", "prompt_id") if name in each
    }


async def test_many_sessions_at_once(client: Client) -> None:
    everybody = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
    with serving(client, ECHO):
        async with everybody as http:
            await asyncio.gather(*(one_of_the_crowd(http, client, each) for each in range(CROWD)))
    await asyncio.to_thread(
        wait_until,
        lambda: client.get("/avatarforge/ready").json()["queue"] == {"running": 0, "pending": 0},
    )
