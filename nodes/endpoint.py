"""The two nodes that tie a graph to the HTTP API: what was asked for, and what comes back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..forge.avatar.features import VIEWS
from ..forge.jobs import delivery
from ..forge.moderation.policy import ROUTES
from ..forge.store.blobs import Blobs
from ..forge.story.caption import VOICES
from .asked import (
    Words,
    hidden_text_input,
    negative_input,
    pixels_input,
    scale_input,
    seed_input,
    steps_input,
    text_input,
)
from .comfy import ProgressBar, directories, io
from .drawing import LARGEST_SIDE
from .features import CATEGORY
from .notes import notes_input
from .pictures import encode_png, job_of, load_cutout, load_picture, preview, to_picture

if TYPE_CHECKING:
    import torch

_ROLE = "output"
_ROLE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


class Request(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeRequest",
            display_name="AvatarForge Request",
            category=CATEGORY,
            description=(
                "What an API request asks for. In the editor its widgets stand for the request, "
                "so that a graph can be tried before it serves an endpoint."
            ),
            search_aliases=["api input", "endpoint input", "request"],
            inputs=[
                text_input("prompt", "What the caller wrote.", long=True, optional=False),
                seed_input("The caller's, or a random one."),
                _side_input("width"),
                _side_input("height"),
                negative_input(),
                text_input("clothing", "What the person wears."),
                text_input("style", "Free words, such as watercolor."),
                io.Boolean.Input(
                    "realism", default=False, optional=True, tooltip="Photographic, not drawn."
                ),
                hidden_text_input("features", "Explicit features as JSON."),
                io.Combo.Input(
                    "view",
                    options=list(VIEWS),
                    default="front",
                    optional=True,
                    tooltip="The side from which the person is seen.",
                ),
                io.Combo.Input(
                    "framing",
                    options=["figure", "bust"],
                    default="figure",
                    optional=True,
                    tooltip="The whole person, or head and shoulders.",
                ),
                steps_input("Sampler steps; 0 leaves them to the graph."),
                scale_input("cfg", "Guidance; 0 leaves it to the graph."),
                hidden_text_input("pose_image", "A file of the input folder, for trying."),
                hidden_text_input("reference_image", "A file of the input folder, for trying."),
                hidden_text_input(
                    "people",
                    'Who is there, as JSON: [{"handle": ..., "avatar_features": ...}].',
                    long=True,
                ),
                hidden_text_input(
                    "history",
                    'The chat before, as JSON: [{"sender": ..., "text": ...}].',
                    long=True,
                ),
                io.Combo.Input(
                    "voice",
                    options=list(VOICES),
                    default="mood",
                    optional=True,
                    advanced=True,
                    tooltip="How a caption speaks: of us, of a mood, or of people by name.",
                ),
                io.Combo.Input(
                    "policy",
                    options=list(ROUTES),
                    default="general",
                    optional=True,
                    advanced=True,
                    tooltip="Whose rules the moderation goes by.",
                ),
                hidden_text_input("avoid", "A caption that is not to come again."),
                io.Int.Input(
                    "frames",
                    default=0,
                    min=0,
                    max=100_000,
                    optional=True,
                    advanced=True,
                    tooltip="Pictures of a video; 0 leaves them to the graph.",
                ),
                io.Float.Input(
                    "fps",
                    default=0.0,
                    min=0.0,
                    max=120.0,
                    step=1.0,
                    optional=True,
                    advanced=True,
                    tooltip="Pictures a second of a video; 0 leaves it to the graph.",
                ),
            ],
            outputs=[
                io.String.Output("prompt_out", display_name="prompt"),
                io.String.Output("negative_out", display_name="negative"),
                io.String.Output("clothing_out", display_name="clothing"),
                Words.Output("style_out", display_name="style"),
                io.Boolean.Output("realism_out", display_name="realism"),
                io.String.Output("features_out", display_name="features (JSON)"),
                Words.Output("view_out", display_name="view"),
                Words.Output("framing_out", display_name="framing"),
                io.Int.Output("seed_out", display_name="seed"),
                io.Int.Output("width_out", display_name="width"),
                io.Int.Output("height_out", display_name="height"),
                io.Int.Output("steps_out", display_name="steps"),
                io.Float.Output("cfg_out", display_name="cfg"),
                io.Image.Output(
                    "pose_image_out",
                    display_name="pose image",
                    tooltip="Nothing where the request has none.",
                ),
                io.Image.Output(
                    "reference_image_out",
                    display_name="reference image",
                    tooltip="Nothing where the request has none.",
                ),
                io.String.Output("people_out", display_name="people (JSON)"),
                io.String.Output("history_out", display_name="history (JSON)"),
                Words.Output("voice_out", display_name="voice"),
                Words.Output("policy_out", display_name="policy"),
                io.String.Output("avoid_out", display_name="avoid"),
                io.Int.Output("frames_out", display_name="frames"),
                io.Float.Output("fps_out", display_name="fps"),
                io.Mask.Output(
                    "reference_mask_out",
                    display_name="reference mask",
                    tooltip="1 where the reference image is not transparent; nothing where it is "
                    "transparent nowhere.",
                ),
            ],
        )

    @classmethod
    def execute(
        cls,
        prompt: str,
        seed: int,
        width: int,
        height: int,
        negative: str = "",
        clothing: str = "",
        style: str = "",
        realism: bool = False,
        features: str = "",
        view: str = "front",
        framing: str = "figure",
        steps: int = 0,
        cfg: float = 0.0,
        pose_image: str = "",
        reference_image: str = "",
        people: str = "",
        history: str = "",
        voice: str = "mood",
        policy: str = "general",
        avoid: str = "",
        frames: int = 0,
        fps: float = 0.0,
    ) -> io.NodeOutput:
        return io.NodeOutput(
            prompt,
            negative,
            clothing,
            style,
            realism,
            features,
            view,
            framing,
            seed,
            width,
            height,
            steps,
            cfg,
            load_picture(pose_image),
            load_picture(reference_image),
            people,
            history,
            voice,
            policy,
            avoid,
            frames,
            fps,
            load_cutout(reference_image),
        )


class Result(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeResult",
            display_name="AvatarForge Result",
            category=CATEGORY,
            description=(
                "Gives pictures back to the API request that the graph runs for. In the editor "
                "it shows them."
            ),
            search_aliases=["api output", "endpoint output", "return image"],
            is_output_node=True,
            inputs=[
                io.Image.Input("images", tooltip="What comes back, as PNG."),
                io.String.Input(
                    "role",
                    default=_ROLE,
                    tooltip="What it is: output, front, back, side, quarter, sheet, ...",
                ),
                io.SVG.Input("svg", optional=True, tooltip="The same as vectors."),
                notes_input(),
            ],
            outputs=[],
        )

    @classmethod
    def fingerprint_inputs(cls, **_: Any) -> float:
        # Each job needs its files delivered anew, however much of its graph is unchanged.
        return float("nan")

    @classmethod
    def validate_inputs(cls, role: str | None) -> bool | str:
        if role is None or _ROLE_NAME.fullmatch(role):
            return True
        return "role takes up to 64 letters, digits, '-' and '_', a letter or digit first"

    @classmethod
    def execute(
        cls,
        images: torch.Tensor | None,
        role: str,
        svg: io.SVG.Type | None = None,
        notes: str = "",
    ) -> io.NodeOutput:
        if images is None:  # as the Request gives where a caller sent no picture
            raise ValueError("There are no images to give back: what they come from made none")
        job = job_of(cls)
        if job is None:
            return io.NodeOutput(ui=preview(images, cls))
        staging = Blobs(directories().private).job_staging(job)
        progress = ProgressBar(len(images))
        delivered = []
        for image in images:
            picture = to_picture(image)
            height, width = picture.shape[:2]
            size = {"width": width, "height": height}
            delivered.append(
                delivery.put(
                    staging,
                    encode_png(picture),
                    role=role,
                    filename=f"{role}.png",
                    mime_type="image/png",
                    **size,
                )
            )
            progress.update(1)
        for document in svg.data if svg is not None else ():
            delivered.append(
                delivery.put(
                    staging,
                    document.getvalue(),
                    role=role,
                    filename=f"{role}.svg",
                    mime_type="image/svg+xml",
                    **size,
                )
            )
        return io.NodeOutput(
            ui={delivery.OUTPUTS_KEY: delivered, delivery.WARNINGS_KEY: notes.splitlines()}
        )


class TextResult(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeTextResult",
            display_name="AvatarForge Text Result",
            category=CATEGORY,
            description=(
                "Gives a text back to the API request that the graph runs for: a caption, a "
                "verdict. In the editor it shows it."
            ),
            search_aliases=["api output", "endpoint output", "return text", "show text"],
            is_output_node=True,
            inputs=[
                io.String.Input("text", force_input=True, tooltip="What comes back."),
                io.String.Input(
                    "role", default="caption", tooltip="What it is: caption, prompt_used, ..."
                ),
                notes_input(),
            ],
            outputs=[],
        )

    @classmethod
    def fingerprint_inputs(cls, **_: Any) -> float:
        return float("nan")  # as Result's

    @classmethod
    def validate_inputs(cls, role: str | None) -> bool | str:
        return Result.validate_inputs(role)

    @classmethod
    def execute(cls, text: str, role: str, notes: str = "") -> io.NodeOutput:
        shown = {"text": [text], delivery.WARNINGS_KEY: notes.splitlines()}
        job = job_of(cls)
        if job is None:
            return io.NodeOutput(ui=shown)
        delivered = delivery.put(
            Blobs(directories().private).job_staging(job),
            text.encode(),
            role=role,
            filename=f"{role}.txt",
            mime_type="text/plain",
        )
        return io.NodeOutput(ui={delivery.OUTPUTS_KEY: [delivered], **shown})


def _side_input(name: str) -> io.Int.Input:
    return pixels_input(
        name,
        "Pixels; 0 leaves it to the graph.",
        default=512,
        least=0,
        most=LARGEST_SIDE,
        optional=False,
    )


NODES: list[type[io.ComfyNode]] = [Request, Result, TextResult]
