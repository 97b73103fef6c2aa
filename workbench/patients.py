"""Putting people on the register, and what is known of them on a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.codes import Sex
from data.facts import held, known
from data.models.patients import Diagnosis, Patient, PatientDetails
from workbench.bench import Bench, Work
from workbench.duplicates import Doubt, settled
from workbench.errors import NotFound
from workbench.particulars import Particulars
from workbench.recording import by_patient, require_past, require_patient
from workbench.words import required

__all__ = [
    "Doubt",
    "Particulars",
    "Person",
    "change_patient",
    "correct_patient",
    "details_of",
    "details_on",
    "enter_patient",
    "register_patient",
]


@dataclass(frozen=True)
class Person:
    """What held for a person on a day; the diagnosis is the latest made by then."""

    patient_id: int
    name: str
    sex: Sex
    born_on: date | None
    village: str
    diagnosis: str
    details: PatientDetails


def register_patient(
    bench: Bench,
    particulars: Particulars,
    *,
    accepted: Collection[Doubt] = (),
    request_id: str = "",
) -> int:
    """Put a person on the register; return their key. `accepted` are doubts somebody settled."""
    with bench.doing("register_patient", request_id) as work:
        if work.answer is not None:
            return work.answer
        return work.answers(enter_patient(work, particulars, accepted))


def correct_patient(
    bench: Bench,
    patient_id: int,
    particulars: Particulars,
    *,
    why: str,
    accepted: Collection[Doubt] = (),
) -> None:
    """Correct all that was written about a person; the earlier words are kept with the reason."""
    with bench.doing("correct_patient") as work:
        given, checked = settled(work, particulars, accepted, patient_id)
        reason = required("更正理由", why)
        columns = given.columns()
        require_past(columns, work.today)
        current = details_on(work.session, patient_id, work.today).details
        because = f"{reason}（{checked}）" if checked else reason
        current.correct(work.session, work.written, columns, because)
        work.about(patient=patient_id)


def change_patient(
    bench: Bench,
    patient_id: int,
    particulars: Particulars,
    *,
    from_on: date,
    accepted: Collection[Doubt] = (),
    request_id: str = "",
) -> int:
    """Write down what holds of a person from a day on, such as a move; return its key.

    What held before stays true of the days before.
    """
    with bench.doing("change_patient", request_id) as work:
        if work.answer is not None:
            return work.answer
        require_patient(work.session, patient_id)
        given, checked = settled(work, particulars, accepted, patient_id)
        work.about(patient=patient_id)
        return work.answers(_enter(work, patient_id, given, from_on, checked).root_id)


def enter_patient(work: Work, particulars: Particulars, accepted: Collection[Doubt] = ()) -> int:
    """Put a person on the register within a command; return their key."""
    given, checked = settled(work, particulars, accepted)
    patient = Patient(registered_on=work.today)
    work.session.add(patient)
    work.session.flush()
    _enter(work, patient.id, given, work.today, checked)
    return patient.id


def details_on(session: Session, patient_id: int, day: date, at: datetime | None = None) -> Person:
    """What held for a person on a day, as it was known at a moment (now unless given).

    Before anything held, the earliest that is known: a person is somebody from the start.
    """
    found = details_of(session, [patient_id], day, at)
    if patient_id not in found:
        raise NotFound("这名患者")
    return found[patient_id]


def details_of(
    session: Session,
    patient_ids: Collection[int] | None,
    day: date,
    at: datetime | None = None,
) -> dict[int, Person]:
    """The same for many people in two queries, or for everybody when None is given."""
    facts = known(PatientDetails, at).order_by(PatientDetails.true_from, PatientDetails.id)
    diagnoses = known(Diagnosis, at)
    if patient_ids is not None:
        facts = facts.where(PatientDetails.patient_id.in_(patient_ids))
        diagnoses = diagnoses.where(Diagnosis.patient_id.in_(patient_ids))
    made = by_patient(session.scalars(diagnoses))
    return {
        patient: _person(patient, held(rows, day) or rows[0], held(made.get(patient, ()), day))
        for patient, rows in by_patient(session.scalars(facts)).items()
    }


def _person(patient_id: int, details: PatientDetails, diagnosis: Diagnosis | None) -> Person:
    named = (diagnosis.words or diagnosis.kind.label) if diagnosis else details.diagnosis
    return Person(
        patient_id,
        details.name,
        details.sex,
        details.born_on,
        details.village,
        named,
        details,
    )


def _enter(
    work: Work, patient_id: int, given: Particulars, from_on: date, checked: str
) -> PatientDetails:
    columns = given.columns() | {"true_from": from_on}
    require_past(columns, work.today)
    return PatientDetails.enter(
        work.session, work.written, patient_id=patient_id, why=checked, **columns
    )
