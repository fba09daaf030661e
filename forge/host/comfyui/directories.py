"""Where ComfyUI keeps files, and the one place of it that is the pack's alone."""

from __future__ import annotations

from pathlib import Path

from ..port import Directories
from .parts import Parts

_OWN = "avatarforge"


def directories(parts: Parts) -> Directories:
    """Absolute paths, none of which is made here."""
    return Directories(
        private=_private(parts),
        input=_of_kind(parts, "input"),
        output=_of_kind(parts, "output"),
        temp=_of_kind(parts, "temp"),
    )


def _private(parts: Parts) -> Path:
    """ComfyUI serves no directory of a user whose name begins with two underscores."""
    of_system = parts.get("folder_paths.get_system_user_directory")
    if of_system is not None:
        return Path(of_system(_OWN)).absolute()
    return _of_kind(parts, "user") / f"__{_OWN}"


def _of_kind(parts: Parts, kind: str) -> Path:
    getter = parts.get(f"folder_paths.get_{kind}_directory")
    if getter is not None:
        return Path(getter()).absolute()
    return Path(parts.require("folder_paths.__file__")).absolute().parent / kind
