"""Starting the server, waiting for it, and stopping it again."""

from __future__ import annotations

import contextlib
import errno
import http.client
import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import time
import types
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from .comfyui import ComfyUI
from .console import InstallError, say
from .packages import clean_environment

HEALTH = "/avatarforge/health"
GENERATE = "/avatarforge-controller/generate/avatar"
LATEST = "/avatarforge-controller/generations?limit=1"
PROMPT = {"prompt": "a smiling woman with red curly hair, green eyes and round glasses"}
PICTURE = "avatar.png"
START_TIMEOUT_S = 600.0
"""A first start of ComfyUI with many packs on a slow disk takes minutes."""
STOP_TIMEOUT_S = 30.0
ANSWER_TIMEOUT_S = 10.0
POLL_S = 0.1


@dataclass(frozen=True)
class Address:
    """`listen` as ComfyUI takes it: one address, or several with commas between."""

    listen: str
    port: int

    def hosts(self) -> list[str]:
        return [part.strip().strip("[]") for part in self.listen.split(",") if part.strip()]

    def url(self) -> str:
        """Where a caller on this machine reaches it."""
        host = self.hosts()[0]
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"

    def is_local(self) -> bool:
        return all(host in ("localhost", "::1") or host.startswith("127.") for host in self.hosts())

    def claim(self) -> Address:
        """This address with a port that is free now; port 0 takes any.

        Raises InstallError where the port is taken or the address is not one of this machine.
        """
        if not self.hosts():
            raise InstallError("--listen wants an address")
        port = self.port
        for host in self.hosts():
            port = _bind(host, port)
        return Address(self.listen, port)


def _bind(host: str, port: int) -> int:
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError) as error:
        raise InstallError(f"cannot listen on {host}: there is no such address") from error
    with socket.socket(family, kind, protocol) as probe:
        if sys.platform == "win32":
            # There SO_REUSEADDR would bind a port that another process listens on.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            probe.bind(place)
            # Bound but not listening is also what two sockets may do at once on Linux.
            probe.listen(1)
        except OSError as error:
            raise InstallError(_bind_problem(host, port, error)) from error
        bound: int = probe.getsockname()[1]
        return bound


def _bind_problem(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is taken; choose another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} on {host} may not be used; choose another with --port"
    return f"cannot listen on {host}: {error.strerror}"


def embedded_command(python: Path, root: Path, address: Address, data: Path) -> tuple[str, ...]:
    options = ("--listen", address.listen, "--port", str(address.port), "--data", str(data))
    return (str(python), str(root), *options)


def comfyui_command(
    comfyui: ComfyUI, python: Path, address: Address, data: Path | None, *, cpu: bool
) -> tuple[str, ...]:
    """With `data`, ComfyUI keeps its files there and goes on using its own models."""
    options = ["--listen", address.listen, "--port", str(address.port)]
    if cpu:
        options.append("--cpu")
    if data is not None:
        for name in ("user", "input", "output"):
            options += [f"--{name}-directory", str(data / name)]
        # ComfyUI adds "temp" to this one itself.
        options += ["--temp-directory", str(data)]
        database = (data / "user" / "comfyui.db").as_posix()
        options += ["--database-url", f"sqlite:///{database}"]
    return (str(python), str(comfyui.path / "main.py"), *options)


def examples(url: str, *, key: bool, windows: bool) -> list[tuple[str, str]]:
    """Lines that make an avatar and fetch it, each with what it is.

    `key`: the server wants one. The body is piped on Windows because neither of its shells
    hands quotes inside an argument on in one way in all versions.
    """
    body = json.dumps(PROMPT)
    if not windows:
        header = ' -H "X-API-Key: $AVATARFORGE_KEY"' if key else ""
        make = f'curl -s {url}{GENERATE} -H "Content-Type: application/json"{header}'
        fetch = (
            f"curl -s -o {PICTURE} \"{url}$(curl -s{header} '{url}{LATEST}'"
            " | grep -o '/outputs/[^\"]*[.]png' | head -n 1)\""
        )
        if header:
            fetch += header
        return [
            ("Make an avatar", f"{make} -d {shlex.quote(body)}"),
            ("Fetch it a moment later", fetch),
        ]
    options = ' -H "Content-Type: application/json" -d "@-"'
    cmd = ' -H "X-API-Key: %AVATARFORGE_KEY%"' if key else ""
    power = ' -H "X-API-Key: $env:AVATARFORGE_KEY"' if key else ""
    return [
        ("Make an avatar (cmd)", f"echo {body} | curl.exe -s {url}{GENERATE}{cmd}{options}"),
        (
            "Make an avatar (PowerShell)",
            f"'{body}' | curl.exe -s {url}{GENERATE}{power}{options}",
        ),
        (
            "Fetch it a moment later (PowerShell)",
            f"curl.exe -s{power} -o {PICTURE} ('{url}' + (curl.exe -s{power} '{url}{LATEST}' | "
            "ConvertFrom-Json).generations[0].output_files[0].url)",
        ),
    ]


