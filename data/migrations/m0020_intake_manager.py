"""An intake names who might be the case manager as a member, where it had only words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the column. A step spells out its columns and never imports today's models."""
    with op.batch_alter_table("intake") as table:
        table.add_column(sa.Column("case_manager_id", sa.Integer))
        table.create_foreign_key("fk_intake_case_manager_id", "member", ["case_manager_id"], ["id"])
