"""Productions: three phases, one character, one job for the caller."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from .anime import (
    PHASES,
    PREFIX,
    ended,
    graphs_of,
    listen,
    made,
    parts_of,
    phase_graph,
    production_graphs,
    published,
    request_of,
    started,
    status,
    told_graph,
)
from .servers import Client, Embedded, wait_until
from .test_access import key_of
from .test_files import blobs_of
from .test_recipes import Graph, admin_of

SMALL = {"prompt": "a girl with blue hair", "width": 256, "height": 256}
PATH = "/orchestrate"
POSES = (
    *("front", "three_quarter_left", "three_quarter_right", "side_left", "side_right"),
    *("back", "action", "close_up"),
)
MakePicture = Callable[..., bytes]
NAMES = ["CHARACTER_SHEET", "ANIMATION_LOOP", "FULL_VIDEO"]


@pytest.fixture
def owner(client: Client) -> Client:
    """One whose key is in force all the time: the server's own."""
    return admin_of(client)


def slow_graphs(pictures: int = 30) -> dict[str, Graph]:
    """Like production_graphs, but long enough to meet in the middle."""
    return {name: phase_graph(0.9, pictures) for name in PHASES}


def wait_for_phase(client: Client, job: str, phase: int) -> None:
    """Until this phase, counted from 0, is in the middle of its work."""

    def begun() -> bool:
        now = status(client, job)["phases"][phase]
        return bool(now["status"] == "processing" and now["progress"] > 0)

    wait_until(begun, 120)


def test_a_key_is_wanted(client: Client) -> None:
    response = client.post(PREFIX + PATH, json=SMALL)
    assert (response.status_code, set(response.json())) == (401, {"detail"})
    with key_of(client, "ann") as ann, published(client, production_graphs()):
        assert ann.post(PREFIX + PATH, json=SMALL).status_code == 200


def test_all_three_phases(client: Client, owner: Client) -> None:
    with published(client, production_graphs()):
        response = owner.post(PREFIX + PATH, json={**SMALL, "seed": 77, "cfg_scale": 6})
        assert response.status_code == 200, response.text
        answer = response.json()
        assert answer["success"] is True and answer["phases"] == [1, 2, 3]
        assert answer["seed"] == 77 and answer["estimated_time"] >= 1
        messages = listen(owner, f"/ws/job/{answer['job_id']}")
    job = status(owner, answer["job_id"])
    assert (job["status"], job["error"], job["progress"]) == ("completed", None, 100)
    assert [phase["id"] for phase in job["phases"]] == [1, 2, 3]
    assert [phase["name"] for phase in job["phases"]] == NAMES
    for phase, score in zip(job["phases"], (0.95, 0.9, 0.85), strict=True):
        assert (phase["status"], phase["progress"]) == ("completed", 100)
        expected = {"score": score, "threshold": 0.8, "parts": {"sharpness": score}}
        assert phase["quality"] == expected
        assert owner.get(phase["output_url"]).status_code == 200
        for url in phase["outputs"].values():
            assert owner.get(url).status_code == 200
    assert job["output_url"] == job["phases"][-1]["output_url"]
    # One character all through: the same words and seed, and the sheet's front for the rest.
    front = owner.get(job["phases"][0]["outputs"]["front"]).content
    requests = [request_of(graph) for graph in graphs_of(client, job["job_id"])]
    assert {(each["prompt"], each["seed"], each["cfg"]) for each in requests} == {
        (SMALL["prompt"], 77, 6)
    }
    digest = hashlib.sha256(front).hexdigest()
    assert [each["reference_image"] for each in requests] == ["", digest, digest]
    assert [each.get("frames") for each in requests] == [None, 48, 120]
    assert [each.get("fps") for each in requests] == [None, 24, 24]
    # Progress over all of them, and the phases one after another.
    seen = [message["progress"] for message in messages]
    assert seen == sorted(seen) and seen[-1] == 100 and len({*seen}) > 6
    running = [
        [phase["status"] for phase in message["phases"]].index("processing")
        for message in messages
        if any(phase["status"] == "processing" for phase in message["phases"])
    ]
    assert running == sorted(running) and {*running} == {0, 1, 2}


