"""Who helps with a task, and what a task that follows from no decision is about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import known
from data.models.tasks import Task, TaskTerms
from data.models.teams import Member
from workbench.bench import Work
from workbench.casework_errors import DayNotPossible
from workbench.errors import DecisionNeedsDueDate, DecisionNeedsImplementer, NotFound
from workbench.words import clean_text, required


@dataclass(frozen=True)
class TaskGiven:
    """Work as it is given out: what, who, by when, and the department that helps."""

    title: str
    implementer_id: int | None
    due_on: date | None
    partner: str = ""

    def cleaned(self) -> TaskGiven:
        """The same, fit to keep; refuses work without a person or a day."""
        title = required("任务", self.title)
        if self.implementer_id is None:
            raise DecisionNeedsImplementer
        if self.due_on is None:
            raise DecisionNeedsDueDate
        return replace(self, title=title, partner=clean_text(self.partner))


def write_task_terms(
    work: Work, task: Task, given: TaskGiven, patient_id: int | None, case_id: int | None
) -> None:
    """Write what a task is about within a command; refuse one without a person or a day."""
    cleaned = given.cleaned()
    if work.session.get(Member, cleaned.implementer_id or 0) is None:
        raise NotFound("责任人")
    if cleaned.due_on is not None and cleaned.due_on < work.today:
        raise DayNotPossible("完成时限早于今天")
    TaskTerms.enter(
        work.session,
        work.written,
        patient_id=patient_id,
        true_from=work.today,
        task_id=task.id,
        case_id=case_id,
        **vars(cleaned),
    )


def any_task(session: Session, task_id: int) -> Task:
    """Return a task whatever became of it."""
    task = session.get(Task, task_id)
    if task is None:
        raise NotFound("这项任务")
    return task


def terms_of(
    session: Session, tasks: Collection[int], at: datetime | None = None
) -> dict[int, TaskTerms]:
    """What is written about these tasks besides their decisions, as known at a moment."""
    query = known(TaskTerms, at).where(TaskTerms.task_id.in_(tasks))
    return {row.task_id: row for row in session.scalars(query)}
