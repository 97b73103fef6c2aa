"""What is on an agenda gains the reasons it was put there for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the column. A step spells out its columns and never imports today's models."""
    with op.batch_alter_table("agenda_item") as table:
        table.add_column(sa.Column("reasons", sa.String, nullable=False, server_default=""))
