"""What the register knows of a person, their guardians, admissions, incidents and events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from data.migrations.shapes import fact


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
    for create in (
        _patient_details,
        _diagnosis,
        _consent,
        _patient_flag,
        _guardian,
        _guardian_details,
        _guardian_agreement,
        _guardian_capacity,
        _admission,
        _incident,
        _life_event,
    ):
        create(op)


def _patient_details(op: Operations) -> None:
    for column in (
        sa.Column("id_number", sa.String),
        sa.Column("former_name", sa.String, nullable=False, server_default=""),
        sa.Column("file_number", sa.String, nullable=False, server_default=""),
        sa.Column("phone", sa.String, nullable=False, server_default=""),
        sa.Column("ethnicity", sa.String),
        sa.Column("education", sa.String),
        sa.Column("marriage", sa.String),
        sa.Column("employment", sa.String),
        sa.Column("household", sa.String),
        sa.Column("residency", sa.String),
        sa.Column("address", sa.String, nullable=False, server_default=""),
        sa.Column("registered_village", sa.String, nullable=False, server_default=""),
        sa.Column("registered_address", sa.String, nullable=False, server_default=""),
        sa.Column("living_with", sa.String),
        sa.Column("economy", sa.String),
        sa.Column("report_type", sa.String),
        sa.Column("onset_on", sa.Date),
        sa.Column("onset_precision", sa.String),
        sa.Column("form_version", sa.String, nullable=False, server_default="2017"),
    ):
        op.add_column("patient_details", column)
    op.create_index("ix_patient_details_id_number", "patient_details", ["id_number"])
    op.create_index("ix_patient_details_name", "patient_details", ["name"])


def _diagnosis(op: Operations) -> None:
    op.create_table(
        "diagnosis",
        *fact("diagnosis"),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("words", sa.String, nullable=False, server_default=""),
        sa.Column("icd10", sa.String, nullable=False, server_default=""),
        sa.Column("hospital", sa.String, nullable=False, server_default=""),
        sa.Column("confirmed_on", sa.Date),
        sa.Column("confirmed_precision", sa.String),
    )
    op.create_index("ix_diagnosis_patient_id", "diagnosis", ["patient_id"])
    op.create_index("ix_diagnosis_root_id", "diagnosis", ["root_id"])


def _consent(op: Operations) -> None:
    op.create_table(
        "consent",
        *fact("consent"),
        sa.Column("answer", sa.String, nullable=False),
        sa.Column("signed_by", sa.String, nullable=False, server_default=""),
        sa.Column("ask_again_on", sa.Date),
    )
    op.create_index("ix_consent_patient_id", "consent", ["patient_id"])
    op.create_index("ix_consent_root_id", "consent", ["root_id"])


def _patient_flag(op: Operations) -> None:
    op.create_table(
        "patient_flag",
        *fact("patient_flag"),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("holds", sa.Boolean, nullable=False),
        sa.Column("grade", sa.String),
        sa.Column("note", sa.String, nullable=False, server_default=""),
    )
    op.create_index("ix_patient_flag_patient_id", "patient_flag", ["patient_id"])
    op.create_index("ix_patient_flag_root_id", "patient_flag", ["root_id"])


def _guardian(op: Operations) -> None:
    op.create_table(
        "guardian",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("patient_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_guardian"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name="fk_guardian_patient_id"),
    )
    op.create_index("ix_guardian_patient_id", "guardian", ["patient_id"])


def _guardian_details(op: Operations) -> None:
    op.create_table(
        "guardian_details",
        *fact("guardian_details"),
        sa.Column("guardian_id", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("relation", sa.String),
        sa.Column("relation_words", sa.String, nullable=False, server_default=""),
        sa.Column("id_number", sa.String),
        sa.Column("born_on", sa.Date),
        sa.Column("phone", sa.String, nullable=False, server_default=""),
        sa.Column("second_phone", sa.String, nullable=False, server_default=""),
        sa.Column("address", sa.String, nullable=False, server_default=""),
        sa.Column("workplace", sa.String, nullable=False, server_default=""),
        sa.Column("court_decision", sa.String, nullable=False, server_default=""),
        sa.Column("ill_or_disabled", sa.Boolean),
        sa.Column("lives_elsewhere", sa.Boolean),
        sa.Column("works_away", sa.Boolean),
        sa.Column("has_income", sa.Boolean),
        sa.Column("alone_and_absent", sa.Boolean),
        sa.ForeignKeyConstraint(
            ["guardian_id"], ["guardian.id"], name="fk_guardian_details_guardian_id"
        ),
    )
    op.create_index("ix_guardian_details_guardian_id", "guardian_details", ["guardian_id"])
    op.create_index("ix_guardian_details_id_number", "guardian_details", ["id_number"])
    op.create_index("ix_guardian_details_patient_id", "guardian_details", ["patient_id"])
    op.create_index("ix_guardian_details_root_id", "guardian_details", ["root_id"])


def _guardian_agreement(op: Operations) -> None:
    op.create_table(
        "guardian_agreement",
        *fact("guardian_agreement"),
        sa.Column("guardian_id", sa.Integer, nullable=False),
        sa.Column("signed", sa.Boolean, nullable=False),
        sa.Column("until_on", sa.Date),
        sa.Column("duties", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(
            ["guardian_id"], ["guardian.id"], name="fk_guardian_agreement_guardian_id"
        ),
    )
    op.create_index("ix_guardian_agreement_guardian_id", "guardian_agreement", ["guardian_id"])
    op.create_index("ix_guardian_agreement_patient_id", "guardian_agreement", ["patient_id"])
    op.create_index("ix_guardian_agreement_root_id", "guardian_agreement", ["root_id"])


def _guardian_capacity(op: Operations) -> None:
    op.create_table(
        "guardian_capacity",
        *fact("guardian_capacity"),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("because", sa.String, nullable=False, server_default=""),
    )
    op.create_index("ix_guardian_capacity_patient_id", "guardian_capacity", ["patient_id"])
    op.create_index("ix_guardian_capacity_root_id", "guardian_capacity", ["root_id"])


def _admission(op: Operations) -> None:
    op.create_table(
        "admission",
        *fact("admission"),
        sa.Column("discharged_on", sa.Date),
        sa.Column("hospital", sa.String, nullable=False),
        sa.Column("grounds", sa.String),
        sa.Column("reason", sa.String, nullable=False, server_default=""),
    )
    op.create_index("ix_admission_patient_id", "admission", ["patient_id"])
    op.create_index("ix_admission_root_id", "admission", ["root_id"])


def _incident(op: Operations) -> None:
    op.create_table(
        "incident",
        *fact("incident"),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False, server_default=""),
        sa.Column("source", sa.String, nullable=False, server_default=""),
        sa.Column("words", sa.String, nullable=False, server_default=""),
        sa.Column("police_informed", sa.Boolean),
        sa.Column("police_words", sa.String, nullable=False, server_default=""),
        sa.Column("form_version", sa.String, nullable=False, server_default="2017"),
    )
    op.create_index("ix_incident_patient_id", "incident", ["patient_id"])
    op.create_index("ix_incident_root_id", "incident", ["root_id"])


def _life_event(op: Operations) -> None:
    op.create_table(
        "life_event",
        *fact("life_event"),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("present", sa.Boolean, nullable=False),
        sa.Column("until_on", sa.Date),
        sa.Column("source", sa.String, nullable=False, server_default=""),
        sa.Column("words", sa.String, nullable=False, server_default=""),
    )
    op.create_index("ix_life_event_patient_id", "life_event", ["patient_id"])
    op.create_index("ix_life_event_root_id", "life_event", ["root_id"])
