"""The keys file: who may call, and as what.

Only the standard library is used, and nothing of the package, because `install.py` loads
this module by its path before anything is installed.

A key is 256 random bits, so a salted SHA-256 is enough: there is no word to guess, and
checking one stays cheap enough to do on every request.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import re
import secrets
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

Role: TypeAlias = Literal["user", "admin"]

FILE_NAME = "keys.json"
ADMIN_KEY_NAME = "admin.key"
GENERATED_KEY_NAME = "generated-admin"
PREFIX = "af_"
KEY_BYTES = 32
SALT_BYTES = 16
NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")
HEX = re.compile(r"[0-9a-f]+")
# On Windows a file that a reader has open cannot be replaced; readers hold it for
# well under a millisecond.
REPLACE_ATTEMPTS = 50
REPLACE_PAUSE_S = 0.01


class KeyFileError(Exception):
    """The keys file cannot be read, so that it is unknown who may call: refuse everybody."""


class KeyNameError(ValueError):
    """The name is not allowed, taken already, or unknown."""


@dataclass(frozen=True, slots=True)
class Key:
    """One caller. `name` owns what is made with the key; `created` is ISO 8601 UTC.

    `salt` and `hash` are hex, `hash` being SHA-256 over the salt's bytes and then the key in
    UTF-8. `generated` marks the admin key that the server made for itself.
    """

    name: str
    role: Role
    salt: str
    hash: str
    created: str
    generated: bool = False

    def opens_with(self, presented: str) -> bool:
        """Whether `presented` is this key; takes the same time whatever the answer."""
        return hmac.compare_digest(_digest(self.salt, presented), self.hash)


class KeyFile:
    """The keys in one JSON file, in force as soon as the file is replaced.

    Every method that reads raises KeyFileError when the file is there and cannot be read or
    understood. A file that is not there holds no keys.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._keys: tuple[Key, ...] = ()
        self._seen: tuple[int, int, int] | None = None
        self._loaded = False

    def add(self, name: str, role: Role = "user") -> str:
        """Make a key and return it; the file keeps only its hash.

        Raises KeyNameError for a name that is taken or not 1 to 64 of `[A-Za-z0-9._-]`.
        """
        if not NAME.fullmatch(name):
            raise KeyNameError("a key's name has 1 to 64 letters, digits, '.', '_' or '-'")
        if role not in get_args(Role):
            raise KeyNameError(f"a key's role is one of {', '.join(get_args(Role))}")
        return self._add(name, role, generated=False)

    def list(self) -> tuple[Key, ...]:
        """All keys, the oldest first."""
        self.reload_if_changed()
        return self._keys

    def revoke(self, name: str) -> None:
        """Take the key of that name away. Raises KeyNameError where there is none."""
        with exclusive(self.path):
            keys = _read(self.path)
            left = tuple(key for key in keys if key.name != name)
            if len(left) == len(keys):
                raise KeyNameError(f"there is no key named {name!r}")
            _write(self.path, left)

    def find(self, presented: str) -> Key | None:
        """The key that `presented` is. Every stored key is compared, so time tells nothing."""
        self.reload_if_changed()
        found = None
        for key in self._keys:
            if key.opens_with(presented):
                found = key
        return found

    def configured(self) -> bool:
        """Whether somebody has made a key; the generated admin key does not count."""
        self.reload_if_changed()
        return any(not key.generated for key in self._keys)

    def reload_if_changed(self) -> bool:
        """Read the file again if it was replaced since; one `stat` when it was not."""
        seen = _fingerprint(self.path)
        if self._loaded and seen == self._seen:
            return False
        self._loaded = False
        self._keys = _read(self.path)
        # The fingerprint is from before the read: a file replaced in between is read again.
        self._seen = seen
        self._loaded = True
        return True

    def _add(self, name: str, role: Role, *, generated: bool) -> str:
        key = PREFIX + secrets.token_urlsafe(KEY_BYTES)
        salt = secrets.token_hex(SALT_BYTES)
        created = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        entry = Key(name, role, salt, _digest(salt, key), created, generated)
        with exclusive(self.path):
            keys = _read(self.path)
            if generated:
                keys = tuple(other for other in keys if not other.generated)
            if any(other.name == name for other in keys):
                raise KeyNameError(f"there is a key named {name!r} already; revoke it first")
            _write(self.path, (*keys, entry))
        return key

    def _drop_generated(self) -> None:
        with exclusive(self.path):
            keys = _read(self.path)
            left = tuple(key for key in keys if not key.generated)
            if len(left) != len(keys):
                _write(self.path, left)


