"""What can happen to a patient between two meetings, ready to be put into a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from data.casework_codes import ItemState
from data.clinical_codes import Criterion, Guardianship
from data.codes import CaseKind
from data.register_codes import (
    AdmissionGround,
    ConsentAnswer,
    FlagKind,
    GuardianDuty,
    LifeEventKind,
)
from data.visit_codes import DangerousAct
from workbench.admissions import Stay, record_admission, record_discharge
from workbench.case_life import change_case_kind, change_case_manager, pause_case, resume_case
from workbench.consents import Asked, record_consent
from workbench.demo.clock import Near
from workbench.demo.seats import HOSPITAL, Seat
from workbench.demo.street import Do, Happening, Street
from workbench.events import Burden, Happened, record_incident, record_life_event
from workbench.flags import Flagged, record_flag
from workbench.guardians import GuardianParticulars, name_guardian
from workbench.guardianship import Agreed, Judged, record_agreement, record_capacity
from workbench.intakes import Assessed, Evidence, review_criteria
from workbench.plan_items import record_plan_progress
from workbench.rules.dates import plus_months

_STAY, _GUARDIAN = "住院", "监护人"
_POLICE = "派出所出警处置，已登记"


def at(meeting: int, days: int, do: Do) -> Happening:
    """Something that happens so many days after a monthly meeting, or before it."""
    return Happening(Near(meeting, days), do)


def incident(kind: DangerousAct, words: str, place: str, source: str) -> Do:
    """Dangerous behaviour, as somebody told of it; the police know what they told themselves."""
    police = source == "派出所"
    told = _POLICE if police else ""
    return lambda street, patient, day: record_incident(
        street.bench, patient, Happened(day, kind, words, place, source, police, told)
    )


def admitted(reason: str, *grounds: AdmissionGround) -> Do:
    """The patient is taken into the hospital."""

    def do(street: Street, patient: int, day: date) -> None:
        stay = Stay(day, HOSPITAL, grounds=grounds, reason=reason)
        street.keys[patient, _STAY] = record_admission(street.bench, patient, stay)

    return do


def discharged() -> Do:
    """The patient comes home."""
    return lambda street, patient, day: record_discharge(
        street.bench, street.keys[patient, _STAY], discharged_on=day
    )


def burden(kind: LifeEventKind, words: str, weeks: int | None = None) -> Do:
    """Something weighs on the patient, for so many weeks where that is known already."""
    return lambda street, patient, day: record_life_event(
        street.bench,
        patient,
        Burden(day, kind, True, day + timedelta(weeks=weeks) if weeks else None, "社区走访", words),
    )


def flag(kind: FlagKind) -> Do:
    """The patient becomes entitled to something, or is listed from now on."""
    return lambda street, patient, day: record_flag(street.bench, patient, Flagged(day, kind, True))


def consent(answer: ConsentAnswer, signed_by: str) -> Do:
    """Somebody agrees to the service, or no longer does."""
    return lambda street, patient, day: record_consent(
        street.bench, patient, Asked(day, answer, signed_by)
    )


def guardian(given: GuardianParticulars, level: Guardianship, because: str) -> Do:
    """Somebody becomes guardian, and it is judged how well they can be one."""

    def do(street: Street, patient: int, day: date) -> None:
        named = name_guardian(street.bench, patient, given, from_on=day)
        street.keys[patient, _GUARDIAN] = named
        record_capacity(street.bench, patient, Judged(day, level, because))

    return do


def agreement(months: int = 12) -> Do:
    """The guardian signs the agreement for so many months."""
    return lambda street, patient, day: record_agreement(
        street.bench,
        street.keys[patient, _GUARDIAN],
        Agreed(day, tuple(GuardianDuty), plus_months(day, months)),
    )


def agreement_refused(note: str) -> Do:
    """The guardian would not sign."""
    return lambda street, patient, day: record_agreement(
        street.bench, street.keys[patient, _GUARDIAN], Agreed(day, (), signed=False, note=note)
    )


def judged(level: Guardianship, because: str) -> Do:
    """It is judged again how well the patient is guarded."""
    return lambda street, patient, day: record_capacity(
        street.bench, patient, Judged(day, level, because)
    )


def now_of_kind(kind: CaseKind, why: str) -> Do:
    """The case changes its kind."""
    return lambda street, patient, day: change_case_kind(
        street.bench, street.cases[patient], kind, why=why
    )


def handed_to(seat: Seat, why: str) -> Do:
    """The case gets another case manager."""
    return lambda street, patient, day: change_case_manager(
        street.bench, street.cases[patient], street.seats[seat], why=why
    )


def paused(reason: str, weeks: int) -> Do:
    """The case rests for about so many weeks."""
    return lambda street, patient, day: pause_case(
        street.bench,
        street.cases[patient],
        reason=reason,
        until_on=day + timedelta(weeks=weeks),
    )


def resumed(reason: str) -> Do:
    """The case is taken up again."""
    return lambda street, patient, day: resume_case(
        street.bench, street.cases[patient], reason=reason
    )


def reviewed(met: Mapping[Criterion, str] | None = None) -> Do:
    """The ten criteria are gone through again; what is not named is not met."""
    found = met or {}
    return lambda street, patient, day: review_criteria(
        street.bench,
        street.cases[patient],
        Assessed(
            day,
            {
                c: Evidence(True, found[c], day, "随访记录") if c in found else Evidence(False)
                for c in Criterion
            },
        ),
    )


def progress(problem: str, state: ItemState, result: str = "") -> Do:
    """A line of the plan has come so far."""
    return lambda street, patient, day: record_plan_progress(
        street.bench, street.keys[patient, problem], state=state, result=result
    )
