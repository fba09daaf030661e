"""Whether pictures show one person, by what can be seen of them: the colours of head, trunk and
legs, and how large the head is.

Every picture is held against all others and judged by the three that it is most like: a back
has no face and a close picture no legs, but each has some to agree with. A stranger agrees with
none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from ..mesh.segmentation import lab, probability
from .marks import mark

Picture: TypeAlias = npt.NDArray[np.uint8]
Mask: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float64]

_SIDE = 96  # pixels of the longer side that people are compared at
_LEAST = 0.02  # of a picture that a person takes
_STEPS = np.array((12.0, 8.0, 8.0))  # of L*, a*, b*: colours so far apart are not alike
_BINS = (11, 25, 25)
_SOFT = 0.7  # of a step: how far a colour spreads
_ZERO = np.array((0.0, 96.0, 96.0))
_PEERS = 3
_STANDING = (0.0, 0.20, 0.52, 1.0)
"""Where head, trunk and legs of a standing person begin, in shares of the height."""
_CLOSE = (0.0, 0.50, 1.0)
"""Head and trunk of somebody whom the lower edge cuts."""
_GIVEN, _FOUND = 0.80, 0.72
"""From which agreement on it is one person, where it is known where that is, and where the
ground that is taken for a part of them blurs it. Of 28 drawn sheets the worst agreed by 0.90
(0.69 found), a stranger on one by at most 0.75, and in one of twenty by more than 0.73."""
_THIN = 0.05
"""Of the height, half of how wide what is above the head may be to be an arm or held by one."""
_SLENDER = 1.7
"""Height in widths, from which on a shape is a whole person's."""


@dataclass(frozen=True, slots=True)
class _Seen:
    parts: tuple[Floats, ...]  # square roots of the shares of colours, from the head down
    crown: float | None  # how wide the head is, in heights of the person; None where unknown


def likeness(
    pictures: Sequence[Picture], masks: Sequence[npt.NDArray[np.uint8]] | None = None
) -> dict[str, float]:
    """`identity` and `proportions`, 0..1 each, of two or more pictures (H, W, 3 or more) uint8.

    `masks` (H, W) uint8 are where the person is. Without them it is found, too roughly to tell
    how large a head is: then there are no `proportions`. A stranger who wears the same colours
    and has hair of the same colour is not told from the person.
    """
    seen = [
        _see(picture, None if masks is None else masks[index])
        for index, picture in enumerate(pictures)
    ]
    enough = _FOUND if masks is None else _GIVEN
    found = {"identity": mark(min(agreements(seen)), 0.40, enough, 0.93)}
    return found if masks is None else {**found, "proportions": _proportions(seen)}


def agreements(seen: Sequence[_Seen]) -> list[float]:
    """How much each is like the three others that it is most like, 0..1."""
    found = []
    for index, own in enumerate(seen):
        alike = sorted(
            (_alike(own, other) for at, other in enumerate(seen) if at != index), reverse=True
        )[:_PEERS]
        found.append(sum(alike) / len(alike))
    return found


def _alike(one: _Seen, other: _Seen) -> float:
    """The mean of the Bhattacharyya coefficients of the parts that both show."""
    shared = list(zip(one.parts, other.parts, strict=False))
    return sum(float((a * b).sum()) for a, b in shared) / len(shared)


def _see(picture: Picture, given: npt.NDArray[np.uint8] | None = None) -> _Seen:
    small = _smaller(np.ascontiguousarray(picture[..., :3]))
    colours = lab(small)
    if given is None:
        likely = probability(colours)
        mask = np.ones(small.shape[:2], bool) if likely is None else likely > 0.5
    else:
        mask = _smaller(given) > 127
    if mask.mean() < _LEAST:  # nothing stands out: all of it is looked at
        mask = np.ones(small.shape[:2], bool)
    if given is not None:
        mask = _without_what_is_raised(mask)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    tall, wide = bottom - top, int(columns[-1]) + 1 - int(columns[0])
    is_whole = bottom < mask.shape[0]
    parts = []
    for start, end in pairwise(_STANDING if is_whole or tall >= _SLENDER * wide else _CLOSE):
        band = np.zeros_like(mask)
        band[top + round(start * tall) : top + round(end * tall)] = True
        parts.append(_shares(colours[band & mask]))
    stands = is_whole and top > 0 and tall >= _SLENDER * wide
    return _Seen(tuple(parts), _crown(mask, top, tall) if stands else None)


def _without_what_is_raised(mask: Mask) -> Mask:
    """Without hands above the head and what they hold, which would be measured for it."""
    rows = np.flatnonzero(mask.any(axis=1))
    size = max(1, round(_THIN * (int(rows[-1]) + 1 - int(rows[0]))))
    y, x = np.ogrid[-size : size + 1, -size : size + 1]
    stout = ndimage.binary_opening(np.pad(mask, size), x * x + y * y <= size * size)
    head = np.flatnonzero(stout.any(axis=1)) - size
    if not head.size:
        return mask
    kept = mask.copy()
    kept[: int(head[0])] = False
    return kept


def _smaller(picture: Picture) -> Picture:
    height, width = picture.shape[:2]
    scale = min(1.0, _SIDE / max(height, width))
    size = (max(16, round(width * scale)), max(16, round(height * scale)))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX))


def _shares(colours: npt.NDArray[np.floating]) -> Floats:
    """(N, 3) Lab to a soft histogram, of which the square roots are given."""
    places = (colours.astype(np.float64) + _ZERO) / _STEPS
    low = np.floor(places).astype(np.int64)
    part = places - low
    counts = np.zeros(_BINS)
    for corner in np.ndindex(2, 2, 2):
        weight = np.prod(np.where(corner, part, 1 - part), axis=1)
        at = np.clip(low + corner, 0, np.array(_BINS) - 1)
        np.add.at(counts, (at[:, 0], at[:, 1], at[:, 2]), weight)
    counts = ndimage.gaussian_filter(counts, _SOFT)
    result: Floats = np.sqrt(counts / max(float(counts.sum()), 1e-9))
    return result


def _crown(mask: Mask, top: int, tall: int) -> float:
    """The widest piece of each row in the upper seventh, and of these the middle one: what is
    beside the head is none of it, and wings that reach it do so in some rows only."""
    rows = mask[top : top + max(2, tall // 7)]
    steps = np.diff(np.pad(rows, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    (row, starts), (_, ends) = (np.nonzero(steps == step) for step in (1, -1))
    widest = np.zeros(len(rows))
    np.maximum.at(widest, row, ends - starts)
    return float(np.median(widest)) / tall


def _proportions(seen: Sequence[_Seen]) -> float:
    crowns = [each.crown for each in seen if each.crown is not None]
    if len(crowns) < _PEERS:
        return 1.0
    usual = float(np.median(crowns))
    apart = max(abs(float(np.log(crown / usual))) for crown in crowns)
    return mark(apart, 1.1, 0.6, 0.2)
