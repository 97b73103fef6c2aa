"""Imported lists, which row became whom, and what the columns were said to mean."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
    for create in (_column_mapping, _list_import, _imported_row):
        create(op)


def _column_mapping(op: Operations) -> None:
    op.create_table(
        "column_mapping",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("header_digest", sa.String, nullable=False),
        sa.Column("columns", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_column_mapping"),
        sa.UniqueConstraint("kind", "header_digest", name="uq_column_mapping_kind"),
    )


def _list_import(op: Operations) -> None:
    op.create_table(
        "list_import",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("written_at", sa.DateTime, nullable=False),
        sa.Column("written_by", sa.Integer, nullable=False),
        sa.Column("undone_at", sa.DateTime),
        sa.Column("undone_by", sa.Integer),
        sa.Column("why", sa.String, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name="pk_list_import"),
        sa.ForeignKeyConstraint(["written_by"], ["account.id"], name="fk_list_import_written_by"),
        sa.ForeignKeyConstraint(["undone_by"], ["account.id"], name="fk_list_import_undone_by"),
    )


def _imported_row(op: Operations) -> None:
    op.create_table(
        "imported_row",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("import_id", sa.Integer, nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("effect", sa.String, nullable=False),
        sa.Column("patient_id", sa.Integer),
        sa.Column("member_id", sa.Integer),
        sa.Column("replaced_id", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_imported_row"),
        sa.ForeignKeyConstraint(
            ["import_id"], ["list_import.id"], name="fk_imported_row_import_id"
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name="fk_imported_row_patient_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_imported_row_member_id"),
        sa.ForeignKeyConstraint(["replaced_id"], ["member.id"], name="fk_imported_row_replaced_id"),
        sa.UniqueConstraint("import_id", "row", name="uq_imported_row_import_id"),
    )
    op.create_index("ix_imported_row_patient_id", "imported_row", ["patient_id"])
    op.create_index("ix_imported_row_member_id", "imported_row", ["member_id"])
