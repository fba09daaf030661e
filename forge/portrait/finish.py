"""The last hand over a composed portrait: the style, and what runs round it."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..avatar.styles import Head, Style, apply_style
from .border import Border, bordered
from .brush import painted

Picture: TypeAlias = NDArray[np.uint8]


def finish(
    picture: Picture,
    style: Style,
    *,
    seed: int = 0,
    figure: Picture | None = None,
    face: Picture | None = None,
    border: Border = "vignette",
) -> Picture:
    """The picture, (H, W, 3) uint8, in a style; where it is the face, (H, W) uint8, finer.

    Oil is painted stroke by stroke, the other styles are the avatars' own.
    """
    brush = seed & 0x7FFFFFFF
    if style == "oil_painting":
        return bordered(painted(picture, brush, _share(figure), _share(face)), border)
    opaque = np.concatenate([picture, np.full((*picture.shape[:2], 1), 255, np.uint8)], axis=2)
    styled = apply_style(opaque, style, seed=brush, subject=figure, head=_head(face))
    return bordered(np.ascontiguousarray(styled[..., :3]), border)


def _share(mask: Picture | None) -> NDArray[np.floating] | None:
    return None if mask is None else mask.astype(np.float32) / 255


def _head(face: Picture | None) -> Head | None:
    if face is None or not (face > 127).any():
        return None
    rows = np.flatnonzero((face > 127).any(axis=1))
    columns = np.flatnonzero((face > 127).any(axis=0))
    middle = int(columns[0] + columns[-1]) // 2, int(rows[0] + rows[-1]) // 2
    return Head(*middle, int(rows[-1] - rows[0] + 1))
