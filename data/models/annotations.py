"""Remarks of the psychiatrist, and what the team made of them."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Code
from data.casework_codes import AnnotationOutcome
from data.facts import Fact


class Annotation(Fact):
    """A remark on one record: the table it stands in and its first revision's key."""

    __tablename__ = "annotation"

    subject: Mapped[str]
    subject_id: Mapped[int]
    text: Mapped[str]


class AnnotationAnswer(Fact):
    """What the team made of a remark: a line of the next plan, a task, or nothing and why."""

    __tablename__ = "annotation_answer"

    annotation_id: Mapped[int] = mapped_column(ForeignKey("annotation.id"), index=True)
    outcome: Mapped[AnnotationOutcome] = mapped_column(Code(AnnotationOutcome))
    reason: Mapped[str] = mapped_column(default="", server_default="")
    plan_item_id: Mapped[int | None] = mapped_column(ForeignKey("plan_item.id"))
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"))
