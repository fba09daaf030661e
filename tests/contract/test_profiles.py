"""Profiles from selfies, and changes to them."""

from __future__ import annotations

import email
import io
import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from email.policy import HTTP
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import requests
import skimage.data
from PIL import Image

from .chats import ALICE, size_of
from .servers import Client, wait_until
from .test_chats import HalfSent

CREATE = "/v1/profile/create"
UPDATE = "/v1/profile/update"

OBSERVED = {
    *("face_shape", "hair_color", "hair_type", "hair_style", "hair_length", "eye_color"),
    *("eye_shape", "skin_tone", "skin_undertone", "age_appearance", "age_range", "gender"),
    *("facial_hair", "expression"),
}
DOCUMENTED_UPDATE = {
    "hair_color": "blonde",
    "hair_type": "wavy",
    "hair_style": "long",
    "hair_length": "shoulder-length",
    "skin_tone": "fair",
    "skin_undertone": "cool",
    "hat_present": "yes",
    "hat_style": "fedora",
    "hat_color": "black",
    "mask_present": "no",
}


def encoded(pixels: Any, format: str = "PNG") -> bytes:  # noqa: A002
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, format)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def selfie() -> bytes:
    return encoded(skimage.data.astronaut(), "JPEG")


def create(client: Client, data: bytes, **arguments: Any) -> requests.Response:
    return client.post(CREATE, files={"file": ("selfie.jpg", data, "image/jpeg")}, **arguments)


def test_a_selfie_makes_a_profile(client: Client, selfie: bytes) -> None:
    response = create(client, selfie)
    assert response.status_code == 200, response.text
    made = response.json()
    features = made["avatar_features"]
    assert set(features["observed"]) >= OBSERVED
    assert features["meta"]["face_detected"] is True
    assert features["meta"]["num_faces"] == 1
    assert 0 < features["meta"]["quality_score"] <= 1
    assert features["observed"]["age_range"] is None  # no model is here to tell
    avatar = client.get(made["avatar_url"])
    assert avatar.status_code == 200
    assert size_of(avatar.content) == (512, 512)


def test_real_curl_makes_a_profile(client: Client, selfie: bytes, folder: Path) -> None:
    (folder / "selfie.jpg").write_bytes(selfie)
    command = ["curl", "-sS", "-X", "POST", client.base_url + CREATE, "-F", "file=@selfie.jpg"]
    answer = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    assert json.loads(answer)["profile_id"]


def test_who_asks_for_parts_gets_the_picture_as_well(client: Client, selfie: bytes) -> None:
    response = create(client, selfie, headers={"Accept": "multipart/mixed"})
    kind = response.headers["Content-Type"]
    assert kind.startswith("multipart/mixed")
    message = email.message_from_bytes(
        b"Content-Type: " + kind.encode() + b"\r\n\r\n" + response.content, policy=HTTP
    )
    described, picture = message.iter_parts()
    assert described.get_content_type() == "application/json"
    assert json.loads(described.get_content())["avatar_features"]["meta"]["face_detected"]
    assert picture.get_content_type() == "image/png"
    assert picture.get_content_disposition() == "attachment"
    assert size_of(picture.get_content()) == (512, 512)


def _bad() -> dict[str, tuple[bytes, str]]:
    astronaut = skimage.data.astronaut()
    return {
        "a cat": (encoded(skimage.data.chelsea()), "NO_FACE_DETECTED"),
        "nothing": (b"", "INVALID_IMAGE"),
        "a text": (b"not a picture" * 100, "INVALID_IMAGE"),
        "half a picture": (encoded(astronaut)[:5000], "INVALID_IMAGE"),
        "two people": (encoded(np.hstack([astronaut, astronaut])), "MULTIPLE_FACES"),
        "darkness": (encoded((astronaut * 0.06).astype(np.uint8)), "LOW_QUALITY"),
    }


@pytest.mark.parametrize("what", sorted(_bad()))
def test_a_bad_selfie_is_told_why(client: Client, what: str) -> None:
    data, reason = _bad()[what]
    refused = create(client, data)
    assert refused.status_code == 422, refused.text
    problem = refused.json()
    assert problem["code"] == "BAD_SELFIE"
    reasons = {reason, "NO_FACE_DETECTED"} if what == "darkness" else {reason}
    assert problem["details"]["reason"] in reasons
    assert problem["details"]["num_faces"] >= (2 if what == "two people" else 0)
    assert "quality_score" in problem["details"]


