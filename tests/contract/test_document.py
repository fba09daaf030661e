"""Every example of the avatar API's document, run as it is written.

Only the port and the names of files are others; `time` is a clock that sleeping moves, so
that an hour of monitoring passes at once. The document lies beside the checkout.
"""

from __future__ import annotations

import hashlib
import http.server
import os
import re
import runpy
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import requests

from .servers import CHECKOUT, Client

DOCUMENT = CHECKOUT.parent / "shared" / "documented-apis" / "avatarforge.md"
MakePicture = Callable[..., bytes]

_EXAMPLE = re.compile(r"^### Example (\d+\.\d+): .*$", re.MULTILINE)
_CODE = re.compile(r"```(python|bash)\n(.*?)```", re.DOTALL)

pytestmark = pytest.mark.skipif(
    not DOCUMENT.exists(), reason="the document of the avatar API is not beside the checkout"
)


@dataclass(frozen=True)
class Example:
    number: str
    language: str
    code: str


def examples() -> list[Example]:
    if not DOCUMENT.exists():
        return []
    text = DOCUMENT.read_text(encoding="utf-8")
    found = []
    headings = list(_EXAMPLE.finditer(text))
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        section = text[heading.end() : following.start() if following else len(text)]
        for language, code in _CODE.findall(section):
            found.append(Example(heading[1], language, code))
    return found


class Clock(ModuleType):
    """`time` where sleeping takes no time."""

    def __init__(self) -> None:
        super().__init__("time")
        self.slept = 0.0

    def time(self) -> float:
        return time.time() + self.slept

    def sleep(self, seconds: float) -> None:
        self.slept += seconds

    def __getattr__(self, name: str) -> Any:
        return getattr(time, name)


@pytest.fixture
def pictures(folder: Path, picture: MakePicture) -> Path:
    """The files that the examples name, each with bytes of its own."""
    for name in (
        *("pose.png", "my_pose.png", "large_pose.png", "pose1.png", "pose2.png", "pose3.png"),
        *("p1.png", "p2.png", "p3.png", "warrior_pose.png"),
    ):
        (folder / name).write_bytes(picture())
    shutil.copy(folder / "p1.png", folder / "p1_copy.png")
    for name in (
        *("reference.jpg", "style_ref.jpg", "armor_ref.jpg", "ref1.jpg", "ref2.jpg", "ref3.jpg"),
    ):
        (folder / name).write_bytes(picture(format="JPEG"))
    (folder / "huge_pose.png").write_bytes(picture(2200, 300))
    (folder / "my_poses").mkdir()
    for name in ("one.png", "two.png"):
        shutil.copy(folder / "pose.png", folder / "my_poses" / name)
    return folder


@pytest.fixture
def elsewhere(pictures: Path) -> Iterator[str]:
    """Another web server, that has a picture to download."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(pictures))

        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/pose.png"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_document_has_examples() -> None:
    assert len(examples()) == 26


def test_python_examples(
    client: Client, pictures: Path, elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the document's order, in one namespace: later examples call earlier ones."""
    clock = Clock()
    monkeypatch.setitem(sys.modules, "time", clock)
    run: set[str] = set()
    namespace: dict[str, Any] = {
        "requests": requests,
        "time": clock,
        "os": os,
        "hashlib": hashlib,
        # Named by the first examples and never shown.
        "generate_avatar": lambda prompt: client.generate(prompt),
    }
    for example in examples():
        if example.language != "python":
            continue
        code = example.code.replace("http://localhost:8000", client.base_url)
        code = code.replace("https://example.com/pose_image.png", elsewhere)
        script = pictures / f"example-{example.number}.py"
        script.write_text(code, encoding="utf-8")
        namespace |= runpy.run_path(str(script), init_globals=namespace)
        run.add(example.number)
    assert len(run) == 22
    assert clock.slept >= 3600, "the monitoring example did not run"


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_curl_examples(client: Client, pictures: Path) -> None:
    count = 0
    for example in examples():
        if example.language != "bash":
            continue
        code = example.code.replace("http://localhost:8000", client.base_url)
        code = code.replace("/path/to/", "").replace("curl ", "curl --fail --silent ")
        result = subprocess.run(
            ["bash", "-ec", code], cwd=pictures, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, f"example {example.number}: {result.stderr}"
        assert result.stdout.startswith("{"), result.stdout
        count += 1
    assert count == 4
