"""What the tests of the anime API share: callers' steps, and small graphs for its phases."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any

import aiohttp

from .servers import Client
from .test_recipes import PATH, Graph, admin_of, put

PREFIX = "/api/anime"
PHASES = ("character-sheet", "animation-loop", "full-video")
LONG_S = 240.0


def status(client: Client, job: str) -> dict[str, Any]:
    response = client.get(f"{PREFIX}/jobs/{job}/status")
    assert response.status_code == 200, response.text
    assert response.headers["X-Job-Id"] == job
    found: dict[str, Any] = response.json()
    return found


def ended(client: Client, job: str) -> dict[str, Any]:
    """Poll as the API's clients do, until the job is over."""
    deadline = time.monotonic() + LONG_S
    while (now := status(client, job))["status"] in ("queued", "processing"):
        assert time.monotonic() < deadline, now
        time.sleep(0.05)
    return now


def started(client: Client, path: str = "/generate", /, **body: Any) -> str:
    response = client.post(PREFIX + path, json=body)
    assert response.status_code == 200, response.text
    job: str = response.json()["job_id"]
    assert response.headers["X-Job-Id"] == job
    return job


def made(client: Client, path: str = "/generate", /, **body: Any) -> dict[str, Any]:
    job = ended(client, started(client, path, **body))
    assert job["status"] == "completed", job["error"]
    return job


async def heard(client: Client, path: str) -> list[dict[str, Any]]:
    """Every message until the server closes."""
    address = client.base_url.replace("http", "ws") + path
    async with (
        aiohttp.ClientSession(headers=client.headers) as session,
        session.ws_connect(address) as socket,
    ):
        return [json.loads(message.data) async for message in socket]


def listen(client: Client, path: str) -> list[dict[str, Any]]:
    return asyncio.run(asyncio.wait_for(heard(client, path), LONG_S))


def phase_graph(score: object = 0.9, pictures: int = 1, role: str = "output") -> Graph:
    """Draws `pictures`, each with a seed of its own, and says how good they are.

    The caller's words and sizes come in by the Request as in every graph; its clothing, which
    no anime request speaks of, is where the quality stands.
    """
    quality = json.dumps({"score": score, "threshold": 0.8, "parts": {"sharpness": score}})
    return told_graph(quality, pictures, role)


def told_graph(quality: str | None, pictures: int = 1, role: str = "output") -> Graph:
    graph: Graph = {
        "ask": {
            "class_type": "AvatarForgeRequest",
            "inputs": {"prompt": "", "seed": 0, "width": 256, "height": 256, "clothing": quality},
        },
        "look": {
            "class_type": "AvatarForgeFeatures",
            "inputs": {"text": ["ask", 0], "reference": ["ask", 14]},
        },
        "tell": {
            "class_type": "AvatarForgeTextResult",
            "inputs": {"text": ["ask", 2], "role": "quality"},
        },
    }
    for index in range(pictures):
        graph[f"draw{index}"] = {
            "class_type": "AvatarForgeDrawAvatar",
            "inputs": {
                "features": ["look", 0],
                "view": "front",
                "framing": "bust",
                "style": "anime",
                "realism": False,
                "seed": ["ask", 8] if index == 0 else 1000 + index,
                "width": ["ask", 9],
                "height": ["ask", 10],
            },
        }
        graph[f"give{index}"] = {
            "class_type": "AvatarForgeResult",
            "inputs": {
                "images": [f"draw{index}", 0],
                "role": (role, "front")[index] if index < 2 else f"picture{index}",
            },
        }
    if quality is None:
        del graph["tell"], graph["ask"]["inputs"]["clothing"]
    return graph


@contextmanager
def published(client: Client, graphs: Mapping[str, Graph]) -> Iterator[None]:
    """These graphs serve these endpoints for as long as the block runs."""
    admin = admin_of(client)
    try:
        for endpoint, graph in graphs.items():
            response = put(admin, graph, endpoint)
            assert response.status_code == 200, response.text
        yield
    finally:
        for endpoint in graphs:
            while admin.delete(f"{PATH}/{endpoint}").status_code == 200:
                continue


def production_graphs(**scores: object) -> dict[str, Graph]:
    """All three phases, small; `sheet`, `loop` and `video` are their qualities."""
    return {
        "character-sheet": phase_graph(scores.get("sheet", 0.95), 3, "sheet"),
        "animation-loop": phase_graph(scores.get("loop", 0.9), 2),
        "full-video": phase_graph(scores.get("video", 0.85), 2),
    }


def graphs_of(client: Client, job: str) -> list[Mapping[str, Any]]:
    """What ran for a job, or for each of its parts in order."""
    return [graph for _, graph in _rows(client, job) if graph]


def parts_of(client: Client, job: str) -> list[str]:
    return [identifier for identifier, _ in _rows(client, job) if identifier != job]


def _rows(client: Client, job: str) -> list[tuple[str, Any]]:
    """A job and its parts as the database has them: id and graph."""
    question = "SELECT id, graph FROM jobs WHERE parent = :job OR id = :job ORDER BY number"
    with closing(sqlite3.connect(client.private / "avatarforge.sqlite3")) as database:
        rows = database.execute(question, {"job": job}).fetchall()
    return [(identifier, json.loads(graph)) for identifier, graph in rows]


def request_of(graph: Mapping[str, Any]) -> Mapping[str, Any]:
    """The inputs of its Request node."""
    (node,) = (node for node in graph.values() if node["class_type"] == "AvatarForgeRequest")
    inputs: Mapping[str, Any] = node["inputs"]
    return inputs
