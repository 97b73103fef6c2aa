"""What the 督办单 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.facts import known
from data.models.meetings import Meeting
from data.models.signatures import Seal
from data.models.tasks import TaskResult
from data.models.teams import Member
from forms.answers import text_of
from forms.urging import URGING
from workbench.bench import BEIJING
from workbench.paperwork.given_tasks import GivenTask, given_task, leader_of, slip_lists
from workbench.paperwork.subjects import About, Subject
from workbench.states import title_of
from workbench.tasks import slip_number

_ALWAYS = datetime.max.replace(tzinfo=UTC)


def urging_answers(
    session: Session,
    task_id: int,
    on: date,
    at: datetime | None = None,
    *,
    reply_by: date | None = None,
) -> dict[str, object]:
    """Answer every field of the sheet issued on a day, in canonical form.

    Without a day to reply by there is room to write one.
    """
    task = given_task(session, task_id, at)
    return {
        "lists": slip_lists(),
        "unit": task.unit,
        "number": slip_number(task_id),
        "held_on": on.isoformat(),
        "title": task.title,
        "implementer": task.implementer.name,
        "department": task.implementer.unit,
        "partner": task.partner,
        "patient": task.patient,
        "origin": task.origin,
        "decided_on": task.given_on.isoformat(),
        "due_on": task.due_on.isoformat() if task.due_on else None,
        "overdue": max((on - task.due_on).days, 0) if task.due_on else None,
        "heard": _heard(session, task_id, at),
        "reply_by": reply_by.isoformat() if reply_by else None,
        "return_to": task.return_to,
        "result": None,
        "new_due_on": None,
        "words": None,
        "signers": _signers(session, task),
    }


def urging_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """What is urged, repeated on every page after the first."""
    return (
        f"{text_of(answers, 'number')}\u3000责任人 {text_of(answers, 'implementer')}",
        text_of(answers, "patient"),
    )


def _heard(session: Session, task_id: int, at: datetime | None) -> list[dict[str, object]]:
    rows = [*_results(session, task_id, at), *_urged(session, task_id, at)]
    return sorted(rows, key=lambda row: str(row["on"]))


def _results(session: Session, task_id: int, at: datetime | None) -> list[dict[str, object]]:
    query = known(TaskResult, at).add_columns(Meeting).where(TaskResult.task_id == task_id)
    query = query.outerjoin(Meeting, Meeting.id == TaskResult.meeting_id)
    return [
        {
            "on": result.true_from.isoformat(),
            "what": f"{title_of(meeting)}核对" if meeting else "会外核对",
            "outcome": result.outcome.label,
            "note": result.note,
        }
        for result, meeting in session.execute(query.order_by(TaskResult.written_at))
    ]


def _urged(session: Session, task_id: int, at: datetime | None) -> list[dict[str, object]]:
    """The sheets of this kind that were sealed before."""
    of_it = Seal.form == URGING.code, Seal.subject == str(Subject(About.TASK, task_id))
    query = select(Seal.sealed_at).where(*of_it, Seal.sealed_at < (at or _ALWAYS))
    return [
        {
            "on": sealed_at.astimezone(BEIJING).date().isoformat(),
            "what": "督办",
            "outcome": "",
            "note": "",
        }
        for sealed_at in session.scalars(query.order_by(Seal.sealed_at))
    ]


def _signers(session: Session, task: GivenTask) -> list[dict[str, object]]:
    leader = leader_of(session, task)
    return [
        _place("issuer", "签发人", leader),
        _place("implementer", "责任人", task.implementer),
        _place("checker", "核对人", task.checker),
    ]


def _place(part: str, role: str, member: Member | None) -> dict[str, object]:
    if member is None:
        return {"key": "", "role": role, "name": ""}
    return {"key": f"{part}:{member.id}", "role": role, "name": member.name}
