"""The command line of `install.py`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from . import comfyui, environment, probe, server
from .console import ROOT, InstallError, say
from .packages import clean_environment

DEFAULT_LISTEN = "127.0.0.1"
DEFAULT_PORT = 8188
HOSTS = ("auto", "embedded", "comfyui")
RESULTS = Path("bench") / "results.json"
MOST_WORKERS = 4
INTERRUPTED = 130
"""What a shell gives a command that Ctrl-C ended."""


def main(arguments: Sequence[str]) -> int:
    """The exit code; what fails is one line on stderr."""
    keyring = environment.keys_module()
    try:
        return _dispatch(list(arguments))
    except InstallError as error:
        problem = str(error)
    except KeyboardInterrupt:
        sys.stderr.write("install.py: interrupted; run it again to go on\n")
        return INTERRUPTED
    except OSError as error:
        place = f": {error.filename}" if error.filename else ""
        problem = f"{error.strerror or error}{place}"
    except (keyring.KeyFileError, keyring.KeyNameError) as error:
        problem = str(error)
    sys.stderr.write(f"install.py: {problem}\n")
    return 1


def _dispatch(arguments: list[str]) -> int:
    # Everything after these two belongs to somebody else's command line.
    if arguments[:1] == ["test"] and arguments[1:] not in (["--help"], ["-h"]):
        return test(arguments[1:])
    options = parser().parse_args(arguments)
    if options.command == "run":
        return run(options)
    if options.command == "bench":
        return bench(options.name)
    if options.command == "sheets":
        return sheets(options.directory, options.name)
    if options.command == "keys":
        return keys(options)
    return check(ROOT)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="install.py",
        description="Without a command: check what AvatarForge needs, and change nothing.",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    serve = commands.add_parser("run", help="install what is missing and start the server")
    serve.add_argument("--listen", default=DEFAULT_LISTEN, metavar="ADDR")
    serve.add_argument("--port", type=_port, default=DEFAULT_PORT, metavar="N")
    _where(serve)

    measure = commands.add_parser("bench", help="measure, and print a table")
    measure.add_argument("name", nargs="*", metavar="NAME")

    draw = commands.add_parser("sheets", help="draw contact sheets of what the drawing can do")
    draw.add_argument("directory", type=Path, metavar="DIR", help="made where it is missing")
    draw.add_argument("name", nargs="*", metavar="NAME", help="only these sheets")

    commands.add_parser("test", help="run every test; further arguments go to pytest")

    keyring = commands.add_parser("keys", help="make, list and revoke keys")
    actions = keyring.add_subparsers(dest="action", metavar="ACTION", required=True)
    add = actions.add_parser("add", help="make a key; it is shown once")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", choices=("user", "admin"), default="user")
    revoke = actions.add_parser("revoke", help="take a key away, at once")
    revoke.add_argument("name", metavar="NAME")
    for action in (add, revoke, actions.add_parser("list", help="names, roles and dates")):
        _where(action)
    return top


def _where(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--host", choices=HOSTS, default="auto", help="auto: a ComfyUI where one is found"
    )
    command.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="where files are kept; by default ComfyUI's own folders, or 'data' beside install.py",
    )


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else -1
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return port


def choose_host(option: str, root: Path = ROOT) -> comfyui.ComfyUI | None:
    """The ComfyUI to use, or None for the embedded host.

    Raises InstallError where a ComfyUI was asked for and none can be used.
    """
    if option == "embedded":
        return None
    found = comfyui.find(root)
    if found is None:
        if option == "comfyui":
            raise InstallError("no ComfyUI was found; set COMFYUI_PATH to its folder")
        return None
    problem = found.problem(root)
    if problem is None:
        return found
    if option == "comfyui":
        raise InstallError(problem)
    say(f"Using the embedded host: {problem}")
    return None


def private_directory(found: comfyui.ComfyUI | None, data: Path | None, root: Path) -> Path:
    """The pack's own directory, where the keys are, on that host."""
    if found is not None:
        return found.private(data)
    return (data or root / "data") / "user" / "__avatarforge"


