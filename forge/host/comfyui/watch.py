"""Sees to it that every prompt ends, also when ComfyUI says nothing of its end.

ComfyUI sends no event for a prompt that another client deletes from the queue, and an
event can miss us when a browser takes our client id. While prompts are outstanding, the
queue is compared with them; while none is, nothing runs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from .events import PromptTrack
from .parts import log
from .queue import ComfyQueue, QueuedIds
from .socket import EventSocket

INTERVAL_S = 0.5

_PATIENCE = 2
"""Looks at the queue without the prompt before it is ended. Between the first and the
second, the events that are already on their way arrive."""


class Watchdog:
    def __init__(
        self, tracks: Mapping[str, PromptTrack], queue: ComfyQueue, socket: EventSocket
    ) -> None:
        self._tracks = tracks
        self._queue = queue
        self._socket = socket
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Begin to look, if nothing does already; on the server's event loop."""
        if self._tracks and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._watch())

    async def stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    def look(self) -> None:
        """Compare once. Safe to call at any time on the event loop."""
        self._socket.register()
        ids = self._queue.ids()
        for track in tuple(self._tracks.values()):
            if track.queued:
                self._compare(track, ids)

    async def _watch(self) -> None:
        while self._tracks:
            await asyncio.sleep(INTERVAL_S)
            try:
                self.look()
            except Exception:  # a look that fails now may succeed at the next prompt
                log.exception("AvatarForge: cannot compare prompts with ComfyUI's queue")

    def _compare(self, track: PromptTrack, ids: QueuedIds | None) -> None:
        if ids is None:
            record = self._queue.record(track.prompt_id)
            if record is not None:
                track.end(record)
        elif track.prompt_id in ids.running:
            track.ticks_missing = 0
            track.start()
            if track.cancelled:
                # ComfyUI clears the interrupt when it takes a prompt up, so that one which
                # came just before that has gone unheard.
                self._queue.interrupt(track.prompt_id)
        elif track.prompt_id in ids.waiting:
            track.ticks_missing = 0
        else:
            track.ticks_missing += 1
            if track.ticks_missing >= _PATIENCE:
                track.end(self._queue.record(track.prompt_id))
