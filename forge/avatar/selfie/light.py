"""In what light a face was seen, and its colours as they would be in white light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from .pixels import Floats, Picture, lab_of

_EYE_WHITE = np.array([246.0, 244.0, 241.0], np.float32)
"""How the brightest of an eye shows in white light: the gleam in it, and the white beside."""
_LEAST_WHITE = 12  # pixels


@dataclass(frozen=True, slots=True)
class Light:
    """`gains` (3,) bring red, green and blue, 0..255, to what they would be in white light.

    `source` is what told it; the colours of "nothing" are as good as any guess.
    """

    gains: Floats
    source: Literal["eyes", "greys", "nothing"]

    def correct(self, pixels: Floats) -> Floats:
        lit: Floats = np.clip(pixels * self.gains, 0, 255).astype(np.float32)
        return lit

    def lab(self, pixels: Floats) -> Floats:
        return lab_of(self.correct(pixels))


def light_on(eyes: Floats, skin: Floats, picture: Picture) -> Light:
    """From the whites of the eyes, (N, 3) pixels of both, else from what is grey.

    `skin` is the (3,) colour of the face: the white of an eye is no darker and less warm.
    `picture` is (H, W, 3), small.
    """
    white = _white_of(eyes, skin)
    if white is not None:
        return Light((_EYE_WHITE / white).astype(np.float32), "eyes")
    pixels = picture.reshape(-1, 3).astype(np.float32)
    lab = lab_of(pixels)
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    bright = (chroma < 9) & (lab[:, 0] > 72)
    if bright.mean() > 0.04:
        neutral = np.quantile(pixels[bright], 0.8, axis=0)
        # What is grey need not be white: it tells the hue of the light, not its strength.
        return Light((neutral.mean() / neutral).astype(np.float32), "greys")
    return Light(np.ones(3, np.float32), "nothing")


def _white_of(eyes: Floats, skin: Floats) -> Floats | None:
    if len(eyes) < 4 * _LEAST_WHITE:
        return None
    least = eyes.min(axis=1)
    bar = np.quantile(least, 0.95)
    whites = eyes[least >= bar]
    white = np.asarray(np.median(whites, axis=0), np.float32)
    lab, beside = lab_of(white[None])[0], lab_of(skin[None])[0]
    chroma, skins = float(np.hypot(lab[1], lab[2])), float(np.hypot(beside[1], beside[2]))
    seen = lab[0] > beside[0] + 1.5 and lab[0] > 42 and chroma < max(7.0, 0.72 * skins)
    return white if seen and white.min() > 30 else None
