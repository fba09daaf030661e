"""Subject and ground by colour, place and edges, with no trained model.

What is joined to the picture's border (see `connectivity`) and what is unlike it begins;
mixtures of Gaussians for the colours of ground and subject, made again from their own answer
(as GrabCut; Rother et al. 2004); smoothness by a random walker with priors (Grady 2005), a
sparse linear system instead of a cut; the edge by a guided filter (He et al. 2013).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, sparse
from scipy.sparse.linalg import spsolve
from skimage.color import rgb2lab

from .connectivity import ground_by_border

Lab: TypeAlias = NDArray[np.float64]
Plane: TypeAlias = NDArray[np.float32]
Flat: TypeAlias = NDArray[np.float64]

_ROUNDS = 4
_GROUPS = 6  # Gaussians to a side
_PLACE = 22.0  # dE that the picture's whole height counts as
_BORDER_PLACE = 60.0  # the same, for likeness to the border: a colour counts nearby
_RING = 0.04  # of the longer side: what is called the border
_SOFT = 12.0  # dE: colours nearer than this are much the same, to begin with
_EDGE = 0.06  # of the squared dE between neighbours, how fast an edge cuts
_PULL = 0.02  # of the prior, against the neighbours
_MIDDLE = 1.1  # log odds that the middle is the subject's, and the corners the ground's
_ALIKE = 1.7  # spreads from a group of the border's
_OFTEN, _SELDOM = 0.13, 0.06  # for how much of the middle
_CROSSING = 0.25  # of the border: from there on the subject is taken to reach over it
_FIRST = 1.5  # times the odds to begin with, that know of this
_APART = 0.12  # of the picture must be apart from its border for that to say something
_STRUCTURE, _HOLD = 3.0, 3.6  # log odds of what is apart: to begin with, and later on
_MIX = 0.3  # of the odds by colours, where the border says something
_SURELY = 1.5  # log odds of a face's own colours
_KNOWN_CROSSING = 0.1  # as _CROSSING, where a face is known
_THIN = 0.05  # of the longer side: half as wide as a strand may be
_STRAND = 18.0  # dE: a strand nearer to the border's colours is ground
_DARKEST, _LIGHTEST = 0.45, 0.93  # of the ground's lightness: what a soft shadow has
_TINT = 18.0  # dE that a shadow's colour may be off the ground's: drawn ones are bluish
_DEEP = 1.5  # times as far off where shadows lie on one another
_PLAIN = 5.0  # dE: a border no further from a smooth gradient is a plain ground


def lab(picture: NDArray[np.uint8]) -> Lab:
    """(H, W, 3) CIE L*a*b*, in which distances are differences one sees."""
    out: Lab = rgb2lab(picture)
    return out


def probability(colours: Lab, known: Flat | None = None) -> Plane | None:
    """(H, W) float32 of the subject, for a small picture in Lab; None where all is alike.

    `known` (H, W) are log odds of the subject from elsewhere, as from where its eyes are.
    """
    high, wide = colours.shape[:2]
    ring = _ring(high, wide)
    ground, plain = _smooth_ground(colours, ring)
    away = np.linalg.norm(colours - ground, axis=-1)
    crossed = False
    if not plain:
        told = ring if known is None else ring & (known <= 0)
        unlike, crossed = _unlike_border(colours, told if told.any() else ring, known)
        away = unlike if crossed else np.minimum(away, unlike)
    if float(np.quantile(away, 0.995)) < _SOFT / 2:
        return None
    middle = _centre(high, wide)
    weight = 0.35 if plain else 1.0
    level = _otsu(away) if plain else _SOFT
    odds = np.clip((away - level) / max(level / 3, 1.5), -4, 4) + weight * 2 * middle
    first = _FIRST * odds if crossed else np.zeros_like(odds)
    if known is None and not plain:
        apart = ground_by_border(colours)
        if float((apart < 0.5).mean()) > _APART:
            odds = _STRUCTURE * (1 - 2 * apart) + weight * middle + _MIX * odds
            first = _HOLD * (1 - 2 * apart)
    if known is not None:
        odds = odds + known
        first = first + known
    walker = _Walker.over(colours)
    likely = walker.solve(_logistic(odds))
    rows, columns = np.mgrid[0:high, 0:wide] / max(high, wide)
    place = 0.0 if plain else _PLACE
    features = np.concatenate(
        [colours, place * rows[..., None], place * columns[..., None]], axis=-1
    ).reshape(-1, 5)[:, : 3 if plain else 5]
    for _ in range(_ROUNDS):
        inside = likely.ravel() > 0.5
        if min(inside.sum(), (~inside).sum()) < 60:
            break
        gain = _density(features, features[inside]) - _density(features, features[~inside])
        odds = np.clip(gain.reshape(high, wide), -5, 5) + weight * _MIDDLE * middle + first
        if plain:
            # What is just the ground's colour is the ground, whatever surrounds it.
            odds = np.where(away < 0.35 * level, np.minimum(odds, -2), odds)
        likely = walker.solve(_logistic(odds))
    if known is None and not plain:
        likely = np.where(_strands(likely > 0.5, away), 0.0, likely)
    return likely.astype(np.float32)


def _strands(mask: NDArray[np.bool_], away: Flat) -> NDArray[np.bool_]:
    """(H, W): what is thin of the mask, and looks like the border near by."""
    depth = ndimage.distance_transform_edt(np.pad(mask, 1, mode="edge"))[1:-1, 1:-1]
    radius = _THIN * max(mask.shape)
    if depth.max() <= radius:
        return np.zeros_like(mask)  # all of it is thin, and so no strand of anything
    thick = ndimage.distance_transform_edt(depth <= radius) <= radius + 1
    pieces, count = ndimage.label(mask & ~thick)
    if not count:
        return np.zeros_like(mask)
    number = np.arange(1, count + 1)
    like = ndimage.median(away, pieces, number) < _STRAND
    out: NDArray[np.bool_] = np.isin(pieces, number[like])
    return out


def on_plain_ground(colours: Lab) -> bool:
    """Whether the picture's border is of one colour, or of colours that change smoothly."""
    return _smooth_ground(colours, _ring(*colours.shape[:2]))[1]


