"""Nodes between a video or image model and what a production asks of it.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..forge.motion.retime import JOINTS, PACES
from .comfy import ProgressBar, check_interrupt, io
from .motion import CATEGORY_MOTION
from .pictures import preview, to_image, to_picture

if TYPE_CHECKING:
    import torch


class ClipLength(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeClipLength",
            display_name="Clip Length",
            category=CATEGORY_MOTION,
            description="How many frames a video model should make for the clip that is wanted.",
            search_aliases=["video length", "frame count", "wan length"],
            inputs=[
                io.Combo.Input(
                    "model", options=list(PACES), default="Wan", tooltip="What makes the frames."
                ),
                io.Int.Input("frames", default=0, min=0, max=600, tooltip="Wanted; 0 is usual."),
                io.Float.Input(
                    "fps", default=0.0, min=0.0, max=120.0, step=1.0, tooltip="Wanted; 0 is 24."
                ),
                io.Int.Input(
                    "usual", default=48, min=1, max=600, tooltip="Frames where none are wanted."
                ),
            ],
            outputs=[
                io.Int.Output("length", display_name="length", tooltip="Frames of the model."),
                io.Int.Output("frames_out", display_name="frames", tooltip="Frames as wanted."),
                io.Float.Output("fps_out", display_name="fps", tooltip="As wanted."),
            ],
        )

    @classmethod
    def execute(cls, model: str, frames: int, fps: float, usual: int) -> io.NodeOutput:
        count, rate = frames or usual, fps or 24.0
        return io.NodeOutput(PACES[model].length(count / rate), count, rate)


class RetimeFrames(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeRetime",
            display_name="Retime Frames",
            category=CATEGORY_MOTION,
            description="As many frames as are wanted, those between mixed of their neighbours.",
            search_aliases=["frame interpolation", "frame rate", "resample video"],
            inputs=[
                io.Image.Input("images", tooltip="The frames."),
                io.Int.Input("frames", default=48, min=1, max=600, tooltip="How many come out."),
                io.Combo.Input(
                    "joint",
                    options=list(JOINTS),
                    default="open",
                    tooltip="How the frames end: anywhere, with the first once more, or just "
                    "before it.",
                ),
            ],
            outputs=[io.Image.Output("images_out", display_name="images", tooltip="As many.")],
        )

    @classmethod
    def execute(cls, images: torch.Tensor, frames: int, joint: Any) -> io.NodeOutput:
        import torch

        from ..forge.motion.retime import places

        made = torch.empty((frames, *images.shape[1:]), dtype=images.dtype, device=images.device)
        progress = ProgressBar(frames)
        for index, (first, second, share) in enumerate(places(len(images), frames, joint)):
            check_interrupt()
            torch.lerp(images[first], images[second], share, out=made[index])
            progress.update(1)
        return io.NodeOutput(made)


class ComposeSheet(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeComposeSheet",
            display_name="Compose Sheet",
            category=CATEGORY_MOTION,
            description="Eight pictures of one person as a labelled sheet, two rows of four.",
            search_aliases=["character sheet", "contact sheet", "image grid"],
            inputs=[
                io.Image.Input("images", tooltip="Eight, in the order of Character Sheet."),
                io.String.Input("title", default="", tooltip="Stands above the pictures."),
                io.Int.Input(
                    "width", default=1600, min=512, max=4096, step=8, tooltip="Of the sheet."
                ),
            ],
            outputs=[io.Image.Output("sheet", display_name="sheet", tooltip="The sheet.")],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(cls, images: torch.Tensor, title: str, width: int) -> io.NodeOutput:
        from ..forge.motion.poses import sheet_of

        sheet = sheet_of([to_picture(image) for image in images], title=title, width=width)
        image = to_image(sheet)
        return io.NodeOutput(image, ui=preview(image, cls))


NODES: list[type[io.ComfyNode]] = [ClipLength, RetimeFrames, ComposeSheet]
