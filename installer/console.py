"""What the installer says, and how it fails."""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).absolute().parents[1]
"""The checkout, by the path it was called by: in custom_nodes it may be a link."""


class InstallError(Exception):
    """Ends the command with this one line on stderr and a non-zero exit."""


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


class Clock:
    """Says lines with the seconds since it was made, right-aligned: `[  12 s] text`."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def say(self, text: str) -> None:
        say(f"[{time.monotonic() - self._start:4.0f} s] {text}")
