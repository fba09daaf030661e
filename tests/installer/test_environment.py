"""The environment: what is installed into it, and when it is taken for complete."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path

import pytest
from avatarforge.installer import environment
from avatarforge.installer.console import InstallError
from avatarforge.installer.probe import Problem

FILES = (Path("requirements.txt"), Path("requirements-embedded.txt"))
NAMES = ("requirements.txt", "requirements-embedded.txt")
PIP = ("py", "-m", "pip", "install")
TORCH_MISSING = (Problem("torch>=2.4.0", "is not installed"),)


def test_nothing_is_run_when_nothing_is_missing() -> None:
    assert environment.plan("Installing", PIP, FILES, (), "torch==1+cpu") == []


def test_all_files_are_resolved_in_one_call() -> None:
    (step,) = environment.plan("Installing", PIP, FILES, TORCH_MISSING, None)
    assert step.command == (
        *PIP, "-r", "requirements.txt", "-r", "requirements-embedded.txt",
    )  # fmt: skip


def test_without_a_gpu_the_cpu_build_is_asked_for_by_name() -> None:
    torch = "torch==2.13.0+cpu"
    (step,) = environment.plan("Installing", PIP, FILES, TORCH_MISSING, torch)
    assert step.command[-1] == torch


def test_a_torch_that_is_there_stays() -> None:
    missing = (Problem("trimesh>=4.4.0", "is not installed"),)
    (step,) = environment.plan("Installing", PIP, FILES, missing, "torch==2+cpu")
    assert "torch==2+cpu" not in step.command


@pytest.fixture
def made(checkout: Path) -> environment.Environment:
    made = environment.Environment(checkout)
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    (made.path / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.7\n")
    return made


def test_an_environment_without_one_is_not_complete(made: environment.Environment) -> None:
    assert not made.stamped(NAMES)


def test_a_stamp_speaks_for_its_files_and_not_for_more(made: environment.Environment) -> None:
    made.stamp(NAMES)
    assert made.stamped(NAMES)
    assert made.stamped(NAMES[:1])
    assert not made.stamped((*NAMES, "requirements-test.txt"))


def test_a_changed_requirement_is_noticed(made: environment.Environment) -> None:
    made.stamp(NAMES)
    (made.root / "requirements.txt").write_text("trimesh>=99.0.0\n")
    assert not made.stamped(NAMES)


def test_another_python_is_noticed(made: environment.Environment) -> None:
    made.stamp(NAMES)
    (made.path / "pyvenv.cfg").write_text("version = 3.12.0\n")
    assert not made.stamped(NAMES)


def test_a_python_that_has_gone_is_noticed(made: environment.Environment) -> None:
    made.stamp(NAMES)
    made.python.unlink()
    assert not made.stamped(NAMES)


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"python": "3.11.7"}'])
def test_a_damaged_stamp_is_none(made: environment.Environment, content: str) -> None:
    (made.path / environment.STAMP).write_text(content)
    assert not made.stamped(NAMES)


def test_an_installation_cut_short_is_found(made: environment.Environment) -> None:
    packages_folder = made.path / "lib" / "python3.11" / "site-packages"
    for name in ("whole-1.0.dist-info", "half-1.0.dist-info"):
        (packages_folder / name).mkdir(parents=True)
        (packages_folder / name / "METADATA").touch()
    (packages_folder / "whole-1.0.dist-info" / "RECORD").touch()
    assert [papers.name for papers in made.half_installed()] == ["half-1.0.dist-info"]


def test_a_filled_environment_without_one_is_verified_and_stamped_offline(
    checkout: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        (checkout / name).write_text("pip>=1.0.0\n")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    created = environment.creation(checkout / ".venv")
    subprocess.run(created.command, check=True)
    python = environment.ensure(NAMES, "Installing", checkout)
    assert python == environment.Environment(checkout).python
    assert environment.Environment(checkout).stamped(NAMES)
    assert "Installing" not in capsys.readouterr().out
    environment.ensure(NAMES, "Installing", checkout)
    assert capsys.readouterr().out == ""


def test_a_missing_venv_module_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(InstallError, match=r"apt install python3\.\d+-venv"):
        environment._require_venv_module()
