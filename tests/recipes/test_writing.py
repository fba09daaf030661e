"""The scene recipes on a real ComfyUI with a language model, over the routes of the chats.

The models are of random weights: what the language model writes has no sense, and what is
shown is that the answers hold the contract all the same, and what the model was asked.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from avatarforge.forge.recipes.recipe import shipped
from avatarforge.forge.recipes.request import GenerationRequest
from avatarforge.tests.contract.chats import PATHS, body
from avatarforge.tests.contract.servers import Client
from avatarforge.tests.contract.test_recipes import admin_of, put
from avatarforge.tests.hosts.real_comfyui import (
    NOT_FOUND,
    RunningComfyUI,
    find_comfyui,
    start_comfyui,
)
from PIL import Image
from skimage import data

from .random_language_model import write_language_model
from .random_models import write_checkpoint

SHALLOW = Path(__file__).with_name("shallow_pack")
PATIENCE = 1800  # seconds: on crowded cores a picture takes its time
LANGUAGE = "qwen3-0.6b-random.safetensors"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningComfyUI]:
    if find_comfyui() is None:
        pytest.skip(NOT_FOUND)
    base = tmp_path_factory.mktemp("writing")
    write_checkpoint(base / "models" / "checkpoints" / "sd15-random.safetensors")
    write_language_model(base / "models" / "text_encoders" / LANGUAGE)
    # These change only how long it takes, as for the sampling tests.
    running = start_comfyui(
        base,
        extra_packs=[SHALLOW],
        environment={"OMP_WAIT_POLICY": "PASSIVE"},
        arguments=("--use-pytorch-cross-attention", "--fp32-text-enc"),
    )
    yield running
    running.stop()


@pytest.fixture(scope="module")
def client(server: RunningComfyUI) -> Client:
    return Client(server.base_url, server.directory / "user" / "__avatarforge", "comfyui")


def words_of(caption: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['\u2019-][^\W_]+)*", caption)


def picture(content: bytes) -> np.ndarray[Any, Any]:
    pixels = np.asarray(Image.open(io.BytesIO(content)))
    assert pixels.shape == (1024, 1024, 3)
    assert 20 < pixels.mean() < 235
    assert pixels.std() > 10
    return pixels


def job_of(client: Client, job_id: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/avatarforge/jobs/{job_id}").json()
    return found


def written(client: Client, job: Mapping[str, Any]) -> dict[str, str]:
    """What the graph's nodes showed: the questions, and the prompt for the picture."""
    prompt_id = job["prompt_id"]
    outputs = client.get(f"/history/{prompt_id}").json()[prompt_id]["outputs"]
    return {node: shown["text"][0] for node, shown in outputs.items() if "text" in shown}


@pytest.fixture(scope="module")
def scene(client: Client) -> dict[str, Any]:
    """A scene drawn by the diffusion model, its words and caption by the language model."""
    wanted = body("scenes", seed=11, engine="diffusion")
    made = client.post(PATHS["scenes"], json=wanted, timeout=PATIENCE)
    assert made.status_code == 200, made.text
    answer: dict[str, Any] = made.json()
    return answer


def test_a_scene_with_a_checkpoint_and_nonsense_holds_the_contract(
    client: Client, scene: dict[str, Any]
) -> None:
    assert (scene["engine"], scene["recipe"]) == ("diffusion", "sd15-scene")
    picture(base64.b64decode(scene["image_base64"]))
    assert 10 <= len(words_of(scene["caption"])) <= 15
    assert scene["prompt_used"] == body("scenes")["user_message"]
    assert scene["moderation"]["decision"] == "allowed"
    unused = [line for line in scene["warnings"] if "was not used" in line]
    assert [line.split(" was")[0] for line in unused] == [
        "The suggested scene",
        "The suggested caption",
    ]


def test_the_model_was_asked_with_the_people_and_the_rules(
    client: Client, scene: dict[str, Any]
) -> None:
    job = job_of(client, scene["job_id"])
    graph = client.get(f"/history/{job['prompt_id']}").json()
    ran = graph[job["prompt_id"]]["prompt"][2]
    assert ran["language"]["inputs"]["clip_name"] == LANGUAGE
    assert ran["scene_text"]["class_type"] == ran["caption_text"]["class_type"] == "TextGenerate"
    told = written(client, job)
    assert "celebrating a victory at a sports bar" in told["scene_question"]
    assert "square face" in told["scene_question"]
    assert "bob" not in told["scene_question"].lower()
    assert "10 to 15 words" in told["caption_question"]
    assert "Bob and Charlie" in told["caption_question"]
    assert "celebrating a victory at a sports bar" in told["expand"].lower()


def test_a_drawn_chat_has_its_caption_asked_for_as_well(client: Client) -> None:
    wanted = body("1to1", seed=12, engine="drawn")
    made = client.post(PATHS["1to1"], json=wanted, timeout=PATIENCE)
    assert made.status_code == 200, made.text
    answer = made.json()
    assert answer["engine"] == "drawn"
    assert 10 <= len(words_of(answer["caption"])) <= 15
    assert {"we", "us", "our", "ours", "you", "your", "i", "my", "me"} & set(
        words_of(answer["caption"].lower())
    )
    assert any("caption was not used" in line for line in answer["warnings"])
    told = written(client, job_of(client, answer["job_id"]))
    assert "alice" not in told["caption_question"].lower()


def test_the_recipes_say_what_their_part_uses(client: Client) -> None:
    recipe = client.get("/avatarforge/recipes/drawn-scene").json()
    (part,) = recipe["parts"]
    assert (part["name"], part["runs"]) == ("language", True)
    assert [slot["uses"] for slot in part["models"]] == [LANGUAGE]
    # This one writes and sees nothing: a selfie is measured.
    selfie = client.get("/avatarforge/recipes/selfie").json()
    assert {part["name"]: part["runs"] for part in selfie["parts"]} == {
        "sight": False,
        "faces": False,
    }


def test_a_selfie_is_measured_whatever_a_model_answers(client: Client) -> None:
    """The question goes to the model with the picture; of its nonsense nothing is taken."""
    recipe = next(each for each in shipped() if each.name == "selfie")
    (slot,) = (each for each in recipe.models if each.part == "sight")
    wanted = GenerationRequest(prompt="", seed=1, width=0, height=0)
    graph: dict[str, Any] = dict(recipe.fill(wanted, {slot: (LANGUAGE, "")}, frozenset({"faces"})))
    graph["answers"]["inputs"]["max_length"] = 16  # for speed
    admin = admin_of(client)
    published = put(admin, graph, "selfie")
    assert published.status_code == 200, published.text
    try:
        buffer = io.BytesIO()
        Image.fromarray(data.astronaut()).save(buffer, "PNG")
        file = {"file": ("selfie.png", buffer.getvalue(), "image/png")}
        made = client.post("/v1/profile/create", files=file, timeout=PATIENCE)
    finally:
        admin.delete("/avatarforge/recipes/selfie")
    assert made.status_code == 200, made.text
    features = made.json()["avatar_features"]
    assert features["meta"]["face_detected"] is True
    assert features["observed"]["gender"] is None
    (job,) = (
        each
        for each in client.get("/avatarforge/jobs", params={"api": "chat"}).json()["jobs"]
        if each["kind"] == "selfie"
    )
    assert (job["state"], job["recipe"]) == ("completed", "custom-selfie")
    assert "the reply holds no JSON object" in " ".join(job["warnings"])
