"""Nodes that draw a person and lay a style over a picture.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

import io as bytes_io
from typing import TYPE_CHECKING, Any

from ..forge.avatar.features import VIEWS, Features, View
from ..forge.avatar.framing import Framing
from ..forge.avatar.styles import STYLES
from ..forge.pose.skeleton import Pose
from .comfy import ProgressBar, io
from .features import CATEGORY, AvatarFeaturesType
from .notes import joined, notes_input, notes_output
from .pictures import preview, to_image, to_mask, to_picture

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import torch

PoseKeypoint = io.Custom("POSE_KEYPOINT")

LARGEST_SIDE = 4096  # pixels
LARGEST_SEED = 0xFFFFFFFFFFFFFFFF


def seed_input() -> io.Int.Input:
    return io.Int.Input(
        "seed",
        default=0,
        min=0,
        max=LARGEST_SEED,
        control_after_generate=True,
        tooltip="Decides what was left open. Same seed, same picture.",
    )


def style_input() -> io.Combo.Input:
    return io.Combo.Input(
        "style",
        options=list(STYLES),
        default="anime",
        tooltip="Linked text in other words takes the nearest of these.",
    )


def side_input(name: str) -> io.Int.Input:
    return io.Int.Input(
        name,
        default=0,
        min=0,
        max=LARGEST_SIDE,
        step=8,
        tooltip="Pixels; 0 takes what suits the view.",
    )


class DrawAvatar(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeDrawAvatar",
            display_name="Draw Avatar",
            category=CATEGORY,
            description="Draws the person, without any model.",
            search_aliases=["avatar generator", "character art", "draw person", "sprite", "svg"],
            inputs=[
                AvatarFeaturesType.Input("features", tooltip="From Avatar Features."),
                io.Combo.Input(
                    "view",
                    options=list(VIEWS),
                    default="front",
                    tooltip="The side from which the person is seen.",
                ),
                io.Combo.Input(
                    "framing",
                    options=["figure", "bust"],
                    default="figure",
                    tooltip="The whole person, or head and shoulders.",
                ),
                style_input(),
                io.Boolean.Input(
                    "realism",
                    default=False,
                    tooltip="Realistic where the style is left open.",
                ),
                seed_input(),
                side_input("width"),
                side_input("height"),
                PoseKeypoint.Input(
                    "pose", optional=True, tooltip="From Pose, or any OpenPose keypoints."
                ),
                notes_input(),
            ],
            outputs=[
                io.Image.Output("image", display_name="image", tooltip="On its backdrop."),
                io.Mask.Output("mask", display_name="mask", tooltip="1 where the person is."),
                io.SVG.Output("svg", display_name="svg", tooltip="The drawing as vectors."),
                notes_output(),
                PoseKeypoint.Output(
                    "pose_out", display_name="pose", tooltip="How the person stands in the picture."
                ),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        features: Features,
        view: View,
        framing: Framing,
        style: str,
        realism: bool,
        seed: int,
        width: int,
        height: int,
        pose: Any = None,
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.avatar.artist import Wish, paint
        from ..forge.pose.keypoints import PoseFrame, write_keypoints

        progress = ProgressBar(1)
        wish = Wish(
            view=view,
            framing=framing,
            pose=first_pose(pose),
            style=style,
            realism=realism,
            seed=seed,
            width=width,
            height=height,
        )
        painting = paint(features, wish)
        progress.update(1)
        image = to_image(painting.picture)
        svg = io.SVG.Type([bytes_io.BytesIO(painting.svg.encode())])
        return io.NodeOutput(
            image,
            to_mask(painting.mask),
            svg,
            joined(notes, painting.notes),
            write_keypoints([PoseFrame((painting.joints,), *wish.size)]),
            ui=preview(image, cls),
        )


class AvatarStyle(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeStyle",
            display_name="Avatar Style",
            category=CATEGORY,
            description="Lays one of the seven styles over any picture, without any model.",
            search_aliases=["stylize", "filter", "pixel art", "watercolor", "oil painting"],
            inputs=[
                io.Image.Input("image", tooltip="Any picture."),
                style_input(),
                seed_input(),
            ],
            outputs=[io.Image.Output("image", display_name="image", tooltip="In the style.")],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(cls, image: torch.Tensor, style: str, seed: int) -> io.NodeOutput:
        from ..forge.avatar.styles import apply_style, nearest_style

        chosen = nearest_style(style)
        progress = ProgressBar(len(image))
        styled = []
        for picture in image:
            styled.append(apply_style(_opaque(to_picture(picture)), chosen.name, seed=seed))
            progress.update(1)
        result = to_image(*styled)
        return io.NodeOutput(result, ui=preview(result, cls))


def first_pose(keypoints: Any) -> Pose | None:
    """The first person of the first frame; None where there is nobody."""
    if keypoints is None:
        return None
    from ..forge.pose.keypoints import read_keypoints

    frames = read_keypoints(keypoints)
    return next((pose for frame in frames for pose in frame.poses), None)


def _opaque(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    import numpy

    if picture.shape[2] == 4:
        return picture
    alpha = numpy.full((*picture.shape[:2], 1), 255, numpy.uint8)
    return numpy.concatenate([picture[..., :3], alpha], axis=2)


NODES: list[type[io.ComfyNode]] = [DrawAvatar, AvatarStyle]
