"""`python CHECKOUT [--listen ADDR] [--port N] [--data DIR]`: AvatarForge without ComfyUI."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import importlib.util
import logging
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket

ROOT = Path(__file__).resolve().parent


def load_package() -> ModuleType:
    """This folder as the package `avatarforge`, whatever the folder is called."""
    loaded = sys.modules.get("avatarforge")
    if loaded is not None:
        return loaded
    # Our folders would otherwise shadow top-level modules of their names.
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
    spec = importlib.util.spec_from_file_location(
        "avatarforge", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"No package at {ROOT}")
    package = importlib.util.module_from_spec(spec)
    sys.modules["avatarforge"] = package
    spec.loader.exec_module(package)
    return package


def part(name: str) -> ModuleType:
    """Loaded by name: this file is no part of the package when it is run as a program."""
    return importlib.import_module(f"avatarforge.{name}")


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="avatarforge", description="AvatarForge without ComfyUI")
    parser.add_argument(
        "--listen",
        default="127.0.0.1",
        metavar="ADDR",
        help="address, or several with commas between (default: %(default)s)",
    )
    parser.add_argument(
        "--port", type=int, default=8188, metavar="N", help="0: a free one (default: %(default)s)"
    )
    parser.add_argument(
        "--data",
        type=Path,
        default=ROOT / "data",
        metavar="DIR",
        help="where everything is kept (default: %(default)s)",
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a name by which a proxy on this machine calls the server; may be repeated",
    )
    return parser.parse_args(arguments)


async def run(options: argparse.Namespace, package: ModuleType, bound: list[socket.socket]) -> None:
    """Serves until told to stop. SystemExit with a line for what the user can put right."""
    server = part("forge.host.embedded.server")
    extension = await package.comfy_entrypoint()
    await extension.on_load()
    nodes = await extension.get_node_list()
    try:
        host = part("forge.host.embedded.host").EmbeddedHost(
            options.data, nodes, listen=options.listen, allowed_hosts=options.allow_host
        )
    except OSError as error:
        raise SystemExit(f"Cannot use {options.data}: {error.strerror}") from error
    try:
        product = part("routes.mounting").mount(host)
    except part("routes.settings").SettingError as error:
        raise SystemExit(str(error)) from error

    def announce() -> None:
        if product.unavailable is not None:
            raise SystemExit(f"AvatarForge: {product.unavailable}")
        address = server.address_of(options.listen, bound)
        sys.stdout.write(f"AvatarForge on {address} (embedded host)\n")
        sys.stdout.flush()

    await server.serve(host.app, bound, announce)


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    package = load_package()
    server = part("forge.host.embedded.server")
    try:
        bound = server.listening(options.listen, options.port)
    except server.ListenError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    try:
        asyncio.run(run(options, package, bound))
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
