"""The host on ComfyUIs of different versions, and on ones that lack a part."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest
from avatarforge.forge.host.comfyui import ComfyHost
from avatarforge.forge.host.comfyui.parts import MissingPartError
from avatarforge.forge.host.port import (
    Finished,
    Host,
    Interrupted,
    InvalidGraphError,
    QueueFigures,
    Started,
)
from avatarforge.tests.host.comfyui.fakes import GRAPH, FakeComfyUI, Listening, fresh_id


def as_port(host: ComfyHost) -> Host:
    return host


@pytest.fixture(params=["0.3.64", "0.33"])
def comfy(request: pytest.FixtureRequest) -> FakeComfyUI:
    return FakeComfyUI(old=request.param == "0.3.64")


async def run(host: Host, graph: Any = GRAPH, **options: Any) -> tuple[str, Listening]:
    prompt_id, listening = fresh_id(), Listening()
    await host.submit(prompt_id, graph, listening, **options)
    return prompt_id, listening


@pytest.mark.parametrize(("old", "parts"), [(True, 5), (False, 6)])
async def test_a_queue_entry_has_as_many_parts_as_the_worker_reads(old: bool, parts: int) -> None:
    comfy = FakeComfyUI(old=old)
    prompt_id, _ = await run(as_port(comfy.host()), extra_pnginfo={"seed": 1})
    (entry,) = comfy.queue.queue
    assert len(entry) == parts
    number, queued_id, graph, extra_data, outputs = entry[:5]
    assert (number, queued_id, outputs) == (0, prompt_id, ["1"])
    assert graph == {"1": {"class_type": "Show", "inputs": {}, "_meta": {}}}
    assert extra_data["extra_pnginfo"] == {"seed": 1}
    assert comfy.server.sockets[extra_data["client_id"]] is not None
    assert isinstance(extra_data["create_time"], int)


async def test_numbers_come_from_comfyuis_own_counter(comfy: FakeComfyUI) -> None:
    comfy.server.number = 41
    host = comfy.host()
    for _ in range(3):
        await run(host)
    assert [entry[0] for entry in sorted(comfy.queue.queue)] == [41, 42, 43]
    assert comfy.server.number == 44


async def test_secrets_that_a_handler_adds_stay_out_of_the_history(comfy: FakeComfyUI) -> None:
    def sign(request: dict[str, Any]) -> dict[str, Any]:
        request["extra_data"]["api_key_comfy_org"] = "secret"
        return request

    comfy.server.trigger_on_prompt = sign
    await run(comfy.host())
    (entry,) = comfy.queue.queue
    if len(entry) == 6:
        assert entry[5] == {"api_key_comfy_org": "secret"}
        assert "api_key_comfy_org" not in entry[3]
    else:
        assert entry[3]["api_key_comfy_org"] == "secret"


async def test_prompt_handlers_of_other_packs_are_heard(comfy: FakeComfyUI) -> None:
    def change(request: dict[str, Any]) -> dict[str, Any]:
        request["prompt"]["1"]["inputs"]["seed"] = 5
        return {**request, "front": True}

    comfy.server.trigger_on_prompt, comfy.server.number = change, 7
    await run(comfy.host())
    (entry,) = comfy.queue.queue
    assert entry[0] == -7 and entry[2]["1"]["inputs"] == {"seed": 5}
    assert GRAPH["1"]["inputs"] == {}


async def test_a_handler_that_loses_the_graph_is_passed_over(comfy: FakeComfyUI) -> None:
    def lose(request: dict[str, Any]) -> None:
        request["prompt"].clear()

    comfy.server.trigger_on_prompt = lose
    await run(comfy.host())
    assert comfy.queue.queue[0][2]["1"]["class_type"] == "Show"


async def test_renamed_nodes_are_replaced_before_the_validation() -> None:
    def apply(prompt: dict[str, Any]) -> None:
        for node in prompt.values():
            assert node["_meta"] == {}
            node["class_type"] = "New"

    comfy = FakeComfyUI(node_replace_manager=_Replacing(apply))
    await run(comfy.host())
    assert comfy.validated[0][1]["1"]["class_type"] == "New"


async def test_a_replacement_that_fails_leaves_the_graph_as_it_was() -> None:
    def apply(prompt: dict[str, Any]) -> None:
        prompt["1"]["class_type"] = "Half"
        raise KeyError("old_input")

    comfy = FakeComfyUI(node_replace_manager=_Replacing(apply))
    await run(comfy.host())
    assert comfy.validated[0][1]["1"]["class_type"] == "Show"


async def test_a_running_prompt_is_interrupted_and_a_waiting_one_withdrawn(
    comfy: FakeComfyUI,
) -> None:
    host = comfy.host()
    running, heard_running = await run(host)
    comfy.take_up()
    waiting, heard_waiting = await run(host)
    assert host.queue() == QueueFigures(running=1, pending=1)
    assert await host.cancel(waiting)
    assert heard_waiting.events == [Interrupted(waiting)] and comfy.interrupts == 0
    assert await host.cancel(running)
    assert comfy.interrupts == 1 and not heard_running.ended.is_set()
    assert not await host.cancel(waiting) and not await host.cancel(fresh_id())
    assert comfy.interrupts == 1


async def test_an_interrupt_that_came_too_early_is_sent_again_at_the_start(
    comfy: FakeComfyUI,
) -> None:
    host = comfy.host()
    prompt_id, _ = await run(host)
    client_id = comfy.take_up()[3]["client_id"]
    await host.cancel(prompt_id)
    begun = {"type": "execution_start", "data": {"prompt_id": prompt_id}}
    await comfy.server.sockets[client_id].send_json(begun)
    assert comfy.interrupts == 2


async def test_a_cancel_during_the_validation_keeps_the_prompt_out_of_the_queue(
    comfy: FakeComfyUI,
) -> None:
    validating, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(_prompt: Any) -> tuple[bool, None, list[str], dict[str, Any]]:
        validating.set()
        await go_on.wait()
        return True, None, ["1"], {}

    comfy.validation = slowly
    host, prompt_id, listening = comfy.host(), fresh_id(), Listening()
    submitting = asyncio.create_task(host.submit(prompt_id, GRAPH, listening))
    await validating.wait()
    assert await host.cancel(prompt_id)
    go_on.set()
    await submitting
    assert listening.events == [Interrupted(prompt_id)] and comfy.queue.queue == []


async def test_a_submission_given_up_leaves_nothing_behind(comfy: FakeComfyUI) -> None:
    validating = asyncio.Event()

    async def forever(_prompt: Any) -> Any:
        validating.set()
        await asyncio.Event().wait()

    comfy.validation = forever
    host, prompt_id = comfy.host(), fresh_id()
    submitting = asyncio.create_task(host.submit(prompt_id, GRAPH, Listening()))
    await validating.wait()
    submitting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await submitting
    assert comfy.queue.queue == [] and not await host.cancel(prompt_id)


async def test_a_prompt_wiped_by_others_ends_as_interrupted(comfy: FakeComfyUI) -> None:
    prompt_id, listening = await run(comfy.host())
    comfy.queue.queue.clear()
    await asyncio.wait_for(listening.ended.wait(), 10)
    assert listening.events == [Interrupted(prompt_id)]


async def test_without_sockets_the_history_is_polled(caplog: pytest.LogCaptureFixture) -> None:
    comfy = FakeComfyUI(sockets=None)
    prompt_id, listening = await run(comfy.host())
    comfy.take_up()
    comfy.end(text=["hello"])
    await asyncio.wait_for(listening.ended.wait(), 10)
    finished = Finished(prompt_id, {"1": {"text": ["hello"]}})
    assert listening.events == [Started(prompt_id), finished]
    assert "server.sockets (used for live events" in caplog.text


async def test_a_queue_that_cannot_be_listed_is_followed_by_its_history() -> None:
    comfy = FakeComfyUI(sockets=None)
    for name in ("get_current_queue", "get_current_queue_volatile"):
        setattr(comfy.queue, name, None)
    host = comfy.host()
    prompt_id, listening = await run(host)
    assert host.queue() == QueueFigures(running=0, pending=1)
    comfy.take_up()
    comfy.end(text=["hello"])
    await asyncio.wait_for(listening.ended.wait(), 10)
    assert listening.events[-1] == Finished(prompt_id, {"1": {"text": ["hello"]}})


async def test_a_look_that_fails_is_logged_and_the_next_one_serves(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    comfy = FakeComfyUI()
    looked = 0

    def flaky() -> tuple[list[Any], list[Any]]:
        nonlocal looked
        looked += 1
        if looked == 1:
            raise OSError("for once")
        return [], []

    monkeypatch.setattr(comfy.queue, "get_current_queue_volatile", flaky)
    _, listening = await run(comfy.host())
    await asyncio.wait_for(listening.ended.wait(), 10)
    assert "cannot compare prompts" in caplog.text and looked >= 3


@pytest.mark.parametrize("wrong", ["x", "A3A5D1E2-0000-4000-8000-000000000000", ""])
async def test_an_id_must_be_a_canonical_uuid(wrong: str) -> None:
    with pytest.raises(ValueError, match="UUID"):
        await FakeComfyUI().host().submit(wrong, GRAPH, Listening())


async def test_an_id_in_use_is_refused() -> None:
    host = FakeComfyUI().host()
    prompt_id, _ = await run(host)
    with pytest.raises(ValueError, match="already"):
        await host.submit(prompt_id, GRAPH, Listening())


async def test_an_invalid_graph_is_refused_and_forgotten(comfy: FakeComfyUI) -> None:
    async def refuse(_prompt: Any) -> tuple[bool, Any, list[str], dict[str, Any]]:
        return False, {"type": "invalid_prompt", "message": "No", "details": "why"}, [], {}

    comfy.validation = refuse
    host = comfy.host()
    with pytest.raises(InvalidGraphError, match="No: why"):
        await run(host)
    assert comfy.queue.queue == []


async def test_what_is_missing_is_named_in_one_line_and_the_rest_works(
    caplog: pytest.LogCaptureFixture,
) -> None:
    comfy = FakeComfyUI()
    del comfy.modules["execution"].validate_prompt
    del comfy.modules["nodes"].NODE_CLASS_MAPPINGS
    with caplog.at_level(logging.WARNING):
        host = comfy.host()
    (record,) = caplog.records
    line = record.getMessage()
    assert line.startswith("AvatarForge: this ComfyUI lacks ")
    assert "execution.validate_prompt (used for running graphs)" in line
    assert "nodes.NODE_CLASS_MAPPINGS (used for which nodes there are)" in line
    assert "server.sockets " not in line
    with pytest.raises(MissingPartError, match=r"execution\.validate_prompt"):
        await run(host)
    assert not host.has_node("Show")
    assert host.queue() == QueueFigures(0, 0)
    assert host.model_files("vae") == ("a.pt",)


def test_the_inventory() -> None:
    host = FakeComfyUI().host()
    assert host.has_node("Show") and not host.has_node("Other")
    assert host.model_files("vae") == ("a.pt",) and host.model_files("nothing") == ()
    assert host.model_path("vae", "a.pt") == Path("/m/a.pt")
    assert host.model_path("vae", "b.pt") is None and host.model_path("nothing", "a.pt") is None
    assert host.device() == "cuda:0 NVIDIA Model"


def test_the_private_directory_is_one_that_comfyui_serves_to_nobody() -> None:
    comfy = FakeComfyUI()
    user = Path("/comfy/user").absolute()
    assert comfy.host().directories.private == user / "__avatarforge"
    comfy.modules["folder_paths"].get_system_user_directory = lambda name: f"/comfy/system/{name}"
    assert comfy.host().directories.private == Path("/comfy/system/avatarforge").absolute()


def test_without_comfyui_there_is_nothing_to_attach_to() -> None:
    with pytest.raises(RuntimeError, match="no ComfyUI server"):
        ComfyHost.attach()


class _Replacing:
    def __init__(self, apply: Any) -> None:
        self.apply_replacements = apply
