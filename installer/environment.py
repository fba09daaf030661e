"""The environment beside install.py: `.venv`, made, filled and kept up to date.

A stamp in it, the hash of the requirement files and the Python it was made for, says that it
is complete; with a fitting stamp nothing is run and no network is needed. The stamp goes
before anything is changed and comes back last, so that an interrupted installation shows.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

from . import packages
from .console import ROOT, Clock, InstallError, say
from .probe import Problem, parse

STAMP = "avatarforge.json"
OLDEST_PYTHON = (3, 10)
PACK = ("requirements.txt",)
EMBEDDED = (*PACK, "requirements-embedded.txt")
BENCH = (*EMBEDDED, "requirements-bench.txt")
TEST = (*BENCH, "requirements-test.txt")


class Environment:
    """A virtual environment in `path` for the requirement files in `root`."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.path = root / ".venv"
        self.python = self.path / (
            "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
        )

    def stamped(self, names: Sequence[str]) -> bool:
        """Whether these requirement files, as they are now, have been installed whole."""
        version = self.version()
        if version is None:
            return False
        try:
            stamp = json.loads((self.path / STAMP).read_text("utf-8"))
        except (OSError, ValueError):
            return False
        if not isinstance(stamp, dict) or stamp.get("python") != version:
            return False
        done = stamp.get("requirements")
        hashes = self._hashes(names)
        return isinstance(done, dict) and hashes.items() <= done.items()

    def stamp(self, names: Sequence[str]) -> None:
        content = {"python": self.version(), "requirements": self._hashes(names)}
        temporary = self.path / (STAMP + ".tmp")
        temporary.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
        temporary.replace(self.path / STAMP)

    def version(self) -> str | None:
        """The Python in it by its own papers, or None where it is missing or broken."""
        if not self.python.exists():
            return None
        try:
            lines = (self.path / "pyvenv.cfg").read_text("utf-8").splitlines()
        except OSError:
            return None
        pairs = (line.partition("=") for line in lines)
        settings = {name.strip(): value.strip() for name, _, value in pairs}
        return settings.get("version") or settings.get("version_info")

    def usable(self) -> bool:
        """Whether it has a Python that starts, is new enough, and has pip."""
        code = f"import sys, pip; sys.exit(sys.version_info < {OLDEST_PYTHON})"
        return self.python.exists() and packages.answer((str(self.python), "-c", code)) is not None

    def half_installed(self) -> Iterator[Path]:
        """Distributions whose installation was cut short: pip writes RECORD last.

        pip itself takes them for installed.
        """
        for pattern in ("lib/python*/site-packages", "Lib/site-packages"):
            for folder in self.path.glob(pattern):
                for papers in folder.glob("*.dist-info"):
                    if not (papers / "RECORD").exists():
                        yield papers

    def _hashes(self, names: Sequence[str]) -> dict[str, str]:
        # By line ends as git keeps them, whatever the checkout made of them.
        return {
            name: hashlib.sha256((self.root / name).read_text("utf-8").encode()).hexdigest()
            for name in names
        }


def ensure(names: Sequence[str], title: str, root: Path = ROOT) -> Path:
    """The Python of an environment in which all of these requirement files are installed."""
    environment = Environment(root)
    if environment.stamped(names):
        return environment.python
    keys = keys_module()
    with keys.exclusive(environment.path):
        # Another process may have done it while this one waited for the lock.
        if not environment.stamped(names):
            _complete(environment, names, title)
    return environment.python


def _complete(environment: Environment, names: Sequence[str], title: str) -> None:
    clock = Clock()
    files = [environment.root / name for name in names]
    if not environment.usable():
        _require_venv_module()
        packages.run(creation(environment.path), clock)
    for papers in list(environment.half_installed()):
        clock.say(f"Completing an interrupted installation of {papers.stem}")
        shutil.rmtree(papers)
    problems = probe(environment.python, files)
    if problems:
        (environment.path / STAMP).unlink(missing_ok=True)
        installer = packages.installer_of(environment.python)
        torch = None
        if wants_torch(problems) and not packages.has_nvidia_gpu():
            torch = packages.find_cpu_torch(environment.python)
        for step in plan(title, installer, files, problems, torch):
            packages.run(step, clock)
        left = probe(environment.python, files)
        if left:
            raise InstallError(f"{describe(left)}. Delete {environment.path} and run this again")
    environment.stamp(names)
    clock.say("The environment is complete")


def plan(
    title: str,
    installer: Sequence[str],
    files: Sequence[Path],
    problems: Sequence[Problem],
    torch: str | None,
) -> list[packages.Step]:
    """What has to be run for these requirement files, given what is missing of them."""
    if not problems:
        return []
    extra = [torch] if torch is not None and wants_torch(problems) else []
    return [packages.install_step(title, installer, files, *extra)]


def creation(path: Path) -> packages.Step:
    """A new environment; `--clear` because a broken one may lie there."""
    return packages.Step(
        "Making " + path.name, (sys.executable, "-m", "venv", "--clear", str(path))
    )


def wants_torch(problems: Sequence[Problem]) -> bool:
    return any(parse(problem.requirement).name == packages.TORCH for problem in problems)


def probe(python: Path, files: Sequence[Path]) -> list[Problem]:
    """What of these requirement files that Python lacks; everything is really imported."""
    script = Path(__file__).with_name("probe.py")
    done = subprocess.run(
        (str(python), str(script), *map(str, files)),
        capture_output=True,
        text=True,
        errors="replace",
        env=packages.clean_environment(),
    )
    if done.returncode != 0:
        raise InstallError(f"{python} does not work: {packages.explain(done.stderr, done.stdout)}")
    return [Problem(**entry) for entry in json.loads(done.stdout.splitlines()[-1])]


def describe(problems: Sequence[Problem]) -> str:
    return "; ".join(f"{each.requirement} {each.problem}" for each in problems)


def ensure_in(python: Path, root: Path = ROOT) -> None:
    """See that a Python that is not ours (ComfyUI's) has what the pack adds to ComfyUI."""
    files = [root / name for name in PACK]
    problems = probe(python, files)
    if not problems:
        return
    missing = ", ".join(parse(each.requirement).name for each in problems)
    say(f"Adding {missing} to ComfyUI's Python, {python}")
    step = packages.install_step(
        "Installing what the pack needs",
        packages.installer_of(python),
        files,
    )
    packages.run(step, Clock())
    problems = probe(python, files)
    if problems:
        raise InstallError(f"in {python}, {describe(problems)}")


def keys_module() -> ModuleType:
    """routes/keys.py, which needs nothing of the package it belongs to."""
    name = "avatarforge_keys"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / "routes" / "keys.py")
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


def _require_venv_module() -> None:
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    raise InstallError(
        "this Python cannot make virtual environments, its venv module is missing; "
        f"on Debian and Ubuntu: sudo apt install python{version}-venv"
    )
