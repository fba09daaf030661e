"""Poses drawn as the pictures on which OpenPose ControlNets were trained.

The convention (pytorch-openpose, ControlNet's annotator, comfyui_controlnet_aux): black
ground; each limb an ellipse from joint to joint in its colour at 60 % brightness; then
each joint a dot of four pixels' radius in its full colour; both in the order of
`skeleton`; later ones cover earlier ones; no anti-aliasing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from .skeleton import JOINT_COLOURS, LIMB_COLOURS, Pose, Rgb

Picture: TypeAlias = npt.NDArray[np.uint8]

STICK_WIDTH = 4
"""Half a limb's thickness in pixels. The annotators work at 512 and keep it at other sizes."""


def draw_openpose(
    poses: Pose | Iterable[Pose],
    width: int,
    height: int,
    *,
    stick_width: int = STICK_WIDTH,
    dot_radius: int | None = None,
) -> Picture:
    """Returns (height, width, 3) uint8.

    A limb is drawn where both of its joints are known; what lies outside the picture is
    cut off. `dot_radius` is in pixels and defaults to `stick_width`.

    Raises ValueError for a size or a `stick_width` below 1.
    """
    if width < 1 or height < 1:
        raise ValueError(f"A picture cannot be {width} x {height} pixels.")
    radius = stick_width if dot_radius is None else dot_radius
    if stick_width < 1 or radius < 1:
        raise ValueError("Limbs and joints are at least one pixel wide.")
    canvas = np.zeros((height, width, 3), np.uint8)
    for pose in [poses] if isinstance(poses, Pose) else poses:
        points = {
            joint: (x * height + width / 2, y * height) for joint, (x, y, _) in pose.joints.items()
        }
        for (start, end), colour in LIMB_COLOURS.items():
            if start in points and end in points:
                _draw_limb(canvas, points[start], points[end], stick_width, colour)
        for joint, colour in JOINT_COLOURS.items():
            if joint in points:
                _draw_dot(canvas, points[joint], radius, colour)
    return canvas


def _draw_limb(
    canvas: Picture,
    start: tuple[float, float],
    end: tuple[float, float],
    stick_width: int,
    colour: Rgb,
) -> None:
    along = (end[0] - start[0], end[1] - start[1])
    length = math.sqrt(along[0] * along[0] + along[1] * along[1])
    if length < 1:
        return
    across = (along[0] / length, along[1] / length)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    # Half a pixel more, because the annotators fill a polygon with its border.
    long, short = length / 2 + 0.5, stick_width + 0.5
    window = _window(canvas, middle, long + 1 if long > short else short + 1)
    if window is None:
        return
    pixels, x, y = window
    x, y = x - middle[0], y - middle[1]
    u = (x * across[0] + y * across[1]) / long
    v = (y * across[0] - x * across[1]) / short
    pixels[u * u + v * v <= 1.0] = colour


def _draw_dot(canvas: Picture, centre: tuple[float, float], radius: int, colour: Rgb) -> None:
    # The dot's middle is the pixel in which the joint lies.
    middle = (math.floor(centre[0]) + 0.5, math.floor(centre[1]) + 0.5)
    window = _window(canvas, middle, radius + 1)
    if window is None:
        return
    pixels, x, y = window
    x, y = x - middle[0], y - middle[1]
    pixels[x * x + y * y <= radius * radius + radius / 2] = colour


def _window(
    canvas: Picture, middle: tuple[float, float], reach: float
) -> tuple[Picture, npt.NDArray[np.float64], npt.NDArray[np.float64]] | None:
    """The part of the canvas around a point, with its pixels' centres as (1, w) and (h, 1)."""
    height, width = canvas.shape[:2]
    left, right = max(0, math.floor(middle[0] - reach)), min(width, math.ceil(middle[0] + reach))
    top, bottom = max(0, math.floor(middle[1] - reach)), min(height, math.ceil(middle[1] + reach))
    if left >= right or top >= bottom:
        return None
    x = np.arange(left, right, dtype=np.float64)[np.newaxis, :] + 0.5
    y = np.arange(top, bottom, dtype=np.float64)[:, np.newaxis] + 0.5
    return canvas[top:bottom, left:right], x, y
