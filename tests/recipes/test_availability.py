"""What a recipe finds here, what it would take first, and how it says what it lacks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from avatarforge.forge.recipes.availability import (
    Availability,
    availability,
    described,
    fitting,
    installed,
)
from avatarforge.forge.recipes.families import Family, Model
from avatarforge.forge.recipes.models import InstalledModel, Inventory
from avatarforge.forge.recipes.recipe import ModelSlot, Recipe, shipped
from avatarforge.forge.recipes.request import GenerationRequest

from .model_files import Shapes, clip_text, kl_vae, sd15_unet, under, write, z_image
from .placeholders import EXAMPLES, OTHERS, SD15, checkpoint, fill_models
from .shelf import Shelf

RECIPES = {recipe.name: recipe for recipe in shipped()}
LINES = [
    line
    for nodes in (None, frozenset[str]())
    for recipe in RECIPES.values()
    for line in availability(recipe, Shelf(Path("/nowhere"), nodes).as_host(), {}).missing
]

MODEL = "model.diffusion_model."


def look(root: Path, recipe: str, nodes: frozenset[str] | None = None) -> Availability:
    host = Shelf(root / "models", nodes).as_host()
    files = installed(Inventory(host, root / "told.json"))
    return availability(RECIPES[recipe], host, files)


def first(here: Availability, folder: str) -> str:
    return next(each.models[0].name for each in here.slots if each.slot.folder == folder)


def test_with_every_model_every_recipe_runs_and_takes_its_own(tmp_path: Path) -> None:
    fill_models(tmp_path / "models")
    for name in RECIPES:
        here = look(tmp_path, name)
        assert here.runs and here.missing == (), name
        assert [each.models[0].name for each in here.slots] == [
            each.slot.example for each in here.slots
        ]


def test_what_is_beside_the_point_fits_no_slot(tmp_path: Path) -> None:
    for folder, files in OTHERS.items():
        for name, shapes in files.items():
            write(tmp_path / "models" / folder / name, shapes)
    for name, recipe in RECIPES.items():
        here = look(tmp_path, name)
        assert here.runs == (recipe.engine == "drawn"), name
        assert not any(each.models for each in here.slots), name


@pytest.mark.parametrize(
    ("shapes", "fits"),
    [
        (SD15, True),
        (checkpoint(sd15_unet(), kl_vae(4)), False),
        (
            {**under(MODEL, sd15_unet()), **under("cond_stage_model.", clip_text(12, 768))},
            False,
        ),
        (under(MODEL, sd15_unet()), False),
        (sd15_unet(), False),
    ],
    ids=["whole", "no text encoder", "no VAE", "bare", "bare, without prefix"],
)
def test_a_checkpoint_brings_its_text_encoder_and_vae(
    tmp_path: Path, shapes: Shapes, fits: bool
) -> None:
    write(tmp_path / "models" / "checkpoints" / "some.safetensors", shapes)
    assert look(tmp_path, "sd15-text").runs is fits


def test_the_model_that_the_recipe_is_made_for_comes_first(tmp_path: Path) -> None:
    place = tmp_path / "models" / "checkpoints"
    for name in ("a-lcm", "b-hyper", "m-base", "z-base"):
        write(place / f"{name}.safetensors", SD15)
    here = look(tmp_path, "sd15-text")
    assert [each.name.removesuffix(".safetensors") for each in here.slots[0].models] == [
        *("m-base", "z-base", "a-lcm", "b-hyper")
    ]
    # The recipe for Z-Image is one for its turbo.
    models = tmp_path / "models" / "diffusion_models"
    write(models / "z_image_bf16.safetensors", z_image())
    write(models / "z_image_turbo_bf16.safetensors", z_image())
    assert first(look(tmp_path, "z-image-text"), "diffusion_models") == (
        "z_image_turbo_bf16.safetensors"
    )


def test_what_tensors_tell_comes_before_what_a_name_tells(tmp_path: Path) -> None:
    models = tmp_path / "models" / "diffusion_models"
    qwen = EXAMPLES["diffusion_models"]["qwen_image_fp8_e4m3fn.safetensors"]
    write(models / "a-qwen-image-edit.safetensors", qwen)
    write(models / "z-2511.safetensors", {**qwen, "__index_timestep_zero__": (0,)})
    here = look(tmp_path, "qwen-image-edit")
    assert [each.name for each in here.slots[0].models] == [
        "z-2511.safetensors",
        "a-qwen-image-edit.safetensors",
    ]


def test_a_controlnet_for_the_pose_comes_before_one_for_everything(tmp_path: Path) -> None:
    place = tmp_path / "models" / "controlnet"
    union = EXAMPLES["controlnet"]["controlnet-union-sdxl-1.0-promax.safetensors"]
    alone = {name: shape for name, shape in union.items() if "control_add" not in name}
    write(place / "a-union.safetensors", union)
    write(place / "openpose-xl.safetensors", alone)
    write(place / "canny-xl.safetensors", alone)
    slot = next(each for each in look(tmp_path, "sdxl-openpose").slots if each.slot.controls)
    assert [each.name for each in slot.models] == ["openpose-xl.safetensors", "a-union.safetensors"]


def test_a_models_variant_takes_its_presets_along(tmp_path: Path) -> None:
    fill_models(tmp_path / "models")
    (tmp_path / "models" / "diffusion_models" / "flux1-dev.safetensors").unlink()
    schnell = {
        name: shape
        for name, shape in EXAMPLES["diffusion_models"]["flux1-dev.safetensors"].items()
        if not name.startswith("guidance_in")
    }
    write(tmp_path / "models" / "diffusion_models" / "flux1-schnell.safetensors", schnell)
    wanted = GenerationRequest(prompt="a knight", seed=1, width=512, height=512)
    graph = look(tmp_path, "flux1-text").fill(wanted)
    assert graph["diffusion_model"]["inputs"]["unet_name"] == "flux1-schnell.safetensors"
    assert graph["request"]["inputs"]["steps"] == 4


def test_files_that_cannot_be_told_fit_nothing() -> None:
    slot = RECIPES["sd15-text"].models[0]
    untold = InstalledModel("checkpoints", "x.ckpt", Path("x.ckpt"), 1, "pickle", None, "a pickle")
    strange = InstalledModel(
        "checkpoints", "y.safetensors", Path("y"), 1, "safetensors", Model(None, "unknown")
    )
    assert fitting(slot, [untold, strange]) == ()


@pytest.mark.parametrize("line", sorted(set(LINES)))
def test_what_is_missing_is_said_in_words(line: str) -> None:
    assert re.match(
        r"an? [\w.-]+(,? [\w.-]+)*(, with its [\w ]+ and VAE,)? in models/\w+"
        r", such as [\w.-]+\.safetensors$"
        r"|ComfyUI, with this pack among its custom nodes$"
        r"|the pack [\w-]+, which has the nodes? [\w, ]+$",
        line,
    ), line
    assert len(line) < 180
    assert not re.search(r"\ba [aeio]|\ban [^aeiouIAO]|  |None|\(|\bor$", line), line


@pytest.mark.parametrize(
    ("recipe", "node", "words"),
    [
        (
            "sd15-openpose",
            "controlnet",
            "an openpose ControlNet for Stable Diffusion 1.5 in models/controlnet",
        ),
        (
            "sdxl-openpose",
            "controlnet",
            "an openpose or union ControlNet for SDXL in models/controlnet",
        ),
        (
            "sdxl-text",
            "checkpoint",
            "a checkpoint for SDXL, with its text encoder and VAE, in models/checkpoints",
        ),
        (
            "flux2-klein-4b-text",
            "diffusion_model",
            "a klein-4b diffusion model for Flux 2 in models/diffusion_models",
        ),
        ("sd15-ipadapter", "clip_vision", "a clip-vit-h CLIP vision model in models/clip_vision"),
        (
            "sd15-ipadapter",
            "ipadapter",
            "a plus IP-Adapter for Stable Diffusion 1.5 in models/ipadapter",
        ),
        ("z-image-text", "vae", "a VAE for Z-Image in models/vae"),
    ],
)
def test_a_slot_is_described(recipe: str, node: str, words: str) -> None:
    slot = next(slot for slot in RECIPES[recipe].models if slot.node == node)
    assert described(slot) == words


def _with_nodes(packs: Mapping[str, str], *node_types: str, engine: str = "diffusion") -> Recipe:
    family: Family = "sd15"
    return Recipe(
        name="r",
        title="R",
        engine=engine,  # type: ignore[arg-type]
        technique="text",
        tasks=("avatar",),
        graph={str(n): {"class_type": each, "inputs": {}} for n, each in enumerate(node_types)},
        family=family,
        packs=packs,
    )


@pytest.mark.parametrize(
    ("recipe", "has", "missing"),
    [
        (_with_nodes({}, "AvatarForgeRequest", "KSampler"), {"KSampler"}, ()),
        (
            _with_nodes({}, "AvatarForgeRequest", "KSampler", "VAEDecode"),
            set(),
            ("ComfyUI, with this pack among its custom nodes",),
        ),
        (
            _with_nodes({}, "AvatarForgeRequest", "KSampler", "New", "Newer", "Newest"),
            {"KSampler"},
            ("a ComfyUI or a pack that has the nodes New, Newer and Newest",),
        ),
        (
            _with_nodes({"A": "PackA"}, "KSampler", "A"),
            {"KSampler"},
            ("the pack PackA, which has the node A",),
        ),
        (
            _with_nodes({}, "AvatarForgeRequest", "Somebodys", engine="custom"),
            set(),
            ("a ComfyUI or a pack that has the node Somebodys",),
        ),
    ],
)
def test_missing_nodes_are_one_line(
    recipe: Recipe, has: set[str], missing: tuple[str, ...]
) -> None:
    here = availability(recipe, Shelf(Path("/nowhere"), has).as_host(), {})
    assert here.missing == missing
    assert here.runs is (not missing)


def test_folders_that_a_host_does_not_know_do_no_harm(tmp_path: Path) -> None:
    """As `ipadapter` is in a ComfyUI without that pack."""
    fill_models(tmp_path / "models")
    host = Shelf(tmp_path / "models")
    (tmp_path / "models" / "ipadapter").rename(tmp_path / "elsewhere")
    inventory = Inventory(host.as_host(), tmp_path / "told.json")
    files = installed(inventory)
    assert files["ipadapter"] == () and inventory.troubles() == {}
    running = {
        name for name, each in RECIPES.items() if availability(each, host.as_host(), files).runs
    }
    assert RECIPES.keys() - running == {
        f"{family}{kind}-ipadapter" for family in ("sd15", "sdxl") for kind in ("", "-sheet")
    }


def test_a_slot_that_asks_for_nothing_special_says_so() -> None:
    slot = ModelSlot(
        node="n", input="i", folder="vae", kind="vae", variants=("", "x"), example="e.safetensors"
    )
    assert described(slot) == "a VAE in models/vae"


TWO_WAYS = Recipe(
    name="two-ways",
    title="With a background removed where there is a model for it",
    engine="drawn",
    technique="drawn",
    tasks=("avatar",),
    graph={
        "request": {"class_type": "AvatarForgeRequest", "inputs": {"prompt": ""}},
        "model": {
            "class_type": "LoadBackgroundRemovalModel",
            "_meta": {"part": "cutting"},
            "inputs": {"bg_removal_name": ""},
        },
        "cut": {
            "class_type": "RemoveBackground",
            "_meta": {"part": "cutting"},
            "inputs": {"image": ["request", 14], "bg_removal_model": ["model", 0]},
        },
        "draw": {
            "class_type": "AvatarForgeDrawAvatar",
            "inputs": {"mask": ["cut", 0], "prompt": ["request", 0]},
        },
    },
    models=(
        ModelSlot(
            node="model",
            input="bg_removal_name",
            folder="background_removal",
            kind="background_removal",
            part="cutting",
            example="birefnet.safetensors",
        ),
    ),
)
BIREFNET = InstalledModel(
    folder="background_removal",
    name="birefnet.safetensors",
    path=Path("birefnet.safetensors"),
    size=1,
    format="safetensors",
    model=Model(None, "background_removal"),
)


def test_a_part_that_lacks_its_model_is_left_out_with_the_links_to_it() -> None:
    shelf = Shelf(Path("/nowhere"), TWO_WAYS.node_types()).as_host()
    here = availability(TWO_WAYS, shelf, {})
    assert here.runs and here.missing == () and here.left_out == {"cutting"}
    filled = here.fill(GenerationRequest(prompt="a knight", seed=7, width=512, height=512))
    assert filled.keys() == {"request", "draw"}
    assert filled["draw"]["inputs"] == {"prompt": ["request", 0]}


def test_a_part_whose_nodes_are_not_here_is_left_out() -> None:
    shelf = Shelf(Path("/nowhere"), TWO_WAYS.node_types("")).as_host()
    here = availability(TWO_WAYS, shelf, {"background_removal": [BIREFNET]})
    assert here.runs and not here.lacks_comfyui and here.left_out == {"cutting"}


def test_a_part_that_finds_its_model_runs() -> None:
    shelf = Shelf(Path("/nowhere"), TWO_WAYS.node_types()).as_host()
    here = availability(TWO_WAYS, shelf, {"background_removal": [BIREFNET]})
    assert here.left_out == frozenset()
    filled = here.fill(GenerationRequest(prompt="a knight", seed=7, width=512, height=512))
    assert filled["model"]["inputs"]["bg_removal_name"] == "birefnet.safetensors"
    assert filled["draw"]["inputs"]["mask"] == ["cut", 0]
