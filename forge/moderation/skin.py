"""How much skin people show below their shoulders, measured, without a model.

Skin is told by its chroma (D. Chai and K. N. Ngan, "Face segmentation using skin-color map",
IEEE CSVT 9(4), 1999), which brightness does not change, and by its likeness to the face above
it. Clothes of just that colour are taken for skin, and skin in coloured light is not: it is a
measure, not a judgement.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]
Area = npt.NDArray[np.bool_]

_CB = (77, 127)
_CR = (133, 173)
_DARKEST = 30  # luma; below it chroma says nothing
_SHOULDERS = 1.45  # times the width of the head
_LEAST_PERSON = 0.25  # of the largest; a lone hand is nobody
_LEAST_BODY = 0.12  # of a person: less is a head alone
_LEAST_SKIN = 24  # pixels of a face
_ALIKE = 0.031  # of the share of red, and of green
_SEEN_SIDE = 320  # pixels at which faces are looked for
_LEAST_FACE = 24  # pixels, of those


@dataclass(frozen=True, slots=True)
class Exposure:
    share: float  # of a body's pixels, 0..1; the greatest of all people
    bare: Area  # (H, W), the skin that it counted


def skin_of(picture: Picture) -> Area:
    """(H, W, 3) to (H, W)."""
    rgb = picture[..., :3].astype(np.float32)
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    cb = 128.0 + 0.564 * (blue - luma)
    cr = 128.0 + 0.713 * (red - luma)
    skin: Area = (
        (cb >= _CB[0]) & (cb <= _CB[1]) & (cr >= _CR[0]) & (cr <= _CR[1]) & (luma >= _DARKEST)
    )
    return skin


def exposure(picture: Picture, people: npt.NDArray[Any] | None = None) -> Exposure:
    """`people` is (H, W), above half of its range where there is somebody; without it the
    people are looked for by their faces, and where there is none the whole picture counts."""
    skin = skin_of(picture)
    worst = 0.0
    bare = np.zeros(skin.shape, np.bool_)
    for body, face in _bodies(picture, people):
        shown = skin & body & _like(picture, skin & face)
        worst = max(worst, float(shown.sum() / body.sum()))
        bare |= shown
    return Exposure(worst, bare)


def _like(picture: Picture, face: Area) -> Area:
    """Where the picture has the colour of this face; everywhere where there is too little
    of it to tell. A beige dress is not of the colour of who wears it."""
    if face.sum() < _LEAST_SKIN:
        return np.ones(face.shape, np.bool_)
    rgb = picture[..., :3].astype(np.float32) + 1.0
    shares = rgb[..., :2] / rgb.sum(axis=-1, keepdims=True)
    like: Area = (np.abs(shares - np.median(shares[face], axis=0)) < _ALIKE).all(axis=-1)
    return like


def _bodies(picture: Picture, people: npt.NDArray[Any] | None) -> list[tuple[Area, Area]]:
    """Bodies below their shoulders, and the heads above them."""
    if people is not None:
        top = 1.0 if people.dtype.kind == "f" else 255 if people.dtype == np.uint8 else 1
        return _below_shoulders(people > top / 2)
    faces = _faces(picture)
    height, width = picture.shape[:2]
    if not faces:
        return [(np.ones((height, width), np.bool_), np.zeros((height, width), np.bool_))]
    bodies = []
    for row, column, side in faces:
        torso = np.zeros((height, width), np.bool_)
        torso[
            min(height, round(row + 1.25 * side)) : round(row + 3.2 * side),
            max(0, round(column - 0.2 * side)) : round(column + 1.2 * side),
        ] = True
        face = np.zeros((height, width), np.bool_)
        face[
            round(row + 0.3 * side) : round(row + 0.8 * side),
            round(column + 0.25 * side) : round(column + 0.75 * side),
        ] = True
        if torso.sum() > 0.3 * side * side:
            bodies.append((torso, face))
    return bodies


def _below_shoulders(people: Area) -> list[tuple[Area, Area]]:
    from scipy import ndimage

    marked, count = ndimage.label(people)
    sizes = np.bincount(marked.ravel(), minlength=count + 1)[1:]
    bodies = []
    for index, place in enumerate(ndimage.find_objects(marked), 1):
        person = marked[place] == index
        if sizes[index - 1] < _LEAST_PERSON * sizes.max():
            continue
        widths = person.sum(axis=1).astype(np.float64)
        start = _shoulders(widths)
        body = np.zeros(people.shape, np.bool_)
        body[place][start:] = person[start:]
        head = np.zeros(people.shape, np.bool_)
        head[place] = _face(person, start)
        if body.sum() > _LEAST_BODY * person.sum():
            bodies.append((body, head))
    return bodies


def _face(person: Area, shoulders: int) -> Area:
    """The middle of what is above the shoulders, where there is least hair."""
    face = np.zeros_like(person)
    columns = np.flatnonzero(person[:shoulders].any(axis=0))
    if len(columns):
        left, wide = columns[0], columns[-1] + 1 - columns[0]
        rows = slice(round(0.35 * shoulders), round(0.8 * shoulders))
        across = slice(round(left + wide / 3), round(left + 2 * wide / 3))
        face[rows, across] = person[rows, across]
    return face


def _shoulders(widths: npt.NDArray[np.float64]) -> int:
    """The row below the neck where a figure gets wider again. What ends with the
    neck is a head alone; a figure without a neck has its body below a seventh."""
    upper = max(4, round(len(widths) * 0.6))
    has_neck = False
    for row in range(2, min(upper, len(widths))):
        head = widths[:row].max()
        window = widths[row : row + max(2, row // 3)]
        if window.min() < 0.8 * head:
            neck = row + int(window.argmin())
            wider = np.flatnonzero(widths[neck:] > min(_SHOULDERS * widths[neck], head))
            if len(wider):
                return int(neck + wider[0])
            has_neck = True
    return len(widths) if has_neck else len(widths) // 7


@lru_cache(maxsize=1)
def _cascade() -> Any:
    from skimage import data, feature

    return feature.Cascade(data.lbp_frontal_face_cascade_filename())


def _faces(picture: Picture) -> list[tuple[float, float, float]]:
    """Row, column and side of each, in pixels."""
    from PIL import Image

    scale = max(1.0, max(picture.shape[:2]) / _SEEN_SIDE)
    small = Image.fromarray(np.ascontiguousarray(picture[..., :3])).resize(
        (max(1, round(picture.shape[1] / scale)), max(1, round(picture.shape[0] / scale)))
    )
    if min(small.size) <= _LEAST_FACE:
        return []
    found = _cascade().detect_multi_scale(
        img=np.asarray(small),
        scale_factor=1.2,
        step_ratio=1.3,
        min_size=(_LEAST_FACE, _LEAST_FACE),
        max_size=(min(small.size), min(small.size)),
    )
    return [(each["r"] * scale, each["c"] * scale, each["width"] * scale) for each in found]
