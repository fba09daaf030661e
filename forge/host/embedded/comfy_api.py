"""`comfy_api.latest` without ComfyUI: the small part of it that our nodes use."""

from __future__ import annotations

from abc import ABC, abstractmethod

from . import io, ui


class ComfyExtension(ABC):
    """A pack of nodes."""

    async def on_load(self) -> None:
        """Called once, before the nodes are asked for."""
        return

    @abstractmethod
    async def get_node_list(self) -> list[type[io.ComfyNode]]: ...


__all__ = ["ComfyExtension", "io", "ui"]
