"""What must be refused, clearly and without a trace."""

from __future__ import annotations

import io
import json
import socket
import struct
import zlib
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from .servers import Client, wait_until
from .test_files import blobs_of, staged_of

PREFIX = "/avatarforge-controller"
GENERATE = f"{PREFIX}/generate/avatar"
MakePicture = Callable[..., bytes]


def png_of(width: int, height: int, pixels: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(pixels, 9))
        + chunk(b"IEND", b"")
    )


def bomb() -> bytes:
    """60,000 x 60,000 black pixels in half a megabyte: 3.6 GB once decoded as they say."""
    return png_of(60_000, 60_000, bytes(60_000 // 8 * 60_000 // 1000))


@pytest.mark.parametrize(
    ("name", "make", "status"),
    [
        ("empty", lambda picture: b"", 400),
        ("text", lambda picture: b"this is no picture at all, whatever its name says", 400),
        ("truncated", lambda picture: picture(200, 200)[:-2000], 400),
        ("header only", lambda picture: picture()[:60], 400),
        ("flipped bytes", lambda picture: picture()[:80] + b"\0" * 40 + picture()[120:], 400),
        ("gif", lambda picture: picture(format="GIF"), 400),
        ("too small", lambda picture: picture(63, 96), 400),
        ("too large", lambda picture: png_of(4097, 64, b"\0" * (514 * 64)), 400),
        ("bomb", lambda picture: bomb(), 400),
        ("60 MB", lambda picture: bytes(60 << 20), 413),
    ],
)
def test_what_is_no_picture(
    client: Client,
    picture: MakePicture,
    name: str,
    make: Callable[[MakePicture], bytes],
    status: int,
) -> None:
    before = blobs_of(client)
    response = client.upload(make(picture), f"{name}.png")
    assert response.status_code == status, response.text
    assert isinstance(response.json()["detail"], str)
    assert response.headers["X-Request-Id"]
    assert blobs_of(client) == before
    wait_until(lambda: staged_of(client) == [])


def test_the_largest_sides_are_taken(client: Client, picture: MakePicture) -> None:
    assert client.upload(picture(64, 64)).status_code == 200
    row = b"\0" * (1 + 4096 // 8)
    assert client.upload(png_of(4096, 4096, row * 4096)).status_code == 200


def test_an_upload_without_its_field(client: Client, picture: MakePicture) -> None:
    path = f"{PREFIX}/upload/pose_image"
    for response in (
        client.post(path, files={"image": ("a.png", picture(), "image/png")}),
        client.post(path, data={"file": "text, not a file"}),
        client.post(path, json={"file": "x"}),
        client.post(path),
        client.post(path, data=b"x", headers={"Content-Type": "multipart/form-data"}),
        client.post(
            path, data=b"no parts", headers={"Content-Type": "multipart/form-data; boundary=x"}
        ),
    ):
        assert response.status_code == 422, response.text
        assert response.json()["detail"][0]["loc"] == ["body", "file"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"a warrior"',
        b"12",
        b"\xff\xfe",
        b'{"prompt": null}',
        b'{"prompt": 12}',
        b'{"prompt": ["a warrior"]}',
        b'{"prompt": "ab"}',
        b'{"prompt": "   a    "}',
        b'{"prompt": ""}',
        json.dumps({"prompt": "x" * 2001}).encode(),
        json.dumps({"prompt": "a\0warrior"}).encode(),
        json.dumps({"prompt": "a\x1bwarrior"}).encode(),
        b"{}",
        b'{"prompt": "a warrior", "seed": "many"}',
        b'{"prompt": "a warrior", "seed": -2}',
        b'{"prompt": "a warrior", "seed": 18446744073709551616}',
        b'{"prompt": "a warrior", "seed": 1.5}',
        b'{"prompt": "a warrior", "width": 255}',
        b'{"prompt": "a warrior", "height": 2049}',
        b'{"prompt": "a warrior", "cfg": NaN}',
        b'{"prompt": "a warrior", "realism": "perhaps"}',
        b'{"prompt": "a warrior", "engine": "steam"}',
        b'{"prompt": "a warrior", "engine": "diffusion"}',
        b'{"prompt": "a warrior", "recipe": "no-such-recipe"}',
        b'{"prompt": "a warrior", "features": []}',
        b'{"prompt": "a warrior", "features": {"hair_color": 5}}',
        b'{"prompt": "a warrior", "pose_image": "/etc/passwd"}',
        b'{"prompt": "a warrior", "pose_image": "https://example.com/pose.png"}',
        b'{"prompt": "a warrior", "reference_image": "aGVsbG8gd29ybGQ="}',
        b'{"prompt": "a warrior", "reference_image": "data:image/png;base64,@@@"}',
        b'{"prompt": "a warrior", "pose_file_id": 7}',
        b'{"prompt": "a warrior", "prompt": 1}',
        b"[" * 100_000,
    ],
)
@pytest.mark.parametrize("path", [GENERATE, f"{PREFIX}/generate_all_poses"])
def test_bodies_that_do_not_fit(client: Client, path: str, body: bytes) -> None:
    response = client.post(path, data=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 422, response.text
    for found in response.json()["detail"]:
        assert set(found) >= {"loc", "msg", "type"}
        assert found["loc"][0] == "body"


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("prompt", {"prompt": "a nude child"}),
        ("prompt", {"prompt": "a t33n, n\u200bude"}),
        ("clothing", {"prompt": "a little girl", "clothing": "topless"}),
        ("style", {"prompt": "a little girl", "clothing": "a coat", "style": "erotic"}),
        ("features", {"prompt": "a naked person", "features": {"age_appearance": "teen"}}),
    ],
)
@pytest.mark.parametrize(
    "path", [GENERATE, f"{PREFIX}/generate_pose?pose=front", f"{PREFIX}/generate_all_poses"]
)
def test_sexual_content_with_minors_is_refused(
    client: Client, path: str, field: str, fields: dict[str, object]
) -> None:
    before = client.get(f"{PREFIX}/generations").json()["total"]
    response = client.post(path, json=fields)
    assert response.status_code == 422
    (reason,) = response.json()["detail"]
    assert (reason["loc"], reason["type"]) == (["body", field], "policy_blocked")
    assert client.get(f"{PREFIX}/generations").json()["total"] == before


def test_a_prompt_of_10_mb(client: Client) -> None:
    response = client.post(GENERATE, json={"prompt": "x" * 10_000_000})
    assert response.status_code == 422
    assert len(response.content) < 10_000
    huge = client.post(GENERATE, data=b" " * (71 << 20))
    assert huge.status_code == 413


def test_unknown_fields_are_ignored(client: Client) -> None:
    generation = client.generate("a warrior", colour_scheme="bright", id=5)
    assert client.finished(generation["generation_id"])["status"] == "completed"


def test_ids_that_are_no_ids(client: Client) -> None:
    for bad in ("nothing", "0", "%2e%2e%2f", "a" * 1000, "\u00e9"):
        response = client.get(f"{PREFIX}/generations/{bad}")
        assert response.status_code == 404, bad
        assert client.delete(f"{PREFIX}/generations/{bad}").status_code == 404
        assert client.get(f"/outputs/{bad}/output.png").status_code == 404
        assert client.get(f"/avatarforge/jobs/{bad}").status_code == 404
    for role in ("pose", "reference"):
        response = client.post(GENERATE, json={"prompt": "a warrior", f"{role}_file_id": "nope"})
        assert response.status_code == 404
        assert response.json() == {"detail": f"{role.capitalize()} file not found: nope"}


def test_pose_names(client: Client) -> None:
    path = f"{PREFIX}/generate_pose"
    body = {"prompt": "a warrior"}
    missing = client.post(path, json=body)
    assert missing.status_code == 422
    assert missing.json()["detail"][0]["loc"] == ["query", "pose"]
    unknown = client.post(path, params={"pose": "upside"}, json=body)
    assert unknown.status_code == 400
    assert unknown.json() == {
        "detail": "Invalid pose: upside. Must be one of: front, back, side, quarter"
    }


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "offset=-1", "status=done", "limit="]
)
def test_list_bounds(client: Client, query: str) -> None:
    response = client.get(f"{PREFIX}/generations?{query}")
    assert response.status_code == 422, response.text
    assert response.json()["detail"][0]["loc"][0] == "query"


