"""A unit gains how much of people's numbers is shown, and for how long their names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the table. A step spells out its columns and never imports today's models."""
    op.create_table(
        "masking_rule",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("written_at", sa.DateTime, nullable=False),
        sa.Column("written_by", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_masking_rule"),
        sa.ForeignKeyConstraint(["written_by"], ["account.id"], name="fk_masking_rule_written_by"),
    )
