"""Any graph without cycles: every node that is needed runs once, after what it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from avatarforge.forge.host.embedded.cache import NodeCache
from avatarforge.forge.host.embedded.comfy_api import io
from avatarforge.forge.host.embedded.executor import Executor, Prompt
from avatarforge.forge.host.embedded.graph import CycleError, ordered
from avatarforge.forge.host.embedded.validate import validate
from avatarforge.forge.host.port import Directories, Event, NodesCached, NodeStarted
from hypothesis import given
from hypothesis import strategies as st

NOWHERE = Directories(Path("private"), Path("input"), Path("output"), Path("temp"))


class Sum(io.ComfyNode):
    """Adds what it is linked to, and its own value; two outputs, the sum and its negative."""

    runs: ClassVar[list[str]] = []

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            "Sum",
            inputs=[
                io.Int.Input("value"),
                *(io.Int.Input(name, optional=True) for name in "abc"),
            ],
            outputs=[io.Int.Output("sum"), io.Int.Output("negative")],
            hidden=[io.Hidden.unique_id],
        )

    @classmethod
    def execute(cls, value: int, a: int = 0, b: int = 0, c: int = 0) -> io.NodeOutput:
        assert cls.hidden.unique_id is not None
        cls.runs.append(cls.hidden.unique_id)
        total = value + a + b + c
        return io.NodeOutput(total, -total)


class SumShown(Sum):
    @classmethod
    def define_schema(cls) -> io.Schema:
        schema = super().define_schema()
        schema.node_id = "SumShown"
        schema.is_output_node = True
        return schema

    @classmethod
    def execute(cls, value: int, a: int = 0, b: int = 0, c: int = 0) -> io.NodeOutput:
        result = super().execute(value, a, b, c)
        return io.NodeOutput(*result.args, ui={"sum": [result.args[0]]})


CLASSES: dict[str, type[io.ComfyNode]] = {"Sum": Sum, "SumShown": SumShown}


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Nodes link to nodes that were drawn before them; then their order is shuffled."""
    size = draw(st.integers(1, 12))
    graph: dict[str, dict[str, Any]] = {}
    for index in range(size):
        inputs: dict[str, Any] = {"value": draw(st.integers(0, 3))}
        for name in draw(st.sets(st.sampled_from("abc"))) if index else ():
            inputs[name] = [str(draw(st.integers(0, index - 1))), draw(st.integers(0, 1))]
        class_type = "SumShown" if index == size - 1 else draw(st.sampled_from(sorted(CLASSES)))
        graph[str(index)] = {"class_type": class_type, "inputs": inputs}
    return {node_id: graph[node_id] for node_id in draw(st.permutations(sorted(graph)))}


def links(entry: dict[str, Any]) -> dict[str, tuple[str, int]]:
    inputs: dict[str, Any] = entry["inputs"]
    return {name: tuple(value) for name, value in inputs.items() if isinstance(value, list)}


def needed(graph: dict[str, dict[str, Any]]) -> set[str]:
    found: set[str] = set()
    waiting = [node_id for node_id, entry in graph.items() if entry["class_type"] == "SumShown"]
    while waiting:
        node_id = waiting.pop()
        found.add(node_id)
        waiting += [source for source, _ in links(graph[node_id]).values() if source not in found]
    return found


def value_of(graph: dict[str, dict[str, Any]], node_id: str) -> int:
    total: int = graph[node_id]["inputs"]["value"]
    for source, slot in links(graph[node_id]).values():
        total += -value_of(graph, source) if slot else value_of(graph, source)
    return total


def run(executor: Executor, graph: dict[str, dict[str, Any]]) -> tuple[dict[str, Any], list[Event]]:
    Sum.runs.clear()
    events: list[Event] = []
    prompt = Prompt("prompt", validate("prompt", graph, CLASSES, NOWHERE), events.append)
    return dict(executor.run(prompt)), events


@given(graphs())
def test_every_needed_node_runs_once_and_after_what_it_needs(
    graph: dict[str, dict[str, Any]],
) -> None:
    executor = Executor(NOWHERE)
    outputs, events = run(executor, graph)
    assert sorted(Sum.runs) == sorted(needed(graph))
    assert [event.node_id for event in events if isinstance(event, NodeStarted)] == Sum.runs
    for place, node_id in enumerate(Sum.runs):
        assert {source for source, _ in links(graph[node_id]).values()} <= set(Sum.runs[:place])
    assert outputs == {
        node_id: {"sum": [value_of(graph, node_id)]}
        for node_id in graph
        if graph[node_id]["class_type"] == "SumShown"
    }
    again, events = run(executor, graph)
    assert again == outputs
    assert Sum.runs == []
    [cached] = [event for event in events if isinstance(event, NodesCached)]
    assert set(cached.node_ids) == needed(graph)


@given(graphs(), st.data())
def test_after_a_change_exactly_what_is_below_it_runs_again(
    graph: dict[str, dict[str, Any]], data: st.DataObject
) -> None:
    executor = Executor(NOWHERE)
    run(executor, graph)
    changed = data.draw(st.sampled_from(sorted(graph)))
    graph[changed]["inputs"]["value"] += 10
    outputs, _ = run(executor, graph)
    below = {changed}
    for node_id in sorted(graph, key=int):
        if below & {source for source, _ in links(graph[node_id]).values()}:
            below.add(node_id)
    assert sorted(Sum.runs) == sorted(below & needed(graph))
    assert all(outputs[node_id] == {"sum": [value_of(graph, node_id)]} for node_id in outputs)


@given(graphs(), st.integers(0, 3))
def test_a_cache_that_is_too_small_costs_time_and_nothing_else(
    graph: dict[str, dict[str, Any]], size: int
) -> None:
    executor = Executor(NOWHERE, NodeCache(max_entries=size))
    first, _ = run(executor, graph)
    second, _ = run(executor, graph)
    assert first == second
    assert len(Sum.runs) == len(set(Sum.runs))


@given(st.dictionaries(st.integers(0, 6), st.lists(st.integers(0, 6), max_size=4)))
def test_order_or_a_cycle(edges: dict[int, list[int]]) -> None:
    sources = {
        str(node_id): [str(source) for source in found if source in edges]
        for node_id, found in edges.items()
    }
    try:
        order = ordered(sources, sources)
    except CycleError as cycle:
        pairs = list(zip(cycle.path, cycle.path[1:], strict=False))
        is_cycle = bool(pairs) and all(source in sources[node_id] for node_id, source in pairs)
        good = is_cycle and cycle.path[0] == cycle.path[-1]
    else:
        good = sorted(order) == sorted(sources) and all(
            set(sources[node_id]) <= set(order[:place]) for place, node_id in enumerate(order)
        )
    assert good
