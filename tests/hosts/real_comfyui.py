"""Finds a real ComfyUI and starts it with packs of the tests' choosing."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avatarforge.tests.hosts.report import note_host

CHECKOUT = Path(__file__).absolute().parents[2]

START_S = 180.0
STOP_S = 15.0

_NEEDED_MODULES = ("resvg_py", "skimage", "trimesh")
_LOG_TAIL = 40
_NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "data", "build", "dist", "__pycache__", ".*_cache"
)

NOT_FOUND = (
    "no real ComfyUI: COMFYUI_PATH is not set, this folder is not in a ComfyUI's custom_nodes, "
    "and there is none at ~/comfy/ComfyUI"
)


class ComfyStartError(RuntimeError):
    """ComfyUI did not come up; the message ends with the last lines of its log."""


def find_comfyui() -> Path | None:
    """COMFYUI_PATH; the ComfyUI that this checkout is installed in; ~/comfy/ComfyUI.

    Raises FileNotFoundError where COMFYUI_PATH is set to something else than a ComfyUI.
    """
    found = _find()
    return None if found is None else found[0]


def _find() -> tuple[Path, str] | None:
    """Where it is, and by which rule it was found, in words that name no path."""
    named = os.environ.get("COMFYUI_PATH")
    if named:
        if not _is_comfyui(Path(named)):
            raise FileNotFoundError(f"COMFYUI_PATH={named}: there is no ComfyUI")
        return Path(named).absolute(), "COMFYUI_PATH"
    for checkout in (CHECKOUT, CHECKOUT.resolve()):
        if checkout.parent.name == "custom_nodes" and _is_comfyui(checkout.parent.parent):
            return checkout.parent.parent, "the one around this folder"
    usual = Path.home() / "comfy" / "ComfyUI"
    return (usual, "~/comfy/ComfyUI") if _is_comfyui(usual) else None


def python_of(comfyui: Path) -> Path:
    inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    own = comfyui / ".venv" / inside
    return own if own.exists() else Path(sys.executable)


@dataclass(frozen=True)
class RunningComfyUI:
    base_url: str
    """`http://127.0.0.1:PORT`, without a slash at the end."""

    directory: Path
    """Its base directory: models, input, output, temp, user, custom_nodes."""

    process: subprocess.Popen[bytes]
    log_file: Path

    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """End this process, and wait until it has."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process.wait()


def start_comfyui(
    tmp: Path,
    pack: Path | None = CHECKOUT,
    extra_packs: Sequence[Path] = (),
    *,
    environment: Mapping[str, str] | None = None,
    arguments: Sequence[str] = (),
) -> RunningComfyUI:
    """Start ComfyUI on the CPU at a free port, with its base directory at `tmp`.

    `pack` is loaded as `avatarforge`, the extra ones under their own names. Returns once it
    answers. Raises FileNotFoundError where there is no ComfyUI, ComfyStartError where it
    does not come up or a pack fails to load.
    """
    found = _find()
    if found is None:
        raise FileNotFoundError(NOT_FOUND)
    comfyui, how = found
    python = python_of(comfyui)
    _install_requirements(python)
    packs = {extra.name: extra for extra in extra_packs}
    if pack is not None:
        packs["avatarforge"] = pack
    for name, source in packs.items():
        _place(source, tmp / "custom_nodes" / name)
    port = _free_port()
    command = [
        *(str(python), str(comfyui / "main.py"), "--cpu", "--port", str(port)),
        *("--base-directory", str(tmp), "--disable-all-custom-nodes"),
        *(("--whitelist-custom-nodes", *packs) if packs else ()),
        *("--disable-api-nodes", "--database-url", "sqlite:///:memory:", *arguments),
    ]
    log_file = tmp / "comfyui.log"
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=comfyui,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})},
            preexec_fn=None if os.name == "nt" else _hear_interrupts,
        )
    running = RunningComfyUI(f"http://127.0.0.1:{port}", tmp, process, log_file)
    try:
        version = _wait_until_it_answers(running)
    except BaseException:
        running.stop()
        raise
    note_host(f"comfyui {version}", how)
    return running


def _hear_interrupts() -> None:
    # A shell that runs the tests in the background has told them to ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _is_comfyui(path: Path) -> bool:
    return (path / "main.py").is_file() and (path / "comfy").is_dir()


def _install_requirements(python: Path) -> None:
    probe = (
        "import importlib.util, sys;"
        "sys.exit(any(importlib.util.find_spec(name) is None for name in sys.argv[1:]))"
    )
    if subprocess.run([python, "-c", probe, *_NEEDED_MODULES], check=False).returncode == 0:
        return
    wanted = str(CHECKOUT / "requirements.txt")
    install = [str(python), "-m", "pip", "install", "--quiet", "-r", wanted]
    result = subprocess.run(install, check=False, capture_output=True, text=True)
    if result.returncode != 0:
        raise ComfyStartError(f"cannot install requirements.txt in {python}:\n{result.stderr}")


def _place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if os.name == "nt":  # links need a privilege there
        shutil.copytree(source, target, ignore=_NOT_COPIED)
    else:
        target.symlink_to(source.resolve(), target_is_directory=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(running: RunningComfyUI) -> str:
    """Its version."""
    deadline = time.monotonic() + START_S
    while (stats := _stats(running.base_url)) is None:
        if running.process.poll() is not None:
            raise _failure(f"ComfyUI ended with {running.process.returncode}", running)
        if time.monotonic() > deadline:
            raise _failure(f"ComfyUI did not answer within {START_S:.0f} s", running)
        # There is no event of another process to wait for; its end cuts the wait short.
        try:
            running.process.wait(0.2)
        except subprocess.TimeoutExpired:
            continue
    if "IMPORT FAILED" in running.log():
        raise _failure("a pack failed to load", running)
    return str(stats.get("system", {}).get("comfyui_version", "of unknown version"))


def _stats(base_url: str) -> dict[str, Any] | None:
    try:
        with urllib.request.urlopen(f"{base_url}/system_stats", timeout=5) as response:
            stats: dict[str, Any] = json.load(response)
            return stats
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return None


def _failure(what: str, running: RunningComfyUI) -> ComfyStartError:
    tail = "\n".join(running.log().splitlines()[-_LOG_TAIL:])
    return ComfyStartError(f"{what}; the end of its log:\n{tail}")
