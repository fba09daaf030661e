"""What ComfyUI keeps of a prompt that has ended: its entry in the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ..port import Failed, Finished, Interrupted, NodeOutput

Outcome: TypeAlias = Finished | Failed | Interrupted

BLOCKED = "ExecutionBlocked"
"""The exception type of an `execution_error` that does not end its prompt: a node handed
on an ExecutionBlocker with a message, and everything that does not hang on it still runs."""


@dataclass(frozen=True, slots=True)
class Record:
    """A history entry: outputs by node id, and the (name, data) messages of the run."""

    outputs: Mapping[str, NodeOutput] = field(default_factory=dict)
    messages: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    status: str = ""

    @classmethod
    def of_history(cls, entry: Mapping[str, Any]) -> Record:
        status = entry.get("status")
        status = status if isinstance(status, Mapping) else {}
        return cls(
            outputs=outputs_by_node(entry.get("outputs")),
            messages=tuple(_messages(status.get("messages"))),
            status=str(status.get("status_str", "")),
        )

    def outcome(self, prompt_id: str) -> Outcome:
        """The verdict of the messages, which are truer than the status word.

        ComfyUI leaves the word at "success" when a prompt fails between two nodes.
        """
        for name, data in reversed(self.messages):
            if name == "execution_interrupted":
                return Interrupted(prompt_id)
            if name == "execution_error":
                return failure(prompt_id, data)
            if name == "execution_success":
                return Finished(prompt_id, self.outputs)
        if self.status == "error":
            return Failed(prompt_id, "ComfyUI reports an error without a reason")
        return Finished(prompt_id, self.outputs)


def failure(prompt_id: str, data: Mapping[str, Any]) -> Failed:
    """An `execution_error` without its traceback and inputs."""
    message = str(data.get("exception_message") or "").strip()
    message = message or str(data.get("exception_type") or "a node failed")
    return Failed(prompt_id, message, _text(data.get("node_id")), _text(data.get("node_type")))


def outputs_by_node(value: object) -> dict[str, NodeOutput]:
    if not isinstance(value, Mapping):
        return {}
    return {
        str(node_id): copied(output)
        for node_id, output in value.items()
        if isinstance(output, Mapping)
    }


def copied(value: Any) -> Any:
    """A copy of JSON-like data that shares only its leaves, whatever they are."""
    if isinstance(value, Mapping):
        return {key: copied(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [copied(item) for item in value]
    return value


def _messages(value: object) -> Iterable[tuple[str, Mapping[str, Any]]]:
    if not isinstance(value, (list, tuple)):
        return
    for message in value:
        if isinstance(message, (list, tuple)) and len(message) == 2:
            name, data = message
            if isinstance(name, str) and isinstance(data, Mapping):
                yield name, data


def _text(value: object) -> str | None:
    return None if value is None else str(value)
