"""A graph in API format, read once: nodes, links, the order they run in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .node import ComfyNode, Schema


def is_link(value: object) -> bool:
    """ComfyUI takes every list for a link; one that is a value comes as {"__value__": [...]}."""
    return isinstance(value, list)


@dataclass(frozen=True, slots=True)
class Link:
    """The output `slot` of the node `source`."""

    source: str
    slot: int


@dataclass(frozen=True, slots=True)
class Node:
    """One node of a graph that is known to be good.

    `values` and `links` are its declared inputs by id; inputs that the schema does not
    know are left out.
    """

    id: str
    class_type: str
    cls: type[ComfyNode]
    schema: Schema
    values: Mapping[str, Any]
    links: Mapping[str, Link]

    def sources(self) -> Iterator[str]:
        """Ids of the nodes this one needs, each once."""
        yield from dict.fromkeys(link.source for link in self.links.values())


@dataclass(frozen=True, slots=True)
class ValidGraph:
    """What the outputs need, every node after the ones it takes from.

    `prompt` is the whole graph, with its values converted to their declared types.
    """

    prompt: Mapping[str, Mapping[str, Any]]
    nodes: Mapping[str, Node]
    outputs: tuple[str, ...]


class CycleError(Exception):
    """`path` begins and ends with one node."""

    def __init__(self, path: tuple[str, ...]) -> None:
        super().__init__(" -> ".join(path))
        self.path = path


def ordered(roots: Iterable[str], sources: Mapping[str, Iterable[str]]) -> list[str]:
    """The roots and all they need, depth first, every node after its sources.

    Raises CycleError. Takes graphs of any depth.
    """
    order: list[str] = []
    done: set[str] = set()
    for root in roots:
        if root in done:
            continue
        path = {root: iter(sources[root])}  # insertion order is the way from the root
        while path:
            node_id, rest = next(reversed(path.items()))
            source = next(rest, None)
            if source is None:
                path.popitem()
                done.add(node_id)
                order.append(node_id)
            elif source in path:
                way = tuple(path)
                raise CycleError((*way[way.index(source) :], source))
            elif source not in done:
                path[source] = iter(sources[source])
    return order
