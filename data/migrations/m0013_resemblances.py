"""Two records that look alike are compared, and what was found is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from data.migrations.shapes import fact


def upgrade(op: Operations) -> None:
    """Create the table of verdicts."""
    op.create_table(
        "resemblance",
        *fact("resemblance"),
        sa.Column("other_id", sa.Integer, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["other_id"], ["patient.id"], name="fk_resemblance_other_id"),
    )
    for column in ("patient_id", "root_id", "other_id"):
        op.create_index(f"ix_resemblance_{column}", "resemblance", [column])
