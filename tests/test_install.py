"""install.py, really run."""

from __future__ import annotations

import json
import os
import re
import runpy
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest
from avatarforge.installer import environment, server
from avatarforge.tests.installer.support import (
    ENOUGH_S,
    ROOT,
    copy_checkout,
    fake_comfyui,
    one_line,
)


def install(
    *arguments: str, root: Path = ROOT, home: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run install.py to its end, with no ComfyUI to be found but where `variables` names one."""
    hidden = {name: value for name, value in os.environ.items() if name != "COMFYUI_PATH"}
    nowhere = str(home or root / "no-home")
    return subprocess.run(
        (sys.executable, str(root / "install.py"), *arguments),
        cwd=root,
        env={**hidden, "HOME": nowhere, "USERPROFILE": nowhere, **variables},
        capture_output=True,
        text=True,
        timeout=ENOUGH_S,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return copy_checkout(tmp_path / "checkout")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


class TestCheck:
    def test_it_changes_nothing_and_may_run_again(self, checkout: Path) -> None:
        before = contents(checkout)
        first, second = install(root=checkout), install(root=checkout)
        assert contents(checkout) == before
        assert (first.returncode, first.stderr) == (0, "")
        assert first.stdout == second.stdout
        assert "python install.py run" in first.stdout

    def test_in_a_comfyui_it_says_that_all_is_there(self, tmp_path: Path, checkout: Path) -> None:
        found = fake_comfyui(tmp_path / "ComfyUI")
        placed = found.path / "custom_nodes" / "avatarforge"
        checkout.rename(placed)
        done = install(root=placed)
        assert (done.returncode, done.stderr) == (0, "")
        assert "ComfyUI 0.33.0 was found by the folder" in done.stdout
        assert "restart ComfyUI" in done.stdout

    def test_a_requirement_missing_in_comfyuis_python_is_named(
        self, tmp_path: Path, checkout: Path
    ) -> None:
        placed = fake_comfyui(tmp_path / "ComfyUI").path / "custom_nodes" / "avatarforge"
        checkout.rename(placed)
        (placed / "requirements.txt").write_text("surely-not-installed>=1.0.0\n")
        done = install(root=placed)
        assert done.returncode == 1
        assert "surely-not-installed>=1.0.0 is not installed" in done.stdout
        assert "-m pip install -r" in done.stdout

    def test_a_comfyui_that_is_too_old_is_named(self, tmp_path: Path, checkout: Path) -> None:
        placed = fake_comfyui(tmp_path / "ComfyUI", "0.3.75").path / "custom_nodes" / "avatarforge"
        checkout.rename(placed)
        done = install(root=placed)
        assert done.returncode == 1
        assert "is 0.3.75, AvatarForge needs 0.33.0" in done.stdout


class TestRefusals:
    @pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 9)])
    def test_an_old_python_gets_a_sentence(self, version: tuple[int, int]) -> None:
        too_old: Callable[[tuple[int, int]], str | None] = runpy.run_path(
            str(ROOT / "install.py"), run_name="imported"
        )["too_old"]
        told = too_old(version)
        assert told is not None
        assert "needs Python 3.10 or newer" in told
        assert f"{version[0]}.{version[1]}" in told
        assert too_old((3, 10)) is None
        assert too_old((4, 0)) is None

    @pytest.mark.parametrize(
        "arguments",
        [
            ("fly",),
            ("run", "--fast"),
            ("run", "--port", "65536"),
            ("run", "--port", "http"),
            ("run", "--host", "mars"),
            ("keys",),
            ("keys", "add"),
            ("keys", "add", "bob", "--role", "king"),
        ],
    )
    def test_a_wrong_command_line_ends_with_2(self, arguments: tuple[str, ...]) -> None:
        done = install(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert "error:" in done.stderr.splitlines()[-1]

    def test_a_taken_port_is_told_before_anything_is_installed(self, checkout: Path) -> None:
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            done = install("run", "--port", str(port), root=checkout)
        assert done.returncode == 1
        assert f"port {port} on 127.0.0.1 is taken" in one_line(done.stderr)
        assert done.stdout == ""
        assert not (checkout / ".venv").exists()

    def test_an_address_of_another_machine_is_told(self, checkout: Path) -> None:
        # TEST-NET-1 of RFC 5737 is nobody's.
        done = install("run", "--listen", "192.0.2.1", "--port", "0", root=checkout)
        assert done.returncode == 1
        assert "cannot listen on 192.0.2.1" in one_line(done.stderr)

    def test_a_comfyui_that_is_not_there_is_told(self, checkout: Path) -> None:
        done = install("run", "--host", "comfyui", "--port", "0", root=checkout)
        assert done.returncode == 1
        assert "set COMFYUI_PATH" in one_line(done.stderr)
        named = install("run", "--port", "0", root=checkout, COMFYUI_PATH="/nowhere/at/all")
        assert named.returncode == 1
        assert "COMFYUI_PATH is /nowhere/at/all" in one_line(named.stderr)

    def test_a_damaged_keys_file_starts_nothing(self, checkout: Path) -> None:
        private = checkout / "data" / "user" / "__avatarforge"
        private.mkdir(parents=True)
        (private / "keys.json").write_text("{")
        done = install("run", "--host", "embedded", "--port", "0", root=checkout)
        assert done.returncode == 1
        assert "keys.json is damaged" in one_line(done.stderr)

    @pytest.mark.parametrize("command", ["test", "bench"])
    def test_a_copy_without_the_developers_part_says_so(self, checkout: Path, command: str) -> None:
        done = install(command, root=checkout)
        assert done.returncode == 1
        assert "are not in this copy" in one_line(done.stderr)

    def test_a_download_that_fails_is_one_line(self, checkout: Path) -> None:
        (checkout / "requirements-embedded.txt").write_text("surely-not-installed>=1.0.0\n")
        run = ("run", "--host", "embedded", "--port", "0")
        done = install(*run, root=checkout, PIP_NO_INDEX="1")
        assert done.returncode == 1
        line = one_line(done.stderr)
        assert line.startswith("install.py: Installing what the server needs: ")
        # The next start must see that this one was not finished.
        assert (checkout / ".venv" / "pyvenv.cfg").exists()
        assert not (checkout / ".venv" / environment.STAMP).exists()


class TestKeys:
    def test_the_round_trip(self, checkout: Path) -> None:
        added = install("keys", "add", "alice", "--role", "admin", root=checkout)
        assert added.returncode == 0
        key = one_line(added.stdout)
        assert "alice (admin)" in one_line(added.stderr)
        file = checkout / "data" / "user" / "__avatarforge" / "keys.json"
        found = environment.keys_module().KeyFile(file).find(key)
        assert (found.name, found.role) == ("alice", "admin")
        listed = install("keys", "list", root=checkout)
        assert re.fullmatch(r"alice +admin +\S+Z", one_line(listed.stdout))
        assert key not in listed.stdout
        assert install("keys", "revoke", "alice", root=checkout).returncode == 0
        assert one_line(install("keys", "list", root=checkout).stdout) == "There are no keys"

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("add", "no spaces"), "1 to 64"),
            (("revoke", "nobody"), "no key named 'nobody'"),
        ],
    )
    def test_what_is_refused_is_one_line(
        self, checkout: Path, arguments: tuple[str, ...], told: str
    ) -> None:
        done = install("keys", *arguments, root=checkout)
        assert done.returncode == 1
        assert told in one_line(done.stderr)

    def test_in_a_comfyui_they_are_in_its_user_folder(self, tmp_path: Path, checkout: Path) -> None:
        found = fake_comfyui(tmp_path / "ComfyUI")
        done = install("keys", "add", "bob", root=checkout, COMFYUI_PATH=str(found.path))
        assert done.returncode == 0
        assert (found.path / "user" / "__avatarforge" / "keys.json").exists()

    def test_a_folder_can_be_named(self, tmp_path: Path, checkout: Path) -> None:
        data = tmp_path / "elsewhere"
        assert install("keys", "add", "bob", "--data", str(data), root=checkout).returncode == 0
        assert (data / "user" / "__avatarforge" / "keys.json").exists()


STAND_IN = """
import http.server, sys
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/avatarforge/health" else 404)
        self.end_headers()
    def log_message(self, *arguments):
        pass
server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Answer)
try:
    server.serve_forever()
