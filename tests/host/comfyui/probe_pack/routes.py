"""The probe's routes: submit, follow, cancel, look; each answers in JSON."""

from __future__ import annotations

import asyncio
import base64
import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiohttp import web
from avatarforge.forge.host.comfyui import ComfyHost
from avatarforge.forge.host.port import Event, InvalidGraphError

from .nodes import gate


class Follower:
    """Keeps the events of one prompt, and lets requests wait for one of a kind."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self._changed = asyncio.Event()

    def __call__(self, event: Event) -> None:
        shown = dataclasses.asdict(event)
        if "data" in shown:
            shown["data"] = base64.b64encode(shown["data"]).decode()
        self.events.append({"kind": type(event).__name__, **shown})
        self._changed.set()

    async def until(self, kinds: set[str]) -> None:
        while not kinds & {event["kind"] for event in self.events}:
            self._changed.clear()
            await self._changed.wait()


class Probe:
    def __init__(self, host: ComfyHost, replaced: Callable[[], list[str]]) -> None:
        self.host = host
        self.replaced = replaced
        self.followers: dict[str, Follower] = {}

    async def submit(self, request: web.Request) -> web.Response:
        body = await request.json()
        prompt_id, follower = body["prompt_id"], Follower()
        self.followers[prompt_id] = follower
        try:
            pnginfo = body.get("extra_pnginfo")
            await self.host.submit(prompt_id, body["graph"], follower, extra_pnginfo=pnginfo)
        except InvalidGraphError as error:
            shown = {"error": error.error, "node_errors": error.node_errors, "text": str(error)}
            return web.json_response(shown, status=400)
        return web.json_response({"prompt_id": prompt_id})

    async def events(self, request: web.Request) -> web.Response:
        """All events so far, once one of the kinds named in `until` is among them."""
        follower = self.followers[request.match_info["prompt_id"]]
        if "until" in request.query:
            await asyncio.wait_for(follower.until(set(request.query["until"].split(","))), 60)
        return web.json_response(follower.events)

    async def cancel(self, request: web.Request) -> web.Response:
        return web.json_response(await self.host.cancel(request.match_info["prompt_id"]))

    async def open_gate(self, request: web.Request) -> web.Response:
        gate(request.match_info["name"]).set()
        return web.json_response(True)

    async def figures(self, _request: web.Request) -> web.Response:
        return web.json_response(dataclasses.asdict(self.host.queue()))

    async def about(self, request: web.Request) -> web.Response:
        host, query = self.host, request.query
        directories = dataclasses.asdict(host.directories)
        path = host.model_path(query.get("folder", ""), query.get("file", ""))
        return web.json_response(
            {
                "name": host.name,
                "device": host.device(),
                "has_node": host.has_node(query.get("node", "")),
                "model_files": list(host.model_files(query.get("folder", ""))),
                "model_path": None if path is None else str(path),
                "directories": {kind: str(path) for kind, path in directories.items()},
                "replaced": self.replaced(),
                "client_id": host._socket.client_id,
                "outstanding": sorted(host._tracks),
                "watching": host._watchdog._task is not None and not host._watchdog._task.done(),
            }
        )


def mount(replaced: Callable[[], list[str]]) -> None:
    host = ComfyHost.attach()
    probe = Probe(host, replaced)
    host.add_routes(
        [
            web.post("/probe/prompts", probe.submit),
            web.get("/probe/prompts/{prompt_id}", probe.events),
            web.delete("/probe/prompts/{prompt_id}", probe.cancel),
            web.post("/probe/gates/{name}", probe.open_gate),
            web.get("/probe/queue", probe.figures),
            web.get("/probe/about", probe.about),
        ]
    )

    async def started(_app: web.Application) -> None:
        await asyncio.to_thread(note, host, "started")

    async def stopped(_app: web.Application) -> None:
        await asyncio.to_thread(note, host, "stopped")

    host.on_startup(started)
    host.on_cleanup(stopped)


def note(host: ComfyHost, word: str) -> None:
    """Leave a mark that outlives the server."""
    directory = Path(host.directories.private)
    directory.mkdir(parents=True, exist_ok=True)
    (directory / word).touch()
