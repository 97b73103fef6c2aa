"""The rules a unit follows: the values of a profile as they were copied, and its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
    _profile_adoption(op)
    _unit_rule(op)


def _profile_adoption(op: Operations) -> None:
    op.create_table(
        "profile_adoption",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("profile", sa.String, nullable=False),
        sa.Column("applies_from", sa.Date, nullable=False),
        sa.Column("written_at", sa.DateTime, nullable=False),
        sa.Column("written_by", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profile_adoption"),
        sa.ForeignKeyConstraint(
            ["written_by"], ["account.id"], name="fk_profile_adoption_written_by"
        ),
    )


def _unit_rule(op: Operations) -> None:
    op.create_table(
        "unit_rule",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("standing", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("profile", sa.String, nullable=False),
        sa.Column("applies_from", sa.Date, nullable=False),
        sa.Column("written_at", sa.DateTime, nullable=False),
        sa.Column("written_by", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unit_rule"),
        sa.ForeignKeyConstraint(["written_by"], ["account.id"], name="fk_unit_rule_written_by"),
    )
