"""Work that follows from decisions, and what became of it."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.codes import TaskOutcome
from data.facts import Fact


class Task(Base):
    """Work for one person. Title, person and due date are those of the decision it follows from."""

    __tablename__ = "task"
    __table_args__ = (UniqueConstraint("decision_id"),)

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))


class TaskResult(Fact):
    """What became of a task, and at which meeting it was reported."""

    __tablename__ = "task_result"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    outcome: Mapped[TaskOutcome] = mapped_column(Code(TaskOutcome))
    note: Mapped[str] = mapped_column(default="", server_default="")
