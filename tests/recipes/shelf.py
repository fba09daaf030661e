"""A host that has model folders and nodes, and runs nothing."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import cast

from avatarforge.forge.host.port import Host


class Shelf:
    """Model folders as ComfyUI has them: a list by folder, and paths.

    `nodes` are those that it has besides the pack's own; None: every one.
    """

    def __init__(self, root: Path, nodes: Collection[str] | None = None) -> None:
        self.root = root
        self.nodes = nodes
        self.locked: set[str] = set()

    def has_node(self, class_type: str) -> bool:
        return self.nodes is None or class_type in self.nodes or class_type.startswith("Avatar")

    def model_files(self, folder: str) -> Sequence[str]:
        if folder in self.locked:
            raise PermissionError(13, "Permission denied")
        base = self.root / folder
        found = (Path(at) / name for at, _, names in os.walk(base) for name in names)
        return sorted(str(path.relative_to(base)) for path in found)

    def model_path(self, folder: str, name: str) -> Path | None:
        path = os.path.join(self.root, folder, name)  # noqa: PTH118  (as ComfyUI does)
        return Path(path) if os.path.isfile(path) else None  # noqa: PTH113

    def model_directories(self, folder: str) -> Sequence[Path]:
        return (self.root / folder,)

    def as_host(self) -> Host:
        return cast(Host, self)
