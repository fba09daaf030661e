"""Who listens to a session on `/ws?clientId=pet-portrait-{sessionId}`, and hears of it.

A client may come before a portrait is begun, while it is made, or after; more than once; and
as often as it likes. What it hears begins with how things stand.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict

from ...forge.host.port import Client
from ...forge.jobs.job import Job
from ...forge.store.errors import NotFoundError
from ...forge.store.sessions import PortraitSession
from ..access import Caller, identify
from ..keys import KeyFileError
from ..problem import Problem
from ..product import Product
from .problems import told
from .progress import Told, error
from .schemas import API

PREFIX = "pet-portrait-"


class _Listener:
    def __init__(self, client: Client, session_id: str) -> None:
        self._client = client
        self._told = Told(session_id)

    def see(self, job: Job, product: Product) -> None:
        """Tell what is new about a job, or how it ended."""
        if job.finished:
            news = self._told.end(job)
        else:
            glimpse = product.runner.glimpse(job.id)
            if glimpse is None:
                return  # it is over, and what became of it is being read
            news = self._told.news(job, glimpse)
        for message in news:
            self._client.send(message)


class Listeners:
    """For the server's event loop, as all that speaks to clients."""

    def __init__(self, product: Product) -> None:
        self._product = product
        self._of_session: defaultdict[str, set[_Listener]] = defaultdict(set)
        self._followed: set[str] = set()  # ids of jobs
        product.host.on_client(PREFIX, self._opened)

    def began(self, session_id: str, job: Job) -> None:
        """A portrait of this session is being made."""
        if session_id in self._of_session and job.id not in self._followed:
            self._followed.add(job.id)
            self._product.in_background(self._follow(session_id, job))

    def _opened(self, client: Client) -> None:
        self._product.in_background(self._welcome(client, client.id.removeprefix(PREFIX)))

    async def _welcome(self, client: Client, session_id: str) -> None:
        try:
            self._product.require_started()
            caller = await self._caller(client)
            session = await self._product.sessions.use(session_id, caller.owner)
        except Problem as problem:
            client.send(error(session_id, told(problem)))
            return
        except NotFoundError:
            client.send(error(session_id, "Session not found"))
            return
        listener = _Listener(client, session_id)
        self._of_session[session_id].add(listener)
        client.on_close(lambda: self._forget(session_id, listener))
        job = await self._latest(session)
        if job is not None:
            listener.see(job, self._product)
            if not job.finished:
                self.began(session_id, job)

    async def _caller(self, client: Client) -> Caller:
        """Raises Problem."""
        product = self._product
        try:
            return await asyncio.to_thread(
                identify, client.request, "user", product.keys, product.settings
            )
        except KeyFileError as broken:
            raise Problem(503, "The server's key file cannot be read") from broken

    async def _latest(self, session: PortraitSession) -> Job | None:
        """Read again: one may have begun while the listener was not one yet."""
        try:
            session = await self._product.sessions.use(session.id, session.owner)
            if session.jobs:
                return await self._product.runner.get(session.jobs[-1], session.owner, API)
        except NotFoundError:
            pass  # it has ended in this moment, and there is nothing to tell
        return None

    async def _follow(self, session_id: str, job: Job) -> None:
        """Tell all who listen of each step, and then of the end."""
        ended = asyncio.Event()

        def moved() -> None:
            if self._product.runner.glimpse(job.id) is None:
                ended.set()
            else:
                self._tell(session_id, job)

        try:
            with self._product.runner.watching(job.id, moved) as is_live:
                if is_live:
                    moved()
                    await ended.wait()
            over = await self._product.runner.get(job.id, job.owner, API)
        except NotFoundError:
            return  # it was removed, and the session with it
        finally:
            self._followed.discard(job.id)
        self._tell(session_id, over)

    def _tell(self, session_id: str, job: Job) -> None:
        for listener in tuple(self._of_session.get(session_id, ())):
            listener.see(job, self._product)

    def _forget(self, session_id: str, listener: _Listener) -> None:
        listeners = self._of_session[session_id]
        listeners.discard(listener)
        if not listeners:
            del self._of_session[session_id]
