"""Pictures of what people write: the five chat and image routes."""

from __future__ import annotations

import base64
import json
import re
import socket
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

from .chats import ALICE, BOB, CAPTIONED, CHARLIE, PATHS, body, size_of
from .servers import Client, wait_until

ROUTES = tuple(PATHS)
STYLES = (
    *("anime", "realistic", "3d_cartoon", "oil_painting", "watercolor", "comic_book"),
    "pixel_art",
)


def post(client: Client, route: str, text: str | None = None, **changes: Any) -> requests.Response:
    return client.post(PATHS[route], json=body(route, text, **changes))


def words_of(caption: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['\u2019-][^\W_]+)*", caption)


@pytest.mark.parametrize("route", CAPTIONED)
def test_a_documented_chat_gets_its_picture_and_caption(client: Client, route: str) -> None:
    response = post(client, route)
    assert response.status_code == 200, response.text
    made = response.json()
    assert size_of(base64.b64decode(made["image_base64"])) == (1024, 1024)
    assert 10 <= len(words_of(made["caption"])) <= 15, made["caption"]
    assert 0 < len(made["prompt_used"].split()) <= 25
    assert made["engine"] == "drawn"
    assert made["moderation"]["decision"] == "allowed"
    assert response.headers["X-Job-Id"] == made["job_id"]


@pytest.mark.parametrize("route", ["private", "general"])
def test_a_documented_message_gets_its_picture(client: Client, route: str) -> None:
    response = post(client, route)
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"] == "image/png"
    assert size_of(response.content) == (1024, 1024)
    assert response.headers["X-Job-Id"]


def test_real_curl_gets_a_picture(client: Client, tmp_path: Path) -> None:
    file = tmp_path / "body.json"
    file.write_text(json.dumps(body("private")))
    picture = tmp_path / "picture.png"
    command = ["curl", "-sS", "-X", "POST", client.base_url + PATHS["private"]]
    command += ["-H", "Content-Type: application/json", "-d", f"@{file}", "-o", str(picture)]
    subprocess.run(command, check=True, timeout=60)
    assert size_of(picture.read_bytes()) == (1024, 1024)


def test_the_documents_own_curl_example_is_a_422(client: Client) -> None:
    text = '{"style": "realistic", "participants": [{"handle": "alice", "avatar_features": {...}}]}'
    response = client.post(PATHS["1to1"], data=text, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["code"]) == (422, "BAD_INPUT")


def test_the_caption_of_a_chat_speaks_of_us_and_names_nobody(client: Client) -> None:
    caption = post(client, "1to1").json()["caption"].lower()
    assert {"we", "us", "our", "ours", "you", "your", "i", "my", "me"} & set(words_of(caption))
    assert "alice" not in caption and "bob" not in caption


def test_equal_seeds_give_equal_pictures(client: Client) -> None:
    first, second, other = (post(client, "scenes", seed=seed).json() for seed in (7, 7, 8))
    assert first["seed"] == 7
    assert first["image_base64"] == second["image_base64"] != other["image_base64"]


def test_a_long_message_is_shortened(client: Client) -> None:
    text = "Two friends celebrating a victory at a sports bar " + "and then some more of it " * 20
    used = post(client, "scenes", text).json()["prompt_used"]
    assert len(used.split()) <= 25
    assert "friends" in used


@pytest.mark.parametrize("style", STYLES)
def test_every_style_draws(client: Client, style: str) -> None:
    assert post(client, "shorts", style=style).status_code == 200


def test_unknown_styles_are_told_the_known_ones(client: Client) -> None:
    for route in CAPTIONED:
        refused = post(client, route, style="cubism")
        assert refused.status_code == 422
        assert all(style in refused.json()["message"] for style in STYLES)
    for route in ("private", "general"):
        refused = post(client, route, style_request={"style_id": "cubism"})
        assert refused.status_code == 422
        assert "suko_3d" in refused.json()["message"]


def _third(tagged: bool) -> dict[str, Any]:
    made = body("1to1", participants=[ALICE, BOB, CHARLIE])
    if not tagged:
        for message in made["chat_messages"]:
            message["tagged_handles"] = []
    return made


def test_a_third_participant_must_be_tagged(client: Client) -> None:
    assert client.post(PATHS["1to1"], json=_third(True)).status_code == 200
    refused = client.post(PATHS["1to1"], json=_third(False))
    assert refused.status_code == 422
    assert "charlie" in refused.json()["message"]


BAD: tuple[tuple[str, dict[str, Any]], ...] = (
    ("1to1", {"participants": [ALICE]}),
    (
        "1to1",
        {"participants": [ALICE, BOB, CHARLIE, *({**BOB, "handle": f"b{n}"} for n in "1234")]},
    ),
    ("1to1", {"chat_messages": []}),
    ("1to1", {"chat_messages": [{"sender_handle": "alice", "text": "hi"}] * 16}),
    ("1to1", {"chat_messages": [{"sender_handle": "mallory", "text": "hi"}]}),
    ("1to1", {"target_message": "   "}),
    ("1to1", {"target_message": "x" * 2001}),
    ("1to1", {"target_message": None}),
    ("1to1", {"participants": [ALICE, ALICE]}),
    ("shorts", {"participants": []}),
    ("shorts", {"user_message": "a\x00b"}),
    ("scenes", {"participants": [{"handle": f"p{n}", "avatar_features": {}} for n in range(7)]}),
    ("scenes", {"participants": [{"avatar_features": {}}]}),
    ("scenes", {"seed": -2}),
    ("private", {"new_message": {}}),
    ("private", {"participants": {}}),
    ("general", {"prompt": {"text": ""}}),
)


@pytest.mark.parametrize(("route", "changes"), BAD)
def test_bad_input_is_told(client: Client, route: str, changes: dict[str, Any]) -> None:
    refused = post(client, route, **changes)
    assert refused.status_code == 422, refused.text
    problem = refused.json()
    assert problem["code"] == "BAD_INPUT"
    assert problem["message"]
    errors = problem["details"]["errors"]
    assert errors and all(set(error) == {"loc", "msg"} for error in errors)


EXPLICIT = "two naked lovers having sex in a bedroom"


def test_explicit_content_is_blocked_where_it_is_private(client: Client) -> None:
    refused = post(client, "private", EXPLICIT)
    assert refused.status_code == 422
    problem = refused.json()
    assert problem["code"] == "POLICY_BLOCKED"
    assert problem["message"] == "Content violates policy"
    matched = " ".join(problem["details"]["matched_keywords"])
    assert "naked" in matched and "sex" in matched


@pytest.mark.parametrize("route", ["shorts", "scenes"])
def test_explicit_content_is_rewritten(client: Client, route: str) -> None:
    made = post(client, route, EXPLICIT).json()
    assert made["moderation"]["decision"] == "rewritten"
    assert not {"naked", "sex"} & set(made["prompt_used"].lower().split())
    assert 10 <= len(words_of(made["caption"])) <= 15


def test_general_explicit_content_is_drawn_clothed(client: Client) -> None:
    assert post(client, "general", EXPLICIT).status_code == 200


def test_a_private_chat_of_two_is_not_restricted(client: Client) -> None:
    made = post(client, "1to1", EXPLICIT).json()
    assert made["moderation"]["decision"] == "allowed"


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("age", [{"age_appearance": "teen"}, {"age_range": "13-19"}])
def test_nothing_sexual_with_minors_anywhere(
    client: Client, route: str, age: dict[str, str]
) -> None:
    made = body(route, EXPLICIT)
    people = made["participants"]
    first = people[0] if isinstance(people, list) else people["sender_avatar"]
    first["avatar_features"]["observed"] |= {"age_appearance": None, "age_range": None} | age
    refused = client.post(PATHS[route], json=made)
    assert (refused.status_code, refused.json()["code"]) == (422, "POLICY_BLOCKED")
    refused = post(client, route, "a nude schoolgirl, 15 years old")
    assert (refused.status_code, refused.json()["code"]) == (422, "POLICY_BLOCKED")


NAMED = "naked_12_year_old_girl"


@pytest.mark.parametrize("route", ROUTES)
def test_names_are_read_too(client: Client, route: str) -> None:
    made = body(route)
    people = made["participants"]
    first = people[0] if isinstance(people, list) else people["sender_avatar"]
    old, first["handle"] = first["handle"], NAMED
    for message in made.get("chat_messages", ()):
        if message["sender_handle"] == old:
            message["sender_handle"] = NAMED
    refused = client.post(PATHS[route], json=made)
    assert (refused.status_code, refused.json()["code"]) == (422, "POLICY_BLOCKED")


class HalfSent:
    """A request whose body has not arrived whole: it holds its place."""

    def __init__(self, client: Client, path: str, data: bytes) -> None:
        address = urlsplit(client.base_url)
        self._socket = socket.create_connection((address.hostname or "", address.port or 80), 60)
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {address.netloc}\r\nConnection: close\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
        )
        self._socket.sendall(head.encode() + data[:1])
        self._rest = data[1:]

    def send_rest(self) -> None:
        self._socket.sendall(self._rest)

    def status(self) -> int:
        answer = b""
        while chunk := self._socket.recv(1 << 16):
            answer += chunk
        self._socket.close()
        return int(answer.split()[1])

    def hang_up(self) -> None:
        self._socket.close()


@pytest.mark.parametrize("route", ROUTES)
def test_a_full_queue_turns_callers_away_before_any_work(client: Client, route: str) -> None:
    data = json.dumps(body(route)).encode()
    path = PATHS[route]
    held = [HalfSent(client, path, data) for _ in range(10)]

    def refused() -> requests.Response | None:
        response = client.post(path, data=b"{", headers={"Content-Type": "application/json"})
        return response if response.status_code == 429 else None

    # A place is taken once the server has seen the head of the request.
    wait_until(lambda: refused() is not None)
    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(lambda _: refused(), range(20)))
    for answer in answers:
        assert answer is not None
        problem = answer.json()
        assert problem["code"] == "OVERLOADED"
        assert problem["message"] == "Queue is full, please retry later"
        assert problem["retry_after_ms"] > 0
        assert int(answer.headers["Retry-After"]) >= 1
    first, second, *others = held
    for each in others:
        each.hang_up()
    for each in (first, second):
        each.send_rest()
    assert [first.status(), second.status()] == [200, 200]
    assert post(client, route).status_code == 200  # and everything still works


