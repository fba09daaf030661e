"""What could not be done as asked, handed from node to node until the Result tells it.

It goes along the links, because a node whose result is taken from the cache shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from .comfy import io


def notes_input() -> io.String.Input:
    return io.String.Input(
        "notes",
        optional=True,
        advanced=True,
        force_input=True,
        tooltip="Notes of the nodes before, to be passed on.",
    )


def notes_output() -> io.String.Output:
    return io.String.Output(
        "notes_out",
        display_name="notes",
        tooltip="What could not be done as asked, a line each. AvatarForge Result tells it.",
    )


def joined(earlier: str, own: Iterable[str]) -> str:
    lines = [*earlier.splitlines(), *own]
    return "\n".join(dict.fromkeys(line for line in lines if line))
