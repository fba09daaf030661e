"""Where the dear array work runs: one set of names over numpy and over torch.

numpy is the reference. Code that takes a `Device` is written once, for both: it calls by
`device.xp` the functions that numpy and torch share by name, arguments and meaning, and by the
methods here what they do not share. Nothing here loads torch.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.ndimage import distance_transform_edt

Array: TypeAlias = Any  # numpy's array or torch's tensor, as the device has it
Kind: TypeAlias = Literal["float32", "float64", "int32", "int64"]


class Device(ABC):
    """`name` is for reports: "numpy", or torch's name of the device.

    `faces`, `rows`, `fragments` and `points` are how many triangles, runs of pixels, candidates
    of pixels and texels are worked on at once: what bounds the memory.
    """

    name: str
    xp: Any
    faces: int
    rows: int
    fragments: int
    points: int

    @abstractmethod
    def array(self, values: ArrayLike, kind: Kind | None = None) -> Array:
        """Values of the host's memory on the device, of the same type or of `kind`."""

    @abstractmethod
    def host(self, array: Array) -> NDArray[Any]:
        """The way back."""

    @abstractmethod
    def full(self, count: int, value: float, kind: Kind) -> Array:
        """(count,)"""

    @abstractmethod
    def cast(self, array: Array, kind: Kind) -> Array: ...

    @abstractmethod
    def spread(self, counts: Array) -> tuple[Array, Array]:
        """(K,) counts to two (sum,) int64: of which of the K each is, and its place in there."""

    @abstractmethod
    def ratio(self, above: Array, below: Array) -> Array:
        """`above / below`, and 0 where `below` is 0."""

    @abstractmethod
    def ranked(self, values: Array) -> Array:
        """(M, 3) to the int64 order of each row, equal ones as they stand."""

    @abstractmethod
    def taken(self, array: Array, order: Array) -> Array:
        """(M, 3, 2) with the second axis in the `order` (M, 3)."""

    @abstractmethod
    def lower(self, target: Array, at: Array, values: Array) -> None:
        """`target[at]` becomes the lowest of itself and of all values given for it."""

    @abstractmethod
    def first(self, target: Array, at: Array, values: Array) -> None:
        """`target[at]` becomes the first of the ascending values given for it."""

    @abstractmethod
    def counted(self, at: Array, length: int) -> Array:
        """(length,) int32 how often each number is there."""

    @abstractmethod
    def out_of_memory(self, error: BaseException) -> bool:
        """Whether the error says that a GPU has too little room: numpy may have enough."""

    @abstractmethod
    def distance(self, inside: Array, reach: float) -> Array:
        """(H, W) float32 pixels to the nearest that is not `inside`, exact up to `reach`, any
        number above it beyond; what lies outside the picture counts as inside."""


class Numpy(Device):
    """The reference: the same input gives the same bytes."""

    name = "numpy"
    xp: Any = np
    # Triangles and texels all at once: pieces would be no faster.
    faces = rows = points = 1 << 62
    fragments = 4_000_000

    def array(self, values: ArrayLike, kind: Kind | None = None) -> Array:
        return np.asarray(values, kind)

    def host(self, array: Array) -> NDArray[Any]:
        return np.asarray(array)

    def full(self, count: int, value: float, kind: Kind) -> Array:
        return np.full(count, value, kind)

    def cast(self, array: Array, kind: Kind) -> Array:
        return array.astype(kind, copy=False)

    def spread(self, counts: Array) -> tuple[Array, Array]:
        owner = np.repeat(np.arange(len(counts)), counts)
        return owner, np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)

    def ratio(self, above: Array, below: Array) -> Array:
        out = np.zeros(np.broadcast_shapes(np.shape(above), below.shape))
        return np.divide(above, below, out=out, where=below != 0)

    def ranked(self, values: Array) -> Array:
        return np.argsort(values, axis=1, kind="stable")

    def taken(self, array: Array, order: Array) -> Array:
        return np.take_along_axis(array, order[..., None], axis=1)

    def lower(self, target: Array, at: Array, values: Array) -> None:
        np.minimum.at(target, at, values)

    def first(self, target: Array, at: Array, values: Array) -> None:
        target[at[::-1]] = values[::-1]  # of several the last assigned stays

    def counted(self, at: Array, length: int) -> Array:
        return np.bincount(at, minlength=length).astype(np.int32)

    def out_of_memory(self, error: BaseException) -> bool:
        return False

    def distance(self, inside: Array, reach: float) -> Array:
        out = np.zeros(inside.shape, np.float32)
        rows, columns = np.nonzero(inside.any(axis=1))[0], np.nonzero(inside.any(axis=0))[0]
        if not len(rows):
            return out
        if inside.all():
            out[:] = np.inf
            return out
        box = (
            slice(max(int(rows[0]) - 1, 0), int(rows[-1]) + 2),
            slice(max(int(columns[0]) - 1, 0), int(columns[-1]) + 2),
        )
        out[box] = distance_transform_edt(inside[box])
        return out


NUMPY = Numpy()


def pieces(count: int, most: int) -> Iterator[slice]:
    """0 to `count` in steps of at most `most`; one empty piece where there is nothing."""
    for begin in range(0, max(count, 1), min(most, max(count, 1))):
        yield slice(begin, min(begin + most, count))


def shares(sizes: NDArray[np.int64], most: int) -> Iterator[slice]:
    """Pieces of things with `sizes`, each of one thing or of `most` in sum."""
    ends = np.cumsum(sizes)
    begin = 0
    while begin < len(ends):
        done = int(ends[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, done + most, side="right")))
        yield slice(begin, end)
        begin = end


def steps(reach: float) -> range:
    """The pixels to either side that a distance up to `reach` can lie in."""
    return range(-math.ceil(reach), math.ceil(reach) + 1)
