"""Finds the benchmarks and runs them.

A benchmark is a module `bench/bench_*.py` with `NAME: str` and
`def run(context: Context) -> list[Figure]`.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from .table import Figure, table, this_machine, write_json

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Context:
    """What a benchmark gets: the checkout, and an empty folder that goes after it has run."""

    root: Path
    scratch: Path


class Bench(Protocol):
    NAME: str

    def run(self, context: Context) -> list[Figure]: ...


def discover(folder: Path = FOLDER) -> dict[str, Bench]:
    """The benchmarks by name, in the order of their files."""
    found: dict[str, Bench] = {}
    for path in sorted(folder.glob("bench_*.py")):
        module = importlib.import_module(f".{path.stem}", __package__)
        bench = cast("Bench", module)
        if bench.NAME in found:
            raise ValueError(f"two benchmarks are named {bench.NAME}")
        found[bench.NAME] = bench
    return found


def main(arguments: Sequence[str], benches: dict[str, Bench] | None = None) -> int:
    """0 also where a target is missed: that is a finding. 1 where a benchmark crashes."""
    parser = argparse.ArgumentParser(prog="install.py bench")
    parser.add_argument("name", nargs="*")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    known = discover() if benches is None else benches
    unknown = [name for name in options.name if name not in known]
    if unknown:
        sys.stderr.write(f"no benchmark {', '.join(unknown)}; there are {', '.join(known)}\n")
        return 2
    results, crashed = run_all({name: known[name] for name in options.name or known}.items())
    machine = this_machine()
    print(f"\n{table(results)}\n\nMeasured on {machine}")
    if options.json:
        write_json(options.json, machine, results, crashed)
        print(f"Written to {options.json}")
    if crashed:
        sys.stderr.write(f"crashed: {', '.join(crashed)}\n")
    return 1 if crashed else 0


def run_all(
    benches: Iterable[tuple[str, Bench]],
) -> tuple[list[tuple[str, list[Figure]]], list[str]]:
    """The figures of those that ran, and the names of those that crashed."""
    results: list[tuple[str, list[Figure]]] = []
    crashed: list[str] = []
    for name, bench in benches:
        print(f"{name} ...", flush=True)
        start = time.monotonic()
        # What a benchmark leaves open must not hide its figures on Windows.
        with tempfile.TemporaryDirectory(
            prefix="avatarforge-bench-", ignore_cleanup_errors=True
        ) as scratch:
            try:
                figures = bench.run(Context(FOLDER.parent, Path(scratch)))
            # One that crashes must not take the others' figures with it; it is told of twice.
            except Exception:
                traceback.print_exc()
                crashed.append(name)
                continue
        results.append((name, figures))
        print(f"{name}: {time.monotonic() - start:.0f} s", flush=True)
    return results, crashed
