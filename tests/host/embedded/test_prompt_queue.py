"""Cancelling: waiting, running, at the very end; and going down."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from avatarforge.forge.host.embedded.comfy_api import io
from avatarforge.forge.host.embedded.context import (
    InterruptProcessingException,
    ProgressBar,
    check_interrupt,
)
from avatarforge.forge.host.port import (
    Event,
    Finished,
    Interrupted,
    NodeFinished,
    NodeProgress,
    NodeStarted,
    QueueFigures,
    Started,
)

from .support import LAST, PATIENCE, Bench, Number, Submitted, node


class Gate:
    """Lets a test and a node in the worker thread meet."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.opened = threading.Event()

    async def wait(self) -> None:
        assert await asyncio.to_thread(self.reached.wait, PATIENCE)

    def pass_through(self) -> None:
        self.reached.set()
        assert self.opened.wait(PATIENCE)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate()
    monkeypatch.setattr(Waits, "gate", gate, raising=False)
    yield gate
    gate.opened.set()


class Waits(io.ComfyNode):
    """Stops at the gate, then does what it is told."""

    gate: Gate

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            "Waits",
            inputs=[io.Combo.Input("then", ["return", "progress", "check", "swallow", "raise"])],
            outputs=[io.Int.Output()],
        )

    @classmethod
    def execute(cls, then: str) -> io.NodeOutput:
        cls.gate.pass_through()
        if then == "progress":
            ProgressBar(3).update(1)
        elif then == "check":
            check_interrupt()
        elif then == "raise":
            raise ValueError("broken")
        elif then == "swallow":
            try:
                check_interrupt()
            except InterruptProcessingException:
                return io.NodeOutput(-1)
        return io.NodeOutput(5)


def graph_of(then: str, **more: Any) -> dict[str, Any]:
    return {
        "show": node("Show", value=["sum", 0]),
        "sum": node("Add", a=["waits", 0], b=["n", 0]),
        "waits": node("Waits", then=then),
        "n": node("Number", value=1),
    } | more


@pytest.mark.parametrize("then", ["return", "progress", "check", "swallow", "raise"])
async def test_a_running_prompt_is_interrupted(
    bench_of: Callable[..., Bench], gate: Gate, then: str
) -> None:
    bench = bench_of(Waits)
    run = await bench.submit(graph_of(then))
    await gate.wait()
    assert await bench.host.cancel(run.id)
    gate.opened.set()
    assert await run.ended() == [
        Started(run.id),
        NodeStarted(run.id, "waits"),
        Interrupted(run.id),
    ]
    assert Number.runs == []
    assert not await bench.host.cancel(run.id)


@pytest.mark.parametrize("then", ["return", "progress", "check", "swallow"])
async def test_an_interrupted_node_is_not_remembered(
    bench_of: Callable[..., Bench], gate: Gate, then: str
) -> None:
    bench = bench_of(Waits)
    run = await bench.submit(graph_of(then))
    await gate.wait()
    await bench.host.cancel(run.id)
    gate.opened.set()
    await run.ended()
    again = await bench.run(graph_of(then))
    assert again.of(Finished)[0].outputs == {"show": {"shown": [6]}}
    assert "waits" in [event.node_id for event in again.of(NodeStarted)]


class Patient(io.ComfyNode):
    """An async node that waits for ever."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Patient", is_output_node=True)

    @classmethod
    async def execute(cls) -> io.NodeOutput:
        ProgressBar(2).update(1)
        await asyncio.Event().wait()
        return io.NodeOutput()


async def test_an_async_node_is_interrupted_while_it_waits(
    bench_of: Callable[..., Bench],
) -> None:
    bench = bench_of(Patient)
    run = await bench.submit({"1": node("Patient")})
    await run.first(NodeProgress)
    assert await bench.host.cancel(run.id)
    assert (await run.ended())[-1] == Interrupted(run.id)


async def test_a_waiting_prompt_is_cancelled_and_never_starts(
    bench_of: Callable[..., Bench], gate: Gate
) -> None:
    bench = bench_of(Waits)
    running = await bench.submit(graph_of("return"))
    await gate.wait()
    waiting = [await bench.submit({"1": node("Show", value=i)}) for i in range(3)]
    assert bench.host.queue() == QueueFigures(running=1, pending=3)
    assert await bench.host.cancel(waiting[1].id)
    assert bench.host.queue() == QueueFigures(running=1, pending=2)
    assert await waiting[1].ended() == [Interrupted(waiting[1].id)]
    assert not await bench.host.cancel(waiting[1].id)
    gate.opened.set()
    for one in (running, waiting[0], waiting[2]):
        assert isinstance((await one.ended())[-1], Finished)
    assert bench.host.queue() == QueueFigures(running=0, pending=0)


async def test_unknown_and_finished_prompts_are_not_cancelled(bench: Bench) -> None:
    run = await bench.run({"1": node("Show")})
    assert not await bench.host.cancel(run.id)
    assert not await bench.host.cancel("no such prompt")
    assert isinstance((await bench.run({"1": node("Show", value=1)})).events[-1], Finished)


async def test_an_id_that_is_in_the_queue_is_refused(
    bench_of: Callable[..., Bench], gate: Gate
) -> None:
    bench = bench_of(Waits)
    run = await bench.submit(graph_of("return"))
    await gate.wait()
    other = Submitted("other")
    await bench.host.submit(other.id, {"1": node("Show")}, other.hear)
    for taken in (run.id, other.id):
        with pytest.raises(ValueError, match=taken):
            await bench.host.submit(taken, {"1": node("Show")}, other.hear)
    gate.opened.set()
    await run.ended()
    assert len([event for event in await other.ended() if isinstance(event, LAST)]) == 1


class Steps(io.ComfyNode):
    """Many chances to be interrupted, and a result that says whose it is."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Steps", inputs=[io.Int.Input("mark")], outputs=[io.Int.Output()])

    @classmethod
    def execute(cls, mark: int) -> io.NodeOutput:
        bar = ProgressBar(20)
        for _ in range(20):
            bar.update(1)
        return io.NodeOutput(mark)


