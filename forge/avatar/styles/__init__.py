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
from .planes import Plane, join, split
from .words import DEFAULT, STYLES, Style, StyleChoice, nearest_style

__all__ = [
    "DEFAULT",
    "STYLES",
    "Style",
    "StyleChoice",
    "apply_style",
    "line_for",
    "nearest_style",
]

_Filter: TypeAlias = Callable[[Plane, Plane, int], tuple[Plane, Plane]]

_FILTERS: Mapping[Style, _Filter] = {
    "anime": anime.render,
    "realistic": realistic.render,
    "3d_cartoon": cartoon.render,
    "oil_painting": oil.render,
    "watercolor": watercolor.render,
    "comic_book": comic.render,
    "pixel_art": pixel.render,
}

_WITH_VOLUME: frozenset[Style] = frozenset({"realistic", "3d_cartoon"})

_LINES: Mapping[Style, LineStyle] = {
    "anime": LineStyle("coloured", 1.0, "cel"),
    "realistic": LineStyle("none", 0.5, "soft"),
    "3d_cartoon": LineStyle("none", 0.5, "soft"),
    "oil_painting": LineStyle("none", 0.6, "soft"),
    "watercolor": LineStyle("coloured", 0.6, "flat"),
    "comic_book": LineStyle("dark", 1.5, "cel"),
    "pixel_art": LineStyle("dark", 1.9, "cel"),
}


def line_for(style: Style) -> LineStyle:
    """How the figure should be drawn for this style's filter."""
    return _LINES[style]


def apply_style(
    rgba: npt.NDArray[np.uint8],
    style: Style,
    *,
    seed: int = 0,
    subject: npt.NDArray[np.uint8] | None = None,
) -> npt.NDArray[np.uint8]:
    """The picture, (H, W, 4) uint8 with straight alpha, in this style; same shape.

    Transparency stays as it is, but that pixel art has no half transparent pixels. The
    seed decides grain, strokes and pools of colour. `subject`, (H, W) uint8, is where the
    person is in an opaque picture: styles that give volume then leave the backdrop flat.

    Raises ValueError for another shape or type, KeyError for an unknown style.
    """
    if rgba.ndim != 3 or rgba.shape[2] != 4 or rgba.dtype != np.uint8 or 0 in rgba.shape:
        raise ValueError(f"Not an RGBA picture of 8 bits: {rgba.shape} {rgba.dtype}")
    colour, alpha = split(rgba)
    if subject is not None and style in _WITH_VOLUME:
        styled, _ = _FILTERS[style](colour, subject, seed & 0x7FFFFFFF)
        return join(styled, alpha)
    return join(*_FILTERS[style](colour, alpha, seed & 0x7FFFFFFF))