def test_the_lists_show_one_job(client: Client) -> None:
    with key_of(client, "list-reader") as ann, published(client, production_graphs()):
        job = made(ann, PATH, **SMALL)
        (listed,) = ann.get(f"{PREFIX}/jobs").json()["jobs"]
        assert listed == job
        (of_all,) = ann.get("/avatarforge/jobs").json()["jobs"]
        assert (of_all["id"], of_all["kind"]) == (job["job_id"], "production")
        (item,) = ann.get(f"{PREFIX}/gallery").json()["items"]
        assert (item["job_id"], item["url"]) == (job["job_id"], job["output_url"])
        assert ann.get(f"{PREFIX}/image/{job['job_id']}").status_code == 200


@pytest.mark.parametrize("phases", [[1], [2], [3, 2], [1, 3, 3]])
def test_the_phases_asked_for(client: Client, owner: Client, phases: list[int]) -> None:
    with published(client, production_graphs()):
        job = made(owner, PATH, **SMALL, phases=phases, mode="draft")
    assert [phase["id"] for phase in job["phases"]] == sorted({*phases})
    requests = [request_of(graph) for graph in graphs_of(client, job["job_id"])]
    assert len(requests) == len({*phases})
    assert all(each["steps"] == 8 for each in requests)


SIZES = [({}, 1024, None), ({"mode": "draft"}, 512, 8), ({"mode": "standard"}, 768, 15)]


@pytest.mark.parametrize(("body", "side", "steps"), SIZES, ids=str)
def test_sizes_and_steps_where_none_are_given(
    client: Client, owner: Client, body: dict[str, Any], side: int, steps: int | None
) -> None:
    with published(client, {"full-video": told_graph(None)}):
        job = ended(owner, started(owner, PATH, phases=[3], **body))
        own = ended(owner, started(owner, PATH, phases=[3], **body, height=256, steps=3))
    assert (job["width"], job["height"], job["prompt"]) == (side, side, "anime character")
    assert (own["width"], own["height"]) == (side, 256)
    (asked,), (changed,) = (graphs_of(client, each["job_id"]) for each in (job, own))
    assert (request_of(asked)["width"], request_of(asked).get("steps")) == (side, steps)
    assert (request_of(changed)["height"], request_of(changed)["steps"]) == (256, 3)


def test_every_field_reaches_the_graphs(
    client: Client, owner: Client, picture: MakePicture
) -> None:
    images = [picture() for _ in range(3)]
    encoded = [base64.b64encode(image).decode() for image in images]
    digests = [hashlib.sha256(image).hexdigest() for image in images]
    body = {
        **SMALL,
        "height": 320,
        "phases": [1, 2],
        "seed": 5,
        "steps": 9,
        "cfg_scale": 6.5,
        "negative_prompt": "blurry",
        "style": "watercolor",
        "fps": 12,
        "frames": 24,
        "features": {"hair_color": "red"},
        "character_name": "Rose Brown",
        "reference_images": [f"data:image/png;base64,{encoded[0]}", encoded[1]],
    }
    with published(client, production_graphs()):
        job = made(owner, PATH, **body)
    assert job["character_name"] == "Rose Brown"
    assert job["warnings"] == [
        "1 of reference_images not used: a production has one reference, the first of them"
    ]
    requests = [request_of(graph) for graph in graphs_of(client, job["job_id"])]
    front = owner.get(job["phases"][0]["outputs"]["front"]).content
    shown = [digests[0], hashlib.sha256(front).hexdigest()]
    assert [each["reference_image"] for each in requests] == shown
    for each in requests:
        assert (each["prompt"], each["seed"], each["policy"]) == (SMALL["prompt"], 5, "anime")
        assert (each["width"], each["height"], each["steps"], each["cfg"]) == (256, 320, 9, 6.5)
        assert (each["negative"], each["style"]) == ("blurry", "watercolor")
        assert json.loads(each["features"]) == {"hair_color": "red"}
    assert [(each.get("fps"), each.get("frames")) for each in requests] == [(None, None), (12, 24)]
    told = owner.get(f"/avatarforge/jobs/{job['job_id']}").text
    assert encoded[0] not in told, "a picture is kept as a file, not with the job"


