"""The object among ComfyUI's sockets: whatever is sent to it, it neither raises nor waits."""

from __future__ import annotations

import json
import struct
from collections.abc import Coroutine
from typing import Any

import pytest
from avatarforge.forge.host.comfyui.events import PromptTrack
from avatarforge.forge.host.port import Event, Preview, Started
from avatarforge.tests.host.comfyui.recorded import (
    BEGINNING,
    FINISHED,
    OTHER,
    PROMPT,
    Bench,
    executing,
    message,
)
from hypothesis import given
from hypothesis import strategies as st

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
KINDS = st.sampled_from([one["type"] for one in FINISHED] + ["execution_error", "unknown"])
FIELDS = st.sampled_from(
    ["node", "nodes", "output", "value", "max", "node_id", "exception_message", "timestamp"]
)
NEARLY_RIGHT = st.builds(
    lambda kind, data: {"type": kind, "data": {**data, "prompt_id": PROMPT}},
    KINDS,
    st.dictionaries(FIELDS, JSON),
)
STRANGE = [
    10**400,
    float("inf"),
    float("nan"),
    object(),
    {"1": {"state": "running", "value": 10**400}},
]


def at_once(sending: Coroutine[Any, Any, object]) -> object:
    """Run to the end without ever giving control back to an event loop."""
    with pytest.raises(StopIteration) as ended:
        sending.send(None)
    return ended.value.value


def type_4(metadata: object, picture: bytes) -> bytes:
    encoded = json.dumps(metadata).encode()
    return struct.pack(">II", 4, len(encoded)) + encoded + picture


@given(st.lists(JSON | NEARLY_RIGHT, max_size=8))
def test_any_json_is_taken_without_raising_or_waiting(messages: list[Any]) -> None:
    bench = Bench()
    for one in messages:
        assert at_once(bench.socket.send_json(one)) is None


@pytest.mark.parametrize("value", STRANGE, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("kind", ["progress", "progress_state", "executed", "executing"])
def test_values_that_are_no_json_are_taken_too(kind: str, value: object) -> None:
    fields = {"node": "1", "max": 1, "value": value, "nodes": value, "output": {"a": value}}
    bench = Bench()
    at_once(bench.socket.send_json(executing("1")))
    at_once(bench.socket.send_json(message(kind, **fields)))
    at_once(bench.socket.send_json(message(kind, node=value)))
    at_once(bench.socket.send_json(executing(None)))
    assert bench.track.ended


def test_data_nested_without_end_is_taken_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    endless: list[object] = []
    endless.append(endless)
    bench = Bench()
    at_once(bench.socket.send_json(message("executed", node="1", output={"a": endless})))
    assert "cannot read a message" in caplog.text


@given(st.binary(max_size=64) | st.binary(max_size=64).map(lambda tail: b"\0\0\0\4" + tail))
def test_any_bytes_are_taken_without_raising_or_waiting(frame: bytes) -> None:
    assert at_once(Bench().socket.send_bytes(bytearray(frame))) is None


@given(JSON, st.binary(max_size=8))
def test_any_preview_metadata_is_taken(metadata: object, picture: bytes) -> None:
    bench = Bench()
    at_once(bench.socket.send_bytes(type_4(metadata, picture)))
    assert bench.events == []


def test_a_listener_that_raises_is_logged_and_harms_nobody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bench = Bench()

    def broken(event: Event) -> None:
        raise ConnectionError(f"no use for {type(event).__name__}")

    bench.track._listener = broken
    for one in FINISHED:
        at_once(bench.socket.send_json(one))
    assert bench.track.ended and bench.ended == [PROMPT]
    assert "no use for Started" in caplog.text


async def test_foreign_prompts_are_ignored() -> None:
    bench = Bench()
    foreign = [{**one, "data": {**one["data"], "prompt_id": OTHER}} for one in FINISHED]
    assert await bench.play([*foreign, {"type": "executing", "data": {"node": None}}]) == []


async def test_a_preview_names_its_prompt_and_node() -> None:
    bench = Bench()
    metadata = {"prompt_id": PROMPT, "node_id": "7", "image_type": "image/png"}
    await bench.socket.send_bytes(bytearray(type_4(metadata, b"picture")))
    await bench.socket.send_bytes(type_4({**metadata, "prompt_id": OTHER}, b"foreign"))
    assert bench.events == [Started(PROMPT), Preview(PROMPT, "7", "image/png", b"picture")]


@pytest.mark.parametrize(("form", "mime_type"), [(1, "image/jpeg"), (2, "image/png")])
async def test_a_preview_without_names_is_the_running_nodes(form: int, mime_type: str) -> None:
    bench = Bench()
    frame = struct.pack(">II", 1, form) + b"picture"
    await bench.socket.send_bytes(frame)
    assert bench.events == []
    await bench.play(BEGINNING)
    await bench.socket.send_bytes(frame)
    assert bench.events[-1] == Preview(PROMPT, "3", mime_type, b"picture")


async def test_what_a_preview_hands_on_is_a_copy() -> None:
    bench = Bench()
    frame = bytearray(type_4({"prompt_id": PROMPT, "node_id": "7"}, b"picture"))
    await bench.socket.send_bytes(frame)
    frame[-7:] = b"changed"
    (preview,) = bench.events[1:]
    assert isinstance(preview, Preview) and type(preview.data) is bytes
    assert bench.events == [Started(PROMPT), Preview(PROMPT, "7", "image/jpeg", b"picture")]


def test_it_answers_what_others_expect_of_a_websocket() -> None:
    socket = Bench().socket
    assert socket.closed is False
    assert at_once(socket.send_str("hello", compress=None)) is None
    assert at_once(socket.close(code=1000, message=b"")) is False
    assert at_once(socket.send_json({}, dumps=json.dumps)) is None


def test_it_registers_under_a_private_id_and_asks_for_previews_with_names() -> None:
    bench, other = Bench(), Bench()
    assert bench.socket.client_id != other.socket.client_id
    assert bench.socket.register()
    assert bench.sockets == {bench.socket.client_id: bench.socket}
    assert bench.metadata == {
        bench.socket.client_id: {"feature_flags": {"supports_preview_metadata": True}}
    }
    bench.socket.unregister()
    assert bench.sockets == {} and bench.metadata == {}


@pytest.mark.parametrize("left", [{}, {"intruder": None}])
def test_it_takes_its_id_back(left: dict[str, object]) -> None:
    bench = Bench()
    bench.socket.register()
    bench.sockets[bench.socket.client_id] = left
    bench.metadata[bench.socket.client_id] = {"feature_flags": {}}
    bench.socket.unregister()
    assert bench.sockets == {bench.socket.client_id: left}
    bench.socket.register()
    assert bench.sockets == {bench.socket.client_id: bench.socket}
    assert bench.metadata[bench.socket.client_id] != {"feature_flags": {}}


async def test_a_start_is_told_once_the_prompt_is_underway() -> None:
    bench = Bench()
    seen: list[tuple[PromptTrack, list[Event]]] = []
    bench.socket._on_start = lambda track: seen.append((track, list(bench.events)))
    await bench.play(BEGINNING)
    assert seen == [(bench.track, [Started(PROMPT)])]
