"""The memory of a GPU, as its driver tells it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class GpuMemory:
    """Bytes, of all programs together."""

    total: int
    free: int

    @property
    def used(self) -> int:
        return self.total - self.free


def gpu_memory(torch: Any, device: Any = None) -> GpuMemory | None:
    """Of `device`, or of the first; None where torch has no CUDA device there.

    May take a second where it is the first to wake the driver.
    """
    if torch is None or not hasattr(torch, "cuda") or not torch.cuda.is_available():
        return None
    if device is not None and getattr(device, "type", None) != "cuda":
        return None
    try:
        free, total = torch.cuda.mem_get_info(device)
    except RuntimeError as error:  # a driver that torch cannot talk to
        log.warning("AvatarForge: the GPU's memory is unknown: %s", error)
        return None
    return GpuMemory(total=total, free=free)
