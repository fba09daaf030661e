"""A pack that mounts the comfyui host in a real ComfyUI and lets a test drive it by HTTP."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _open_package(name: str, folder: Path) -> None:
    """Make its modules importable, without the door that mounts the whole product."""
    package = ModuleType(name)
    package.__path__ = [str(folder)]
    sys.modules[name] = package


_ROOT = Path(os.environ["AVATARFORGE_CHECKOUT"])

# Before anything of ours is loaded, so that what loading replaces is seen.
_IDENTITIES = _load("avatarforge_identities", _ROOT / "tests" / "hosts" / "identities.py")
_BEFORE = _IDENTITIES.functions_of(*_IDENTITIES.of_comfyui())

_open_package("avatarforge", _ROOT)

from .nodes import NODE_CLASS_MAPPINGS  # noqa: E402
from .routes import mount  # noqa: E402

mount(lambda: _IDENTITIES.replaced(_BEFORE, _IDENTITIES.functions_of(*_IDENTITIES.of_comfyui())))

__all__ = ["NODE_CLASS_MAPPINGS"]
