"""How fast pictures are taken in, against what hashing, decoding and writing them costs.

The bound does the same work on the same bytes with as many threads in one process, and
nothing else: no HTTP, no database.
"""

from __future__ import annotations

import hashlib
import http.client
import io
import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from PIL import Image
from skimage import data

from ..tests.contract.servers import Embedded
from .discovery import Context
from .statistics import median
from .table import Figure

NAME = "upload"

_CLIENTS = 8
_EACH = 12
_ROUNDS = 3
_SIDE = 620  # pixels: a photograph of this size with grain is a PNG of 1 MB


def run(context: Context) -> list[Figure]:
    count = _CLIENTS * _EACH
    rounds = [[_picture(turn * count + index) for index in range(count)] for turn in range(_ROUNDS)]
    megabytes = sum(map(len, rounds[0])) / 1e6
    bounds, times = [], []
    server = Embedded(context.scratch / "data")
    try:
        _upload(rounds[0][:_CLIENTS], server.base_url)  # what is loaded at first use
        for turn, pictures in enumerate(rounds):
            bounds.append(_bound(pictures, context.scratch / f"bound{turn}"))
            times.append(_upload(pictures, server.base_url))
    finally:
        server.stop()
    bound, ours = megabytes / median(bounds), megabytes / median(times)
    return [
        Figure(
            f"{_CLIENTS} clients, 1 MB PNGs",
            ours,
            "MB/s",
            "hash, decode, write",
            bound,
            ours / bound,
            ">= 0.6x",
            ours >= 0.6 * bound,
        )
    ]


def _picture(seed: int) -> bytes:
    """A photograph with grain of its own: noise alone would decode in no time."""
    photograph = Image.fromarray(data.astronaut()).resize((_SIDE, _SIDE))
    grain = np.random.default_rng(seed).integers(-4, 5, (_SIDE, _SIDE, 3))
    pixels = np.clip(np.asarray(photograph) + grain, 0, 255).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


def _bound(pictures: Sequence[bytes], folder: Path) -> float:
    folder.mkdir()

    def work(item: tuple[int, bytes]) -> None:
        index, picture = item
        hashlib.sha256(picture).hexdigest()
        Image.open(io.BytesIO(picture)).load()
        with (folder / str(index)).open("xb") as file:
            file.write(picture)
            file.flush()
            os.fsync(file.fileno())

    start = time.perf_counter()
    with ThreadPoolExecutor(_CLIENTS) as pool:
        list(pool.map(work, enumerate(pictures)))
    return time.perf_counter() - start


def _upload(pictures: Sequence[bytes], base_url: str) -> float:
    address = urlsplit(base_url)
    assert address.hostname is not None
    hostname = address.hostname
    head = (
        b"--frame\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n"
        b"Content-Type: image/png\r\n\r\n"
    )

    def client(number: int) -> None:
        connection = http.client.HTTPConnection(hostname, address.port)
        for picture in pictures[number::_CLIENTS]:
            connection.request(
                "POST",
                "/avatarforge-controller/upload/pose_image",
                head + picture + b"\r\n--frame--\r\n",
                {"Content-Type": "multipart/form-data; boundary=frame"},
            )
            response = connection.getresponse()
            body = response.read()
            if response.status != 200:
                raise RuntimeError(f"{response.status}: {body.decode()}")
        connection.close()

    start = time.perf_counter()
    with ThreadPoolExecutor(_CLIENTS) as pool:
        list(pool.map(client, range(_CLIENTS)))
    return time.perf_counter() - start
