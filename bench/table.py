"""The figures of the benchmarks, and the table and JSON they are shown in."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

HEADINGS = ("name", "figure", "peer or bound", "ratio", "target", "met")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure beside what it is measured against.

    `name` says what with its unit's place ("accept time p50"); `unit` is short ("ms", "MB/s").
    `peer` names the other implementation or the bound, None where there is none. `ratio` is
    `value / peer_value`. `met` is None where there is no target.
    """

    name: str
    value: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None
    ratio: float | None = None
    target: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Machine:
    """What it was measured on."""

    cpu: str
    cores: int
    python: str
    system: str

    def __str__(self) -> str:
        return f"{self.cpu}, {self.cores} cores, Python {self.python}, {self.system}"


def this_machine() -> Machine:
    """`cores` are those this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return Machine(_cpu_model(), cores, platform.python_version(), system)


def _cpu_model() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        match = re.search(r"^(?:model name|Model)\s*: *(.+)$", cpuinfo.read_text(), re.MULTILINE)
        if match:
            return match.group(1).strip()
    return platform.processor() or platform.machine()


def number(value: float) -> str:
    """Three significant digits, never in powers of ten: 0.0123, 4.57, 1234."""
    if value == 0:
        return "0"
    digits = 2
    size = abs(value)
    while size < 1:
        size *= 10
        digits += 1
    while size >= 10 and digits > 0:
        size /= 10
        digits -= 1
    return f"{value:.{digits}f}"


def row(bench: str, figure: Figure) -> tuple[str, ...]:
    peer = figure.peer or "-"
    if figure.peer_value is not None:
        peer = f"{peer}: {number(figure.peer_value)} {figure.unit}"
    return (
        f"{bench}: {figure.name}",
        f"{number(figure.value)} {figure.unit}".strip(),
        peer,
        "-" if figure.ratio is None else number(figure.ratio),
        figure.target or "-",
        {True: "yes", False: "NO", None: "-"}[figure.met],
    )


def table(results: Iterable[tuple[str, Sequence[Figure]]]) -> str:
    """Aligned columns, one row for each figure."""
    rows = [HEADINGS, *(row(bench, figure) for bench, figures in results for figure in figures)]
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(HEADINGS))]
    rows.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
        for cells in rows
    )


def write_json(
    path: Path,
    machine: Machine,
    results: Iterable[tuple[str, Sequence[Figure]]],
    crashed: Sequence[str] = (),
) -> None:
    document = {
        "machine": asdict(machine),
        "figures": [
            {"bench": bench, **asdict(figure)} for bench, figures in results for figure in figures
        ],
        "crashed": list(crashed),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
