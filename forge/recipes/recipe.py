"""A recipe: a graph in API format, what it makes, and what it needs."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from ..host.port import Graph
from .request import Engine, GenerationRequest

Task = Literal["avatar", "pose", "poses"]

REQUEST_NODE = "AvatarForgeRequest"
RESULT_NODE = "AvatarForgeResult"

_FOLDER = Path(__file__).with_name("graphs")


class RecipeError(ValueError):
    """No recipe fits; the message says what would help."""


@dataclass(frozen=True, slots=True)
class Recipe:
    name: str
    title: str
    engine: Literal["drawn", "diffusion"]
    tasks: tuple[Task, ...]
    graph: Graph

    def node_types(self) -> frozenset[str]:
        return frozenset(node["class_type"] for node in self.graph.values())

    def fill(self, request: GenerationRequest) -> Graph:
        """The graph for this request: its values stand in the AvatarForge Request node."""
        graph = copy.deepcopy({node_id: dict(node) for node_id, node in self.graph.items()})
        values = _request_inputs(request)
        for node in graph.values():
            if node["class_type"] == REQUEST_NODE:
                node["inputs"] = {**node["inputs"], **values}
        return graph


def _request_inputs(request: GenerationRequest) -> dict[str, Any]:
    return {
        "prompt": request.prompt,
        "negative": request.negative,
        "clothing": request.clothing,
        "style": request.style,
        "realism": request.realism,
        "features": json.dumps(request.features, sort_keys=True) if request.features else "",
        "view": request.view,
        "framing": request.framing,
        "seed": request.seed,
        "width": request.width,
        "height": request.height,
        "steps": request.steps or 0,
        "cfg": request.cfg or 0.0,
        "pose_image": request.pose_image or "",
        "reference_image": request.reference_image or "",
    }


@lru_cache(maxsize=1)
def shipped() -> tuple[Recipe, ...]:
    """The recipes of this pack, by name."""
    return tuple(
        _read(json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(_FOLDER.glob("*.json"))
    )


def _read(data: Mapping[str, Any]) -> Recipe:
    return Recipe(
        name=data["name"],
        title=data["title"],
        engine=data["engine"],
        tasks=tuple(task for task in get_args(Task) if task in data["tasks"]),
        graph=data["graph"],
    )


def choose(
    recipes: Sequence[Recipe], task: Task, engine: Engine, name: str | None = None
) -> Recipe:
    """The recipe to run for a task. Raises RecipeError."""
    fitting = [recipe for recipe in recipes if task in recipe.tasks]
    if name is not None:
        for recipe in fitting:
            if recipe.name == name and engine in ("auto", recipe.engine):
                return recipe
        names = ", ".join(recipe.name for recipe in fitting)
        raise RecipeError(f"Recipe {name!r} cannot be used for this. Available: {names}")
    for wanted in ("diffusion", "drawn") if engine == "auto" else (engine,):
        for recipe in fitting:
            if recipe.engine == wanted:
                return recipe
    raise RecipeError(
        f"No recipe of the {engine} engine can make this here; "
        "use engine 'auto' or 'drawn', which needs no models"
    )
