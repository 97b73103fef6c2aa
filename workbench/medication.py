"""Medication: what a patient takes, from when to when, and what was corrected."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import known
from data.medication_codes import MedicationPurpose
from data.medicines import medicine_names
from data.models.medication import Injection, MedicationLine
from data.models.visits import Visit
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.recording import correct, enter, present, require_patient, withdraw
from workbench.rules.doses import thousandths
from workbench.rules.medication import MedicationEntry, line_problems
from workbench.rules.visit_records import Problem
from workbench.visit_errors import AlreadyStopped, InjectionsRecorded, MedicationHasProblems
from workbench.words import required

_AS_THEY_ARE = tuple(item.name for item in fields(MedicationEntry))
_DOSES = ("morning", "noon", "evening", "dose")
WHAT = "这条用药记录"


@dataclass(frozen=True)
class MedicationRow:
    """One medicine as it stands."""

    id: int
    entry: MedicationEntry
    written_at: datetime


@dataclass(frozen=True)
class LineColumns:
    """A line that is ready to be written. Without a first day it counts from when it was told."""

    entry: MedicationEntry
    told_on: date

    def columns(self) -> dict[str, object]:
        """The line by column, with each dose as text and as a number where it is one."""
        entry = self.entry
        return {
            **{name: getattr(entry, name) for name in _AS_THEY_ARE},
            **{f"{part}_thousandths": thousandths(getattr(entry, part)) for part in _DOSES},
            "true_from": entry.started_on or entry.stopped_on or self.told_on,
        }


def add_medication(
    bench: Bench, patient_id: int, entry: MedicationEntry, *, request_id: str = ""
) -> int:
    """Write down a medicine; return its key. Refuses what cannot stand, all of it at once."""
    with bench.doing("add_medication", request_id) as work:
        if work.answer is not None:
            return work.answer
        require_patient(work.session, patient_id)
        given = _checked(work, patient_id, entry, work.today)
        return work.answers(enter(work, MedicationLine, patient_id, given).root_id)


def correct_medication(bench: Bench, line_id: int, entry: MedicationEntry, *, why: str) -> None:
    """Correct a line to what is given; the earlier words are kept with the reason."""
    with bench.doing("correct_medication") as work:
        line = present(work, MedicationLine, line_id, WHAT)
        given = _checked(work, _patient(line), entry, line.true_from)
        correct(work, line, given, why)


def stop_medication(bench: Bench, line_id: int, *, stopped_on: date, why: str) -> None:
    """Say from which day a medicine is no longer taken, and why."""
    with bench.doing("stop_medication") as work:
        line = present(work, MedicationLine, line_id, WHAT)
        if line.stopped_on is not None:
            raise AlreadyStopped(line.stopped_on)
        if stopped_on > work.today:
            raise MedicationHasProblems([Problem("stopped_on", "停用日期晚于今天")])
        if stopped_on < line.true_from:
            raise MedicationHasProblems([Problem("stopped_on", "停用日期早于起用日期")])
        reason = required("停用原因", why)
        changes = {"stopped_on": stopped_on, "stop_reason": reason}
        line.correct(work.session, work.written, changes, reason)


def withdraw_medication(bench: Bench, line_id: int, *, why: str) -> None:
    """Say that a medicine was never taken by this patient."""
    with bench.doing("withdraw_medication") as work:
        line = present(work, MedicationLine, line_id, WHAT)
        if work.session.scalar(known(Injection).where(Injection.line_id == line_id)) is not None:
            raise InjectionsRecorded
        withdraw(work, line, why)


def list_medication(
    bench: Bench, patient_id: int, *, on: date | None = None, at: datetime | None = None
) -> list[MedicationRow]:
    """The lines of a patient in the order of their start: all, or those in use on a day."""
    with bench.asking("list_medication") as session:
        require_patient(session, patient_id)
        lines = lines_of(session, patient_id, at)
        return [_row(line) for line in lines if on is None or in_use(line, on)]


def lines_of(
    session: Session, patient_id: int | None = None, at: datetime | None = None
) -> list[MedicationLine]:
    """Every line, of one patient or of all, in the order of their start."""
    query = known(MedicationLine, at).order_by(MedicationLine.true_from, MedicationLine.root_id)
    if patient_id is not None:
        query = query.where(MedicationLine.patient_id == patient_id)
    return list(session.scalars(query))


def medicines_to_choose() -> tuple[str, ...]:
    """The names that are offered while one types; any other may be typed."""
    return tuple(medicine.name for medicine in medicine_names())


def in_use(line: MedicationLine, day: date) -> bool:
    """Whether a medicine is taken on a day; on the day it is stopped it no longer is."""
    begun = line.true_from <= day
    return begun and (line.stopped_on is None or day < line.stopped_on) and _is_taken(line)


def entry_of(line: MedicationLine) -> MedicationEntry:
    """What a row says, as it could be filled in again."""
    return MedicationEntry(**{name: getattr(line, name) for name in _AS_THEY_ARE})


def _is_taken(line: MedicationLine) -> bool:
    """What was only advised is not yet taken."""
    return line.purpose is not MedicationPurpose.GUIDANCE


def _row(line: MedicationLine) -> MedicationRow:
    return MedicationRow(line.root_id, entry_of(line), line.written_at)


def _patient(line: MedicationLine) -> int:
    if line.patient_id is None:
        raise NotFound(WHAT)
    return line.patient_id


def _checked(work: Work, patient_id: int, entry: MedicationEntry, told_on: date) -> LineColumns:
    given = entry.cleaned()
    if given.visit_id is not None:
        _require_visit(work.session, patient_id, given.visit_id)
    problems = line_problems(given, today=work.today)
    if problems:
        raise MedicationHasProblems(problems)
    return LineColumns(given, told_on)


def _require_visit(session: Session, patient_id: int, visit_id: int) -> None:
    ours = known(Visit).where(Visit.root_id == visit_id, Visit.patient_id == patient_id)
    if session.scalar(ours) is None:
        raise NotFound("这次随访")
