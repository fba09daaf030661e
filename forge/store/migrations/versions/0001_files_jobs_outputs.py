"""Uploaded files, jobs, what they use and what they made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("store", sa.Column("id", sa.String(), primary_key=True))
    op.create_table(
        "files",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("mime_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("last_accessed", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime()),
        sa.UniqueConstraint("owner", "sha256", name="one_row_for_the_same_bytes"),
    )
    op.create_index("ix_files_sha256", "files", ["sha256"])
    op.create_table(
        "jobs",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("api", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("request", sa.JSON(), nullable=False),
        sa.Column("graph", sa.JSON(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("recipe", sa.String(), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("error", sa.String()),
        sa.Column("prompt_id", sa.String(), nullable=False),
        sa.Column("interruptions", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String()),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("started_at", sa.DateTime()),
        sa.Column("completed_at", sa.DateTime()),
        sa.UniqueConstraint(
            "owner", "api", "idempotency_key", name="one_job_for_a_retried_request"
        ),
    )
    op.create_index("newest_first", "jobs", ["api", "owner", "number"])
    op.create_index("unfinished", "jobs", ["state"])
    op.create_table(
        "job_files",
        sa.Column(
            "job",
            sa.Integer(),
            sa.ForeignKey("jobs.number", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("role", sa.String(), primary_key=True),
        sa.Column(
            "file", sa.String(), sa.ForeignKey("files.id", ondelete="CASCADE"), nullable=False
        ),
    )
    op.create_index("ix_job_files_file", "job_files", ["file"])
    op.create_table(
        "outputs",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column(
            "job", sa.Integer(), sa.ForeignKey("jobs.number", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("mime_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer()),
        sa.Column("height", sa.Integer()),
        sa.UniqueConstraint("job", "filename", name="one_output_of_a_name"),
    )
    op.create_index("ix_outputs_sha256", "outputs", ["sha256"])


def downgrade() -> None:
    for table in ("outputs", "job_files", "jobs", "files", "store"):
        op.drop_table(table)
