"""Outlines drawn for tests: masks (H, W) bool whose right answer is known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from skimage import draw

Mask = NDArray[np.bool_]


def disk(size: int = 512, radius: float = 200.0) -> Mask:
    y, x = np.mgrid[0:size, 0:size] + 0.5 - size / 2
    return np.asarray(x * x + y * y < radius * radius)


def star(size: int = 512) -> Mask:
    turn = np.arange(10) * np.pi / 5 - np.pi / 2
    reach = np.where(np.arange(10) % 2 == 0, 0.46, 0.2) * size
    mask = np.zeros((size, size), bool)
    rows, columns = draw.polygon(
        size / 2 + reach * np.sin(turn), size / 2 + reach * np.cos(turn), mask.shape
    )
    mask[rows, columns] = True
    return mask


def stick(size: int = 512, width: int = 12, length: int = 440) -> Mask:
    y, x = np.mgrid[0:size, 0:size] + 0.5 - size / 2
    return np.asarray((np.abs(x) < width / 2) & (np.abs(y) < length / 2))


def ring(size: int = 512) -> Mask:
    return disk(size, 0.4 * size) & ~disk(size, 0.2 * size)
