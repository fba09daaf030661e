"""Faces in a picture, photographed or drawn.

Two detectors propose: scikit-image's LBP cascade, trained on photographs, and a linear
template over oriented gradients that knows drawn faces as well. What they propose is held
against what a face has besides its edges: even skin of a human hue, eyes that stand out from
it at their places, and two like halves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, hypot, radians, sin
from typing import Any

import numpy as np
from PIL import Image

from . import template
from .gradients import CELL, WINDOW, cells, responses
from .pixels import Floats, Picture, cut, grey_of, lab_of, resized, smaller, upright

WORKING_SIDE = 320
"""Longest side, in pixels, of the picture that is searched."""
EYE_LINE = 0.38
"""Where the eyes are in a face's box, of its height from the top."""
EYE_GAP = 1 / 2.4
"""Between the eyes' centres, of the box's width."""

_STEP = 1.13  # from scale to scale
_TILTS = (0.0, -18.0, 18.0, -34.0, 34.0)  # degrees
_PROPOSED = -2.6  # the template's least answer to be looked at
_LOOKED_AT = 12  # proposals for each tilt
_NUDGES = (-3, -1, 1, 3)  # pixels of the template's window
_SIZES = (0.93, 1.0, 1.07)
_PATCH = 48
_SMALL = 48.0  # pixels of the working size
_SMALL_TILTED = 56.0  # below which nothing is believed where the picture was turned
_LEAST = 0.4  # what must speak for a face,
_LEAST_SMALL = 5.3  # more the smaller it is below _SMALL, for chance is on the side of the small,
_LEAST_TILTED = 1.7  # more where the picture was turned,
_LEAST_GREY = 1.2  # more where there are no colours to speak for skin,
_LEAST_FURTHER = 1.5  # and more for a second one
_GREY = 2.0  # mean of a* and b* of a picture without colours
_HUE, _INHUMAN = 2, 0.95  # of `_evidence`
_LEAST_SIDE = 24


@dataclass(frozen=True, slots=True)
class Box:
    """A face's square in pixels of the whole picture; `tilt` in degrees, clockwise as seen."""

    x: float  # of the centre
    y: float
    side: float
    tilt: float = 0.0
    score: float = 0.0

    def point(self, across: float, down: float) -> tuple[float, float]:
        """Picture coordinates of a point given in the upright box, 0..1 from its corner."""
        right, below = (across - 0.5) * self.side, (down - 0.5) * self.side
        c, s = cos(radians(self.tilt)), sin(radians(self.tilt))
        return self.x + right * c - below * s, self.y + right * s + below * c


def find_faces(picture: Picture) -> tuple[Box, ...]:
    """All faces, the largest first. `picture` is (H, W, 3) uint8."""
    small = smaller(picture, WORKING_SIDE)
    if min(small.shape[:2]) < WINDOW:
        return ()
    scale = max(picture.shape[:2]) / max(small.shape[:2])
    for group in (_TILTS[:1], _TILTS[1:3], _TILTS[3:]):
        # A further tilt is tried only where none was found: it costs as much again.
        found: list[Box] = []
        for tilt in group:
            found += _found(small, tilt)
        if found:
            first, *others = _apart(found)
            kept = [first, *(box for box in others if box.score > _LEAST_FURTHER)]
            kept.sort(key=lambda box: -box.side)
            return tuple(
                replace(box, x=box.x * scale, y=box.y * scale, side=box.side * scale)
                for box in kept
            )
    return ()


def _found(small: Picture, tilt: float) -> Iterator[Box]:
    grey = float(np.abs(lab_of(small)[..., 1:]).mean()) < _GREY
    for box, evidence in proposals(small, tilt):
        score = template.VERDICT[0] + float(np.dot(template.VERDICT[1:], evidence))
        least = _LEAST + _LEAST_SMALL * max(0.0, 1 - box.side / _SMALL)
        if tilt:
            least += _LEAST_TILTED
        if grey:
            least += _LEAST_GREY
        if score > least and evidence[_HUE] < _INHUMAN and not (tilt and box.side < _SMALL_TILTED):
            yield replace(box, score=score)


