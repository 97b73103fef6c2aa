"""A unit keeps the sentences it says again and again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create the table of phrases."""
    op.create_table(
        "phrase",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("archived_at", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_phrase"),
    )
