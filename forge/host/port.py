"""What the product needs of ComfyUI, and nothing more.

Two hosts stand behind this port: `comfyui`, inside a running ComfyUI, and `embedded`,
where there is none. Everything above (jobs, routes, recipes) speaks to a `Host` and
cannot tell which one it has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias

from aiohttp import web

from .gpu import GpuMemory

Graph: TypeAlias = Mapping[str, Mapping[str, Any]]
"""ComfyUI's API format: node id to `{"class_type": str, "inputs": {...}, "_meta": {...}}`."""

NodeOutput: TypeAlias = Mapping[str, Any]
"""What a node shows in the UI, as ComfyUI's `executed` event and /history carry it."""


@dataclass(frozen=True, slots=True)
class Started:
    """The executor has taken the prompt up."""

    prompt_id: str


@dataclass(frozen=True, slots=True)
class NodeStarted:
    prompt_id: str
    node_id: str


@dataclass(frozen=True, slots=True)
class NodesCached:
    """These nodes are unchanged since an earlier prompt and will not run."""

    prompt_id: str
    node_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NodeProgress:
    """Steps inside one node; `value` of `total`."""

    prompt_id: str
    node_id: str
    value: float
    total: float


@dataclass(frozen=True, slots=True)
class NodeFinished:
    prompt_id: str
    node_id: str
    output: NodeOutput


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture of work in progress, encoded."""

    prompt_id: str
    node_id: str
    mime_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Finished:
    """The prompt has run; the last event of a prompt. `outputs` is by node id."""

    prompt_id: str
    outputs: Mapping[str, NodeOutput]


@dataclass(frozen=True, slots=True)
class Failed:
    """A node raised, or the prompt was lost; the last event of a prompt."""

    prompt_id: str
    message: str
    node_id: str | None = None
    node_type: str | None = None


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The prompt was cancelled, waiting or running; the last event of a prompt."""

    prompt_id: str


Event: TypeAlias = (
    Started
    | NodeStarted
    | NodesCached
    | NodeProgress
    | NodeFinished
    | Preview
    | Finished
    | Failed
    | Interrupted
)

Listener: TypeAlias = Callable[[Event], None]
"""Called on the server's event loop. Must neither wait nor raise."""


class Client(Protocol):
    """A WebSocket that somebody has opened on the host's `/ws`; there may be several of one id.

    For the server's event loop. Nothing of it waits or raises.
    """

    id: str  # the `clientId` of its address
    request: web.Request  # that opened it

    def send(self, message: Mapping[str, Any]) -> None:
        """Have a message sent as JSON, in turn; one that does not read is disconnected."""

    def on_close(self, closed: Callable[[], None]) -> None:
        """Have `closed` called when it is gone, at once where it is already."""


ClientListener: TypeAlias = Callable[[Client], None]
"""Called on the server's event loop. Must neither wait nor raise."""


class InvalidGraphError(Exception):
    """The graph cannot run here.

    `error` and `node_errors` are ComfyUI's own: `{"type", "message", "details",
    "extra_info"}`, and by node id `{"errors": [...], "dependent_outputs": [...],
    "class_type": str}`.
    """

    def __init__(self, error: Mapping[str, Any], node_errors: Mapping[str, Any]) -> None:
        super().__init__(_describe(error, node_errors))
        self.error = error
        self.node_errors = node_errors


def _describe(error: Mapping[str, Any], node_errors: Mapping[str, Any]) -> str:
    parts = [
        f"{node.get('class_type')} {node_id}: {reason['message']} ({reason['details']})"
        for node_id, node in node_errors.items()
        for reason in node.get("errors", ())
    ]
    return "; ".join(parts) or ": ".join(
        str(error[key]) for key in ("message", "details") if error.get(key)
    )


@dataclass(frozen=True, slots=True)
class QueueFigures:
    running: int
    pending: int


@dataclass(frozen=True, slots=True)
class Directories:
    """`private` belongs to the pack alone: no route of ComfyUI serves it."""

    private: Path
    input: Path
    output: Path
    temp: Path


class Host(Protocol):
    name: Literal["comfyui", "embedded"]
    directories: Directories

    async def submit(
        self,
        prompt_id: str,
        graph: Graph,
        listener: Listener,
        *,
        extra_pnginfo: Mapping[str, Any] | None = None,
    ) -> None:
        """Validate and queue one prompt; `prompt_id` is a fresh canonical UUID.

        `listener` then gets every event of this prompt, ending with exactly one of
        Finished, Failed or Interrupted. `extra_pnginfo` reaches nodes as the hidden
        input of that name and does not count towards the cache of node results.

        Raises InvalidGraphError, in which case no event follows.
        """

    async def check(self, graph: Graph) -> None:
        """Validate a graph as `submit` does, and leave it at that. Raises InvalidGraphError."""

    async def cancel(self, prompt_id: str) -> bool:
        """Take this prompt out of the queue or interrupt it, and no other one.

        False where it is neither waiting nor running any more.
        """

    def queue(self) -> QueueFigures:
        """Cheap: may be called on every request."""

    def has_node(self, class_type: str) -> bool: ...

    def model_files(self, folder: str) -> Sequence[str]:
        """File names below one of ComfyUI's model folders ("checkpoints", ...)."""

    def model_path(self, folder: str, name: str) -> Path | None: ...

    def model_directories(self, folder: str) -> Sequence[Path]:
        """Where the files of one model folder are looked for; some may not exist."""

    def device(self) -> str:
        """What computes: "cpu", "cuda:0 NVIDIA ...", "mps"."""

    def gpu_memory(self) -> GpuMemory | None:
        """None where no GPU computes, or its memory is not told. For a thread: may wake a
        driver."""

    def add_routes(self, routes: Sequence[web.RouteDef]) -> None:
        """Serve these, each also under /api, as ComfyUI does with its own."""

    def add_bare_routes(self, routes: Sequence[web.RouteDef]) -> None:
        """Serve these on their bare paths alone, also where the host has the same path: its own
        answer stays under /api."""

    def add_fallback_routes(self, routes: Sequence[web.RouteDef]) -> None:
        """Serve these, each also under /api, where no other route answers, the host's own and
        those of other packs included. A pattern comes after whatever has a longer fixed part."""

    def on_client(self, prefix: str, listener: ClientListener) -> None:
        """Hear of every WebSocket that opens on `/ws` with a `clientId` that begins so.

        The host goes on serving it as it would. Before the server starts.
        """

    def on_startup(self, start: Callable[[web.Application], Any]) -> None:
        """Run an async function when the server's event loop is up."""

    def on_cleanup(self, stop: Callable[[web.Application], Any]) -> None:
        """Run an async function when the server goes down."""
