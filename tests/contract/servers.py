"""The servers that the contract is held against, and a client that knows their addresses."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import requests

CHECKOUT = Path(__file__).absolute().parents[2]

_START_S = 60.0
_END_S = 120.0
_LISTENING = re.compile(r"(http://\S+)")


def wait_until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.02)


def _limit_files(size: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


class Embedded:
    """The embedded host as a process of its own, as a person starts it."""

    def __init__(
        self,
        data: Path,
        environment: Mapping[str, str] | None = None,
        *,
        file_limit: int | None = None,
        arguments: Sequence[str] = (),
    ) -> None:
        """`file_limit` is the largest file, in bytes, that the server can write."""
        self.data = data
        self.process = subprocess.Popen(
            [sys.executable, str(CHECKOUT), "--port", "0", "--data", str(data), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})},
            preexec_fn=None if file_limit is None else partial(_limit_files, file_limit),
        )
        self.lines: list[str] = []
        self._listening = threading.Event()
        self.base_url = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if not self._listening.wait(_START_S) or not self.base_url:
            self.stop()
            raise RuntimeError("the embedded host did not start:\n" + self.log())

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)
            found = _LISTENING.search(line)
            if found and not self.base_url:
                self.base_url = found[1]
                self._listening.set()
        self._listening.set()

    def log(self) -> str:
        return "".join(self.lines)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._reader.join()

    def kill(self) -> None:
        """As kill -9 does: nothing of the server's own runs any more."""
        self.process.kill()
        self.process.wait()
        self._reader.join()


@dataclass
class Client:
    """A caller of one server."""

    base_url: str
    private: Path  # the pack's own directory on that server
    host: str
    headers: dict[str, str] = field(default_factory=dict)

    def request(self, method: str, path: str, **arguments: Any) -> requests.Response:
        headers = {**self.headers, **arguments.pop("headers", {})}
        arguments.setdefault("timeout", 60)
        return requests.request(method, self.base_url + path, headers=headers, **arguments)

    def get(self, path: str, **arguments: Any) -> requests.Response:
        return self.request("GET", path, **arguments)

    def post(self, path: str, **arguments: Any) -> requests.Response:
        return self.request("POST", path, **arguments)

    def delete(self, path: str, **arguments: Any) -> requests.Response:
        return self.request("DELETE", path, **arguments)

    def upload(
        self, data: bytes, name: str = "pose.png", kind: str = "pose", **arguments: Any
    ) -> requests.Response:
        return self.post(
            f"/avatarforge-controller/upload/{kind}_image",
            files={"file": (name, data, "image/png")},
            **arguments,
        )

    def generate(self, prompt: str = "a warrior", **fields: Any) -> dict[str, Any]:
        response = self.post(
            "/avatarforge-controller/generate/avatar", json={"prompt": prompt, **fields}
        )
        assert response.status_code == 200, response.text
        generation: dict[str, Any] = response.json()
        return generation

    def generation(self, generation_id: str) -> dict[str, Any]:
        response = self.get(f"/avatarforge-controller/generations/{generation_id}")
        assert response.status_code == 200, response.text
        generation: dict[str, Any] = response.json()
        return generation

    def finished(self, generation_id: str) -> dict[str, Any]:
        """Poll as the API's clients do, until the generation has ended."""
        deadline = time.monotonic() + _END_S
        while True:
            generation = self.generation(generation_id)
            if generation["status"] in ("completed", "failed"):
                return generation
            assert time.monotonic() < deadline, f"still {generation['status']}"
            time.sleep(0.05)

    def with_headers(self, **headers: str) -> Client:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Client(self.base_url, self.private, self.host, {**self.headers, **named})
