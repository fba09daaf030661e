"""A place's light on the people in it, in whole numbers: same bytes on every machine."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..avatar.paint import rgb
from .light import Light

Picture: TypeAlias = npt.NDArray[np.uint8]

_EDGE = 300  # a rim of one pixel for each so many of the picture's height


def lit(people: Picture, light: Light) -> Picture:
    """(H, W, 4) uint8, straight alpha: tinted, and edged on the side the light comes from."""
    rows = np.flatnonzero(people[..., 3].any(axis=1))
    if rows.size == 0:
        return people
    columns = np.flatnonzero(people[..., 3].any(axis=0))
    here = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    result = people.copy()
    part = result[here]
    levels = np.arange(256, dtype=np.int32)
    for channel in range(3):
        share = round(256 * (1 - light.strength * (1 - light.tint[channel])))
        part[..., channel] = np.clip(levels * share >> 8, 0, 255).astype(np.uint8)[
            part[..., channel]
        ]
    if light.rim_strength > 0.02:
        _edge(part, light, max(1, people.shape[0] // _EDGE))
    return result


def _edge(part: Picture, light: Light, wide: int) -> None:
    alpha = part[..., 3]
    step = wide if light.direction >= 0 else -wide
    moved = np.zeros_like(alpha)
    lower = wide // 2
    # what the same shape a little further from the light does not cover
    if step > 0:
        moved[lower:, :-step] = alpha[: alpha.shape[0] - lower, step:]
    else:
        moved[lower:, -step:] = alpha[: alpha.shape[0] - lower, :step]
    rim = np.where(alpha > moved, alpha - moved, 0).astype(np.int32)
    rim = (rim * round(256 * min(1.0, light.rim_strength * 1.1))) >> 8
    at = np.nonzero(rim)
    amount = rim[at]
    for channel, level in enumerate(rgb(light.rim)):
        now = part[..., channel][at].astype(np.int32)
        part[..., channel][at] = (now + ((round(level * 255) - now) * amount + 128) // 256).astype(
            np.uint8
        )


def over(top: Picture, below: Picture) -> Picture:
    """(H, W, 4) with straight alpha over an opaque one."""
    rows = np.flatnonzero(top[..., 3].any(axis=1))
    result = below.copy()
    if rows.size == 0:
        return result
    columns = np.flatnonzero(top[..., 3].any(axis=0))
    here = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    alpha = top[here][..., 3:].astype(np.uint16)
    mixed = top[here][..., :3] * alpha + below[here][..., :3] * (255 - alpha)
    mixed += 127
    result[here][..., :3] = (mixed + 1 + (mixed >> 8)) >> 8  # by 255, exactly
    return result
