"""The host inside a real ComfyUI, on its executor and in its queue."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import os
import signal
import uuid
from pathlib import Path

import pytest
from avatarforge.tests.host.comfyui.prober import (
    TERMINAL,
    Json,
    Prober,
    kinds,
    node,
    picture_graph,
    start_probed,
    waiting_graph,
)
from avatarforge.tests.hosts.real_comfyui import RunningComfyUI
from PIL import Image


def one_terminal_at_the_end(events: list[Json]) -> bool:
    return kinds(events)[-1] in TERMINAL and not TERMINAL & set(kinds(events)[:-1])


async def test_a_graph_of_core_nodes_runs_and_its_events_come_in_order(prober: Prober) -> None:
    events = await prober.run(picture_graph(color=0x010203))
    assert one_terminal_at_the_end(events)
    assert kinds(events)[0] == "Started"
    for node_id in ("1", "2", "3"):
        of_node = [event["kind"] for event in events if event.get("node_id") == node_id]
        assert of_node == ["NodeStarted", "NodeFinished"]
    finished = events[-1]
    assert finished["kind"] == "Finished"
    (picture,) = finished["outputs"]["3"]["images"]
    assert picture["type"] == "temp"
    assert events[-2]["output"] == finished["outputs"]["3"]


async def test_a_prompt_shows_in_comfyuis_queue_and_history(prober: Prober) -> None:
    gate = uuid.uuid4().hex
    running = await prober.submit(waiting_graph(gate))
    await prober.events(running, "Started")
    waiting = await prober.submit(picture_graph())
    queue = await prober.json("GET", "/queue")
    assert [entry[1] for entry in queue["queue_running"]] == [running]
    assert [entry[1] for entry in queue["queue_pending"]] == [waiting]
    assert await prober.json("GET", "/probe/queue") == {"running": 1, "pending": 1}
    await prober.open_gate(gate)
    for prompt_id in (running, waiting):
        assert (await prober.events(prompt_id))[-1]["kind"] == "Finished"
        history = await prober.history(prompt_id)
        assert history[prompt_id]["status"]["status_str"] == "success"
        assert len(history[prompt_id]["prompt"]) == 5
    jobs = await prober.json("GET", "/api/jobs", limit="2")
    assert {job["id"] for job in jobs["jobs"]} == {running, waiting}
    assert await prober.json("GET", "/probe/queue") == {"running": 0, "pending": 0}


async def test_progress_is_real_and_never_told_twice(prober: Prober) -> None:
    gate = uuid.uuid4().hex
    prompt_id = await prober.submit(waiting_graph(gate, steps=10))
    await prober.events(prompt_id, "NodeProgress")
    await prober.open_gate(gate)
    events = await prober.events(prompt_id)
    steps = [(event["value"], event["total"]) for event in events if "value" in event]
    assert len(steps) == len(set(steps)) and steps == sorted(steps)
    assert steps[-1] == (10.0, 10.0)
    told = kinds(events)
    assert told.index("NodeStarted") < told.index("NodeProgress") < told.index("NodeFinished")


async def test_cancelling_some_of_ten_waiting_ones_leaves_the_others(prober: Prober) -> None:
    gate = uuid.uuid4().hex
    running = await prober.submit(waiting_graph(gate))
    await prober.events(running, "Started")
    waiting = [await prober.submit(picture_graph(color)) for color in range(10)]
    cancelled = waiting[1::3]
    for prompt_id in cancelled:
        assert await prober.cancel(prompt_id)
        assert kinds(await prober.events(prompt_id)) == ["Interrupted"]
        assert not await prober.cancel(prompt_id)
    assert kinds(await prober.events(running, "Started"))[-1] not in TERMINAL
    await prober.open_gate(gate)
    for prompt_id in [running, *waiting]:
        events = await prober.events(prompt_id)
        expected = "Interrupted" if prompt_id in cancelled else "Finished"
        assert events[-1]["kind"] == expected and one_terminal_at_the_end(events)
        assert bool(await prober.history(prompt_id)) == (expected == "Finished")


async def test_cancelling_the_running_one_lets_the_next_ones_run(prober: Prober) -> None:
    running = await prober.submit(waiting_graph(uuid.uuid4().hex))
    following = [await prober.submit(picture_graph(color)) for color in (7, 8)]
    await prober.events(running, "NodeProgress")
    assert await prober.cancel(running)
    events = await prober.events(running)
    assert events[-1]["kind"] == "Interrupted" and one_terminal_at_the_end(events)
    for prompt_id in following:
        assert (await prober.events(prompt_id))[-1]["kind"] == "Finished"
    assert not await prober.cancel(running)


async def test_a_cancel_right_after_the_submission_is_never_lost(prober: Prober) -> None:
    for _ in range(10):
        prompt_id = await prober.submit(waiting_graph(uuid.uuid4().hex))
        assert await prober.cancel(prompt_id)
        assert (await prober.events(prompt_id))[-1]["kind"] == "Interrupted"


async def test_a_foreign_prompt_is_not_ours_to_cancel(prober: Prober) -> None:
    gate = uuid.uuid4().hex
    foreign = await prober.json("POST", "/prompt", {"prompt": waiting_graph(gate)})
    assert not await prober.cancel(foreign["prompt_id"])
    ours = await prober.submit(picture_graph())
    await prober.open_gate(gate)
    events = await prober.events(ours)
    assert one_terminal_at_the_end(events) and events[-1]["kind"] == "Finished"
    history = await prober.history(foreign["prompt_id"])
    assert history[foreign["prompt_id"]]["status"]["completed"]


async def test_an_invalid_graph_is_refused_with_comfyuis_own_errors(prober: Prober) -> None:
    graph = picture_graph()
    graph["1"]["inputs"]["width"] = -5
    refused = await prober.refused(graph)
    assert refused["error"]["type"] == "prompt_outputs_failed_validation"
    (reason,) = refused["node_errors"]["1"]["errors"]
    assert reason["type"] == "value_smaller_than_min"
    assert refused["node_errors"]["1"]["class_type"] == "EmptyImage"
    assert "width" in refused["text"]
    async with prober.session.post("/prompt", json={"prompt": graph}) as response:
        assert {"error": refused["error"], "node_errors": refused["node_errors"]} == (
            await response.json()
        )


@pytest.mark.parametrize(
    ("graph", "type_", "told"),
    [
        ({}, "prompt_no_outputs", "no outputs"),
        ({"1": node("NoSuchNode")}, "missing_node_type", "NoSuchNode"),
        ({"1": {"inputs": {}}}, "missing_node_type", "#1"),
        ({"1": "a text"}, "invalid_prompt", "not an object"),
        ({"1": {"class_type": ["a"], "inputs": {}}}, "invalid_prompt", "class_type"),
        ({"1": {"class_type": "PreviewImage"}}, "invalid_prompt", "inputs"),
    ],
)
async def test_a_graph_that_cannot_run_is_refused(
    prober: Prober, graph: Json, type_: str, told: str
) -> None:
    refused = await prober.refused(graph)
    assert refused["error"]["type"] == type_
    assert told in refused["text"]
    assert (await prober.about())["outstanding"] == []


async def test_a_link_to_nowhere_is_refused_without_a_stack_trace(prober: Prober) -> None:
    refused = await prober.refused({"1": node("PreviewImage", images=["99", 0])})
    assert refused["node_errors"]["1"]["errors"][0]["type"] == "exception_during_validation"
    assert "traceback" not in json.dumps(refused) and ".py" not in json.dumps(refused)


async def test_a_failing_node_is_named_with_its_message_and_the_next_prompt_runs(
    prober: Prober,
) -> None:
    failing = await prober.submit({"5": node("ProbeFail", message="out of paint")})
    following = await prober.submit(picture_graph())
    events = await prober.events(failing)
    assert one_terminal_at_the_end(events)
    assert events[-1] == {
        "kind": "Failed",
        "prompt_id": failing,
        "message": "out of paint",
        "node_id": "5",
        "node_type": "ProbeFail",
    }
    assert (await prober.events(following))[-1]["kind"] == "Finished"


async def test_nodes_that_did_not_change_are_reported_as_cached(prober: Prober) -> None:
    graph = picture_graph(color=0x0A0B0C)
    first = await prober.run(graph)
    second = await prober.run(graph)
    assert "NodesCached" not in kinds(first)
    (cached,) = [event for event in second if event["kind"] == "NodesCached"]
    assert set(cached["node_ids"]) == {"1", "2", "3"}
    assert "NodeStarted" not in kinds(second)
    assert second[-1]["outputs"] == first[-1]["outputs"]


async def test_extra_pnginfo_reaches_nodes_and_does_not_spoil_the_cache(prober: Prober) -> None:
    graph = {"1": node("ProbeMetadata", key=uuid.uuid4().hex)}
    info = {"workflow": {"nodes": []}, "avatarforge": {"seed": 7}}
    events = await prober.run(graph, info)
    assert json.loads(events[-1]["outputs"]["1"]["text"][1]) == info
    again = await prober.run(graph, {"avatarforge": {"seed": 8}})
    assert "NodesCached" in kinds(again)
    graph["1"]["inputs"]["key"] = uuid.uuid4().hex
    assert (await prober.run(graph))[-1]["outputs"]["1"]["text"][1] == "null"


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
async def test_previews_arrive_with_their_node(prober: Prober, form: str) -> None:
    events = await prober.run({"8": node("ProbePreview", key=uuid.uuid4().hex, format=form)})
    previews = [event for event in events if event["kind"] == "Preview"]
    assert len(previews) == 3
    for preview in previews:
        assert preview["node_id"] == "8"
        assert preview["mime_type"] == f"image/{form.lower()}"
        picture = Image.open(io.BytesIO(base64.b64decode(preview["data"])))
        assert picture.size == (32, 16) and picture.format == form


async def test_a_block_with_a_message_fails_what_has_nothing_else_to_show(prober: Prober) -> None:
    blocked = {
        "1": node("ProbeBlocked", message="no face in the picture"),
        "2": node("ProbeShow", number=["1", 0]),
    }
    events = await prober.run(blocked)
    assert events[-1]["kind"] == "Failed"
    assert "no face in the picture" in events[-1]["message"]
    assert one_terminal_at_the_end(events)
    both = {**blocked, **{f"1{key}": value for key, value in picture_graph().items()}}
    both["12"]["inputs"]["image"], both["13"]["inputs"]["images"] = ["11", 0], ["12", 0]
    events = await prober.run(both)
    assert events[-1]["kind"] == "Finished" and set(events[-1]["outputs"]) == {"13"}


@pytest.mark.parametrize("how", ["clear", "delete"])
async def test_what_others_take_out_of_the_queue_ends_as_interrupted(
    prober: Prober, how: str
) -> None:
    gate = uuid.uuid4().hex
    running = await prober.submit(waiting_graph(gate))
    await prober.events(running, "Started")
    waiting = [await prober.submit(picture_graph(color)) for color in (1, 2)]
    await prober.post("/queue", {"clear": True} if how == "clear" else {"delete": waiting})
    for prompt_id in waiting:
        assert kinds(await prober.events(prompt_id)) == ["Interrupted"]
    await prober.open_gate(gate)
    assert (await prober.events(running))[-1]["kind"] == "Finished"


async def test_an_interrupt_by_others_ends_ours_as_interrupted(prober: Prober) -> None:
    prompt_id = await prober.submit(waiting_graph(uuid.uuid4().hex))
    await prober.events(prompt_id, "NodeProgress")
    await prober.post("/interrupt", {"prompt_id": prompt_id})
    events = await prober.events(prompt_id)
    assert events[-1]["kind"] == "Interrupted" and one_terminal_at_the_end(events)


async def test_a_browser_under_our_client_id_cannot_take_our_events_away(prober: Prober) -> None:
    gate = uuid.uuid4().hex
    prompt_id = await prober.submit(waiting_graph(gate))
    await prober.events(prompt_id, "Started")
    client_id = (await prober.about())["client_id"]
    async with prober.session.ws_connect(f"/ws?clientId={client_id}"):
        await prober.open_gate(gate)
        events = await prober.events(prompt_id)
    assert events[-1]["kind"] == "Finished" and one_terminal_at_the_end(events)
    assert events[-1]["outputs"] == {"1": {"steps": [50]}}
    # The browser has left and ComfyUI has dropped whoever was under that id.
    again = await prober.run(picture_graph(color=0x0D0E0F))
    assert kinds(again).count("NodeFinished") == 3


async def test_nothing_watches_an_idle_queue(prober: Prober) -> None:
    gate = uuid.uuid4().hex
    prompt_id = await prober.submit(waiting_graph(gate))
    assert (await prober.about())["watching"]
    await prober.open_gate(gate)
    await prober.events(prompt_id)
    about = await prober.about()
    while about["watching"]:
        about = await prober.about()
    assert about["outstanding"] == []


async def test_many_prompts_at_once_each_get_their_own_events(prober: Prober) -> None:
    graphs = {color: picture_graph(color) for color in range(0x100, 0x120)}
    runs = await asyncio.gather(*(prober.run(graph) for graph in graphs.values()))
    for events in runs:
        assert one_terminal_at_the_end(events) and events[-1]["kind"] == "Finished"
        assert len({event["prompt_id"] for event in events}) == 1
    assert len({run[-1]["prompt_id"] for run in runs}) == len(graphs)


async def test_the_inventory_is_comfyuis_own(prober: Prober, comfyui: RunningComfyUI) -> None:
    about = await prober.about(node="KSampler", folder="checkpoints", file="tiny.safetensors")
    model = comfyui.directory / "models" / "checkpoints" / "tiny.safetensors"
    assert about["name"] == "comfyui"
    assert about["device"] == "cpu"
    assert about["has_node"]
    assert about["model_files"] == ["tiny.safetensors"]
    assert Path(about["model_path"]) == model
    elsewhere = await prober.about(node="NoSuchNode", folder="no_such_folder", file="../main.py")
    assert not elsewhere["has_node"]
    assert elsewhere["model_files"] == [] and elsewhere["model_path"] is None
    directories = {kind: Path(path) for kind, path in about["directories"].items()}
    assert directories == {
        "private": comfyui.directory / "user" / "__avatarforge",
        **{kind: comfyui.directory / kind for kind in ("input", "output", "temp")},
    }


async def test_routes_answer_bare_and_under_api(prober: Prober) -> None:
    for path in ("/probe/queue", "/api/probe/queue"):
        assert set(await prober.json("GET", path)) == {"running", "pending"}


async def test_no_function_of_comfyui_is_replaced(prober: Prober) -> None:
    await prober.run({"8": node("ProbePreview", key=uuid.uuid4().hex, format="PNG")})
    assert (await prober.about())["replaced"] == []


async def test_nothing_is_missing_or_failed_in_the_log(
    prober: Prober, comfyui: RunningComfyUI
) -> None:
    await prober.run(picture_graph())
    assert "AvatarForge: " not in comfyui.log()


@pytest.mark.skipif(os.name == "nt", reason="a console interrupt cannot be sent to one process")
def test_start_up_and_shut_down_are_heard(tmp_path: Path) -> None:
    running = start_probed(tmp_path)
    try:
        private = tmp_path / "user" / "__avatarforge"
        assert (private / "started").exists() and not (private / "stopped").exists()
        running.process.send_signal(signal.SIGINT)
        running.process.wait(60)
        assert (private / "stopped").exists(), running.log()
        assert "Traceback" not in running.log()
    finally:
        running.stop()
