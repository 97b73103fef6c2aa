"""Agendas gain minutes, a question to decide and late entries, and keep what was taken off."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the columns and the table. A step spells out its columns, never imports models."""
    with op.batch_alter_table("agenda_item") as table:
        table.add_column(sa.Column("minutes", sa.Integer))
        table.add_column(sa.Column("question", sa.String, nullable=False, server_default=""))
        table.add_column(sa.Column("late", sa.Boolean, nullable=False, server_default="0"))
    op.create_table(
        "agenda_left_off",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("tier", sa.String, nullable=False),
        sa.Column("patient_id", sa.Integer),
        sa.Column("case_id", sa.Integer),
        sa.Column("title", sa.String, nullable=False, server_default=""),
        sa.Column("reasons", sa.String, nullable=False, server_default=""),
        sa.Column("minutes", sa.Integer),
        sa.Column("question", sa.String, nullable=False, server_default=""),
        sa.Column("late", sa.Boolean, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_left_off"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_agenda_left_off_case_id"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_agenda_left_off_meeting_id"
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patient.id"], name="fk_agenda_left_off_patient_id"
        ),
        sa.UniqueConstraint("meeting_id", "position", name="uq_agenda_left_off_meeting_id"),
    )