def proposals(small: Picture, tilt: float) -> Iterator[tuple[Box, Floats]]:
    """What may be a face, with what speaks for it; see `_evidence`."""
    turned, middle = upright(small, tilt)
    # Small ones are not believed where the picture was turned; see `_found`.
    least = 0.9 * _SMALL_TILTED if tilt else float(_LEAST_SIDE)
    photographed = _by_cascade(turned, round(least))
    windows = _by_template(turned, least)
    windows += [replace(box, score=_PROPOSED) for box in photographed]
    c, s = cos(radians(tilt)), sin(radians(tilt))
    grey = grey_of(turned)
    for box in _apart([_nudged(grey, box) for box in _apart(windows)[:_LOOKED_AT]]):
        alike = sum(overlap(box, other) > 0.35 for other in photographed)
        dx, dy = box.x - middle[0], box.y - middle[1]
        back = Box(
            small.shape[1] / 2 + dx * c - dy * s,
            small.shape[0] / 2 + dx * s + dy * c,
            box.side,
            tilt,
            box.score,
        )
        if not (0 <= back.x < small.shape[1] and 0 <= back.y < small.shape[0]):
            continue
        yield back, _evidence(small, back, alike)


def _by_template(turned: Picture, least: float) -> list[Box]:
    weights, bias = template.weights()
    grey = grey_of(turned)
    height, width = grey.shape
    found = []
    scale = max(1.0, least / WINDOW)
    while min(height, width) / scale >= WINDOW + CELL:
        level = grey if scale == 1 else resized(grey, round(width / scale), round(height / scale))
        answers = responses(cells(level), weights) + bias
        for row, column in np.argwhere(answers > _PROPOSED):
            side = WINDOW * scale
            found.append(
                Box(
                    column * CELL * scale + side / 2,
                    row * CELL * scale + side / 2,
                    side,
                    score=float(answers[row, column]),
                )
            )
        scale *= _STEP
    return found


def _nudged(grey: Floats, box: Box) -> Box:
    """Where the template answers best nearby: the windows that were tried lie far apart."""
    weights, bias = template.weights()
    image = Image.fromarray(grey, mode="F")
    best = None
    margin = CELL + max(_NUDGES)
    for size in _SIZES:
        step = box.side * size / WINDOW
        span = WINDOW / 2 + margin
        left, top = box.x - span * step, box.y - span * step
        out = WINDOW + 2 * margin
        around = _patch(image, left, top, step, out)
        for dy in _NUDGES:
            for dx in _NUDGES:
                # with a cell around it, as where the template is slid over the whole picture
                top, left = max(_NUDGES) + dy, max(_NUDGES) + dx
                window = cells(
                    around[top : top + WINDOW + 2 * CELL, left : left + WINDOW + 2 * CELL]
                )
                answer = float(window[1:-1, 1:-1].ravel() @ weights) + bias
                if best is None or answer > best.score:
                    best = Box(
                        box.x + dx * step, box.y + dy * step, step * WINDOW, box.tilt, answer
                    )
    assert best is not None
    return best


def _patch(image: Image.Image, left: float, top: float, step: float, out: int) -> Floats:
    """(out, out) from `left`, `top`, with a pixel for every `step`."""
    coarse = max(1, int(step))
    if coarse > 1:
        image = image.reduce(coarse)
        left, top, step = left / coarse, top / coarse, step / coarse
    return np.asarray(
        image.transform(
            (out, out),
            Image.Transform.AFFINE,
            (step, 0, left, 0, step, top),
            Image.Resampling.BILINEAR,
        ),
        np.float32,
    )


@lru_cache(maxsize=1)
def _cascade() -> Any:
    from skimage.data import lbp_frontal_face_cascade_filename
    from skimage.feature import Cascade

    return Cascade(lbp_frontal_face_cascade_filename())