def shadow(colours: Lab, *, deep: bool = False) -> NDArray[np.bool_]:
    """(H, W) where a plain ground shows darker and otherwise as it is; nowhere on other grounds.

    `deep` takes in what two shadows together make, which alone would be told of a shoe too.
    """
    ground, plain = _smooth_ground(colours, _ring(*colours.shape[:2]))
    if not plain:
        return np.zeros(colours.shape[:2], bool)
    light = colours[..., 0] / np.maximum(ground[..., 0], 1.0)
    # Less light takes as much off the colour as off the lightness, or nearly.
    tint = np.linalg.norm(colours[..., 1:] - ground[..., 1:] * light[..., None], axis=-1)
    tint = np.minimum(tint, np.linalg.norm(colours[..., 1:] - ground[..., 1:], axis=-1))
    out: NDArray[np.bool_] = (light < _LIGHTEST) & (tint < _TINT * (_DEEP if deep else 1))
    out &= light > _DARKEST / (_DEEP if deep else 1)
    return out


def alpha_matte(colours: Lab, likely: Plane, *, radius: int = 5) -> Plane:
    """(H, W) float32: a coarse probability brought to the edges of a finer picture in Lab."""
    high, wide = colours.shape[:2]
    zoom = (high / likely.shape[0], wide / likely.shape[1])
    coarse = ndimage.zoom(likely, zoom, order=1, grid_mode=True, mode="nearest")
    coarse = np.clip((coarse - 0.5) * 3 + 0.5, 0, 1)
    guide = colours / 100

    def mean(values: NDArray[np.floating]) -> Flat:
        out: Flat = ndimage.uniform_filter(
            np.asarray(values, np.float64), 2 * radius + 1, mode="nearest"
        )
        return out

    centre = np.stack([mean(guide[..., i]) for i in range(3)], axis=-1)
    level = mean(coarse)
    both = np.stack([mean(guide[..., i] * coarse) for i in range(3)], axis=-1)
    both -= centre * level[..., None]
    spread = np.empty((*coarse.shape, 3, 3))
    for i in range(3):
        for j in range(i, 3):
            spread[..., i, j] = (
                mean(guide[..., i] * guide[..., j]) - centre[..., i] * centre[..., j]
            )
            spread[..., j, i] = spread[..., i, j]
    slope = np.linalg.solve(spread + 2e-4 * np.eye(3), both[..., None])[..., 0]
    offset = level - (slope * centre).sum(axis=-1)
    slope = np.stack([mean(slope[..., i]) for i in range(3)], axis=-1)
    matte = (slope * guide).sum(axis=-1) + mean(offset)
    out: Plane = np.clip(matte, 0, 1).astype(np.float32)
    return out


