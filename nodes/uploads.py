"""Files that a graph names: what a request brought, and those of ComfyUI's input folder."""

from __future__ import annotations

import re
from pathlib import Path

from ..forge.store.blobs import Blobs
from .comfy import directories

_SHA256 = re.compile(r"[0-9a-f]{64}")


def given_file(name: str, what: str) -> Path:
    """An upload by its SHA-256, or a file of the input folder by its name.

    Raises ValueError for a name outside the input folder or a file that is not there.
    """
    if _SHA256.fullmatch(name):
        path = Blobs(directories().private).path(name)
        missing = f"the uploaded {what} has been deleted"
    else:
        folder = directories().input.resolve()
        path = (folder / name).resolve()
        if not path.is_relative_to(folder):
            raise ValueError(f"{name!r} is not in the input folder")
        missing = name
    if not name or not path.is_file():
        raise ValueError(f"There is no such {what}: {missing or 'none is named'}")
    return path


def stamp(name: str) -> str:
    """Changes when the file does, so that it is read again. Raises nothing."""
    try:
        facts = given_file(name, "file").stat()
    except (ValueError, OSError):
        return ""  # the node itself will say what is wrong
    return f"{facts.st_mtime_ns} {facts.st_size}"
