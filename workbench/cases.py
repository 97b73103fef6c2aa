"""Cases: who is in case management, why, and who is responsible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import CaseKind
from data.facts import held, known
from data.models.cases import Case, CaseTerms
from data.models.patients import Patient
from data.models.teams import Member
from workbench.bench import Bench, Work
from workbench.errors import AlreadyInManagement, EmptyField, NotFound, NumberTaken
from workbench.patients import Particulars, details_on, enter_patient
from workbench.rules.cases import next_number
from workbench.words import masked, required


@dataclass(frozen=True)
class CaseRow:
    """One case, as lists show it."""

    id: int
    number: str
    masked: str
    village: str
    diagnosis: str
    kind: CaseKind


def list_cases(bench: Bench) -> list[CaseRow]:
    """Every case by its number."""
    today = bench.today()
    with bench.asking("list_cases") as session:
        cases = session.scalars(select(Case).order_by(Case.number))
        return [_row(session, case, today) for case in cases]


def suggest_case_number(bench: Bench) -> str:
    """The number a new case might have: one more than the last."""
    with bench.asking("suggest_case_number") as session:
        return next_number(list(session.scalars(select(Case.number).order_by(Case.id))))


@dataclass(frozen=True)
class Entry:
    """How a patient enters case management."""

    number: str
    kind: CaseKind
    case_manager_id: int | None


def open_case_management(
    bench: Bench, patient_id: int, entry: Entry, *, request_id: str = ""
) -> int:
    """Take a patient into case management from today; return the key of the case."""
    with bench.doing("open_case_management", request_id) as work:
        if work.answer is not None:
            return work.answer
        work.about(patient=patient_id)
        return work.answers(_enter(work, patient_id, entry))


def admit_new_patient(
    bench: Bench, particulars: Particulars, entry: Entry, *, request_id: str = ""
) -> int:
    """Put a person on the register and into case management at once, or neither."""
    with bench.doing("admit_new_patient", request_id) as work:
        if work.answer is not None:
            return work.answer
        return work.answers(_enter(work, enter_patient(work, particulars), entry))


def terms_on(session: Session, case_id: int, day: date, at: datetime | None = None) -> CaseTerms:
    """What kind of case it is and who is responsible on a day, as known at a moment."""
    query = known(CaseTerms, at).where(CaseTerms.case_id == case_id).order_by(CaseTerms.id)
    rows = list(session.scalars(query))
    if not rows:
        raise NotFound("这个个案")
    return held(rows, day) or rows[0]


def _enter(work: Work, patient_id: int, entry: Entry) -> int:
    number = required("个案编号", entry.number)
    _require_free(work.session, patient_id, number)
    if entry.case_manager_id is None:
        raise EmptyField("个案管理员")
    if work.session.get(Member, entry.case_manager_id) is None:
        raise NotFound("个案管理员")
    case = Case(patient_id=patient_id, number=number, entered_on=work.today)
    work.session.add(case)
    work.session.flush()
    CaseTerms.enter(
        work.session,
        work.written,
        patient_id=patient_id,
        true_from=work.today,
        case_id=case.id,
        kind=entry.kind,
        case_manager_id=entry.case_manager_id,
    )
    return case.id


def _require_free(session: Session, patient_id: int, number: str) -> None:
    if session.get(Patient, patient_id) is None:
        raise NotFound("这名患者")
    if session.scalar(select(Case.id).where(Case.number == number)) is not None:
        raise NumberTaken(number)
    present = session.scalar(select(Case.number).where(Case.patient_id == patient_id))
    if present is not None:
        raise AlreadyInManagement(present)


def _row(session: Session, case: Case, day: date) -> CaseRow:
    details, terms = details_on(session, case.patient_id, day), terms_on(session, case.id, day)
    return CaseRow(
        case.id,
        case.number,
        masked(details.name),
        details.village,
        details.diagnosis,
        terms.kind,
    )
