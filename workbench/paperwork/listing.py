"""What there is to print for a meeting: its items, plans, tasks and people, as subjects."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data.codes import AgendaTier, TaskOutcome
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment
from data.models.cases import CaseStanding
from data.models.decisions import Decision
from data.models.intakes import IntakeDecision
from data.models.meetings import Meeting
from data.models.plans import Plan, PlanConfirmation
from data.models.signatures import Seal, Sheet
from data.models.tasks import Task
from workbench.meetings import attendance_of
from workbench.paperwork.subjects import About, Subject
from workbench.states import any_item
from workbench.tasks import earlier_tasks

_OVER = {TaskOutcome.DONE, TaskOutcome.NO_LONGER_NEEDED}


def the_meeting(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """The meeting itself."""
    yield Subject(About.MEETING, meeting.id)


def a_rated_meeting(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """The meeting, once it has rated somebody."""
    if any(True for _ in rated_items(session, meeting)):
        yield Subject(About.MEETING, meeting.id)


def its_team(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """The team that meets."""
    yield Subject(About.TEAM, meeting.team_id)


def case_items(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """Every case and every patient proposed on the agenda."""
    yield from _items(session, _of(meeting).where(AgendaItem.patient_id.is_not(None)))


def rated_items(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """Every item with a rating."""
    rated = known(Assessment).with_only_columns(Assessment.item_id)
    yield from _items(session, _of(meeting).where(AgendaItem.id.in_(rated)))


def entry_items(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """Every item at which somebody entered or left case management."""
    entered = known(IntakeDecision).with_only_columns(IntakeDecision.item_id)
    left = known(CaseStanding).with_only_columns(CaseStanding.item_id)
    wanted = AgendaItem.id.in_(entered) | AgendaItem.id.in_(left)
    yield from _items(session, _of(meeting).where(wanted))


def cases(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """Every case on the agenda."""
    query = _of(meeting).with_only_columns(AgendaItem.case_id)
    for key in session.scalars(query.where(AgendaItem.case_id.is_not(None))):
        yield Subject(About.CASE, key or 0)


def patients(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """Everybody on the agenda."""
    query = _of(meeting).with_only_columns(AgendaItem.patient_id)
    for key in session.scalars(query.where(AgendaItem.patient_id.is_not(None))):
        yield Subject(About.PATIENT, key or 0)


def confirmed_plans(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """Every version of a plan that the meeting confirmed."""
    for key in session.scalars(_confirmed(meeting)):
        yield Subject(About.PLAN, key)


def revised_plans(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """The same where there was a version before to compare with."""
    later = known(Plan).with_only_columns(Plan.root_id).where(Plan.number > 1)
    for key in session.scalars(_confirmed(meeting).where(PlanConfirmation.plan_id.in_(later))):
        yield Subject(About.PLAN, key)


def new_tasks(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """Every task the meeting gave."""
    query = (
        select(Task.id)
        .join(Decision, Decision.root_id == Task.decision_id)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .where(AgendaItem.meeting_id == meeting.id)
        .order_by(AgendaItem.position, Task.id)
        .distinct()
    )
    for key in session.scalars(query):
        yield Subject(About.TASK, key)


def absentees(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """Every member who is not coming."""
    for attendance, member in attendance_of(session, meeting.id):
        if not attendance.present:
            yield Subject(About.MEMBER, member.id, at=meeting.id)


def the_closed_meeting(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """The meeting, once it is closed."""
    if meeting.closed_at is not None:
        yield Subject(About.MEETING, meeting.id)


def discussed_items(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """Every rated item that was talked about; the others are signed on the summary alone."""
    rated = known(Assessment).with_only_columns(Assessment.item_id)
    wanted = _of(meeting).where(AgendaItem.id.in_(rated), AgendaItem.tier == AgendaTier.FOCUS)
    yield from _items(session, wanted)


def overdue_tasks(session: Session, meeting: Meeting) -> Iterator[Subject]:
    """Every task of earlier meetings that is past its day and not reported as settled."""
    for task in earlier_tasks(session, meeting):
        if task.overdue_days and task.outcome not in _OVER:
            yield Subject(About.TASK, task.id)


def meeting_of(session: Session, subject: Subject) -> int | None:
    """The meeting a paper belongs to, if what it is about belongs to one."""
    match subject.about:
        case About.MEETING:
            return subject.key
        case About.ITEM:
            item = session.get(AgendaItem, subject.key)
            return item.meeting_id if item else None
        case About.SHEET:
            seal = select(Seal.meeting_id).join(Sheet, Sheet.seal_id == Seal.id)
            return session.scalar(seal.where(Sheet.id == subject.key))
        case About.PLAN:
            confirmed = known(PlanConfirmation).where(PlanConfirmation.plan_id == subject.key)
            found = session.scalars(confirmed).first()
            return any_item(session, found.item_id).meeting_id if found else None
        case About.TASK:
            given = (
                select(AgendaItem.meeting_id)
                .join(Decision, Decision.item_id == AgendaItem.id)
                .join(Task, Task.decision_id == Decision.root_id)
            )
            return session.scalar(given.where(Task.id == subject.key).limit(1))
        case _:
            return subject.at or None


def _of(meeting: Meeting) -> Select[int]:
    return (
        select(AgendaItem.id)
        .where(AgendaItem.meeting_id == meeting.id)
        .order_by(AgendaItem.position)
    )


def _items(session: Session, query: Select[int]) -> Iterator[Subject]:
    for key in session.scalars(query):
        yield Subject(About.ITEM, key)


def _confirmed(meeting: Meeting) -> Select[int]:
    of_it = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting.id)
    confirmed = known(PlanConfirmation).with_only_columns(PlanConfirmation.plan_id)
    return confirmed.where(PlanConfirmation.item_id.in_(of_it))
