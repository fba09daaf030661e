"""Which recipe makes a character, with what is installed, and what its graph then is."""

from __future__ import annotations

from pathlib import Path

import pytest
from avatarforge.forge.recipes.character import CharacterWish
from avatarforge.forge.recipes.cookbook import Choice, Cookbook
from avatarforge.forge.recipes.recipe import Recipe, shipped
from avatarforge.nodes.character import CharacterRequest

from .model_files import dinov2, hunyuan3d, write
from .placeholders import EXAMPLES, put, shape_checkpoint
from .shelf import Shelf

NODES = {node for recipe in shipped() for node in recipe.node_types()}
HUNYUAN = ("checkpoints", "hunyuan_3d_v2.1.safetensors")
SD15 = ("checkpoints", "v1-5-pruned-emaonly-fp16.safetensors")
SDXL = ("checkpoints", "sd_xl_base_1.0.safetensors")
DEPTH = ("controlnet", "control_v11f1p_sd15_depth_fp16.safetensors")
BIREFNET = ("background_removal", "birefnet.safetensors")
SDPOSE = ("checkpoints", "sdpose_wholebody_fp16.safetensors")
KLEIN = (
    ("diffusion_models", "flux-2-klein-4b-fp8.safetensors"),
    ("text_encoders", "qwen_3_4b.safetensors"),
    ("vae", "flux2-vae.safetensors"),
)
WISH = CharacterWish(
    image="ab" * 32, prompt="a knight", negative="blur", seed=7, image_size=512,
    mesh_input_size=1024, outline_size=64, steps=12, guidance_scale=6.5, cfg_scale=3.0,
    model_name="", pose_type="A-pose",
)  # fmt: skip
OUTPUTS = [str(each.id).removesuffix("_out") for each in CharacterRequest.GET_SCHEMA().outputs]


async def chosen(root: Path, *files: tuple[str, str], model: str | None = None) -> Choice:
    for folder, name in files:
        put(root / "models", folder, name)
    cookbook = Cookbook(Shelf(root / "models", NODES).as_host(), root / "private")
    return await cookbook.choose("character", "auto", None, model=model)


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ((), "silhouette-character"),
        ((BIREFNET, SDPOSE), "silhouette-character"),
        ((SD15,), "silhouette-character-sd15"),
        ((SD15, SDXL), "silhouette-character-sdxl"),
        ((SD15, *KLEIN), "silhouette-character-flux2-klein-4b"),
        ((HUNYUAN,), "hunyuan3d-character"),
        ((HUNYUAN, SD15), "hunyuan3d-character-sd15"),
        ((HUNYUAN, SD15, *KLEIN), "hunyuan3d-character-flux2-klein-4b"),
        ((("checkpoints", "hunyuan3d-dit-v2-mv.safetensors"),), "hunyuan3d-mv-character"),
        (
            (
                ("diffusion_models", "hunyuan3d-dit-v2-1-fp16.safetensors"),
                ("clip_vision", "dinov2_vitl14.safetensors"),
                ("vae", "hunyuan3d-vae-v2-1-fp16.safetensors"),
            ),
            "hunyuan3d-2.1-parts-character",
        ),
    ],
)
async def test_a_mesh_by_a_model_first_then_the_best_views(
    tmp_path: Path, files: tuple[tuple[str, str], ...], name: str
) -> None:
    choice = await chosen(tmp_path, *files)
    assert choice.recipe.name == name
    assert choice.recipe.engine == ("drawn" if name == "silhouette-character" else "diffusion")


async def test_the_model_that_was_named_is_used(tmp_path: Path) -> None:
    choice = await chosen(tmp_path, HUNYUAN, SD15, SDXL, *KLEIN, model=SD15[1])
    assert choice.recipe.name == "hunyuan3d-character-sd15"
    graph = choice.chosen.fill(WISH)
    assert graph["views_model"]["inputs"]["ckpt_name"] == SD15[1]
    write(tmp_path / "models" / "checkpoints" / "a.safetensors", EXAMPLES["checkpoints"][SD15[1]])
    choice = await chosen(tmp_path, model=SD15[1])
    assert choice.chosen.fill(WISH)["views_model"]["inputs"]["ckpt_name"] == SD15[1]
    choice = await chosen(tmp_path, model="a.safetensors")
    assert choice.chosen.fill(WISH)["views_model"]["inputs"]["ckpt_name"] == "a.safetensors"
    choice = await chosen(tmp_path, model="nobody.safetensors")
    assert choice.recipe.name == "hunyuan3d-character-flux2-klein-4b", "as if none was named"


async def test_parts_come_and_go_with_their_models(tmp_path: Path) -> None:
    graph = (await chosen(tmp_path, SD15)).chosen.fill(WISH)
    assert not {"cutout", "cutout_model", "joints", "pose_model", "depths", "shaped"} & set(graph)
    assert "cutout" not in graph["prepare"]["inputs"]
    assert "keypoints" not in graph["skeleton"]["inputs"]
    assert graph["back_sampler"]["inputs"]["positive"] == ["back_positive", 0]
    graph = (await chosen(tmp_path, BIREFNET, SDPOSE, DEPTH)).chosen.fill(WISH)
    assert graph["prepare"]["inputs"]["cutout"] == ["cutout", 0]
    assert graph["skeleton"]["inputs"]["keypoints"] == ["joints", 0]
    assert graph["back_sampler"]["inputs"]["positive"] == ["shaped", 0]
    assert graph["depth_model"]["inputs"]["control_net_name"] == DEPTH[1]


@pytest.mark.parametrize("recipe", [each for each in shipped() if "character" in each.tasks])
def test_what_is_asked_reaches_the_samplers(recipe: Recipe) -> None:
    """Steps, seed and guidance those of the mesh and of the views, words those of the views."""
    graph = recipe.graph
    asked: dict[str, set[str]] = {"mesh_generation": set(), "generating_multiview_texture": set()}
    for node in graph.values():
        stage = node["_meta"].get("stage")
        for value in node["inputs"].values():
            if stage in asked and isinstance(value, list) and value[0] == "request":
                asked[stage].add(OUTPUTS[value[1]])
    if recipe.technique == "mesh":
        assert asked["mesh_generation"] == {"seed", "steps", "guidance_scale"}
    views = asked["generating_multiview_texture"]
    if any(slot.node == "views_model" for slot in recipe.models):
        wanted = {"prompt", "negative", "seed", "steps", "cfg_scale", "image_size"}
        if recipe.name.endswith("flux2"):  # distilled: it takes no negative
            wanted.remove("negative")
        assert views == wanted
    else:
        assert views == {"image_size"}


@pytest.mark.parametrize(
    ("shapes", "resolution", "cfg"),
    [
        (hunyuan3d(), 3072, ["request", 9]),
        (hunyuan3d(8), 512, ["request", 9]),
        (hunyuan3d(guided=True), 3072, 1.0),
        (hunyuan3d(8, guided=True), 512, 1.0),
    ],
    ids=["2.0", "mini", "turbo", "mini turbo"],
)
async def test_each_kind_of_hunyuan3d_gets_its_own_sizes(
    tmp_path: Path, shapes: dict[str, tuple[int, ...]], resolution: int, cfg: object
) -> None:
    write(
        tmp_path / "models" / "checkpoints" / "h.safetensors", shape_checkpoint(shapes, dinov2(40))
    )
    choice = await chosen(tmp_path)
    assert choice.recipe.name == "hunyuan3d-character"
    graph = choice.chosen.fill(WISH)
    assert graph["latent"]["inputs"]["resolution"] == resolution
    assert graph["sampler"]["inputs"]["cfg"] == cfg
