"""Seals of every kind of paper, signatures of people outside the team, settings and print runs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Widen the tables. A step spells out its columns and never imports today's models."""
    for change in (_seal, _sheet, _slot, _paper_setting, _print_run):
        change(op)


def _seal(op: Operations) -> None:
    op.add_column("seal", sa.Column("subject", sa.String, nullable=False, server_default=""))
    op.execute("UPDATE seal SET subject = 'meeting:' || meeting_id")
    with op.batch_alter_table("seal") as table:
        table.alter_column("subject", existing_type=sa.String, server_default=None)
        table.alter_column("meeting_id", existing_type=sa.Integer, nullable=True)
        table.drop_constraint("uq_seal_meeting_id", type_="unique")
        table.create_unique_constraint("uq_seal_form", ["form", "subject", "version"])
        table.create_index("ix_seal_meeting_id", ["meeting_id"])


def _sheet(op: Operations) -> None:
    with op.batch_alter_table("sheet") as table:
        table.add_column(sa.Column("supplements_id", sa.Integer))
        table.create_foreign_key("fk_sheet_supplements_id", "sheet", ["supplements_id"], ["id"])


def _slot(op: Operations) -> None:
    with op.batch_alter_table("slot") as table:
        table.alter_column("member_id", existing_type=sa.Integer, nullable=True)
        table.alter_column("role", existing_type=sa.String, nullable=True)
        table.add_column(sa.Column("name", sa.String, nullable=False, server_default=""))
        table.add_column(sa.Column("note", sa.String, nullable=False, server_default=""))


def _paper_setting(op: Operations) -> None:
    op.create_table(
        "paper_setting",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.Column("written_at", sa.DateTime, nullable=False),
        sa.Column("written_by", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_paper_setting"),
        sa.ForeignKeyConstraint(["written_by"], ["account.id"], name="fk_paper_setting_written_by"),
    )


def _print_run(op: Operations) -> None:
    op.create_table(
        "print_run",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("seal_id", sa.Integer),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("copies", sa.Integer, nullable=False),
        sa.Column("printed_at", sa.DateTime, nullable=False),
        sa.Column("printed_by", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_print_run"),
        sa.ForeignKeyConstraint(["seal_id"], ["seal.id"], name="fk_print_run_seal_id"),
        sa.ForeignKeyConstraint(["printed_by"], ["account.id"], name="fk_print_run_printed_by"),
    )
    op.create_index("ix_print_run_seal_id", "print_run", ["seal_id"])