class Server:
    """A server process, which nothing but `stop` interrupts."""

    def __init__(self, command: Sequence[str], directory: Path) -> None:
        # A terminal's Ctrl-C goes to every process of its group. Elsewhere than on Windows
        # the server gets a group of its own and hears of it from us alone.
        self._process = subprocess.Popen(
            command,
            cwd=directory,
            env=clean_environment(),
            start_new_session=sys.platform != "win32",
        )

    def wait_until_healthy(self, url: str, timeout_s: float = START_TIMEOUT_S) -> None:
        """Raises InstallError when it ends, does not answer in time, or has no AvatarForge."""
        deadline = time.monotonic() + timeout_s
        while (answer := status(url + HEALTH)) != HTTPStatus.OK:
            if answer == HTTPStatus.NOT_FOUND:
                # ComfyUI listens once all packs are loaded: ours will not come any more.
                raise InstallError(
                    "the server runs, but AvatarForge is not loaded in it; its own words are above"
                )
            if self._process.poll() is not None:
                raise InstallError(
                    f"the server ended with code {self._process.returncode} before it answered; "
                    "its own words are above"
                )
            if time.monotonic() > deadline:
                raise InstallError(f"the server did not answer within {timeout_s:.0f} s")
            time.sleep(POLL_S)

    def wait(self) -> int:
        return self._process.wait()

    def stop(self) -> None:
        """Ask it to end as Ctrl-C does, and make it end when it does not in good time."""
        if self._process.poll() is None:
            if sys.platform != "win32":
                self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(STOP_TIMEOUT_S)
            except (subprocess.TimeoutExpired, KeyboardInterrupt):
                self._process.kill()
                self._process.wait()


def status(url: str) -> int | None:
    """The HTTP status of a GET, never through a proxy; None where nothing answers."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=ANSWER_TIMEOUT_S) as response:
            code: int = response.status
            return code
    except urllib.error.HTTPError as error:
        return error.code
    except (OSError, http.client.HTTPException):
        return None


@contextlib.contextmanager
def terminable() -> Iterator[None]:
    """Let SIGTERM and a closed terminal end this process as Ctrl-C does.

    SIGINT is named too because a shell starts background processes with it ignored, and the
    server would inherit that.
    """

    def interrupt(number: int, frame: types.FrameType | None) -> None:
        raise KeyboardInterrupt

    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, interrupt) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def serve(
    command: Sequence[str], directory: Path, address: Address, host: str, *, key: bool
) -> int:
    """Run the server in the foreground until it ends or Ctrl-C; returns the exit code."""
    with terminable():
        server = Server(command, directory)
        try:
            server.wait_until_healthy(address.url())
            say(f"\nAvatarForge runs at {address.url()} ({host}). Ctrl-C stops it.")
            for title, line in examples(address.url(), key=key, windows=sys.platform == "win32"):
                say(f"{title}:\n  {line}")
            if not key and not address.is_local() and not anonymous_callers_allowed():
                say(
                    "No keys are configured, so callers from other machines are refused. "
                    "To let them in: python install.py keys add NAME"
                )
            code = server.wait()
        except KeyboardInterrupt:
            say("Stopping")
            return 0
        finally:
            server.stop()
    if code != 0:
        raise InstallError(f"the server ended with code {code}")
    return 0


def anonymous_callers_allowed() -> bool:
    """As the server itself reads the setting (routes/settings.py)."""
    value = os.environ.get("AVATARFORGE_ALLOW_ANONYMOUS", "")
    return value.strip().lower() in ("1", "true", "yes", "on")
