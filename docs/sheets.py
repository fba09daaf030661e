"""Draws the contact sheets: `python docs/sheets.py DIR [NAME ...]`.

Runs in the environment of install.py, whose command `sheets` is this.
"""

from __future__ import annotations

import importlib
import runpy
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image

HERE = Path(__file__).resolve().parent


def main(folder: Path, names: Sequence[str]) -> None:
    runpy.run_path(str(HERE.parent / "__main__.py"))["load_package"]()
    sheets: Any = importlib.import_module("avatarforge.forge.avatar.showcase").SHEETS
    unknown = [name for name in names if name not in sheets]
    if unknown:
        sys.exit(f"No such sheet: {', '.join(unknown)}. There are: {', '.join(sheets)}")
    chosen = names or list(sheets)
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(chosen, 1):
        start = time.monotonic()
        done = 0

        def step(name: str = name, number: int = number) -> None:
            nonlocal done
            done += 1
            if sys.stdout.isatty():
                sys.stdout.write(f"\r[{number}/{len(chosen)}] {name}: {done}")
                sys.stdout.flush()

        image = Image.fromarray(sheets[name](step))
        path = folder / f"{name}.png"
        image.save(path, optimize=True)
        sys.stdout.write("\r" if sys.stdout.isatty() else "")
        seconds = time.monotonic() - start
        size = f"{image.width}x{image.height}"
        sys.stdout.write(f"[{number}/{len(chosen)}] {path}  {size}, {seconds:.0f} s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python docs/sheets.py DIR [NAME ...]")
    main(Path(sys.argv[1]), sys.argv[2:])
