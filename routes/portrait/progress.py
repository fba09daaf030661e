"""How a portrait stands: for those who ask, and message by message for those who listen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...forge.jobs.job import Job
from ...forge.jobs.runner import Glimpse
from ...forge.recipes.workflow import Workflow
from .images import result_url
from .schemas import NodeObject, Status

_NO_PICTURE = "The workflow made no picture"


def status_of(session_id: str, job: Job, glimpse: Glimpse | None) -> Status:
    """`glimpse` is None for a job that is over."""
    node = None if glimpse is None else _node(job, glimpse)
    failure = failure_of(job)
    if failure is not None:
        message = failure
    elif job.state == "completed":
        message = "Portrait completed"
    else:
        message = "Waiting to be processed" if node is None else f"Processing: {node.type}"
    is_done = job.state == "completed" and failure is None
    return Status(
        session_id=session_id,
        status="failed" if failure is not None else "completed" if is_done else "processing",
        progress=100 if is_done else int(job.progress),
        current_node=None if node is None else node.id,
        current_node_info=node,
        message=message,
        result_image=result_url(job) if is_done else None,
        start_time=job.created_at,
        end_time=job.completed_at,
        executed_nodes_count=len(job.graph) if is_done else _executed(job, glimpse),
        total_nodes=len(job.graph),
        seed=job.seed,
        warnings=list(job.warnings),
    )


def failure_of(job: Job) -> str | None:
    """Why there is no portrait and will be none."""
    if job.state in ("failed", "cancelled"):
        return job.error or job.state
    if job.state == "completed" and result_url(job) is None:
        return _NO_PICTURE
    return None


def _executed(job: Job, glimpse: Glimpse | None) -> int:
    """Without those that ComfyUI expands a node into."""
    return 0 if glimpse is None else len(glimpse.done & job.graph.keys())


def _node(job: Job, glimpse: Glimpse) -> NodeObject | None:
    if glimpse.node_id is None:
        return None
    node = Workflow(job.graph).node(glimpse.node_id)
    return NodeObject(id=node.id, type=node.type, title=node.title)


class Told:
    """What one listener has heard already, of one session."""

    def __init__(self, session_id: str) -> None:
        self._session_id = session_id
        self._prompt_id: str | None = None
        self._node_id: str | None = None
        self._percent: float | None = None
        self._step: tuple[Any, ...] | None = None
        self._has_ended = False

    def news(self, job: Job, glimpse: Glimpse) -> Iterator[Mapping[str, Any]]:
        """Of a portrait that is being made; nothing where nothing has changed."""
        self._take_up(job)
        node = _node(job, glimpse)
        if node is not None and node.id != self._node_id:
            self._node_id = node.id
            yield _message("executing", prompt_id=job.prompt_id, node=node.id)
        if glimpse.percent != self._percent:
            self._percent = glimpse.percent
            yield _message("progress", id=job.prompt_id, value=round(glimpse.percent / 100, 4))
        step = (glimpse.percent, glimpse.node_id, len(glimpse.done))
        if node is not None and step != self._step:
            self._step = step
            yield _message(
                "detailed_progress",
                progress=round(glimpse.percent, 1),
                currentNode=node.id,
                nodeInfo=node.model_dump(),
                executedNodesCount=_executed(job, glimpse),
                totalNodes=len(job.graph),
            )

    def end(self, job: Job) -> Iterator[Mapping[str, Any]]:
        """Of a portrait that is over, once."""
        self._take_up(job)
        if self._has_ended:
            return
        self._has_ended = True
        failure = failure_of(job)
        if failure is None:
            yield _message("progress", id=job.prompt_id, value=1.0)
        yield _message("executing", prompt_id=job.prompt_id, node=None)
        if failure is not None:
            yield error(self._session_id, failure)
            return
        yield _message(
            "result",
            sessionId=self._session_id,
            status="completed",
            resultImage=result_url(job),
            executedNodesCount=len(job.graph),
            totalNodes=len(job.graph),
        )

    def _take_up(self, job: Job) -> None:
        if job.prompt_id != self._prompt_id:
            self._prompt_id = job.prompt_id
            self._node_id = self._percent = self._step = None
            self._has_ended = False


def error(session_id: str, message: str) -> Mapping[str, Any]:
    return _message("error", sessionId=session_id, message=message)


def _message(kind: str, **data: Any) -> Mapping[str, Any]:
    return {"type": kind, "data": data}
