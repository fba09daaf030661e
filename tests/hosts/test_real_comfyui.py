"""How a real ComfyUI is looked for, and what is said when it does not come up."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from avatarforge.tests.hosts import real_comfyui
from avatarforge.tests.hosts.real_comfyui import (
    ComfyStartError,
    find_comfyui,
    python_of,
    start_comfyui,
)


def comfyui_at(path: Path, main: str = "") -> Path:
    (path / "comfy").mkdir(parents=True)
    (path / "main.py").write_text(main)
    return path


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMFYUI_PATH", raising=False)
    monkeypatch.setattr(real_comfyui, "CHECKOUT", tmp_path / "checkout")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))


def test_the_order_in_which_it_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_comfyui() is None
    usual = comfyui_at(tmp_path / "home" / "comfy" / "ComfyUI")
    assert find_comfyui() == usual
    around = comfyui_at(tmp_path / "around")
    monkeypatch.setattr(real_comfyui, "CHECKOUT", around / "custom_nodes" / "pack")
    assert find_comfyui() == around
    named = comfyui_at(tmp_path / "named")
    monkeypatch.setenv("COMFYUI_PATH", str(named))
    assert find_comfyui() == named


def test_a_wrong_comfyui_path_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMFYUI_PATH", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="COMFYUI_PATH"):
        find_comfyui()


def test_its_own_python_is_used_where_it_has_one(tmp_path: Path) -> None:
    assert python_of(tmp_path) == Path(sys.executable)
    inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    own = tmp_path / ".venv" / inside
    own.parent.mkdir(parents=True)
    own.touch()
    assert python_of(tmp_path) == own


def test_one_that_dies_is_told_with_the_end_of_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = comfyui_at(tmp_path / "dying", main="print('no such flag'); raise SystemExit(3)\n")
    monkeypatch.setenv("COMFYUI_PATH", str(dying))
    base = tmp_path / "base"
    base.mkdir()
    with pytest.raises(ComfyStartError, match=r"ended with 3(.|\n)*no such flag"):
        start_comfyui(base, None)


def test_a_pack_that_fails_to_load_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Played by a server that answers and logs as ComfyUI does."""
    main = (
        "import http.server, sys\n"
        "class Stats(http.server.BaseHTTPRequestHandler):\n"
        "    def do_GET(self):\n"
        "        self.send_response(200)\n"
        "        self.end_headers()\n"
        "        self.wfile.write(b'{}')\n"
        "print('0.0 seconds (IMPORT FAILED): broken', flush=True)\n"
        "port = int(sys.argv[sys.argv.index('--port') + 1])\n"
        "http.server.HTTPServer(('127.0.0.1', port), Stats).serve_forever()\n"
    )
    monkeypatch.setenv("COMFYUI_PATH", str(comfyui_at(tmp_path / "broken", main)))
    base = tmp_path / "base"
    base.mkdir()
    with pytest.raises(ComfyStartError, match="a pack failed to load"):
        start_comfyui(base, None)
