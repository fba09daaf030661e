"""Checks a graph before it is queued, with ComfyUI's error types and shapes.

A difference from ComfyUI on purpose: there a prompt runs when any one of its outputs is
good, and the others are dropped. Here a graph with errors does not run at all.
"""

from __future__ import annotations

import inspect
import math
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from ..port import Directories, Graph, InvalidGraphError
from .context import Execution, entered
from .data_types import AnyType, Boolean, Combo, Float, Input, Int, String
from .graph import CycleError, Link, Node, ValidGraph, is_link, ordered
from .node import ComfyNode, HiddenHolder, Schema, overrides, prepared

Error: TypeAlias = dict[str, Any]

MAX_LISTED_OPTIONS = 20  # longer lists of choices are not sent back


def validate(
    prompt_id: str,
    graph: Graph,
    classes: Mapping[str, type[ComfyNode]],
    directories: Directories,
) -> ValidGraph:
    """Reads what the graph's output nodes need. Raises InvalidGraphError."""
    schemas = _schemas(graph, classes)
    outputs = tuple(
        node_id for node_id in graph if schemas[graph[node_id]["class_type"]].is_output_node
    )
    if not outputs:
        raise InvalidGraphError(_error("prompt_no_outputs", "Prompt has no outputs", ""), {})
    checks = _needed(graph, outputs, classes, schemas)
    sources = {node_id: tuple(check.node().sources()) for node_id, check in checks.items()}
    order = _acyclic(outputs, sources, checks)
    for check in checks.values():
        execution = Execution(prompt_id, check.id, directories)
        with entered(execution):
            check.ask_node()
    bad = {node_id: check for node_id, check in checks.items() if check.errors}
    if bad:
        raise _invalid(bad, outputs, sources)
    prompt = {
        node_id: {**entry, "inputs": checks[node_id].inputs} if node_id in checks else entry
        for node_id, entry in graph.items()
    }
    return ValidGraph(prompt, {node_id: checks[node_id].node() for node_id in order}, outputs)


def _error(kind: str, message: str, details: str, **extra_info: Any) -> Error:
    return {"type": kind, "message": message, "details": details, "extra_info": extra_info}


def _schemas(graph: Graph, classes: Mapping[str, type[ComfyNode]]) -> dict[str, Schema]:
    """Of every class in the graph; also those of nodes that no output needs."""
    schemas: dict[str, Schema] = {}
    for node_id, entry in graph.items():
        entry = entry if isinstance(entry, Mapping) else {}
        class_type = entry.get("class_type")
        meta = entry.get("_meta")
        title = meta.get("title") if isinstance(meta, Mapping) else None
        if not isinstance(class_type, str) or class_type not in classes:
            if "class_type" not in entry:
                message = (
                    f"Node '{title or f'ID #{node_id}'}' has no class_type. "
                    "The workflow may be corrupted or a custom node is missing."
                )
            else:
                message = (
                    f"Node '{title or class_type}' not found. The custom node may not be installed."
                )
            error = _error(
                "missing_node_type",
                message,
                f"Node ID '#{node_id}'",
                node_id=node_id,
                class_type=class_type,
                node_title=title or class_type,
            )
            raise InvalidGraphError(error, {})
        if class_type not in schemas:
            schemas[class_type] = classes[class_type].GET_SCHEMA()
    return schemas