def test_the_file_must_be_there(client: Client) -> None:
    for response in (
        client.post(CREATE, files={"photo": ("a.png", b"x", "image/png")}),
        client.post(CREATE, json={}),
    ):
        assert (response.status_code, response.json()["code"]) == (422, "BAD_INPUT")


def test_a_selfie_has_at_most_20_mb(client: Client) -> None:
    assert create(client, b"x" * ((20 << 20) + 1)).status_code == 413


def test_nothing_of_a_selfie_is_kept(client: Client, selfie: bytes) -> None:
    create(client, selfie)
    kept = [path for path in client.private.rglob("*") if path.is_file()]
    assert not any(path.read_bytes() == selfie for path in kept if path.stat().st_size < 1 << 20)


def test_the_documented_update(client: Client) -> None:
    response = client.post(UPDATE, json=DOCUMENTED_UPDATE)
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"] == "image/png"
    assert size_of(response.content) == (512, 512)


def test_an_update_builds_on_a_profile(client: Client, selfie: bytes) -> None:
    profile = create(client, selfie).json()
    first = client.post(UPDATE, json={"profile_id": profile["profile_id"], "hair_color": "green"})
    assert first.headers["X-Profile-Id"] == profile["profile_id"]
    job = client.get(f"/avatarforge/jobs/{first.headers['X-Job-Id']}").json()
    second = client.post(UPDATE, json={"profile_id": profile["profile_id"], "hat_present": "yes"})
    assert second.status_code == 200
    assert job["request"]["changes"] == {"hair_color": "green"}
    # What the first changed still stands in the second, and so does the selfie's.
    listed = client.get(f"/avatarforge/jobs/{second.headers['X-Job-Id']}").json()
    features = listed["request"]["avatar_features"]
    assert features["observed"]["hair_color"] == "green"
    assert features["observed"]["skin_tone"] == profile["avatar_features"]["observed"]["skin_tone"]
    # What nobody told was drawn by chance once, and stays.
    assert first.headers["X-Seed"] == second.headers["X-Seed"] == str(seed_of(client, profile))


def seed_of(client: Client, profile: dict[str, Any]) -> int:
    """Of the profile's first avatar."""
    job_id = profile["avatar_url"].split("/")[2]
    seed: int = client.get(f"/avatarforge/jobs/{job_id}").json()["seed"]
    return seed


def test_an_update_builds_on_features(client: Client) -> None:
    features = ALICE["avatar_features"]
    base = {"avatar_features": features}
    assert client.post(UPDATE, json={**base, "hair_color": "black"}).status_code == 200
    both = {**base, "profile_id": "0" * 36}
    refused = client.post(UPDATE, json=both)
    assert (refused.status_code, refused.json()["code"]) == (422, "BAD_INPUT")


@pytest.mark.parametrize(
    "bad", [{"hair_colour": "red"}, {"hair_color": "x" * 65}, {"hair_color": 7}]
)
def test_bad_updates(client: Client, bad: dict[str, Any]) -> None:
    refused = client.post(UPDATE, json=bad)
    assert (refused.status_code, refused.json()["code"]) == (422, "BAD_INPUT")


def test_an_unknown_profile(client: Client) -> None:
    refused = client.post(UPDATE, json={"profile_id": "nobody", "hair_color": "red"})
    assert (refused.status_code, refused.json()["code"]) == (404, "NOT_FOUND")


def test_a_full_profile_queue_turns_callers_away_before_any_work(
    client: Client, selfie: bytes
) -> None:
    """Thirty at once, ten of them with a place; both routes share it."""
    data = json.dumps(DOCUMENTED_UPDATE).encode()
    held = [HalfSent(client, UPDATE, data) for _ in range(10)]

    def status(number: int) -> requests.Response:
        if number % 2:
            return create(client, selfie)
        return client.post(UPDATE, data=b"{", headers={"Content-Type": "application/json"})

    # A place is taken once the server has seen the head of the request.
    wait_until(lambda: status(0).status_code == 429)
    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(status, range(20)))
    for answer in answers:
        assert (answer.status_code, answer.json()["code"]) == (429, "OVERLOADED")
        assert int(answer.headers["Retry-After"]) >= 1
    first, *others = held
    for each in others:
        each.hang_up()
    first.send_rest()
    assert first.status() == 200
    wait_until(lambda: status(0).status_code == 422)
    assert create(client, selfie).status_code == 200  # and everything still works
