"""First shape of the file: the store, accounts, audit, teams, patients, visits and cases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from data.migrations.shapes import fact


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
    for create in (
        _identity,
        _account,
        _request,
        _draft,
        _audit,
        _team,
        _member,
        _patient,
        _patient_details,
        _visit,
        _case,
        _case_terms,
    ):
        create(op)


def _identity(op: Operations) -> None:
    op.create_table(
        "identity",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("store", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("demo", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_identity"),
    )


def _account(op: Operations) -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("administers", sa.Boolean, nullable=False, server_default="0"),
        sa.Column("archived_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
    )


def _request(op: Operations) -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("request", sa.String, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("answer", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_request"),
        sa.UniqueConstraint("request", name="uq_request_request"),
    )


def _draft(op: Operations) -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("screen", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("payload", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.UniqueConstraint("screen", "subject", name="uq_draft_screen"),
    )


def _audit(op: Operations) -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("account_id", sa.Integer, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("detail", sa.String, nullable=False),
        sa.Column("before", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_audit_account_id"),
        sa.UniqueConstraint("digest", name="uq_audit_digest"),
    )


def _team(op: Operations) -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
    )


def _member(op: Operations) -> None:
    op.create_table(
        "member",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("team_id", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("post", sa.String, nullable=False, server_default=""),
        sa.Column("from_on", sa.Date, nullable=False),
        sa.Column("until_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_member_team_id"),
    )
    op.create_index("ix_member_team_id", "member", ["team_id"])


def _patient(op: Operations) -> None:
    op.create_table(
        "patient",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("registered_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_patient"),
    )


def _patient_details(op: Operations) -> None:
    op.create_table(
        "patient_details",
        *fact("patient_details"),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("sex", sa.String, nullable=False),
        sa.Column("born_on", sa.Date),
        sa.Column("village", sa.String, nullable=False, server_default=""),
        sa.Column("diagnosis", sa.String, nullable=False, server_default=""),
    )
    op.create_index("ix_patient_details_patient_id", "patient_details", ["patient_id"])
    op.create_index("ix_patient_details_root_id", "patient_details", ["root_id"])


def _visit(op: Operations) -> None:
    op.create_table(
        "visit",
        *fact("visit"),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("level", sa.Integer),
        sa.Column("words", sa.String, nullable=False, server_default=""),
    )
    op.create_index("ix_visit_patient_id", "visit", ["patient_id"])
    op.create_index("ix_visit_root_id", "visit", ["root_id"])


def _case(op: Operations) -> None:
    op.create_table(
        "case",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("patient_id", sa.Integer, nullable=False),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("entered_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name="fk_case_patient_id"),
        sa.UniqueConstraint("number", name="uq_case_number"),
    )
    op.create_index("ix_case_patient_id", "case", ["patient_id"])


def _case_terms(op: Operations) -> None:
    op.create_table(
        "case_terms",
        *fact("case_terms"),
        sa.Column("case_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("case_manager_id", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_case_terms_case_id"),
        sa.ForeignKeyConstraint(
            ["case_manager_id"], ["member.id"], name="fk_case_terms_case_manager_id"
        ),
    )
    op.create_index("ix_case_terms_case_id", "case_terms", ["case_id"])
    op.create_index("ix_case_terms_patient_id", "case_terms", ["patient_id"])
    op.create_index("ix_case_terms_root_id", "case_terms", ["root_id"])
