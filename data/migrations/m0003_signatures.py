"""Seals and the sheets that are signed for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
    for create in (
        _seal,
        _sheet,
        _sheet_page,
        _slot,
    ):
        create(op)


def _seal(op: Operations) -> None:
    op.create_table(
        "seal",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("form_revision", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("amends_id", sa.Integer),
        sa.Column("answers", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("audit_head", sa.String, nullable=False),
        sa.Column("sealed_at", sa.DateTime, nullable=False),
        sa.Column("sealed_by", sa.Integer, nullable=False),
        sa.Column("pdf", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_seal"),
        sa.ForeignKeyConstraint(["amends_id"], ["seal.id"], name="fk_seal_amends_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_seal_meeting_id"),
        sa.ForeignKeyConstraint(["sealed_by"], ["account.id"], name="fk_seal_sealed_by"),
        sa.UniqueConstraint("meeting_id", "form", "version", name="uq_seal_meeting_id"),
    )


def _sheet(op: Operations) -> None:
    op.create_table(
        "sheet",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("seal_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("void_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_sheet"),
        sa.ForeignKeyConstraint(["seal_id"], ["seal.id"], name="fk_sheet_seal_id"),
    )
    op.create_index("ix_sheet_seal_id", "sheet", ["seal_id"])


def _sheet_page(op: Operations) -> None:
    op.create_table(
        "sheet_page",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("sheet_id", sa.Integer, nullable=False),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sheet_page"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_sheet_page_sheet_id"),
        sa.UniqueConstraint("sheet_id", "page", name="uq_sheet_page_sheet_id"),
    )


def _slot(op: Operations) -> None:
    op.create_table(
        "slot",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("sheet_id", sa.Integer, nullable=False),
        sa.Column("member_id", sa.Integer, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("part", sa.String, nullable=False),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("x", sa.Double, nullable=False),
        sa.Column("y", sa.Double, nullable=False),
        sa.Column("width", sa.Double, nullable=False),
        sa.Column("height", sa.Double, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("true_on", sa.Date),
        sa.Column("confirmed_by", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_slot"),
        sa.ForeignKeyConstraint(["confirmed_by"], ["account.id"], name="fk_slot_confirmed_by"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_slot_member_id"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_slot_sheet_id"),
        sa.UniqueConstraint("sheet_id", "page", "member_id", "part", name="uq_slot_sheet_id"),
    )
