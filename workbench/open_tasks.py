"""Every task that is still open, whichever meeting or remark it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.models.decisions import Decision
from data.models.tasks import TaskTerms
from workbench.bench import Bench
from workbench.patients import details_of
from workbench.task_sources import FoundTask, adopted_tasks, decided_tasks, still_open
from workbench.task_terms import terms_of
from workbench.words import masked


@dataclass(frozen=True)
class OpenTask:
    """One open task on a day, the name of its patient masked."""

    id: int
    title: str
    implementer_id: int
    implementer: str
    partner: str
    due_on: date | None
    overdue_days: int
    patient_id: int | None
    masked: str
    case_number: str


def list_open_tasks(
    bench: Bench,
    *,
    member_id: int | None = None,
    patient_id: int | None = None,
    on: date | None = None,
    at: datetime | None = None,
) -> list[OpenTask]:
    """The open tasks of everybody, of one member or about one patient, the first due first.

    As they stand on a day, today unless named, as known at a moment; in a few queries.
    """
    with bench.asking("list_open_tasks") as session:
        rows = open_tasks(session, on or bench.today(), patient_id=patient_id, at=at)
        return [row for row in rows if member_id is None or row.implementer_id == member_id]


def open_tasks(
    session: Session, day: date, *, patient_id: int | None = None, at: datetime | None = None
) -> list[OpenTask]:
    """The same within a query: everybody's, or those about one patient."""
    rows = _rows(session, _about(session, patient_id, at), day, at)
    return sorted(rows, key=lambda row: (row.due_on or date.max, row.id))


def _about(session: Session, patient_id: int | None, at: datetime | None) -> list[FoundTask]:
    decided, adopted = [still_open(at=at)], [still_open(at=at)]
    if patient_id is not None:
        decided.append(Decision.patient_id == patient_id)
        adopted.append(TaskTerms.patient_id == patient_id)
    return [
        *decided_tasks(session, *decided, at=at),
        *adopted_tasks(session, *adopted, at=at),
    ]


def _rows(
    session: Session, found: list[FoundTask], day: date, at: datetime | None
) -> list[OpenTask]:
    people = details_of(session, {t.patient_id for t in found if t.patient_id}, day, at)
    terms = terms_of(session, [task.task_id for task in found], at)
    return [
        OpenTask(
            id=task.task_id,
            title=task.title,
            implementer_id=task.implementer_id,
            implementer=task.implementer,
            partner=terms[task.task_id].partner if task.task_id in terms else "",
            due_on=task.due_on,
            overdue_days=max((day - task.due_on).days, 0) if task.due_on else 0,
            patient_id=task.patient_id,
            masked=masked(people[task.patient_id].name) if task.patient_id else "",
            case_number=task.case_number,
        )
        for task in found
    ]
