"""The memory of a GPU, told by a torch that stands in for one with CUDA."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from avatarforge.forge.host.gpu import GpuMemory, gpu_memory


def torch_with(memory: Any, *, available: bool = True) -> Any:
    def told(_device: object) -> Any:
        if isinstance(memory, Exception):
            raise memory
        return memory

    return SimpleNamespace(cuda=SimpleNamespace(is_available=lambda: available, mem_get_info=told))


def test_total_used_and_free() -> None:
    memory = gpu_memory(torch_with((3, 10)))
    assert memory == GpuMemory(total=10, free=3)
    assert memory.used == 7


@pytest.mark.parametrize(
    ("torch", "device"),
    [
        (None, None),
        (SimpleNamespace(), None),
        (torch_with((3, 10), available=False), None),
        (torch_with((3, 10)), SimpleNamespace(type="cpu")),
        (torch_with((3, 10)), SimpleNamespace(type="mps")),
        (torch_with(RuntimeError("CUDA driver error")), None),
    ],
)
def test_none_where_there_is_none(torch: Any, device: Any) -> None:
    assert gpu_memory(torch, device) is None
