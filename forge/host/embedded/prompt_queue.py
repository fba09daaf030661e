"""One queue, one worker thread: prompts run one after another, in the order they came."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from ..port import Event, Failed, Finished, Interrupted, NodeOutput, QueueFigures
from .context import InterruptProcessingException
from .executor import Executor, NodeError, Prompt

log = logging.getLogger(__name__)

KEPT_RECORDS = 100


@dataclass(frozen=True, slots=True)
class Record:
    """How a prompt ended."""

    number: int
    prompt_id: str
    status: Literal["success", "error"]
    outputs: Mapping[str, NodeOutput]


@dataclass(slots=True)
class _Place:
    """A prompt in the queue. `cancelled` is read and written under the queue's lock."""

    number: int
    prompt: Prompt
    cancelled: bool = False


def _nothing() -> None:
    return


class PromptQueue:
    """The thread starts with the first prompt and ends with `close` and `join`.

    Whether a prompt was cancelled is decided under one lock with whether it has ended. So
    `cancel` answers True exactly where Interrupted follows, and never meets another prompt.
    """

    def __init__(self, executor: Executor, after_each: Callable[[], None] = _nothing) -> None:
        """`after_each` is called in the worker thread before each last event; must not raise."""
        self._executor = executor
        self._after_each = after_each
        self._changed = threading.Condition()
        self._pending: OrderedDict[str, _Place] = OrderedDict()
        self._running: _Place | None = None
        self._records: OrderedDict[str, Record] = OrderedDict()
        self._number = 0
        self._closed = False
        self._worker: threading.Thread | None = None

    def put(self, prompt: Prompt) -> None:
        """Raises ValueError for an id that is in the queue. After `close` the prompt is lost
        as those are that waited then."""
        with self._changed:
            if self._closed:
                return
            running = self._running
            if prompt.id in self._pending or (running and running.prompt.id == prompt.id):
                raise ValueError(f"Prompt {prompt.id} is in the queue already")
            self._pending[prompt.id] = _Place(self._number, prompt)
            self._number += 1
            if self._worker is None:
                # A daemon, so that a node that never ends cannot keep the process alive.
                self._worker = threading.Thread(
                    target=self._work, name="avatarforge-worker", daemon=True
                )
                self._worker.start()
            self._changed.notify()

    def cancel(self, prompt_id: str) -> bool:
        """True where the prompt was waiting or running; its last event is then Interrupted."""
        with self._changed:
            place = self._pending.pop(prompt_id, None)
            if place is not None:
                self._end(place, Interrupted(prompt_id))
                return True
            running = self._running
            if running is None or running.prompt.id != prompt_id:
                return False
            running.cancelled = True
            running.prompt.interrupt.set()
            return True

    def figures(self) -> QueueFigures:
        return QueueFigures(int(self._running is not None), len(self._pending))

    def places(self) -> tuple[list[tuple[int, Prompt]], list[tuple[int, Prompt]]]:
        """(number, prompt) of those that run and of those that wait."""
        with self._changed:
            running = [self._running] if self._running else []
            pending = list(self._pending.values())
        return (
            [(place.number, place.prompt) for place in running],
            [(place.number, place.prompt) for place in pending],
        )

    def record(self, prompt_id: str) -> Record | None:
        """Of the last prompts that ended."""
        with self._changed:
            return self._records.get(prompt_id)

    def close(self) -> None:
        """Takes no more prompts, starts none, and interrupts the running one.

        What had not ended by then gets no last event: it was not cancelled, the server
        went away, and whoever keeps jobs will want to run it again.
        """
        with self._changed:
            self._closed = True
            self._pending.clear()
            if self._running is not None:
                self._running.prompt.interrupt.set()
            self._changed.notify_all()

    def join(self, timeout: float) -> bool:
        """Waits for the thread to end after `close`; False where it did not in time."""
        worker = self._worker
        if worker is None:
            return True
        worker.join(timeout)
        return not worker.is_alive()

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._pending and not self._closed:
                    self._changed.wait()
                if self._closed:
                    return
                _, place = self._pending.popitem(last=False)
                self._running = place
            last = self._run(place.prompt)
            self._after_each()
            with self._changed:
                self._running = None
                if place.cancelled:
                    self._end(place, Interrupted(place.prompt.id))
                elif last is not None:
                    self._end(place, last)

    def _run(self, prompt: Prompt) -> Event | None:
        """The prompt's last event; None where it was interrupted."""
        try:
            return Finished(prompt.id, self._executor.run(prompt))
        except InterruptProcessingException:
            return None
        except NodeError as error:
            return Failed(prompt.id, str(error), error.node_id, error.node_type)
        except BaseException as error:  # one prompt's end, not the worker's
            log.exception("Prompt %s failed", prompt.id)
            return Failed(prompt.id, str(error) or type(error).__name__)

    def _end(self, place: _Place, last: Event) -> None:
        finished = isinstance(last, Finished)
        self._records[place.prompt.id] = Record(
            place.number,
            place.prompt.id,
            "success" if finished else "error",
            last.outputs if isinstance(last, Finished) else {},
        )
        if len(self._records) > KEPT_RECORDS:
            self._records.popitem(last=False)
        place.prompt.emit(last)
