"""How deep the parts of a figure are, guessed from its outline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .medial import Plane

Profile: TypeAlias = NDArray[np.float64]

_TRUNK = 0.66  # depth to width of a trunk; .6 to .7 in adults
_HEAD = 1.0
_LIMB = 0.05  # of the figure's height: parts of no greater radius are round
_FEET = 0.07  # of the figure's height
_NECK = 0.88  # of the head's half width: a narrower place below it is a neck
_LOWEST_NECK = 0.4  # of the figure's height from the top


@dataclass(frozen=True, slots=True)
class Anatomy:
    """`ratio` (X, Y) is depth to width; `forward` (X, Y) moves along z, in lattice steps."""

    ratio: Plane
    forward: Plane
    notes: tuple[str, ...]


def anatomy(power: Plane, radius: Plane, *, cut: bool) -> Anatomy:
    """For a plane of squared heights and ball radii (X, Y), y down, in lattice steps.

    `cut` says that the picture's lower edge cuts the figure, so that it has no feet.
    """
    inside = power > 0
    rows = np.flatnonzero(inside.any(axis=0))
    columns = np.flatnonzero(inside.any(axis=1))
    top, tall = int(rows[0]), int(rows[-1] + 1 - rows[0])
    wide = int(columns[-1] + 1 - columns[0])
    height = np.sqrt(np.maximum(power, 0))
    thick = float(radius[inside].max())
    # The plane is twice as fine as the steps that radii are in.
    limb = max(_LIMB * max(tall, wide) / 2, 0.5 * thick)
    bulk = np.clip((radius - limb) / max(0.45 * thick, 1e-6), 0, 1)
    ratio = 1 + (_TRUNK - 1) * bulk * bulk * (3 - 2 * bulk)
    forward = np.zeros_like(ratio)
    notes: list[str] = []
    soft = 0.02 * tall
    upright = tall > 1.2 * wide
    neck = _neck(height[:, rows[0] : rows[-1] + 1].max(axis=0).astype(np.float64))
    if neck is None:
        notes.append("no neck was found in the outline: the head is as flat as the trunk")
    else:
        head, chin = neck
        line = np.arange(power.shape[1]) - top
        above = 1 / (1 + np.exp(np.clip((line - chin) / max(soft, 1), -30, 30)))
        ratio += above * (_HEAD - ratio)
        # A face is before the neck's axis.
        forward += 0.08 * head * above
    if upright and not cut and neck is not None:
        line = np.arange(power.shape[1]) - top
        down = np.clip((line - (1 - _FEET) * tall) / (_FEET * tall), 0, 1)
        near = height[:, max(0, int(top + (1 - _FEET) * tall)) :]
        foot = float(near.max(initial=0.0))
        low = down * down * (3 - 2 * down)
        ratio += low * np.clip(1.5 - ratio, 0, None) * (radius < limb)
        forward += low * 0.7 * min(foot, limb)
    spread = 0.02 * max(tall, wide)
    # From one large ball to the next the ratio must change over their own size, or it leaves a
    # crease; a limb beside the trunk must not take from it.
    near = _even(ratio, inside, spread)
    broad = _even(near, inside, max(spread, 0.7 * thick))
    ratio = near + np.clip(1.6 * height / thick - 0.6, 0, 1) * (broad - near)
    forward = ndimage.gaussian_filter(forward.astype(np.float32), spread)
    return Anatomy(ratio.astype(np.float32), forward, tuple(notes))


def _even(values: Plane, inside: NDArray[np.bool_], spread: float) -> Plane:
    """Smoothed over the figure alone; 1 far outside."""
    weight = ndimage.gaussian_filter(inside.astype(np.float32), spread)
    sums = ndimage.gaussian_filter(np.where(inside, values, 0).astype(np.float32), spread)
    out: Plane = np.where(weight > 1e-3, sums / np.maximum(weight, 1e-3), 1).astype(np.float32)
    return out


def _neck(profile: Profile) -> tuple[float, float] | None:
    """The head's radius and the row of the neck in a profile of heights, top to bottom.

    The head is the first swelling from the top that has a narrower place below it, before
    something at least as wide.
    """
    tall = len(profile)
    smooth = ndimage.gaussian_filter1d(profile, 0.008 * tall)
    limit = int(_LOWEST_NECK * tall)
    inner = smooth[1:limit]
    dips = 1 + np.flatnonzero((inner <= smooth[: limit - 1]) & (inner < smooth[2 : limit + 1]))
    for row in dips:
        head = float(smooth[:row].max())
        below = float(smooth[row : min(tall, row + int(0.25 * tall))].max())
        if head < 0.02 * tall or row < 0.04 * tall:
            continue  # a tuft, or the tip of a hat
        if smooth[row] < _NECK * head and below > smooth[row] / _NECK:
            return head, float(row)
    return None
