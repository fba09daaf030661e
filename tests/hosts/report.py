"""What a test run says at its end: which hosts it tested, and what it lacked for the rest.

A fixture that starts a host calls `note_host`. A test that lacks something of the machine skips
with a reason of the form "no THING" or "no THING: details".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_tested: dict[str, None] = {}


def note_host(host: str, detail: str = "") -> None:
    """Note a host that tests ran on, "embedded" or "comfyui 0.33.0"; `detail`: how it was found.

    Neither may hold a path of the machine: the lines are copied into reports.
    """
    _tested[f"{host} ({detail})" if detail else host] = None


def noted() -> list[str]:
    """What this process has noted; another takes it over by `take_over`."""
    return list(_tested)


def take_over(hosts: Iterable[str]) -> None:
    _tested.update(dict.fromkeys(hosts))


def hosts_line(hosts: Iterable[str] | None = None) -> str:
    return "hosts tested: " + (", ".join(_tested if hosts is None else hosts) or "none")


def skip_lines(reasons: Iterable[str]) -> list[str]:
    """One line for each thing that was lacked, and one for each other reason, most first."""
    lines = Counter(_lack(reason) for reason in reasons)
    return [
        f"skipped: {number} test{'s' if number != 1 else ''} {why}"
        for why, number in lines.most_common()
    ]


def _lack(reason: str) -> str:
    text = reason.removeprefix("Skipped: ").strip()
    match = re.match(r"no ([^:;]+)", text)
    if match is None:
        return f"because: {text}"
    thing = match.group(1).strip()
    article = "a " if thing.startswith("real ") else ""
    return f"for lack of {article}{thing}"
