"""Graphs run node by node: order, results, events, failures."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import pytest
from avatarforge.forge.host.embedded.comfy_api import io, ui
from avatarforge.forge.host.embedded.context import ProgressBar, directories
from avatarforge.forge.host.port import (
    Failed,
    Finished,
    NodeFinished,
    NodeProgress,
    NodeStarted,
    Preview,
    Started,
)
from PIL import Image

from .support import Bench, Number, node


async def test_a_graph_runs_in_order_and_tells_what_it_does(bench: Bench) -> None:
    graph = {
        "show": node("Show", value=["sum", 0]),
        "sum": node("Add", a=["one", 0], b=["two", 0]),
        "two": node("Number", value=2),
        "one": node("Number", value=1),
        "unused": node("Number", value=99),
    }
    run = await bench.run(graph)
    assert run.events == [
        Started(run.id),
        NodeStarted(run.id, "one"),
        NodeFinished(run.id, "one", {}),
        NodeStarted(run.id, "two"),
        NodeFinished(run.id, "two", {}),
        NodeStarted(run.id, "sum"),
        NodeFinished(run.id, "sum", {}),
        NodeStarted(run.id, "show"),
        NodeFinished(run.id, "show", {"shown": [3]}),
        Finished(run.id, {"show": {"shown": [3]}}),
    ]


async def test_prompts_run_in_the_order_they_came(bench: Bench) -> None:
    submitted = [
        await bench.submit({"1": node("Show", value=["2", 0]), "2": node("Number", value=value)})
        for value in (3, 1, 2)
    ]
    for one in submitted:
        await one.ended()
    assert Number.runs == [3, 1, 2]


async def test_optional_inputs_that_are_not_given_are_left_to_the_node(bench: Bench) -> None:
    run = await bench.run({"1": node("Show", value=["2", 0]), "2": node("Add", a=1, b=2)})
    assert run.of(Finished)[0].outputs == {"1": {"shown": [3]}}


async def test_a_chain_of_five_thousand_nodes_runs(bench: Bench) -> None:
    graph = {"0": node("Number", value=0)}
    graph |= {str(i): node("Add", a=[str(i - 1), 0], b=1) for i in range(1, 5000)}
    graph["show"] = node("Show", value=["4999", 0])
    run = await bench.run(graph)
    assert run.of(Finished)[0].outputs == {"show": {"shown": [4999]}}


class Curious(io.ComfyNode):
    """Shows its hidden inputs."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Curious", is_output_node=True, hidden=[io.Hidden.unique_id])

    @classmethod
    def execute(cls) -> io.NodeOutput:
        hidden = cls.hidden
        return io.NodeOutput(ui={"hidden": [hidden.unique_id, hidden.prompt, hidden.extra_pnginfo]})


async def test_hidden_inputs_reach_nodes(bench_of: Callable[..., Bench]) -> None:
    graph = {"7": node("Curious")}
    run = await bench_of(Curious).run(graph, extra_pnginfo={"workflow": {"id": 1}})
    seen = run.of(Finished)[0].outputs["7"]["hidden"]
    assert seen == ["7", graph, {"workflow": {"id": 1}}]


class Stateful(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Stateful", is_output_node=True)

    @classmethod
    def execute(cls) -> io.NodeOutput:
        cls.count = 1  # type: ignore[attr-defined]
        return io.NodeOutput()


async def test_a_node_cannot_keep_state(bench_of: Callable[..., Bench]) -> None:
    run = await bench_of(Stateful).run({"1": node("Stateful")})
    assert "count" in run.of(Failed)[0].message
    assert not hasattr(Stateful, "count")


class Raises(io.ComfyNode):
    errors: ClassVar[dict[str, BaseException]] = {
        "value": ValueError("no such colour"),
        "memory": MemoryError(),
        "exit": SystemExit(3),
        "keyboard": KeyboardInterrupt(),
        "cancelled": asyncio.CancelledError(),
    }

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            "Raises", inputs=[io.Combo.Input("what", list(cls.errors))], is_output_node=True
        )

    @classmethod
    def execute(cls, what: str) -> io.NodeOutput:
        raise cls.errors[what]


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("value", "no such colour"),
        ("memory", "MemoryError"),
        ("exit", "3"),
        ("keyboard", "KeyboardInterrupt"),
        ("cancelled", "CancelledError"),
    ],
)
async def test_a_node_that_fails_ends_its_prompt_and_no_other(
    bench_of: Callable[..., Bench], what: str, message: str
) -> None:
    bench = bench_of(Raises)
    graph = {"1": node("Raises", what=what)}
    failing = await bench.submit(graph)
    next_one = await bench.submit({"1": node("Show", value=5)})
    await failing.ended()
    await next_one.ended()
    assert failing.events[-1] == Failed(failing.id, message, "1", "Raises")
    assert next_one.of(Finished)[0].outputs == {"1": {"shown": [5]}}


