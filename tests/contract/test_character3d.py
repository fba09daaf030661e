"""Image to a textured, rigged character, over HTTP and its WebSocket."""

from __future__ import annotations

import asyncio
import io
import json
import subprocess
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import aiohttp
import numpy as np
import pytest
import requests
import skimage.data
from avatarforge.forge.avatar.artist import Wish, cut_out
from avatarforge.forge.avatar.words import read_words
from PIL import Image

from ..hosts.real_comfyui import NOT_FOUND, find_comfyui, start_comfyui
from .servers import Client, Embedded, wait_until
from .test_access import key_of

POST = "/generate_character"
STAGES = [
    *("preprocessing", "mesh_generation", "generating_multiview_texture"),
    *("texture_baking", "rigging"),
]
SMALL = {"mesh_input_size": "512", "image_size": "512", "outline_size": "32"}
_LONG_S = 600.0


def png(pixels: Any) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture(scope="module")
def person() -> bytes:
    features = read_words("woman, red hoodie, blue jeans, black ponytail").features
    return png(cut_out(features, Wish(width=384, height=576, seed=3)).picture)


@pytest.fixture(scope="module", params=["embedded", "comfyui"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Client]:
    """A server of its own: its callers may post ten times a minute only."""
    base = tmp_path_factory.mktemp(f"characters-{request.param}")
    if request.param == "embedded":
        embedded = Embedded(base)
        yield Client(embedded.base_url, base / "user" / "__avatarforge", "embedded")
        embedded.stop()
        return
    if find_comfyui() is None:
        pytest.skip(NOT_FOUND)
    comfyui = start_comfyui(base)
    yield Client(comfyui.base_url, base / "user" / "__avatarforge", "comfyui")
    comfyui.stop()


@pytest.fixture
def caller(server: Client) -> Iterator[Client]:
    """Somebody who has not posted yet, with a key; meanwhile nobody may call without one."""
    with key_of(server, f"caller-{uuid.uuid4().hex[:8]}") as client:
        yield client


def post(client: Client, image: bytes | None, name: str = "a.png", **fields: str) -> Any:
    files = None if image is None else {"image": (name, image, "image/png")}
    return client.post(POST, files=files or {"other": ("x.txt", b"x")}, data=fields)


def status(client: Client, job: str) -> dict[str, Any]:
    response = client.get(f"/job/{job}/status")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def ended(client: Client, job: str) -> dict[str, Any]:
    deadline = time.monotonic() + _LONG_S
    while (now := status(client, job))["status"] in ("accepted", "processing"):
        assert time.monotonic() < deadline, now
        time.sleep(0.1)
    return now


async def heard(client: Client, job: str) -> list[dict[str, Any]]:
    """Every event of a job until the server closes."""
    address = client.base_url.replace("http", "ws") + f"/ws/{job}"
    events = []
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        async for message in socket:
            events.append(json.loads(message.data))
    return events


@pytest.fixture(scope="module")
def made(server: Client, person: bytes) -> dict[str, Any]:
    """One whole character, and what its WebSocket told."""
    response = post(server, person, seed="42", prompt="anime character", **SMALL)
    assert response.status_code == 202, response.text
    accepted = response.json()
    assert accepted["status"] == "accepted"
    assert accepted["message"] == "Character generation started"
    job = accepted["job_id"]
    events = asyncio.run(asyncio.wait_for(heard(server, job), _LONG_S))
    final = ended(server, job)
    assert final["status"] == "completed", final
    return {"job": job, "events": events, "final": final}


def test_a_picture_becomes_a_rigged_character(server: Client, made: dict[str, Any]) -> None:
    final = made["final"]
    assert final["progress"] == 100
    assert [stage["name"] for stage in final["stages"]] == STAGES
    assert {stage["status"] for stage in final["stages"]} == {"completed"}
    assert final["seed"] == 42
    assert any("guess" in warning for warning in final["warnings"])
    results = final["results"]
    magic = {"raw_mesh": b"glTF", "textured_mesh": b"glTF", "rigged_character": b"Kaydara FBX"}
    for name, head in magic.items():
        response = server.get(results[name])
        assert response.status_code == 200, results[name]
        assert response.content.startswith(head)
    assert len(results["preview_images"]) >= 2
    for path in results["preview_images"]:
        Image.open(io.BytesIO(server.get(path).content)).load()


def test_results_are_attachments(server: Client, made: dict[str, Any]) -> None:
    downloads = made["final"]["downloads"]
    assert {"raw_mesh", "textured_mesh", "rigged_character"} <= set(downloads)
    response = server.get(downloads["textured_mesh"])
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment")


def test_the_socket_told_it_all(made: dict[str, Any]) -> None:
    events = made["events"]
    kinds = [event["type"] for event in events]
    assert kinds[-1] == "job_completed"
    stages = [event["data"]["stage"] for event in events if event["type"] == "stage_completed"]
    assert sorted(stages) == sorted(STAGES)
    previews = [event["data"]["url"] for event in events if event["type"] == "preview_ready"]
    assert len(previews) >= 2
    seen = [event["data"]["progress"] for event in events]
    assert seen == sorted(seen)
    # Each preview is told while its stage is the latest, long before the end.
    told = [(event["type"], event["data"].get("stage") or event["data"].get("url", ""))
            for event in events]  # fmt: skip
    places = [next(at for at, (kind, what) in enumerate(told) if kind == first and name in what)
              for first, name in (("preview_ready", "preview_mesh"),
                                  ("stage_completed", "generating_multiview_texture"),
                                  ("preview_ready", "preview_texture"),
                                  ("preview_ready", "preview_rig"),
                                  ("job_completed", ""))]  # fmt: skip
    assert places == sorted(places), told
    assert all(set(event) == {"type", "job_id", "timestamp", "data"} for event in events)


def test_a_late_listener_hears_the_end(server: Client, made: dict[str, Any]) -> None:
    events = asyncio.run(asyncio.wait_for(heard(server, made["job"]), 30))
    assert events[-1]["type"] == "job_completed"


def test_an_unknown_job(server: Client) -> None:
    for path in ("/job/nobody/status", "/job/nobody/download/a.glb"):
        response = server.get(path)
        assert (response.status_code, response.json()["error_code"]) == (404, "JOB_NOT_FOUND")
    (event,) = asyncio.run(asyncio.wait_for(heard(server, "nobody"), 30))
    assert (event["type"], event["data"]["error"]) == ("error", "Job not found")


@pytest.mark.parametrize("name", ["b.glb", "..%2f..%2fkeys.json", "%2e%2e/x", "a.png%00"])
def test_only_a_jobs_own_files(server: Client, made: dict[str, Any], name: str) -> None:
    for path in (f"/job/{made['job']}/download/{name}", f"/output/{made['job']}/{name}"):
        response = server.get(path)
        assert response.status_code == 404


def test_another_jobs_file(server: Client, made: dict[str, Any], person: bytes) -> None:
    name = made["final"]["downloads"]["raw_mesh"].rpartition("/")[2]
    other = post(server, person, "../../evil.png", **SMALL).json()["job_id"]
    server.delete(f"/job/{other}")
    for path in (f"/job/{other}/download/{name}", f"/output/{other}/{name}"):
        response = server.get(path)
        assert (response.status_code, response.json()["error_code"]) == (404, "FILE_NOT_FOUND")
    assert server.get(f"/job/{made['job']}/download/{name}").status_code == 200


def test_another_callers_job(caller: Client, made: dict[str, Any]) -> None:
    for method, path in (
        ("GET", f"/job/{made['job']}/status"),
        ("GET", made["final"]["downloads"]["raw_mesh"]),
        ("DELETE", f"/job/{made['job']}"),
    ):
        response = caller.request(method, path)
        assert (response.status_code, response.json()["error_code"]) == (404, "JOB_NOT_FOUND")


def test_the_documents_curl_line(server: Client, person: bytes, folder: Path) -> None:
    (folder / "input.png").write_bytes(person)
    command = ["curl", "-sS", "-X", "POST", server.base_url + POST, "-F", "image=@input.png"]
    command += ["-F", "prompt=anime character with detailed clothing", "-F", "image_size=768"]
    command += ["-F", "steps=15", "-F", "seed=42"]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert answer["status"] == "accepted"
    assert server.delete(f"/job/{answer['job_id']}").json()["status"] == "cancelled"
    final = status(server, answer["job_id"])
    assert (final["status"], final["error"]) == ("failed", "cancelled")


def test_a_finished_job_is_removed_with_its_files(caller: Client, person: bytes) -> None:
    job = post(caller, person, enable_rigging="false", **SMALL).json()["job_id"]
    final = ended(caller, job)
    assert final["status"] == "completed", final
    assert final["stages"][-1] == {"name": "rigging", "status": "skipped"}
    assert final["results"].get("rigged_character") is None
    path = final["results"]["raw_mesh"]
    assert caller.delete(f"/job/{job}").json() == {"status": "deleted", "job_id": job}
    assert caller.get(path).status_code == 404
    assert caller.get(f"/job/{job}/status").status_code == 404


BAD: tuple[tuple[dict[str, str], str], ...] = (
    ({"image_size": "999"}, "image_size"),
    ({"image_size": "big"}, "image_size"),
    ({"steps": "0"}, "steps"),
    ({"steps": "1.5"}, "steps"),
    ({"mesh_input_size": "4096"}, "mesh_input_size"),
    ({"guidance_scale": "nan"}, "guidance_scale"),
    ({"cfg_scale": "31"}, "cfg_scale"),
    ({"model_name": "nobody.safetensors"}, "model_name"),
    ({"pose_type": "B-pose"}, "pose_type"),
)


def test_bad_parameters(caller: Client, person: bytes) -> None:
    for fields, parameter in BAD:
        response = post(caller, person, **fields)
        problem = response.json()
        assert (response.status_code, problem["error_code"]) == (400, "INVALID_PARAMETERS")
        assert problem["status"] == "error"
        assert problem["details"]["parameter"] == parameter
        assert set(problem["details"]) == {"parameter", "provided", "allowed"}
    assert problem["details"]["allowed"]


def test_bad_images(caller: Client) -> None:
    missing = post(caller, None)
    assert (missing.status_code, missing.json()["details"]["parameter"]) == (400, "image")
    text = post(caller, b"only words" * 100, "words.png")
    assert (text.status_code, text.json()["error_code"]) == (415, "UNSUPPORTED_FORMAT")
    damaged = post(caller, png(skimage.data.astronaut())[:9000])
    assert (damaged.status_code, damaged.json()["error_code"]) == (400, "INVALID_PARAMETERS")
    large = post(caller, b"\x89PNG\r\n\x1a\n" + b"x" * (11 << 20))
    assert (large.status_code, large.json()["error_code"]) == (413, "FILE_TOO_LARGE")


def test_ten_posts_a_minute(caller: Client) -> None:
    answers = [post(caller, b"words", "a.png") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [415] * 10 + [429]
    assert answers[-1].json()["error_code"] == "SERVER_BUSY"
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60


def test_two_jobs_at_once(caller: Client, person: bytes) -> None:
    first, second, third = (post(caller, person) for _ in range(3))
    assert [first.status_code, second.status_code] == [202, 202]
    assert (third.status_code, third.json()["error_code"]) == (429, "SERVER_BUSY")
    for each in (first, second):
        caller.delete(f"/job/{each.json()['job_id']}")

    def free() -> bool:
        answer: requests.Response = post(caller, person)
        if answer.status_code == 202:
            caller.delete(f"/job/{answer.json()['job_id']}")
        return answer.status_code == 202

    wait_until(free)


def test_many_posts_at_once_are_two_jobs(caller: Client, person: bytes) -> None:
    with ThreadPoolExecutor(6) as callers:
        answers = list(callers.map(lambda _: post(caller, person), range(6)))
    accepted = [each.json()["job_id"] for each in answers if each.status_code == 202]
    for job_id in accepted:
        caller.delete(f"/job/{job_id}")
    assert len(accepted) == 2
    assert [each.status_code for each in answers].count(429) == 4


def test_what_is_to_be_avoided_is_read_too(caller: Client, person: bytes) -> None:
    refused = post(caller, person, negative_prompt="blurry, a naked child, ugly")
    assert refused.status_code == 400
    assert refused.json()["error_code"] == "POLICY_BLOCKED"
    assert refused.json()["details"]["parameter"] == "negative_prompt"


@pytest.mark.parametrize(
    "pixels",
    [np.full((256, 256, 4), 0, np.uint8), np.full((256, 256, 3), 255, np.uint8)],
    ids=["nothing in it", "all of one colour"],
)
def test_a_picture_of_nothing_says_so(caller: Client, pixels: Any) -> None:
    final = ended(caller, post(caller, png(pixels), **SMALL).json()["job_id"])
    assert final["status"] == "failed"
    assert final["failed_stage"] == "preprocessing"
    assert final["error"] == "Preprocessing failed"
    assert final["error_details"]


def test_the_models(server: Client) -> None:
    bare = server.get("/models")
    assert bare.json() == server.get("/avatarforge/character3d/models").json()
    assert set(bare.json()) == {"diffusion_models", "3d_models"}
    if server.host == "comfyui":
        # ComfyUI's own answer, which its pages ask for.
        assert "checkpoints" in server.get("/api/models").json()
