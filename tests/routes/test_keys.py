"""The keys file: what it keeps, what it refuses, and what two processes may do to it."""

from __future__ import annotations

import hmac
import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from avatarforge.routes import keys as module
from avatarforge.routes.keys import (
    KeyFile,
    KeyFileError,
    KeyNameError,
    ensure_admin_key,
    exclusive,
)
from hypothesis import given
from hypothesis import strategies as st

ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "private" / "keys.json"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_key_opens_for_its_name_and_role(path: Path) -> None:
    file = KeyFile(path)
    user, admin = file.add("alice"), file.add("bob", "admin")
    found = file.find(user), file.find(admin)
    assert [(key.name, key.role) for key in found if key] == [("alice", "user"), ("bob", "admin")]
    assert user != admin
    assert user.startswith("af_")
    assert len(user) == 46  # 256 bits in base64


def test_the_key_itself_is_nowhere_on_disk(path: Path) -> None:
    key = KeyFile(path).add("alice")
    assert all(key not in each.read_text("utf-8") for each in path.parent.iterdir())


@ON_POSIX
def test_the_file_is_for_its_owner_alone(path: Path) -> None:
    KeyFile(path).add("alice")
    assert mode(path) == 0o600


@given(presented=st.text())
def test_nothing_else_opens(presented: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = KeyFile(tmp_path_factory.getbasetemp() / "hypothesis" / "keys.json")
    if not file.list():
        file.add("alice")
    assert file.find(presented) is None


def test_text_that_no_encoding_takes_opens_nothing(path: Path) -> None:
    file = KeyFile(path)
    file.add("alice")
    assert file.find("\ud800") is None


def test_every_key_is_compared_whichever_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = KeyFile(path)
    made = [file.add(name) for name in "abcd"]
    compared: list[str] = []
    real = hmac.compare_digest

    def compare(given: str, stored: str) -> bool:
        compared.append(stored)
        return bool(real(given, stored))

    monkeypatch.setattr(hmac, "compare_digest", compare)
    counts = []
    for key in (*made, "wrong", ""):
        compared.clear()
        file.find(key)
        counts.append(len(compared))
    assert counts == [4] * 6


def test_a_revoked_key_is_out_at_once_for_a_reader_that_runs(path: Path) -> None:
    reader, writer = KeyFile(path), KeyFile(path)
    key = writer.add("alice")
    assert reader.find(key) is not None
    writer.revoke("alice")
    assert reader.find(key) is None


def test_an_unchanged_file_is_not_read_again(path: Path) -> None:
    file = KeyFile(path)
    file.add("alice")
    assert file.reload_if_changed() is True
    assert file.reload_if_changed() is False
    KeyFile(path).add("bob")
    assert file.reload_if_changed() is True


@pytest.mark.parametrize("name", ["", "a" * 65, "a b", "../keys", "a/b", "n\n", "\u00e4", "a\x00"])
def test_a_name_outside_the_alphabet_is_refused(path: Path, name: str) -> None:
    with pytest.raises(KeyNameError):
        KeyFile(path).add(name)
    assert not path.exists()


@pytest.mark.parametrize("name", ["a", "A.b_c-9", "a" * 64])
def test_a_name_inside_the_alphabet_is_taken(path: Path, name: str) -> None:
    KeyFile(path).add(name)
    assert [key.name for key in KeyFile(path).list()] == [name]


def test_a_name_is_given_once(path: Path) -> None:
    KeyFile(path).add("alice")
    with pytest.raises(KeyNameError, match="already"):
        KeyFile(path).add("alice", "admin")


def test_an_unknown_name_cannot_be_revoked(path: Path) -> None:
    with pytest.raises(KeyNameError, match="no key named"):
        KeyFile(path).revoke("alice")


def test_no_file_means_that_nobody_has_made_a_key(path: Path) -> None:
    file = KeyFile(path)
    assert not file.configured()
    assert file.list() == ()
    assert file.find("af_x") is None


ENTRY = {
    "name": "alice",
    "role": "admin",
    "salt": "0" * 32,
    "hash": "0" * 64,
    "created": "2026-01-01T00:00:00Z",
}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"keys": {}}',
        '{"keys": [1]}',
        '{"keys": [{}]}',
        '{"keys": [{"name": "alice"}]}',
        *(
            json.dumps({"keys": [{**ENTRY, **wrong}]})
            for wrong in (
                {"role": "root"},
                {"role": ["admin"]},
                {"salt": ""},
                {"salt": 5},
                {"hash": "x" * 64},
                {"hash": "\u00e4" * 64},
                {"name": "../x"},
                {"name": None},
                {"generated": 1},
                {"more": 1},
            )
        ),
        json.dumps({"keys": [ENTRY, ENTRY]}),
        "[" * 100_000,
    ],
)
def test_a_damaged_file_is_an_error_and_never_no_keys(path: Path, content: str) -> None:
    file = KeyFile(path)
    key = file.add("bob")
    assert file.find(key)
    path.write_text(content, "utf-8")
    for use in (file.configured, file.list, lambda: file.find(key), lambda: file.add("eve")):
        # Again and again: the first failure must not be taken for an empty file by the next.
        for _ in range(2):
            with pytest.raises(KeyFileError, match=r"keys\.json"):
                use()
    assert path.read_text("utf-8") == content


