"""A recipe: a graph in API format, what it makes, and what it needs."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, Protocol, get_args

from ..host.port import Graph
from .families import Family, Kind

Task = Literal[
    "avatar",
    "pose",
    "poses",
    "profile",
    "1to1",
    "shorts",
    "scenes",
    "private",
    "general",
    "character",
    "anime-image",
    "anime-video",
    "character-sheet",
    "animation-loop",
    "full-video",
    "pet-portrait",
]
"""What an endpoint asks for: a person, a person in one view, all four views and their sheet, the
picture of a profile, the scenes of five kinds of chat, a 3D character, an anime picture and an
anime video, the three phases of an anime production, and the portrait of a pet."""

TASKS: tuple[Task, ...] = get_args(Task)

RecipeEngine = Literal["drawn", "diffusion", "custom"]

Technique = Literal[
    "drawn", "text", "openpose", "guided", "image", "ipadapter", "edit", "mesh", "custom"
]
"""How a recipe works: without a model, from words alone, along an OpenPose picture, over the
drawn figure, over the reference picture, with an IP-Adapter, by an image-edit model, by one that
makes meshes, or somebody's own graph."""

Picture = Literal["pose", "reference"]
"""A picture that came with a request."""

REQUEST_NODE = "AvatarForgeRequest"
CHARACTER_REQUEST_NODE = "AvatarForgeCharacterRequest"
RESULT_NODE = "AvatarForgeResult"
REQUEST_NODES = frozenset({REQUEST_NODE, CHARACTER_REQUEST_NODE})
RESULT_NODES = frozenset(
    {
        RESULT_NODE,
        "AvatarForgeTextResult",
        "AvatarForgeMeshResult",
        "AvatarForgePreviewResult",
        "AvatarForgeSaveRiggedCharacter",
    }
)
"""What ties a graph to an endpoint."""

_FOLDER = Path(__file__).with_name("graphs")
_ADDITIONS = _FOLDER / "with"


