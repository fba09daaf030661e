"""Runs one validated graph, node by node, in the worker thread."""

from __future__ import annotations

import asyncio
import inspect
import logging
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any, cast

from ..port import (
    Directories,
    Event,
    NodeFinished,
    NodeOutput,
    NodesCached,
    NodeStarted,
    Started,
)
from .cache import CacheEntry, NodeCache, UnkeyableError, digest
from .check import plain
from .context import Execution, Interrupt, InterruptProcessingException, entered
from .graph import Node, ValidGraph
from .node import Hidden, HiddenHolder, UIOutput, overrides, prepared
from .node import NodeOutput as Returned

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A graph that waits or runs. `emit` hands its events to whoever submitted it."""

    id: str
    graph: ValidGraph
    emit: Callable[[Event], None]
    extra_pnginfo: Mapping[str, Any] | None = None
    interrupt: Interrupt = field(default_factory=Interrupt)


class NodeError(Exception):
    """A node raised; what it raised is the cause."""

    def __init__(self, node: Node, cause: BaseException) -> None:
        super().__init__(str(cause) or type(cause).__name__)
        self.node_id = node.id
        self.node_type = node.class_type


class Executor:
    """Keeps what nodes gave, so that unchanged ones need not run again."""

    def __init__(self, directories: Directories, cache: NodeCache | None = None) -> None:
        self.directories = directories
        self.cache = NodeCache() if cache is None else cache

    def run(self, prompt: Prompt) -> dict[str, NodeOutput]:
        """What the nodes show, by id.

        Raises NodeError, and InterruptProcessingException once the prompt is interrupted.
        """
        with _inference():
            return _Run(self, prompt).run()


def _inference() -> AbstractContextManager[object]:
    """Nodes run without autograd, as in ComfyUI. Does not load torch for it."""
    torch = sys.modules.get("torch")
    return torch.inference_mode() if torch is not None else nullcontext()


class _Run:
    def __init__(self, executor: Executor, prompt: Prompt) -> None:
        self.directories = executor.directories
        self.cache = executor.cache
        self.prompt = prompt
        self.nodes = prompt.graph.nodes
        self.keys: dict[str, bytes | None] = {}
        self.entries: dict[str, CacheEntry] = {}
        self.shown: dict[str, NodeOutput] = {}

    def run(self) -> dict[str, NodeOutput]:
        self.prompt.emit(Started(self.prompt.id))
        for node in self.nodes.values():
            self.prompt.interrupt.check()
            self.keys[node.id] = self._key(node)
        to_run = self._plan()
        idle = tuple(node_id for node_id in self.nodes if node_id not in to_run)
        if idle:
            self._reuse(idle)
        readers = Counter(source for node in to_run.values() for source in node.sources())
        for node in to_run.values():
            self._turn(node)
            for source in node.sources():
                readers[source] -= 1
                if not readers[source]:
                    del self.entries[source]  # frees what the cache does not hold
            if not readers[node.id]:
                self.entries.pop(node.id, None)
        self.prompt.interrupt.check()
        return self.shown

    def _plan(self) -> dict[str, Node]:
        """The nodes to run, in order; entries of those they build on are taken along."""
        needed = set(self.prompt.graph.outputs)
        to_run: list[Node] = []
        for node in reversed(list(self.nodes.values())):
            if node.id not in needed:
                continue
            entry = self.cache.get(self.keys[node.id])
            if entry is not None:
                self.entries[node.id] = entry
            else:
                needed.update(node.sources())
                to_run.append(node)
        return {node.id: node for node in reversed(to_run)}

    def _reuse(self, node_ids: tuple[str, ...]) -> None:
        self.prompt.emit(NodesCached(self.prompt.id, node_ids))
        for node_id in node_ids:
            schema = self.nodes[node_id].schema
            entry = self.entries.get(node_id)
            shows = schema.is_output_node or schema.has_intermediate_output
            if entry is not None and entry.ui and shows:
                self._show(node_id, entry.ui)

    def _show(self, node_id: str, output: NodeOutput) -> None:
        if output:
            self.shown[node_id] = output
        self.prompt.emit(NodeFinished(self.prompt.id, node_id, output))

    def _turn(self, node: Node) -> None:
        self.prompt.interrupt.check()
        twin = self.cache.get(self.keys[node.id])
        if twin is not None:  # an equal node of this graph has run in the meantime
            self.entries[node.id] = twin
            self._reuse((node.id,))
            return
        self.prompt.emit(NodeStarted(self.prompt.id, node.id))
        entry = self._called(node)
        # A node may have swallowed the interrupt and given half of its work.
        self.prompt.interrupt.check()
        self.entries[node.id] = entry
        self.cache.put(self.keys[node.id], entry)
        self._show(node.id, entry.ui)

    def _called(self, node: Node) -> CacheEntry:
        inputs = {name: plain(value) for name, value in node.values.items()}
        for name, link in node.links.items():
            inputs[name] = self.entries[link.source].values[link.slot]
        cls = prepared(node.cls, self._hidden(node))
        try:
            with entered(self._execution(node)):
                returned: object = cls.execute(**inputs)
                if inspect.isawaitable(returned):
                    returned = _awaited(returned, self.prompt.interrupt)
            return _entry(node, returned)
        except InterruptProcessingException:
            # Raised without our asking it is an error like any other.
            self.prompt.interrupt.check()
            raise NodeError(node, RuntimeError("The node interrupted itself")) from None
        except BaseException as error:  # MemoryError, SystemExit: the worker outlives its nodes
            if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
                self.cache.clear()  # torch's is known by name, so as not to load torch
            self.prompt.interrupt.check()
            log.exception("Node %s (%s) failed", node.id, node.class_type)
            raise NodeError(node, error) from error

    def _execution(self, node: Node) -> Execution:
        prompt = self.prompt
        return Execution(prompt.id, node.id, self.directories, prompt.interrupt, prompt.emit)

    def _hidden(self, node: Node) -> HiddenHolder:
        asked = node.schema.hidden
        extra = self.prompt.extra_pnginfo if Hidden.extra_pnginfo in asked else None
        return HiddenHolder(
            unique_id=node.id if Hidden.unique_id in asked else None,
            prompt=self.prompt.graph.prompt if Hidden.prompt in asked else None,
            extra_pnginfo=None if extra is None else dict(extra),
        )

    def _key(self, node: Node) -> bytes | None:
        """None for a node whose result must not be used again."""
        sources = {name: self.keys[link.source] for name, link in node.links.items()}
        if None in sources.values():
            return None
        schema = node.schema
        has_identity = schema.not_idempotent or Hidden.unique_id in schema.hidden
        try:
            return digest(
                (
                    node.class_type,
                    self._fingerprint(node),
                    node.id if has_identity else None,
                    node.values,
                    {name: (sources[name], link.slot) for name, link in node.links.items()},
                )
            )
        except (UnkeyableError, RecursionError):
            return None

    def _fingerprint(self, node: Node) -> Any:
        if not overrides(node.cls, "fingerprint_inputs"):
            return None
        inputs = {name: plain(value) for name, value in node.values.items()}
        inputs |= dict.fromkeys(node.links)
        try:
            with entered(self._execution(node)):
                return prepared(node.cls, self._hidden(node)).fingerprint_inputs(**inputs)
        except Exception as error:
            # As ComfyUI: the node will run, and say itself what is wrong.
            log.warning("fingerprint_inputs of %s failed: %s", node.class_type, error)
            return float("nan")


def _entry(node: Node, returned: object) -> CacheEntry:
    if returned is None:
        output = Returned()
    elif isinstance(returned, Returned):
        output = returned
    elif isinstance(returned, tuple):
        output = Returned(*returned)
    elif isinstance(returned, dict):
        output = Returned.from_dict(returned)
    else:
        raise TypeError(f"Nodes return io.NodeOutput, not {type(returned).__name__}")
    declared = len(node.schema.outputs)
    if len(output.args) < declared:
        raise ValueError(f"The node gave {len(output.args)} of its {declared} outputs")
    ui = output.ui.as_dict() if isinstance(output.ui, UIOutput) else output.ui or {}
    return CacheEntry(output.args, {kind: list(shown) for kind, shown in ui.items()})


def _awaited(returned: Awaitable[Any], interrupt: Interrupt) -> object:
    """Runs an async node in an event loop of its own; an interrupt cancels it."""

    async def run() -> object:
        task = asyncio.ensure_future(returned)
        loop = asyncio.get_running_loop()

        def cancel() -> None:
            loop.call_soon_threadsafe(task.cancel)

        with interrupt.waking(cancel):
            return cast(object, await task)

    return asyncio.run(run())
