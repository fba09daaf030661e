"""The recipe for a pet's portrait without a model, in the embedded host, and its nodes."""

from __future__ import annotations

import asyncio
import copy
import io
import uuid
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skimage.data
from avatarforge.forge.host.embedded.host import EmbeddedHost
from avatarforge.forge.host.port import Event, Failed, Finished
from avatarforge.forge.jobs import delivery
from avatarforge.forge.recipes.recipe import shipped
from avatarforge.forge.recipes.request import GenerationRequest
from avatarforge.forge.store.blobs import Blobs
from avatarforge.nodes.pack import NODES
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


def test_pet_words_that_sexualise_minors_are_refused() -> None:
    with pytest.raises(ValueError, match="minor"):
        PetType.execute(text="sexy naked little girl, 9 years old")
