"""The data types of node inputs and outputs, as in `comfy_api.latest.io`.

Arguments that ComfyUI takes by position or by name are by name alone here, so that a call
which is right here is right there.
"""

# ruff: noqa: A002, N802
# Argument and function names that shadow builtins or are capitalised are ComfyUI's.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, TypedDict

if TYPE_CHECKING:
    import torch
    from typing_extensions import Unpack

    _Tensor: TypeAlias = torch.Tensor
else:
    _Tensor = Any


def _given(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}


class NumberDisplay(str, Enum):
    number = "number"
    slider = "slider"
    gradient_slider = "gradientslider"


class InputOptions(TypedDict, total=False):
    """What every input takes. `advanced` ones are folded away; `extra_dict` goes to the
    frontend as it is."""

    display_name: str | None
    optional: bool
    tooltip: str | None
    extra_dict: Mapping[str, Any] | None
    advanced: bool | None


class WidgetOptions(InputOptions, total=False):
    """Also what every widget takes: `socketless` ones take no link, `force_input` only one."""

    socketless: bool | None
    force_input: bool | None


class Input:
    """An input that only a link can fill."""

    io_type: ClassVar[str]

    def __init__(
        self,
        id: str,
        *,
        display_name: str | None = None,
        optional: bool = False,
        tooltip: str | None = None,
        extra_dict: Mapping[str, Any] | None = None,
        advanced: bool | None = None,
    ) -> None:
        self.id = id
        self.display_name = display_name
        self.optional = optional
        self.tooltip = tooltip
        self.extra_dict = dict(extra_dict or {})
        self.advanced = advanced

    def as_dict(self) -> dict[str, Any]:
        """The options as /object_info has them."""
        options = {
            "display_name": self.display_name,
            "optional": self.optional,
            "tooltip": self.tooltip,
            "advanced": self.advanced,
        }
        return _given(options) | _given(self.extra_dict)

    def get_io_type(self) -> str:
        return self.io_type


class WidgetInput(Input):
    """An input with a widget: a value in the graph, or a link."""

    def __init__(
        self,
        id: str,
        *,
        default: Any = None,
        socketless: bool | None = None,
        force_input: bool | None = None,
        **common: Unpack[InputOptions],
    ) -> None:
        super().__init__(id, **common)
        self.default = default
        self.socketless = socketless
        self.force_input = force_input

    def as_dict(self) -> dict[str, Any]:
        options = {
            "default": self.default,
            "socketless": self.socketless,
            "forceInput": self.force_input,
        }
        return super().as_dict() | _given(options)


class Output:
    io_type: ClassVar[str]

    def __init__(
        self,
        id: str | None = None,
        *,
        display_name: str | None = None,
        tooltip: str | None = None,
    ) -> None:
        self.id = id
        self.display_name = display_name or id
        self.tooltip = tooltip


class ComfyTypeIO:
    """A data type: its name in the graph, and its inputs and outputs."""

    io_type: ClassVar[str]

    class Input(Input):
        pass

    class Output(Output):
        pass


def Custom(io_type: str) -> type[ComfyTypeIO]:
    """A data type of our own; only equal names connect."""
    name = io_type

    class CustomType(ComfyTypeIO):
        io_type = name

        class Input(ComfyTypeIO.Input):
            io_type = name

        class Output(ComfyTypeIO.Output):
            io_type = name

    return CustomType


class Image(ComfyTypeIO):
    """Pictures, (B, H, W, C) float32 in 0..1."""

    io_type = "IMAGE"
    Type: TypeAlias = _Tensor

    class Input(ComfyTypeIO.Input):
        io_type = "IMAGE"

    class Output(ComfyTypeIO.Output):
        io_type = "IMAGE"


class Mask(ComfyTypeIO):
    """(B, H, W) float32 in 0..1."""

    io_type = "MASK"
    Type: TypeAlias = _Tensor

    class Input(ComfyTypeIO.Input):
        io_type = "MASK"

    class Output(ComfyTypeIO.Output):
        io_type = "MASK"


class SVGDocuments:
    """SVG documents, one a batch entry, UTF-8."""

    def __init__(self, data: list[BytesIO]) -> None:
        self.data = data

    def combine(self, other: SVGDocuments) -> SVGDocuments:
        return SVGDocuments(self.data + other.data)

    @staticmethod
    def combine_all(svgs: list[SVGDocuments]) -> SVGDocuments:
        return SVGDocuments([document for svg in svgs for document in svg.data])


class SVG(ComfyTypeIO):
    io_type = "SVG"
    Type: TypeAlias = SVGDocuments

    class Input(ComfyTypeIO.Input):
        io_type = "SVG"

    class Output(ComfyTypeIO.Output):
        io_type = "SVG"


