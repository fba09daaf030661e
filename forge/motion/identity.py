"""Whether pictures show one person, by what can be seen of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Picture: TypeAlias = npt.NDArray[np.uint8]


def likeness(pictures: Sequence[Picture]) -> dict[str, float]:
    from .quality import mark

    palettes = [_histogram(picture) for picture in pictures]
    alike = [float(np.sort([np.minimum(a, b).sum() for b in palettes])[-2:][0]) for a in palettes]
    return {"palette": mark(min(alike), 0.1, 0.4, 0.8)}


def _histogram(picture: Picture) -> npt.NDArray[np.float64]:
    coarse = (picture[..., :3] >> 5).astype(np.int64)
    index = coarse[..., 0] * 64 + coarse[..., 1] * 8 + coarse[..., 2]
    counts = np.bincount(index.ravel(), minlength=512).astype(np.float64)
    result: npt.NDArray[np.float64] = counts / counts.sum()
    return result
