"""What 上次说的话 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.models.meetings import Meeting
from data.models.teams import Member
from data.paper_codes import TaskReview
from workbench.paperwork.people import meeting_answers
from workbench.paperwork.reviews import review_counts, reviewed_tasks
from workbench.rules.tasks import share_done
from workbench.tasks import TaskRow

_ALL = "合计"
# What was due and is still wanted; only this can be kept or broken.
_DUE = (TaskReview.DONE, TaskReview.NOT_CARRIED_OUT, TaskReview.OVERDUE)


def promises_answers(
    session: Session, meeting: Meeting, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the sheet, in canonical form."""
    by_unit = _by_unit(session, reviewed_tasks(session, meeting, at))
    return {
        **meeting_answers(meeting),
        "departments": _departments(by_unit),
        "tasks": [_task(unit, task) for unit, tasks in by_unit.items() for task in tasks],
    }


def _by_unit(session: Session, tasks: Sequence[TaskRow]) -> dict[str, list[TaskRow]]:
    """The tasks of each implementer's unit; that with the oldest task comes first."""
    wanted = {task.implementer_id for task in tasks}
    members = session.scalars(select(Member).where(Member.id.in_(wanted)))
    units = {member.id: member.unit for member in members}
    oldest_first = sorted(tasks, key=lambda task: task.id)
    found: dict[str, list[TaskRow]] = {units[t.implementer_id]: [] for t in oldest_first}
    for task in tasks:
        found[units[task.implementer_id]].append(task)
    return found


def _departments(by_unit: Mapping[str, Sequence[TaskRow]]) -> list[dict[str, object]]:
    rows = [_department(unit, tasks) for unit, tasks in by_unit.items()]
    if len(rows) > 1:
        every = [task for tasks in by_unit.values() for task in tasks]
        rows.append({**_department(_ALL, every), "sum": True})
    return rows


def _department(unit: str, tasks: Sequence[TaskRow]) -> dict[str, object]:
    counts = review_counts(tasks)
    due = sum(counts[review.value] for review in _DUE)
    rate = share_done(counts[TaskReview.DONE.value], due)
    return {"department": unit, "promised": len(tasks), **counts, "rate": rate}


def _task(unit: str, task: TaskRow) -> dict[str, object]:
    return {
        "department": unit,
        "case": task.case_number,
        "title": task.title,
        "implementer": task.implementer,
        "due_on": task.due_on.isoformat(),
        "outcome": task.state,
        "note": task.note,
    }
