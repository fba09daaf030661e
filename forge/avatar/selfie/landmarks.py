"""A face's box from the landmarks that a model found, in MediaPipe's numbering."""

from __future__ import annotations

from math import cos, degrees, hypot, radians, sin

import numpy as np
import numpy.typing as npt

from .faces import EYE_GAP, EYE_LINE, Box

_RIGHT_EYE, _LEFT_EYE = (33, 133), (362, 263)
"""The corners of the person's eyes."""


def box_of(landmarks: npt.ArrayLike, score: float = 1.0) -> Box:
    """`landmarks` are (468 or more, 2), x and y in pixels; the box is as `find_faces` gives it.

    ValueError for fewer landmarks, for what are no numbers, and for eyes on one another.
    """
    points = np.asarray(landmarks, np.float64)
    if points.ndim != 2 or points.shape[1] < 2 or len(points) <= max(*_RIGHT_EYE, *_LEFT_EYE):
        raise ValueError(f"Expected the landmarks of a face, got {points.shape}")
    right, left = (points[list(eye), :2].mean(axis=0) for eye in (_RIGHT_EYE, _LEFT_EYE))
    across, down = (float(value) for value in left - right)
    gap = hypot(across, down)
    if not np.isfinite(gap) or gap < 1:
        raise ValueError("The landmarks are of no face")
    tilt = degrees(np.arctan2(down, across))
    side = gap / EYE_GAP
    below = (0.5 - EYE_LINE) * side
    middle = (right + left) / 2
    return Box(
        float(middle[0]) - below * sin(radians(tilt)),
        float(middle[1]) + below * cos(radians(tilt)),
        side,
        float(tilt),
        score,
    )
