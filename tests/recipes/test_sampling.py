"""The SD 1.5 recipes on a real ComfyUI, over HTTP: its loaders, its sampler, its VAE.

The models are small and of random weights, so what is shown is what reaches what: a seed,
a word, a pose, a picture. Steps are told from ComfyUI's own log, which counts them.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from avatarforge.forge.pose.library import pose
from avatarforge.forge.pose.openpose import draw_openpose
from avatarforge.tests.contract.servers import Client, wait_until
from avatarforge.tests.hosts.real_comfyui import (
    NOT_FOUND,
    RunningComfyUI,
    find_comfyui,
    start_comfyui,
)
from PIL import Image
from skimage import data

from .model_files import joined, sd15_unet, under, write
from .random_models import write_checkpoint, write_controlnet

AVATAR = "/avatarforge-controller/generate/avatar"
FRONT = "/avatarforge-controller/generate_pose?pose=front"
ALL_POSES = "/avatarforge-controller/generate_all_poses"

PROMPT = "a woman with red hair in a green dress"
QUICK = {"steps": 1, "cfg": 1.0, "seed": 5, "width": 256, "height": 256}

_BAR = re.compile(r"(\d+)/(\d+) \[")  # of the sampler's progress bar in ComfyUI's log

Graph = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningComfyUI]:
    if find_comfyui() is None:
        pytest.skip(NOT_FOUND)
    base = tmp_path_factory.mktemp("sampling")
    write_checkpoint(base / "models" / "checkpoints" / "sd15-random.safetensors")
    write_controlnet(base / "models" / "controlnet" / "sd15-openpose-random.safetensors")
    # These change only how long it takes: no GPU, and threads that do not spin while they wait.
    running = start_comfyui(
        base,
        environment={"OMP_WAIT_POLICY": "PASSIVE"},
        arguments=("--use-pytorch-cross-attention", "--fp32-text-enc"),
    )
    yield running
    running.stop()


@pytest.fixture(scope="module")
def client(server: RunningComfyUI) -> Client:
    return Client(server.base_url, server.directory / "user" / "__avatarforge", "comfyui")


def begin(client: Client, recipe: str, path: str = AVATAR, **fields: Any) -> str:
    body = {"prompt": PROMPT, "engine": "diffusion", "recipe": recipe, **QUICK, **fields}
    response = client.post(path, json=body)
    assert response.status_code == 200, response.text
    return str(response.json()["generation_id"])


def made(client: Client, recipe: str, path: str = AVATAR, **fields: Any) -> dict[str, Any]:
    generation = client.finished(begin(client, recipe, path, **fields))
    assert generation["status"] == "completed", generation["error"]
    assert (generation["engine"], generation["recipe"]) == ("diffusion", recipe)
    return generation


def picture(client: Client, file: Mapping[str, Any]) -> bytes:
    """One that shows something: samples that are not numbers come out as black."""
    content = client.get(file["url"]).content
    pixels = np.asarray(Image.open(io.BytesIO(content)))
    size = file["dimensions"]
    assert pixels.shape == (size["height"], size["width"], 3)
    assert 20 < pixels.mean() < 235
    assert pixels.std() > 10
    return content


def only_picture(client: Client, generation: Mapping[str, Any]) -> bytes:
    (file,) = generation["output_files"]
    return picture(client, file)


def record(client: Client, generation: Mapping[str, Any]) -> dict[str, Any]:
    """What ComfyUI keeps of the run."""
    prompt_id = generation["comfyui_prompt_id"]
    found: dict[str, Any] = client.get(f"/history/{prompt_id}").json()[prompt_id]
    return found


def cached_nodes(client: Client, generation: Mapping[str, Any]) -> set[str]:
    messages = record(client, generation)["status"]["messages"]
    return {node for kind, told in messages if kind == "execution_cached" for node in told["nodes"]}


def said_to(client: Client, graph: Graph, node: str, name: str) -> Any:
    """What the Request node gives to this input, by way of the name of that output."""
    source, output = graph[node]["inputs"][name]
    request = graph[source]
    assert request["class_type"] == "AvatarForgeRequest"
    information = client.get("/object_info/AvatarForgeRequest").json()["AvatarForgeRequest"]
    return request["inputs"][information["output_name"][output]]


def steps_counted(server: RunningComfyUI, since: int = 0) -> tuple[int, int]:
    """How many steps of how many the newest sampler has gone."""
    bars = _BAR.findall(server.log()[since:])
    return (int(bars[-1][0]), int(bars[-1][1])) if bars else (0, 0)


def encoded(pixels: np.ndarray[Any, Any]) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


def uploaded(client: Client, pixels: np.ndarray[Any, Any], kind: str) -> str:
    response = client.upload(encoded(pixels), kind=kind)
    assert response.status_code == 200, response.text
    return str(response.json()["file_id"])


@pytest.fixture(scope="module")
def twice(client: Client) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two equal requests, one right after the other: ComfyUI may forget what is older."""
    return made(client, "sd15-text", cfg=7.5), made(client, "sd15-text", cfg=7.5)


