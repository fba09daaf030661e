"""Where the parts of a found face are, in a patch of one size for all faces."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from .faces import EYE_GAP, EYE_LINE, Box
from .pixels import Floats, Mask, Picture, cut, lab_of

SIDE = 240  # pixels of the patch
BOX = 80.0  # pixels of the face's box in it
_LEFT, _TOP = 80.0, 70.0  # of the box
_EYE_PATCH = 48


@dataclass(frozen=True, slots=True)
class FaceMap:
    """A face and what is around it, upright. All in pixels of the patch, (SIDE, SIDE)."""

    rgb: Floats  # (SIDE, SIDE, 3), 0..255
    lab: Floats
    inside: Mask  # False where the patch reaches beyond the picture
    eyes: tuple[Floats, Floats]  # (48, 48, 3): the left and the right one as seen
    skin: Floats  # (3,) RGB
    apart: Floats  # (SIDE, SIDE): how far each pixel is from the skin, L*a*b* units

    def zone(self, left: float, top: float, right: float, bottom: float) -> tuple[slice, slice]:
        """Index of a rectangle given in the face's box, 0..1 and beyond it."""
        x0, x1 = (int(np.clip(_LEFT + v * BOX, 0, SIDE)) for v in (left, right))
        y0, y1 = (int(np.clip(_TOP + v * BOX, 0, SIDE)) for v in (top, bottom))
        return slice(y0, max(y0, y1)), slice(x0, max(x0, x1))


def map_face(picture: Picture, box: Box) -> FaceMap:
    """`picture` is (H, W, 3) uint8, `box` a face found in it."""
    box = _on_eyes(picture, box)
    middle = (SIDE / 2 - _LEFT) / BOX, (SIDE / 2 - _TOP) / BOX
    centre = box.point(*middle)
    side = box.side * SIDE / BOX
    rgb = cut(picture, centre, side, box.tilt, SIDE).astype(np.float32)
    inside = _inside(picture.shape[:2], centre, side, box.tilt)
    eyes = tuple(
        cut(picture, box.point(0.5 + s * EYE_GAP / 2, EYE_LINE), box.side * 0.36, box.tilt,
            _EYE_PATCH).astype(np.float32)
        for s in (-1, 1)
    )  # fmt: skip
    lab = lab_of(rgb)
    made = FaceMap(rgb, lab, inside, (eyes[0], eyes[1]), np.zeros(3, np.float32), lab[..., 0])
    skin = _skin(made)
    away = (lab - lab_of(skin[None])[0]) * np.array([0.6, 1.0, 1.0], np.float32)
    return replace(made, skin=skin, apart=np.sqrt((away**2).sum(axis=2)))


def _inside(size: tuple[int, int], centre: tuple[float, float], side: float, tilt: float) -> Mask:
    at = (np.arange(SIDE) + 0.5 - SIDE / 2) * side / SIDE
    c, s = np.cos(np.radians(tilt)), np.sin(np.radians(tilt))
    x = centre[0] + at[None] * c - at[:, None] * s
    y = centre[1] + at[None] * s + at[:, None] * c
    return np.asarray((x >= 0) & (x < size[1]) & (y >= 0) & (y < size[0]))


def _on_eyes(picture: Picture, box: Box) -> Box:
    """The box moved so that both eyes lie where its proportions say.

    Eyes are where light and dark lie closest together on either side of the nose.
    """
    side = 96
    patch = lab_of(cut(picture, (box.x, box.y), box.side, box.tilt, side))[..., 0]
    wide, high = 22, 14

    def means(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        total = np.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        area = total[high:, wide:] - total[:-high, wide:] - total[high:, :-wide]
        found: npt.NDArray[np.float64] = (area + total[:-high, :-wide]) / (wide * high)
        return found

    values = patch.astype(np.float64)
    spread = np.sqrt(np.maximum(means(values**2) - means(values) ** 2, 0))
    row, left, right = (
        int(side * EYE_LINE) - high // 2,
        int(side * (0.5 - EYE_GAP / 2)) - wide // 2,
        int(side * (0.5 + EYE_GAP / 2)) - wide // 2,
    )
    best, shift = -np.inf, (0, 0)
    for dy in range(-9, 13):
        for dx in range(-8, 9):
            pair = spread[row + dy, left + dx], spread[row + dy, right + dx]
            # both, not the better one twice; and rather near than far
            score = 2 * min(pair) + max(pair) - 0.02 * (dx * dx + dy * dy)
            if score > best:
                best, shift = score, (dx, dy)
    x, y = box.point(0.5 + shift[0] / side, 0.5 + shift[1] / side)
    return replace(box, x=x, y=y)


def _skin(face: FaceMap) -> Floats:
    """The colour of lit skin: cheeks and nose, without what is none of it."""
    zones = [(0.2, 0.5, 0.38, 0.66), (0.62, 0.5, 0.8, 0.66), (0.4, 0.36, 0.6, 0.62)]
    lab = np.concatenate([face.lab[face.zone(*zone)].reshape(-1, 3) for zone in zones])
    rgb = np.concatenate([face.rgb[face.zone(*zone)].reshape(-1, 3) for zone in zones])
    centre = np.median(lab, axis=0)
    for reach in (18.0, 12.0):
        near = ((lab - centre) ** 2).sum(axis=1) < reach**2
        if near.sum() < 20:
            break
        centre = np.median(lab[near], axis=0)
        low, high = np.quantile(lab[near, 0], [0.35, 0.95])
        lit = near & (lab[:, 0] >= low) & (lab[:, 0] <= high)
        result = np.median(rgb[lit], axis=0)
    else:
        return np.asarray(result, np.float32)
    return np.asarray(np.median(rgb, axis=0), np.float32)
