"""How long a generation takes to be accepted, and how long a poll of its status takes.

Against a real ComfyUI, in one run: the peer is ComfyUI's own `POST /prompt` with the same
graph. Without a ComfyUI there is no peer and the embedded host is measured.
"""

from __future__ import annotations

import time
from typing import Any

import requests

from ..tests.contract.servers import Client, Embedded
from ..tests.hosts.real_comfyui import find_comfyui, start_comfyui
from .discovery import Context
from .statistics import median
from .table import Figure

NAME = "accept"

_ROUNDS = 60
_POLLS = 300
_GENERATE = "/avatarforge-controller/generate/avatar"
_SERIES = "/avatarforge-controller/generate_all_poses"
_WARRIOR = "female warrior, blue armor, long white hair, red cape, holding a sword"


def run(context: Context) -> list[Figure]:
    if find_comfyui() is None:
        embedded = Embedded(context.scratch)
        try:
            return _measure(Client(embedded.base_url, context.scratch, "embedded"))
        finally:
            embedded.stop()
    comfyui = start_comfyui(context.scratch)
    try:
        return _measure(Client(comfyui.base_url, context.scratch, "comfyui"))
    finally:
        comfyui.stop()


def _measure(client: Client) -> list[Figure]:
    with requests.Session() as session:
        return [_accepting(client, session), *_polling(client, session)]


def _accepting(client: Client, session: requests.Session) -> Figure:
    finished = client.finished(client.generate(_WARRIOR)["generation_id"])
    ours, peers = [], []
    for seed in range(_ROUNDS):
        body: dict[str, Any] = {"prompt": _WARRIOR, "seed": seed}
        took, answer = _timed(session, client.base_url + _GENERATE, body)
        ours.append(took)
        client.finished(answer["generation_id"])
        if client.host == "comfyui":
            graph = finished["workflow"]
            graph["1"]["inputs"]["seed"] = seed + _ROUNDS
            took, answer = _timed(session, client.base_url + "/prompt", {"prompt": graph})
            peers.append(took)
            _await_prompt(client, answer["prompt_id"])
    value = median(ours) * 1000
    if not peers:
        return Figure("accept p50 (embedded host)", value, "ms")
    peer = median(peers) * 1000
    return Figure(
        "accept p50", value, "ms", "POST /prompt", peer, value / peer, "<= 2x", value <= 2 * peer
    )


def _timed(
    session: requests.Session, url: str, body: dict[str, Any]
) -> tuple[float, dict[str, Any]]:
    start = time.perf_counter()
    response = session.post(url, json=body)
    took = time.perf_counter() - start
    response.raise_for_status()
    answer: dict[str, Any] = response.json()
    return took, answer


def _await_prompt(client: Client, prompt_id: str) -> None:
    while not client.get(f"/history/{prompt_id}").json():
        time.sleep(0.02)


def _polling(client: Client, session: requests.Session) -> list[Figure]:
    """One job always runs, so that only the number of waiting ones differs."""
    finished = client.finished(client.generate(_WARRIOR)["generation_id"])
    path = f"{client.base_url}/avatarforge-controller/generations/{finished['generation_id']}"
    submitted: list[str] = []
    figures: list[Figure] = []
    first: float | None = None
    for waiting in (0, 300, 1000):
        samples: list[float] = []
        while len(samples) < _POLLS:
            _fill(client, session, submitted, waiting)
            for _ in range(20):
                start = time.perf_counter()
                session.get(path).raise_for_status()
                samples.append(time.perf_counter() - start)
        value = median(samples) * 1000
        if first is None:
            first = value
            figures.append(Figure("status poll p50, 0 jobs waiting", value, "ms"))
            continue
        figures.append(
            Figure(
                f"status poll p50, {waiting} jobs waiting",
                value,
                "ms",
                "with 0 waiting",
                first,
                value / first,
                "<= 1.1x",
                value <= 1.1 * first,
            )
        )
    for job in submitted:
        session.delete(f"{client.base_url}/avatarforge-controller/generations/{job}")
    return figures


def _fill(client: Client, session: requests.Session, submitted: list[str], waiting: int) -> None:
    """See that one job runs and this many wait."""
    while True:
        stats = session.get(client.base_url + "/avatarforge-controller/health").json()
        queue = stats["comfyui"]["stats"]
        missing = waiting + 1 - queue["queue_pending"] - queue["queue_running"]
        if missing <= 0:
            return
        for _ in range(missing):
            answer = session.post(client.base_url + _SERIES, json={"prompt": _WARRIOR}).json()
            submitted.append(answer["generation_id"])
