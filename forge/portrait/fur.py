"""Hair by hair over the edge of a head, so that it grows out of the picture instead of being
cut out of another."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from ..avatar.choice import draw
from ..avatar.paint import hair_line, hex_of
from ..avatar.raster import rasterise
from .bust import Bust
from .pet import PetKind

# length in head widths, width in pixels of 832, how dense
_COAT: Mapping[PetKind, tuple[float, float, float]] = {
    "dog": (0.075, 1.1, 1.1),
    "cat": (0.058, 0.9, 1.2),
    "bird": (0.045, 1.8, 0.8),
    "rabbit": (0.06, 0.95, 1.2),
    "horse": (0.025, 0.9, 0.8),
    "other": (0.055, 1.0, 1.1),
}
_HAIRS = 1100


def grown(bust: Bust, kind: PetKind, chin: tuple[float, float], width: float, seed: int) -> Bust:
    """With hairs in its own colours over its edge; they hang where the head's sides do."""
    high, wide = bust.alpha.shape
    body = ndimage.gaussian_filter(bust.alpha, 2.0)
    eased = ndimage.gaussian_filter(bust.alpha, 5.0)
    down, right = ndimage.sobel(eased, 0), ndimage.sobel(eased, 1)
    rows, columns = np.nonzero((body > 0.42) & (body < 0.6))
    if not len(rows):
        return bust
    length, thick, dense = _COAT[kind]
    step = max(1, round(len(rows) / (_HAIRS * dense)))
    chosen = np.arange(0, len(rows), step)
    noise = np.array([[draw(seed, f"hair {n} {k}") for k in range(5)] for n in range(len(chosen))])
    unit = wide / 832
    marks = []
    for (a, b, c, d, e), at in zip(noise.tolist(), chosen.tolist(), strict=True):
        y, x = int(rows[at]), int(columns[at])
        outward = _direction(-float(right[y, x]), -float(down[y, x]), x, y, chin, width)
        if outward is None:
            continue
        angle = math.atan2(outward[1], outward[0]) + (a - 0.5) * 1.1
        reach = length * width * (0.45 + 0.8 * b * b)
        root = x - outward[0] * reach * 0.75, y - outward[1] * reach * 0.75
        tip = x + math.cos(angle) * reach * 0.55, y + math.sin(angle) * reach * 0.55 + 0.12 * reach
        bend = (root[0] + tip[0]) / 2 + (c - 0.5) * 0.2 * reach, (root[1] + tip[1]) / 2
        inner = _at(bust.colour, root, high, wide) * (0.78 + 0.44 * d) / 255
        tone = hex_of((float(inner[0]), float(inner[1]), float(inner[2])))
        path = hair_line((root, bend, tip), thick * unit * (0.6 + 0.8 * e))
        marks.append(f'<path d="{path}" fill="{tone}"/>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}">{"".join(marks)}</svg>'
    )
    hair = rasterise(svg, wide, high)
    share = hair[..., 3:].astype(np.float32) / 255
    colour = (hair[..., :3] * share + bust.colour * (1 - share)).astype(np.uint8)
    edge = bust.alpha * np.clip(body * 1.5 - 0.25, 0, 1)
    return Bust(colour, np.maximum(edge, share[..., 0]))


def _direction(
    right: float, down: float, x: float, y: float, chin: tuple[float, float], width: float
) -> tuple[float, float] | None:
    """Away from the head, and from the crown downwards."""
    steep = math.hypot(right, down)
    if steep < 1e-3:
        return None
    flow = x - chin[0], y - (chin[1] - 0.5 * width)
    far = math.hypot(*flow) or 1.0
    across = right / steep + 0.4 * flow[0] / far
    along = down / steep + 0.4 * flow[1] / far + 0.25
    size = math.hypot(across, along) or 1.0
    return across / size, along / size


def _at(
    colour: NDArray[np.uint8], place: tuple[float, float], high: int, wide: int
) -> NDArray[np.float64]:
    row, column = round(place[1]), round(place[0])
    place_ = min(high - 1, max(0, row)), min(wide - 1, max(0, column))
    out: NDArray[np.float64] = colour[place_].astype(np.float64)
    return out
