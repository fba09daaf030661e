"""Keeps web pages of other origins from using a server on this machine.

A browser sends requests to loopback addresses on behalf of any page. Two ways are closed:
a page that calls us across origins (it says so in Sec-Fetch-Site or Origin), and a page
whose own name was made to resolve to this machine (DNS rebinding; its name is then in
Host).
"""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import SplitResult, urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from ..loopback import is_loopback
from .server import hosts_of

DEFAULT_PORTS = {"http": 80, "https": 443}


def origin_guard(listen: str, allowed_hosts: Collection[str] = ()) -> Middleware:
    """403 for what a page of another origin sends.

    `listen` is where the server listens, one address or several with commas between; where
    one is not loopback, a machine may call itself by any of its names, and Host is not
    looked at. `allowed_hosts` are names by which a proxy on this machine calls the server.
    """
    local_only = all(is_loopback(host) for host in hosts_of(listen))
    allowed = {name.lower() for name in allowed_hosts}

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        host = _split(f"//{request.headers.get('Host', '')}")
        if host is None:
            return _refused("This is no name of a server")
        if local_only and is_loopback(request.remote):
            name = host.hostname
            if name is not None and not is_loopback(name) and name not in allowed:
                return _refused(f"This server does not answer to the name {name!r}")
        if _crosses_origins(request, host, allowed):
            return _refused("Pages of other origins may not use this server")
        return await handler(request)

    return guard


def _crosses_origins(request: web.Request, host: SplitResult, allowed: Collection[str]) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site == "cross-site":
        # Following a link is no attack: the page cannot see what comes.
        is_visit = request.headers.get("Sec-Fetch-Mode") == "navigate"
        return not (is_visit and request.method in ("GET", "HEAD"))
    origin = request.headers.get("Origin")
    # By other names, as in ComfyUI, a page of another port may open our WebSockets.
    if origin is None or not (is_loopback(host.hostname) or host.hostname in allowed):
        return False
    parsed = _split(origin)
    if parsed is None or parsed.hostname is None:  # "null": a sandboxed frame, a local file
        return True
    default = DEFAULT_PORTS.get(parsed.scheme)  # Host leaves it out where it is the scheme's
    return (parsed.hostname, parsed.port or default) != (host.hostname, host.port or default)


def _split(address: str) -> SplitResult | None:
    """None for what is no address at all."""
    try:
        parsed = urlsplit(address)
        _ = parsed.port
    except ValueError:
        return None
    return parsed


def _refused(message: str) -> web.Response:
    return web.json_response({"detail": message}, status=403)