@pytest.fixture(scope="module")
def first(twice: tuple[dict[str, Any], dict[str, Any]]) -> dict[str, Any]:
    return twice[0]


def test_equal_requests_give_equal_pictures_from_the_cache(
    client: Client, twice: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    first, again = twice
    assert again["generation_id"] != first["generation_id"]
    assert "sampler" not in cached_nodes(client, first)
    assert cached_nodes(client, again) == set(again["workflow"]) - {"result"}
    assert only_picture(client, again) == only_picture(client, first)


def test_seed_steps_and_cfg_reach_the_sampler(
    client: Client, server: RunningComfyUI, first: dict[str, Any]
) -> None:
    before = len(server.log())
    generation = made(client, "sd15-text", steps=2, cfg=7.5, seed=2**40 + 1)
    assert steps_counted(server, before) == (2, 2)
    ran = record(client, generation)["prompt"][2]
    for graph in (generation["workflow"], ran):
        assert graph["sampler"]["class_type"] == "KSampler"
        assert said_to(client, graph, "sampler", "seed") == 2**40 + 1
        assert said_to(client, graph, "sampler", "steps") == 2
        assert said_to(client, graph, "sampler", "cfg") == 7.5
    assert generation["seed"] == 2**40 + 1
    assert only_picture(client, generation) != only_picture(client, first)


@pytest.mark.parametrize("other", [{"seed": 6}, {"cfg": 3.0}], ids=["seed", "cfg"])
def test_another_value_gives_another_picture(
    client: Client, first: dict[str, Any], other: dict[str, Any]
) -> None:
    generation = made(client, "sd15-text", **{"cfg": 7.5, **other})
    assert "sampler" not in cached_nodes(client, generation)
    assert only_picture(client, generation) != only_picture(client, first)


def test_the_negative_prompt_reaches_the_negative_conditioning(
    client: Client, first: dict[str, Any]
) -> None:
    generation = made(client, "sd15-text", cfg=7.5, negative_prompt="zeppelins, umbrellas")
    entry = record(client, generation)
    graph = entry["prompt"][2]
    assert graph["sampler"]["inputs"]["negative"] == ["negative", 0]
    assert graph["negative"]["class_type"] == "CLIPTextEncode"
    source, output = graph["negative"]["inputs"]["text"]
    prompter = graph[source]["class_type"]
    names = client.get(f"/object_info/{prompter}").json()[prompter]["output_name"]
    assert names[output] == "negative"
    (text,) = entry["outputs"][source]["text"]
    positive, negative = text.split("\n\n- ")
    assert positive.startswith(PROMPT)
    assert "zeppelins, umbrellas" in negative and "zeppelins" not in positive
    assert only_picture(client, generation) != only_picture(client, first)


@pytest.mark.parametrize(
    ("recipe", "path"), [("sd15-openpose", FRONT), ("sd15-guided", AVATAR)], ids=str
)
def test_the_pose_reaches_the_picture(client: Client, recipe: str, path: str) -> None:
    """The words stay the same: only the skeleton, or the drawn figure, is another."""
    posed = draw_openpose(pose("waving"), 256, 384)
    standing = made(client, recipe, path)
    waving = made(client, recipe, path, pose_file_id=uploaded(client, posed, "pose"))
    assert only_picture(client, waving) != only_picture(client, standing)
    texts = [words(client, generation) for generation in (standing, waving)]
    assert texts[0] == texts[1]
    by_control = waving["workflow"]["sampler"]["inputs"]["positive"] == ["control", 0]
    assert by_control == (recipe == "sd15-openpose")
    assert waving["warnings"] == []


def words(client: Client, generation: Mapping[str, Any]) -> Any:
    return record(client, generation)["outputs"]["words"]["text"]


def test_the_reference_reaches_the_picture(client: Client) -> None:
    """Mirrored, it has the same colours, so that the words stay the same."""
    photograph = data.astronaut()[:256, 96:352]
    both = [
        made(client, "sd15-image", reference_file_id=uploaded(client, pixels, "reference"))
        for pixels in (photograph, photograph[:, ::-1])
    ]
    assert words(client, both[0]) == words(client, both[1])
    assert only_picture(client, both[0]) != only_picture(client, both[1])
    assert both[0]["workflow"]["encode"]["class_type"] == "VAEEncode"


@pytest.mark.parametrize("recipe", ["sd15-poses", "sd15-poses-openpose"])
def test_all_four_poses_come_from_one_sheet(client: Client, recipe: str) -> None:
    generation = made(client, recipe, ALL_POSES)
    views = {file["pose_type"]: picture(client, file) for file in generation["output_files"]}
    assert set(views) == {"front", "back", "side", "quarter"}
    assert len(set(views.values())) == 4
    sheet = generation["sheet"]
    picture(client, sheet)
    assert sheet["dimensions"]["width"] == 4 * sheet["dimensions"]["height"]
    samplers = [
        node for node in generation["workflow"].values() if node["class_type"] == "KSampler"
    ]
    assert len(samplers) == 1


def test_progress_rises_with_the_samplers_steps(client: Client, server: RunningComfyUI) -> None:
    steps = 4
    before = len(server.log())
    job = begin(client, "sd15-text", steps=steps, seed=77)
    seen: list[float] = []
    while_sampling: set[float] = set()
    deadline = time.monotonic() + 120
    while (generation := client.generation(job))["status"] in ("queued", "processing"):
        gone, of = steps_counted(server, before)
        seen.append(generation["progress"])
        if of and gone < steps:
            while_sampling.add(generation["progress"])
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert generation["status"] == "completed", generation["error"]
    assert steps_counted(server, before) == (steps, steps)
    assert seen == sorted(seen)
    assert len(while_sampling) >= steps - 1
    assert max(while_sampling) < 100
    assert generation["progress"] == 100


def test_cancel_stops_the_sampler_between_steps(client: Client, server: RunningComfyUI) -> None:
    before = len(server.log())
    job = begin(client, "sd15-text", steps=100, seed=78)
    values: list[float] = []

    def steps_are_going() -> bool:
        value = client.generation(job)["progress"]
        if not values or value != values[-1]:
            values.append(value)
        # A whole node moves it by more than one per cent, one of a hundred steps by less.
        return len(values) > 2 and values[-1] - values[-3] < 2

    wait_until(steps_are_going, 90)
    cancelled = client.delete(f"/avatarforge/jobs/{job}")
    assert cancelled.status_code == 200
    assert cancelled.json()["state"] == "cancelled"
    gone, of = steps_counted(server, before)
    assert of == 100
    assert 0 < gone < 20
    generation = client.generation(job)
    assert (generation["status"], generation["error"]) == ("failed", "cancelled")
    assert client.get("/queue").json()["queue_running"] == []
    messages = record(client, generation)["status"]["messages"]
    assert "execution_interrupted" in [kind for kind, _ in messages]


@contextmanager
def installed(client: Client, recipe: str, path: Path, make: Callable[[], Path]) -> Iterator[None]:
    """A model file that the recipe takes before all others, for a while."""

    def is_taken() -> bool:
        here = client.get(f"/avatarforge/recipes/{recipe}").json()
        return path.name in [slot["uses"] for slot in here["models"]]

    make()
    try:
        wait_until(is_taken)
        yield
    finally:
        path.unlink()
        wait_until(lambda: not is_taken())


def failed(client: Client, recipe: str, seed: int) -> str:
    generation = client.finished(begin(client, recipe, seed=seed))
    assert generation["status"] == "failed"
    assert generation["output_files"] is None
    return str(generation["error"])


def test_a_node_that_fails_is_named_and_the_next_job_runs(
    client: Client, server: RunningComfyUI
) -> None:
    path = server.directory / "models" / "controlnet" / "a-openpose-of-wrong-shape.safetensors"
    with installed(client, "sd15-openpose", path, lambda: write_controlnet(path, zero_width=640)):
        error = failed(client, "sd15-openpose", 80)
        assert error.startswith("ControlNetLoader: ")
        assert "size mismatch for zero_convs.1.0.weight" in error
        # This one loads; what it cannot do is shown when the sampler runs it.
        write_controlnet(path, hints=4)
        error = failed(client, "sd15-openpose", 81)
        assert error.startswith("KSampler: ")
        assert "to have 4 channels, but got 3 channels" in error
        made(client, "sd15-text", seed=82)


def test_a_checkpoint_that_cannot_be_loaded_is_named_without_its_folder(
    client: Client, server: RunningComfyUI
) -> None:
    """Its header is that of SD 1.5, but most of it is missing."""
    path = server.directory / "models" / "checkpoints" / "a-rest.safetensors"
    kept = ("input_blocks.0.0.weight", "input_blocks.1.1", "out.2.weight")
    unet = {name: shape for name, shape in sd15_unet().items() if name.startswith(kept)}
    rest = {"cond_stage_model.logit_scale": (1,), "first_stage_model.decoder.norm_out.bias": (1,)}
    shapes = joined(under("model.diffusion_model.", unet), rest)
    with installed(client, "sd15-text", path, lambda: write(path, shapes)):
        error = failed(client, "sd15-text", 83)
    assert error.startswith("CheckpointLoaderSimple: ")
    assert "a-rest.safetensors" in error
    assert server.directory.as_posix() not in error
    assert "/models" not in error


def test_a_characters_back_is_made_by_the_named_model(client: Client) -> None:
    """What random weights make fits no figure: the guess stays, and the answer says so."""
    photograph = np.full((160, 120, 3), 255, np.uint8)
    photograph[20:140, 40:80] = data.astronaut()[:120, 180:220]
    job = client.post(
        "/generate_character",
        files={"image": ("a.png", encoded(photograph), "image/png")},
        data={
            "model_name": "sd15-random.safetensors",
            "prompt": "a pilot",
            "seed": "9",
            "negative_prompt": "zeppelins",
            "steps": "1",
            "cfg_scale": "1.5",
            "image_size": "512",
            "mesh_input_size": "512",
            "enable_rigging": "false",
        },
    ).json()["job_id"]

    def status() -> dict[str, Any]:
        found: dict[str, Any] = client.get(f"/job/{job}/status").json()
        return found

    wait_until(lambda: status()["status"] in ("completed", "failed"), 900)
    done = status()
    assert done["status"] == "completed", done
    assert (done["engine"], done["recipe"]) == ("diffusion", "silhouette-character-sd15")
    assert any("the back" in warning for warning in done["warnings"]), done["warnings"]
    assert not any("was not used for the views" in warning for warning in done["warnings"])
    history = client.get("/history").json()
    (graph,) = (
        entry["prompt"][2] for entry in history.values() if "back_sampler" in entry["prompt"][2]
    )
    assert graph["views_model"]["inputs"]["ckpt_name"] == "sd15-random.safetensors"
    asked = graph["request"]["inputs"]
    assert (asked["prompt"], asked["negative"]) == ("a pilot", "zeppelins")
    assert (asked["seed"], asked["steps"], asked["cfg_scale"]) == (9, 1, 1.5)
    assert graph["back_sampler"]["inputs"]["positive"] == ["back_positive", 0], (
        "no depth ControlNet"
    )
