"""The WebSockets that clients open on `/ws`, spoken to beside whoever serves them.

ComfyUI serves `/ws` itself and keeps one socket a client id. aiohttp tells an application of
every response before it is sent, and with that of each of these sockets, so nothing of ComfyUI
is replaced. What is said here goes out between two of ComfyUI's own messages: aiohttp writes a
frame whole before it lets anybody else write.

The server's loop is everybody's, so nothing here raises into it or waits in it.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web

from .port import ClientListener

log = logging.getLogger(__name__)

PATHS = ("/ws", "/api/ws")

_MOST_WAITING = 4096  # messages; they wait only for as long as the handshake takes
_MOST_UNSENT = 32 << 10  # bytes in the transport; at 64 KiB it has its writers wait
_HANDSHAKE_PAUSE_S = 0.01
_HANDSHAKE_PAUSES = 500


class ClientSocket:
    """One WebSocket of a client; a client may have several under one id."""

    def __init__(self, client_id: str, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.id = client_id
        self.request = request
        self.closed = False
        self._socket = socket
        self._waiting: deque[str] = deque()
        self._woken = asyncio.Event()
        self._on_close: list[Callable[[], None]] = []
        # The task that serves the connection ends with it, however it ends.
        request.task.add_done_callback(lambda _: self._close())
        self._sender = asyncio.get_running_loop().create_task(self._send())
        self._sender.add_done_callback(_look_at_its_end)

    def send(self, message: Mapping[str, Any]) -> None:
        """Have a message sent as JSON. A client that does not read is disconnected."""
        if self.closed:
            return
        if len(self._waiting) >= _MOST_WAITING:
            self._drop()
            return
        self._waiting.append(json.dumps(message))
        self._woken.set()

    def on_close(self, closed: Callable[[], None]) -> None:
        if self.closed:
            closed()
        else:
            self._on_close.append(closed)

    async def _send(self) -> None:
        # We hear of a socket while its handshake is being answered.
        for _ in range(_HANDSHAKE_PAUSES):
            if self._socket.prepared or self.closed:
                break
            await asyncio.sleep(_HANDSHAKE_PAUSE_S)
        while not self.closed:
            while self._waiting and not self.closed:
                if self._is_stuck():
                    self._drop()
                    return
                try:
                    await self._socket.send_str(self._waiting.popleft())
                except (ConnectionError, RuntimeError):  # it closes, or its handshake failed
                    self._close()
                    return
            self._woken.clear()
            await self._woken.wait()

    def _is_stuck(self) -> bool:
        """Whether more would make the next one wait who writes to it, be it ComfyUI."""
        transport = self.request.transport
        return transport is None or transport.get_write_buffer_size() > _MOST_UNSENT

    def _drop(self) -> None:
        transport = self.request.transport
        if transport is not None:
            transport.abort()
        self._close()

    def _close(self) -> None:
        if self.closed:
            return
        self.closed = True
        self._waiting.clear()
        self._woken.set()
        told, self._on_close = self._on_close, []
        for closed in told:
            closed()


class Clients:
    """Who wants to hear of which clients. `hear` is for `on_response_prepare`."""

    def __init__(self) -> None:
        self._listeners: list[tuple[str, ClientListener]] = []

    def listen(self, prefix: str, listener: ClientListener) -> None:
        self._listeners.append((prefix, listener))

    async def hear(self, request: web.Request, response: web.StreamResponse) -> None:
        if not isinstance(response, web.WebSocketResponse) or request.path not in PATHS:
            return
        client_id = request.query.get("clientId", "")
        for prefix, listener in self._listeners:
            if client_id.startswith(prefix):
                try:
                    listener(ClientSocket(client_id, request, response))
                except Exception:  # the socket is ComfyUI's, and works without us
                    log.exception("AvatarForge: cannot listen to a client of %s...", prefix)


def _look_at_its_end(sender: asyncio.Task[None]) -> None:
    if not sender.cancelled() and sender.exception() is not None:
        log.error("AvatarForge: sending to a client failed", exc_info=sender.exception())