def test_a_client_that_hangs_up_during_an_upload(client: Client, picture: MakePicture) -> None:
    before = blobs_of(client)
    data = picture(400, 400)
    address = urlsplit(client.base_url)
    assert address.hostname is not None
    for sent in (100, len(data) // 2):
        with socket.create_connection((address.hostname, address.port)) as connection:
            connection.sendall(
                f"POST {PREFIX}/upload/pose_image HTTP/1.1\r\nHost: {address.netloc}\r\n"
                "Content-Type: multipart/form-data; boundary=frame\r\n"
                f"Content-Length: {len(data) + 200}\r\n\r\n"
                "--frame\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\n"
                "".encode()
                + data[:sent]
            )
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    # Requests are served in the order in which they come: these end after the broken ones.
    for _ in range(3):
        assert client.upload(picture()).status_code == 200
    wait_until(lambda: staged_of(client) == [])
    assert len(blobs_of(client) - before) == 3


def test_a_client_that_hangs_up_during_a_generation(client: Client) -> None:
    address = urlsplit(client.base_url)
    assert address.hostname is not None
    before = client.get(f"{PREFIX}/generations").json()["total"]
    body = json.dumps({"prompt": "a warrior that nobody waits for"}).encode()
    with socket.create_connection((address.hostname, address.port)) as connection:
        connection.sendall(
            f"POST {GENERATE} HTTP/1.1\r\nHost: {address.netloc}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        wait_until(lambda: client.get(f"{PREFIX}/generations").json()["total"] == before + 1)
        linger_not = struct.pack("ii", 1, 0)  # closing resets the connection
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_not)
    newest = client.get(f"{PREFIX}/generations?limit=1").json()["generations"][0]
    assert client.finished(newest["generation_id"])["status"] == "completed"


def test_bytes_after_the_last_part_and_many_parts(client: Client, picture: MakePicture) -> None:
    body = io.BytesIO()
    for index in range(50):
        body.write(
            f"--frame\r\nContent-Disposition: form-data; name=part{index}\r\n\r\nx\r\n".encode()
        )
    body.write(
        b"--frame\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\n"
        + picture()
        + b"\r\n--frame--\r\ntrailing"
    )
    response = client.post(
        f"{PREFIX}/upload/pose_image",
        data=body.getvalue(),
        headers={"Content-Type": "multipart/form-data; boundary=frame"},
    )
    assert response.status_code == 200, response.text
