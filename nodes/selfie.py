"""A node that reads off a selfie what the person looks like.

What it calls is imported when it runs: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .comfy import io
from .features import CATEGORY, AvatarFeaturesType
from .notes import joined, notes_input, notes_output
from .pictures import to_picture

if TYPE_CHECKING:
    import torch

    from ..forge.avatar.selfie.faces import Box

FaceLandmarksType = io.Custom("FACE_LANDMARKS")  # of ComfyUI's MediaPipe nodes

_REFUSED = {
    "NO_FACE_DETECTED": "There is no face in the selfie.",
    "MULTIPLE_FACES": "There are several faces in the selfie; the largest was read.",
    "LOW_QUALITY": "The selfie is too blurred, dark or small to be read.",
}


class AnalyzeSelfie(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeAnalyzeSelfie",
            display_name="Analyze Selfie",
            category=CATEGORY,
            description=(
                "Reads colours of hair, skin, eyes and clothes, glasses, hat and beard off a "
                "picture of one person, without any model. What it does not show stays open."
            ),
            search_aliases=["face analysis", "photo to avatar", "face detect", "selfie"],
            inputs=[
                io.Image.Input("image", tooltip="One person, seen from the front."),
                io.String.Input(
                    "answers",
                    multiline=True,
                    default="",
                    optional=True,
                    tooltip="A vision model's reply, JSON in the documented words. Wins over "
                    "what is measured; age, gender and expression come only from it.",
                ),
                notes_input(),
                FaceLandmarksType.Input(
                    "faces",
                    optional=True,
                    tooltip="From Detect Face Landmarks (MediaPipe); else faces are looked for "
                    "here.",
                ),
            ],
            outputs=[
                AvatarFeaturesType.Output(
                    "features", display_name="features", tooltip="For Draw Avatar."
                ),
                io.String.Output(
                    "avatar_features",
                    display_name="avatar_features",
                    tooltip="JSON as the HTTP API documents it; null where it cannot be told.",
                ),
                io.Float.Output(
                    "quality", display_name="quality", tooltip="0..1; below 0.35 is no use."
                ),
                notes_output(),
                io.String.Output(
                    "reason",
                    display_name="reason",
                    tooltip="Why the selfie is of no use: NO_FACE_DETECTED, MULTIPLE_FACES, "
                    "LOW_QUALITY. Empty where it is.",
                ),
            ],
        )

    @classmethod
    def execute(
        cls,
        image: torch.Tensor,
        answers: str = "",
        notes: str = "",
        faces: Mapping[str, Any] | None = None,
    ) -> io.NodeOutput:
        import numpy

        from ..forge.avatar.coding import from_fields
        from ..forge.avatar.selfie import analyse

        picture = numpy.ascontiguousarray(to_picture(image[0])[..., :3])
        selfie = analyse(picture, answers, _boxes(faces))
        features, odd = from_fields(selfie.features)
        own = [_REFUSED[selfie.reason]] if selfie.reason is not None else []
        if len(image) > 1:
            own.append("Only the first picture of the batch was read.")
        own += [f"Of the model's reply: {line}" for line in selfie.dropped]
        own += [f"Not understood: {line}" for line in odd]
        return io.NodeOutput(
            features,
            json.dumps(selfie.features),
            selfie.quality,
            joined(notes, own),
            selfie.reason or "",
        )


def _boxes(faces: Mapping[str, Any] | None) -> list[Box]:
    """Those of the first picture. ValueError for what are no faces."""
    from ..forge.avatar.selfie.landmarks import box_of

    frames = faces["frames"] if faces is not None else ()
    return (
        [box_of(face["landmarks_xy"], float(face["score"])) for face in frames[0]] if frames else []
    )


NODES: list[type[io.ComfyNode]] = [AnalyzeSelfie]
