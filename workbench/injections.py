"""Long-acting medicines: the injections given, when the next is due, and which are overdue."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import known
from data.medication_codes import InjectionState
from data.models.medication import Injection, MedicationLine
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.medication import WHAT, entry_of, in_use, lines_of
from workbench.recording import correct, enter, present, require_patient, withdraw
from workbench.rules.doses import thousandths
from workbench.rules.injections import TO_DO_WHEN_OVERDUE, Due, Schedule, next_due, state_on
from workbench.rules.medication import InjectionEntry, MedicationEntry, injection_problems
from workbench.visit_errors import MedicationHasProblems, NotLongActing

_INJECTION = "这次注射"


@dataclass(frozen=True)
class InjectionRow:
    """One injection as it stands."""

    id: int
    line_id: int
    entry: InjectionEntry


@dataclass(frozen=True)
class LongActingRow:
    """One long-acting medicine on a day: the last injection, the next, and what there is to do."""

    line_id: int
    patient_id: int | None
    entry: MedicationEntry
    last_given_on: date | None
    due: Due | None
    state: InjectionState
    overdue_days: int
    to_do: str


@dataclass(frozen=True)
class InjectionColumns:
    """An injection that is ready to be written."""

    entry: InjectionEntry

    def columns(self) -> dict[str, object]:
        """The injection by column."""
        entry = self.entry
        return {
            "true_from": entry.given_on,
            "dose": entry.dose,
            "dose_thousandths": thousandths(entry.dose),
            "unit": entry.unit,
            "place": entry.place,
            "given_by": entry.given_by,
        }


def record_injection(
    bench: Bench, line_id: int, entry: InjectionEntry, *, request_id: str = ""
) -> int:
    """Write down an injection that was given; return its key."""
    with bench.doing("record_injection", request_id) as work:
        if work.answer is not None:
            return work.answer
        line = present(work, MedicationLine, line_id, WHAT)
        if not line.long_acting or line.patient_id is None:
            raise NotLongActing
        given = _checked(work, line, entry)
        fact = enter(work, Injection, line.patient_id, given, line_id=line_id)
        return work.answers(fact.root_id)


def correct_injection(bench: Bench, injection_id: int, entry: InjectionEntry, *, why: str) -> None:
    """Correct an injection to what is given; the earlier words are kept with the reason."""
    with bench.doing("correct_injection") as work:
        injection = present(work, Injection, injection_id, _INJECTION)
        line = work.session.scalar(
            known(MedicationLine).where(MedicationLine.root_id == injection.line_id)
        )
        if line is None:
            raise NotFound(WHAT)
        correct(work, injection, _checked(work, line, entry), why)


def withdraw_injection(bench: Bench, injection_id: int, *, why: str) -> None:
    """Say that an injection was never given."""
    with bench.doing("withdraw_injection") as work:
        withdraw(work, present(work, Injection, injection_id, _INJECTION), why)


def list_injections(
    bench: Bench, patient_id: int, *, at: datetime | None = None
) -> list[InjectionRow]:
    """Every injection a patient was given, the last one first."""
    with bench.asking("list_injections") as session:
        require_patient(session, patient_id)
        query = known(Injection, at).where(Injection.patient_id == patient_id)
        ordered = query.order_by(Injection.true_from.desc(), Injection.root_id.desc())
        return [_row(injection) for injection in session.scalars(ordered)]


def list_long_acting(
    bench: Bench,
    *,
    patient_id: int | None = None,
    on: date | None = None,
    at: datetime | None = None,
) -> list[LongActingRow]:
    """The long-acting medicines in use on a day, those longest overdue first."""
    day = on or bench.today()
    with bench.asking("list_long_acting") as session:
        lines = [line for line in lines_of(session, patient_id, at) if line.long_acting]
        used = [line for line in lines if in_use(line, day)]
        given = _days_given(session, [line.root_id for line in used], day, at)
        rows = [_long_acting(line, given.get(line.root_id, []), day) for line in used]
        return sorted(
            rows, key=lambda row: (row.due is None, row.due.closes_on if row.due else day)
        )


def injection_entry_of(fact: Injection) -> InjectionEntry:
    """What a stored fact says, as it could be filled in again."""
    return InjectionEntry(
        given_on=fact.true_from,
        dose=fact.dose,
        unit=fact.unit,
        place=fact.place,
        given_by=fact.given_by,
    )


def _checked(work: Work, line: MedicationLine, entry: InjectionEntry) -> InjectionColumns:
    given = entry.cleaned()
    problems = injection_problems(
        given, started_on=line.started_on, stopped_on=line.stopped_on, today=work.today
    )
    if problems:
        raise MedicationHasProblems(problems)
    return InjectionColumns(given)


def _days_given(
    session: Session, lines: Collection[int], day: date, at: datetime | None
) -> dict[int, list[date]]:
    query = known(Injection, at).where(Injection.line_id.in_(lines), Injection.true_from <= day)
    found: dict[int, list[date]] = {}
    for injection in session.scalars(query):
        found.setdefault(injection.line_id, []).append(injection.true_from)
    return found


def _long_acting(line: MedicationLine, given: list[date], day: date) -> LongActingRow:
    schedule = Schedule(line.every, line.every_unit, line.window_days, line.second_after_days)
    due = next_due(schedule, given, line.started_on)
    state = state_on(due, day)
    overdue = due is not None and state is InjectionState.OVERDUE
    return LongActingRow(
        line_id=line.root_id,
        patient_id=line.patient_id,
        entry=entry_of(line),
        last_given_on=max(given, default=None),
        due=due,
        state=state,
        overdue_days=(day - due.due_on).days if due and overdue else 0,
        to_do=TO_DO_WHEN_OVERDUE if overdue else "",
    )


def _row(injection: Injection) -> InjectionRow:
    return InjectionRow(injection.root_id, injection.line_id, injection_entry_of(injection))
