"""What light does in skin: it goes in, is scattered, and comes out redder beside the light."""

from __future__ import annotations

import numpy as np

from .planes import Plane, clipped

_KEPT = (112, 52, 28)  # of the red, green and blue that shade takes away, in 1/256


def skin_in(colour: Plane) -> Plane:
    """(H, W): 255 where the hue is that of skin, of any tone: red over green over blue."""
    red, green, blue = (colour[channel].astype(np.int16) for channel in range(3))
    warm = np.minimum(red - green, green - blue + 24) * 10
    # What is plainly orange or red is cloth.
    vivid = np.maximum(0, (red - blue) - (red >> 1) - 40) * 6
    return clipped(warm - vivid)


def scattered(lit: Plane, before: Plane, skin: Plane) -> Plane:
    """`lit`, (3, H, W), is `before` in light and shade; where it is skin the shade is warm."""
    result = np.empty_like(lit)
    part = skin.astype(np.int32)
    for channel, kept in enumerate(_KEPT):
        here = lit[channel].astype(np.int32)
        lost = np.maximum(0, before[channel].astype(np.int32) - here)
        result[channel] = here + ((lost * part * kept) >> 16)
    return result
