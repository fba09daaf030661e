"""Every recipe against the validator of a real ComfyUI, with a file of the right header in each
slot; and what a caller is told when a model goes, or is none."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from avatarforge.forge.recipes.availability import Availability, availability, installed
from avatarforge.forge.recipes.models import Inventory
from avatarforge.forge.recipes.recipe import Recipe, shipped
from avatarforge.forge.recipes.request import GenerationRequest
from avatarforge.tests.contract.servers import Client
from avatarforge.tests.hosts.real_comfyui import NOT_FOUND, find_comfyui, start_comfyui

from .placeholders import EXAMPLES, fill_models, put
from .shelf import Shelf

PATH = "/avatarforge/recipes"
RECIPES = shipped()
PACKS = [Path(__file__).with_name(name) for name in ("ipadapter_pack", "animatediff_pack")]
SHARED = "controlnet-union-sdxl-1.0-promax.safetensors"
SHA256 = "ab" * 32  # a picture is looked for when the graph runs, not before

BROKEN = {
    "cut-short.safetensors": b"\x00\x10\x00\x00\x00\x00\x00\x00{",
    "long-header.safetensors": (100_000_001).to_bytes(8, "little") + b"{",
    "old.ckpt": b"\x80\x04cos\nsystem\n",
    "empty.safetensors": b"",
}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("comfyui")
    fill_models(base / "models")
    for name, content in BROKEN.items():
        (base / "models" / "checkpoints" / name).write_bytes(content)
    return base / "models"


@pytest.fixture(scope="module")
def admin(models: Path) -> Iterator[Client]:
    if find_comfyui() is None:
        pytest.skip(NOT_FOUND)
    base = models.parent
    server = start_comfyui(base, extra_packs=PACKS)
    private = base / "user" / "__avatarforge"
    key = (private / "admin.key").read_text().strip()
    yield Client(server.base_url, private, "comfyui").with_headers(X_API_Key=key)
    server.stop()


@pytest.fixture(scope="module")
def told(admin: Client) -> dict[str, Any]:
    """What the server says of its recipes, before any test has changed a file."""
    answer: dict[str, Any] = admin.get(PATH).json()
    return answer


@pytest.fixture(scope="module")
def here(models: Path, told: Mapping[str, Any]) -> dict[str, Availability]:
    """The same, worked out on this side from the same files."""
    host = Shelf(models).as_host()
    files = installed(Inventory(host, models.parent / "told.json"))
    return {recipe.name: availability(recipe, host, files) for recipe in RECIPES}


def test_all_of_them_run_with_the_models_that_they_name(told: Mapping[str, Any]) -> None:
    listed = {each["name"]: each for each in told["recipes"]}
    for recipe in RECIPES:
        each = listed[recipe.name]
        assert (each["runs"], each["missing"]) == (True, []), recipe.name
        # Not one of the files that come first by name, which are of another kind.
        assert [slot["uses"] for slot in each["models"]] == [
            slot.example for slot in recipe.models if not slot.part
        ], recipe.name
        for part in each["parts"]:
            examples = [slot.example for slot in recipe.models if slot.part == part["name"]]
            assert part["runs"], (recipe.name, part)
            assert {slot["uses"] for slot in part["models"]} <= {*examples, SHARED}
    assert told["troubles"] == {}


def test_files_that_cannot_be_used_are_named(told: Mapping[str, Any]) -> None:
    problems = {each["name"]: each["problem"] for each in told["unusable"]}
    assert problems.keys() == BROKEN.keys()
    assert {each["folder"] for each in told["unusable"]} == {"checkpoints"}
    assert "cut short" in problems["cut-short.safetensors"]
    assert "100000001 bytes" in problems["long-header.safetensors"]
    assert "pickle" in problems["old.ckpt"] and "not opened" in problems["old.ckpt"]


def requests_for(recipe: Recipe) -> Iterator[tuple[str, GenerationRequest]]:
    """With no more pictures than it needs, and with all that it uses."""
    for task, pictures in itertools.product(recipe.tasks, sorted({recipe.needs, recipe.uses})):
        view, width, height = ("side", 448, 640) if task == "pose" else ("front", 512, 512)
        yield (
            task,
            GenerationRequest(
                prompt="a knight with red hair",
                seed=2**64 - 1,
                width=0 if task == "poses" else width,
                height=0 if task == "poses" else height,
                view=view,  # type: ignore[arg-type]
                framing="bust" if task == "avatar" else "figure",
                pose_image=SHA256 if "pose" in pictures else None,
                reference_image=SHA256 if "reference" in pictures else None,
            ),
        )


@pytest.mark.parametrize("recipe", RECIPES, ids=[recipe.name for recipe in RECIPES])
def test_it_passes_the_validator(
    admin: Client, here: Mapping[str, Availability], recipe: Recipe
) -> None:
    for task, wanted in requests_for(recipe):
        graph = here[recipe.name].fill(wanted)
        answer = admin.request("PUT", f"{PATH}/{task}", json={"graph": graph})
        assert answer.status_code == 200, answer.text


def test_a_model_that_goes_between_choice_and_run_is_named(admin: Client, models: Path) -> None:
    while admin.request("DELETE", f"{PATH}/avatar").status_code == 200:
        continue
    name = "v1-5-pruned-emaonly-fp16.safetensors"
    recipe = next(each for each in admin.get(PATH).json()["recipes"] if each["name"] == "sd15-text")
    assert recipe["models"][0]["uses"] == name
    (models / "checkpoints" / name).unlink()
    try:
        started = admin.generate(recipe="sd15-text")
        after = admin.generate("a sailor", engine="drawn", seed=5)
        failed = admin.finished(started["generation_id"])
        assert failed["status"] == "failed"
        assert "CheckpointLoaderSimple" in failed["error"] and name in failed["error"]
        assert "not in list" in failed["error"], failed["error"]
        assert str(models) not in failed["error"]
        assert admin.finished(after["generation_id"])["status"] == "completed"
        assert _lacks("sd15-text", admin)
    finally:
        put(models, "checkpoints", name)


def _lacks(name: str, client: Client) -> bool:
    """Once the list of files is no longer believed, the recipe says what it lacks."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        recipe = client.get(f"{PATH}/{name}").json()
        if not recipe["runs"]:
            (missing,) = recipe["missing"]
            return "a checkpoint for Stable Diffusion 1.5" in missing
        time.sleep(0.2)
    return False


def test_every_example_is_some_slots() -> None:
    wanted = {(slot.folder, slot.example) for recipe in RECIPES for slot in recipe.models}
    assert wanted == {(folder, name) for folder, files in EXAMPLES.items() for name in files}
