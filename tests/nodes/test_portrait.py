"""The recipe for a pet's portrait without a model, in the embedded host, and its nodes."""

from __future__ import annotations

import asyncio
import copy
import io
import uuid
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skimage.data
from avatarforge.forge.host.embedded.context import Execution, entered
from avatarforge.forge.host.embedded.host import EmbeddedHost
from avatarforge.forge.host.port import Directories, Event, Failed, Finished
from avatarforge.forge.jobs import delivery
from avatarforge.forge.recipes.recipe import shipped
from avatarforge.forge.recipes.request import GenerationRequest
from avatarforge.forge.store.blobs import Blobs
from avatarforge.nodes.pack import NODES
from avatarforge.nodes.pictures import load_cutout, load_picture
from avatarforge.nodes.portrait import PetType
from PIL import Image

RECIPE = next(recipe for recipe in shipped() if recipe.name == "drawn-portrait")
JOB = "0f8fad5b-d9cb-469f-a165-70867728950e"
PATIENCE = 120.0  # seconds


def graph(words: str = "dog", **wish: Any) -> dict[str, Any]:
    usual = {"prompt": "", "seed": 1, "width": 832, "height": 1216, "reference_image": "pet.png"}
    filled = copy.deepcopy(dict(RECIPE.fill(GenerationRequest(**{**usual, **wish}))))
    filled["229"]["inputs"]["text"] = words
    return filled


async def made(
    folder: Path, picture: np.ndarray[Any, Any], graph: dict[str, Any]
) -> tuple[bytes, list[str]]:
    """The PNG, and what the job was told."""
    host = EmbeddedHost(folder, NODES)
    host.directories.input.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(host.directories.input / "pet.png")
    events: asyncio.Queue[Event] = asyncio.Queue()
    warnings: list[str] = []
    try:
        await host.submit(
            str(uuid.uuid4()), graph, events.put_nowait,
            extra_pnginfo={delivery.JOB_KEY: {"job": JOB}},
        )  # fmt: skip
        while True:
            event = await asyncio.wait_for(events.get(), PATIENCE)
            assert not isinstance(event, Failed), event
            warnings += getattr(event, "output", {}).get(delivery.WARNINGS_KEY, [])
            if isinstance(event, Finished):
                break
    finally:
        host.prompts.close()
        assert await asyncio.to_thread(host.prompts.join, PATIENCE)
    (path,) = Blobs(host.directories.private).job_staging(JOB).glob("*.png")
    return path.read_bytes(), warnings


async def test_a_photograph_becomes_a_portrait_of_the_size_asked_for(tmp_path: Path) -> None:
    png, warnings = await made(tmp_path, skimage.data.chelsea(), graph("Katze"))
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.size == (832, 1216)
    assert warnings == []


async def test_a_flat_picture_gives_a_portrait_and_a_note(tmp_path: Path) -> None:
    flat = np.full((64, 64, 3), 90, np.uint8)
    png, warnings = await made(tmp_path, flat, graph("zorgle", width=256, height=384))
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.size == (256, 384)
    assert any("zorgle" in line for line in warnings)
    assert any("middle of the picture" in line for line in warnings)


async def test_what_is_transparent_is_not_the_animal(tmp_path: Path) -> None:
    """A cat before noise as bright as itself, which nothing but its alpha tells it from."""
    cat = skimage.data.chelsea()
    high, wide = cat.shape[:2]
    y, x = np.mgrid[0:high, 0:wide]
    inside = np.hypot((x - 245) / 170, (y - 160) / 150) < 1
    ground = np.random.default_rng(3).integers(60, 200, cat.shape, np.uint8)
    picture = np.where(inside[..., None], cat, ground)
    pictures = []
    for name, alpha in (("clear", inside * 255), ("opaque", np.full_like(inside, 255, np.uint8))):
        file = np.dstack([picture, alpha.astype(np.uint8)])
        png, warnings = await made(tmp_path / name, file, graph("cat", width=256, height=384))
        pictures.append(png)
        assert warnings == [], name
    assert pictures[0] != pictures[1]


def in_turn(folder: Path) -> AbstractContextManager[None]:
    """A node's turn, with this folder for ComfyUI's input folder."""
    return entered(Execution("prompt", "1", Directories(folder, folder, folder, folder)))


def test_the_mask_is_where_the_picture_is_not_transparent(tmp_path: Path) -> None:
    alpha = np.zeros((30, 40), np.uint8)
    alpha[5:25, 10:30] = 255
    Image.fromarray(np.dstack([np.full((30, 40, 3), 9, np.uint8), alpha])).save(tmp_path / "a.png")
    with in_turn(tmp_path):
        mask, image = load_cutout("a.png"), load_picture("a.png")
        assert load_cutout("") is None
    assert mask is not None and np.array_equal(mask[0].numpy(), alpha > 0)
    assert image is not None and float(image[0, 0, 0, 0]) == 1.0, "on white"


@pytest.mark.parametrize(
    ("mode", "alpha"), [("RGB", None), ("RGBA", 255), ("RGBA", 0), ("LA", 255)], ids=str
)
def test_transparency_that_tells_nothing_is_no_mask(
    tmp_path: Path, mode: str, alpha: int | None
) -> None:
    picture = Image.new(mode, (40, 30))
    if alpha is not None:
        picture.putalpha(alpha)
    picture.save(tmp_path / "pet.png")
    with in_turn(tmp_path):
        assert load_cutout("pet.png") is None


def test_pet_words_that_sexualise_minors_are_refused() -> None:
    with pytest.raises(ValueError, match="minor"):
        PetType.execute(text="sexy naked little girl, 9 years old")
