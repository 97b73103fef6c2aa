"""Columns that several steps spell out alike. Never edited: a new shape gets a new name."""

from __future__ import annotations

import sqlalchemy as sa


def fact(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """What every table of facts begins with."""
    return (
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("root_id", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("patient_id", sa.Integer),
        sa.Column("true_from", sa.Date, nullable=False),
        sa.Column("written_at", sa.DateTime, nullable=False),
        sa.Column("written_by", sa.Integer, nullable=False),
        sa.Column("why", sa.String, nullable=False, server_default=""),
        sa.Column("withdrawn", sa.Boolean, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=f"fk_{table}_patient_id"),
        sa.ForeignKeyConstraint(["written_by"], ["account.id"], name=f"fk_{table}_written_by"),
        sa.ForeignKeyConstraint(["root_id"], [f"{table}.id"], name=f"fk_{table}_root_id"),
        sa.UniqueConstraint("root_id", "revision", name=f"uq_{table}_root_id"),
    )
