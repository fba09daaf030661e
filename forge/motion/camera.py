"""What a camera sees of a flat world, and plates of it that are drawn once for a whole shot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..avatar.paint import number
from ..avatar.raster import rasterise

Picture: TypeAlias = npt.NDArray[np.uint8]

_FINEST = 2048  # pixels of a plate's longer side


@dataclass(frozen=True, slots=True)
class View:
    """A box of the world: its middle and its height; the width follows the picture's."""

    x: float
    y: float
    tall: float

    def box(self, aspect: float) -> tuple[float, float, float, float]:
        """Left, top, width, height."""
        wide = self.tall * aspect
        return (self.x - wide / 2, self.y - self.tall / 2, wide, self.tall)

    def holding(self, box: Sequence[float], aspect: float) -> View:
        """Made larger until it shows this box (left, top, right, bottom) too; as it is where it
        does so already."""
        own_left, own_top, own_wide, own_tall = self.box(aspect)
        left, top = min(own_left, box[0]), min(own_top, box[1])
        right = max(own_left + own_wide, box[2])
        bottom = max(own_top + own_tall, box[3])
        if (left, top, right, bottom) == (
            own_left,
            own_top,
            own_left + own_wide,
            own_top + own_tall,
        ):
            return self
        tall = max(bottom - top, (right - left) / aspect)
        # Feet stay as far from the lower edge as they were: what is too much is above.
        return View((left + right) / 2, bottom - tall / 2, tall)

    def towards(self, other: View, share: float) -> View:
        """Between the two; the size grows evenly, so that a push-in looks steady."""
        return View(
            self.x + (other.x - self.x) * share,
            self.y + (other.y - self.y) * share,
            self.tall * (other.tall / self.tall) ** share,
        )

    def seen_from(self, home: View, depth: float) -> View:
        """What of a layer is seen that lies behind (`depth` < 1) or before the person, who is
        at 1; at `home` all layers are as they were drawn."""
        return View(
            home.x + (self.x - home.x) * depth,
            home.y + (self.y - home.y) * depth,
            home.tall * (self.tall / home.tall) ** depth,
        )

    def within(self, home: View, aspect: float) -> View:
        """Moved so that nothing beyond `home` is seen, and made smaller where it is larger."""
        tall = min(self.tall, home.tall)
        aside, up = (home.tall - tall) * aspect / 2, (home.tall - tall) / 2
        return View(
            min(max(self.x, home.x - aside), home.x + aside),
            min(max(self.y, home.y - up), home.y + up),
            tall,
        )


def document(body: str, box: Sequence[float], width: int, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{" ".join(f"{part:.4f}" for part in box)}" preserveAspectRatio="none">'
        f"{body}</svg>"
    )


class Plate:
    """A part of the world in pixels, fine enough for every view of a shot.

    Every frame is a window of it, resampled in whole numbers.
    """

    def __init__(self, body: str, views: Sequence[View], width: int, height: int) -> None:
        aspect = width / height
        boxes = [view.box(aspect) for view in views]
        left = min(box[0] for box in boxes)
        top = min(box[1] for box in boxes)
        right = max(box[0] + box[2] for box in boxes)
        bottom = max(box[1] + box[3] for box in boxes)
        self._size = (width, height)
        finest = height / min(view.tall for view in views)
        finest = min(finest, _FINEST / max(right - left, bottom - top))
        wide = max(width, round((right - left) * finest))
        tall = max(height, round((bottom - top) * finest))
        self._box = (left, top, right - left, bottom - top)
        self.picture: Picture = rasterise(document(body, self._box, wide, tall), wide, tall)

    def premultiply(self) -> None:
        """For a plate that is not opaque: colours between pixels need their alpha with them."""
        alpha = self.picture[..., 3:].astype(np.uint16)
        multiplied = self.picture[..., :3] * alpha + 127
        self.picture = self.picture.copy()
        self.picture[..., :3] = (multiplied + 1 + (multiplied >> 8)) >> 8

    def seen(self, view: View) -> Picture:
        """(H, W, 4) uint8, what of the plate the view shows."""
        width, height = self._size
        left, top, wide, tall = view.box(width / height)
        rows = _places(top, tall, height, self._box[1], self._box[3], self.picture.shape[0])
        columns = _places(left, wide, width, self._box[0], self._box[2], self.picture.shape[1])
        return resampled(self.picture, rows, columns)


class Treadmill:
    """A ground that goes by and comes round: a piece of a picture and the same mirrored.

    What is above `from_row` stands still.
    """

    def __init__(self, picture: Picture, period: float, *, from_row: int = 0) -> None:
        self._still = picture
        self._from = from_row
        picture = picture[from_row:]
        width = picture.shape[1]
        half = max(1, min(width, round(period / 2)))
        start = (width - half) // 2
        piece = picture[:, start : start + half]
        self._round = np.concatenate([piece, piece[:, ::-1]], axis=1)
        self._start = start
        self._width = width
        self._pace = self._round.shape[1] / period

    def at(self, gone: float) -> Picture:
        """The picture's size, when the ground has gone `gone` pixels to the left."""
        wide = self._round.shape[1]
        place = gone * self._pace
        whole = int(np.floor(place))
        part = round((place - whole) * 256)
        columns = (np.arange(self._width) - self._start + whole) % wide
        near = self._round[:, columns].astype(np.uint16)
        after = self._round[:, (columns + 1) % wide].astype(np.uint16)
        mixed: Picture = ((near * (256 - part) + after * part + 128) >> 8).astype(np.uint8)
        if not self._from:
            return mixed
        result = self._still.copy()
        result[self._from :] = mixed
        return result


def _places(
    start: float, length: float, count: int, low: float, span: float, pixels: int
) -> npt.NDArray[np.int64]:
    """Where in the plate each of `count` pixels has its middle, in 1/256 of a pixel."""
    first = (start - low) / span * pixels * 256
    step = length / count / span * pixels * 256
    at = np.floor(first + step * (np.arange(count) + 0.5) - 128).astype(np.int64)
    result: npt.NDArray[np.int64] = np.clip(at, 0, (pixels - 1) * 256)
    return result


def resampled(
    picture: Picture, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]
) -> Picture:
    """The picture's colours between its pixels, at places in 1/256 of a pixel."""
    at, part = rows >> 8, (rows & 255).astype(np.uint16)[:, np.newaxis, np.newaxis]
    below = np.minimum(at + 1, picture.shape[0] - 1)
    upright = (picture[at] * (256 - part) + picture[below] * part + 128) >> 8
    at, part = columns >> 8, (columns & 255).astype(np.uint16)[np.newaxis, :, np.newaxis]
    right = np.minimum(at + 1, picture.shape[1] - 1)
    mixed = (upright[:, at] * (256 - part) + upright[:, right] * part + 128) >> 8
    result: Picture = mixed.astype(np.uint8)
    return result


def placed(markup: str, x: float, y: float, scale: float) -> str:
    return f'<g transform="translate({number(x)} {number(y)}) scale({scale:.5f})">{markup}</g>'
