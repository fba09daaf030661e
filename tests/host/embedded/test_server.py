"""The program: its address, its one line, its end; in a process of its own."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from avatarforge.forge.host.embedded.server import ListenError, address_of, listening

ROOT = Path(__file__).resolve().parents[3]

PACK = """
from __future__ import annotations
from .comfy import ComfyExtension, io


class Nothing(io.ComfyNode):
    @classmethod
    def define_schema(cls):
        return io.Schema("Nothing")


class Pack(ComfyExtension):
    async def get_node_list(self):
        return [Nothing]


AvatarForge = Pack
"""

MOUNTING = """
import sys
from aiohttp import web


def mount(host):
    async def path(request):
        return web.json_response({"path": sys.path, "modules": sorted(sys.modules)})

    host.add_routes([web.get("/where", path)])
    return Product()


class Product:
    unavailable = None
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A pack of one node and one route, in a folder whose name is no module's."""
    root = tmp_path / "any folder-1.0"
    for name in ("__init__.py", "__main__.py"):
        root.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root)
    ignored = shutil.ignore_patterns("__pycache__", "comfyui")
    shutil.copytree(ROOT / "forge" / "host", root / "forge" / "host", ignore=ignored)
    (root / "forge" / "__init__.py").touch()
    for package in ("nodes", "routes"):
        (root / package).mkdir()
        (root / package / "__init__.py").touch()
    shutil.copy(ROOT / "nodes" / "comfy.py", root / "nodes")
    (root / "nodes" / "pack.py").write_text(PACK)
    (root / "routes" / "mounting.py").write_text(MOUNTING)
    (root / "routes" / "settings.py").write_text("class SettingError(ValueError): pass\n")
    return root


class Program:
    def __init__(self, checkout: Path, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(checkout), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip()

    def end(self) -> tuple[int, str]:
        """Exit status and what it had to say."""
        _, errors = self.process.communicate(timeout=60)
        return self.process.returncode, errors


@pytest.fixture
def program(checkout: Path, tmp_path: Path) -> Iterator[Program]:
    program = Program(checkout, "--port", "0", "--data", str(tmp_path / "data"))
    yield program
    program.process.kill()
    program.end()


def url_of(line: str) -> str:
    before, after = "AvatarForge on ", " (embedded host)"
    assert line.startswith(before) and line.endswith(after)
    return line[len(before) : -len(after)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_program_serves_until_it_is_told_to_stop(
    program: Program, tmp_path: Path, checkout: Path, number: signal.Signals
) -> None:
    url = url_of(program.line())
    with urllib.request.urlopen(url) as response:
        assert "AvatarForge" in response.read().decode()
    with urllib.request.urlopen(f"{url}/api/where") as response:
        where = response.read().decode()
    assert str(checkout) not in where.split("modules")[0]
    for heavy in ("torch", "numpy", "scipy", "skimage", "PIL"):
        assert f'"{heavy}"' not in where
    assert (tmp_path / "data" / "user" / "__avatarforge").is_dir()
    assert not (checkout / "data").exists()
    program.process.send_signal(number)
    status, errors = program.end()
    assert (status, errors) == (0, "")


def test_a_taken_port_is_one_clear_line(checkout: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        data = tmp_path / "data"
        program = Program(checkout, "--port", str(port), "--data", str(data))
        status, errors = program.end()
    assert status != 0
    assert errors == f"Port {port} on 127.0.0.1 is taken; choose another with --port\n"
    assert not data.exists()


def test_a_data_directory_that_cannot_be_is_one_clear_line(checkout: Path) -> None:
    data = checkout / "__init__.py"
    status, errors = Program(checkout, "--port", "0", "--data", str(data)).end()
    assert status != 0
    assert errors.startswith(f"Cannot use {data}: ") and errors.count("\n") == 1


def test_a_setting_without_meaning_is_one_clear_line(checkout: Path, tmp_path: Path) -> None:
    (checkout / "routes" / "mounting.py").write_text(
        "from .settings import SettingError\n"
        "def mount(host):\n"
        "    raise SettingError('AVATARFORGE_X is 5; it takes 1 or 0')\n"
    )
    status, errors = Program(checkout, "--port", "0", "--data", str(tmp_path / "data")).end()
    assert status != 0
    assert errors == "AVATARFORGE_X is 5; it takes 1 or 0\n"


@pytest.mark.parametrize("listen", ["127.0.0.1", "localhost", "127.0.0.1, 127.0.0.2"])
def test_every_address_gets_the_same_port(listen: str) -> None:
    if "127.0.0.2" in listen and sys.platform == "darwin":
        pytest.skip("macOS has but one loopback address")
    bound = listening(listen, 0)
    try:
        assert len({one.getsockname()[1] for one in bound}) == 1
        assert len(bound) >= listen.count(",") + 1
    finally:
        for one in bound:
            one.close()


@pytest.mark.parametrize("listen", ["", " , ", "192.0.2.1", "no such host", "127.0.0.1,192.0.2.1"])
def test_an_address_that_is_not_ours(listen: str) -> None:
    with pytest.raises(ListenError):
        listening(listen, 0)


@pytest.mark.parametrize(
    ("listen", "shown"),
    [
        ("127.0.0.1", "http://127.0.0.1:{}"),
        ("0.0.0.0", "http://127.0.0.1:{}"),
        ("localhost", "http://localhost:{}"),
    ],
)
def test_the_address_shown_is_one_that_this_machine_can_open(listen: str, shown: str) -> None:
    bound = listening(listen, 0)
    try:
        assert address_of(listen, bound) == shown.format(bound[0].getsockname()[1])
    finally:
        for one in bound:
            one.close()