class Request(Protocol):
    def inputs(self) -> Mapping[str, Any]:
        """Of a Request node, by name: those that the caller has spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSlot:
    """A model file that a graph wants: where its name goes, and what will do.

    `folder` is one of ComfyUI's model folders. `variants` and `controls`, where there are any,
    are those of `families.Model` that fit, the best first. `example` is a file that people
    have; it is shown to those who have none. `part` is the part of the graph that is left out
    where no model fits; without one the recipe cannot run. `brings` is what a checkpoint must
    carry besides its diffusion model.
    """

    node: str
    input: str
    folder: str
    kind: Kind
    family: Family | None = None
    variants: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    generates: bool = False  # a text encoder that TextGenerate can write with
    part: str = ""
    brings: tuple[Kind, ...] = ("text_encoder", "vae")
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """`uses` are the pictures of a request that it makes something of, `needs` those without
    which it cannot run. `presets` are inputs by a model's variant, where that wants others than
    the graph has: of the Request node, "schnell" to `{"steps": 4}`, which the caller's own
    come before, or of any node, `{"latent.resolution": 512}`. `packs` tells which custom-node
    pack brings a node type that is not ComfyUI's own.

    A node whose `_meta` names a `part` belongs to a part of the graph that it can do without:
    where a node type or a model of it is missing, the part and the links to it are left out.
    The inputs that they went to are empty, or take the link that the node's `_meta` has for
    them under `else`."""

    name: str
    title: str
    engine: RecipeEngine
    technique: Technique
    tasks: tuple[Task, ...]
    graph: Graph
    family: Family | None = None
    models: tuple[ModelSlot, ...] = ()
    uses: frozenset[Picture] = frozenset()
    needs: frozenset[Picture] = frozenset()
    presets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    packs: Mapping[str, str] = field(default_factory=dict)

    def node_types(self, part: str | None = None) -> frozenset[str]:
        """Of the whole graph, or of one part; "" is what the recipe cannot do without."""
        return frozenset(
            node["class_type"]
            for node in self.graph.values()
            if part is None or part_of(node) == part
        )

    def parts(self) -> tuple[str, ...]:
        """Those that it can do without, in the order of the graph."""
        return tuple(dict.fromkeys(part for node in self.graph.values() if (part := part_of(node))))

    def fill(
        self,
        request: Request,
        models: Mapping[ModelSlot, tuple[str, str]] | None = None,
        without: frozenset[str] = frozenset(),
    ) -> Graph:
        """The graph for this request, with a model's `(name, variant)` in each slot, and
        without these parts.

        What the caller said stands in the Request nodes; what was left open keeps the graph's
        own value.
        """
        graph = _without(self.graph, without)
        values: dict[str, Any] = {}
        for slot, (name, variant) in (models or {}).items():
            graph[slot.node]["inputs"][slot.input] = name
            for where, value in self.presets.get(variant, {}).items():
                node_id, dot, input_name = where.partition(".")
                if dot:
                    graph[node_id]["inputs"][input_name] = value
                else:
                    values[where] = value
        values.update(request.inputs())
        for node in graph.values():
            if node["class_type"] in REQUEST_NODES:
                node["inputs"] = {**node["inputs"], **values}
        return graph


def part_of(node: Mapping[str, Any]) -> str:
    meta = node.get("_meta")
    part = meta.get("part") if isinstance(meta, Mapping) else None
    return part if isinstance(part, str) else ""


def _without(graph: Graph, parts: frozenset[str]) -> dict[str, dict[str, Any]]:
    """A copy that lacks the nodes of these parts and every link to one of them."""
    kept = {
        node_id: dict(copy.deepcopy(node))
        for node_id, node in graph.items()
        if part_of(node) not in parts or not part_of(node)
    }
    gone = graph.keys() - kept.keys()
    for node in kept.values():
        instead = (node.get("_meta") or {}).get("else", {})
        for name, value in list(node["inputs"].items()):
            # Somebody's own graph may hold anything in an input that its node does not have.
            if isinstance(value, list) and value and isinstance(value[0], str) and value[0] in gone:
                if name in instead:
                    node["inputs"][name] = list(instead[name])
                else:
                    del node["inputs"][name]
    return kept


@lru_cache(maxsize=1)
def shipped() -> tuple[Recipe, ...]:
    """The recipes of this pack, each before what it becomes with its additions."""
    found: list[Recipe] = []
    for path in sorted(_FOLDER.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        found.append(read_recipe(data))
        for name in data.get("with", ()):
            more = json.loads((_ADDITIONS / f"{name}.json").read_text(encoding="utf-8"))
            found.append(read_recipe(with_addition(data, more)))
    return tuple(found)


def with_addition(data: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """A recipe file's object with an addition's: the nodes of both, where a node of the
    recipe's gets the addition's inputs for its own; and the models of both.

    What is made so needs a model, and is of the addition's family and technique where the
    recipe is of none.
    """
    graph = {node_id: dict(node) for node_id, node in data["graph"].items()}
    for node_id, node in more["graph"].items():
        if node_id in graph:
            graph[node_id]["inputs"] = {**graph[node_id]["inputs"], **node["inputs"]}
        else:
            graph[node_id] = node
    drawn = data["technique"] == "drawn"
    return {
        **data,
        "name": f"{data['name']}-{more['name']}",
        "title": f"{data['title']}, {more['title']}",
        "engine": "diffusion",
        "technique": more["technique"] if drawn else data["technique"],
        "family": data.get("family") or more["family"],
        "models": [*data.get("models", ()), *more["models"]],
        "graph": graph,
    }


def read_recipe(data: Mapping[str, Any]) -> Recipe:
    """From a recipe file's object. Raises KeyError, TypeError and ValueError for another."""
    technique = data["technique"]
    if technique not in get_args(Technique):
        raise ValueError(f"no technique: {technique!r}")
    return Recipe(
        name=data["name"],
        title=data["title"],
        engine=data["engine"],
        technique=technique,
        tasks=tuple(task for task in TASKS if task in data["tasks"]),
        graph=data["graph"],
        family=data.get("family"),
        models=tuple(_slot(slot) for slot in data.get("models", ())),
        uses=frozenset(data.get("uses", ())),
        needs=frozenset(data.get("needs", ())),
        presets=data.get("presets", {}),
        packs=data.get("packs", {}),
    )


def _slot(data: Mapping[str, Any]) -> ModelSlot:
    lists = {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
    return ModelSlot(**{**data, **lists})
