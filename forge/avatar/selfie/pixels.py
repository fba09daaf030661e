"""Pictures as arrays: smaller, turned, cut out, and in CIE L*a*b*."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image

Picture: TypeAlias = npt.NDArray[np.uint8]  # (H, W, 3)
Floats: TypeAlias = npt.NDArray[np.float32]
Mask: TypeAlias = npt.NDArray[np.bool_]

_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ],
    np.float32,
) / np.array([[0.95047], [1.0], [1.08883]], np.float32)
"""sRGB (IEC 61966-2-1) to XYZ by D65's white."""

_ENCODED = np.arange(256) / 255.0
_LINEAR = np.where(
    _ENCODED <= 0.04045, _ENCODED / 12.92, ((_ENCODED + 0.055) / 1.055) ** 2.4
).astype(np.float32)


def smaller(picture: Picture, longest: int) -> Picture:
    """The longest side at most that many pixels; each pixel the mean of what it covers."""
    height, width = picture.shape[:2]
    scale = longest / max(height, width)
    if scale >= 1:
        return picture
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX))


def grey_of(picture: Picture) -> Floats:
    """(H, W), luma 0..255 as ITU-R BT.601 weighs it."""
    return np.asarray(Image.fromarray(picture).convert("L"), np.float32)


def resized(grey: Floats, width: int, height: int) -> Floats:
    image = Image.fromarray(grey, mode="F")
    return np.asarray(image.resize((width, height), Image.Resampling.BOX), np.float32)


def lab_of(picture: npt.NDArray[np.generic]) -> Floats:
    """(..., 3) uint8, or float in 0..255, to L* in 0..100, a*, b*."""
    if picture.dtype == np.uint8:
        linear = _LINEAR[picture]
    else:
        encoded = np.clip(picture.astype(np.float32) / 255, 0, None)
        linear = np.where(
            encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4
        ).astype(np.float32)
    xyz = linear @ _TO_XYZ.T
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    lab = np.stack(
        [116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])],
        axis=-1,
    )
    return lab.astype(np.float32)


def cut(
    picture: Picture, centre: tuple[float, float], side: float, tilt: float, out: int
) -> Picture:
    """A square of `side` pixels around `centre` (x, y), turned upright, as (out, out, 3).

    `tilt` is in degrees, clockwise as seen. What lies outside the picture repeats its edge.
    """
    step = side / out
    coarse = max(1, int(step))
    small = Image.fromarray(picture).reduce(coarse)
    step, x, y = step / coarse, centre[0] / coarse, centre[1] / coarse
    across, down = step * cos(radians(tilt)), step * sin(radians(tilt))
    pad = max(0, int(np.ceil(side / coarse)))
    wide = np.pad(np.asarray(small), ((pad, pad), (pad, pad), (0, 0)), mode="edge")
    left = x + pad - across * out / 2 + down * out / 2
    top = y + pad - down * out / 2 - across * out / 2
    turned = Image.fromarray(wide).transform(
        (out, out),
        Image.Transform.AFFINE,
        (across, -down, left, down, across, top),
        Image.Resampling.BILINEAR,
    )
    return np.asarray(turned)


def upright(picture: Picture, tilt: float) -> tuple[Picture, tuple[float, float]]:
    """The picture turned by -`tilt` degrees on a larger ground, and its new middle (x, y)."""
    if not tilt:
        return picture, (picture.shape[1] / 2, picture.shape[0] / 2)
    ground = tuple(int(v) for v in np.median(picture.reshape(-1, 3), axis=0))
    turned = Image.fromarray(picture).rotate(
        tilt, Image.Resampling.BILINEAR, expand=True, fillcolor=ground
    )
    return np.asarray(turned), (turned.width / 2, turned.height / 2)
