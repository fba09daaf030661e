"""The tables. Alembic's migrations make them; a test holds the two against each other."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

ANONYMOUS = ""
"""The owner of what was made without a key. No key can have this name."""


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC in Python, naive UTC in the database, which SQLite needs."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(timezone.utc).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=timezone.utc)


class Table(DeclarativeBase):
    type_annotation_map = {  # noqa: RUF012 - declared by SQLAlchemy as an instance attribute
        datetime: UtcDateTime,
        dict[str, Any]: JSON,
        list[str]: JSON,
    }


class StoreRow(Table):
    """One row: which database this is. The blob folder notes whose it is."""

    __tablename__ = "store"

    id: Mapped[str] = mapped_column(primary_key=True)


class FileRow(Table):
    """An uploaded file of one owner. `sha256` names its bytes in the blob folder."""

    __tablename__ = "files"
    __table_args__ = (UniqueConstraint("owner", "sha256", name="one_row_for_the_same_bytes"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    filename: Mapped[str]
    mime_type: Mapped[str]
    size: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    created_at: Mapped[datetime]
    last_accessed: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class JobRow(Table):
    __tablename__ = "jobs"
    __table_args__ = (
        UniqueConstraint("owner", "api", "idempotency_key", name="one_job_for_a_retried_request"),
        Index("newest_first", "api", "owner", "number"),
        Index("unfinished", "state"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True)
    api: Mapped[str]
    kind: Mapped[str]
    owner: Mapped[str]
    state: Mapped[str]
    request: Mapped[dict[str, Any]]
    graph: Mapped[dict[str, Any]]
    engine: Mapped[str]
    recipe: Mapped[str]
    seed: Mapped[str]  # up to 64 bits unsigned, which SQL integers do not hold
    warnings: Mapped[list[str]]
    error: Mapped[str | None]
    error_node: Mapped[str | None]
    prompt_id: Mapped[str]
    interruptions: Mapped[int]
    idempotency_key: Mapped[str | None]
    parent: Mapped[str | None] = mapped_column(index=True)  # the id of the job it is a part of
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]


class ReferenceRow(Table):
    """A job that uses an uploaded file. Counting these rows is the reference count."""

    __tablename__ = "job_files"

    job: Mapped[int] = mapped_column(
        ForeignKey("jobs.number", ondelete="CASCADE"), primary_key=True
    )
    role: Mapped[str] = mapped_column(primary_key=True)
    file: Mapped[str] = mapped_column(ForeignKey("files.id", ondelete="CASCADE"), index=True)


class OutputRow(Table):
    """A file that a job made."""

    __tablename__ = "outputs"
    __table_args__ = (UniqueConstraint("job", "filename", name="one_output_of_a_name"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    job: Mapped[int] = mapped_column(ForeignKey("jobs.number", ondelete="CASCADE"))
    role: Mapped[str]
    filename: Mapped[str]
    mime_type: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]


class ProfileRow(Table):
    """What a person looks like, as the documented avatar_features."""

    __tablename__ = "profiles"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    features: Mapped[dict[str, Any]]
    job: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class PortraitSessionRow(Table):
    """A photograph and the jobs that made portraits of it, the latest last.

    The photograph is a file of an owner that is nobody's but the session's.
    """

    __tablename__ = "portrait_sessions"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    file: Mapped[str]
    inputs: Mapped[dict[str, Any]]  # node id to text, as the latest portrait had them
    jobs: Mapped[list[str]]
    created_at: Mapped[datetime]
    used_at: Mapped[datetime] = mapped_column(index=True)
