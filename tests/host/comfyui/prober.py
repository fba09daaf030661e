"""Drives the probe pack by HTTP, and the graphs that the tests run."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from avatarforge.tests.hosts.real_comfyui import (
    CHECKOUT,
    NOT_FOUND,
    RunningComfyUI,
    find_comfyui,
    start_comfyui,
)

PROBE_PACK = Path(__file__).parent / "probe_pack"

TERMINAL = {"Finished", "Failed", "Interrupted"}

Json = dict[str, Any]


def node(class_type: str, **inputs: Any) -> Json:
    return {"class_type": class_type, "inputs": inputs}


def picture_graph(color: int = 0x336699) -> Json:
    """Core nodes alone; shows one picture at node 3."""
    return {
        "1": node("EmptyImage", width=64, height=32, batch_size=1, color=color),
        "2": node("ImageInvert", image=["1", 0]),
        "3": node("PreviewImage", images=["2", 0]),
    }


def waiting_graph(gate: str, steps: int = 50) -> Json:
    """Runs until its gate is opened."""
    return {"1": node("ProbeSteps", gate=gate, steps=steps)}


def kinds(events: list[Json]) -> list[str]:
    return [event["kind"] for event in events]


def start_probed(tmp: Path) -> RunningComfyUI:
    """A ComfyUI with the probe pack and one empty checkpoint; skips where there is none."""
    if find_comfyui() is None:
        pytest.skip(NOT_FOUND)
    models = tmp / "models" / "checkpoints"
    models.mkdir(parents=True)
    (models / "tiny.safetensors").write_bytes(b"")
    return start_comfyui(
        tmp, None, [PROBE_PACK], environment={"AVATARFORGE_CHECKOUT": str(CHECKOUT)}
    )


class Prober:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def json(self, method: str, path: str, body: object = None, **query: str) -> Any:
        async with self.session.request(method, path, json=body, params=query) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def submit(self, graph: Json, extra_pnginfo: Json | None = None) -> str:
        prompt_id = str(uuid.uuid4())
        body = {"prompt_id": prompt_id, "graph": graph, "extra_pnginfo": extra_pnginfo}
        await self.json("POST", "/probe/prompts", body)
        return prompt_id

    async def refused(self, graph: Json) -> Json:
        body = {"prompt_id": str(uuid.uuid4()), "graph": graph}
        async with self.session.post("/probe/prompts", json=body) as response:
            assert response.status == 400, await response.text()
            answer: Json = await response.json()
            return answer

    async def events(self, prompt_id: str, *until: str) -> list[Json]:
        listed = ",".join(until or TERMINAL)
        events: list[Json] = await self.json("GET", f"/probe/prompts/{prompt_id}", until=listed)
        return events

    async def run(self, graph: Json, extra_pnginfo: Json | None = None) -> list[Json]:
        return await self.events(await self.submit(graph, extra_pnginfo))

    async def cancel(self, prompt_id: str) -> bool:
        return bool(await self.json("DELETE", f"/probe/prompts/{prompt_id}"))

    async def open_gate(self, name: str) -> None:
        await self.json("POST", f"/probe/gates/{name}")

    async def about(self, **query: str) -> Json:
        about: Json = await self.json("GET", "/probe/about", **query)
        return about

    async def history(self, prompt_id: str) -> Json:
        history: Json = await self.json("GET", f"/history/{prompt_id}")
        return history

    async def post(self, path: str, body: Json) -> None:
        """For ComfyUI's own routes that answer without a body."""
        async with self.session.post(path, json=body) as response:
            assert response.status == 200, await response.text()
