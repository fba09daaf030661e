"""AvatarForge: ComfyUI's door to the pack."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .nodes.pack import AvatarForge

WEB_DIRECTORY = "./web"


def _mount() -> None:
    """Serve the routes, where this is loaded by a running ComfyUI."""
    try:
        from server import PromptServer
    except ImportError:
        return  # not inside a ComfyUI: whoever imports this mounts it, or does not
    if getattr(PromptServer, "instance", None) is None:
        return
    from .forge.host.comfyui import ComfyHost
    from .routes.mounting import mount
    from .routes.settings import SettingError

    try:
        mount(ComfyHost.attach(PromptServer.instance))
    except SettingError as error:
        logging.getLogger(__name__).error("AvatarForge serves no routes: %s", error)


async def comfy_entrypoint() -> AvatarForge:
    from .nodes.pack import AvatarForge

    return AvatarForge()


_mount()
