"""From features to a finished picture: casting, drawing, raster and style in their order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..pose.skeleton import Pose
from .body import GROUND, HEIGHT
from .casting import cast
from .drawing import draw
from .features import Features, View
from .framing import VIEW_SIZES, Framing
from .raster import rasterise
from .stance import NEAREST, pose_of
from .styles import STYLES, Style, apply_style, behind, head_in, line_for, nearest_style

Picture: TypeAlias = npt.NDArray[np.uint8]

_SHADOW = 0.03  # of the picture's height: how far a shadow reaches above and below the ground
_SHADOW_ALPHA = 120  # that a shadow stays below


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
    person = cast(features, wish.seed)
    pose = wish.pose
    if pose is None and wish.framing == "figure":
        pose = pose_of(person, wish.view)
        if person.stance in NEAREST:
            notes += (f"Drawn as its nearest pose: {person.stance}",)
    drawing = draw(
        person,
        view=wish.view,
        framing=wish.framing,
        pose=pose,
        width=width,
        height=height,
        seed=wish.seed,
        line=line_for(style),
        transparent=wish.transparent,
    )
    picture = figure = rasterise(drawing.figure, width, height)
    subject = None
    if drawing.backdrop is not None:
        picture = _over(figure, behind(drawing.backdrop.picture(width, height), style))
        subject = np.ascontiguousarray(figure[..., 3])
    head = head_in(drawing.joints, width, height)
    picture = apply_style(picture, style, seed=wish.seed, subject=subject, head=head)
    if drawing.not_drawn:
        notes += (f"Drawn as its nearest: {', '.join(drawing.not_drawn)}",)
    mask = _person(figure[..., 3], wish.framing)
    return Painting(picture, mask, drawing.svg, drawing.joints, notes)


def cut_out(features: Features, wish: Wish) -> Painting:
    """The same person on a transparent ground."""
    return paint(features, replace(wish, transparent=True))


def _person(alpha: Picture, framing: Framing) -> Picture:
    """Where the person is: the figure's alpha without the shadow that lies on the ground."""
    mask = alpha.copy()
    if framing == "figure":
        height = alpha.shape[0]
        line = GROUND / HEIGHT
        rows = mask[int((line - _SHADOW) * height) : int((line + _SHADOW) * height) + 1]
        above = np.maximum(rows.astype(np.int32) - _SHADOW_ALPHA, 0)
        rows[:] = above * 255 // (255 - _SHADOW_ALPHA)
    return mask


def _over(figure: Picture, backdrop: Picture) -> Picture:
    """The figure laid over an opaque backdrop, in integers, rounding as 8-bit blending does."""
    alpha = figure[..., 3:].astype(np.uint16)
    mixed = figure[..., :3] * alpha + backdrop[..., :3] * (255 - alpha) + 127
    picture = backdrop.copy()
    picture[..., :3] = mixed // 255
    return picture


_NAMES_OF_STYLES = frozenset({name.replace("_", " ") for name in STYLES} | {"watercolour"})


def _plainly(words: str) -> str:
    """ "Pixel-Art style" as "pixel art"."""
    plain = words.casefold().replace("_", " ").replace("-", " ")
    return " ".join(plain.split()).removesuffix(" style")


def _style(wish: Wish) -> tuple[Style, tuple[str, ...]]:
    if not wish.style.strip():
        return ("realistic" if wish.realism else "anime"), ()
    choice = nearest_style(wish.style)
    if choice.exact and _plainly(wish.style) in _NAMES_OF_STYLES:
        return choice.name, ()
    return choice.name, (f"Style {wish.style!r} is drawn as {choice.name}",)
