"""What our API adds to a diffusion graph's wall time, against ComfyUI's raw `POST /prompt`.

The same graph, on the same server, with the models loaded and another seed each time. The two
ways take turns, and whoever is first changes too, so that a machine that slows down counts
for both alike; on a machine that others use, the fastest runs tell most. Both end with the
picture written: in ComfyUI's temp directory, or delivered to the job. Their ends are polled
for, but only from shortly before they are due: a hundred questions a second, which no client
asks, would slow the sampler down and be measured with it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import requests

from ..tests.contract.servers import Client
from ..tests.hosts.real_comfyui import NOT_FOUND, find_comfyui, start_comfyui
from ..tests.recipes.random_models import write_checkpoint
from .discovery import Context
from .statistics import median
from .table import Figure

NAME = "overhead"

_PAIRS = 20
_POLL_S = 0.01
_DUE = 0.85  # of the shortest time that a run has taken
_LONGEST_S = 300.0
_SHARE, _FIXED_MS = 0.02, 10.0  # of what may be added
_GENERATIONS = "/avatarforge-controller/generations"
_BODY = {
    "prompt": "female warrior, blue armor, long white hair, red cape",
    "recipe": "sd15-text",
    "steps": 2,
    "cfg": 1.0,
    "width": 512,
    "height": 512,
}


def run(context: Context) -> list[Figure]:
    if find_comfyui() is None:
        print(f"overhead is not measured: {NOT_FOUND}")
        return []
    write_checkpoint(context.scratch / "models" / "checkpoints" / "sd15-random.safetensors")
    comfyui = start_comfyui(
        context.scratch,
        environment={"OMP_WAIT_POLICY": "PASSIVE"},
        arguments=("--use-pytorch-cross-attention", "--fp32-text-enc"),
    )
    try:
        with requests.Session() as session:
            return _measure(Client(comfyui.base_url, context.scratch, "comfyui"), session)
    finally:
        comfyui.stop()


def _measure(client: Client, session: requests.Session) -> list[Figure]:
    seeds = count(1)
    graph = _by_api(client, session, seeds, 0)["workflow"]  # and the models are loaded
    start = time.perf_counter()
    _by_prompt(client, session, graph, seeds, 0)
    first = time.perf_counter() - start
    raw: list[float] = []
    ours: list[float] = []
    for pair in range(_PAIRS):
        due = _DUE * min([first, *raw, *ours])
        for api in (False, True) if pair % 2 else (True, False):
            start = time.perf_counter()
            if api:
                _by_api(client, session, seeds, due)
            else:
                _by_prompt(client, session, graph, seeds, due)
            (ours if api else raw).append(time.perf_counter() - start)
    value, peer = median(ours) * 1000, median(raw) * 1000
    added = median([by_api - by_prompt for by_api, by_prompt in zip(ours, raw, strict=True)]) * 1000
    bound = _SHARE * peer + _FIXED_MS
    target = f"< {_SHARE:.0%} + {_FIXED_MS:.0f} ms"
    met = added < bound
    return [
        Figure("wall time p50", value, "ms", "POST /prompt", peer, value / peer),
        Figure(
            "wall time, fastest",
            min(ours) * 1000,
            "ms",
            "POST /prompt",
            min(raw) * 1000,
            min(ours) / min(raw),
        ),
        Figure("added wall time p50", added, "ms", "bound", bound, added / bound, target, met),
    ]


def _by_api(
    client: Client, session: requests.Session, seeds: Iterator[int], due_s: float
) -> dict[str, Any]:
    url = f"{client.base_url}/avatarforge-controller/generate/avatar"
    job = _post(session, url, {**_BODY, "seed": next(seeds)})["generation_id"]

    def ended() -> dict[str, Any] | None:
        generation = _get(session, f"{client.base_url}{_GENERATIONS}/{job}")
        return generation if generation["status"] in ("completed", "failed") else None

    generation = _polled(ended, due_s)
    if generation["status"] == "failed":
        raise RuntimeError(f"the generation failed: {generation['error']}")
    return generation


def _by_prompt(
    client: Client,
    session: requests.Session,
    graph: dict[str, Any],
    seeds: Iterator[int],
    due_s: float,
) -> None:
    request = graph["request"]
    seeded = {**request, "inputs": {**request["inputs"], "seed": next(seeds)}}
    prompt = {"prompt": {**graph, "request": seeded}}
    job = _post(session, f"{client.base_url}/prompt", prompt)["prompt_id"]

    def ended() -> dict[str, Any] | None:
        found: dict[str, Any] | None = _get(session, f"{client.base_url}/history/{job}").get(job)
        return found

    status = _polled(ended, due_s)["status"]
    if status["status_str"] != "success":
        raise RuntimeError(f"the prompt failed: {status['messages'][-1]}")


def _polled(ended: Callable[[], dict[str, Any] | None], due_s: float) -> dict[str, Any]:
    deadline = time.monotonic() + _LONGEST_S
    time.sleep(due_s)
    while (end := ended()) is None:
        if time.monotonic() > deadline:
            raise TimeoutError("it never ended")
        time.sleep(_POLL_S)
    return end


def _post(session: requests.Session, url: str, body: dict[str, Any]) -> dict[str, Any]:
    response = session.post(url, json=body)
    response.raise_for_status()
    answer: dict[str, Any] = response.json()
    return answer


def _get(session: requests.Session, url: str) -> dict[str, Any]:
    response = session.get(url)
    response.raise_for_status()
    answer: dict[str, Any] = response.json()
    return answer