def test_the_film_alone_shows_the_callers_picture(
    client: Client, owner: Client, picture: MakePicture
) -> None:
    image = picture()
    file = owner.upload(image).json()
    also = base64.b64encode(picture()).decode()
    with published(client, production_graphs()):
        job = made(
            *(owner, PATH),
            **{**SMALL, "phases": [3], "input_image": file["file_id"], "reference_images": [also]},
            frames=48,
            denoise=0.4,
            auto_advance=False,
        )
    (graph,) = graphs_of(client, job["job_id"])
    assert request_of(graph)["reference_image"] == file["content_hash"]
    assert job["warnings"] == [
        "frames was not used: at 24 fps FULL_VIDEO 120",
        "1 of reference_images not used: a production has one reference, input_image",
        "denoise was not used: each recipe has its own",
        "auto_advance was not used: the phases run one after another; see phases",
    ]
    deleted = owner.delete(f"/avatarforge-controller/files/{file['file_id']}").json()
    assert deleted["references"] == 1, "kept for as long as the production is"


def test_what_remains_never_grows_and_the_start_is_the_first(client: Client, owner: Client) -> None:
    def start_of(job: str) -> str | None:
        found: str | None = owner.get(f"/avatarforge/jobs/{job}").json()["started_at"]
        return found

    with published(client, production_graphs()):
        job = started(owner, PATH, **SMALL)
        messages = listen(owner, f"/ws/job/{job}")
    left = [message["estimated_remaining"] for message in messages]
    assert left == sorted(left, reverse=True) and left[-1] == 0 and left[0] > 0
    parts = [start_of(part) for part in parts_of(client, job)]
    assert start_of(job) is not None and None not in parts
    first, *later = (datetime.fromisoformat(each or "") for each in parts)
    begun = datetime.fromisoformat(start_of(job) or "")
    assert abs(begun - first).total_seconds() < 1 and begun < min(later)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"input_image": "/etc/hosts"}, "input_image"),
        ({"input_image": "https://example.org/a.png"}, "input_image"),
        ({"reference_images": ["aGVsbG8="]}, "reference_images"),
        ({"reference_images": "aGVsbG8="}, "reference_images"),
        ({"frames": 0}, "frames"),
        ({"denoise": 2}, "denoise"),
        ({"phases": []}, "phases"),
        ({"phases": [4]}, "phases"),
        ({"phases": [1, 2, 3, 1]}, "phases"),
        ({"phases": "all"}, "phases"),
        ({"width": 99999, "height": 99999}, "width"),
        ({"width": 260}, "width"),
        ({"prompt": ""}, "prompt"),
        ({"prompt": "x" * 501}, "prompt"),
        ({"cfg_scale": 99}, "cfg"),
        ({"fps": 7}, "fps"),
        ({"mode": "huge"}, "mode"),
        ({"phases": [True]}, "phases"),
        ({"seed": 2**31}, "seed"),
        ({"engine": "diffusion"}, "engine"),
    ],
    ids=str,
)
def test_bad_input(owner: Client, body: dict[str, Any], field: str) -> None:
    response = owner.post(PREFIX + PATH, json=body)
    if field == "engine" and response.status_code == 200:
        pytest.skip("no lack of diffusion models here")
    assert response.status_code == 422, response.text
    assert field in str(response.json()["detail"][0]["loc"])


