"""The pose sheet: one person from several sides, as a character model sheet shows them.

All figures stand on one ground line at one scale, with guides across the page to compare
heights by, a label under each, and the person's colours in a strip below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from xml.sax.saxutils import quoteattr

import numpy as np
import numpy.typing as npt

from ..avatar.raster import rasterise
from .lettering import Anchor, letter_path, text_width

Picture: TypeAlias = npt.NDArray[np.uint8]

_PAPER, _CARD, _INK, _FAINT, _GUIDE = "#f3efe6", "#fbf9f4", "#2c2a35", "#8d8794", "#ddd6c8"
_GUIDES = 8  # equal parts of the tallest figure: a grown person is about eight heads tall
_PART = 8  # bits of a row or column that areas are told in
_ROWS = 250  # of 65025, in such parts, of which the sum fits 32 bits
_AS_DRAWN = (0.93, 1.35)  # changes of size that are left out, for sharp figures


@dataclass(frozen=True, slots=True)
class SheetFigure:
    """One view: `picture` is (H, W, 4) uint8 on a transparent ground.

    `ground` is the row, in pixels, on which the person stands. `unit` is how many pixels
    of this picture make one unit of length on the person: pictures with different units
    are brought to one scale. What is opaque is placed; empty borders do not count.
    """

    label: str
    picture: Picture
    ground: float
    unit: float = 1.0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A figure cut to what is opaque, at the sheet's scale."""

    label: str
    picture: Picture
    above: int  # pixels of it above the ground line


def compose_sheet(
    figures: Sequence[SheetFigure],
    *,
    title: str,
    palette: Sequence[tuple[str, str]] = (),
    subtitle: str = "",
    width: int = 1600,
    alike: Sequence[SheetFigure] = (),
) -> Picture:
    """Returns (H, width, 3) uint8; the height follows from what is on it.

    Figures that are `alike` are on another sheet, which this one has the scale of. `palette`
    is `(label, "#rrggbb")` pairs. Raises ValueError for no figures, a picture that is wholly
    transparent or of another shape, a `unit` that is not positive, a colour that is none, and
    a width below 320.
    """
    if not figures:
        raise ValueError("A sheet needs at least one figure.")
    if width < 320:
        raise ValueError("A sheet is at least 320 pixels wide.")
    for label, colour in palette:
        if len(colour) != 7 or colour[0] != "#" or not _is_hex(colour[1:]):
            raise ValueError(f"{label}: {colour!r} is no colour like #aabbcc.")
    em = width / 100  # every measure of the page follows its width
    margin = 4.5 * em
    column = (width - 2 * margin) / len(figures)
    placed = _to_one_scale([*figures, *alike], int(column - 2.4 * em), int(50 * em))
    del placed[len(figures) :]
    tallest = max(figure.above for figure in placed)
    deepest = max(figure.picture.shape[0] - figure.above for figure in placed)
    top = (11.5 if title else 4.5) * em
    ground = round(top + 2.5 * em + tallest)
    card_bottom = ground + max(0, deepest) + 7.2 * em
    bottom = card_bottom + (11.5 * em if palette else 3.5 * em)
    height = round(bottom)
    page = _Page(width, height, em)
    page.card(margin - 1.5 * em, top, width - 2 * margin + 3 * em, card_bottom - top)
    if title:
        _headline(page, title, subtitle, margin, width - margin)
    page.line(margin, ground, width - margin, ground)
    for number, figure in enumerate(placed):
        middle = margin + column * (number + 0.5)
        size = min(1.35 * em, _fitting(figure.label, 1.35 * em, column - em))
        page.text(figure.label, middle, ground + max(0, deepest) + 4.3 * em, size, "middle")
    if palette:
        _strip(page, palette, margin, card_bottom + 3.2 * em, width - 2 * margin)
    # Between the card's corners and the ground every row is the same: no need to rasterise it.
    first, last = round(top + 1.5 * em), ground - round(em)
    sheet = np.empty((height, width, 3), np.uint8)
    sheet[:first] = rasterise(page.svg(0, first), width, first)[..., :3]
    sheet[last:] = rasterise(page.svg(last, height), width, height - last)[..., :3]
    sheet[first:last] = sheet[first - 1]
    for step in range(1, _GUIDES + 1):
        _guide(sheet, margin, width - margin, ground - tallest * step / _GUIDES, em)
    for number, figure in enumerate(placed):
        left = round(margin + column * (number + 0.5) - figure.picture.shape[1] / 2)
        _lay(sheet, figure.picture, left, ground - figure.above)
    return sheet


