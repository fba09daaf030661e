"""Anime pictures and films over HTTP: what is asked for reaches the graph, and comes back."""

from __future__ import annotations

import asyncio
import io
import json
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from typing import Any

import aiohttp
import pytest
from PIL import Image

from .anime import (
    PREFIX,
    ended,
    graphs_of,
    heard,
    listen,
    made,
    phase_graph,
    published,
    request_of,
    started,
    status,
)
from .servers import CHECKOUT, Client, wait_until
from .test_access import key_of
from .test_recipes import admin_of

DOCUMENT = CHECKOUT.parent / "shared" / "documented-apis" / "anime-production.md"
JOB_FIELDS = {
    *("id", "job_id", "type", "prompt", "status", "progress", "user", "created_at", "error"),
    *("estimated_remaining", "output_path", "output_url", "seed", "comfyui_prompt_id"),
}


def test_health_is_as_documented(client: Client) -> None:
    health = client.get(f"{PREFIX}/health").json()
    assert (health["status"], health["service"], health["version"]) == (
        *("healthy", "secured-anime-production", "3.0.0-bulletproof"),
    )
    components = health["components"]
    assert components["comfyui"]["status"] == "healthy"
    assert components["comfyui"]["queue_running"] in (0, 1)
    assert components["gpu"].keys() >= {"available", "active_generation"}
    assert 0 <= components["jobs"]["active_count"] <= components["jobs"]["total_tracked"]
    assert len(health["bulletproof_features"]) == 7
    with key_of(client, "somebody"):
        assert client.get(f"{PREFIX}/health").status_code == 200


@pytest.mark.skipif(not DOCUMENT.exists(), reason="no document beside the checkout")
def test_health_and_phases_have_what_the_document_shows(client: Client) -> None:
    shown = [
        json.loads(block.split("```")[0])
        for block in DOCUMENT.read_text("utf-8").split("```json\n")[1:]
    ]
    health, jobs, gallery, phases = shown[:4]
    assert client.get(f"{PREFIX}/phases").json() == phases
    answer = client.get(f"{PREFIX}/health").json()
    assert answer["bulletproof_features"] == health["bulletproof_features"]
    assert _has(answer, health)
    assert _has(client.get(f"{PREFIX}/jobs").json(), jobs)
    answer = client.get(f"{PREFIX}/gallery").json()
    assert (answer["message"], answer["gallery"]) == (gallery["message"], gallery["gallery"])


def _has(answer: Any, shown: Any) -> bool:
    """Whether every field that the document shows is there, of the same type."""
    if isinstance(shown, dict):
        return all(name in answer and _has(answer[name], shown[name]) for name in shown)
    return type(answer) is type(shown)


@pytest.mark.skipif(not DOCUMENT.exists(), reason="no document beside the checkout")
@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_the_documents_curl_commands(client: Client) -> None:
    text = DOCUMENT.read_text("utf-8").split("QUICK TEST COMMANDS")[1]
    script = text.split("```bash\n")[1].split("```")[0]
    commands = [each for each in script.split("\n\n") if "curl" in each]
    assert len(commands) == 5
    for command in commands:
        code = command.replace("http://localhost:8328", client.base_url)
        code = code.replace("curl ", "curl --fail --silent ")
        done = subprocess.run(["bash", "-ec", code], capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stderr)
        answer = json.loads(done.stdout)
    job = ended(client, answer["job_id"])
    assert job["status"] == "completed", job
    assert Image.open(io.BytesIO(client.get(job["output_url"]).content)).size == (512, 512)


