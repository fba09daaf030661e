"""Nodes that put bones into a mesh and bind it to them."""

from __future__ import annotations

from typing import Any

from .character import CATEGORY_3D, POSE_TYPES
from .comfy import ProgressBar, io
from .drawing import PoseKeypoint
from .notes import joined, notes_input, notes_output
from .solids import CameraRigType, MeshType, RigType, SkeletonType, to_cameras, to_mesh

_DOUBTFUL = 0.5  # of the confidence
_ANY = "auto"


class FitSkeleton(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeFitSkeleton",
            display_name="Fit Skeleton",
            category=CATEGORY_3D,
            description=(
                "Nineteen bones in a character that stands along +y and faces +z, found in its "
                "shape, or laid along keypoints of its picture."
            ),
            search_aliases=["auto rig", "armature", "bones", "rigging", "humanoid"],
            inputs=[
                MeshType.Input("mesh", tooltip="A person's body, closed or not."),
                io.Combo.Input(
                    "naming",
                    options=["vrm", "mixamo"],
                    default="vrm",
                    tooltip="Whose names the bones get.",
                ),
                io.Combo.Input(
                    "pose_type",
                    options=[_ANY, *POSE_TYPES],
                    default=_ANY,
                    tooltip="How the arms are held, where the shape does not show it.",
                ),
                PoseKeypoint.Input(
                    "keypoints", optional=True, tooltip="Of the picture the mesh was made from."
                ),
                CameraRigType.Input(
                    "camera_rig",
                    optional=True,
                    tooltip="That picture's camera, from Mesh from Silhouette.",
                ),
                notes_input(),
            ],
            outputs=[
                SkeletonType.Output("skeleton", display_name="skeleton"),
                io.Float.Output(
                    "confidence", display_name="confidence", tooltip="0..1; 0.5 is doubtful."
                ),
                notes_output(),
            ],
        )

    @classmethod
    def execute(
        cls,
        mesh: Any,
        naming: str,
        pose_type: str,
        keypoints: Any = None,
        camera_rig: Any = None,
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.mesh.skeleton import fit_skeleton
        from ..forge.mesh.skeleton_keypoints import KeypointsError

        progress = ProgressBar(1)
        cameras = () if camera_rig is None else to_cameras(camera_rig)
        solid = to_mesh(mesh)
        own: list[str] = []
        try:
            skeleton = fit_skeleton(
                solid,
                keypoints=keypoints,
                camera=cameras[0] if cameras else None,
                pose=None if pose_type == _ANY else pose_type,
                naming=naming,
            )
        except KeypointsError as error:  # a hint, which a cat's picture has none of
            own.append(f"the keypoints were not used: {error}")
            skeleton = fit_skeleton(
                solid, pose=None if pose_type == _ANY else pose_type, naming=naming
            )
        progress.update(1)
        own += skeleton.notes
        if skeleton.confidence < _DOUBTFUL:
            own.append(
                f"the skeleton is doubtful (confidence {skeleton.confidence:.2f}): look at it "
                "before you animate it"
            )
        return io.NodeOutput(skeleton, float(skeleton.confidence), joined(notes, own))


class SkinMesh(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeSkinMesh",
            display_name="Skin Mesh",
            category=CATEGORY_3D,
            description=(
                "Binds a mesh to a skeleton: at most four bones for each vertex, by the way "
                "through the inside of the body."
            ),
            search_aliases=["skin weights", "auto weights", "bind", "rigging", "weight paint"],
            inputs=[
                MeshType.Input("mesh", tooltip="The mesh that will be saved, unwrapped already."),
                SkeletonType.Input("skeleton", tooltip="From Fit Skeleton."),
                notes_input(),
            ],
            outputs=[
                RigType.Output("rig", display_name="rig", tooltip="For this very mesh."),
                notes_output(),
            ],
        )

    @classmethod
    def execute(cls, mesh: Any, skeleton: Any, notes: str = "") -> io.NodeOutput:
        from ..forge.mesh.skin import skin

        progress = ProgressBar(1)
        rig = skin(to_mesh(mesh), skeleton)
        progress.update(1)
        return io.NodeOutput(rig, joined(notes, rig.notes))


NODES: list[type[io.ComfyNode]] = [FitSkeleton, SkinMesh]
