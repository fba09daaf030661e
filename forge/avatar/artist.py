"""From features to a finished picture: casting, drawing, raster and style in their order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..pose.skeleton import Pose
from .casting import cast
from .drawing import draw
from .features import Features, View
from .framing import VIEW_SIZES, Framing
from .raster import rasterise
from .styles import Style, apply_style, line_for, nearest_style

Picture: TypeAlias = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a person is to be shown."""

    view: View = "front"
    framing: Framing = "figure"
    pose: Pose | None = None
    style: str = ""  # free words
    realism: bool = False
    width: int = 0  # pixels; 0 is the view's own size
    height: int = 0
    seed: int = 0
    transparent: bool = False

    @property
    def size(self) -> tuple[int, int]:
        width, height = VIEW_SIZES[self.view]
        return self.width or width, self.height or height


@dataclass(frozen=True, slots=True)
class Painting:
    picture: Picture  # (H, W, 4) uint8, straight alpha
    mask: Picture  # (H, W) uint8, 255 where the person is
    svg: str  # the drawing, before the style's filter
    joints: Pose
    notes: tuple[str, ...]  # what could not be done as asked


def paint(features: Features, wish: Wish) -> Painting:
    """Same features and wish, same bytes, on every machine."""
    style, notes = _style(wish)
    width, height = wish.size
    drawing = draw(
        cast(features, wish.seed),
        view=wish.view,
        framing=wish.framing,
        pose=wish.pose,
        width=width,
        height=height,
        seed=wish.seed,
        line=line_for(style),
        transparent=wish.transparent,
    )
    picture = figure = rasterise(drawing.figure, width, height)
    subject = None
    if drawing.backdrop is not None:
        picture = _over(figure, drawing.backdrop.picture(width, height))
        subject = np.ascontiguousarray(figure[..., 3])
    picture = apply_style(picture, style, seed=wish.seed, subject=subject)
    if drawing.not_drawn:
        notes += (f"Drawn as its nearest: {', '.join(drawing.not_drawn)}",)
    return Painting(picture, figure[..., 3], drawing.svg, drawing.joints, notes)


def cut_out(features: Features, wish: Wish) -> Painting:
    """The same person on a transparent ground."""
    return paint(features, replace(wish, transparent=True))


def _over(figure: Picture, backdrop: Picture) -> Picture:
    """The figure laid over an opaque backdrop, in integers, rounding as 8-bit blending does."""
    alpha = figure[..., 3:].astype(np.uint16)
    mixed = figure[..., :3] * alpha + backdrop[..., :3] * (255 - alpha) + 127
    picture = backdrop.copy()
    picture[..., :3] = mixed // 255
    return picture


def _style(wish: Wish) -> tuple[Style, tuple[str, ...]]:
    if not wish.style.strip():
        return ("realistic" if wish.realism else "anime"), ()
    choice = nearest_style(wish.style)
    if choice.exact:
        return choice.name, ()
    return choice.name, (f"Style {wish.style!r} is drawn as {choice.name}",)