def test_other_queues_are_open_while_one_is_full(client: Client) -> None:
    data = json.dumps(body("shorts")).encode()
    held = [HalfSent(client, PATHS["shorts"], data) for _ in range(10)]
    wait_until(lambda: post(client, "shorts", style="no style").status_code == 429)
    assert post(client, "general").status_code == 200
    for each in held:
        each.hang_up()
    wait_until(lambda: post(client, "shorts", style="no style").status_code == 422)


def test_who_hangs_up_cancels_what_nobody_waits_for(client: Client) -> None:
    # Something long goes before, so that the job is still waiting when its caller leaves.
    before = [
        client.post("/avatarforge-controller/generate_all_poses", json={"prompt": f"crowd {n}"})
        for n in range(3)
    ]
    caller = HalfSent(client, PATHS["general"], json.dumps(body("general")).encode())
    caller.send_rest()

    def newest() -> dict[str, Any]:
        listed = client.get("/avatarforge/jobs", params={"api": "chat", "limit": 1}).json()
        return dict(listed["jobs"][0]) if listed["jobs"] else {}

    wait_until(lambda: newest().get("state") in ("queued", "processing"))
    job = newest()["id"]
    caller.hang_up()
    wait_until(lambda: client.get(f"/avatarforge/jobs/{job}").json()["state"] == "cancelled")
    for each in before:
        client.finished(each.json()["generation_id"])


def test_a_retry_gets_the_first_picture(client: Client) -> None:
    answers = [
        client.post(
            PATHS["scenes"], json=body("scenes"), headers={"Idempotency-Key": "scene once"}
        ).json()
        for _ in range(2)
    ]
    assert answers[0]["job_id"] == answers[1]["job_id"]
    assert answers[0]["image_base64"] == answers[1]["image_base64"]


def test_healthz(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "healthy"}
