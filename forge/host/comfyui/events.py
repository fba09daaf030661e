"""ComfyUI's messages about one prompt, turned into the port's events.

What ComfyUI sends of a run, in order: `execution_start`, `execution_cached`, then
`progress_state`, `executing`, `progress` and `executed` for each node, then one of
`execution_success`, `execution_error` and `execution_interrupted`, and at last
`executing` with the node null. Only at that last one has the history been written, so
it alone ends a prompt; what came before says how, should the history have been wiped.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from numbers import Real
from typing import Any, TypeAlias

from ..port import (
    Event,
    Failed,
    Finished,
    Interrupted,
    Listener,
    NodeFinished,
    NodeOutput,
    NodeProgress,
    NodesCached,
    NodeStarted,
    Preview,
    Started,
)
from .parts import log
from .records import BLOCKED, Outcome, Record, copied, failure

HistoryReader: TypeAlias = Callable[[str], Record | None]


class PromptTrack:
    """Follows one prompt from its submission to its one terminal event.

    Every node that runs gives one NodeStarted and one NodeFinished, the latter with an
    empty output where the node shows nothing.
    """

    def __init__(
        self,
        prompt_id: str,
        listener: Listener,
        history: HistoryReader,
        on_end: Callable[[str], None],
    ) -> None:
        self.prompt_id = prompt_id
        self.queued = False
        self.cancelled = False
        self.started = False
        self.ended = False
        self.node_id: str | None = None
        self.ticks_missing = 0
        self._listener = listener
        self._history = history
        self._on_end = on_end
        self._nodes_started: set[str] = set()
        self._nodes_finished: set[str] = set()
        self._progress: dict[str, tuple[float, float]] = {}
        self._outputs: dict[str, NodeOutput] = {}
        self._blocked: Failed | None = None
        self._outcome: Outcome | None = None

    def receive(self, kind: str, data: Mapping[str, Any]) -> None:
        """Take one message about this prompt; an unknown kind is ignored."""
        receiver = _RECEIVERS.get(kind)
        if receiver is not None and not self.ended:
            receiver(self, data)

    def preview(self, node_id: str | None, mime_type: str, picture: bytes) -> None:
        node_id = node_id or self.node_id
        if node_id is not None and not self.ended:
            self._tell(Preview(self.prompt_id, node_id, mime_type, picture))

    def start(self) -> None:
        if not self.started and not self.ended:
            self.started = True
            self._emit(Started(self.prompt_id))

    def end(self, record: Record | None) -> None:
        """End by the history entry, or, without one, by what was heard of the run.

        A prompt of which neither tells how it ended was taken out of the queue.
        """
        if self.ended:
            return
        outcome = self._heard() if record is None else record.outcome(self.prompt_id)
        if isinstance(outcome, Finished) and not outcome.outputs and self._blocked is not None:
            outcome = self._blocked
        if record is not None:
            self.start()
        self._end_with(outcome)

    def interrupt(self) -> None:
        """End a prompt of ours that left the queue before it ran."""
        if not self.ended:
            self._end_with(Interrupted(self.prompt_id))

    def fail(self, message: str) -> None:
        if not self.ended:
            self._end_with(Failed(self.prompt_id, message))

    def _end_with(self, outcome: Outcome) -> None:
        self.ended = True
        self._on_end(self.prompt_id)
        self._emit(outcome)

    def _heard(self) -> Outcome:
        if isinstance(self._outcome, Finished):
            return Finished(self.prompt_id, dict(self._outputs))
        return self._outcome or Interrupted(self.prompt_id)

    def _tell(self, event: Event) -> None:
        self.start()  # whose own message may have missed us
        self._emit(event)

    def _emit(self, event: Event) -> None:
        try:
            self._listener(event)
        except Exception:  # an exception that reached ComfyUI's publisher would end the server
            log.exception("AvatarForge: the listener of prompt %s failed", self.prompt_id)

    def _on_start(self, _data: Mapping[str, Any]) -> None:
        self.start()

    def _on_cached(self, data: Mapping[str, Any]) -> None:
        listed = data.get("nodes")
        if isinstance(listed, (list, tuple)) and listed:
            self._tell(NodesCached(self.prompt_id, tuple(str(node_id) for node_id in listed)))

    def _on_executing(self, data: Mapping[str, Any]) -> None:
        if "node" not in data:
            return
        if data["node"] is None:
            try:
                record = self._history(self.prompt_id)
            except Exception as error:  # the prompt has ended and must say so, come what may
                log.exception("AvatarForge: cannot read the history of %s", self.prompt_id)
                self.fail(f"the history of the prompt cannot be read: {type(error).__name__}")
                return
            self.end(record)
            return
        self._start_node(str(data["node"]))

    def _start_node(self, node_id: str) -> None:
        self.node_id = node_id
        # A node with lazy inputs is announced once a round; it starts but once.
        if node_id not in self._nodes_started:
            self._nodes_started.add(node_id)
            self._tell(NodeStarted(self.prompt_id, node_id))

    def _on_executed(self, data: Mapping[str, Any]) -> None:
        node_id = data.get("node")
        if node_id is None:
            return
        output = data.get("output")
        self._finish_node(str(node_id), copied(output) if isinstance(output, Mapping) else {})

    def _finish_node(self, node_id: str, output: NodeOutput) -> None:
        if output:
            self._outputs[node_id] = output
        # Cached nodes are announced as well, with their output where they have one.
        known = output or node_id in self._nodes_started
        if known and node_id not in self._nodes_finished:
            self._nodes_finished.add(node_id)
            self._tell(NodeFinished(self.prompt_id, node_id, output))

    def _on_progress(self, data: Mapping[str, Any]) -> None:
        node_id = data.get("node")
        if node_id is not None:
            self._start_node(str(node_id))
            self._step(str(node_id), data.get("value"), data.get("max"))

    def _on_progress_state(self, data: Mapping[str, Any]) -> None:
        nodes = data.get("nodes")
        if not isinstance(nodes, Mapping):
            return
        for node_id, state in nodes.items():
            if not isinstance(state, Mapping):
                continue
            if state.get("state") == "running":
                self._step(str(node_id), state.get("value"), state.get("max"))
            elif state.get("state") == "finished":
                self._finish_node(str(node_id), {})

    def _step(self, node_id: str, value: object, total: object) -> None:
        step = _number(value), _number(total)
        if step[0] is None or step[1] is None or node_id not in self._nodes_started:
            return
        # ComfyUI sets every node to 0 of 1 before it runs; and the same step comes by both
        # kinds of message.
        if step == self._progress.get(node_id, (0.0, 1.0)) or node_id in self._nodes_finished:
            return
        self._progress[node_id] = (step[0], step[1])
        self._tell(NodeProgress(self.prompt_id, node_id, step[0], step[1]))

    def _on_error(self, data: Mapping[str, Any]) -> None:
        failed = failure(self.prompt_id, data)
        if data.get("exception_type") == BLOCKED:
            self._blocked = failed
        else:
            self._outcome = failed

    def _on_interrupted(self, _data: Mapping[str, Any]) -> None:
        self._outcome = Interrupted(self.prompt_id)

    def _on_success(self, _data: Mapping[str, Any]) -> None:
        self._outcome = Finished(self.prompt_id, {})


_RECEIVERS: dict[str, Callable[[PromptTrack, Mapping[str, Any]], None]] = {
    "execution_start": PromptTrack._on_start,
    "execution_cached": PromptTrack._on_cached,
    "executing": PromptTrack._on_executing,
    "executed": PromptTrack._on_executed,
    "progress": PromptTrack._on_progress,
    "progress_state": PromptTrack._on_progress_state,
    "execution_error": PromptTrack._on_error,
    "execution_interrupted": PromptTrack._on_interrupted,
    "execution_success": PromptTrack._on_success,
}


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
