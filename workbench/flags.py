"""What a patient is entitled to, listed as or served by; unknown until somebody says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import held, known
from data.models.patients import PatientFlag
from data.register_codes import DisabilityGrade, FlagKind
from workbench.bench import Bench
from workbench.recording import among, by_patient, correct, enter, present, withdraw
from workbench.register_errors import GradeWithoutCard
from workbench.words import clean_text


@dataclass(frozen=True)
class Flagged:
    """Yes or no to one of the flags, from a day on."""

    from_on: date
    kind: FlagKind
    holds: bool
    grade: DisabilityGrade | None = None
    note: str = ""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        if self.grade is not None and not (self.holds and self.kind is FlagKind.DISABILITY_CARD):
            raise GradeWithoutCard
        return {
            "true_from": self.from_on,
            "kind": self.kind,
            "holds": self.holds,
            "grade": self.grade,
            "note": clean_text(self.note),
        }


@dataclass(frozen=True)
class FlagRow:
    """One flag as it stands."""

    id: int
    flagged: Flagged


def record_flag(bench: Bench, patient_id: int, given: Flagged, *, request_id: str = "") -> int:
    """Write down that a flag holds, or no longer does, from a day on; return its key."""
    with bench.doing("record_flag", request_id) as work:
        if work.answer is not None:
            return work.answer
        return work.answers(enter(work, PatientFlag, patient_id, given).root_id)


def correct_flag(bench: Bench, flag_id: int, given: Flagged, *, why: str) -> None:
    """Correct a flag; the earlier words are kept with the reason."""
    with bench.doing("correct_flag") as work:
        correct(work, present(work, PatientFlag, flag_id, "这条标志"), given, why)


def withdraw_flag(bench: Bench, flag_id: int, *, why: str) -> None:
    """Say that a flag was never known; one that ended is recorded as not holding instead."""
    with bench.doing("withdraw_flag") as work:
        withdraw(work, present(work, PatientFlag, flag_id, "这条标志"), why)


def flags_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> tuple[FlagRow, ...]:
    """Every flag of which something was known on a day, in the order of the list."""
    return flags_of(session, [patient_id], day, at).get(patient_id, ())


def flags_of(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None = None
) -> dict[int, tuple[FlagRow, ...]]:
    """The same for many patients in one query, or for everybody when None is given."""
    facts = session.scalars(among(known(PatientFlag, at), PatientFlag, patient_ids))
    return {patient: _standing(rows, day) for patient, rows in by_patient(facts).items()}


def flagged_of(fact: PatientFlag) -> Flagged:
    """What a stored fact says, as it could be filled in again."""
    return Flagged(fact.true_from, fact.kind, fact.holds, fact.grade, fact.note)


def _standing(rows: Iterable[PatientFlag], day: date) -> tuple[FlagRow, ...]:
    kinds: dict[FlagKind, list[PatientFlag]] = defaultdict(list)
    for fact in rows:
        kinds[fact.kind].append(fact)
    standing = {kind: held(facts, day) for kind, facts in kinds.items()}
    found = (standing.get(kind) for kind in FlagKind)
    return tuple(_row(fact) for fact in found if fact is not None)


def _row(fact: PatientFlag) -> FlagRow:
    return FlagRow(fact.root_id, flagged_of(fact))
