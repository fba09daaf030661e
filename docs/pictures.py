"""Draws the README's pictures: `python docs/pictures.py`, in the environment of install.py."""

from __future__ import annotations

import importlib
import runpy
import sys
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "pictures"
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


def main() -> None:
    runpy.run_path(str(HERE.parent / "__main__.py"))["load_package"]()
    artist: Any = importlib.import_module("avatarforge.forge.avatar.artist")
    words: Any = importlib.import_module("avatarforge.forge.avatar.words")
    styles: Any = importlib.import_module("avatarforge.forge.avatar.styles")
    sheets: Any = importlib.import_module("avatarforge.forge.avatar.model_sheet")
    FOLDER.mkdir(exist_ok=True)

    def drawn(prompt: str, **wish: Any) -> Any:
        return artist.paint(words.read_words(prompt).features, artist.Wish(**wish)).picture[..., :3]

    def save(name: str, picture: Any) -> None:
        image = Image.fromarray(np.ascontiguousarray(picture))
        image.save(FOLDER / name, optimize=True)
        sys.stdout.write(f"{name} {image.width}x{image.height}\n")

    people = [
        drawn(prompt, width=300, height=420, seed=seed) for seed, prompt in enumerate(PEOPLE, 1)
    ]
    save("people.png", np.vstack([np.hstack(people[:4]), np.hstack(people[4:])]))
    save("warrior.png", drawn(WARRIOR, width=512, height=512, seed=7))
    save(
        "styles.png",
        np.hstack([drawn(WARRIOR, width=256, height=384, seed=7, style=s) for s in styles.STYLES]),
    )
    features = words.read_words(WARRIOR).features
    save("sheet.png", sheets.model_sheet(features, seed=7, width=1400, title="Warrior"))


if __name__ == "__main__":
    main()
