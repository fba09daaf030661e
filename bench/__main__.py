"""`python bench NAME ... --json FILE`: loads the checkout as `avatarforge`, then measures."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).absolute().parents[1]


def main() -> int:
    # Python searches the folder of a script first, and there are modules here that are named
    # like some of its own.
    here = Path(__file__).absolute().parent
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").absolute() != here]
    spec = importlib.util.spec_from_file_location(
        "avatarforge", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    assert spec is not None and spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules["avatarforge"] = package
    spec.loader.exec_module(package)
    return int(importlib.import_module("avatarforge.bench.discovery").main(sys.argv[1:]))


if __name__ == "__main__":
    sys.exit(main())
