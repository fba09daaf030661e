"""How far a job has come, told from the executor's events."""

from __future__ import annotations

from avatarforge.forge.host.port import (
    Event,
    Finished,
    NodeFinished,
    NodeProgress,
    NodesCached,
    NodeStarted,
    Started,
)
from avatarforge.forge.jobs.progress import Progress
from avatarforge.forge.recipes.recipe import shipped
from hypothesis import given
from hypothesis import strategies as st

P = "prompt"
SAMPLING = {
    name: {"class_type": class_type, "inputs": {}}
    for name, class_type in (
        ("load", "CheckpointLoaderSimple"),
        ("words", "CLIPTextEncode"),
        ("sample", "KSampler"),
        ("decode", "VAEDecode"),
        ("result", "AvatarForgeResult"),
    )
}


def percents(progress: Progress, *events: Event) -> list[float]:
    found = []
    for event in events:
        progress.see(event)
        found.append(progress.percent)
    return found


def test_the_samplers_steps_are_most_of_the_way() -> None:
    progress = Progress(SAMPLING)
    assert progress.percent == 0.0
    before, *steps = percents(
        progress,
        NodeStarted(P, "load"),
        NodeStarted(P, "words"),
        NodeStarted(P, "sample"),
        *(NodeProgress(P, "sample", step, 20) for step in range(1, 21)),
    )[1:]
    assert before < 10
    assert steps == sorted(steps) and len(set(steps)) == len(steps) >= 20
    assert steps[-1] > 85
    assert steps[10] - steps[0] > 35
    after = percents(progress, NodeStarted(P, "decode"), NodeStarted(P, "result"))
    assert steps[-1] <= after[0] < after[1] < 100


def test_nodes_answered_by_the_cache_are_done_at_once() -> None:
    progress = Progress(SAMPLING)
    (cached,) = percents(progress, NodesCached(P, ("load", "words", "sample")))
    assert cached > 85


def test_a_hundred_is_left_to_the_end() -> None:
    progress = Progress(SAMPLING)
    every = percents(
        progress,
        *(NodeStarted(P, name) for name in SAMPLING),
        *(NodeFinished(P, name, {}) for name in SAMPLING),
        Finished(P, {}),
    )
    assert every == sorted(every) and every[-1] == 99.0


def test_a_graph_without_nodes_and_events_of_strangers_do_no_harm() -> None:
    assert Progress({}).percent == 0.0
    progress = Progress(SAMPLING)
    told = percents(
        progress,
        NodeProgress(P, "nobody", 1, 2),
        NodeFinished(P, "nobody", {}),
        NodeProgress(P, "sample", 1, 0),
        NodeProgress(P, "load", 9, 3),
    )
    assert told[:3] == [0.0, 0.0, 0.0]
    assert 0 < told[3] < 10, "no more than the node is worth"


GRAPHS = {recipe.name: recipe.graph for recipe in shipped()}


@st.composite
def runs(draw: st.DrawFn) -> tuple[str, list[Event]]:
    name = draw(st.sampled_from(sorted(GRAPHS)))
    node = st.sampled_from(sorted(GRAPHS[name]))
    number = st.floats(0, 100)
    event = st.one_of(
        st.just(Started(P)),
        node.map(lambda each: NodeStarted(P, each)),
        node.map(lambda each: NodeFinished(P, each, {})),
        st.lists(node, max_size=5).map(lambda each: NodesCached(P, tuple(each))),
        st.builds(NodeProgress, st.just(P), node, number, number),
    )
    return name, draw(st.lists(event, max_size=30))


@given(run=runs())
def test_it_never_falls_whatever_comes(run: tuple[str, list[Event]]) -> None:
    name, events = run
    told = percents(Progress(GRAPHS[name]), *events)
    assert told == sorted(told)
    assert all(0 <= percent <= 99 for percent in told)