class _Check:
    """One node under examination; gathers its errors."""

    def __init__(
        self, node_id: str, entry: Mapping[str, Any], cls: type[ComfyNode], schema: Schema
    ) -> None:
        self.id = node_id
        self.class_type: str = entry["class_type"]
        self.cls = cls
        self.schema = schema
        self.errors: list[Error] = []
        self.inputs: dict[str, Any] = {}
        self.links: dict[str, Link] = {}
        self.received_types: dict[str, str] = {}
        self._bad: set[str] = set()
        inputs = entry.get("inputs", {})
        if isinstance(inputs, Mapping):
            self.inputs = dict(inputs)
        else:
            details = "The inputs are not an object"
            self.errors.append(_failed(ValueError(details)))
        arguments: list[str] = []
        self.takes_all = False
        if overrides(cls, "validate_inputs"):
            signature = inspect.getfullargspec(cls.validate_inputs)
            arguments = signature.args[1:]
            self.takes_all = signature.varkw is not None
        self.own_checks = set(arguments)

    def node(self) -> Node:
        declared = {given.id for given in self.schema.inputs}
        values = {
            name: value
            for name, value in self.inputs.items()
            if name in declared and not is_link(value)
        }
        return Node(self.id, self.class_type, self.cls, self.schema, values, self.links)

    def check_inputs(self, graph: Graph, schemas: Mapping[str, Schema]) -> None:
        for given in self.schema.inputs:
            if given.id not in self.inputs:
                if not given.optional:
                    self._refuse(
                        given, "required_input_missing", "Required input is missing", given.id
                    )
            elif is_link(self.inputs[given.id]):
                self._check_link(given, graph, schemas)
            else:
                self._check_value(given)

    def _refuse(
        self, given: Input, kind: str, message: str, details: str, **extra_info: Any
    ) -> None:
        self._bad.add(given.id)
        self.errors.append(_error(kind, message, details, input_name=given.id, **extra_info))

    def _check_link(self, given: Input, graph: Graph, schemas: Mapping[str, Schema]) -> None:
        value: list[Any] = self.inputs[given.id]
        config = _config(given)

        def refuse(message: str, details: str) -> None:
            self._refuse(
                given,
                "bad_linked_input",
                message,
                details,
                input_config=config,
                received_value=value,
            )

        if len(value) != 2:
            message = "Bad linked input, must be a length-2 list of [node_id, slot_index]"
            refuse(message, given.id)
            return
        source, slot = value
        if not isinstance(source, str) or source not in graph:
            refuse("Bad linked input, there is no such node", f"{given.id}: node {source!r}")
            return
        outputs = schemas[graph[source]["class_type"]].outputs
        if type(slot) is not int or not 0 <= slot < len(outputs):
            refuse(
                "Bad linked input, the node has no such output",
                f"{given.id}: node {source!r} has {len(outputs)} outputs, not slot {slot!r}",
            )
            return
        received = outputs[slot].io_type
        self.received_types[given.id] = received
        self.links[given.id] = Link(source, slot)
        wanted = given.get_io_type()
        if "input_types" not in self.own_checks and not _connects(received, wanted):
            self._refuse(
                given,
                "return_type_mismatch",
                "Return type mismatch between linked nodes",
                f"{given.id}, received_type({received}) mismatch input_type({wanted})",
                input_config=config,
                received_type=received,
                linked_node=value,
            )

    def _check_value(self, given: Input) -> None:
        value = self.inputs[given.id]
        if isinstance(value, dict) and "__value__" in value:
            value = value["__value__"]
        wanted = given.get_io_type()
        try:
            value = _converted(value, wanted)
        except (ValueError, TypeError, OverflowError, RecursionError) as error:
            self._refuse(
                given,
                "invalid_input_type",
                f"Failed to convert an input value to a {wanted} value",
                f"{given.id}, {value}, {error}",
                input_config=_config(given),
                received_value=value,
                exception_message=str(error),
            )
            return
        # a list that came wrapped would be taken for a link from here on
        self.inputs[given.id] = {"__value__": value} if isinstance(value, list) else value
        if not self.takes_all and given.id not in self.own_checks:
            self._check_range(given, value)
            self._check_choice(given, value)

    def _check_range(self, given: Input, value: Any) -> None:
        if not isinstance(given, (Int.Input, Float.Input)):
            return
        for kind, comparison, bound, outside in (
            ("value_smaller_than_min", "smaller than min", given.min, _below),
            ("value_bigger_than_max", "bigger than max", given.max, _above),
        ):
            if bound is not None and outside(value, bound):
                self._refuse(
                    given,
                    kind,
                    f"Value {value} {comparison} of {bound}",
                    given.id,
                    input_config=_config(given),
                    received_value=value,
                )
                return

    def _check_choice(self, given: Input, value: Any) -> None:
        if not isinstance(given, Combo.Input):
            return
        options = given.options or []
        if value in options:
            return
        few = len(options) <= MAX_LISTED_OPTIONS
        listed = str(options) if few else f"(list of length {len(options)})"
        self._refuse(
            given,
            "value_not_in_list",
            "Value not in list",
            f"{given.id}: {value!r} not in {listed}",
            input_config=_config(given) if few else None,
            received_value=value,
        )

    def ask_node(self) -> None:
        """The node's own validate_inputs, unless an input it would be given is bad."""
        if not overrides(self.cls, "validate_inputs"):
            return
        declared = {given.id for given in self.schema.inputs}
        arguments = declared if self.takes_all else declared & self.own_checks
        if self.errors and arguments & self._bad:
            return
        node = self.node()
        asked: dict[str, Any] = {
            name: plain(node.values[name]) if name in node.values else None
            for name in self.inputs
            if name in arguments
        }
        if "input_types" in self.own_checks:
            asked["input_types"] = self.received_types
        hidden = HiddenHolder(unique_id=self.id)
        try:
            verdict = prepared(self.cls, hidden).validate_inputs(**asked)
        except Exception as error:  # whatever the node raises is its verdict
            self.errors.append(_failed(error))
            return
        if verdict is not True:
            reason = "" if verdict is False else f" - {verdict}"
            for name in asked or {"": None}:
                message = "Custom validation failed for node"
                self.errors.append(
                    _error("custom_validation_failed", message, f"{name}{reason}", input_name=name)
                )


