"""The commands that start a server, its address, and the lines shown to a person."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from avatarforge.installer import server
from avatarforge.installer.comfyui import ComfyUI

ADDRESS = server.Address("127.0.0.1", 8188)


def test_the_embedded_host_is_the_folder_itself(tmp_path: Path) -> None:
    command = server.embedded_command(Path("py"), tmp_path, ADDRESS, tmp_path / "d")
    assert command == (
        "py", str(tmp_path), "--listen", "127.0.0.1", "--port", "8188",
        "--data", str(tmp_path / "d"),
    )  # fmt: skip


def test_comfyui_gets_cpu_where_there_is_no_gpu(tmp_path: Path) -> None:
    found = ComfyUI(tmp_path, "")
    with_gpu = server.comfyui_command(found, Path("py"), ADDRESS, None, cpu=False)
    without = server.comfyui_command(found, Path("py"), ADDRESS, None, cpu=True)
    assert with_gpu == (
        "py", str(tmp_path / "main.py"), "--listen", "127.0.0.1", "--port", "8188",
    )  # fmt: skip
    assert without == (*with_gpu, "--cpu")


def test_comfyui_keeps_its_files_where_it_is_told(tmp_path: Path) -> None:
    found = ComfyUI(tmp_path, "")
    data = tmp_path / "d"
    command = server.comfyui_command(found, Path("py"), ADDRESS, data, cpu=False)
    pairs = dict(zip(command[6::2], command[7::2], strict=True))
    assert pairs == {
        "--user-directory": str(data / "user"),
        "--input-directory": str(data / "input"),
        "--output-directory": str(data / "output"),
        "--temp-directory": str(data),
        "--database-url": f"sqlite:///{(data / 'user' / 'comfyui.db').as_posix()}",
    }


@pytest.mark.parametrize(
    ("listen", "url", "local"),
    [
        ("127.0.0.1", "http://127.0.0.1:80", True),
        ("0.0.0.0", "http://127.0.0.1:80", False),
        ("::", "http://[::1]:80", False),
        ("[::1]", "http://[::1]:80", True),
        ("0.0.0.0,::", "http://127.0.0.1:80", False),
        ("192.168.1.2", "http://192.168.1.2:80", False),
    ],
)
def test_the_address_is_one_that_can_be_called(listen: str, url: str, local: bool) -> None:
    address = server.Address(listen, 80)
    assert (address.url(), address.is_local()) == (url, local)


def test_port_0_is_any_free_one() -> None:
    assert server.Address("127.0.0.1", 0).claim().port > 0


@pytest.mark.skipif(os.name == "nt", reason="cmd has no words to split")
@pytest.mark.parametrize("key", [False, True])
def test_the_curl_line_is_one_a_shell_reads(key: bool) -> None:
    (_, line), _ = server.examples("http://h:1", key=key, windows=False)
    echo = f"curl() {{ printf '%s\\0' \"$@\"; }}; AVATARFORGE_KEY=k; {line}"
    said = subprocess.run(("sh", "-c", echo), capture_output=True, text=True, check=True)
    arguments = said.stdout.split("\0")[:-1]
    assert json.loads(arguments[-1])["prompt"]
    assert "http://h:1/avatarforge-controller/generate/avatar" in arguments
    assert ("X-API-Key: k" in arguments) == key


def test_the_windows_lines_hand_no_quotes_to_a_program() -> None:
    lines = dict(server.examples("http://h:1", key=False, windows=True))
    cmd, power = lines["Make an avatar (cmd)"], lines["Make an avatar (PowerShell)"]
    for line, start in ((cmd, "echo {"), (power, "'{")):
        body, _, call = line.partition(" | ")
        assert line.startswith(start)
        assert json.loads(body.removeprefix("echo ").strip("'"))["prompt"]
        assert call.startswith("curl.exe ")
        assert call.endswith('-d "@-"')
    # What cmd would take for its own.
    assert re.search(r"[%^&<>]", cmd.partition(" | ")[0]) is None


def test_windows_too_says_how_to_pass_a_key() -> None:
    lines = dict(server.examples("http://h:1", key=True, windows=True))
    assert "%AVATARFORGE_KEY%" in lines["Make an avatar (cmd)"]
    assert "$env:AVATARFORGE_KEY" in lines["Make an avatar (PowerShell)"]
