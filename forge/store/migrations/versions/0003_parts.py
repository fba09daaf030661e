"""A job can be a part of another one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("jobs", sa.Column("parent", sa.String()))
    op.create_index("ix_jobs_parent", "jobs", ["parent"])


def downgrade() -> None:
    op.drop_index("ix_jobs_parent", "jobs")
    op.drop_column("jobs", "parent")
