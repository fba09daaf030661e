"""Checks a graph before it is queued, with ComfyUI's error types and shapes.

A difference from ComfyUI on purpose: there a prompt runs when any one of its outputs is
good, and the others are dropped. Here a graph with errors does not run at all.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping

from ..port import Directories, Graph, InvalidGraphError
from .check import Check, error_of
from .context import Execution, entered
from .graph import CycleError, ValidGraph, ordered
from .node import ComfyNode, Schema


def validate(
    prompt_id: str,
    graph: Graph,
    classes: Mapping[str, type[ComfyNode]],
    directories: Directories,
) -> ValidGraph:
    """Reads what the graph's output nodes need. Raises InvalidGraphError."""
    schemas = _schemas(graph, classes)
    outputs = tuple(
        node_id for node_id in graph if schemas[graph[node_id]["class_type"]].is_output_node
    )
    if not outputs:
        raise InvalidGraphError(error_of("prompt_no_outputs", "Prompt has no outputs", ""), {})
    checks = _needed(graph, outputs, classes, schemas)
    sources = {node_id: tuple(check.node().sources()) for node_id, check in checks.items()}
    order = _acyclic(outputs, sources, checks)
    for check in checks.values():
        execution = Execution(prompt_id, check.id, directories)
        with entered(execution):
            check.ask_node()
    bad = {node_id: check for node_id, check in checks.items() if check.errors}
    if bad:
        raise _invalid(bad, outputs, sources)
    prompt = {
        node_id: {**entry, "inputs": checks[node_id].inputs} if node_id in checks else entry
        for node_id, entry in graph.items()
    }
    return ValidGraph(prompt, {node_id: checks[node_id].node() for node_id in order}, outputs)


def _schemas(graph: Graph, classes: Mapping[str, type[ComfyNode]]) -> dict[str, Schema]:
    """Of every class in the graph; also those of nodes that no output needs."""
    schemas: dict[str, Schema] = {}
    for node_id, entry in graph.items():
        entry = entry if isinstance(entry, Mapping) else {}
        class_type = entry.get("class_type")
        meta = entry.get("_meta")
        title = meta.get("title") if isinstance(meta, Mapping) else None
        if not isinstance(class_type, str) or class_type not in classes:
            if "class_type" not in entry:
                message = (
                    f"Node '{title or f'ID #{node_id}'}' has no class_type. "
                    "The workflow may be corrupted or a custom node is missing."
                )
            else:
                message = (
                    f"Node '{title or class_type}' not found. The custom node may not be installed."
                )
            error = error_of(
                "missing_node_type",
                message,
                f"Node ID '#{node_id}'",
                node_id=node_id,
                class_type=class_type,
                node_title=title or class_type,
            )
            raise InvalidGraphError(error, {})
        if class_type not in schemas:
            schemas[class_type] = classes[class_type].GET_SCHEMA()
    return schemas


def _needed(
    graph: Graph,
    outputs: Iterable[str],
    classes: Mapping[str, type[ComfyNode]],
    schemas: Mapping[str, Schema],
) -> dict[str, Check]:
    """The outputs and everything they are linked to, with their inputs checked."""
    checks: dict[str, Check] = {}
    waiting = deque(outputs)
    while waiting:
        node_id = waiting.popleft()
        if node_id in checks:
            continue
        entry = graph[node_id]
        class_type = entry["class_type"]
        check = Check(node_id, entry, classes[class_type], schemas[class_type])
        check.check_inputs(graph, schemas)
        checks[node_id] = check
        waiting.extend(link.source for link in check.links.values())
    return checks


def _acyclic(
    outputs: tuple[str, ...], sources: Mapping[str, tuple[str, ...]], checks: dict[str, Check]
) -> list[str]:
    try:
        return ordered(outputs, sources)
    except CycleError as cycle:
        named = [f"{node_id} ({checks[node_id].class_type})" for node_id in cycle.path]
        cycle_nodes = list(dict.fromkeys(cycle.path))
        for node_id in cycle_nodes:
            checks[node_id].errors.append(
                error_of(
                    "dependency_cycle",
                    "Dependency cycle detected",
                    " -> ".join(named),
                    node_id=node_id,
                    cycle_nodes=cycle_nodes,
                )
            )
        return []


def _invalid(
    bad: Mapping[str, Check],
    outputs: Iterable[str],
    sources: Mapping[str, tuple[str, ...]],
) -> InvalidGraphError:
    dependents: dict[str, list[str]] = {node_id: [] for node_id in bad}
    for output in outputs:
        for node_id in _reachable(output, sources.__getitem__):
            if node_id in dependents:
                dependents[node_id].append(output)
    reasons = [
        f"{error['message']}: {error['details']}"
        for check in bad.values()
        for error in check.errors
    ]
    error = error_of(
        "prompt_outputs_failed_validation",
        "Prompt outputs failed validation",
        "\n".join(dict.fromkeys(reasons)),
    )
    node_errors = {
        node_id: {
            "errors": check.errors,
            "dependent_outputs": dependents[node_id],
            "class_type": check.class_type,
        }
        for node_id, check in bad.items()
    }
    return InvalidGraphError(error, node_errors)


def _reachable(start: str, sources: Callable[[str], Iterable[str]]) -> set[str]:
    seen = {start}
    waiting = [start]
    while waiting:
        for source in sources(waiting.pop()):
            if source not in seen:
                seen.add(source)
                waiting.append(source)
    return seen
