"""Lines of our own making, judged: what was missed and what was taken for something it is not.

A file of lines/ is a language; its lines are by the tier that they belong to.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from avatarforge.forge.moderation.text import moderate_text

LINES = {
    path.stem: {int(tier): lines for tier, lines in json.loads(path.read_text()).items()}
    for path in sorted((Path(__file__).parent / "lines").glob("*.json"))
}


def _wrong(tier: int) -> tuple[int, list[str]]:
    total, wrong = 0, []
    for language, tiers in LINES.items():
        for line in tiers[tier]:
            total += 1
            found = moderate_text(line, route="general")
            if found.tier != tier:
                wrong.append(f"{language}: {line!r} is {found.tier} by {found.matched}")
    return total, wrong


def test_there_are_enough_of_them() -> None:
    assert sum(len(lines) for tiers in LINES.values() for lines in tiers.values()) >= 400
    assert {"english", "spanish", "french", "german", "portuguese"} <= set(LINES)


@pytest.mark.parametrize(
    ("tier", "name", "most"),
    [(1, "tier 1 missed", 0.0), (2, "tier 2 missed", 0.02), (0, "false alarms", 0.01)],
)
def test_few_are_wrong(
    tier: int, name: str, most: float, capsys: pytest.CaptureFixture[str]
) -> None:
    total, wrong = _wrong(tier)
    with capsys.disabled():
        print(f"\nmoderation: {name}: {len(wrong)} of {total} ({len(wrong) / total:.1%})")  # noqa: T201
    assert len(wrong) <= most * total, "\n".join(wrong)


def test_what_is_rewritten_has_nothing_explicit_left() -> None:
    for tiers in LINES.values():
        for line in tiers[2]:
            for route in ("general", "shorts", "scenes", "avatar", "anime", "pet"):
                verdict = moderate_text(line, route=route)
                assert verdict.decision == "rewritten", line
                again = moderate_text(verdict.text, route="general")
                assert again.tier == 0, (line, verdict.text)


def test_what_is_innocent_stays_as_it_is() -> None:
    for tiers in LINES.values():
        kept = [moderate_text(line, route="general").text == line for line in tiers[0]]
        assert sum(kept) >= 0.99 * len(kept)
