"""Profiles kept: what a person looks like, as their selfie and their updates say."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from .database import Database
from .errors import NotFoundError
from .schema import ProfileRow


@dataclass(frozen=True, slots=True)
class Profile:
    id: str
    owner: str
    features: Mapping[str, Any]  # the documented avatar_features
    job: str | None  # what drew its latest avatar
    created_at: datetime
    updated_at: datetime


class ProfileStore:
    def __init__(self, database: Database, now: Callable[[], datetime] | None = None) -> None:
        self._database = database
        self._now = now or (lambda: datetime.now(timezone.utc))

    async def add(self, owner: str, features: Mapping[str, Any]) -> Profile:
        def work(session: Session) -> Profile:
            now = self._now()
            row = ProfileRow(
                id=str(uuid.uuid4()),
                owner=owner,
                features=dict(features),
                job=None,
                created_at=now,
                updated_at=now,
            )
            session.add(row)
            session.flush()
            return _profile(row)

        return await self._database.run(work)

    async def get(self, profile_id: str, owner: str) -> Profile:
        """Raises NotFoundError, for another owner's too."""

        def work(session: Session) -> Profile:
            return _profile(_row(session, profile_id, owner))

        return await self._database.run(work)

    async def change(
        self,
        profile_id: str,
        owner: str,
        *,
        features: Mapping[str, Any] | None = None,
        job: str | None = None,
    ) -> Profile:
        """Raises NotFoundError."""

        def work(session: Session) -> Profile:
            row = _row(session, profile_id, owner)
            if features is not None:
                row.features = dict(features)
            if job is not None:
                row.job = job
            row.updated_at = self._now()
            return _profile(row)

        return await self._database.run(work)


def _row(session: Session, profile_id: str, owner: str) -> ProfileRow:
    row = session.scalar(select(ProfileRow).where(ProfileRow.id == profile_id))
    if row is None or row.owner != owner:
        raise NotFoundError(profile_id)
    return row


def _profile(row: ProfileRow) -> Profile:
    return Profile(row.id, row.owner, row.features, row.job, row.created_at, row.updated_at)
