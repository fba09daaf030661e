"""Loads the checkout as the package `avatarforge`, by path, as ComfyUI loads it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def _load_package() -> None:
    if "avatarforge" in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        "avatarforge", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    assert spec is not None and spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules["avatarforge"] = package
    spec.loader.exec_module(package)


_load_package()
