"""The node class, its schema and what it returns, as in `comfy_api.latest.io`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, ClassVar, cast

from .data_types import Input, Output


class Hidden(str, Enum):
    """What a node can ask to be told, read as `cls.hidden.NAME`."""

    unique_id = "UNIQUE_ID"
    prompt = "PROMPT"
    extra_pnginfo = "EXTRA_PNGINFO"


@dataclass(frozen=True, slots=True)
class HiddenHolder:
    """Values of the hidden inputs; what the schema does not ask for is None.

    `prompt` is the whole graph in API format, `unique_id` the node's id in it.
    """

    unique_id: str | None = None
    prompt: Mapping[str, Mapping[str, Any]] | None = None
    extra_pnginfo: dict[str, Any] | None = None


class UIOutput(ABC):
    """Something to show below a node."""

    @abstractmethod
    def as_dict(self) -> dict[str, Any]:
        """By kind ("images", "text") a list or tuple of things to show."""


class NodeOutput:
    """The values of a node's outputs, in order, and what it shows."""

    def __init__(self, *args: Any, ui: UIOutput | dict[str, Any] | None = None) -> None:
        self.args = args
        self.ui = ui

    @property
    def result(self) -> tuple[Any, ...] | None:
        return self.args or None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> NodeOutput:
        """From `{"result": (...), "ui": {...}}`, both optional."""
        return cls(*data.get("result", ()), ui=data.get("ui"))

    def __getitem__(self, index: int) -> Any:
        return self.args[index]


@dataclass
class Schema:
    """What a node is called, takes and gives. `node_id` is unique among all packs."""

    node_id: str
    display_name: str | None = None
    category: str = "sd"
    inputs: list[Input] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    description: str = ""
    search_aliases: list[str] = field(default_factory=list)
    is_output_node: bool = False
    is_deprecated: bool = False
    is_experimental: bool = False
    is_dev_only: bool = False
    not_idempotent: bool = False
    essentials_category: str | None = None
    has_intermediate_output: bool = False

    def validate(self) -> None:
        """ValueError where two inputs or two outputs have one id."""
        for kind, ids in (
            ("Input", [given.id for given in self.inputs]),
            ("Output", [output.id for output in self.outputs]),
        ):
            twice = sorted(str(one) for one, count in Counter(ids).items() if count > 1)
            if twice:
                raise ValueError(f"{self.node_id}: {kind} ids must be unique: {', '.join(twice)}")

    def finalize(self) -> None:
        """Output nodes always see the prompt; outputs without an id get one."""
        if self.is_output_node:
            for hidden in (Hidden.prompt, Hidden.extra_pnginfo):
                if hidden not in self.hidden:
                    self.hidden.append(hidden)
        for index, output in enumerate(self.outputs):
            if output.id is None:
                output.id = f"_{index}_{output.io_type}_"


class ComfyNode:
    """Base of all nodes; only class methods, no state.

    Every call gets a class of its own, made from the node's, on which `hidden` is filled
    in and nothing else can be set.
    """

    hidden: ClassVar[HiddenHolder] = HiddenHolder()

    @classmethod
    def define_schema(cls) -> Schema:
        raise NotImplementedError(f"{cls.__name__} has no define_schema")

    @classmethod
    def execute(cls, *args: Any, **kwargs: Any) -> NodeOutput | Awaitable[NodeOutput]:
        """Gets the inputs by id; optional ones that are not given are not passed."""
        raise NotImplementedError(f"{cls.__name__} has no execute")

    @classmethod
    def validate_inputs(cls, *args: Any, **kwargs: Any) -> bool | str:
        """True, or what is wrong. Optional.

        Inputs named in its signature are not checked against their range or list any
        more; linked ones are None. With an argument `input_types` it gets the types of the
        links by input, which are then not checked either.
        """
        raise NotImplementedError

    @classmethod
    def fingerprint_inputs(cls, *args: Any, **kwargs: Any) -> Any:
        """Part of the cache key; NaN: never reuse. Optional. Linked inputs are None."""
        raise NotImplementedError

    @classmethod
    def GET_SCHEMA(cls) -> Schema:  # noqa: N802 (ComfyUI's name)
        """The schema, completed and checked."""
        schema = cls.define_schema()
        schema.finalize()
        schema.validate()
        return schema


def overrides(node: type[ComfyNode], name: str) -> bool:
    """Whether the node has its own version of an optional class method."""
    return getattr(node, name).__func__ is not getattr(ComfyNode, name).__func__


class _Locked(type):
    def __setattr__(cls, name: str, value: object) -> None:
        raise AttributeError(f"Cannot set {name!r}: nodes keep no state between runs")


def prepared(node: type[ComfyNode], hidden: HiddenHolder) -> type[ComfyNode]:
    """A class for one call, on which `cls.hidden` is set and locked."""
    namespace = {"hidden": hidden, "__module__": node.__module__, "__doc__": node.__doc__}
    return cast("type[ComfyNode]", _Locked(node.__name__, (node,), namespace))
