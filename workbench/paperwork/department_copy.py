"""What a 部门抄件 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.models.meetings import Meeting
from data.models.tasks import TaskTerms
from data.models.teams import Member
from workbench.masking import surname_with_code, with_names_hidden
from workbench.paperwork.people import meeting_answers, reached
from workbench.paperwork.settled import hidden_names
from workbench.paperwork.subjects import About, Subject
from workbench.patients import details_of
from workbench.task_sources import FoundTask, tasks_of_meeting
from workbench.task_terms import terms_of
from workbench.tasks import slip_number


def departments_of(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """One subject for each unit that got work at a closed meeting, under its first member."""
    if meeting.closed_at is None:
        return
    units: dict[str, int] = {}
    for member in _implementers(session, tasks_of_meeting(session, meeting.id)).values():
        if member.unit:
            units.setdefault(member.unit, member.id)
    for key in sorted(units.values()):
        yield Subject(About.MEMBER, key, at=meeting.id)


def department_copy_answers(
    session: Session, meeting: Meeting, member_id: int, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the copy for the unit of a member, in canonical form.

    Nobody on the register is named in it.
    """
    unit = session.get_one(Member, member_id).unit
    found = tasks_of_meeting(session, meeting.id, at)
    people, terms = _implementers(session, found), terms_of(session, _keys(found), at)
    ours = [task for task in found if _concerns(unit, people[task.implementer_id], terms, task)]
    named = _patients(session, meeting, ours, at)
    hidden = hidden_names(session, meeting, at)
    recorder = session.get_one(Member, meeting.recorder_id)
    return {
        **meeting_answers(meeting),
        "department": unit,
        "count": len(ours),
        "return_to": reached(session, recorder, meeting.held_on, at),
        "tasks": [
            {
                "number": slip_number(task.task_id),
                "patient": named.get(task.patient_id or 0, ""),
                "title": with_names_hidden(task.title, hidden),
                "implementer": task.implementer,
                "partner": _partner(terms, task),
                "due_on": task.due_on.isoformat() if task.due_on else None,
            }
            for task in ours
        ],
    }


def _keys(found: list[FoundTask]) -> list[int]:
    return [task.task_id for task in found]


def _implementers(session: Session, found: list[FoundTask]) -> dict[int, Member]:
    wanted = {task.implementer_id for task in found}
    members = session.scalars(select(Member).where(Member.id.in_(wanted)).order_by(Member.id))
    return {member.id: member for member in members}


def _concerns(
    unit: str, implementer: Member, terms: Mapping[int, TaskTerms], task: FoundTask
) -> bool:
    return unit in (implementer.unit, _partner(terms, task))


def _partner(terms: Mapping[int, TaskTerms], task: FoundTask) -> str:
    present = terms.get(task.task_id)
    return present.partner if present else ""


def _patients(
    session: Session, meeting: Meeting, found: list[FoundTask], at: datetime | None
) -> dict[int, str]:
    """Surname and number, as the communique says them."""
    numbers = {task.patient_id: task.case_number for task in found if task.patient_id}
    people = details_of(session, numbers, meeting.held_on, at)
    return {key: surname_with_code(row.name, numbers[key]) for key, row in people.items()}
