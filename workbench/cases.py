"""Cases: who is in case management, why, since when, and who is responsible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.casework_codes import ExitReason, Standing
from data.codes import CaseKind
from data.facts import held, known
from data.models.cases import Case, CaseStanding, CaseTerms
from data.models.patients import Patient
from data.models.teams import Member
from workbench.bench import Bench, Work
from workbench.casework_errors import CaseEnded
from workbench.duplicates import Doubt
from workbench.errors import AlreadyInManagement, EmptyField, NotFound, NumberTaken
from workbench.patients import Particulars, details_of, enter_patient
from workbench.recording import by_patient
from workbench.rules.cases import next_number
from workbench.words import masked, required

OfCase = TypeVar("OfCase", CaseTerms, CaseStanding)
# Whoever withdrew consent is asked again each year, which is not for an agenda to do.
_FOR_GOOD = {ExitReason.DIED, ExitReason.TRANSFERRED, ExitReason.CONSENT_WITHDRAWN}


@dataclass(frozen=True)
class CaseRow:
    """One case, as lists show it. `entry` counts the patient's entries, this one included."""

    id: int
    patient_id: int
    number: str
    masked: str
    village: str
    diagnosis: str
    kind: CaseKind
    entered_on: date
    standing: Standing = Standing.RUNNING
    entry: int = 1


@dataclass(frozen=True)
class CaseDetails:
    """One case on a day. What concerns a pause or an exit is empty unless there is one."""

    row: CaseRow
    patient_id: int
    entered_on: date
    case_manager_id: int
    case_manager: str
    since: date
    until_on: date | None
    reason: str
    exit_reason: ExitReason | None
    earlier: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """How a patient enters case management."""

    number: str
    kind: CaseKind
    case_manager_id: int | None


@dataclass(frozen=True)
class Managed:
    """A case with its kind and the name of who is responsible for it on a day."""

    number: str
    kind: CaseKind
    case_manager: str


def list_cases(
    bench: Bench, on: date | None = None, at: datetime | None = None, *, ended: bool = False
) -> list[CaseRow]:
    """The cases open on a day, today unless named, by number; `ended` adds those that are over."""
    with bench.asking("list_cases") as session:
        rows = cases_by(session, on or bench.today(), at)
        return [row for row in rows if ended or row.standing is not Standing.ENDED]


def read_case(
    bench: Bench, case_id: int, on: date | None = None, at: datetime | None = None
) -> CaseDetails:
    """One case as it stood on a day, today unless named, as known at a moment."""
    day = on or bench.today()
    with bench.asking("read_case") as session:
        case = any_case(session, case_id)
        terms, standing = terms_on(session, case_id, day, at), standing_on(session, case, day, at)
        (row,) = case_rows(session, [case], day, at)
        return CaseDetails(
            row=row,
            patient_id=case.patient_id,
            entered_on=case.entered_on,
            case_manager_id=terms.case_manager_id,
            case_manager=session.get_one(Member, terms.case_manager_id).name,
            since=standing.true_from if standing else case.entered_on,
            until_on=standing.until_on if standing else None,
            reason=standing.reason if standing else "",
            exit_reason=standing.exit_reason if standing else None,
            earlier=tuple(c.number for c in _entries(session, case.patient_id)[: row.entry - 1]),
        )


def suggest_case_number(bench: Bench) -> str:
    """The number a new case might have: one more than the last."""
    with bench.asking("suggest_case_number") as session:
        return next_number(list(session.scalars(select(Case.number).order_by(Case.id))))


def open_case_management(
    bench: Bench, patient_id: int, entry: Entry, *, request_id: str = ""
) -> int:
    """Take a patient into case management from today; return the key of the case."""
    with bench.doing("open_case_management", request_id) as work:
        if work.answer is not None:
            return work.answer
        work.about(patient=patient_id)
        return work.answers(enter_case(work, patient_id, entry, work.today).id)


def admit_new_patient(
    bench: Bench,
    particulars: Particulars,
    entry: Entry,
    *,
    accepted: Collection[Doubt] = (),
    request_id: str = "",
) -> int:
    """Put a person on the register and into case management at once, or neither.

    `accepted` names what looks wrong and was checked, such as a namesake born on the same day.
    """
    with bench.doing("admit_new_patient", request_id) as work:
        if work.answer is not None:
            return work.answer
        patient_id = enter_patient(work, particulars, accepted)
        return work.answers(enter_case(work, patient_id, entry, work.today).id)


def enter_case(work: Work, patient_id: int, entry: Entry, on: date) -> Case:
    """Open a case from a day on within a command; refuse while another one is open."""
    number = required("个案编号", entry.number)
    _require_free(work.session, patient_id, number)
    if entry.case_manager_id is None:
        raise EmptyField("个案管理员")
    if work.session.get(Member, entry.case_manager_id) is None:
        raise NotFound("个案管理员")
    case = Case(patient_id=patient_id, number=number, entered_on=on)
    work.session.add(case)
    work.session.flush()
    write_terms(work, case, entry.kind, entry.case_manager_id, on)
    return case


def write_terms(
    work: Work, case: Case, kind: CaseKind, case_manager_id: int, on: date, why: str = ""
) -> None:
    """Say from which day on a case is of a kind and in whose hands, within a command."""
    CaseTerms.enter(
        work.session,
        work.written,
        patient_id=case.patient_id,
        true_from=on,
        why=why,
        case_id=case.id,
        kind=kind,
        case_manager_id=case_manager_id,
    )


def cases_by(session: Session, day: date, at: datetime | None = None) -> list[CaseRow]:
    """Every case entered by a day by its number, as known at a moment."""
    cases = session.scalars(select(Case).where(Case.entered_on <= day).order_by(Case.number))
    return case_rows(session, list(cases), day, at)


