"""The door through which our nodes reach ComfyUI, or what stands in for it.

Inside a ComfyUI these are ComfyUI's own; elsewhere they are the embedded host's. Nodes are
type-checked against the embedded ones, which are the smaller of the two.
"""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

if TYPE_CHECKING or importlib.util.find_spec("comfy_api") is None:
    from ..forge.host.embedded.comfy_api import ComfyExtension, io, mesh_value, ui
    from ..forge.host.embedded.context import ProgressBar, check_interrupt, directories
else:
    from pathlib import Path

    import folder_paths
    from comfy.model_management import throw_exception_if_processing_interrupted
    from comfy.utils import ProgressBar
    from comfy_api.latest import ComfyExtension, Types, io, ui

    from ..forge.host.port import Directories

    mesh_value = Types.MESH

    def check_interrupt() -> None:
        throw_exception_if_processing_interrupted()

    def directories() -> Directories:
        return Directories(
            private=Path(folder_paths.get_system_user_directory("avatarforge")),
            input=Path(folder_paths.get_input_directory()),
            output=Path(folder_paths.get_output_directory()),
            temp=Path(folder_paths.get_temp_directory()),
        )


__all__ = [
    "ComfyExtension",
    "ProgressBar",
    "check_interrupt",
    "directories",
    "io",
    "mesh_value",
    "ui",
]
