"""Stays in hospital: when, where and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import known
from data.models.events import Admission
from data.register_codes import AdmissionGround
from workbench.bench import Bench, Work
from workbench.recording import (
    among,
    by_patient,
    correct,
    enter,
    present,
    require_past,
    withdraw,
)
from workbench.register_errors import AlreadyDischarged, DaysReversed, StaysOverlap
from workbench.words import clean_text, required


@dataclass(frozen=True)
class Stay:
    """One stay. Without a last day it goes on; no grounds are not known, empty ones are none."""

    admitted_on: date
    hospital: str
    discharged_on: date | None = None
    grounds: tuple[AdmissionGround, ...] | None = None
    reason: str = ""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        if self.discharged_on is not None and self.discharged_on < self.admitted_on:
            raise DaysReversed("出院日期", "入院日期")
        return {
            "true_from": self.admitted_on,
            "hospital": required("医院", self.hospital),
            "discharged_on": self.discharged_on,
            "grounds": self.grounds,
            "reason": clean_text(self.reason),
        }

    def overlaps(self, other: Stay) -> bool:
        """Whether both hold on the same day; leaving one for the other on a day does not count."""
        first, second = sorted((self, other), key=lambda stay: (stay.admitted_on, stay.last))
        return second.admitted_on < first.last or first == second

    @property
    def last(self) -> date:
        """The last day, or the end of time."""
        return self.discharged_on or date.max


@dataclass(frozen=True)
class AdmissionRow:
    """One stay as known."""

    id: int
    stay: Stay


def record_admission(bench: Bench, patient_id: int, given: Stay, *, request_id: str = "") -> int:
    """Write down a stay in hospital; return its key. Refuses one that overlaps another."""
    with bench.doing("record_admission", request_id) as work:
        if work.answer is not None:
            return work.answer
        _require_apart(work, patient_id, given)
        return work.answers(enter(work, Admission, patient_id, given).root_id)


def record_discharge(bench: Bench, admission_id: int, *, discharged_on: date) -> None:
    """Say on which day a stay ended."""
    with bench.doing("record_discharge") as work:
        fact = present(work, Admission, admission_id, "这次住院")
        if fact.discharged_on is not None:
            raise AlreadyDischarged(fact.discharged_on)
        if discharged_on < fact.true_from:
            raise DaysReversed("出院日期", "入院日期")
        changes = {"discharged_on": discharged_on}
        require_past(changes, work.today)
        fact.correct(work.session, work.written, changes, "出院")


def correct_admission(bench: Bench, admission_id: int, given: Stay, *, why: str) -> None:
    """Correct a stay; the earlier words are kept with the reason."""
    with bench.doing("correct_admission") as work:
        fact = present(work, Admission, admission_id, "这次住院")
        if fact.patient_id is not None:
            _require_apart(work, fact.patient_id, given, but=admission_id)
        correct(work, fact, given, why)


def withdraw_admission(bench: Bench, admission_id: int, *, why: str) -> None:
    """Say that there was no such stay."""
    with bench.doing("withdraw_admission") as work:
        withdraw(work, present(work, Admission, admission_id, "这次住院"), why)


def list_admissions(
    bench: Bench, patient_id: int, *, on: date | None = None, at: datetime | None = None
) -> list[AdmissionRow]:
    """Every stay that had begun by a day, the latest last."""
    with bench.asking("list_admissions") as session:
        return admissions_by(session, patient_id, on or bench.today(), at)


def admissions_by(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> list[AdmissionRow]:
    """The same within a session. A discharge still to come on that day is not shown."""
    return admissions_of(session, [patient_id], day, at).get(patient_id, [])


def admissions_of(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None = None
) -> dict[int, list[AdmissionRow]]:
    """The same for many patients in one query, or for everybody when None is given."""
    query = among(known(Admission, at), Admission, patient_ids).where(Admission.true_from <= day)
    facts = by_patient(session.scalars(query.order_by(Admission.true_from, Admission.root_id)))
    return {patient: [_row(fact, day) for fact in stays] for patient, stays in facts.items()}


def in_hospital_on(stays: list[AdmissionRow], day: date) -> bool:
    """Whether any of these stays goes on over the night after a day."""
    return any(row.stay.admitted_on <= day < row.stay.last for row in stays)


def stay_of(fact: Admission) -> Stay:
    """What a stored fact says, as it could be filled in again."""
    return Stay(
        admitted_on=fact.true_from,
        hospital=fact.hospital,
        discharged_on=fact.discharged_on,
        grounds=fact.grounds,
        reason=fact.reason,
    )


def _row(fact: Admission, day: date) -> AdmissionRow:
    stay = stay_of(fact)
    ended = stay.discharged_on is not None and stay.discharged_on <= day
    return AdmissionRow(fact.root_id, stay if ended else replace(stay, discharged_on=None))


def _require_apart(work: Work, patient_id: int, given: Stay, but: int | None = None) -> None:
    for row in admissions_by(work.session, patient_id, date.max, None):
        if row.id != but and given.overlaps(row.stay):
            raise StaysOverlap(row.stay.hospital, row.stay.admitted_on)
