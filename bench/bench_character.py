"""From one picture to files without any model: CPU seconds of each stage, and memory.

The wall's seconds say little on a machine that does other work; the CPU's do. The memory is
the whole process's, with Python and its libraries, without torch, which the work needs not.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from .discovery import Context
from .table import Figure

NAME = "character"

_SECONDS = 25.0
_MEMORY = 3.0  # GB


def run(context: Context) -> list[Figure]:
    figures = []
    for work, title in (("character", "picture to files"), ("large", "500,000 faces")):
        answer = _measured(context.scratch, work)
        stages = answer["stages"]
        figures += [Figure(f"{title}: {each['name']}", each["cpu"], "s CPU") for each in stages]
        for clock in ("cpu", "wall"):
            whole = sum(each[clock] for each in stages)
            held = work == "character" and clock == "wall"
            figures.append(
                Figure(
                    f"{title}: in all",
                    whole,
                    "s CPU" if clock == "cpu" else "s",
                    target=f"<= {_SECONDS:g} s" if held else "",
                    met=whole <= _SECONDS if held else None,
                )
            )
        if answer["peak"] is not None:
            memory = answer["peak"] / 1e9
            figures.append(
                Figure(
                    f"{title}: most memory",
                    memory,
                    "GB",
                    target=f"<= {_MEMORY:g} GB",
                    met=memory <= _MEMORY,
                )
            )
    return figures


def _measured(scratch: Path, work: str) -> Any:
    script, target = Path(__file__).with_name("character_stages.py"), scratch / f"{work}.json"
    subprocess.run([sys.executable, str(script), work, str(target)], check=True)
    return json.loads(target.read_text("utf-8"))
