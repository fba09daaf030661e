"""One node of a graph under examination: its inputs against its schema."""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping
from typing import Any, TypeAlias

from ..port import Graph
from .data_types import AnyType, Boolean, Combo, Float, Input, Int, String
from .graph import Link, Node, is_link
from .node import ComfyNode, HiddenHolder, Schema, overrides, prepared

Error: TypeAlias = dict[str, Any]

MAX_LISTED_OPTIONS = 20  # longer lists of choices are not sent back


def error_of(kind: str, message: str, details: str, **extra_info: Any) -> Error:
    return {"type": kind, "message": message, "details": details, "extra_info": extra_info}


class Check:
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
        self.errors.append(error_of(kind, message, details, input_name=given.id, **extra_info))

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
                    error_of(
                        "custom_validation_failed", message, f"{name}{reason}", input_name=name
                    )
                )


def plain(value: Any) -> Any:
    """A value without the wrapping that tells a list from a link."""
    return value["__value__"] if isinstance(value, dict) and "__value__" in value else value


def _below(value: Any, bound: float) -> bool:
    return bool(value < bound)


def _above(value: Any, bound: float) -> bool:
    return bool(value > bound)


def _failed(error: Exception) -> Error:
    return error_of(
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
