"""Contact sheets: many small pictures on one page, each with its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..pose.lettering import letter_path, text_width
from .raster import rasterise

Picture: TypeAlias = npt.NDArray[np.uint8]

_PAPER, _INK = "#f6f3ee", "#2c2a33"
_GAP = 10  # pixels between cells and around the page
_LETTER = 9.0  # height of a label's capitals in pixels
_LEADING = 16
_TITLE = 22.0
_HEAD = 64  # pixels for the title
_SPACING = 1.3


@dataclass(frozen=True, slots=True)
class Cell:
    """`pictures`, each (H, W, 3 or 4) uint8 and all of one height, stand side by side."""

    label: str
    pictures: tuple[Picture, ...]


def contact_sheet(title: str, cells: Sequence[Cell], columns: int) -> Picture:
    """(H, W, 3) uint8, in rows of `columns` cells. Raises ValueError where there are none."""
    if not cells or columns < 1:
        raise ValueError("A contact sheet has at least one cell in at least one column")
    strips = [np.hstack([_opaque(picture) for picture in cell.pictures]) for cell in cells]
    wide = max(strip.shape[1] for strip in strips)
    tall = max(strip.shape[0] for strip in strips)
    lines = [_wrapped(cell.label, wide) for cell in cells]
    pitch = tall + max(map(len, lines)) * _LEADING + 2 * _GAP
    rows = -(-len(cells) // columns)
    columns = min(columns, len(cells))
    width = _GAP + columns * (wide + _GAP)
    height = _HEAD + rows * pitch + _GAP
    letters = [_text(title, _GAP * 2, _HEAD - 22, _TITLE, 2.6)]
    for number, label in enumerate(lines):
        left, top = _corner(number, columns, wide, pitch)
        for row, line in enumerate(label):
            y = top + tall + _GAP + row * _LEADING + _LETTER
            letters.append(_text(line, left, y, _LETTER, 1.2))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="{_PAPER}"/>{"".join(letters)}</svg>'
    )
    page = rasterise(svg, width, height)[..., :3].copy()
    for number, strip in enumerate(strips):
        left, top = _corner(number, columns, wide, pitch)
        page[top : top + strip.shape[0], left : left + strip.shape[1]] = strip
    return page


def _corner(number: int, columns: int, wide: int, pitch: int) -> tuple[int, int]:
    row, column = divmod(number, columns)
    return _GAP + column * (wide + _GAP), _HEAD + row * pitch


def _opaque(picture: Picture) -> Picture:
    """On white, where it is transparent."""
    if picture.shape[2] == 3:
        return picture
    alpha = picture[..., 3:].astype(np.uint16)
    mixed = (picture[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255
    return mixed.astype(np.uint8)


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and text_width(longer, _LETTER, spacing=_SPACING) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines


def _text(text: str, x: float, y: float, height: float, pen: float) -> str:
    path = letter_path(text, x, y, height, "start", spacing=_SPACING)
    return (
        f'<path d="{path}" fill="none" stroke="{_INK}" stroke-width="{pen}" '
        f'stroke-linecap="round" stroke-linejoin="round"/>'
    )
