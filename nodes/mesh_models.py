"""Nodes between a model's shapes and pictures and a character's mesh and texture."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .character import CATEGORY_3D
from .comfy import ProgressBar, io
from .mesh_making import FRONTS, standing, turned
from .notes import joined, notes_input, notes_output
from .pictures import preview, to_image, to_mask, to_picture
from .solids import (
    CameraRigType,
    MeshType,
    VoxelType,
    from_cameras,
    from_mesh,
    to_cameras,
    to_mesh,
)

if TYPE_CHECKING:
    import torch

_PIECES = ("large", "largest", "all")


class MeshFromVoxels(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeMeshFromVoxels",
            display_name="Mesh from Voxels",
            category=CATEGORY_3D,
            description=(
                "The surface of a model's voxels as a closed mesh: no holes, and no edge of more "
                "than two faces."
            ),
            search_aliases=["voxel to mesh", "marching cubes", "isosurface", "hunyuan3d"],
            inputs=[
                VoxelType.Input("voxel", tooltip="As from VAE Decode Hunyuan3D."),
                io.Float.Input(
                    "threshold",
                    default=0.6,
                    min=-1.0,
                    max=1.0,
                    step=0.01,
                    tooltip="Inside is what is above it.",
                ),
            ],
            outputs=[MeshType.Output("mesh", display_name="mesh")],
        )

    @classmethod
    def execute(cls, voxel: Any, threshold: float) -> io.NodeOutput:
        from ..forge.mesh.field import mesh_from_field

        progress = ProgressBar(1)
        values = voxel.data.detach().cpu().float().numpy()
        mesh = mesh_from_field(values[0] if values.ndim > 3 else values, threshold)
        progress.update(1)
        return io.NodeOutput(from_mesh(mesh))


class RepairMesh(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeRepairMesh",
            display_name="Repair Mesh",
            category=CATEGORY_3D,
            description=(
                "Makes a mesh of a model fit for a texture and bones: welded, without crumbs, its "
                "faces outwards, thinned out, turned to +z, stood on the ground."
            ),
            search_aliases=["clean mesh", "fix mesh", "weld", "decimate", "remove islands"],
            inputs=[
                MeshType.Input("mesh", tooltip="As from Mesh from Voxels or Voxel to Mesh."),
                io.Int.Input(
                    "faces",
                    default=40000,
                    min=64,
                    max=1000000,
                    tooltip="Triangles, at most about so many.",
                ),
                io.Combo.Input(
                    "pieces",
                    options=list(_PIECES),
                    default="large",
                    tooltip="What stays: all but crumbs, only the largest piece, or all.",
                ),
                io.Combo.Input(
                    "front_axis",
                    options=list(FRONTS),
                    default="+z",
                    tooltip="Where it faces now; y is up unless it says z.",
                ),
                io.Float.Input(
                    "height", default=1.7, min=0.01, max=1000.0, step=0.01, tooltip="Metres."
                ),
                notes_input(),
            ],
            outputs=[MeshType.Output("mesh_out", display_name="mesh"), notes_output()],
        )

    @classmethod
    def execute(
        cls, mesh: Any, faces: int, pieces: Any, front_axis: str, height: float, notes: str = ""
    ) -> io.NodeOutput:
        from ..forge.mesh.repair import repaired

        progress = ProgressBar(1)
        done = repaired(to_mesh(mesh), pieces=pieces, faces=faces)
        stood = standing(turned(done.mesh, front_axis), height)
        progress.update(1)
        return io.NodeOutput(from_mesh(stood), joined(notes, done.notes))


class FitCamera(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeFitCamera",
            display_name="Fit Camera",
            category=CATEGORY_3D,
            description=(
                "The camera that sees a mesh just as the picture shows it that it was made of: "
                "found by laying its outline on the picture's."
            ),
            search_aliases=["registration", "align", "camera from silhouette", "match image"],
            inputs=[
                MeshType.Input("mesh", tooltip="Facing +z, as from Repair Mesh."),
                io.Mask.Input("mask", tooltip="1 where the picture shows the character."),
                notes_input(),
            ],
            outputs=[
                CameraRigType.Output(
                    "camera_rig", display_name="camera rig", tooltip="The one camera."
                ),
                io.Float.Output(
                    "overlap",
                    display_name="overlap",
                    tooltip="0..1: what both outlines share, of what either covers.",
                ),
                io.String.Output("report", display_name="report (JSON)"),
                notes_output(),
            ],
        )

    @classmethod
    def execute(cls, mesh: Any, mask: torch.Tensor, notes: str = "") -> io.NodeOutput:
        from ..forge.mesh.registration import registered

        progress = ProgressBar(1)
        found = registered(to_mesh(mesh), to_picture(mask[0]) > 127)
        progress.update(1)
        report = {
            "overlap": found.overlap,
            "overlap_of_boxes": found.start,
            "scale": found.scale,
            "shift": found.shift,
        }
        return io.NodeOutput(
            from_cameras((found.camera,)),
            found.overlap,
            json.dumps(report),
            joined(notes, found.notes),
        )


class PlaceViews(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgePlaceViews",
            display_name="Place Views",
            category=CATEGORY_3D,
            description=(
                "Lays pictures that a model made of a character's back and sides onto the mesh's "
                "outline, in the place of guesses. What does not fit is not used, and said."
            ),
            search_aliases=["multiview", "align views", "back view", "texture views"],
            inputs=[
                io.Image.Input("images", tooltip="From Character Views."),
                io.Mask.Input("masks", tooltip="From Character Views."),
                CameraRigType.Input("camera_rig", tooltip="From Character Views."),
                MeshType.Input("mesh", tooltip="What the cameras look at."),
                io.Image.Input("back", tooltip="A model's picture of the back."),
                io.Image.Input(
                    "left", optional=True, tooltip="Of the character's left side (views: sides)."
                ),
                io.Image.Input("right", optional=True, tooltip="Of its right side."),
                notes_input(),
            ],
            outputs=[
                io.Image.Output("images_out", display_name="images"),
                io.Mask.Output("masks_out", display_name="masks"),
                CameraRigType.Output("camera_rig_out", display_name="camera rig"),
                io.String.Output("report", display_name="report (JSON)"),
                notes_output(),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        images: torch.Tensor,
        masks: torch.Tensor,
        camera_rig: Any,
        mesh: Any,
        back: torch.Tensor,
        left: torch.Tensor | None = None,
        right: torch.Tensor | None = None,
        notes: str = "",
    ) -> io.NodeOutput:
        import numpy as np

        from ..forge.mesh.placing import placed
        from ..forge.mesh.views import Views

        if (left is None) != (right is None):
            raise ValueError("Both sides are needed, or neither")
        progress = ProgressBar(1)
        views = Views(
            np.stack([to_picture(each)[..., :3] for each in images]),
            np.stack([to_picture(each) > 127 for each in masks]),
            to_cameras(camera_rig),
            tuple(notes.splitlines()),
        )
        given = [each for each in (back, left, right) if each is not None]
        made = [np.ascontiguousarray(to_picture(each[0])[..., :3]) for each in given]
        result = placed(views, made, to_mesh(mesh))
        progress.update(1)
        shown = to_image(*result.views.images)
        return io.NodeOutput(
            shown,
            to_mask(*(each.astype(np.uint8) * 255 for each in result.views.masks)),
            from_cameras(result.views.cameras),
            json.dumps({"overlaps": result.overlaps}),
            joined("", result.views.notes),
            ui=preview(shown, cls),
        )


NODES: list[type[io.ComfyNode]] = [MeshFromVoxels, RepairMesh, FitCamera, PlaceViews]
