"""A disk that fills up during a write: the caller is told, and nothing half is kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .servers import Client, Embedded, wait_until
from .test_files import blobs_of, staged_of

MakePicture = Callable[..., bytes]

# A limit on the size of files is met by write() as a full disk is.
LARGEST_FILE = 400_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no RLIMIT_FSIZE")


def test_an_upload_meets_a_full_disk(tmp_path: Path, picture: MakePicture) -> None:
    server = Embedded(tmp_path, file_limit=LARGEST_FILE)
    client = Client(server.base_url, tmp_path / "user" / "__avatarforge", "embedded")
    try:
        refused = client.upload(picture(600, 600))
        assert refused.status_code == 507
        assert "room" in refused.json()["detail"]
        assert blobs_of(client) == set()
        wait_until(lambda: staged_of(client) == [])
        assert client.upload(picture()).status_code == 200
        # A picture of this size does not fit either: the job says so, the next one runs.
        failed = client.finished(
            client.generate(style="oil painting", width=2048, height=2048)["generation_id"]
        )
        assert failed["status"] == "failed"
        assert "room" in failed["error"]
        assert client.finished(client.generate()["generation_id"])["status"] == "completed"
        assert list((client.private / "staging").rglob("*.png")) == []
    finally:
        server.stop()
