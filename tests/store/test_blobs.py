"""Writing bytes: whole or not at all."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from avatarforge.forge.store.blobs import Blobs

CHECKOUT = Path(__file__).absolute().parents[2]


def test_the_same_bytes_are_one_file(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    for _ in range(2):
        with blobs.stage() as staged:
            staged.write(b"same")
            sha256 = staged.finish()
            blobs.adopt(staged.path, sha256)
    assert sha256 == hashlib.sha256(b"same").hexdigest()
    assert blobs.path(sha256).read_bytes() == b"same"
    assert [path for path in (tmp_path / "staging").iterdir() if path.is_file()] == []


def test_what_is_not_adopted_goes(tmp_path: Path) -> None:
    with Blobs(tmp_path).stage() as staged:
        staged.write(b"half")
    assert not staged.path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no RLIMIT_FSIZE on Windows")
def test_a_full_disk_is_named(tmp_path: Path) -> None:
    # A limit on file size is met by write() as a full disk is.
    script = f"""
import resource, sys
sys.path.insert(0, {str(CHECKOUT / "tests")!r})
import conftest
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
from pathlib import Path
from avatarforge.forge.store.blobs import Blobs
from avatarforge.forge.store.errors import StorageFullError
try:
    with Blobs(Path({str(tmp_path)!r})).stage() as staged:
        staged.write(bytes(65000))
        staged.write(bytes(65000))
except StorageFullError:
    sys.exit(0)
sys.exit("written against the limit")
"""
    subprocess.run([sys.executable, "-c", script], check=True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
