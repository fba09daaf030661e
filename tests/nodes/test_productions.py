"""The drawn recipes of an anime production, from the request to files, in the embedded host."""

from __future__ import annotations

import asyncio
import io
import json
import uuid
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from avatarforge.forge.host.embedded.host import EmbeddedHost
from avatarforge.forge.host.port import Event, Failed, Finished
from avatarforge.forge.jobs import delivery
from avatarforge.forge.jobs.job import Output
from avatarforge.forge.motion.poses import ANGLES
from avatarforge.forge.recipes.recipe import shipped
from avatarforge.forge.recipes.request import GenerationRequest
from avatarforge.forge.store.blobs import Blobs
from avatarforge.nodes.pack import NODES
from PIL import Image

RECIPES = {recipe.name: recipe for recipe in shipped()}
JOB = "0f8fad5b-d9cb-469f-a165-70867728950e"
PATIENCE = 120.0  # seconds

Made = dict[str, tuple[Output, bytes]]


async def made(folder: Path, recipe: str, **asked: Any) -> Made:
    """By role, what the recipe delivers for this request."""
    wish = {"prompt": "anime girl with blue hair", "seed": 5, "width": 256, "height": 256, **asked}
    graph = RECIPES[recipe].fill(GenerationRequest(**wish))
    host = EmbeddedHost(folder, NODES)
    events: asyncio.Queue[Event] = asyncio.Queue()
    try:
        await host.submit(
            str(uuid.uuid4()), graph, events.put_nowait,
            extra_pnginfo={delivery.JOB_KEY: {"job": JOB}},
        )  # fmt: skip
        while True:
            event = await asyncio.wait_for(events.get(), PATIENCE)
            assert not isinstance(event, Failed), event
            if isinstance(event, Finished):
                break
    finally:
        host.prompts.close()
        assert await asyncio.to_thread(host.prompts.join, PATIENCE)
    staging = Blobs(host.directories.private).job_staging(JOB)
    outputs = delivery.read(event.outputs, staging)
    assert len({output.role for output in outputs}) == len(outputs)
    return {each.role: (each, (staging / each.filename).read_bytes()) for each in outputs}


def picture(data: bytes) -> np.ndarray[Any, Any]:
    with Image.open(io.BytesIO(data)) as opened:
        return np.asarray(opened.convert("RGB"))


def played(data: bytes) -> tuple[list[np.ndarray[Any, Any]], Any]:
    with av.open(io.BytesIO(data), "r") as container:
        assert container.duration is not None
        stream = container.streams.video[0]
        rate, codec, form = stream.average_rate, stream.codec.canonical_name, stream.pix_fmt
        seconds = container.duration / av.time_base
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    return frames, (float(rate or 0), codec, form, seconds)


async def test_a_picture_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    files = await made(tmp_path, "drawn-anime-image", width=328, height=264,
                       prompt="anime girl with blue hair on the beach")  # fmt: skip
    output, data = files["output"]
    assert (output.mime_type, output.width, output.height) == ("image/png", 328, 264)
    assert picture(data).shape == (264, 328, 3)


async def test_a_sheet_has_eight_pictures_and_its_quality(tmp_path: Path) -> None:
    files = await made(tmp_path, "drawn-character-sheet", width=256, height=384)
    assert files.keys() == {"sheet", *ANGLES, "quality"}
    for angle in ANGLES:
        assert picture(files[angle][1]).shape == (384, 256, 3)
    quality = json.loads(files["quality"][1])
    assert quality["threshold"] == 0.8 and 0.8 <= quality["score"] <= 1
    assert all(0 <= part <= 1 for part in quality["parts"].values())


@pytest.mark.parametrize("words", ["", " walking"])
async def test_a_loop_is_two_seconds_and_joins(tmp_path: Path, words: str) -> None:
    files = await made(tmp_path, "drawn-animation-loop", prompt="boy in a hoodie" + words)
    output, data = files["output"]
    assert (output.mime_type, output.width, output.height) == ("video/mp4", 256, 256)
    frames, (rate, codec, form, seconds) = played(data)
    assert (len(frames), rate, codec, form) == (48, 24.0, "h264", "yuv420p")
    assert seconds == pytest.approx(2.0)
    assert data.index(b"moov") < data.index(b"mdat"), "a player waits for the whole file"
    assert json.loads(files["quality"][1])["score"] >= 0.8


async def test_a_film_is_five_seconds(tmp_path: Path) -> None:
    files = await made(tmp_path, "drawn-full-video", prompt="a knight in a castle")
    frames, (rate, *_, seconds) = played(files["output"][1])
    assert (len(frames), rate, seconds) == (120, 24.0, pytest.approx(5.0))
    assert json.loads(files["quality"][1])["score"] >= 0.8


@pytest.mark.parametrize(("frames", "fps"), [(24, 8.0), (30, 30.0)])
async def test_a_video_is_as_long_as_asked(tmp_path: Path, frames: int, fps: float) -> None:
    files = await made(tmp_path, "drawn-anime-video", frames=frames, fps=fps, width=264)
    seen, (rate, *_, seconds) = played(files["output"][1])
    assert (len(seen), rate) == (frames, fps)
    assert seconds == pytest.approx(frames / fps)
    assert seen[0].shape == (256, 264, 3)
