"""A drawing whose points can be moved: read once, written anew for every frame.

All coordinates are brought into the drawing's own space, where `Warp`s move them; lines stay
lines and stay sharp at any zoom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..avatar.paint import Canvas

Floats: TypeAlias = npt.NDArray[np.float64]

_PATH = re.compile(r'<path d="([^"]*)"([^>]*)/>')
_COMMAND = re.compile(r"([MLCQZAahv])([^MLCQZAahv]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_MATRIX = re.compile(r"matrix\(([^)]*)\)")
_USE = re.compile(r"url\(#([^)]+)\)")
_WIDTH = re.compile(r'stroke-width="([^"]+)"')
_ENDS = re.compile(r'\b(x1|y1|x2|y2|cx|cy|r)="([^"]+)"')
_STOPS = re.compile(r">(.*)</")
_BOW = 0.5522847498
"""How long the handles of a quarter circle are, in radii."""

_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Artwork:
    """The layers of a canvas from `low` up.

    `points` (N, 2) are all coordinates in the drawing's space, `layers` (N,) the layer of
    each and `paths` (N,) the number of the path that it belongs to.
    """

    def __init__(self, canvas: Canvas, *, low: float) -> None:
        self._defs: list[str] = []
        self._body: list[str] = []
        self._ends: list[float] = []  # of gradients, which are written first
        self._flat: list[float] = []
        self._counts: tuple[list[int], list[int]] = ([], [])
        self._of: tuple[list[float], list[float]] = ([], [])
        self._paints = {name: key for key, name in canvas.gradients()}
        self._prefix = canvas.prefix
        for layer, place, markup in canvas.pieces():
            if layer >= low:
                self._read(layer, _matrix(place), markup)
        self.points: Floats = np.array(self._ends + self._flat, np.float64).reshape(-1, 2)
        counts = np.array(self._counts[0] + self._counts[1], np.int64)
        self.layers: Floats = np.repeat(np.array(self._of[0] + self._of[1]), counts)
        self.paths: npt.NDArray[np.int64] = np.repeat(np.arange(len(counts)), counts)
        self._template = (
            f"<defs>{''.join(self._defs)}</defs>"
            f'<g stroke-linecap="round" stroke-linejoin="round">{"".join(self._body)}</g>'
        )

    def box(self, points: Floats) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the drawing with its points there; lines have their
        width beside that, and curves may stay a little within."""
        drawn = points[len(self._ends) // 2 :]
        (left, top), (right, bottom) = drawn.min(axis=0).tolist(), drawn.max(axis=0).tolist()
        return left, top, right, bottom

    def markup(self, points: Floats) -> str:
        """SVG of the drawing with its points there, in the order of `points`."""
        return self._template % tuple(points.ravel().tolist())

    def _read(self, layer: float, matrix: _Matrix, markup: str) -> None:
        scale = (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5
        for data, attributes in _PATH.findall(markup):
            used = _USE.search(attributes)
            if used:
                paint = self._gradient(self._paints[used.group(1)], layer, matrix, scale)
                attributes = attributes.replace(used.group(0), f"url(#{paint})")
            attributes = _WIDTH.sub(
                lambda found: f'stroke-width="{float(found.group(1)) * scale:.3f}"', attributes
            )
            begun = len(self._flat)
            template = self._path(data, matrix)
            self._counts[1].append((len(self._flat) - begun) // 2)
            self._of[1].append(layer)
            self._body.append(f'<path d="{template}"{attributes.replace("%", "%%")}/>')

    def _path(self, data: str, matrix: _Matrix) -> str:
        """The path's template; its coordinates go to `_flat`."""
        pieces: list[str] = []
        a, b, c, d, e, f = matrix
        flat = self._flat
        x = y = 0.0
        arc = 0
        for command, text in _COMMAND.findall(data):
            values = [float(value) for value in _NUMBER.findall(text)]
            if command == "Z":
                pieces.append("Z")
                continue
            if command in "hv":
                x, y = (x + values[0], y) if command == "h" else (x, y + values[0])
                command, values = "L", [x, y]
            elif command == "a":
                values = _half_turn(x, y, values[0], values[1], values[5], arc)
                command, arc = "C", arc + 1
            x, y = values[-2:]
            if command == "A":
                pieces.append(_arc(values, matrix))
                values = [x, y]
            else:
                pieces.append(command + " ".join(["%.2f"] * len(values)))
            for at in range(0, len(values), 2):
                px, py = values[at], values[at + 1]
                flat.append(a * px + c * py + e)
                flat.append(b * px + d * py + f)
        return "".join(pieces)

    def _gradient(self, key: str, layer: float, matrix: _Matrix, scale: float) -> str:
        """A gradient of its own for one use, for the point it turns on moves with the path."""
        name = f"{self._prefix}m{len(self._defs)}"
        a, b, c, d, e, f = matrix
        tag = key.split(" ", 1)[0]
        ends = {end: float(value) for end, value in _ENDS.findall(key.split(">", 1)[0])}
        stops = _STOPS.search(key)
        inner = stops.group(1).replace("%", "%%") if stops else ""
        if tag == "radialGradient":
            at = [(ends["cx"], ends["cy"])]
            text = f'cx="%.2f" cy="%.2f" r="{ends["r"] * scale:.2f}"'
        else:
            at = [(ends["x1"], ends["y1"]), (ends["x2"], ends["y2"])]
            text = 'x1="%.2f" y1="%.2f" x2="%.2f" y2="%.2f"'
        for x, y in at:
            self._ends += [a * x + c * y + e, b * x + d * y + f]
        self._counts[0].append(len(at))
        self._of[0].append(layer)
        self._defs.append(
            f'<{tag} id="{name}" gradientUnits="userSpaceOnUse" {text}>{inner}</{tag}>'
        )
        return name


def _matrix(place: str) -> _Matrix:
    found = _MATRIX.match(place)
    if not found:
        return _PLAIN
    a, b, c, d, e, f = (float(part) for part in found.group(1).split())
    return (a, b, c, d, e, f)


def _arc(values: Sequence[float], matrix: _Matrix) -> str:
    """An arc of a circle to a point that moves."""
    a, b, c, d, *_ = matrix
    scale = (a * a + b * b) ** 0.5
    sweep = bool(values[4]) != (a * d - b * c < 0)
    return f"A{values[0] * scale:.2f} {values[1] * scale:.2f} 0 0 {int(sweep)} %.2f %.2f"


def _half_turn(x: float, y: float, rx: float, ry: float, dx: float, half: int) -> list[float]:
    """Half an ellipse from (x, y), as `paint.ellipse` writes it, in two curves."""
    sign = 1.0 if dx > 0 else -1.0
    middle, side = x + dx / 2, ry * sign
    bow = rx * _BOW * sign
    return [
        x, y + side * _BOW, middle - bow, y + side, middle, y + side,
        middle + bow, y + side, x + dx, y + side * _BOW, x + dx, y,
    ]  # fmt: skip
