"""What had been before, who pays, the subsidy, other help, and the village team of a patient."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from data.migrations.shapes import fact


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
    for create in (
        _patient_details,
        _past_history,
        _subsidy,
        _subsidy_payment,
        _subsidy_proposal,
        _subsidy_decision,
        _assistance,
        _care_team,
    ):
        create(op)


def _patient_details(op: Operations) -> None:
    for column in (
        sa.Column("payment", sa.String),
        sa.Column("payment_other", sa.String, nullable=False, server_default=""),
        sa.Column("committee_contact", sa.String, nullable=False, server_default=""),
        sa.Column("committee_phone", sa.String, nullable=False, server_default=""),
    ):
        op.add_column("patient_details", column)


def _past_history(op: Operations) -> None:
    op.create_table(
        "past_history",
        *fact("past_history"),
        sa.Column("form_version", sa.String, nullable=False, server_default="2017"),
        sa.Column("minor_disturbances", sa.Integer),
        sa.Column("offences", sa.Integer),
        sa.Column("grave_offences", sa.Integer),
        sa.Column("other_harms", sa.Integer),
        sa.Column("self_harms", sa.Integer),
        sa.Column("suicide_attempts", sa.Integer),
        sa.Column("level", sa.Integer),
        sa.Column("locking", sa.String),
        sa.Column("symptoms", sa.String),
        sa.Column("symptoms_other", sa.String, nullable=False, server_default=""),
        sa.Column("outpatient", sa.String),
        sa.Column("admissions", sa.Integer),
        sa.Column("first_treated_on", sa.Date),
        sa.Column("first_treated_precision", sa.String),
        sa.Column("effect", sa.String),
        sa.Column("family_history", sa.String),
        sa.Column("specialist_words", sa.String, nullable=False, server_default=""),
    )
    _indexes(op, "past_history")


def _subsidy(op: Operations) -> None:
    op.create_table(
        "subsidy",
        *fact("subsidy"),
        sa.Column("guardian_id", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("yearly_amount", sa.Integer),
        sa.Column("granted_from", sa.Date),
        sa.Column("reason", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name="fk_subsidy_guardian_id"),
    )
    _indexes(op, "subsidy", "guardian_id")


def _subsidy_payment(op: Operations) -> None:
    op.create_table(
        "subsidy_payment",
        *fact("subsidy_payment"),
        sa.Column("guardian_id", sa.Integer, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("period", sa.String, nullable=False, server_default=""),
        sa.Column("note", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(
            ["guardian_id"], ["guardian.id"], name="fk_subsidy_payment_guardian_id"
        ),
    )
    _indexes(op, "subsidy_payment", "guardian_id")


def _subsidy_proposal(op: Operations) -> None:
    op.create_table(
        "subsidy_proposal",
        *fact("subsidy_proposal"),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
    )
    _indexes(op, "subsidy_proposal")


def _subsidy_decision(op: Operations) -> None:
    op.create_table(
        "subsidy_decision",
        *fact("subsidy_decision"),
        sa.Column("proposal_id", sa.Integer, nullable=False),
        sa.Column("item_id", sa.Integer, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False, server_default=""),
        sa.Column("decision_id", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["subsidy_proposal.id"], name="fk_subsidy_decision_proposal_id"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name="fk_subsidy_decision_item_id"
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_subsidy_decision_decision_id"
        ),
    )
    _indexes(op, "subsidy_decision", "proposal_id", "item_id")


def _assistance(op: Operations) -> None:
    op.create_table(
        "assistance",
        *fact("assistance"),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("responsible_id", sa.Integer),
        sa.Column("partner", sa.String, nullable=False, server_default=""),
        sa.Column("note", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(
            ["responsible_id"], ["member.id"], name="fk_assistance_responsible_id"
        ),
    )
    _indexes(op, "assistance")


def _care_team(op: Operations) -> None:
    op.create_table(
        "care_team",
        *fact("care_team"),
        sa.Column("team_id", sa.Integer),
        sa.Column("note", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_care_team_team_id"),
    )
    _indexes(op, "care_team", "team_id")


def _indexes(op: Operations, table: str, *columns: str) -> None:
    for column in ("patient_id", "root_id", *columns):
        op.create_index(f"ix_{table}_{column}", table, [column])
