"""Nodes without models that run until told, fail, show metadata or send previews."""

from __future__ import annotations

import json
import threading
from typing import Any

import comfy.model_management
import comfy.utils
from comfy_execution.graph_utils import ExecutionBlocker
from PIL import Image

GATES: dict[str, threading.Event] = {}


def gate(name: str) -> threading.Event:
    return GATES.setdefault(name, threading.Event())


class ProbeSteps:
    """Steps a progress bar until its gate opens or it is interrupted."""

    RETURN_TYPES = ("INT",)
    FUNCTION = "run"
    OUTPUT_NODE = True
    CATEGORY = "probe"

    @classmethod
    def INPUT_TYPES(cls) -> dict[str, Any]:  # noqa: N802
        return {"required": {"gate": ("STRING", {}), "steps": ("INT", {"default": 4, "min": 1})}}

    def run(self, gate: str, steps: int) -> dict[str, Any]:
        bar = comfy.utils.ProgressBar(steps)
        step = 0
        opened = GATES.setdefault(gate, threading.Event())
        while not opened.wait(0.02):
            step = min(step + 1, steps - 1)
            bar.update_absolute(step)
            comfy.model_management.throw_exception_if_processing_interrupted()
        bar.update_absolute(steps)
        return {"ui": {"steps": [steps]}, "result": (steps,)}


class ProbeFail:
    RETURN_TYPES = ()
    FUNCTION = "run"
    OUTPUT_NODE = True
    CATEGORY = "probe"

    @classmethod
    def INPUT_TYPES(cls) -> dict[str, Any]:  # noqa: N802
        return {"required": {"message": ("STRING", {})}}

    def run(self, message: str) -> None:
        raise ValueError(message)


class ProbeMetadata:
    """Shows the extra_pnginfo that it was given."""

    RETURN_TYPES = ()
    FUNCTION = "run"
    OUTPUT_NODE = True
    CATEGORY = "probe"

    @classmethod
    def INPUT_TYPES(cls) -> dict[str, Any]:  # noqa: N802
        return {
            "required": {"key": ("STRING", {})},
            "hidden": {"extra_pnginfo": "EXTRA_PNGINFO"},
        }

    def run(self, key: str, extra_pnginfo: Any = None) -> dict[str, Any]:
        return {"ui": {"text": [key, json.dumps(extra_pnginfo)]}}


class ProbePreview:
    """Sends a preview of 32x16 pixels for each of three steps."""

    RETURN_TYPES = ()
    FUNCTION = "run"
    OUTPUT_NODE = True
    CATEGORY = "probe"

    @classmethod
    def INPUT_TYPES(cls) -> dict[str, Any]:  # noqa: N802
        return {"required": {"key": ("STRING", {}), "format": (["PNG", "JPEG"], {})}}

    def run(self, key: str, format: str) -> dict[str, Any]:  # noqa: A002
        bar = comfy.utils.ProgressBar(3)
        for step in range(3):
            picture = Image.new("RGB", (32, 16), (80 * step, 10, 200))
            bar.update_absolute(step + 1, 3, (format, picture, None))
        return {"ui": {"text": [key]}}


class ProbeBlocked:
    """Hands on an ExecutionBlocker with a message."""

    RETURN_TYPES = ("INT",)
    FUNCTION = "run"
    CATEGORY = "probe"

    @classmethod
    def INPUT_TYPES(cls) -> dict[str, Any]:  # noqa: N802
        return {"required": {"message": ("STRING", {})}}

    def run(self, message: str) -> tuple[Any]:
        return (ExecutionBlocker(message),)


class ProbeShow:
    RETURN_TYPES = ()
    FUNCTION = "run"
    OUTPUT_NODE = True
    CATEGORY = "probe"

    @classmethod
    def INPUT_TYPES(cls) -> dict[str, Any]:  # noqa: N802
        return {"required": {"number": ("INT", {"forceInput": True})}}

    def run(self, number: int) -> dict[str, Any]:
        return {"ui": {"number": [number]}}


NODE_CLASS_MAPPINGS = {
    cls.__name__: cls
    for cls in (ProbeSteps, ProbeFail, ProbeMetadata, ProbePreview, ProbeBlocked, ProbeShow)
}
