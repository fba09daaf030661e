"""Nodes that make meshes, load them, and make them ready for a texture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .character import CATEGORY_3D
from .comfy import ProgressBar, io
from .notes import joined, notes_input, notes_output
from .pictures import to_picture
from .solids import CameraRigType, MeshType, from_cameras, from_mesh, to_mesh
from .uploads import given_file, stamp

if TYPE_CHECKING:
    import torch

    from ..forge.mesh.mesh import Mesh

# Rows are where the file's directions to the character's left, up and front lie in ours.
FRONTS = {
    "+z": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "-z": ((-1, 0, 0), (0, 1, 0), (0, 0, -1)),
    "+x": ((0, 0, -1), (0, 1, 0), (1, 0, 0)),
    "-x": ((0, 0, 1), (0, 1, 0), (-1, 0, 0)),
    "-y, z up": ((1, 0, 0), (0, 0, 1), (0, -1, 0)),
    "+y, z up": ((-1, 0, 0), (0, 0, 1), (0, 1, 0)),
}


class MeshFromSilhouette(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeMeshFromSilhouette",
            display_name="Mesh from Silhouette",
            category=CATEGORY_3D,
            description=(
                "A closed, round body from the outline of a figure, without any model. The "
                "front is the picture's; depth and back are guesses."
            ),
            search_aliases=["image to 3d", "inflate", "mask to mesh", "2d to 3d"],
            inputs=[
                io.Mask.Input("mask", tooltip="1 where the figure is, seen from the front."),
                io.Float.Input(
                    "height", default=1.7, min=0.01, max=100.0, step=0.01, tooltip="Metres."
                ),
                io.Int.Input(
                    "faces",
                    default=40000,
                    min=64,
                    max=500000,
                    tooltip="Triangles, at most about so many.",
                ),
                io.Int.Input(
                    "detail",
                    default=144,
                    min=32,
                    max=320,
                    advanced=True,
                    optional=True,
                    tooltip="Steps of the lattice to the figure's longer side.",
                ),
                io.Float.Input(
                    "depth",
                    default=1.0,
                    min=0.05,
                    max=4.0,
                    step=0.05,
                    advanced=True,
                    optional=True,
                    tooltip="Multiplies every depth.",
                ),
                io.Boolean.Input(
                    "anatomical",
                    default=True,
                    advanced=True,
                    optional=True,
                    tooltip="A trunk flatter than limbs and head; else all as deep as wide.",
                ),
                notes_input(),
            ],
            outputs=[
                MeshType.Output("mesh", display_name="mesh"),
                CameraRigType.Output(
                    "camera_rig",
                    display_name="camera rig",
                    tooltip="The one camera that takes the very picture of the mask.",
                ),
                notes_output(),
            ],
        )

    @classmethod
    def execute(
        cls,
        mask: torch.Tensor,
        height: float,
        faces: int,
        detail: int = 144,
        depth: float = 1.0,
        anatomical: bool = True,
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.mesh.silhouette import mesh_from_mask

        progress = ProgressBar(1)
        body = mesh_from_mask(
            to_picture(mask[0]) > 127,
            height=height,
            faces=faces,
            detail=detail,
            depth=depth,
            anatomical=anatomical,
        )
        progress.update(1)
        return io.NodeOutput(
            from_mesh(body.mesh), from_cameras((body.camera,)), joined(notes, body.notes)
        )


class LoadMesh(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeLoadMesh",
            display_name="Load Mesh",
            category=CATEGORY_3D,
            description="Reads a GLB or OBJ file of the input folder as a MESH facing +z.",
            search_aliases=["import mesh", "open glb", "load obj", "load 3d model", "gltf"],
            inputs=[
                io.String.Input("file", default="", tooltip="A .glb, .gltf or .obj file."),
                io.Combo.Input(
                    "front_axis",
                    options=list(FRONTS),
                    default="+z",
                    tooltip="Where what is in the file faces; y is up unless it says z.",
                ),
                io.Float.Input(
                    "height",
                    default=0.0,
                    min=0.0,
                    max=1000.0,
                    step=0.01,
                    tooltip="Metres to bring it to, standing on y = 0; 0 leaves it as it is.",
                ),
                notes_input(),
            ],
            outputs=[MeshType.Output("mesh", display_name="mesh"), notes_output()],
        )

    @classmethod
    def fingerprint_inputs(cls, file: str = "", **_: Any) -> str:
        return stamp(file or "")

    @classmethod
    def execute(cls, file: str, front_axis: str, height: float, notes: str = "") -> io.NodeOutput:
        from ..forge.mesh.glb import load_glb
        from ..forge.mesh.mesh import cleaned
        from ..forge.mesh.obj import read_obj

        path = given_file(file, "mesh")
        data = path.read_bytes()
        own: tuple[str, ...] = ()
        if path.suffix.lower() == ".obj":
            mesh = read_obj(data)
        else:
            loaded = load_glb(data)
            mesh, own = loaded.mesh, loaded.notes
        mesh, dropped = cleaned(mesh)
        mesh = turned(mesh, front_axis)
        if height:
            mesh = standing(mesh, height)
        return io.NodeOutput(from_mesh(mesh), joined(notes, (*own, *dropped)))


class StandMesh(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeStandMesh",
            display_name="Stand Mesh",
            category=CATEGORY_3D,
            description="Turns a mesh to face +z and stands it on the ground, so many metres tall.",
            search_aliases=["orient mesh", "scale mesh", "rotate mesh", "normalize mesh"],
            inputs=[
                MeshType.Input("mesh", tooltip="As from Voxel to Mesh."),
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
    def execute(cls, mesh: Any, front_axis: str, height: float, notes: str = "") -> io.NodeOutput:
        from ..forge.mesh.mesh import cleaned

        solid, dropped = cleaned(to_mesh(mesh))
        solid = turned(solid, front_axis)
        return io.NodeOutput(from_mesh(standing(solid, height)), joined(notes, dropped))


class UnwrapCharacter(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeUnwrapCharacter",
            display_name="Unwrap Character",
            category=CATEGORY_3D,
            description=(
                "New texture coordinates in large charts, front and back in one piece each, so "
                "that a picture keeps its detail. Thins the mesh out before, where asked to."
            ),
            search_aliases=["uv unwrap", "uv map", "texture coordinates", "decimate", "atlas"],
            inputs=[
                MeshType.Input("mesh", tooltip="Any mesh. Its texture goes with its old UVs."),
                io.Int.Input(
                    "size",
                    default=1024,
                    min=64,
                    max=8192,
                    tooltip="Texels of the texture's side that the gaps are made for.",
                ),
                io.Int.Input(
                    "padding",
                    default=4,
                    min=0,
                    max=64,
                    advanced=True,
                    optional=True,
                    tooltip="Texels between charts.",
                ),
                io.Int.Input(
                    "faces",
                    default=0,
                    min=0,
                    max=1000000,
                    optional=True,
                    tooltip="Triangles to thin the mesh out to before; 0 leaves them all.",
                ),
                notes_input(),
            ],
            outputs=[MeshType.Output("mesh_out", display_name="mesh"), notes_output()],
        )

    @classmethod
    def execute(
        cls, mesh: Any, size: int, padding: int = 4, faces: int = 0, notes: str = ""
    ) -> io.NodeOutput:
        from ..forge.mesh.decimate import decimate
        from ..forge.mesh.mesh import cleaned
        from ..forge.mesh.unwrap import unwrap

        progress = ProgressBar(2)
        solid, own = cleaned(to_mesh(mesh))
        if faces and len(solid.faces) > faces:
            solid = decimate(solid, max(faces, 4))
            if len(solid.faces) > faces * 1.1:
                own += (f"the mesh could be thinned out to {len(solid.faces)} faces only",)
        progress.update(1)
        solid = unwrap(solid, size=size, padding=padding)
        progress.update(1)
        return io.NodeOutput(from_mesh(solid), joined(notes, own))


def turned(mesh: Mesh, front_axis: str) -> Mesh:
    """Facing +z; `front_axis` is one of FRONTS."""
    from dataclasses import replace

    import numpy as np

    axes = np.array(FRONTS[front_axis], np.float32)
    normals = None if mesh.normals is None else mesh.normals @ axes.T
    return replace(mesh, vertices=mesh.vertices @ axes.T, normals=normals)


def standing(mesh: Mesh, height: float) -> Mesh:
    """On y = 0, its middle over the origin, `height` metres tall."""
    from dataclasses import replace

    import numpy as np

    from ..forge.mesh.mesh import MeshError

    low, high = mesh.bounds()
    tall = float(high[1] - low[1])
    if not tall > 0:
        raise MeshError("the mesh has no height to be scaled")
    foot = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
    moved = (mesh.vertices.astype(np.float64) - foot) * (height / tall)
    return replace(mesh, vertices=moved.astype(np.float32))


NODES: list[type[io.ComfyNode]] = [MeshFromSilhouette, LoadMesh, StandMesh, UnwrapCharacter]