def _by_cascade(turned: Picture, least: int) -> list[Box]:
    grey = grey_of(turned).astype(np.uint8)
    largest = min(grey.shape)
    found: list[dict[str, Any]] = _cascade().detect_multi_scale(
        img=grey,
        scale_factor=1.15,
        step_ratio=1.3,
        min_size=(least, least),
        max_size=(largest, largest),
        min_neighbor_number=1,
    )
    return [
        Box(b["c"] + b["width"] / 2, b["r"] + b["height"] / 2, float(b["width"])) for b in found
    ]


def overlap(one: Box, other: Box) -> float:
    """Of the two squares as if upright: what they share of what they cover together."""
    half = (one.side + other.side) / 2
    least = min(one.side, other.side)
    across = min(least, half - abs(one.x - other.x))
    down = min(least, half - abs(one.y - other.y))
    if across <= 0 or down <= 0:
        return 0.0
    return across * down / (one.side**2 + other.side**2 - across * down)


def _apart(boxes: Sequence[Box]) -> list[Box]:
    """Non-maximum suppression: the best of those that lie on one another."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: -b.score):
        if all(
            overlap(box, other) < 0.2
            # one inside the other: a mouth is no second face
            and hypot(box.x - other.x, box.y - other.y) > 0.4 * max(box.side, other.side)
            for other in kept
        ):
            kept.append(box)
    return kept


_CHEEKS = (np.s_[24:34, 10:19], np.s_[24:34, 29:38])
_NOSE = np.s_[20:32, 20:28]
_EYES = (np.s_[13:24, 8:21], np.s_[13:24, 27:40])
_MOUTH = np.s_[34:43, 16:32]
_BROW = np.s_[3:11, 14:34]


def _evidence(small: Picture, box: Box, alike: int) -> Floats:
    """What a face has, each roughly -1..1; in the order of `template.VERDICT`."""
    lab = lab_of(cut(small, (box.x, box.y), box.side, box.tilt, _PATCH))
    plain = [lab[zone].reshape(-1, 3) for zone in (*_CHEEKS, _NOSE)]
    cheeks = np.concatenate(plain)
    skin = np.median(cheeks, axis=0)
    far = np.sqrt((((lab - skin) * (0.6, 1.0, 1.0)) ** 2).sum(axis=2))
    chroma, hue = hypot(skin[1], skin[2]), np.degrees(np.arctan2(skin[2], skin[1]))
    eyes = [float(np.quantile(far[zone], 0.75)) for zone in _EYES]
    flat = float(np.quantile(np.concatenate([far[z].ravel() for z in (*_CHEEKS, _NOSE)]), 0.6))
    light = lab[..., 0] - lab[..., 0].mean()
    like = float((light * light[:, ::-1]).sum() / max(1.0, float((light**2).sum())))
    sides = [np.median(side, axis=0) for side in plain[:2]]
    rough = float(np.abs(np.diff(lab[..., 0], axis=0))[24:34, 10:38].mean())
    grey = float(np.abs(lab[..., 1:]).mean()) < _GREY
    return np.array(
        [
            min(box.score / 4, 1.6),
            min(alike, 2) / 2,
            0.5 if grey else min(1.0, abs(hue - 55) / 40),
            0.5 if grey else float(np.clip((chroma - 18) / 18, -1, 1)) ** 2,
            min(2.0, flat / 8),
            min(1.1, min(eyes) / 16),
            min(2.0, max(eyes) / 16),
            like,
            min(2.0, hypot(*(sides[0] - sides[1])[1:]) / 10),
            min(2.0, abs(float(sides[0][0] - sides[1][0])) / 20),
            min(2.0, rough / 4),
            min(2.0, float(np.quantile(far[_MOUTH], 0.8)) / 16),
            float((far[_NOSE] < 10).mean()),
        ],
        np.float32,
    )
