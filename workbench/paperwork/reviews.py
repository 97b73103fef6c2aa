"""What became of the tasks of earlier meetings, as the papers before a meeting tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from data.codes import TaskOutcome
from data.models.meetings import Meeting
from data.paper_codes import TaskReview
from workbench.tasks import TaskRow, earlier_tasks

_HEARD = {
    TaskOutcome.DONE: TaskReview.DONE,
    TaskOutcome.NOT_CARRIED_OUT: TaskReview.NOT_CARRIED_OUT,
    TaskOutcome.NO_LONGER_NEEDED: TaskReview.NO_LONGER_NEEDED,
}
_ORDER = list(TaskReview)


def reviewed_tasks(session: Session, meeting: Meeting, at: datetime | None = None) -> list[TaskRow]:
    """The tasks a meeting hears of, those first that were not carried out."""
    found = earlier_tasks(session, meeting, at)
    return sorted(found, key=lambda task: (_ORDER.index(review_of(task)), task.due_on, task.id))


def review_of(task: TaskRow) -> TaskReview:
    """How a task stands."""
    if task.outcome is not None:
        return _HEARD[task.outcome]
    return TaskReview.OVERDUE if task.is_overdue else TaskReview.OPEN


def review_counts(tasks: Sequence[TaskRow]) -> dict[str, int]:
    """How many tasks stand in each way."""
    found = Counter(map(review_of, tasks))
    return {review.value: found[review] for review in TaskReview}
