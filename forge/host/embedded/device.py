"""What computes, said without loading torch for it."""

from __future__ import annotations

import importlib.util
import platform
import re
import sys
from ctypes.util import find_library
from pathlib import Path


def expected_device() -> str:
    """What torch will most likely use, told from its files and the driver's.

    Cheap, and right for builds without CUDA; otherwise `torch_device` knows better.
    """
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return "cpu"
    version = Path(spec.origin).with_name("version.py")
    if version.is_file():
        built_for = re.search(r"^cuda\b.*= *['\"]", version.read_text("utf-8"), re.MULTILINE)
        if built_for and _has_cuda_driver():
            return "cuda:0"
    if sys.platform == "darwin" and platform.machine() == "arm64":
        return "mps"
    return "cpu"


def _has_cuda_driver() -> bool:
    if sys.platform == "win32":
        return find_library("nvcuda") is not None
    return Path("/proc/driver/nvidia/version").exists()


def torch_device() -> str | None:
    """ "cuda:0 NVIDIA ...", "mps" or "cpu"; None while torch is not loaded.

    May take a second where it is the first to wake the driver.
    """
    torch = sys.modules.get("torch")
    if torch is None or not hasattr(torch, "cuda"):
        return None
    if torch.cuda.is_available():
        return f"cuda:0 {torch.cuda.get_device_name(0)}"
    if torch.backends.mps.is_available():
        return "mps"
    return "cpu"
