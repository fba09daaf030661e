"""The pack's place among ComfyUI's WebSocket clients.

ComfyUI sends a prompt's events to the client that submitted it, by looking its id up in
a dictionary of WebSockets. An object with a WebSocket's sending methods under a private
id gets them in process. ComfyUI's publisher awaits these methods one after the other for
all browsers, and an exception other than a connection's ends the server, so nothing here
raises or waits.
"""

from __future__ import annotations

import json
import struct
import uuid
from collections.abc import Callable, Mapping

from .events import PromptTrack
from .parts import Parts, log

_U32 = struct.Struct(">I")

PREVIEW_IMAGE = 1
"""uint32 1, uint32 format (1 JPEG, 2 PNG), picture; it does not say of which node."""

PREVIEW_IMAGE_WITH_METADATA = 4
"""uint32 4, uint32 length of the JSON, JSON (`prompt_id`, `node_id`, `image_type`), picture."""

_MIME_TYPES = {1: "image/jpeg", 2: "image/png"}


class EventSocket:
    """Hands each message to the track of the prompt it is about."""

    closed = False

    def __init__(
        self,
        parts: Parts,
        tracks: Mapping[str, PromptTrack],
        on_start: Callable[[PromptTrack], None],
    ) -> None:
        self.client_id = f"avatarforge-{uuid.uuid4().hex}"
        self._parts = parts
        self._tracks = tracks
        self._on_start = on_start
        self._running: str | None = None

    def register(self) -> bool:
        """Take or retake the private id; False where this ComfyUI has no sockets.

        The id can be read in /queue, so a browser may have connected under it.
        """
        sockets = self._parts.get("server.sockets")
        if not isinstance(sockets, dict):
            return False
        if sockets.get(self.client_id) is not self:
            sockets[self.client_id] = self
            metadata = self._parts.get("server.sockets_metadata")
            if isinstance(metadata, dict):
                metadata[self.client_id] = {"feature_flags": {"supports_preview_metadata": True}}
        return True

    def unregister(self) -> None:
        sockets = self._parts.get("server.sockets")
        if isinstance(sockets, dict) and sockets.get(self.client_id) is self:
            del sockets[self.client_id]
            metadata = self._parts.get("server.sockets_metadata")
            if isinstance(metadata, dict):
                metadata.pop(self.client_id, None)

    async def send_json(self, message: object, *_args: object, **_options: object) -> None:
        try:
            self._take_message(message)
        except Exception:
            log.exception("AvatarForge: cannot read a message of ComfyUI")

    async def send_bytes(self, message: object, *_args: object, **_options: object) -> None:
        try:
            self._take_bytes(message)
        except Exception:
            log.exception("AvatarForge: cannot read a binary message of ComfyUI")

    async def send_str(self, *_args: object, **_options: object) -> None:
        """Other packs may broadcast text; it is not for us."""

    async def close(self, *_args: object, **_options: object) -> bool:
        """Others cannot close it; it stays until the server goes down."""
        return False

    def _take_message(self, message: object) -> None:
        if not isinstance(message, Mapping):
            return
        kind, data = message.get("type"), message.get("data")
        if not isinstance(kind, str) or not isinstance(data, Mapping):
            return
        track = self._track(data.get("prompt_id"))
        if track is None:
            return
        if kind == "execution_start":
            self._running = track.prompt_id
        track.receive(kind, data)
        if kind == "execution_start":
            self._on_start(track)

    def _take_bytes(self, message: object) -> None:
        if not isinstance(message, (bytes, bytearray, memoryview)):
            return
        frame = bytes(message)
        if len(frame) < 2 * _U32.size:
            return
        (kind,) = _U32.unpack_from(frame)
        if kind == PREVIEW_IMAGE_WITH_METADATA:
            self._take_preview(frame)
        elif kind == PREVIEW_IMAGE:
            self._take_anonymous_preview(frame)

    def _take_preview(self, frame: bytes) -> None:
        (length,) = _U32.unpack_from(frame, _U32.size)
        start = 2 * _U32.size
        try:
            metadata = json.loads(frame[start : start + length])
        except (ValueError, RecursionError):
            return
        picture = frame[start + length :]
        if not isinstance(metadata, dict) or not picture:
            return
        track = self._track(metadata.get("prompt_id"))
        node_id = metadata.get("node_id")
        if track is not None:
            mime_type = str(metadata.get("image_type") or "image/jpeg")
            track.preview(None if node_id is None else str(node_id), mime_type, picture)

    def _take_anonymous_preview(self, frame: bytes) -> None:
        (form,) = _U32.unpack_from(frame, _U32.size)
        picture = frame[2 * _U32.size :]
        track = self._track(self._running)
        if track is not None and form in _MIME_TYPES and picture:
            track.preview(None, _MIME_TYPES[form], picture)

    def _track(self, prompt_id: object) -> PromptTrack | None:
        return self._tracks.get(prompt_id) if isinstance(prompt_id, str) else None
