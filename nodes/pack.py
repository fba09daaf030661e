"""All nodes of the pack."""

from __future__ import annotations

from . import (
    canvas,
    drawing,
    endpoint,
    features,
    moderation,
    pose,
    scene,
    selfie,
    story,
)
from .comfy import ComfyExtension, io

NODES: list[type[io.ComfyNode]] = [
    *features.NODES,
    *drawing.NODES,
    *pose.NODES,
    *canvas.NODES,
    *selfie.NODES,
    *story.NODES,
    *scene.NODES,
    *moderation.NODES,
    *endpoint.NODES,
]


class AvatarForge(ComfyExtension):
    async def get_node_list(self) -> list[type[io.ComfyNode]]:
        return list(NODES)
