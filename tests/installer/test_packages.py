"""What is asked of pip, and what it answers; what a Python lacks."""

from __future__ import annotations

import importlib.metadata
import sys
from pathlib import Path

import pytest
from avatarforge.installer import environment, packages, probe
from avatarforge.installer.console import ROOT
from avatarforge.installer.probe import Problem


@pytest.mark.parametrize(
    ("versions", "chosen"),
    [
        ("2.15.0, 2.13.0+cpu, 2.13.0", "torch==2.13.0+cpu"),
        ("2.9.0+cpu, 2.10.1+cpu, 2.10.0+cpu", "torch==2.10.1+cpu"),
        ("2.15.0, 2.13.0+cu126", None),
        ("2.15.0", None),
    ],
)
def test_the_newest_cpu_build_is_taken(versions: str, chosen: str | None) -> None:
    listing = f"torch (2.15.0)\nAvailable versions: {versions}\n  INSTALLED: 2.1.0+cpu\n"
    assert packages.cpu_torch(listing) == chosen


def test_an_index_that_says_nothing_gives_no_cpu_build() -> None:
    assert packages.cpu_torch("") is None


@pytest.mark.parametrize(
    ("stderr", "told"),
    [
        (
            "WARNING: Retrying (Retry(total=0)) after connection broken by "
            "'NewConnectionError'\nERROR: No matching distribution found for av>=16\n",
            "the download failed, the package index does not answer "
            "(No matching distribution found for av>=16)",
        ),
        ("ERROR: No matching distribution found for av\n", "No matching distribution found for av"),
        ("error: externally-managed-environment\n\nx This\n", "externally-managed-environment"),
        ("ERROR: Could not install: [Errno 28] No space left on device\n", "the disk is full"),
        ("Traceback:\nBroken: pip\n\n", "Broken: pip"),
        ("", "it failed without saying why"),
    ],
)
def test_what_pip_says_becomes_one_line(stderr: str, told: str) -> None:
    assert packages.explain(stderr) == told


def test_bounds_are_compared_as_numbers() -> None:
    wanted = probe.parse("x>=2.4.0,<3.0.0")
    assert [version for version in ("2.3.9", "2.4", "2.10.1+cpu", "3.0", "2.4.0rc1")
            if wanted.allows(version)] == ["2.4", "2.10.1+cpu", "2.4.0rc1"]  # fmt: skip


@pytest.mark.parametrize("line", ["", "-r x", "x==1.0", "x @ file:y", "x[y]>=1", "x>=1; a"])
def test_what_is_outside_the_grammar_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not a requirement"):
        probe.parse(line)


def test_what_does_not_import_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers = tmp_path / "broken_pack-1.0.dist-info"
    papers.mkdir()
    (papers / "METADATA").write_text("Metadata-Version: 2.1\nName: broken-pack\nVersion: 1.0\n")
    (tmp_path / "broken_pack.py").write_text("raise RuntimeError('half a file')\n")
    monkeypatch.syspath_prepend(tmp_path)
    told = probe.problem(probe.parse("broken-pack>=1.0.0"))
    assert told == "is installed but does not import: RuntimeError: half a file"
    assert probe.problem(probe.parse("broken-pack>=1.0.1")) == "is installed as 1.0"


def test_another_python_is_asked(tmp_path: Path) -> None:
    wanted = tmp_path / "wanted.txt"
    wanted.write_text("pytest>=8.0.0\nsurely-not-installed>=1.0.0\n")
    found = environment.probe(Path(sys.executable), [wanted])
    assert found == [Problem("surely-not-installed>=1.0.0", "is not installed")]


def test_modules_in_the_folder_one_stands_in_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pip").mkdir()
    (tmp_path / "pip" / "__main__.py").write_text("print('not pip')\n")
    (tmp_path / "copy.py").write_text("raise RuntimeError('not the copy of the library')\n")
    monkeypatch.chdir(tmp_path)
    python = sys.executable
    assert (packages.answer((python, "-m", "pip", "--version")) or "").startswith("pip ")
    assert packages.answer((python, "-c", "import copy; print(copy.deepcopy([1]))")) == "[1]\n"


def test_every_requirement_is_imported_by_a_name_its_distribution_has() -> None:
    owners = importlib.metadata.packages_distributions()
    for file in environment.TEST:
        for requirement in probe.read(ROOT / file):
            name = probe.import_name(requirement)
            if name is None:
                continue
            given = {owner.lower().replace("_", "-") for owner in owners.get(name, ())}
            own = requirement.name.lower().replace("_", "-")
            assert own in given, f"{requirement.name} is not import {name}"


def test_this_python_lacks_nothing_that_the_tests_need() -> None:
    assert probe.problems([ROOT / file for file in environment.TEST]) == []
