"""Nodes to run, and a way to run them to their last event."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from avatarforge.forge.host.embedded.comfy_api import io
from avatarforge.forge.host.embedded.host import EmbeddedHost
from avatarforge.forge.host.port import Event, Failed, Finished, Graph, Interrupted

LAST = (Finished, Failed, Interrupted)
PATIENCE = 30.0  # seconds until a test that waits for an event has failed

Kind = TypeVar("Kind")


class Number(io.ComfyNode):
    """Gives its value; counts how often it has run by value."""

    runs: ClassVar[list[int]] = []

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            "Number",
            inputs=[io.Int.Input("value", default=1, min=0, max=1000)],
            outputs=[io.Int.Output("value")],
        )

    @classmethod
    def execute(cls, value: int) -> io.NodeOutput:
        cls.runs.append(value)
        return io.NodeOutput(value)


class Add(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            "Add",
            inputs=[
                io.Int.Input("a"),
                io.Int.Input("b"),
                io.Int.Input("c", optional=True),
            ],
            outputs=[io.Int.Output("sum")],
        )

    @classmethod
    def execute(cls, a: int, b: int, c: int = 0) -> io.NodeOutput:
        return io.NodeOutput(a + b + c)


class Show(io.ComfyNode):
    """The output node: shows what it is given."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            "Show",
            inputs=[io.AnyType.Input("value", optional=True)],
            is_output_node=True,
        )

    @classmethod
    def execute(cls, value: object = None) -> io.NodeOutput:
        return io.NodeOutput(ui={"shown": [value]})


def node(class_type: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": class_type, "inputs": inputs}


class Submitted:
    """One prompt, and its events as they come."""

    def __init__(self, prompt_id: str) -> None:
        self.id = prompt_id
        self.events: list[Event] = []
        self._came = asyncio.Condition()
        self._tasks: set[asyncio.Task[None]] = set()

    def hear(self, event: Event) -> None:
        self.events.append(event)
        task = asyncio.ensure_future(self._tell())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell(self) -> None:
        async with self._came:
            self._came.notify_all()

    async def first(self, kind: type[Kind]) -> Kind:
        async with self._came:
            await asyncio.wait_for(
                self._came.wait_for(lambda: any(isinstance(e, kind) for e in self.events)),
                PATIENCE,
            )
        return next(event for event in self.events if isinstance(event, kind))

    async def ended(self) -> list[Event]:
        async with self._came:
            await asyncio.wait_for(
                self._came.wait_for(lambda: any(isinstance(e, LAST) for e in self.events)),
                PATIENCE,
            )
        return self.events

    def of(self, kind: type[Kind]) -> list[Kind]:
        return [event for event in self.events if isinstance(event, kind)]


class Bench:
    """An embedded host without a server."""

    def __init__(self, data: Path, *nodes: type[io.ComfyNode]) -> None:
        self.host = EmbeddedHost(data, nodes)

    async def submit(
        self, graph: Graph, *, extra_pnginfo: Mapping[str, Any] | None = None
    ) -> Submitted:
        submitted = Submitted(str(uuid.uuid4()))
        await self.host.submit(submitted.id, graph, submitted.hear, extra_pnginfo=extra_pnginfo)
        return submitted

    async def run(
        self, graph: Graph, *, extra_pnginfo: Mapping[str, Any] | None = None
    ) -> Submitted:
        submitted = await self.submit(graph, extra_pnginfo=extra_pnginfo)
        await submitted.ended()
        return submitted

    async def close(self) -> bool:
        self.host.prompts.close()
        return await asyncio.to_thread(self.host.prompts.join, PATIENCE)
