"""Messages as ComfyUI 0.33 sends them for one prompt, and a bench to play them on."""

from __future__ import annotations

from typing import Any

from avatarforge.forge.host.comfyui.events import PromptTrack
from avatarforge.forge.host.comfyui.parts import Parts
from avatarforge.forge.host.comfyui.records import Record
from avatarforge.forge.host.comfyui.socket import EventSocket
from avatarforge.forge.host.port import Event

PROMPT = "5b1c9a54-3a55-4d46-8f5e-1a1d5b7d3c10"
OTHER = "11111111-3a55-4d46-8f5e-1a1d5b7d3c10"

Message = dict[str, Any]

PICTURE = {"images": [{"filename": "a.png", "subfolder": "", "type": "temp"}]}


def message(kind: str, **data: Any) -> Message:
    return {"type": kind, "data": {"prompt_id": PROMPT, **data}}


def state(node_id: str, value: float, total: float, word: str = "running") -> Message:
    node = {"value": value, "max": total, "state": word, "node_id": node_id, "prompt_id": PROMPT}
    return message("progress_state", nodes={node_id: node})


def executing(node_id: str | None) -> Message:
    return message("executing", node=node_id, display_node=node_id)


BEGINNING = [
    {"type": "status", "data": {"status": {"exec_info": {"queue_remaining": 1}}}},
    message("execution_start", timestamp=1),
    message("execution_cached", nodes=["1"], timestamp=2),
    state("2", 0, 1),
    executing("2"),
    state("2", 1, 4),
    message("progress", value=1, max=4, node="2"),
    state("2", 4, 4),
    message("progress", value=4, max=4, node="2"),
    state("2", 4, 4, "finished"),
    state("3", 0, 1),
    executing("3"),
]
END = executing(None)
FINISHED = [
    *BEGINNING,
    message("executed", node="3", display_node="3", output=PICTURE),
    state("3", 1, 1, "finished"),
    message("execution_success", timestamp=3),
    END,
]
ERROR = message(
    "execution_error",
    node_id="3",
    node_type="PreviewImage",
    executed=["2"],
    exception_message="no room on the disk\n",
    exception_type="OSError",
    traceback=['  File "/srv/comfy/nodes.py", line 1, in save\n'],
    current_inputs={"images": ["tensor"]},
)
FAILED = [*BEGINNING, ERROR, END]
INTERRUPTED = [
    *BEGINNING,
    message("execution_interrupted", node_id="3", node_type="PreviewImage", executed=["2"]),
    END,
]
BLOCKED = message(
    "execution_error",
    node_id="3",
    node_type="PreviewImage",
    exception_message="Execution Blocked: no face",
    exception_type="ExecutionBlocked",
)


class Bench:
    """One track behind a socket, with a history of the test's choosing."""

    def __init__(self, record: Record | None = None) -> None:
        self.events: list[Event] = []
        self.record = record
        self.ended: list[str] = []
        self.restarted: list[PromptTrack] = []
        self.sockets: dict[str, object] = {}
        self.metadata: dict[str, object] = {}
        self.track = PromptTrack(PROMPT, self.events.append, self.history, self.ended.append)
        self.tracks = {PROMPT: self.track}
        self.socket = EventSocket(Parts(self, {}), self.tracks, self.restarted.append)

    def history(self, prompt_id: str) -> Record | None:
        assert prompt_id == PROMPT
        return self.record

    @property
    def sockets_metadata(self) -> dict[str, object]:
        return self.metadata

    async def play(self, messages: list[Message]) -> list[Event]:
        for one in messages:
            await self.socket.send_json(one)
        return self.events


def record_of(*messages: Message, outputs: Any = None, status: str = "success") -> Record:
    """As /history has it."""
    listed = [[one["type"], one["data"]] for one in messages]
    return Record.of_history(
        {
            "prompt": [0, PROMPT, {}, {}, []],
            "outputs": outputs or {},
            "status": {"status_str": status, "completed": True, "messages": listed},
        }
    )
