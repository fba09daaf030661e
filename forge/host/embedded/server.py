"""Serves an embedded host until it is told to stop."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
import sys
from collections.abc import Callable, Sequence

from aiohttp import web

SHUTDOWN_TIMEOUT = 5.0  # seconds that open requests have to end
BACKLOG = 128

_NOT_HERE = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class ListenError(Exception):
    """The address cannot be listened on; the message says why, in a line."""


def hosts_of(listen: str) -> list[str]:
    """`listen` as ComfyUI takes it: one address or name, or several with commas between."""
    hosts = [part.strip().strip("[]") for part in listen.split(",")]
    return [host for host in hosts if host]


def listening(listen: str, port: int) -> list[socket.socket]:
    """Sockets bound to all the addresses; port 0 takes a free one. Raises ListenError.

    Made before anything else is touched: a second server on one port must not get to the
    first one's data.
    """
    bound: list[socket.socket] = []
    try:
        for host in hosts_of(listen):
            bound += _bound_to(host, port)
            port = bound[0].getsockname()[1]
        if not bound:
            raise ListenError("There is no address to listen on; name one with --listen")
    except ListenError:
        for one in bound:
            one.close()
        raise
    return bound


def _bound_to(host: str, port: int) -> list[socket.socket]:
    """A name may stand for several addresses; those this machine does not have are left out."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError, OverflowError) as error:
        raise ListenError(f"Cannot listen on {host}: {error}") from error
    bound: list[socket.socket] = []
    missing: OSError | None = None
    for family, kind, protocol, _, address in dict.fromkeys(found):
        place = (address[0], port, *address[2:])
        try:
            bound.append(_bind(family, kind, protocol, place))
            port = bound[0].getsockname()[1]
        except OSError as error:
            if error.errno in _NOT_HERE:
                missing = error
                continue
            for one in bound:
                one.close()
            if error.errno == errno.EADDRINUSE:
                message = f"Port {port} on {host} is taken; choose another with --port"
            else:
                message = f"Cannot listen on {host}, port {port}: {error.strerror}"
            raise ListenError(message) from error
    if missing is not None and not bound:
        raise ListenError(f"Cannot listen on {host}: {missing.strerror}") from missing
    return bound


def _bind(
    family: socket.AddressFamily, kind: socket.SocketKind, protocol: int, place: tuple[object, ...]
) -> socket.socket:
    bound = socket.socket(family, kind, protocol)
    try:
        if sys.platform == "win32":
            # There SO_REUSEADDR would let two servers share the port.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.bind(place)
        bound.listen(BACKLOG)
    except OSError:
        bound.close()
        raise
    return bound


def address_of(listen: str, bound: Sequence[socket.socket]) -> str:
    """As a person types it in a browser on this machine."""
    host = hosts_of(listen)[0]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    port = bound[0].getsockname()[1]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


async def serve(
    app: web.Application, bound: Sequence[socket.socket], ready: Callable[[], None]
) -> None:
    """Until SIGINT or SIGTERM, a second of which ends the process at once.

    `ready` is called when requests are answered. The sockets are closed in any case.
    """
    told_to_stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in _STOP_SIGNALS:
        try:
            loop.add_signal_handler(number, told_to_stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(told_to_stop.set))
    runner = web.AppRunner(
        app, handle_signals=False, access_log=None, shutdown_timeout=SHUTDOWN_TIMEOUT
    )
    try:
        await runner.setup()
        for one in bound:
            await web.SockSite(runner, one).start()
        ready()
        await told_to_stop.wait()
    finally:
        _restore_signals(loop)
        await runner.cleanup()
        for one in bound:
            one.close()


def _restore_signals(loop: asyncio.AbstractEventLoop) -> None:
    for number in _STOP_SIGNALS:
        try:
            loop.remove_signal_handler(number)
        except NotImplementedError:  # Windows
            usual = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
            signal.signal(number, usual)
