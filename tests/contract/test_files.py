"""Uploads, lookups, downloads and deletions of the avatar API."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from .servers import Client, wait_until

PREFIX = "/avatarforge-controller"
MakePicture = Callable[..., bytes]


def blobs_of(client: Client) -> set[str]:
    return {path.name for path in (client.private / "blobs").glob("??/??/*")}


def staged_of(client: Client) -> list[str]:
    return [path.name for path in (client.private / "staging").glob("*") if path.is_file()]


def test_an_upload_is_described_as_documented(client: Client, picture: MakePicture) -> None:
    data = picture(80, 120)
    response = client.upload(data, "my pose.png")
    assert response.status_code == 200
    body = response.json()
    file_id = body["file_id"]
    assert str(uuid.UUID(file_id)) == file_id
    assert body.pop("created_at").endswith("Z")
    assert body == {
        "file_id": file_id,
        "filename": "my pose.png",
        "content_hash": hashlib.sha256(data).hexdigest(),
        "size": len(data),
        "mime_type": "image/png",
        "dimensions": {"width": 80, "height": 120},
        "url": f"/files/{file_id}",
        "is_duplicate": False,
    }
    assert response.headers["X-Request-Id"]


def test_the_same_bytes_are_one_file_on_both_routes(client: Client, picture: MakePicture) -> None:
    data = picture()
    first = client.upload(data, kind="pose").json()
    second = client.upload(data, "other.png", kind="reference").json()
    assert not first["is_duplicate"]
    assert second["is_duplicate"]
    assert second["file_id"] == first["file_id"]


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_the_bytes_decide_the_type(client: Client, picture: MakePicture, format: str) -> None:  # noqa: A002
    response = client.upload(picture(format=format), "picture.jpg")
    assert response.json()["mime_type"] == f"image/{format.lower()}"


def test_a_hash_lookup(client: Client, picture: MakePicture) -> None:
    data = picture()
    file = client.upload(data, "known.png").json()
    content_hash = hashlib.sha256(data).hexdigest()
    for written in (content_hash, content_hash.upper()):
        found = client.get(f"{PREFIX}/files/hash/{written}")
        assert found.json() == {
            "exists": True,
            "file_id": file["file_id"],
            "message": "File exists: known.png",
        }
    missing = client.get(f"{PREFIX}/files/hash/{'0' * 64}")
    assert missing.status_code == 200
    assert missing.json() == {"exists": False, "file_id": None, "message": "File not found"}
    for bad in ("0" * 63, "0" * 65, "g" * 64, "not-a-hash"):
        assert client.get(f"{PREFIX}/files/hash/{bad}").status_code == 400


@pytest.mark.parametrize("place", ["/files/", f"{PREFIX}/files/", "/api/files/"])
def test_a_download(client: Client, picture: MakePicture, place: str) -> None:
    data = picture()
    name = 'na\u00efve "name".png'
    file = client.upload(data, name).json()
    path = place + file["file_id"]
    response = client.get(path)
    assert response.content == data
    assert response.headers["Content-Type"] == "image/png"
    assert "na%C3%AFve" in response.headers["Content-Disposition"]
    tag = response.headers["ETag"]
    assert tag == f'"{hashlib.sha256(data).hexdigest()}"'
    unchanged = client.get(path, headers={"If-None-Match": tag})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    part = client.get(path, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, data[10:20])
    assert part.headers["Content-Range"] == f"bytes 10-19/{len(data)}"
    assert client.get(path, headers={"Range": "bytes=-7"}).content == data[-7:]
    assert client.get(path, headers={"Range": "bytes=5-"}).content == data[5:]
    assert client.get(path, headers={"Range": f"bytes={len(data)}-"}).status_code == 416
    assert client.get(path, headers={"Range": "bytes=0-1,4-5"}).content == data
    head = client.request("HEAD", path)
    assert (head.status_code, head.headers["Content-Length"]) == (200, str(len(data)))


def test_unknown_ids_are_not_found(client: Client) -> None:
    for file_id in (str(uuid.uuid4()), "not-an-id", "..%2f..%2fkeys.json", "%00", "a" * 500):
        for method in ("GET", "DELETE"):
            response = client.request(method, f"{PREFIX}/files/{file_id}")
            assert response.status_code == 404, file_id
            if response.headers["Content-Type"].startswith("application/json"):
                assert response.json() == {"detail": "File not found"}


def test_a_path_in_a_name_is_taken_off(client: Client, picture: MakePicture) -> None:
    for name, kept in (
        ("../../etc/passwd.png", "passwd.png"),
        ("...", "upload"),
    ):
        assert client.upload(picture(), name).json()["filename"] == kept


def test_deleting_an_unused_file_removes_its_bytes(client: Client, picture: MakePicture) -> None:
    data = picture()
    file = client.upload(data).json()
    assert file["content_hash"] in blobs_of(client)
    response = client.delete(f"{PREFIX}/files/{file['file_id']}")
    assert response.json() == {
        "message": "File deleted successfully",
        "file_id": file["file_id"],
        "deleted": "hard",
        "references": 0,
    }
    assert file["content_hash"] not in blobs_of(client)
    assert client.get(file["url"]).status_code == 404
    again = client.upload(data).json()
    assert again["file_id"] != file["file_id"]
    assert not again["is_duplicate"]


def test_a_used_file_is_deleted_softly(client: Client, picture: MakePicture) -> None:
    data = picture()
    file = client.upload(data, kind="reference").json()
    generations = [
        client.generate("a knight", reference_file_id=file["file_id"], seed=1)["generation_id"]
        for _ in range(2)
    ]
    response = client.delete(f"{PREFIX}/files/{file['file_id']}").json()
    assert (response["deleted"], response["references"]) == ("soft", 2)
    assert client.get(file["url"]).status_code == 404
    assert not client.get(f"{PREFIX}/files/hash/{file['content_hash']}").json()["exists"]
    refused = client.post(
        f"{PREFIX}/generate/avatar",
        json={"prompt": "a knight", "reference_file_id": file["file_id"]},
    )
    assert refused.status_code == 404
    assert client.finished(generations[0])["status"] == "completed"
    client.delete(f"{PREFIX}/generations/{generations[0]}")
    assert file["content_hash"] in blobs_of(client)
    client.finished(generations[1])
    client.delete(f"{PREFIX}/generations/{generations[1]}")
    assert file["content_hash"] not in blobs_of(client)


def test_a_softly_deleted_file_comes_back_with_its_id(client: Client, picture: MakePicture) -> None:
    data = picture()
    file = client.upload(data).json()
    generation = client.generate("a knight", reference_file_id=file["file_id"])
    client.delete(f"{PREFIX}/files/{file['file_id']}")
    again = client.upload(data).json()
    assert (again["file_id"], again["is_duplicate"]) == (file["file_id"], True)
    client.finished(generation["generation_id"])
    client.delete(f"{PREFIX}/generations/{generation['generation_id']}")
    assert client.get(file["url"]).content == data


def test_force_takes_the_bytes_and_leaves_the_generation(
    client: Client, picture: MakePicture
) -> None:
    file = client.upload(picture()).json()
    generation = client.generate("a knight", reference_file_id=file["file_id"])
    client.finished(generation["generation_id"])
    response = client.delete(f"{PREFIX}/files/{file['file_id']}?force=true").json()
    assert (response["deleted"], response["references"]) == ("hard", 1)
    assert file["content_hash"] not in blobs_of(client)
    assert client.generation(generation["generation_id"])["status"] == "completed"


def test_64_uploads_of_the_same_bytes_at_once(client: Client, picture: MakePicture) -> None:
    data = picture(200, 200)
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: client.upload(data).json(), range(64)))
    assert len({answer["file_id"] for answer in answers}) == 1
    assert sum(not answer["is_duplicate"] for answer in answers) == 1
    assert client.get(answers[0]["url"]).content == data
    wait_until(lambda: staged_of(client) == [])


def test_only_an_admin_cleans_up(client: Client) -> None:
    path = f"{PREFIX}/cleanup/orphaned-files"
    assert client.post(path).status_code == 401
    key = (client.private / "admin.key").read_text().strip()
    admin = client.with_headers(X_API_Key=key)
    response = admin.post(path, params={"days": 30})
    assert response.status_code == 200
    assert response.json()["cleanup_days"] == 30
    assert admin.post(path, params={"days": 0}).status_code == 422
