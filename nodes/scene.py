"""The node that draws a scene with people in it.

What it calls is imported when it runs: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .comfy import ProgressBar, check_interrupt, io
from .drawing import seed_input, style_input
from .features import CATEGORY, refuse_sexualised_minors
from .notes import joined, notes_input, notes_output
from .pictures import preview, to_image, to_mask
from .story import SceneType, people_input, read_people

if TYPE_CHECKING:
    from ..forge.avatar.features import Features
    from ..forge.story.scene import Scene

_LEAST, _MOST, _USUAL = 256, 2048, 1024  # pixels of a side


def _side(name: str) -> io.Int.Input:
    return io.Int.Input(
        name, default=_USUAL, min=_LEAST, max=_MOST, step=8, tooltip="Of the picture, in pixels."
    )


class DrawScene(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeDrawScene",
            display_name="Draw Scene",
            category=CATEGORY,
            description="Draws a place and the people in it, without any model.",
            search_aliases=["scene picture", "chat image", "group picture", "illustration"],
            inputs=[
                SceneType.Input("scene", tooltip="From Expand Scene."),
                people_input(),
                style_input(),
                io.Boolean.Input(
                    "realism", default=False, tooltip="Realistic where the style is left open."
                ),
                seed_input(),
                _side("width"),
                _side("height"),
                notes_input(),
            ],
            outputs=[
                io.Image.Output("image", display_name="image", tooltip="The scene."),
                io.Mask.Output("mask", display_name="mask", tooltip="1 where people are."),
                notes_output(),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        scene: Scene,
        style: str,
        realism: bool,
        seed: int,
        width: int,
        height: int,
        people: str = "",
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.scene.drawing import draw_scene

        entries = read_people(people)
        for features in entries.values():
            refuse_sexualised_minors((scene.text,), features)
        refuse_sexualised_minors((scene.text,))
        own: list[str] = []
        cast = [_features(handle, entries, own) for handle in scene.people]
        progress = ProgressBar(len(cast) + 1)

        def drawn(_: int) -> None:
            check_interrupt()
            progress.update(1)

        painting = draw_scene(
            scene,
            cast,
            style=style,
            realism=realism,
            seed=seed,
            width=width,
            height=height,
            told=drawn,
        )
        progress.update(1)
        image = to_image(painting.picture)
        return io.NodeOutput(
            image,
            to_mask(painting.mask),
            joined(notes, (*own, *painting.notes)),
            ui=preview(image, cls),
        )


def _features(handle: str, entries: Mapping[str, Mapping[str, Any]], notes: list[str]) -> Features:
    from ..forge.avatar.coding import FieldError, from_fields
    from ..forge.avatar.features import Features
    from ..forge.story.people import same

    given = next((entries[known] for known in entries if same(known, handle)), None)
    if given is None:
        notes.append(f"What {handle} looks like is not known")
        return Features()
    try:
        features, odd = from_fields(given)
    except FieldError as error:
        raise ValueError(f"people: {handle}: {error}") from error
    if odd:
        notes.append(f"Features of {handle} not understood: {', '.join(odd)}")
    return features


NODES: list[type[io.ComfyNode]] = [DrawScene]
