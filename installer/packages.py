"""Running pip: with progress, and with one clear line where it fails."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .console import Clock, InstallError
from .probe import numbers

NO_CONNECTION = re.compile(
    r"NewConnectionError|ConnectTimeout|ReadTimeout|NameResolutionError|ProxyError|SSLError"
    r"|Connection(?:Error|ResetError| broken| refused| aborted)|IncompleteRead|Retrying \("
)
ERROR_LINE = re.compile(r"^\s*(?:error|ERROR): *(.+)$", re.MULTILINE)
LINE_LENGTH = 100
TORCH = "torch"


@dataclass(frozen=True)
class Step:
    """One command of an installation, with what it is called while it runs."""

    title: str
    command: tuple[str, ...]


def clean_environment() -> dict[str, str]:
    """The environment without what would mix other packages into the interpreter called."""
    unwanted = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "PYTHONUNBUFFERED": "1"}


def installer_of(python: Path) -> tuple[str, ...]:
    """The command that installs into this Python; an environment made by uv has no pip."""
    if answer((str(python), "-m", "pip", "--version")) is not None:
        return (str(python), "-m", "pip", "install")
    uv = shutil.which("uv")
    if uv is None:
        raise InstallError(f"{python} has no pip; add it with: {python} -m ensurepip")
    return (uv, "pip", "install", "--python", str(python))


def install_step(title: str, installer: Sequence[str], files: Sequence[Path], *extra: str) -> Step:
    """Install the requirement files, and `extra` requirements, in one resolution."""
    named = [part for path in files for part in ("-r", str(path))]
    return Step(title, (*installer, *named, *extra))


def cpu_torch(listing: str) -> str | None:
    """The newest CPU build in the output of `pip index versions torch`, as a requirement.

    On Linux the plain builds bring gigabytes of CUDA libraries; an index that also has CPU
    builds names them by the local version `+cpu`.
    """
    match = re.search(r"^Available versions: *(.+)$", listing, re.MULTILINE)
    versions = [version.strip() for version in match.group(1).split(",")] if match else []
    builds = [version for version in versions if version.endswith("+cpu")]
    return f"{TORCH}=={max(builds, key=numbers)}" if builds else None


def find_cpu_torch(python: Path) -> str | None:
    """As `cpu_torch`, asking the package index; None where that gives no answer."""
    listing = answer((str(python), "-m", "pip", "index", "versions", TORCH))
    return cpu_torch(listing) if listing else None


def has_nvidia_gpu() -> bool:
    if any(Path("/proc/driver/nvidia/gpus").glob("*")):
        return True
    tool = shutil.which("nvidia-smi")
    return tool is not None and "GPU " in (answer((tool, "-L")) or "")


def answer(command: Sequence[str]) -> str | None:
    """What the command writes on stdout, or None where it fails."""
    try:
        done = subprocess.run(
            command,
            cwd=neutral_folder(command),
            capture_output=True,
            text=True,
            errors="replace",
            env=clean_environment(),
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def neutral_folder(command: Sequence[str]) -> Path:
    """Where to run it: `python -c` and `-m` import from the folder they are run in first."""
    return Path(command[0]).parent


def run(step: Step, clock: Clock) -> None:
    """Run it with visible progress. Raises InstallError with what pip said in one line.

    On a terminal pip draws its own bar; elsewhere every large step is a line with the time.
    """
    clock.say(step.title)
    terminal = sys.stdout.isatty()
    settings = {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_PREFER_BINARY": "1",
        "PIP_PROGRESS_BAR": "on" if terminal else "off",
    }
    process = subprocess.Popen(
        step.command,
        cwd=neutral_folder(step.command),
        stdout=None if terminal else subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        env={**clean_environment(), **settings},
    )
    assert process.stderr is not None
    complaints: list[str] = []
    reader = threading.Thread(target=complaints.extend, args=(process.stderr,), daemon=True)
    reader.start()
    told: list[str] = []
    try:
        for line in process.stdout or ():
            told.append(line)
            news = noteworthy(line)
            if news:
                clock.say("  " + news)
        code = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    reader.join()
    if code != 0:
        raise InstallError(f"{step.title}: {explain(''.join(complaints), ''.join(told))}")
    clock.say(f"{step.title}: done")


def noteworthy(line: str) -> str | None:
    """What is worth a line of a log in pip's output: large downloads, and the installing."""
    text = line.strip()
    size = re.match(r"Downloading (\S+) \((\d+(?:\.\d+)?) ([MG]B)\)", text)
    if size and (size.group(3) == "GB" or float(size.group(2)) >= 5):
        return text[:LINE_LENGTH]
    if text.startswith("Installing collected packages:"):
        return f"installing {text.count(',') + 1} packages"
    return None


def explain(stderr: str, stdout: str = "") -> str:
    """One line for a person from what pip or venv wrote when it failed."""
    if "No space left on device" in stderr:
        return "the disk is full"
    error = ERROR_LINE.search(stderr) or ERROR_LINE.search(stdout)
    reason = error.group(1).strip() if error else _last_line(stderr) or _last_line(stdout)
    if NO_CONNECTION.search(stderr):
        return f"the download failed, the package index does not answer ({reason})"
    return reason or "it failed without saying why"


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""
