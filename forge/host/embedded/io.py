"""`comfy_api.latest.io`: the part that our nodes use, under ComfyUI's names (0.33)."""

from __future__ import annotations

from .data_types import (
    SVG,
    AnyType,
    Boolean,
    Combo,
    ComfyTypeIO,
    Custom,
    Float,
    Image,
    Input,
    Int,
    Mask,
    NumberDisplay,
    Output,
    String,
    WidgetInput,
)
from .node import ComfyNode, Hidden, HiddenHolder, NodeOutput, Schema

__all__ = [
    "SVG",
    "AnyType",
    "Boolean",
    "Combo",
    "ComfyNode",
    "ComfyTypeIO",
    "Custom",
    "Float",
    "Hidden",
    "HiddenHolder",
    "Image",
    "Input",
    "Int",
    "Mask",
    "NodeOutput",
    "NumberDisplay",
    "Output",
    "Schema",
    "String",
    "WidgetInput",
]
