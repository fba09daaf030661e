"""What this ComfyUI has: nodes, model files, a device."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ..gpu import GpuMemory, gpu_memory
from .parts import Parts


class Inventory:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def has_node(self, class_type: str) -> bool:
        return class_type in (self._parts.get("nodes.NODE_CLASS_MAPPINGS") or {})

    def model_files(self, folder: str) -> Sequence[str]:
        """ComfyUI's own list, which it caches; empty for a folder that it does not know."""
        listed = self._parts.get("folder_paths.get_filename_list")
        if listed is None:
            return ()
        try:
            return tuple(listed(folder))
        except KeyError:
            return ()

    def model_path(self, folder: str, name: str) -> Path | None:
        find = self._parts.get("folder_paths.get_full_path")
        if find is None:
            return None
        try:
            found = find(folder, name)
        except KeyError:
            return None
        return None if found is None else Path(found)

    def model_directories(self, folder: str) -> Sequence[Path]:
        find = self._parts.get("folder_paths.get_folder_paths")
        if find is None:
            return ()
        try:
            return tuple(map(Path, find(folder)))
        except KeyError:
            return ()

    def device(self) -> str:
        """ComfyUI's own words without the allocator that it appends for CUDA."""
        device = self._parts.get("comfy.model_management.get_torch_device")
        name = self._parts.get("comfy.model_management.get_torch_device_name")
        if device is None or name is None:
            return "unknown"
        return str(name(device())).split(" : ", 1)[0]

    def gpu_memory(self) -> GpuMemory | None:
        device = self._parts.get("comfy.model_management.get_torch_device")
        return None if device is None else gpu_memory(sys.modules.get("torch"), device())
