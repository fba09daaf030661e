"""The port's comfyui side, put together."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from aiohttp import web

from ..gpu import GpuMemory
from ..port import ClientListener, Directories, Graph, Listener, QueueFigures
from .directories import directories
from .events import PromptTrack
from .models import Inventory
from .parts import Parts
from .queue import ComfyQueue
from .serving import Serving
from .socket import EventSocket
from .submission import Submission
from .watch import Watchdog


class ComfyHost:
    """Runs graphs on the ComfyUI that this process is; implements `forge.host.port.Host`.

    All methods but `has_node`, `model_files`, `model_path`, `device` and `gpu_memory` belong
    on the server's event loop.
    """

    def __init__(self, parts: Parts) -> None:
        self.name: Literal["comfyui", "embedded"] = "comfyui"
        self.directories: Directories = directories(parts)
        self._tracks: dict[str, PromptTrack] = {}
        self._queue = ComfyQueue(parts)
        self._socket = EventSocket(parts, self._tracks, self._on_start)
        self._submission = Submission(parts, self._queue)
        self._watchdog = Watchdog(self._tracks, self._queue, self._socket)
        self._inventory = Inventory(parts)
        self._serving = Serving(parts)

    @classmethod
    def attach(
        cls, prompt_server: Any = None, *, modules: Mapping[str, Any] | None = None
    ) -> ComfyHost:
        """The host of this process's ComfyUI; logs in one line what that one lacks.

        `prompt_server` and `modules` (by name: execution, nodes, folder_paths,
        comfy.model_management) stand in for what is loaded here. Call it while a pack is
        loaded, before ComfyUI publishes its routes.

        Raises RuntimeError where no ComfyUI server runs in this process.
        """
        parts = Parts.of_running(prompt_server, modules)
        parts.log_missing()
        host = cls(parts)
        if parts.get("server.app") is not None:
            host.on_cleanup(host._close)
        return host

    async def submit(
        self,
        prompt_id: str,
        graph: Graph,
        listener: Listener,
        *,
        extra_pnginfo: Mapping[str, Any] | None = None,
    ) -> None:
        """As the port says. A prompt cancelled while it is validated ends as Interrupted.

        Unlike ComfyUI, a graph of which one output is invalid is refused as a whole. Raises
        ValueError for an id that is no canonical UUID or is in use, MissingPartError where this
        ComfyUI has changed too much to run graphs.
        """
        if str(uuid.UUID(prompt_id)) != prompt_id:
            raise ValueError(f"not a canonical UUID: {prompt_id!r}")
        if prompt_id in self._tracks:
            raise ValueError(f"prompt {prompt_id} has been submitted already")
        track = PromptTrack(prompt_id, listener, self._queue.record, self._forget)
        self._tracks[prompt_id] = track
        try:
            client_id = self._socket.client_id
            accepted = await self._submission.accept(prompt_id, graph, client_id, extra_pnginfo)
            if not track.cancelled:
                self._socket.register()
                self._submission.put(accepted, client_id)
                track.queued = True
        except BaseException:
            self._forget(prompt_id)
            raise
        if track.queued:
            self._watchdog.wake()
        else:
            track.interrupt()

    async def check(self, graph: Graph) -> None:
        """As the port says; prompt handlers of other packs do not hear of it."""
        await self._submission.check(graph)

    async def cancel(self, prompt_id: str) -> bool:
        """As the port says; for a prompt that runs, Interrupted follows when its node stops.

        A node that does not ask whether it was interrupted runs to its end.
        """
        track = self._tracks.get(prompt_id)
        if track is None:
            return False
        if not track.queued:
            track.cancelled = True
            return True
        if self._queue.withdraw(prompt_id):
            track.interrupt()
            return True
        interrupted = self._queue.interrupt(prompt_id)
        track.cancelled = track.cancelled or interrupted
        return interrupted

    def queue(self) -> QueueFigures:
        return self._queue.figures()

    def has_node(self, class_type: str) -> bool:
        return self._inventory.has_node(class_type)

    def model_files(self, folder: str) -> Sequence[str]:
        return self._inventory.model_files(folder)

    def model_path(self, folder: str, name: str) -> Path | None:
        return self._inventory.model_path(folder, name)

    def model_directories(self, folder: str) -> Sequence[Path]:
        return self._inventory.model_directories(folder)

    def device(self) -> str:
        return self._inventory.device()

    def gpu_memory(self) -> GpuMemory | None:
        return self._inventory.gpu_memory()

    def add_routes(self, routes: Sequence[web.RouteDef]) -> None:
        self._serving.add_routes(routes)

    def add_bare_routes(self, routes: Sequence[web.RouteDef]) -> None:
        self._serving.add_bare_routes(routes)

    def add_fallback_routes(self, routes: Sequence[web.RouteDef]) -> None:
        self._serving.add_fallback_routes(routes)

    def on_client(self, prefix: str, listener: ClientListener) -> None:
        self._serving.on_client(prefix, listener)

    def on_startup(self, start: Callable[[web.Application], Any]) -> None:
        self._serving.on_startup(start)

    def on_cleanup(self, stop: Callable[[web.Application], Any]) -> None:
        self._serving.on_cleanup(stop)

    def _on_start(self, track: PromptTrack) -> None:
        # ComfyUI has just cleared its interrupt, and with it one that came a moment ago.
        if track.cancelled:
            self._queue.interrupt(track.prompt_id)

    def _forget(self, prompt_id: str) -> None:
        self._tracks.pop(prompt_id, None)

    async def _close(self, _app: web.Application) -> None:
        await self._watchdog.stop()
        self._socket.unregister()
