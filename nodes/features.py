"""Nodes about what a person looks like, in words.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from ..forge.avatar import features as vocabulary
from ..forge.avatar.features import VIEWS, Features
from ..forge.avatar.styles import STYLES
from .comfy import io
from .notes import notes_output
from .pictures import to_picture

if TYPE_CHECKING:
    import torch

AvatarFeaturesType = io.Custom("AVATARFORGE_FEATURES")
CATEGORY = "AvatarForge"

_EXAMPLE = "female warrior, blue armor, long white hair, red cape, holding a sword"
_OPEN = "from text"
_CHOICES = {
    "gender": get_args(vocabulary.Gender),
    "age_appearance": get_args(vocabulary.Age),
    "skin_tone": get_args(vocabulary.SkinTone),
    "face_shape": get_args(vocabulary.FaceShape),
    "hair_length": get_args(vocabulary.HairLength),
    "hair_type": get_args(vocabulary.HairType),
    "expression": get_args(vocabulary.Expression),
}
_WORDS = {
    "hair_style": "Such as ponytail, bob, braid, mohawk.",
    "hair_color": "Such as auburn, platinum blonde, neon pink.",
    "eye_color": "Such as green, hazel, violet.",
    "facial_hair": "Such as none, stubble, goatee, full beard.",
}


class AvatarFeatures(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeFeatures",
            display_name="Avatar Features",
            category=CATEGORY,
            description=(
                "Reads what a person looks like from words, a few choices and a reference "
                "picture. Choices win over words, words over the picture."
            ),
            search_aliases=["character description", "text to features", "person", "avatar"],
            inputs=[
                io.String.Input(
                    "text",
                    multiline=True,
                    default=_EXAMPLE,
                    tooltip="The person in plain words.",
                ),
                io.String.Input(
                    "clothing",
                    default="",
                    optional=True,
                    tooltip="What the person wears.",
                ),
                *(
                    io.Combo.Input(
                        name,
                        options=[_OPEN, *options],
                        default=_OPEN,
                        optional=True,
                        tooltip="Wins over the text.",
                    )
                    for name, options in _CHOICES.items()
                ),
                *(
                    io.String.Input(
                        name, default="", optional=True, tooltip=f"Wins over the text. {example}"
                    )
                    for name, example in _WORDS.items()
                ),
                io.Image.Input(
                    "reference",
                    optional=True,
                    tooltip="Gives the colours of hair, skin and clothes that no word speaks of.",
                ),
                io.String.Input(
                    "fields",
                    default="",
                    optional=True,
                    advanced=True,
                    tooltip='More features as JSON, such as {"hat_style": "fedora"}.',
                ),
            ],
            outputs=[
                AvatarFeaturesType.Output(
                    "features", display_name="features", tooltip="For the other avatar nodes."
                ),
                io.String.Output(
                    "unknown", display_name="unknown", tooltip="The words that were not understood."
                ),
                notes_output(),
            ],
        )

    @classmethod
    def execute(
        cls,
        text: str,
        clothing: str = "",
        reference: torch.Tensor | None = None,
        fields: str = "",
        **choices: str,
    ) -> io.NodeOutput:
        from ..forge.avatar import coding
        from ..forge.avatar.casting import merge
        from ..forge.avatar.palette import apply_palette, read_palette
        from ..forge.avatar.words import read_words

        refuse_sexualised_minors([text, clothing, fields, *choices.values()])
        spoken = read_words(text)
        worn = read_words(clothing)
        features = merge(spoken.features, worn.features)
        notes = []
        unknown = (*spoken.unknown, *worn.unknown)
        if unknown:
            notes.append(f"Words not understood: {', '.join(unknown)}")
        if reference is not None:
            palette = read_palette(to_picture(reference[0])[..., :3])
            features = apply_palette(features, palette)
        explicit = json.loads(fields) if fields.strip() else {}
        explicit |= {name: value for name, value in choices.items() if value and value != _OPEN}
        said, not_understood = coding.from_fields(explicit)
        features = merge(features, said)
        if not_understood:
            notes.append(f"Features not understood: {', '.join(not_understood)}")
        return io.NodeOutput(
            features, ", ".join(unknown), "\n".join(notes), ui={"text": [_summary(features)]}
        )


def refuse_sexualised_minors(
    texts: Iterable[str], features: Mapping[str, Any] | None = None
) -> None:
    """Raises ValueError, which ends the run with the message on the node."""
    from ..forge.moderation.minors import MESSAGE, is_refused

    if is_refused(texts, features):
        raise ValueError(MESSAGE)


def _summary(features: Features) -> str:
    from ..forge.avatar.coding import to_mapping

    return json.dumps({name: value for name, value in to_mapping(features).items() if value})


class AvatarFeaturePrompter(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeFeaturePrompter",
            display_name="Avatar Feature Prompter",
            category=CATEGORY,
            description="Writes a positive and a negative prompt for a diffusion model.",
            search_aliases=["avatar prompt", "features to prompt", "character prompt"],
            inputs=[
                AvatarFeaturesType.Input("features", tooltip="From Avatar Features."),
                io.String.Input(
                    "prompt",
                    multiline=True,
                    default="",
                    optional=True,
                    tooltip="Stands first, as it is.",
                ),
                io.String.Input(
                    "clothing", default="", optional=True, tooltip="Added as 'wearing ...'."
                ),
                io.String.Input(
                    "style",
                    default="",
                    optional=True,
                    tooltip=f"Any words, such as {', '.join(STYLES)}.",
                ),
                io.Combo.Input(
                    "view",
                    options=list(VIEWS),
                    default="front",
                    optional=True,
                    tooltip="The side from which the person is seen.",
                ),
                io.Boolean.Input(
                    "realism",
                    default=False,
                    optional=True,
                    tooltip="Photographic instead of drawn.",
                ),
                io.String.Input(
                    "negative",
                    multiline=True,
                    default="",
                    optional=True,
                    tooltip="Added to the negative prompt.",
                ),
                io.Boolean.Input(
                    "posed",
                    default=False,
                    optional=True,
                    tooltip="A skeleton holds the pose: no words about standing or the camera.",
                ),
            ],
            outputs=[
                io.String.Output("positive", display_name="positive", tooltip="What to show."),
                io.String.Output("negative", display_name="negative", tooltip="What to avoid."),
            ],
        )

    @classmethod
    def execute(cls, features: Features, **words: Any) -> io.NodeOutput:
        from ..forge.avatar.coding import to_mapping
        from ..forge.avatar.prompt import prompt_lines

        said = (words[name] for name in ("prompt", "clothing", "style") if name in words)
        refuse_sexualised_minors(said, to_mapping(features))
        lines = prompt_lines(features, **words)
        return io.NodeOutput(
            lines.positive,
            lines.negative,
            ui={"text": [f"{lines.positive}\n\n- {lines.negative}"]},
        )


NODES: list[type[io.ComfyNode]] = [AvatarFeatures, AvatarFeaturePrompter]
