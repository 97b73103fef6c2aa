"""The whole visit record, medication lines and the plan for those who do not take theirs."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations

from data.migrations.shapes import fact


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
    for columns in (
        _about_the_visit,
        _condition,
        _happened,
        _treatment,
        _referral,
        _conclusion,
    ):
        for column in columns():
            op.add_column("visit", column)
    _medication_line(op)
    _injection(op)
    _medication_strategy(op)


def _about_the_visit() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("form_version", sa.String, nullable=False, server_default="2017"),
        sa.Column("seen", sa.String),
        sa.Column("lost_reason", sa.String),
        sa.Column("lost_other", sa.String, nullable=False, server_default=""),
        sa.Column("died_on", sa.Date),
        sa.Column("death_cause", sa.String),
        sa.Column("death_detail", sa.String),
        sa.Column("death_other", sa.String, nullable=False, server_default=""),
    )


def _condition() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("level_reason", sa.String, nullable=False, server_default=""),
        sa.Column("symptoms", sa.String),
        sa.Column("symptoms_other", sa.String, nullable=False, server_default=""),
        sa.Column("symptom_severity", sa.String),
        sa.Column("insight", sa.String),
        sa.Column("sleep", sa.String),
        sa.Column("diet", sa.String),
        sa.Column("self_care", sa.String),
        sa.Column("housework", sa.String),
        sa.Column("productive_work", sa.String),
        sa.Column("learning", sa.String),
        sa.Column("social_contact", sa.String),
        sa.Column("physical_illness", sa.String),
    )


def _happened() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("minor_disturbances", sa.Integer),
        sa.Column("offences", sa.Integer),
        sa.Column("grave_offences", sa.Integer),
        sa.Column("other_harms", sa.Integer),
        sa.Column("self_harms", sa.Integer),
        sa.Column("suicide_attempts", sa.Integer),
        sa.Column("locking", sa.String),
        sa.Column("hospital_stay", sa.String),
        sa.Column("discharged_on", sa.Date),
    )


def _treatment() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("lab_check", sa.String),
        sa.Column("lab_words", sa.String, nullable=False, server_default=""),
        sa.Column("adherence", sa.String),
        sa.Column("prescribed_lately", sa.Boolean),
        sa.Column("reaction", sa.String),
        sa.Column("reaction_kinds", sa.String),
        sa.Column("reaction_words", sa.String, nullable=False, server_default=""),
        sa.Column("adr_severity", sa.String),
        sa.Column("effect", sa.String),
        sa.Column("rehabilitation", sa.String),
        sa.Column("rehabilitation_other", sa.String, nullable=False, server_default=""),
    )


def _referral() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("referral_advised", sa.String),
        sa.Column("referral_reason", sa.String, nullable=False, server_default=""),
        sa.Column("referred", sa.String),
        sa.Column("referred_to", sa.String, nullable=False, server_default=""),
        sa.Column("referred_department", sa.String, nullable=False, server_default=""),
        sa.Column("referral_succeeded", sa.String),
        sa.Column("psychiatrist_contacted", sa.String),
        sa.Column("departments_notified", sa.String),
        sa.Column("police_contact", sa.String, nullable=False, server_default=""),
        sa.Column("police_phone", sa.String, nullable=False, server_default=""),
        sa.Column("centre_contact", sa.String, nullable=False, server_default=""),
        sa.Column("centre_phone", sa.String, nullable=False, server_default=""),
    )


def _conclusion() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("stability", sa.String),
        sa.Column("suggested_stability", sa.String),
        sa.Column("stability_reason", sa.String, nullable=False, server_default=""),
        sa.Column("next_visit_on", sa.Date),
        sa.Column("doctor", sa.String, nullable=False, server_default=""),
        sa.Column("institution", sa.String, nullable=False, server_default=""),
        sa.Column("in_case_management", sa.Boolean),
        sa.Column("case_social_evaluation", sa.String),
    )


def _medication_line(op: Operations) -> None:
    op.create_table(
        "medication_line",
        *fact("medication_line"),
        sa.Column("visit_id", sa.Integer),
        sa.Column("purpose", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("dosage_form", sa.String, nullable=False, server_default=""),
        sa.Column("strength", sa.String, nullable=False, server_default=""),
        sa.Column("long_acting", sa.Boolean),
        sa.Column("unit", sa.String),
        sa.Column("morning", sa.String, nullable=False, server_default=""),
        sa.Column("morning_thousandths", sa.Integer),
        sa.Column("noon", sa.String, nullable=False, server_default=""),
        sa.Column("noon_thousandths", sa.Integer),
        sa.Column("evening", sa.String, nullable=False, server_default=""),
        sa.Column("evening_thousandths", sa.Integer),
        sa.Column("dose", sa.String, nullable=False, server_default=""),
        sa.Column("dose_thousandths", sa.Integer),
        sa.Column("times", sa.Integer),
        sa.Column("times_per", sa.String),
        sa.Column("every", sa.Integer),
        sa.Column("every_unit", sa.String),
        sa.Column("window_days", sa.Integer, nullable=False, server_default="0"),
        sa.Column("second_after_days", sa.Integer),
        sa.Column("started_on", sa.Date),
        sa.Column("stopped_on", sa.Date),
        sa.Column("stop_reason", sa.String, nullable=False, server_default=""),
        sa.Column("prescriber", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name="fk_medication_line_visit_id"),
    )
    op.create_index("ix_medication_line_patient_id", "medication_line", ["patient_id"])
    op.create_index("ix_medication_line_root_id", "medication_line", ["root_id"])
    op.create_index("ix_medication_line_visit_id", "medication_line", ["visit_id"])


def _injection(op: Operations) -> None:
    op.create_table(
        "injection",
        *fact("injection"),
        sa.Column("line_id", sa.Integer, nullable=False),
        sa.Column("dose", sa.String, nullable=False, server_default=""),
        sa.Column("dose_thousandths", sa.Integer),
        sa.Column("unit", sa.String),
        sa.Column("place", sa.String, nullable=False, server_default=""),
        sa.Column("given_by", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["line_id"], ["medication_line.id"], name="fk_injection_line_id"),
    )
    op.create_index("ix_injection_line_id", "injection", ["line_id"])
    op.create_index("ix_injection_patient_id", "injection", ["patient_id"])
    op.create_index("ix_injection_root_id", "injection", ["root_id"])


def _medication_strategy(op: Operations) -> None:
    op.create_table(
        "medication_strategy",
        *fact("medication_strategy"),
        sa.Column("medication_class", sa.String, nullable=False),
        sa.Column("causes", sa.String, nullable=False),
        sa.Column("causes_other", sa.String, nullable=False, server_default=""),
        sa.Column("measures", sa.String, nullable=False),
        sa.Column("measures_other", sa.String, nullable=False, server_default=""),
        sa.Column("responsible_id", sa.Integer, nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("review_on", sa.Date),
        sa.ForeignKeyConstraint(
            ["responsible_id"], ["member.id"], name="fk_medication_strategy_responsible_id"
        ),
    )
    op.create_index("ix_medication_strategy_patient_id", "medication_strategy", ["patient_id"])
    op.create_index("ix_medication_strategy_root_id", "medication_strategy", ["root_id"])
