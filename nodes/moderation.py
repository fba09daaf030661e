"""Nodes that refuse, rewrite or cover what must not be shown.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..forge.moderation.policy import ROUTES, Route
from .comfy import directories, io
from .features import CATEGORY
from .notes import joined, notes_input, notes_output
from .pictures import to_image, to_picture

if TYPE_CHECKING:
    import torch

    from ..forge.moderation.image import Cover
    from ..forge.moderation.vit import VitClassifier

_COVERS = ["blur", "mosaic", "refuse"]


class ModerateText(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeModerateText",
            display_name="Moderate Text",
            category=CATEGORY,
            description=(
                "Looks for sexual content with minors, sexual violence, bestiality and explicit "
                "words, and refuses or rewrites by the rules of a route."
            ),
            search_aliases=["nsfw filter", "safety", "content policy", "censor", "prompt filter"],
            inputs=[
                io.String.Input("text", multiline=True, tooltip="What somebody wrote."),
                policy_input(),
            ],
            outputs=[
                io.String.Output(
                    "text_out",
                    display_name="text",
                    tooltip="What to go on with: as it was, or rewritten. Empty where refused.",
                ),
                io.Boolean.Output("allowed", display_name="allowed", tooltip="False: refused."),
                io.String.Output(
                    "verdict",
                    display_name="verdict (JSON)",
                    tooltip="Tier, decision, matched words, score, threshold and model.",
                ),
            ],
        )

    @classmethod
    def execute(cls, text: str, policy: Route) -> io.NodeOutput:
        from ..forge.moderation.text import moderate_text

        verdict = moderate_text(text, route=policy)
        told = json.dumps(verdict.to_mapping(), ensure_ascii=False)
        return io.NodeOutput(verdict.text, verdict.decision != "blocked", told, ui={"text": [told]})


class ModerateImage(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeModerateImage",
            display_name="Moderate Image",
            category=CATEGORY,
            description=(
                "Judges finished pictures by a classifier from models/classifiers, or by how much "
                "skin people show, and covers what must not be seen."
            ),
            search_aliases=["nsfw detection", "safety checker", "censor", "blur nudity", "mosaic"],
            inputs=[
                io.Image.Input("image", tooltip="What would be shown."),
                policy_input(),
                io.Combo.Input(
                    "cover",
                    options=_COVERS,
                    default="blur",
                    tooltip="What becomes of a picture that must not be seen as it is.",
                ),
                io.Mask.Input("mask", optional=True, tooltip="Where people are."),
                io.Boolean.Input(
                    "drawn",
                    default=False,
                    optional=True,
                    advanced=True,
                    tooltip=(
                        "Drawn by AvatarForge, which draws nobody undressed: much skin-coloured "
                        "cloth is then no reason to cover, a classifier's word still is."
                    ),
                ),
                notes_input(),
            ],
            outputs=[
                io.Image.Output("image_out", display_name="image"),
                io.String.Output(
                    "verdict",
                    display_name="verdict (JSON)",
                    tooltip="One for a picture, a list of them for a batch.",
                ),
                notes_output(),
            ],
        )

    @classmethod
    def execute(
        cls,
        image: torch.Tensor,
        policy: Route,
        cover: Cover,
        mask: torch.Tensor | None = None,
        notes: str = "",
        drawn: bool = False,
    ) -> io.NodeOutput:
        from ..forge.moderation import image as moderation
        from ..forge.moderation.policy import POLICIES

        if not POLICIES[policy].checks_image:
            told = json.dumps({"tier": None, "decision": "not checked", "policy": policy})
            return io.NodeOutput(image, told, notes, ui={"text": [told]})
        classifier, problems = _classifier()
        shown, verdicts = [], []
        for index in range(len(image)):
            picture = to_picture(image[index])[..., :3]
            people = None
            if mask is not None:
                people = _fitting(mask[min(index, len(mask) - 1)], picture.shape[:2])
            verdict = moderation.judge_image(picture, people, classifier)
            if drawn and classifier is None:
                nothing = np.zeros_like(verdict.region)
                verdict = replace(verdict, decision="allowed", tier=0, region=nothing)
            verdicts.append(verdict)
            shown.append(moderation.cover(picture, verdict, cover))
        own = [
            f"The picture was covered ({cover}): {verdict.model} gave it {verdict.score:.2f}"
            for verdict in verdicts
            if verdict.decision != "allowed"
        ]
        mappings: list[dict[str, Any]] = [verdict.to_mapping() for verdict in verdicts]
        told = json.dumps(mappings[0] if len(mappings) == 1 else mappings)
        result = to_image(*shown) if own else image
        return io.NodeOutput(result, told, joined(notes, [*problems, *own]), ui={"text": [told]})


def policy_input(*, optional: bool = False) -> io.Combo.Input:
    return io.Combo.Input(
        "policy",
        options=list(ROUTES),
        default="general",
        optional=optional,
        advanced=optional,
        tooltip="Whose rules it goes by.",
    )


def _fitting(mask: torch.Tensor, size: tuple[int, ...]) -> Any:
    """(H, W) in 0..1 to a bool array of the size of the picture."""
    from torch.nn import functional

    if tuple(mask.shape) != tuple(size):
        mask = functional.interpolate(mask[None, None].float(), size=tuple(size))[0, 0]
    return mask.detach().cpu().numpy() > 0.5


def _classifier() -> tuple[VitClassifier | None, list[str]]:
    """The first that can be used, by name, and what is wrong with those that cannot."""
    from ..forge.moderation.vit import FOLDER, ClassifierError, load_cached

    problems: list[str] = []
    for folder in _model_folders(FOLDER):
        for path in sorted(folder.rglob("*.safetensors")):
            try:
                return load_cached(path), problems
            except ClassifierError as error:
                problems.append(f"A classifier was not used: {error}")
    return None, problems


def _model_folders(name: str) -> list[Path]:
    """Those that ComfyUI was told of, else the one in its models folder; with no ComfyUI,
    models lie beside the input folder."""
    try:
        import folder_paths
    except ImportError:
        return [directories().input.parent / "models" / name]
    if name in folder_paths.folder_names_and_paths:
        return [Path(folder) for folder in folder_paths.get_folder_paths(name)]
    return [Path(folder_paths.models_dir) / name]


NODES: list[type[io.ComfyNode]] = [ModerateText, ModerateImage]
