"""The pack's routes and hooks on ComfyUI's aiohttp application."""

from __future__ import annotations

import asyncio
import atexit
import threading
from collections.abc import Callable, Sequence
from typing import Any

from aiohttp import web

from ..clients import Clients
from ..port import ClientListener
from .parts import Parts, log

_DEFAULTS = {"name": None, "allow_head": True}
"""What `web.get` notes on every route; aiohttp means the same without it."""

_SHUTDOWN_S = 10.0

_MOST_INTERRUPTS = 5

_at_exit: Callable[[Callable[[], None]], object] = getattr(
    threading, "_register_atexit", atexit.register
)
"""Calls at the end of the main thread while threads can still be started, of which clean-ups
have need. `atexit`, the public way, calls when they cannot."""


class Serving:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._stops: list[Callable[[web.Application], Any]] = []
        self._hooked = False
        self._clients: Clients | None = None

    def add_routes(self, routes: Sequence[web.RouteDef]) -> None:
        """Put them into ComfyUI's table, which it publishes bare and under /api.

        It re-registers each route by method, path and handler alone, so options such as a
        name have no place there: ValueError. MissingPartError where there is no table.
        """
        for route in routes:
            options = {
                name: value
                for name, value in route.kwargs.items()
                if name not in _DEFAULTS or value != _DEFAULTS[name]
            }
            if options:
                raise ValueError(f"{route.method} {route.path}: ComfyUI takes no {set(options)}")
        table = self._parts.require("server.routes")
        for route in routes:
            table.route(route.method, route.path)(route.handler)

    def add_bare_routes(self, routes: Sequence[web.RouteDef]) -> None:
        """Put them on the application at once. ComfyUI adds its own later, and of two routes
        for one path aiohttp serves the first."""
        self._parts.require("server.app").router.add_routes(routes)

    def add_fallback_routes(self, routes: Sequence[web.RouteDef]) -> None:
        """Put them on the application when it starts, after every route of ComfyUI and of the
        packs. Its pages are at `/`, which aiohttp tries last of all."""
        twins = [
            web.RouteDef(route.method, f"/api{route.path}", route.handler, {}) for route in routes
        ]

        async def add(app: web.Application) -> None:
            app.router.add_routes([*routes, *twins])

        self.on_startup(add)

    def on_client(self, prefix: str, listener: ClientListener) -> None:
        """Hear of ComfyUI's own sockets, by the signal that its application sends of every
        response."""
        if self._clients is None:
            self._clients = Clients()
            self._parts.require("server.app").on_response_prepare.append(self._clients.hear)
        self._clients.listen(prefix, listener)

    def on_startup(self, start: Callable[[web.Application], Any]) -> None:
        self._parts.require("server.app").on_startup.append(start)

    def on_cleanup(self, stop: Callable[[web.Application], Any]) -> None:
        """Run `stop` once: when the application is cleaned up, else when Python exits.

        ComfyUI ends on Ctrl-C without cleaning its application up; its event loop stands
        still then and is run once more.
        """
        if not self._hooked:
            self._hooked = True
            self._parts.require("server.app").on_cleanup.append(self._stop)
            _at_exit(self.stop_at_exit)
        self._stops.append(stop)

    def stop_at_exit(self) -> None:
        """Run what is left to be run, on the loop that was interrupted."""
        loop = self._parts.get("server.loop")
        if not self._stops or not isinstance(loop, asyncio.AbstractEventLoop):
            return
        if loop.is_closed() or loop.is_running():
            return
        loop.set_exception_handler(_report_but_interrupts)
        stopping = loop.create_task(
            asyncio.wait_for(self._stop(self._parts.get("server.app")), _SHUTDOWN_S)
        )
        for _ in range(_MOST_INTERRUPTS):
            try:
                loop.run_until_complete(stopping)
                return
            except (KeyboardInterrupt, SystemExit):
                # What stopped the loop is handed on among the tasks that it was raised in.
                continue
            except asyncio.TimeoutError:
                log.warning("AvatarForge: a clean-up takes over %.0f s; left", _SHUTDOWN_S)
                return

    async def _stop(self, app: web.Application) -> None:
        stops, self._stops = self._stops, []
        for stop in reversed(stops):
            try:
                await stop(app)
            except Exception:  # one that fails must not keep the others from theirs
                log.exception("AvatarForge: a clean-up failed")


def _report_but_interrupts(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """The task that Ctrl-C struck tells of it once its loop runs again; nobody asked."""
    if not isinstance(context.get("exception"), (KeyboardInterrupt, SystemExit)):
        loop.default_exception_handler(context)
