"""ComfyUI's PromptQueue: who waits, who runs, how one prompt is taken out of it."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..port import QueueFigures
from .parts import Parts
from .records import Record

_ID = 1
"""The prompt id's index in a queue entry."""


@dataclass(frozen=True, slots=True)
class QueuedIds:
    running: frozenset[str]
    waiting: frozenset[str]


class ComfyQueue:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def takes_sensitive_data(self) -> bool:
        """Whether an entry has a sixth part.

        The worker that reads it came together with a parameter of `task_done` that strips
        it from the history. The worker of one kind dies of the other kind's entries.
        """
        return _accepts(self._parts.require("server.prompt_queue.task_done"), "process_item")

    def put(self, entry: tuple[Any, ...]) -> None:
        self._parts.require("server.prompt_queue.put")(entry)

    def figures(self) -> QueueFigures:
        entries = self._entries()
        if entries is not None:
            running, waiting = entries
            return QueueFigures(len(running), len(waiting))
        remaining = self._parts.get("server.prompt_queue.get_tasks_remaining")
        return QueueFigures(0, remaining() if remaining is not None else 0)

    def ids(self) -> QueuedIds | None:
        """None where this ComfyUI does not list its queue."""
        entries = self._entries()
        if entries is None:
            return None
        running, waiting = entries
        return QueuedIds(
            frozenset(entry[_ID] for entry in running), frozenset(entry[_ID] for entry in waiting)
        )

    def withdraw(self, prompt_id: str) -> bool:
        """Take a waiting prompt out; False where it does not wait."""
        delete = self._parts.get("server.prompt_queue.delete_queue_item")
        return delete is not None and bool(delete(lambda entry: entry[_ID] == prompt_id))

    def interrupt(self, prompt_id: str) -> bool:
        """Interrupt this prompt if it runs, and no other one; False where it does not run."""
        interrupt: Callable[[str], bool] | None = self._parts.get(
            "server.prompt_queue.interrupt_if_running"
        )
        if interrupt is not None:
            return bool(interrupt(prompt_id))
        return self._interrupt_under_lock(prompt_id)

    def record(self, prompt_id: str) -> Record | None:
        """The history entry, without a copy of the graph and its metadata where possible."""
        read = self._parts.get("server.prompt_queue.get_history")
        if read is None:
            return None
        if _accepts(read, "map_function"):
            found = read(prompt_id=prompt_id, map_function=Record.of_history)
            return found.get(prompt_id)  # type: ignore[no-any-return]
        found = read(prompt_id=prompt_id)
        return Record.of_history(found[prompt_id]) if prompt_id in found else None

    def _interrupt_under_lock(self, prompt_id: str) -> bool:
        """For ComfyUI before `interrupt_if_running`.

        A prompt leaves the running ones under this lock, and the next one clears the
        interrupt before it begins, so that the interrupt cannot reach another prompt.
        """
        stop = self._parts.get("nodes.interrupt_processing")
        if stop is None:
            return False
        lock = self._parts.get("server.prompt_queue.mutex") or contextlib.nullcontext()
        with lock:
            listed = self.ids()
            if listed is None or prompt_id not in listed.running:
                return False
            stop()
            return True

    def _entries(self) -> tuple[list[Any], list[Any]] | None:
        read = self._parts.get("server.prompt_queue.get_current_queue_volatile")
        # The older getter copies every waiting graph.
        read = read or self._parts.get("server.prompt_queue.get_current_queue")
        return None if read is None else read()


def _accepts(function: Callable[..., Any], parameter: str) -> bool:
    return parameter in inspect.signature(function).parameters