def test_a_picture(client: Client) -> None:
    before = time.time()
    response = client.post(
        f"{PREFIX}/generate",
        json={"prompt": "anime girl with blue hair", "width": 512, "height": 512, "steps": 10},
    )
    assert response.status_code == 200, response.text
    answer = response.json()
    assert answer.keys() >= {"job_id", "status", "estimated_time", "message"}
    assert answer["message"] == "Generation started for anonymous"
    assert isinstance(answer["estimated_time"], int) and answer["estimated_time"] >= 1
    job = ended(client, answer["job_id"])
    assert job["status"] == "completed", job
    assert job.keys() >= JOB_FIELDS
    assert before - 1 <= job["created_at"] <= time.time() + 1, "epoch seconds"
    assert (job["progress"], job["estimated_remaining"], job["error"]) == (100, 0, None)
    assert job["type"] == "image" and job["phases"] is None and job["user"] == "anonymous"
    assert job["output_path"] == job["output_url"]
    picture = client.get(job["output_url"])
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.headers["X-Job-Id"] == job["job_id"]
    assert Image.open(io.BytesIO(picture.content)).size == (512, 512)
    assert client.get(f"{PREFIX}/image/{job['job_id']}").content == picture.content
    part = client.get(job["output_url"], headers={"Range": "bytes=0-7"})
    assert (part.status_code, part.content) == (206, picture.content[:8])
    generation = client.get(f"{PREFIX}/generation/{job['job_id']}/status")
    assert generation.json() == status(client, job["job_id"])
    listed = client.get(f"{PREFIX}/jobs").json()
    assert listed["jobs"][0] == job
    assert (listed["count"], listed["user"]) == (len(listed["jobs"]), "anonymous")
    (item, *_) = client.get(f"{PREFIX}/gallery").json()["items"]
    assert item == {
        "job_id": job["job_id"],
        "type": "image",
        "url": job["output_url"],
        "prompt": job["prompt"],
        "created_at": job["created_at"],
    }
    assert client.get(f"{PREFIX}/video/{job['job_id']}").status_code == 404


ASKED = {
    "prompt": "a girl with red hair",
    "width": 320,
    "height": 264,
    "steps": 33,
    "cfg": 5.5,
    "seed": 4321,
    "negative_prompt": "blurry hands",
    "frames": 30,
    "fps": 10,
    "style": "watercolor",
    "features": {"hair_length": "long"},
}


@pytest.mark.parametrize(
    ("path", "kind", "endpoint"),
    [
        ("/generate", "image", "anime-image"),
        ("/generate", "video", "anime-video"),
        ("/generate/video", None, "anime-video"),
    ],
)
def test_every_field_reaches_the_graph(
    client: Client, path: str, kind: str | None, endpoint: str
) -> None:
    body = ASKED if kind is None else {**ASKED, "type": kind}
    with published(client, {endpoint: phase_graph()}):
        job = made(client, path, **body)
    assert (job["recipe"], job["seed"]) == (f"custom-{endpoint}", 4321)
    (graph,) = graphs_of(client, job["job_id"])
    inputs = request_of(graph)
    for name in ("prompt", "width", "height", "steps", "cfg", "seed", "frames", "fps", "style"):
        assert inputs[name] == ASKED[name], name
    assert inputs["negative"] == ASKED["negative_prompt"]
    assert json.loads(inputs["features"]) == ASKED["features"]
    assert inputs["policy"] == "anime"


def test_the_seed_decides(client: Client) -> None:
    with published(client, {"anime-image": phase_graph()}):
        body = {"prompt": "a pilot", "width": 256, "height": 256}
        first, again = (made(client, **body, seed=5) for _ in range(2))
        random = [made(client, **body)["seed"] for _ in range(2)]
    pictures = [client.get(job["output_url"]).content for job in (first, again)]
    assert pictures[0] == pictures[1]
    assert random[0] != random[1] and all(0 <= seed < 2**31 for seed in random)


