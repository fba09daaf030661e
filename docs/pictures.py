"""Draws what the drawn engine can do.

`python docs/pictures.py DIR [NAME ...]` draws the contact sheets, or those named, into a
folder; the command `sheets` of install.py is this. `python docs/pictures.py --docs` draws
the pictures that the documents show, and the sheets small enough for them, into docs/images.
Both run in the environment that `python install.py sheets` makes.
"""

from __future__ import annotations

import argparse
import importlib
import io
import runpy
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
IMAGES = HERE / "images"
LARGEST = 900_000  # bytes of a picture in the documents
QUALITIES = (92, 88, 84, 80, 76)  # of JPEG; where none is small enough, fewer pixels are
WARRIOR = "female warrior, blue armor, long white hair, red cape, holding a sword"
PEOPLE = (
    WARRIOR,
    "old wizard with a long grey beard, purple robe and round glasses",
    "elf archer, green tunic, brown cloak, long auburn braid, bow",
    "pirate captain, eye patch, red coat, black hat, sword",
    "cyberpunk woman, neon pink undercut, black jacket, tech implants",
    "businessman, grey suit, short black hair, glasses",
    "girl with black twintails, sailor uniform, cat ears",
    "woman in a red floral kimono, black bun, umbrella",
)


def part(name: str) -> Any:
    """A module of forge/avatar, whatever this checkout's folder is called."""
    return room(f"avatar.{name}")


def room(name: str) -> Any:
    """A module of forge."""
    runpy.run_path(str(HERE.parent / "__main__.py"))["load_package"]()
    return importlib.import_module(f"avatarforge.forge.{name}")


def every_sheet() -> Mapping[str, Callable[..., Any]]:
    rooms = ("avatar", "scene", "mesh", "motion", "portrait")
    return {
        name: sheet for each in rooms for name, sheet in room(f"{each}.showcase").SHEETS.items()
    }


def drawn(prompt: str, **wish: Any) -> Any:
    artist, words = part("artist"), part("words")
    return artist.paint(words.read_words(prompt).features, artist.Wish(**wish)).picture[..., :3]


def people() -> Any:
    pictures = [
        drawn(prompt, width=300, height=420, seed=seed) for seed, prompt in enumerate(PEOPLE, 1)
    ]
    return np.vstack([np.hstack(pictures[:4]), np.hstack(pictures[4:])])


def warrior() -> Any:
    return drawn(WARRIOR, width=512, height=512, seed=7)


def styles() -> Any:
    names = part("styles").STYLES
    return np.hstack([drawn(WARRIOR, width=256, height=384, seed=7, style=name) for name in names])


def model_sheet() -> Any:
    features = part("words").read_words(WARRIOR).features
    return part("model_sheet").model_sheet(features, seed=7, width=1400, title="Warrior")


README: Mapping[str, Callable[[], Any]] = {
    "people": people,
    "warrior": warrior,
    "styles": styles,
    "sheet": model_sheet,
    "scenes": lambda: room("scene.showcase").six(),
}
"""By the file's name, without its ending."""


def draw_sheets(folder: Path, names: Sequence[str]) -> None:
    sheets = every_sheet()
    unknown = [name for name in names if name not in sheets]
    if unknown:
        sys.exit(f"No such sheet: {', '.join(unknown)}. There are: {', '.join(sheets)}")
    chosen = names or list(sheets)
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(chosen, 1):
        told = _Progress(f"[{number}/{len(chosen)}]", name)
        image = Image.fromarray(sheets[name](told.step))
        path = folder / f"{name}.png"
        image.save(path, optimize=True)
        told.done(path, image)


def draw_documents(folder: Path) -> None:
    sheets = every_sheet()
    folder.mkdir(parents=True, exist_ok=True)
    count = len(README) + len(sheets)
    for number, (name, draw) in enumerate(README.items(), 1):
        told = _Progress(f"[{number}/{count}]", name)
        image, data = small(Image.fromarray(np.ascontiguousarray(draw())), "PNG")
        path = folder / f"{name}.png"
        path.write_bytes(data)
        told.done(path, image)
    for number, (name, sheet) in enumerate(sheets.items(), len(README) + 1):
        told = _Progress(f"[{number}/{count}]", name)
        image, data = small(Image.fromarray(sheet(told.step)), "JPEG")
        path = folder / f"sheet_{name}.jpg"
        path.write_bytes(data)
        told.done(path, image)


def small(image: Image.Image, kind: str, largest: int = LARGEST) -> tuple[Image.Image, bytes]:
    """As a PNG or JPEG of at most so many bytes, and what was put in it."""
    while True:
        for quality in QUALITIES if kind == "JPEG" else (0,):
            buffer = io.BytesIO()
            image.save(buffer, kind, quality=quality, optimize=True, progressive=True)
            if buffer.tell() <= largest:
                return image, buffer.getvalue()
        size = (image.width * 7 // 8, image.height * 7 // 8)
        image = image.resize(size, Image.Resampling.LANCZOS)


class _Progress:
    """One line for a picture, that counts where somebody looks on."""

    def __init__(self, place: str, name: str) -> None:
        self._place, self._name = place, name
        self._start, self._steps = time.monotonic(), 0

    def step(self) -> None:
        self._steps += 1
        if sys.stdout.isatty():
            sys.stdout.write(f"\r{self._place} {self._name}: {self._steps}")
            sys.stdout.flush()

    def done(self, path: Path, image: Image.Image) -> None:
        seconds = time.monotonic() - self._start
        back = "\r" if sys.stdout.isatty() else ""
        size = f"{image.width}x{image.height}, {path.stat().st_size // 1000} KB"
        sys.stdout.write(f"{back}{self._place} {path}  {size}, {seconds:.0f} s\n")
        sys.stdout.flush()


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="docs/pictures.py", description=(__doc__ or "").strip())
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--docs", action="store_true", help="the documents' pictures")
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="for contact sheets")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these sheets")
    options = parser.parse_args(arguments)
    if options.docs:
        draw_documents(options.folder or IMAGES)
    elif options.folder is None:
        parser.error("name a folder, or --docs")
    else:
        draw_sheets(options.folder, options.names)


if __name__ == "__main__":
    main(sys.argv[1:])
