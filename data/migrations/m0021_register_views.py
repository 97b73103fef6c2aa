"""A saved filter may name a case manager, and columns to take out are kept under names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add column and table. A step spells out its columns and never imports today's models."""
    with op.batch_alter_table("saved_view") as table:
        table.add_column(sa.Column("case_manager_id", sa.Integer))
        table.create_foreign_key(
            "fk_saved_view_case_manager_id", "member", ["case_manager_id"], ["id"]
        )
    op.create_table(
        "column_set",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("columns", sa.String, nullable=False),
        sa.Column("archived_at", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_column_set"),
    )
