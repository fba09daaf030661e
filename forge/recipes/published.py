"""Graphs that people have put behind an endpoint, kept in the pack's own directory.

Each task has a folder, in which every graph that was published for it is a file with a rising
number (`pet-portrait/000001.json`); the highest one serves. Files are written whole or not at
all. A person may change them, remove them, or put one there: `current` sees it. Such a file is
either as we write it, `{"title", "published_at", "graph"}`, or the graph alone, as the editor's
"Export (API)" saves it.
"""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, TypeAlias

from ..host.port import Graph
from ..store.errors import full_disk_named
from .recipe import (
    REQUEST_NODE,
    REQUEST_NODES,
    RESULT_NODE,
    RESULT_NODES,
    TASKS,
    Picture,
    Recipe,
    Task,
    is_link,
)

_log = logging.getLogger(__name__)

UNTITLED = "A graph of one's own"
_KEPT = 20  # the graphs before the present one, a task
_PICTURE_OUTPUTS: Mapping[int, Picture] = {13: "pose", 14: "reference", 22: "reference"}
"""Outputs of the AvatarForge Request node that give the request's pictures."""


_GIVEN: Mapping[Task, str] = {
    "selfie": "text",
    "character": "mesh",
    "anime-video": "film or picture",
    "animation-loop": "film or picture",
    "full-video": "film or picture",
}
"""What an endpoint answers with where that is no picture."""

_RESULTS: Mapping[str, tuple[frozenset[str], str]] = {
    "picture": (frozenset({RESULT_NODE}), "AvatarForge Result"),
    "text": (frozenset({"AvatarForgeTextResult"}), "AvatarForge Text Result"),
    "mesh": (
        frozenset({"AvatarForgeMeshResult", "AvatarForgeSaveRiggedCharacter"}),
        "Mesh Result or Save Rigged Character",
    ),
    "film or picture": (
        frozenset({"AvatarForgeVideoResult", RESULT_NODE}),
        "Video Result or AvatarForge Result",
    ),
}
"""The nodes that give it, and what they are called in the editor."""

Seen: TypeAlias = frozenset[tuple[str, int, int]]


class GraphError(ValueError):
    """A graph that cannot serve an endpoint, and why."""


@dataclass(frozen=True, slots=True)
class Published:
    task: Task
    title: str
    graph: Graph
    number: int
    published_at: datetime

    def recipe(self) -> Recipe:
        return Recipe(
            name=recipe_name(self.task),
            title=self.title,
            engine="custom",
            technique="custom",
            tasks=(self.task,),
            graph=self.graph,
            uses=linked_pictures(self.graph),
        )


def recipe_name(task: Task) -> str:
    return f"custom-{task}"


