"""A recipe's graph as those see it who run it by its nodes: their titles, and what can be set.

What a person may set is told by the graph alone, so that changing the graph changes it:

- a node is an input where its title ends in "Input" ("Pet Type Input"), or where its `_meta`
  has `"user_input": true`; the Request and Result nodes never are;
- its text is the first of `text`, `value`, `string` and `prompt` among its inputs that holds a
  text. A node whose text comes by a link from another one has nothing to set;
- that text is the default. `_meta.description` tells what is wanted; without it the title does.

A title is what the editor shows above a node, and what its "Export (API)" writes.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..host.port import Graph
from .recipe import REQUEST_NODES, RESULT_NODES, is_link

_TEXT_INPUTS = ("text", "value", "string", "prompt")
_SEED_INPUTS = ("seed", "noise_seed")
_TITLE_OF_INPUT = re.compile(r"(?:^|\s)input$", re.IGNORECASE)


class UnknownInputError(ValueError):
    """There is no node of that id that a person may set; the message names those there are."""


@dataclass(frozen=True, slots=True)
class NodeInfo:
    id: str
    type: str
    title: str


@dataclass(frozen=True, slots=True)
class UserInput:
    node_id: str
    title: str
    description: str
    default: str
    name: str  # of the node's input


@dataclass(frozen=True, slots=True)
class Workflow:
    graph: Graph

    def node(self, node_id: str) -> NodeInfo:
        """A node that the graph does not have, as one that stands for itself: a node may be
        expanded into others while it runs."""
        node = self.graph.get(node_id)
        if node is None:
            return NodeInfo(node_id, "unknown", f"Node {node_id}")
        return NodeInfo(node_id, node["class_type"], _title(node) or node["class_type"])

    def nodes(self) -> tuple[NodeInfo, ...]:
        return tuple(map(self.node, self.graph))

    def types(self) -> Mapping[str, int]:
        """How many nodes there are of each type."""
        return Counter(node["class_type"] for node in self.graph.values())

    def order_length(self) -> int:
        """How many nodes run: those that a Result has need of."""
        wanted = [
            node_id for node_id, node in self.graph.items() if node["class_type"] in RESULT_NODES
        ]
        found: set[str] = set()
        while wanted:
            node_id = wanted.pop()
            if node_id in found or node_id not in self.graph:
                continue
            found.add(node_id)
            wanted += [
                value[0] for value in self.graph[node_id]["inputs"].values() if is_link(value)
            ]
        return len(found)

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Of the Request node, in pixels; what it leaves open is as given here."""
        for node in self.graph.values():
            if node["class_type"] in REQUEST_NODES:
                inputs = node["inputs"]
                return _pixels(inputs.get("width"), width), _pixels(inputs.get("height"), height)
        return width, height

    def prompt(self) -> str:
        """The words that the file has for its Request node."""
        for node in self.graph.values():
            if node["class_type"] in REQUEST_NODES:
                words = node["inputs"].get("prompt")
                return words if isinstance(words, str) else ""
        return ""

    def user_inputs(self) -> tuple[UserInput, ...]:
        found = (_user_input(node_id, node) for node_id, node in self.graph.items())
        return tuple(each for each in found if each is not None)

    def with_inputs(self, texts: Mapping[str, str]) -> Workflow:
        """With these texts by node id. Raises UnknownInputError."""
        graph = _copied(self.graph)
        known = {each.node_id: each for each in self.user_inputs()}
        for node_id, text in texts.items():
            if node_id not in known:
                listed = ", ".join(known) or "none"
                raise UnknownInputError(
                    f"Node {node_id[:50]!r} takes no input; those that do: {listed}"
                )
            graph[node_id]["inputs"][known[node_id].name] = text
        return Workflow(graph)

    def reseeded(self, seed: int) -> Workflow:
        """With this seed wherever the graph has one of its own; those by links follow."""
        graph = _copied(self.graph)
        for node in graph.values():
            for name in _SEED_INPUTS:
                value = node["inputs"].get(name)
                if isinstance(value, int) and not isinstance(value, bool):
                    node["inputs"][name] = seed
        return Workflow(graph)


def _user_input(node_id: str, node: Mapping[str, Any]) -> UserInput | None:
    if node["class_type"] in REQUEST_NODES | RESULT_NODES:
        return None
    title = _title(node)
    meta = _meta(node)
    if meta.get("user_input") is not True and not _TITLE_OF_INPUT.search(title):
        return None
    for name in _TEXT_INPUTS:
        default = node["inputs"].get(name)
        if isinstance(default, str):
            title = title or node["class_type"]
            description = meta.get("description")
            if not isinstance(description, str) or not description:
                description = _description(title)
            return UserInput(node_id, title, description, default, name)
    return None


def _description(title: str) -> str:
    """ "Pet Type Input" becomes "Enter the pet type"."""
    subject = _TITLE_OF_INPUT.sub("", title).strip().lower()
    return f"Enter the {subject}" if subject else "Enter a text"


def _title(node: Mapping[str, Any]) -> str:
    title = _meta(node).get("title")
    return title.strip() if isinstance(title, str) else ""


def _meta(node: Mapping[str, Any]) -> Mapping[str, Any]:
    meta = node.get("_meta")
    return meta if isinstance(meta, Mapping) else {}


def _pixels(value: Any, otherwise: int) -> int:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and value > 0 else otherwise


def _copied(graph: Graph) -> dict[str, dict[str, Any]]:
    return {node_id: dict(copy.deepcopy(node)) for node_id, node in graph.items()}
