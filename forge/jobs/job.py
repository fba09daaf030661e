"""A job as everybody outside the store sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

from ..host.port import Graph

State = Literal["queued", "processing", "completed", "failed", "cancelled"]
STATES: tuple[State, ...] = get_args(State)
UNFINISHED: tuple[State, ...] = ("queued", "processing")

CANCELLED = "cancelled"
"""The `error` of a cancelled job; the documented APIs show it as a failed one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewJob:
    """`graph` is empty where the job is several graphs, each a job with this one as its parent."""

    api: str
    kind: str
    owner: str
    request: Mapping[str, Any]
    graph: Graph
    engine: str
    recipe: str
    seed: int
    files: Mapping[str, str] = field(default_factory=dict)
    """Role to id of the uploaded files that the job uses."""
    warnings: tuple[str, ...] = ()
    idempotency_key: str | None = None
    parent: str | None = None  # the job that this one is a part of


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file that a job made; its bytes are a blob."""

    role: str
    filename: str
    mime_type: str
    sha256: str
    size: int
    width: int | None
    height: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    id: str
    api: str
    kind: str
    owner: str
    state: State
    request: Mapping[str, Any]
    graph: Graph
    engine: str
    recipe: str
    seed: int
    warnings: tuple[str, ...]
    error: str | None
    error_node: str | None = None  # the id of the node that failed
    prompt_id: str
    interruptions: int
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None
    outputs: tuple[Output, ...]
    parent: str | None = None
    progress: float = 0.0  # 0..100

    @property
    def finished(self) -> bool:
        return self.state not in UNFINISHED
