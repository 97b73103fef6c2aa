"""Follow-up visits: recording, correcting and reading them, and the rating they bring."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from data.codes import RiskLevel, Stability, VisitForm
from data.facts import known
from data.models.visits import Visit
from data.visit_codes import LostReason
from workbench.bench import Bench, Work
from workbench.drafts import clear_draft
from workbench.errors import NotFound
from workbench.recording import among, correct, enter, present, require_patient, withdraw
from workbench.rules.agendas import Rated
from workbench.rules.visit_answers import VisitAnswers, VisitRecord
from workbench.rules.visit_records import find_problems, suggested_class, unanswered
from workbench.visit_columns import VisitColumns, record_of
from workbench.visit_errors import VisitHasProblems

DRAFTS = "visit"  # the screen whose drafts are visits
_NOTHING_ANSWERED = VisitAnswers()


@dataclass(frozen=True)
class VisitRow:
    """One visit, as lists show it."""

    id: int
    visited_on: date
    form: VisitForm
    level: RiskLevel | None
    stability: Stability | None
    lost_reason: LostReason | None
    dead: bool
    words: str
    doctor: str


@dataclass(frozen=True)
class VisitDetails:
    """One visit as a whole: what was filled in, what was left open, and what it speaks for.

    `suggested` was the class suggested when it was written; `because` explains today's.
    """

    id: int
    patient_id: int
    record: VisitRecord
    unanswered: tuple[str, ...]
    suggested: Stability | None
    because: str
    revision: int
    written_at: datetime
    why: str


def record_visit(
    bench: Bench,
    patient_id: int,
    *,
    visited_on: date,
    form: VisitForm,
    level: RiskLevel | None = None,
    words: str = "",
    answers: VisitAnswers = _NOTHING_ANSWERED,
    request_id: str = "",
    draft: str = "",
) -> int:
    """Write down a visit; return its key. What is not answered stays unknown.

    Refuses what cannot stand, all of it at once. The draft it was typed in goes with it.
    """
    record = VisitRecord(
        visited_on=visited_on, form=form, level=level, words=words, answers=answers
    )
    with bench.doing("record_visit", request_id) as work:
        if work.answer is not None:
            return work.answer
        require_patient(work.session, patient_id)
        visit = enter(work, Visit, patient_id, _checked(work, record))
        clear_draft(work.session, DRAFTS, draft)
        return work.answers(visit.root_id)


def correct_visit(
    bench: Bench, visit_id: int, record: VisitRecord, *, why: str, draft: str = ""
) -> None:
    """Correct a visit to what is given; the earlier answers are kept with the reason."""
    with bench.doing("correct_visit") as work:
        visit = present(work, Visit, visit_id, "这次随访")
        correct(work, visit, _checked(work, record), why)
        clear_draft(work.session, DRAFTS, draft)


def withdraw_visit(bench: Bench, visit_id: int, *, why: str) -> None:
    """Say that a visit never took place, or not with this patient."""
    with bench.doing("withdraw_visit") as work:
        withdraw(work, present(work, Visit, visit_id, "这次随访"), why)


def list_visits(bench: Bench, patient_id: int, *, at: datetime | None = None) -> list[VisitRow]:
    """The visits to a patient, the last one first."""
    with bench.asking("list_visits") as session:
        require_patient(session, patient_id)
        return [_row(visit) for visit in visits_until(session, patient_id, date.max, at)]


def read_visit(bench: Bench, visit_id: int, *, at: datetime | None = None) -> VisitDetails:
    """One visit with every answer."""
    with bench.asking("read_visit") as session:
        visit = session.scalar(known(Visit, at).where(Visit.root_id == visit_id))
        if visit is None or visit.patient_id is None:
            raise NotFound("这次随访")
        return _details(visit, visit.patient_id)


def visits_until(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> list[Visit]:
    """The visits up to a day, the last one first; of one day, that entered last."""
    query = known(Visit, at).where(Visit.patient_id == patient_id, Visit.true_from <= day)
    return list(session.scalars(query.order_by(Visit.true_from.desc(), Visit.root_id.desc())))


def clinical_level_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> RiskLevel | None:
    """The rating of the last visit up to a day that brought one."""
    last = clinical_levels_of(session, [patient_id], day, at).get(patient_id)
    return last.level if last else None


def clinical_levels_of(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None = None
) -> dict[int, Rated]:
    """The same for many patients in one query, or for everybody when None is given."""
    latest_first = Visit.true_from.desc(), Visit.root_id.desc()
    place = func.row_number().over(partition_by=Visit.patient_id, order_by=latest_first)
    rated = among(known(Visit, at), Visit, patient_ids).where(
        Visit.true_from <= day, Visit.level.is_not(None)
    )
    columns = Visit.patient_id, Visit.level, Visit.true_from, place.label("place")
    ranked = rated.with_only_columns(*columns).subquery()
    last = select(ranked.c.patient_id, ranked.c.level, ranked.c.true_from).where(
        ranked.c.place == 1
    )
    return {patient: Rated(level, on) for patient, level, on in session.execute(last)}


def dead_by(session: Session, day: date, at: datetime | None = None) -> set[int]:
    """Whose death a visit up to a day found."""
    found = known(Visit, at).where(
        Visit.true_from <= day, or_(Visit.died_on.is_not(None), Visit.death_cause.is_not(None))
    )
    keys = session.scalars(found.with_only_columns(Visit.patient_id))
    return {patient for patient in keys if patient is not None}


def _checked(work: Work, record: VisitRecord) -> VisitColumns:
    given = record.cleaned()
    problems = find_problems(given, today=work.today)
    if problems:
        raise VisitHasProblems(problems)
    return VisitColumns(given)


def _row(visit: Visit) -> VisitRow:
    return VisitRow(
        id=visit.root_id,
        visited_on=visit.true_from,
        form=visit.form,
        level=visit.level,
        stability=visit.stability,
        lost_reason=visit.lost_reason,
        dead=bool(visit.died_on or visit.death_cause),
        words=visit.words,
        doctor=visit.doctor,
    )


def _details(visit: Visit, patient_id: int) -> VisitDetails:
    record = record_of(visit)
    return VisitDetails(
        id=visit.root_id,
        patient_id=patient_id,
        record=record,
        unanswered=unanswered(record),
        suggested=visit.suggested_stability,
        because=suggested_class(record).because,
        revision=visit.revision,
        written_at=visit.written_at,
        why=visit.why,
    )
