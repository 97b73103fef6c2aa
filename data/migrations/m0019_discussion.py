"""What was written down of a talk without a speaker gains a table of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from data.migrations.shapes import fact


def upgrade(op: Operations) -> None:
    """Add the table. A step spells out its columns, never imports models."""
    op.create_table(
        "discussion",
        *fact("discussion"),
        sa.Column("item_id", sa.Integer, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_discussion_item_id"),
    )
    for column in ("item_id", "patient_id", "root_id"):
        op.create_index(f"ix_discussion_{column}", "discussion", [column])
