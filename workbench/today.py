"""What the day asks for: the next meeting, and everything that waits for somebody's hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from data import backups
from data.casework_codes import Standing
from data.codes import Labelled
from workbench.annotations import open_annotations_of
from workbench.bench import BEIJING, Bench
from workbench.cases import CaseRow, cases_by
from workbench.consents import due_again
from workbench.known_facts import NOTHING, facts_of_patients
from workbench.open_tasks import open_tasks
from workbench.opinions_wanted import Wanted, opinions_wanted
from workbench.patients import details_of
from workbench.plan_reading import plans_due
from workbench.preparation import NextMeeting, next_meeting
from workbench.recents import Recent, recents_of
from workbench.rules.visits import next_visit_on
from workbench.signatures import waiting_sheets
from workbench.unit_rules import rules_of
from workbench.words import masked

VISITS_AHEAD = timedelta(days=14)
BACKUP_EVERY = timedelta(days=7)


class Matter(Labelled):
    """A kind of thing that waits for somebody."""

    OVERDUE_TASKS = "overdue_tasks", "逾期任务"
    VISITS = "visits", "两周内应随访"
    ANNOTATIONS = "annotations", "待处理批注"
    OPINIONS = "opinions", "等精神科医师看"
    SIGNATURES = "signatures", "签字件未收回"
    PLANS = "plans", "计划到期"
    CONSENTS = "consents", "应再次询问同意"
    BACKUP = "backup", "该备份了"


@dataclass(frozen=True)
class Waiting:
    """How many of a kind wait, the first of them by name, and since or until which day.

    `meeting_id` is the meeting whose papers have waited the longest.
    """

    matter: Matter
    count: int
    names: tuple[str, ...] = ()
    first_on: date | None = None
    meeting_id: int | None = None


@dataclass(frozen=True)
class Today:
    """One day at the desk. What nobody has to do is not listed."""

    day: date
    meeting: NextMeeting | None
    waiting: tuple[Waiting, ...]
    recents: tuple[Recent, ...] = ()


def read_today(bench: Bench, at: datetime | None = None) -> Today:
    """What today asks for, as known at a moment; in a fixed number of queries."""
    day = bench.today()
    with bench.asking("read_today") as session:
        found = [*_of_records(session, day, at), _backup(bench, day)]
        return Today(
            day=day,
            meeting=next_meeting(session, day, at),
            waiting=tuple(line for line in found if line.count),
            recents=recents_of(session, bench.account_id, day),
        )


def _of_records(session: Session, day: date, at: datetime | None) -> Iterator[Waiting]:
    cases = [row for row in cases_by(session, day, at) if row.standing is not Standing.ENDED]
    named = {case.patient_id: case.masked for case in cases}
    yield _overdue_tasks(session, day, at)
    yield _by_day(Matter.VISITS, _visits(session, named.keys(), day, at), named)
    yield _annotations(session, day, at)
    yield _opinions(session, day, at)
    yield _signatures(session)
    yield _by_day(Matter.PLANS, _plans(session, cases, day, at), named)
    yield _consents(session, day, at)


def _overdue_tasks(session: Session, day: date, at: datetime | None) -> Waiting:
    late = [task for task in open_tasks(session, day, at=at) if task.overdue_days]
    names = tuple(dict.fromkeys(masked(task.implementer) for task in late))
    return Waiting(Matter.OVERDUE_TASKS, len(late), names, late[0].due_on if late else None)


def _visits(
    session: Session, patients: Collection[int], day: date, at: datetime | None
) -> dict[int, date]:
    profile = rules_of(session, day, at)
    records = facts_of_patients(session, patients, day, at)
    due = {
        patient: next_visit_on(records.get(patient, NOTHING).facts, on=day, profile=profile)
        for patient in patients
    }
    return {key: on for key, on in due.items() if on is not None and on <= day + VISITS_AHEAD}


def _plans(
    session: Session, cases: Sequence[CaseRow], day: date, at: datetime | None
) -> dict[int, date]:
    due = plans_due(session, [case.id for case in cases], day, at)
    return {case.patient_id: due[case.id] for case in cases if due.get(case.id, date.max) <= day}


def _by_day(matter: Matter, due: Mapping[int, date], named: Mapping[int, str]) -> Waiting:
    first = sorted(due, key=lambda patient: (due[patient], patient))
    names = tuple(named[patient] for patient in first)
    return Waiting(matter, len(due), names, due[first[0]] if first else None)


def _annotations(session: Session, day: date, at: datetime | None) -> Waiting:
    counts = open_annotations_of(session, None, at)
    people = details_of(session, counts, day, at)
    names = tuple(masked(people[patient].name) for patient in counts)
    return Waiting(Matter.ANNOTATIONS, sum(counts.values()), names)


def _opinions(session: Session, day: date, at: datetime | None) -> Waiting:
    """Plans no psychiatrist has looked at; remarks that wait for the team have a line already."""
    found = [r for r in opinions_wanted(session, day, at) if r.wanted is not Wanted.REMARK]
    first = min((row.since for row in found), default=None)
    return Waiting(Matter.OPINIONS, len(found), tuple(row.masked for row in found), first)


def _signatures(session: Session) -> Waiting:
    sheets = waiting_sheets(session)
    titles = tuple(dict.fromkeys(sheet.title for sheet in sheets))
    meeting = next((sheet.meeting_id for sheet in sheets if sheet.meeting_id), None)
    first = sheets[0].sealed_on if sheets else None
    return Waiting(Matter.SIGNATURES, len(sheets), titles, first, meeting)


def _consents(session: Session, day: date, at: datetime | None) -> Waiting:
    due = due_again(session, day, day, at)
    names = tuple(masked(row.name) for row in due)
    return Waiting(Matter.CONSENTS, len(due), names, due[0].ask_again_on if due else None)


def _backup(bench: Bench, day: date) -> Waiting:
    made = backups.list_backups(bench.store.folder)
    last = made[0].made_at.astimezone(BEIJING).date() if made else None
    late = last is None or day - last >= BACKUP_EVERY
    return Waiting(Matter.BACKUP, 1 if late else 0, first_on=last)
