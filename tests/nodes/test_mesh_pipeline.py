"""The recipe for characters without a model, from a picture to files, in the embedded host."""

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
from avatarforge.forge.avatar.artist import Wish, paint
from avatarforge.forge.avatar.features import Features
from avatarforge.forge.host.embedded.host import EmbeddedHost
from avatarforge.forge.host.port import Event, Failed, Finished, NodeFinished
from avatarforge.forge.jobs import delivery
from avatarforge.forge.mesh.glb import load_glb
from avatarforge.forge.mesh.mesh import topology
from avatarforge.forge.recipes.character import CharacterWish
from avatarforge.forge.recipes.recipe import shipped
from avatarforge.forge.store.blobs import Blobs
from avatarforge.nodes.pack import NODES
from avatarforge.routes.character3d.stages import STAGES, stage_of, without_rigging
from PIL import Image

RECIPE = next(recipe for recipe in shipped() if recipe.name == "silhouette-character")
JOB = "0f8fad5b-d9cb-469f-a165-70867728950e"
PREVIEWS = {"preview_mesh", "preview_texture", "preview_rig", "preview_turntable"}
PATIENCE = 120.0  # seconds


def graph() -> dict[str, Any]:
    """The recipe's, with less of everything."""
    wish = CharacterWish(
        image="person.png", prompt="", negative="", seed=1, image_size=384, mesh_input_size=384,
        outline_size=24, steps=10, guidance_scale=5.5, cfg_scale=2.0, model_name="",
        pose_type="A-pose",
    )  # fmt: skip
    filled = copy.deepcopy(dict(RECIPE.fill(wish, without=frozenset(RECIPE.parts()))))
    filled["body"]["inputs"]["faces"] = 6000
    filled["unwrap"]["inputs"]["size"] = filled["bake"]["inputs"]["size"] = 256
    for name in ("still_mesh", "still_texture", "still_rig", "turn"):
        filled[name]["inputs"]["size"] = 128
    filled["turn"]["inputs"]["frames"] = 3
    return filled


async def made(
    folder: Path, picture: np.ndarray[Any, Any], graph: dict[str, Any]
) -> tuple[dict[str, bytes], list[str], list[str]]:
    """Files by name, warnings, and the nodes that had something to show, in order."""
    host = EmbeddedHost(folder, NODES)
    host.directories.input.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(host.directories.input / "person.png")
    events: asyncio.Queue[Event] = asyncio.Queue()
    shown = []
    try:
        await host.submit(
            str(uuid.uuid4()), graph, events.put_nowait,
            extra_pnginfo={delivery.JOB_KEY: {"job": JOB}},
        )  # fmt: skip
        while True:
            event = await asyncio.wait_for(events.get(), PATIENCE)
            assert not isinstance(event, Failed), event
            if isinstance(event, NodeFinished) and delivery.OUTPUTS_KEY in event.output:
                shown.append(event.node_id)
            if isinstance(event, Finished):
                break
    finally:
        host.prompts.close()
        assert await asyncio.to_thread(host.prompts.join, PATIENCE)
    staging = Blobs(host.directories.private).job_staging(JOB)
    outputs = delivery.read(event.outputs, staging)
    files = {output.filename: (staging / output.filename).read_bytes() for output in outputs}
    assert all(name.startswith(f"{each.role}-0f8fad5b") for name, each in
               zip(files, outputs, strict=True))  # fmt: skip
    return files, delivery.read_warnings(event.outputs), shown


def drawn() -> np.ndarray[Any, Any]:
    wish = Wish(view="front", framing="figure", pose=None, style="anime", realism=False, seed=3,
                width=512, height=768)  # fmt: skip
    return paint(Features(), wish).picture


@pytest.fixture(scope="module")
def avatar(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return asyncio.run(made(tmp_path_factory.mktemp("avatar"), drawn(), graph()))


def roles(files: dict[str, bytes]) -> set[str]:
    return {name.partition("-")[0] for name in files}


def test_every_stage_has_nodes_and_no_earlier_one_waits_for_rigging() -> None:
    assert {stage_of(node) for node in RECIPE.graph.values()} == {None, *STAGES}
    kept = without_rigging(RECIPE.graph)
    for node in kept.values():
        for value in node["inputs"].values():
            assert not isinstance(value, list) or value[0] in kept


def test_a_drawn_avatar_becomes_a_textured_rigged_character(avatar: Any) -> None:
    files, warnings, _ = avatar
    needed = {"raw_mesh", "textured_mesh", "rigged_character", "rigged_glb"}
    assert roles(files) >= needed | PREVIEWS
    raw = load_glb(files["raw_mesh-0f8fad5b.glb"]).mesh
    assert topology(raw).closed and topology(raw).components == 1
    assert raw.bounds()[1][1] == pytest.approx(1.7, abs=0.01)
    textured = load_glb(files["textured_mesh-0f8fad5b.glb"]).mesh
    assert textured.texture is not None and textured.texture.shape == (256, 256, 3)
    assert len(textured.faces) == len(raw.faces)
    assert files["rigged_character-0f8fad5b.fbx"].startswith(b"Kaydara FBX Binary  \0")
    assert any("synthetic" in line for line in warnings)
    assert any("depth and back are guesses" in line for line in warnings)
    assert len(warnings) == len(set(warnings))


def test_previews_come_as_their_stage_is_done(avatar: Any) -> None:
    _, _, shown = avatar
    assert shown[:2] == ["result_raw", "preview_mesh"]
    assert set(shown[-2:]) == {"rigged", "preview_rig"}
    assert shown.index("preview_texture") < shown.index("rigged")


def test_the_texture_shows_the_person(avatar: Any) -> None:
    files, _, _ = avatar
    with Image.open(io.BytesIO(files["preview_texture-0f8fad5b.png"])) as opened:
        picture = np.asarray(opened.convert("RGB")).astype(int)
    ground = picture[0, 0]
    figure = picture[np.abs(picture - ground).max(axis=2) > 30]
    assert len(figure) > 800
    assert figure.std(axis=0).mean() > 25, "clothes, hair and skin, not one grey"
    with Image.open(io.BytesIO(files["preview_turntable-0f8fad5b.webp"])) as turn:
        assert turn.n_frames == 3  # type: ignore[attr-defined]


async def test_the_same_picture_gives_the_same_bytes(avatar: Any, tmp_path: Path) -> None:
    again = await made(tmp_path, drawn(), graph())
    assert again[0] == avatar[0]
    assert again[1] == avatar[1]


async def test_a_photo_cut_by_its_edge(tmp_path: Path) -> None:
    files, warnings, shown = await made(
        tmp_path, skimage.data.astronaut(), dict(without_rigging(graph()))
    )
    assert roles(files) == {"raw_mesh", "textured_mesh", *PREVIEWS} - {"preview_rig"}
    assert "rigged" not in shown
    assert topology(load_glb(files["raw_mesh-0f8fad5b.glb"]).mesh).closed
    assert not any("no face" in line for line in warnings)
