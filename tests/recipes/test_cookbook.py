"""Which recipe a request gets, by what is installed and what came with it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from avatarforge.forge.host.embedded.host import EmbeddedHost
from avatarforge.forge.recipes import cookbook as cookbook_module
from avatarforge.forge.recipes.cookbook import Choice, Cookbook, RecipeError
from avatarforge.forge.recipes.recipe import Picture, Task, shipped
from avatarforge.forge.recipes.request import GenerationRequest
from avatarforge.nodes.pack import NODES

from .placeholders import EXAMPLES, fill_models, put
from .shelf import Shelf

NOTHING: frozenset[Picture] = frozenset()
POSE: frozenset[Picture] = frozenset({"pose"})
REFERENCE: frozenset[Picture] = frozenset({"reference"})
BOTH: frozenset[Picture] = frozenset({"pose", "reference"})

SD15 = ("checkpoints", "v1-5-pruned-emaonly-fp16.safetensors")
SD15_OPENPOSE = ("controlnet", "control_v11p_sd15_openpose_fp16.safetensors")
SDXL = ("checkpoints", "sd_xl_base_1.0.safetensors")
IP_ADAPTER = (
    ("ipadapter", "ip-adapter-plus_sd15.safetensors"),
    ("clip_vision", "CLIP-ViT-H-14-laion2B-s32B-b79K.safetensors"),
)
PACK_NODES = {node for recipe in shipped() for node in recipe.packs}
COMFY_NODES = {node for recipe in shipped() for node in recipe.node_types()} - PACK_NODES

OWN_GRAPH: dict[str, Any] = {
    "r": {"class_type": "AvatarForgeRequest", "inputs": {"prompt": "", "seed": 0}},
    "p": {"class_type": "AvatarForgePose", "inputs": {"image": ["r", 13]}},
    "o": {"class_type": "AvatarForgeResult", "inputs": {"images": ["p", 0]}},
}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "models", COMFY_NODES)


@pytest.fixture
def cookbook(shelf: Shelf, tmp_path: Path) -> Cookbook:
    return Cookbook(shelf.as_host(), tmp_path / "private")


async def name_of(cookbook: Cookbook, *arguments: Any) -> str:
    return (await cookbook.choose(*arguments)).recipe.name


async def refused(cookbook: Cookbook, *arguments: Any) -> str:
    with pytest.raises(RecipeError) as caught:
        await cookbook.choose(*arguments)
    return str(caught.value)


@pytest.mark.parametrize(
    ("task", "recipe"),
    [("avatar", "drawn-avatar"), ("pose", "drawn-avatar"), ("poses", "drawn-poses")],
)
@pytest.mark.parametrize("pictures", [NOTHING, POSE, REFERENCE, BOTH])
@pytest.mark.parametrize("engine", ["auto", "drawn"])
async def test_with_nothing_installed_it_is_drawn(
    cookbook: Cookbook, task: str, recipe: str, pictures: frozenset[Picture], engine: str
) -> None:
    choice = await cookbook.choose(task, engine, None, pictures)  # type: ignore[arg-type]
    assert (choice.recipe.name, choice.warnings) == (recipe, ())


ONE_FAMILY: Mapping[str, tuple[str, tuple[tuple[str, str], ...], frozenset[Picture], str]] = {
    "words": ("avatar", (SD15,), NOTHING, "sd15-text"),
    "words, with a ControlNet": ("avatar", (SD15, SD15_OPENPOSE), NOTHING, "sd15-text"),
    "a view": ("pose", (SD15,), NOTHING, "sd15-guided"),
    "a view, with a ControlNet": ("pose", (SD15, SD15_OPENPOSE), NOTHING, "sd15-openpose"),
    "a pose": ("avatar", (SD15,), POSE, "sd15-guided"),
    "a pose, with a ControlNet": ("avatar", (SD15, SD15_OPENPOSE), POSE, "sd15-openpose"),
    "a reference": ("avatar", (SD15,), REFERENCE, "sd15-image"),
    "a reference, with a ControlNet": ("pose", (SD15, SD15_OPENPOSE), REFERENCE, "sd15-image"),
    "all views": ("poses", (SD15,), NOTHING, "sd15-poses"),
    "all views, with a ControlNet": (
        *("poses", (SD15, SD15_OPENPOSE), POSE, "sd15-poses-openpose"),
    ),
    "another ControlNet": (
        *("avatar", (SD15, ("controlnet", "controlnet-union-sdxl-1.0-promax.safetensors"))),
        *(POSE, "sd15-guided"),
    ),
    "IP-Adapter files without the pack": ("avatar", (SD15, *IP_ADAPTER), REFERENCE, "sd15-image"),
}


@pytest.mark.parametrize(
    ("task", "files", "pictures", "recipe"), ONE_FAMILY.values(), ids=ONE_FAMILY
)
@pytest.mark.parametrize("engine", ["auto", "diffusion"])
async def test_with_models_the_request_takes_the_recipe_that_serves_it(
    cookbook: Cookbook,
    shelf: Shelf,
    task: str,
    files: tuple[tuple[str, str], ...],
    pictures: frozenset[Picture],
    recipe: str,
    engine: str,
) -> None:
    for folder, name in files:
        put(shelf.root, folder, name)
    choice = await cookbook.choose(task, engine, None, pictures)  # type: ignore[arg-type]
    assert (choice.recipe.name, choice.warnings) == (recipe, ())
    filled = choice.chosen.fill(GenerationRequest(prompt="x", seed=1, width=512, height=512))
    assert filled["checkpoint"]["inputs"]["ckpt_name"] == SD15[1]
    assert await name_of(cookbook, task, "drawn", None, pictures) in (
        "drawn-avatar",
        "drawn-poses",
    )


async def test_an_ip_adapter_is_used_where_its_pack_is(cookbook: Cookbook, shelf: Shelf) -> None:
    for folder, name in (SD15, *IP_ADAPTER):
        put(shelf.root, folder, name)
    shelf.nodes = COMFY_NODES | PACK_NODES
    assert await name_of(cookbook, "avatar", "auto", None, REFERENCE) == "sd15-ipadapter"
    assert await name_of(cookbook, "avatar", "auto", None, NOTHING) == "sd15-text"


FAMILY_ORDER = ["flux2", "qwen-image", "z-image", "flux1", "sdxl", "sd15"]


async def test_the_best_family_goes_first(
    cookbook: Cookbook, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cookbook_module, "_FRESH_S", 0.0)
    fill_models(shelf.root)
    found = []
    while (choice := await cookbook.choose("avatar", "auto", None)).recipe.family is not None:
        if choice.recipe.family not in found:
            found.append(choice.recipe.family)
        taken = choice.chosen.slots[0]
        assert choice.recipe.technique == "text"
        (shelf.root / taken.slot.folder / taken.models[0].name).unlink()
    assert found == FAMILY_ORDER
    assert choice.recipe.name == "drawn-avatar"


async def test_a_model_that_edits_goes_first_where_there_is_a_reference(
    cookbook: Cookbook, shelf: Shelf
) -> None:
    fill_models(shelf.root)
    tasks: tuple[Task, ...] = ("avatar", "pose", "poses")
    for task in tasks:
        for pictures in (REFERENCE, BOTH):
            choice = await cookbook.choose(task, "auto", None, pictures)
            assert choice.recipe.technique == "edit", (task, pictures)
            assert choice.warnings == ()


async def test_diffusion_with_nothing_to_run_it_says_what_would_do(cookbook: Cookbook) -> None:
    for task, pictures in (("avatar", NOTHING), ("pose", BOTH), ("poses", REFERENCE)):
        message = await refused(cookbook, task, "diffusion", None, pictures)
        assert message.startswith("No diffusion recipe can run here.")
        assert "'auto'" in message and "'drawn'" in message
        for folder, name in (SD15, SDXL, ("vae", "qwen_image_vae.safetensors")):
            assert f"models/{folder}/{name}" in message
        ways = message.rsplit("kind: ", 1)[1].split("; ")
        assert 6 <= len(ways) <= 7, "one a family"
        assert ways[0].startswith("sd15-"), "the smallest first"
        assert len(message) < 1100
        assert "install the files" in message
    # What needs a picture that did not come would not do.
    assert "edit" not in await refused(cookbook, "avatar", "diffusion", None)


async def test_what_is_there_already_is_not_asked_for(cookbook: Cookbook, shelf: Shelf) -> None:
    put(shelf.root, "vae", "ae.safetensors")
    put(shelf.root, "text_encoders", "qwen_3_4b.safetensors")
    message = await refused(cookbook, "avatar", "diffusion", None)
    assert "z-image-text: models/diffusion_models/z_image_turbo_bf16.safetensors;" in message


async def test_without_comfyui_it_is_asked_for(tmp_path: Path) -> None:
    host = EmbeddedHost(tmp_path, NODES)
    message = await refused(Cookbook(host, tmp_path), "avatar", "diffusion", None)
    assert "install ComfyUI and the files of one of these" in message
    assert "KSampler" not in message
    assert len(message) < 1100


async def test_a_recipe_can_be_forced(cookbook: Cookbook, shelf: Shelf) -> None:
    put(shelf.root, *SD15)
    for engine in ("auto", "diffusion"):
        assert await name_of(cookbook, "avatar", engine, "sd15-guided") == "sd15-guided"
    assert await name_of(cookbook, "avatar", "auto", "drawn-avatar") == "drawn-avatar"


@pytest.mark.parametrize(
    ("task", "engine", "name", "pictures", "words"),
    [
        ("poses", "auto", "sd15-text", NOTHING, "No recipe 'sd15-text' makes this; those that do:"),
        ("avatar", "auto", "drawn-poses", NOTHING, "No recipe 'drawn-poses' makes this"),
        ("avatar", "auto", "nonsense", NOTHING, "drawn-avatar, flux1-"),
        ("avatar", "drawn", "sd15-text", NOTHING, "with engine 'drawn'; those that do: drawn-av"),
        ("avatar", "diffusion", "drawn-avatar", NOTHING, "with engine 'diffusion'"),
        ("avatar", "auto", "sd15-image", NOTHING, "'sd15-image' needs a reference picture"),
        ("avatar", "auto", "sd15-image", POSE, "'sd15-image' needs a reference picture"),
        (
            *("avatar", "auto", "sd15-openpose", NOTHING),
            "'sd15-openpose' cannot run here. Missing: an openpose ControlNet for Stable "
            "Diffusion 1.5 in models/controlnet, such as control_v11p_sd15_openpose_fp16",
        ),
        (
            *("avatar", "auto", "sd15-ipadapter", REFERENCE),
            "Missing: the pack ComfyUI_IPAdapter_plus, which has the nodes IPAdapterAdvanced "
            "and IPAdapterModelLoader; a plus IP-Adapter",
        ),
    ],
)
async def test_a_recipe_that_cannot_be_had_says_why(
    cookbook: Cookbook,
    shelf: Shelf,
    task: str,
    engine: str,
    name: str,
    pictures: frozenset[Picture],
    words: str,
) -> None:
    put(shelf.root, *SD15)
    assert words in await refused(cookbook, task, engine, name, pictures)


@pytest.mark.parametrize(
    ("name", "pictures", "warnings"),
    [
        ("sd15-text", NOTHING, ()),
        ("sd15-guided", POSE, ()),
        (
            "sd15-text",
            BOTH,
            (
                "The pose picture was not used: recipe sd15-text takes none",
                "Of the reference picture only the colours were used: recipe sd15-text takes "
                "nothing else",
            ),
        ),
        ("sd15-image", BOTH, ("The pose picture was not used: recipe sd15-image takes none",)),
    ],
)
async def test_a_picture_that_is_not_used_is_a_warning(
    cookbook: Cookbook,
    shelf: Shelf,
    name: str,
    pictures: frozenset[Picture],
    warnings: tuple[str, ...],
) -> None:
    put(shelf.root, *SD15)
    assert (await cookbook.choose("avatar", "auto", name, pictures)).warnings == warnings


async def test_a_published_graph_goes_before_all(cookbook: Cookbook, shelf: Shelf) -> None:
    fill_models(shelf.root)
    await asyncio.to_thread(cookbook.published.publish, "avatar", "Mine", OWN_GRAPH)
    choice: Choice = await cookbook.choose("avatar", "auto", None, BOTH)
    assert (choice.recipe.name, choice.recipe.engine) == ("custom-avatar", "custom")
    assert choice.recipe.uses == POSE
    assert choice.warnings == (
        "The reference picture was not used: recipe custom-avatar takes none",
    )
    assert await name_of(cookbook, "avatar", "auto", "custom-avatar") == "custom-avatar"
    assert await name_of(cookbook, "avatar", "drawn", None) == "drawn-avatar"
    assert (await cookbook.choose("avatar", "diffusion", None)).recipe.engine == "diffusion"
    assert (await cookbook.choose("pose", "auto", None)).recipe.engine == "diffusion"
    assert (await cookbook.look())[0].recipe.name == "custom-avatar"
    await asyncio.to_thread(cookbook.published.withdraw, "avatar")
    assert (await cookbook.choose("avatar", "auto", None)).recipe.engine == "diffusion"


async def test_a_published_graph_whose_node_has_gone_says_so(cookbook: Cookbook) -> None:
    graph = {**OWN_GRAPH, "x": {"class_type": "SomebodysNode", "inputs": {}}}
    await asyncio.to_thread(cookbook.published.publish, "avatar", "Mine", graph)
    message = await refused(cookbook, "avatar", "auto", None)
    assert "'custom-avatar' cannot run here" in message and "SomebodysNode" in message
    assert await name_of(cookbook, "avatar", "drawn", None) == "drawn-avatar"


async def test_a_folder_that_cannot_be_read_is_named_and_disturbs_no_other(
    cookbook: Cookbook, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    put(shelf.root, *SD15)
    put(shelf.root, *SD15_OPENPOSE)
    shelf.locked = {"controlnet", "loras"}
    with caplog.at_level(logging.WARNING):
        assert await name_of(cookbook, "avatar", "auto", None, POSE) == "sd15-guided"
    assert cookbook.troubles() == {
        "controlnet": "Permission denied",
        "loras": "Permission denied",
    }
    assert "controlnet" in caplog.text


async def test_files_that_cannot_be_used_are_named_and_disturb_no_other(
    cookbook: Cookbook, shelf: Shelf
) -> None:
    put(shelf.root, *SD15)
    place = shelf.root / "checkpoints"
    for name, content in (
        ("a.ckpt", b"\x80\x04cos\nsystem\n"),
        ("b.safetensors", (100_000_001).to_bytes(8, "little") + b"{"),
        ("c.safetensors", b""),
    ):
        (place / name).write_bytes(content)
    cut = put(shelf.root, *SDXL)
    with cut.open("rb+") as file:
        file.truncate(cut.stat().st_size - 1)
    assert await name_of(cookbook, "avatar", "auto", None) == "sd15-text"
    problems = {each.name: each.problem for each in cookbook.unusable()}
    assert list(problems) == ["a.ckpt", "b.safetensors", "c.safetensors", SDXL[1]]
    assert "pickle" in problems["a.ckpt"] and "not opened" in problems["a.ckpt"]
    assert "100000001 bytes" in problems["b.safetensors"]
    assert problems["c.safetensors"] == "empty"
    assert problems[SDXL[1]].startswith("cut short")


async def test_files_are_looked_at_again_after_a_while(
    cookbook: Cookbook, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cookbook_module, "_FRESH_S", 3600.0)
    assert await name_of(cookbook, "avatar", "auto", None) == "drawn-avatar"
    put(shelf.root, *SD15)
    assert await name_of(cookbook, "avatar", "auto", None) == "drawn-avatar"
    monkeypatch.setattr(cookbook_module, "_FRESH_S", 0.0)
    assert await name_of(cookbook, "avatar", "auto", None) == "sd15-text"


async def test_many_requests_at_once_look_at_the_files_once(
    cookbook: Cookbook, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []
    listed = shelf.model_files

    def counting(folder: str) -> Sequence[str]:
        looks.append(folder)
        return listed(folder)

    monkeypatch.setattr(shelf, "model_files", counting)
    put(shelf.root, *SD15)
    names = await asyncio.gather(*(name_of(cookbook, "avatar", "auto", None) for _ in range(20)))
    assert set(names) == {"sd15-text"}
    assert len(looks) == len(set(looks))


def test_the_examples_are_of_every_family() -> None:
    families = {recipe.family for recipe in shipped() if recipe.family}
    assert {*FAMILY_ORDER, "qwen-image-edit", "hunyuan3d-2", "svd", "wan"} == families
    assert set(EXAMPLES) == {slot.folder for recipe in shipped() for slot in recipe.models}