@pytest.mark.parametrize("stop", [0, 1, 2])
def test_a_phase_under_the_threshold_stops_it(client: Client, owner: Client, stop: int) -> None:
    score = {("sheet", "loop", "video")[stop]: 0.799}
    with published(client, production_graphs(**score)):
        job = ended(owner, started(owner, PATH, **SMALL))
    assert job["status"] == "failed"
    assert job["error"] == (
        f"Stopped after phase {stop + 1}, {NAMES[stop]}: its quality is 0.79, under 0.8 "
        "(weakest: sharpness, 0.80)"
    )
    states = [phase["status"] for phase in job["phases"]]
    assert states == ["completed"] * stop + ["failed"] + ["pending"] * (2 - stop)
    failed = job["phases"][stop]
    assert failed["quality"]["score"] == 0.799 and failed["error"] == job["error"]
    assert owner.get(failed["output_url"]).status_code == 200, "its work is kept"
    assert len(graphs_of(client, job["job_id"])) == stop + 1
    items = owner.get(f"{PREFIX}/gallery").json()["items"]
    assert job["job_id"] not in {item["job_id"] for item in items}


@pytest.mark.parametrize(
    ("quality", "told"),
    [
        (None, "measured no quality"),
        ("good", "not written as"),
        ("[1]", "not written as"),
        ('{"score": 2}', "no score from 0 to 1"),
        ('{"score": NaN}', "no score from 0 to 1"),
        ('{"score": true}', "no score from 0 to 1"),
        ('{"score": 0.9, "parts": 3}', "no object"),
    ],
)
def test_what_is_not_measured_does_not_pass(
    client: Client, owner: Client, quality: str | None, told: str
) -> None:
    graphs = {**production_graphs(), "character-sheet": told_graph(quality, role="sheet")}
    with published(client, graphs):
        job = ended(owner, started(owner, PATH, **SMALL))
    assert job["status"] == "failed" and told in job["error"]
    assert job["phases"][0]["status"] == "failed" and job["phases"][0]["quality"] is None
    assert len(graphs_of(client, job["job_id"])) == 1


def test_a_phase_that_fails_ends_it(client: Client, owner: Client) -> None:
    broken = phase_graph()
    broken["look"]["inputs"]["fields"] = "{not json"
    with published(client, {**production_graphs(), "animation-loop": broken}):
        job = ended(owner, started(owner, PATH, **SMALL))
    assert job["status"] == "failed" and job["error"].startswith("ANIMATION_LOOP: ")
    assert [phase["status"] for phase in job["phases"]] == ["completed", "failed", "pending"]
    assert job["phases"][1]["error"] in job["error"]


def test_it_is_cancelled_as_one(client: Client, owner: Client) -> None:
    with published(client, slow_graphs()):
        job = started(owner, PATH, **{**SMALL, "width": 512, "height": 512})
        behind = started(owner, PATH, **SMALL, phases=[3])
        wait_for_phase(owner, job, 0)
        assert owner.delete(f"/avatarforge/jobs/{job}").json()["state"] == "cancelled"
        shown = status(owner, job)
        assert (shown["status"], shown["error"]) == ("failed", "cancelled")
        states = [phase["status"] for phase in shown["phases"]]
        assert states == ["failed", "pending", "pending"]
        # Nothing of it goes on, and what waits behind it is not touched.
        assert ended(owner, behind)["status"] == "completed"
    assert len(graphs_of(client, job)) == 1
    (message,) = listen(owner, f"/ws/progress/{job}")
    assert (message["status"], message["error"]) == ("failed", "cancelled")


def test_a_phase_that_is_cancelled_ends_it(client: Client, owner: Client) -> None:
    with published(client, {**production_graphs(), "animation-loop": phase_graph(0.9, 30)}):
        job = started(owner, PATH, **SMALL)
        wait_for_phase(owner, job, 1)
        part = parts_of(client, job)[1]
        assert owner.delete(f"/avatarforge/jobs/{part}").json()["state"] == "cancelled"
        assert ended(owner, job)["error"] == "cancelled"


