"""Which functions a running program consists of, to tell that none has been replaced."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

Identities = Mapping[str, Any]
"""Dotted name to the function itself: held, so that no other can get its identity."""


def functions_of(modules: Iterable[ModuleType], instances: Iterable[object] = ()) -> Identities:
    """Functions of the modules, of the classes defined in them, and functions set on the
    instances themselves, where they hide those of the class."""
    found: dict[str, Any] = {}
    for module in modules:
        for name, value in tuple(vars(module).items()):
            if isinstance(value, (FunctionType, BuiltinFunctionType)):
                found[f"{module.__name__}.{name}"] = value
            elif isinstance(value, type) and value.__module__ == module.__name__:
                for attribute, member in tuple(vars(value).items()):
                    function = getattr(member, "__func__", member)
                    if isinstance(function, (FunctionType, property)):
                        found[f"{module.__name__}.{name}.{attribute}"] = function
    for instance in instances:
        for name, value in tuple(vars(instance).items()):
            if isinstance(value, (FunctionType, MethodType, BuiltinFunctionType)):
                found[f"{type(instance).__name__} instance.{name}"] = value
    return found


def replaced(before: Identities, after: Identities) -> list[str]:
    """Names of functions that are gone or another one than before, and of methods that now
    stand on an instance."""
    changed = [name for name, function in before.items() if after.get(name) is not function]
    hidden = [name for name in after if " instance." in name and name not in before]
    return sorted(changed + hidden)


def of_comfyui() -> tuple[list[ModuleType], list[object]]:
    """The modules and instances of the running ComfyUI that a pack could tamper with.

    `comfy.utils` and the nodes' modules of other packs change by ComfyUI's own doing.
    """
    names = (
        *("server", "execution", "nodes", "folder_paths", "latent_preview"),
        *("comfy.model_management", "comfy_execution.progress", "comfy_execution.graph"),
        *("app.user_manager", "app.custom_node_manager"),
    )
    modules = [sys.modules[name] for name in names]
    server = sys.modules["server"].PromptServer.instance
    return modules, [server, server.prompt_queue]
