"""Wide blurs at a fraction of their cost."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

Plane: TypeAlias = NDArray[np.floating]

_ENOUGH = 2.5  # pixels of the smaller plane that a blur still spans


def soft(plane: Plane, reach: float) -> Plane:
    """(H, W) blurred by a Gaussian of `reach` pixels; a wide one is made on a smaller plane."""
    high, wide = plane.shape
    step = int(min(reach / _ENOUGH, 8, high // 8, wide // 8))
    values = np.ascontiguousarray(plane, np.float32)
    if step < 2:
        out: Plane = ndimage.gaussian_filter(values, reach, mode="nearest", truncate=3.0)
        return out
    small = np.asarray(Image.fromarray(values).reduce(step))
    small = ndimage.gaussian_filter(small, reach / step, mode="nearest", truncate=3.0)
    grown = Image.fromarray(np.ascontiguousarray(small)).resize(
        (wide, high), Image.Resampling.BILINEAR, (0, 0, wide / step, high / step)
    )
    return np.asarray(grown)
