"""What papers are about, as screens call it: the case by its number, people by shortened names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import SheetKind
from data.facts import known
from data.models.accounts import Identity
from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.meetings import Meeting
from data.models.plans import Plan
from data.models.signatures import Seal, Sheet
from data.models.tasks import Task
from data.models.teams import Member, Team
from data.models.visits import Visit
from forms.stamp import SheetCode
from workbench.paperwork.subjects import About, Subject
from workbench.patients import details_of
from workbench.states import title_of
from workbench.task_sources import adopted_tasks, decided_tasks
from workbench.words import masked

Named = dict[int, str]
_Namer = Callable[[Session, Collection[int], date], Named]


def names_of_subjects(
    session: Session, subjects: Iterable[Subject], day: date
) -> Mapping[Subject, str]:
    """What each is called on a day; a few queries for each kind of thing."""
    wanted: dict[About, list[Subject]] = defaultdict(list)
    for subject in subjects:
        wanted[subject.about].append(subject)
    found: dict[Subject, str] = {}
    for about, each in wanted.items():
        names = _NAMERS[about](session, {subject.key for subject in each}, day)
        found |= {subject: names.get(subject.key, "") for subject in each}
    return found


def _meetings(session: Session, keys: Collection[int], day: date) -> Named:
    found = session.scalars(select(Meeting).where(Meeting.id.in_(keys)))
    return {meeting.id: title_of(meeting) for meeting in found}


def _items(session: Session, keys: Collection[int], day: date) -> Named:
    query = (
        select(AgendaItem, Case.number)
        .outerjoin(Case, Case.id == AgendaItem.case_id)
        .where(AgendaItem.id.in_(keys))
    )
    rows = session.execute(query).all()
    people = _people(session, {item.patient_id for item, _ in rows if item.patient_id}, day)
    return {
        item.id: _numbered(people.get(item.patient_id or 0, item.title), number)
        for item, number in rows
    }


def _cases(session: Session, keys: Collection[int], day: date) -> Named:
    rows = session.scalars(select(Case).where(Case.id.in_(keys))).all()
    people = _people(session, {case.patient_id for case in rows}, day)
    return {case.id: _numbered(people.get(case.patient_id, ""), case.number) for case in rows}


def _plans(session: Session, keys: Collection[int], day: date) -> Named:
    rows = session.scalars(known(Plan).where(Plan.root_id.in_(keys))).all()
    cases = _cases(session, {plan.case_id for plan in rows}, day)
    return {plan.root_id: f"{cases.get(plan.case_id, '')}·第{plan.number}版" for plan in rows}


def _tasks(session: Session, keys: Collection[int], day: date) -> Named:
    wanted = Task.id.in_(keys)
    rows = [*decided_tasks(session, wanted), *adopted_tasks(session, wanted)]
    return {
        row.task_id: "·".join(filter(None, (row.case_number, masked(row.implementer), row.title)))
        for row in rows
    }


def _patients(session: Session, keys: Collection[int], day: date) -> Named:
    return _people(session, keys, day)


def _visits(session: Session, keys: Collection[int], day: date) -> Named:
    rows = session.scalars(known(Visit).where(Visit.root_id.in_(keys))).all()
    people = _people(session, {visit.patient_id for visit in rows if visit.patient_id}, day)
    return {
        visit.root_id: f"{people.get(visit.patient_id or 0, '')}·{visit.true_from:%m-%d}"
        for visit in rows
    }


def _teams(session: Session, keys: Collection[int], day: date) -> Named:
    return {team.id: team.name for team in session.scalars(select(Team).where(Team.id.in_(keys)))}


def _members(session: Session, keys: Collection[int], day: date) -> Named:
    found = session.scalars(select(Member).where(Member.id.in_(keys)))
    return {member.id: f"{member.role.label} {masked(member.name)}" for member in found}


def _sheets(session: Session, keys: Collection[int], day: date) -> Named:
    code = session.scalars(select(Identity.code)).one()
    query = select(Sheet.id, Seal.form).join(Seal, Seal.id == Sheet.seal_id)
    rows = session.execute(query.where(Sheet.id.in_(keys)))
    return {key: f"{SheetKind(form).label} {SheetCode(code, key).caption()}" for key, form in rows}


_NAMERS: Mapping[About, _Namer] = {
    About.MEETING: _meetings,
    About.ITEM: _items,
    About.CASE: _cases,
    About.PLAN: _plans,
    About.TASK: _tasks,
    About.PATIENT: _patients,
    About.VISIT: _visits,
    About.TEAM: _teams,
    About.MEMBER: _members,
    About.SHEET: _sheets,
}


def _people(session: Session, keys: Collection[int], day: date) -> Named:
    return {key: masked(person.name) for key, person in details_of(session, keys, day).items()}


def _numbered(name: str, number: str | None) -> str:
    return f"{number} {name}".strip() if number else name
