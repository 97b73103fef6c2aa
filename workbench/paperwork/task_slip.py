"""What the 任务通知单 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from forms.answers import text_of
from workbench.paperwork.given_tasks import given_task, slip_lists
from workbench.states import title_of
from workbench.tasks import slip_number


def task_slip_answers(
    session: Session, task_id: int, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the slip, in canonical form; what comes back on it is left white."""
    task = given_task(session, task_id, at)
    checker = f"checker:{task.checker.id}" if task.checker else ""
    return {
        "lists": slip_lists(),
        "unit": task.unit,
        "meeting": title_of(task.meeting) if task.meeting else "",
        "held_on": task.given_on.isoformat(),
        "number": slip_number(task_id),
        "origin": task.origin,
        "title": task.title,
        "implementer": task.implementer.name,
        "partner": task.partner,
        "due_on": task.due_on.isoformat() if task.due_on else None,
        "patient": task.patient,
        "result": None,
        "words": None,
        "evidence": None,
        "receiver": f"implementer:{task.implementer.id}",
        "checker": checker,
        "return_to": task.return_to,
    }


def task_slip_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Which task it is, repeated where a slip goes on on another half."""
    return (f"{text_of(answers, 'number')}\u3000{text_of(answers, 'patient')}",)
