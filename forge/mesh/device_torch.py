"""torch as a device of the mesh's array work, and the choice between it and numpy.

torch is loaded by the choice alone, and only where a GPU may be behind it.

What a torch device promises: geometry in double precision, and no sum whose order a GPU leaves
open (of several values for one place the lowest is taken, or their number), so the same input
gives the same arrays there each time. The faces found and their depths are numpy's; weights and
colours may differ from its by roundings: of logarithms, powers, means, and of divisions by one
number, which CUDA makes multiplications.
"""

from __future__ import annotations

import importlib
import logging
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..host.embedded.device import expected_device
from .device import NUMPY, Array, Device, Kind, steps
from .scan import Scan

log = logging.getLogger(__name__)

Done = TypeVar("Done")


class Torch(Device):
    """`torch` is the module, `name` the device in its words: "cpu", "cuda:0", "xpu:0".

    Works in pieces that hold about 300 MB at a time, whatever the mesh and the texture.
    """

    faces = 1 << 17
    rows = 1 << 20
    fragments = 1 << 21
    points = 1 << 19

    def __init__(self, torch: Any, name: str) -> None:
        self.xp = torch
        self.name = name

    def array(self, values: ArrayLike, kind: Kind | None = None) -> Array:
        array = np.ascontiguousarray(values)
        if not array.flags.writeable:
            array = array.copy()  # torch would warn of it
        tensor = self.xp.from_numpy(array).to(self.name)
        return tensor if kind is None else self.cast(tensor, kind)

    def host(self, array: Array) -> NDArray[Any]:
        found: NDArray[Any] = array.cpu().numpy()
        return found

    def full(self, count: int, value: float, kind: Kind) -> Array:
        return self.xp.full((count,), value, dtype=getattr(self.xp, kind), device=self.name)

    def cast(self, array: Array, kind: Kind) -> Array:
        return array.to(getattr(self.xp, kind))

    def spread(self, counts: Array) -> tuple[Array, Array]:
        numbers = self.xp.arange(len(counts), device=counts.device)
        owner = self.xp.repeat_interleave(numbers, counts)
        begin = self.xp.cumsum(counts, dim=0) - counts
        return owner, self.xp.arange(len(owner), device=counts.device) - begin[owner]

    def ratio(self, above: Array, below: Array) -> Array:
        if not isinstance(above, self.xp.Tensor):
            above = self.xp.full_like(below, above)  # a number's would be a reciprocal's multiple
        return self.xp.where(below != 0, above / below, 0.0)

    def ranked(self, values: Array) -> Array:
        return self.xp.argsort(values, dim=1, stable=True)

    def taken(self, array: Array, order: Array) -> Array:
        return self.xp.take_along_dim(array, order[..., None], dim=1)

    def lower(self, target: Array, at: Array, values: Array) -> None:
        target.scatter_reduce_(0, at, values, "amin")

    def first(self, target: Array, at: Array, values: Array) -> None:
        target[at] = self.xp.iinfo(target.dtype).max
        target.scatter_reduce_(0, at, values, "amin")

    def counted(self, at: Array, length: int) -> Array:
        return self.xp.bincount(at, minlength=length).to(self.xp.int32)

    def distance(self, inside: Array, reach: float) -> Array:
        # Squared distances are whole numbers: along the columns first, then along the rows.
        far = float("inf")
        squared = self.xp.where(inside, far, 0.0).to(self.xp.float32)
        for axis in (0, 1):
            nearest = squared.clone()
            size = inside.shape[axis]
            for step in steps(reach):
                count = size - abs(step)
                if step and count > 0:
                    to = nearest.narrow(axis, max(-step, 0), count)
                    from_ = squared.narrow(axis, max(step, 0), count)
                    self.xp.minimum(to, from_ + float(step * step), out=to)
            squared = nearest
        return self.xp.sqrt(squared)

    def out_of_memory(self, error: BaseException) -> bool:
        if isinstance(error, self.xp.cuda.OutOfMemoryError):
            return True
        # Some drivers say so in a plain RuntimeError.
        return isinstance(error, RuntimeError) and "out of memory" in str(error).lower()


def chosen(device: str | None = None) -> Device:
    """Where to work: numpy, or torch on a GPU where there is one.

    None takes ComfyUI's device where this runs in ComfyUI, else the first CUDA one; numpy where
    there is no torch, no GPU, or one that does not pass a trial: it must know double precision
    (MPS does not) and find what numpy finds. "numpy" is numpy, and any other name is torch's
    device of that name, "cpu" too. Raises ValueError where that one cannot be used.
    """
    if device == NUMPY.name:
        return NUMPY
    name = _gpu() if device is None else device
    if name is None:
        return NUMPY
    try:
        found = Torch(importlib.import_module("torch"), name)
    except ImportError as error:
        complaint: str | None = str(error)
    else:
        complaint = _complaint(found)
        if complaint is None:
            return found
    if device is not None:
        raise ValueError(f"the device {device!r} cannot be used: {complaint}")
    log.warning("AvatarForge: meshes are worked on by numpy, not by %s: %s", name, complaint)
    return NUMPY


def done_on(device: Device, work: Callable[..., Done]) -> Done:
    """`work(device=device)`, or with numpy where a GPU has too little memory for it."""
    try:
        return work(device=device)
    except Exception as error:
        if not device.out_of_memory(error):
            raise
        log.warning("AvatarForge: too little memory on %s, numpy goes on: %s", device.name, error)
    return work(device=NUMPY)


def _gpu() -> str | None:
    """torch's name of the GPU to use; None where there is none."""
    management = sys.modules.get("comfy.model_management")
    ask = getattr(management, "get_torch_device", None)
    if ask is not None:
        name = str(ask())
        # MPS has no double precision: no need to try.
        return None if name.startswith(("cpu", "mps")) else name
    torch = sys.modules.get("torch")
    if torch is None:
        return "cuda:0" if expected_device().startswith("cuda") else None
    cuda = getattr(torch, "cuda", None)  # of a torch that another thread is loading not yet there
    return "cuda:0" if cuda is not None and cuda.is_available() else None


_told: dict[str, str | None] = {}


def _complaint(device: Torch) -> str | None:
    """What is wrong with the device, found out once for each; None where nothing is."""
    if device.name in _told:
        return _told[device.name]
    points = [[(1, 1), (14, 3), (4, 13)], [(15, 15), (2, 9), (9, 2)], [(-5, 8), (21, 0.5), (9, 30)]]
    corners = np.array([*points, points[0]], np.float64)
    key = np.array([(1, 2, 3), (3, 1, 2), (2, 2, 2), (1, 2, 3)], np.float64) / 3
    wanted = Scan(16, 16)
    wanted.draw(corners, key)
    complaint = None
    try:
        found = Scan(16, 16, device)
        found.draw(device.array(corners), device.array(key))
        same = np.array_equal(device.host(found.found), wanted.found)
        if not (same and np.array_equal(device.host(found.nearest), wanted.nearest)):
            complaint = "it does not find what numpy finds"
    except Exception as error:  # of any kind: it is a driver's
        complaint = f"{type(error).__name__}: {error}"
        if device.out_of_memory(error):
            return complaint  # which may pass
    _told[device.name] = complaint
    return complaint
