"""How long the event loop is held up while large files arrive and a picture is drawn.

The server runs in this process, beside a heartbeat that wants to beat every millisecond;
the clients run in another process.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from pathlib import Path

from aiohttp import ClientSession, web

from ..forge.host.embedded.host import EmbeddedHost
from ..nodes.pack import NODES
from ..routes.mounting import mount
from .discovery import Context
from .statistics import percentile
from .table import Figure

NAME = "stall"

_BEAT_S = 0.001
_CLIENTS = 8
_UPLOAD_BYTES = 20 << 20
_CLIENT = """
import http.client, sys, threading, os
port, size, index = int(sys.argv[1]), int(sys.argv[2]), 0
def upload(number):
    # Random bytes behind a PNG's signature: what arrives is measured, not whether it decodes.
    data = b"\\x89PNG\\r\\n\\x1a\\n" + os.urandom(size)
    body = (b"--f\\r\\nContent-Disposition: form-data; name=file; filename=a.png\\r\\n\\r\\n"
            + data + b"\\r\\n--f--\\r\\n")
    for _ in range(3):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("POST", "/avatarforge-controller/upload/pose_image", body,
                           {"Content-Type": "multipart/form-data; boundary=f"})
        connection.getresponse().read()
threads = [threading.Thread(target=upload, args=(n,)) for n in range(int(sys.argv[3]))]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""


def run(context: Context) -> list[Figure]:
    samples = asyncio.run(_measure(context.scratch))
    p99 = percentile(samples, 0.99) * 1000
    return [
        Figure("event loop stall p99", p99, "ms", target="< 15 ms", met=p99 < 15),
        Figure("event loop stall, longest", max(samples) * 1000, "ms"),
    ]


async def _measure(data: Path) -> list[float]:
    host = EmbeddedHost(data, NODES)
    mount(host)
    runner = web.AppRunner(host.app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    async with ClientSession(f"http://127.0.0.1:{port}") as session:
        await _draw(session, 1)  # what is loaded at first use
        samples: list[float] = []
        heart = asyncio.create_task(_beat(samples))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _CLIENT, str(port), str(_UPLOAD_BYTES), str(_CLIENTS)),
            stdin=subprocess.DEVNULL,
        )
        uploads = asyncio.create_task(process.wait())
        seed = 2
        while not uploads.done():
            await _draw(session, seed)
            seed += 1
        heart.cancel()
    await runner.cleanup()
    return samples


async def _beat(samples: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(_BEAT_S)
        samples.append(max(0.0, time.perf_counter() - before - _BEAT_S))


async def _draw(session: ClientSession, seed: int) -> None:
    body = {"prompt": "female warrior, blue armor, long white hair, red cape", "seed": seed}
    async with session.post("/avatarforge-controller/generate/avatar", json=body) as response:
        response.raise_for_status()
        job = (await response.json())["generation_id"]
    while True:
        async with session.get(f"/avatarforge-controller/generations/{job}") as response:
            if (await response.json())["status"] in ("completed", "failed"):
                return
        await asyncio.sleep(0.02)
