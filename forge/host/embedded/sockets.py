"""`/ws`: clients that listen, greeted as ComfyUI greets them."""

from __future__ import annotations

import asyncio
import uuid

from aiohttp import WSCloseCode, web

from .prompt_queue import PromptQueue

_HEARTBEAT_S = 30.0
_FAREWELL_S = 1.0  # that a client has to answer when the server goes down


class Sockets:
    """What a client hears beyond the greeting comes from those who listen for clients."""

    def __init__(self, prompts: PromptQueue) -> None:
        self._prompts = prompts
        self._open: set[web.WebSocketResponse] = set()

    def route(self) -> web.RouteDef:
        return web.get("/ws", self._serve)

    async def close(self) -> None:
        """The server goes down: it would wait for every client to leave."""
        farewells = (socket.close(code=WSCloseCode.GOING_AWAY) for socket in self._open)
        await asyncio.gather(*farewells, return_exceptions=True)

    async def _serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT_S, timeout=_FAREWELL_S)
        await socket.prepare(request)
        figures = self._prompts.figures()
        exec_info = {"queue_remaining": figures.running + figures.pending}
        client_id = request.query.get("clientId") or uuid.uuid4().hex
        status = {"status": {"exec_info": exec_info}, "sid": client_id}
        self._open.add(socket)
        try:
            await socket.send_json({"type": "status", "data": status})
            async for _ in socket:
                pass  # what a client sends means nothing; reading hears it leave
        except ConnectionError:
            pass  # it has left already
        finally:
            self._open.discard(socket)
        return socket