def gone_for_good(session: Session, day: date, at: datetime | None = None) -> set[int]:
    """Whose last case ended by a day for a reason after which nobody proposes them again."""
    query = known(CaseStanding, at).where(CaseStanding.standing == Standing.ENDED)
    last = {
        patient: held(rows, day) for patient, rows in by_patient(session.scalars(query)).items()
    }
    return {patient for patient, row in last.items() if row and row.exit_reason in _FOR_GOOD}


def any_case(session: Session, case_id: int) -> Case:
    """Return a case wherever it stands."""
    case = session.get(Case, case_id)
    if case is None:
        raise NotFound("这个个案")
    return case


def open_case(session: Session, case_id: int) -> Case:
    """Return a case that is running or paused; refuse one that has ended."""
    case = any_case(session, case_id)
    if standing_now(session, case_id) is Standing.ENDED:
        raise CaseEnded(case.number)
    return case


def entry_number(session: Session, case: Case) -> int:
    """Which stay of the patient in case management this is, counted from the first."""
    return _entry_numbers(session, [case.patient_id])[case.id]


def open_case_of(session: Session, patient_id: int) -> Case | None:
    """The case a patient has open, running or paused."""
    for case in reversed(_entries(session, patient_id)):
        if standing_now(session, case.id) is not Standing.ENDED:
            return case
    return None


def terms_on(session: Session, case_id: int, day: date, at: datetime | None = None) -> CaseTerms:
    """What kind of case it is and who is responsible on a day, as known at a moment."""
    rows = _of_cases(session, CaseTerms, [case_id], at)[case_id]
    if not rows:
        raise NotFound("这个个案")
    return held(rows, day) or rows[0]


def managed_on(
    session: Session, case_ids: Collection[int], day: date, at: datetime | None = None
) -> dict[int, Managed]:
    """The same by name for many cases, in three queries."""
    terms = {
        key: held(rows, day) or rows[0]
        for key, rows in _of_cases(session, CaseTerms, case_ids, at).items()
    }
    managers = {row.case_manager_id for row in terms.values()}
    names = session.execute(select(Member.id, Member.name).where(Member.id.in_(managers)))
    called = {member.id: member.name for member in names}
    cases = session.scalars(select(Case).where(Case.id.in_(terms)))
    return {
        case.id: Managed(case.number, terms[case.id].kind, called[terms[case.id].case_manager_id])
        for case in cases
    }


def case_managers_on(
    session: Session, case_ids: Collection[int], day: date, at: datetime | None = None
) -> dict[int, int]:
    """Who is responsible for each of some cases on a day, as known at a moment, in one query."""
    terms = _of_cases(session, CaseTerms, case_ids, at)
    return {key: (held(rows, day) or rows[0]).case_manager_id for key, rows in terms.items()}


def standing_on(
    session: Session, case: Case, day: date, at: datetime | None = None
) -> CaseStanding | None:
    """The last word on where a case stands on a day; none when it runs as it was entered."""
    return held(_of_cases(session, CaseStanding, [case.id], at)[case.id], day)


def standing_now(session: Session, case_id: int) -> Standing:
    """Where a case stands after everything written about it."""
    last = held(_of_cases(session, CaseStanding, [case_id], None)[case_id], date.max)
    return last.standing if last else Standing.RUNNING


def _entries(session: Session, patient_id: int) -> list[Case]:
    query = select(Case).where(Case.patient_id == patient_id)
    return list(session.scalars(query.order_by(Case.entered_on, Case.id)))


def _of_cases(
    session: Session, table: type[OfCase], case_ids: Collection[int], at: datetime | None
) -> dict[int, list[OfCase]]:
    query = known(table, at).where(table.case_id.in_(case_ids)).order_by(table.id)
    found: dict[int, list[OfCase]] = defaultdict(list)
    for row in session.scalars(query):
        found[row.case_id].append(row)
    return found


def _require_free(session: Session, patient_id: int, number: str) -> None:
    if session.get(Patient, patient_id) is None:
        raise NotFound("这名患者")
    if session.scalar(select(Case.id).where(Case.number == number)) is not None:
        raise NumberTaken(number)
    present = open_case_of(session, patient_id)
    if present is not None:
        raise AlreadyInManagement(present.number)


def case_rows(
    session: Session, cases: Sequence[Case], day: date, at: datetime | None = None
) -> list[CaseRow]:
    """A few queries however many cases; one nobody knew of at that moment is left out."""
    keys = [case.id for case in cases]
    terms, standings = (
        _of_cases(session, CaseTerms, keys, at),
        _of_cases(session, CaseStanding, keys, at),
    )
    patients = {case.patient_id for case in cases}
    details, entries = details_of(session, patients, day, at), _entry_numbers(session, patients)
    found = []
    for case in cases:
        if not terms[case.id]:
            continue
        who, last = details[case.patient_id], held(standings[case.id], day)
        found.append(
            CaseRow(
                case.id,
                case.patient_id,
                case.number,
                masked(who.name),
                who.village,
                who.diagnosis,
                (held(terms[case.id], day) or terms[case.id][0]).kind,
                case.entered_on,
                last.standing if last else Standing.RUNNING,
                entries[case.id],
            )
        )
    return found


def _entry_numbers(session: Session, patients: Collection[int]) -> dict[int, int]:
    query = select(Case.id, Case.patient_id).where(Case.patient_id.in_(patients))
    seen: dict[int, int] = defaultdict(int)
    numbers = {}
    for case_id, patient_id in session.execute(query.order_by(Case.entered_on, Case.id)):
        seen[patient_id] += 1
        numbers[case_id] = seen[patient_id]
    return numbers
