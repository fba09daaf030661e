"""Nodes that look at meshes and paint what was seen onto them."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from .character import CATEGORY_3D
from .comfy import ProgressBar, check_interrupt, io
from .notes import joined, notes_input, notes_output
from .pictures import preview, to_image
from .solids import (
    CameraRigType,
    MeshType,
    RigType,
    from_cameras,
    from_mesh,
    to_cameras,
    to_floats,
    to_mesh,
)

if TYPE_CHECKING:
    import torch

_VIEWS = "front, back, left, right, top, bottom"
_GUESSED = 0.5  # of the surface: with less seen, the notes say how much is filled in
_SHADINGS = ("shaded", "colour", "normal")


class CameraRig(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeCameraRig",
            display_name="Camera Rig",
            category=CATEGORY_3D,
            description="Cameras around a mesh, all of it in sight of each.",
            search_aliases=["multiview cameras", "orthographic", "azimuth", "turntable"],
            inputs=[
                MeshType.Input("mesh", tooltip="What they look at."),
                io.String.Input(
                    "views",
                    default=_VIEWS,
                    tooltip="Names, or azimuth:elevation in degrees, as in front, 45:20. Azimuth "
                    "turns from the front to the character's left.",
                ),
                io.Int.Input("size", default=1024, min=16, max=4096, tooltip="Pixels of a side."),
                io.Float.Input(
                    "fov",
                    default=0.0,
                    min=0.0,
                    max=150.0,
                    step=1.0,
                    tooltip="Vertical angle in degrees; 0 is orthographic.",
                ),
                io.Float.Input(
                    "margin",
                    default=0.05,
                    min=0.0,
                    max=0.45,
                    step=0.01,
                    advanced=True,
                    optional=True,
                    tooltip="Left free on each side, as a part of the picture.",
                ),
                io.String.Input(
                    "weights",
                    default="",
                    advanced=True,
                    optional=True,
                    tooltip="How much each view counts, as in 1, 0.5; empty is 1 for all.",
                ),
            ],
            outputs=[CameraRigType.Output("camera_rig", display_name="camera rig")],
        )

    @classmethod
    def execute(
        cls,
        mesh: Any,
        views: str,
        size: int,
        fov: float,
        margin: float = 0.05,
        weights: str = "",
    ) -> io.NodeOutput:
        from ..forge.mesh.camera import rig_around

        angles = [_view(word) for word in views.split(",") if word.strip()]
        if not angles:
            raise ValueError("views: name one at least")
        counts = [_number(word, "weights") for word in weights.split(",") if word.strip()]
        cameras = rig_around(
            to_mesh(mesh),
            angles,
            margin=margin,
            fov=fov or None,
            size=size,
            weights=counts or None,
        )
        return io.NodeOutput(from_cameras(cameras))


class RenderViews(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeRenderViews",
            display_name="Render Views",
            category=CATEGORY_3D,
            description=(
                "Pictures of a mesh from every camera of a rig: colour without light, and "
                "normal, position and depth to guide a model that makes the views."
            ),
            search_aliases=["normal map", "depth map", "control image", "multiview", "render mesh"],
            inputs=[
                MeshType.Input("mesh", tooltip="With a texture, colours, or neither."),
                CameraRigType.Input("camera_rig", tooltip="All of one size."),
            ],
            outputs=[
                io.Image.Output("colour", display_name="colour", tooltip="sRGB, without light."),
                io.Image.Output(
                    "normal", display_name="normal", tooltip="The world's x, y, z from -1..1."
                ),
                io.Image.Output(
                    "position", display_name="position", tooltip="Between the mesh's bounds."
                ),
                io.Image.Output("depth", display_name="depth", tooltip="1 is nearest, 0 nothing."),
                io.Mask.Output("mask", display_name="mask", tooltip="1 where the mesh is."),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(cls, mesh: Any, camera_rig: Any) -> io.NodeOutput:
        import numpy as np
        import torch

        from ..forge.mesh.device_torch import chosen, done_on
        from ..forge.mesh.mesh import cleaned
        from ..forge.mesh.raster import render

        solid, _ = cleaned(to_mesh(mesh))
        cameras = to_cameras(camera_rig)
        if len({(camera.width, camera.height) for camera in cameras}) != 1:
            raise ValueError("The cameras of the rig must be of one size, and one at least")
        progress = ProgressBar(5 * len(cameras))
        device = chosen()

        def batch(what: Any) -> torch.Tensor:
            made = []
            for camera in cameras:
                check_interrupt()
                taken = partial(render, solid, camera, what=what)
                made.append(done_on(device, taken))
                progress.update(1)
            return torch.from_numpy(np.stack(made))

        colour, normal, position = batch("colour"), batch("normal"), batch("position")
        depth = batch("depth")[..., None].repeat(1, 1, 1, 3)
        return io.NodeOutput(
            colour, normal, position, depth, batch("mask"), ui=preview(colour, cls)
        )


class TextureBake(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeTextureBake",
            display_name="Texture Bake",
            category=CATEGORY_3D,
            description=(
                "Paints pictures of a mesh into its texture: only what each camera sees, brought "
                "to one exposure, blended, the rest filled along the surface, seams levelled."
            ),
            search_aliases=["project texture", "bake multiview", "projection", "back projection"],
            inputs=[
                MeshType.Input("mesh", tooltip="With UVs, as from Unwrap Character."),
                io.Image.Input("images", tooltip="One for each camera, in its order."),
                CameraRigType.Input("camera_rig", tooltip="Where the pictures were taken from."),
                io.Int.Input(
                    "size", default=1024, min=64, max=8192, tooltip="Texels of the texture's side."
                ),
                io.Boolean.Input(
                    "exposure_levelling",
                    default=True,
                    tooltip="Brings the pictures to the exposure of the first.",
                ),
                io.Boolean.Input(
                    "seam_levelling",
                    default=True,
                    tooltip="Makes the two sides of each UV seam equal.",
                ),
                io.Mask.Input(
                    "masks", optional=True, tooltip="1 where a picture counts, one for each."
                ),
                io.Boolean.Input(
                    "sharp_edges",
                    default=True,
                    advanced=True,
                    optional=True,
                    tooltip="Keeps edges short where the pictures see them at a slant only.",
                ),
                notes_input(),
            ],
            outputs=[
                MeshType.Output("mesh_out", display_name="mesh", tooltip="With the texture."),
                io.Image.Output("base_color", display_name="base color", tooltip="The texture."),
                io.Mask.Output(
                    "coverage", display_name="coverage", tooltip="1 where a picture painted."
                ),
                io.Mask.Output(
                    "confidence", display_name="confidence", tooltip="How well the best one saw."
                ),
                io.String.Output("report", display_name="report (JSON)"),
                notes_output(),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        mesh: Any,
        images: torch.Tensor,
        camera_rig: Any,
        size: int,
        exposure_levelling: bool,
        seam_levelling: bool,
        masks: torch.Tensor | None = None,
        sharp_edges: bool = True,
        notes: str = "",
    ) -> io.NodeOutput:
        from dataclasses import replace

        import torch

        from ..forge.mesh.bake import bake

        progress = ProgressBar(1)
        solid = to_mesh(mesh)
        baked = bake(
            solid,
            to_floats(images)[..., :3],
            to_cameras(camera_rig),
            masks=None if masks is None else to_floats(masks),
            size=size,
            level=exposure_levelling,
            seam_levelling=seam_levelling,
            sharp=sharp_edges,
        )
        progress.update(1)
        report = {key: value for key, value in baked.report.items() if key != "seconds"}
        own = [str(note) for note in report["notes"]]
        if report["coverage"] < _GUESSED:
            unseen = 1 - report["coverage"]
            own.append(f"{unseen:.0%} of the surface is in no picture: its colours are guesses")
        texture = to_image(baked.texture)
        return io.NodeOutput(
            from_mesh(replace(solid, texture=baked.texture)),
            texture,
            torch.from_numpy(baked.coverage)[None],
            torch.from_numpy(baked.confidence)[None],
            json.dumps(report),
            joined(notes, own),
            ui=preview(texture, cls),
        )


class PreviewMesh(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgePreviewMesh",
            display_name="Preview Mesh",
            category=CATEGORY_3D,
            description=(
                "Pictures of a mesh with light and shade: a still, or the frames of a turn. "
                "With a rig its bones are drawn over it."
            ),
            search_aliases=["turntable", "render mesh", "3d preview", "show bones", "thumbnail"],
            inputs=[
                MeshType.Input("mesh", tooltip="With or without a texture."),
                io.Int.Input(
                    "frames", default=1, min=1, max=120, tooltip="1 is a still, more a full turn."
                ),
                io.Int.Input("size", default=512, min=64, max=2048, tooltip="Pixels of a side."),
                io.Combo.Input(
                    "shading",
                    options=list(_SHADINGS),
                    default="shaded",
                    tooltip="Under a light, without any, or the surface's directions.",
                ),
                io.Float.Input(
                    "azimuth",
                    default=25.0,
                    min=-360.0,
                    max=360.0,
                    step=1.0,
                    tooltip="Degrees from the front to the character's left; a turn begins there.",
                ),
                io.Float.Input(
                    "elevation",
                    default=8.0,
                    min=-89.0,
                    max=89.0,
                    step=1.0,
                    tooltip="Degrees from which it is looked down on.",
                ),
                RigType.Input("rig", optional=True, tooltip="From Skin Mesh: shows its bones."),
            ],
            outputs=[io.Image.Output("images", display_name="images", tooltip="A batch.")],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        mesh: Any,
        frames: int,
        size: int,
        shading: Any,
        azimuth: float,
        elevation: float,
        rig: Any = None,
    ) -> io.NodeOutput:
        from ..forge.mesh.mesh import cleaned
        from ..forge.mesh.preview import turntable

        solid, _ = cleaned(to_mesh(mesh))
        progress = ProgressBar(frames)

        def told() -> None:
            check_interrupt()
            progress.update(1)

        pictures = turntable(
            solid,
            frames=frames,
            size=size,
            what=shading,
            azimuth=azimuth,
            elevation=elevation,
            rig=rig,
            told=told,
        )
        images = to_image(*pictures)
        return io.NodeOutput(images, ui=preview(images, cls))


def _view(word: str) -> str | tuple[float, float]:
    azimuth, colon, elevation = word.strip().partition(":")
    if not colon:
        return azimuth.lower()
    return _number(azimuth, "views"), _number(elevation, "views")


def _number(word: str, what: str) -> float:
    try:
        return float(word)
    except ValueError as error:
        raise ValueError(f"{what}: {word.strip()!r} is no number") from error


NODES: list[type[io.ComfyNode]] = [CameraRig, RenderViews, TextureBake, PreviewMesh]