def test_bytes_that_are_no_text_are_an_error(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KeyFileError, match="UTF-8"):
        KeyFile(path).configured()


def test_a_folder_in_the_files_place_is_an_error(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(KeyFileError):
        KeyFile(path).configured()


def test_a_mended_file_is_in_force_again(path: Path) -> None:
    file = KeyFile(path)
    key = file.add("alice")
    good = path.read_text("utf-8")
    path.write_text("{", "utf-8")
    with pytest.raises(KeyFileError):
        file.find(key)
    path.write_text(good, "utf-8")
    assert file.find(key) is not None


def test_writers_at_once_lose_nothing(path: Path) -> None:
    names = [f"caller-{number}" for number in range(24)]
    threads = [threading.Thread(target=KeyFile(path).add, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(key.name for key in KeyFile(path).list()) == sorted(names)
    assert [each.name for each in path.parent.glob("*.tmp")] == []


def test_another_process_waits_for_the_lock(path: Path) -> None:
    code = (
        "import importlib.util, pathlib, sys\n"
        "spec = importlib.util.spec_from_file_location('keys', sys.argv[1])\n"
        "keys = sys.modules['keys'] = importlib.util.module_from_spec(spec)\n"
        "spec.loader.exec_module(keys)\n"
        "print('up', flush=True)\n"
        "keys.KeyFile(pathlib.Path(sys.argv[2])).add('child')\n"
    )
    with exclusive(path):
        child = subprocess.Popen(
            [sys.executable, "-c", code, module.__file__, str(path)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "up\n"
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(0.3)
        assert not path.exists()
    assert child.wait(30) == 0
    child.stdout.close()
    assert [key.name for key in KeyFile(path).list()] == ["child"]


def test_a_write_that_fails_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KeyFile(path).add("alice")
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        KeyFile(path).add("bob")
    assert path.read_bytes() == before
    assert list(path.parent.glob("*.tmp")) == []


def test_an_admin_key_is_made_once_and_does_not_close_the_other_routes(path: Path) -> None:
    secret = ensure_admin_key(path.parent)
    assert secret == path.parent / "admin.key"
    key = secret.read_text("utf-8").strip()
    file = KeyFile(path)
    found = file.find(key)
    assert found is not None
    assert (found.role, found.generated) == ("admin", True)
    assert not file.configured()
    assert ensure_admin_key(path.parent) == secret
    assert secret.read_text("utf-8").strip() == key


@ON_POSIX
def test_the_generated_key_is_for_its_owner_alone(path: Path) -> None:
    secret = ensure_admin_key(path.parent)
    assert secret is not None
    assert mode(secret) == 0o600


def test_a_users_key_alone_still_needs_an_admin_key(path: Path) -> None:
    KeyFile(path).add("alice")
    assert ensure_admin_key(path.parent) is not None
    assert KeyFile(path).configured()


def test_an_admin_key_somebody_made_takes_the_generated_ones_place(path: Path) -> None:
    secret = ensure_admin_key(path.parent)
    assert secret is not None
    old = secret.read_text("utf-8").strip()
    KeyFile(path).add("root", "admin")
    assert ensure_admin_key(path.parent) is None
    assert not secret.exists()
    assert KeyFile(path).find(old) is None


@pytest.mark.parametrize("damage", ["lost", "other"])
def test_a_generated_key_whose_file_is_lost_is_made_anew(path: Path, damage: str) -> None:
    secret = ensure_admin_key(path.parent)
    assert secret is not None
    old = secret.read_text("utf-8").strip()
    if damage == "lost":
        secret.unlink()
    else:
        secret.write_text("af_wrong\n", "utf-8")
    assert ensure_admin_key(path.parent) == secret
    file = KeyFile(path)
    assert file.find(old) is None
    assert file.find(secret.read_text("utf-8").strip()) is not None
    assert len(file.list()) == 1


def test_no_admin_key_is_made_over_a_damaged_file(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("{", "utf-8")
    with pytest.raises(KeyFileError):
        ensure_admin_key(path.parent)
    assert path.read_text("utf-8") == "{"
