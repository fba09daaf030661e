"""Nodes about sizes and sheets of pictures.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..forge.avatar.features import VIEWS, View
from ..forge.avatar.framing import VIEW_SIZES
from ..forge.recipes.sizing import SIZINGS, fit
from .comfy import io
from .drawing import side_input
from .features import CATEGORY

if TYPE_CHECKING:
    import torch


class FitSize(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeFitSize",
            display_name="Fit Size",
            category=CATEGORY,
            description=(
                "The size at which a model draws best, for the size that is wanted in the end."
            ),
            search_aliases=["resolution", "latent size", "aspect ratio", "bucket"],
            inputs=[
                io.Combo.Input(
                    "model",
                    options=list(SIZINGS),
                    default="SD 1.5",
                    tooltip="What the picture is sampled with.",
                ),
                side_input("width"),
                side_input("height"),
                io.Combo.Input(
                    "view",
                    options=list(VIEWS),
                    default="front",
                    optional=True,
                    tooltip="Gives the size where width or height is 0.",
                ),
                io.Int.Input(
                    "columns",
                    default=1,
                    min=1,
                    max=8,
                    optional=True,
                    advanced=True,
                    tooltip="Pictures side by side in one latent; each gets this size.",
                ),
            ],
            outputs=[
                io.Int.Output("fit_width", display_name="width", tooltip="For the latent."),
                io.Int.Output("fit_height", display_name="height", tooltip="For the latent."),
                io.Int.Output(
                    "final_width", display_name="final width", tooltip="As it was wanted."
                ),
                io.Int.Output(
                    "final_height", display_name="final height", tooltip="As it was wanted."
                ),
            ],
        )

    @classmethod
    def execute(
        cls, model: str, width: int, height: int, view: View = "front", columns: int = 1
    ) -> io.NodeOutput:
        usual_width, usual_height = VIEW_SIZES[view]
        final = width or usual_width, height or usual_height
        return io.NodeOutput(*fit(*final, SIZINGS[model], columns), *final)


class SplitSheet(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeSplitSheet",
            display_name="Split Sheet",
            category=CATEGORY,
            description="Cuts a sheet of equal cells into a batch of pictures.",
            search_aliases=["crop grid", "sprite sheet", "slice", "character sheet"],
            inputs=[
                io.Image.Input("image", tooltip="The sheet."),
                io.Int.Input("columns", default=4, min=1, max=64, tooltip="Cells in a row."),
                io.Int.Input("rows", default=1, min=1, max=64, tooltip="Cells in a column."),
            ],
            outputs=[
                io.Image.Output(
                    "images", display_name="images", tooltip="Row by row, from the left."
                )
            ],
        )

    @classmethod
    def execute(cls, image: torch.Tensor, columns: int, rows: int) -> io.NodeOutput:
        count, height, width, channels = image.shape
        high, wide = height // rows, width // columns
        if not high or not wide:
            raise ValueError(f"{width}x{height} pixels cannot be cut into {columns}x{rows} cells")
        cells = image[:, : high * rows, : wide * columns].reshape(
            count, rows, high, columns, wide, channels
        )
        return io.NodeOutput(cells.permute(0, 1, 3, 2, 4, 5).reshape(-1, high, wide, channels))


NODES: list[type[io.ComfyNode]] = [FitSize, SplitSheet]
