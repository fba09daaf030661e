"""The running product: everything a handler may need, made once for a host."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy.exc import ArgumentError

from ..forge.host.port import Host
from ..forge.jobs.production import KIND as PRODUCTION
from ..forge.jobs.production import Production
from ..forge.jobs.runner import Runner
from ..forge.jobs.sessions import Sessions
from ..forge.recipes.cookbook import Cookbook
from ..forge.store.blobs import Blobs
from ..forge.store.database import Database, sqlite_url
from ..forge.store.files import FileStore
from ..forge.store.jobs import JobStore
from ..forge.store.profiles import ProfileStore
from ..forge.store.sessions import SessionStore
from .keys import KeyFile, ensure_admin_key
from .problem import Problem
from .settings import Settings
from .upkeep import Pause, Upkeep
from .uploads import Intake

logger = logging.getLogger(__name__)

_DAY_S = 24 * 60 * 60
_SWEEP_S = 10 * 60
"""How often sessions that are over are looked for, beside those that a request meets."""


class Product:
    """Cheap to make; `start` opens the files and the database. `now` is the clock of what is
    kept, aware UTC; `pause` is how upkeep waits for its next round."""

    def __init__(
        self,
        host: Host,
        settings: Settings,
        now: Callable[[], datetime] | None = None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        private = host.directories.private
        self.host = host
        self.settings = settings
        self.keys = KeyFile(private / "keys.json")
        self.blobs = Blobs(private)
        self.intake = Intake(self.blobs)
        self._database = Database(
            settings.database_url or sqlite_url(private / "avatarforge.sqlite3")
        )
        self.files = FileStore(self._database, self.blobs, now)
        self.jobs = JobStore(self._database, self.blobs, now)
        self.profiles = ProfileStore(self._database, now)
        self.runner = Runner(host, self.jobs, self.blobs, most_waiting=settings.most_waiting)
        self.session_store = SessionStore(self._database, self.blobs, now)
        self.sessions = Sessions(self.session_store, self.runner)
        self.cookbook = Cookbook(host, private)
        self.runner.direct(PRODUCTION, Production(self.cookbook, self.blobs))
        self._lock = FileLock(private / "lock")
        self._background: set[asyncio.Task[Any]] = set()
        self.upkeep = Upkeep(pause)
        self.traffic: Counter[tuple[str, str, int]] = Counter()
        """Answers by method, route and status."""
        self.unavailable: str | None = "AvatarForge is still starting"
        """Why no request can be served; None when all is well."""

    async def start(self) -> None:
        """Open the store and take up unfinished jobs.

        An error leaves the product unavailable, saying why on every route, and never stops
        the server that it is a guest of.
        """
        try:
            admin_key = await asyncio.to_thread(self._take_directory, self.host.directories.private)
            await self._database.open()
            await self.runner.start()
        except Timeout:
            self.unavailable = "another server uses this AvatarForge directory"
        except (ArgumentError, ModuleNotFoundError) as error:
            # No such dialect, or its driver is not installed.
            self.unavailable = f"AVATARFORGE_DATABASE_URL cannot be used: {error}"
        except Exception as error:
            # Whatever it is: the host's own start must go on.
            logger.exception("AvatarForge could not start")
            self.unavailable = f"AvatarForge could not start: {type(error).__name__}"
        else:
            self.unavailable = None
            if admin_key is not None:
                logger.info("AvatarForge: the admin key is in %s", admin_key)
            repeat = self.upkeep.repeat
            self.in_background(repeat("uploads", self._remove_unused_uploads, _DAY_S))
            self.in_background(repeat("sessions", self.sessions.end_expired, _SWEEP_S))
            return
        logger.error("AvatarForge: %s", self.unavailable)

    def _take_directory(self, private: Path) -> Path | None:
        private.mkdir(parents=True, exist_ok=True)
        self._lock.acquire(timeout=0)
        return ensure_admin_key(private)

    async def stop(self) -> None:
        self.unavailable = "AvatarForge is stopping"
        for task in self._background:
            task.cancel()
        await self.runner.stop()
        await self._database.close()
        await asyncio.to_thread(self._lock.release)

    def in_background(self, work: Coroutine[Any, Any, Any]) -> None:
        """Run it to its end whatever becomes of the request that asked for it."""
        task = asyncio.get_running_loop().create_task(work)
        self._background.add(task)
        task.add_done_callback(self._let_go)

    def _let_go(self, task: asyncio.Task[Any]) -> None:
        self._background.discard(task)
        if not task.cancelled() and task.exception() is not None:
            logger.error("AvatarForge: work in the background failed", exc_info=task.exception())

    def require_started(self) -> None:
        """Raises Problem 503."""
        if self.unavailable is not None:
            raise Problem(503, self.unavailable)

    async def _remove_unused_uploads(self) -> None:
        removed = await self.files.remove_unused(timedelta(days=self.settings.cleanup_days))
        if removed:
            logger.info("AvatarForge: removed %d unused uploads", removed)