def _ring(high: int, wide: int) -> NDArray[np.bool_]:
    """The border but for the lower edge's middle, where a subject is often cut."""
    width = max(2, round(_RING * max(high, wide)))
    ring = np.zeros((high, wide), bool)
    ring[:width] = True
    side = round(0.8 * high)
    ring[:side, :width] = ring[:side, -width:] = True
    corner = round(0.12 * wide)
    ring[:, : min(width, corner)] = ring[:, -min(width, corner) :] = True
    return ring


def _centre(high: int, wide: int) -> Flat:
    """1 in the middle, -1 in the corners; a subject stands on the lower edge rather than hangs."""
    y = (np.arange(high)[:, None] + 0.5) / high - 0.54
    x = (np.arange(wide)[None, :] + 0.5) / wide - 0.5
    y = np.where(y > 0, 0.6 * y, y)
    far = np.sqrt((x / 0.42) ** 2 + (y / 0.5) ** 2)
    out: Flat = np.clip(1.6 - 1.6 * far, -1, 1)
    return out


def _smooth_ground(colours: Lab, ring: NDArray[np.bool_]) -> tuple[Lab, bool]:
    """A ground that changes smoothly, from the border; and whether the border is like that."""
    high, wide = ring.shape
    y, x = np.mgrid[0:high, 0:wide].astype(np.float64)
    y, x = 2 * y / high - 1, 2 * x / wide - 1
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)
    rows, seen = terms[ring], colours[ring]
    weight = np.ones(len(rows))
    fit = np.zeros((6, 3))
    for _ in range(8):
        left = (rows * weight[:, None]).T @ rows + 1e-3 * np.eye(6)
        fit = np.linalg.solve(left, (rows * weight[:, None]).T @ seen)
        off = np.linalg.norm(seen - rows @ fit, axis=1)
        weight = 1 / (1 + (off / 4) ** 2) ** 2
    plain = float(np.quantile(off, 0.7)) < _PLAIN
    # Beyond the border a parabola goes anywhere.
    ground = np.clip(terms @ fit, seen.min(axis=0), seen.max(axis=0))
    return ground, plain


def _unlike_border(colours: Lab, ring: NDArray[np.bool_], known: Flat | None) -> tuple[Flat, bool]:
    """dE to the nearest of the border's colours, and places, in Gaussian groups.

    Where much of the border has the middle's colours, or a known face's, the subject reaches
    over it, as in a portrait cut by its frame: those groups are left out, and the second answer
    is True.
    """
    high, wide = ring.shape
    down, across = np.mgrid[0:high, 0:wide] * (_BORDER_PLACE / max(high, wide))
    placed = np.concatenate([colours, down[..., None], across[..., None]], axis=-1)
    seen = placed[ring]
    flat = placed.reshape(-1, 5)
    centres, group = _grouped(seen, 12)
    rows = slice(round(0.35 * high), round(0.75 * high))
    columns = slice(round(0.36 * wide), round(0.64 * wide))
    core = colours[rows, columns].reshape(-1, 3)
    if known is not None and (known > _SURELY).any():
        core = colours[known > _SURELY]
    away, alike, share = [], [], []
    for number in range(len(centres)):
        members = seen[group == number]
        if len(members) < 0.02 * len(seen):
            continue
        spread = members.std(axis=0) + 3.0
        away.append(np.linalg.norm((flat - centres[number]) / spread, axis=1))
        off = np.linalg.norm((core - centres[number, :3]) / spread[:3], axis=1)
        alike.append(float((off < _ALIKE).mean()))
        share.append(len(members) / len(seen))
    crossing = float(sum(part for part, often in zip(share, alike, strict=True) if often > _OFTEN))
    crossed = crossing > (_CROSSING if known is None else _KNOWN_CROSSING) and min(alike) <= _SELDOM
    kept = [
        each for each, often in zip(away, alike, strict=True) if not crossed or often <= _SELDOM
    ]
    # Two standard deviations are worth the soft threshold.
    out: Flat = (np.min(kept, axis=0) * _SOFT / 2.2).reshape(ring.shape)
    return out, crossed


