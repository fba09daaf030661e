"""A copy of the installer, and what stands for a ComfyUI beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

from avatarforge.installer.comfyui import ComfyUI

ROOT = Path(__file__).resolve().parents[2]
ENOUGH_S = 120
COPIED = (
    "install.py", "installer", "routes", "pyproject.toml", "requirements.txt",
    "requirements-embedded.txt", "requirements-bench.txt", "requirements-test.txt",
)  # fmt: skip


def copy_checkout(root: Path) -> Path:
    """What the installer needs, in a new folder, with no environment."""
    root.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / name)
    return root


def fake_comfyui(path: Path, version: str = "0.33.0") -> ComfyUI:
    """The files by which a ComfyUI is known; it cannot run."""
    for folder in ("comfy", "custom_nodes"):
        (path / folder).mkdir(parents=True)
    (path / "main.py").touch()
    (path / "comfyui_version.py").write_text(f'# generated\n__version__ = "{version}"\n')
    return ComfyUI(path, "COMFYUI_PATH")


def one_line(text: str) -> str:
    lines = text.splitlines()
    assert len(lines) == 1, text
    return lines[0]
