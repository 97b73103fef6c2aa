"""Teams gain the day and hour at which they usually meet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the table. A step spells out its columns and never imports today's models."""
    op.create_table(
        "meeting_rule",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("team_id", sa.Integer, nullable=False),
        sa.Column("week", sa.Integer, nullable=False),
        sa.Column("weekday", sa.Integer, nullable=False),
        sa.Column("begins", sa.Time, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("written_at", sa.DateTime, nullable=False),
        sa.Column("written_by", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_meeting_rule"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_meeting_rule_team_id"),
        sa.ForeignKeyConstraint(["written_by"], ["account.id"], name="fk_meeting_rule_written_by"),
    )
    op.create_index("ix_meeting_rule_team_id", "meeting_rule", ["team_id"])
