"""Putting people on the register, and what is known of them on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.codes import Sex
from data.facts import held, known
from data.models.patients import Patient, PatientDetails
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.words import clean_name, clean_text, required


@dataclass(frozen=True)
class Particulars:
    """Who a person is and where they live."""

    name: str
    sex: Sex
    born_on: date | None = None
    village: str = ""
    diagnosis: str = ""

    def cleaned(self) -> Particulars:
        """The same, fit to keep; refuses a missing or endless name."""
        return replace(
            self,
            name=clean_name("姓名", self.name),
            village=clean_text(self.village),
            diagnosis=clean_text(self.diagnosis),
        )


def register_patient(bench: Bench, particulars: Particulars, *, request_id: str = "") -> int:
    """Put a person on the register; return their key."""
    with bench.doing("register_patient", request_id) as work:
        if work.answer is not None:
            return work.answer
        return work.answers(enter_patient(work, particulars))


def correct_patient(bench: Bench, patient_id: int, particulars: Particulars, *, why: str) -> None:
    """Correct what was written about a person; the earlier words are kept with the reason."""
    with bench.doing("correct_patient") as work:
        given, reason = particulars.cleaned(), required("更正理由", why)
        current = details_on(work.session, patient_id, work.today)
        current.correct(work.session, work.written, vars(given), reason)
        work.about(patient=patient_id)


def enter_patient(work: Work, particulars: Particulars) -> int:
    """Put a person on the register within a command; return their key."""
    given = particulars.cleaned()
    patient = Patient(registered_on=work.today)
    work.session.add(patient)
    work.session.flush()
    PatientDetails.enter(
        work.session, work.written, patient_id=patient.id, true_from=work.today, **vars(given)
    )
    return patient.id


def details_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> PatientDetails:
    """What held for a person on a day, as it was known at a moment (now unless given).

    Before anything held, the earliest that is known: a person is somebody from the start.
    """
    found = details_of(session, [patient_id], day, at)
    if patient_id not in found:
        raise NotFound("这名患者")
    return found[patient_id]


def details_of(
    session: Session, patient_ids: Collection[int], day: date, at: datetime | None = None
) -> dict[int, PatientDetails]:
    """The same for many people, in one query."""
    query = known(PatientDetails, at).where(PatientDetails.patient_id.in_(patient_ids))
    rows: dict[int, list[PatientDetails]] = defaultdict(list)
    for row in session.scalars(query.order_by(PatientDetails.true_from, PatientDetails.id)):
        if row.patient_id is not None:
            rows[row.patient_id].append(row)
    return {patient: held(facts, day) or facts[0] for patient, facts in rows.items()}
