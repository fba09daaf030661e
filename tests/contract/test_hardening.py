"""Requests and accidents that once did harm."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .servers import Client, Embedded

PREFIX = "/avatarforge-controller"
GENERATE = f"{PREFIX}/generate/avatar"
MakePicture = Callable[..., bytes]


def test_another_database_does_not_take_the_files_away(
    tmp_path: Path, picture: MakePicture
) -> None:
    private = tmp_path / "user" / "__avatarforge"
    data = picture()
    first = Embedded(tmp_path)
    file = Client(first.base_url, private, "embedded").upload(data).json()
    first.stop()
    other = {"AVATARFORGE_DATABASE_URL": f"sqlite:///{(tmp_path / 'other.db').as_posix()}"}
    second = Embedded(tmp_path, other)
    assert Client(second.base_url, private, "embedded").upload(picture()).status_code == 200
    second.stop()
    assert "another database" in second.log()
    third = Embedded(tmp_path)
    try:
        assert Client(third.base_url, private, "embedded").get(file["url"]).content == data
    finally:
        third.stop()


@pytest.mark.parametrize(
    "features",
    [
        {"zzz": "1" + " " * 50_000 + "x"},
        {f"feature{index}": "x" for index in range(1000)},
        {"x" * 10_000: "y"},
        {"observed": {"a": {"b": {"c": "d"}}}},
        {"hair_color": ["red"] * 1000},
    ],
)
def test_features_are_bounded(client: Client, features: dict[str, Any]) -> None:
    start = time.perf_counter()
    response = client.post(GENERATE, json={"prompt": "a warrior", "features": features})
    assert response.status_code == 422
    assert time.perf_counter() - start < 2
    assert len(response.content) < 5000


def test_a_number_is_no_truth_value(client: Client) -> None:
    response = client.post(GENERATE, json={"prompt": "a warrior", "seed": True})
    assert response.status_code == 422


def test_errors_of_nodes_name_no_path(client: Client, picture: MakePicture) -> None:
    blockers = [
        client.post(f"{PREFIX}/generate_all_poses", json={"prompt": "a crowd"}).json()
        for _ in range(2)
    ]
    file = client.upload(picture()).json()
    job = client.generate(pose_file_id=file["file_id"])
    assert client.delete(f"{PREFIX}/files/{file['file_id']}?force=true").status_code == 200
    ended = client.finished(job["generation_id"])
    if ended["status"] == "failed":  # else it was quicker than the deletion
        assert "deleted" in ended["error"]
        assert str(client.private) not in ended["error"]
        assert "/" not in ended["error"]
    for blocker in blockers:
        client.delete(f"{PREFIX}/generations/{blocker['generation_id']}")


@pytest.mark.parametrize(
    ("path", "headers", "body"),
    [
        (GENERATE, {"Idempotency-Key": b"\xff\xfe"}, b'{"prompt": "a warrior"}'),
        (GENERATE, {"Content-Encoding": "gzip"}, b'{"prompt": "a warrior"}'),
        (
            f"{PREFIX}/upload/pose_image",
            {"Content-Type": "multipart/form-data; boundary=f", "Content-Encoding": "gzip"},
            b"--f--",
        ),
        (
            f"{PREFIX}/upload/pose_image",
            {"Content-Type": "multipart/form-data; boundary=f"},
            b"--f\r\n\xff\xfe garbage\r\nno: colon\x00\r\n\r\nx\r\n--f--\r\n",
        ),
        (
            f"{PREFIX}/upload/pose_image",
            {"Content-Type": "multipart/form-data; boundary=f"},
            b"--f\r\n" + b"X-Header: " + b"x" * 300_000 + b"\r\n\r\nx\r\n--f--\r\n",
        ),
        (
            f"{PREFIX}/upload/pose_image",
            {"Content-Type": "multipart/form-data; boundary=f"},
            b"--f\r\nContent-Disposition: form-data; name=_charset_\r\n\r\n"
            + b"x" * 100
            + b"\r\n--f--\r\n",
        ),
        (
            f"{PREFIX}/upload/pose_image",
            {"Content-Type": "multipart/form-data; boundary=f"},
            b"".join(
                b"--f\r\nContent-Disposition: form-data; name=p%d\r\n\r\nx\r\n" % index
                for index in range(3000)
            )
            + b"--f--\r\n",
        ),
    ],
)
def test_malformed_requests_are_refused(
    client: Client, path: str, headers: dict[str, Any], body: bytes
) -> None:
    response = client.post(path, headers=headers, data=body)
    assert response.status_code in (400, 422), response.text
    assert "detail" in response.json()


def test_what_comes_before_the_file_is_bounded(client: Client, picture: MakePicture) -> None:
    def parts() -> Any:
        yield b"--f\r\nContent-Disposition: form-data; name=junk\r\n\r\n"
        for _ in range(40):
            yield bytes(1 << 20)
        yield b"\r\n--f\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\n"
        yield picture() + b"\r\n--f--\r\n"

    response = client.post(
        f"{PREFIX}/upload/pose_image",
        data=parts(),
        headers={"Content-Type": "multipart/form-data; boundary=f"},
    )
    assert response.status_code == 413


@pytest.mark.parametrize("host", ["[::1", "evil\u2100.com".encode(), "a]b"])
def test_hosts_that_are_none(client: Client, host: str | bytes) -> None:
    response = client.get(f"{PREFIX}/generations", headers={"Host": host})
    assert response.status_code in (400, 403)


def test_a_retry_finds_its_job_when_the_file_is_gone(client: Client, picture: MakePicture) -> None:
    file = client.upload(picture(), kind="reference").json()
    body = {"prompt": "a knight", "reference_file_id": file["file_id"]}
    headers = {"Idempotency-Key": f"gone-{file['file_id']}"}
    first = client.post(GENERATE, json=body, headers=headers).json()
    client.finished(first["generation_id"])
    client.delete(f"{PREFIX}/files/{file['file_id']}?force=true")
    again = client.post(GENERATE, json=body, headers=headers)
    assert again.status_code == 200
    assert again.json()["generation_id"] == first["generation_id"]


def test_uploading_again_heals_a_damaged_file(client: Client, picture: MakePicture) -> None:
    data = picture()
    file = client.upload(data).json()
    digest = file["content_hash"]
    path = client.private / "blobs" / digest[:2] / digest[2:4] / digest
    path.write_bytes(b"damaged")
    assert client.upload(data).json()["is_duplicate"]
    assert client.get(file["url"]).content == data
    path.unlink()
    assert client.get(file["url"], headers={"If-None-Match": f'"{digest}"'}).status_code == 404
    assert not client.get(f"{PREFIX}/files/hash/{digest}").json()["exists"]
    client.upload(data)
    assert client.get(file["url"]).content == data


def test_the_embedded_queue_is_not_for_proxies(embedded_server: Client) -> None:
    for header in ("X-Forwarded-For", "Forwarded", "Via"):
        response = embedded_server.get("/queue", headers={header: "203.0.113.9"})
        assert response.status_code == 403
