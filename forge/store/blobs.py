"""Bytes named by their SHA-256, and the staging area they arrive in.

A blob is written under a temporary name, flushed to the disk and renamed, so whatever
happens there is either the whole file or nothing. Whether a blob is wanted is the
database's knowledge alone: `adopt` and `drop` are called on the database's thread, inside
the transaction that decides, and what a crash leaves between the two is swept at start.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from .errors import full_disk_named

_OWNER = "database"
"""The file that notes which database knows these blobs: another one must not sweep them."""


class Staged:
    """A file being written. Leaving the `with` block without `Blobs.adopt` discards it.

    Not safe for use by two threads at once; each method may run on any thread.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self._hash = hashlib.sha256()
        with full_disk_named():
            # Unbuffered: a full disk is met by write(), never by close().
            self._file = path.open("xb", buffering=0)

    def write(self, data: bytes) -> None:
        """Raises StorageFullError."""
        self._hash.update(data)
        self.size += len(data)
        view = memoryview(data)
        with full_disk_named():
            while view:
                view = view[self._file.write(view) :]

    def finish(self) -> str:
        """Flush to the disk; returns the SHA-256 in hex. Raises StorageFullError."""
        with full_disk_named():
            os.fsync(self._file.fileno())
        self._file.close()
        return self.sha256

    @property
    def sha256(self) -> str:
        """Of what has been written, in hex."""
        return self._hash.hexdigest()

    def discard(self) -> None:
        self._file.close()
        self.path.unlink(missing_ok=True)

    def __enter__(self) -> Staged:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.discard()


class Blobs:
    def __init__(self, root: Path) -> None:
        self._blobs = root / "blobs"
        self._staging = root / "staging"

    def path(self, sha256: str) -> Path:
        return self._blobs / sha256[:2] / sha256[2:4] / sha256

    def stage(self) -> Staged:
        self._staging.mkdir(parents=True, exist_ok=True)
        return Staged(self._staging / uuid.uuid4().hex)

    def job_staging(self, job_id: str) -> Path:
        """Where the nodes of a job leave what they made, until the job adopts it."""
        return self._staging / "jobs" / uuid.UUID(job_id).hex

    def adopt(self, staged: Path, sha256: str) -> None:
        """Give a finished staged file its place; the same bytes twice are one file."""
        target = self.path(sha256)
        with full_disk_named():
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                # Also where it is there already: these bytes are known to be whole.
                staged.replace(target)
            except PermissionError:
                # Windows does not replace a file that is being sent to somebody.
                if not target.exists():
                    raise
                staged.unlink()

    def flush(self, sha256: str) -> None:
        """See that an adopted blob's name survives a power loss; for any thread."""
        _flush_directory(self.path(sha256).parent)

    def drop(self, sha256: str) -> None:
        # Windows does not remove a file that is being sent to somebody: the next start will.
        with suppress(PermissionError):
            self.path(sha256).unlink(missing_ok=True)

    def clear_job_staging(self, job_id: str) -> None:
        shutil.rmtree(self.job_staging(job_id), ignore_errors=True)

    def clear_staging(self) -> None:
        """Remove what an earlier server left half done; only before serving."""
        shutil.rmtree(self._staging, ignore_errors=True)

    def belongs_to(self, database: str) -> bool:
        """Whether this database knows what is here; an empty folder is taken for it."""
        note = self._blobs / _OWNER
        if note.is_file():
            return note.read_text(encoding="utf-8") == database
        if next(self._all(), None) is not None:
            return False
        self._blobs.mkdir(parents=True, exist_ok=True)
        note.write_text(database, encoding="utf-8")
        return True

    def sweep(self, wanted: Container[str]) -> int:
        """Remove every blob not in `wanted`; only before serving."""
        removed = 0
        for path in self._all():
            if path.name not in wanted:
                path.unlink()
                removed += 1
        return removed

    def _all(self) -> Iterator[Path]:
        return (path for path in self._blobs.glob("??/??/*") if path.is_file())


def _flush_directory(directory: Path) -> None:
    # Windows cannot open directories and writes renames through by itself.
    if os.name == "nt":
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