def _is_hex(digits: str) -> bool:
    return all(digit in "0123456789abcdefABCDEF" for digit in digits)


def _to_one_scale(figures: Sequence[SheetFigure], width: int, height: int) -> list[_Placed]:
    """As large as they can be without one being wider or taller than this, in pixels."""
    cut: list[tuple[SheetFigure, Picture, float]] = []
    for figure in figures:
        picture = figure.picture
        if picture.ndim != 3 or picture.shape[2] != 4 or picture.dtype != np.uint8:
            raise ValueError(f"{figure.label}: not an RGBA picture of 8 bits.")
        if figure.unit <= 0:
            raise ValueError(f"{figure.label}: the unit must be positive.")
        rows = np.flatnonzero(picture[..., 3].any(axis=1))
        columns = np.flatnonzero(picture[..., 3].any(axis=0))
        if rows.size == 0:
            raise ValueError(f"{figure.label}: there is nothing in the picture.")
        part = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        cut.append((figure, part, figure.ground - float(rows[0])))
    scale = min(
        min(width * figure.unit / part.shape[1], height * figure.unit / part.shape[0])
        for figure, part, _ in cut
    )
    if _AS_DRAWN[0] < scale < _AS_DRAWN[1] and all(figure.unit == 1 for figure in figures):
        scale = 1.0
    return [
        _Placed(
            figure.label,
            part
            if scale == figure.unit
            else resized(
                part,
                max(1, round(part.shape[1] * scale / figure.unit)),
                max(1, round(part.shape[0] * scale / figure.unit)),
            ),
            round(above * scale / figure.unit),
        )
        for figure, part, above in cut
    ]