class PublishedRecipes:
    """Thread-safe. All but `serving` read or write files: for a thread, never the event loop."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._serving: tuple[Published, ...] | None = None
        self._earlier: dict[Task, int] = {}
        self._seen: Seen | None = None

    @property
    def serving(self) -> tuple[Published, ...] | None:
        """What serves now, one a task; None before the first `load`."""
        return self._serving

    def current(self) -> tuple[Published, ...]:
        """What serves now, read again if the files have changed since."""
        serving = self._serving
        return serving if serving is not None and self._seen == self._look() else self.load()

    def load(self) -> tuple[Published, ...]:
        with self._lock:
            # From before they are read: what changes in between is read again.
            self._seen = self._look()
            usable = {task: list(self._usable(task)) for task in TASKS}
            self._earlier = {task: len(found) - 1 for task, found in usable.items() if found}
            self._serving = tuple(found[0] for found in usable.values() if found)
            return self._serving

    def earlier(self, task: Task) -> int:
        """How many graphs `withdraw` can go back to."""
        if self._serving is None:
            self.load()
        return self._earlier.get(task, 0)

    def publish(self, task: Task, title: str, graph: Graph) -> Published:
        """Serve the task with this graph from now on.

        Raises GraphError, StorageFullError, OSError.
        """
        check_serves(task, graph)
        with self._lock:
            numbers = self._numbers(task)
            now = datetime.now(timezone.utc)
            made = Published(task, title, graph, (numbers[-1] if numbers else 0) + 1, now)
            self._write(made)
            for number in numbers[:-_KEPT]:
                self._path(task, number).unlink(missing_ok=True)
        self.load()
        return made

    def withdraw(self, task: Task) -> Published | None:
        """Take back the graph that serves; the one before serves again. Raises KeyError, OSError.

        Returns what serves now; None where the pack's own recipes do.
        """
        with self._lock:
            serving = next(self._usable(task), None)
            if serving is None:
                raise KeyError(task)
            # Whatever is newer was passed over as damaged, and would come to serve if mended.
            for number in self._numbers(task):
                if number >= serving.number:
                    self._path(task, number).unlink()
        return next((each for each in self.load() if each.task == task), None)

    def _look(self) -> Seen:
        """Every file's name, time of change in ns, and size in bytes."""
        found = []
        for task in TASKS:
            try:
                with os.scandir(self._folder / task) as entries:
                    stats = [(f"{task}/{entry.name}", entry.stat()) for entry in entries]
            except (FileNotFoundError, NotADirectoryError):
                continue  # also where one goes while we look: the next look finds it gone
            found += [(name, stat.st_mtime_ns, stat.st_size) for name, stat in stats]
        return frozenset(found)

    def _usable(self, task: Task) -> Iterator[Published]:
        """The newest first. A damaged file is passed over: it must not take the endpoint down."""
        for number in reversed(self._numbers(task)):
            try:
                yield self._read(task, number)
            except (OSError, ValueError, RecursionError) as error:
                path = self._path(task, number)
                _log.error("AvatarForge: %s cannot be used and is passed over: %s", path, error)

    def _numbers(self, task: Task) -> list[int]:
        folder = self._folder / task
        if not folder.is_dir():
            return []
        named = (path for path in folder.glob("*.json") if path.stem.isdecimal())
        numbers = ((int(path.stem), path) for path in named)
        return sorted(number for number, path in numbers if path == self._path(task, number))

    def _path(self, task: Task, number: int) -> Path:
        return self._folder / task / f"{number:06d}.json"

    def _read(self, task: Task, number: int) -> Published:
        """Raises OSError, ValueError and RecursionError for what is no graph that can serve."""
        path = self._path(task, number)
        kept = json.loads(path.read_text(encoding="utf-8"))
        if _is_graph_alone(kept):
            changed = datetime.fromtimestamp(path.stat().st_mtime, timezone.utc)
            kept = {"title": UNTITLED, "published_at": changed.isoformat(), "graph": kept}
        _check_file(kept)
        check_serves(task, kept["graph"])
        return Published(
            task,
            kept["title"],
            kept["graph"],
            number,
            datetime.fromisoformat(kept["published_at"]),
        )

    def _write(self, made: Published) -> None:
        path = self._path(made.task, made.number)
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = {
            "title": made.title,
            "published_at": made.published_at.isoformat(),
            "graph": made.graph,
        }
        part = path.with_suffix(".tmp")
        try:
            with full_disk_named(), part.open("w", encoding="utf-8") as file:
                json.dump(kept, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _is_graph_alone(kept: Any) -> bool:
    """Also where it is in the editor's own format, of which `check_shape` can tell."""
    return isinstance(kept, Mapping) and (
        isinstance(kept.get("nodes"), list)
        or any(isinstance(node, Mapping) and "class_type" in node for node in kept.values())
    )


def _check_file(kept: Any) -> None:
    """Raises GraphError."""
    if not isinstance(kept, Mapping):
        raise GraphError("it holds no object, but should be a graph in API format")
    if "graph" not in kept:
        raise GraphError(
            "it is no graph in API format, for none of its entries has a class_type, and has no "
            "'graph' that is one"
        )
    for name in ("title", "published_at"):
        if not isinstance(kept.get(name), str):
            raise GraphError(f"beside its 'graph' it has no text '{name}'")


def check_serves(task: Task, graph: Any) -> None:
    """Of a shape that can serve, with a result of the kind that this endpoint answers with.

    Raises GraphError."""
    check_shape(graph)
    given = _GIVEN.get(task, "picture")
    nodes, called = _RESULTS[given]
    if not any(node["class_type"] in nodes for node in graph.values()):
        raise GraphError(
            f"{task} answers with a {given}, and the graph gives none: it has no {called} node"
        )


def check_shape(graph: Any) -> None:
    """API format, with both of the nodes that tie it to an endpoint. Raises GraphError."""
    if isinstance(graph, Mapping) and isinstance(graph.get("nodes"), list):
        raise GraphError("this is the editor's own format; export the graph as API format")
    if not isinstance(graph, Mapping) or not graph:
        raise GraphError("the graph is no object of nodes in API format")
    for node_id, node in graph.items():
        if not isinstance(node, Mapping) or not isinstance(node.get("class_type"), str):
            raise GraphError(f"node {node_id!r} has no class_type")
        if not isinstance(node.get("inputs"), Mapping):
            raise GraphError(f"node {node_id!r} has no inputs object")
    types = {node["class_type"] for node in graph.values()}
    lacking = [
        name
        for name, node in (
            ("AvatarForge Request", REQUEST_NODES),
            ("AvatarForge Result", RESULT_NODES),
        )
        if not node & types
    ]
    if lacking:
        raise GraphError(f"the graph has no {' and no '.join(lacking)} node")


def linked_pictures(graph: Graph) -> frozenset[Picture]:
    """The request's pictures that some node of the graph takes."""
    requests = {node_id for node_id, node in graph.items() if node["class_type"] == REQUEST_NODE}
    links = (
        value for node in graph.values() for value in node["inputs"].values() if is_link(value)
    )
    # An input that its node does not have is looked at by no validator and may hold anything.
    return frozenset(
        _PICTURE_OUTPUTS[output]
        for source, output in links
        if isinstance(output, int) and source in requests and output in _PICTURE_OUTPUTS
    )
