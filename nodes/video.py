"""Nodes that judge pictures in a row, and give them back as a video.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..forge.jobs import delivery
from ..forge.store.blobs import Blobs
from .comfy import ProgressBar, check_interrupt, directories, io
from .endpoint import Result
from .motion import CATEGORY_MOTION
from .notes import notes_input
from .pictures import Picture, Pictures, job_of, to_picture

if TYPE_CHECKING:
    import torch

    from ..forge.motion.quality import Quality


def _verdict_outputs() -> list[Any]:
    return [
        io.String.Output(
            "quality",
            display_name="quality (JSON)",
            tooltip='{"score": 0..1, "threshold": 0.8, "parts": {...}}',
        ),
        io.Float.Output("score", display_name="score", tooltip="0 to 1."),
        io.Boolean.Output("passed", display_name="passed", tooltip="0.8 or more."),
    ]


def _told(quality: Quality) -> io.NodeOutput:
    document = quality.document()
    return io.NodeOutput(document, quality.score, quality.passed, ui={"text": [document]})


class SheetCheck(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeSheetCheck",
            display_name="Sheet Check",
            category=CATEGORY_MOTION,
            description=(
                "Measures whether pictures show one person, sharp and well lit. By the pixels: "
                "for drawn and for generated pictures."
            ),
            search_aliases=["quality gate", "character consistency", "identity", "quality check"],
            inputs=[
                io.Image.Input("images", tooltip="The poses, two or more."),
                io.Mask.Input(
                    "masks",
                    optional=True,
                    tooltip="Where the person is; without them that is found.",
                ),
            ],
            outputs=_verdict_outputs(),
        )

    @classmethod
    def execute(cls, images: torch.Tensor, masks: torch.Tensor | None = None) -> io.NodeOutput:
        from ..forge.motion.quality import judge_sheet

        shapes = None
        if masks is not None:
            if len(masks) != len(images):
                raise ValueError(f"{len(images)} pictures and {len(masks)} masks")
            shapes = [to_picture(mask) for mask in masks]
        return _told(judge_sheet([to_picture(image) for image in images], shapes))


class LoopCheck(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeLoopCheck",
            display_name="Loop Check",
            category=CATEGORY_MOTION,
            description=(
                "Measures whether frames move steadily, without a flicker or a jump, and whether "
                "the last leads to the first. By the pixels: for drawn and for generated frames."
            ),
            search_aliases=["quality gate", "video quality", "flicker", "seamless loop"],
            inputs=[
                io.Image.Input("images", tooltip="The frames, three or more."),
                io.Boolean.Input(
                    "loops", default=True, tooltip="Whether the first comes after the last."
                ),
                io.Boolean.Input(
                    "cuts", default=False, tooltip="Whether the camera may change within."
                ),
            ],
            outputs=_verdict_outputs(),
        )

    @classmethod
    def execute(cls, images: torch.Tensor, loops: bool, cuts: bool) -> io.NodeOutput:
        from ..forge.motion.quality import judge_loop

        return _told(judge_loop(Pictures(images), loops=loops, cuts=cuts))


class VideoResult(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeVideoResult",
            display_name="Video Result",
            category=CATEGORY_MOTION,
            description=(
                "Gives frames back to the API request that the graph runs for, as a video. In "
                "the editor it shows them."
            ),
            search_aliases=["api output", "save video", "mp4", "animated webp", "return video"],
            is_output_node=True,
            inputs=[
                io.Image.Input("images", tooltip="The frames."),
                io.Float.Input(
                    "fps", default=24.0, min=0.5, max=120.0, step=0.5, tooltip="Frames in a second."
                ),
                io.Combo.Input(
                    "format",
                    options=["mp4", "webp"],
                    default="mp4",
                    tooltip="H.264, which plays everywhere, or an animated picture.",
                ),
                io.String.Input("role", default="output", tooltip="What it is."),
                notes_input(),
            ],
            outputs=[],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def fingerprint_inputs(cls, **_: Any) -> float:
        return float("nan")  # as Result's

    @classmethod
    def validate_inputs(cls, role: str | None) -> bool | str:
        return Result.validate_inputs(role)

    @classmethod
    def execute(
        cls,
        images: torch.Tensor,
        fps: float,
        format: Any,  # noqa: A002 (the widget's name)
        role: str,
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.motion.video import MIME_TYPES, encode

        progress = ProgressBar(len(images))

        def frames() -> Iterator[Picture]:
            for image in images:
                check_interrupt()
                yield to_picture(image)

        data = encode(frames(), fps, format, told=progress.update_absolute)
        height, width = (int(side) for side in images.shape[1:3])
        job = job_of(cls)
        if job is None:
            folder = directories().temp
            folder.mkdir(parents=True, exist_ok=True)
            name = f"AvatarForge_{uuid.uuid4().hex}.{format}"
            (folder / name).write_bytes(data)
            shown = [{"filename": name, "subfolder": "", "type": "temp"}]
            return io.NodeOutput(ui={"images": shown, "animated": (True,)})
        delivered = delivery.put(
            Blobs(directories().private).job_staging(job),
            data,
            role=role,
            filename=f"{role}.{format}",
            mime_type=MIME_TYPES[format],
            width=width,
            height=height,
        )
        return io.NodeOutput(
            ui={delivery.OUTPUTS_KEY: [delivered], delivery.WARNINGS_KEY: notes.splitlines()}
        )


NODES: list[type[io.ComfyNode]] = [SheetCheck, LoopCheck, VideoResult]
