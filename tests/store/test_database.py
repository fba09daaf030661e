"""The migrations make exactly the tables that the code speaks of."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from avatarforge.forge.store.database import Database, sqlite_url
from avatarforge.forge.store.schema import Table
from sqlalchemy import text
from sqlalchemy.orm import Session


async def test_migrations_and_models_agree(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "a.sqlite3"))
    await database.open()

    def differences(session: Session) -> list[object]:
        context = MigrationContext.configure(session.connection())
        return list(compare_metadata(context, Table.metadata))

    assert await database.run(differences) == []
    await database.close()


async def test_opening_again_keeps_everything(tmp_path: Path) -> None:
    for _ in range(2):
        database = Database(sqlite_url(tmp_path / "folder" / "a.sqlite3"))
        await database.open()
        mode = await database.run(lambda s: s.execute(text("PRAGMA journal_mode")).scalar())
        assert mode == "wal"
        await database.close()
