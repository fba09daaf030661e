"""A stroke alphabet, drawn for this product, for labels inside pictures.

System fonts differ from machine to machine, and so would the bytes of a picture lettered
with them. A letter here is a few strokes of a round pen: capitals six units high, y
downwards, the baseline at 6. Small letters are written as capitals, accents are dropped,
and what the alphabet lacks is written as an empty box.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

Anchor = Literal["start", "middle", "end"]

_CAP = 6.0  # units from the baseline to the top of a capital
_GAP = 1.35  # units between letters
_SPACE = 2.2

_P = "M0 6L0 0L1.9 0C2.9 0 3.5 .7 3.5 1.7C3.5 2.7 2.9 3.4 1.9 3.4L0 3.4"
_O = "M2.3 0C3.6 0 4.6 1.3 4.6 3C4.6 4.7 3.6 6 2.3 6C1 6 0 4.7 0 3C0 1.3 1 0 2.3 0Z"

_GLYPHS: Mapping[str, tuple[float, str]] = {
    " ": (_SPACE - _GAP, ""),
    "A": (4.4, "M0 6L2.2 0L4.4 6M.8 4L3.6 4"),
    "B": (
        3.7,
        "M0 0L0 6L2 6C3 6 3.7 5.4 3.7 4.4C3.7 3.5 3 2.9 2 2.9L0 2.9"
        "M2 2.9C2.8 2.9 3.4 2.3 3.4 1.45C3.4 .6 2.8 0 2 0L0 0",
    ),
    "C": (4.2, "M4.2 1.1C3.8 .4 3.1 0 2.3 0C1 0 0 1.3 0 3C0 4.7 1 6 2.3 6C3.1 6 3.8 5.6 4.2 4.9"),
    "D": (4.2, "M0 0L0 6L1.6 6C3.2 6 4.2 4.8 4.2 3C4.2 1.2 3.2 0 1.6 0Z"),
    "E": (3.2, "M3.2 0L0 0L0 6L3.2 6M0 2.95L2.7 2.95"),
    "F": (3.1, "M3.1 0L0 0L0 6M0 2.95L2.6 2.95"),
    "G": (
        4.4,
        "M4.2 1.1C3.8 .4 3.1 0 2.3 0C1 0 0 1.3 0 3C0 4.7 1 6 2.3 6C3.5 6 4.4 5.1 4.4 3.7"
        "L4.4 3.2L2.5 3.2",
    ),
    "H": (4.0, "M0 0L0 6M4 0L4 6M0 2.95L4 2.95"),
    "I": (0.0, "M0 0L0 6"),
    "J": (2.4, "M2.4 0L2.4 4.4C2.4 5.4 1.9 6 1.15 6C.6 6 .2 5.7 0 5.2"),
    "K": (3.8, "M0 0L0 6M3.6 0L0 3.6M1.3 2.4L3.8 6"),
    "L": (3.0, "M0 0L0 6L3 6"),
    "M": (5.0, "M0 6L0 0L2.5 4.2L5 0L5 6"),
    "N": (4.1, "M0 6L0 0L4.1 6L4.1 0"),
    "O": (4.6, _O),
    "P": (3.5, _P),
    "Q": (4.7, _O + "M2.9 4.5L4.7 6.4"),
    "R": (3.6, _P + "M1.9 3.4L3.6 6"),
    "S": (
        3.5,
        "M3.3 1C3 .4 2.4 0 1.7 0C.8 0 .15 .6 .15 1.45C.15 2.4 .9 2.7 1.75 2.95"
        "C2.7 3.2 3.5 3.6 3.5 4.5C3.5 5.4 2.7 6 1.75 6C.95 6 .3 5.6 0 4.9",
    ),
    "T": (3.8, "M0 0L3.8 0M1.9 0L1.9 6"),
    "U": (4.0, "M0 0L0 3.9C0 5.2 .8 6 2 6C3.2 6 4 5.2 4 3.9L4 0"),
    "V": (4.2, "M0 0L2.1 6L4.2 0"),
    "W": (6.0, "M0 0L1.5 6L3 1L4.5 6L6 0"),
    "X": (3.8, "M0 0L3.8 6M3.8 0L0 6"),
    "Y": (4.0, "M0 0L2 3L4 0M2 3L2 6"),
    "Z": (3.5, "M0 0L3.5 0L0 6L3.5 6"),
    "0": (3.6, "M1.8 0C2.9 0 3.6 1.2 3.6 3C3.6 4.8 2.9 6 1.8 6C.7 6 0 4.8 0 3C0 1.2 .7 0 1.8 0Z"),
    "1": (1.5, "M0 1.3L1.5 0L1.5 6"),
    "2": (3.3, "M.1 1.6C.1 .7 .75 0 1.7 0C2.6 0 3.2 .65 3.2 1.5C3.2 2.9 1 3.9 0 6L3.3 6"),
    "3": (
        3.3,
        "M.2 1C.5 .4 1 0 1.65 0C2.5 0 3.1 .6 3.1 1.4C3.1 2.3 2.4 2.85 1.4 2.85"
        "C2.5 2.85 3.3 3.4 3.3 4.4C3.3 5.4 2.6 6 1.6 6C.9 6 .3 5.6 0 5",
    ),
    "4": (3.8, "M2.8 6L2.8 0L0 4.3L3.8 4.3"),
    "5": (
        3.3,
        "M3 0L.5 0L.2 2.9C.6 2.5 1.1 2.3 1.65 2.3C2.6 2.3 3.3 3.05 3.3 4.1"
        "C3.3 5.25 2.6 6 1.6 6C.9 6 .3 5.65 0 5.1",
    ),
    "6": (
        3.5,
        "M2.9 0C1.2 .9 0 2.4 0 4.1C0 5.25 .7 6 1.75 6C2.8 6 3.5 5.25 3.5 4.2"
        "C3.5 3.15 2.8 2.4 1.75 2.4C.85 2.4 .15 3 0 3.9",
    ),
    "7": (3.3, "M0 0L3.3 0L1.1 6"),
    "8": (
        3.4,
        "M1.7 0C2.5 0 3.1 .6 3.1 1.4C3.1 2.2 2.5 2.8 1.7 2.8C.9 2.8 .3 2.2 .3 1.4"
        "C.3 .6 .9 0 1.7 0ZM1.7 2.8C2.7 2.8 3.4 3.4 3.4 4.4C3.4 5.4 2.7 6 1.7 6"
        "C.7 6 0 5.4 0 4.4C0 3.4 .7 2.8 1.7 2.8Z",
    ),
    "9": (
        3.5,
        "M.6 6C2.3 5.1 3.5 3.6 3.5 1.9C3.5 .75 2.8 0 1.75 0C.7 0 0 .75 0 1.8"
        "C0 2.85 .7 3.6 1.75 3.6C2.65 3.6 3.35 3 3.5 2.1",
    ),
    ".": (0.0, "M0 5.9L0 6"),
    ",": (0.3, "M.3 5.8L0 6.9"),
    ":": (0.0, "M0 2.3L0 2.4M0 5.7L0 5.8"),
    ";": (0.3, "M.3 2.3L.3 2.4M.3 5.7L0 6.8"),
    "!": (0.0, "M0 0L0 4M0 5.9L0 6"),
    "?": (
        2.8,
        "M0 1.4C0 .6 .6 0 1.4 0C2.2 0 2.8 .6 2.8 1.4C2.8 2.6 1.4 2.7 1.4 4.2M1.4 5.9L1.4 6",
    ),
    "'": (0.0, "M0 0L0 1.4"),
    '"': (1.0, "M0 0L0 1.4M1 0L1 1.4"),
    "-": (1.9, "M0 3.3L1.9 3.3"),
    "_": (3.4, "M0 6.6L3.4 6.6"),
    "+": (3.0, "M0 3.2L3 3.2M1.5 1.7L1.5 4.7"),
    "=": (2.8, "M0 2.5L2.8 2.5M0 4.1L2.8 4.1"),
    "/": (2.4, "M0 6.4L2.4 -.4"),
    "\\": (2.4, "M0 -.4L2.4 6.4"),
    "|": (0.0, "M0 -.6L0 6.8"),
    "(": (1.2, "M1.2 -.5C-.4 1.6 -.4 4.6 1.2 6.7"),
    ")": (1.2, "M0 -.5C1.6 1.6 1.6 4.6 0 6.7"),
    "[": (1.1, "M1.1 -.5L0 -.5L0 6.7L1.1 6.7"),
    "]": (1.1, "M0 -.5L1.1 -.5L1.1 6.7L0 6.7"),
    "<": (2.6, "M2.6 1.4L0 3.2L2.6 5"),
    ">": (2.6, "M0 1.4L2.6 3.2L0 5"),
    "*": (2.2, "M1.1 .2L1.1 2.6M0 .8L2.2 2M2.2 .8L0 2"),
    "#": (3.8, "M1.3 .2L.7 5.8M3.1 .2L2.5 5.8M0 2L3.8 2M0 4L3.8 4"),
    "%": (
        4.4,
        "M4 .2L.4 5.8M1 0C1.6 0 2 .5 2 1.2C2 1.9 1.6 2.4 1 2.4C.4 2.4 0 1.9 0 1.2"
        "C0 .5 .4 0 1 0ZM3.4 3.6C4 3.6 4.4 4.1 4.4 4.8C4.4 5.5 4 6 3.4 6"
        "C2.8 6 2.4 5.5 2.4 4.8C2.4 4.1 2.8 3.6 3.4 3.6Z",
    ),
    "&": (
        4.2,
        "M4.2 6L.9 2C.3 1.2 .7 0 1.7 0C2.6 0 3.1 1.1 2.4 1.9L.9 3C-.5 4 0 6 1.7 6"
        "C3 6 3.9 4.9 4 3.3",
    ),
    "@": (
        5.2,
        "M3.8 3C3.8 2.2 3.3 1.7 2.6 1.7C1.9 1.7 1.4 2.2 1.4 3C1.4 3.8 1.9 4.3 2.6 4.3"
        "C3.3 4.3 3.8 3.8 3.8 3C3.8 4.6 5.2 4.6 5.2 3C5.2 1.2 4 0 2.6 0C1.2 0 0 1.3 0 3"
        "C0 4.7 1.2 6 2.6 6",
    ),
}
_UNKNOWN = (3.2, "M0 .2L3.2 .2L3.2 5.8L0 5.8Z")

_TOKEN = re.compile(r"[MLCZ]|-?\d*\.?\d+")


def text_width(text: str, height: float, *, spacing: float = 1.0) -> float:
    """How wide the text runs from pen to pen, in the units of `height`."""
    letters = [_glyph(character)[0] for character in _folded(text)]
    return (sum(letters) + _GAP * spacing * max(0, len(letters) - 1)) * height / _CAP


def letter_path(
    text: str,
    x: float,
    y: float,
    height: float,
    anchor: Anchor = "start",
    *,
    spacing: float = 1.0,
) -> str:
    """SVG path data to be stroked, not filled, with round caps and joins.

    `y` is the baseline, `height` that of a capital, both in the picture's units; `anchor`
    says which part of the text stands at `x`; `spacing` is a factor on the gaps between
    letters. A line about a ninth of the height thick looks well.
    """
    scale = height / _CAP
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    pen = x - text_width(text, height, spacing=spacing) * share
    pieces: list[str] = []
    for character in _folded(text):
        advance, strokes = _glyph(character)
        pieces.append(_placed(strokes, pen, y - height, scale))
        pen += (advance + _GAP * spacing) * scale
    return "".join(pieces)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).upper()


def _glyph(character: str) -> tuple[float, str]:
    return _GLYPHS.get(" " if character.isspace() else character, _UNKNOWN)


def _placed(strokes: str, left: float, top: float, scale: float) -> str:
    pieces: list[str] = []
    across = True
    for token in _TOKEN.findall(strokes):
        if token in "MLCZ":
            pieces.append(token)
        else:
            place = (left if across else top) + float(token) * scale
            pieces.append(f"{place:.2f} ")
            across = not across
    return "".join(pieces)
