"""Whether pictures show one person, by what can be seen of them: their colours from head to
foot, the colours of the head, how large the head is.

Each picture is held against all others: what it shows has to be found on them, and what they
agree in has to be found on it. A view may hide things (a back has no face), so amounts are
compared loosely; a stranger's hair, skin or clothes are not in the others at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
_BINS = (9, 16, 16)  # of L*, a*, b*
_STEPS = (12.5, 12.0, 12.0)
_AMOUNT = 4.0
"""How much more of a colour one picture may show than the others do."""
_HEAD = 0.20
"""Of a standing person's height: where hair, face and hat are."""
_CLOSE = 0.45
"""The same of somebody who is seen from the waist up."""
_STANDING = 1.7
"""From this height in widths on a shape that is whole is a standing person's."""


@dataclass(frozen=True, slots=True)
class _Seen:
    whole: Floats  # shares of colours on the person
    head: Floats
    crown: float | None  # how wide the head is, in heights of the person; None where unknown


def likeness(pictures: Sequence[Picture]) -> dict[str, float]:
    """`colours`, `head` and `proportions`, 0..1 each, of two or more pictures (H, W, 3 or more)
    uint8."""
    seen = [_see(picture) for picture in pictures]
    return {
        "colours": mark(min(_agreement([each.whole for each in seen])), 0.30, 0.62, 0.90),
        "head": mark(min(_agreement([each.head for each in seen])), 0.20, 0.50, 0.85),
        "proportions": _proportions(seen),
    }


def _see(picture: Picture) -> _Seen:
    small = _smaller(picture)
    colours = lab(small)
    likely = probability(colours)
    mask = np.ones(small.shape[:2], bool) if likely is None else likely > 0.5
    if mask.mean() < _LEAST:  # nothing stands out: all of it is looked at
        mask = np.ones(small.shape[:2], bool)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    tall, wide = bottom - top, int(columns[-1]) + 1 - int(columns[0])
    stands = tall >= _STANDING * wide and bottom < mask.shape[0] and top > 0
    share = _HEAD if tall >= _STANDING * wide else _CLOSE
    upper = mask.copy()
    upper[top + max(1, round(share * tall)) :] = False
    return _Seen(
        _shares(colours, mask), _shares(colours, upper), _crown(mask, top, tall) if stands else None
    )


def _smaller(picture: Picture) -> Picture:
    height, width = picture.shape[:2]
    scale = min(1.0, _SIDE / max(height, width))
    size = (max(16, round(width * scale)), max(16, round(height * scale)))
    return np.asarray(
        Image.fromarray(np.ascontiguousarray(picture[..., :3])).resize(size, Image.Resampling.BOX)
    )


def _shares(colours: npt.NDArray[np.floating], mask: Mask) -> Floats:
    values = colours[mask].astype(np.float64) + np.array((0.0, 96.0, 96.0))
    bins = tuple(
        np.clip(values[:, axis] / step, 0, count - 1).astype(np.int64)
        for axis, (step, count) in enumerate(zip(_STEPS, _BINS, strict=True))
    )
    counts = np.zeros(_BINS)
    np.add.at(counts, bins, 1.0)
    result: Floats = counts / max(1.0, counts.sum())
    return result


def _agreement(shares: Sequence[Floats]) -> list[float]:
    """For each, how far it and the others explain each other, 0..1."""
    near = np.stack([ndimage.maximum_filter(share, 3) for share in shares])
    found = []
    for index, own in enumerate(shares):
        rest = np.delete(near, index, axis=0)
        explained = float(np.minimum(own, _AMOUNT * rest.max(axis=0)).sum())
        common = np.median(np.delete(np.stack(shares), index, axis=0), axis=0)
        total = float(common.sum())
        here = float(np.minimum(common, _AMOUNT * near[index]).sum())
        found.append(min(explained, here / total if total > 0.05 else 1.0))
    return found


def _crown(mask: Mask, top: int, tall: int) -> float:
    """The widest row of the upper seventh."""
    rows = mask[top : top + max(2, tall // 7)].sum(axis=1)
    return float(rows.max()) / tall


def _proportions(seen: Sequence[_Seen]) -> float:
    crowns = [each.crown for each in seen if each.crown is not None]
    if len(crowns) < 3:
        return 1.0
    usual = float(np.median(crowns))
    apart = max(abs(np.log(crown / usual)) for crown in crowns)
    return mark(apart, 1.1, 0.6, 0.2)