class AnyType(ComfyTypeIO):
    """Connects to every type."""

    io_type = "*"
    Type: TypeAlias = Any

    class Input(ComfyTypeIO.Input):
        io_type = "*"

    class Output(ComfyTypeIO.Output):
        io_type = "*"


class String(ComfyTypeIO):
    io_type = "STRING"
    Type: TypeAlias = str

    class Input(WidgetInput):
        io_type = "STRING"

        def __init__(
            self,
            id: str,
            *,
            multiline: bool = False,
            placeholder: str | None = None,
            default: str | None = None,
            dynamic_prompts: bool | None = None,
            **common: Unpack[WidgetOptions],
        ) -> None:
            super().__init__(id, default=default, **common)
            self.multiline = multiline
            self.placeholder = placeholder
            self.dynamic_prompts = dynamic_prompts

        def as_dict(self) -> dict[str, Any]:
            options = {
                "multiline": self.multiline,
                "placeholder": self.placeholder,
                "dynamicPrompts": self.dynamic_prompts,
            }
            return super().as_dict() | _given(options)

    class Output(ComfyTypeIO.Output):
        io_type = "STRING"


class Int(ComfyTypeIO):
    io_type = "INT"
    Type: TypeAlias = int

    class Input(WidgetInput):
        io_type = "INT"

        def __init__(
            self,
            id: str,
            *,
            default: int | None = None,
            min: int | None = None,
            max: int | None = None,
            step: int | None = None,
            control_after_generate: bool | None = None,
            display_mode: NumberDisplay | None = None,
            **common: Unpack[WidgetOptions],
        ) -> None:
            super().__init__(id, default=default, **common)
            self.min = min
            self.max = max
            self.step = step
            self.control_after_generate = control_after_generate
            self.display_mode = display_mode

        def as_dict(self) -> dict[str, Any]:
            options = {
                "min": self.min,
                "max": self.max,
                "step": self.step,
                "control_after_generate": self.control_after_generate,
                "display": self.display_mode.value if self.display_mode else None,
            }
            return super().as_dict() | _given(options)

    class Output(ComfyTypeIO.Output):
        io_type = "INT"


class Float(ComfyTypeIO):
    io_type = "FLOAT"
    Type: TypeAlias = float

    class Input(WidgetInput):
        io_type = "FLOAT"

        def __init__(
            self,
            id: str,
            *,
            default: float | None = None,
            min: float | None = None,
            max: float | None = None,
            step: float | None = None,
            round: float | None = None,
            display_mode: NumberDisplay | None = None,
            **common: Unpack[WidgetOptions],
        ) -> None:
            super().__init__(id, default=default, **common)
            self.min = min
            self.max = max
            self.step = step
            self.round = round
            self.display_mode = display_mode

        def as_dict(self) -> dict[str, Any]:
            options = {
                "min": self.min,
                "max": self.max,
                "step": self.step,
                "round": self.round,
                "display": self.display_mode.value if self.display_mode else None,
            }
            return super().as_dict() | _given(options)

    class Output(ComfyTypeIO.Output):
        io_type = "FLOAT"


class Boolean(ComfyTypeIO):
    io_type = "BOOLEAN"
    Type: TypeAlias = bool

    class Input(WidgetInput):
        io_type = "BOOLEAN"

        def __init__(
            self,
            id: str,
            *,
            default: bool | None = None,
            label_on: str | None = None,
            label_off: str | None = None,
            **common: Unpack[WidgetOptions],
        ) -> None:
            super().__init__(id, default=default, **common)
            self.label_on = label_on
            self.label_off = label_off

        def as_dict(self) -> dict[str, Any]:
            options = {"label_on": self.label_on, "label_off": self.label_off}
            return super().as_dict() | _given(options)

    class Output(ComfyTypeIO.Output):
        io_type = "BOOLEAN"


class Combo(ComfyTypeIO):
    """One of a list; an Enum class stands for the list of its values."""

    io_type = "COMBO"
    Type: TypeAlias = str

    class Input(WidgetInput):
        io_type = "COMBO"

        def __init__(
            self,
            id: str,
            options: Sequence[str] | Sequence[int] | type[Enum] | None = None,
            *,
            default: str | int | Enum | None = None,
            control_after_generate: bool | None = None,
            **common: Unpack[WidgetOptions],
        ) -> None:
            if isinstance(default, Enum):
                default = default.value
            super().__init__(id, default=default, **common)
            self.options: list[Any] | None
            if options is None:
                self.options = None
            elif isinstance(options, type):
                self.options = [member.value for member in options]
            else:
                self.options = list(options)
            self.control_after_generate = control_after_generate

        def as_dict(self) -> dict[str, Any]:
            options = {
                "multiselect": False,
                "options": self.options,
                "control_after_generate": self.control_after_generate,
            }
            return super().as_dict() | _given(options)

    class Output(ComfyTypeIO.Output):
        io_type = "COMBO"