@pytest.mark.parametrize("seed", range(3))
async def test_cancelling_at_any_moment_hits_no_other_prompt(
    bench_of: Callable[..., Bench], gate: Gate, seed: int
) -> None:
    """Some are cancelled while they wait, from another thread and against the worker's
    direction; some when they are seen to run, which for a few is too late."""
    bench = bench_of(Waits, Steps)
    cancel = bench.host.prompts.cancel
    dice = random.Random(seed)
    answers: dict[str, bool] = {}
    first = await bench.submit(graph_of("return"))
    await gate.wait()
    submitted: list[Submitted] = []
    waiting: list[str] = []
    for mark in range(300):
        one = Submitted(f"prompt {mark}")
        fate = dice.choice(["run", "run", "cancel waiting", "cancel running"])

        def hear(event: Event, one: Submitted = one, fate: str = fate) -> None:
            one.hear(event)
            if fate == "cancel running" and isinstance(event, (NodeStarted, NodeProgress)):
                answers[one.id] = answers.get(one.id, False) or cancel(one.id)

        graph = {"1": node("Show", value=["2", 0]), "2": node("Steps", mark=mark)}
        await bench.host.submit(one.id, graph, hear)
        submitted.append(one)
        if fate == "cancel waiting":
            waiting.append(one.id)

    def cancel_waiting() -> None:
        for prompt_id in reversed(waiting):
            answers[prompt_id] = cancel(prompt_id)

    gate.opened.set()
    await asyncio.to_thread(cancel_waiting)
    for one in [first, *submitted]:
        await one.ended()
    await bench.run({"1": node("Show")})  # whatever was still to come has come
    for mark, one in enumerate(submitted):
        assert len([event for event in one.events if isinstance(event, LAST)]) == 1
        assert all(event.prompt_id == one.id for event in one.events)
        if answers.get(one.id, False):
            assert one.events[-1] == Interrupted(one.id)
        else:
            assert one.events[-1] == Finished(one.id, {"1": {"shown": [mark]}})
    assert any(answers.values())


async def test_a_cancel_while_the_last_event_is_made_is_either_in_time_or_too_late(
    bench_of: Callable[..., Bench],
) -> None:
    bench = bench_of(Steps)
    for mark in range(200):
        run = await bench.submit({"1": node("Show", value=mark)})
        in_time = await asyncio.to_thread(bench.host.prompts.cancel, run.id)
        last = (await run.ended())[-1]
        assert isinstance(last, Interrupted if in_time else Finished)


async def test_going_down_interrupts_what_runs_and_says_nothing_of_what_waits(
    bench_of: Callable[..., Bench], gate: Gate
) -> None:
    bench = bench_of(Waits)
    running = await bench.submit(graph_of("progress"))
    await gate.wait()
    waiting = await bench.submit({"1": node("Show")})
    bench.host.prompts.close()
    late = await bench.submit({"1": node("Show")})
    gate.opened.set()
    assert await bench.close()
    await asyncio.sleep(0)  # the loop hands out what the worker left
    assert running.events == [Started(running.id), NodeStarted(running.id, "waits")]
    assert waiting.events == late.events == []
    assert not any(thread.name == "avatarforge-worker" for thread in threading.enumerate())


async def test_a_cancelled_prompt_is_cancelled_also_when_the_server_goes_down(
    bench_of: Callable[..., Bench], gate: Gate
) -> None:
    bench = bench_of(Waits)
    running = await bench.submit(graph_of("return"))
    await gate.wait()
    await bench.host.cancel(running.id)
    bench.host.prompts.close()
    gate.opened.set()
    assert await bench.close()
    assert (await running.ended())[-1] == Interrupted(running.id)


async def test_events_for_a_loop_that_has_gone_are_dropped(
    bench_of: Callable[..., Bench], gate: Gate
) -> None:
    bench = bench_of(Waits)
    heard: list[object] = []

    def elsewhere() -> None:
        async def submit() -> None:
            await bench.host.submit("gone", graph_of("return"), heard.append)
            await gate.wait()

        asyncio.run(submit())

    await asyncio.to_thread(elsewhere)
    before = list(heard)
    gate.opened.set()
    assert isinstance((await bench.run({"1": node("Show")})).events[-1], Finished)
    assert heard == before
    assert not any(isinstance(event, NodeFinished) for event in heard)
