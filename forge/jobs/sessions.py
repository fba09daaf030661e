"""Portrait sessions as they live: used, and ended with all that they made."""

from __future__ import annotations

import logging
from contextlib import suppress

from ..store.errors import NotFoundError
from ..store.sessions import Expired, ExpiredError, PortraitSession, SessionStore
from .runner import Runner

logger = logging.getLogger(__name__)


class Sessions:
    def __init__(self, store: SessionStore, runner: Runner) -> None:
        self._store = store
        self._runner = runner

    async def use(self, session_id: str, owner: str) -> PortraitSession:
        """The session, which lasts on from now; one that is found to be over is removed.

        Raises NotFoundError, for another owner's too.
        """
        try:
            return await self._store.use(session_id, owner)
        except ExpiredError as error:
            if await self._end(error.expired):
                raise
            return await self._store.use(session_id, owner)

    async def end_expired(self) -> int:
        """Remove the sessions that are over, their photographs, jobs and portraits.

        A session lasts while a portrait of it is being made. Returns how many were removed.
        """
        ended = 0
        for expired in await self._store.expired():
            ended += await self._end(expired)
        if ended:
            logger.info("AvatarForge: %d portrait sessions ended", ended)
        return ended

    async def _end(self, expired: Expired) -> bool:
        if any(self._runner.glimpse(job_id) is not None for job_id in expired.jobs):
            await self._store.prolong(expired.id)
            return False
        for job_id in expired.jobs:
            with suppress(NotFoundError):  # removed before
                await self._runner.delete(job_id, None)
        await self._store.remove(expired.id)
        return True
