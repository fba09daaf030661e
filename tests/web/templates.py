"""The workflow templates as files, and what ComfyUI's template browser makes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).absolute().parents[2] / "workflows"

NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
"""Their titles in the template browser."""

TITLE_HEIGHT = 30  # pixels; the editor draws a node's title above its position


@dataclass(frozen=True)
class Link:
    id: int
    origin: int
    origin_slot: int
    target: int
    target_slot: int
    type: str


@dataclass(frozen=True)
class Box:
    """A rectangle of the canvas in pixels, a node's with its title."""

    name: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def thumbnail(name: str) -> Path:
    return FOLDER / f"{name}.jpg"


def read(name: str) -> dict[str, Any]:
    """A template in the editor's save format."""
    workflow: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return workflow


def links(workflow: dict[str, Any]) -> Iterator[Link]:
    for each in workflow["links"]:
        yield Link(*each)


def node_boxes(workflow: dict[str, Any]) -> list[Box]:
    boxes = []
    for node in workflow["nodes"]:
        (left, top), (width, height) = node["pos"], node["size"]
        name = f"{node['id']} {node['type']}"
        boxes.append(Box(name, left, top - TITLE_HEIGHT, left + width, top + height))
    return boxes


def group_boxes(workflow: dict[str, Any]) -> list[Box]:
    boxes = []
    for group in workflow["groups"]:
        left, top, width, height = group["bounding"]
        boxes.append(Box(group["title"], left, top, left + width, top + height))
    return boxes


def models(workflow: dict[str, Any]) -> list[tuple[str, str]]:
    """(folder, file) of each model that it names for download."""
    return [
        (model["directory"], model["name"])
        for node in workflow["nodes"]
        for model in node["properties"].get("models", ())
    ]
