"""A unit keeps its ways of looking at the register under names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create the table of saved views."""
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("shown", sa.String, nullable=False),
        sa.Column("sorted_by", sa.String, nullable=False),
        sa.Column("least_level", sa.Integer),
        sa.Column("stability", sa.String),
        sa.Column("kind", sa.String),
        sa.Column("village", sa.String, nullable=False, server_default=""),
        sa.Column("diagnosis", sa.String, nullable=False, server_default=""),
        sa.Column("archived_at", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_saved_view"),
    )
