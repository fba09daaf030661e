"""The models installed here: every file of ComfyUI's model folders, and what it is."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import logging
import os
import stat
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..host.port import Host
from .families import Family, Kind, Model
from .recognition import recognise, rules_digest
from .safetensors_header import (
    Format,
    Header,
    HeaderError,
    OtherFormatError,
    UnreadableError,
    format_of,
    read_header,
)

__all__ = [
    "FOLDERS",
    "Family",
    "Header",
    "HeaderError",
    "InstalledModel",
    "Inventory",
    "Kind",
    "Model",
    "OtherFormatError",
    "UnreadableError",
    "read_header",
    "recognise",
]

FOLDERS = (
    "checkpoints",
    "diffusion_models",
    "text_encoders",
    "vae",
    "controlnet",
    "upscale_models",
    "background_removal",
    "clip_vision",
    "loras",
    "ipadapter",
    "animatediff_models",
    "vae_approx",
    "detection",
)
"""Folders of ComfyUI's that recipes take models from."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """`name` is what ComfyUI's loader nodes take; `size` in bytes.

    Where the file could not be told, `model` is None and `problem` says why: a pickle,
    which is not opened, a damaged file, one that may not be read.
    """

    folder: str
    name: str
    path: Path
    size: int
    format: Format
    model: Model | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Told:
    """What was read of a file, which holds while size and mtime are these."""

    size: int
    mtime_ns: int
    model: Model | None
    problem: str


class Inventory:
    """Thread-safe. It reads files, so it is for a thread, never for the event loop.

    What was told of a file is kept in memory and in `cache_file`, JSON, by path, size and
    mtime. A cache that is damaged, of other rules, or cannot be written costs time only.
    """

    def __init__(self, host: Host, cache_file: Path) -> None:
        self._host = host
        self._cache_file = cache_file
        self._lock = threading.Lock()
        self._told: dict[str, _Told] | None = None  # by path, read at first use
        self._listed: dict[str, dict[str, tuple[int, InstalledModel]]] = {}  # mtime_ns first
        self._troubles: dict[str, str] = {}
        self._unsaved = False
        self._may_write = True

    def models(self, folder: str) -> tuple[InstalledModel, ...]:
        """Every file of one folder, in the host's order; files that vanish are left out.

        Empty where the folder is unknown or cannot be listed; `troubles` then says why.
        """
        with self._lock:
            if self._told is None:
                self._told = self._load()
            found = self._scan(folder, self._told)
            self._listed[folder] = {each.name: (mtime, each) for mtime, each in found}
            if self._unsaved:
                self._save(self._told)
            return tuple(each for _, each in found)

    def of(
        self, kind: Kind, folder: str, family: Family | None = None
    ) -> tuple[InstalledModel, ...]:
        """Those of a folder that hold this kind of model, and work with this family."""
        return tuple(
            each
            for each in self.models(folder)
            if each.model is not None
            and each.model.holds(kind)
            and (family is None or family in each.model.serves)
        )

    def troubles(self) -> Mapping[str, str]:
        """Folders that could not be read, in whole or in part, when last asked for, and why."""
        with self._lock:
            return MappingProxyType(dict(self._troubles))

    def _scan(self, folder: str, told: dict[str, _Told]) -> list[tuple[int, InstalledModel]]:
        try:
            names = self._host.model_files(folder)
        except OSError as error:
            self._note_trouble(folder, error)
            return []
        self._look_whether_it_can_be_read(folder)
        before = self._listed.get(folder, {})
        found = []
        for name in names:
            path = self._host.model_path(folder, name)
            if path is None:
                continue
            try:
                status = os.stat(path)  # noqa: PTH116  (half the time of Path.stat)
            except (OSError, ValueError):
                continue  # gone since it was listed
            mtime, known = before.get(name, (None, None))
            if (
                known is not None
                and (mtime, known.size) == (status.st_mtime_ns, status.st_size)
                and known.path == path
                and str(path) in told
            ):
                found.append((status.st_mtime_ns, known))
                continue
            found.append((status.st_mtime_ns, self._installed(folder, name, path, status, told)))
        return found

    def _look_whether_it_can_be_read(self, folder: str) -> None:
        # Listing passes over what it may not read, without a word.
        for directory in self._host.model_directories(folder):
            try:
                os.scandir(directory).close()
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as error:
                self._note_trouble(folder, error)
                return
        self._troubles.pop(folder, None)

    def _note_trouble(self, folder: str, error: OSError) -> None:
        reason = error.strerror or str(error)
        if self._troubles.get(folder) != reason:  # said once
            _log.warning("Model folder %s cannot be read: %s", folder, error)
        self._troubles[folder] = reason

    def _installed(
        self, folder: str, name: str, path: Path, status: os.stat_result, told: dict[str, _Told]
    ) -> InstalledModel:
        key = str(path)
        known = told.get(key)
        if known is None or (known.size, known.mtime_ns) != (status.st_size, status.st_mtime_ns):
            known, lasts = _tell(path, status)
            if lasts:
                told[key] = known
                self._unsaved = True
            else:
                told.pop(key, None)
        return InstalledModel(
            folder, name, path, status.st_size, format_of(path), known.model, known.problem
        )

    def _load(self) -> dict[str, _Told]:
        try:
            kept = json.loads(self._cache_file.read_bytes())
            if kept["rules"] != rules_digest():
                return {}
            return {
                path: _Told(int(size), int(mtime_ns), _model_from(model), str(problem))
                for path, (size, mtime_ns, model, problem) in kept["files"].items()
            }
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            _log.warning("The list of known models is made anew: %s", error)
            return {}

    def _save(self, told: dict[str, _Told]) -> None:
        self._unsaved = False
        if self._listed.keys() >= set(FOLDERS):  # only now is it known what has gone
            here = {str(each.path) for files in self._listed.values() for _, each in files.values()}
            for path in told.keys() - here:
                del told[path]
        files = {
            path: (each.size, each.mtime_ns, _model_to(each.model), each.problem)
            for path, each in told.items()
        }
        text = json.dumps({"rules": rules_digest(), "files": files}, separators=(",", ":"))
        # Of this process and thread alone; nobody reads a file half written.
        mine = self._cache_file.with_name(
            f"{self._cache_file.name}.{os.getpid()}.{threading.get_ident()}.tmp"
        )
        try:
            self._cache_file.parent.mkdir(parents=True, exist_ok=True)
            mine.write_text(text, encoding="ascii")
            mine.replace(self._cache_file)
            self._may_write = True
        except OSError as error:
            if self._may_write:  # said once
                _log.warning("The list of known models cannot be kept: %s", error)
            self._may_write = False
            with contextlib.suppress(OSError):
                mine.unlink(missing_ok=True)


def _tell(path: Path, status: os.stat_result) -> tuple[_Told, bool]:
    """What the file is, and whether that lasts as long as the file stays as it is."""
    size, mtime_ns = status.st_size, status.st_mtime_ns
    try:
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("cannot be read: not a file")
        return _Told(size, mtime_ns, recognise(read_header(path)), ""), True
    except UnreadableError as error:
        return _Told(size, mtime_ns, None, str(error)), False
    except HeaderError as error:
        return _Told(size, mtime_ns, None, str(error)), True


def _model_to(model: Model | None) -> list[Any] | None:
    if model is None:
        return None
    return [getattr(model, name) for name in _MODEL_FIELDS]


def _model_from(kept: list[Any] | None) -> Model | None:
    if kept is None:
        return None
    values = dict(zip(_MODEL_FIELDS, kept, strict=True))
    values["serves"] = tuple(values["serves"])
    values["parts"] = tuple(values["parts"])
    return Model(**values)


_MODEL_FIELDS = tuple(each.name for each in dataclasses.fields(Model))
