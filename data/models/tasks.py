"""Work that follows from decisions and adopted remarks, and what became of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

import data.models.annotations  # noqa: F401 - a task may follow from a remark
from data.base import Base, Code
from data.codes import TaskOutcome
from data.facts import Fact


class Task(Base):
    """Work for one person, from a decision or from an adopted remark.

    Title, person and due date are those of the decision, or else stand in its terms.
    """

    __tablename__ = "task"
    __table_args__ = (
        UniqueConstraint("decision_id"),
        UniqueConstraint("annotation_id"),
        CheckConstraint("(decision_id IS NULL) <> (annotation_id IS NULL)", name="one_origin"),
    )

    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    annotation_id: Mapped[int | None] = mapped_column(ForeignKey("annotation.id"))


class TaskTerms(Fact):
    """Who helps with a task; for one that follows from no decision also what, who and when."""

    __tablename__ = "task_terms"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    partner: Mapped[str] = mapped_column(default="", server_default="")
    title: Mapped[str] = mapped_column(default="", server_default="")
    implementer_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    due_on: Mapped[date | None]
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))


class TaskResult(Fact):
    """What became of a task, what shows it, and at which meeting it was reported."""

    __tablename__ = "task_result"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    outcome: Mapped[TaskOutcome] = mapped_column(Code(TaskOutcome))
    note: Mapped[str] = mapped_column(default="", server_default="")
    evidence: Mapped[str] = mapped_column(default="", server_default="")
