"""AvatarForge: ComfyUI's door to the pack."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .nodes.pack import AvatarForge

WEB_DIRECTORY = "./web"


def _mount() -> None:
    """Serve the routes, where this is loaded by a running ComfyUI."""
    # Not imported: outside a ComfyUI "server" may be anybody's module, and this is not
    # the one to run it. A ComfyUI that loads packs has loaded its own before.
    instance = getattr(getattr(sys.modules.get("server"), "PromptServer", None), "instance", None)
    if instance is None:
        return  # not inside a running ComfyUI: whoever imports this mounts it, or does not
    from .forge.host.comfyui import ComfyHost
    from .routes.mounting import mount
    from .routes.settings import SettingError

    try:
        mount(ComfyHost.attach(instance))
    except SettingError as error:
        logging.getLogger(__name__).error("AvatarForge serves no routes: %s", error)


async def comfy_entrypoint() -> AvatarForge:
    from .nodes.pack import AvatarForge

    return AvatarForge()


_mount()
