"""From features to a finished picture: casting, drawing, raster and style in their order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..pose.skeleton import Pose
from .backdrop import Backdrop
from .body import GROUND, HEIGHT
from .casting import cast
from .drawing import Drawing, draw
from .features import Features, View
from .framing import VIEW_SIZES, Framing
from .line import LineStyle
from .raster import rasterise
from .stance import NEAREST, pose_of
from .styles import STYLES, Style, apply_style, behind, head_in, line_for, nearest_style

Picture: TypeAlias = npt.NDArray[np.uint8]

_SHADOW = 0.03  # of the picture's height: how far a shadow reaches above and below the ground
_SHADOW_ALPHA = 120  # that a shadow stays below
_LARGEST_KEPT = 1 << 19  # pixels of a figure that is kept for the next request


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
    drawing, figure = _figure(
        person, wish.view, wish.framing, _Stance(pose), width, height, wish.seed, line_for(style)
    )
    svg, picture, subject = drawing.figure, figure, None
    if not wish.transparent:
        assert drawing.backdrop is not None
        svg, subject = drawing.svg, np.ascontiguousarray(figure[..., 3])
        picture = _over(figure, _behind(drawing.backdrop, width, height, style))
    head = head_in(drawing.joints, width, height)
    picture = apply_style(picture, style, seed=wish.seed, subject=subject, head=head)
    if drawing.not_drawn:
        notes += (f"Drawn as its nearest: {', '.join(drawing.not_drawn)}",)
    if drawing.cut_off:
        notes += (f"Left out of the bust, whose frame would cut it: {', '.join(drawing.cut_off)}",)
    mask = _person(figure[..., 3], wish.framing)
    return Painting(picture, mask, svg, drawing.joints, notes)


class _Stance:
    """A pose as part of a key: one of the same joints is the same."""

    def __init__(self, pose: Pose | None) -> None:
        self.pose = pose
        self._key = None if pose is None else tuple(sorted(pose.joints.items()))

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Stance) and self._key == other._key


def _figure(
    person: Features,
    view: View,
    framing: Framing,
    stance: _Stance,
    width: int,
    height: int,
    seed: int,
    line: LineStyle,
) -> tuple[Drawing, Picture]:
    """The drawing and its figure in pixels. Whoever wants the same person cut out next, on a
    sheet or in another style, does not wait for them again."""
    keep = _drawn if width * height <= _LARGEST_KEPT else _drawn.__wrapped__
    return keep(person, view, framing, stance, width, height, seed, line)


@lru_cache(maxsize=4)
def _drawn(
    person: Features,
    view: View,
    framing: Framing,
    stance: _Stance,
    width: int,
    height: int,
    seed: int,
    line: LineStyle,
) -> tuple[Drawing, Picture]:
    drawing = draw(
        person, view=view, framing=framing, pose=stance.pose, width=width, height=height,
        seed=seed, line=line,
    )  # fmt: skip
    figure = rasterise(drawing.figure, width, height)
    figure.setflags(write=False)
    return drawing, figure


@lru_cache(maxsize=2)
def _behind(backdrop: Backdrop, width: int, height: int, style: Style) -> Picture:
    picture = behind(backdrop.picture(width, height), style)
    picture.setflags(write=False)
    return picture


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
    picture = backdrop.copy()
    rows = np.flatnonzero(figure[..., 3].any(axis=1))
    columns = np.flatnonzero(figure[..., 3].any(axis=0))
    if rows.size == 0:
        return picture
    here = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    alpha = figure[here][..., 3:].astype(np.uint16)
    mixed = figure[here][..., :3] * alpha + picture[here][..., :3] * (255 - alpha)
    mixed += 127
    # as by 255, exactly, for all of 16 bits here
    picture[here][..., :3] = (mixed + 1 + (mixed >> 8)) >> 8
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
