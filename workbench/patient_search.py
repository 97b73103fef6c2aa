"""Finding somebody on the register by a few signs: read once, then asked at every key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.facts import known
from data.models.cases import Case
from data.models.patients import PatientDetails
from workbench.bench import Bench
from workbench.rules.searching import Nearness, Sought, nearest


class PatientIndex:
    """Knows by what everybody can be found, and answers with keys: no name leaves it."""

    def __init__(self, people: tuple[tuple[int, Sought], ...]) -> None:
        self._people = people

    def find(self, typed: str) -> dict[int, Nearness]:
        """Who may be meant and how well they fit, whoever fits best first."""
        return nearest(typed, self._people)


def index_patients(bench: Bench, *, at: datetime | None = None) -> PatientIndex:
    """Read what everybody can be found by: name in characters or letters, village, case number,
    the last digits of ID or telephone, and what they were called before."""
    with bench.asking("index_patients") as session:
        return patient_index(session, at)


def patient_index(session: Session, at: datetime | None = None) -> PatientIndex:
    """The same within a session."""
    people = list(_sought(session, at))
    return PatientIndex(tuple((patient, sought.spell()) for patient, sought in people))


def _sought(session: Session, at: datetime | None) -> Iterator[tuple[int, Sought]]:
    """All that was ever true of everybody, so a maiden name too."""
    numbers: dict[int, list[str]] = {}
    for holder, number in session.execute(select(Case.patient_id, Case.number)):
        numbers.setdefault(holder, []).append(number)
    columns = (
        PatientDetails.patient_id,
        PatientDetails.name,
        PatientDetails.former_name,
        PatientDetails.village,
        PatientDetails.id_number,
        PatientDetails.phone,
    )
    query = known(PatientDetails, at).with_only_columns(*columns)
    for patient, name, former, village, id_number, phone in session.execute(query):
        if patient is not None:
            words = village, *numbers.get(patient, ())
            yield patient, Sought((name, former), words, (id_number or "", phone))
