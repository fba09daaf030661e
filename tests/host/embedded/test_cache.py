"""Unchanged nodes are not run again; changed ones and those below them are."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from io import BytesIO
from typing import Any, ClassVar

import numpy as np
import pytest
from avatarforge.forge.host.embedded.cache import (
    CacheEntry,
    NodeCache,
    UnkeyableError,
    digest,
    held_bytes,
)
from avatarforge.forge.host.embedded.comfy_api import io
from avatarforge.forge.host.port import Finished, Graph, NodesCached, NodeStarted
from hypothesis import given
from hypothesis import strategies as st

from .support import Bench, Number, Submitted, node


def started(run: Submitted) -> list[str]:
    return [event.node_id for event in run.of(NodeStarted)]


def graph_of(value: int, other: int = 10) -> Graph:
    return {
        "n": node("Number", value=value),
        "m": node("Number", value=other),
        "sum": node("Add", a=["n", 0], b=["m", 0]),
        "show": node("Show", value=["sum", 0]),
    }


async def test_the_same_graph_runs_once_and_shows_the_same_twice(bench: Bench) -> None:
    first = await bench.run(graph_of(1))
    second = await bench.run(graph_of(1), extra_pnginfo={"workflow": {"changed": True}})
    assert Number.runs == [1, 10]
    assert started(second) == []
    assert set(second.of(NodesCached)[0].node_ids) == {"n", "m", "sum", "show"}
    assert second.of(Finished)[0].outputs == first.of(Finished)[0].outputs


async def test_a_changed_input_runs_its_node_and_those_below_it(bench: Bench) -> None:
    await bench.run(graph_of(1))
    run = await bench.run(graph_of(2))
    assert started(run) == ["n", "sum", "show"]
    assert run.of(NodesCached)[0].node_ids == ("m",)
    assert run.of(Finished)[0].outputs == {"show": {"shown": [12]}}
    assert Number.runs == [1, 10, 2]


async def test_ids_do_not_matter(bench: Bench) -> None:
    await bench.run(graph_of(1))
    graph = {
        "other show": node("Show", value=["other sum", 0]),
        "other sum": node("Add", b=["y", 0], a=["x", 0]),
        "x": node("Number", value=1),
        "y": node("Number", value=10),
    }
    run = await bench.run(graph)
    assert started(run) == []
    assert run.of(Finished)[0].outputs == {"other show": {"shown": [11]}}


async def test_a_swapped_link_is_a_change(bench: Bench) -> None:
    await bench.run(graph_of(1))
    graph = dict(graph_of(1), sum=node("Add", a=["m", 0], b=["n", 0]))
    assert started(await bench.run(graph)) == ["sum", "show"]


async def test_equal_nodes_of_one_graph_run_once(bench: Bench) -> None:
    run = await bench.run(graph_of(7, 7))
    assert Number.runs == [7]
    assert run.of(Finished)[0].outputs == {"show": {"shown": [14]}}


class Sensitive(io.ComfyNode):
    """What ComfyUI tells it besides its inputs is set by the test."""

    fingerprint: ClassVar[Any] = 0
    runs: ClassVar[list[str | None]] = []

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            "Sensitive", inputs=[io.Int.Input("value", optional=True)], is_output_node=True
        )

    @classmethod
    def fingerprint_inputs(cls, value: int | None = None) -> Any:
        if isinstance(cls.fingerprint, Exception):
            raise cls.fingerprint
        return cls.fingerprint

    @classmethod
    def execute(cls, value: int = 0) -> io.NodeOutput:
        cls.runs.append(cls.hidden.unique_id)
        return io.NodeOutput(ui={"value": [value]})


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        (0, 0, 1),
        ("a", "a", 1),
        (("file", 1.5), ("file", 1.5), 1),
        ("a", "b", 2),
        (1, 1.0, 2),
        (1, True, 2),
        (float("nan"), float("nan"), 2),
        ((1, float("nan")), (1, float("nan")), 2),
        (object(), object(), 2),
        (OSError("no file"), OSError("no file"), 2),
    ],
)
async def test_fingerprints(
    bench_of: Callable[..., Bench],
    monkeypatch: pytest.MonkeyPatch,
    before: Any,
    after: Any,
    runs: int,
) -> None:
    Sensitive.runs.clear()
    bench = bench_of(Sensitive)
    for fingerprint in (before, after):
        monkeypatch.setattr(Sensitive, "fingerprint", fingerprint)
        run = await bench.run({"1": node("Sensitive")})
        assert run.of(Finished)
    assert len(Sensitive.runs) == runs


async def test_what_builds_on_a_node_that_is_never_reused_is_not_reused_either(
    bench_of: Callable[..., Bench],
) -> None:
    class Restless(Number):
        @classmethod
        def define_schema(cls) -> io.Schema:
            schema = super().define_schema()
            schema.node_id = "Restless"
            return schema

        @classmethod
        def fingerprint_inputs(cls, **given: Any) -> float:
            return float("nan")

    bench = bench_of(Restless)
    graph = {"1": node("Show", value=["2", 0]), "2": node("Restless", value=1)}
    for _ in range(2):
        assert started(await bench.run(graph)) == ["2", "1"]


@pytest.mark.parametrize("kind", ["not_idempotent", "unique_id"])
async def test_nodes_with_an_identity_are_not_shared_but_remembered(
    bench_of: Callable[..., Bench], kind: str
) -> None:
    class Own(Number):
        @classmethod
        def define_schema(cls) -> io.Schema:
            schema = super().define_schema()
            schema.node_id = "Own"
            schema.not_idempotent = kind == "not_idempotent"
            schema.hidden = [io.Hidden.unique_id] if kind == "unique_id" else []
            return schema

    bench = bench_of(Own)
    graph = {
        "1": node("Show", value=["sum", 0]),
        "sum": node("Add", a=["x", 0], b=["y", 0]),
        "x": node("Own", value=4),
        "y": node("Own", value=4),
    }
    assert started(await bench.run(graph)) == ["x", "y", "sum", "1"]
    assert started(await bench.run(graph)) == []


async def test_results_are_dropped_when_they_are_too_many_or_too_large() -> None:
    cache = NodeCache(max_entries=3, max_bytes=1000)
    for i in range(5):
        cache.put(bytes([i]), CacheEntry((np.zeros(10, np.uint8),), {}))
    assert [cache.get(bytes([i])) is not None for i in range(5)] == [False, False, True, True, True]
    assert cache.held_bytes == 30
    cache.get(bytes([2]))
    cache.put(b"large", CacheEntry((np.zeros(985, np.uint8),), {}))
    assert cache.get(bytes([2])) is not None  # used last, so it stays
    assert len(cache) == 2
    cache.put(b"too large", CacheEntry((np.zeros(1001, np.uint8),), {}))
    assert cache.get(b"too large") is None
    assert len(cache) == 2


class OutOfMemoryError(RuntimeError):
    """As torch's, for the name."""


