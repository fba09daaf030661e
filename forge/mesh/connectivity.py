"""How much of a region lies along the picture's border: the ground's does, a subject's seldom.

Boundary connectivity (Zhu, Liang, Wei and Sun 2014): a region's length along the border against
the root of its area, over superpixels (SLIC; Achanta et al. 2012). A region is what can be
reached by small steps of colour, so a dark visor before a dark ground is its own.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import dijkstra
from skimage.segmentation import slic

Lab: TypeAlias = NDArray[np.float64]
Flat: TypeAlias = NDArray[np.float64]

_PIECES = (170, 260, 380)  # superpixels
_COMPACT = 0.1  # how round they are, against colours in 0..1
_FAR = 10.0  # dE of steps together, over which a piece is another region's
_SHARE = 0.12  # of the lower edge, at each end: in its middle subjects are cut
_WHOLE = 1.0  # the connectivity of a half circle on the border, nearly


def ground_by_border(colours: Lab) -> Flat:
    """(H, W) in 0..1, 1 for ground, of a small picture in Lab."""
    # Where a superpixel ends is chance, so the mean of several sizes of them is taken.
    return np.asarray(np.mean([_over(colours, pieces) for pieces in _PIECES], axis=0))


def _over(colours: Lab, pieces: int) -> Flat:
    wide = colours.shape[1]
    piece = slic(
        colours,
        n_segments=pieces,
        compactness=_COMPACT,
        convert2lab=False,
        start_label=0,
        channel_axis=-1,
    )
    count = int(piece.max()) + 1
    area = np.bincount(piece.ravel(), minlength=count).astype(np.float64)
    mean = np.stack(
        [np.bincount(piece.ravel(), colours[..., i].ravel(), count) / area for i in range(3)],
        axis=1,
    )
    one, other = _neighbours(piece)
    step = np.linalg.norm(mean[one] - mean[other], axis=1)
    # Each piece differs from its nearest neighbours as well, which is texture.
    nearest = np.full(count, np.inf)
    np.minimum.at(nearest, one, step)
    np.minimum.at(nearest, other, step)
    texture = float(nearest[np.isfinite(nearest)].mean()) if len(step) else 0.0
    step = np.maximum(step - texture, 0) + 1e-6
    graph = sparse.coo_matrix((step, (one, other)), (count, count)).tocsr()
    same = np.exp(-0.5 * (dijkstra(graph, directed=False) / _FAR) ** 2)
    corner = max(1, round(_SHARE * wide))
    lines = (piece[0], piece[:, 0], piece[:, -1], piece[-1, :corner], piece[-1, -corner:])
    border = np.bincount(np.concatenate(lines), minlength=count)
    connected = (same @ border) / np.sqrt(same @ area)
    out: Flat = (1 - np.exp(-0.5 * (connected / _WHOLE) ** 2))[piece]
    return out


def _neighbours(piece: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    beside = np.stack([piece[:, :-1].ravel(), piece[:, 1:].ravel()], axis=1)
    below = np.stack([piece[:-1].ravel(), piece[1:].ravel()], axis=1)
    pairs = np.concatenate([beside, below])
    pairs = np.unique(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1), axis=0)
    return pairs[:, 0], pairs[:, 1]