async def test_a_failed_node_is_not_remembered(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of(Raises)
    graph = {"1": node("Raises", what="value")}
    await bench.run(graph)
    assert isinstance((await bench.run(graph)).events[-1], Failed)


class Fits(io.ComfyNode):
    """Returns something of the wrong shape."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            "Fits",
            inputs=[io.String.Input("what")],
            outputs=[io.Int.Output(), io.Int.Output()],
            is_output_node=True,
        )

    @classmethod
    def execute(cls, what: str) -> Any:
        answers = {
            "nothing": None,
            "few": io.NodeOutput(1),
            "tuple": (1, 2),
            "dict": {"result": (1, 2), "ui": {"seen": ["it"]}},
            "number": 5,
        }
        return answers[what]


@pytest.mark.parametrize(
    ("what", "works"),
    [("nothing", False), ("few", False), ("tuple", True), ("dict", True), ("number", False)],
)
async def test_what_a_node_may_return(
    bench_of: Callable[..., Bench], what: str, works: bool
) -> None:
    run = await bench_of(Fits).run({"1": node("Fits", what=what)})
    assert isinstance(run.events[-1], Finished if works else Failed)


class Asks(io.ComfyNode):
    """An async node that waits for two things at once."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Asks", inputs=[io.Int.Input("value")], outputs=[io.Int.Output()])

    @classmethod
    async def execute(cls, value: int) -> io.NodeOutput:
        async def half() -> int:
            await asyncio.sleep(0)
            ProgressBar(2).update(1)
            return value

        return io.NodeOutput(sum(await asyncio.gather(half(), half())))


async def test_async_nodes_run_and_report_progress(bench_of: Callable[..., Bench]) -> None:
    graph = {"1": node("Show", value=["2", 0]), "2": node("Asks", value=21)}
    run = await bench_of(Asks).run(graph)
    assert run.of(Finished)[0].outputs == {"1": {"shown": [42]}}
    assert {event.node_id for event in run.of(NodeProgress)} == {"2"}


class Draws(io.ComfyNode):
    """Steps, with a preview at the third; from a thread of its own."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Draws", is_output_node=True, not_idempotent=True)

    @classmethod
    def execute(cls) -> io.NodeOutput:
        bar = ProgressBar(4)

        def steps() -> None:
            for step in range(1, 5):
                picture = Image.new("RGBA", (400, 200), "teal")
                preview = ("PNG" if step == 3 else "JPEG", picture, 100)
                bar.update_absolute(step, preview=preview)

        thread = threading.Thread(target=steps)
        thread.start()
        thread.join()
        return io.NodeOutput()


async def test_progress_and_previews_come_in_order(bench_of: Callable[..., Bench]) -> None:
    run = await bench_of(Draws).run({"1": node("Draws")})
    assert [(event.value, event.total) for event in run.of(NodeProgress)] == [
        (1, 4), (2, 4), (3, 4), (4, 4),
    ]  # fmt: skip
    previews = run.of(Preview)
    assert [preview.mime_type for preview in previews] == [
        "image/jpeg",
        "image/jpeg",
        "image/png",
        "image/jpeg",
    ]
    for preview in previews:
        with Image.open(BytesIO(preview.data)) as picture:
            assert picture.size == (100, 50)


class Pictures(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Pictures", outputs=[io.Image.Output()], is_output_node=True)

    @classmethod
    def execute(cls) -> io.NodeOutput:
        import torch

        image = torch.zeros(2, 8, 16, 3)
        image[1, :, :, 0] = 1.0
        return io.NodeOutput(image, ui=ui.PreviewImage(image, cls=cls))


async def test_preview_images_are_written_to_the_temp_directory(
    bench_of: Callable[..., Bench],
) -> None:
    bench = bench_of(Pictures)
    run = await bench.run({"1": node("Pictures")}, extra_pnginfo={"workflow": {}})
    shown = run.of(Finished)[0].outputs["1"]
    assert shown["animated"] == [False]
    pictures = []
    for image in shown["images"]:
        assert (image["subfolder"], image["type"]) == ("", "temp")
        with Image.open(bench.host.directories.temp / image["filename"]) as picture:
            picture.load()
            pictures.append(picture)
    assert [picture.size for picture in pictures] == [(16, 8), (16, 8)]
    assert [picture.getpixel((3, 3)) for picture in pictures] == [(0, 0, 0), (255, 0, 0)]
    assert pictures[0].info["workflow"] == "{}"
    assert '"Pictures"' in pictures[0].info["prompt"]


class Writes(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Writes", is_output_node=True)

    @classmethod
    def execute(cls) -> io.NodeOutput:
        return io.NodeOutput(ui=ui.PreviewText(str(directories().output)))


async def test_nodes_find_the_directories_of_their_own_host(
    bench_of: Callable[..., Bench],
) -> None:
    for bench in (bench_of(Writes), bench_of(Writes)):
        run = await bench.run({"1": node("Writes")})
        shown = run.of(Finished)[0].outputs["1"]["text"]
        assert [Path(text) for text in shown] == [bench.host.directories.output]


def test_outside_of_a_run_progress_is_told_to_nobody_and_directories_are_unknown() -> None:
    bar = ProgressBar(3)
    bar.update(5)
    assert bar.current == 3
    with pytest.raises(RuntimeError, match="No embedded host"):
        directories()
