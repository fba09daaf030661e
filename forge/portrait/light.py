"""One light for head, costume and setting: warm, from the upper left."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .bust import Bust, Picture, Plane
from .soft import soft

_GREY = np.array([0.299, 0.587, 0.114], np.float32)
_WARM = np.array([1.05, 1.0, 0.9], np.float32)
_MIDDLE = 0.5  # the brightness that a head is brought towards, 0..1
_TOWARDS = np.array([-0.62, -0.78], np.float32)  # the light, in the picture


def lit(bust: Bust, chin: tuple[float, float], width: float) -> Bust:
    """The photograph's own light evened out, the painter's put on; still (H, W, 3) uint8."""
    colour: NDArray[np.floating] = bust.colour.astype(np.float32) / 255
    inside = bust.alpha > 0.9
    if not inside.any():
        return bust
    colour = _balanced(colour, inside)
    grey = colour @ _GREY
    mean = float(grey[inside].mean())
    # Black and white animals stay so: half of the way only, in powers.
    power = np.log(_MIDDLE) / np.log(min(0.9, max(0.06, mean)))
    power = float(np.clip(power**0.55, 0.62, 1.5))
    colour = np.clip(colour, 0, 1) ** power
    colour = _contrasted(colour, inside, width)
    colour *= _round(bust.alpha, chin, width)[..., None]
    return Bust(np.clip(colour * 255, 0, 255).astype(np.uint8), bust.alpha)


def _balanced(colour: NDArray[np.floating], inside: NDArray[np.bool_]) -> NDArray[np.floating]:
    """A third of its cast taken away, and warmed."""
    means = colour[inside].mean(axis=0)
    gain = (float(means.mean()) / np.maximum(means, 0.02)) ** 0.3
    out: NDArray[np.floating] = colour * np.clip(gain, 0.8, 1.25) * _WARM
    return out


def _contrasted(
    colour: NDArray[np.floating], inside: NDArray[np.bool_], width: float
) -> NDArray[np.floating]:
    """Fine detail a little stronger, and flash-lit or backlit halves brought together."""
    grey = (colour @ _GREY) * inside
    reach = width * 0.22
    cover = soft(inside.astype(np.float32), reach) + 1e-3
    broad = soft(grey, reach) / cover
    mean = float(grey[inside].mean())
    even = np.clip((mean + 0.02) / (broad + 0.02), 0.7, 1.5) ** 0.35
    small = np.stack([soft(colour[..., k], width * 0.012) for k in range(3)], axis=-1)
    sharper = (colour + 0.35 * (colour - small)) * even[..., None]
    out: NDArray[np.floating] = np.clip(sharper, 0, 1)
    return out


def _round(alpha: Plane, chin: tuple[float, float], width: float) -> Plane:
    """As a round thing is lit: bright towards the lamp, dark where it turns away."""
    high, wide = alpha.shape
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    across = (x - chin[0]) / (0.62 * width)
    down = (y - chin[1] + 0.5 * width) / (0.72 * width)
    towards = across * _TOWARDS[0] + down * _TOWARDS[1]
    ball = 0.97 + 0.2 * np.clip(towards, -1.3, 1)
    body = soft(alpha, 0.05 * width)
    slope_y, slope_x = np.gradient(body)
    facing = -(slope_x * _TOWARDS[0] + slope_y * _TOWARDS[1]) * 0.1 * width
    rim = 1 + np.clip(facing * 1.7, -0.5, 0.16)
    out: Plane = (ball * rim).astype(np.float32)
    return out


def shaded(picture: Picture, by: Plane, strength: float) -> Picture:
    """Darker by a soft mask (H, W) in 0..1, and warmer in the dark."""
    share = (np.clip(by, 0, 1) * strength)[..., None]
    dark = np.array([0.92, 1.0, 1.06], np.float32)
    factor = 1 - share * dark
    return np.clip(picture * factor, 0, 255).astype(np.uint8)


def graded(picture: Picture) -> Picture:
    """The whole in the tone of old varnish: warm lights, umber darks, gentle contrast."""
    colour = picture.astype(np.float32) / 255
    grey = (colour @ _GREY)[..., None]
    colour = grey + (colour - grey) * 0.94
    umber = np.array([0.085, 0.055, 0.035], np.float32)
    colour = colour * (1 - 0.5 * umber) + umber * (1 - grey) ** 3
    curved = colour + 0.10 * np.sin((colour - 0.5) * np.pi) * (0.25 - (colour - 0.5) ** 2) * 2
    tone = np.array([1.03, 1.0, 0.93], np.float32)
    return np.clip(curved * tone * 255, 0, 255).astype(np.uint8)
