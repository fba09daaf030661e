"""What the registry, ComfyUI Manager and pip get to see."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest
from avatarforge.installer import probe
from avatarforge.installer.environment import TEST

if sys.version_info >= (3, 11):
    import tomllib
else:
    tomllib = pytest.importorskip("tomli")

ROOT = Path(__file__).resolve().parents[1]
FRONTEND = "comfyui-frontend-package"
# What ComfyUI brings, or what would move something it brings: Manager installs line by line.
NEVER_REQUIRED = {
    "torch", "torchvision", "torchaudio", "torchsde", "numpy", "pillow", "scipy", "aiohttp",
    "transformers", "safetensors", "kornia", "pydantic", "sqlalchemy", "alembic", "av",
    "opencv-python", "opencv-python-headless", FRONTEND,
}  # fmt: skip
ACCELERATORS = {
    "Environment :: GPU :: NVIDIA CUDA",
    "Environment :: GPU :: AMD ROCm",
    "Environment :: GPU :: Intel Arc",
    "Environment :: GPU :: Apple Metal",
    "Environment :: NPU :: Huawei Ascend",
}
SYSTEMS = {
    "Operating System :: OS Independent",
    "Operating System :: Microsoft :: Windows",
    "Operating System :: POSIX :: Linux",
    "Operating System :: MacOS",
}
PYTHONS = {f"Programming Language :: Python :: 3.{minor}" for minor in range(10, 14)}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        document: dict[str, Any] = tomllib.load(file)
    return document


def lines(name: str) -> list[str]:
    return (ROOT / name).read_text("utf-8").split()


def test_manager_and_pip_install_the_same(project: dict[str, Any]) -> None:
    dependencies = project["project"]["dependencies"]
    shared = [each for each in dependencies if not each.startswith(FRONTEND)]
    assert lines("requirements.txt") == shared
    assert len(dependencies) == len(shared) + 1


def test_nothing_is_required_that_could_move_what_comfyui_brings() -> None:
    names = {probe.parse(line).name.lower() for line in lines("requirements.txt")}
    assert names & NEVER_REQUIRED == set()


@pytest.mark.parametrize("name", TEST)
def test_requirement_files_keep_to_the_grammar_the_installer_reads(name: str) -> None:
    requirements = probe.read(ROOT / name)
    assert requirements
    for each in requirements:
        assert each.bounds
        assert re.fullmatch(r"[^<>=]+>=\d+\.\d+\.\d+(,<\d+\.\d+\.\d+)?", each.text)
    assert [each.name.lower() for each in requirements] == sorted(
        each.name.lower() for each in requirements
    )


def test_versions_are_three_part(project: dict[str, Any]) -> None:
    versions = [
        project["project"]["version"],
        project["tool"]["comfy"]["requires-comfyui"].removeprefix(">="),
        *(each.partition(">=")[2] for each in project["project"]["dependencies"]),
    ]
    assert [each for each in versions if not re.fullmatch(r"\d+\.\d+\.\d+", each)] == []


def test_the_registry_can_read_who_and_what(project: dict[str, Any]) -> None:
    name = project["project"]["name"]
    comfy = project["tool"]["comfy"]
    assert name == "avatarforge"
    assert comfy["DisplayName"] == "AvatarForge"
    assert comfy["PublisherId"]
    # `web` would register every script twice, under the project's name and the folder's.
    assert "web" not in comfy
    assert set(project["project"]["urls"]) == {
        "Homepage", "Repository", "Documentation", "Issues",
    }  # fmt: skip


def test_every_classifier_is_one_the_registry_knows(project: dict[str, Any]) -> None:
    # One wrong value of a group and the registry drops the whole group.
    assert set(project["project"]["classifiers"]) <= ACCELERATORS | SYSTEMS | PYTHONS


def test_the_licence_is_mit(project: dict[str, Any]) -> None:
    assert project["project"]["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")


def test_the_change_log_knows_this_version(project: dict[str, Any]) -> None:
    assert f"## {project['project']['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_door_opens_without_comfyui() -> None:
    code = (
        "import importlib.util, sys\n"
        "spec = importlib.util.spec_from_file_location('door', '__init__.py',"
        " submodule_search_locations=['.'])\n"
        "module = sys.modules['door'] = importlib.util.module_from_spec(spec)\n"
        "spec.loader.exec_module(module)\n"
        "assert 'torch' not in sys.modules\n"
        "assert module.WEB_DIRECTORY == './web'\n"
    )
    done = subprocess.run((sys.executable, "-c", code), cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == ""
    assert done.returncode == 0


def archive_names() -> list[str]:
    """Git's files minus .comfyignore, which is what comfy-cli packs."""
    listing = subprocess.run(
        ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"),
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listing.returncode != 0:
        pytest.skip("no git checkout")
    ignored = subprocess.run(
        ("git", "-c", f"core.excludesFile={ROOT / '.comfyignore'}", "ls-files", "--cached",
         "--others", "--ignored", "--exclude-from=.comfyignore", "-z"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    left_out = set(ignored.stdout.split("\0"))
    return [name for name in listing.stdout.split("\0") if name and name not in left_out]


def test_the_archive_has_what_runs_and_nothing_else() -> None:
    names = archive_names()
    tops = {name.partition("/")[0] for name in names}
    needed = {
        "__init__.py", "install.py", "installer", "forge", "nodes", "routes", "pyproject.toml",
        "requirements.txt", "requirements-embedded.txt", "LICENSE",
    }  # fmt: skip
    assert needed <= tops
    assert tops & {"tests", "bench", "data", ".ci", ".venv", "CONTRIBUTING.md"} == set()
    assert [name for name in names if name.endswith((".pyc", ".sqlite3", ".log"))] == []


def has_network() -> bool:
    """Whether the package index answers: pip itself is asked."""
    answer = subprocess.run(
        (sys.executable, "-m", "pip", "--retries", "0", "--timeout", "10",
         "index", "versions", "hatchling"),
        capture_output=True,
    )  # fmt: skip
    return answer.returncode == 0


@pytest.fixture(scope="module")
def network() -> None:
    if not has_network():
        pytest.skip("no network: the package index does not answer")


@pytest.mark.usefixtures("network")
def test_the_wheel_is_a_package_that_imports(tmp_path: Path) -> None:
    build = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet")
    subprocess.run((*build, "-w", str(tmp_path), str(ROOT)), check=True, cwd=tmp_path)
    (wheel,) = tmp_path.glob("avatarforge-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "site")
    tops = {name.partition("/")[0] for name in names}
    assert {name for name in tops if not name.endswith(".dist-info")} == {"avatarforge"}
    assert "avatarforge/forge/host/port.py" in names
    assert [name for name in names if "/tests/" in name or "/bench/" in name] == []
    code = "import avatarforge, avatarforge.forge.host.port as p; print(avatarforge.__file__)"
    done = subprocess.run(
        (sys.executable, "-c", code),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert Path(done.stdout.strip()).is_relative_to(tmp_path)


@pytest.mark.usefixtures("network")
def test_the_registrys_own_check_has_nothing_to_say(tmp_path: Path) -> None:
    # In an environment of its own: it brings fifty packages with bounds of their own.
    venv.create(tmp_path / "cli", with_pip=True)
    scripts = tmp_path / "cli" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run((scripts / "python", "-m", "pip", "install", "-q", "comfy-cli"), check=True)
    done = subprocess.run(
        (scripts / "comfy", "--skip-prompt", "node", "validate"),
        cwd=ROOT,
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
            "DO_NOT_TRACK": "1",
        },
        capture_output=True,
        text=True,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "Validation passed" in said or "successful" in said.lower(), said
    # It warns and ends with 0 all the same.
    assert not re.search(r"warning|error|S102|S307|E702", said, re.IGNORECASE), said


def test_the_node_texts_are_json() -> None:
    for path in (ROOT / "locales").rglob("*.json"):
        json.loads(path.read_text("utf-8"))


def test_the_pack_has_one_folder_of_templates() -> None:
    # ComfyUI lists all of these but serves the files of the first alone.
    folders = ("example_workflows", "example", "examples", "workflow", "workflows")
    assert [name for name in folders if (ROOT / name).is_dir()] in ([], ["workflows"])
