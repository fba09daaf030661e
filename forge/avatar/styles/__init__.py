"""The seven styles, as filters over a finished picture.

The drawing is made for its style first (`line_for`), the filter does the rest. A style is
a module with one function, `render`; same picture, style and seed, same bytes, on every
machine (see `planes`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..line import LineStyle
from . import anime, cartoon, comic, oil, pixel, realistic, watercolor
from .planes import Plane, join, smooth, split, wide
from .scene import Head, Scene, head_in
from .words import DEFAULT, STYLES, Style, StyleChoice, nearest_style

__all__ = [
    "DEFAULT",
    "FILTERS",
    "STYLES",
    "Head",
    "Style",
    "StyleChoice",
    "apply_style",
    "behind",
    "head_in",
    "line_for",
    "nearest_style",
]

Filter: TypeAlias = Callable[[Plane, Scene], tuple[Plane, Plane]]

FILTERS: Mapping[Style, Filter] = {
    "anime": anime.render,
    "realistic": realistic.render,
    "3d_cartoon": cartoon.render,
    "oil_painting": oil.render,
    "watercolor": watercolor.render,
    "comic_book": comic.render,
    "pixel_art": pixel.render,
}

_LINES: Mapping[Style, LineStyle] = {
    "anime": LineStyle("coloured", 1.0, "cel"),
    "realistic": LineStyle("coloured", 0.55, "soft"),
    "3d_cartoon": LineStyle("coloured", 0.6, "soft"),
    "oil_painting": LineStyle("coloured", 0.7, "soft"),
    "watercolor": LineStyle("coloured", 0.6, "flat"),
    "comic_book": LineStyle("dark", 1.5, "cel"),
    "pixel_art": LineStyle("coloured", 1.2, "cel"),
}


def line_for(style: Style) -> LineStyle:
    """How the figure should be drawn for this style's filter."""
    return _LINES[style]


def behind(
    rgba: npt.NDArray[np.uint8], style: Style, *, place: bool = False
) -> npt.NDArray[np.uint8]:
    """The backdrop, (H, W, 4) uint8, before the figure is laid over it: a photograph's is out
    of focus, a place's a little only."""
    if style != "realistic":
        return rgba
    planes = np.ascontiguousarray(rgba[..., :3].transpose(2, 0, 1))
    soft = rgba.copy()
    level = max(1, min(rgba.shape[:2]).bit_length() - 8)  # 2 for 512 pixels
    blurred = smooth(planes, level) if place else wide(planes, min(4, level), 3)
    soft[..., :3] = blurred.transpose(1, 2, 0)
    return soft


def apply_style(
    rgba: npt.NDArray[np.uint8],
    style: Style,
    *,
    seed: int = 0,
    subject: npt.NDArray[np.uint8] | None = None,
    head: Head | None = None,
) -> npt.NDArray[np.uint8]:
    """The picture, (H, W, 4) uint8 with straight alpha, in this style; same shape.

    Transparency stays as it is, but that pixel art has no half transparent pixels. The
    seed decides grain, strokes and pools of colour. `subject`, (H, W) uint8, is where the
    person is in an opaque picture: what is behind is then treated as a backdrop. `head` is
    where marks are kept fine, so that a face stays one.

    Raises ValueError for another shape or type, KeyError for an unknown style.
    """
    if rgba.ndim != 3 or rgba.shape[2] != 4 or rgba.dtype != np.uint8 or 0 in rgba.shape:
        raise ValueError(f"Not an RGBA picture of 8 bits: {rgba.shape} {rgba.dtype}")
    if subject is not None and (subject.shape != rgba.shape[:2] or subject.dtype != np.uint8):
        raise ValueError(f"Not where a person is in it: {subject.shape} {subject.dtype}")
    colour, alpha = split(rgba)
    body = alpha if subject is None else subject
    apart = subject is not None or int(alpha.min()) < 255
    scene = Scene(seed & 0x7FFFFFFF, alpha, body, apart, head)
    return join(*FILTERS[style](colour, scene))
