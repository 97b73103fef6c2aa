"""One task as papers about it tell it: where it came from, whose it is, to whom it returns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.casework_codes import SlipEvidence, SlipResult
from data.codes import MemberRole
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.annotations import Annotation
from data.models.cases import Case
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.tasks import Task, TaskTerms
from data.models.teams import Member, Team
from workbench.agenda_entries import items_of
from workbench.cases import terms_on
from workbench.errors import NotFound
from workbench.masking import masked_name, with_names_hidden
from workbench.paperwork.options import offered
from workbench.paperwork.people import reached
from workbench.patients import details_on
from workbench.states import title_of
from workbench.task_sources import FoundTask, adopted_tasks, decided_tasks
from workbench.task_terms import any_task, terms_of
from workbench.teams import members_on


@dataclass(frozen=True)
class GivenTask:
    """A task, the patient masked in every word of it. Without a meeting it was given between two.

    `checker` is whoever it is returned to: the recorder of the meeting, or the case manager; else
    it returns to the team.
    """

    id: int
    title: str
    implementer: Member
    partner: str
    due_on: date | None
    given_on: date
    origin: str
    unit: str
    meeting: Meeting | None
    patient: str
    checker: Member | None
    return_to: str


@dataclass(frozen=True)
class _Origin:
    words: str
    on: date
    meeting: Meeting | None


def given_task(session: Session, task_id: int, at: datetime | None = None) -> GivenTask:
    """A task as known at a moment; refuses one that was taken back."""
    found = _found(session, task_id, at)
    terms = terms_of(session, [task_id], at).get(task_id)
    origin = _origin(session, any_task(session, task_id), terms, at)
    implementer = session.get_one(Member, found.implementer_id)
    team = session.get_one(Team, implementer.team_id)
    unit = origin.meeting.team_name if origin.meeting else team.name
    name, patient = _patient(session, found, origin.on, at)
    checker = _checker(session, found, origin, implementer, at)
    return GivenTask(
        id=task_id,
        title=with_names_hidden(found.title, {name: masked_name(name)}),
        implementer=implementer,
        partner=with_names_hidden(terms.partner if terms else "", {name: masked_name(name)}),
        due_on=found.due_on,
        given_on=origin.on,
        origin=origin.words,
        unit=unit,
        meeting=origin.meeting,
        patient=patient,
        checker=checker,
        return_to=reached(session, checker, origin.on, at) if checker else unit,
    )


def slip_lists() -> dict[str, object]:
    """What can be ticked on a paper that comes back about a task."""
    return {"results": offered(SlipResult), "evidence": offered(SlipEvidence)}


def leader_of(session: Session, task: GivenTask) -> Member | None:
    """Who stands for the team a task came from: its leader on that day, or else the chair."""
    members = members_on(session, task.implementer.team_id, task.given_on)
    leaders = [member for member in members if member.role is MemberRole.LEADER]
    if leaders:
        return leaders[0]
    return session.get_one(Member, task.meeting.chair_id) if task.meeting else None


def _found(session: Session, task_id: int, at: datetime | None) -> FoundTask:
    wanted = Task.id == task_id
    found = [*decided_tasks(session, wanted, at=at), *adopted_tasks(session, wanted, at=at)]
    if not found:
        raise NotFound("这项任务")
    return found[0]


def _origin(session: Session, task: Task, terms: TaskTerms | None, at: datetime | None) -> _Origin:
    if task.decision_id is None:
        remark = session.scalar(
            known(Annotation, at).where(Annotation.root_id == task.annotation_id)
        )
        if remark is None or terms is None:
            raise NotFound("这项任务")
        words = f"采纳{remark.true_from.isoformat()}医师批注"
        return _Origin(words, terms.true_from, None)
    decision = session.scalar(known(Decision, at).where(Decision.root_id == task.decision_id))
    if decision is None:
        raise NotFound("这项任务")
    item = session.get_one(AgendaItem, decision.item_id)
    meeting = session.get_one(Meeting, item.meeting_id)
    place = [other.id for other in items_of(session, meeting.id)].index(item.id) + 1
    return _Origin(f"{title_of(meeting)}第{place}案", meeting.held_on, meeting)


def _patient(session: Session, found: FoundTask, day: date, at: datetime | None) -> tuple[str, str]:
    if found.patient_id is None:
        return "", ""
    name = details_on(session, found.patient_id, day, at).name
    return name, "\u3000".join(filter(None, (found.case_number, masked_name(name))))


def _checker(
    session: Session,
    found: FoundTask,
    origin: _Origin,
    implementer: Member,
    at: datetime | None,
) -> Member | None:
    """Nobody checks their own work: the chair does where the recorder has the task."""
    wanted: list[int] = []
    if origin.meeting is not None:
        wanted = [origin.meeting.recorder_id, origin.meeting.chair_id]
    elif found.case_number:
        case = session.query(Case).filter_by(number=found.case_number).one()
        wanted = [terms_on(session, case.id, origin.on, at).case_manager_id]
    others = [key for key in wanted if key != implementer.id]
    return session.get_one(Member, others[0]) if others else None
