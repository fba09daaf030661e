"""All nodes of the pack."""

from __future__ import annotations

from . import (
    canvas,
    character,
    clips,
    drawing,
    endpoint,
    features,
    mesh_baking,
    mesh_files,
    mesh_making,
    mesh_models,
    mesh_rigging,
    moderation,
    motion,
    portrait,
    pose,
    questions,
    scene,
    selfie,
    story,
    video,
)
from .comfy import ComfyExtension, io

NODES: list[type[io.ComfyNode]] = [
    *features.NODES,
    *drawing.NODES,
    *pose.NODES,
    *canvas.NODES,
    *selfie.NODES,
    *story.NODES,
    *questions.NODES,
    *scene.NODES,
    *moderation.NODES,
    *portrait.NODES,
    *endpoint.NODES,
    *character.NODES,
    *mesh_making.NODES,
    *mesh_models.NODES,
    *mesh_baking.NODES,
    *mesh_rigging.NODES,
    *mesh_files.NODES,
    *motion.NODES,
    *video.NODES,
    *clips.NODES,
]


class AvatarForge(ComfyExtension):
    async def get_node_list(self) -> list[type[io.ComfyNode]]:
        return list(NODES)
