"""How long a job will still take, told from its own pace and never more than before."""

from __future__ import annotations

from avatarforge.forge.jobs.remaining import Floor, Remaining
from hypothesis import given
from hypothesis import strategies as st


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_usual_pace_counts_until_the_graph_has_one_of_its_own() -> None:
    clock = Clock()
    remaining = Remaining(clock)
    clock.now += 50
    assert remaining.seconds(0, 20) == 20, "waiting for its turn takes nothing of it away"
    assert remaining.gone == 0
    remaining.begin()
    clock.now += 3
    assert remaining.seconds(0.5, 20) == 20 and remaining.gone == 3
    assert remaining.seconds(25, 20) == 9
    clock.now += 3
    assert remaining.seconds(100, 20) == 0


@given(st.lists(st.floats(0, 1e6), min_size=1))
def test_what_is_told_never_grows(asked: list[float]) -> None:
    floor = Floor()
    told = [floor.lower(seconds) for seconds in asked]
    assert told == sorted(told, reverse=True) and told[-1] == min(asked)