@pytest.mark.parametrize(("fps", "frames"), [(8, 24), (24, 48)])
def test_a_film_plays(client: Client, fps: int, frames: int) -> None:
    av = pytest.importorskip("av")
    job = made(
        client,
        prompt="a girl with green hair",
        type="video",
        width=256,
        height=320,
        frames=frames,
        fps=fps,
        seed=3,
    )
    assert (job["type"], job["frames"], job["fps"]) == ("video", frames, fps)
    assert job["duration"] == pytest.approx(frames / fps)
    film = client.get(job["output_url"])
    assert film.headers["Content-Type"] in ("video/mp4", "image/webp")
    with av.open(io.BytesIO(film.content)) as container:
        (stream,) = container.streams.video
        assert (stream.width, stream.height) == (256, 320)
        assert stream.average_rate == Fraction(fps)
        assert sum(1 for _ in container.decode(stream)) == frames
        assert float(stream.duration * stream.time_base) == pytest.approx(frames / fps, abs=0.1)
    part = client.get(job["output_url"], headers={"Range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, film.content[100:200])
    assert client.get(f"{PREFIX}/video/{job['job_id']}").content == film.content


BAD: tuple[dict[str, Any], ...] = (
    {"prompt": ""},
    {"prompt": "   "},
    {"prompt": "x" * 501},
    {"prompt": "a\u0007b"},
    {"prompt": None},
    {"type": "music"},
    {"width": 255},
    {"width": 257},
    {"height": 1544},
    {"height": 99999},
    {"width": True},
    {"steps": 0},
    {"steps": 101},
    {"steps": 1.5},
    {"cfg": 2},
    {"cfg": 16},
    {"cfg": "high"},
    {"seed": -2},
    {"seed": 2**31},
    {"negative_prompt": "x" * 301},
    {"frames": 23, "type": "video"},
    {"frames": 121, "type": "video"},
    {"fps": 7},
    {"fps": 31},
    {"engine": "magic"},
    {"recipe": "nobody's"},
    {"features": {"hair_color": ["red"]}},
)


@pytest.mark.parametrize("field", BAD, ids=lambda field: str(field)[:40])
def test_bad_input(client: Client, field: dict[str, Any]) -> None:
    for path in ("/generate", "/generate/video"):
        response = client.post(PREFIX + path, json={"prompt": "a girl", **field})
        assert response.status_code == 422, response.text
        (problem, *_) = response.json()["detail"]
        assert set(problem) == {"loc", "msg", "type"}
    assert client.post(f"{PREFIX}/generate", data=b"{").status_code == 422
    large = client.post(f"{PREFIX}/generate", data=b" " * ((1 << 20) + 1))
    assert large.status_code == 413


@pytest.mark.parametrize(
    ("field", "body"),
    [
        ("prompt", {"prompt": "naked little girl"}),
        ("style", {"prompt": "a girl", "style": "nude child"}),
        ("style", {"prompt": "a 12 year old girl", "style": "nude"}),
        ("negative_prompt", {"prompt": "a woman", "negative_prompt": "blurry, naked child"}),
        ("negative_prompt", {"prompt": "a 12 year old girl", "negative_prompt": "blurry, clothes"}),
        ("features", {"prompt": "a naked woman", "features": {"age": "child"}}),
    ],
    ids=str,
)
def test_what_is_refused(client: Client, field: str, body: dict[str, Any]) -> None:
    for path in ("/generate", "/generate/video"):
        response = client.post(PREFIX + path, json=body)
        assert response.status_code == 422, response.text
        (reason,) = response.json()["detail"]
        assert (reason["loc"], reason["type"]) == (["body", field], "policy_blocked")
    admin = admin_of(client)
    told = admin.post(f"{PREFIX}/orchestrate", json=body)
    assert (told.status_code, told.json()["detail"][0]["loc"]) == (422, ["body", field])


def test_the_name_of_a_character_is_read_too(client: Client) -> None:
    body = {"prompt": "a girl", "character_name": "naked child"}
    refused = admin_of(client).post(f"{PREFIX}/orchestrate", json=body)
    assert (refused.status_code, refused.json()["detail"][0]["loc"]) == (
        *(422, ["body", "character_name"]),
    )


def test_what_is_to_be_avoided_may_be_named(client: Client) -> None:
    with published(client, {"anime-image": phase_graph()}):
        job = started(client, prompt="a woman", negative_prompt="nsfw, nude, child, blurry")
        assert ended(client, job)["status"] == "completed"


def test_explicit_words_are_replaced(client: Client) -> None:
    with published(client, {"anime-image": phase_graph()}):
        job = made(client, prompt="a naked woman on a beach", width=256, height=256)
    assert "Explicit words were replaced" in job["warnings"]
    (graph,) = graphs_of(client, job["job_id"])
    assert "naked" not in request_of(graph)["prompt"]


def test_a_retry_brings_the_first_job(client: Client) -> None:
    key = {"Idempotency-Key": "once, anime"}
    body = {"prompt": "a sailor", "width": 256, "height": 256}
    with published(client, {"anime-image": phase_graph(), "anime-video": phase_graph()}):
        first, again = (
            client.post(f"{PREFIX}/generate", json=body, headers=key).json() for _ in range(2)
        )
        assert first["job_id"] == again["job_id"] and first["seed"] == again["seed"]
        other = client.post(f"{PREFIX}/generate/video", json=body, headers=key)
    assert other.status_code == 422


def test_a_cancelled_job_shows_as_failed(client: Client) -> None:
    with published(client, {"anime-image": phase_graph(pictures=30)}):
        jobs = [started(client, prompt="a knight", width=512, height=512) for _ in range(2)]
        wait_until(lambda: status(client, jobs[0])["progress"] > 0)
        for job in reversed(jobs):
            cancelled = client.delete(f"/avatarforge/jobs/{job}").json()
            assert cancelled["state"] == "cancelled"
            shown = status(client, job)
            assert (shown["status"], shown["error"]) == ("failed", "cancelled")


def test_unknown_jobs(client: Client) -> None:
    for path in (
        *("/jobs/nobody/status", "/generation/nobody/status", "/outputs/nobody/a.png"),
        *("/image/nobody", "/video/nobody"),
    ):
        response = client.get(PREFIX + path)
        assert (response.status_code, response.json()) == (404, {"detail": "Job not found"}), path


@pytest.mark.parametrize("name", ["b.png", "..%2f..%2fkeys.json", "%2e%2e/x", "a.png%00"])
def test_only_a_jobs_own_files(client: Client, name: str) -> None:
    with published(client, {"anime-image": phase_graph()}):
        job = made(client, prompt="a pilot", width=256, height=256, seed=2)["job_id"]
    assert client.get(f"{PREFIX}/outputs/{job}/{name}").status_code == 404


@pytest.mark.parametrize("path", ["/ws/job/", "/ws/progress/", "/api/ws/job/"])
def test_the_sockets(client: Client, path: str) -> None:
    with published(client, {"anime-image": phase_graph(pictures=12)}):
        job = started(client, prompt="a dancer", width=512, height=512)
        messages = listen(client, path + job)
    assert all(
        message.keys()
        >= {"job_id", "status", "progress", "estimated_remaining", "output_path", "timestamp"}
        for message in messages
    )
    seen = [message["progress"] for message in messages]
    assert seen == sorted(seen) and len({*seen}) > 4, "the executor's own steps"
    assert (messages[-1]["status"], seen[-1]) == ("completed", 100)
    late = listen(client, path + job)
    assert [message["status"] for message in late] == ["completed"]
    assert late[0]["output_url"] == messages[-1]["output_url"]


def test_a_socket_for_no_job(client: Client) -> None:
    (message,) = listen(client, "/ws/job/nobody")
    assert {"job_id": "nobody", "status": "not_found", "error": "Job not found"}.items() <= (
        message.items()
    )
    assert client.get("/ws/job/nobody").status_code == 400
    # The character API's socket is another one.
    (message,) = listen(client, "/ws/nobody")
    assert message["type"] == "error"


def test_listeners_do_not_disturb_each_other(client: Client) -> None:
    """Two who listen, one who never reads, and one who leaves in the middle."""

    async def crowd(job: str) -> list[list[dict[str, Any]]]:
        address = client.base_url.replace("http", "ws") + f"/ws/job/{job}"
        async with aiohttp.ClientSession() as session:
            deaf = await session.ws_connect(address)
            leaver = await session.ws_connect(address)
            await leaver.receive()
            await leaver.close()
            both = await asyncio.gather(*(heard(client, f"/ws/job/{job}") for _ in range(2)))
            assert not deaf.closed
            await deaf.close()
        return list(both)

    with published(client, {"anime-image": phase_graph(pictures=8)}):
        job = started(client, prompt="a drummer", width=512, height=512)
        for messages in asyncio.run(asyncio.wait_for(crowd(job), 120)):
            assert messages[-1]["status"] == "completed"


def test_twenty_at_once(client: Client) -> None:
    with published(client, {"anime-image": phase_graph()}):

        def ask(seed: int) -> dict[str, Any]:
            return made(client, prompt="a runner", width=256, height=256, seed=seed)

        with ThreadPoolExecutor(20) as pool:
            jobs = list(pool.map(ask, range(20)))
    assert len({job["job_id"] for job in jobs}) == 20
    assert [job["seed"] for job in jobs] == list(range(20))
    assert len({client.get(job["output_url"]).content for job in jobs}) > 10
