"""The five documented stages of a character, from the graph's nodes and what they have done.

A node says its stage in its `_meta`; what has none (the Request) counts for no stage.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ...forge.host.port import Graph
from ...forge.jobs.job import Job
from ...forge.jobs.runner import Glimpse

StageName = Literal[
    "preprocessing",
    "mesh_generation",
    "generating_multiview_texture",
    "texture_baking",
    "rigging",
]
StageStatus = Literal["pending", "processing", "completed", "failed", "skipped"]

STAGES: tuple[StageName, ...] = (
    "preprocessing",
    "mesh_generation",
    "generating_multiview_texture",
    "texture_baking",
    "rigging",
)


@dataclass(frozen=True, slots=True)
class Stage:
    name: StageName
    status: StageStatus


def stage_of(node: Mapping[str, Any]) -> str | None:
    meta = node.get("_meta")
    return meta.get("stage") if isinstance(meta, Mapping) else None


def without_rigging(graph: Graph) -> Graph:
    """The graph without the nodes of that stage, on which no other stage depends."""
    return {node_id: node for node_id, node in graph.items() if stage_of(node) != "rigging"}


def stages(job: Job, glimpse: Glimpse | None) -> tuple[Stage, ...]:
    """How each stands; `glimpse` is None for a job that is over."""
    nodes: dict[str, list[str]] = {name: [] for name in STAGES}
    for node_id, node in job.graph.items():
        name = stage_of(node)
        if name in nodes:
            nodes[name].append(node_id)
    failed_at = None
    if job.error_node is not None and job.error_node in job.graph:
        failed_at = stage_of(job.graph[job.error_node])
    found: list[Stage] = []
    for name in STAGES:
        found.append(Stage(name, _status(name, nodes[name], job, glimpse, failed_at)))
    return tuple(found)


def _status(
    name: StageName,
    nodes: list[str],
    job: Job,
    glimpse: Glimpse | None,
    failed_at: str | None,
) -> StageStatus:
    if not nodes:
        return "skipped"
    if job.state == "completed":
        return "completed"
    if glimpse is None:
        if failed_at is None:
            return "pending"
        at = STAGES.index(name) - [*STAGES].index(failed_at)  # type: ignore[arg-type]
        return "completed" if at < 0 else "failed" if at == 0 else "pending"
    if glimpse.done >= set(nodes):
        return "completed"
    if glimpse.node_id in nodes or glimpse.done & set(nodes):
        return "processing"
    return "pending"


def current(found: tuple[Stage, ...]) -> StageName | None:
    """What runs; between two stages, the next one."""
    for status in ("processing", "pending"):
        for stage in found:
            if stage.status == status:
                return stage.name
    return None