def ensure_admin_key(private: Path) -> Path | None:
    """See that the admin routes can be opened; returns the file with the generated key.

    `private` is the pack's own directory. The key is made once, in `private/admin.key` with
    mode 0600, and made anew where that file is lost. None when somebody has made an admin key:
    a generated one of earlier is then taken away.
    """
    secret = private / ADMIN_KEY_NAME
    with exclusive(secret):
        keys = KeyFile(private / FILE_NAME)
        entries = keys.list()
        if any(key.role == "admin" and not key.generated for key in entries):
            keys._drop_generated()
            secret.unlink(missing_ok=True)
            return None
        generated = next((key for key in entries if key.generated), None)
        presented = secret.read_text("utf-8").strip() if secret.is_file() else ""
        if generated is not None and generated.opens_with(presented):
            return secret
        name = GENERATED_KEY_NAME
        while any(key.name == name and not key.generated for key in entries):
            name = f"{GENERATED_KEY_NAME}-{secrets.token_hex(4)}"
        _replace(secret, keys._add(name, "admin", generated=True) + "\n")
        return secret


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold `path` against other processes, by a lock file beside it; waits for its turn.

    The system lets go of the lock when the process ends, however it ends.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_name(path.name + ".lock")
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            while True:
                # LK_LOCK gives up by itself after ten seconds.
                with contextlib.suppress(OSError):
                    msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
                    break
            try:
                yield
            finally:
                os.lseek(descriptor, 0, os.SEEK_SET)
                msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
    finally:
        os.close(descriptor)


def _digest(salt: str, key: str) -> str:
    return hashlib.sha256(bytes.fromhex(salt) + key.encode("utf-8", "replace")).hexdigest()


def _fingerprint(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KeyFileError(f"{path.name} cannot be read: {error.strerror}") from error
    return status.st_mtime_ns, status.st_size, status.st_ino


def _read(path: Path) -> tuple[Key, ...]:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise KeyFileError(f"{path.name} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise KeyFileError(f"{path.name} is damaged: it is not UTF-8 text") from error
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise KeyFileError(f"{path.name} is damaged: it is not JSON") from error
    entries = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        raise KeyFileError(f"{path.name} is damaged: it has no list of keys")
    keys = tuple(_parse(entry, path) for entry in entries)
    if len({key.name for key in keys}) != len(keys):
        raise KeyFileError(f"{path.name} is damaged: two keys have one name")
    return keys


def _parse(entry: Any, path: Path) -> Key:
    try:
        key = Key(**entry)
        valid = (
            NAME.fullmatch(key.name)
            and key.role in get_args(Role)
            and HEX.fullmatch(key.salt)
            and len(key.salt) == 2 * SALT_BYTES
            and HEX.fullmatch(key.hash)
            and len(key.hash) == hashlib.sha256().digest_size * 2
            and isinstance(key.created, str)
            and isinstance(key.generated, bool)
        )
    except TypeError:
        valid = False
    if not valid:
        raise KeyFileError(f"{path.name} is damaged: one of its keys is not complete")
    return key


def _write(path: Path, keys: tuple[Key, ...]) -> None:
    _replace(path, json.dumps({"keys": [asdict(key) for key in keys]}, indent=1) + "\n")


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # mkstemp makes the file for its owner alone, before anything is in it.
    descriptor, name = tempfile.mkstemp(prefix=path.name + ".", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IRUSR | stat.S_IWUSR)
        _rename(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _rename(temporary: Path, path: Path) -> None:
    for attempt in range(REPLACE_ATTEMPTS):
        try:
            temporary.replace(path)
        except PermissionError:
            if sys.platform != "win32" or attempt + 1 == REPLACE_ATTEMPTS:
                raise
            time.sleep(REPLACE_PAUSE_S)
        else:
            return