def run(options: argparse.Namespace) -> int:
    address = server.Address(options.listen, options.port).claim()
    data: Path | None = options.data.expanduser().absolute() if options.data else None
    found = choose_host(options.host)
    key_file = private_directory(found, data, ROOT) / environment.keys_module().FILE_NAME
    key = environment.keys_module().KeyFile(key_file).configured()
    if found is None:
        python = environment.ensure(environment.EMBEDDED, "Installing what the server needs")
        data = data or ROOT / "data"
        data.mkdir(parents=True, exist_ok=True)
        command = server.embedded_command(python, ROOT, address, data)
        return server.serve(command, ROOT, address, "embedded host", key=key)
    python = found.python()
    cpu = not found.has_gpu(python)
    environment.ensure_in(python)
    comfyui.place(ROOT, found)
    if data is not None:
        for name in ("user", "input", "output"):
            (data / name).mkdir(parents=True, exist_ok=True)
    command = server.comfyui_command(found, python, address, data, cpu=cpu)
    return server.serve(command, found.path, address, f"ComfyUI {found.version()}", key=key)


def bench(names: Sequence[str]) -> int:
    script = ROOT / "bench" / "__main__.py"
    _require(script, "the benchmarks")
    python = environment.ensure(environment.BENCH, "Installing what the benchmarks need")
    command = (str(python), str(script), *names, "--json", str(ROOT / RESULTS))
    return subprocess.run(command, cwd=ROOT, env=clean_environment()).returncode


def sheets(directory: Path, names: Sequence[str]) -> int:
    script = ROOT / "docs" / "pictures.py"
    _require(script, "the contact sheets")
    python = environment.ensure(environment.EMBEDDED, "Installing what drawing needs")
    command = (str(python), str(script), str(directory.expanduser().absolute()), *names)
    return subprocess.run(command, cwd=ROOT, env=clean_environment()).returncode


def test(arguments: Sequence[str]) -> int:
    _require(ROOT / "tests", "the tests")
    python = environment.ensure(environment.TEST, "Installing what the tests need")
    found = choose_host("auto")
    if found is not None:
        environment.ensure_in(found.python())
    environ = clean_environment()
    if not arguments:
        cores = os.cpu_count() or 1
        workers = min(cores, MOST_WORKERS)
        arguments = _side_by_side(workers)
        # Threads of array libraries, of which each would take every core and spin on it.
        environ = {**_threads(cores // workers), **environ}
    command = (str(python), "-m", "pytest", *arguments)
    return subprocess.run(command, cwd=ROOT, env=environ).returncode


def _side_by_side(workers: int) -> tuple[str, ...]:
    """How pytest spreads the whole suite over the cores, a file to a worker.

    Every worker starts hosts of its own, a ComfyUI of a gigabyte or two among them.
    """
    if workers == 1:
        return ()
    return ("-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder")


def _threads(count: int) -> dict[str, str]:
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    return {**dict.fromkeys(names, str(count)), "OMP_WAIT_POLICY": "PASSIVE"}


def _require(path: Path, what: str) -> None:
    if not path.exists():
        raise InstallError(f"{what} are not in this copy; get the source from its repository")


def keys(options: argparse.Namespace) -> int:
    module = environment.keys_module()
    data = options.data.expanduser().absolute() if options.data else None
    path = private_directory(choose_host(options.host), data, ROOT) / module.FILE_NAME
    file = module.KeyFile(path)
    if options.action == "add":
        key = file.add(options.name, options.role)
        # The key alone on stdout, so that a script can take it.
        sys.stderr.write(f"The key of {options.name} ({options.role}), shown this once:\n")
        say(key)
    elif options.action == "revoke":
        file.revoke(options.name)
        say(f"Revoked {options.name}")
    else:
        entries = file.list()
        width = max((len(entry.name) for entry in entries), default=0)
        for entry in entries:
            made = " (made by the server)" if entry.generated else ""
            say(f"{entry.name:<{width}}  {entry.role:<5}  {entry.created}{made}")
        if not entries:
            say("There are no keys")
    return 0


def check(root: Path) -> int:
    """What ComfyUI Manager calls after unpacking: say what is missing; change nothing.

    1 where the pack, inside a ComfyUI, could not be used there.
    """
    found = comfyui.find(root)
    problems = probe.problems([root / name for name in environment.PACK])
    for each in problems:
        say(f"{each.requirement} {each.problem} in {sys.executable}")
    if problems:
        say(f"To get it: {sys.executable} -m pip install -r {root / environment.PACK[0]}")
    if found is None:
        say("No ComfyUI was found. AvatarForge runs without one: python install.py run")
        return 0
    unfit = found.problem(root)
    say(unfit or f"ComfyUI {found.version()} was found by {found.found_by}")
    if not found.holds(root):
        say("This folder is not in that ComfyUI's custom_nodes; python install.py run links it")
        return 0
    if not problems and unfit is None:
        say("AvatarForge has all it needs; restart ComfyUI to load it")
    return 1 if problems or unfit is not None else 0
