"""Nodes that draw one person as a production needs them: a picture, a sheet, a loop, a film.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..forge.avatar.features import Features
from .comfy import ProgressBar, check_interrupt, io
from .drawing import LARGEST_SIDE, seed_input, style_input
from .features import CATEGORY, AvatarFeaturesType, refuse_sexualised_minors
from .notes import joined, notes_input, notes_output
from .pictures import Picture, preview, to_image, to_mask, to_picture

if TYPE_CHECKING:
    import torch

    from ..forge.avatar.styles import Style

CATEGORY_MOTION = f"{CATEGORY}/Motion"

_ANGLES = (
    "front", "three_quarter_left", "three_quarter_right", "side_left", "side_right", "back",
    "action", "close_up",
)  # fmt: skip
_BY_WORDS = "by the words"
_MOTIONS = ("idle", "breathing", "wind", "head turn", "walk")
_FRAMINGS = ("auto", "figure", "medium", "bust", "close")
_MOST_FRAMES = 600


def _text_input() -> io.String.Input:
    return io.String.Input(
        "text",
        multiline=True,
        default="",
        optional=True,
        tooltip="Names the place, the time and the weather; nothing is a plain backdrop.",
    )


def _size(name: str) -> io.Int.Input:
    return io.Int.Input(
        name, default=512, min=0, max=LARGEST_SIDE, step=8, tooltip="Pixels; 0 is 512."
    )


def _clip_inputs(frames: int) -> list[Any]:
    return [
        style_input(),
        seed_input(),
        _size("width"),
        _size("height"),
        io.Int.Input(
            "frames",
            default=frames,
            min=0,
            max=_MOST_FRAMES,
            tooltip=f"Pictures; 0 is {frames}.",
        ),
        io.Float.Input(
            "fps", default=24.0, min=0.0, max=120.0, step=1.0, tooltip="A second; 0 is 24."
        ),
        notes_input(),
    ]


def _clip_outputs() -> list[Any]:
    return [
        io.Image.Output("images", display_name="images", tooltip="The frames."),
        io.Float.Output("fps_out", display_name="fps", tooltip="Frames in a second."),
        notes_output(),
    ]


class Illustrate(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeIllustrate",
            display_name="Illustrate",
            category=CATEGORY_MOTION,
            description=(
                "Draws the person in the place that the words speak of, or before a plain "
                "backdrop, without any model."
            ),
            search_aliases=["anime picture", "illustration", "key visual", "anime image"],
            inputs=[
                AvatarFeaturesType.Input("features", tooltip="From Avatar Features."),
                _text_input(),
                style_input(),
                seed_input(),
                _size("width"),
                _size("height"),
                io.Image.Input(
                    "picture",
                    optional=True,
                    tooltip="Taken in place of a drawing, where there is one.",
                ),
                notes_input(),
            ],
            outputs=[
                io.Image.Output("image", display_name="image", tooltip="The picture."),
                notes_output(),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        features: Features,
        style: str,
        seed: int,
        width: int,
        height: int,
        text: str = "",
        picture: torch.Tensor | None = None,
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.motion.illustration import illustrate, sized
        from ..forge.story.reading import read_scene

        refuse_sexualised_minors([text])
        if picture is not None:
            given = sized(to_picture(picture[0]), width or 512, height or 512)
            image = to_image(given)
            return io.NodeOutput(image, notes, ui=preview(image, cls))
        progress = ProgressBar(1)
        drawn = illustrate(
            features,
            read_scene(text),
            text,
            style=style,
            width=width or 512,
            height=height or 512,
            seed=seed,
        )
        progress.update(1)
        image = to_image(drawn.picture)
        return io.NodeOutput(image, joined(notes, drawn.notes), ui=preview(image, cls))


class CharacterSheet(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeCharacterSheet",
            display_name="Character Sheet",
            category=CATEGORY_MOTION,
            description=(
                "One person in eight poses and their sheet: from all sides, in action, and close."
            ),
            search_aliases=["model sheet", "turnaround", "character reference", "8 poses"],
            inputs=[
                AvatarFeaturesType.Input("features", tooltip="From Avatar Features."),
                style_input(),
                seed_input(),
                io.String.Input("title", default="", tooltip="Stands above the figures."),
                io.Int.Input(
                    "width", default=512, min=0, max=2048, step=8,
                    tooltip="Of each of the eight, in pixels; 0 is 512.",
                ),
                io.Int.Input(
                    "height", default=768, min=0, max=2048, step=8,
                    tooltip="Of each of the eight, in pixels; 0 is 768.",
                ),
                io.Int.Input(
                    "sheet_width", default=1600, min=512, max=4096, step=8,
                    tooltip="Of the sheet, in pixels.",
                ),
                notes_input(),
            ],
            outputs=[
                io.Image.Output("sheet", display_name="sheet", tooltip="All eight, labelled."),
                io.Image.Output("images", display_name="images", tooltip="All eight as a batch."),
                *(
                    io.Image.Output(name, display_name=name.replace("_", " ")) for name in _ANGLES
                ),
                notes_output(),
                io.Mask.Output("masks", display_name="masks", tooltip="Where the person is."),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )  # fmt: skip

    @classmethod
    def execute(
        cls,
        features: Features,
        style: str,
        seed: int,
        title: str,
        width: int,
        height: int,
        sheet_width: int,
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.motion.poses import ANGLES, SheetWish, character_sheet

        chosen, own = _style(style)
        wish = SheetWish(
            style=chosen,
            width=width or 512,
            height=height or 768,
            sheet_width=sheet_width,
            title=title,
            seed=seed,
        )
        made = character_sheet(features, wish, told=_telling(len(ANGLES)))
        sheet = to_image(made.sheet)
        pictures = [made.pictures[angle] for angle in ANGLES]
        images = to_image(*pictures)
        return io.NodeOutput(
            sheet,
            images,
            *(images[index : index + 1] for index in range(len(ANGLES))),
            joined(notes, own),
            to_mask(*(made.masks[angle] for angle in ANGLES)),
            ui=preview(sheet, cls),
        )


class Animate(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeAnimate",
            display_name="Animate Avatar",
            category=CATEGORY_MOTION,
            description=(
                "A loop without a seam: the person breathes, blinks, turns their head, walks, "
                "and hair and clothes follow. Without any model."
            ),
            search_aliases=["animation loop", "idle animation", "walk cycle", "live2d", "gif"],
            inputs=[
                AvatarFeaturesType.Input("features", tooltip="From Avatar Features."),
                _text_input(),
                io.Combo.Input(
                    "motion",
                    options=[_BY_WORDS, *_MOTIONS],
                    default=_BY_WORDS,
                    tooltip="What the person does.",
                ),
                io.Combo.Input(
                    "framing",
                    options=list(_FRAMINGS),
                    default="auto",
                    tooltip="How much of the person is seen; auto goes by motion and size.",
                ),
                *_clip_inputs(48),
            ],
            outputs=_clip_outputs(),
        )

    @classmethod
    def execute(
        cls,
        features: Features,
        motion: Any,
        framing: Any,
        style: str,
        seed: int,
        width: int,
        height: int,
        frames: int,
        fps: float,
        text: str = "",
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.motion.loop import LoopWish, animate, motion_of
        from ..forge.story.reading import read_scene

        refuse_sexualised_minors([text])
        chosen, own = _style(style)
        wish = LoopWish(
            motion=motion_of(text) if motion == _BY_WORDS else motion,
            framing=None if framing == "auto" else framing,
            style=chosen,
            width=width or 512,
            height=height or 512,
            frames=frames or 48,
            fps=fps or 24.0,
            seed=seed,
        )
        pictures = animate(features, wish, scene=read_scene(text), told=_telling(wish.frames))
        images = _clip(pictures, wish.frames, wish.height, wish.width)
        return io.NodeOutput(images, wish.fps, joined(notes, own))


class FilmAvatar(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeFilm",
            display_name="Film Avatar",
            category=CATEGORY_MOTION,
            description=(
                "A short film of the person in a place: a wide shot, one from the waist up, a "
                "close one, with a camera that moves. Without any model."
            ),
            search_aliases=["video", "short film", "anime video", "camera", "ken burns"],
            inputs=[
                AvatarFeaturesType.Input("features", tooltip="From Avatar Features."),
                _text_input(),
                *_clip_inputs(120),
            ],
            outputs=_clip_outputs(),
        )

    @classmethod
    def execute(
        cls,
        features: Features,
        style: str,
        seed: int,
        width: int,
        height: int,
        frames: int,
        fps: float,
        text: str = "",
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.motion.film import FilmWish, filmed
        from ..forge.story.reading import read_scene

        refuse_sexualised_minors([text])
        chosen, own = _style(style)
        wish = FilmWish(
            style=chosen,
            width=width or 512,
            height=height or 512,
            frames=frames or 120,
            fps=fps or 24.0,
            seed=seed,
        )
        pictures = filmed(features, read_scene(text), wish, told=_telling(wish.frames))
        images = _clip(pictures, wish.frames, wish.height, wish.width)
        return io.NodeOutput(images, wish.fps, joined(notes, own))


def _style(words: str) -> tuple[Style, list[str]]:
    from ..forge.avatar.styles import nearest_style

    if not words.strip():
        return "anime", []
    choice = nearest_style(words)
    plain = " ".join(words.casefold().replace("_", " ").replace("-", " ").split())
    if choice.exact and plain.removesuffix(" style") == choice.name.replace("_", " "):
        return choice.name, []
    return choice.name, [f"Style {words!r} is drawn as {choice.name}"]


def _telling(count: int) -> Callable[[int], None]:
    progress = ProgressBar(count)

    def told(done: int) -> None:
        check_interrupt()
        progress.update_absolute(done)

    return told


def _clip(pictures: Iterable[Picture], count: int, height: int, width: int) -> torch.Tensor:
    """IMAGE of so many pictures, made picture by picture: it is large enough by itself."""
    import numpy
    import torch

    images = torch.empty((count, height, width, 3), dtype=torch.float32)
    for image, picture in zip(images, pictures, strict=True):
        image[:] = torch.from_numpy(numpy.ascontiguousarray(picture[..., :3]))
        image /= 255.0
    return images


NODES: list[type[io.ComfyNode]] = [Illustrate, CharacterSheet, Animate, FilmAvatar]
