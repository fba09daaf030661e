"""Where the animal is in a photograph: by colour, sharpness, place and edges, and its face.

Colours of animal and ground are counted again from their own answer (as GrabCut; Rother et al.
2004), and a guided filter (He et al. 2013) draws the answer to the picture's edges.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from ..mesh.segmentation import Lab, alpha_matte, lab, probability
from .eyes import Eyes

Picture: TypeAlias = NDArray[np.uint8]
Likely: TypeAlias = NDArray[np.float32]
Plane: TypeAlias = NDArray[np.float64]

_COARSE = 160  # pixels to the longer side, for the question of what is where
_FINE = 512  # and for where its edge runs
_ROUNDS = 4
_BINS = 14  # of each of L*, a*, b*
# in distances between the eyes: half the head's width and height, and its middle below them
_HEAD = (1.3, 1.25, 0.22)
_SURE = 0.62  # of those halves: what is the face, whatever its colour
_NECK = 0.9  # below the eyes, where the body begins


def first_guess(photograph: Picture) -> Likely | None:
    """(H, W) float32 of the animal, at a small size; None where nothing stands out."""
    return probability(lab(resized(photograph, _COARSE)))


def around_face(photograph: Picture, eyes: Eyes, guess: Likely | None) -> Likely:
    """As `first_guess`, for an animal whose eyes are known."""
    small = resized(photograph, _COARSE)
    colours = lab(small)
    high, wide = colours.shape[:2]
    prior, sure = head_odds(eyes, high, wide, high / photograph.shape[0])
    if guess is not None:
        prior = prior + 1.2 * (guess - 0.5)
    sharp = _sharpness(photograph, high, wide)
    likely: NDArray[np.floating] = _logistic(prior)
    for _ in range(_ROUNDS):
        odds = prior + 0.9 * _told_by(_bins(colours), likely) + 0.4 * _told_by(sharp, likely)
        likely = np.where(sure, 1.0, _logistic(np.clip(odds, -5, 5)))
        likely = alpha_matte(colours, likely.astype(np.float32), radius=4)
    return _one_piece(np.maximum(likely, sure)).astype(np.float32)


def head_odds(eyes: Eyes, high: int, wide: int, scale: float) -> tuple[Plane, NDArray[np.bool_]]:
    """(H, W) log odds of the animal from where its eyes are, and what is its face for sure.

    For the photograph made smaller, `scale` times as large as the one that the eyes are of.
    """
    rows, columns = np.mgrid[0:high, 0:wide] + 0.5
    across, down = eyes.across_and_down(columns / scale, rows / scale)
    half_wide, half_high, below = _HEAD
    away = np.hypot(across / half_wide, (down - below) / half_high)
    head = np.clip(4.0 * (1.0 - away), -3.0, 4.0)
    reach = half_wide * (0.85 + 0.5 * (down - _NECK))
    # Where ears are, or are not, colours tell.
    beside = np.abs(across)
    ears = (down > -1.9) & (down < -0.3) & (beside > 0.25) & (beside < 1.5)
    head = np.where(ears, np.maximum(head, -0.4), head)
    ears = (down > -1.5) & (down < -0.5) & (beside > 0.4) & (beside < 1.25)
    head = np.where(ears, np.maximum(head, 0.5), head)
    body = np.where(down > _NECK, np.clip(2.0 * (1 - np.abs(across) / reach), -3.0, 1.2), -3.0)
    return np.maximum(head, body), away < _SURE


def matte_of(photograph: Picture, likely: Likely) -> Picture:
    """(H, W) uint8 at the photograph's size: soft at the edges, whole inside."""
    high, wide = photograph.shape[:2]
    fine = resized(photograph, _FINE)
    matte = alpha_matte(lab(fine), likely)
    matte = np.maximum(matte, ndimage.grey_closing(matte, (5, 5)))
    grown = Image.fromarray((matte * 255).astype(np.uint8))
    return np.asarray(grown.resize((wide, high), Image.Resampling.BICUBIC))


def resized(picture: Picture, longest: int) -> Picture:
    high, wide = picture.shape[:2]
    scale = min(1.0, longest / max(high, wide))
    size = max(8, round(wide * scale)), max(8, round(high * scale))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX))


def _sharpness(photograph: Picture, high: int, wide: int) -> NDArray[np.intp]:
    """(H, W) in 0..9: how much fine detail is near by, tenths of the picture being each."""
    fine = resized(photograph, _FINE).astype(np.float64) @ np.array([0.299, 0.587, 0.114])
    detail = ndimage.gaussian_filter(np.abs(ndimage.laplace(fine)), max(fine.shape) / 60)
    zoom = (high / fine.shape[0], wide / fine.shape[1])
    small = ndimage.zoom(detail, zoom, order=1, grid_mode=True, mode="nearest")
    steps = np.quantile(small, np.linspace(0.1, 0.9, 9))
    return np.searchsorted(steps, small)


def _bins(colours: Lab) -> NDArray[np.intp]:
    """(H, W): which cell of a grid over L*a*b* each colour is in."""
    cell = np.empty(colours.shape, np.intp)
    for channel, (low, size) in enumerate(((0.0, 100.0), (-50.0, 100.0), (-50.0, 100.0))):
        cell[..., channel] = (colours[..., channel] - low) * (_BINS / size)
    np.clip(cell, 0, _BINS - 1, out=cell)
    return (cell[..., 0] * _BINS + cell[..., 1]) * _BINS + cell[..., 2]


def _told_by(cells: NDArray[np.intp], likely: NDArray[np.floating]) -> Plane:
    """Log odds of the animal by how often it has what is in a cell, and the ground has."""
    count = int(cells.max()) + 1 if cells.max() < 64 else _BINS**3
    counts = []
    for weight in (likely, 1 - likely):
        found = np.bincount(cells.ravel(), weight.ravel().astype(np.float64), count)
        if count == _BINS**3:
            cube = found.reshape(_BINS, _BINS, _BINS)
            found = ndimage.gaussian_filter(cube, 0.8, mode="nearest").ravel()
        counts.append((found + 1e-9) / max(float(found.sum()), 1e-6) + 2e-4)
    odds: Plane = np.log(counts[0] / counts[1])[cells]
    return np.clip(odds, -4, 4)


def _one_piece(likely: NDArray[np.floating]) -> NDArray[np.floating]:
    labels, count = ndimage.label(likely > 0.5)
    if count < 1:
        return likely
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    kept = ndimage.binary_fill_holes(labels == int(sizes.argmax()))
    near = ndimage.binary_dilation(kept, iterations=2)
    return np.where(kept, np.maximum(likely, 0.6), np.where(near, likely, 0.0))


def _logistic(odds: NDArray[np.floating]) -> Plane:
    out: Plane = 1 / (1 + np.exp(-odds))
    return out
