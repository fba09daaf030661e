"""The host where there is no ComfyUI: our routes on aiohttp, our graphs in one thread."""

from __future__ import annotations

import asyncio
import importlib
import logging
import shutil
import sys
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from aiohttp import web

from ..clients import Clients
from ..gpu import GpuMemory, gpu_memory
from ..port import ClientListener, Directories, Event, Graph, Listener, QueueFigures
from .device import expected_device, torch_device
from .executor import Executor, Prompt
from .guard import origin_guard
from .models import ModelFolders
from .node import ComfyNode
from .pages import own_routes
from .prompt_queue import PromptQueue
from .sockets import Sockets
from .validate import validate

log = logging.getLogger(__name__)

GRACE = 10.0  # seconds a node has to notice, when the server goes down
MAX_BODY = 128 * 1024 * 1024  # bytes; a backstop, routes read streams against their own limits


_SWITCH_INTERVAL_S = 0.001
"""How long a thread keeps Python's lock. This process is a server first: with Python's own
5 ms a node that computes holds up every answer by as much."""


class EmbeddedHost:
    """Runs the graphs of the given node classes. `app` is what serves.

    Directories are made below `data`; OSError where that is not possible. `listen` and
    `allowed_hosts` are as in `origin_guard`.
    """

    name: Literal["comfyui", "embedded"]
    directories: Directories

    def __init__(
        self,
        data: Path,
        nodes: Sequence[type[ComfyNode]],
        *,
        listen: str = "127.0.0.1",
        allowed_hosts: Collection[str] = (),
    ) -> None:
        data = data.resolve()
        self.name = "embedded"
        self.directories = Directories(
            private=data / "user" / "__avatarforge",
            input=data / "input",
            output=data / "output",
            temp=data / "temp",
        )
        models = data / "models"
        for directory in (
            self.directories.private,
            self.directories.input,
            self.directories.output,
            self.directories.temp,
            models,
        ):
            directory.mkdir(parents=True, exist_ok=True)
        self.nodes = _by_id(nodes)
        self.prompts = PromptQueue(Executor(self.directories), self._look_at_device)
        self._models = ModelFolders(models)
        self._device: str | None = None
        self._device_is_known = False
        self._routes: list[web.RouteDef] = []
        self._fallbacks: list[web.RouteDef] = []
        self._switch_interval = sys.getswitchinterval()
        self.app = web.Application(
            client_max_size=MAX_BODY, middlewares=[origin_guard(listen, allowed_hosts)]
        )
        self._sockets = Sockets(self.prompts)
        self.add_routes([*own_routes(self.prompts), self._sockets.route()])
        self._clients = Clients()
        self.app.on_response_prepare.append(self._clients.hear)
        self.app.on_startup.append(self._start)
        self.app.on_shutdown.append(self._close)
        self.app.on_cleanup.append(self._stop)

    async def submit(
        self,
        prompt_id: str,
        graph: Graph,
        listener: Listener,
        *,
        extra_pnginfo: Mapping[str, Any] | None = None,
    ) -> None:
        """As in the port. Also raises ValueError for an id that is in the queue already.

        When the server goes down, prompts that have not ended get no event any more: they
        were not cancelled, and are to be submitted again by the next server.
        """
        loop = asyncio.get_running_loop()

        def emit(event: Event) -> None:
            try:
                loop.call_soon_threadsafe(listener, event)
            except RuntimeError:
                if not loop.is_closed():
                    raise
                log.debug("Nobody is left to hear of %s", event)

        # In a thread: a node that validates may read files or load libraries.
        valid = await asyncio.to_thread(validate, prompt_id, graph, self.nodes, self.directories)
        self.prompts.put(Prompt(prompt_id, valid, emit, extra_pnginfo))

    async def check(self, graph: Graph) -> None:
        await asyncio.to_thread(validate, str(uuid.uuid4()), graph, self.nodes, self.directories)

    async def cancel(self, prompt_id: str) -> bool:
        return self.prompts.cancel(prompt_id)

    def queue(self) -> QueueFigures:
        return self.prompts.figures()

    def has_node(self, class_type: str) -> bool:
        return class_type in self.nodes

    def model_files(self, folder: str) -> Sequence[str]:
        return self._models.files(folder)

    def model_path(self, folder: str, name: str) -> Path | None:
        return self._models.path(folder, name)

    def model_directories(self, folder: str) -> Sequence[Path]:
        return self._models.directories(folder)

    def device(self) -> str:
        """Told from torch's files until a node has loaded torch, from then on by torch."""
        if self._device is None:
            self._device = expected_device()
        return self._device

    def gpu_memory(self) -> GpuMemory | None:
        if not self.device().startswith("cuda"):
            return None
        return gpu_memory(importlib.import_module("torch"))

    def add_routes(self, routes: Sequence[web.RouteDef]) -> None:
        """Before the server starts. The generated /api twins come before the routes as
        written, so where both give one path the twin is served, as in ComfyUI."""
        self._routes.extend(routes)

    def add_bare_routes(self, routes: Sequence[web.RouteDef]) -> None:
        self.app.router.add_routes(routes)

    def add_fallback_routes(self, routes: Sequence[web.RouteDef]) -> None:
        self._fallbacks.extend(routes)

    def on_client(self, prefix: str, listener: ClientListener) -> None:
        self._clients.listen(prefix, listener)

    def on_startup(self, start: Callable[[web.Application], Any]) -> None:
        self.app.on_startup.append(start)

    def on_cleanup(self, stop: Callable[[web.Application], Any]) -> None:
        """These run when the queue has stopped and no event will come any more."""
        self.app.on_cleanup.append(stop)

    def _look_at_device(self) -> None:
        if self._device_is_known:
            return
        try:
            device = torch_device()
        except RuntimeError as error:  # a driver that torch cannot talk to
            log.warning("The device is unknown: %s", error)
            self._device_is_known = True
            return
        if device is not None:
            self._device, self._device_is_known = device, True

    async def _start(self, app: web.Application) -> None:
        for routes in (self._routes, self._fallbacks):
            app.router.add_routes([*map(_twin, routes), *routes])
        await asyncio.to_thread(_empty, self.directories.temp)
        self._switch_interval = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_INTERVAL_S)

    async def _close(self, app: web.Application) -> None:
        self.prompts.close()
        await self._sockets.close()

    async def _stop(self, app: web.Application) -> None:
        self.prompts.close()
        sys.setswitchinterval(self._switch_interval)
        if not await asyncio.to_thread(self.prompts.join, GRACE):
            log.warning("A node did not stop within %.0f seconds and is left behind", GRACE)


def _by_id(nodes: Sequence[type[ComfyNode]]) -> dict[str, type[ComfyNode]]:
    by_id: dict[str, type[ComfyNode]] = {}
    for node in nodes:
        node_id = node.GET_SCHEMA().node_id
        if node_id in by_id:
            raise ValueError(f"Two nodes have the id {node_id}")
        by_id[node_id] = node
    return by_id


def _twin(route: web.RouteDef) -> web.RouteDef:
    # A name stands for one path alone, the one as written.
    unnamed = {key: value for key, value in route.kwargs.items() if key != "name"}
    return web.RouteDef(route.method, f"/api{route.path}", route.handler, unnamed)


def _empty(directory: Path) -> None:
    """What earlier runs left in the temp directory is in nobody's use."""
    for path in directory.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
