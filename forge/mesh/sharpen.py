"""Where a picture sees the surface at a slant, its pixels lie several texels apart there.

Between them bilinear sampling makes a ramp of each edge. Here every such texel takes the
colours of least total variation (Rudin, Osher and Fatemi 1992) that keep what the pixels say,
so that an edge stays an edge; by lagged diffusivity (Vogel and Oman 1996).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter
from scipy.sparse import csr_matrix, diags_array

from .atlas import Atlas
from .mesh import Floats, Indices
from .raster import Doubles

SLANT = 0.45  # of the cosine: squarer views leave no room between their pixels
_CONTRAST = 0.06  # to a texel beside it, as a distance of colours: less is no edge
_REACH = 2  # texels around such a place that may change
_VARIATION = 0.01  # what a step of colour costs beside a pixel that is not kept
_EDGE = 0.02  # steps below are smoothed, not kept
_HELD = 0.003  # how firmly a texel without a pixel keeps what was sampled
_ROUNDS = 6
_STEPS_MOST, _ACCURACY = 30, 1e-4  # of the solver, in a round
_STEPS = ((0, 1), (1, 0), (1, 1), (1, -1), (0, -1), (-1, 0), (-1, -1), (-1, 1))


def sharpen(
    atlas: Atlas, colours: Floats, painted: NDArray[np.bool_], pixel: Floats, gap: Floats
) -> tuple[Floats, int]:
    """(P, 3) `colours` with the edges between slanted pixels made short, and how many texels
    that changed.

    `pixel` (P, 3) is what the nearest pixel of the best picture holds, `gap` (P,) how many
    texels along the surface its centre is away: infinite where nothing shall change.
    """
    number = np.full(atlas.size * atlas.size, -1, np.int64)
    number[atlas.texel[painted]] = np.nonzero(painted)[0]
    free = np.nonzero(np.isfinite(gap) & painted)[0]
    free = free[_at_edges(atlas, colours, number, free)]
    if not len(free):
        return colours, 0
    around = _neighbours(atlas, number, free)
    near = np.clip(1.2 - gap[free], 0, 1).astype(np.float64)
    held = near + _HELD
    target = np.where((near > 0.3)[:, None], pixel[free], colours[free]).astype(np.float64)
    share = np.array([0.5 if 0 in step else 0.5 * math.sqrt(0.5) for step in _STEPS])
    place = np.full(len(colours) + 1, -1, np.int64)  # the last: no neighbour
    place[free] = np.arange(len(free))
    inside = place[around]
    known = (around >= 0) & (inside < 0)

    found = colours.astype(np.float64)
    for _ in range(_ROUNDS):
        step = found[around] - found[free][:, None]
        weight = share * _VARIATION / np.sqrt((step**2).sum(axis=2) + _EDGE**2)
        weight[around < 0] = 0
        degree = weight.sum(axis=1) + held
        row, slot = np.nonzero(inside >= 0)
        joined = csr_matrix((weight[row, slot], (row, inside[row, slot])), (len(free),) * 2)
        matrix = csr_matrix(diags_array(degree) - joined)
        aim = held[:, None] * target
        aim += ((weight * known)[:, :, None] * found[around]).sum(axis=1)
        found[free] = _solved(matrix, aim, found[free], degree)
    sharp = colours.copy()
    sharp[free] = np.clip(found[free], 0, 1)
    return sharp, len(free)


def _solved(matrix: csr_matrix, aim: Doubles, start: Doubles, diagonal: Doubles) -> Doubles:
    """(F, 3) by conjugate gradients, all channels at once, preconditioned with the diagonal.

    Sums are numpy's own: a BLAS shares such short ones among threads, which then wait for each
    other.
    """
    found = start.copy()
    left = aim - matrix @ found
    enough = (_ACCURACY * np.abs(aim).max(initial=0.0)) ** 2 * len(aim)
    turned = left / diagonal[:, None]
    along = turned.copy()
    size = (left * turned).sum(axis=0)
    for _ in range(_STEPS_MOST):
        if float((left * left).sum()) <= enough:
            break
        image = matrix @ along
        part = size / np.maximum((along * image).sum(axis=0), 1e-30)
        found += part * along
        left -= part * image
        turned = left / diagonal[:, None]
        before, size = size, (left * turned).sum(axis=0)
        along = turned + (size / np.maximum(before, 1e-30)) * along
    return found


def _at_edges(
    atlas: Atlas, colours: Floats, number: NDArray[np.int64], free: Indices
) -> NDArray[np.bool_]:
    """Which of the free texels are close to a step of colour."""
    steps = np.zeros(len(free), bool)
    for beside in _neighbours(atlas, number, free)[:, :2].T:
        step = ((colours[beside] - colours[free]) ** 2).sum(axis=1) > _CONTRAST**2
        steps |= step & (beside >= 0)
    marked = np.zeros((atlas.size, atlas.size), np.uint8)
    marked.ravel()[atlas.texel[free[steps]]] = 1
    reached = maximum_filter(marked, 2 * _REACH + 1)
    return np.asarray(reached.ravel()[atlas.texel[free]] > 0)


def _neighbours(atlas: Atlas, number: NDArray[np.int64], free: Indices) -> NDArray[np.int64]:
    """(F, 8) the painted texels around, -1 where there is none on the same piece of surface."""
    row, column = np.divmod(atlas.texel[free], atlas.size)
    found = np.full((len(free), len(_STEPS)), -1, np.int64)
    for slot, (down, right) in enumerate(_STEPS):
        r, c = row + down, column + right
        inside = (r >= 0) & (c >= 0) & (r < atlas.size) & (c < atlas.size)
        found[inside, slot] = number[r[inside] * atlas.size + c[inside]]
        apart = np.linalg.norm(atlas.position[found[:, slot]] - atlas.position[free], axis=1)
        found[apart > 2.5 * atlas.extent[free], slot] = -1
    return found
