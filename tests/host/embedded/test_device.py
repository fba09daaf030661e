"""What computes is said before torch is loaded, and by torch afterwards."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from avatarforge.forge.host.embedded import device
from avatarforge.forge.host.embedded.comfy_api import io

from .support import Bench, node

CUDA_BUILD = "__version__ = '2.13.0+cu130'\ncuda: Optional[str] = '13.0'\nhip = None\n"
CPU_BUILD = "__version__ = '2.13.0+cpu'\ncuda: Optional[str] = None\nhip = None\n"


@pytest.mark.parametrize(
    ("version", "has_driver", "expected"),
    [
        (CUDA_BUILD, True, "cuda:0"),
        (CUDA_BUILD, False, "cpu"),
        (CPU_BUILD, True, "cpu"),
        (None, True, "cpu"),
    ],
)
def test_the_device_is_told_from_files(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    version: str | None,
    has_driver: bool,
    expected: str,
) -> None:
    if version is not None:
        (tmp_path / "version.py").write_text(version)
    spec = ModuleSpec("torch", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    monkeypatch.setattr(device, "_has_cuda_driver", lambda: has_driver)
    monkeypatch.setattr(sys, "platform", "linux")
    assert device.expected_device() == expected


def test_without_torch_it_is_the_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert device.expected_device() == "cpu"


class UsesTorch(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("UsesTorch", is_output_node=True)

    @classmethod
    def execute(cls) -> io.NodeOutput:
        import torch

        return io.NodeOutput(ui={"sum": [int(torch.ones(3).sum())]})


async def test_torch_knows_better(
    bench_of: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = bench_of(UsesTorch)
    monkeypatch.setattr("avatarforge.forge.host.embedded.host.expected_device", lambda: "abacus")
    assert bench.host.device() == "abacus"
    await bench.run({"1": node("UsesTorch")})
    assert bench.host.device() == device.torch_device()


async def test_a_driver_that_fails_does_not_fail_prompts(
    bench_of: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> str:
        raise RuntimeError("driver too old")

    bench = bench_of()
    monkeypatch.setattr("avatarforge.forge.host.embedded.host.torch_device", broken)
    for value in range(2):
        run = await bench.run({"1": node("Show", value=value)})
        assert run.events[-1].prompt_id == run.id
    assert bench.host.device()