def resized(picture: Picture, width: int, height: int) -> Picture:
    """(H, W, 4) to (height, width, 4), each pixel the mean of the area it covers.

    In whole numbers: a library's resampling differs from build to build in the last bit.
    """
    alpha = picture[..., 3:].astype(np.uint16)
    planes = np.empty(picture.shape, np.uint16)
    np.multiply(picture[..., :3], alpha, out=planes[..., :3])
    np.multiply(alpha, 255, out=planes[..., 3:])
    means = _averaged(_averaged(planes, height).swapaxes(0, 1), width).swapaxes(0, 1)
    cover = means[..., 3:].astype(np.uint32)
    result = np.empty((height, width, 4), np.uint8)
    # both are 255 times what they stand for
    weights = means[..., :3].astype(np.uint32) * 255 + (cover >> 1)
    result[..., :3] = np.minimum(weights // np.maximum(cover, 1), 255)
    result[..., 3:] = (cover + 127) // 255
    result[result[..., 3] == 0] = 0
    return result


def _averaged(planes: npt.NDArray[np.uint16], count: int) -> npt.NDArray[np.uint16]:
    """`count` means along the first axis, of at most 65025 each."""
    length = planes.shape[0]
    edges = np.arange(count + 1, dtype=np.int64) * (length << _PART) // count
    whole, part = edges >> _PART, edges & ((1 << _PART) - 1)
    # What lies before each edge. Sums of many rows wrap around, and their differences are right
    # as long as what one mean is taken of fits.
    kind: type[np.unsignedinteger[Any]] = np.uint32 if length <= _ROWS * count else np.uint64
    running = np.zeros((length + 1, *planes.shape[1:]), kind)
    np.cumsum(planes, axis=0, dtype=kind, out=running[1:])
    below = running[whole] << kind(_PART)
    # the last edge is the end itself, so there is no row after it to take a part of
    after = planes[np.minimum(whole, length - 1)]
    below += after * part.astype(kind)[:, np.newaxis, np.newaxis]
    area = below[1:] - below[:-1]
    span = np.maximum(np.diff(edges), 1).astype(kind)[:, np.newaxis, np.newaxis]
    means: npt.NDArray[np.uint16] = ((area + span // 2) // span).astype(np.uint16)
    return means


def _lay(sheet: Picture, picture: Picture, left: int, top: int) -> None:
    """Composites the part that lies on the sheet."""
    height, width = sheet.shape[:2]
    y0, y1 = max(0, top), min(height, top + picture.shape[0])
    x0, x1 = max(0, left), min(width, left + picture.shape[1])
    # 255 * 255 and half a step for rounding fit 16 bits
    part = picture[y0 - top : y1 - top, x0 - left : x1 - left].astype(np.uint16)
    alpha = part[..., 3:]
    below = sheet[y0:y1, x0:x1].astype(np.uint16)
    mixed = (part[..., :3] * alpha + below * (255 - alpha) + 127) // 255
    sheet[y0:y1, x0:x1] = mixed.astype(np.uint8)


def _guide(sheet: Picture, left: float, right: float, y: float, em: float) -> None:
    """A dashed line across, as wide and soft as a rasteriser makes it."""
    columns = np.arange(int(left), int(right)) * 256
    begun = (columns - round(left * 256)) % round(em * 256)
    dashed = np.clip(round(em * 128) - begun, 0, 256)  # of each column, in 1/256
    colour = np.array([int(_GUIDE[at : at + 2], 16) for at in (1, 3, 5)], np.int32)
    half = em / 24
    for row in range(max(0, int(y - half)), int(y + half) + 1):
        share = round(256 * max(0.0, min(row + 1, y + half) - max(row, y - half)))
        here = sheet[row, int(left) : int(right)]
        mixed = here + (((colour - here) * (dashed * share >> 8)[:, np.newaxis]) >> 8)
        here[:] = mixed.astype(np.uint8)


def _headline(page: _Page, title: str, subtitle: str, left: float, right: float) -> None:
    em = page.em
    room = (right - left) * (0.68 if subtitle else 1.0)
    page.text(title, left, 7.6 * em, _fitting(title, 2.7 * em, room), "start", weight=1.15)
    if subtitle:
        size = _fitting(subtitle, 1.05 * em, (right - left) * 0.3)
        page.text(subtitle, right, 7.6 * em, size, "end", _FAINT)
    page.line(left, 9.4 * em, right, 9.4 * em)


def _strip(
    page: _Page, palette: Sequence[tuple[str, str]], left: float, top: float, width: float
) -> None:
    em = page.em
    cell = min(width / len(palette), 15 * em)
    side = min(3.6 * em, cell * 0.8)
    for number, (label, colour) in enumerate(palette):
        x = left + cell * number
        page.swatch(x, top, side, colour)
        room = cell - side - 1.8 * em
        if room >= 4 * em:
            page.text(label, x + side + em, top + 1.55 * em, _fitting(label, 0.95 * em, room))
            code = colour.upper()
            size = _fitting(code, 0.8 * em, room)
            page.text(code, x + side + em, top + 3.2 * em, size, "start", _FAINT)
        else:
            size = _fitting(label, 0.8 * em, cell * 0.92)
            page.text(label, x + side / 2, top + side + 1.6 * em, size, "middle")


def _fitting(text: str, size: float, room: float) -> float:
    """The letter height, not over `size`, at which the text fits."""
    needed = text_width(text, size, spacing=_SPACING)
    return size if needed <= room else size * room / needed


_SPACING = 1.35


class _Page:
    """Collects the SVG of everything but the figures and the guides behind them."""

    def __init__(self, width: int, height: int, em: float) -> None:
        self.em = em
        self._width = width
        self._parts = [f'<rect width="{width}" height="{height}" fill="{_PAPER}"/>']

    def card(self, x: float, y: float, width: float, height: float) -> None:
        self._parts.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" '
            f'rx="{self.em:.2f}" fill="{_CARD}" stroke="{_GUIDE}" '
            f'stroke-width="{self.em / 10:.2f}"/>'
        )

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self._parts.append(
            f'<path d="M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}" stroke="{_INK}" '
            f'stroke-width="{self.em / 8:.2f}"/>'
        )

    def swatch(self, x: float, y: float, side: float, colour: str) -> None:
        self._parts.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{side:.2f}" height="{side:.2f}" '
            f'rx="{side * 0.22:.2f}" fill={quoteattr(colour)} stroke="{_INK}" '
            f'stroke-opacity=".25" stroke-width="{self.em / 12:.2f}"/>'
        )

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        anchor: Anchor = "start",
        colour: str = _INK,
        *,
        weight: float = 1.0,
    ) -> None:
        data = letter_path(text, x, y, size, anchor, spacing=_SPACING)
        if data:
            self._parts.append(
                f'<path d="{data}" fill="none" stroke="{colour}" '
                f'stroke-width="{size * 0.12 * weight:.2f}" '
                'stroke-linecap="round" stroke-linejoin="round"/>'
            )

    def svg(self, top: int, bottom: int) -> str:
        """The rows from `top` to above `bottom`."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self._width}" '
            f'height="{bottom - top}" viewBox="0 {top} {self._width} {bottom - top}">'
            f"{''.join(self._parts)}</svg>"
        )
