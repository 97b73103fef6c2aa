"""The register as it is read: everybody in a list, one person in full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import Sex
from data.facts import known
from data.models.cases import Case, CaseTerms
from data.models.patients import Patient
from workbench.admissions import AdmissionRow, admissions_by
from workbench.assistance import AssistanceRow, assistance_on
from workbench.bench import Bench
from workbench.care_teams import CareTeamRow, care_team_on
from workbench.consents import ConsentRow, consent_on
from workbench.diagnoses import DiagnosisRow, diagnosis_on
from workbench.events import IncidentRow, LifeEventRow, incidents_by, life_events_by
from workbench.flags import FlagRow, flags_on
from workbench.guardians import GuardianRow, guardian_on, row
from workbench.guardianship import (
    AgreementRow,
    CapacityRow,
    agreement_on,
    capacity_on,
    guardian_facts,
)
from workbench.histories import HistoryRow, history_on
from workbench.judgements import set_aside
from workbench.particulars import Particulars, particulars_of
from workbench.patients import details_of, details_on
from workbench.rules.guardians import CapacityHint, capacity_hint
from workbench.subsidies import SubsidyRow, subsidy_on
from workbench.words import masked


@dataclass(frozen=True)
class PatientRow:
    """One person, as lists show them: without the full name."""

    id: int
    masked: str
    sex: Sex
    born_on: date | None
    village: str
    diagnosis: str
    case_number: str


@dataclass(frozen=True)
class PatientDetails:
    """All the register knows of one person on a day, by name: for the page of that person alone.

    The guardian is whoever was named last, even if they no longer act; the agreement is theirs.
    """

    id: int
    registered_on: date
    case_number: str
    particulars: Particulars
    diagnosis_words: str
    diagnosis: DiagnosisRow | None
    history: HistoryRow | None
    consent: ConsentRow | None
    flags: tuple[FlagRow, ...]
    guardian: GuardianRow | None
    agreement: AgreementRow | None
    capacity: CapacityRow | None
    capacity_hint: CapacityHint
    subsidy: SubsidyRow | None
    assistance: tuple[AssistanceRow, ...]
    care_team: CareTeamRow | None
    admissions: tuple[AdmissionRow, ...]
    incidents: tuple[IncidentRow, ...]
    life_events: tuple[LifeEventRow, ...]


def list_patients(
    bench: Bench, *, on: date | None = None, at: datetime | None = None
) -> list[PatientRow]:
    """Everybody on the register with their newest case number, in the order they came to it.

    A record found to be a duplicate is not listed; the one that is kept instead is.
    """
    with bench.asking("list_patients") as session:
        day = on or bench.today()
        numbers = _case_numbers(session, day, at)
        people = details_of(session, None, day, at)
        aside = set_aside(session, day, at)
        return [
            PatientRow(
                id=patient,
                masked=masked(person.name),
                sex=person.sex,
                born_on=person.born_on,
                village=person.village,
                diagnosis=person.diagnosis,
                case_number=numbers.get(patient, ""),
            )
            for patient, person in sorted(people.items())
            if patient not in aside
        ]


def read_patient(
    bench: Bench, patient_id: int, *, on: date | None = None, at: datetime | None = None
) -> PatientDetails:
    """One person in full, as they were on a day and as was known at a moment."""
    with bench.asking("read_patient") as session:
        return whole_patient(session, patient_id, on or bench.today(), at)


def whole_patient(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> PatientDetails:
    """The same within a session."""
    person = details_on(session, patient_id, day, at)
    guardian = guardian_on(session, patient_id, day, at)
    return PatientDetails(
        id=patient_id,
        registered_on=session.get_one(Patient, patient_id).registered_on,
        case_number=_case_numbers(session, day, at).get(patient_id, ""),
        particulars=particulars_of(person.details),
        diagnosis_words=person.diagnosis,
        diagnosis=diagnosis_on(session, patient_id, day, at),
        history=history_on(session, patient_id, day, at),
        consent=consent_on(session, patient_id, day, at),
        flags=flags_on(session, patient_id, day, at),
        guardian=row(guardian) if guardian else None,
        agreement=agreement_on(session, guardian, day, at) if guardian else None,
        capacity=capacity_on(session, patient_id, day, at),
        capacity_hint=capacity_hint(guardian_facts(session, patient_id, day, at), on=day),
        subsidy=subsidy_on(session, patient_id, day, at),
        assistance=tuple(assistance_on(session, patient_id, day, at)),
        care_team=care_team_on(session, patient_id, day, at),
        admissions=tuple(admissions_by(session, patient_id, day, at)),
        incidents=tuple(incidents_by(session, patient_id, day, at)),
        life_events=tuple(life_events_by(session, patient_id, day, at)),
    )


def _case_numbers(session: Session, day: date, at: datetime | None) -> dict[int, str]:
    entered = known(CaseTerms, at).with_only_columns(CaseTerms.case_id)
    query = select(Case).where(Case.id.in_(entered), Case.entered_on <= day).order_by(Case.id)
    return {case.patient_id: case.number for case in session.scalars(query)}
