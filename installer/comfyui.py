"""The real ComfyUI on this machine: where it is, its Python, and the pack's place in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .console import ROOT, InstallError, say
from .packages import answer
from .probe import numbers

PACK_NAME = "avatarforge"
ENVIRONMENTS = (".venv", "venv")
# Its own words for what computes there; a macOS torch has mps and needs no --cpu.
HAS_GPU = """
import torch
found = torch.cuda.is_available() or torch.backends.mps.is_available()
print(found or (hasattr(torch, "xpu") and torch.xpu.is_available()))
"""


@dataclass(frozen=True)
class ComfyUI:
    """An installed ComfyUI. `found_by` says how, without naming a place."""

    path: Path
    found_by: str

    def version(self) -> str | None:
        for name, pattern in (
            ("comfyui_version.py", r"__version__ *= *[\"']([^\"']+)"),
            ("pyproject.toml", r"^version *= *[\"']([^\"']+)"),
        ):
            file = self.path / name
            if file.is_file():
                match = re.search(pattern, file.read_text("utf-8", "replace"), re.MULTILINE)
                if match:
                    return match.group(1)
        return None

    def problem(self, root: Path = ROOT) -> str | None:
        """Why the pack cannot run in it, or None."""
        needed = required_version(root)
        version = self.version()
        if version is None:
            return f"the ComfyUI in {self.path} does not tell its version"
        if numbers(version) < numbers(needed):
            return (
                f"the ComfyUI in {self.path} is {version}, AvatarForge needs {needed} or newer; "
                "update ComfyUI"
            )
        return None

    def holds(self, root: Path = ROOT) -> bool:
        """Whether this folder, or a link to it, is in its custom_nodes."""
        nodes = self.path / "custom_nodes"
        return nodes.is_dir() and any(
            entry.resolve() == root.resolve() for entry in nodes.iterdir()
        )

    def python(self) -> Path:
        """The Python that runs it: its own environment, the portable one, or this one."""
        inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
        candidates = [self.path / name / inside for name in ENVIRONMENTS]
        candidates.append(self.path.parent / "python_embeded" / "python.exe")
        return next((each for each in candidates if each.exists()), Path(sys.executable))

    def has_gpu(self, python: Path) -> bool:
        """Whether its torch finds a GPU. Raises InstallError where it has no torch."""
        found = answer((str(python), "-c", HAS_GPU))
        if found is None:
            raise InstallError(
                f"{python} cannot run ComfyUI: torch does not import there. Install ComfyUI's "
                f"requirements first: {python} -m pip install -r {self.path / 'requirements.txt'}"
            )
        return found.strip() == "True"

    def private(self, data: Path | None) -> Path:
        """The pack's own directory when ComfyUI runs with its data in `data`."""
        return (data or self.path) / "user" / "__avatarforge"


def find(
    root: Path = ROOT, variables: Mapping[str, str] = os.environ, home: Path | None = None
) -> ComfyUI | None:
    """By COMFYUI_PATH; around this folder; where comfy-cli puts it.

    Raises InstallError when COMFYUI_PATH names something else than a ComfyUI.
    """
    named = variables.get("COMFYUI_PATH")
    if named:
        path = Path(named).expanduser().absolute()
        if not is_comfyui(path):
            raise InstallError(f"COMFYUI_PATH is {named}, and there is no ComfyUI there")
        return ComfyUI(path, "COMFYUI_PATH")
    for folder in dict.fromkeys((root.absolute(), root.resolve())):
        if folder.parent.name == "custom_nodes" and is_comfyui(folder.parents[1]):
            return ComfyUI(folder.parents[1], "the folder AvatarForge is installed in")
    usual = (home or Path.home()) / "comfy" / "ComfyUI"
    return ComfyUI(usual, "comfy-cli's usual place") if is_comfyui(usual) else None


def is_comfyui(path: Path) -> bool:
    return (path / "main.py").is_file() and (path / "comfy").is_dir()


def required_version(root: Path = ROOT) -> str:
    text = (root / "pyproject.toml").read_text("utf-8")
    match = re.search(r'^requires-comfyui *= *">=([\d.]+)"', text, re.MULTILINE)
    if match is None:
        raise InstallError("pyproject.toml does not say which ComfyUI is needed")
    return match.group(1)


def place(root: Path, comfyui: ComfyUI) -> None:
    """See that ComfyUI loads this folder, by a link in its custom_nodes where it is not there.

    Raises InstallError when another AvatarForge is installed there.
    """
    if comfyui.holds(root):
        return
    nodes = comfyui.path / "custom_nodes"
    nodes.mkdir(exist_ok=True)
    for entry in sorted(nodes.iterdir()):
        if _is_avatarforge(entry):
            raise InstallError(
                f"another AvatarForge is installed in {entry}; remove it, or run its install.py"
            )
    link = nodes / PACK_NAME
    if link.is_symlink():
        raise InstallError(f"{link} is a link to nowhere; remove it")
    if link.exists():
        raise InstallError(f"{link} is in the way; it is not AvatarForge")
    make_link(link, root.resolve())
    say(f"Linked this folder into ComfyUI: {link}")


def make_link(link: Path, target: Path) -> None:
    if sys.platform == "win32":
        # A junction: unlike a symbolic link it needs no privilege.
        subprocess.run(
            ("cmd", "/c", "mklink", "/J", str(link), str(target)),
            check=True,
            capture_output=True,
        )
    else:
        link.symlink_to(target, target_is_directory=True)


def _is_avatarforge(folder: Path) -> bool:
    project = folder / "pyproject.toml"
    if folder.name.endswith(".disabled") or not project.is_file():
        return False
    text = project.read_text("utf-8", "replace")
    return re.search(rf'^name *= *"{PACK_NAME}"', text, re.MULTILINE | re.IGNORECASE) is not None
