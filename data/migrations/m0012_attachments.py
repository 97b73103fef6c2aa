"""Files kept with a patient."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from data.migrations.shapes import fact


def upgrade(op: Operations) -> None:
    """Create the table. A step spells out its columns and never imports today's models."""
    op.create_table(
        "attachment",
        *fact("attachment"),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False, server_default=""),
        sa.Column("file", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("suffix", sa.String, nullable=False),
        sa.Column("pages", sa.Integer),
        sa.Column("case_id", sa.Integer),
        sa.Column("meeting_id", sa.Integer),
        sa.Column("sheet_id", sa.Integer),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_attachment_case_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_attachment_meeting_id"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_attachment_sheet_id"),
    )
    for column in ("patient_id", "root_id", "file"):
        op.create_index(f"ix_attachment_{column}", "attachment", [column])