class Greedy(io.ComfyNode):
    error: ClassVar[Exception]

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Greedy", is_output_node=True)

    @classmethod
    def execute(cls) -> io.NodeOutput:
        raise cls.error


@pytest.mark.parametrize(
    ("error", "kept"), [(MemoryError(), False), (OutOfMemoryError(), False), (OSError(), True)]
)
async def test_results_are_dropped_when_memory_is_out(
    bench_of: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch, error: Exception, kept: bool
) -> None:
    monkeypatch.setattr(Greedy, "error", error, raising=False)
    bench = bench_of(Greedy)
    await bench.run(graph_of(1))
    await bench.run({"1": node("Greedy")})
    assert (started(await bench.run(graph_of(1))) == []) is kept


def test_what_has_no_key_is_not_kept() -> None:
    cache = NodeCache()
    cache.put(None, CacheEntry((1,), {}))
    assert cache.get(None) is None
    assert len(cache) == 0


def test_sizes_of_what_nodes_hand_on() -> None:
    import torch

    picture = torch.zeros(1, 8, 8, 3)
    assert held_bytes((picture,)) == 8 * 8 * 3 * 4
    assert held_bytes((picture, [picture])) == 8 * 8 * 3 * 4
    assert held_bytes(io.SVG.Type([BytesIO(b"<svg/>")])) == 6
    assert held_bytes({"samples": picture, "text": "abc", "n": 5}) == 8 * 8 * 3 * 4 + 3


class Colour(Enum):
    RED = "red"


class Paint(Enum):
    RED = "red"


def test_values_of_different_types_have_different_keys() -> None:
    values: list[Any] = [
        None, False, True, 0, 1, 1.0, -0.0, "1", b"1", [], {}, [[]], [1], ["1"], [1, 2], {"1": 2},
        {"1": [2]}, frozenset({1}), "red", Colour.RED, Paint.RED, "ab", ["a", "b"], ["ab", ""],
    ]  # fmt: skip
    assert len({digest(value) for value in values}) == len(values)


@given(st.dictionaries(st.text(), st.lists(st.integers() | st.text())))
def test_keys_do_not_depend_on_the_order_of_a_mapping(value: dict[str, Any]) -> None:
    assert digest(value) == digest(dict(reversed(value.items())))


@pytest.mark.parametrize("value", [float("nan"), [float("nan")], object(), {"a": object()}])
def test_what_equals_nothing_has_no_key(value: Any) -> None:
    with pytest.raises(UnkeyableError):
        digest(value)
