"""Meetings, their agendas, what was said, rated and decided, and the work that follows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from data.migrations.shapes import fact


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
    for create in (
        _meeting,
        _attendance,
        _agenda_item,
        _opinion,
        _assessment,
        _decision,
        _task,
        _task_result,
    ):
        create(op)


def _meeting(op: Operations) -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("team_id", sa.Integer, nullable=False),
        sa.Column("team_name", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("held_on", sa.Date, nullable=False),
        sa.Column("begins", sa.Time, nullable=False),
        sa.Column("ends", sa.Time),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("chair_id", sa.Integer, nullable=False),
        sa.Column("recorder_id", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("opening", sa.String, nullable=False, server_default=""),
        sa.Column("other_matters", sa.String, nullable=False, server_default=""),
        sa.Column("closing", sa.String, nullable=False, server_default=""),
        sa.Column("next_held_on", sa.Date),
        sa.Column("closed_at", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_meeting"),
        sa.ForeignKeyConstraint(["chair_id"], ["member.id"], name="fk_meeting_chair_id"),
        sa.ForeignKeyConstraint(["recorder_id"], ["member.id"], name="fk_meeting_recorder_id"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_meeting_team_id"),
        sa.UniqueConstraint("team_id", "kind", "year", "number", name="uq_meeting_team_id"),
    )
    op.create_index("ix_meeting_held_on", "meeting", ["held_on"])


def _attendance(op: Operations) -> None:
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("member_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("present", sa.Boolean, nullable=False, server_default="1"),
        sa.Column("reason", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_attendance"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_attendance_meeting_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_attendance_member_id"),
        sa.UniqueConstraint("meeting_id", "member_id", name="uq_attendance_meeting_id"),
    )


def _agenda_item(op: Operations) -> None:
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("tier", sa.String, nullable=False),
        sa.Column("patient_id", sa.Integer),
        sa.Column("case_id", sa.Integer),
        sa.Column("title", sa.String, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_item"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_agenda_item_case_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_agenda_item_meeting_id"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name="fk_agenda_item_patient_id"),
        sa.UniqueConstraint("meeting_id", "position", name="uq_agenda_item_meeting_id"),
    )
    op.create_index("ix_agenda_item_patient_id", "agenda_item", ["patient_id"])


def _opinion(op: Operations) -> None:
    op.create_table(
        "opinion",
        *fact("opinion"),
        sa.Column("item_id", sa.Integer, nullable=False),
        sa.Column("member_id", sa.Integer, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column("level", sa.Integer),
        sa.Column("dissent", sa.String, nullable=False, server_default=""),
        sa.Column("in_writing", sa.Boolean, nullable=False, server_default="0"),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_opinion_item_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_opinion_member_id"),
    )
    op.create_index("ix_opinion_item_id", "opinion", ["item_id"])
    op.create_index("ix_opinion_patient_id", "opinion", ["patient_id"])
    op.create_index("ix_opinion_root_id", "opinion", ["root_id"])


def _assessment(op: Operations) -> None:
    op.create_table(
        "assessment",
        *fact("assessment"),
        sa.Column("item_id", sa.Integer, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("stability", sa.String),
        sa.Column("reason", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_assessment_item_id"),
    )
    op.create_index("ix_assessment_item_id", "assessment", ["item_id"])
    op.create_index("ix_assessment_patient_id", "assessment", ["patient_id"])
    op.create_index("ix_assessment_root_id", "assessment", ["root_id"])


def _decision(op: Operations) -> None:
    op.create_table(
        "decision",
        *fact("decision"),
        sa.Column("item_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("implementer_id", sa.Integer),
        sa.Column("due_on", sa.Date),
        sa.ForeignKeyConstraint(
            ["implementer_id"], ["member.id"], name="fk_decision_implementer_id"
        ),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_decision_item_id"),
    )
    op.create_index("ix_decision_item_id", "decision", ["item_id"])
    op.create_index("ix_decision_patient_id", "decision", ["patient_id"])
    op.create_index("ix_decision_root_id", "decision", ["root_id"])


def _task(op: Operations) -> None:
    op.create_table(
        "task",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("decision_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_task"),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_task_decision_id"),
        sa.UniqueConstraint("decision_id", name="uq_task_decision_id"),
    )


def _task_result(op: Operations) -> None:
    op.create_table(
        "task_result",
        *fact("task_result"),
        sa.Column("task_id", sa.Integer, nullable=False),
        sa.Column("meeting_id", sa.Integer),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_task_result_meeting_id"),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name="fk_task_result_task_id"),
    )
    op.create_index("ix_task_result_patient_id", "task_result", ["patient_id"])
    op.create_index("ix_task_result_root_id", "task_result", ["root_id"])
    op.create_index("ix_task_result_task_id", "task_result", ["task_id"])