def test_a_retry_brings_the_first_production(client: Client, owner: Client) -> None:
    key = {"Idempotency-Key": "one production"}
    with published(client, production_graphs()):
        first, again = (owner.post(PREFIX + PATH, json=SMALL, headers=key).json() for _ in range(2))
        assert first["job_id"] == again["job_id"]
        assert ended(owner, first["job_id"])["status"] == "completed"
        third = owner.post(PREFIX + PATH, json=SMALL, headers=key).json()
    assert (third["job_id"], third["status"]) == (first["job_id"], "completed")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_killed_server_goes_on_where_it_was(tmp_path: Path) -> None:
    """Killed in the middle of every phase once; what was done is not done again."""

    def start() -> tuple[Embedded, Client]:
        server = Embedded(tmp_path)
        return server, admin_of(
            Client(server.base_url, tmp_path / "user" / "__avatarforge", "embedded")
        )

    server, client = start()
    for endpoint, graph in slow_graphs(12).items():
        assert client.request("PUT", f"/avatarforge/recipes/{endpoint}", json={"graph": graph}).ok
    big = {**SMALL, "width": 512, "height": 512}
    job = started(client, PATH, **big, seed=5)
    starts = set()
    for phase in range(3):
        wait_for_phase(client, job, phase)
        starts.add(client.get(f"/avatarforge/jobs/{job}").json()["started_at"])
        done = status(client, job)["phases"][:phase]
        server.kill()
        assert "Traceback" not in server.log(), server.log()
        server, client = start()
        assert status(client, job)["phases"][:phase] == done
    try:
        final = ended(client, job)
        assert final["status"] == "completed", final
        assert len(graphs_of(client, job)) == 3, "a phase ran as two jobs"
        assert starts == {client.get(f"/avatarforge/jobs/{job}").json()["started_at"]}
        urls = [url for phase in final["phases"] for url in phase["outputs"].values()]
        pictures = {hashlib.sha256(client.get(url).content).hexdigest() for url in urls}
        texts = blobs_of(client) - pictures
        assert len(texts) == 1, "the three qualities are the same text"
        assert list((client.private / "staging").rglob("*.*")) == []
    finally:
        server.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_phase_interrupted_too_often_ends_it(tmp_path: Path) -> None:
    private = tmp_path / "user" / "__avatarforge"
    server = Embedded(tmp_path)
    client = admin_of(Client(server.base_url, private, "embedded"))
    graph = {"graph": phase_graph(0.9, 60)}
    assert client.request("PUT", "/avatarforge/recipes/character-sheet", json=graph).ok
    job = started(client, PATH, **{**SMALL, "width": 512, "height": 512}, phases=[1])
    for _ in range(3):
        wait_for_phase(client, job, 0)
        server.kill()
        server = Embedded(tmp_path)
        client = admin_of(Client(server.base_url, private, "embedded"))
    try:
        final = ended(client, job)
        assert (final["status"], final["error"]) == ("failed", "CHARACTER_SHEET: interrupted")
    finally:
        server.stop()


def test_the_drawn_engine_makes_a_whole_production(owner: Client) -> None:
    """No model, no graph of one's own: an eight-pose sheet, two seconds, five seconds."""
    av = pytest.importorskip("av")
    job = made(owner, PATH, **SMALL, seed=11, engine="drawn")
    sheet, *films = job["phases"]
    assert set(sheet["outputs"]) == {"sheet", *POSES}
    assert all(phase["quality"]["score"] >= 0.8 for phase in job["phases"])
    assert all(phase["quality"]["parts"] for phase in job["phases"])
    for phase, frames in zip(films, (48, 120), strict=True):
        film = owner.get(phase["output_url"])
        assert film.headers["Content-Type"] == "video/mp4"
        with av.open(io.BytesIO(film.content)) as container:
            (stream,) = container.streams.video
            assert (stream.width, stream.height) == (256, 256)
            assert stream.average_rate == 24
            assert sum(1 for _ in container.decode(stream)) == frames
