"""The house rules that a program can check, over every file that git keeps or would keep."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST_MODULE = 450
# What the registry runs on a pack; it warns today and will refuse one day.
REGISTRY_RULES = "S102,S307,E702"
PRODUCT = ("forge", "nodes", "routes")
TEXT = {".py", ".toml", ".txt", ".md", ".json", ".js", ".css", ".html", ".yml", ".yaml", ".svg"}
OLDEST_PYTHON_TO_TURN_AWAY = (3, 8)

MACHINE_PATHS = re.compile(
    r"(?<![\w.$~])/(?:root|work|Users)/\w|/home/(?!user\b|you\b|USER\b)\w|[A-Z]:\\\\?Users\\"
)
# Written apart, so that this file does not hold what it looks for.
INDEX_SETTINGS = re.compile(
    "|".join(
        ("index" + "-url", "find" + "-links", "PIP_INDEX" + "_URL", r"pypi\." + "org/simple",
         r"download\.pytorch" + r"\.org", "files" + r"\.pythonhosted")
    )
)  # fmt: skip


def kept() -> list[Path]:
    """Tracked files, and new ones that are not ignored; without git, all but the ignored."""
    listing = subprocess.run(
        ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"),
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listing.returncode == 0 and listing.stdout:
        files = [ROOT / name for name in listing.stdout.split("\0") if name]
    else:
        ignored = {".venv", ".git", "data", "build", "dist", "__pycache__"}
        files = [
            path
            for path in ROOT.rglob("*")
            if not any(
                part in ignored or part.endswith("_cache") or part == ".hypothesis"
                for part in path.relative_to(ROOT).parts
            )
        ]
    return sorted(path for path in files if path.is_file())


def sources() -> list[Path]:
    return [path for path in kept() if path.suffix == ".py"]


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def run(*command: str, cwd: Path = ROOT) -> str:
    """What the tool complains about; empty where it is content."""
    done = subprocess.run((sys.executable, "-m", *command), cwd=cwd, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_there_is_something_to_check() -> None:
    names = {short(path) for path in sources()}
    assert {"__init__.py", "install.py", "forge/host/port.py", "routes/keys.py"} <= names


def test_ruff_finds_nothing() -> None:
    assert run("ruff", "check", "--no-cache", "--output-format", "concise", ".") == ""


def test_the_format_is_ruffs() -> None:
    assert run("ruff", "format", "--no-cache", "--check", ".") == ""


def test_the_registrys_rules_hold() -> None:
    rules = ("--isolated", "--select", REGISTRY_RULES)
    assert run("ruff", "check", "--no-cache", *rules, "--output-format", "concise", ".") == ""


@pytest.mark.skipif(os.name == "nt", reason="no links without a privilege")
def test_mypy_finds_nothing(tmp_path: Path) -> None:
    # The folder of the checkout may have any name; the package is named avatarforge.
    (tmp_path / "avatarforge").symlink_to(ROOT, target_is_directory=True)
    cache = ROOT / ".mypy_cache" / "quality"
    config = ("--config-file", "avatarforge/pyproject.toml", "--cache-dir", str(cache))
    wanted = ("-p", "avatarforge")
    assert run("mypy", *config, "--strict", *wanted, cwd=tmp_path) == ""


def test_sources_are_ascii() -> None:
    found = [short(path) for path in sources() if not path.read_bytes().isascii()]
    assert found == []


def _lines(pattern: re.Pattern[str]) -> Iterator[str]:
    for path in kept():
        if path == Path(__file__).resolve() or path.suffix not in TEXT | {""}:
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                yield f"{short(path)}:{number}"


def test_no_path_of_a_machine_is_in_any_file() -> None:
    assert list(_lines(MACHINE_PATHS)) == []


def test_no_package_index_is_in_any_file() -> None:
    assert list(_lines(INDEX_SETTINGS)) == []


def test_the_product_logs_and_does_not_print() -> None:
    found = [
        f"{short(path)}:{node.lineno}"
        for path in sources()
        if short(path).startswith(tuple(f"{part}/" for part in PRODUCT))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in ("print", "breakpoint")
    ]
    assert found == []


def test_no_module_is_too_long_for_one_sitting() -> None:
    lengths = {short(path): len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def _imported(path: Path) -> Iterator[tuple[int, str]]:
    """Every import with its level: `from ..pose import x` is (2, "pose")."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.level, node.module or ""
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield 0, alias.name


def test_the_product_imports_itself_relatively() -> None:
    # ComfyUI loads the folder under a name of its own.
    found = [
        short(path)
        for path in sources()
        if short(path).startswith(tuple(f"{part}/" for part in PRODUCT))
        or path == ROOT / "__init__.py"
        for level, module in _imported(path)
        if level == 0 and module.split(".")[0] == "avatarforge"
    ]
    assert found == []


# Where a folder may not reach: data flows from the faces to the product, and not back.
FORBIDDEN = {"forge": ("nodes", "routes"), "nodes": ("routes",), "routes": ("nodes",)}


def test_the_layers_do_not_reach_back() -> None:
    found = []
    for path in sources():
        parts = path.relative_to(ROOT).with_suffix("").parts
        for level, module in _imported(path) if parts[0] in FORBIDDEN else ():
            if level == 0:
                continue
            target = (*parts[: len(parts) - level], *module.split("."))
            if target[0] in FORBIDDEN[parts[0]]:
                found.append(f"{short(path)} imports {'.'.join(target)}")
    assert found == []


def test_an_old_python_can_read_install_py() -> None:
    text = (ROOT / "install.py").read_text("utf-8")
    ast.parse(text, feature_version=OLDEST_PYTHON_TO_TURN_AWAY)


INSTALLER = sorted((ROOT / "installer").glob("*.py"))


@pytest.mark.parametrize("path", [ROOT / "install.py", *INSTALLER], ids=lambda path: path.name)
def test_the_installer_needs_the_standard_library_alone(path: Path) -> None:
    roots = {module.split(".")[0] for level, module in _imported(path) if level == 0}
    assert roots - set(sys.stdlib_module_names) == set()
