"""Nodes about how a person stands.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..forge.avatar.features import VIEWS, Features, View
from ..forge.pose.library import POSES
from ..forge.pose.library import pose as library_pose
from ..forge.pose.openpose import STICK_WIDTH
from ..forge.pose.skeleton import fitted
from .comfy import ProgressBar, io
from .drawing import PoseKeypoint, first_pose, seed_input, style_input
from .features import CATEGORY, AvatarFeaturesType
from .notes import joined, notes_input, notes_output
from .pictures import preview, to_image, to_picture

if TYPE_CHECKING:
    import torch

_FROM_IMAGE = "from image"
_CANVAS = (512, 768)  # pixels; outstretched arms are brought inside it


class AvatarPose(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgePose",
            display_name="Pose",
            category=CATEGORY,
            description="A pose of the library, or the one in an OpenPose picture.",
            search_aliases=["openpose", "skeleton", "keypoints", "pose library", "stance"],
            inputs=[
                io.Combo.Input(
                    "name",
                    options=[_FROM_IMAGE, *POSES],
                    default="standing",
                    tooltip="A named pose, or what the OpenPose picture shows.",
                ),
                io.Combo.Input(
                    "view",
                    options=list(VIEWS),
                    default="front",
                    tooltip="The side from which a named pose is seen.",
                ),
                io.Image.Input(
                    "image", optional=True, tooltip="An OpenPose picture, for 'from image'."
                ),
                notes_input(),
            ],
            outputs=[
                PoseKeypoint.Output(
                    "pose",
                    display_name="pose",
                    tooltip="Keypoints in OpenPose's format; nothing where no pose was found.",
                ),
                notes_output(),
            ],
        )

    @classmethod
    def execute(
        cls, name: str, view: View, image: torch.Tensor | None = None, notes: str = ""
    ) -> io.NodeOutput:
        from ..forge.pose.keypoints import PoseFrame, write_keypoints
        from ..forge.pose.reading import read_openpose

        if name != _FROM_IMAGE:
            width, height = _CANVAS
            named = fitted(library_pose(name, view), width / height)
            frame = PoseFrame((named,), width, height)
            return io.NodeOutput(write_keypoints([frame]), notes)
        if image is None:
            return io.NodeOutput(None, notes)
        picture = to_picture(image[0])[..., :3]
        found = read_openpose(picture)
        if found is None:
            warning = "The pose picture is no OpenPose figure, which is all the drawing can read"
            return io.NodeOutput(None, joined(notes, [warning]))
        height, width = picture.shape[:2]
        frame = PoseFrame((found.pose,), width, height)
        return io.NodeOutput(write_keypoints([frame]), notes)


class DrawPose(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeDrawPose",
            display_name="Draw Pose",
            category=CATEGORY,
            description="Draws poses as the picture that OpenPose ControlNets expect.",
            search_aliases=["openpose image", "controlnet pose", "pose map"],
            inputs=[
                PoseKeypoint.Input("pose", tooltip="From Pose, or any OpenPose keypoints."),
                io.Int.Input("width", default=512, min=64, max=4096, step=8, tooltip="Pixels."),
                io.Int.Input("height", default=768, min=64, max=4096, step=8, tooltip="Pixels."),
                io.Int.Input(
                    "stick_width",
                    default=STICK_WIDTH,
                    min=1,
                    max=32,
                    tooltip="Half a limb's thickness in pixels; ControlNets know 4.",
                    advanced=True,
                ),
            ],
            outputs=[io.Image.Output("image", display_name="image", tooltip="For ControlNet.")],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(cls, pose: Any, width: int, height: int, stick_width: int) -> io.NodeOutput:
        from ..forge.pose.keypoints import read_keypoints
        from ..forge.pose.openpose import draw_openpose

        if pose is None:
            raise ValueError("There is no pose to draw")
        pictures = [
            draw_openpose(frame.poses, width, height, stick_width=stick_width)
            for frame in read_keypoints(pose)
        ]
        if not pictures:
            raise ValueError("There is no pose to draw")
        image = to_image(*pictures)
        return io.NodeOutput(image, ui=preview(image, cls))


class PoseSheet(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgePoseSheet",
            display_name="Pose Sheet",
            category=CATEGORY,
            description=(
                "One person from four sides on one ground line, labelled, with their colours."
            ),
            search_aliases=["character sheet", "model sheet", "turnaround", "reference sheet"],
            inputs=[
                AvatarFeaturesType.Input("features", tooltip="From Avatar Features."),
                style_input(),
                io.Boolean.Input(
                    "realism", default=False, tooltip="Realistic where the style is left open."
                ),
                seed_input(),
                io.String.Input("title", default="", tooltip="Stands above the figures."),
                io.Int.Input("width", default=1600, min=512, max=4096, step=8, tooltip="Pixels."),
                PoseKeypoint.Input(
                    "pose", optional=True, tooltip="For the front view, in place of standing."
                ),
            ],
            outputs=[io.Image.Output("image", display_name="sheet", tooltip="The sheet.")],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        features: Features,
        style: str,
        realism: bool,
        seed: int,
        title: str,
        width: int,
        pose: Any = None,
    ) -> io.NodeOutput:
        from ..forge.avatar.model_sheet import model_sheet

        progress = ProgressBar(len(VIEWS))
        sheet = model_sheet(
            features,
            style=style,
            realism=realism,
            seed=seed,
            title=title,
            width=width,
            pose=first_pose(pose),
            step=lambda: progress.update(1),
        )
        image = to_image(sheet)
        return io.NodeOutput(image, ui=preview(image, cls))


NODES: list[type[io.ComfyNode]] = [AvatarPose, DrawPose, PoseSheet]
