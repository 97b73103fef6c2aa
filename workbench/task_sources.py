"""Where tasks come from: decisions of meetings, and remarks that were adopted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select
from sqlalchemy.orm import Session

from data.codes import TaskOutcome
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.decisions import Decision
from data.models.tasks import Task, TaskResult, TaskTerms
from data.models.teams import Member


@dataclass(frozen=True)
class FoundTask:
    """A task with what it is about, wherever that is written."""

    task_id: int
    title: str
    implementer_id: int
    implementer: str
    due_on: date | None
    case_number: str
    patient_id: int | None


def decided_tasks(
    session: Session, *where: ColumnElement[bool], at: datetime | None = None
) -> list[FoundTask]:
    """The tasks that follow from decisions, of those a condition allows."""
    query: Select[Decision, int, Member, str] = (
        known(Decision, at)
        .add_columns(Task.id, Member, Case.number)
        .join(Task, Task.decision_id == Decision.root_id)
        .join(Member, Member.id == Decision.implementer_id)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .outerjoin(Case, Case.id == AgendaItem.case_id)
        .where(*where)
    )
    return [
        FoundTask(key, d.text, member.id, member.name, d.due_on, number or "", d.patient_id)
        for d, key, member, number in session.execute(query)
    ]


def tasks_of_meeting(
    session: Session, meeting_id: int, at: datetime | None = None
) -> list[FoundTask]:
    """The tasks that one meeting gave, in the order in which it gave them."""
    found = decided_tasks(session, AgendaItem.meeting_id == meeting_id, at=at)
    return sorted(found, key=lambda task: task.task_id)


def adopted_tasks(
    session: Session, *where: ColumnElement[bool], at: datetime | None = None
) -> list[FoundTask]:
    """The tasks that follow from adopted remarks, of those a condition allows."""
    query: Select[TaskTerms, int, Member, str] = (
        known(TaskTerms, at)
        .add_columns(Task.id, Member, Case.number)
        .join(Task, Task.id == TaskTerms.task_id)
        .join(Member, Member.id == TaskTerms.implementer_id)
        .outerjoin(Case, Case.id == TaskTerms.case_id)
        .where(Task.annotation_id.is_not(None), *where)
    )
    return [
        FoundTask(key, t.title, member.id, member.name, t.due_on, number or "", t.patient_id)
        for t, key, member, number in session.execute(query)
    ]


def still_open(moment: datetime | None = None, at: datetime | None = None) -> ColumnElement[bool]:
    """No final word on a task was written by a moment, or at all; not carried out is none."""
    final = known(TaskResult, at).where(
        TaskResult.task_id == Task.id, TaskResult.outcome != TaskOutcome.NOT_CARRIED_OUT
    )
    if moment is not None:
        final = final.where(TaskResult.written_at <= moment)
    return ~final.exists()
