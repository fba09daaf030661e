"""Small ComfyUIs that differ from today's where its versions do.

`OldQueue` is the one of 0.3.64: entries of five parts, no atomic interrupt, a history that
can only be had as a deep copy. `NewQueue` is the one of 0.33.
"""

from __future__ import annotations

import asyncio
import copy
import heapq
import threading
import uuid
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from aiohttp import web
from avatarforge.forge.host.comfyui import ComfyHost
from avatarforge.forge.host.port import Event, Failed, Finished, Interrupted

GRAPH = {"1": {"class_type": "Show", "inputs": {}}}


class OldQueue:
    def __init__(self) -> None:
        self.mutex = threading.RLock()
        self.queue: list[tuple[Any, ...]] = []
        self.currently_running: dict[int, tuple[Any, ...]] = {}
        self.history: dict[str, dict[str, Any]] = {}

    def put(self, item: tuple[Any, ...]) -> None:
        heapq.heappush(self.queue, item)

    def task_done(self, item_id: int, history_result: dict[str, Any], status: Any) -> None:
        entry = self.currently_running.pop(item_id)
        self.history[entry[1]] = {"prompt": entry, "status": status, **history_result}

    def get_current_queue(self) -> tuple[list[Any], list[Any]]:
        return list(self.currently_running.values()), copy.deepcopy(self.queue)

    def delete_queue_item(self, function: Callable[[tuple[Any, ...]], bool]) -> bool:
        kept = [entry for entry in self.queue if not function(entry)]
        deleted = len(kept) < len(self.queue)
        self.queue = kept
        return deleted

    def get_history(
        self, prompt_id: str | None = None, max_items: int | None = None, offset: int = -1
    ) -> dict[str, Any]:
        return {key: value for key, value in self.history.items() if key == prompt_id}

    def get_tasks_remaining(self) -> int:
        return len(self.queue) + len(self.currently_running)


class NewQueue(OldQueue):
    def __init__(self, interrupt: Callable[[], None]) -> None:
        super().__init__()
        self._interrupt = interrupt

    def task_done(
        self,
        item_id: int,
        history_result: dict[str, Any],
        status: Any,
        process_item: Callable[[Any], Any] | None = None,
    ) -> None:
        super().task_done(item_id, history_result, status)

    def get_current_queue_volatile(self) -> tuple[list[Any], list[Any]]:
        return list(self.currently_running.values()), list(self.queue)

    def interrupt_if_running(self, prompt_id: str) -> bool:
        if any(entry[1] == prompt_id for entry in self.currently_running.values()):
            self._interrupt()
            return True
        return False


class FakeComfyUI:
    """Its `take_up` and `end` stand in for the prompt worker."""

    def __init__(self, *, old: bool = False, **server: Any) -> None:
        self.interrupts = 0
        self.validated: list[tuple[str, Any]] = []
        self.validation: Any = None
        self.queue = OldQueue() if old else NewQueue(self.interrupt)
        routes = web.RouteTableDef()
        self.server = SimpleNamespace(
            **{
                "app": web.Application(),
                "routes": routes,
                "sockets": {},
                "sockets_metadata": {},
                "number": 0,
                "trigger_on_prompt": lambda request: request,
                "prompt_queue": self.queue,
                **server,
            }
        )
        self.modules: dict[str, Any] = {
            "execution": SimpleNamespace(validate_prompt=self.validate_prompt),
            "nodes": SimpleNamespace(
                NODE_CLASS_MAPPINGS={"Show": object}, interrupt_processing=self.interrupt
            ),
            "folder_paths": SimpleNamespace(
                **{
                    f"get_{kind}_directory": lambda kind=kind: f"/comfy/{kind}"
                    for kind in ("input", "output", "temp", "user")
                },
                get_filename_list=lambda folder: {"vae": ["a.pt"]}[folder],
                get_full_path=lambda folder, name: {"vae": {"a.pt": "/m/a.pt"}}[folder].get(name),
            ),
            "comfy.model_management": SimpleNamespace(
                get_torch_device=lambda: "device",
                get_torch_device_name=lambda _device: "cuda:0 NVIDIA Model : native",
            ),
        }

    def host(self) -> ComfyHost:
        return ComfyHost.attach(self.server, modules=self.modules)

    def interrupt(self) -> None:
        self.interrupts += 1

    async def validate_prompt(
        self, prompt_id: str, prompt: Any, partial: list[str] | None
    ) -> tuple[bool, Any, list[str], Any]:
        assert partial is None
        self.validated.append((prompt_id, prompt))
        if self.validation is not None:
            return await self.validation(prompt)  # type: ignore[no-any-return]
        return True, None, ["1"], {}

    def take_up(self) -> tuple[Any, ...]:
        entry = heapq.heappop(self.queue.queue)
        self.queue.currently_running[0] = entry
        return entry

    def end(self, *, status: str = "success", **output: Any) -> None:
        self.queue.task_done(0, {"outputs": {"1": output}}, {"status_str": status, "messages": []})


class Listening:
    """A listener that can be waited on."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.ended = asyncio.Event()

    def __call__(self, event: Event) -> None:
        self.events.append(event)
        if isinstance(event, (Finished, Failed, Interrupted)):
            assert not self.ended.is_set()
            self.ended.set()


def fresh_id() -> str:
    return str(uuid.uuid4())
