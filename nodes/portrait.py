"""Nodes that make a photograph of a pet a classical painted portrait.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..forge.avatar.styles import STYLES
from ..forge.portrait.border import BORDERS, Border
from ..forge.portrait.costume import COSTUMES, Costume
from ..forge.portrait.pet import PETS, PetKind
from ..forge.portrait.setting import SETTINGS
from .comfy import ProgressBar, check_interrupt, io
from .drawing import seed_input
from .features import CATEGORY, refuse_sexualised_minors
from .notes import joined, notes_input, notes_output
from .pictures import Picture, preview, to_image, to_mask, to_picture

if TYPE_CHECKING:
    import torch

    from ..forge.portrait.sitter import Sitter

SitterType = io.Custom("AVATARFORGE_SITTER")
CostumeType = io.Custom("AVATARFORGE_COSTUME")

WIDTH, HEIGHT = 832, 1216  # pixels, where nothing else is asked for

_LARGEST = 2048  # pixels of a side
_BY_SEED = "by seed"
# Text that also fits a list of choices.
_Words = io.Custom("STRING,COMBO")


def _kind_input() -> io.Combo.Input:
    return io.Combo.Input(
        "pet", options=list(PETS), default="dog", tooltip="From Pet Type, or chosen here."
    )


def _side(name: str, usual: int) -> io.Int.Input:
    return io.Int.Input(
        name,
        default=usual,
        min=0,
        max=_LARGEST,
        step=8,
        tooltip=f"Pixels; 0 takes {usual}.",
    )


def _mask(mask: torch.Tensor | None) -> Picture | None:
    """The first of MASK as (H, W) uint8."""
    return None if mask is None else to_picture(mask[0].unsqueeze(-1))[..., 0]


class PetType(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgePetType",
            display_name="Pet Type",
            category=CATEGORY,
            description="Which kind of animal free words mean: a breed, a name in any of several "
            "languages.",
            search_aliases=["pet", "animal", "dog breed", "pet portrait"],
            inputs=[
                io.String.Input(
                    "text", default="dog", tooltip="Such as dog, golden retriever, Katze, hamster."
                ),
            ],
            outputs=[
                _Words.Output("pet", display_name="pet", tooltip=f"One of {', '.join(PETS)}."),
                io.String.Output(
                    "text_out", display_name="text", tooltip="As it was written, for a prompt."
                ),
                notes_output(),
            ],
        )

    @classmethod
    def execute(cls, text: str) -> io.NodeOutput:
        from ..forge.portrait.pet import read_pet

        refuse_sexualised_minors((text,))
        words = " ".join(text.split())
        pet = read_pet(words)
        own = ["Not understood as an animal: " + words[:80]] if words and not pet.known else []
        return io.NodeOutput(pet.kind, words or pet.kind, joined("", own))


class FindPet(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeFindPet",
            display_name="Find Pet",
            category=CATEGORY,
            description="Finds the animal in a photograph and its head, without any model.",
            search_aliases=["pet segmentation", "animal mask", "remove background", "pet head"],
            inputs=[
                io.Image.Input("image", tooltip="A photograph of one animal."),
                _kind_input(),
                io.Mask.Input(
                    "mask",
                    optional=True,
                    tooltip="1 where the animal is, where you know it: from a model, or painted.",
                ),
                notes_input(),
            ],
            outputs=[
                SitterType.Output("sitter", display_name="sitter", tooltip="For Seat Pet."),
                io.Mask.Output("mask_out", display_name="mask", tooltip="1 where the animal is."),
                io.Image.Output("head", display_name="head", tooltip="The head, cut out on grey."),
                notes_output(),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        image: torch.Tensor | None,
        pet: PetKind,
        mask: torch.Tensor | None = None,
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.portrait.sitter import find_sitter

        if image is None:
            raise ValueError("A pet's portrait needs a photograph of the pet")
        sitter = find_sitter(to_picture(image[0]), pet, _mask(mask))
        own = list(sitter.notes)
        if len(image) > 1:
            own.append("Only the first picture of the batch was taken.")
        head = to_image(sitter.cut_out())
        return io.NodeOutput(
            sitter, to_mask(sitter.matte), head, joined(notes, own), ui=preview(head, cls)
        )


class PetCostume(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgePetCostume",
            display_name="Pet Costume",
            category=CATEGORY,
            description="Chooses a classical costume and its colours, by name or by the seed.",
            search_aliases=["uniform", "royal robe", "ruff", "period clothing", "pet portrait"],
            inputs=[
                _kind_input(),
                io.Combo.Input(
                    "costume",
                    options=[_BY_SEED, *COSTUMES],
                    default=_BY_SEED,
                    tooltip="By seed takes one that suits the animal.",
                ),
                seed_input(),
            ],
            outputs=[
                CostumeType.Output("costume_out", display_name="costume", tooltip="For Seat Pet."),
                io.String.Output(
                    "words", display_name="words", tooltip="What it is, for a prompt."
                ),
                io.Image.Output("image", display_name="image", tooltip="The costume by itself."),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(cls, pet: PetKind, costume: str, seed: int) -> io.NodeOutput:
        from ..forge.portrait.costume import choose_costume, show_costume

        name = next((known for known in COSTUMES if known == costume), None)
        chosen = choose_costume(pet, seed, name)
        image = to_image(show_costume(chosen))
        return io.NodeOutput(chosen, chosen.words, image, ui=preview(image, cls))


class PortraitSetting(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgePortraitSetting",
            display_name="Portrait Setting",
            category=CATEGORY,
            description="Paints what is behind a classical portrait, by name or by the seed.",
            search_aliases=["backdrop", "background", "drapery", "studio", "landscape"],
            inputs=[
                _kind_input(),
                io.Combo.Input(
                    "setting",
                    options=[_BY_SEED, *SETTINGS],
                    default=_BY_SEED,
                    tooltip="By seed takes one that suits the animal.",
                ),
                seed_input(),
                _side("width", WIDTH),
                _side("height", HEIGHT),
            ],
            outputs=[
                io.Image.Output("image", display_name="image", tooltip="The empty setting."),
                io.String.Output(
                    "words", display_name="words", tooltip="What it is, for a prompt."
                ),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls, pet: PetKind, setting: str, seed: int, width: int, height: int
    ) -> io.NodeOutput:
        from ..forge.portrait.setting import WORDS, choose_setting, paint_setting

        chosen = next((known for known in SETTINGS if known == setting), None)
        chosen = chosen or choose_setting(pet, seed)
        image = to_image(paint_setting(chosen, seed, width or WIDTH, height or HEIGHT))
        return io.NodeOutput(image, WORDS[chosen], ui=preview(image, cls))


class SeatPet(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeSeatPet",
            display_name="Seat Pet",
            category=CATEGORY,
            description="Puts the animal's own head into the costume, before the setting, in one "
            "light.",
            search_aliases=["compose", "composite", "dress up", "pet portrait"],
            inputs=[
                SitterType.Input("sitter", tooltip="From Find Pet."),
                CostumeType.Input("costume", tooltip="From Pet Costume."),
                io.Image.Input(
                    "setting", tooltip="From Portrait Setting, or any picture; gives the size."
                ),
                seed_input(),
                notes_input(),
            ],
            outputs=[
                io.Image.Output("image", display_name="image", tooltip="Not yet painted."),
                io.Mask.Output("figure", display_name="figure", tooltip="1 where the animal is."),
                io.Mask.Output("face", display_name="face", tooltip="1 where its own head is."),
                notes_output(),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        sitter: Sitter,
        costume: Costume,
        setting: torch.Tensor,
        seed: int,
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.portrait.composition import compose

        composed = compose(sitter, costume, to_picture(setting[0])[..., :3], seed=seed)
        image = to_image(composed.picture)
        return io.NodeOutput(
            image,
            to_mask(composed.figure),
            to_mask(composed.face),
            notes,
            ui=preview(image, cls),
        )


class FinishPortrait(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeFinishPortrait",
            display_name="Finish Portrait",
            category=CATEGORY,
            description="Brush, varnish and border over a composed portrait, in one of the seven "
            "styles; oil is painted stroke by stroke.",
            search_aliases=["oil painting", "painterly", "frame", "vignette", "varnish"],
            inputs=[
                io.Image.Input("image", tooltip="From Seat Pet, or any portrait."),
                io.Combo.Input(
                    "style",
                    options=list(STYLES),
                    default="oil_painting",
                    tooltip="Linked text in other words takes the nearest; none takes oil.",
                ),
                io.Combo.Input(
                    "border",
                    options=list(BORDERS),
                    default="vignette",
                    tooltip="What runs round the picture.",
                ),
                seed_input(),
                io.Mask.Input("figure", optional=True, tooltip="1 where the sitter is."),
                io.Mask.Input(
                    "face", optional=True, tooltip="1 where the brush is fine: the head."
                ),
                notes_input(),
            ],
            outputs=[
                io.Image.Output("image_out", display_name="image", tooltip="The portrait."),
                notes_output(),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        image: torch.Tensor,
        style: str,
        border: Border,
        seed: int,
        figure: torch.Tensor | None = None,
        face: torch.Tensor | None = None,
        notes: str = "",
    ) -> io.NodeOutput:
        import numpy

        from ..forge.avatar.styles import nearest_style
        from ..forge.portrait.finish import finish

        chosen = nearest_style(style if style.strip() else "oil_painting")
        own = [] if chosen.exact else [f"No such style: {style[:80]}; {chosen.name} was taken."]
        masks = [_mask(mask) for mask in (figure, face)]
        progress = ProgressBar(len(image))
        finished = []
        for picture in image:
            check_interrupt()
            opaque = numpy.ascontiguousarray(to_picture(picture)[..., :3])
            size = opaque.shape[:2]
            fitting = [None if mask is None or mask.shape != size else mask for mask in masks]
            finished.append(
                finish(
                    opaque,
                    chosen.name,
                    seed=seed,
                    figure=fitting[0],
                    face=fitting[1],
                    border=border,
                )
            )
            progress.update(1)
        result = to_image(*finished)
        return io.NodeOutput(result, joined(notes, own), ui=preview(result, cls))


class PortraitPrompter(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgePortraitPrompter",
            display_name="Portrait Prompter",
            category=CATEGORY,
            description="Writes a positive and a negative prompt for a pet's portrait by a model.",
            search_aliases=["pet prompt", "portrait prompt", "costume prompt"],
            inputs=[
                io.String.Input("pet", default="dog", tooltip="Which animal, in any words."),
                io.String.Input(
                    "costume", default="", optional=True, tooltip="Words of Pet Costume."
                ),
                io.String.Input(
                    "setting", default="", optional=True, tooltip="Words of Portrait Setting."
                ),
                io.String.Input(
                    "style", default="", optional=True, tooltip="Any words; none is oil."
                ),
                io.String.Input(
                    "prompt",
                    multiline=True,
                    default="",
                    optional=True,
                    tooltip="Stands first, as it is.",
                ),
                io.String.Input(
                    "negative",
                    multiline=True,
                    default="",
                    optional=True,
                    tooltip="Added to the negative prompt.",
                ),
                io.Boolean.Input(
                    "edit",
                    default=False,
                    optional=True,
                    tooltip="For a model that is shown the photograph and told what to change.",
                ),
            ],
            outputs=[
                io.String.Output("positive", display_name="positive", tooltip="What to show."),
                io.String.Output("negative_out", display_name="negative", tooltip="What to avoid."),
            ],
        )

    @classmethod
    def execute(
        cls,
        pet: str,
        costume: str = "",
        setting: str = "",
        style: str = "",
        prompt: str = "",
        negative: str = "",
        edit: bool = False,
    ) -> io.NodeOutput:
        from ..forge.portrait.prompt import portrait_prompt

        refuse_sexualised_minors((pet, costume, setting, style, prompt))
        lines = portrait_prompt(
            pet, costume, setting, style=style, prompt=prompt, negative=negative, edit=edit
        )
        return io.NodeOutput(
            lines.positive,
            lines.negative,
            ui={"text": [f"{lines.positive}\n\n- {lines.negative}"]},
        )


NODES: list[type[io.ComfyNode]] = [
    PetType,
    FindPet,
    PetCostume,
    PortraitSetting,
    SeatPet,
    FinishPortrait,
    PortraitPrompter,
]
