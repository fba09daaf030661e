"""A graph on its way into ComfyUI's queue, by the steps that `POST /prompt` takes."""

from __future__ import annotations

import itertools
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..port import Graph, InvalidGraphError
from .parts import Parts, log
from .queue import ComfyQueue
from .records import copied

_SENSITIVE = ("auth_token_comfy_org", "api_key_comfy_org")
"""What other packs' prompt handlers may add for API nodes, and the history must not keep."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A graph that ComfyUI has found valid, ready to be queued."""

    prompt_id: str
    graph: dict[str, Any]
    extra_data: dict[str, Any]
    outputs: list[str]
    request: Mapping[str, Any]


class Submission:
    def __init__(self, parts: Parts, queue: ComfyQueue) -> None:
        self._parts = parts
        self._queue = queue
        self._own_numbers = itertools.count()

    async def accept(
        self,
        prompt_id: str,
        graph: Graph,
        client_id: str,
        extra_pnginfo: Mapping[str, Any] | None,
    ) -> Accepted:
        """Let handlers and replacements at the graph, then have ComfyUI validate it.

        Raises InvalidGraphError, and MissingPartError where this ComfyUI cannot validate.
        """
        extra_data: dict[str, Any] = {}
        if extra_pnginfo is not None:
            extra_data["extra_pnginfo"] = copied(extra_pnginfo)
        request = self._handled(
            {
                "prompt": _plain(graph),
                "prompt_id": prompt_id,
                "client_id": client_id,
                "extra_data": extra_data,
            }
        )
        prepared = self._with_replacements(request["prompt"])
        outputs = await self._validated(prompt_id, prepared)
        return Accepted(prompt_id, prepared, request["extra_data"], outputs, request)

    async def check(self, graph: Graph) -> None:
        """Have ComfyUI validate a graph that is not to run now. Raises as `accept` does."""
        await self._validated(str(uuid.uuid4()), self._with_replacements(_plain(graph)))

    async def _validated(self, prompt_id: str, graph: dict[str, Any]) -> list[str]:
        """The ids of its output nodes."""
        validate = self._parts.require("execution.validate_prompt")
        valid, error, outputs, node_errors = await validate(prompt_id, graph, None)
        # ComfyUI runs the outputs that are valid; half of what was asked for is no answer.
        if not valid or node_errors:
            raise InvalidGraphError(_error(error), _without_tracebacks(node_errors))
        return list(outputs)

    def put(self, accepted: Accepted, client_id: str) -> None:
        """Queue it. Handlers cannot change whose events they are, nor the prompt's id."""
        extra_data = {
            **accepted.extra_data,
            "client_id": client_id,
            "create_time": int(time.time() * 1000),
        }
        sensitive_names = self._parts.get("execution.SENSITIVE_EXTRA_DATA_KEYS") or _SENSITIVE
        entry: tuple[Any, ...] = (self._number(accepted.request), accepted.prompt_id)
        if self._queue.takes_sensitive_data():
            sensitive = {
                name: extra_data.pop(name) for name in sensitive_names if name in extra_data
            }
            entry += (accepted.graph, extra_data, accepted.outputs, sensitive)
        else:
            entry += (accepted.graph, extra_data, accepted.outputs)
        self._queue.put(entry)

    def _handled(self, request: dict[str, Any]) -> Mapping[str, Any]:
        """The request after other packs' handlers; the one before where they spoiled it."""
        trigger = self._parts.get("server.trigger_on_prompt")
        if trigger is None:
            return request
        original = {**request, "prompt": copied(request["prompt"])}
        original["extra_data"] = copied(request["extra_data"])
        handled = trigger(request)
        if (
            isinstance(handled, dict)
            and isinstance(handled.get("prompt"), dict)
            and isinstance(handled.setdefault("extra_data", {}), dict)
        ):
            return handled
        log.warning("AvatarForge: a prompt handler of another pack lost the graph; it is ignored")
        return original

    def _with_replacements(self, graph: dict[str, Any]) -> dict[str, Any]:
        replace = self._parts.get("server.node_replace_manager.apply_replacements")
        if replace is None:
            return graph
        # Replacement reads `_meta` of every node that it replaces.
        replaced = copied(graph)
        for node in replaced.values():
            if isinstance(node, dict) and not isinstance(node.get("_meta"), dict):
                node["_meta"] = {}
        try:
            replace(replaced)
        except KeyError as error:
            # An input that the replacement maps is not in the graph. Validation then names
            # the node that is not there.
            log.warning("AvatarForge: ComfyUI cannot replace a renamed node: no input %s", error)
            return graph
        return replaced  # type: ignore[no-any-return]

    def _number(self, request: Mapping[str, Any]) -> float:
        """The place in the queue, lowest first, counted with ComfyUI's own counter."""
        if self._parts.get("server.number") is None:
            number: float = next(self._own_numbers)
        else:
            number = self._parts.server.number
            self._parts.server.number += 1
        asked = request.get("number")
        if isinstance(asked, (int, float)):
            return float(asked)
        return -number if request.get("front") else number


def _plain(graph: Graph) -> dict[str, dict[str, Any]]:
    """A copy in plain dictionaries, with `_meta` on every node.

    Raises InvalidGraphError for shapes of which ComfyUI's validation would die.
    """
    if not isinstance(graph, Mapping):
        raise _malformed("the graph is not an object", None)
    plain: dict[str, dict[str, Any]] = {}
    for node_id, node in graph.items():
        if not isinstance(node_id, str) or not isinstance(node, Mapping):
            raise _malformed("a node is not an object", node_id)
        if not isinstance(node.get("class_type", ""), str):
            raise _malformed("class_type is not a text", node_id)
        if not isinstance(node.get("inputs"), Mapping):
            raise _malformed("inputs is not an object", node_id)
        meta = node.get("_meta")
        plain[node_id] = {**copied(node), "_meta": copied(meta) if isinstance(meta, dict) else {}}
    return plain


def _malformed(details: str, node_id: object) -> InvalidGraphError:
    where = {} if node_id is None else {"node_id": str(node_id)}
    message = "Malformed graph" if node_id is None else f"Malformed node {node_id}"
    return InvalidGraphError(
        {"type": "invalid_prompt", "message": message, "details": details, "extra_info": where}, {}
    )


def _error(error: object) -> Mapping[str, Any]:
    if isinstance(error, Mapping):
        return dict(_without_tracebacks(error))
    if error is None:
        kind, message = "prompt_outputs_failed_validation", "Prompt outputs failed validation"
    else:
        kind, message = "invalid_prompt", str(error)
    return {"type": kind, "message": message, "details": "", "extra_info": {}}


def _without_tracebacks(value: Any) -> Any:
    """ComfyUI's errors without the stack traces that name the server's files."""
    if isinstance(value, Mapping):
        return {key: _without_tracebacks(item) for key, item in value.items() if key != "traceback"}
    if isinstance(value, (list, tuple)):
        return [_without_tracebacks(item) for item in value]
    return value
