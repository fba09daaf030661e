"""What can go wrong while something is kept."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

# EFBIG: a limit on file size, which is a full disk to the one who writes.
_FULL = frozenset(
    code for code in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", None)) if code is not None
)


class StoreError(Exception):
    """Something could not be kept or found."""


class StorageFullError(StoreError):
    """There is no room left; nothing of what was being written is kept."""


class NotFoundError(StoreError):
    """There is no such thing, or it is not this owner's."""


@contextmanager
def full_disk_named() -> Iterator[None]:
    """Turn every face of a full disk into StorageFullError."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFullError("no room left to store this") from error
        raise
    except DBAPIError as error:
        # SQLITE_FULL comes as text only; PostgreSQL's class 53 is out of resources.
        if "full" in str(error.orig).lower() or getattr(error.orig, "pgcode", "") == "53100":
            raise StorageFullError("no room left to store this") from error
        raise
