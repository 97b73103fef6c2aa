"""Intake, the life of a case, plans, annotations, and what a task needs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from data.migrations.shapes import fact


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
    for create in (
        _intake,
        _intake_finding,
        _intake_decision,
        _case_standing,
        _plan,
        _plan_item,
        _plan_reason,
        _plan_progress,
        _plan_confirmation,
        _annotation,
        _annotation_answer,
        _task_terms,
        _member_contact,
        _wider_tables,
    ):
        create(op)


def _wider_tables(op: Operations) -> None:
    with op.batch_alter_table("task") as task:
        task.alter_column("decision_id", existing_type=sa.Integer, nullable=True)
        task.add_column(sa.Column("annotation_id", sa.Integer))
        task.create_foreign_key("fk_task_annotation_id", "annotation", ["annotation_id"], ["id"])
        task.create_unique_constraint("uq_task_annotation_id", ["annotation_id"])
        task.create_check_constraint(
            "ck_task_one_origin", "(decision_id IS NULL) <> (annotation_id IS NULL)"
        )
    evidence = sa.Column("evidence", sa.String, nullable=False, server_default="")
    op.add_column("task_result", evidence)
    op.add_column("team", sa.Column("area", sa.String, nullable=False, server_default=""))


def _intake(op: Operations) -> None:
    op.create_table(
        "intake",
        *fact("intake"),
        sa.Column("case_id", sa.Integer),
        sa.Column("kind", sa.String),
        sa.Column("by_hand", sa.Boolean, nullable=False, server_default="0"),
        sa.Column("reason", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_intake_case_id"),
    )
    op.create_index("ix_intake_case_id", "intake", ["case_id"])
    op.create_index("ix_intake_patient_id", "intake", ["patient_id"])
    op.create_index("ix_intake_root_id", "intake", ["root_id"])


def _intake_finding(op: Operations) -> None:
    op.create_table(
        "intake_finding",
        *fact("intake_finding"),
        sa.Column("intake_id", sa.Integer, nullable=False),
        sa.Column("criterion", sa.String, nullable=False),
        sa.Column("met", sa.Boolean),
        sa.Column("evidence", sa.String, nullable=False, server_default=""),
        sa.Column("evidence_on", sa.Date),
        sa.Column("source", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name="fk_intake_finding_intake_id"),
    )
    op.create_index("ix_intake_finding_intake_id", "intake_finding", ["intake_id"])
    op.create_index("ix_intake_finding_patient_id", "intake_finding", ["patient_id"])
    op.create_index("ix_intake_finding_root_id", "intake_finding", ["root_id"])


def _intake_decision(op: Operations) -> None:
    op.create_table(
        "intake_decision",
        *fact("intake_decision"),
        sa.Column("intake_id", sa.Integer, nullable=False),
        sa.Column("item_id", sa.Integer, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False, server_default=""),
        sa.Column("case_id", sa.Integer),
        sa.Column("decision_id", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name="fk_intake_decision_intake_id"),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_intake_decision_item_id"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_intake_decision_case_id"),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_intake_decision_decision_id"
        ),
    )
    op.create_index("ix_intake_decision_case_id", "intake_decision", ["case_id"])
    op.create_index("ix_intake_decision_intake_id", "intake_decision", ["intake_id"])
    op.create_index("ix_intake_decision_item_id", "intake_decision", ["item_id"])
    op.create_index("ix_intake_decision_patient_id", "intake_decision", ["patient_id"])
    op.create_index("ix_intake_decision_root_id", "intake_decision", ["root_id"])


def _case_standing(op: Operations) -> None:
    op.create_table(
        "case_standing",
        *fact("case_standing"),
        sa.Column("case_id", sa.Integer, nullable=False),
        sa.Column("standing", sa.String, nullable=False),
        sa.Column("until_on", sa.Date),
        sa.Column("reason", sa.String, nullable=False, server_default=""),
        sa.Column("exit_reason", sa.String),
        sa.Column("item_id", sa.Integer),
        sa.Column("decision_id", sa.Integer),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_case_standing_case_id"),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_case_standing_item_id"),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_case_standing_decision_id"
        ),
    )
    op.create_index("ix_case_standing_case_id", "case_standing", ["case_id"])
    op.create_index("ix_case_standing_patient_id", "case_standing", ["patient_id"])
    op.create_index("ix_case_standing_root_id", "case_standing", ["root_id"])


def _plan(op: Operations) -> None:
    op.create_table(
        "plan",
        *fact("plan"),
        sa.Column("case_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("patient_view", sa.String, nullable=False, server_default=""),
        sa.Column("family_view", sa.String, nullable=False, server_default=""),
        sa.Column("strengths", sa.String, nullable=False, server_default=""),
        sa.Column("care", sa.String),
        sa.Column("untreated", sa.String),
        sa.Column("untreated_note", sa.String, nullable=False, server_default=""),
        sa.Column("level", sa.String),
        sa.Column("next_level", sa.String),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_plan_case_id"),
    )
    op.create_index("ix_plan_case_id", "plan", ["case_id"])
    op.create_index("ix_plan_patient_id", "plan", ["patient_id"])
    op.create_index("ix_plan_root_id", "plan", ["root_id"])


def _plan_item(op: Operations) -> None:
    op.create_table(
        "plan_item",
        *fact("plan_item"),
        sa.Column("plan_id", sa.Integer, nullable=False),
        sa.Column("line_id", sa.Integer),
        sa.Column("area", sa.String, nullable=False),
        sa.Column("problem", sa.String, nullable=False),
        sa.Column("goal", sa.String, nullable=False),
        sa.Column("measure", sa.String, nullable=False),
        sa.Column("responsible_id", sa.Integer),
        sa.Column("partner", sa.String, nullable=False, server_default=""),
        sa.Column("start_on", sa.Date),
        sa.Column("due_on", sa.Date),
        sa.Column("frequency", sa.String, nullable=False, server_default=""),
        sa.Column("criteria", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_plan_item_plan_id"),
        sa.ForeignKeyConstraint(["line_id"], ["plan_item.id"], name="fk_plan_item_line_id"),
        sa.ForeignKeyConstraint(
            ["responsible_id"], ["member.id"], name="fk_plan_item_responsible_id"
        ),
    )
    op.create_index("ix_plan_item_patient_id", "plan_item", ["patient_id"])
    op.create_index("ix_plan_item_plan_id", "plan_item", ["plan_id"])
    op.create_index("ix_plan_item_root_id", "plan_item", ["root_id"])


def _plan_reason(op: Operations) -> None:
    op.create_table(
        "plan_reason",
        *fact("plan_reason"),
        sa.Column("plan_id", sa.Integer, nullable=False),
        sa.Column("criterion", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_plan_reason_plan_id"),
    )
    op.create_index("ix_plan_reason_patient_id", "plan_reason", ["patient_id"])
    op.create_index("ix_plan_reason_plan_id", "plan_reason", ["plan_id"])
    op.create_index("ix_plan_reason_root_id", "plan_reason", ["root_id"])


def _plan_progress(op: Operations) -> None:
    op.create_table(
        "plan_progress",
        *fact("plan_progress"),
        sa.Column("line_id", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("result", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["line_id"], ["plan_item.id"], name="fk_plan_progress_line_id"),
    )
    op.create_index("ix_plan_progress_line_id", "plan_progress", ["line_id"])
    op.create_index("ix_plan_progress_patient_id", "plan_progress", ["patient_id"])
    op.create_index("ix_plan_progress_root_id", "plan_progress", ["root_id"])


def _plan_confirmation(op: Operations) -> None:
    op.create_table(
        "plan_confirmation",
        *fact("plan_confirmation"),
        sa.Column("plan_id", sa.Integer, nullable=False),
        sa.Column("item_id", sa.Integer, nullable=False),
        sa.Column("decision_id", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_plan_confirmation_plan_id"),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name="fk_plan_confirmation_item_id"
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name="fk_plan_confirmation_decision_id"
        ),
    )
    op.create_index("ix_plan_confirmation_item_id", "plan_confirmation", ["item_id"])
    op.create_index("ix_plan_confirmation_patient_id", "plan_confirmation", ["patient_id"])
    op.create_index("ix_plan_confirmation_plan_id", "plan_confirmation", ["plan_id"])
    op.create_index("ix_plan_confirmation_root_id", "plan_confirmation", ["root_id"])


def _annotation(op: Operations) -> None:
    op.create_table(
        "annotation",
        *fact("annotation"),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("subject_id", sa.Integer, nullable=False),
        sa.Column("text", sa.String, nullable=False),
    )
    op.create_index("ix_annotation_patient_id", "annotation", ["patient_id"])
    op.create_index("ix_annotation_root_id", "annotation", ["root_id"])


def _annotation_answer(op: Operations) -> None:
    op.create_table(
        "annotation_answer",
        *fact("annotation_answer"),
        sa.Column("annotation_id", sa.Integer, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False, server_default=""),
        sa.Column("plan_item_id", sa.Integer),
        sa.Column("task_id", sa.Integer),
        sa.ForeignKeyConstraint(
            ["annotation_id"], ["annotation.id"], name="fk_annotation_answer_annotation_id"
        ),
        sa.ForeignKeyConstraint(
            ["plan_item_id"], ["plan_item.id"], name="fk_annotation_answer_plan_item_id"
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name="fk_annotation_answer_task_id"),
    )
    op.create_index("ix_annotation_answer_annotation_id", "annotation_answer", ["annotation_id"])
    op.create_index("ix_annotation_answer_patient_id", "annotation_answer", ["patient_id"])
    op.create_index("ix_annotation_answer_root_id", "annotation_answer", ["root_id"])


def _task_terms(op: Operations) -> None:
    op.create_table(
        "task_terms",
        *fact("task_terms"),
        sa.Column("task_id", sa.Integer, nullable=False),
        sa.Column("partner", sa.String, nullable=False, server_default=""),
        sa.Column("title", sa.String, nullable=False, server_default=""),
        sa.Column("implementer_id", sa.Integer),
        sa.Column("due_on", sa.Date),
        sa.Column("case_id", sa.Integer),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name="fk_task_terms_task_id"),
        sa.ForeignKeyConstraint(
            ["implementer_id"], ["member.id"], name="fk_task_terms_implementer_id"
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_task_terms_case_id"),
    )
    op.create_index("ix_task_terms_patient_id", "task_terms", ["patient_id"])
    op.create_index("ix_task_terms_root_id", "task_terms", ["root_id"])
    op.create_index("ix_task_terms_task_id", "task_terms", ["task_id"])


def _member_contact(op: Operations) -> None:
    op.create_table(
        "member_contact",
        *fact("member_contact"),
        sa.Column("member_id", sa.Integer, nullable=False),
        sa.Column("phone", sa.String, nullable=False, server_default=""),
        sa.Column("other_phone", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_member_contact_member_id"),
    )
    op.create_index("ix_member_contact_member_id", "member_contact", ["member_id"])
    op.create_index("ix_member_contact_patient_id", "member_contact", ["patient_id"])
    op.create_index("ix_member_contact_root_id", "member_contact", ["root_id"])
