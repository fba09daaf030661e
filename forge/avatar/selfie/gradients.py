"""Histograms of oriented gradients, and a linear template slid over them.

The descriptor is that of Dalal and Triggs (CVPR 2005) with unsigned orientations; a cell is
normalised by the energy of the 3x3 cells around it instead of by four overlapping blocks.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]

CELL = 4  # pixels
CELLS = 8  # of a window's side
BINS = 9
WINDOW = CELL * CELLS
LENGTH = CELLS * CELLS * BINS


def cells(grey: Floats) -> Floats:
    """(H, W) of any range to (H // CELL, W // CELL, BINS), each in 0..1."""
    across = np.zeros_like(grey)
    down = np.zeros_like(grey)
    across[:, 1:-1] = grey[:, 2:] - grey[:, :-2]
    down[1:-1] = grey[2:] - grey[:-2]
    strength = np.hypot(across, down)
    turn = np.arctan2(down, across) * (BINS / np.pi) % BINS
    low = np.floor(turn).astype(np.intp) % BINS
    share = (turn - np.floor(turn)).astype(np.float32)
    rows, columns = grey.shape[0] // CELL, grey.shape[1] // CELL
    inside = np.s_[: rows * CELL, : columns * CELL]
    place = (
        (np.arange(rows * CELL) // CELL)[:, None] * columns
        + (np.arange(columns * CELL) // CELL)[None]
    ) * BINS
    total = np.zeros(rows * columns * BINS)
    for bins, weight in ((low, 1 - share), ((low + 1) % BINS, share)):
        total += np.bincount(
            (place + bins[inside]).ravel(),
            weights=(weight * strength)[inside].ravel(),
            minlength=rows * columns * BINS,
        )
    histogram = total.reshape(rows, columns, BINS)
    energy = np.pad((histogram**2).sum(axis=2), 1, mode="edge")
    around = sum(
        energy[i : i + rows, j : j + columns] for i in range(3) for j in range(3)
    )  # fmt: skip
    # Flat ground stays flat: noise is not blown up to the strength of an edge.
    scaled = histogram / np.sqrt(around / 9 + (3.0 * CELL) ** 2)[..., None]
    return np.minimum(scaled, 1.0).astype(np.float32)


def responses(histogram: Floats, template: Floats) -> Floats:
    """The template's product with every window: (R - CELLS + 1, C - CELLS + 1).

    `histogram` is (R, C, BINS) with R and C of at least CELLS, `template` (LENGTH,).
    """
    windows = np.lib.stride_tricks.sliding_window_view(histogram, (CELLS, CELLS), axis=(0, 1))
    # (R', C', BINS, CELLS, CELLS) against (CELLS, CELLS, BINS)
    weights = template.reshape(CELLS, CELLS, BINS).transpose(2, 0, 1)
    found: Floats = np.tensordot(windows, weights, axes=3).astype(np.float32)
    return found
