"""Recorded runs become the port's events, and every run ends exactly once."""

from __future__ import annotations

from typing import Any

import pytest
from avatarforge.forge.host.comfyui.records import Record
from avatarforge.forge.host.port import (
    Event,
    Failed,
    Finished,
    Interrupted,
    NodeFinished,
    NodeProgress,
    NodesCached,
    NodeStarted,
    Started,
)
from avatarforge.tests.host.comfyui.recorded import (
    BEGINNING,
    BLOCKED,
    END,
    ERROR,
    FAILED,
    FINISHED,
    INTERRUPTED,
    PICTURE,
    PROMPT,
    Bench,
    Message,
    executing,
    message,
    record_of,
    state,
)
from hypothesis import given
from hypothesis import strategies as st

TERMINAL = (Finished, Failed, Interrupted)

BEGUN = [
    Started(PROMPT),
    NodesCached(PROMPT, ("1",)),
    NodeStarted(PROMPT, "2"),
    NodeProgress(PROMPT, "2", 1.0, 4.0),
    NodeProgress(PROMPT, "2", 4.0, 4.0),
    NodeFinished(PROMPT, "2", {}),
    NodeStarted(PROMPT, "3"),
]
OUTPUTS = {"3": PICTURE}
SUCCESS = message("execution_success")


async def test_a_run_that_finishes() -> None:
    bench = Bench(record_of(SUCCESS, outputs=OUTPUTS))
    assert await bench.play(FINISHED) == [
        *BEGUN,
        NodeFinished(PROMPT, "3", PICTURE),
        Finished(PROMPT, OUTPUTS),
    ]
    assert bench.ended == [PROMPT]


async def test_success_alone_does_not_end_a_prompt() -> None:
    bench = Bench(record_of(SUCCESS))
    events = await bench.play(FINISHED[:-1])
    assert not any(isinstance(event, TERMINAL) for event in events) and bench.ended == []


async def test_a_failure_is_told_without_traceback_or_inputs() -> None:
    bench = Bench(record_of(ERROR, status="error"))
    failed = Failed(PROMPT, "no room on the disk", "3", "PreviewImage")
    assert await bench.play(FAILED) == [*BEGUN, failed]


async def test_an_interrupted_run() -> None:
    bench = Bench(record_of(INTERRUPTED[-2], status="error"))
    assert await bench.play(INTERRUPTED) == [*BEGUN, Interrupted(PROMPT)]


@pytest.mark.parametrize(
    ("messages", "ending"),
    [
        (FINISHED, Finished(PROMPT, OUTPUTS)),
        (FAILED, Failed(PROMPT, "no room on the disk", "3", "PreviewImage")),
        (INTERRUPTED, Interrupted(PROMPT)),
    ],
)
async def test_a_wiped_history_does_not_hide_how_a_run_ended(
    messages: list[Message], ending: Event
) -> None:
    assert (await Bench(None).play(messages))[-1] == ending


async def test_a_failure_between_nodes_counts_although_the_status_says_success() -> None:
    bench = Bench(record_of(ERROR, status="success"))
    assert isinstance((await bench.play(FAILED))[-1], Failed)


async def test_an_error_without_a_message_is_named_by_its_type() -> None:
    nameless = message("execution_error", exception_message="\n", exception_type="KeyError")
    assert record_of(nameless).outcome(PROMPT) == Failed(PROMPT, "KeyError")


@pytest.mark.parametrize(
    ("outputs", "ending"),
    [
        ({}, Failed(PROMPT, "Execution Blocked: no face", "3", "PreviewImage")),
        (OUTPUTS, Finished(PROMPT, OUTPUTS)),
    ],
)
async def test_a_blocked_branch_ends_a_prompt_only_where_nothing_else_came(
    outputs: dict[str, Any], ending: Event
) -> None:
    bench = Bench(record_of(SUCCESS, outputs=outputs))
    assert (await bench.play([*BEGINNING, BLOCKED, SUCCESS, END]))[-1] == ending


async def test_a_history_that_cannot_be_read_still_ends_the_prompt() -> None:
    bench = Bench()

    def broken(_prompt_id: str) -> Record | None:
        raise TypeError("changed")

    bench.track._history = broken
    (ending,) = [event for event in await bench.play(FINISHED) if isinstance(event, TERMINAL)]
    assert isinstance(ending, Failed)


async def test_a_node_with_lazy_inputs_starts_and_finishes_once() -> None:
    finished = state("2", 1, 1, "finished")
    bench = Bench()
    events = await bench.play([executing("2"), executing("2"), finished, finished])
    assert events == [
        Started(PROMPT),
        NodeStarted(PROMPT, "2"),
        NodeFinished(PROMPT, "2", {}),
    ]


async def test_a_cached_node_finishes_only_where_it_has_something_to_show() -> None:
    bench = Bench()
    shown = message("executed", node="3", output=PICTURE)
    empty = message("executed", node="2", output=None)
    assert await bench.play([empty, state("2", 1, 1, "finished"), shown, shown]) == [
        Started(PROMPT),
        NodeFinished(PROMPT, "3", PICTURE),
    ]


async def test_what_is_handed_on_is_a_copy() -> None:
    output: dict[str, Any] = {"images": [{"filename": "a.png"}]}
    entry = {"outputs": {"3": output}, "status": None}
    bench = Bench(Record.of_history(entry))
    await bench.play([executing("3"), message("executed", node="3", output=output)])
    await bench.play([END])
    output["images"][0]["filename"] = "b.png"
    node, ending = bench.events[-2:]
    assert isinstance(node, NodeFinished) and isinstance(ending, Finished)
    for kept in (node.output, ending.outputs["3"]):
        assert kept["images"][0]["filename"] == "a.png"


async def test_a_prompt_known_from_the_history_alone_has_started_too() -> None:
    bench = Bench()
    bench.track.end(record_of(SUCCESS, outputs=OUTPUTS))
    assert bench.events == [Started(PROMPT), Finished(PROMPT, OUTPUTS)]


async def test_a_prompt_known_from_nowhere_was_taken_out_of_the_queue() -> None:
    bench = Bench()
    bench.track.end(None)
    assert bench.events == [Interrupted(PROMPT)]


@given(st.lists(st.sampled_from([*FINISHED, *FAILED, *INTERRUPTED, BLOCKED]), max_size=40))
async def test_messages_in_any_order_give_one_ending_at_most_and_nothing_after_it(
    messages: list[Message],
) -> None:
    events = await Bench(record_of(SUCCESS)).play(messages)
    endings = [index for index, event in enumerate(events) if isinstance(event, TERMINAL)]
    assert len(endings) == (END in messages)
    assert all(index == len(events) - 1 for index in endings)