def plain(value: Any) -> Any:
    """A value without the wrapping that tells a list from a link."""
    return value["__value__"] if isinstance(value, dict) and "__value__" in value else value


def _below(value: Any, bound: float) -> bool:
    return bool(value < bound)


def _above(value: Any, bound: float) -> bool:
    return bool(value > bound)


def _failed(error: Exception) -> Error:
    return _error(
        "exception_during_validation",
        "Exception when validating node",
        str(error),
        exception_type=type(error).__name__,
        traceback=[],
    )


def _config(given: Input) -> tuple[str, dict[str, Any]]:
    options = given.as_dict()
    options.pop("optional", None)
    return given.get_io_type(), options


def _converted(value: Any, wanted: str) -> Any:
    if wanted == Int.io_type:
        return int(value)
    if wanted == Float.io_type:
        number = float(value)
        if not math.isfinite(number):
            raise ValueError("not a finite number")
        return number
    if wanted == String.io_type:
        return str(value)
    if wanted == Boolean.io_type:
        return bool(value)
    return value


def _connects(received: str, wanted: str) -> bool:
    """Type names may be several, with commas between them; one in common is enough."""
    received_types = {name.strip() for name in received.split(",")}
    wanted_types = {name.strip() for name in wanted.split(",")}
    return AnyType.io_type in received_types | wanted_types or bool(received_types & wanted_types)


def _needed(
    graph: Graph,
    outputs: Iterable[str],
    classes: Mapping[str, type[ComfyNode]],
    schemas: Mapping[str, Schema],
) -> dict[str, _Check]:
    """The outputs and everything they are linked to, with their inputs checked."""
    checks: dict[str, _Check] = {}
    waiting = deque(outputs)
    while waiting:
        node_id = waiting.popleft()
        if node_id in checks:
            continue
        entry = graph[node_id]
        class_type = entry["class_type"]
        check = _Check(node_id, entry, classes[class_type], schemas[class_type])
        check.check_inputs(graph, schemas)
        checks[node_id] = check
        waiting.extend(link.source for link in check.links.values())
    return checks


def _acyclic(
    outputs: tuple[str, ...], sources: Mapping[str, tuple[str, ...]], checks: dict[str, _Check]
) -> list[str]:
    try:
        return ordered(outputs, sources)
    except CycleError as cycle:
        named = [f"{node_id} ({checks[node_id].class_type})" for node_id in cycle.path]
        cycle_nodes = list(dict.fromkeys(cycle.path))
        for node_id in cycle_nodes:
            checks[node_id].errors.append(
                _error(
                    "dependency_cycle",
                    "Dependency cycle detected",
                    " -> ".join(named),
                    node_id=node_id,
                    cycle_nodes=cycle_nodes,
                )
            )
        return []


def _invalid(
    bad: Mapping[str, _Check],
    outputs: Iterable[str],
    sources: Mapping[str, tuple[str, ...]],
) -> InvalidGraphError:
    dependents: dict[str, list[str]] = {node_id: [] for node_id in bad}
    for output in outputs:
        for node_id in _reachable(output, sources.__getitem__):
            if node_id in dependents:
                dependents[node_id].append(output)
    reasons = [
        f"{error['message']}: {error['details']}"
        for check in bad.values()
        for error in check.errors
    ]
    error = _error(
        "prompt_outputs_failed_validation", "Prompt outputs failed validation", "\n".join(dict.fromkeys(reasons))
    )
    node_errors = {
        node_id: {
            "errors": check.errors,
            "dependent_outputs": dependents[node_id],
            "class_type": check.class_type,
        }
        for node_id, check in bad.items()
    }
    return InvalidGraphError(error, node_errors)


def _reachable(start: str, sources: Callable[[str], Iterable[str]]) -> set[str]:
    seen = {start}
    waiting = [start]
    while waiting:
        for source in sources(waiting.pop()):
            if source not in seen:
                seen.add(source)
                waiting.append(source)
    return seen
