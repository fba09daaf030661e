"""How long jobs usually take."""

from __future__ import annotations

import pytest
from avatarforge.forge.jobs.pace import Pace


def test_what_was_never_seen_is_a_guess() -> None:
    assert Pace().usual("drawn", 7) == 7


def test_the_pace_follows_what_is_measured() -> None:
    pace = Pace()
    pace.note("drawn", 10)
    assert pace.usual("drawn", 7) == 10
    for _ in range(20):
        pace.note("drawn", 2)
    assert pace.usual("drawn", 7) == pytest.approx(2, abs=0.1)
    assert (pace.measured["drawn"].jobs, pace.measured["drawn"].seconds) == (21, 50)


def test_an_earlier_server_s_jobs_tell_the_pace_and_are_not_counted() -> None:
    pace = Pace()
    pace.learn([("drawn", 4.0), ("drawn", 4.0)])
    assert pace.usual("drawn", 7) == 4
    assert pace.measured == {}
