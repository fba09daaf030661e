"""The last hand: brush, varnish and frame over a composed portrait."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from ..avatar.styles import Head, Style, apply_style

Picture: TypeAlias = NDArray[np.uint8]

Border = Literal["none", "vignette", "oval", "gilt frame"]

BORDERS: tuple[Border, ...] = get_args(Border)


def finish(
    picture: Picture,
    style: Style,
    *,
    seed: int = 0,
    figure: Picture | None = None,
    face: Picture | None = None,
    border: Border = "vignette",
) -> Picture:
    """The picture, (H, W, 3) uint8, in a style; where it is the face, (H, W) uint8, finer."""
    opaque = np.concatenate([picture, np.full((*picture.shape[:2], 1), 255, np.uint8)], axis=2)
    head = None
    if face is not None and face.any():
        rows = np.flatnonzero((face > 127).any(axis=1))
        columns = np.flatnonzero((face > 127).any(axis=0))
        if len(rows):
            middle = int(columns[0] + columns[-1]) // 2, int(rows[0] + rows[-1]) // 2
            head = Head(*middle, int(rows[-1] - rows[0] + 1))
    styled = apply_style(opaque, style, seed=seed, subject=figure, head=head)
    return np.ascontiguousarray(styled[..., :3])