except KeyboardInterrupt:
    print("ended as asked", flush=True)
"""


@pytest.fixture
def started() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    processes: list[subprocess.Popen[str]] = []

    def start(root: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            (sys.executable, str(root / "install.py"), "run", *arguments),
            cwd=root,
            env={**os.environ, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=ENOUGH_S)


def until(output: IO[str] | None, start: str) -> str:
    """The first line of the output that starts so."""
    assert output is not None
    for line in output:
        if line.strip().startswith(start):
            return line.strip()
    raise AssertionError(f"the output ended without {start!r}")


@pytest.mark.skipif(os.name == "nt", reason="a console interrupt cannot be sent to one process")
class TestServer:
    @pytest.fixture
    def filled(self, checkout: Path) -> Path:
        """A checkout whose server is a stand-in that needs nothing but pip."""
        for name in environment.EMBEDDED:
            (checkout / name).write_text("pip>=1.0.0\n")
        (checkout / "__main__.py").write_text(STAND_IN)
        return checkout

    def test_ctrl_c_ends_it_cleanly(
        self, filled: Path, started: Callable[..., subprocess.Popen[str]]
    ) -> None:
        process = started(filled, "--host", "embedded", "--port", "0", PIP_NO_INDEX="1")
        until(process.stdout, "AvatarForge runs at http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=ENOUGH_S)
        assert (process.returncode, err) == (0, "")
        assert out.splitlines()[-1] == "ended as asked"

    def test_a_server_without_the_pack_is_one_line_and_is_stopped(
        self, filled: Path, started: Callable[..., subprocess.Popen[str]]
    ) -> None:
        (filled / "__main__.py").write_text(STAND_IN.replace("/avatarforge/health", "/other"))
        process = started(filled, "--host", "embedded", "--port", "0", PIP_NO_INDEX="1")
        out, err = process.communicate(timeout=ENOUGH_S)
        assert process.returncode == 1
        assert "AvatarForge is not loaded in it" in one_line(err)
        assert out.splitlines()[-1] == "ended as asked"

    def test_a_server_that_ends_by_itself_is_one_line(
        self, filled: Path, started: Callable[..., subprocess.Popen[str]]
    ) -> None:
        (filled / "__main__.py").write_text("import sys\nsys.exit(7)\n")
        process = started(filled, "--host", "embedded", "--port", "0", PIP_NO_INDEX="1")
        _, err = process.communicate(timeout=ENOUGH_S)
        assert process.returncode == 1
        assert "ended with code 7" in one_line(err)


@pytest.mark.skipif(not (ROOT / "__main__.py").exists(), reason="no embedded host")
@pytest.mark.skipif(os.name == "nt", reason="the printed line is for another shell")
def test_a_second_start_needs_no_network_and_its_curl_line_makes_an_avatar(
    tmp_path: Path, started: Callable[..., subprocess.Popen[str]]
) -> None:
    if shutil.which("curl") is None:
        pytest.skip("no curl: the printed line needs it")
    environment.ensure(environment.EMBEDDED, "Installing what the server needs", ROOT)
    options = ("--host", "embedded", "--port", "0", "--data", str(tmp_path / "data"))
    begun = time.monotonic()
    process = started(ROOT, *options, PIP_NO_INDEX="1")
    url = until(process.stdout, "AvatarForge runs at").split()[3]
    took = time.monotonic() - begun
    make = until(process.stdout, "curl ")
    fetch = until(process.stdout, "curl ")
    answer = subprocess.run(("sh", "-c", make), capture_output=True, text=True, check=True)
    generation = json.loads(answer.stdout)
    status = f"{url}/avatarforge-controller/generations/{generation['generation_id']}"
    deadline = time.monotonic() + ENOUGH_S
    while generation["status"] in ("queued", "processing"):
        assert time.monotonic() < deadline
        done = subprocess.run(("curl", "-s", status), capture_output=True, text=True, check=True)
        generation = json.loads(done.stdout)
    assert generation["status"] == "completed", generation
    subprocess.run(("sh", "-c", fetch), check=True, cwd=tmp_path)
    assert (tmp_path / server.PICTURE).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    assert took < 30
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=ENOUGH_S)
    assert process.returncode == 0
