"""The parts of ComfyUI that the host leans on, as data.

ComfyUI promises few of them, so each is looked up when it is used, and what is missing
costs only the feature that wanted it.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

log = logging.getLogger("avatarforge.host.comfyui")


@dataclass(frozen=True, slots=True)
class Need:
    path: str
    """Module or `server`, then attributes, joined by dots."""

    use: str


NEEDS = (
    Need("server.app", "start-up and shut-down"),
    Need("server.routes", "the HTTP routes"),
    Need("server.sockets", "live events; the history is polled instead"),
    Need("server.sockets_metadata", "previews that name their node"),
    Need("server.number", "places in ComfyUI's queue"),
    Need("server.trigger_on_prompt", "other packs' prompt handlers"),
    Need("server.node_replace_manager.apply_replacements", "replacing renamed nodes"),
    Need("server.prompt_queue.put", "running graphs"),
    Need("server.prompt_queue.task_done", "the shape of a queue entry"),
    Need("server.prompt_queue.get_current_queue_volatile", "cheap queue figures"),
    Need("server.prompt_queue.get_history", "the outcome of a prompt"),
    Need("server.prompt_queue.delete_queue_item", "cancelling a waiting prompt"),
    Need("server.prompt_queue.interrupt_if_running", "cancelling a running prompt atomically"),
    Need("execution.validate_prompt", "running graphs"),
    Need("nodes.NODE_CLASS_MAPPINGS", "which nodes there are"),
    Need("nodes.interrupt_processing", "cancelling where no atomic way exists"),
    Need("folder_paths.get_filename_list", "which models there are"),
    Need("folder_paths.get_full_path", "where a model is"),
    Need("folder_paths.get_folder_paths", "which model folders cannot be read"),
    Need("folder_paths.get_input_directory", "the input directory"),
    Need("folder_paths.get_output_directory", "the output directory"),
    Need("folder_paths.get_temp_directory", "the temp directory"),
    Need("folder_paths.get_user_directory", "the pack's own directory"),
    Need("folder_paths.get_system_user_directory", "a directory that no route serves"),
    Need("comfy.model_management.get_torch_device", "the device's name"),
    Need("comfy.model_management.get_torch_device_name", "the device's name"),
)

_MODULES = ("execution", "nodes", "folder_paths", "comfy.model_management")


class MissingPartError(RuntimeError):
    """This ComfyUI lacks something without which the call cannot be served."""

    def __init__(self, path: str) -> None:
        super().__init__(f"this ComfyUI lacks {path}")
        self.path = path


class Parts:
    """Looks up ComfyUI's attributes by dotted path; the server is the root `server`."""

    def __init__(self, server: Any, modules: Mapping[str, Any]) -> None:
        self.server = server
        self._roots: dict[str, Any] = {**modules, "server": server}

    @classmethod
    def of_running(cls, server: Any = None, modules: Mapping[str, Any] | None = None) -> Parts:
        """Take what is given and the rest from the ComfyUI of this process.

        ComfyUI has loaded all of its modules before it loads a pack, so that none needs to
        be imported by a name as common as `nodes`.

        Raises RuntimeError where no server is given and none runs here.
        """
        if server is None:
            kind = getattr(sys.modules.get("server"), "PromptServer", None)
            server = getattr(kind, "instance", None)
        if server is None:
            raise RuntimeError("no ComfyUI server runs in this process")
        given = modules if modules is not None else sys.modules
        found = {name: given.get(name) for name in _MODULES}
        return cls(server, {name: module for name, module in found.items() if module is not None})

    def get(self, path: str) -> Any:
        """The attribute at `path`, or None where any step of it is missing."""
        root = next((name for name in self._roots if path.startswith(f"{name}.")), None)
        if root is None:
            return None
        part = self._roots[root]
        for name in path[len(root) + 1 :].split("."):
            part = getattr(part, name, None)
        return part

    def require(self, path: str) -> Any:
        """The attribute at `path`; MissingPartError where there is none."""
        part = self.get(path)
        if part is None:
            raise MissingPartError(path)
        return part

    def missing(self) -> tuple[Need, ...]:
        return tuple(need for need in NEEDS if self.get(need.path) is None)

    def log_missing(self) -> None:
        """One line for all of them, so that a changed ComfyUI is noticed once."""
        missing = self.missing()
        if missing:
            listed = "; ".join(f"{need.path} (used for {need.use})" for need in missing)
            log.warning("AvatarForge: this ComfyUI lacks %s", listed)