def _otsu(values: Flat) -> float:
    """The threshold that parts the values best (Otsu 1979), within sense."""
    count, edges = np.histogram(values, 128)
    middle = (edges[1:] + edges[:-1]) / 2
    below = np.cumsum(count)
    above = below[-1] - below
    sums = np.cumsum(count * middle)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (sums / below - (sums[-1] - sums) / above) ** 2
    return float(np.clip(middle[int(np.nanargmax(between))], 7.0, 20.0))


def _density(features: Flat, members: Flat) -> Flat:
    """The log density of a mixture of Gaussians fitted to `members`."""
    if len(members) > 6000:
        members = members[:: len(members) // 6000 + 1]
    groups = min(_GROUPS, len(members) // 10)
    centres, group = _grouped(members, groups)
    terms = []
    for number in range(len(centres)):
        own = members[group == number]
        if len(own) < 5:
            continue
        spread = np.cov(own.T) + 6.0 * np.eye(members.shape[1])
        off = features - own.mean(axis=0)
        inverse = np.linalg.inv(spread)
        square = np.einsum("ni,ij,nj->n", off, inverse, off)
        size = np.linalg.slogdet(spread)[1]
        terms.append(np.log(len(own) / len(members)) - 0.5 * (square + size))
    out: Flat = np.logaddexp.reduce(np.stack(terms), axis=0)
    return out


def _grouped(points: Flat, groups: int) -> tuple[Flat, NDArray[np.int64]]:
    """At most `groups` centres, and which of them each point is nearest to (Lloyd 1982).

    The first centres are points far from one another, so the answer is always the same one,
    and fewer where the points differ in fewer places.
    """
    centres = [points.mean(axis=0)]
    away = ((points - centres[0]) ** 2).sum(axis=1)
    while len(centres) < groups and away.max() > 1.0:
        # Not the farthest, which is an outlier: the one before which most of the distance lies.
        ranked = np.argsort(away, kind="stable")
        total = np.cumsum(away[ranked])
        centres.append(points[ranked[int(np.searchsorted(total, 0.75 * total[-1]))]])
        away = np.minimum(away, ((points - centres[-1]) ** 2).sum(axis=1))
    middle = np.stack(centres)
    group = np.zeros(len(points), np.int64)
    for _ in range(10):
        square = (middle**2).sum(axis=1) - 2 * points @ middle.T
        group = square.argmin(axis=1)
        count = np.bincount(group, minlength=len(middle))
        sums = np.stack([np.bincount(group, column, len(middle)) for column in points.T], axis=1)
        middle = np.where(count[:, None] > 0, sums / np.maximum(count, 1)[:, None], middle)
    return middle, group


def _logistic(odds: Flat) -> Flat:
    out: Flat = 1 / (1 + np.exp(-odds))
    return out


@dataclass(frozen=True, slots=True, eq=False)
class _Walker:
    """The picture's grid, its edges weak where neighbours differ."""

    laplacian: sparse.csc_matrix
    shape: tuple[int, int]

    @classmethod
    def over(cls, colours: Lab) -> _Walker:
        high, wide = colours.shape[:2]
        number = np.arange(high * wide).reshape(high, wide)
        starts, ends, weights = [], [], []
        for here, there in (
            (np.s_[:, :-1], np.s_[:, 1:]),
            (np.s_[:-1], np.s_[1:]),
        ):
            apart = ((colours[here] - colours[there]) ** 2).sum(axis=-1)
            # Against the picture's own noise, that texture is not taken for edges.
            scale = _EDGE * 25 / (25 + 2 * float(np.mean(apart)))
            weights.append(np.exp(-scale * apart).ravel() + 1e-3)
            starts.append(number[here].ravel())
            ends.append(number[there].ravel())
        start, end, weight = (np.concatenate(part) for part in (starts, ends, weights))
        count = high * wide
        near = sparse.coo_matrix((weight, (start, end)), (count, count))
        near = (near + near.T).tocsc()
        degree = sparse.diags(np.asarray(near.sum(axis=1)).ravel())
        return cls((degree - near).tocsc(), (high, wide))

    def solve(self, prior: Flat) -> Flat:
        """(H, W) in 0..1: each the mean of its neighbours and of what the prior says."""
        # A doubtful prior counts little.
        sure = _PULL * (0.1 + 4 * np.abs(prior - 0.5)).ravel()
        system = (self.laplacian + sparse.diags(sure)).tocsc()
        flat = spsolve(system, sure * prior.ravel(), permc_spec="MMD_AT_PLUS_A")
        out: Flat = flat.reshape(self.shape)
        return out
