"""Who may call, on every path and on every twin of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from avatarforge.routes.keys import KeyFile, Role

from .servers import Client, Embedded

PREFIX = "/avatarforge-controller"
MakePicture = Callable[..., bytes]


@contextmanager
def key_of(client: Client, name: str, role: Role = "user") -> Iterator[Client]:
    """A caller with a key that exists for as long as the block runs."""
    file = KeyFile(client.private / "keys.json")
    key = file.add(name, role)
    try:
        yield client.with_headers(Authorization=f"Bearer {key}")
    finally:
        file.revoke(name)


GUARDED = [
    ("GET", f"{PREFIX}/generations"),
    ("GET", f"{PREFIX}/poses"),
    ("POST", f"{PREFIX}/generate/avatar"),
    ("POST", f"{PREFIX}/upload/pose_image"),
    ("GET", "/files/some-id"),
    ("DELETE", f"{PREFIX}/files/some-id"),
    ("GET", "/outputs/some-id/output.png"),
    ("GET", "/avatarforge/jobs"),
    ("GET", "/avatarforge/openapi.json"),
    ("GET", "/avatarforge/docs"),
    ("GET", "/avatarforge/metrics"),
    ("GET", "/api/anime/jobs"),
    ("GET", "/api/anime/gallery"),
    ("GET", "/api/anime/phases"),
    ("POST", "/api/anime/generate"),
    ("GET", "/api/anime/jobs/some-id/status"),
    ("GET", "/api/anime/outputs/some-id/output.png"),
    ("GET", "/ws/job/some-id"),
]


@pytest.mark.parametrize("twin", ["", "/api"])
@pytest.mark.parametrize(("method", "path"), GUARDED)
def test_a_configured_key_is_wanted_everywhere(
    client: Client, method: str, path: str, twin: str
) -> None:
    with key_of(client, "somebody") as caller:
        without = client.request(method, twin + path)
        assert without.status_code == 401, without.text
        assert isinstance(without.json()["detail"], str)
        assert without.headers["WWW-Authenticate"] == "Bearer"
        wrong = client.request(method, twin + path, headers={"X-API-Key": "af_wrong"})
        assert wrong.status_code == 401
        assert caller.request(method, twin + path).status_code not in (401, 403)
    assert client.request(method, twin + path).status_code not in (401, 403)
    assert caller.request(method, twin + path).status_code == 401, "revoked at once"


@pytest.mark.parametrize("path", [f"{PREFIX}/health", "/avatarforge/health", "/avatarforge/ready"])
def test_health_needs_no_key(client: Client, path: str) -> None:
    with key_of(client, "somebody"):
        for twin in ("", "/api"):
            assert client.get(twin + path).status_code == 200


def test_owners_see_only_their_own(client: Client, picture: MakePicture) -> None:
    data = picture()
    anonymous_file = client.upload(data).json()
    anonymous_job = client.finished(client.generate()["generation_id"])
    with key_of(client, "ann") as ann, key_of(client, "bob") as bob:
        file = ann.upload(data).json()
        assert not file["is_duplicate"], "another owner's upload must not show"
        assert file["file_id"] != anonymous_file["file_id"]
        job = ann.finished(ann.generate()["generation_id"])
        url = job["output_files"][0]["url"]
        assert ann.get(url).status_code == 200
        for stranger in (bob,):
            for method, path in (
                ("GET", file["url"]),
                ("DELETE", f"{PREFIX}/files/{file['file_id']}"),
                ("GET", f"{PREFIX}/generations/{job['generation_id']}"),
                ("DELETE", f"{PREFIX}/generations/{job['generation_id']}"),
                ("GET", url),
                ("GET", f"/avatarforge/jobs/{job['generation_id']}"),
                ("DELETE", f"/avatarforge/jobs/{job['generation_id']}"),
                ("GET", f"{PREFIX}/generations/{anonymous_job['generation_id']}"),
            ):
                assert stranger.request(method, path).status_code == 404, path
            looked_up = stranger.get(f"{PREFIX}/files/hash/{file['content_hash']}").json()
            assert looked_up["exists"] is False
            used = stranger.post(
                f"{PREFIX}/generate/avatar",
                json={"prompt": "a warrior", "pose_file_id": file["file_id"]},
            )
            assert used.status_code == 404
            assert stranger.get(f"{PREFIX}/generations").json()["total"] == 0
    for path in (file["url"], f"{PREFIX}/generations/{job['generation_id']}", url):
        assert client.get(path).status_code == 404
    assert client.get(anonymous_file["url"]).status_code == 200


def test_an_admin_sees_everybodys_jobs(client: Client) -> None:
    job = client.finished(client.generate()["generation_id"])
    with key_of(client, "cleo", "user") as cleo, key_of(client, "root", "admin") as root:
        hers = cleo.finished(cleo.generate()["generation_id"])
        seen = {item["id"]: item for item in root.get("/avatarforge/jobs").json()["jobs"]}
        assert {job["generation_id"], hers["generation_id"]} <= set(seen)
        assert seen[hers["generation_id"]]["owner"] == "cleo"
        assert seen[job["generation_id"]]["owner"] is None
        refused = cleo.post(f"{PREFIX}/cleanup/orphaned-files")
        assert refused.status_code == 403
        assert root.post(f"{PREFIX}/cleanup/orphaned-files").status_code == 200


def test_the_generated_admin_key_does_not_close_the_other_routes(client: Client) -> None:
    path = client.private / "admin.key"
    assert path.stat().st_mode & 0o077 == 0
    admin = client.with_headers(X_API_Key=path.read_text().strip())
    assert admin.get("/avatarforge/jobs").status_code == 200
    assert client.get(f"{PREFIX}/generations").status_code == 200


@pytest.mark.parametrize("twin", ["", "/api"])
def test_pages_of_other_sites_may_not_call(client: Client, twin: str) -> None:
    path = f"{twin}{PREFIX}/generations"
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ):
        assert client.get(path, headers=headers).status_code == 403, headers
    assert client.get(path, headers={"Origin": client.base_url}).status_code == 200


def test_callers_from_elsewhere_are_refused_without_a_key(client: Client) -> None:
    path = f"{PREFIX}/generations"
    for headers in (
        {"X-Forwarded-For": "203.0.113.9"},
        {"Forwarded": "for=203.0.113.9"},
        {"Host": "rebound.example"},
    ):
        response = client.get(path, headers=headers)
        assert response.status_code == 403, headers
    named = client.get(path, headers={"X-Forwarded-For": "203.0.113.9"}).json()["detail"]
    assert "AVATARFORGE_ALLOW_ANONYMOUS" in named


def test_anonymous_callers_can_be_allowed(tmp_path: Path) -> None:
    server = Embedded(tmp_path, {"AVATARFORGE_ALLOW_ANONYMOUS": "1"})
    try:
        client = Client(server.base_url, tmp_path / "user" / "__avatarforge", "embedded")
        elsewhere = client.with_headers(X_Forwarded_For="203.0.113.9")
        assert elsewhere.get(f"{PREFIX}/generations").status_code == 200
        evil = elsewhere.get(f"{PREFIX}/generations", headers={"Origin": "https://evil.example"})
        assert evil.status_code == 403
    finally:
        server.stop()


def test_a_broken_key_file_lets_nobody_in(client: Client) -> None:
    path = client.private / "keys.json"
    kept = path.read_bytes()
    path.write_bytes(b"{not json")
    try:
        response = client.get(f"{PREFIX}/generations")
        assert response.status_code == 503
        assert str(client.private) not in response.text
        assert client.get("/avatarforge/health").status_code == 200
    finally:
        path.write_bytes(kept)
    assert client.get(f"{PREFIX}/generations").status_code == 200


def test_a_second_server_on_the_same_data_does_not_start(tmp_path: Path) -> None:
    first = Embedded(tmp_path)
    try:
        with pytest.raises(RuntimeError, match="another server uses this"):
            Embedded(tmp_path)
        private = tmp_path / "user" / "__avatarforge"
        client = Client(first.base_url, private, "embedded")
        assert client.get(f"{PREFIX}/generations").status_code == 200
    finally:
        first.stop()


@pytest.mark.parametrize("url", ["nonsense", "nosuchdatabase://host/name"])
def test_a_database_that_cannot_be_used_is_named(tmp_path: Path, url: str) -> None:
    with pytest.raises(RuntimeError, match="AVATARFORGE_DATABASE_URL cannot be used") as caught:
        Embedded(tmp_path, {"AVATARFORGE_DATABASE_URL": url})
    assert "Traceback" not in str(caught.value)


def test_the_database_can_be_elsewhere(tmp_path: Path) -> None:
    place = tmp_path / "elsewhere" / "jobs.sqlite3"
    server = Embedded(
        tmp_path / "data", {"AVATARFORGE_DATABASE_URL": f"sqlite:///{place.as_posix()}"}
    )
    try:
        client = Client(server.base_url, tmp_path / "data", "embedded")
        assert client.finished(client.generate()["generation_id"])["status"] == "completed"
    finally:
        server.stop()
    assert place.is_file()
