"""The benchmarks' table, JSON and exit code; the figures themselves are not tested."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from avatarforge.bench import discovery
from avatarforge.bench.discovery import Context
from avatarforge.bench.table import Figure, number, table, this_machine

ACCEPT = Figure("accept p50", 12.34, "ms", "raw /prompt", 10.0, 1.234, "<= 2.0", True)
STALL = Figure("stall p99", 20.0, "ms", target="< 15 ms", met=False)


@dataclass
class Measured:
    """A benchmark with figures of its own making."""

    NAME: str
    figures: list[Figure] = field(default_factory=list)
    failure: Exception | None = None
    seen: list[Context] = field(default_factory=list)

    def run(self, context: Context) -> list[Figure]:
        assert list(context.scratch.iterdir()) == []
        self.seen.append(context)
        if self.failure is not None:
            raise self.failure
        return self.figures


def test_columns_are_aligned() -> None:
    lines = table([("api", [ACCEPT, STALL])]).splitlines()
    assert lines[0].split("  ")[0] == "name"
    assert len(lines) == 4
    for word in ("12.3 ms", "raw /prompt: 10.0 ms", "1.23", "<= 2.0", "yes"):
        assert word in lines[2]
    assert lines[0].index("figure") == lines[2].index("12.3 ms") == lines[3].index("20.0 ms")
    assert lines[3].endswith("NO")


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (0.01234, "0.0123"), (0.5, "0.500"), (4.567, "4.57"), (-45.67, "-45.7"),
     (1234.5, "1234"), (1e-7, "0.000000100")],
)  # fmt: skip
def test_numbers_have_three_digits_and_no_powers(value: float, shown: str) -> None:
    assert number(value) == shown


def test_a_missed_target_is_a_finding_and_no_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = tmp_path / "new" / "results.json"
    benches = {"api": Measured("api", [ACCEPT, STALL])}
    assert discovery.main(["--json", str(results)], dict(benches)) == 0
    document = json.loads(results.read_text("utf-8"))
    assert [figure["met"] for figure in document["figures"]] == [True, False]
    assert document["figures"][0]["bench"] == "api"
    assert document["machine"]["cores"] >= 1
    assert f"Measured on {this_machine()}" in capsys.readouterr().out


def test_a_crash_fails_and_leaves_the_other_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = tmp_path / "results.json"
    first = Measured("first", failure=RuntimeError("no such server"))
    second = Measured("second", [ACCEPT])
    assert discovery.main(["--json", str(results)], {"first": first, "second": second}) == 1
    document = json.loads(results.read_text("utf-8"))
    assert document["crashed"] == ["first"]
    assert [figure["bench"] for figure in document["figures"]] == ["second"]
    assert "no such server" in capsys.readouterr().err
    assert not first.seen[0].scratch.exists()


def test_only_those_named_run_and_unknown_ones_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, second = Measured("first", [ACCEPT]), Measured("second", [STALL])
    benches = {"first": first, "second": second}
    assert discovery.main(["second"], dict(benches)) == 0
    assert (len(first.seen), len(second.seen)) == (0, 1)
    assert discovery.main(["third"], dict(benches)) == 2
    assert "no benchmark third; there are first, second" in capsys.readouterr().err


def test_every_benchmark_can_be_found() -> None:
    for name, bench in discovery.discover().items():
        assert name
        assert callable(bench.run)
