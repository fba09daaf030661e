"""Where a body branches: the tips of its limbs, and how thick they are on the way to them.

The tips are the points farthest from the middle through the inside (the geodesic extrema of
Hilaga et al. 2001). Seen from a tip, all that is equally far through the inside is a slice
across the limb, whichever way the limb points; the slices' middles are the limb's axis, and
where their size jumps it joins the body.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy import ndimage

from .voxels import Cells, Doubles, Graph, Mask, Voxels, connected, ways

MOST_TIPS = 8
_WIDER = 2.2
SHORTEST_BRANCH = 0.07
"""Of the height: what sticks out less from the body is no limb."""


@dataclass(frozen=True, slots=True, eq=False)
class Tip:
    """The end of a limb: its cell's number in the graph and its place.

    `branch` is how far it sticks out of the rest, in the mesh's units; `reach` how far it is
    from the body's middle through the inside.
    """

    node: int
    point: Doubles
    branch: float
    reach: float


@dataclass(frozen=True, slots=True, eq=False)
class Limb:
    """A limb in slices one cell thick, from its tip inwards.

    `middles` (S, 3) the slices' centres, `sizes` (S,) their cells, `pitch` their thickness.
    """

    middles: Doubles
    sizes: Doubles
    pitch: float

    @property
    def lengths(self) -> Doubles:
        """(S,) the way along the middles from the tip."""
        steps = np.linalg.norm(np.diff(self.middles, axis=0), axis=1)
        return np.concatenate([[0.0], np.cumsum(steps)])


def tips_of(voxels: Voxels, graph: Graph, height: float) -> tuple[Tip, ...]:
    """The farthest first; none for a body without limbs, such as a ball."""
    points = voxels.centres(graph.cells)
    root = int(np.linalg.norm(points - points.mean(axis=0), axis=1).argmin())
    cells = graph.cells
    depth = voxels.depth[cells[:, 0], cells[:, 1], cells[:, 2]].astype(np.float64)
    reach = ways(graph.lengths, np.array([root]))[0][0]
    found: list[Tip] = []
    sources = np.array([root])
    for _ in range(MOST_TIPS):
        away, before = ways(graph.lengths, sources, together=True)
        node = int(away.argmax())
        way = [node]
        while before[way[-1]] >= 0:
            way.append(int(before[way[-1]]))
        # What lies within the ball around the body's axis where the branch leaves is body.
        branch = float(away[node]) - float(depth[way[-1]])
        if branch < SHORTEST_BRANCH * height:
            break
        found.append(Tip(node, points[node], branch, float(reach[node])))
        sources = np.concatenate([sources, way])
    return tuple(found)


def limb_from(tip: Tip, graph: Graph, points: Doubles) -> Limb:
    """The slices between the tip and the body's middle."""
    away = ways(graph.lengths, np.array([tip.node]), limit=tip.reach)[0][0]
    near = np.isfinite(away)
    pitch = float(graph.lengths.data.min())
    level = (away[near] / pitch).astype(np.int64)
    sizes = np.bincount(level).astype(np.float64)
    sums = np.stack([np.bincount(level, points[near, axis]) for axis in range(3)], axis=1)
    kept = sizes > 0
    middles = sums[kept] / sizes[kept, None]
    smooth = ndimage.gaussian_filter1d(middles, 1.5, axis=0, mode="nearest")
    return Limb(smooth, sizes[kept], pitch)


def joins_at(limb: Limb) -> int | None:
    """The number of the slice from which on the limb is body: none is as small after it."""
    count = len(limb.sizes)
    smooth = ndimage.median_filter(limb.sizes, 3, mode="nearest")
    usual = float(np.median(smooth[int(0.2 * count) : max(int(0.5 * count), 1)]))
    end = int(0.9 * count)
    join = int(np.flatnonzero(smooth[:end] <= _WIDER * usual).max(initial=0)) + 1
    return join if 0 < join < end else None


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """The tips of a person; None for what was not found."""

    head: Tip | None
    left_hand: Tip | None
    right_hand: Tip | None
    left_foot: Tip | None
    right_foot: Tip | None

    @property
    def count(self) -> int:
        return sum(
            each is not None
            for each in (
                self.head, self.left_hand, self.right_hand, self.left_foot, self.right_foot
            )
        )  # fmt: skip


def labelled(tips: Sequence[Tip], low: Doubles, high: Doubles, middle: float) -> Labelled:
    """Which tip is which, by height first and then by side.

    `low`, `high` (3,) the body's bounding box, `middle` the x of its plane of symmetry. Feet
    are the lowest pair on either side of the middle, the head is the highest near it, the
    hands are the best matching pair of the others.
    """
    height = float(high[1] - low[1])

    def up(tip: Tip) -> float:
        return float(tip.point[1] - low[1]) / height

    def out(tip: Tip) -> float:
        return float(tip.point[0] - middle) / height

    def unlike(pair: tuple[Tip, Tip]) -> float:
        right, left = pair
        return abs(up(right) - up(left)) + abs(out(right) + out(left))

    def alike(pair: tuple[Tip, Tip]) -> bool:
        # An elbow of an arm whose hand is at the hip is a tip as well, but a nearer one.
        near, far = sorted(tip.reach for tip in pair)
        return near > 0.75 * far

    def pairs(of: Sequence[Tip]) -> list[tuple[Tip, Tip]]:
        return list(combinations(sorted(of, key=out), 2))

    def depth(pair: tuple[Tip, Tip]) -> float:
        return up(pair[0]) + up(pair[1]) - (pair[0].reach + pair[1].reach) / height / 2

    # Who stands on one leg has both feet on one side of the middle.
    low_tips = [tip for tip in tips if up(tip) < 0.2]
    feet = min(
        (pair for pair in pairs(low_tips) if out(pair[1]) - out(pair[0]) > 0.04),
        key=depth,
        default=(None, None),
    )
    rest = [tip for tip in tips if tip not in feet]
    head = max(
        (tip for tip in rest if abs(out(tip)) < 0.15 and up(tip) > 0.6), key=up, default=None
    )
    rest = [tip for tip in rest if tip is not head and up(tip) > 0.2 and abs(out(tip)) > 0.08]
    hands: tuple[Tip | None, Tip | None] = min(
        (
            pair
            for pair in pairs(rest)
            if out(pair[0]) < 0 < out(pair[1]) and unlike(pair) < 0.5 and alike(pair)
        ),
        key=lambda pair: unlike(pair) - 0.5 * (pair[0].reach + pair[1].reach) / height,
        default=(None, None),
    )
    if hands == (None, None) and rest:
        lone = max(rest, key=lambda tip: tip.reach)
        hands = (lone, None) if out(lone) < 0 else (None, lone)
    return Labelled(head, hands[1], hands[0], feet[1], feet[0])


def crotch_level(solid: Mask, left: Cells, right: Cells) -> int:
    """The lowest row of cells (along y) at which the two cells hang together from below."""
    least, most = int(max(left[1], right[1])), solid.shape[1] - 1
    while least < most:
        middle = (least + most) // 2
        labels, _ = connected(solid[:, : middle + 1])
        if labels[tuple(left)] == labels[tuple(right)]:
            most = middle
        else:
            least = middle + 1
    return least
